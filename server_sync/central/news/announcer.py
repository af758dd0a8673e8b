"""Telling whoever is connected that there is news for their location; what the news is, they ask the feed.

`InProcessAnnouncer` serves one process. `announcer_postgres` and `announcer_sqlite` hear of other processes' commits
as well, each in its database's way. All pass one contract suite.
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

    def start(self) -> None:
        """Begin to pass news on, on the running event loop; what was announced before had no listener."""
        ...

    def stop(self) -> None:
        """Pass nothing on any more: the loop is about to end."""
        ...

    def announce(self, location_ids: Iterable[int]) -> None:
        """Callable from any thread, after a commit; never blocks."""
        ...

    def subscribe(self, location_id: int) -> Subscription:
        """Listen; on the event loop's thread. The first `news` returns at once, so that nothing is missed."""
        ...

    def unsubscribe(self, subscription: Subscription) -> None:
        """Stop listening; on the event loop's thread."""
        ...

    @property
    def listeners(self) -> int:
        """How many listen now."""
        ...

    @property
    def hears_others(self) -> bool:
        """Whether commits of other processes are heard just now; readiness asks."""
        ...


class InProcessAnnouncer:
    """An announcer within one process, on the event loop that it was started on."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: dict[int, set[Subscription]] = {}

    def start(self) -> None:
        """See Announcer."""
        self._loop = asyncio.get_running_loop()

    def stop(self) -> None:
        """See Announcer."""
        self._loop = None

    def announce(self, location_ids: Iterable[int]) -> None:
        """See Announcer."""
        if places := frozenset(location_ids):
            self._call(places)

    def announce_everywhere(self) -> None:
        """Wake every listener: something may have been missed."""
        self._call(None)

    def subscribe(self, location_id: int) -> Subscription:
        """See Announcer."""
        listener = Subscription(location_id)
        self._listeners.setdefault(location_id, set()).add(listener)
        return listener

    def unsubscribe(self, subscription: Subscription) -> None:
        """See Announcer."""
        listeners = self._listeners.get(subscription.location_id, set())
        listeners.discard(subscription)
        if not listeners:
            self._listeners.pop(subscription.location_id, None)

    @property
    def listeners(self) -> int:
        """See Announcer."""
        return sum(len(listeners) for listeners in self._listeners.values())

    @property
    def hears_others(self) -> bool:
        """There are no others."""
        return self._loop is not None

    def _call(self, places: frozenset[int] | None) -> None:
        loop = self._loop
        if loop is None:
            return
        try:
            loop.call_soon_threadsafe(self._wake, places)
        except RuntimeError:  # the loop has closed meanwhile, and with it every socket
            return

    def _wake(self, places: frozenset[int] | None) -> None:
        for place in tuple(self._listeners) if places is None else places:
            for listener in self._listeners.get(place, ()):
                listener.wake()
