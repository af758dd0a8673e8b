"""What the centre learns each night from its past: waits, in a process of its own that is in nobody's way."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from server_sync.desk.place import location_of
from server_sync.desk.waits.kept import keep_file, try_to_learn
from server_sync.desk.waits.knowledge import packed
from server_sync.desk.waits.past import history_of, past_days, taught_by
from server_sync.protocol.faults import StorageFault
from server_sync.records.replica import Replica
from server_sync.records.tables import locations

log = logging.getLogger(__name__)

EVERY_S = 900.0
NIGHT = range(1, 5)
"""Hours of the location's own day in which nobody waits."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of learning for a location."""

    location: str
    days: int
    visits: int
    version: str
    has_model: bool
    """False where the past was too short: then it says how long consultations last and who walks in, and no more."""


async def learn_each_night(replica: Replica, database_url: str) -> None:
    """Look every quarter of an hour whether it is night at a location that has learned nothing since the last one."""
    while True:
        await asyncio.sleep(EVERY_S)
        try:
            for location_id in await asyncio.to_thread(due, replica):
                await _learn_apart(database_url, location_id)
        except (StorageFault, DBAPIError, OSError) as error:
            log.warning("nothing could be learned", exc_info=error)


def due(replica: Replica) -> list[int]:
    """The locations for which it is this process's turn to learn now. Raises StorageFault."""
    known = locations_of(replica)
    with replica.read() as reading:
        places = [location_of(reading, location_id) for location_id in known]
        now = reading.now
    return [one.id for one in places if _is_night(one.local(now)) and try_to_learn(replica.database, one.id, now)]


def locations_of(replica: Replica) -> list[int]:
    """All that are not deleted. Raises StorageFault."""
    with replica.read() as reading:
        return [row["id"] for row in reading.all(select(locations.c.id).where(locations.c.deleted_at.is_(None)))]


def learn(replica: Replica, location_id: int) -> Lesson:
    """Learn from a location's past days and keep it. Raises StorageFault; ImportError without scikit-learn."""
    with replica.read() as reading:
        location = location_of(reading, location_id)
        days, now = past_days(reading, location), reading.now
    history = history_of(days)
    model = taught_by(days, history)
    version = keep_file(replica.database, location.id, packed(history, model), now)
    return Lesson(location.name, len(days), sum(len(day.whole.rows) for day in days), version, model is not None)


def _is_night(local: datetime) -> bool:
    return local.hour in NIGHT


async def _learn_apart(database_url: str, location_id: int) -> None:
    """In a process of its own: learning takes a minute of a processor, and this one has people to answer."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "server_sync", "learn-waits", "--location-id", str(location_id)),
        env={**os.environ, "DATABASE_URL": database_url},
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        if code := await child.wait():
            log.warning("nothing was learned of a location's waits", extra={"location": location_id, "exit_code": code})
    finally:
        if child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                child.terminate()
            await child.wait()
