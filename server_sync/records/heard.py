"""When each device was heard of last: a column that never travels, written beside the unit of work.

Each minute of each device would otherwise be an entry in the log, and no replica has anything to hear of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, or_, update

from server_sync.records.database import Database
from server_sync.records.tables import devices


def write_heard(database: Database, heard: Mapping[UUID, datetime]) -> None:
    """Keep when each device was heard of (aware UTC); of several processes the latest word stands.

    Each in a transaction of its own: one whose push is being settled is waited for by nobody else. Raises StorageFault.
    """
    for uid, at in heard.items():
        with database.writing() as connection:
            connection.execution_options(door="open").execute(_HEARD, {"of": uid, "at": at})


_HEARD = (
    update(devices)
    .where(
        devices.c.uid == bindparam("of"),
        or_(devices.c.last_seen_at.is_(None), devices.c.last_seen_at < bindparam("at")),
    )
    .values(last_seen_at=bindparam("at"))
)
