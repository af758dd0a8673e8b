"""A load of HTTP requests from many clients at once, each on a connection of its own, with as little cost as can be."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from time import perf_counter

Request = bytes
"""A whole HTTP/1.1 request that keeps its connection."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: its status, its body, and after how many seconds."""

    status: int
    body: bytes
    took_s: float


def request(method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None) -> Request:
    """The bytes of a request; `body` is sent as JSON."""
    payload = b"" if body is None else dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(payload)}"]
    if payload:
        lines.append("Content-Type: application/json")
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return "\r\n".join([*lines, "", ""]).encode() + payload


def send_all(port: int, requests: Sequence[Request], clients: int) -> tuple[list[Reply], float]:
    """Send every request, each once, by so many clients at once; the replies as they came and the seconds in all."""
    return asyncio.run(_send_all(port, requests, clients))


async def _send_all(port: int, requests: Sequence[Request], clients: int) -> tuple[list[Reply], float]:
    replies: list[Reply] = []
    rest = iter(requests)
    connections = [await asyncio.open_connection("127.0.0.1", port, limit=2**26) for _ in range(clients)]
    started = perf_counter()
    await asyncio.gather(*(_client(reader, writer, rest, replies.append) for reader, writer in connections))
    took_s = perf_counter() - started
    for _reader, writer in connections:
        writer.close()
    return replies, took_s


def send_side_by_side(port: int, groups: Sequence[Sequence[Request]]) -> tuple[list[Reply], float]:
    """Let each client send its own requests, in their order; the replies as they came and the seconds in all."""
    return asyncio.run(_send_side_by_side(port, groups))


async def _send_side_by_side(port: int, groups: Sequence[Sequence[Request]]) -> tuple[list[Reply], float]:
    replies: list[Reply] = []
    connections = [await asyncio.open_connection("127.0.0.1", port, limit=2**26) for _ in groups]
    started = perf_counter()
    clients = zip(connections, groups, strict=True)
    await asyncio.gather(*(_client(reader, writer, iter(own), replies.append) for (reader, writer), own in clients))
    took_s = perf_counter() - started
    for _reader, writer in connections:
        writer.close()
    return replies, took_s


async def _client(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    rest: Iterator[Request],
    keep: Callable[[Reply], None],
) -> None:
    for one in rest:
        started = perf_counter()
        writer.write(one)
        head = await reader.readuntil(b"\r\n\r\n")
        body = await reader.readexactly(_length(head))
        keep(Reply(int(head[9:12]), body, perf_counter() - started))


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    raise ValueError("an answer without its length")
