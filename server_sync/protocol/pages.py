"""A page of what a server holds for a machine: what it says, how it is written, and how it is read again.

From version 2 on rows travel in groups, the names of their columns once for all of them; a machine of version 1 gets
whole records one by one, and hears of one that has left its scope as it hears of one that the server does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from server_sync.protocol.canonical import Json
from server_sync.protocol.parts import Reading, content_of, count, hybrid_time, list_of, mapping, text, truth

Reference = tuple[str, UUID]
"""A record by noun and uid."""

GROUPED_SINCE = 2
"""The version of the protocol from which on pages carry groups."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One record as the server holds it: its whole row, or None where it holds none."""

    noun: str
    uid: UUID
    row: dict[str, Json] | None


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Records of one noun: the columns, in the order of their names, and the values of each row in that order."""

    noun: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Json]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a first snapshot has come, in records; what others change meanwhile comes after it, uncounted."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A stretch of what a server has for one machine; `cursor` is opaque and asks for what follows.

    It is a set: each record stands in it once, in `groups` or, from a server of version 1, in `entries`.
    """

    entries: tuple[FeedEntry, ...]
    cursor: str
    is_last: bool
    settled_through: int
    """This machine's sequences up to here are settled: what they changed stands here so, or comes with a later page."""
    centre_time: str = ""
    """The server's hybrid time, after which its reader stamps what it does next; empty from an older server."""
    groups: tuple[RowGroup, ...] = ()
    absent: tuple[Reference, ...] = ()
    """Records that the server does not hold."""
    left: tuple[Reference, ...] = ()
    """Records that are no longer in this machine's scope, whatever became of them."""
    reflected_through: int | None = None
    """What these rows contain of this machine's own sequences; a hub's contain what it only holds. None: as settled."""
    last_sequence: int | None = None
    """The highest of this machine's sequences of which the server has a receipt."""
    last_set: UUID | None = None
    """The set whose receipt that is: another than the machine's own shows that its records went back in time."""
    kept_from: date | None = None
    """Days before it have left, by the rule that both sides know (`records.feed.scope`)."""
    epoch: int | None = None
    """A server that was restored starts a new one."""
    upstream: str = ""
    """The uid of the server's replica."""
    progress: Progress | None = None
    """While a first snapshot is under way."""
    settled_of: Mapping[str, int] | None = None
    """Where it was asked for: through which sequence each device of the location, by its uid, is settled."""
    reflected_of: Mapping[str, int] | None = None
    """Of a hub: through which sequence of each device its rows contain what was done there."""
    held: tuple[Reference, ...] = ()
    """Of a hub: records of this page over which it has laid what is not settled."""


def encode_page(page: FeedPage) -> dict[str, Json]:
    """A page in the shape of version 1, in which every record has its own columns' names."""
    entries: list[Json] = [{"type": entry.noun, "uid": str(entry.uid), "data": entry.row} for entry in page.entries]
    for group in page.groups:
        uid_at = group.columns.index("uid")
        for row in group.rows:
            entries.append({"type": group.noun, "uid": row[uid_at], "data": dict(zip(group.columns, row, strict=True))})
    for noun, uid in (*page.absent, *page.left):
        entries.append({"type": noun, "uid": str(uid), "data": None})
    content: dict[str, Json] = {
        "entries": entries,
        "cursor": page.cursor,
        "is_last": page.is_last,
        "settled_through": page.settled_through,
        "centre_time": page.centre_time,
    }
    return {"success": True, "data": content}


