"""The queue as others may see it: a location's, per doctor, for boards and desks; and one number's, for its holder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam

from server_sync.clinic.numbers import short_number
from server_sync.clinic.queue_explanation import Explanation, explain
from server_sync.clinic.queue_order import Entry
from server_sync.clinic.visits import QueueStatus
from server_sync.clinic.waits import WaitEstimate
from server_sync.desk.appointments.availability import doctors_in
from server_sync.desk.outcomes import WaitRange
from server_sync.desk.place import Location, location_of
from server_sync.desk.queue.line import in_order, true_now, waiting_rows
from server_sync.desk.queue.open_queue import (
    Arranged,
    OpenPlace,
    arrange,
    arranged_place,
    counters_of,
    open_queue,
    place_rows,
    status_of,
)
from server_sync.desk.queue.standing import standing
from server_sync.desk.waits.told import Told, told_waits
from server_sync.protocol.canonical import Json
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import queue_management

_MOST_ALIASES = 5
"""Machines at which one person may have checked in before this gives up looking for the number that stands."""


@dataclass(frozen=True, slots=True)
class PlaceDetails:
    """What only staff see of a place. The score and what follows are None where nobody counts it, as when called."""

    patient_name: str
    patient_id: int | None
    patient_uid: UUID | None
    appointment_id: int | None
    triage_level: int | None
    special_reason: str | None
    is_late: bool
    absent_count: int
    recall_count: int
    override_reason: str | None
    is_clock_verified: bool
    checked_in_at: datetime
    priority_score: float | None
    target_min: float | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """One number in a doctor's queue, without a name; `position` counts those who wait and may be called, from 1."""

    id: int
    uid: UUID
    token_number: str
    status: QueueStatus
    position: int | None
    estimate: WaitEstimate | None
    room: str
    held_back: str | None
    called_at: datetime | None
    details: PlaceDetails | None = None
    """For staff alone."""

    @property
    def short_number(self) -> str:
        """As shown and spoken."""
        return short_number(self.token_number)

    @property
    def estimated_wait_min(self) -> int | None:
        """The median, in minutes."""
        return None if self.estimate is None else self.estimate.median_min


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
class OnePlace:
    """A single place with all that is known of it; `explanation` is None where it is not waiting its turn."""

    location_id: int
    doctor_id: int | None
    doctor_name: str
    place: QueuePlace
    explanation: Explanation | None
    notes: str | None
    claims: Json
    override_by: str | None
    override_at: datetime | None


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


def current_queue(
    reading: Reading, location_id: int, doctor_id: int | None = None, *, for_staff: bool = False
) -> tuple[DoctorQueue, ...]:
    """Today's open places of a location, by doctor; of one doctor only where `doctor_id` is given.

    Raises StorageFault `no_location`.
    """
    queue, now = open_queue(reading, location_id, doctor_id, for_staff=for_staff), true_now(reading)
    return tuple(
        DoctorQueue(
            line.doctor_id,
            line.doctor_name,
            tuple(shown_place(one, now, for_staff=for_staff) for one in arrange(line, now)),
        )
        for line in queue.lines
    )


@dataclass(frozen=True, slots=True)
class ArrangedAt:
    """A place as it was read, at a moment, among those who wait for the same doctor (`line`, in order)."""

    row: Row
    location: Location
    now: datetime
    line: tuple[Entry, ...]
    one: Arranged

    @property
    def explanation(self) -> Explanation | None:
        """Why it stands where it stands; None where it is not waiting its turn."""
        position = self.one.position
        return None if position is None else explain(self.line, position - 1, self.location.policy, self.now)


def arranged_at(reading: Reading, place_id: int) -> ArrangedAt | None:
    """One place at the moment of the reading, open or over; None where it is unknown."""
    row = reading.first(_BY_ID, {"id": place_id})
    if row is None:
        return None
    location, now = location_of(reading, row["location_id"]), true_now(reading)
    is_today = row["business_date"] == location.today(reading.now)
    is_waiting = is_today and row["current_status"] == QueueStatus.WAITING
    line = in_order(waiting_rows(reading, location, row["doctor_id"]), location, now) if is_waiting else ()
    places = {entry.waiting.key: place for place, entry in enumerate(line, start=1)}
    place = places.get(row["id"])
    counters = counters_of(row["doctor_id"], doctors_in(reading, location))
    entry = None if place is None else line[place - 1]
    told = Told(now) if place is None else told_waits(reading, location)
    one = arranged_place(OpenPlace(row, status_of(row), entry), places, now, counters, told)
    return ArrangedAt(row, location, now, line, one)


def place_at(reading: Reading, place_id: int) -> OnePlace | None:
    """One place, as staff see it; None where it is unknown."""
    found = arranged_at(reading, place_id)
    if found is None:
        return None
    row = found.row
    return OnePlace(
        location_id=found.location.id,
        doctor_id=row["doctor_id"],
        doctor_name=row["doctor_name"] or "",
        place=shown_place(found.one, found.now, for_staff=True),
        explanation=found.explanation,
        notes=row["notes"],
        claims=row["claims"],
        override_by=row["override_by"],
        override_at=row["override_at"],
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
    stands = standing(reading, location, row["doctor_id"], row["id"])
    return FollowedPlace(
        clinic=location.name,
        short_number=short_number(row["token_number"]),
        status=status_of(row),
        room=row["called_room"] or row["room"] or "",
        waiting_area=location.waiting_area,
        people_ahead=stands.ahead,
        wait=stands.wait,
    )


def shown_place(one: Arranged, now: datetime, *, for_staff: bool) -> QueuePlace:
    """A place for others to see; with what only staff see of it where the rows were read for staff."""
    row = one.place.row
    return QueuePlace(
        id=row["id"],
        uid=row["uid"],
        token_number=row["token_number"],
        status=one.place.status,
        position=one.position,
        estimate=one.estimate,
        room=row["called_room"] or row["room"] or "",
        held_back=held_back(one),
        called_at=row["called_time"],
        details=_details(row, one.place.entry if one.position is not None else None, now) if for_staff else None,
    )


def held_back(one: Arranged) -> str | None:
    """Why somebody who waits is not to be called, where they are not."""
    is_held = one.position is None and one.place.status is QueueStatus.WAITING
    return one.place.row["held_back"] if is_held else None


def _details(row: Row, entry: Entry | None, now: datetime) -> PlaceDetails:
    return PlaceDetails(
        patient_name=" ".join(name for name in (row["first_name"], row["last_name"]) if name),
        patient_id=row["patient_id"],
        patient_uid=row["patient_uid"],
        appointment_id=row["appointment_id"],
        triage_level=row["triage_level"],
        special_reason=row["special_reason"],
        is_late=row["is_late"] if entry is None else entry.is_late,
        absent_count=row["absent_count"],
        recall_count=row["recall_count"],
        override_reason=row["override_reason"],
        is_clock_verified=row["clock_offset_ms"] is not None,
        checked_in_at=row["check_in_time"],
        priority_score=None if entry is None else round(entry.score(now), 2),
        target_min=None if entry is None else entry.terms.target_min,
        due_at=None if entry is None else entry.due_at,
    )


_BY_CODE = Prepared(place_rows(with_patients=False).where(queue_management.c.follow_code == bindparam("code")))
_BY_TOKEN = Prepared(place_rows(with_patients=False).where(queue_management.c.token_number == bindparam("token")))
_BY_ID = Prepared(
    place_rows(with_patients=True)
    .add_columns(queue_management.c.business_date, queue_management.c.notes, queue_management.c.claims)
    .where(queue_management.c.id == bindparam("id"))
)
