"""The offline log as a device's outbox: what waits to be sent, and what the server said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain
from typing import Any
from uuid import UUID

from orjson import loads
from sqlalchemy import Connection, Text, bindparam, delete, func, literal_column, select, text, type_coerce, update

from server_sync.clinic.clocks import HybridTime, from_unix_ms
from server_sync.protocol.changes import ChangeSet
from server_sync.records.among import among
from server_sync.records.database import Database
from server_sync.records.erasure import erased_among, prune_log
from server_sync.records.prepared import Prepared
from server_sync.records.tables import offline_sync_logs, patients, replica, upstreams


class SyncStatus(StrEnum):
    """What became of a change set (`offline_sync_logs.sync_status`)."""

    PENDING = "pending"
    SYNCED = "synced"
    FAILED = "failed"
    """Quarantined: kept, shown with its reason, and not applied at the centre."""
    CONFLICT = "conflict"
    """Applied as far as the rules allow; a person should look at the rest."""


# What was quarantined may be settled after all.
_MAY_BE_ANSWERED = text("sync_status IN ('pending', 'failed')")

# In the words of the partial index, so that SQLite uses it: a bound parameter would hide them.
_IS_PENDING = text("sync_status = 'pending'")


@dataclass(frozen=True, slots=True)
class PendingSet:
    """A change set that the server has not answered yet, with the hash that was logged with it."""

    change_set: ChangeSet
    hash: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said of one change set; `resolution` is for people, and empty where nothing was settled."""

    change_set_uid: UUID
    status: SyncStatus
    outcome: str
    resolution: str


def pending(
    database: Database, limit: int, most_changes: int | None = None, *, after: int = 0
) -> tuple[PendingSet, ...]:
    """The oldest unanswered sets after a sequence, in order; with `most_changes`, so many together, or one set."""
    found: list[PendingSet] = []
    changes = 0
    with database.reading() as connection:
        for row in _OLDEST_PENDING.rows(connection, {"after": after, "most": limit}):
            one = _logged(row)
            changes += len(one.change_set.changes)
            if found and most_changes is not None and changes > most_changes:
                break
            found.append(one)
    return tuple(found)


def quarantined(database: Database, device_uid: UUID, after: int, limit: int) -> tuple[PendingSet, ...]:
    """Sets that the server keeps and has not applied: a newer rule may have settled them since."""
    with database.reading() as connection:
        rows = _QUARANTINED.rows(connection, {"device": str(device_uid), "after": after, "most": limit})
    return tuple(map(_logged, rows))


def _logged(row: Mapping[Any, Any]) -> PendingSet:
    written = row["written"]  # text where SQLite keeps it; PostgreSQL's driver has read it already
    return PendingSet(ChangeSet.from_log(loads(written) if isinstance(written, str) else written), row["hash"])


def count_pending(database: Database) -> int:
    """How many sets wait for an answer."""
    with database.reading() as connection:
        (row,) = _COUNT_PENDING.rows(connection, {})
    return int(row["waiting"])


def mark_answered(database: Database, answers: Iterable[Answer], answered_at: datetime) -> None:
    """Store the server's answers, each by its set's own id; never "all that is pending".

    An operation that committed while the request was under way keeps waiting for a request of its own. What is
    answered by a clock that stands in the past counts as answered when the centre was heard last, or the set would
    leave the log as settled long ago as soon as the clock is right.
    """
    alike: dict[tuple[str, str, str | None], list[UUID]] = {}
    for answer in answers:
        said = answer.status.value, answer.outcome[:64], answer.resolution or None
        alike.setdefault(said, []).append(answer.change_set_uid)
    if not alike:
        return
    with database.writing() as connection:
        answered_at = not_before_heard(connection, answered_at)
        for (status, outcome, resolution), uids in alike.items():
            said_of = {"status": status, "named": outcome, "resolution": resolution, "at": answered_at, "uids": uids}
            _MARK.rows(connection, said_of)
        if _SOMEBODY_ERASED.first(connection, {}) is None:
            return
        bodies = _BODIES.rows(connection, {"uids": list(chain.from_iterable(alike.values()))})
        erased = erased_among(connection, [ChangeSet.from_json(row["data"]) for row in bodies])
        if erased:  # they were erased while their own change set was on its way
            prune_log(connection, erased, is_settled=True)


def stored_cursor(database: Database, upstream: str = "") -> str | None:
    """Where the last applied page of an upstream's feed ended; None before the first."""
    with database.reading() as connection:
        row = _CURSOR.first(connection, {"upstream": upstream})
    return None if row is None else row["cursor"] or None


def settled_through(database: Database, upstream: str = "") -> int:
    """Through which sequence an upstream has settled what this device did."""
    with database.reading() as connection:
        query = select(upstreams.c.settled_through).where(upstreams.c.name == upstream)
        return connection.execute(query).scalar() or 0


def counted_through(database: Database) -> tuple[int, int]:
    """The last sequence that this device gave, and the last one of which its server has said what became of it."""
    with database.reading() as connection:
        (own,) = _OWN.rows(connection, {})
        answered = _LAST_ANSWERED.first(connection, {"device": str(own["device_uid"])})
    return own["last_sequence"], 0 if answered is None else answered["sequence"] or 0


def last_given(database: Database) -> int:
    """The last sequence that this device gave: `counted_through` without the answers."""
    with database.reading() as connection:
        (own,) = _OWN.rows(connection, {})
    return int(own["last_sequence"])


def set_at(database: Database, sequence: int) -> UUID | None:
    """The set that this device gave that sequence; None where its log holds none."""
    with database.reading() as connection:
        (own,) = _OWN.rows(connection, {})
        row = _SET_AT.first(connection, {"device": str(own["device_uid"]), "sequence": sequence})
    return None if row is None else row["change_set_uid"]


