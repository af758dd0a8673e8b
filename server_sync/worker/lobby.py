"""How a worker changes between its centre and the hub of its place: who is heard, probed, met and left.

What decides is pure (`upstreams`); who may be a hub, and how one proves itself, is handed in.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from server_sync.protocol.faults import Fault, ProtocolFault, TransportFault
from server_sync.records.replica import Replica
from server_sync.worker.answers import NOT_OUR_SERVER
from server_sync.worker.pace import PROBE_S
from server_sync.worker.renewal import is_under_way
from server_sync.worker.transport import Transport
from server_sync.worker.upstreams import Chooser, Move, Side

log = logging.getLogger(__name__)

LOOK_S = 1.0
"""How often it is asked where to be, give or take a half."""

MEET_S = 60.0
PROBE_LIMIT_S = 10.0

NO_HUB = "no_hub"


@dataclass(frozen=True, slots=True)
class Way:
    """The way to one server. The centre's name is empty, a hub's is its uid as text."""

    upstream: str
    transport: Transport


class Hubs(Protocol):
    """Who may be the hub of this device's place."""

    async def meet(self) -> Way:
        """The way to a hub that has proved itself. Raises Fault, `no_hub` where none is known."""
        ...

    def close(self) -> None:
        """Look for none any more. From any thread."""
        ...


class Lobby:
    """One device between its servers, over all runs of its worker. On the worker's event loop."""

    def __init__(
        self, replica: Replica, connect: Callable[[], Transport], hubs: Hubs, random: Callable[[], float]
    ) -> None:
        self._replica = replica
        self._connect = connect
        self._hubs = hubs
        self._random = random
        self._chooser = Chooser(random)
        self._met: Way | None = None

    def way(self) -> Way:
        """To whoever is to be spoken to. Once a run: a hub is met anew for each."""
        met, self._met = self._met, None
        if met is not None:
            return met
        if self._chooser.side is Side.HUB:  # that run broke
            self._chooser.returned(asyncio.get_running_loop().time())
        return Way("", self._connect())

    def heard(self, fault: Fault | None) -> None:
        """How a step went with whoever is spoken to."""
        now, answered = asyncio.get_running_loop().time(), is_answer(fault)
        if self._chooser.side is Side.HUB:
            self._chooser.heard_hub(now, answered=answered)
        else:
            self._chooser.heard_centre(now, answered=answered)

    async def moved(self) -> None:
        """Return as soon as another server is to be spoken to. What is raised from here is a bug."""
        if self._chooser.side is Side.CENTRE:
            await self._leave_centre()
            return
        centre = self._connect()
        try:
            await self._leave_hub(centre)
        finally:
            await centre.close()

    async def close(self) -> None:
        """Let go of a hub that was met and not spoken to."""
        met, self._met = self._met, None
        if met is not None:
            await met.transport.close()

    async def _leave_centre(self) -> None:
        time = asyncio.get_running_loop().time
        while True:
            await self._rest(LOOK_S)
            # Who is becoming another is known by that name at the centre only.
            if self._chooser.next(time()) is Move.SEEK and not is_under_way(self._replica):
                met = await self._meet()
                if met is not None:
                    self._met = met
                    self._chooser.met(time())
                    log.info("the centre does not answer: going on with the hub", extra={"hub": met.upstream})
                    return
                self._chooser.missed(time())

    async def _leave_hub(self, centre: Transport) -> None:
        time = asyncio.get_running_loop().time
        while self._chooser.next(time()) is not Move.RETURN:
            await self._rest(PROBE_S)
            self._chooser.heard_centre(time(), answered=await _answers(centre))
        self._chooser.returned(time())
        log.info("going on with the centre")

    async def _meet(self) -> Way | None:
        try:
            return await asyncio.wait_for(self._hubs.meet(), MEET_S)
        except TimeoutError:
            log.info("no hub answered in time")
        except Fault as fault:
            log.info("there is no hub to go on with", extra={"code": fault.code})
        return None

    async def _rest(self, seconds: float) -> None:
        await asyncio.sleep(seconds * (0.5 + self._random()))


def is_answer(fault: Fault | None) -> bool:
    """Whether it was the server that answered, and not the line, something on it, or a server that cannot."""
    is_none = isinstance(fault, TransportFault) or (isinstance(fault, ProtocolFault) and fault.code == NOT_OUR_SERVER)
    return not is_none


async def _answers(centre: Transport) -> bool:
    """A question that costs nothing, asked as all others are: with the key, of the records."""
    with contextlib.suppress(TimeoutError):
        try:
            await asyncio.wait_for(centre.rows(()), PROBE_LIMIT_S)
        except Fault as fault:
            return is_answer(fault)
        return True
    return False
