"""The few shapes of INSERT and UPDATE that both doors use, built once and remembered by SQLAlchemy's cache."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Insert, Table, Update, bindparam, insert, update
from sqlalchemy.dialects import postgresql, sqlite

from server_sync.records.database import DOOR


@cache
def insert_into(table: Table, columns: tuple[str, ...]) -> Insert:
    """INSERT of the named columns, through the door."""
    return insert(table).values({name: bindparam(name) for name in columns}).execution_options(**DOOR)


@cache
def update_by_id(table: Table, columns: tuple[str, ...]) -> Update:
    """UPDATE of the named columns of the row whose id is `row_id`, through the door."""
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
    return update(table).where(table.c.id == bindparam("row_id")).values(values).execution_options(**DOOR)


@cache
def upsert(table: Table, columns: tuple[str, ...], keys: tuple[str, ...], is_postgres: bool) -> Any:
    """INSERT of the named columns that replaces the row with the same `keys`, through the door.

    Any: PostgreSQL's and SQLite's INSERT share no type with ON CONFLICT.
    """
    statement: Any = (postgresql if is_postgres else sqlite).insert(table)
    statement = statement.values({name: bindparam(name) for name in columns})
    replaced = {name: statement.excluded[name] for name in columns if name not in keys}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=replaced).execution_options(**DOOR)
