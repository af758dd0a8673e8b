"""The spool: a thread that brings queued tickets to the printer, each at most once without a mark, none too late.

Whatever is killed when, at most one unmarked ticket comes out: a job is durably marked as sending before its first byte
may leave, and a job that was sending when the kiosk died is never printed by itself again. No failure of the printer
ever reaches the check-in, which is over before the spool hears of it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Literal, Protocol
from uuid import UUID

from kiosk.printing.print_jobs import PrintJob, PrintJobs
from server_sync.protocol.faults import Fault

LONGEST_SEND_S = 10.0
"""A ticket is on paper within two seconds; a printer that still works on it after ten has stopped."""
BACK_OFF_S = (0.2, 0.5, 1.0, 2.0, 4.0)
STORAGE_BACK_OFF_S = 2.0
_REMEMBERED_JOBS = 500

log = logging.getLogger(__name__)


class JobState(StrEnum):
    """What is known of a job on its way."""

    QUEUED = "queued"
    SENDING = "sending"
    DELAYED = "delayed"
    """The printer takes nothing now; it is tried again until the job expires. To a patient: could not be printed."""
    PRINTED = "printed"
    FAILED = "failed"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    """All of it left and the printer never told."""
    INTERRUPTED = "interrupted"
    """Part of it may have come out; staff may print a marked one."""


class Delivery(Protocol):
    """What became of the bytes, as `kiosk.devices.printer.Delivery` says it."""

    @property
    def outcome(self) -> Literal["delivered", "not_delivered", "interrupted", "unknown"]:
        """Only `not_delivered` means that not one byte left."""
        ...

    @property
    def cause(self) -> str:
        """A stable word; empty when delivered."""
        ...

    @property
    def retry_helps(self) -> bool:
        """Whether a job that was not delivered may be tried again."""
        ...


class TicketPrinter(Protocol):
    """As much of a printer as the spool needs; `kiosk.devices` has real ones, and knows nothing of tickets."""

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        """Send a whole job; blocks for `deadline_s` seconds at most and never raises for the printer's sake."""
        ...


class TicketRenderer(Protocol):
    """Makes bytes of a job's payload, as `kiosk.printing.encode.TicketEncoder` does."""

    def warm_up(self) -> None:
        """Do what the first ticket would otherwise wait for."""
        ...

    def render(self, payload: Mapping[str, object], *, reprint: bool) -> bytes:
        """The bytes of one ticket. Raises `BadPayload`."""
        ...


@dataclass(slots=True)
class _Attempts:
    """How often a job met a printer that took nothing, and when this process saw it first (monotonic seconds)."""

    first_seen_s: float
    expires_at: datetime
    failed: int = 0


