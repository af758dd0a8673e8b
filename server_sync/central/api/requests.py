"""What an endpoint wants to know of a request: its body within bounds, where it came from, the centre it is for."""

from __future__ import annotations

import zlib

from starlette.requests import HTTPConnection, Request

from server_sync.central.centre import Centre
from server_sync.protocol.faults import ProtocolFault

_GZIP = 16 + zlib.MAX_WBITS


def centre_of(connection: HTTPConnection) -> Centre:
    """The centre that this application serves."""
    centre: Centre = connection.app.state.centre
    return centre


def bearer_of(connection: HTTPConnection) -> str:
    """The bearer token in the Authorization header, or an empty string."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def address_of(connection: HTTPConnection) -> str:
    """The address it came from, as far as the trusted proxies say; empty where there is none."""
    return connection.client.host if connection.client else ""


async def body_of(request: Request, most: int | None = None) -> bytes:
    """The body, decompressed, of at most `most` bytes either way; without it, of what a device may push.

    Raises ProtocolFault `too_large`, `unsupported_encoding`, `malformed_encoding`.
    """
    centre = centre_of(request)
    most_sent = most or centre.settings.max_body_bytes
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip"):
        raise ProtocolFault("unsupported_encoding", "a body may be plain or compressed with gzip")
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most_sent:
            raise ProtocolFault("too_large", f"a body may have {most_sent} bytes")
        chunks.append(chunk)
    body = b"".join(chunks)
    if encoding == "identity":
        return body
    return await centre.run(inflate, body, most or centre.settings.max_inflated_bytes)


def inflate(body: bytes, most: int) -> bytes:
    """Decompress gzip to at most `most` bytes. Raises ProtocolFault `malformed_encoding` or `too_large`."""
    stream = zlib.decompressobj(_GZIP)
    try:
        inflated = stream.decompress(body, most)
    except zlib.error as error:
        raise ProtocolFault("malformed_encoding", "the body is not gzip") from error
    if stream.unconsumed_tail:
        raise ProtocolFault("too_large", f"a body may have {most} bytes after decompression")
    if not stream.eof:
        raise ProtocolFault("malformed_encoding", "the body ended before its time")
    return inflated
