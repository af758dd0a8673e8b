"""Between a column's Python value and its form on the wire and in the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Date, Table, Time, Uuid

from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import ProtocolFault
from server_sync.records.tables.types import Moment, Money, format_moment

_FIRST_YEAR, _LAST_YEAR = 1900, 9998
_PLAIN = frozenset({str, int, bool})
_LARGEST_AMOUNT = Decimal(10) ** 10


def to_wire(value: Any) -> Json:  # Any: whatever a column holds
    """A column's value as JSON: moments in UTC, decimals and identities as text."""
    if value is None or type(value) in _PLAIN:
        return value  # type: ignore[no-any-return]  # most are
    if isinstance(value, datetime):
        return format_moment(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    return value  # type: ignore[no-any-return]  # bool, int, str, None or a JSON document


def row_to_wire(row: Mapping[Any, Any], columns: Iterable[str]) -> dict[str, Json]:
    """The named columns of a row, as on the wire."""
    return {name: to_wire(row[name]) for name in columns}


def fields_from_wire(table: Table, fields: Mapping[str, Json], allowed: Iterable[str]) -> dict[str, Any]:
    """Values for the columns of `table`. Unknown columns are left out: a newer device may know more than we do.

    Raises ProtocolFault `bad_value`, naming the column and never the value.
    """
    readers = _readers(table)
    values: dict[str, Any] = {}
    for name in allowed:
        if name in fields:
            values[name] = _read(readers[name], name, fields[name])
    return values


def _read(reader: Callable[[Any], Any], name: str, value: Json) -> Any:
    if value is None:
        return None
    try:
        return reader(value)
    except (ValueError, TypeError, ArithmeticError, AttributeError) as error:
        raise ProtocolFault("bad_value", f"{name} has a value of a wrong kind") from error


@cache
def _readers(table: Table) -> dict[str, Callable[[Any], Any]]:
    return {column.name: reader_of(column.type) for column in table.columns}


def reader_of(kind: Any) -> Callable[[Any], Any]:
    """What checks a value from the wire for a column of this type; raises ValueError, TypeError, ArithmeticError."""
    if isinstance(kind, Moment):
        return read_moment
    if isinstance(kind, Money):
        return _amount
    if isinstance(kind, Date):
        return date.fromisoformat
    if isinstance(kind, Time):
        return time.fromisoformat
    if isinstance(kind, Uuid):
        return UUID
    if isinstance(kind, JSON):
        return _document
    return _plain(kind.python_type)


def _document(given: Any) -> Any:
    """SQLite takes a bare number or truth in a document's column for what it is, and no reader finds JSON there."""
    if not isinstance(given, dict | list):
        raise TypeError("not a document")
    return given


def _plain(expected: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not expected:
            raise TypeError(f"not {expected.__name__}")
        return value

    return read


def read_moment(text: str) -> datetime:
    """Aware, and of a century that every database and every clock can write down."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError("a moment must be aware and of our time")
    return moment.astimezone(UTC)


def _amount(given: Any) -> Decimal:
    if not isinstance(given, str):
        raise TypeError("money travels as text")
    amount = Decimal(given)
    if not amount.is_finite() or abs(amount) >= _LARGEST_AMOUNT:
        raise ValueError("not an amount of money")
    return amount