class Spool:
    """Runs one printer. `wake`, `outcome` and `stop` may be called from any thread; the callback is on the spool's."""

    def __init__(
        self,
        jobs: PrintJobs,
        printer: TicketPrinter,
        renderer: TicketRenderer,
        *,
        on_state_changed: Callable[[UUID, JobState], None] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._jobs = jobs
        self._printer = printer
        self._renderer = renderer
        self._on_state_changed = on_state_changed
        self._now = now
        self._monotonic_s = monotonic_s
        self._changed = threading.Condition()
        self._is_awake = True
        self._is_under_way = True
        self._is_stopping = False
        self._has_recovered = False
        self._states: OrderedDict[UUID, JobState] = OrderedDict()
        self._attempts: dict[UUID, _Attempts] = {}
        self._unsaved: list[Callable[[], None]] = []
        self._thread = threading.Thread(target=self._run, name="ticket-spool", daemon=True)

    def start(self) -> None:
        """Start the thread. It first settles what an earlier process left behind."""
        self._thread.start()

    def stop(self, timeout_s: float = LONGEST_SEND_S + 2) -> bool:
        """Finish the job at hand and end; False where the thread still runs after `timeout_s`."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def wake(self, head_start_s: float = 0.0) -> None:
        """A job was committed. Returns when its bytes have left or can't now, after `head_start_s` at the latest."""
        with self._changed:
            self._is_awake = True
            self._is_under_way = True
            self._changed.notify_all()
            if head_start_s > 0:
                self._changed.wait_for(lambda: not self._is_under_way, head_start_s)

    def outcome(self, uid: UUID, timeout_s: float) -> JobState:
        """Wait until there is something to tell of a job: anything but queued and sending, or what is known in time."""
        with self._changed:
            self._changed.wait_for(lambda: self._known(uid) not in (JobState.QUEUED, JobState.SENDING), timeout_s)
            return self._known(uid)

    def print_what_waits(self) -> float | None:
        """One round of the spool's thread: seconds until it is worth another try, None where nothing waits.

        Public so that tests can run it without the thread. Raises `Fault` where the list cannot be used.
        """
        if not self._has_recovered:
            self._recover()
        while not self._is_stopping:
            self._save_what_is_unsaved()
            job = self._jobs.next_job(self._now())
            self._tell_expired(job)
            if job is None:
                return None
            delay_s = self._print(job)
            if delay_s is not None:
                return delay_s
        return None

    def _known(self, uid: UUID) -> JobState:
        return self._states.get(uid, JobState.QUEUED)

    # The spool's own thread

    def _run(self) -> None:
        self._guarded(self._warm_up)
        while not self._is_stopping:
            self._sleep(self._guarded(self.print_what_waits))

    def _warm_up(self) -> None:
        self._renderer.warm_up()

    def _recover(self) -> None:
        interrupted = self._jobs.recover()
        self._has_recovered = True
        if interrupted:
            log.warning("%d tickets were being sent when the kiosk stopped", interrupted)

    def _guarded(self, step: Callable[[], float | None]) -> float | None:
        """Run a step at the thread's top: seconds until the next, or None to wait for `wake`."""
        try:
            return step()
        except Fault as fault:
            log.warning("the list of tickets cannot be used: %s", fault.code)
        except Exception:  # a bug of ours must not end all printing
            log.exception("the spool stumbled")
        return STORAGE_BACK_OFF_S

    def _let_others_go(self) -> None:
        with self._changed:
            self._is_under_way = False
            self._changed.notify_all()

    def _sleep(self, seconds: float | None) -> None:
        with self._changed:
            if not self._is_awake:
                self._is_under_way = False
                self._changed.notify_all()
            self._changed.wait_for(lambda: self._is_awake or self._is_stopping, seconds)
            self._is_awake = False

    def _print(self, job: PrintJob) -> float | None:
        """Bring one job to the printer; seconds to wait where it must be tried again."""
        attempts = self._attempts.setdefault(job.uid, _Attempts(self._monotonic_s(), job.expires_at))
        remaining_s = self._remaining_s(job, attempts)
        if remaining_s <= 0:
            self._settle(job.uid, JobState.EXPIRED, lambda: self._jobs.mark_failed(job.uid, "expired"))
            return None
        try:
            ticket = self._renderer.render(job.content, reprint=job.reprint)
        except Exception:
            # A payload that is no ticket, or a bug of ours: it must not hold up the tickets behind it.
            log.exception("a ticket cannot be made")
            self._settle(job.uid, JobState.FAILED, lambda: self._jobs.mark_failed(job.uid, "bad_ticket"))
            return None
        if not self._jobs.mark_sending(job.uid):
            self._attempts.pop(job.uid, None)
            return None
        self._tell(job.uid, JobState.SENDING)
        return self._send(job.uid, ticket, min(LONGEST_SEND_S, remaining_s))

    def _remaining_s(self, job: PrintJob, attempts: _Attempts) -> float:
        """Seconds of the job's life, by the wall clock and by our own: the wall clock may be set back meanwhile."""
        lifetime_s = (job.expires_at - job.created_at).total_seconds()
        return min(
            (job.expires_at - self._now()).total_seconds(),
            lifetime_s - (self._monotonic_s() - attempts.first_seen_s),
        )

    def _send(self, uid: UUID, ticket: bytes, deadline_s: float) -> float | None:
        try:
            delivery = self._printer.send(ticket, deadline_s)
            self._let_others_go()
        except Exception:
            # A bug in a driver: nobody knows what left, so the job must never be sent again by itself.
            log.exception("the printer's driver failed")
            self._settle(uid, JobState.INTERRUPTED, lambda: self._jobs.mark_interrupted(uid))
            return None
        if delivery.outcome != "delivered":
            log.warning("ticket %s: %s (%s)", uid, delivery.outcome, delivery.cause)
        match delivery.outcome:
            case "delivered":
                self._settle(uid, JobState.PRINTED, lambda: self._jobs.mark_printed(uid))
            case "interrupted":
                self._settle(uid, JobState.INTERRUPTED, lambda: self._jobs.mark_interrupted(uid))
            case "unknown":
                self._settle(uid, JobState.UNKNOWN, lambda: self._jobs.mark_unknown(uid))
            case "not_delivered" if not delivery.retry_helps:
                self._settle(uid, JobState.FAILED, lambda: self._jobs.mark_failed(uid, delivery.cause))
            case "not_delivered":
                return self._try_again(uid)
        return None

    def _try_again(self, uid: UUID) -> float:
        self._save(lambda: self._jobs.requeue(uid))
        self._tell(uid, JobState.DELAYED)
        attempts = self._attempts[uid]
        attempts.failed += 1
        return BACK_OFF_S[min(attempts.failed, len(BACK_OFF_S)) - 1]

    def _settle(self, uid: UUID, state: JobState, mark: Callable[[], None]) -> None:
        self._attempts.pop(uid, None)
        self._save(mark)
        self._tell(uid, state)

    def _save(self, mark: Callable[[], None]) -> None:
        """Note what became of a job; what cannot be noted now is noted later. Meanwhile it stays marked as sending."""
        self._unsaved.append(mark)
        with suppress(Fault):
            self._save_what_is_unsaved()

    def _save_what_is_unsaved(self) -> None:
        while self._unsaved:
            self._unsaved[0]()
            self._unsaved.pop(0)

    def _tell_expired(self, offered: PrintJob | None) -> None:
        """Jobs that we tried and that the list no longer offers once their time is over."""
        for uid, attempts in list(self._attempts.items()):
            if attempts.expires_at <= self._now() and (offered is None or offered.uid != uid):
                del self._attempts[uid]
                self._tell(uid, JobState.EXPIRED)

    def _tell(self, uid: UUID, state: JobState) -> None:
        with self._changed:
            self._states[uid] = state
            self._states.move_to_end(uid)
            while len(self._states) > _REMEMBERED_JOBS:
                self._states.popitem(last=False)
            self._changed.notify_all()
        if self._on_state_changed is None:
            return
        try:
            self._on_state_changed(uid, state)
        except Exception:  # whoever listens must not stop the printing
            log.exception("a listener of the spool failed")
