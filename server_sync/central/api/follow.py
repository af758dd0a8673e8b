"""The page that a ticket's QR code opens on its holder's phone."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from functools import partial

from fastapi import Request, Response
from pydantic import BaseModel
from starlette.responses import StreamingResponse

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.operations import endpoints, operation, page, stream
from server_sync.central.api.requests import address_of, centre_of
from server_sync.central.desk.queue_now import place_now
from server_sync.central.follow_page import (
    CONTENT_SECURITY_POLICY,
    language_for,
    place_lines,
    place_page,
    unknown_page,
)
from server_sync.central.live.followers import location_of_code
from server_sync.clinic.roles import EVERYONE
from server_sync.desk.queue.view import FollowedPlace
from server_sync.protocol.canonical import Json

HEARTBEAT = b": still here\n\n"

_CODE = re.compile(r"[A-Za-z0-9_-]{8,32}")

router = endpoints("follow")


@router.get("/t/{code}", **page("The page behind a ticket's QR code", roles=EVERYONE, limit=Kind.FOLLOW))
async def follow(request: Request, code: str) -> Response:
    """A number's place and range as they stand, or a calm 404."""
    language = _language(request)
    centre = centre_of(request)
    place = await centre.run(place_now, centre.replica, code) if _CODE.fullmatch(code) else None
    page = unknown_page(language) if place is None else place_page(place, language)
    return Response(
        page,
        status_code=404 if place is None else 200,
        media_type="text/html; charset=utf-8",
        headers={
            "Content-Security-Policy": CONTENT_SECURITY_POLICY,
            "Cache-Control": "no-store",
            "Content-Language": language,
            "Vary": "Accept-Language",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        },
    )


class Wait(BaseModel):
    """How long it may take, as a range."""

    lower_min: int
    upper_min: int


class Followed(BaseModel):
    """A number as it stands; `lines` say it in words. `wait` is null where nothing honest can be said, and of the
    urgent, who are next.
    """

    short_number: str
    status: str
    people_ahead: int
    wait: Wait | None
    room: str
    waiting_area: str
    clinic: str
    lines: list[str]


_EXAMPLE: Json = {
    "success": True,
    "data": {
        "short_number": "17",
        "status": "waiting",
        "people_ahead": 2,
        "wait": {"lower_min": 25, "upper_min": 45},
        "room": "Room 3",
        "waiting_area": "Waiting area B",
        "clinic": "Riverside Clinic",
        "lines": ["People ahead of you: 2", "About 25 to 45 minutes"],
    },
}


@router.get(
    "/t/{code}/place",
    **operation(
        "What the page behind a ticket's QR code says",
        roles=EVERYONE,
        answers=Followed,
        example=_EXAMPLE,
        refuses=["unknown_number"],
        limit=Kind.FOLLOW,
    ),
)
async def followed_place(request: Request, code: str) -> Response:
    """The same as the page, for its script and for whoever makes another."""
    centre = centre_of(request)
    place = await centre.run(place_now, centre.replica, code) if _CODE.fullmatch(code) else None
    if place is None:
        raise _unknown()
    return answer({"success": True, "data": _followed(place, _language(request))})


@router.get(
    "/t/{code}/events",
    **stream(
        "What the page says, whenever it changes",
        roles=EVERYONE,
        refuses=["unknown_number", "too_many_followers"],
        limit=Kind.FOLLOW,
    ),
)
async def follow_events(request: Request, code: str) -> Response:
    """Server-sent events: each has the content of `/t/{code}/place` in its `data`. It ends with the visit."""
    centre, address = centre_of(request), address_of(request)
    location_id = await centre.run(location_of_code, centre.replica, code) if _CODE.fullmatch(code) else None
    if location_id is None:
        raise _unknown()
    if not centre.followers.may_enter(address):
        raise Refused("too_many_followers", "too many look at once; try again later", {"Retry-After": "60"})
    language = _language(request)

    async def told() -> AsyncIterator[bytes]:
        with centre.followers.entered(address):
            read = partial(place_now, centre.replica, code)
            async for place in centre.followers.places(centre.announcer, location_id, read):
                yield HEARTBEAT if place is None else _event(_followed(place, language))

    return StreamingResponse(told(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


def _unknown() -> Refused:
    return Refused("unknown_number", "we don't know this number; it may be from another day")


def _language(request: Request) -> str:
    return language_for(request.query_params.get("lang"), request.headers.get("accept-language", ""))


def _event(content: dict[str, Json]) -> bytes:
    return b"data: " + json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n\n"


def _followed(place: FollowedPlace, language: str) -> dict[str, Json]:
    wait = place.wait
    return {
        "short_number": place.short_number,
        "status": place.status.value,
        "people_ahead": place.people_ahead,
        "wait": None if wait is None or wait.is_next else {"lower_min": wait.lower_min, "upper_min": wait.upper_min},
        "room": place.room,
        "waiting_area": place.waiting_area,
        "clinic": place.clinic,
        "lines": list(place_lines(place, language)),
    }
