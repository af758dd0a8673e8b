"""The sync log on paper: a first page that sums it up, then every entry, one a line, with its page's number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from server_sync.desk.sync_log.entries import LogEntry
from server_sync.desk.sync_log.export import Heading, Stretches
from server_sync.desk.sync_log.streamed_pdf import A4_LANDSCAPE, StreamedPdf, columns

LINES_A_PAGE = 56
MOST_IN_A_LIST = 16
"""Of the summary: it is one page, whatever the clinic."""

PAGES_AT_ONCE = 20

_WIDTH, _HEIGHT = A4_LANDSCAPE
_MARGIN = 36.0
_INNER = _WIDTH - 2 * _MARGIN
_SIZE, _LINE = 6.6, 8.8
_TOP = _HEIGHT - _MARGIN - 20

_TITLES = ("Happened", "Settled", "Device", "No.", "What was done", "Record", "Id", "Change", "Status", "Outcome")
_WIDTHS = (98.0, 98.0, 118.0, 36.0, 90.0, 62.0, 70.0, 34.0, 40.0, 124.0)
_STARTS = columns(_WIDTHS, _MARGIN)
_GAP = 5.0


@dataclass(slots=True)
class Tally:
    """What the summary says, counted as the entries go by."""

    total: int = 0
    newest: datetime | None = None
    oldest: datetime | None = None
    by_status: Counter[str] = field(default_factory=Counter)
    by_intent: Counter[str] = field(default_factory=Counter)
    by_device: Counter[str] = field(default_factory=Counter)
    by_outcome: Counter[str] = field(default_factory=Counter)

    def add(self, stretch: Sequence[LogEntry]) -> None:
        """Count some more."""
        self.total += len(stretch)
        self.newest = self.newest or stretch[0].happened_at
        self.oldest = stretch[-1].happened_at
        self.by_status.update(entry.status for entry in stretch)
        self.by_intent.update(entry.intent for entry in stretch)
        self.by_device.update(_called(entry) for entry in stretch)
        self.by_outcome.update(entry.outcome or "(none yet)" for entry in stretch)


def as_pdf(heading: Heading, stretches: Stretches) -> Iterator[bytes]:
    """The document, some pages at a time. Memory stays the same however long the log is."""
    paper = StreamedPdf(title=f"Sync log, {heading.place}", author=heading.made_by)
    tally, zone = Tally(), ZoneInfo(heading.time_zone)
    yield paper.taken()
    for number, lines in enumerate(_by_page(stretches, tally)):
        _draw_page(paper, heading, lines, zone)
        if number % PAGES_AT_ONCE == PAGES_AT_ONCE - 1:
            yield paper.taken()
    _draw_summary(paper, heading, tally, zone)
    paper.close(total=f"of {paper.page_count + 1:,}", size=7)
    yield paper.taken()


def _by_page(stretches: Stretches, tally: Tally) -> Iterator[list[LogEntry]]:
    def each() -> Iterator[LogEntry]:
        for stretch in stretches:
            tally.add(stretch)
            yield from stretch

    entries = each()
    while lines := list(islice(entries, LINES_A_PAGE)):
        yield lines


def _draw_page(paper: StreamedPdf, heading: Heading, lines: Sequence[LogEntry], zone: ZoneInfo) -> None:
    paper.text(_MARGIN, _HEIGHT - _MARGIN - 2, f"Sync log, {heading.place}", size=9, face=paper.bold, most=_INNER)
    for title, start, width in zip(_TITLES, _STARTS, _WIDTHS, strict=True):
        paper.text(start, _TOP + 3, title, size=_SIZE, face=paper.bold, most=width - _GAP)
    paper.line(_MARGIN, _TOP - 1, _INNER)
    for row, entry in enumerate(lines):
        base = _TOP - 1 - (row + 1) * _LINE
        if row % 2:
            paper.band(_MARGIN - 2, base - 2.2, _INNER + 4, _LINE, grey=0.955)
        paper.marks(_line(paper, entry, zone, base))
    _draw_foot(paper, heading, zone, page=paper.page_count + 2)
    paper.end_page()


def _line(paper: StreamedPdf, entry: LogEntry, zone: ZoneInfo, base: float) -> bytes:
    plain, face = paper.regular.plain, paper.bold if entry.status in ("failed", "conflict") else paper.regular
    told = (
        plain(_shown(entry.happened_at, zone), _SIZE),
        plain(_shown(entry.settled_at, zone) if entry.settled_at else "", _SIZE),
        _fitted(paper, _called(entry), 2),
        plain("" if entry.sequence is None else str(entry.sequence), _SIZE),
        _fitted(paper, _words(entry.intent), 4),
        _fitted(paper, _words(entry.noun), 5),
        plain("" if entry.record_id is None else str(entry.record_id), _SIZE),
        _fitted(paper, entry.action, 7),
        face.shown(entry.status, _SIZE, _WIDTHS[8] - _GAP),
        face.shown(_words(entry.outcome or ""), _SIZE, _WIDTHS[9] - _GAP),
    )
    cells = (b"1 0 0 1 %.1f %.1f Tm %b" % (start, base, cell) for start, cell in zip(_STARTS, told, strict=True))
    return b"BT " + b"".join(cells) + b"ET"


def _fitted(paper: StreamedPdf, text: str, column: int) -> bytes:
    return paper.regular.shown(text, _SIZE, _WIDTHS[column] - _GAP)


def _draw_summary(paper: StreamedPdf, heading: Heading, tally: Tally, zone: ZoneInfo) -> None:
    y = _HEIGHT - _MARGIN - 22
    paper.text(_MARGIN, y, "Sync log", size=24, face=paper.bold)
    paper.text(_MARGIN, y - 24, heading.place, size=14, most=_INNER)
    y -= 54
    for label, words in _facts(heading, tally, zone):
        paper.text(_MARGIN, y, label, size=9, face=paper.bold)
        paper.text(_MARGIN + 96, y, words, size=9, most=_INNER - 96)
        y -= 14
    y -= 14
    lists = (
        ("By status", tally.by_status),
        ("By kind", tally.by_intent),
        ("By device", tally.by_device),
        ("By outcome", tally.by_outcome),
    )
    width = _INNER / len(lists)
    for place, (title, counted) in enumerate(lists):
        _draw_list(paper, _MARGIN + place * width, y, width - 20, title, counted)
    _draw_foot(paper, heading, zone, page=1)


def _facts(heading: Heading, tally: Tally, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    yield "Change sets", f"{tally.total:,}"
    if tally.newest is not None and tally.oldest is not None:
        yield "Period", f"{_shown(tally.oldest, zone)} to {_shown(tally.newest, zone)}, by the devices' clocks"
    yield from heading.asked
    yield "Times", f"of {heading.time_zone}, each with its distance from UTC"
    yield "Made", f"{_shown(heading.made_at, zone)} by {heading.made_by}"


def _draw_list(paper: StreamedPdf, x: float, y: float, width: float, title: str, counted: Counter[str]) -> None:
    paper.text(x, y, title, size=10, face=paper.bold)
    paper.line(x, y - 5, width)
    shown = counted.most_common(MOST_IN_A_LIST)
    rest = counted.total() - sum(number for _name, number in shown)
    if rest:
        shown.append((f"{len(counted) - len(shown)} others", rest))
    for row, (name, number) in enumerate(shown):
        base, figure = y - 19 - row * 13, f"{number:,}"
        room = paper.regular.width(figure, 9)
        paper.text(x, base, _words(name), size=9, most=width - room - 8)
        paper.text(x + width - room, base, figure, size=9)


def _draw_foot(paper: StreamedPdf, heading: Heading, zone: ZoneInfo, page: int) -> None:
    paper.text(_MARGIN, _MARGIN - 14, f"Made {_shown(heading.made_at, zone)} by {heading.made_by}", size=7, most=500)
    number = f"Page {page:,}"
    end = _WIDTH - _MARGIN - 46
    paper.text(end - paper.regular.width(number, 7), _MARGIN - 14, number, size=7)
    paper.total_pages(end + 2, _MARGIN - 14)


def _called(entry: LogEntry) -> str:
    """A device by its name; one that is not known here by the end of its uid, where they differ."""
    return entry.device or f"unknown, …{entry.device_uid[-12:]}"


def _words(name: str) -> str:
    """`check_in` as people write it."""
    return name.replace("_", " ")


def _shown(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).isoformat(" ", "seconds")
