"""Signing in: by password and second factor anywhere, by PIN at an enrolled device.

Every way to be wrong takes the same time and gets the same answer, so that nobody learns which logins exist. Misses
make the next try wait: in memory for a login at an address, whether it exists or not; and in the records for a login at
all, where nothing says so but the same refusal. Misses of passwords and of PINs count apart: whoever guesses passwords
from outside takes nobody's PIN away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, or_, select, update

from server_sync.central.access.passwords import matches
from server_sync.central.access.second_factor import step_of
from server_sync.central.access.sessions import Origin, SignedIn, open_session
from server_sync.central.sync.ingest import DeviceIdentity
from server_sync.clinic.roles import STAFF
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import credentials, sessions, users

MISSES_BEFORE_A_LOCK = 10
MISS_WEIGHS = timedelta(minutes=1)
"""How long a wrong password counts. `locked_until` is when the last of them is worn off, so that ten at once shut a
login, and one each minute may be tried then."""

MOST_PIN_MISSES = 10
"""A PIN is short: after ten misses in a row it is good for nothing until a password was."""

KNOWN_ADDRESS = timedelta(days=30)


class NotSignedIn(StrEnum):
    """Why somebody is not signed in."""

    REFUSED = "sign_in_refused"
    CODE_NEEDED = "second_factor_needed"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What somebody typed to sign in, and where from."""

    login: str
    password: str
    code: str
    origin: Origin


def folded_login(login: str) -> str:
    """A login as it is compared and kept."""
    return login.strip().casefold()


def sign_in(replica: Replica, secret: str, attempt: Attempt) -> SignedIn | NotSignedIn:
    """Open a session, or say why not. Takes some 30 ms of work whatever is wrong. Raises StorageFault."""
    with replica.read() as reading:
        found = reading.first(_BY_LOGIN, {"login": folded_login(attempt.login)})
    is_right = matches(None if found is None else found["password_hash"], attempt.password)
    if found is None:
        return NotSignedIn.REFUSED
    with replica.database.writing() as connection:
        now = replica.clock.now()
        if _is_locked(connection, found, attempt.origin, now):
            return NotSignedIn.REFUSED
        if is_right and found["totp_secret"] and not attempt.code:
            return NotSignedIn.CODE_NEEDED
        if not is_right or not take_code(connection, found, attempt.code, now):
            _count_miss(connection, found["user_id"], now)
            return NotSignedIn.REFUSED
        connection.execute(_FORGET_MISSES, {"of_user": found["user_id"]})
        return open_session(replica, secret, connection, _user(found), attempt.origin)


def sign_in_by_pin(
    replica: Replica, secret: str, device: DeviceIdentity, login: str, pin: str, origin: Origin
) -> SignedIn | NotSignedIn:
    """Open a session for one shift at the device whose key came with the request.

    Desks know people by their uids, and may name them so: logins never go down to devices.
    """
    with replica.read() as reading:
        found = reading.first(_BY_LOGIN, {"login": folded_login(login)})
        if found is None and (uid := _as_uid(login)) is not None:
            found = reading.first(_BY_USER_UID, {"uid": uid})
    is_right = matches(None if found is None else found["pin_hash"], pin)
    if found is None or found["location_id"] not in (None, device.location_id):
        return NotSignedIn.REFUSED
    with replica.database.writing() as connection:
        if found["failed_count"] >= MOST_PIN_MISSES or not is_right:
            connection.execute(_MISSED_PIN, {"of_user": found["user_id"]})
            return NotSignedIn.REFUSED
        connection.execute(_FORGET_PIN_MISSES, {"of_user": found["user_id"]})
        here = {**_user(found), "location_id": device.location_id}
        return open_session(replica, secret, connection, here, origin, device)


def take_code(connection: Connection, credential: Row, code: str, now: datetime) -> bool:
    """Use up a second factor's code; True where none is asked for. A code is taken by one of two that show it."""
    if not credential["totp_secret"]:
        return True
    step = step_of(credential["totp_secret"], code, now, credential["totp_last_step"])
    if step is None:
        return False
    return connection.execute(_TAKE_STEP, {"of_user": credential["user_id"], "step": step}).rowcount > 0


def _is_locked(connection: Connection, credential: Row, origin: Origin, now: datetime) -> bool:
    """Whether too many misses keep this login shut; not at an address from which it was opened before.

    So somebody who guesses from elsewhere never locks out those who work here.
    """
    until = credential["locked_until"]
    if until is None or until - now <= (MISSES_BEFORE_A_LOCK - 1) * MISS_WEIGHS:
        return False
    known = {"of_user": credential["user_id"], "address": origin.address[:64], "since": now - KNOWN_ADDRESS}
    return connection.execute(_CAME_FROM, known).first() is None


def _count_miss(connection: Connection, user_id: int, now: datetime) -> None:
    """Read anew and locked, so that no two misses at once count as one."""
    until = connection.execute(_LOCKED_UNTIL, {"user_id": user_id}).scalar()
    until = min(max(until or now, now) + MISS_WEIGHS, now + MISSES_BEFORE_A_LOCK * MISS_WEIGHS)
    connection.execute(_MISSED_PASSWORD, {"of_user": user_id, "until": until})


def _as_uid(login: str) -> UUID | None:
    try:
        return UUID(login)
    except ValueError:
        return None


def _user(found: Row) -> dict[str, Any]:
    return {**found, "id": found["user_id"]}


_MAY_SIGN_IN = (
    select(credentials, users.c.uid, users.c.role, users.c.location_id, users.c.display_name)
    .join(users, users.c.id == credentials.c.user_id)
    .where(
        users.c.is_active.is_(True),
        users.c.deleted_at.is_(None),
        users.c.role.in_(sorted(STAFF)),
    )
)
_BY_LOGIN = _MAY_SIGN_IN.where(credentials.c.login == bindparam("login"))
_BY_USER_UID = _MAY_SIGN_IN.where(users.c.uid == bindparam("uid"))
_OF_USER = update(credentials).where(credentials.c.user_id == bindparam("of_user"))
_FORGET_MISSES = _OF_USER.values(failed_count=0, locked_until=None)
_FORGET_PIN_MISSES = _OF_USER.values(failed_count=0)
_MISSED_PIN = _OF_USER.values(failed_count=credentials.c.failed_count + 1)
_MISSED_PASSWORD = _OF_USER.values(locked_until=bindparam("until"))
_LOCKED_UNTIL = (
    select(credentials.c.locked_until).where(credentials.c.user_id == bindparam("user_id")).with_for_update()
)
_TAKE_STEP = _OF_USER.where(
    or_(credentials.c.totp_last_step.is_(None), credentials.c.totp_last_step < bindparam("step"))
).values(totp_last_step=bindparam("step"))
_CAME_FROM = (
    select(sessions.c.id)
    .where(
        sessions.c.user_id == bindparam("of_user"),
        sessions.c.address == bindparam("address"),
        sessions.c.created_at > bindparam("since"),
    )
    .limit(1)
)
