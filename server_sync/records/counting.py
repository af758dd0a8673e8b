"""Counters inside the transaction: a number is taken by the commit that uses it, or not at all."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select, text
from sqlalchemy.dialects import postgresql, sqlite

from server_sync.clinic.ids import block_range
from server_sync.protocol.faults import StorageFault
from server_sync.records.batches import Call
from server_sync.records.database import Database
from server_sync.records.prepared import Prepared
from server_sync.records.tables import counters, replica

IDS_AT_A_TIME = 50


def next_count(connection: Connection, name: str, first: int = 1) -> int:
    """The next value of the counter `name`, from `first`. Its row stays locked until this transaction ends.

    Never COUNT, clock or random: those give the same number twice as soon as two ask at once.
    """
    statement, parameters = counting(name, is_postgres=connection.dialect.name == "postgresql", first=first)
    return int(statement.rows(connection, parameters)[0]["last"])


def counting(name: str, *, is_postgres: bool, first: int = 1) -> Call:
    """`next_count` as a statement to be sent together with others: it gives a row with the value as `last`."""
    return _increment(is_postgres), {"name": name, "last": first}


class CentreIds:
    """The centre's ids: PostgreSQL's own sequences, which lock nobody, asked for some at a time; counters on SQLite.

    Threads may share it. What a process has asked for and not used when it ends is never used: ids have gaps.
    """

    def __init__(self) -> None:
        self._asked: dict[str, list[int]] = {}
        self._lock = threading.Lock()

    def next_id(self, connection: Connection, table_name: str) -> int:
        """The next id in a table."""
        if connection.dialect.name != "postgresql":
            return next_count(connection, f"id:{table_name}")
        with self._lock:
            ready = self._asked.setdefault(table_name, [])
            if not ready:
                parameters = {"name": table_name, "count": IDS_AT_A_TIME}
                ready += reversed(connection.execute(_NEXT_IDS, parameters).scalars().all())
            return ready.pop()

    def forget(self) -> None:
        """Use none of those that were asked for: they may have been given before."""
        with self._lock:
            self._asked.clear()


def ids_left(database: Database) -> int:
    """How many records this device can still make within its block of ids."""
    with database.reading() as connection:
        (own,) = _OWN_IDS.rows(connection, {})
    block = block_range(own["id_block"])
    return block.stop - 1 - max(int(own["last_id"]), block.start - 1)


def ids_used_up() -> StorageFault:
    """Of a device that has given all ids of its block: nothing more can be made here until it is enrolled anew."""
    return StorageFault("ids_used_up", "this device has used up its block of ids and must be enrolled again")


_OWN_IDS = Prepared(select(replica.c.last_id, replica.c.id_block))
_NEXT_IDS = text(
    "SELECT nextval(name::regclass) FROM (SELECT pg_get_serial_sequence(:name, 'id') AS name) AS sequence, "
    "generate_series(1, :count)"
)


@cache
def _increment(is_postgres: bool) -> Prepared:
    # Any: two dialects' INSERTs share no type with ON CONFLICT.
    statement: Any = (postgresql if is_postgres else sqlite).insert(counters)
    statement = statement.values(name=bindparam("name"), last=bindparam("last"))
    statement = statement.on_conflict_do_update(index_elements=[counters.c.name], set_={"last": counters.c.last + 1})
    return Prepared(statement.returning(counters.c.last))
