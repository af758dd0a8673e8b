"""The sync log as a file: CSV, JSON Lines or PDF, written stretch by stretch as somebody reads it.

Pure writers: entries in, bytes out. Whoever asks no further has cancelled. Times are the location's, with offset.

CSV is RFC 4180 (commas, CRLF, quotes doubled) in UTF-8 with a byte order mark, which spreadsheets need to read names.
A cell that a spreadsheet would take for a formula begins with an apostrophe: a device's words are not ours.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

import orjson

from server_sync.desk.sync_log.entries import LogEntry
from server_sync.desk.sync_log.words import LogWords
from server_sync.protocol.canonical import Json


class Format(StrEnum):
    """What an export may be."""

    CSV = "csv"
    JSONL = "jsonl"
    PDF = "pdf"


MEDIA_TYPES: Mapping[Format, str] = MappingProxyType(
    {Format.CSV: "text/csv; charset=utf-8", Format.JSONL: "application/x-ndjson", Format.PDF: "application/pdf"}
)

COLUMNS = (
    "id",
    "happened_at",
    "settled_at",
    "device",
    "device_uid",
    "sequence",
    "intent",
    "type",
    "record_id",
    "action",
    "status",
    "outcome",
)
BODY_COLUMNS = ("resolution", "body")

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


@dataclass(frozen=True, slots=True)
class Heading:
    """What an export says of itself. `place` is empty for all; `asked` is the filter, label by label, in words."""

    place: str
    time_zone: str
    made_at: datetime
    made_by: str
    asked: tuple[tuple[str, str], ...] = ()
    with_bodies: bool = False
    language: str = ""
    """In whose words a table and paper speak. Without one a table has the stable names, for programs, and paper is in
    English. JSON Lines always have the names."""


Stretches = Iterable[Sequence[LogEntry]]


def export_as(kind: Format, heading: Heading, stretches: Stretches) -> Iterator[bytes]:
    """The file, piece by piece. A PDF has no bodies, whatever the heading says."""
    if kind is Format.PDF:
        from server_sync.desk.sync_log.pdf import as_pdf  # reportlab is large: only who wants paper reads it

        return as_pdf(heading, stretches)
    return (_as_csv if kind is Format.CSV else _as_lines)(heading, stretches)


def watched(stretches: Stretches, on_progress: Callable[[int], None]) -> Iterator[Sequence[LogEntry]]:
    """The same stretches; `on_progress` hears after each how many entries were done."""
    done = 0
    for stretch in stretches:
        yield stretch
        done += len(stretch)
        on_progress(done)


def _as_csv(heading: Heading, stretches: Stretches) -> Iterator[bytes]:
    zone = ZoneInfo(heading.time_zone)
    words = LogWords(heading.language) if heading.language else None
    paper = io.StringIO(newline="")
    rows = csv.writer(paper, lineterminator="\r\n")
    names = (*COLUMNS, *(BODY_COLUMNS if heading.with_bodies else ()))
    rows.writerow(names if words is None else map(words.column, names))
    yield b"\xef\xbb\xbf" + _torn_off(paper)
    for stretch in stretches:
        said = stretch if words is None else [_in_words(entry, words) for entry in stretch]
        rows.writerows(_cells(entry, zone, with_bodies=heading.with_bodies) for entry in said)
        yield _torn_off(paper)


def _in_words(entry: LogEntry, words: LogWords) -> LogEntry:
    return replace(
        entry,
        intent=words.intent(entry.intent),
        noun=words.noun(entry.noun),
        action=words.action(entry.action),
        status=words.status(entry.status),
        outcome=entry.outcome and words.outcome(entry.outcome),
    )


def _torn_off(paper: io.StringIO) -> bytes:
    written = paper.getvalue().encode("utf-8", "replace")
    paper.seek(0)
    paper.truncate()
    return written


def _cells(entry: LogEntry, zone: ZoneInfo, *, with_bodies: bool) -> list[str | int | None]:
    cells: list[str | int | None] = [
        entry.id,
        local(entry.happened_at, zone),
        None if entry.settled_at is None else local(entry.settled_at, zone),
        plain(entry.device),
        plain(entry.device_uid),
        entry.sequence,
        plain(entry.intent),
        plain(entry.noun),
        entry.record_id,
        plain(entry.action),
        plain(entry.status),
        plain(entry.outcome or ""),
    ]
    if with_bodies:
        cells += [plain(entry.resolution or ""), orjson.dumps(entry.body).decode()]
    return cells


def plain(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in _FORMULA and text else text


def _as_lines(heading: Heading, stretches: Stretches) -> Iterator[bytes]:
    zone = ZoneInfo(heading.time_zone)
    for stretch in stretches:
        lines = (orjson.dumps(line(entry, zone, with_body=heading.with_bodies)) for entry in stretch)
        yield b"\n".join(lines) + b"\n"


def line(entry: LogEntry, zone: ZoneInfo, *, with_body: bool = False) -> dict[str, Json]:
    """An entry as JSON tells it."""
    told: dict[str, Json] = {
        "id": entry.id,
        "happened_at": local(entry.happened_at, zone),
        "settled_at": None if entry.settled_at is None else local(entry.settled_at, zone),
        "device": entry.device,
        "device_uid": entry.device_uid,
        "sequence": entry.sequence,
        "intent": entry.intent,
        "type": entry.noun,
        "record_id": entry.record_id,
        "action": entry.action,
        "status": entry.status,
        "outcome": entry.outcome,
    }
    return told | {"resolution": entry.resolution, "body": entry.body} if with_body else told


def local(moment: datetime, zone: ZoneInfo) -> str:
    """`2026-03-09T09:00:00.000+00:00`: the location's time, with its offset."""
    return moment.astimezone(zone).isoformat(timespec="milliseconds")
