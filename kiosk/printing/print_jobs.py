"""The durable list of tickets to print, as the spool needs it: one Protocol, kept elsewhere in the local database."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from uuid import UUID

from server_sync.desk.print_job import JOB_LIFETIME, PrintJob

__all__ = ["JOB_LIFETIME", "PrintJob", "PrintJobs"]


class PrintJobs(Protocol):
    """The list, kept durably.

    Every method is one short transaction that has returned from its COMMIT, is called on the spool's thread, and may
    raise `server_sync.protocol.faults.Fault`. A job is queued, sending, printed, failed, unknown or interrupted; a
    mark on a job in no fitting state changes nothing.
    """

    def next_job(self, now: datetime) -> PrintJob | None:
        """The oldest queued job, or None.

        Queued jobs whose time is over at `now` (`expires_at <= now`), or that seem to come from further ahead of `now`
        than their own lifetime (the clock went back), are first made failed, for ever, with the cause "expired".
        """
        ...

    def mark_sending(self, uid: UUID) -> bool:
        """Queued becomes sending, durably, before the first byte may leave; False if it is queued no longer."""
        ...

    def mark_printed(self, uid: UUID) -> None:
        """Sending becomes printed."""
        ...

    def mark_failed(self, uid: UUID, cause: str) -> None:
        """Queued or sending becomes failed: it did not come out and never will."""
        ...

    def mark_unknown(self, uid: UUID) -> None:
        """Sending becomes unknown: the printer took it and never told."""
        ...

    def mark_interrupted(self, uid: UUID) -> None:
        """Sending becomes interrupted: part of it may have come out; only a marked reprint may follow."""
        ...

    def requeue(self, uid: UUID) -> None:
        """Sending becomes queued again, with its old expiry; only where not one byte of it left."""
        ...

    def recover(self) -> int:
        """At start: every sending job becomes interrupted, since nobody knows what came out. How many there were."""
        ...
