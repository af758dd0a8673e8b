"""Guessing gets slower with each miss: a growing delay for a login at an address, whether or not that login exists."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from time import monotonic

FREE_MISSES = 3
LONGEST_DELAY_S = 900.0
FORGOTTEN_S = 3_600.0
MOST_KEPT = 20_000


class GrowingDelays:
    """Misses of late, in memory, bounded. Threads may share it."""

    def __init__(self, now_s: Callable[[], float] = monotonic) -> None:
        self._now_s = now_s
        self._lock = threading.Lock()
        self._misses: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait_s(self, who: str) -> int:
        """Whole seconds until `who` may try again; 0: now."""
        with self._lock:
            count, last = self._misses.get(who, (0, 0.0))
        return max(0, ceil(last + delay_s(count) - self._now_s())) if count > FREE_MISSES else 0

    def missed(self, who: str) -> None:
        """Remember a miss."""
        now = self._now_s()
        with self._lock:
            count, last = self._misses.pop(who, (0, now))
            self._misses[who] = (1 if now - last > FORGOTTEN_S else count + 1, now)
            if len(self._misses) > MOST_KEPT:
                self._misses.popitem(last=False)

    def succeeded(self, who: str) -> None:
        """Forget the misses."""
        with self._lock:
            self._misses.pop(who, None)


def delay_s(misses: int) -> float:
    """1, 2, 4 ... seconds after the fourth miss and each one that follows; at most a quarter of an hour."""
    return 0.0 if misses <= FREE_MISSES else min(2.0 ** min(misses - FREE_MISSES - 1, 20), LONGEST_DELAY_S)
