"""A line between a kiosk and its server that can be cut, cut one way, slowed, reset, and made to say things twice."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Coroutine
from typing import Any

UP, DOWN = "up", "down"
CHUNK_BYTES = 16_384
MOST_REPEATED_BYTES = 1_000_000
_RESET = struct.pack("ii", 1, 0)


class Line:
    """A TCP proxy in a thread of its own, to a port of this machine. Its troubles may be set from any thread."""

    def __init__(self, to_port: int) -> None:
        self._to_port = to_port
        self.cut: frozenset[str] = frozenset()
        """Directions in which all is swallowed without a word, as by a cable that was pulled out."""
        self.refuses = False
        """Whether new connections are reset at once."""
        self.delay_s = 0.0
        """How much later each piece arrives, each way."""
        self.bytes_per_s: float | None = None
        self.says_twice = False
        """Whether all that was said on a connection is said again on another, a moment later."""
        self.repeated = 0
        """How often it did that."""
        self._connections: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where the server seems to be."""
        return f"http://127.0.0.1:{self.port}"

    def heal(self) -> None:
        """No trouble any more. Connections that lost bytes meanwhile are closed: TCP would not have gone on either."""
        lossy = bool(self.cut)
        self.cut, self.refuses, self.delay_s, self.bytes_per_s, self.says_twice = frozenset(), False, 0.0, None, False
        if lossy:
            self.reset()

    def reset(self) -> None:
        """Break every connection in the middle, with RST."""
        self._do(self._reset())

    def close(self) -> None:
        """End, and wait for it."""
        self._do(self._end())
        self._thread.join(10)
        assert not self._thread.is_alive()

    def _do(self, what: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(what, self._loop).result(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._server = self._loop.run_until_complete(asyncio.start_server(self._serve, sock=self._listening))
        self._loop.run_forever()
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        await self._reset()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._loop.call_soon(self._loop.stop)

    async def _reset(self) -> None:
        for writer in list(self._connections):
            _reset(writer)
        self._connections.clear()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._forward(reader, writer)
        except (OSError, asyncio.CancelledError):
            _reset(writer)
        finally:
            self._tasks.discard(task)
            self._connections.discard(writer)

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.refuses:
            _reset(writer)
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to_port)
        self._connections |= {writer, far_writer}
        said = bytearray()
        ways = [
            asyncio.ensure_future(self._pump(reader, far_writer, UP, said)),
            asyncio.ensure_future(self._pump(far_reader, writer, DOWN, said)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            self._connections -= {writer, far_writer}
            for one in (writer, far_writer):
                with contextlib.suppress(OSError):
                    one.close()

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: str, said: bytearray
    ) -> None:
        while chunk := await reader.read(CHUNK_BYTES):
            await asyncio.sleep(self.delay_s + (len(chunk) / self.bytes_per_s if self.bytes_per_s else 0))
            if way in self.cut:
                continue
            writer.write(chunk)
            await writer.drain()
            if way == UP and len(said) < MOST_REPEATED_BYTES:
                said += chunk
                if self.says_twice:
                    again = asyncio.ensure_future(self._say_again(bytes(said)))
                    self._tasks.add(again)
                    again.add_done_callback(self._tasks.discard)

    async def _say_again(self, said: bytes) -> None:
        """To a server that has heard it before; nobody listens to the answer."""
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", self._to_port)
            writer.write(said)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(reader.read(CHUNK_BYTES), 1.0)
            self.repeated += 1
            _reset(writer)


def _reset(writer: asyncio.StreamWriter) -> None:
    tcp = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        tcp.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    with contextlib.suppress(OSError):
        writer.transport.abort()
