"""Tickets' pages that are kept up to date while somebody looks at them: how many may be open, and what each is told."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

import anyio
import anyio.to_thread
from sqlalchemy import bindparam, select

from server_sync.central.news.announcer import Announcer, Subscription
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue.view import FollowedPlace
from server_sync.records.replica import Replica
from server_sync.records.tables import queue_management

Answer = TypeVar("Answer")

MOST_FOLLOWERS = 2_000
MOST_PER_ADDRESS = 200
"""A whole waiting room may share one address."""

LOOK_EVERY_S = 15.0
"""Waits grow without a commit; and a word on the line keeps what stands between from cutting it."""

SPACING_S = 3.0
"""At a busy desk, each phone is told once in a while and not at every commit."""

LONGEST_S = 1800.0
"""Then the browser comes again by itself."""


class Followers:
    """Who follows their number now. On the event loop's thread."""

    def __init__(self) -> None:
        self._by_address: Counter[str] = Counter()
        self._ending = asyncio.Event()
        self._open: set[Subscription] = set()
        self._threads: anyio.CapacityLimiter | None = None

    @property
    def count(self) -> int:
        """How many pages are open."""
        return self._by_address.total()

    def may_enter(self, address: str) -> bool:
        """Whether one more from this address is taken."""
        return self.count < MOST_FOLLOWERS and self._by_address[address] < MOST_PER_ADDRESS

    @contextmanager
    def entered(self, address: str) -> Iterator[None]:
        """Count one while the page is open."""
        self._by_address[address] += 1
        try:
            yield
        finally:
            self._by_address[address] -= 1
            self._by_address += Counter()  # forget addresses with none

    def end(self) -> None:
        """The server stops: let every page go, so that it need not wait for them."""
        self._ending.set()
        for subscription in self._open:
            subscription.wake()

    async def read(self, operation: Callable[[], Answer]) -> Answer:
        """Run one page's look in a thread; one at a time, so that a full waiting room leaves the desk its threads."""
        if self._threads is None:
            self._threads = anyio.CapacityLimiter(1)
        return await anyio.to_thread.run_sync(operation, limiter=self._threads)

    async def places(
        self, announcer: Announcer, location_id: int, read: Callable[[], FollowedPlace | None]
    ) -> AsyncIterator[FollowedPlace | None]:
        """The place now and after each change; None where it has not changed for a while. Ends with the visit."""
        subscription, last, until_s = announcer.subscribe(location_id), None, monotonic() + LONGEST_S
        self._open.add(subscription)
        try:
            while monotonic() < until_s:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(subscription.news(), LOOK_EVERY_S)
                place = None if self._ending.is_set() else await self.read(read)
                if place is None:
                    return
                yield place if place != last else None
                if place.status in (QueueStatus.COMPLETED, QueueStatus.CANCELLED):
                    return
                last = place
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._ending.wait(), SPACING_S)
        finally:
            self._open.discard(subscription)
            announcer.unsubscribe(subscription)


def location_of_code(replica: Replica, follow_code: str) -> int | None:
    """Where the place behind a ticket's code is; None for a code that is none of ours."""
    with replica.read() as reading:
        found: int | None = reading.scalar(_LOCATION, {"code": follow_code})
        return found


_LOCATION = select(queue_management.c.location_id).where(
    queue_management.c.follow_code == bindparam("code"), queue_management.c.deleted_at.is_(None)
)
