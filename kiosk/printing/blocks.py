"""What a paper is made of, from its top edge to the cut. Pure: no printer, no fonts, no I/O."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

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
    """The end of the paper."""


Block: TypeAlias = Text | Rule | Qr | Feed | Picture | Cut
