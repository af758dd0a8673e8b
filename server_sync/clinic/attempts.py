"""How often a kiosk may be wrong about people before it sends them to the desk."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta


class FailedAttempts:
    """Identifications that failed lately at one machine. Not thread-safe; kept in memory on purpose.

    Ten in five minutes by default: a clumsy family stays below it, a person who tries out codes does not. Eight random
    digits and some hundred open appointments leave a guesser one chance in some 100,000 an hour.
    """

    def __init__(self, limit: int = 10, within: timedelta = timedelta(minutes=5)) -> None:
        self._limit = limit
        self._within = within
        self._failures: deque[datetime] = deque(maxlen=limit)

    def too_many(self, now: datetime) -> bool:
        """Whether the next attempt must be refused without looking."""
        while self._failures and not self._failures[0] <= now < self._failures[0] + self._within:
            self._failures.popleft()
        return len(self._failures) >= self._limit

    def failed(self, now: datetime) -> None:
        """Remember one that found nobody."""
        self._failures.append(now)
