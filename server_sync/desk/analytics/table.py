"""A report as rows and typed columns: what pictures, papers, files and screens are all made from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Cell: TypeAlias = str | int | float | Decimal | None
"""None is "nobody knows" or "not of this row", never zero."""


class Kind(StrEnum):
    """What a column's cells are."""

    NAME = "name"
    """Somebody's or something's name; None stands for all of them together."""
    LANE = "lane"
    """A lane of the queue (`lanes.lane_code`); None stands for all together."""
    CODE = "code"
    """A stable word, such as a currency or a way of paying; None stands for all together."""
    COUNT = "count"
    MINUTES = "minutes"
    SHARE = "share"
    """Of 1."""
    RATIO = "ratio"
    MEAN = "mean"
    MONEY = "money"
    """A decimal in the row's currency."""
    HOUR = "hour"
    """0 to 23, of the location's own clock."""
    WEEKDAY = "weekday"
    """0 Monday to 6 Sunday."""


TEXT_KINDS = frozenset({Kind.NAME, Kind.LANE, Kind.CODE, Kind.WEEKDAY})
"""What is read as words; everything else is a number."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its stable name."""

    key: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """One report. Each row has a cell for each column."""

    report: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, key: str) -> tuple[Cell, ...]:
        """The cells of one column. Raises KeyError where there is none of that name."""
        place = {column.key: place for place, column in enumerate(self.columns)}[key]
        return tuple(row[place] for row in self.rows)

    @property
    def sums(self) -> frozenset[int]:
        """Which rows, from 0, are of all doctors together."""
        place = next((place for place, column in enumerate(self.columns) if column.kind is Kind.NAME), None)
        return frozenset(() if place is None else (n for n, row in enumerate(self.rows) if row[place] is None))


def share(part: int, whole: int) -> float | None:
    """`part` of `whole`; None where there is no whole."""
    return part / whole if whole else None
