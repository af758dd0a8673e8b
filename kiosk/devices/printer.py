"""A ticket printer as the kiosk sees it: send a job and learn what became of it, or ask how the printer is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Literal, Protocol, TypeAlias

DeliveryOutcome: TypeAlias = Literal["delivered", "not_delivered", "interrupted", "unknown"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a job. `cause` is a stable word for staff and logs, such as `paper_out`; empty when delivered.

    delivered: the printer said that it has printed it. not_delivered: not one byte left, it may be sent again.
    interrupted: bytes left and may have come out, but not all. unknown: all left and the printer never told.
    """

    outcome: DeliveryOutcome
    cause: str = ""
    retry_helps: bool = True
    """Whether trying the same job again later can help; only where nothing was delivered."""


DELIVERED = Delivery("delivered")


class PrinterState(StrEnum):
    """How a printer is, the gravest first; `UNKNOWN` (it never told) is never taken for any of the others."""

    UNREACHABLE = "unreachable"
    COVER_OPEN = "cover_open"
    PAPER_OUT = "paper_out"
    OFFLINE = "offline"
    PAPER_LOW = "paper_low"
    READY = "ready"
    UNKNOWN = "unknown"


CANNOT_PRINT = frozenset(
    {PrinterState.UNREACHABLE, PrinterState.COVER_OPEN, PrinterState.PAPER_OUT, PrinterState.OFFLINE}
)


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """A printer's state and since when it has been so (aware UTC)."""

    state: PrinterState
    since: datetime


class Printer(Protocol):
    """Both methods block and may be called from any thread; neither raises when the printer fails."""

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        """Send one whole job and wait to learn what became of it, at most `deadline_s` seconds."""
        ...

    def status(self) -> PrinterStatus:
        """How the printer is now; during a job, how it was last seen. Takes two seconds at most."""
        ...


class StateHistory:
    """Remembers since when a printer has been as it is. Safe from any thread."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._seen = PrinterStatus(PrinterState.UNKNOWN, now())

    def saw(self, state: PrinterState) -> PrinterStatus:
        """Note a state; `since` stays while it is the same."""
        with self._lock:
            if state is not self._seen.state:
                self._seen = PrinterStatus(state, self._now())
            return self._seen

    def last(self) -> PrinterStatus:
        """The state noted last."""
        with self._lock:
            return self._seen


def utc_now() -> datetime:
    """The wall clock, aware."""
    return datetime.now(UTC)
