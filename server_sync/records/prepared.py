"""Statements that are run while somebody waits, compiled once and run straight on the driver.

SQLAlchemy writes and types the SQL; what is left out is its machinery around each execution. Measured on SQLite: 25 us
a statement through `Connection.execute`, 17 us through `exec_driver_sql`, 3-5 us here, twelve times a check-in. On
PostgreSQL it is what remains besides the round trip, and `run_together` spares all but one of those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Select
from sqlalchemy.exc import DBAPIError

Processor = Callable[[Any], Any]  # Any: whatever a column's type binds or reads


class Prepared:
    """One statement. Parameters are given by name, a missing one raises KeyError; threads may share it.

    No list may stand behind an IN: that is SQLAlchemy's own to expand.
    """

    def __init__(self, statement: Any) -> None:  # Any: SELECT, INSERT and UPDATE share no type with `compile`
        self._statement = statement
        self.only_reads = isinstance(statement, Select)
        self._compiled: dict[int, _Compiled] = {}

    def rows(self, connection: Connection, parameters: Mapping[str, Any]) -> Sequence[Mapping[Any, Any]]:
        """Run it; the rows by column name, where it gives any."""
        compiled = self._for(connection.dialect)
        cursor = compiled.run(connection, parameters)
        return [compiled.row(values) for values in cursor.fetchall()] if cursor.description else ()

    def first(self, connection: Connection, parameters: Mapping[str, Any]) -> Mapping[Any, Any] | None:
        """Run it; the first row, or None."""
        rows = self.rows(connection, parameters)
        return rows[0] if rows else None

    def _for(self, dialect: Dialect) -> _Compiled:
        compiled = self._compiled.get(id(dialect.dbapi))
        if compiled is None:
            compiled = self._compiled[id(dialect.dbapi)] = _Compiled(self._statement, dialect)
        return compiled


Call = tuple[Prepared, Mapping[str, Any]]
"""A statement with its parameters."""


def run_together(connection: Connection, statements: Sequence[Call]) -> None:
    """Run statements whose rows nobody needs, in their order; on PostgreSQL in one round trip (its pipeline mode)."""
    if connection.dialect.name == "sqlite" or len(statements) < 2:
        for statement, parameters in statements:
            statement.rows(connection, parameters)
        return
    driver: Any = connection.connection.driver_connection
    dialect = connection.dialect
    with _told_as_sqlalchemy_tells(driver, dialect, "several statements"), driver.pipeline():
        for statement, parameters in statements:
            statement._for(dialect).run(connection, parameters)


class _Compiled:
    """The statement's SQL for one driver, with what turns values into the driver's and back."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        if isinstance(statement, Insert) and not _returned(statement):
            statement = statement.inline()  # or PostgreSQL's INSERT would return an id that nobody asked for
        compiled = statement.compile(dialect=dialect)
        self._sql = str(compiled)
        self._named = not compiled.positional
        names = (compiled.positiontup if compiled.positional else list(compiled.binds)) or ()
        self._names = tuple(names)
        self._binds = [self._bind(compiled.binds[name], dialect) for name in names]
        self._columns = [(column.name, _reader(column.type, dialect)) for column in _returned(statement)]

    def run(self, connection: Connection, parameters: Mapping[str, Any]) -> Any:
        """The driver's cursor after the execution; its errors become SQLAlchemy's, as everywhere else."""
        values = [
            process(given) if process else given
            for given, process in (
                (parameters[name] if required else default, process) for name, required, default, process in self._binds
            )
        ]
        driver: Any = connection.connection.driver_connection
        with _told_as_sqlalchemy_tells(driver, connection.dialect, self._sql):
            if self._named:
                return driver.execute(self._sql, dict(zip(self._names, values, strict=True)), prepare=True)
            return driver.execute(self._sql, values)

    def row(self, values: Sequence[Any]) -> dict[str, Any]:
        """One row by column name, its values as the columns' types give them."""
        return {
            name: process(value) if process is not None and value is not None else value
            for (name, process), value in zip(self._columns, values, strict=True)
        }

    @staticmethod
    def _bind(parameter: Any, dialect: Dialect) -> tuple[str, bool, Any, Processor | None]:
        process = parameter.type.dialect_impl(dialect).bind_processor(dialect)
        return parameter.key, parameter.required, parameter.value, process


@contextmanager
def _told_as_sqlalchemy_tells(driver: Any, dialect: Dialect, sql: str) -> Iterator[None]:
    """The driver's errors as SQLAlchemy's, which the rest of the house knows."""
    errors: Any = dialect.loaded_dbapi.Error if dialect.name != "sqlite" else driver.Error
    try:
        yield
    except errors as error:
        raise DBAPIError.instance(sql, None, error, errors, dialect=dialect) from error


_NUMERIC_OID = 1700
"""What PostgreSQL says of a column of money; other types do not ask."""


def _reader(kind: Any, dialect: Dialect) -> Processor | None:
    processor: Processor | None = kind.dialect_impl(dialect).result_processor(dialect, _NUMERIC_OID)
    return processor


def _returned(statement: Any) -> Sequence[Any]:
    if isinstance(statement, Select):
        return tuple(statement.selected_columns)
    return tuple(getattr(statement, "_returning", ()))
