"""A column's value among any number of given ones, in one text of SQL whatever that number.

SQLAlchemy's own IN is written anew for each number of values, so that neither it nor SQLite can keep what was prepared.
"""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import BigInteger, Column, ColumnElement, Date, Integer, String, Uuid, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, UserDefinedType


def among(column: Column[Any], name: str) -> ColumnElement[bool]:
    """Whether `column` is one of the values that are given, as a list, by the parameter `name`."""
    return _Among(column, bindparam(name, type_=_Many(column.type)))


class _Many(UserDefinedType[Any]):  # Any: a list of whatever the column holds
    """A list as the driver takes it: PostgreSQL's as it is, SQLite's as JSON of what it stores."""

    cache_ok = True

    def __init__(self, kind: Any) -> None:
        self.kind = kind

    def bind_processor(self, dialect: Any) -> Any:
        """See TypeEngine."""
        if dialect.name == "postgresql":
            return list
        process = self.kind.dialect_impl(dialect).bind_processor(dialect)

        def stored(values: Any) -> str:
            return orjson.dumps([process(value) for value in values] if process else list(values)).decode()

        return stored


class _Among(FunctionElement[Any]):
    inherit_cache = True
    # Of a Boolean SQLite would be asked whether it equals 1, and would use no index.
    type = NullType()


@compiles(_Among)
def _on_postgres(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, given = (compiler.process(part, **options) for part in element.clauses)
    return f"{column} = ANY(CAST({given} AS {_array(element)}))"


@compiles(_Among, "sqlite")
def _on_sqlite(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, given = (compiler.process(part, **options) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({given}))"  # noqa: S608  # a column of ours, and a parameter


def _array(element: _Among) -> str:
    """PostgreSQL's name of such a list."""
    column, _given = element.clauses
    return next(name for kind, name in _ARRAYS if isinstance(column.type, kind))


_ARRAYS: tuple[tuple[type[Any], str], ...] = (
    (Uuid, "UUID[]"),
    (BigInteger, "BIGINT[]"),
    (Integer, "BIGINT[]"),
    (String, "TEXT[]"),
    (Date, "DATE[]"),
)
