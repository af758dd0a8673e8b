"""The line between a device and the server: late, lossy, doubling, cut one way or both, or with a proxy in it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from random import Random
from typing import NoReturn

from server_sync.protocol.faults import TransportFault
from server_sync.worker.http_transport import ANSWER_S, CONNECT_S, PING_S
from server_sync.worker.transport import UNREACHABLE
from tests.simulation.engine import Asked, Reply
from tests.simulation.plan import Kind, Trouble

LATENCY_S = 0.3
PROXY = b"<html><body>Sign in to this network</body></html>"

Serve = Callable[[Asked], Reply | None]
"""Hands a request to the server; None where nobody listens there (any more)."""


class Line:
    """One device's line. `troubles` are those of this moment, by kind."""

    def __init__(self, random: Random, serve: Serve, counted: Callable[[Kind], None]) -> None:
        self._random = random
        self._serve = serve
        self._counted = counted
        self.troubles: dict[Kind, Trouble] = {}
        self.listener: asyncio.Event | None = None
        self.server_is_up = True

    async def exchange(self, asked: Asked) -> Reply:
        """One request and its answer. Raises TransportFault `unreachable` where none comes."""
        if self._hits(Kind.PARTITION):
            await self._nobody(self._random.choice((0.01, 0.01, CONNECT_S)))
        loop = asyncio.get_running_loop()
        there = self._late()
        if self._hits(Kind.DUPLICATE):
            loop.call_later(there + self._random.uniform(0, 8), self._serve, asked)
        if self._hits(Kind.DROP):
            await self._nobody(ANSWER_S)
        if there > ANSWER_S:
            loop.call_later(there, self._serve, asked)
            await self._nobody(ANSWER_S)
        await asyncio.sleep(there)
        if self._hits(Kind.GARBAGE) and self._random.random() < 0.5:
            return self._garbage()
        reply = self._serve(asked)
        if reply is None:
            await self._nobody(0.01)
        if self._hits(Kind.ONE_WAY) or self._hits(Kind.DROP):
            await self._nobody(max(0.0, ANSWER_S - there))
        if self._hits(Kind.GARBAGE):
            status, headers, body = reply
            return (status, headers, body[: len(body) // 2]) if self._random.random() < 0.5 else self._garbage()
        back = self._late()
        if there + back > ANSWER_S:
            await self._nobody(ANSWER_S - there)
        await asyncio.sleep(back)
        return reply

    async def listen(self) -> AsyncIterator[None]:
        """The live link: news at once, then whenever there is some; raises where it breaks."""
        if self._is_cut():
            await self._nobody(CONNECT_S)
        await asyncio.sleep(self._late())
        if not self.server_is_up:
            await self._nobody(0.01)
        self.listener = news = asyncio.Event()
        try:
            yield
            while True:
                try:
                    await asyncio.wait_for(news.wait(), PING_S)
                except TimeoutError:
                    if self._is_cut():
                        await self._nobody(PING_S)
                    continue
                if self.listener is not news:
                    await self._nobody(0)
                news.clear()
                yield
        finally:
            if self.listener is news:
                self.listener = None

    def tell(self) -> None:
        """There is news at the server."""
        news = self.listener
        if news is not None and not self._is_cut() and not news.is_set():
            asyncio.get_running_loop().call_later(self._late(), news.set)

    def break_link(self) -> None:
        """The server is gone, and says so by closing."""
        news, self.listener = self.listener, None
        if news is not None:
            news.set()

    def _is_cut(self) -> bool:
        return Kind.PARTITION in self.troubles or Kind.ONE_WAY in self.troubles

    def _hits(self, kind: Kind) -> bool:
        """Whether a trouble strikes this time: cuts always, others by their strength."""
        trouble = self.troubles.get(kind)
        if trouble is None:
            return False
        always = kind in (Kind.PARTITION, Kind.ONE_WAY)
        if not always and self._random.random() > 0.2 + trouble.strength * 0.6:
            return False
        self._counted(kind)
        return True

    def _late(self) -> float:
        late_s = LATENCY_S * (0.2 + self._random.random())
        if self._hits(Kind.SLOW):
            late_s *= 20
        if self._hits(Kind.DELAY):
            late_s += self._random.uniform(0.1, 5)
        if self._hits(Kind.REORDER):
            late_s += self._random.choice((0.0, 1.0, ANSWER_S + 5.0))
        return late_s

    def _garbage(self) -> Reply:
        status = self._random.choice((200, 403, 500, 502, 503))
        headers = {"retry-after": "3"} if status == 503 else {}
        return status, headers, PROXY

    async def _nobody(self, after_s: float) -> NoReturn:
        await asyncio.sleep(after_s)
        raise TransportFault(UNREACHABLE, "nobody answers")
