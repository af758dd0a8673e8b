"""Sessions of staff: what a refresh token is worth, once; who is signed in where, and ending that.

A refresh token is used up by using it. One that was used before is in two hands, of which one is a thief's: the session
ends for both. Each says, signed, which session it belongs to, so that every spent one is recognised and none is stored.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from server_sync.central.access.tokens import ACCESS_LIFETIME, Claims, issue
from server_sync.central.sync.device_keys import hash_of
from server_sync.central.sync.ingest import DeviceIdentity
from server_sync.clinic.roles import STAFF, Role
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import devices, sessions, users

LIFETIME = timedelta(days=30)
LIFETIME_AT_A_DEVICE = timedelta(hours=12)
"""One shift: whoever signs in by PIN leaves the desk to the next."""

_MAC_BYTES = 16
_RANDOM_BYTES = 24


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request came from, as a person recognises it in the list of their sessions."""

    address: str
    user_agent: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What somebody holds who is signed in. Both tokens are told this once."""

    access_token: str
    refresh_token: str
    expires_in_s: int
    session_uid: UUID
    user_id: int
    name: str
    role: Role
    location_id: int | None


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that goes on; `device_name` where it was opened at a device by PIN."""

    uid: UUID
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    address: str
    user_agent: str
    device_name: str | None


def open_session(
    replica: Replica,
    secret: str,
    connection: Connection,
    user: Row,
    origin: Origin,
    device: DeviceIdentity | None = None,
) -> SignedIn:
    """Begin a session of `user` (a row of users) in the caller's transaction."""
    now = replica.clock.now()
    uid = replica.new_uid()
    token = _refresh_token(secret, uid)
    row: dict[str, Any] = {
        "uid": uid,
        "user_id": user["id"],
        "device_id": None if device is None else device.id,
        "refresh_hash": hash_of(token),
        "created_at": now,
        "last_used_at": now,
        "expires_at": now + (LIFETIME if device is None else LIFETIME_AT_A_DEVICE),
        "user_agent": origin.user_agent[:200],
        "address": origin.address[:64],
    }
    connection.execute(insert(sessions), row)
    return _signed_in(secret, user, uid, token, None if device is None else device.uid, now)


def refresh(replica: Replica, secret: str, token: str) -> SignedIn | None:
    """Trade a refresh token for new ones; None where it is not (any longer) good. A spent one ends its session."""
    uid = _session_of(secret, token)
    if uid is None:
        return None
    fresh = _refresh_token(secret, uid)
    with replica.database.writing() as connection:
        now = replica.clock.now()
        traded = connection.execute(
            _TRADE, {"old": hash_of(token), "new": hash_of(fresh), "now": now, "session": uid}
        ).rowcount
        if not traded:
            connection.execute(_REVOKE_ONE, {"session": uid, "now": now})
            return None
        user = connection.execute(_USER_OF, {"session": uid}).mappings().one()
        if not _may_go_on(user):
            connection.execute(_REVOKE_ONE, {"session": uid, "now": now})
            return None
    here = user if user["device_uid"] is None else {**user, "location_id": user["device_location_id"]}
    return _signed_in(secret, here, uid, fresh, user["device_uid"], now)


def open_sessions(replica: Replica, user_id: int) -> Sequence[OpenSession]:
    """Where somebody is signed in, newest use first."""
    with replica.read() as reading:
        rows = reading.all(_OPEN, {"user_id": user_id, "now": reading.now})
    wanted = [column.name for column in fields(OpenSession)]
    return [OpenSession(**{name: row[name] for name in wanted}) for row in rows]


def revoke_session(replica: Replica, uid: UUID, user_id: int | None) -> bool:
    """End one session; of that user only, unless None. False where there is no such open one."""
    with replica.database.writing() as connection:
        statement = _REVOKE_ONE if user_id is None else _REVOKE_ONE.where(sessions.c.user_id == user_id)
        return connection.execute(statement, {"session": uid, "now": replica.clock.now()}).rowcount > 0


