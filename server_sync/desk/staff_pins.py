"""Staff at a desk: who may sign in there, and what the desk itself knows of their PINs while the centre is away.

The centre's hashes never leave it. A desk keeps a verifier of its own for whoever signed in there while the centre said
that the PIN was right; with no network it asks that. Who works here no more is known from the feed. Wrong PINs make the
next one wait, and after ten in a row the verifier is forgotten: then the centre must be asked again. All of it is in
the records, so that starting the machine again forgives nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, or_, select, update

from server_sync.clinic.roles import STAFF, Role
from server_sync.clinic.verifiers import is_pin_of, verifier_of
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import credentials, users

MISSES_FOR_FREE = 3
FIRST_WAIT = timedelta(seconds=30)
"""After the third wrong PIN in a row; each further one doubles it."""
MOST_MISSES = 10
KEPT_FOR = timedelta(days=30)
"""How long a desk believes its verifier without the centre: longer than an outage, short for somebody who left."""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who may sign in here."""

    user_id: int
    uid: UUID
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class WrongPin:
    """It is not their PIN; or they may not sign in here."""


@dataclass(frozen=True, slots=True)
class TooSoon:
    """Too many were wrong: this one was not looked at."""

    wait_s: int


@dataclass(frozen=True, slots=True)
class PinUnknownHere:
    """Nothing is kept of their PIN at this desk. `tried_out` where that is because of ten wrong ones."""

    tried_out: bool


@dataclass(frozen=True, slots=True)
class KeptPin:
    """What this desk keeps of a PIN: None where nothing, or nothing that still counts."""

    verifier: str | None
    misses: int


PinAnswer: TypeAlias = StaffMember | WrongPin | TooSoon | PinUnknownHere


def staff_of(reading: Reading, location_id: int) -> tuple[StaffMember, ...]:
    """Everybody who may sign in at a location, by name."""
    return tuple(_member(row) for row in reading.all(_STAFF, {"location_id": location_id}))


def member_of(reading: Reading, user_id: int, location_id: int) -> StaffMember | None:
    """Somebody, if they may sign in at this location now."""
    row = reading.first(_MEMBER, {"location_id": location_id, "user_id": user_id})
    return None if row is None else _member(row)


def must_wait(replica: Replica, user_id: int) -> TooSoon | None:
    """Whether misses before make them wait, wherever the next PIN would be asked."""
    with replica.read() as reading:
        kept = reading.first(_KEPT, {"user_id": user_id})
        return _wait(kept, reading)


def kept_pin(reading: Reading, user_id: int) -> KeptPin:
    """What is kept of somebody's PIN."""
    kept = reading.first(_KEPT, {"user_id": user_id})
    if kept is None:
        return KeptPin(None, 0)
    return KeptPin(None if kept["changed_at"] < reading.now - KEPT_FOR else kept["pin_hash"], kept["failed_count"])


def try_pin(replica: Replica, user_id: int, pin: str) -> PinAnswer:
    """Try a PIN on what is kept here. Takes some 0.2 s of work whatever is wrong. Raises StorageFault."""
    with replica.read() as reading:
        member = member_of(reading, user_id, replica.identity.location_id or 0)
        kept = kept_pin(reading, user_id)
    waiting = must_wait(replica, user_id)
    if waiting is not None:
        return waiting
    is_right = is_pin_of(kept.verifier, pin)
    if member is None:
        return WrongPin()
    if kept.verifier is None:
        return PinUnknownHere(tried_out=kept.misses >= MOST_MISSES)
    if is_right:
        forget_misses(replica, user_id)
        return member
    count_miss(replica, user_id)
    return WrongPin()


def count_miss(replica: Replica, user_id: int) -> None:
    """One wrong PIN more, by this desk's word or the centre's."""
    with replica.database.writing() as connection:
        now = replica.clock.now()
        kept = connection.execute(_KEPT, {"user_id": user_id}).mappings().first()
        misses = 1 + (0 if kept is None else kept["failed_count"])
        # No longer than after the tenth: whoever goes on for days must not come to the end of the calendar.
        doubled = min(misses, MOST_MISSES) - MISSES_FOR_FREE
        wait = FIRST_WAIT * 2**doubled if doubled >= 0 else timedelta(0)
        values: dict[str, Any] = {"failed_count": misses, "locked_until": now + wait if wait else None}
        if misses >= MOST_MISSES:
            values["pin_hash"] = None
        if kept is None:
            connection.execute(insert(credentials).values(_new(user_id) | values | {"changed_at": now}))
        else:
            connection.execute(_OF_USER.values(values), {"of_user": user_id})


def forget_misses(replica: Replica, user_id: int) -> None:
    """They came: wrong PINs before count no more."""
    with replica.database.writing() as connection:
        connection.execute(_FORGET_MISSES, {"of_user": user_id})


def keep_pin(replica: Replica, user_id: int, pin: str) -> None:
    """Keep what will know this PIN again: the centre has just said that it is theirs."""
    verifier = verifier_of(pin, replica.random_bytes)
    with replica.database.writing() as connection:
        connection.execute(delete(credentials).where(credentials.c.user_id == user_id))
        values = _new(user_id) | {"pin_hash": verifier, "changed_at": replica.clock.now()}
        connection.execute(insert(credentials).values(values))


def _new(user_id: int) -> dict[str, Any]:
    # The login is the centre's business; here it only has to be of one person.
    return {"user_id": user_id, "login": f"user:{user_id}"}


def _wait(kept: Mapping[Any, Any] | None, reading: Reading) -> TooSoon | None:
    until = None if kept is None else kept["locked_until"]
    if until is None or until <= reading.now:
        return None
    # A clock that was set back must not lock anybody out for longer than the longest wait.
    longest = FIRST_WAIT * 2 ** (MOST_MISSES - MISSES_FOR_FREE)
    return TooSoon(ceil(min(until - reading.now, longest).total_seconds()))


def _member(row: Row) -> StaffMember:
    return StaffMember(row["id"], row["uid"], row["display_name"], Role(row["role"]))


_STAFF = (
    select(users.c.id, users.c.uid, users.c.display_name, users.c.role)
    .where(
        users.c.role.in_(sorted(STAFF)),
        users.c.is_active.is_(True),
        users.c.deleted_at.is_(None),
        or_(users.c.location_id.is_(None), users.c.location_id == bindparam("location_id")),
    )
    .order_by(users.c.display_name, users.c.id)
)
_MEMBER = _STAFF.where(users.c.id == bindparam("user_id"))
_KEPT = select(credentials).where(credentials.c.user_id == bindparam("user_id"))
_OF_USER = update(credentials).where(credentials.c.user_id == bindparam("of_user"))
_FORGET_MISSES = _OF_USER.values(failed_count=0, locked_until=None)
