"""The waiting room's board: a page for televisions with just a browser, and what it shows."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response
from pydantic import BaseModel

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import QueryId
from server_sync.central.api.operations import caller_of, endpoints, operation, page
from server_sync.central.api.requests import centre_of
from server_sync.central.board_page import board_page, languages_for
from server_sync.central.desk.board_now import BoardNow, board_now
from server_sync.central.desk.queue_desk import FIRST_LOCATION
from server_sync.clinic.roles import DEVICES, EVERYONE, STAFF
from server_sync.desk.queue.board import Call, LineOnBoard
from server_sync.protocol.canonical import Json
from server_sync.records.values import to_wire

router = endpoints("board")


class CallOnBoard(BaseModel):
    """A number that was called today; `is_missed` where they did not come and are asked to the desk."""

    short_number: str
    room: str
    called_at: str
    recall_count: int
    is_missed: bool


class RangeOnBoard(BaseModel):
    """How long somebody may wait who comes now."""

    lower_min: int
    upper_min: int


class DoctorOnBoard(BaseModel):
    """A doctor's line; without a name that of whoever is free. `wait` is null where nothing honest can be said."""

    doctor_name: str
    room: str
    now_serving: list[str]
    waiting: int
    wait: RangeOnBoard | None


class BoardAnswer(BaseModel):
    """The whole board at `now`, the server's moment; `calls` newest first."""

    clinic: str
    time_zone: str
    now: str
    calls: list[CallOnBoard]
    lines: list[DoctorOnBoard]


_CALL: dict[str, Json] = {
    "short_number": "B 17",
    "room": "Room 3",
    "called_at": "2024-01-15T09:41:00.000000Z",
    "recall_count": 0,
    "is_missed": False,
}
_LINE: dict[str, Json] = {
    "doctor_name": "Dr Okafor",
    "room": "Room 3",
    "now_serving": ["B 17"],
    "waiting": 5,
    "wait": {"lower_min": 15, "upper_min": 25},
}
_EXAMPLE: Json = {
    "success": True,
    "data": {
        "clinic": "Riverside Clinic",
        "time_zone": "Europe/London",
        "now": "2024-01-15T09:41:07.000000Z",
        "calls": [_CALL],
        "lines": [_LINE],
    },
}


@router.get("/board", **page("The waiting room's board, for a browser", roles=EVERYONE, limit=Kind.FOLLOW))
async def board(request: Request) -> Response:
    """The page is anybody's; what it shows it asks for with a board's key, made from a code that is typed in once."""
    languages = languages_for(request.query_params.get("lang"), request.headers.get("accept-language", ""))
    made = board_page(languages)
    return Response(
        made.html,
        media_type="text/html; charset=utf-8",
        headers={
            "Content-Security-Policy": made.content_security_policy,
            "Content-Language": languages[0],
            "Vary": "Accept-Language",
        },
    )


@router.get(
    "/api/queue/board",
    **operation(
        "What the waiting room's board shows",
        roles=STAFF | DEVICES,
        answers=BoardAnswer,
        example=_EXAMPLE,
        refuses=["unknown_place"],
    ),
)
async def board_content(request: Request, location_id: QueryId | None = None) -> Response:
    """Numbers and rooms of a location (the caller's own, else the first), never names; at most a second old."""
    centre, caller = centre_of(request), caller_of(request)
    found = await centre.run(board_now, centre.replica, caller, location_id or caller.location_id or FIRST_LOCATION)
    if found is None:
        raise Refused("unknown_place", "there is no such location")
    return answer({"success": True, "data": _told(found)})


def _told(found: BoardNow) -> dict[str, Any]:
    return {
        "clinic": found.location.name,
        "time_zone": found.location.time_zone,
        "now": to_wire(found.now),
        "calls": [_call(call) for call in found.board.calls],
        "lines": [_line(line) for line in found.board.lines],
    }


def _call(call: Call) -> dict[str, Json]:
    return {
        "short_number": call.short_number,
        "room": call.room,
        "called_at": to_wire(call.called_at),
        "recall_count": call.recalls,
        "is_missed": call.is_missed,
    }


def _line(line: LineOnBoard) -> dict[str, Any]:
    wait = line.wait
    return {
        "doctor_name": line.doctor_name,
        "room": line.room,
        "now_serving": list(line.now_serving),
        "waiting": line.waiting,
        "wait": None if wait is None else {"lower_min": wait.lower_min, "upper_min": wait.upper_min},
    }
