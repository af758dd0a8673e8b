"""The queue as it stands, read for an endpoint in one consistent picture; what staff read of patients is audited."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID
from weakref import WeakKeyDictionary

from server_sync.central.access.audit import record_reading
from server_sync.central.access.callers import Caller
from server_sync.central.desk.queue_cache import KeptQueue, cache_of
from server_sync.clinic.roles import Role
from server_sync.desk.patients.reading import row_by_uid, standing_of
from server_sync.desk.queue.view import FollowedPlace, OnePlace, PlaceDetails, follow, place_at
from server_sync.protocol.faults import StorageFault
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica

READ_ANEW = timedelta(minutes=15)
"""A screen that shows the queue asks every few seconds: the same person's reading of the same patient is written down
once in so long."""

_MOST_REMEMBERED = 100_000


def queue_now(replica: Replica, caller: Caller, location_id: int) -> tuple[KeptQueue, datetime] | None:
    """Today's open places by doctor and the moment at which to arrange them, with names for staff.

    None where there is no such location for this caller.
    """
    if not caller.may_work_at(location_id):
        return None
    try:
        kept, now = cache_of(replica).at(replica, location_id, for_staff=caller.is_staff)
    except StorageFault as fault:
        if fault.code == "no_location":
            return None
        raise
    _audit(replica, caller, kept.patient_uids)
    return kept, now


def one_place(replica: Replica, caller: Caller, place_id: int) -> OnePlace | None:
    """A single place; None where there is none that the caller may know of. A patient knows of their own."""
    with replica.read() as reading:
        found = place_at(reading, place_id)
        if found is None or found.place.details is None:
            return None
        is_theirs = caller.patient_uid is not None and caller.patient_uid in _uids_of(reading, found.place.details)
    if not is_theirs and (caller.role is Role.PATIENT or not caller.may_work_at(found.location_id)):
        return None
    audit_places(replica, caller, (found.place.details,))
    return found


def _uids_of(reading: Reading, details: PlaceDetails) -> set[UUID]:
    """Of the record that has the place, and of the one that stands for it."""
    row = None if details.patient_uid is None else row_by_uid(reading, details.patient_uid)
    return set() if row is None else {row["uid"], standing_of(reading, row)["uid"]}


def place_now(replica: Replica, follow_code: str) -> FollowedPlace | None:
    """The place behind a ticket's QR code; None where the code is none of ours."""
    with replica.read() as reading:
        return follow(reading, follow_code)


def audit_places(replica: Replica, caller: Caller, shown: Iterable[PlaceDetails | None]) -> None:
    """Write down whom a member of staff has read of, but for what was written down lately. Outside any transaction."""
    if caller.is_staff:
        _audit(replica, caller, {one.patient_uid for one in shown if one is not None and one.patient_uid is not None})


def _audit(replica: Replica, caller: Caller, uids: Collection[UUID]) -> None:
    lately, now = _lately(replica), replica.clock.now()
    fresh = lately.not_yet(caller.actor, uids, now) if uids else []
    if fresh:
        record_reading(replica, caller, "read_queue", fresh)
        lately.note(caller.actor, fresh, now)


class ReadLately:
    """Who read of whom, and when that was written down last; one process's own. Threads may share it."""

    def __init__(self) -> None:
        self._written: dict[tuple[str, UUID], datetime] = {}
        self._lock = threading.Lock()

    def not_yet(self, actor: str, uids: Iterable[UUID], now: datetime) -> list[UUID]:
        """Of `uids` those whose reading is to be written down."""
        with self._lock:
            return [uid for uid in uids if (at := self._written.get((actor, uid))) is None or now - at >= READ_ANEW]

    def note(self, actor: str, uids: Iterable[UUID], now: datetime) -> None:
        """It was written down."""
        with self._lock:
            if len(self._written) > _MOST_REMEMBERED:
                self._written.clear()
            self._written.update(dict.fromkeys(((actor, uid) for uid in uids), now))


_known: WeakKeyDictionary[Replica, ReadLately] = WeakKeyDictionary()
_making = threading.Lock()


def _lately(replica: Replica) -> ReadLately:
    with _making:
        return _known.setdefault(replica, ReadLately())
