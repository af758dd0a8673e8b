"""Where what was learned of waits is kept: beside a replica's records, a file for each location, no synced rows."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from server_sync.records.database import Database
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading
from server_sync.records.tables import learned_waits

TRIED_WITHIN = timedelta(hours=20)
"""Who has tried to learn within that time need not try again: once a night."""


def kept_version(reading: Reading, location_id: int) -> str | None:
    """Of what is kept for a location; None where nothing is."""
    row = reading.first(_VERSION, {"location_id": location_id})
    return None if row is None else row["version"]


def kept_file(reading: Reading, location_id: int) -> bytes | None:
    """What is kept for a location, as it was written."""
    row = reading.first(_FILE, {"location_id": location_id})
    return None if row is None else row["file"]


def keep_file(database: Database, location_id: int, file: bytes, now: datetime) -> str:
    """Keep a file in the place of the last one; its version. Raises UnreadableKnowledge: then the last one stands."""
    from server_sync.desk.waits.knowledge import unpacked  # numpy: a kiosk's cold start must not pay for it

    version = unpacked(file).version
    values = {"version": version, "learned_at": now, "file": file}
    with database.writing() as connection:
        insert = (postgresql if database.is_postgres else sqlite).insert(learned_waits)
        connection.execute(
            insert.values(location_id=location_id, **values).on_conflict_do_update(
                index_elements=["location_id"], set_=values
            )
        )
    return version


def try_to_learn(database: Database, location_id: int, now: datetime) -> bool:
    """Take tonight's turn to learn for a location; False where another process has taken it."""
    with database.writing() as connection:
        insert = (postgresql if database.is_postgres else sqlite).insert(learned_waits)
        connection.execute(insert.values(location_id=location_id).on_conflict_do_nothing())
        table = learned_waits.c
        is_due = table.tried_at.is_(None) | (table.tried_at < now - TRIED_WITHIN) | (table.tried_at > now)
        taken = update(learned_waits).where(table.location_id == location_id, is_due).values(tried_at=now)
        return connection.execute(taken).rowcount == 1


_VERSION = Prepared(select(learned_waits.c.version).where(learned_waits.c.location_id == bindparam("location_id")))
_FILE = Prepared(select(learned_waits.c.file).where(learned_waits.c.location_id == bindparam("location_id")))
