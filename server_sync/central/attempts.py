"""A limit to how often one address may try something, kept in memory and bounded."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from time import monotonic

WINDOW_S = 60.0
MOST_ADDRESSES = 10_000


class AttemptLimit:
    """At most `per_minute` attempts an address in any minute. Thread-safe."""

    def __init__(self, per_minute: int, now: Callable[[], float] = monotonic) -> None:
        self._per_minute = per_minute
        self._now = now
        self._lock = threading.Lock()
        self._attempts: OrderedDict[str, deque[float]] = OrderedDict()

    def wait_s(self, address: str) -> float:
        """Count an attempt: 0 where it may go on, else the seconds until the next may."""
        now = self._now()
        with self._lock:
            recent = self._attempts.setdefault(address, deque())
            self._attempts.move_to_end(address)
            while recent and recent[0] <= now - WINDOW_S:
                recent.popleft()
            if len(recent) >= self._per_minute:
                return recent[0] + WINDOW_S - now
            recent.append(now)
            if len(self._attempts) > MOST_ADDRESSES:
                self._attempts.popitem(last=False)
        return 0.0
