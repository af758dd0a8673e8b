"""A receipt printer behind the spooler of Windows: its bytes are handed over raw, and followed until they are printed.

A job is held in the queue when it is done, so that the spooler says so itself; one that vanished told nobody. Paper
that runs low is nothing that a spooler knows.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime
from enum import IntFlag
from typing import Protocol

from kiosk.devices.printer import CANNOT_PRINT, DELIVERED, Delivery, PrinterState, PrinterStatus, StateHistory, utc_now

ASK_AGAIN_S = 0.1
TITLE = "Ticket"


class QueueBits(IntFlag):
    """What Windows says of a printer (PRINTER_STATUS_..., and whether it is used offline), as far as it concerns us."""

    PAUSED = 0x1
    ERROR = 0x2
    PENDING_DELETION = 0x4
    PAPER_JAM = 0x8
    PAPER_OUT = 0x10
    PAPER_PROBLEM = 0x40
    OFFLINE = 0x80
    NOT_AVAILABLE = 0x1000
    USER_INTERVENTION = 0x100000
    DOOR_OPEN = 0x400000


class JobBits(IntFlag):
    """What Windows says of a job (JOB_STATUS_...), as far as it concerns us."""

    PAUSED = 0x1
    ERROR = 0x2
    DELETING = 0x4
    OFFLINE = 0x20
    PAPER_OUT = 0x40
    PRINTED = 0x80
    DELETED = 0x100
    BLOCKED = 0x200
    USER_INTERVENTION = 0x400


class Spooler(Protocol):
    """The few things that are asked of Windows. Each may raise OSError where it does not answer."""

    def look(self, queue: str) -> int | None:
        """A printer's `QueueBits` among others; None where there is no such printer."""
        ...

    def hand_over(self, queue: str, title: str, data: bytes) -> int:
        """Queue raw bytes as one job that stays when it is printed; its id."""
        ...

    def job(self, queue: str, job_id: int) -> int | None:
        """A job's `JobBits` among others; None where it is in the queue no more."""
        ...

    def take_out(self, queue: str, job_id: int) -> None:
        """Take a job out of the queue, printed or not."""
        ...


_QUEUE = (
    (QueueBits.OFFLINE | QueueBits.NOT_AVAILABLE | QueueBits.PENDING_DELETION, PrinterState.UNREACHABLE),
    (QueueBits.DOOR_OPEN, PrinterState.COVER_OPEN),
    (QueueBits.PAPER_OUT, PrinterState.PAPER_OUT),
    (QueueBits(sum(QueueBits)), PrinterState.OFFLINE),
)
_STOPPED = (
    (JobBits.DELETING | JobBits.DELETED, "cancelled"),
    (JobBits.OFFLINE, "connection_lost"),
    (JobBits.PAPER_OUT, PrinterState.PAPER_OUT.value),
    (JobBits.PAUSED | JobBits.ERROR | JobBits.BLOCKED | JobBits.USER_INTERVENTION, ""),
)
"""What each bit comes to, the gravest first; empty where the printer has to be asked."""


class SpooledPrinter:
    """One printer of Windows. Its methods block, and may be called from any thread."""

    def __init__(self, queue: str, spooler: Spooler, *, now: Callable[[], datetime] = utc_now) -> None:
        """`queue` is the printer's name, as Windows' settings show it."""
        self._queue = queue
        self._spooler = spooler
        self._history = StateHistory(now)
        self._in_use = threading.Lock()

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        """Hand one job over and wait until it is printed; see `Printer`."""
        ends_at = time.monotonic() + deadline_s
        with self._in_use:
            state = self._ask().state
            if state in CANNOT_PRINT:
                return Delivery("not_delivered", state.value)
            try:
                job_id = self._spooler.hand_over(self._queue, TITLE, job)
            except OSError:
                return Delivery("not_delivered", PrinterState.UNREACHABLE.value)
            return self._follow(job_id, ends_at)

    def status(self) -> PrinterStatus:
        """How the printer is now; see `Printer`."""
        if not self._in_use.acquire(blocking=False):
            return self._history.last()
        try:
            return self._ask()
        finally:
            self._in_use.release()

    def _follow(self, job_id: int, ends_at: float) -> Delivery:
        """A job that stops is taken out at once: a ticket must not come out when its holder has gone."""
        pause = threading.Event()
        while time.monotonic() < ends_at:
            try:
                bits = self._spooler.job(self._queue, job_id)
            except OSError:
                bits = None
            if bits is None:
                return self._out(job_id, Delivery("unknown", "silent"))
            if bits & JobBits.PRINTED:
                return self._out(job_id, DELIVERED)
            cause = next((cause for stopped, cause in _STOPPED if bits & stopped), None)
            if cause is not None:
                return self._out(job_id, Delivery("interrupted", cause or self._cause("offline")))
            pause.wait(ASK_AGAIN_S)
        return self._out(job_id, Delivery("interrupted", self._cause("too_slow")))

    def _cause(self, otherwise: str) -> str:
        """Why a job does not come out of which only that is known: the printer itself may say more."""
        state = self._ask().state
        return state.value if state in CANNOT_PRINT else otherwise

    def _out(self, job_id: int, delivery: Delivery) -> Delivery:
        """What became of the job, once it is out of the queue; whatever cannot be taken out may yet be printed."""
        try:
            self._spooler.take_out(self._queue, job_id)
        except OSError:
            return delivery if delivery == DELIVERED else Delivery("unknown", "silent")
        return delivery

    def _ask(self) -> PrinterStatus:
        try:
            bits = self._spooler.look(self._queue)
        except OSError:
            return self._history.saw(PrinterState.UNKNOWN)
        if bits is None:
            return self._history.saw(PrinterState.UNREACHABLE)
        known = QueueBits(bits & sum(QueueBits))
        state = next((state for those, state in _QUEUE if known & those), PrinterState.READY)
        return self._history.saw(state)
