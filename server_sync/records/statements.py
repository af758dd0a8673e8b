"""The few shapes of INSERT and UPDATE that both doors use, built once and remembered by SQLAlchemy's cache."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Insert, Table, Update, bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite

from server_sync.records.database import DOOR
from server_sync.records.prepared import Prepared


@cache
def insert_into(table: Table, columns: tuple[str, ...]) -> Insert:
    """INSERT of the named columns, through the door."""
    return insert(table).values({name: bindparam(name) for name in columns}).execution_options(**DOOR)


@cache
def prepared_insert(table: Table, columns: tuple[str, ...]) -> Prepared:
    """`insert_into`, for the path that is walked while somebody waits."""
    return Prepared(insert_into(table, columns))


@cache
def prepared_update(table: Table, columns: tuple[str, ...], *, counts: bool) -> Prepared:
    """`update_by_id`, for the path that is walked while somebody waits; `counts` the record's version up."""
    statement = update_by_id(table, columns)
    return Prepared(statement.values(version=table.c.version + 1) if counts else statement)


@cache
def update_by_id(table: Table, columns: tuple[str, ...]) -> Update:
    """UPDATE of the named columns of the row whose id is `row_id`, through the door."""
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
    return update(table).where(table.c.id == bindparam("row_id")).values(values).execution_options(**DOOR)


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
