"""Counters inside the transaction: a number is taken by the commit that uses it, or not at all."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, text
from sqlalchemy.dialects import postgresql, sqlite

from server_sync.records.prepared import Prepared
from server_sync.records.tables import counters


def next_count(connection: Connection, name: str, first: int = 1) -> int:
    """The next value of the counter `name`, from `first`. Its row stays locked until this transaction ends.

    Never COUNT, clock or random: those give the same number twice as soon as two ask at once.
    """
    increment = _increment(connection.dialect.name == "postgresql")
    return int(increment.rows(connection, {"name": name, "last": first})[0]["last"])


def next_centre_id(connection: Connection, table_name: str) -> int:
    """The centre's next id in a table: PostgreSQL's own sequence, which locks nobody; a counter on SQLite."""
    if connection.dialect.name == "postgresql":
        statement = text("SELECT nextval(pg_get_serial_sequence(:name, 'id'))")
        return int(connection.execute(statement, {"name": table_name}).scalar_one())
    return next_count(connection, f"id:{table_name}")


@cache
def _increment(is_postgres: bool) -> Prepared:
    # Any: two dialects' INSERTs share no type with ON CONFLICT.
    statement: Any = (postgresql if is_postgres else sqlite).insert(counters)
    statement = statement.values(name=bindparam("name"), last=bindparam("last"))
    statement = statement.on_conflict_do_update(index_elements=[counters.c.name], set_={"last": counters.c.last + 1})
    return Prepared(statement.returning(counters.c.last))