def end_sessions(replica: Replica, user_id: int, *, but: UUID | None = None) -> int:
    """End every session of a user but one; how many there were."""
    with replica.database.writing() as connection:
        return revoke_sessions(connection, user_id, replica.clock.now(), but=but)


def revoke_sessions(connection: Connection, user_id: int, now: datetime, *, but: UUID | None = None) -> int:
    """End every session of a user but one, in the caller's transaction; how many there were."""
    statement = _REVOKE_ALL if but is None else _REVOKE_ALL.where(sessions.c.uid != but)
    return connection.execute(statement, {"of_user": user_id, "now": now}).rowcount


def _may_go_on(user: Row) -> bool:
    """Whether somebody still works here; by PIN: at the place of a device that is still in use."""
    if not user["is_active"] or user["deleted_at"] is not None or user["role"] not in STAFF:
        return False
    if user["device_uid"] is None:
        return True
    return bool(user["is_device_in_use"]) and user["location_id"] in (None, user["device_location_id"])


def _signed_in(
    secret: str, user: Row, session_uid: UUID, refresh_token: str, device_uid: UUID | None, now: datetime
) -> SignedIn:
    role = Role(user["role"])
    claims = Claims(role, user["uid"], session_uid, device_uid, user["location_id"], user["id"])
    return SignedIn(
        access_token=issue(secret, claims, now),
        refresh_token=refresh_token,
        expires_in_s=int(ACCESS_LIFETIME.total_seconds()),
        session_uid=session_uid,
        user_id=user["id"],
        name=user["display_name"],
        role=role,
        location_id=user["location_id"],
    )


def _refresh_token(secret: str, session_uid: UUID) -> str:
    body = session_uid.bytes + os.urandom(_RANDOM_BYTES)
    return base64.urlsafe_b64encode(body + _mac(secret, body)).decode().rstrip("=")


def _session_of(secret: str, token: str) -> UUID | None:
    """The session that a token of ours belongs to, spent or not."""
    try:
        raw = base64.urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
    except (ValueError, binascii.Error):
        return None
    body, mac = raw[:-_MAC_BYTES], raw[-_MAC_BYTES:]
    if len(body) != 16 + _RANDOM_BYTES or not hmac.compare_digest(mac, _mac(secret, body)):
        return None
    return UUID(bytes=body[:16])


def _mac(secret: str, body: bytes) -> bytes:
    return hmac.digest(secret.encode(), b"refresh\x00" + body, hashlib.sha256)[:_MAC_BYTES]


_TRADE = (
    update(sessions)
    .where(
        sessions.c.uid == bindparam("session"),
        sessions.c.refresh_hash == bindparam("old"),
        sessions.c.revoked_at.is_(None),
        sessions.c.expires_at > bindparam("now"),
    )
    .values(refresh_hash=bindparam("new"), spent_hash=bindparam("old"), last_used_at=bindparam("now"))
)
_REVOKE_ONE = (
    update(sessions)
    .where(sessions.c.uid == bindparam("session"), sessions.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("now"))
)
_REVOKE_ALL = (
    update(sessions)
    .where(sessions.c.user_id == bindparam("of_user"), sessions.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("now"))
)
_USER_OF = (
    select(
        users,
        devices.c.uid.label("device_uid"),
        devices.c.location_id.label("device_location_id"),
        and_(devices.c.revoked_at.is_(None), devices.c.deleted_at.is_(None)).label("is_device_in_use"),
    )
    .join(sessions, sessions.c.user_id == users.c.id)
    .outerjoin(devices, devices.c.id == sessions.c.device_id)
    .where(sessions.c.uid == bindparam("session"))
)
_OPEN = (
    select(sessions, devices.c.name.label("device_name"))
    .outerjoin(devices, devices.c.id == sessions.c.device_id)
    .where(
        sessions.c.user_id == bindparam("user_id"),
        sessions.c.revoked_at.is_(None),
        sessions.c.expires_at > bindparam("now"),
    )
    .order_by(sessions.c.last_used_at.desc(), sessions.c.id.desc())
)
