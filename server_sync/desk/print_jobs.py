"""The durable spool: print jobs commit with what they print, and each step of theirs is a commit of its own.

What a job's state allows is decided here, in the UPDATE itself: a mark on a job in no fitting state changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, update

from server_sync.clinic.clocks import Clock
from server_sync.desk.print_job import JOB_LIFETIME, PrintJob
from server_sync.records.database import Database
from server_sync.records.tables import print_jobs
from server_sync.records.work import Work

_JOB = print_jobs.c


def queue_job(work: Work, content: Mapping[str, object], record_uid: UUID | None, *, is_reprint: bool = False) -> UUID:
    """Add a job to the caller's transaction: it exists if and only if that commits. Returns its uid."""
    uid = work.new_uid()
    work.add_local(
        print_jobs,
        uid=uid,
        content=dict(content, reprint=is_reprint),
        record_uid=record_uid,
        is_reprint=is_reprint,
        created_at=work.now,
        expires_at=work.now + JOB_LIFETIME,
    )
    return uid


class StoredPrintJobs:
    """The spool's list in the local database (`kiosk.printing.print_jobs.PrintJobs`). For the spool's thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def next_job(self, now: datetime) -> PrintJob | None:
        """The oldest queued job that is still worth printing; those that are not are failed for ever, durably."""
        query = select(print_jobs).where(_JOB.state == "queued").order_by(_JOB.created_at, _JOB.id).limit(1)
        expired = or_(_JOB.expires_at <= now, _JOB.created_at > now + JOB_LIFETIME)
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().first()
            stale = connection.execute(select(_JOB.id).where(_JOB.state == "queued", expired).limit(1)).first()
        if stale is None:
            return None if row is None else _job(row)
        with self._database.writing() as connection:
            connection.execute(
                update(print_jobs)
                .where(_JOB.state == "queued", expired)
                .values(state="failed", cause="expired", finished_at=now)
            )
            row = connection.execute(query).mappings().first()
        return None if row is None else _job(row)

    def mark_sending(self, uid: UUID) -> bool:
        """Queued becomes sending; its COMMIT has returned before the first byte may leave."""
        return self._move(uid, ("queued",), state="sending", attempts=_JOB.attempts + 1)

    def mark_printed(self, uid: UUID) -> None:
        """Sending becomes printed."""
        self._finish(uid, ("sending",), "printed", None)

    def mark_failed(self, uid: UUID, cause: str) -> None:
        """Queued or sending becomes failed; `cause` is a short code such as `paper_out`."""
        self._finish(uid, ("queued", "sending"), "failed", cause)

    def mark_unknown(self, uid: UUID) -> None:
        """Sending becomes unknown: the printer took it and never told."""
        self._finish(uid, ("sending",), "unknown", None)

    def mark_interrupted(self, uid: UUID) -> None:
        """Sending becomes interrupted; only a marked reprint may follow."""
        self._finish(uid, ("sending",), "interrupted", None)

    def requeue(self, uid: UUID) -> None:
        """Sending becomes queued again, with its old expiry; only where not one byte of it left."""
        self._move(uid, ("sending",), state="queued")

    def recover(self) -> int:
        """At start: every sending job becomes interrupted, since nobody knows what came out. How many there were."""
        statement = (
            update(print_jobs)
            .where(_JOB.state == "sending")
            .values(state="interrupted", cause="restarted", finished_at=self._clock.now())
        )
        with self._database.writing() as connection:
            return connection.execute(statement).rowcount

    def state_of(self, uid: UUID) -> str | None:
        """The job's state as stored; None where there is no such job."""
        with self._database.reading() as connection:
            return connection.execute(select(_JOB.state).where(_JOB.uid == uid)).scalar()

    def _finish(self, uid: UUID, from_states: tuple[str, ...], state: str, cause: str | None) -> None:
        self._move(uid, from_states, state=state, cause=cause, finished_at=self._clock.now())

    def _move(self, uid: UUID, from_states: tuple[str, ...], **values: Any) -> bool:  # Any: column values
        statement = update(print_jobs).where(_JOB.uid == uid, _JOB.state.in_(from_states)).values(**values)
        with self._database.writing() as connection:
            return connection.execute(statement).rowcount == 1


def _job(row: Any) -> PrintJob:  # Any: SQLAlchemy's row mapping
    return PrintJob(
        uid=row["uid"],
        content=row["content"],
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        attempt=row["attempts"],
        reprint=row["is_reprint"],
    )
