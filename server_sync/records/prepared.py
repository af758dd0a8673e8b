"""Statements that are run while somebody waits, compiled once and run straight on the driver.

SQLAlchemy writes and types the SQL; what is left out is its machinery around each execution. Measured on SQLite: 25 us
a statement through `Connection.execute`, 17 us through `exec_driver_sql`, 3-5 us here, twelve times a check-in. On
PostgreSQL it is what remains besides the round trip, which `records.batches` spares.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, TextualSelect, Update
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from server_sync.records.pipeline import Sent

Processor = Callable[[Any], Any]  # Any: whatever a column's type binds or reads


class Prepared:
    """One statement. Parameters are given by name, a missing one raises KeyError; threads may share it.

    No list may stand behind an IN: that is SQLAlchemy's own to expand.
    """

    # Any: SELECT, INSERT and UPDATE share no type with `compile`.
    def __init__(self, statement: Any, *, only_inserts: bool = False) -> None:
        self._statement = statement
        self.only_reads = isinstance(statement, Select)
        self.only_inserts = only_inserts or (isinstance(statement, Insert) and _is_plain(statement))
        """It gives no rows and sees none that were just inserted: several can become one (`records.batches`)."""
        written = getattr(statement, "table", None) if isinstance(statement, Insert | Update | Delete) else None
        self.written: str | None = getattr(written, "name", None)
        """The table that it writes, as far as SQLAlchemy knows: of a text nobody can tell."""
        self._compiled: dict[int, Compiled] = {}

    def rows(self, connection: Connection, parameters: Mapping[str, Any]) -> Sequence[Mapping[Any, Any]]:
        """Run it; the rows by column name, where it gives any."""
        compiled = self.compiled_for(connection.dialect)
        return [compiled.row(values) for values in compiled.run(connection, parameters)]

    def first(self, connection: Connection, parameters: Mapping[str, Any]) -> Mapping[Any, Any] | None:
        """Run it; the first row, or None."""
        rows = self.rows(connection, parameters)
        return rows[0] if rows else None

    def many(self, connection: Connection, calls: Sequence[Mapping[str, Any]]) -> None:
        """Run it once for each of `calls`, one after the other; rows that it gives are lost."""
        compiled = self.compiled_for(connection.dialect)
        if calls:
            compiled.run_many(connection, [compiled.bound(parameters) for parameters in calls])

    def compiled_for(self, dialect: Dialect) -> Compiled:
        """Its SQL for a driver."""
        compiled = self._compiled.get(id(dialect.dbapi))
        if compiled is None:
            compiled = self._compiled[id(dialect.dbapi)] = Compiled(self._statement, dialect)
        return compiled


class Compiled:
    """The statement's SQL for one driver, with what turns values into the driver's and back.

    On PostgreSQL it is in the server's own form, with `$1` for the first of `parameters`: psycopg need not translate.
    """

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        if isinstance(statement, Insert) and not _returned(statement):
            statement = statement.inline()  # or PostgreSQL's INSERT would return an id that nobody asked for
        compiled = statement.compile(dialect=dialect)
        names = tuple(compiled.positiontup or dict.fromkeys(_NAMED.findall(str(compiled))))
        self.sql = str(compiled) if compiled.positional else _numbered(str(compiled), names)
        self.parameters = len(names)
        self._is_numbered = not compiled.positional
        binds = [self._bind(compiled.binds[name], dialect) for name in names]
        self._given = [(name, required, default) for name, required, default, _ in binds]
        self._binds = [(place, process) for place, (*_, process) in enumerate(binds) if process is not None]
        columns = [(column.name, _reader(column.type, dialect)) for column in _returned(statement)]
        self._columns = [name for name, _ in columns]
        self._readers = [(name, read) for name, read in dict(columns).items() if read is not None]

    def run(self, connection: Connection, parameters: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        """The rows as the driver gives them; its errors become SQLAlchemy's, as everywhere else."""
        driver: Any = connection.connection.driver_connection
        values = self.bound(parameters)
        if self._is_numbered:
            with told_as_sqlalchemy_tells(driver, connection.dialect, self.sql):
                return run_numbered(connection, [(self.sql, values)])[0]
        try:
            rows: Sequence[Sequence[Any]] = driver.execute(self.sql, values).fetchall()
        except driver.Error as error:  # without a context manager, which would take as long as a small question
            raise _told(error, driver.Error, connection.dialect, self.sql) from error
        return rows

    def run_many(self, connection: Connection, values: Sequence[Sequence[Any]]) -> None:
        """Once for each row of the driver's values, in one round trip."""
        driver: Any = connection.connection.driver_connection
        with told_as_sqlalchemy_tells(driver, connection.dialect, self.sql):
            if self._is_numbered:
                run_numbered(connection, [(self.sql, one) for one in values])
            else:
                driver.executemany(self.sql, values)

    def bound(self, parameters: Mapping[str, Any]) -> list[Any]:
        """Values for the driver, in the order in which `sql` wants them."""
        values = [parameters[name] if required else default for name, required, default in self._given]
        for place, process in self._binds:
            values[place] = process(values[place])
        return values

    def row(self, values: Sequence[Any]) -> dict[str, Any]:
        """One row by column name, its values as the columns' types give them."""
        row = dict(zip(self._columns, values, strict=True))
        for name, read in self._readers:
            if row[name] is not None:
                row[name] = read(row[name])
        return row

    @staticmethod
    def _bind(parameter: Any, dialect: Dialect) -> tuple[str, bool, Any, Processor | None]:
        process = parameter.type.dialect_impl(dialect).bind_processor(dialect)
        return parameter.key, parameter.required, parameter.value, process


