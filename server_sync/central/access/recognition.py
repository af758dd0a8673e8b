"""Recognising a caller by the bearer credential of a request: an access token, or a device's key.

Whom a credential belongs to is remembered for half a minute, so that most requests ask no database; what was revoked
meanwhile is known within seconds (`revocations`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.central.access.callers import PUBLIC, Caller
from server_sync.central.access.revocations import Revocations
from server_sync.central.access.tokens import Claims, expiry_of, verify
from server_sync.central.sync.device_keys import hash_of
from server_sync.central.sync.ingest import DeviceIdentity
from server_sync.clinic.roles import DEVICES, Role
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import devices, sessions, users

REMEMBERED_S = 30.0
MOST_REMEMBERED = 20_000

LONGEST_CREDENTIAL = 2_000
"""Ours have some 400 characters."""


@dataclass(frozen=True, slots=True)
class _Known:
    caller: Caller
    until_s: float
    expires_at: datetime | None


class Recognition:
    """Recognises callers. `look_up` asks the records, in any thread; all else belongs to the event loop's."""

    def __init__(
        self, replica: Replica, secret: str, revocations: Revocations, now_s: Callable[[], float] = monotonic
    ) -> None:
        self._replica = replica
        self._secret = secret
        self._revocations = revocations
        self._now_s = now_s
        self._known: OrderedDict[str, _Known] = OrderedDict()

    def remembered(self, credential: str) -> Caller | None:
        """Who holds `credential`, where that was looked up lately; PUBLIC where it is empty; else None."""
        if not credential:
            return PUBLIC
        known = self._known.get(hash_of(credential))
        if known is None or known.until_s < self._now_s() or self._revocations.is_revoked(known.caller):
            return None
        if known.expires_at is not None and known.expires_at <= self._replica.clock.now():
            return None
        return known.caller

    def look_up(self, credential: str) -> Caller | None:
        """Who holds `credential`, by the records; None where it is not (any longer) good. Raises StorageFault."""
        if len(credential) > LONGEST_CREDENTIAL:
            return None
        caller = recognise(self._replica, self._secret, credential)
        if caller is None or self._revocations.is_revoked(caller):
            return None
        return caller

    def remember(self, credential: str, caller: Caller) -> None:
        """Keep what `look_up` found."""
        if caller.role is Role.PUBLIC:
            return
        expires_at = None if caller.role in DEVICES else expiry_of(credential)
        self._known[hash_of(credential)] = _Known(caller, self._now_s() + REMEMBERED_S, expires_at)
        if len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)


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
    with replica.read() as reading:
        device = None if claims.device_uid is None else _device(reading, claims.device_uid)
        if (claims.device_uid is not None and device is None) or not _still_holds(reading, claims):
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


def _still_holds(reading: Reading, claims: Claims) -> bool:
    """Whether the session behind a token is open, and its owner still has the role and the place that the token says.

    One that names no session stands for itself until it expires. At a device the place is the device's.
    """
    if claims.session_uid is None:
        return True
    user = reading.first(_SIGNED_IN, {"uid": claims.session_uid})
    if user is None or user["role"] != claims.role:
        return False
    if claims.device_uid is not None:
        return user["location_id"] in (None, claims.location_id)
    return bool(user["location_id"] == claims.location_id)


def _device(reading: Reading, uid: UUID) -> DeviceIdentity | None:
    row = reading.first(_BY_UID, {"uid": uid})
    return None if row is None else _identity(row)


def _device_caller(row: Row) -> Caller:
    role = Role.DISPLAY if row["kind"] == "board" else Role.KIOSK
    return Caller(role, str(row["uid"]), device=_identity(row), location_id=row["location_id"])


def _identity(row: Row) -> DeviceIdentity:
    return DeviceIdentity(row["id"], row["uid"], row["location_id"], row["id_block"], row["kind"])


_IN_USE = select(devices.c.id, devices.c.uid, devices.c.location_id, devices.c.id_block, devices.c.kind).where(
    devices.c.revoked_at.is_(None), devices.c.deleted_at.is_(None)
)
_BY_KEY = _IN_USE.where(devices.c.key_hash == bindparam("key_hash"))
_BY_UID = _IN_USE.where(devices.c.uid == bindparam("uid"))
_SIGNED_IN = (
    select(users.c.role, users.c.location_id)
    .join(users, users.c.id == sessions.c.user_id)
    .where(
        sessions.c.uid == bindparam("uid"),
        sessions.c.revoked_at.is_(None),
        users.c.is_active.is_(True),
        users.c.deleted_at.is_(None),
    )
)
