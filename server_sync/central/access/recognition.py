"""Recognising a caller by the bearer credential of a request: an access token, or a device's key."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.central.access.callers import PUBLIC, Caller
from server_sync.central.access.tokens import Claims, verify
from server_sync.central.device_keys import hash_of
from server_sync.central.ingest import DeviceIdentity
from server_sync.clinic.roles import Role
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import devices


def recognise(replica: Replica, secret: str, credential: str) -> Caller | None:
    """Who holds `credential`; PUBLIC where it is empty, None where it is not (any longer) good."""
    if not credential:
        return PUBLIC
    if credential.count(".") == 2:
        claims = verify(secret, credential, replica.clock.now())
        return None if claims is None else _by_token(replica, claims)
    with replica.read() as reading:
        row = reading.first(_BY_KEY, {"key_hash": hash_of(credential)})
    return None if row is None else _device_caller(row)


def _by_token(replica: Replica, claims: Claims) -> Caller | None:
    if claims.role is Role.PATIENT:
        return Caller(Role.PATIENT, "patient", patient_uid=claims.subject)
    device: DeviceIdentity | None = None
    if claims.device_uid is not None:
        with replica.read() as reading:
            device = _device(reading, claims.device_uid)
        if device is None:
            return None
    return Caller(
        role=claims.role,
        actor=str(claims.subject),
        user_id=claims.user_id,
        user_uid=claims.subject,
        session_uid=claims.session_uid,
        device=device,
        location_id=claims.location_id,
    )


def _device(reading: Reading, uid: UUID) -> DeviceIdentity | None:
    row = reading.first(_BY_UID, {"uid": uid})
    return None if row is None else _identity(row)


def _device_caller(row: Row) -> Caller:
    role = Role.DISPLAY if row["kind"] == "board" else Role.KIOSK
    return Caller(role, str(row["uid"]), device=_identity(row), location_id=row["location_id"])


def _identity(row: Row) -> DeviceIdentity:
    return DeviceIdentity(row["id"], row["uid"], row["location_id"], row["id_block"])


_IN_USE = select(devices.c.id, devices.c.uid, devices.c.location_id, devices.c.id_block, devices.c.kind).where(
    devices.c.revoked_at.is_(None), devices.c.deleted_at.is_(None)
)
_BY_KEY = _IN_USE.where(devices.c.key_hash == bindparam("key_hash"))
_BY_UID = _IN_USE.where(devices.c.uid == bindparam("uid"))
