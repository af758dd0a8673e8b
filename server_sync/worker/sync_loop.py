"""The worker's loop: asks the pace what to do, lets the courier do it, and says how things stand.

Everything runs on one event loop; its clock, the transport and randomness are handed in, so a simulation owns them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from server_sync.protocol.faults import Fault, RefusedFault, StorageFault, TransportFault
from server_sync.protocol.pages import Progress
from server_sync.records.replica import Replica
from server_sync.records.upstream.holding import count_held
from server_sync.worker.courier import REUSED, Courier
from server_sync.worker.pace import BASE_S, CAP_S, PROBE_S, Pace, Step
from server_sync.worker.renewal import is_under_way, renew
from server_sync.worker.state import ConnectionState, Link
from server_sync.worker.surroundings import Surroundings
from server_sync.worker.transport import UNREACHABLE, Transport
from server_sync.worker.upkeep import Upkeep

log = logging.getLogger(__name__)

STEP_LIMIT_S = 120.0
"""No push or pull takes longer: the transport's own limits end it before. Whoever is still in it then is stuck."""

GRACE_S = 10.0
NOTHING_TO_COME = Progress(0, 0)

CHECKPOINT_AFTER = 32
"""Transactions, most of them of people who wait: their log is copied into the file here, beside them."""


class SyncLoop:
    """One run of the worker over one transport. Made and used on its event loop."""

    def __init__(
        self,
        replica: Replica,
        transport: Transport,
        on_state: Callable[[ConnectionState], None],
        on_applied: Callable[[frozenset[str]], None],
        random: Callable[[], float],
        step_limit_s: float = STEP_LIMIT_S,
        beside: Surroundings | None = None,
        upstream: str = "",
        heard: Callable[[Fault | None], None] | None = None,
    ) -> None:
        """`upstream` is the server's name, empty for the centre; `heard` is told how each step with it went."""
        self._step_limit_s = step_limit_s
        beside = beside or Surroundings()
        self._replica = replica
        self._keep_key = beside.keep_key
        self._courier = Courier(
            replica,
            transport,
            upstream=upstream,
            somebody_is_there=beside.somebody_is_there,
            free_bytes=beside.free_bytes,
        )
        self._upstream = upstream
        self._heard = heard
        time = asyncio.get_running_loop().time
        self._upkeep = Upkeep(replica, self._courier, time, tells_waits=beside.tells_waits)
        self._transport = transport
        self._clock = replica.clock
        self._on_state = on_state
        self._on_applied = on_applied
        self._random = random
        self._pace = Pace(random)
        self._woken = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._pending = self._held = 0
        self._last_sync: datetime | None = None
        self._told: ConnectionState | None = None
        self._busy = False
        self._progress = NOTHING_TO_COME
        self._is_another = False
        self.alive_until = self._loop.time() + step_limit_s
        """The loop's time by which it must have shown another sign of life."""

    async def run(self) -> None:
        """Push and pull until cancelled, or until this device has become another one: then it must begin anew.

        What is raised from here is a bug.
        """
        listening = asyncio.create_task(self._listen())
        try:
            while not self._is_another:
                self._woken.clear()
                self._count_pending()
                step = self._pace.next(self._loop.time())
                self._tell()
                if isinstance(step, Step):
                    await self._take(step)
                else:
                    await self._rest(step)
                if listening.done():
                    listening.result()
        finally:
            # Awaited, or the end of the event loop would interrupt the closing of the socket.
            listening.cancel()
            await asyncio.wait({listening})
            await self._courier.close()

    def nudge(self) -> None:
        """Something was committed here; on the event loop."""
        self._pace.nudge(self._loop.time())
        self._woken.set()

    def ask_now(self) -> None:
        """A person asks for it; on the event loop."""
        self._pace.ask_now(self._loop.time())
        self._woken.set()

    async def _take(self, step: Step) -> None:
        self.alive_until = self._loop.time() + self._step_limit_s
        self._pace.begin(step)
        try:
            await self._do(step)
            self._replica.database.checkpoint(after=CHECKPOINT_AFTER)
        except Fault as fault:
            log.info("a step failed", extra={"state": step.value, "code": fault.code})
            self._pace.failed(step, fault, self._loop.time())
            self._say_heard(fault)
        else:
            self._last_sync = self._clock.now()
            self._say_heard(None)

    def _say_heard(self, fault: Fault | None) -> None:
        if self._heard is not None and not isinstance(fault, StorageFault):
            self._heard(fault)

    async def _do(self, step: Step) -> None:
        if step is Step.PUSH and not self._upstream and is_under_way(self._replica):
            await self._renew()
        elif step is Step.PUSH:
            await self._push()
        else:
            await self._pull()
        if self._courier.is_copy and not self._is_another:
            await self._renew()

    async def _renew(self) -> None:
        if self._keep_key is None:
            raise RefusedFault(REUSED, "these records went back in time, and no new key can be kept here")
        await renew(self._replica, self._courier, self._transport, self._keep_key)
        self._is_another = True

    async def _push(self) -> None:
        self._busy = self._pending > 0
        self._tell()
        try:
            pushed = await self._courier.push()
        finally:
            self._busy = False
        if pushed is None:
            self._pace.nothing_to_push()
        else:
            self._pace.pushed(self._loop.time(), more=pushed.more, refused=pushed.refused)

    async def _pull(self) -> None:
        pulled = await self._courier.pull()
        self._busy = not pulled.is_last
        self._progress = pulled.progress if pulled.progress is not None and not pulled.is_last else NOTHING_TO_COME
        self._pace.pulled(self._loop.time(), is_last=pulled.is_last)
        if pulled.offers_again:
            self._pace.nudge(self._loop.time())
        if pulled.nouns:
            self._upkeep.heard()
            self._on_applied(pulled.nouns)
        # Leases are the centre's to grant, and it alone can say what this device should hold.
        is_settled = pulled.is_last and not self._courier.is_copy and not self._upstream
        if is_settled and await self._upkeep.see_to_it():
            self._pace.nudge(self._loop.time())

    async def _rest(self, seconds: float) -> None:
        self.alive_until = self._loop.time() + seconds + GRACE_S
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return

    async def _listen(self) -> None:
        """Hold the live link, for ever: losing it loses nothing, data comes by pull."""
        failures = 0
        while True:
            code = UNREACHABLE
            try:
                async for _ in self._transport.listen():
                    failures = 0
                    self._pace.linked(self._loop.time(), is_linked=True)
                    self._pace.news(self._loop.time())
                    self._woken.set()
            except Fault as fault:
                code = fault.code if isinstance(fault, TransportFault) else "refused"
            self._pace.linked(self._loop.time(), is_linked=False)
            self._woken.set()
            failures += 1
            await asyncio.sleep(self._pause_s(code, failures))

    def _pause_s(self, code: str, failures: int) -> float:
        if code == UNREACHABLE:
            return PROBE_S * (0.5 + self._random())
        return BASE_S + self._random() * min(CAP_S, BASE_S * 2.0 ** min(failures, 16))

    def _count_pending(self) -> None:
        try:
            self._pending = self._courier.count_pending()
            self._held = count_held(self._replica.database) if self._heard is not None and self._pending else 0
        except Fault as fault:
            self._pace.failed(Step.PUSH, fault, self._loop.time())

    def _tell(self) -> None:
        link = self._pace.link
        if link is Link.ONLINE and self._busy:
            link = Link.SYNCING
        told = self._told
        since = self._clock.now() if told is None or told.link is not link else told.since
        state = ConnectionState(
            link,
            self._pending,
            since,
            self._last_sync,
            self._pace.cause,
            bool(self._upstream),
            self._held,
            self._progress.done,
            self._progress.total,
        )
        if told is None or replace(state, last_sync=told.last_sync) != told:
            self._told = state
            self._on_state(state)
