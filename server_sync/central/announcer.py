"""Telling connected devices that there is news for their location; what the news is, they ask the feed.

One process announces to its own sockets. Several processes on one PostgreSQL need another `Announcer`, which
hears of the others' commits through the database.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Protocol


class Subscription:
    """One listener's place: a flag that is up while there is news, however much of it. It starts up."""

    def __init__(self, location_id: int) -> None:
        self.location_id = location_id
        self._flag = asyncio.Event()
        self._flag.set()

    async def news(self) -> None:
        """Return once there is news since the last call."""
        await self._flag.wait()
        self._flag.clear()

    def wake(self) -> None:
        """Say that there is news; on the event loop's thread."""
        self._flag.set()


class Announcer(Protocol):
    """Carries "there is news at these locations" from whoever committed to whoever listens."""

    def announce(self, location_ids: Iterable[int]) -> None:
        """Callable from any thread, after a commit; never blocks."""
        ...

    def subscribe(self, location_id: int) -> Subscription:
        """Listen; on the event loop's thread. The first `news` returns at once, so that nothing is missed."""
        ...

    def unsubscribe(self, subscription: Subscription) -> None:
        """Stop listening; on the event loop's thread."""
        ...


class InProcessAnnouncer:
    """An announcer within one process, on the event loop that it was started on."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: dict[int, set[Subscription]] = {}

    def start(self) -> None:
        """Begin to pass news on, on the running event loop; what was announced before had no listener."""
        self._loop = asyncio.get_running_loop()

    def stop(self) -> None:
        """Pass nothing on any more: the loop is about to end."""
        self._loop = None

    def announce(self, location_ids: Iterable[int]) -> None:
        """See Announcer."""
        loop, places = self._loop, frozenset(location_ids)
        if loop is None or not places:
            return
        try:
            loop.call_soon_threadsafe(self._wake, places)
        except RuntimeError:  # the loop has closed meanwhile, and with it every socket
            return

    def subscribe(self, location_id: int) -> Subscription:
        """See Announcer."""
        listener = Subscription(location_id)
        self._listeners.setdefault(location_id, set()).add(listener)
        return listener

    def unsubscribe(self, subscription: Subscription) -> None:
        """See Announcer."""
        self._listeners.get(subscription.location_id, set()).discard(subscription)

    @property
    def listeners(self) -> int:
        """How many listen now."""
        return sum(len(listeners) for listeners in self._listeners.values())

    def _wake(self, places: frozenset[int]) -> None:
        for place in places:
            for listener in self._listeners.get(place, ()):
                listener.wake()
