"""The offline log as a device's outbox: what waits to be sent, and what the server said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, bindparam, func, select, update

from server_sync.protocol.changes import ChangeSet
from server_sync.records.database import Database
from server_sync.records.tables import offline_sync_logs, replica


class SyncStatus(StrEnum):
    """What became of a change set (`offline_sync_logs.sync_status`)."""

    PENDING = "pending"
    SYNCED = "synced"
    FAILED = "failed"
    """Quarantined: kept, shown with its reason, and not applied at the centre."""
    CONFLICT = "conflict"
    """Applied as far as the rules allow; a person should look at the rest."""


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
    resolution: str


def pending(database: Database, limit: int, after_sequence: int = 0) -> tuple[PendingSet, ...]:
    """The oldest unanswered sets, in the order of their sequence."""
    log = offline_sync_logs.c
    query = select(log.data, log.hash).where(log.sequence > after_sequence).order_by(log.sequence).limit(limit)
    with database.reading() as connection:
        rows = connection.execute(query.where(*_unanswered(connection))).all()
    return tuple(PendingSet(ChangeSet.from_json(row.data), row.hash) for row in rows)


def count_pending(database: Database) -> int:
    """How many sets wait for an answer."""
    query = select(func.count()).select_from(offline_sync_logs)
    with database.reading() as connection:
        return int(connection.execute(query.where(*_unanswered(connection))).scalar_one())


def _unanswered(connection: Connection) -> tuple[ColumnElement[bool], ...]:
    """Sets up to `settled_through` have their answers, so that this reads the end of one index only."""
    log = offline_sync_logs.c
    own = connection.execute(select(replica.c.device_uid, replica.c.settled_through)).one()
    return (
        log.device_id == str(own.device_uid),
        log.sequence > own.settled_through,
        log.sync_status == SyncStatus.PENDING.value,
    )


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
            conflict_resolution=bindparam("resolution"),
            server_timestamp=bindparam("at"),
        )
    )
    rows = [
        {
            "uid": answer.change_set_uid,
            "status": answer.status.value,
            "resolution": answer.resolution or None,
            "at": answered_at,
        }
        for answer in answers
    ]
    if not rows:
        return
    with database.writing() as connection:
        connection.execute(statement, rows)


def stored_cursor(database: Database) -> str | None:
    """Where the last applied page of the upstream's feed ended; None before the first."""
    with database.reading() as connection:
        return connection.execute(select(replica.c.cursor)).scalar()
