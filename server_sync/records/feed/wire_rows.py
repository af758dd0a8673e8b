"""Rows as they go down to a device, read in bulk: the database writes the wire's text where it can, in one pass.

Values stand in the order of the columns' names. Measured on PostgreSQL: 45 us a row through the columns' types and
`values.to_wire`, 9 us here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Select,
    Table,
    Text,
    Time,
    Uuid,
    bindparam,
    cast,
    func,
    select,
    text,
    type_coerce,
)

from server_sync.protocol.canonical import Json
from server_sync.records.erasure import PERSONAL
from server_sync.records.feed.scope import Scope, holds
from server_sync.records.prepared import Prepared
from server_sync.records.tables import BY_NOUN, sent_columns
from server_sync.records.tables.schema import SENT_DOWN
from server_sync.records.tables.types import Moment, Money

WireRow = list[Json]
"""Values as on the wire, in the order of the columns' names."""

_DECIDES_THE_ORDER = frozenset({"special_reason"})
"""A board orders the queue itself, and shows the same line as the desk."""

_WHOLE_SECOND = ".000000"


class WireRows:
    """How the records of one noun are read for devices of one version. Made by `wire_rows`; threads may share it."""

    def __init__(self, noun: str, version: int, *, has_register: bool, is_nameless: bool, is_postgres: bool) -> None:
        table = BY_NOUN[noun]
        self.noun = noun
        self.columns = tuple(sorted(sent_columns(table, SENT_DOWN, version)))
        self.uid_at = self.columns.index("uid")
        self._is_postgres = is_postgres
        hidden = {name for name in PERSONAL.get(noun, ()) if name not in _DECIDES_THE_ORDER} if is_nameless else ()
        self._hidden = [place for place, name in enumerate(self.columns) if name in hidden]
        self._readers = _readers(table, self.columns, is_postgres=is_postgres)
        shown = [_shown(table.c[name], is_postgres=is_postgres).label(name) for name in self.columns]
        within = holds(noun, has_register=has_register)
        self._every = Prepared(select(*shown).where(_among(table, is_postgres=is_postgres)))
        self._named = Prepared(select(*shown, within.label("is_held")).where(_among(table, is_postgres=is_postgres)))
        self._after = Prepared(_page_of(table, [*shown, table.c.id.label("at")], within))
        self._count = Prepared(select(func.count()).select_from(table).where(within))

    def named(self, connection: Connection, uids: Sequence[UUID], scope: Scope) -> dict[UUID, WireRow | None]:
        """Those of `uids` that exist: each its row, or None where it lies outside the scope."""
        found = _run(self._named, connection, {"uids": self._given(uids), **scope.parameters()})
        rows = {}
        for *values, is_held in found:
            row = self._read(values)
            rows[UUID(str(row[self.uid_at]))] = row if is_held else None
        return rows

    def every(self, connection: Connection, uids: Sequence[UUID]) -> dict[UUID, WireRow]:
        """Those of `uids` that exist, whoever may hold them."""
        rows = [self._read([*values]) for values in _run(self._every, connection, {"uids": self._given(uids)})]
        return {UUID(str(row[self.uid_at])): row for row in rows}

    def after(
        self, connection: Connection, last_id: int, most: int, scope: Scope
    ) -> tuple[list[WireRow], int]:  # fmt: skip
        """The next rows of the scope by id, up to `most`, and the id of the last of them."""
        found = _run(self._after, connection, {"last_id": last_id, "most": most, **scope.parameters()})
        return [self._read([*values[:-1]]) for values in found], found[-1][-1] if found else last_id

    def count(self, connection: Connection, scope: Scope) -> int:
        """How many rows the scope holds."""
        return int(_run(self._count, connection, scope.parameters())[0][0])

    def _given(self, uids: Sequence[UUID]) -> Any:  # Any: what the driver takes for many
        return list(uids) if self._is_postgres else orjson.dumps([uid.hex for uid in uids]).decode()

    def _read(self, row: list[Any]) -> WireRow:
        for place, read in self._readers:
            value = row[place]
            if value is not None:
                row[place] = read(value)
        for place in self._hidden:
            row[place] = None
        return row


@cache
def wire_rows(
    noun: str, version: int, *, has_register: bool, is_nameless: bool, is_postgres: bool
) -> WireRows:  # fmt: skip
    """How to read a noun's records for machines of a version; boards get them without names."""
    return WireRows(noun, version, has_register=has_register, is_nameless=is_nameless, is_postgres=is_postgres)


def _run(statement: Prepared, connection: Connection, parameters: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
    """Raw rows of the driver's."""
    return statement.compiled_for(connection.dialect).run(connection, parameters)


def _page_of(table: Table, shown: Sequence[ColumnElement[Any]], within: ColumnElement[bool]) -> Select[Any]:
    last, most = bindparam("last_id", type_=BigInteger), bindparam("most", type_=BigInteger)
    return select(*shown).where(table.c.id > last, within).order_by(table.c.id).limit(most)


def _among(table: Table, *, is_postgres: bool) -> Any:  # Any: SQLAlchemy's text
    column = f"{table.name}.uid"
    if is_postgres:
        return text(f"{column} = ANY(CAST(:uids AS UUID[]))")
    return text(f"{column} IN (SELECT value FROM json_each(:uids))")  # noqa: S608  # a table of ours


def _shown(column: Column[Any], *, is_postgres: bool) -> ColumnElement[Any]:
    """The column as PostgreSQL itself writes it for the wire, or as SQLite holds it, which is nearly that."""
    kind = column.type
    if not is_postgres:
        return type_coerce(column, Text) if isinstance(kind, Moment | Money | JSON | Uuid | Date | Time) else column
    if isinstance(kind, Moment):
        return func.to_char(func.timezone("UTC", column), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    if isinstance(kind, Money | JSON | Uuid | Date | Time):
        return cast(column, Text)
    return column


def _readers(
    table: Table, columns: Sequence[str], *, is_postgres: bool
) -> list[tuple[int, Callable[[Any], Any]]]:  # fmt: skip
    """What is left to do in Python, by place in a row."""
    found = []
    for place, name in enumerate(columns):
        read = _reader(table.c[name].type, is_postgres=is_postgres)
        if read is not None:
            found.append((place, read))
    return found


def _reader(kind: Any, *, is_postgres: bool) -> Callable[[Any], Any] | None:
    if isinstance(kind, JSON):
        return orjson.loads
    if is_postgres:
        return None
    if isinstance(kind, Uuid):
        return _dashed
    if isinstance(kind, Boolean):
        return bool
    return _time if isinstance(kind, Time) else None


def _dashed(digits: str) -> str:
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _time(stored: str) -> str:
    return stored.removesuffix(_WHOLE_SECOND)
