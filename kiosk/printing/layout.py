"""How a ticket is laid out: content and words become a sequence of blocks. Pure: no printer, no fonts, no I/O."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from kiosk.printing.content import TicketContent, TicketKind
from kiosk.printing.words import TicketWords

PaperWidthMm: TypeAlias = Literal[58, 80]
PRINTABLE_DOTS: dict[PaperWidthMm, int] = {58: 384, 80: 576}
"""Dots across at 203 dpi."""
CELL_WIDTH_DOTS = 12
CELL_HEIGHT_DOTS = 24
LARGEST_SCALE = 8
"""The widest that ESC/POS magnifies its own letters."""


class Align(StrEnum):
    """Where a line stands; the start is on the right where a language runs from right to left."""

    START = "start"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph in a size that is a multiple of the printer's own 12x24 letter."""

    text: str
    scale: int = 1
    bold: bool = False
    align: Align = Align.START
    least_scale: int = 1
    """A line too long for `scale` gets narrower down to here, and is broken only then."""
    left_to_right: bool = False
    """A number or code: its parts keep their order in every language."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A quiet dashed line across the paper."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code in the middle, modules of at most `module_dots`."""

    content: str
    module_dots: int


@dataclass(frozen=True, slots=True)
class Feed:
    """Empty paper."""

    dots: int


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as wide as the paper: rows from the top, eight dots a byte, leftmost highest, 1 is black."""

    width_dots: int
    rows: bytes

    @property
    def height_dots(self) -> int:
        """Rows of dots."""
        return len(self.rows) // (self.width_dots // 8)


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of the ticket."""


Block: TypeAlias = Text | Rule | Qr | Feed | Picture | Cut


def lay_out(content: TicketContent, words: TicketWords, paper_width_mm: PaperWidthMm) -> tuple[Block, ...]:
    """The blocks of one ticket, from its top edge to the cut."""
    details = _help_details(words) if content.kind is TicketKind.HELP else _queue_details(content, words)
    banner = _reprint_banner(words) if content.reprint else ()
    return (
        *banner,
        *_head(content, words),
        *details,
        *(_follow(content.follow_url, words, paper_width_mm) if content.follow_url else ()),
        *_foot(content, words),
        *banner,
        Cut(),
    )


def _reprint_banner(words: TicketWords) -> tuple[Block, ...]:
    return (Feed(12), Text(words.reprint, scale=2, bold=True, align=Align.CENTRE), Feed(16))


def _head(content: TicketContent, words: TicketWords) -> Iterator[Block]:
    if content.clinic:
        yield Text(content.clinic, bold=True, align=Align.CENTRE)
        yield Feed(28)
    yield Text(words.your_number, align=Align.CENTRE)
    yield Feed(14)
    yield Text(content.short_number, LARGEST_SCALE, bold=True, align=Align.CENTRE, least_scale=2, left_to_right=True)
    yield Feed(22)
    yield Rule()
    yield Feed(22)


def _help_details(words: TicketWords) -> Iterator[Block]:
    yield Text(words.help_note, scale=2, bold=True, align=Align.CENTRE, least_scale=2)
    yield Feed(20)
    yield Text(words.help_keep_note, align=Align.CENTRE)
    yield Feed(22)


def _queue_details(content: TicketContent, words: TicketWords) -> Iterator[Block]:
    for label, value in (
        (words.go_to, content.waiting_area),
        (words.room, content.room),
        (words.doctor, content.doctor_name),
        (words.ahead, words.ahead_text(content.people_ahead)),
        (words.wait, words.wait_text(content.wait_min)),
    ):
        if value:
            yield from _labelled(label, value)
    if content.late:
        yield Text(words.late_note)
        yield Feed(18)
    if content.provisional:
        yield Text(words.provisional_note, bold=True)
        yield Feed(18)
    yield Text(words.keep_note)
    yield Feed(22)


def _labelled(label: str, value: str) -> tuple[Block, ...]:
    return (Text(label), Feed(4), Text(value, scale=2, bold=True), Feed(18))


def _follow(address: str, words: TicketWords, paper_width_mm: PaperWidthMm) -> tuple[Block, ...]:
    return (
        Qr(address, module_dots=6 if paper_width_mm == 58 else 7),
        Feed(16),
        Text(words.follow_note, align=Align.CENTRE),
        Feed(22),
    )


def _foot(content: TicketContent, words: TicketWords) -> Iterator[Block]:
    yield Rule()
    yield Feed(16)
    yield Text(words.issued_text(content.issued_at), align=Align.CENTRE)
    if content.token_number:
        yield Feed(4)
        yield Text(content.token_number, align=Align.CENTRE, left_to_right=True)
    yield Feed(12)
