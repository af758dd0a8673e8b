"""Many displays in one process, with as little cost as can be: `connected_displays PORT KEYS_FILE`.

Each is a bare asyncio protocol that notes when the word of a call came. "ready" on standard output once all have caught
up; at the end of standard input, one JSON object: for each number that was called, the moments of its receipts
(CLOCK_MONOTONIC, which all processes share).
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import resource
import sys
from pathlib import Path
from time import monotonic

CALLED = re.compile(rb'"patient_called".{0,200}?"token_number":"([^"]+)"')
AT_ONCE = 50
"""Connections that are opened at the same time: as many as a building whose power came back."""


class Display(asyncio.Protocol):
    """One socket at /ws/queue, from its handshake on."""

    def __init__(self, key: str, receipts: dict[str, list[float]]) -> None:
        self._key = key
        self._receipts = receipts
        self._is_open = False
        self._transport: asyncio.Transport | None = None
        self.caught_up: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        nonce = base64.b64encode(os.urandom(16)).decode()
        transport.write(
            "GET /ws/queue HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {nonce}\r\n"
            f"Authorization: Bearer {self._key}\r\n\r\n".encode()
        )

    def data_received(self, received: bytes) -> None:
        now_s = monotonic()
        if not self._is_open:
            assert received.startswith(b"HTTP/1.1 101"), received
            self._is_open = True
            self._say(b'{"subscribe":{}}')
        for found in CALLED.finditer(received):
            self._receipts.setdefault(found.group(1).decode(), []).append(now_s)
        if b'"type":"subscribed"' in received and not self.caught_up.done():
            self.caught_up.set_result(None)
        if received[0] == 0x89:  # a ping, which comes alone
            self._frame(0x8A, received[2 : 2 + received[1]])

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.caught_up.done():
            self.caught_up.set_exception(exc or ConnectionError("the server hung up"))

    def _say(self, text: bytes) -> None:
        self._frame(0x81, text)

    def _frame(self, kind: int, payload: bytes) -> None:
        assert self._transport is not None
        # Masked with zeros: a client must mask, and these change nothing.
        self._transport.write(bytes((kind, 0x80 | len(payload), 0, 0, 0, 0)) + payload)


async def watch(port: int, keys: list[str]) -> dict[str, list[float]]:
    """Connect all, say "ready", and note what comes until standard input ends."""
    loop, receipts = asyncio.get_running_loop(), dict[str, list[float]]()
    gate = asyncio.Semaphore(AT_ONCE)

    async def connect(key: str) -> Display:
        async with gate:
            _transport, display = await loop.create_connection(lambda: Display(key, receipts), "127.0.0.1", port)
            await display.caught_up
        return display

    displays = await asyncio.gather(*map(connect, keys))
    print("ready", len(displays), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    return receipts


def main(port: str, keys_file: str) -> None:
    """See the module."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    keys = Path(keys_file).read_text(encoding="utf-8").split()
    print(json.dumps(asyncio.run(watch(int(port), keys))), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
