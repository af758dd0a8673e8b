"""Print jobs in memory: what the local database keeps, without one."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from kiosk.printing.print_jobs import JOB_LIFETIME, PrintJob
from server_sync.protocol.faults import StorageFault


@dataclass(slots=True)
class _Kept:
    job: PrintJob
    state: str = "queued"
    cause: str = ""


class InMemoryPrintJobs:
    """Passes the contract suite of `PrintJobs`; it outlives a spool that is killed, as a database would."""

    def __init__(self) -> None:
        self._jobs: dict[UUID, _Kept] = {}
        self._lock = threading.Lock()
        self.marks: list[str] = []
        """Every mark that took effect, in order."""
        self.broken = False
        """While set, every call raises a `StorageFault`."""

    def queue(self, content: Mapping[str, object], created_at: datetime, *, reprint: bool = False) -> UUID:
        """What the front desk does in the check-in's transaction."""
        uid = uuid4()
        job = PrintJob(uid, content, created_at, created_at + JOB_LIFETIME, attempt=0, reprint=reprint)
        with self._lock:
            self._jobs[uid] = _Kept(job)
        return uid

    def state(self, uid: UUID) -> tuple[str, str]:
        """The job's state and its cause, as the database has them."""
        with self._lock:
            return self._jobs[uid].state, self._jobs[uid].cause

    def reopened(self) -> InMemoryPrintJobs:
        """The same list as a new process finds it."""
        return self

    def close(self) -> None:
        """Nothing is open."""

    def next_job(self, now: datetime) -> PrintJob | None:
        with self._opened():
            queued = sorted(
                (kept for kept in self._jobs.values() if kept.state == "queued"), key=lambda kept: kept.job.created_at
            )
            for kept in queued:
                if kept.job.expires_at <= now or kept.job.created_at - now > JOB_LIFETIME:
                    kept.state, kept.cause = "failed", "expired"
            return next((kept.job for kept in queued if kept.state == "queued"), None)

    def mark_sending(self, uid: UUID) -> bool:
        with self._opened():
            kept = self._jobs.get(uid)
            if kept is None or kept.state != "queued":
                return False
            kept.state = "sending"
            kept.job = replace(kept.job, attempt=kept.job.attempt + 1)
            self.marks.append("sending")
            return True

    def mark_printed(self, uid: UUID) -> None:
        self._mark(uid, "printed", {"sending"})

    def mark_failed(self, uid: UUID, cause: str) -> None:
        self._mark(uid, "failed", {"queued", "sending"}, cause)

    def mark_unknown(self, uid: UUID) -> None:
        self._mark(uid, "unknown", {"sending"})

    def mark_interrupted(self, uid: UUID) -> None:
        self._mark(uid, "interrupted", {"sending"})

    def requeue(self, uid: UUID) -> None:
        self._mark(uid, "queued", {"sending"})

    def recover(self) -> int:
        with self._opened():
            sending = [kept for kept in self._jobs.values() if kept.state == "sending"]
            for kept in sending:
                kept.state = "interrupted"
            return len(sending)

    def _mark(self, uid: UUID, state: str, allowed: set[str], cause: str = "") -> None:
        with self._opened():
            kept = self._jobs.get(uid)
            if kept is not None and kept.state in allowed:
                kept.state, kept.cause = state, cause
                self.marks.append(state)

    def _opened(self) -> threading.Lock:
        if self.broken:
            raise StorageFault("disk_full", "the fake's disk is full", retry_helps=True)
        return self._lock
