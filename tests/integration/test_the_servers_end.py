"""The server's end is a clean one, whoever comes in while it begins."""

from __future__ import annotations

import asyncio
import socket

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from server_sync.central.serving import Server, listen


async def nothing(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """An application that nobody asks anything."""


@pytest.mark.parametrize("turns", range(6))
def test_connection_accepted_while_the_end_begins_is_let_go_of(turns: int) -> None:
    async def ended() -> int:
        listening = listen("127.0.0.1", 0)
        config = uvicorn.Config(nothing, lifespan="off", log_config=None, timeout_graceful_shutdown=1)
        server = Server(config, lambda: None)
        config.load()
        server.lifespan = config.lifespan_class(config)
        await server.startup([listening])
        with socket.create_connection(listening.getsockname()):
            for _ in range(turns):
                await asyncio.sleep(0)
            await server.shutdown([listening])
        return len(server.server_state.connections)

    assert asyncio.run(ended()) == 0
