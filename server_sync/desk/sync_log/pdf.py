"""The sync log on paper: a first page that sums it up, then every entry, one a line, with its page's number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from types import MappingProxyType
from zoneinfo import ZoneInfo

from server_sync.desk.sync_log.entries import LogEntry
from server_sync.desk.sync_log.export import Heading, Stretches
from server_sync.desk.sync_log.streamed_pdf import A4_LANDSCAPE, StreamedPdf, columns
from server_sync.desk.sync_log.words import LogWords

LINES_A_PAGE = 56
MOST_IN_A_LIST = 16
"""Of the summary: it is one page, whatever the clinic."""

PAGES_AT_ONCE = 20

_WIDTH, _HEIGHT = A4_LANDSCAPE
_MARGIN = 36.0
_INNER = _WIDTH - 2 * _MARGIN
_SIZE, _LINE = 6.6, 8.8
_TOP = _HEIGHT - _MARGIN - 20

_WIDTHS: Mapping[str, float] = MappingProxyType(
    {
        "happened_at": 91.0,
        "settled_at": 91.0,
        "device": 98.0,
        "sequence": 36.0,
        "intent": 112.0,
        "type": 64.0,
        "record_id": 62.0,
        "action": 42.0,
        "status": 68.0,
        "outcome": 106.0,
    }
)
_STARTS = columns(tuple(_WIDTHS.values()), _MARGIN)
_GAP = 5.0


@dataclass(slots=True)
class Tally:
    """What the summary says, counted as the entries go by, by their stable names."""

    total: int = 0
    newest: datetime | None = None
    oldest: datetime | None = None
    by_status: Counter[str] = field(default_factory=Counter)
    by_intent: Counter[str] = field(default_factory=Counter)
    by_device: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_outcome: Counter[str] = field(default_factory=Counter)

    def add(self, stretch: Sequence[LogEntry]) -> None:
        """Count some more."""
        self.total += len(stretch)
        self.newest = self.newest or stretch[0].happened_at
        self.oldest = stretch[-1].happened_at
        self.by_status.update(entry.status for entry in stretch)
        self.by_intent.update(entry.intent for entry in stretch)
        self.by_device.update((entry.device, entry.device_uid) for entry in stretch)
        self.by_outcome.update(entry.outcome or "" for entry in stretch)


def as_pdf(heading: Heading, stretches: Stretches) -> Iterator[bytes]:
    """The document, some pages at a time, in the heading's language. Memory stays the same however long the log is."""
    words = LogWords(heading.language or "en")
    log = _PrintedLog(heading, words)
    paper = log.paper
    yield paper.taken()
    for number, lines in enumerate(_by_page(stretches, log.tally)):
        log.draw_page(lines)
        if number % PAGES_AT_ONCE == PAGES_AT_ONCE - 1:
            yield paper.taken()
    log.draw_summary()
    paper.close(total=words.paper("of_pages", pages=words.number(paper.page_count + 1)), size=7)
    yield paper.taken()


def _by_page(stretches: Stretches, tally: Tally) -> Iterator[list[LogEntry]]:
    def each() -> Iterator[LogEntry]:
        for stretch in stretches:
            tally.add(stretch)
            yield from stretch

    entries = each()
    while lines := list(islice(entries, LINES_A_PAGE)):
        yield lines


