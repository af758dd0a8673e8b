"""The table of what a hub holds for others: written once, read to be forwarded, marked with the centre's answers."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, text, update

from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.protocol.push import HELD, SentSet, SetAnswer, UnreadableSet
from server_sync.records.database import Database
from server_sync.records.erasure import erased_among
from server_sync.records.outbox import not_before_heard
from server_sync.records.tables import held_sets, patients
from server_sync.records.upstream.held_sets import NOT_LAID, readable

_AT_ONCE = 500
_SETS = held_sets.c
_MAY_BE_ANSWERED = text("status IN ('held', 'failed')")

HELD_BY_HUB = "held_by_hub"
"""The outcome of a set that waits here for the centre."""

FINAL = frozenset({"synced", "conflict", "failed"})
"""The centre's own answers; of these `failed` may be followed by another."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A set that is here already, and what is said of it."""

    hash: str
    status: str
    outcome: str
    resolution: str


@dataclass(frozen=True, slots=True)
class HeldSet:
    """A set on its way to the centre: the bytes that its device wrote, as text, and their hash."""

    place: int
    """By which it came."""
    device_uid: UUID
    uid: UUID
    body: str
    hash: str


def insert_held(
    connection: Connection,
    device: DeviceIdentity,
    new: Sequence[SentSet | UnreadableSet],
    unsound: Collection[UUID],
    now: datetime,
) -> None:
    """Keep these, as they came; of the `unsound` nothing is laid over the rows here."""
    rows = [
        {
            "change_set_uid": one.change_set.uid if isinstance(one, SentSet) else one.uid,
            "device_id": str(device.uid),
            "sequence": one.change_set.sequence if isinstance(one, SentSet) else one.sequence,
            # What nobody could read may hold what no database keeps: as ASCII it is text like any other.
            "body": one.written.decode() if isinstance(one, SentSet) else json.dumps(one.body),
            "hash": one.hash,
            "outcome": NOT_LAID if isinstance(one, SentSet) and one.change_set.uid in unsound else None,
            "held_at": now,
        }
        for one in new
    ]
    connection.execute(held_sets.insert(), rows)


def stored_among(connection: Connection, uids: Sequence[UUID]) -> dict[UUID, Stored]:
    """Those of these sets that are here, whoever made them."""
    found: dict[UUID, Stored] = {}
    for start in range(0, len(uids), _AT_ONCE):
        query = select(held_sets).where(_SETS.change_set_uid.in_(uids[start : start + _AT_ONCE]))
        for row in connection.execute(query):
            outcome = HELD_BY_HUB if row.status == HELD else row.outcome or ""
            found[row.change_set_uid] = Stored(row.hash, row.status, outcome, row.resolution or "")
    return found


def stored_at(connection: Connection, device_id: str, sequences: Sequence[int]) -> dict[int, UUID]:
    """Which of a device's sequences are taken, and by which set."""
    found: dict[int, UUID] = {}
    for start in range(0, len(sequences), _AT_ONCE):
        some = _SETS.sequence.in_(sequences[start : start + _AT_ONCE])
        query = select(_SETS.sequence, _SETS.change_set_uid).where(_SETS.device_id == device_id, some)
        found |= {row.sequence: row.change_set_uid for row in connection.execute(query)}
    return found


def held_window(database: Database, limit: int, after: int) -> list[HeldSet]:
    """The oldest sets that wait for the centre, beyond a place, in the order in which they came."""
    query = (
        select(_SETS.id, _SETS.device_id, _SETS.change_set_uid, _SETS.body, _SETS.hash)
        .where(_SETS.status == HELD, _SETS.id > after)
        .order_by(_SETS.id)
        .limit(limit)
    )
    with database.reading() as connection:
        rows = connection.execute(query).all()
    return [HeldSet(row.id, UUID(row.device_id), row.change_set_uid, row.body, row.hash) for row in rows]


def count_held(database: Database) -> int:
    """How many sets wait for the centre."""
    with database.reading() as connection:
        query = select(func.count()).select_from(held_sets).where(_SETS.status == HELD)
        return int(connection.execute(query).scalar_one())


def mark_final(database: Database, answers: Sequence[SetAnswer], now: datetime) -> int:
    """Store the centre's answers, each by its set's own id; how many were final."""
    rows = [
        {"uid": one.uid, "said": one.status, "named": one.outcome[:64], "words": one.resolution or None}
        for one in answers
        if one.status in FINAL
    ]
    if rows:
        statement = (
            update(held_sets)
            .where(_SETS.change_set_uid == bindparam("uid"), _MAY_BE_ANSWERED)
            .values(
                status=bindparam("said"),
                outcome=bindparam("named"),
                resolution=bindparam("words"),
                settled_at=bindparam("at"),
            )
        )
        with database.writing() as connection:
            at = not_before_heard(connection, now)
            connection.execute(statement, [{**row, "at": at} for row in rows])
            _forget_the_erased(connection, [one.uid for one in answers if one.status in FINAL and one.uid is not None])
    return len(rows)


def prune_settled(database: Database, before: datetime) -> int:
    """Forget what was settled before that; how many sets."""
    is_old = _SETS.status.in_(["synced", "conflict"]) & (_SETS.settled_at < before)
    with database.writing() as connection:
        return int(connection.execute(held_sets.delete().where(is_old)).rowcount)


def _forget_the_erased(connection: Connection, uids: Sequence[UUID]) -> None:
    """Of people who were erased while their sets waited here, nothing is kept once those are settled."""
    if connection.execute(_SOMEBODY_ERASED).first() is None:
        return
    for start in range(0, len(uids), _AT_ONCE):
        answered = _SETS.change_set_uid.in_(uids[start : start + _AT_ONCE])
        for row in connection.execute(select(_SETS.id, _SETS.body).where(answered)).all():
            read = readable(row.body)
            if read is not None and erased_among(connection, [read]):
                connection.execute(held_sets.delete().where(_SETS.id == row.id))


_SOMEBODY_ERASED = select(patients.c.id).where(patients.c.erased_at.is_not(None)).limit(1)
