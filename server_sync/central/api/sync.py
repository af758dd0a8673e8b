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
from server_sync.central.api.sync_answers import (
    ALL,
    DeviceVersion,
    OfWhom,
    PlaceInFeed,
    lines,
    streamed,
    takes_gzip,
    written,
)
from server_sync.central.sync.feed_pages import MOST_ENTRIES, USUAL_ENTRIES, feed_page, page_bytes, snapshot_lines
from server_sync.central.sync.ingest import DeviceIdentity
from server_sync.central.sync.receive import open_any
from server_sync.central.sync.site import site_of
from server_sync.clinic.roles import DEVICES, Role
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import Fault
from server_sync.protocol.strict_json import decode
from server_sync.protocol.versions import HEADER, TOO_OLD, negotiated
from server_sync.records.replica import Replica

SEND_TIMEOUT_S = 5.0
"""A reader that takes longer to make room for twenty bytes is gone."""

CLOSE_TOO_SLOW = 4408
CLOSE_TOO_OLD = 4426

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
    """One record as the server holds it: its whole row, or null where it holds none. For devices of version 1."""

    type: str
    uid: str
    data: dict[str, Any] | None  # Any: the columns of its table


class GroupOfRows(BaseModel):
    """Records of one noun: the columns' names, and each row's values in their order."""

    type: str
    columns: list[str]
    rows: list[list[Any]]  # Any: values of the columns


class SnapshotProgress(BaseModel):
    """How many records of a first snapshot have come, of how many."""

    done: int
    total: int


class ChangesPage(BaseModel):
    """A stretch of what the server has for a device; `cursor` is opaque and asks for what follows.

    Devices of version 1 get `entries`, all others the rest.
    """

    entries: list[ChangedRecord] | None = None
    groups: list[GroupOfRows] | None = None
    absent: list[tuple[str, str]] | None = None
    left: list[tuple[str, str]] | None = None
    cursor: str
    is_last: bool
    settled_through: int
    reflected_through: int | None = None
    last_sequence: int | None = None
    last_set: str | None = None
    kept_from: str | None = None
    epoch: int | None = None
    upstream: str | None = None
    centre_time: str
    progress: SnapshotProgress | None = None
    settled_of: dict[str, int] | None = None


class SiteMachine(BaseModel):
    """A machine at a hub's place, with what proves it there: `hub_key_hash` is of the key that it shows at this hub."""

    uid: str
    id: int
    kind: str
    series: str
    id_block: int
    revoked_at: str | None
    hub_key_hash: str | None
    proof_key: str | None


class SiteMachines(BaseModel):
    """All machines at a hub's place."""

    devices: list[SiteMachine]


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
        refuses=[
            "malformed_push",
            "other_device",
            "revoked_device",
            "too_many_sets",
            "malformed_encoding",
            "idempotency_key_reused",
            TOO_OLD,
        ],
        limit=Kind.SYNC,
    ),
)
async def offline_sync(
    request: Request, idempotency_key: IdempotencyKey = None, said: DeviceVersion = None
) -> Response:
    """Take what a device did while it could not, or need not, wait for us.

    Change sets with ids are settled once each. A body without `change_sets` is counted once by its key, else by its
    device and content.
    """
    negotiated(said)
    body = await body_of(request)
    centre, caller = centre_of(request), caller_of(request)
    with centre.turns.taken(caller.device.uid if caller.device else caller.actor) as turn:
        settle = await centre.run(open_any, centre.replica, caller, body, idempotency_key)
        await turn.comes()
        answered = await centre.run(settle)
    centre.metrics.settled(answered)
    return answer(answered)


@router.get(
    "/api/sync/feed",
    **operation(
        "What changed at the device's location",
        roles=DEVICES,
        answers=ChangesPage,
        example=_PAGE,
        refuses=["bad_cursor", "other_location", TOO_OLD],
        limit=Kind.SYNC,
    ),
)
async def read_feed(
    request: Request,
    cursor: PlaceInFeed = None,
    limit: Annotated[int, Query(ge=1, le=MOST_ENTRIES)] = USUAL_ENTRIES,
    said: DeviceVersion = None,
    of: OfWhom = None,
) -> Response:
    """The next page of what the device is to hold: whole rows, and the cursor to store with them."""
    version, centre = negotiated(said), centre_of(request)
    device, is_packed = device_of(request), takes_gzip(request)
    return await centre.run(_page, centre.replica, device, cursor, limit, version, of == ALL, is_packed)


def _page(
    replica: Replica,
    device: DeviceIdentity,
    cursor: str | None,
    limit: int,
    version: int,
    of_all: bool,
    is_packed: bool,
) -> Response:
    body = page_bytes(feed_page(replica, device, cursor, limit, version=version, of_all=of_all), version)
    return written(body, is_packed=is_packed)


@router.get(
    "/api/sync/snapshot",
    **lines(
        "All that the device is to hold, in one stream of pages",
        roles=DEVICES,
        refuses=["bad_cursor", "other_location", TOO_OLD],
        limit=Kind.SYNC,
    ),
)
async def read_snapshot(
    request: Request, cursor: PlaceInFeed = None, said: DeviceVersion = None, of: OfWhom = None
) -> Response:
    """Pages, one a line, each with the cursor to store with it: who is interrupted goes on with the last stored one.

    The last line says `is_last`. A stream that ends without it was broken off.
    """
    version, centre = negotiated(said), centre_of(request)
    pages = snapshot_lines(centre.replica, device_of(request), cursor, version, of_all=of == ALL)
    first = await centre.run(next, pages, None)
    return streamed(centre, first, pages, is_packed=takes_gzip(request))


@router.get(
    "/api/sync/site",
    **operation(
        "Who is at a hub's place",
        roles={Role.KIOSK},
        answers=SiteMachines,
        example={"success": True, "data": {"devices": []}},
        refuses=["not_a_hub"],
        limit=Kind.SYNC,
    ),
)
async def read_site(request: Request) -> Response:
    """What a hub must know to answer the machines of its place while the centre cannot be reached. For hubs alone."""
    centre = centre_of(request)
    found = await centre.run(site_of, centre.replica, device_of(request))
    return answer({"success": True, "data": {"devices": [one.to_json() for one in found]}})


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
    try:
        negotiated(socket.headers.get(HEADER))
    except Fault:
        await close(socket, CLOSE_TOO_OLD)
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


def device_of(request: Request) -> DeviceIdentity:
    """The device that calls an operation which is open to devices alone."""
    return _device(caller_of(request))


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
