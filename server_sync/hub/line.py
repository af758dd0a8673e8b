"""A hub's line to its centre: its own log and pages as on any device, and beside them what it does for others."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from math import inf
from typing import Any, Protocol
from uuid import UUID

from server_sync.hub.forwarding import Forwarder, Forwards
from server_sync.hub.keeping import Keeper
from server_sync.hub.place import learn
from server_sync.hub.stored_sets import prune_settled
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.digests import DigestAnswer, DigestQuestion, ImagesAnswer, ImagesQuestion, Reference
from server_sync.protocol.enrolment import Enrolment
from server_sync.protocol.faults import Fault, TransportFault
from server_sync.protocol.pages import FeedPage
from server_sync.protocol.push import SetAnswer
from server_sync.records.outbox import trusted_now
from server_sync.records.replica import Replica
from server_sync.worker.pace import BASE_S, CAP_S, POLL_LINKED_S, PROBE_S
from server_sync.worker.transport import UNREACHABLE, Transport
from server_sync.worker.upkeep import KEEP_SETTLED

log = logging.getLogger(__name__)

ASK_WHO_EVERY_S = 3.0
"""Whoever has just joined is not known here yet, and whoever knocks in vain may have."""


class CentreWay(Transport, Forwards, Protocol):
    """The way to the centre, for a hub."""

    async def site(self) -> Sequence[dict[str, Any]]:
        """The machines of its place, as rows to keep. Raises Fault."""
        ...


class HubLine:
    """Implements `Transport` over another: what is held for others goes before whatever this hub did after it.

    Beside the worker's own steps a task forwards as soon as something is held, and asks who is at this place: now and
    then, and where a page names a device. Made on the event loop; `close` ends it.
    """

    def __init__(self, replica: Replica, keeper: Keeper, way: CentreWay, random: Callable[[], float]) -> None:
        self._replica = replica
        self._way = way
        self._random = random
        self._forwarder = Forwarder(replica, keeper, way)
        self._loop = asyncio.get_running_loop()
        self._woken = asyncio.Event()
        self._asks_who = True
        self._asked_at = -inf
        keeper.on_held = self.wake
        self._task = self._loop.create_task(self._keep_forwarding())

    def wake(self) -> None:
        """Something is held. Callable from any thread."""
        self._call(self._woken.set)

    def ask_who(self) -> None:
        """Somebody is not known here: ask the centre, every few seconds at most. Callable from any thread."""
        self._call(self._ask_soon)

    def _call(self, what: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has closed meanwhile: the next line begins with all of it
            self._loop.call_soon_threadsafe(what)

    def _ask_soon(self) -> None:
        if self._loop.time() - self._asked_at >= ASK_WHO_EVERY_S:
            self._asks_who = True
            self._woken.set()

    async def push(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> tuple[SetAnswer, ...]:
        """See Transport. What this hub did may build on what it held before."""
        await self._forwarder.forward_all()
        return await self._way.push(sets, after)

    def prepare(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> None:
        """See Transport."""
        self._way.prepare(sets, after)

    async def pull(self, cursor: str | None) -> FeedPage:
        """See Transport."""
        self._still_forwards()
        return self._seen(await self._way.pull(cursor))

    async def snapshot(self, cursor: str | None) -> AsyncGenerator[FeedPage, None]:
        """See Transport."""
        async with contextlib.aclosing(self._way.snapshot(cursor)) as pages:
            async for page in pages:
                yield self._seen(page)

    async def compare(self, question: DigestQuestion) -> DigestAnswer:
        """See Transport."""
        return await self._way.compare(question)

    async def images(self, question: ImagesQuestion) -> ImagesAnswer:
        """See Transport."""
        return await self._way.images(question)

    async def rows(self, references: Sequence[Reference]) -> FeedPage:
        """See Transport."""
        return await self._way.rows(references)

    async def tell_erasures(self, uids: Sequence[UUID]) -> int:
        """See Transport."""
        return await self._way.tell_erasures(uids)

    async def learned_waits(self, known: str) -> bytes | None:
        """See Transport."""
        return await self._way.learned_waits(known)

    async def renew(self, device_uid: UUID, key_hash: str) -> Enrolment:
        """See Transport."""
        return await self._way.renew(device_uid, key_hash)

    def listen(self) -> AsyncIterator[None]:
        """See Transport."""
        return self._way.listen()

    async def close(self) -> None:
        """See Transport."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self._way.close()

    def _seen(self, page: FeedPage) -> FeedPage:
        if any(group.noun == "device" for group in page.groups):
            self._asks_who = True
            self._woken.set()
        return page

    async def _keep_forwarding(self) -> None:
        failures = 0
        while True:
            faults = [fault for step in (self._ask_who, self._forward) if (fault := await _fault_of(step)) is not None]
            failures = failures + 1 if faults else 0
            pause_s = self._pause_s(faults[-1], failures) if faults else POLL_LINKED_S * (0.5 + self._random())
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), pause_s)
            self._asks_who = self._asks_who or not self._woken.is_set()
            self._woken.clear()

    async def _ask_who(self) -> None:
        """At once after connecting, where a page named a device, and after each rest that nothing ended."""
        if self._asks_who:
            self._asked_at = self._loop.time()
            learn(self._replica, await self._way.site())
            self._asks_who = False
            now = trusted_now(self._replica.database, self._replica.clock.now())
            if now is not None:
                prune_settled(self._replica.database, now - KEEP_SETTLED)

    async def _forward(self) -> None:
        await self._forwarder.forward_all()

    def _still_forwards(self) -> None:
        """A bug in the task is one of this run: the worker begins another."""
        if self._task.done() and not self._task.cancelled():
            self._task.result()

    def _pause_s(self, fault: Fault, failures: int) -> float:
        if isinstance(fault, TransportFault) and fault.code == UNREACHABLE:
            return PROBE_S * (0.5 + self._random())
        asked_s = fault.retry_after_s if isinstance(fault, TransportFault) else None
        return max(self._random() * min(CAP_S, BASE_S * 2.0 ** min(failures, 16)), asked_s or 0.0)


async def _fault_of(step: Callable[[], Awaitable[None]]) -> Fault | None:
    try:
        await step()
    except Fault as fault:
        log.info("the centre did not take what a hub has for it", extra={"code": fault.code})
        return fault
    return None
