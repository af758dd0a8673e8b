"""A page of a location's feed: what it holds, how it is written, and how it is read again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from server_sync.protocol.canonical import Json
from server_sync.protocol.parts import Reading, content_of, count, hybrid_time, list_of, mapping, text, truth


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One record as the server holds it: its whole row, or None where it holds none."""

    noun: str
    uid: UUID
    row: dict[str, Json] | None


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A stretch of a location's feed; `cursor` is opaque and asks for what follows."""

    entries: tuple[FeedEntry, ...]
    cursor: str
    is_last: bool
    settled_through: int
    centre_time: str = ""
    """The server's hybrid time, after which its reader stamps what it does next; empty from an older server."""


def encode_page(page: FeedPage) -> dict[str, Json]:
    """A page of the feed."""
    entries: list[Json] = [{"type": entry.noun, "uid": str(entry.uid), "data": entry.row} for entry in page.entries]
    return {
        "success": True,
        "data": {
            "entries": entries,
            "cursor": page.cursor,
            "is_last": page.is_last,
            "settled_through": page.settled_through,
            "centre_time": page.centre_time,
        },
    }


def parse_page(body: Any) -> FeedPage:
    """Read a page of the feed. Raises ProtocolFault `malformed_page`."""
    with Reading("malformed_page"):
        content = content_of(body)
        return FeedPage(
            entries=tuple(_read_entry(item) for item in list_of(content["entries"])),
            cursor=text(content["cursor"]),
            is_last=truth(content["is_last"]),
            settled_through=count(content["settled_through"]),
            centre_time=hybrid_time(content.get("centre_time", "")),
        )


def _read_entry(item: Any) -> FeedEntry:
    row = item["data"]
    return FeedEntry(text(item["type"]), UUID(text(item["uid"])), None if row is None else mapping(row))
