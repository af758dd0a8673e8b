"""Who opened a socket: what is asked of somebody who connects before anything else is told or taken."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from fastapi import WebSocket, WebSocketDisconnect

from server_sync.central.access.callers import Caller
from server_sync.central.access.rate_limits import by_address
from server_sync.central.api.answers import Refused
from server_sync.central.api.operations import recognised
from server_sync.central.api.requests import address_of, bearer_of, centre_of
from server_sync.protocol.faults import ProtocolFault, RefusedFault, StorageFault

HELLO_TIMEOUT_S = 5.0

CLOSE_UNKNOWN = 4401
CLOSE_TRY_LATER = 1013


async def arrived(socket: WebSocket, credential_in: Callable[[str], str]) -> tuple[Caller, str] | None:
    """Who opened an accepted socket, and their credential: in the header, else `credential_in` their first message.

    None where they are gone, or were sent away: 4401 where nobody knows them, 1013 where that cannot be said just now,
    so that a device does not take a busy server's word for that of one that has put it out.
    """
    try:
        credential = bearer_of(socket) or credential_in(await _first_message(socket))
        return await recognised(socket, credential), credential
    except WebSocketDisconnect:
        return None
    except Refused as refusal:
        await close(socket, CLOSE_UNKNOWN if refusal.code == "unknown_key" else CLOSE_TRY_LATER)
    except StorageFault:
        await close(socket, CLOSE_TRY_LATER)
    except (TimeoutError, ProtocolFault, RefusedFault):
        await close(socket, CLOSE_UNKNOWN)
    return None


async def message_from(socket: WebSocket) -> str:
    """The next message; an empty text for one in bytes. Raises WebSocketDisconnect once the other side is gone."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code") or 1005)
    return message.get("text") or ""


async def close(socket: WebSocket, code: int) -> None:
    """Say why; whoever has gone meanwhile does not hear it."""
    with contextlib.suppress(WebSocketDisconnect):
        await socket.close(code)


async def _first_message(socket: WebSocket) -> str:
    strangers, who = centre_of(socket).strangers, by_address(address_of(socket))
    if not strangers.may_enter(who):
        raise Refused("too_many_requests", "too many sockets are open that have not said whose they are")
    with strangers.entered(who):
        return await asyncio.wait_for(message_from(socket), HELLO_TIMEOUT_S)
