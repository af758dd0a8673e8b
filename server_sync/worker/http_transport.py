"""The real way to the server: HTTP through httpx, and the live link through websockets."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import httpx
import orjson
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.enrolment import Enrolment, parse_enrolment
from server_sync.protocol.faults import ProtocolFault, RefusedFault, TransportFault
from server_sync.protocol.pages import FeedPage, parse_page
from server_sync.protocol.push import SetAnswer, encode_push, parse_answers
from server_sync.protocol.versions import HEADER, SCHEMA_VERSION
from server_sync.worker.answers import message_in
from server_sync.worker.transport import UNREACHABLE

CONNECT_S = 5.0
ANSWER_S = 30.0
PING_S = 10.0
"""How often the live link is tested; a dead one is noticed within twice that."""

PAGE_ENTRIES = 1_000
"""Records a page; while somebody is at the screen it is stored in slices."""

GZIP_LEVEL = 6

MOST_ANSWER_BYTES = 64 * 2**20
CLOSED_UNKNOWN_KEY = 4401


class HttpTransport:
    """Implements `Transport`. The key travels in the header, never in an address."""

    def __init__(self, server_url: str, device_key: str, device_uid: UUID) -> None:
        """`server_url` is http(s)://host[:port][/path]. The environment's proxies are not asked."""
        self._device_uid = device_uid
        self._headers = {"Authorization": f"Bearer {device_key}", HEADER: str(SCHEMA_VERSION)}
        self._live_url = "ws" + server_url.rstrip("/").removeprefix("http") + "/ws/sync"
        self._client = httpx.AsyncClient(
            base_url=server_url.rstrip("/"),
            headers=self._headers,
            timeout=httpx.Timeout(ANSWER_S, connect=CONNECT_S),
            limits=httpx.Limits(max_connections=2),
            trust_env=False,
            # Without https there is nothing to verify, and the certificates of all authorities are 1.5 MiB.
            verify=server_url.startswith("https:"),
        )

    async def push(self, sets: Sequence[tuple[ChangeSet, str]]) -> tuple[SetAnswer, ...]:
        """See Transport."""
        text = orjson.dumps(encode_push(self._device_uid, sets))
        headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        body = gzip.compress(text, compresslevel=GZIP_LEVEL, mtime=0)
        return parse_answers(await self._ask("POST", "/api/appointments/offline-sync", headers=headers, content=body))

    async def pull(self, cursor: str | None) -> FeedPage:
        """See Transport."""
        asked = {"limit": str(PAGE_ENTRIES)} | ({"cursor": cursor} if cursor else {})
        return parse_page(await self._ask("GET", "/api/sync/feed", params=asked))

    async def renew(self, device_uid: UUID, key_hash: str) -> Enrolment:
        """See Transport."""
        body = orjson.dumps({"device_uid": str(device_uid), "key_hash": key_hash})
        headers = {"Content-Type": "application/json"}
        return parse_enrolment(await self._ask("POST", "/api/devices/renew", headers=headers, content=body))

    async def listen(self) -> AsyncIterator[None]:
        """See Transport."""
        try:
            async with connect(
                self._live_url,
                additional_headers=self._headers,
                compression=None,
                open_timeout=CONNECT_S,
                ping_interval=PING_S,
                ping_timeout=PING_S,
                close_timeout=0.5,
                max_size=16_384,
                proxy=None,
            ) as socket:
                async for _ in socket:
                    yield
        except ConnectionClosed as closed:
            if closed.rcvd is not None and closed.rcvd.code == CLOSED_UNKNOWN_KEY:
                raise RefusedFault("unknown_key", "the server does not know this device's key") from closed
            raise TransportFault(UNREACHABLE, "the live link was lost") from closed
        except InvalidHandshake as error:
            raise ProtocolFault("not_our_server", "something refused the live link") from error
        except (OSError, TimeoutError, InvalidURI) as error:
            raise TransportFault(UNREACHABLE, "the live link could not be made") from error

    async def close(self) -> None:
        """See Transport."""
        await self._client.aclose()

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        params: Mapping[str, str] | None = None,
    ) -> Any:  # Any: JSON for a parser to check
        try:
            async with self._client.stream(method, path, headers=headers, content=content, params=params) as response:
                body = await _within_bounds(response)
        except httpx.DecodingError as error:
            raise ProtocolFault("not_our_server", "the answer was not compressed as it said") from error
        except httpx.TransportError as error:
            raise TransportFault(UNREACHABLE, f"no whole answer came ({type(error).__name__})") from error
        return message_in(response.status_code, response.headers, body)


async def _within_bounds(response: httpx.Response) -> bytes:
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.aiter_bytes():
        size += len(chunk)
        if size > MOST_ANSWER_BYTES:
            raise ProtocolFault("not_our_server", "the answer has no end")
        chunks.append(chunk)
    return b"".join(chunks)
