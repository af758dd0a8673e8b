"""Endpoints of synchronisation: what a device pushes, what it pulls, and the socket that says there is news."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from typing import Annotated, Any

from fastapi import Query, Request, Response, WebSocket, WebSocketDisconnect
from pydantic import BaseModel

from server_sync.central.access.callers import Caller
from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import answer
from server_sync.central.api.arrivals import CLOSE_UNKNOWN, arrived, close
from server_sync.central.api.fields import IdempotencyKey
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import body_of, centre_of
from server_sync.central.feed_pages import MOST_ENTRIES, USUAL_ENTRIES, feed_page
from server_sync.central.ingest import DeviceIdentity
from server_sync.central.receive import receive_any
from server_sync.clinic.roles import DEVICES, Role
from server_sync.protocol.canonical import Json
from server_sync.protocol.pages import encode_page
from server_sync.protocol.strict_json import decode

SEND_TIMEOUT_S = 5.0
"""A reader that takes longer to make room for twenty bytes is gone."""

CLOSE_TOO_SLOW = 4408

NEWS = json.dumps({"type": "news"})

router = endpoints("sync")


class SetResult(BaseModel):
    """What became of one change set; `id` is null where its own could not be read.

    In the seed's bare shape: of one item, with the ids that the server gave its record; null where it was not done.
    """

    id: str | None
    status: str
    outcome: str
    resolution: str
    type: str | None = None
    record_id: int | None = None
    record_number: str | None = None


class SyncResults(BaseModel):
    """One result for each change set, in their order."""

    results: list[SetResult]


class ChangedRecord(BaseModel):
    """One record as the server holds it: its whole row, or null where it holds none."""

    type: str
    uid: str
    data: dict[str, Any] | None  # Any: the columns of its table


class ChangesPage(BaseModel):
    """A stretch of a location's feed; `cursor` is opaque and asks for what follows."""

    entries: list[ChangedRecord]
    cursor: str
    is_last: bool
    settled_through: int
    centre_time: str


_PUSH: Json = {"device_id": "018f0e2a-7c1d-7000-8000-000000000001", "sync_data": [], "change_sets": []}
_PUSH_SCHEMA: Json = {
    "type": "object",
    "required": ["device_id", "sync_data"],
    "properties": {
        "device_id": {"type": "string", "format": "uuid"},
        "sync_data": {"type": "array", "items": {"type": "object"}},
        "change_sets": {"type": "array", "items": {"type": "object"}},
    },
}
_PAGE: Json = {
    "success": True,
    "data": {"entries": [], "cursor": "MS4xLjEuMA", "is_last": True, "settled_through": 0, "centre_time": ""},
}


@router.post(
    "/api/appointments/offline-sync",
    **operation(
        "Take what a device did",
        roles={Role.KIOSK},
        answers=SyncResults,
        example={"success": True, "data": {"results": []}},
        request_example=_PUSH,
        request_schema=_PUSH_SCHEMA,
        refuses=["malformed_push", "other_device", "too_many_sets", "malformed_encoding", "idempotency_key_reused"],
        limit=Kind.SYNC,
    ),
)
async def offline_sync(request: Request, idempotency_key: IdempotencyKey = None) -> Response:
    """Take what a device did while it could not, or need not, wait for us.

    Change sets with ids are settled once each. A body without `change_sets` is counted once by its key, else by its
    device and content.
    """
    body = await body_of(request)
    centre = centre_of(request)
    answered = await centre.run(receive_any, centre.replica, caller_of(request), body, idempotency_key)
    centre.metrics.settled(answered)
    return answer(answered)


@router.get(
    "/api/sync/feed",
    **operation(
        "What changed at the device's location",
        roles=DEVICES,
        answers=ChangesPage,
        example=_PAGE,
        refuses=["bad_cursor", "other_location"],
        limit=Kind.SYNC,
    ),
)
async def read_feed(
    request: Request,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_ENTRIES)] = USUAL_ENTRIES,
) -> Response:
    """The next page of the device's location: whole rows, and the cursor to store with them."""
    caller, centre = caller_of(request), centre_of(request)
    boards = caller.role is Role.DISPLAY
    page = await centre.run(feed_page, centre.replica, _device(caller), cursor, limit, without_names=boards)
    return answer(encode_page(page))


@router.websocket("/ws/sync")
async def live(socket: WebSocket) -> None:
    """Say "there is news" to a device, at once after connecting and after each commit at its location."""
    await socket.accept()
    known = await arrived(socket, _key_in)
    if known is None:
        return
    caller, _key = known
    if caller.role not in DEVICES:
        await close(socket, CLOSE_UNKNOWN)
        return
    announcer = centre_of(socket).announcer
    subscription = announcer.subscribe(_device(caller).location_id)
    with centre_of(socket).revocations.watching(caller) as revoked:
        gone = asyncio.create_task(_until_gone(socket))
        out = asyncio.create_task(revoked.wait())
        try:
            while await _news(subscription.news(), gone, out):
                await asyncio.wait_for(socket.send_text(NEWS), SEND_TIMEOUT_S)
            if out.done():
                await close(socket, CLOSE_UNKNOWN)
        except TimeoutError:
            await close(socket, CLOSE_TOO_SLOW)
        except WebSocketDisconnect:
            return
        finally:
            announcer.unsubscribe(subscription)
            gone.cancel()
            out.cancel()


def _device(caller: Caller) -> DeviceIdentity:
    """The device that its role says it is."""
    if caller.device is None:
        raise TypeError(f"a {caller.role} without a device")
    return caller.device


def _key_in(hello: str) -> str:
    """For clients that cannot set a header: {"device_key": "..."}. Raises ProtocolFault."""
    message = decode(hello.encode("utf-8", "surrogatepass"))
    key = message.get("device_key") if isinstance(message, dict) else None
    return key if isinstance(key, str) else ""


async def _until_gone(socket: WebSocket) -> None:
    """Take whatever is sent, so that pings are answered, until the other side is gone."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        continue


async def _news(news: Coroutine[None, None, None], *ends: asyncio.Task[Any]) -> bool:
    """True once there is news, False once one of `ends` has come."""
    waiting = asyncio.ensure_future(news)
    try:
        await asyncio.wait({waiting, *ends}, return_when=asyncio.FIRST_COMPLETED)
        return not any(end.done() for end in ends)
    finally:
        waiting.cancel()
