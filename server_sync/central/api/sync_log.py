"""Endpoints of the sync log for people: read and filtered, page by page, and exported as a file that streams."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import anyio.to_thread
from fastapi import Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import LARGEST_ID, Day
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.api.sync_answers import takes_gzip
from server_sync.central.centre import Centre
from server_sync.central.desk.sync_log import Asked, Export, begin_export, list_log
from server_sync.clinic.roles import Role
from server_sync.desk.sync_log.entries import Place
from server_sync.desk.sync_log.export import MEDIA_TYPES, Format, line
from server_sync.protocol.canonical import Json
from server_sync.records.outbox import SyncStatus

router = endpoints("sync")

COUNT_HEADER = "Anteroom-Entries"
"""How many entries an export has, as far as is known when it begins: with it a reader can show how far it is."""

Status = Literal["pending", "synced", "failed", "conflict"]
Stable = Annotated[str, Field(min_length=1, max_length=64, pattern="^[a-z][a-z0-9_]*$")]
"""A stable name: of an intent, or of a noun."""

_UID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
_GZIP = 16 + zlib.MAX_WBITS
_QUICKLY = 3


class LogEntryAnswer(BaseModel):
    """One change set: when it happened by its device's clock, when it was settled, and how.

    `resolution` and `body` stand there only where bodies were asked for.
    """

    id: int
    happened_at: datetime
    settled_at: datetime | None
    device: str
    device_uid: str
    sequence: int | None
    intent: str
    type: str
    record_id: int | None
    action: str
    status: Status
    outcome: str | None
    resolution: str | None = None
    body: Any = None  # Any: a change set's own JSON


class LogEntries(BaseModel):
    """Newest first; `older` is the cursor of what comes before, and null at the end."""

    entries: list[LogEntryAnswer]
    older: str | None
    time_zone: str


_EXAMPLE: Json = {
    "success": True,
    "data": {
        "entries": [
            {
                "id": 4711,
                "happened_at": "2024-01-15T09:00:00.000+01:00",
                "settled_at": "2024-01-15T09:00:00.412+01:00",
                "device": "Lobby kiosk 1",
                "device_uid": "01890a5d-ac96-774b-bcce-b302099a8057",
                "sequence": 17,
                "intent": "check_in",
                "type": "queue",
                "record_id": 4294967301,
                "action": "create",
                "status": "synced",
                "outcome": "applied",
            }
        ],
        "older": "1705305600000000.4711",
        "time_zone": "Europe/Berlin",
    },
}


class Filter(BaseModel):
    """What both endpoints filter by. Days are the location's own, both included."""

    since: Day | None = Field(None, alias="from")
    until: Day | None = Field(None, alias="to")
    location_id: Annotated[int, Field(ge=1, le=LARGEST_ID)] | None = None
    device_uid: Annotated[str, Field(pattern=_UID)] | None = None
    intent: Stable | None = None
    noun: Stable | None = Field(None, alias="type")
    status: Status | None = None
    include: Literal["bodies"] | None = None

    @property
    def asked(self) -> Asked:
        """As the desk understands it."""
        return Asked(
            first_day=self.since,
            last_day=self.until,
            location_id=self.location_id,
            device_uid=self.device_uid,
            intent=self.intent,
            noun=self.noun,
            status=None if self.status is None else SyncStatus(self.status),
            with_bodies=self.include is not None,
        )


class PageFilter(Filter):
    """And which page."""

    cursor: Annotated[str, Field(pattern=r"^[0-9]{1,16}\.[0-9]{1,15}$")] | None = None
    limit: int = Field(100, ge=1, le=200)


class ExportFilter(Filter):
    """And as what kind of file."""

    kind: Format = Field(alias="format")


@router.get(
    "/api/sync/log",
    **operation(
        "The sync log: what devices did, and how it was settled",
        roles={Role.ADMIN},
        answers=LogEntries,
        example=_EXAMPLE,
        refuses=["unknown_place"],
    ),
)
async def read_log(request: Request, wanted: Annotated[PageFilter, Query()]) -> Response:
    """Newest first. An admin of one location sees its devices. To ask is itself in the audit trail.

    Names of patients stand in bodies only, and in `resolution`, which quotes values that gave way: `include=bodies`.
    """
    centre = centre_of(request)
    after = None if wanted.cursor is None else Place.parse(wanted.cursor)
    listed = await centre.run(list_log, centre.replica, caller_of(request), wanted.asked, after, wanted.limit)
    if listed is None:
        raise _unknown_place()
    zone = ZoneInfo(listed.time_zone)
    with_bodies = wanted.asked.with_bodies
    entries: list[Json] = [line(entry, zone, with_body=with_bodies) for entry in listed.page.entries]
    older = None if listed.page.older is None else listed.page.older.to_text()
    return answer({"success": True, "data": {"entries": entries, "older": older, "time_zone": listed.time_zone}})


def _file(summary: str) -> dict[str, Any]:
    """`operation` for a file of one of our kinds."""
    declared = dict(
        operation(
            summary,
            roles={Role.ADMIN},
            answers=None,
            example=None,
            refuses=["unknown_place", "no_bodies_in_pdf"],
            limit=Kind.SEARCH,
        )
    )
    types = {media_type.partition(";")[0]: {"schema": {"type": "string"}} for media_type in MEDIA_TYPES.values()}
    declared["responses"] = {**declared["responses"], 200: {"description": "The file.", "content": types}}
    return declared | {"response_class": StreamingResponse}


@router.get("/api/sync/log/export", **_file("The sync log as a file"))
async def export_log(request: Request, wanted: Annotated[ExportFilter, Query()]) -> Response:
    """CSV, JSON Lines or PDF of all that the filter lets through; it streams, however much that is.

    `Anteroom-Entries` says how many entries there are. Whoever closes the connection has cancelled. A file that ends
    without the connection's own end is not whole. Each export is in the audit trail before its first byte leaves.
    """
    centre = centre_of(request)
    if wanted.asked.with_bodies and wanted.kind is Format.PDF:
        raise Refused("no_bodies_in_pdf", "bodies come as CSV or JSON Lines")
    export = await centre.run(begin_export, centre.replica, caller_of(request), wanted.asked, wanted.kind)
    if export is None:
        raise _unknown_place()
    is_packed = takes_gzip(request)
    headers = _headers(export, wanted.kind) | ({"Content-Encoding": "gzip"} if is_packed else {})
    pieces = export.written(wanted.kind)
    body = _streamed(centre, _compressed(pieces) if is_packed else pieces)
    return StreamingResponse(body, media_type=MEDIA_TYPES[wanted.kind], headers=headers)


def _headers(export: Export, kind: Format) -> dict[str, str]:
    name = f"sync-log-{export.heading.made_at:%Y-%m-%d}.{kind}"
    return {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="{name}"',
        "Vary": "Accept-Encoding",
        COUNT_HEADER: str(export.count),
    }


async def _streamed(centre: Centre, pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Each piece is made in a thread of its turn, once the one before it has left: a slow reader costs nobody."""
    end = b""
    while piece := await anyio.to_thread.run_sync(next, pieces, end, limiter=centre.threads):
        yield piece


def _compressed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Here, in the thread that makes them, and not where everybody waits."""
    packer = zlib.compressobj(_QUICKLY, wbits=_GZIP)
    for piece in pieces:
        if packed := packer.compress(piece):
            yield packed
    yield packer.flush()


def _unknown_place() -> Refused:
    return Refused("unknown_place", "there is no such location")