class _PrintedLog:
    """One document on its way."""

    def __init__(self, heading: Heading, words: LogWords) -> None:
        self.tally = Tally()
        self._heading, self._words = heading, words
        self._zone = ZoneInfo(heading.time_zone)
        self._title = f"{words.paper('title')} · {heading.place or words.paper('all_places')}"
        self.paper = StreamedPdf(
            title=self._title, author=heading.made_by, language=words.language, mirrored=words.is_right_to_left
        )
        made = words.paper("made_by", moment=self._shown(heading.made_at), person=heading.made_by)
        self._made = words.paper("made"), made

    def draw_page(self, lines: Sequence[LogEntry]) -> None:
        """Entries, one a line."""
        paper = self.paper
        paper.text(_MARGIN, _HEIGHT - _MARGIN - 2, self._title, size=9, face=paper.bold, most=_INNER)
        for (name, width), start in zip(_WIDTHS.items(), _STARTS, strict=True):
            paper.text(start, _TOP + 3, self._words.column(name), size=_SIZE, face=paper.bold, most=width - _GAP)
        paper.line(_MARGIN, _TOP - 1, _INNER)
        for row, entry in enumerate(lines):
            base = _TOP - 1 - (row + 1) * _LINE
            if row % 2:
                paper.band(_MARGIN - 2, base - 2.2, _INNER + 4, _LINE, grey=0.955)
            paper.marks(self._line(entry, base))
        self._draw_foot(page=paper.page_count + 2)
        paper.end_page()

    def draw_summary(self) -> None:
        """What stands on the first page, of all that went by."""
        paper, words, tally = self.paper, self._words, self.tally
        y = _HEIGHT - _MARGIN - 22
        paper.text(_MARGIN, y, words.paper("title"), size=24, face=paper.bold)
        paper.text(_MARGIN, y - 24, self._heading.place or words.paper("all_places"), size=14, most=_INNER)
        y -= 54
        for label, said in self._facts():
            paper.text(_MARGIN, y, label, size=9, face=paper.bold, most=90)
            paper.text(_MARGIN + 96, y, said, size=9, most=_INNER - 96)
            y -= 14
        y -= 14
        by_device = Counter({self._called(*device): number for device, number in tally.by_device.items()})
        lists = (
            ("by_status", self._in_words(tally.by_status, words.status)),
            ("by_intent", self._in_words(tally.by_intent, words.intent)),
            ("by_device", by_device),
            ("by_outcome", self._in_words(tally.by_outcome, self._outcome)),
        )
        width = _INNER / len(lists)
        for place, (title, counted) in enumerate(lists):
            self._draw_list(_MARGIN + place * width, y, width - 20, words.paper(title), counted)
        self._draw_foot(page=1)

    def _line(self, entry: LogEntry, base: float) -> bytes:
        regular, words = self.paper.regular, self._words
        face = self.paper.bold if entry.status in ("failed", "conflict") else regular
        cells = (
            self._plain(self._shown(entry.happened_at)),
            self._plain(self._shown(entry.settled_at) if entry.settled_at else ""),
            regular.measured(self._called(entry.device, entry.device_uid), _SIZE, _WIDTHS["device"] - _GAP),
            self._plain("" if entry.sequence is None else str(entry.sequence)),
            regular.measured(words.intent(entry.intent), _SIZE, _WIDTHS["intent"] - _GAP),
            regular.measured(words.noun(entry.noun), _SIZE, _WIDTHS["type"] - _GAP),
            self._plain("" if entry.record_id is None else str(entry.record_id)),
            regular.measured(words.action(entry.action), _SIZE, _WIDTHS["action"] - _GAP),
            face.measured(words.status(entry.status), _SIZE, _WIDTHS["status"] - _GAP),
            face.measured(words.outcome(entry.outcome or ""), _SIZE, _WIDTHS["outcome"] - _GAP),
        )
        left = self.paper.left
        placed = (
            b"1 0 0 1 %.1f %.1f Tm %b" % (left(start, width), base, shown)
            for start, (shown, width) in zip(_STARTS, cells, strict=True)
        )
        return b"BT " + b"".join(placed) + b"ET"

    def _plain(self, text: str) -> tuple[bytes, float]:
        """Of figures; how wide they are is asked only where they stand at their column's right."""
        regular = self.paper.regular
        width = regular.width(text, _SIZE) if self._words.is_right_to_left else 0.0
        return regular.plain(text, _SIZE), width

    def _facts(self) -> Iterator[tuple[str, str]]:
        words, tally, heading = self._words, self.tally, self._heading
        yield words.paper("total"), words.number(tally.total)
        if tally.newest is not None and tally.oldest is not None:
            first, last = self._shown(tally.oldest), self._shown(tally.newest)
            yield words.paper("period"), words.paper("period_is", first=first, last=last)
        yield from heading.asked
        yield words.paper("times"), words.paper("times_are", zone=heading.time_zone)
        yield self._made

    def _in_words(self, counted: Counter[str], said: Callable[[str], str]) -> Counter[str]:
        """By what people call it: two names may have one word."""
        told: Counter[str] = Counter()
        for name, number in counted.items():
            told[said(name)] += number
        return told

    def _outcome(self, name: str) -> str:
        return self._words.outcome(name) if name else self._words.paper("none_yet")

    def _draw_list(self, x: float, y: float, width: float, title: str, counted: Counter[str]) -> None:
        paper, words = self.paper, self._words
        paper.text(x, y, title, size=10, face=paper.bold, most=width)
        paper.line(x, y - 5, width)
        shown = counted.most_common(MOST_IN_A_LIST)
        rest = counted.total() - sum(number for _name, number in shown)
        if rest:
            shown.append((words.paper("others", count=len(counted) - len(shown)), rest))
        for row, (name, number) in enumerate(shown):
            base, figure = y - 19 - row * 13, words.number(number)
            room = paper.regular.width(figure, 9)
            paper.text(x, base, name, size=9, most=width - room - 8)
            paper.text(x + width - room, base, figure, size=9)

    def _draw_foot(self, page: int) -> None:
        paper = self.paper
        paper.text(_MARGIN, _MARGIN - 14, " ".join(self._made), size=7, most=500)
        number = self._words.paper("page", page=self._words.number(page))
        end = _WIDTH - _MARGIN - 46
        paper.text(end - paper.regular.width(number, 7), _MARGIN - 14, number, size=7)
        paper.total_pages(end + 2, _MARGIN - 14)

    def _called(self, name: str, uid: str) -> str:
        """A machine by its name; one that is not known here by the end of its uid, where they differ."""
        return name or self._words.paper("unknown_device", ending=uid[-12:])

    def _shown(self, moment: datetime) -> str:
        return moment.astimezone(self._zone).isoformat(" ", "seconds")