def note_known(database: Database, through: int, known_at: datetime) -> None:
    """What waits of this device through a sequence is known to be settled, whatever the answer was that got lost."""
    log = offline_sync_logs
    with database.writing() as connection:
        device_uid = connection.execute(select(replica.c.device_uid)).scalar_one()
        known_at = not_before_heard(connection, known_at)
        known = (
            update(log)
            .where(log.c.device_id == str(device_uid), log.c.sequence <= through, _IS_PENDING)
            .values(sync_status=SyncStatus.SYNCED.value, outcome="answer_lost", server_timestamp=known_at)
        )
        connection.execute(known)


def begins_after_a_gap(database: Database) -> bool:
    """Whether the set before the oldest that waits has left the log, in which that was once settled."""
    log = offline_sync_logs.c
    with database.reading() as connection:
        device_id = str(connection.execute(select(replica.c.device_uid)).scalar_one())
        own = log.device_id == device_id
        oldest = connection.execute(select(func.min(log.sequence)).where(own, _IS_PENDING)).scalar() or 0
        before = select(log.id).where(own, log.sequence == oldest - 1)
        return oldest > 1 and connection.execute(before).first() is None


def offer_again(database: Database, after: int) -> int:
    """Offer once more what was answered already, beyond a sequence: the server went back in time; how many sets.

    Its receipts decide: to whatever it still holds it gives the same answer again.
    """
    log = offline_sync_logs
    with database.writing() as connection:
        device_uid = connection.execute(select(replica.c.device_uid)).scalar_one()
        again = (
            update(log)
            .where(log.c.device_id == str(device_uid), log.c.sequence > after)
            .where(log.c.sync_status != SyncStatus.PENDING.value)
            .values(sync_status=SyncStatus.PENDING.value)
        )
        return connection.execute(again).rowcount


def prune(database: Database, settled_before: datetime, most: int = 500) -> int:
    """Take out of the log what was settled long ago, the oldest first; how many sets.

    What was quarantined stays: people look at it. What its server has not said to be settled stays as well.
    """
    log = offline_sync_logs
    with database.writing() as connection:
        settled = connection.execute(select(upstreams.c.settled_through).where(upstreams.c.name == "")).scalar() or 0
        oldest = (
            select(log.c.id)
            .where(log.c.sync_status.in_([SyncStatus.SYNCED.value, SyncStatus.CONFLICT.value]))
            .where(log.c.server_timestamp < settled_before, log.c.sequence <= settled)
            .order_by(log.c.id)
            .limit(most)
        )
        return connection.execute(delete(log).where(log.c.id.in_(oldest))).rowcount


def trusted_now(database: Database, now: datetime) -> datetime | None:
    """The centre's time by this machine's clock; None where the two are further apart than they were ever compared."""
    with database.reading() as connection:
        behind_ms = connection.execute(select(replica.c.clock_offset_ms)).scalar()
    return None if behind_ms is None else now + timedelta(milliseconds=behind_ms)


def not_before_heard(connection: Connection, now: datetime) -> datetime:
    """The time by this machine's clock, or when the centre was heard last where the clock stands before that."""
    (row,) = _HEARD.rows(connection, {})
    return max(now, from_unix_ms(HybridTime.parse(row["last_hybrid_time"]).unix_ms))


_LOG = offline_sync_logs.c
_HEARD = Prepared(select(replica.c.last_hybrid_time))
_COUNT_PENDING = Prepared(select(func.count().label("waiting")).select_from(offline_sync_logs).where(_IS_PENDING))
_CURSOR = Prepared(select(upstreams.c.cursor).where(upstreams.c.name == bindparam("upstream")))
_OWN = Prepared(select(replica.c.last_sequence, replica.c.device_uid))
# As text: a body is parsed when it is its turn.
_WRITTEN = type_coerce(_LOG.data, Text).label("written")
_PENDING = select(_WRITTEN, _LOG.hash).where(_IS_PENDING, _LOG.sequence > bindparam("after"))
_OLDEST_PENDING = Prepared(_PENDING.order_by(_LOG.sequence).limit(bindparam("most")))
_QUARANTINED = Prepared(
    select(_WRITTEN, _LOG.hash)
    .where(
        _LOG.sync_status == SyncStatus.FAILED.value,
        _LOG.device_id == bindparam("device"),
        _LOG.sequence > bindparam("after"),
    )
    .order_by(_LOG.sequence)
    .limit(bindparam("most"))
)
_SET_AT = Prepared(
    select(_LOG.change_set_uid).where(_LOG.device_id == bindparam("device"), _LOG.sequence == bindparam("sequence"))
)
_LAST_ANSWERED = Prepared(
    select(_LOG.sequence)
    .where(_LOG.device_id == bindparam("device"), _LOG.sync_status != SyncStatus.PENDING.value)
    .order_by(_LOG.sequence.desc())
    .limit(literal_column("1"))
)
# Most of what a server says is the same of hundreds of sets.
_MARK = Prepared(
    update(offline_sync_logs)
    .where(among(_LOG.change_set_uid, "uids"), _MAY_BE_ANSWERED)
    .values(
        sync_status=bindparam("status"),
        outcome=bindparam("named"),
        conflict_resolution=bindparam("resolution"),
        server_timestamp=bindparam("at"),
    )
)
_BODIES = Prepared(select(_LOG.data).where(among(_LOG.change_set_uid, "uids")))
_SOMEBODY_ERASED = Prepared(select(patients.c.id).where(patients.c.erased_at.is_not(None)).limit(literal_column("1")))
