"""After a restore: what the centre may have given since the backup was taken, it never gives again.

Other machines hold what it made in that time, and people hold its tickets: an id or a number that came twice would lead
to somebody else. What is skipped is more than a clinic gives between two backups; ids and numbers have gaps anyhow.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from server_sync.clinic.clocks import business_date
from server_sync.clinic.numbers import LAST_TOKEN
from server_sync.records.tables import BY_NOUN, counters, locations

DEVICES = 16
"""Series of a location, and blocks of ids."""
IDS = 2**20
"""In each table; of the centre's 2**32."""
NUMBERS = 10_000
"""Of patients and of appointments."""
TOKENS = 100
"""Of a location's today: of 999, and never more than half of those that are left."""


def skip(connection: Connection, now: datetime) -> None:
    """Let every counter of this centre stand beyond what it may have given."""
    is_of_devices = or_(counters.c.name == "id_block", counters.c.name.startswith("series:"))
    connection.execute(update(counters).where(is_of_devices).values(last=counters.c.last + DEVICES))
    if connection.dialect.name == "postgresql":
        for name in _tables():
            connection.execute(_SKIP_IDS, {"name": name, "skipped": IDS})
    else:
        for name in _tables():
            _add(connection, f"id:{name}", IDS)
    for noun in ("patient", "appointment"):
        _add(connection, f"{noun}_number:{now.year}", NUMBERS)
    for location_id, time_zone in connection.execute(select(locations.c.id, locations.c.time_zone)).all():
        name = f"token:{business_date(now, time_zone):%Y%m%d}:{location_id}:"
        given = connection.execute(select(counters.c.last).where(counters.c.name == name)).scalar() or 0
        _add(connection, name, min(TOKENS, max(0, LAST_TOKEN - given) // 2))


def _tables() -> Iterator[str]:
    return (table.name for table in BY_NOUN.values() if "id" in table.columns)


def _add(connection: Connection, name: str, skipped: int) -> None:
    # Any: two dialects' INSERTs share no type with ON CONFLICT.
    statement: Any = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(counters)
    further = statement.values(name=name, last=skipped)
    connection.execute(
        further.on_conflict_do_update(index_elements=[counters.c.name], set_={"last": counters.c.last + skipped})
    )


_SKIP_IDS = text(
    "SELECT setval(name::regclass, nextval(name::regclass) + :skipped) "
    "FROM (SELECT pg_get_serial_sequence(:name, 'id') AS name) AS sequence WHERE name IS NOT NULL"
)
