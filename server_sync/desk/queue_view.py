"""The queue as others may see it: a location's, per doctor, for boards and desks; and one number's, for its holder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import Select, bindparam, select

from server_sync.clinic.numbers import short_number
from server_sync.clinic.visits import OPEN_QUEUE, QueueStatus
from server_sync.clinic.waits import MEAN_SERVICE_MIN, reference_time, wait_range
from server_sync.desk.outcomes import WaitRange
from server_sync.desk.place import Location, location_of
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, availability, queue_management, users

_MOST_ALIASES = 5
"""Machines at which one person may have checked in before this gives up looking for the number that stands."""


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """One number in a doctor's queue. It never carries a name; `position` counts those who wait, from 1."""

    token_number: str
    status: QueueStatus
    position: int | None
    estimated_wait_min: int | None


@dataclass(frozen=True, slots=True)
class DoctorQueue:
    """A doctor's open places today: those in the room, those called, and those who wait in their order.

    `doctor_id` is None for those who wait for whichever doctor is free.
    """

    doctor_id: int | None
    doctor_name: str
    places: tuple[QueuePlace, ...]

    def count(self, status: QueueStatus) -> int:
        """How many stand there."""
        return sum(1 for place in self.places if place.status is status)


@dataclass(frozen=True, slots=True)
class FollowedPlace:
    """What the holder of a ticket sees on their phone. `wait` is None where nothing honest can be said."""

    clinic: str
    short_number: str
    status: QueueStatus
    room: str
    waiting_area: str
    people_ahead: int
    wait: WaitRange | None


def current_queue(reading: Reading, location_id: int, doctor_id: int | None = None) -> tuple[DoctorQueue, ...]:
    """Today's open places of a location, by doctor; of one doctor only where `doctor_id` is given.

    Raises StorageFault `no_location`.
    """
    location = location_of(reading, location_id)
    rows = _open_rows(reading, location, doctor_id)
    working = _doctors_in(reading, location)
    by_doctor: dict[int | None, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row["doctor_id"] or 0, _in_line(row))):
        by_doctor.setdefault(row["doctor_id"], []).append(row)
    return tuple(
        DoctorQueue(doctor, rows[0]["doctor_name"] or "", tuple(_places(rows, doctor in working, reading.now)))
        for doctor, rows in by_doctor.items()
    )


def follow(reading: Reading, follow_code: str) -> FollowedPlace | None:
    """The place behind a ticket's QR code, as it stands now; None for a code that is none of ours.

    A number that was doubled at two kiosks leads to the one that stands.
    """
    row = reading.first(_BY_CODE, {"code": follow_code})
    for _ in range(_MOST_ALIASES):
        if row is None or not row["alias_of"]:
            break
        row = reading.first(_BY_TOKEN, {"token": row["alias_of"]}) or row
    if row is None:
        return None
    location = location_of(reading, row["location_id"])
    waiting = [
        other for other in _open_rows(reading, location, row["doctor_id"]) if _status(other) is QueueStatus.WAITING
    ]
    ahead = sum(1 for other in waiting if _in_line(other) < _in_line(row))
    counters = 1 if row["doctor_id"] in _doctors_in(reading, location) else 0
    wait = wait_range(ahead, _minutes_until_booked(row, reading.now), counters)
    return FollowedPlace(
        clinic=location.name,
        short_number=short_number(row["token_number"]),
        status=_status(row),
        room=row["room"] or "",
        waiting_area=location.waiting_area,
        people_ahead=ahead,
        wait=None if wait is None else WaitRange(*wait),
    )


def _places(rows: Iterable[Row], is_working: bool, now: datetime) -> Iterable[QueuePlace]:
    """`rows` in the order of the line; those called or in the room come first and have no position."""
    rows = list(rows)
    for row in rows:
        if _status(row) is not QueueStatus.WAITING:
            yield QueuePlace(row["token_number"], _status(row), None, None)
    waiting = [row for row in rows if _status(row) is QueueStatus.WAITING]
    for ahead, row in enumerate(waiting):
        # Nobody is promised to be seen before their own time.
        minutes = max((ahead + 1) * MEAN_SERVICE_MIN, _minutes_until_booked(row, now))
        estimate = ceil(minutes) if is_working else None
        yield QueuePlace(row["token_number"], QueueStatus.WAITING, ahead + 1, estimate)


def _open_rows(reading: Reading, location: Location, doctor_id: int | None) -> Sequence[Row]:
    query = _OPEN if doctor_id is None else _OPEN.where(queue_management.c.doctor_id == doctor_id)
    return reading.all(query, {"location": location.id, "today": location.today(reading.now)})


def _doctors_in(reading: Reading, location: Location) -> frozenset[int]:
    """The doctors who see patients there today."""
    rows = reading.all(_AVAILABLE, {"location": location.id, "today": location.today(reading.now)})
    return frozenset(row["doctor_id"] for row in rows)


def _status(row: Row) -> QueueStatus:
    return QueueStatus(row["current_status"])


def _in_line(row: Row) -> tuple[datetime, str]:
    """What decides a place: the reference time, then the number itself, so that replicas agree."""
    return reference_time(row["check_in_time"], row["scheduled_date"]), row["token_number"]


def _minutes_until_booked(row: Row, now: datetime) -> float:
    booked: datetime | None = row["scheduled_date"]
    return 0.0 if booked is None else max(0.0, (booked - now) / timedelta(minutes=1))


def _rows() -> Select[tuple[object, ...]]:
    return (
        select(
            queue_management.c.token_number,
            queue_management.c.doctor_id,
            queue_management.c.location_id,
            queue_management.c.current_status,
            queue_management.c.alias_of,
            queue_management.c.check_in_time,
            appointments.c.scheduled_date,
            users.c.display_name.label("doctor_name"),
            users.c.room,
        )
        .outerjoin(appointments, appointments.c.id == queue_management.c.appointment_id)
        .outerjoin(users, users.c.id == queue_management.c.doctor_id)
        .where(queue_management.c.deleted_at.is_(None))
    )


_BY_CODE = _rows().where(queue_management.c.follow_code == bindparam("code"))
_BY_TOKEN = _rows().where(queue_management.c.token_number == bindparam("token"))
_OPEN = _rows().where(
    queue_management.c.location_id == bindparam("location"),
    queue_management.c.business_date == bindparam("today"),
    queue_management.c.current_status.in_(OPEN_QUEUE),
)
_AVAILABLE = select(availability.c.doctor_id).where(
    availability.c.location_id == bindparam("location"),
    availability.c.date == bindparam("today"),
    availability.c.is_available.is_(True),
    availability.c.deleted_at.is_(None),
)
