"""The few shapes of INSERT and UPDATE that both doors use, built once and remembered by SQLAlchemy's cache."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Insert, Table, Update, bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from server_sync.records.database import DOOR
from server_sync.records.prepared import Prepared
from server_sync.records.tables.types import Document


@cache
def insert_into(table: Table, columns: tuple[str, ...]) -> Insert:
    """INSERT of the named columns, through the door."""
    return insert(table).values({name: bindparam(name) for name in columns}).execution_options(**DOOR)


@cache
def prepared_insert(table: Table, columns: tuple[str, ...]) -> Prepared:
    """`insert_into`, for the path that is walked while somebody waits."""
    return Prepared(insert_into(table, columns))


@cache
def prepared_update(table: Table, columns: tuple[str, ...], *, counts: bool, stamps: bool = False) -> Prepared:
    """`update_by_id`, for the path that is walked while somebody waits; `counts` the record's version up.

    With `stamps` the parameter `new_stamps` is laid over the record's stamps.
    """
    statement = update_by_id(table, columns) if columns else _update_by_id(table, {})
    counted: dict[str, Any] = {"version": table.c.version + 1} if counts else {}
    patched = {"stamps": _Patched(table.c.stamps, bindparam("new_stamps", type_=Document))} if stamps else {}
    return Prepared(statement.values({**counted, **patched}) if counted or patched else statement)


@cache
def update_by_id(table: Table, columns: tuple[str, ...]) -> Update:
    """UPDATE of the named columns of the row whose id is `row_id`, through the door."""
    return _update_by_id(table, {name: bindparam(f"new_{name}") for name in columns})


def _update_by_id(table: Table, values: dict[str, Any]) -> Update:
    statement = update(table).where(table.c.id == bindparam("row_id")).execution_options(**DOOR)
    return statement.values(values) if values else statement


class _Patched(FunctionElement[Any]):  # Any: a JSON document
    """A document with another's entries laid over its own; none counts as an empty one."""

    inherit_cache = True
    type = Document


@compiles(_Patched)
def _patched_on_sqlite(element: Any, compiler: Any, **options: Any) -> str:  # Any: SQLAlchemy's own signature
    document, patch = (compiler.process(part, **options) for part in element.clauses)
    return f"json_patch(coalesce({document}, '{{}}'), {patch})"


@compiles(_Patched, "postgresql")
def _patched_on_postgresql(element: Any, compiler: Any, **options: Any) -> str:
    document, patch = (compiler.process(part, **options) for part in element.clauses)
    return f"coalesce({document}, '{{}}'::jsonb) || {patch}"


@cache
def replacing(table: Table, columns: tuple[str, ...], *, only_older: bool, is_postgres: bool) -> Any:
    """INSERT of the named columns that replaces the row with the same uid, through the door.

    With `only_older` a row that is here in a newer version stays: what comes late never takes a row backwards.

    Any: PostgreSQL's and SQLite's INSERT share no type with ON CONFLICT.
    """
    statement: Any = (postgresql if is_postgres else sqlite).insert(table)
    statement = statement.values({name: bindparam(name) for name in columns})
    replaced = {name: statement.excluded[name] for name in columns if name != "uid"}
    newer = statement.excluded.version >= table.c.version if only_older else None
    return statement.on_conflict_do_update(index_elements=["uid"], set_=replaced, where=newer).execution_options(**DOOR)