def run_numbered(
    connection: Connection, statements: Sequence[tuple[str, Sequence[Any]]], *, then_commit: bool = False
) -> Sequence[Sequence[Sequence[Any]]]:
    """The rows of statements in PostgreSQL's own form, each prepared once on this connection, in one round trip."""
    from server_sync.records.pipeline import run_pipeline  # a kiosk has no psycopg

    names = connection.info.setdefault("prepared", {})
    return run_pipeline(connection.connection.driver_connection, statements, names, then_commit=then_commit)


def send_numbered(connection: Connection, statements: Sequence[tuple[str, Sequence[Any]]]) -> Sent:
    """As `run_numbered`, within an open transaction, without waiting for what they come to."""
    from server_sync.records.pipeline import Sent  # as above

    return Sent(connection.connection.driver_connection, statements, connection.info.setdefault("prepared", {}))


def _numbered(sql: str, names: Sequence[str]) -> str:
    """SQLAlchemy's `%(name)s` as `$1`."""
    places = {name: f"${place}" for place, name in enumerate(names, start=1)}
    return _NAMED.sub(lambda match: places[match.group(1)], sql).replace("%%", "%")


_NAMED = re.compile(r"%\((\w+)\)s")


@contextmanager
def told_as_sqlalchemy_tells(driver: Any, dialect: Dialect, sql: str) -> Iterator[None]:
    """The driver's errors as SQLAlchemy's, which the rest of the house knows."""
    errors: Any = dialect.loaded_dbapi.Error if dialect.name != "sqlite" else driver.Error
    try:
        yield
    except errors as error:
        raise _told(error, errors, dialect, sql) from error


def _told(error: Exception, errors: Any, dialect: Dialect, sql: str) -> BaseException:
    return DBAPIError.instance(sql, None, error, errors, dialect=dialect)


_NUMERIC_OID = 1700
"""What PostgreSQL says of a column of money; other types do not ask."""


def _reader(kind: Any, dialect: Dialect) -> Processor | None:
    processor: Processor | None = kind.dialect_impl(dialect).result_processor(dialect, _NUMERIC_OID)
    return processor


def _is_plain(statement: Any) -> bool:
    """An INSERT of one row that gives nothing back and has no answer to conflicts."""
    return not _returned(statement) and statement.select is None and statement._post_values_clause is None


def _returned(statement: Any) -> Sequence[Any]:
    if isinstance(statement, Select | TextualSelect):
        return tuple(statement.selected_columns)
    return tuple(getattr(statement, "_returning", ()))