def encode_grouped(page: FeedPage) -> dict[str, Any]:
    """A page's content in the shape of version 2; also a line of a snapshot. Any: values that JSON can write."""
    progress = page.progress
    return _of_several(page) | {
        "groups": [{"type": group.noun, "columns": group.columns, "rows": group.rows} for group in page.groups],
        "absent": [[noun, str(uid)] for noun, uid in page.absent],
        "left": [[noun, str(uid)] for noun, uid in page.left],
        "cursor": page.cursor,
        "is_last": page.is_last,
        "settled_through": page.settled_through,
        "reflected_through": page.settled_through if page.reflected_through is None else page.reflected_through,
        "last_sequence": page.last_sequence,
        "last_set": None if page.last_set is None else str(page.last_set),
        "kept_from": None if page.kept_from is None else page.kept_from.isoformat(),
        "epoch": page.epoch,
        "upstream": page.upstream,
        "centre_time": page.centre_time,
        "progress": None if progress is None else {"done": progress.done, "total": progress.total},
    }


def _of_several(page: FeedPage) -> dict[str, Any]:
    """What only hubs, and those who have come by one, ask for or say."""
    said: dict[str, Any] = {}
    if page.settled_of is not None:
        said["settled_of"] = dict(page.settled_of)
    if page.reflected_of is not None:
        said |= {"reflected_of": dict(page.reflected_of), "held": [[noun, str(uid)] for noun, uid in page.held]}
    return said


def parse_page(body: Any) -> FeedPage:
    """Read an answer with a page, of either shape. Raises ProtocolFault `malformed_page`."""
    with Reading("malformed_page"):
        return _read_page(content_of(body))


def parse_line(content: Any) -> FeedPage:
    """Read a line of a snapshot. Raises ProtocolFault `malformed_page`."""
    with Reading("malformed_page"):
        return _read_page(content)


def _read_page(content: Any) -> FeedPage:
    kept_from, progress, last_set = content.get("kept_from"), content.get("progress"), content.get("last_set")
    return FeedPage(
        entries=tuple(_read_entry(item) for item in list_of(content.get("entries", []))),
        cursor=text(content["cursor"]),
        is_last=truth(content["is_last"]),
        settled_through=count(content["settled_through"]),
        centre_time=hybrid_time(content.get("centre_time", "")),
        groups=tuple(_read_groups(content)),
        absent=tuple(_references(content, "absent")),
        left=tuple(_references(content, "left")),
        reflected_through=_counted(content, "reflected_through"),
        last_sequence=_counted(content, "last_sequence"),
        last_set=None if last_set is None else UUID(text(last_set)),
        kept_from=None if kept_from is None else date.fromisoformat(kept_from),
        epoch=_counted(content, "epoch"),
        upstream=text(content.get("upstream", "")),
        progress=None if progress is None else Progress(count(progress["done"]), count(progress["total"])),
        settled_of=_by_device(content.get("settled_of")),
        reflected_of=_by_device(content.get("reflected_of")),
        held=tuple(_references(content, "held")),
    )


def _read_entry(item: Any) -> FeedEntry:
    row = item["data"]
    return FeedEntry(text(item["type"]), UUID(text(item["uid"])), None if row is None else mapping(row))


def _read_groups(content: Mapping[str, Any]) -> Iterator[RowGroup]:
    for group in list_of(content.get("groups", [])):
        columns = tuple(text(name) for name in list_of(group["columns"]))
        if not {"uid", "version"} <= set(columns):
            raise ValueError("rows without their uid and version")
        rows = list_of(group["rows"])
        if any(type(row) is not list or len(row) != len(columns) for row in rows):
            raise ValueError("a row with more or fewer values than there are columns")
        yield RowGroup(text(group["type"]), columns, rows)


def _references(content: Mapping[str, Any], name: str) -> Iterator[Reference]:
    for noun, uid in list_of(content.get(name, [])):
        yield text(noun), UUID(text(uid))


def _by_device(given: Any) -> Mapping[str, int] | None:
    if given is None:
        return None
    return {str(UUID(uid)): count(sequence) for uid, sequence in mapping(given).items()}


def _counted(content: Mapping[str, Any], name: str) -> int | None:
    given = content.get(name)
    return None if given is None else count(given)
