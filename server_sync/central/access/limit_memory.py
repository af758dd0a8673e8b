"""Counts of requests within one process, for the `limits` library, in memory that does not grow without bound.

The library's own memory storage looks through all its keys in a thread of its own after every hit, and forgets none
before its time: a flood from a million addresses would be remembered whole.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from math import floor

from limits.storage import SlidingWindowCounterSupport, Storage
from limits.storage.base import TimestampedSlidingWindow

MOST_KEYS = 50_000
"""Some 10 MB. Beyond it the key that was idle longest is forgotten: a flood frees itself, never the server's memory."""


class BoundedMemory(Storage, SlidingWindowCounterSupport, TimestampedSlidingWindow):
    """Two counters a key, this window's and the last one's. On the event loop's thread only."""

    STORAGE_SCHEME = ["anteroom-memory"]  # noqa: RUF012 - as the library declares it

    def __init__(self, most_keys: int = MOST_KEYS, now: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._most = most_keys
        self._now = now
        self._counts: OrderedDict[str, tuple[int, int, int]] = OrderedDict()

    @property
    def base_exceptions(self) -> type[Exception]:
        """A memory never fails."""
        return ValueError

    def acquire_sliding_window_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count `amount` hits where they fit into the window that ends now."""
        window, before, current, share = self._standing(key, expiry)
        allowed = floor(before * share) + current + amount <= limit
        self._counts[key] = (window, before, current + amount if allowed else current)
        self._counts.move_to_end(key)
        if len(self._counts) > self._most:
            self._counts.popitem(last=False)
        return allowed

    def get_sliding_window(self, key: str, expiry: int) -> tuple[int, float, int, float]:
        """(hits of the last window, its seconds to go, hits of this one, its seconds to go)."""
        _window, before, current, share = self._standing(key, expiry)
        return before, share * expiry, current, share * expiry + expiry

    def clear_sliding_window(self, key: str, expiry: int) -> None:
        """Forget a key."""
        self.clear(key)

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count without a limit."""
        window, before, current, _share = self._standing(key, expiry)
        self._counts[key] = (window, before, current + amount)
        return current + amount

    def get(self, key: str) -> int:
        """This window's hits."""
        return self._counts.get(key, (0, 0, 0))[2]

    def get_expiry(self, key: str) -> float:
        """Nothing is kept by its time alone."""
        return self._now()

    def check(self) -> bool:
        """It is there."""
        return True

    def reset(self) -> int:
        """Forget all."""
        count = len(self._counts)
        self._counts.clear()
        return count

    def clear(self, key: str) -> None:
        """Forget a key."""
        self._counts.pop(key, None)

    def _standing(self, key: str, expiry: int) -> tuple[int, int, int, float]:
        """This window's number, the last one's hits, this one's hits, and the share of the last that still counts."""
        now = self._now()
        present = int(now // expiry)
        window, before, current = self._counts.get(key, (present, 0, 0))
        if window != present:
            before, current = (current, 0) if window == present - 1 else (0, 0)
        return present, before, current, 1 - now % expiry / expiry
