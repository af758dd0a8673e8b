"""Endpoints of synchronisation: what a device pushes, what it pulls, and the socket that says there is news."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response, WebSocket, WebSocketDisconnect

from server_sync.central.api.answers import answer
from server_sync.central.api.requests import bearer_of, body_of, centre_of, device_of
from server_sync.central.device_keys import device_of_key
from server_sync.central.feed_pages import MOST_ENTRIES, USUAL_ENTRIES, feed_page
from server_sync.central.ingest import DeviceIdentity
from server_sync.central.receive import receive
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.messages import encode_answers, encode_page
from server_sync.protocol.strict_json import decode

HELLO_TIMEOUT_S = 5.0
SEND_TIMEOUT_S = 5.0
"""A reader that takes longer to make room for twenty bytes is gone."""

CLOSE_UNKNOWN_KEY = 4401
CLOSE_TOO_SLOW = 4408

NEWS = json.dumps({"type": "news"})

router = APIRouter()


@router.post("/api/appointments/offline-sync")
async def offline_sync(request: Request) -> Response:
    """Take the change sets that a device made while it could not, or need not, wait for us."""
    device = await device_of(request)
    body = await body_of(request)
    centre = centre_of(request)
    return answer(encode_answers(await centre.run(receive, centre.replica, device, body)))


@router.get("/api/sync/feed")
async def read_feed(
    request: Request,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_ENTRIES)] = USUAL_ENTRIES,
) -> Response:
    """The next page of the device's location: whole rows, and the cursor to store with them."""
    device = await device_of(request)
    centre = centre_of(request)
    return answer(encode_page(await centre.run(feed_page, centre.replica, device, cursor, limit)))


@router.websocket("/ws/sync")
async def live(socket: WebSocket) -> None:
    """Say "there is news" to a device, at once after connecting and after each commit at its location."""
    await socket.accept()
    device = await _who(socket)
    if device is None:
        await socket.close(CLOSE_UNKNOWN_KEY)
        return
    announcer = centre_of(socket).announcer
    subscription = announcer.subscribe(device.location_id)
    gone = asyncio.create_task(_until_gone(socket))
    try:
        while await _either(subscription.news(), gone):
            await asyncio.wait_for(socket.send_text(NEWS), SEND_TIMEOUT_S)
    except TimeoutError:
        await socket.close(CLOSE_TOO_SLOW)
    except WebSocketDisconnect:
        return
    finally:
        announcer.unsubscribe(subscription)
        gone.cancel()


async def _who(socket: WebSocket) -> DeviceIdentity | None:
    """By the header, or for clients that cannot set one by the first message: {"device_key": "..."}."""
    try:
        key = bearer_of(socket) or _key_in(await asyncio.wait_for(socket.receive_text(), HELLO_TIMEOUT_S))
    except (TimeoutError, WebSocketDisconnect, KeyError, ProtocolFault):
        return None
    centre = centre_of(socket)
    return await centre.run(device_of_key, centre.replica, key)


def _key_in(hello: str) -> str:
    message = decode(hello.encode("utf-8", "surrogatepass"))
    key = message.get("device_key") if isinstance(message, dict) else None
    return key if isinstance(key, str) else ""


async def _until_gone(socket: WebSocket) -> None:
    """Take whatever is sent, so that pings are answered, until the other side is gone."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        continue


async def _either(news: object, gone: asyncio.Task[None]) -> bool:
    """True once there is news, False once the other side is gone."""
    waiting = asyncio.ensure_future(news)  # type: ignore[call-overload]
    try:
        await asyncio.wait({waiting, gone}, return_when=asyncio.FIRST_COMPLETED)
        return not gone.done()
    finally:
        waiting.cancel()
