"""The open places of a location as they were last read, for as long as its feed stands where it stood then.

Whatever changes a place, its appointment, its patient, a doctor, their hours or the location takes a new position in
the location's feed in the same transaction, under a lock. So rows that were read at one position are the rows at that
position, whoever asks and however often; the position itself is read from the database each time. Who comes when is
worked out anew for each answer: it depends on the moment.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import bindparam, select

from server_sync.desk.queue.open_queue import OpenQueue, open_queue
from server_sync.desk.waits.told import STANDS
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica
from server_sync.records.tables import feed_heads

MOST_KEPT = 64
"""Locations, with names and without."""


@dataclass(frozen=True, slots=True)
class KeptQueue:
    """A location's rows at one position of its feed. `told` is what an answer says of each, whatever the moment."""

    head: tuple[int, int]
    queue: OpenQueue
    patient_uids: frozenset[UUID]
    told: dict[int, dict[str, Any]] = field(default_factory=dict)


class QueueCache:
    """One process's memory of a replica's queues. Threads may share it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, bool], KeptQueue] = OrderedDict()
        self._lock = threading.Lock()

    def at(self, replica: Replica, location_id: int, *, for_staff: bool) -> tuple[KeptQueue, datetime]:
        """The queue as it stands, and the moment. Raises StorageFault `no_location`."""
        with replica.read() as reading:
            head = _head(reading, location_id)
            with self._lock:
                kept = self._kept.get((location_id, for_staff))
            if kept is None or kept.head != head or _is_of_another_time(kept.queue, reading.now):
                kept = _read(reading, location_id, head, for_staff=for_staff)
                self._keep((location_id, for_staff), kept)
            return kept, reading.now

    def _keep(self, key: tuple[int, bool], kept: KeptQueue) -> None:
        with self._lock:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)


def cache_of(replica: Replica) -> QueueCache:
    """The one of this process."""
    with _making:
        return _known.setdefault(replica, QueueCache())


def _head(reading: Reading, location_id: int) -> tuple[int, int]:
    row = reading.first(_HEAD, {"location_id": location_id})
    return (0, 0) if row is None else (row["epoch"], row["position"])


def _read(reading: Reading, location_id: int, head: tuple[int, int], *, for_staff: bool) -> KeptQueue:
    queue = open_queue(reading, location_id, for_staff=for_staff)
    uids = (
        frozenset(place.row["patient_uid"] for line in queue.lines for place in line.places)
        if for_staff
        else frozenset()
    )
    return KeptQueue(head, queue, uids - {None})


def _is_of_another_time(queue: OpenQueue, now: datetime) -> bool:
    """Of another day, or what it says of waits is too old to say."""
    return queue.day != queue.location.today(now) or not timedelta() <= now - queue.told.at < STANDS


_known: WeakKeyDictionary[Replica, QueueCache] = WeakKeyDictionary()
_making = threading.Lock()
_HEAD = Prepared(
    select(feed_heads.c.epoch, feed_heads.c.position).where(feed_heads.c.location_id == bindparam("location_id"))
)
