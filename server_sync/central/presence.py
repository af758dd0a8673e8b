"""When the centre heard of each device last, and the word to a place's desks that a machine there is silent.

Only a machine that somebody counts on is told of, one that was heard earlier that day, and only while another machine
of its place is heard: where none is, it is the line that is cut or the place that is shut, and nobody would read it.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from server_sync.desk.machine_alerts import INTENT, end_silence, silences_told, tell_of_silence
from server_sync.protocol.faults import Fault, StorageFault
from server_sync.records.heard import write_heard
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import devices

log = logging.getLogger(__name__)

LOOK_EVERY_S = 60.0
HEARD_WITHIN = timedelta(minutes=3)
"""A device with nothing to do asks once a minute."""
SILENT_AFTER = timedelta(minutes=10)
COUNTED_ON_FOR = timedelta(hours=12)
"""A machine that was not heard for so long is no news any more: it was taken away, or switched off overnight."""
WATCHED = frozenset({"kiosk", "hub"})
"""Kinds that always have a worker. A desk tells of itself that it is cut off, a board shows that it is stale."""


class Presence:
    """Of one server process. `hear` belongs to the event loop; `look` writes, in any thread."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._heard: dict[UUID, datetime] = {}
        self._began = replica.clock.now()

    def hear(self, device_uid: UUID) -> None:
        """A request of this device has come."""
        self._heard[device_uid] = self._replica.clock.now()

    async def keep_looking(self) -> None:
        """Look every minute until cancelled, and write a last time what was heard."""
        try:
            while True:
                await asyncio.sleep(LOOK_EVERY_S)
                heard, self._heard = self._heard, {}
                await asyncio.to_thread(self._look, heard, watches=True)
        finally:
            await asyncio.to_thread(self._look, self._heard, watches=False)

    def _look(self, heard: Mapping[UUID, datetime], *, watches: bool) -> None:
        try:
            write_heard(self._replica.database, heard)
            # A server that has just begun has heard nobody yet, and those that it knows come back little by little.
            if watches and self._replica.clock.now() - self._began >= SILENT_AFTER:
                watch(self._replica)
        except (Fault, DBAPIError) as error:
            log.warning("which devices were heard of could not be kept", exc_info=error)


def watch(replica: Replica) -> None:
    """Tell desks of machines that fell silent, and end what was told of those that are back. Raises StorageFault."""
    with replica.read() as reading:
        known, told, now = reading.all(_KNOWN), silences_told(reading), reading.now
    silent = {row["uid"]: row for row in _silent(known, now)}
    standing = {
        row["uid"] for row in known if row["last_seen_at"] is not None and now - row["last_seen_at"] > SILENT_AFTER
    }
    for device, alert in told.items():
        if device not in standing:
            with replica.work(INTENT, "system") as work:
                end_silence(work, alert)
    for device, row in silent.items():
        try:
            with replica.work(INTENT, "system") as work:
                tell_of_silence(work, row["location_id"], device, row["last_seen_at"])
        except StorageFault as fault:
            log.info("another process tells of this silence", exc_info=fault)


def _silent(known: Sequence[Row], now: datetime) -> list[Row]:
    by_place: dict[int, list[Row]] = defaultdict(list)
    for row in known:
        by_place[row["location_id"]].append(row)
    return [
        row
        for rows in by_place.values()
        if any(_since(row, now) <= HEARD_WITHIN for row in rows)
        for row in rows
        if row["kind"] in WATCHED and SILENT_AFTER < _since(row, now) <= COUNTED_ON_FOR
    ]


def _since(row: Row, now: datetime) -> timedelta:
    return timedelta.max if row["last_seen_at"] is None else now - row["last_seen_at"]


_KNOWN = select(devices.c.uid, devices.c.kind, devices.c.location_id, devices.c.last_seen_at).where(
    devices.c.revoked_at.is_(None), devices.c.deleted_at.is_(None)
)
