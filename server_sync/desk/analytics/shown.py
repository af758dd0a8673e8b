"""A report's cells as people read them, in a language."""

from __future__ import annotations

from decimal import Decimal

from server_sync.desk.analytics.names import NO_DOCTOR
from server_sync.desk.analytics.table import Cell, Column, Kind, Table
from server_sync.desk.analytics.words import Words

UNKNOWN = "–"


def headings(table: Table, words: Words) -> list[str]:
    """The columns by name."""
    return [words.column(column.key) for column in table.columns]


def shown_rows(table: Table, words: Words) -> list[list[str]]:
    """Every cell as text; what nobody knows is a dash."""
    return [[shown(cell, column, words) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]


def shown(cell: Cell, column: Column, words: Words) -> str:
    """One cell as text."""
    match column.kind:
        case Kind.NAME:
            return words("all_doctors") if cell is None else words("no_doctor") if cell == NO_DOCTOR else str(cell)
        case Kind.LANE:
            return words("all") if cell is None else words.lane(str(cell))
        case Kind.CODE:
            return words("all") if cell is None else _code(str(cell), column, words)
        case _ if cell is None or isinstance(cell, str):
            return UNKNOWN if cell is None else cell
    return _number(cell, column.kind, words)


def _code(code: str, column: Column, words: Words) -> str:
    return words(code) if column.key == "method" else code


def _number(value: float | Decimal, kind: Kind, words: Words) -> str:
    match kind:
        case Kind.MINUTES:
            return words("minutes", minutes=f"{value:.0f}" if value == int(value) else f"{value:.1f}")
        case Kind.SHARE:
            return f"{value * 100:.0f} %"
        case Kind.RATIO:
            return f"{value:.2f}"
        case Kind.MEAN:
            return f"{value:.1f}"
        case Kind.MONEY:
            return f"{value:,.2f}"
        case Kind.HOUR:
            return f"{int(value):02d}:00"
        case Kind.WEEKDAY:
            return words.weekdays[int(value)]
    return f"{value:,}"
