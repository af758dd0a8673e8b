"""A report's table for the page: its columns with the room that they need, and each row with a name of its own."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kiosk.screens.admin.analytics_desk import ToldReport

LEAST, MOST = 2.5, 24.0
"""Letters that a column is wide."""
BETWEEN = 1.4


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """A column, and how wide it should be in letters."""

    key: int
    words: str
    is_text: bool
    letters: float


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A row. `spoken` is what assistive technology is told; `is_sum` is of all doctors together."""

    key: int
    cells: list[str]
    spoken: str
    is_sum: bool


def headings_of(told: ToldReport) -> list[ReportHeading]:
    """The columns in their order."""
    return [
        ReportHeading(place, column.heading, column.is_text, _room(column.heading, [row[place] for row in told.rows]))
        for place, column in enumerate(told.columns)
    ]


def lines_of(told: ToldReport) -> list[ReportLine]:
    """The rows in their order."""
    headings = [column.heading for column in told.columns]
    return [
        ReportLine(
            number,
            list(row),
            ", ".join(f"{heading}: {cell}" for heading, cell in zip(headings, row, strict=True)),
            number in told.sums,
        )
        for number, row in enumerate(told.rows)
    ]


def _room(heading: str, cells: list[str]) -> float:
    widest = max((_letters(cell) for cell in cells), default=0.0)
    longest_word = max((_letters(word) for word in heading.split()), default=0.0)
    return min(MOST, max(LEAST, widest, longest_word)) + BETWEEN


def _letters(text: str) -> float:
    """Chinese signs are as wide as two Latin letters, digits a little wider; marks upon a letter take no room."""
    return sum(_width(letter) for letter in text if not unicodedata.combining(letter))


def _width(letter: str) -> float:
    return 2.0 if unicodedata.east_asian_width(letter) in "WF" else 1.15 if letter.isdigit() else 1.0
