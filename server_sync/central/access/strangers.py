"""Sockets that are open and have not said yet whose they are: how many may be, so that none are left for nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

MOST_STRANGERS = 1_000
MOST_PER_ADDRESS = 200
"""All the boards of a clinic come back at once from one address, and each says its key within moments."""


class Strangers:
    """Who is waited for now. On the event loop's thread."""

    def __init__(self) -> None:
        self._by_address: Counter[str] = Counter()

    @property
    def count(self) -> int:
        """How many are waited for."""
        return self._by_address.total()

    def may_enter(self, who: str) -> bool:
        """Whether one more is taken; `who` is an address as `rate_limits.by_address` counts it."""
        return self.count < MOST_STRANGERS and self._by_address[who] < MOST_PER_ADDRESS

    @contextmanager
    def entered(self, who: str) -> Iterator[None]:
        """Count one until they have said who they are, or are gone."""
        self._by_address[who] += 1
        try:
            yield
        finally:
            self._by_address[who] -= 1
            if not self._by_address[who]:
                del self._by_address[who]
