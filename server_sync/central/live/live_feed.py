"""The live feed of one process: who watches what, and what becomes of those who are too slow or no longer welcome."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar
from uuid import UUID

import anyio
import anyio.to_thread

from server_sync.central.access.audit import record_reading
from server_sync.central.access.callers import Caller
from server_sync.central.access.revocations import Revocations
from server_sync.central.live.location_reader import Joining, LocationReader
from server_sync.central.live.messages import Doctors
from server_sync.central.live.outlets import CLOSE_TOO_SLOW, CLOSE_UNKNOWN, Outlet
from server_sync.central.live.pictures import Picture, is_location, look
from server_sync.central.news.announcer import Announcer
from server_sync.clinic.roles import Role
from server_sync.records.feed.publishing import Cursor
from server_sync.records.replica import Replica

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

CHECK_EVERY_S = 1.0
READING_THREADS = 2
"""Beside those of the desk's operations, so that boards do not wait behind a queue of bookings."""

MOST_OUTLETS = 10_000
"""Sockets that one process takes; more are sent to another, or told to try later."""


class LiveGauges(Protocol):
    """What is counted of the live feed."""

    def told(self, seconds: float) -> None:
        """Everybody at a location was told, so long after the news came."""
        ...

    def dropped(self, cause: str) -> None:
        """A reader was dropped: `too_slow`, `unknown` or `other`."""
        ...


class LiveFeed:
    """Made and used on the event loop."""

    def __init__(
        self,
        replica: Replica,
        announcer: Announcer,
        revocations: Revocations,
        gauges: LiveGauges | None = None,
        check_every_s: float = CHECK_EVERY_S,
    ) -> None:
        self._replica = replica
        self._announcer = announcer
        self._revocations = revocations
        self._gauges = gauges
        self._check_every_s = check_every_s
        self._threads = anyio.CapacityLimiter(READING_THREADS)
        self._outlets: set[Outlet] = set()
        self._readers: dict[int, LocationReader] = {}
        self._checking: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look after those who watch."""
        self._checking = asyncio.create_task(self._keep_checking())

    def stop(self) -> None:
        """Tell nobody anything any more."""
        if self._checking is not None:
            self._checking.cancel()
        for reader in self._readers.values():
            reader.end()
        self._readers.clear()

    @property
    def roles(self) -> Counter[Role]:
        """How many watch now, by role."""
        return Counter(outlet.caller.role for outlet in self._outlets)

    @property
    def is_full(self) -> bool:
        """Whether nobody else is taken."""
        return len(self._outlets) >= MOST_OUTLETS

    def enter(self, outlet: Outlet) -> None:
        """Look after a socket from now on."""
        self._outlets.add(outlet)

    def leave(self, outlet: Outlet) -> None:
        """The socket is gone."""
        self._outlets.discard(outlet)
        for location_id in tuple(self._readers):
            self.unwatch(outlet, location_id)

    async def is_location(self, location_id: int) -> bool:
        """Whether there is such a location. Raises StorageFault."""
        return await self._run(partial(is_location, self._replica, location_id))

    def watch(
        self, outlet: Outlet, location_id: int, doctors: Doctors, since: Cursor | None, answer: dict[str, int | None]
    ) -> None:
        """Let a socket catch up with a location from `since` and hear what comes; `answer` says so when it has."""
        reader = self._readers.get(location_id)
        if reader is None:
            told = self._gauges.told if self._gauges is not None else lambda _seconds: None
            reader = LocationReader(location_id, _Records(self), self._announcer, told=told)
            self._readers[location_id] = reader
        reader.join(Joining(outlet, doctors, since, answer))

    def unwatch(self, outlet: Outlet, location_id: int, doctors: Doctors = None) -> None:
        """Tell a socket no more of these doctors, or of the location at all."""
        reader = self._readers.get(location_id)
        if reader is None:
            return
        watched = outlet.watched.get(location_id)
        if doctors is not None and watched is not None and watched - doctors:
            outlet.watched[location_id] = watched - doctors
            return
        outlet.watched.pop(location_id, None)
        reader.leave(outlet)
        if not reader.is_needed:
            reader.end()
            del self._readers[location_id]

    async def look(
        self, location_id: int, since: Sequence[Cursor], *, for_staff: bool, unless_at: Cursor | None
    ) -> Picture | None:
        """See `pictures.look`; in a thread."""
        return await self._run(
            partial(look, self._replica, location_id, since, for_staff=for_staff, unless_at=unless_at)
        )

    async def record_shown(self, caller: Caller, patient_uids: frozenset[UUID]) -> None:
        """Say in the audit trail whose names `caller` sees from now on. Raises StorageFault."""
        await self._run(partial(record_reading, self._replica, caller, "watch_queue", patient_uids))

    async def _run(self, operation: Callable[[], Answer]) -> Answer:
        return await anyio.to_thread.run_sync(operation, limiter=self._threads)

    async def _keep_checking(self) -> None:
        while True:
            await asyncio.sleep(self._check_every_s)
            now = self._replica.clock.now()
            for outlet in tuple(self._outlets):
                try:
                    self._check(outlet, now)
                except Exception:
                    # One odd socket must not keep the revoked ones open.
                    log.critical("a bug in looking after a socket", exc_info=True)

    def _check(self, outlet: Outlet, now: datetime) -> None:
        has_expired = outlet.expires_at is not None and outlet.expires_at <= now
        if has_expired or self._revocations.is_revoked(outlet.caller):
            outlet.close(CLOSE_UNKNOWN)
        outlet.check_pace()
        if not outlet.is_open:
            self.leave(outlet)

    def dropped(self, code: int) -> None:
        """For `Outlet`: count that it was closed from our side."""
        cause = {CLOSE_TOO_SLOW: "too_slow", CLOSE_UNKNOWN: "unknown"}.get(code, "other")
        log.info("a reader of the live feed was dropped", extra={"cause": cause})
        if self._gauges is not None:
            self._gauges.dropped(cause)


class _Records:
    """See location_reader.Records."""

    def __init__(self, feed: LiveFeed) -> None:
        self._feed = feed

    async def look(
        self, location_id: int, since: Sequence[Cursor], *, for_staff: bool, unless_at: Cursor | None
    ) -> Picture | None:
        """See Records."""
        return await self._feed.look(location_id, since, for_staff=for_staff, unless_at=unless_at)

    async def record_shown(self, outlet: Outlet, patient_uids: frozenset[UUID]) -> None:
        """See Records."""
        await self._feed.record_shown(outlet.caller, patient_uids)
