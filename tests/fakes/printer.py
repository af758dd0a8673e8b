"""A printer in memory with the same troubles as a real one, for tests that need no wire."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from kiosk.devices.printer import (
    CANNOT_PRINT,
    DELIVERED,
    Delivery,
    PrinterState,
    PrinterStatus,
    StateHistory,
)


class FakePrinter:
    """Passes the contract suite of `Printer`. What it printed stands in `tickets`, whole jobs only."""

    def __init__(self) -> None:
        self.tickets: list[bytes] = []
        self.attempts = 0
        """How often somebody tried to send a job."""
        self._state = PrinterState.READY
        self._answers = True
        self._breaks_next: Delivery | None = None
        self._changed = threading.Condition()
        self._history = StateHistory(lambda: datetime.now(UTC))

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        with self._changed:
            self.attempts += 1
            self._changed.notify_all()
            if self._state in CANNOT_PRINT and (self._answers or self._state is PrinterState.UNREACHABLE):
                return Delivery("not_delivered", self._state.value)
            broken, self._breaks_next = self._breaks_next, None
            if broken is not None:
                return broken
            self.tickets.append(job)
            self._changed.notify_all()
            return DELIVERED if self._answers else Delivery("unknown", "silent")

    def status(self) -> PrinterStatus:
        known = self._answers or self._state is PrinterState.UNREACHABLE
        return self._history.saw(self._state if known else PrinterState.UNKNOWN)

    def wait_for_tickets(self, count: int, timeout_s: float = 5.0) -> None:
        """Wait until so many jobs came out. Raises `TimeoutError`."""
        self._wait(lambda: len(self.tickets) >= count, timeout_s)

    def wait_for_attempts(self, count: int, timeout_s: float = 5.0) -> None:
        """Wait until somebody tried so often. Raises `TimeoutError`."""
        self._wait(lambda: self.attempts >= count, timeout_s)

    def count_tickets(self) -> int:
        return len(self.tickets)

    def power_off(self) -> None:
        self._become(PrinterState.UNREACHABLE)

    def power_on(self) -> None:
        self._become(PrinterState.READY)

    def take_paper_away(self) -> None:
        self._become(PrinterState.PAPER_OUT)

    def put_paper_in(self) -> None:
        self._become(PrinterState.READY)

    def paper_gets_low(self) -> None:
        self._become(PrinterState.PAPER_LOW)

    def open_cover(self) -> None:
        self._become(PrinterState.COVER_OPEN)

    def close_cover(self) -> None:
        self._become(PrinterState.READY)

    def fall_silent(self) -> None:
        self._answers = False

    def tell_by_itself(self) -> None:
        """Nothing changes: there is no wire on which it could confuse anybody."""

    def run_out_of_paper_in_the_middle(self) -> None:
        self._breaks_next = Delivery("interrupted", "paper_out")

    def open_cover_in_the_middle(self) -> None:
        self._breaks_next = Delivery("interrupted", "cover_open")

    def lose_power_in_the_middle(self) -> None:
        self._breaks_next = Delivery("interrupted", "connection_lost")

    def _become(self, state: PrinterState) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def _wait(self, condition: object, timeout_s: float) -> None:
        assert callable(condition)
        with self._changed:
            if not self._changed.wait_for(condition, timeout_s):
                raise TimeoutError("the fake printer did not get there")
