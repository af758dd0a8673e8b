"""The real way to the server: HTTP through httpx, and the live link through websockets."""

from __future__ import annotations

import gzip
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import httpx
import orjson
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.digests import (
    DigestAnswer,
    DigestQuestion,
    ImagesAnswer,
    ImagesQuestion,
    Reference,
    encode_images_question,
    encode_question,
    encode_references,
    parse_answer,
    parse_images,
)
from server_sync.protocol.enrolment import Enrolment, parse_enrolment
from server_sync.protocol.erasures import encode_erasures, parse_erased
from server_sync.protocol.faults import ProtocolFault, RefusedFault, TransportFault
from server_sync.protocol.learned_waits import parse_learned
from server_sync.protocol.pages import FeedPage, parse_line, parse_page
from server_sync.protocol.push import SetAnswer, encode_push, parse_answers
from server_sync.protocol.strict_json import decode
from server_sync.protocol.versions import HEADER, SCHEMA_VERSION
from server_sync.worker.answers import NOT_OUR_SERVER, fault_in, message_in
from server_sync.worker.transport import UNREACHABLE

CONNECT_S = 5.0
ANSWER_S = 30.0
PING_S = 10.0
"""How often the live link is tested; a dead one is noticed within twice that."""

PAGE_ENTRIES = 1_000
"""Records a page; while somebody is at the screen it is stored in slices."""

GZIP_LEVEL = 3
"""100 bytes a change in 4 us; level 6 takes twice as long for 89, level 1 as long for 108."""

MOST_ANSWER_BYTES = 64 * 2**20
CLOSED_UNKNOWN_KEY = 4401


class HttpTransport:
    """Implements `Transport`. The key travels in the header, never in an address."""

    _prepared: tuple[tuple[UUID | str | None, ...], bytes] | None = None
    """A body that was made while an answer was awaited, by the hashes of its sets and the set before them."""

    def __init__(
        self,
        server_url: str,
        device_key: str,
        device_uid: UUID,
        *,
        trust: ssl.SSLContext | None = None,
        of_all: bool = False,
    ) -> None:
        """`server_url` is http(s)://host[:port][/path]. The environment's proxies are not asked.

        `trust` is for a server that no authority vouches for. With `of_all` each page says what is settled of all
        devices of the place.
        """
        self._trust = trust
        self._device_uid = device_uid
        self._headers = {"Authorization": f"Bearer {device_key}", HEADER: str(SCHEMA_VERSION)}
        self._live_url = "ws" + server_url.rstrip("/").removeprefix("http") + "/ws/sync"
        self._client = httpx.AsyncClient(
            base_url=server_url.rstrip("/"),
            headers=self._headers,
            timeout=httpx.Timeout(ANSWER_S, connect=CONNECT_S),
            limits=httpx.Limits(max_connections=3),
            trust_env=False,
            # Without https there is nothing to verify, and the certificates of all authorities are 1.5 MiB.
            verify=trust or server_url.startswith("https:"),
            params={"of": "all"} if of_all else None,
        )

    async def push(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> tuple[SetAnswer, ...]:
        """See Transport."""
        headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        ready, self._prepared = self._prepared, None
        body = ready[1] if ready is not None and ready[0] == _named(sets, after) else self._packed(sets, after)
        return parse_answers(await self._ask("POST", "/api/appointments/offline-sync", headers=headers, content=body))

    def prepare(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> None:
        """See Transport."""
        self._prepared = _named(sets, after), self._packed(sets, after)

    def _packed(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None) -> bytes:
        text = orjson.dumps(encode_push(self._device_uid, sets, after))
        return gzip.compress(text, compresslevel=GZIP_LEVEL, mtime=0)

    async def pull(self, cursor: str | None) -> FeedPage:
        """See Transport."""
        asked = {"limit": str(PAGE_ENTRIES)} | ({"cursor": cursor} if cursor else {})
        return parse_page(await self._ask("GET", "/api/sync/feed", params=asked))

    async def snapshot(self, cursor: str | None) -> AsyncGenerator[FeedPage, None]:
        """See Transport."""
        asked = {"cursor": cursor} if cursor else None
        try:
            async with self._client.stream("GET", "/api/sync/snapshot", params=asked) as response:
                if response.status_code != 200:
                    raise fault_in(response.status_code, response.headers, await _within_bounds(response))
                async for line in _lines(response):
                    yield parse_line(decode(line))
        except httpx.DecodingError as error:
            raise ProtocolFault(NOT_OUR_SERVER, "the answer was not compressed as it said") from error
        except httpx.TransportError as error:
            raise TransportFault(UNREACHABLE, f"the stream broke off ({type(error).__name__})") from error

    async def compare(self, question: DigestQuestion) -> DigestAnswer:
        """See Transport."""
        return parse_answer(await self._tell("/api/sync/digests", encode_question(question)))

    async def images(self, question: ImagesQuestion) -> ImagesAnswer:
        """See Transport."""
        return parse_images(await self._tell("/api/sync/images", encode_images_question(question)))

    async def rows(self, references: Sequence[Reference]) -> FeedPage:
        """See Transport."""
        return parse_page(await self._tell("/api/sync/rows", encode_references(references)))

    async def tell_erasures(self, uids: Sequence[UUID]) -> int:
        """See Transport."""
        return parse_erased(await self._tell("/api/sync/erasures", encode_erasures(uids)))

    async def learned_waits(self, known: str) -> bytes | None:
        """See Transport."""
        return parse_learned(await self._ask("GET", "/api/sync/waits", params={"known": known}))

    async def _tell(self, path: str, body: Json) -> Any:  # Any: JSON for a parser to check
        return await self._ask("POST", path, headers={"Content-Type": "application/json"}, content=orjson.dumps(body))

    async def renew(self, device_uid: UUID, key_hash: str) -> Enrolment:
        """See Transport."""
        body: Json = {"device_uid": str(device_uid), "key_hash": key_hash}
        return parse_enrolment(await self._tell("/api/devices/renew", body))

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
                ssl=self._trust,
            ) as socket:
                async for _ in socket:
                    yield
        except ConnectionClosed as closed:
            if closed.rcvd is not None and closed.rcvd.code == CLOSED_UNKNOWN_KEY:
                raise RefusedFault("unknown_key", "the server does not know this device's key") from closed
            raise TransportFault(UNREACHABLE, "the live link was lost") from closed
        except InvalidHandshake as error:
            raise ProtocolFault(NOT_OUR_SERVER, "something refused the live link") from error
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
            raise ProtocolFault(NOT_OUR_SERVER, "the answer was not compressed as it said") from error
        except httpx.TransportError as error:
            raise TransportFault(UNREACHABLE, f"no whole answer came ({type(error).__name__})") from error
        return message_in(response.status_code, response.headers, body)


def _named(sets: Sequence[tuple[ChangeSet, str]], after: UUID | None) -> tuple[UUID | str | None, ...]:
    return after, *(hashed for _, hashed in sets)


async def _within_bounds(response: httpx.Response) -> bytes:
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.aiter_bytes():
        size += len(chunk)
        if size > MOST_ANSWER_BYTES:
            raise ProtocolFault(NOT_OUR_SERVER, "the answer has no end")
        chunks.append(chunk)
    return b"".join(chunks)


async def _lines(response: httpx.Response) -> AsyncIterator[bytes]:
    rest = b""
    async for chunk in response.aiter_bytes():
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            if line.strip():
                yield line
        if len(rest) > MOST_ANSWER_BYTES:
            raise ProtocolFault(NOT_OUR_SERVER, "a line has no end")
    if rest.strip():
        yield rest
