"""How synchronisation answers: bytes that are written and compressed in a thread, in one piece or line by line."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from typing import Annotated, Any

from fastapi import Header, Query, Request, Response
from fastapi.responses import StreamingResponse

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.operations import operation
from server_sync.central.centre import Centre
from server_sync.central.sync.feed_pages import packed
from server_sync.clinic.roles import Role
from server_sync.protocol.versions import HEADER

PlaceInFeed = Annotated[str | None, Query(max_length=1_000)]
"""The cursor that came with the last page that was stored."""

DeviceVersion = Annotated[str | None, Header(alias=HEADER, pattern="^[0-9]{1,9}$")]
"""The version that the device speaks; devices of version 1 say nothing."""

OfWhom = Annotated[str | None, Query(pattern="^all$")]
"""Of whom a page says what is settled: of the device that asks, or of `all` of its place."""
ALL = "all"

SMALLEST_PACKED_BYTES = 1024
NDJSON = "application/x-ndjson"

_NO_STORE = {"Cache-Control": "no-store"}
_PACKED = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
_GZIP = 16 + zlib.MAX_WBITS


def takes_gzip(request: Request) -> bool:
    """Whether the client reads gzip: it says so, and not with a weight of nothing (RFC 9110, 12.5.3)."""
    for coding in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() in ("gzip", "x-gzip"):
            return weight.replace(" ", "").rstrip("0.") != "q="
    return False


def written(body: bytes, *, is_packed: bool) -> Response:
    """JSON that is written already; compressed where that is asked for and worth it. For a thread."""
    if not is_packed or len(body) < SMALLEST_PACKED_BYTES:
        return Response(body, media_type="application/json", headers=_NO_STORE)
    return Response(packed(body), media_type="application/json", headers=_NO_STORE | _PACKED)


def streamed(centre: Centre, first: bytes | None, lines: Iterator[bytes], *, is_packed: bool) -> Response:
    """Lines as they come, each made in a thread when the one before it has been sent.

    What breaks after the first line ends the stream: its reader misses the last page and asks again.
    """
    headers = _NO_STORE | (_PACKED if is_packed else {})
    parts = _packed_lines(centre, first, lines) if is_packed else _plain_lines(centre, first, lines)
    return StreamingResponse(parts, media_type=NDJSON, headers=headers)


def lines(
    summary: str, *, roles: Collection[Role], refuses: Sequence[str], limit: Kind
) -> Mapping[str, Any]:  # fmt: skip
    """`operation` for a stream of pages, a line of JSON each."""
    declared = dict(operation(summary, roles=roles, answers=None, example=None, refuses=refuses, limit=limit))
    content = {"description": "Pages.", "content": {NDJSON: {"schema": {"type": "string"}}}}
    declared["responses"] = {**declared["responses"], 200: content}
    return declared | {"response_class": StreamingResponse}


async def _plain_lines(centre: Centre, first: bytes | None, lines: Iterator[bytes]) -> AsyncIterator[bytes]:
    line = first
    while line is not None:
        yield line
        line = await centre.run(next, lines, None)


async def _packed_lines(centre: Centre, first: bytes | None, lines: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Flushed after each line, so that its reader has it whole before the next one is made."""
    stream = zlib.compressobj(1, zlib.DEFLATED, _GZIP)
    line = first
    while line is not None:
        yield await centre.run(_flushed, stream, line)
        line = await centre.run(next, lines, None)
    yield stream.flush()


def _flushed(stream: Any, line: bytes) -> bytes:  # Any: zlib's compressor has no public type
    packed_line: bytes = stream.compress(line) + stream.flush(zlib.Z_SYNC_FLUSH)
    return packed_line
