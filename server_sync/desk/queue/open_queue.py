"""A location's open places: read once, and arranged at any moment after by who is to be called when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, select

from server_sync.clinic.queue_order import Entry, arranged, entries
from server_sync.clinic.visits import QueueStatus
from server_sync.clinic.waits import WaitEstimate
from server_sync.desk.appointments.availability import doctors_in
from server_sync.desk.place import Location, location_of
from server_sync.desk.queue.line import LINE_COLUMNS, is_held_back, true_now, waiting_in
from server_sync.desk.waits.course import Prospect
from server_sync.desk.waits.told import Told, told_waits
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, patients, queue_management, users


class OpenPlace(NamedTuple):
    """A place as it was read; `entry` is its own in the order, None for one who does not wait or never queues."""

    row: Row
    status: QueueStatus
    entry: Entry | None


class OpenLine(NamedTuple):
    """A doctor's open places as they were read; None waits for whichever doctor is free."""

    doctor_id: int | None
    doctor_name: str
    counters: int
    """How many doctors are in who may call them."""
    places: tuple[OpenPlace, ...]
    told: Told


class OpenQueue(NamedTuple):
    """A location's open places as they were read; who comes when follows from it and from the moment alone."""

    location: Location
    day: date
    lines: tuple[OpenLine, ...]
    told: Told


class Arranged(NamedTuple):
    """A place at a moment: who is to be called when."""

    place: OpenPlace
    position: int | None
    estimate: WaitEstimate | None

    @property
    def estimated_wait_min(self) -> int | None:
        """The median, in minutes."""
        return None if self.estimate is None else self.estimate.median_min


def open_queue(
    reading: Reading,
    location_id: int,
    doctor_id: int | None = None,
    *,
    for_staff: bool = False,
    newcomers: bool = False,
) -> OpenQueue:
    """What `current_queue` arranges; with what newcomers to each doctor are told, where they are asked for.

    Raises StorageFault `no_location`.
    """
    location = location_of(reading, location_id)
    day = location.today(reading.now)
    parameters = {"location_id": location.id, "business_date": day, "doctor_id": doctor_id}
    rows = reading.all(_open_places(for_staff, doctor_id is not None), parameters)
    if not rows and not newcomers:
        return OpenQueue(location, day, (), Told(true_now(reading)))
    working = doctors_in(reading, location)
    told = told_waits(reading, location, [Prospect(doctor) for doctor in (*working, None)] if newcomers else ())
    waiting = (waiting_in(row) for row in rows if row["current_status"] == QueueStatus.WAITING)
    known = {entry.waiting.key: entry for entry in entries(waiting, location.policy)}
    by_doctor: dict[int | None, list[Row]] = {}
    for row in rows:
        by_doctor.setdefault(row["doctor_id"], []).append(row)
    return OpenQueue(
        location,
        day,
        tuple(
            OpenLine(
                doctor,
                own[0]["doctor_name"] or "",
                counters_of(doctor, working),
                tuple(OpenPlace(row, status_of(row), known.get(row["id"])) for row in own),
                told,
            )
            for doctor, own in sorted(by_doctor.items(), key=lambda item: item[0] or 0)
        ),
        told,
    )


def arrange(line: OpenLine, now: datetime) -> list[Arranged]:
    """Those in the room and those called, as they were called; those who wait, in order; those held back."""
    may_be_called = [
        place.entry for place in line.places if place.entry is not None and not is_held_back(place.row, now)
    ]
    places = {entry.waiting.key: place for place, entry in enumerate(arranged(may_be_called, now), start=1)}
    return sorted((arranged_place(one, places, now, line.counters, line.told) for one in line.places), key=_as_shown)


def arranged_place(place: OpenPlace, places: Mapping[int, int], now: datetime, counters: int, told: Told) -> Arranged:
    """The place at `now`, given everybody's position by id; without a doctor who is in nothing is estimated."""
    position = places.get(place.row["id"])
    return Arranged(place, position, None if position is None else told.of(place.row, position - 1, counters, now))


def _as_shown(one: Arranged) -> tuple[int, Any, str]:  # Any: compared with their like only
    row = one.place.row
    if one.position is not None:
        return 2, one.position, ""
    if one.place.status is QueueStatus.WAITING:
        return 3, 0, row["token_number"]
    return 0 if one.place.status is QueueStatus.IN_CONSULTATION else 1, row["called_time"] is None, row["token_number"]


def counters_of(doctor_id: int | None, working: Collection[int]) -> int:
    """How many of those who are in may call whoever waits for that doctor; without one, all."""
    return len(working) if doctor_id is None else int(doctor_id in working)


def status_of(row: Row) -> QueueStatus:
    """Where the place stands."""
    return QueueStatus(row["current_status"])


def place_rows(*, with_patients: bool) -> Select[tuple[Any, ...]]:
    """Places with their appointment and doctor; the patient's name only where it is asked for."""
    named = _OF_PATIENT if with_patients else ()
    query = (
        select(
            *LINE_COLUMNS,
            queue_management.c.uid,
            queue_management.c.patient_id,
            queue_management.c.appointment_id,
            queue_management.c.location_id,
            queue_management.c.current_status,
            queue_management.c.alias_of,
            queue_management.c.is_late,
            queue_management.c.absent_count,
            queue_management.c.recall_count,
            queue_management.c.called_time,
            queue_management.c.called_by,
            queue_management.c.called_room,
            queue_management.c.consultation_start_time,
            users.c.display_name.label("doctor_name"),
            users.c.room,
            *named,
        )
        .outerjoin(appointments, appointments.c.id == queue_management.c.appointment_id)
        .outerjoin(users, users.c.id == queue_management.c.doctor_id)
        .where(queue_management.c.deleted_at.is_(None))
    )
    return query.outerjoin(patients, patients.c.id == queue_management.c.patient_id) if with_patients else query


@cache
def _open_places(with_patients: bool, of_one_doctor: bool) -> Prepared:
    query = place_rows(with_patients=with_patients).where(
        queue_management.c.location_id == bindparam("location_id"),
        queue_management.c.business_date == bindparam("business_date"),
        queue_management.c.current_status != QueueStatus.COMPLETED.value,
        queue_management.c.current_status != QueueStatus.CANCELLED.value,
    )
    if of_one_doctor:
        query = query.where(queue_management.c.doctor_id == bindparam("doctor_id"))
    return Prepared(query)


_OF_PATIENT = (
    patients.c.first_name,
    patients.c.last_name,
    patients.c.uid.label("patient_uid"),
    patients.c.is_verified,
)
