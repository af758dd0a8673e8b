"""The offline log as a device's outbox: what waits to be sent, and what the server said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import bindparam, func, select, text, update

from server_sync.protocol.changes import ChangeSet
from server_sync.records.database import Database
from server_sync.records.erasure import erased_among, prune_log
from server_sync.records.tables import offline_sync_logs, upstreams


class SyncStatus(StrEnum):
    """What became of a change set (`offline_sync_logs.sync_status`)."""

    PENDING = "pending"
    SYNCED = "synced"
    FAILED = "failed"
    """Quarantined: kept, shown with its reason, and not applied at the centre."""
    CONFLICT = "conflict"
    """Applied as far as the rules allow; a person should look at the rest."""


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


def pending(database: Database, limit: int) -> tuple[PendingSet, ...]:
    """The oldest unanswered sets, in the order of their sequence."""
    log = offline_sync_logs.c
    query = select(log.data, log.hash).where(_IS_PENDING).order_by(log.sequence).limit(limit)
    with database.reading() as connection:
        rows = connection.execute(query).all()
    return tuple(PendingSet(ChangeSet.from_json(row.data), row.hash) for row in rows)


def count_pending(database: Database) -> int:
    """How many sets wait for an answer."""
    query = select(func.count()).select_from(offline_sync_logs).where(_IS_PENDING)
    with database.reading() as connection:
        return int(connection.execute(query).scalar_one())


def mark_answered(database: Database, answers: Iterable[Answer], answered_at: datetime) -> None:
    """Store the server's answers, each by its set's own id; never "all that is pending".

    An operation that committed while the request was under way keeps waiting for a request of its own.
    """
    log = offline_sync_logs
    statement = (
        update(log)
        .where(log.c.change_set_uid == bindparam("uid"), log.c.sync_status == SyncStatus.PENDING.value)
        .values(
            sync_status=bindparam("status"),
            outcome=bindparam("named"),
            conflict_resolution=bindparam("resolution"),
            server_timestamp=bindparam("at"),
        )
    )
    rows = [
        {
            "uid": answer.change_set_uid,
            "status": answer.status.value,
            "named": answer.outcome[:64],
            "resolution": answer.resolution or None,
            "at": answered_at,
        }
        for answer in answers
    ]
    if not rows:
        return
    with database.writing() as connection:
        connection.execute(statement, rows)
        answered = [row["uid"] for row in rows]
        bodies = connection.execute(select(log.c.data).where(log.c.change_set_uid.in_(answered))).scalars()
        erased = erased_among(connection, [ChangeSet.from_json(body) for body in bodies])
        if erased:  # they were erased while their own change set was on its way
            prune_log(connection, erased, is_settled=True)


def stored_cursor(database: Database, upstream: str = "") -> str | None:
    """Where the last applied page of an upstream's feed ended; None before the first."""
    with database.reading() as connection:
        return connection.execute(select(upstreams.c.cursor).where(upstreams.c.name == upstream)).scalar()
