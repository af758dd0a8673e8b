"""Time that nobody waits for: an event loop whose clock jumps to the next timer, and clocks that stray from it.

Without a socket, a thread or a look at the machine's clock, what runs on it depends on nothing but what it was given.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

NINE = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
"""A Monday morning in London, when the simulated clinic opens its doors."""

_FIRST = datetime(1, 1, 2, tzinfo=UTC)
_LAST = datetime(9999, 12, 30, tzinfo=UTC)


class NothingLeftError(Exception):
    """Everybody waits, and nobody for a time: the simulated world has come to a dead end."""


class VirtualLoop(asyncio.BaseEventLoop):
    """An event loop that jumps from timer to timer. `now_s` is virtual seconds since it was made."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 0.0
        self._selector = _Jump(self)

    def time(self) -> float:
        """Virtual seconds."""
        return self.now_s

    def _process_events(self, event_list: list[Any]) -> None:
        """There are no sockets."""

    def _write_to_self(self) -> None:
        """There are no threads that would have to wake it."""


class _Jump:
    """Stands where an event loop asks the system to wait."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop

    def select(self, timeout: float | None) -> list[Any]:
        if timeout is None:
            raise NothingLeftError
        self._loop.now_s += max(0.0, timeout)
        return []

    def close(self) -> None:
        """Nothing was opened."""


class StrayClock:
    """The clock of one machine: virtual time, set off by what its battery, its user or its drift did to it."""

    def __init__(self, loop: VirtualLoop, start: datetime = NINE) -> None:
        self._loop = loop
        self._start = start
        self.astray = timedelta(0)

    def now(self) -> datetime:
        """What it shows, within what a calendar holds."""
        try:
            shown = self._start + timedelta(seconds=self._loop.now_s) + self.astray
        except OverflowError:
            return _LAST
        return min(max(shown, _FIRST), _LAST)
