"""A table's columns between the wire and a database, without SQLAlchemy's machinery around each row.

Rows are judged as they are on the wire. PostgreSQL reads them as JSON, and SQLite's text is all but that: so little
is left to convert. Measured: 34 columns of a place from PostgreSQL to the wire 4 us, through SQLAlchemy's rows 31 us.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

import orjson
from sqlalchemy import JSON, Boolean, Column, Date, Table, Time, Uuid

from server_sync.protocol.canonical import Json
from server_sync.records.tables import BY_NOUN, sent_columns
from server_sync.records.tables.schema import SENT_DOWN, SENT_UP
from server_sync.records.tables.types import Moment, Money
from server_sync.records.values import fields_from_wire, to_wire

Convert = Callable[[Any], Any]  # Any: a value as a driver or the wire has it

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

LOCAL_TO_JUDGE = frozenset({"holds_slot"})
"""Columns that never travel, but that settling looks at."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How one table's rows are read and written."""

    table: Table
    read: tuple[str, ...]
    """What is read of a row to judge it; `id` and `uid` among it."""
    kinds: Mapping[str, type]
    """By column that devices send, what kind a value is of; text, whole numbers and truths need no other look."""
    forms: Mapping[str, Callable[[Any], bool]]
    """By column that has a form of its own on the wire, whether a value is as we ourselves would write it."""
    defaults: Mapping[str, Json]
    """A new row as far as nobody says otherwise."""

    def wire(self, values: Sequence[Any], *, is_postgres: bool) -> dict[str, Json]:
        """One row as on the wire; `values` in the order of `read`, as the driver gives them."""
        row: dict[str, Json] = dict(zip(self.read, values, strict=True))
        for name, convert in _from_driver(self.table.name, is_postgres):
            value = row[name]
            if value is not None:
                row[name] = convert(value)
        return row

    def checked(self, values: Mapping[str, Json]) -> dict[str, Json]:
        """`values` in the one form in which each is written. Raises ProtocolFault `bad_value`.

        Columns that this version does not know are left out: a newer device may know more than we do.
        """
        known: dict[str, Json] = {}
        odd: list[str] = []
        kinds, forms = self.kinds, self.forms
        for name, value in values.items():
            kind = kinds.get(name)
            if kind is None:
                continue
            known[name] = value
            if value is not None and (type(value) is not kind or (name in forms and not forms[name](value))):
                odd.append(name)
        if odd:
            for name, value in fields_from_wire(self.table, known, odd).items():
                known[name] = to_wire(value)
        return known


@cache
def columns_of(noun: str) -> Columns:
    """The columns of a noun's table."""
    table = BY_NOUN[noun]
    names = (*sent_columns(table, SENT_UP | SENT_DOWN), *(name for name in LOCAL_TO_JUDGE if name in table.columns))
    read = tuple(str(name) for name in names)
    columns = [table.columns[name] for name in read]
    return Columns(
        table=table,
        read=read if "version" in read else (*read, "version"),
        kinds={str(name): _kind(table.columns[name].type) for name in sent_columns(table, SENT_UP)},
        forms={name: form for name in read if (form := _form(table.columns[name].type)) is not None},
        defaults={str(column.name): _default(column) for column in columns},
    )


@cache
def to_sqlite(noun: str) -> Mapping[str, Convert]:
    """By column, what turns a value on the wire into SQLite's."""
    found: dict[str, Convert] = {}
    for column in BY_NOUN[noun].columns:
        if isinstance(column.type, Uuid):
            found[str(column.name)] = _hex
        elif isinstance(column.type, Time):
            found[str(column.name)] = _with_microseconds
        elif isinstance(column.type, JSON):
            found[str(column.name)] = _as_text
    return found


@cache
def _from_driver(table_name: str, is_postgres: bool) -> tuple[tuple[str, Convert], ...]:
    columns = columns_of(next(noun for noun, table in BY_NOUN.items() if table.name == table_name))
    kinds = ((name, columns.table.columns[name].type) for name in columns.read)
    found = ((name, _on_postgres(kind) if is_postgres else _on_sqlite(kind)) for name, kind in kinds)
    return tuple((name, convert) for name, convert in found if convert is not None)


def _on_postgres(kind: Any) -> Convert | None:
    if isinstance(kind, Moment):
        return as_moment
    return str if isinstance(kind, Money | Date | Time | Uuid) else None


def _on_sqlite(kind: Any) -> Convert | None:
    if isinstance(kind, Uuid):
        return _dashed
    if isinstance(kind, Boolean):
        return bool
    if isinstance(kind, JSON):
        return orjson.loads
    return _without_microseconds if isinstance(kind, Time) else None


def _kind(kind: Any) -> type:
    """A document may be of any kind: each is looked at."""
    if isinstance(kind, JSON):
        return dict
    return kind.python_type if kind.python_type in (bool, int) else str


def _form(kind: Any) -> Callable[[Any], bool] | None:
    if isinstance(kind, Moment):
        return _is_moment
    if isinstance(kind, Date):
        return _is_date
    if isinstance(kind, Uuid):
        return _is_uuid
    return (lambda _value: False) if isinstance(kind, Money | Time) else None


def _is_moment(value: Any) -> bool:
    if len(value) != 27 or value[26] != "Z" or value[10] != "T" or value[19] != ".":
        return False
    try:
        return 1900 <= datetime.fromisoformat(value).year <= 9998
    except ValueError:
        return False


def _is_date(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except ValueError:
        return False


def _is_uuid(value: Any) -> bool:
    return _UUID.fullmatch(value) is not None


def as_moment(value: datetime) -> str:
    """As `records.tables.types.format_moment` writes it, in a third of the time."""
    if value.tzinfo is not UTC and value.utcoffset():
        value = value.astimezone(UTC)
    return value.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _dashed(text: str) -> str:
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _hex(text: str) -> str:
    return text.replace("-", "")


def _as_text(value: Any) -> str:
    return orjson.dumps(value).decode()


def _with_microseconds(text: str) -> str:
    return time.fromisoformat(text).isoformat(timespec="microseconds")


def _without_microseconds(text: str) -> str:
    return time.fromisoformat(text).isoformat()


def _default(column: Column[Any]) -> Json:
    """What the database would write, as on the wire."""
    if column.server_default is None:
        return None
    said = str(getattr(column.server_default, "arg", ""))
    if isinstance(column.type, Boolean):
        return said.lower() == "true"
    return int(said) if column.type.python_type is int else said
