"""Time as the screens need it: a clock and timers that tests can hand in, and the watch over an idle screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from PySide6.QtCore import QTimer

MORE_TIME_S = 20
"""How long "Do you need more time?" stands before the session ends (ux.md)."""
EASED_FACTOR = 3
"""How much longer everything stands for a person who asked for more time (ux.md)."""


class Timer(Protocol):
    """A call that waits for its time."""

    def stop(self) -> None:
        """Forget the call; harmless when it has been made."""
        ...


class Time(Protocol):
    """The clock and the timers behind the screens."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def monotonic_s(self) -> float:
        """Seconds that never run backwards."""
        ...

    def after(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Call on the UI thread after so many seconds, once."""
        ...


class QtTime:
    """The machine's clock and Qt's timers."""

    def now(self) -> datetime:
        """The machine's clock."""
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        """The machine's monotonic clock."""
        from time import monotonic

        return monotonic()

    def after(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Start a QTimer of its own."""
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        timer.start(round(seconds * 1000))
        return timer


class IdleWatch:
    """Notices that nobody touches the screen any more: asks, counts down, and gives up."""

    def __init__(self, time: Time, asking_changed: Callable[[], None], gone: Callable[[], None]) -> None:
        self._time = time
        self._asking_changed = asking_changed
        self._gone = gone
        self._timer: Timer | None = None
        self.seconds_left = 0
        """What remains while it asks; 0 while it does not."""

    def start(self, seconds: float, *, factor: int, silent: bool = False) -> None:
        """Count anew from now; `silent` ends without asking, where there is nothing to lose."""
        self.stop()
        ends = self._gone if silent else lambda: self._ask(MORE_TIME_S * factor)
        self._timer = self._time.after(seconds * factor, ends)

    def stop(self) -> None:
        """Watch no longer, and take the question away."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._show(0)

    def _ask(self, seconds: int) -> None:
        self._show(seconds)
        self._timer = self._time.after(1, self._tick)

    def _tick(self) -> None:
        if self.seconds_left <= 1:
            self.stop()
            self._gone()
        else:
            self._ask(self.seconds_left - 1)

    def _show(self, seconds: int) -> None:
        if seconds != self.seconds_left:
            self.seconds_left = seconds
            self._asking_changed()
