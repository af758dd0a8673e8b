"""A location's queue at one point of its feed, with what changed on the way there, read in one consistent look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select

from server_sync.clinic.visits import OPEN_QUEUE, QueueStatus
from server_sync.desk.place import location_of
from server_sync.desk.queue.view import DoctorQueue, current_queue
from server_sync.records.feed.publishing import Cursor
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, feed, feed_heads, locations, patients, queue_management, users

MOST_CHANGES = 500
"""Changed records that are told one by one; who missed more gets the queue as it stands."""

_WATCHED = ("queue", "appointment")


@dataclass(frozen=True, slots=True)
class Call:
    """How a place was last called: at what time, and how often since. Two alike are one call."""

    called_at: datetime | None
    recall_count: int


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """A place in the queue that changed; `call` where it is called now."""

    position: int
    uid: UUID
    token_number: str
    doctor_id: int | None
    doctor_name: str
    room: str
    call: Call | None


@dataclass(frozen=True, slots=True)
class ChangedAppointment:
    """An appointment that changed, as it stands now."""

    position: int
    id: int
    appointment_number: str
    status: str
    scheduled_date: datetime
    doctor_id: int
    doctor_name: str
    patient_uid: UUID


Change = ChangedPlace | ChangedAppointment


@dataclass(frozen=True, slots=True)
class Picture:
    """A location's open places at `cursor`.

    `changes` are complete from position `reaches_from` on, in the feed's order, each record once at its newest place.
    `for_staff` are the same queues with what only staff see; None where nobody asked for that.
    """

    cursor: Cursor
    queues: tuple[DoctorQueue, ...]
    doctors: Mapping[int, str]
    calls: Mapping[UUID, Call]
    changes: tuple[Change, ...]
    reaches_from: int
    for_staff: tuple[DoctorQueue, ...] | None = None

    def staff_queue(self, doctor_id: int | None) -> DoctorQueue | None:
        """A doctor's queue as staff see it, where they asked."""
        return next((queue for queue in self.for_staff or () if queue.doctor_id == doctor_id), None)

    def follows(self, cursor: Cursor | None) -> bool:
        """Whether `changes` tell everything since `cursor`."""
        return (
            cursor is not None
            and cursor == Cursor(self.cursor.location_id, cursor.position, self.cursor.epoch)
            and self.reaches_from <= cursor.position <= self.cursor.position
        )


def is_location(replica: Replica, location_id: int) -> bool:
    """Whether there is such a location."""
    with replica.read() as reading:
        return reading.first(_LOCATION, {"id": location_id}) is not None


def look(
    replica: Replica, location_id: int, since: Sequence[Cursor], *, for_staff: bool, unless_at: Cursor | None = None
) -> Picture | None:
    """The location now, with all that changed since the earliest of `since` that this feed still knows.

    None where the feed stands at `unless_at`: nothing was committed since. Raises StorageFault.
    """
    with replica.read() as reading:
        head = reading.first(_HEAD, {"location": location_id})
        cursor = Cursor(location_id, 0, 1) if head is None else Cursor(location_id, head["position"], head["epoch"])
        if cursor == unless_at:
            return None
        known = [one.position for one in since if one == Cursor(location_id, one.position, cursor.epoch)]
        start = min([*known, cursor.position])
        changes, reaches_from = _changes(reading, location_id, start)
        location = location_of(reading, location_id)
        day = {"location": location_id, "today": location.today(reading.now)}
        queues = current_queue(reading, location_id, for_staff=for_staff)
        return Picture(
            cursor=cursor,
            queues=tuple(map(_without_details, queues)) if for_staff else queues,
            doctors={row["id"]: row["display_name"] for row in reading.all(_DOCTORS, {"location": location_id})},
            calls={row["uid"]: _call(row) for row in reading.all(_CALLS, day)},
            changes=changes,
            reaches_from=reaches_from,
            for_staff=queues if for_staff else None,
        )


def _changes(reading: Reading, location_id: int, start: int) -> tuple[tuple[Change, ...], int]:
    """What changed after `start`, and from where on that is complete."""
    places = reading.all(_CHANGED, {"location": location_id, "start": start, "most": MOST_CHANGES})
    reaches_from = start if len(places) < MOST_CHANGES else places[-1]["position"]
    position = {row["record_uid"]: row["position"] for row in places if row["position"] > reaches_from}
    if not position:
        return (), reaches_from
    found: list[Change] = [_place(row, position) for row in reading.all(_PLACES, {"uids": list(position)})]
    found += [_appointment(row, position) for row in reading.all(_APPOINTMENTS, {"uids": list(position)})]
    return tuple(sorted(found, key=lambda change: change.position)), reaches_from


def _place(row: Row, position: Mapping[UUID, int]) -> ChangedPlace:
    is_called = row["current_status"] == QueueStatus.CALLED and not row["alias_of"]
    return ChangedPlace(
        position=position[row["uid"]],
        uid=row["uid"],
        token_number=row["token_number"],
        doctor_id=row["doctor_id"],
        doctor_name=row["doctor_name"] or "",
        room=row["called_room"] or row["room"] or "",
        call=_call(row) if is_called else None,
    )


def _call(row: Row) -> Call:
    return Call(row["called_time"], row["recall_count"])


def _appointment(row: Row, position: Mapping[UUID, int]) -> ChangedAppointment:
    return ChangedAppointment(
        position=position[row["uid"]],
        id=row["id"],
        appointment_number=row["appointment_number"],
        status=row["status"],
        scheduled_date=row["scheduled_date"],
        doctor_id=row["doctor_id"],
        doctor_name=row["doctor_name"],
        patient_uid=row["patient_uid"],
    )


def _without_details(queue: DoctorQueue) -> DoctorQueue:
    return replace(queue, places=tuple(replace(place, details=None) for place in queue.places))


_LOCATION = select(locations.c.id).where(locations.c.id == bindparam("id"), locations.c.deleted_at.is_(None))
_HEAD = select(feed_heads.c.epoch, feed_heads.c.position).where(feed_heads.c.location_id == bindparam("location"))
# The newest first: where there are too many, it is the oldest that are left out.
_CHANGED = (
    select(feed.c.record_uid, feed.c.position)
    .where(
        feed.c.location_id == bindparam("location"),
        feed.c.position > bindparam("start"),
        feed.c.noun.in_(_WATCHED),
    )
    .order_by(feed.c.position.desc())
    .limit(bindparam("most"))
)
_TODAY_OPEN = and_(
    queue_management.c.location_id == bindparam("location"),
    queue_management.c.business_date == bindparam("today"),
    queue_management.c.current_status.in_(OPEN_QUEUE),
    queue_management.c.deleted_at.is_(None),
)
_PLACES = (
    select(
        queue_management.c.uid,
        queue_management.c.token_number,
        queue_management.c.doctor_id,
        queue_management.c.current_status,
        queue_management.c.alias_of,
        queue_management.c.called_time,
        queue_management.c.recall_count,
        queue_management.c.called_room,
        users.c.display_name.label("doctor_name"),
        users.c.room,
    )
    .outerjoin(users, users.c.id == queue_management.c.doctor_id)
    .where(queue_management.c.uid.in_(bindparam("uids", expanding=True)), queue_management.c.deleted_at.is_(None))
)
_APPOINTMENTS = (
    select(
        appointments.c.uid,
        appointments.c.id,
        appointments.c.appointment_number,
        appointments.c.status,
        appointments.c.scheduled_date,
        appointments.c.doctor_id,
        users.c.display_name.label("doctor_name"),
        patients.c.uid.label("patient_uid"),
    )
    .join(users, users.c.id == appointments.c.doctor_id)
    .join(patients, patients.c.id == appointments.c.patient_id)
    .where(appointments.c.uid.in_(bindparam("uids", expanding=True)))
)
_CALLS = select(queue_management.c.uid, queue_management.c.called_time, queue_management.c.recall_count).where(
    _TODAY_OPEN, queue_management.c.current_status == QueueStatus.CALLED
)
_DOCTORS = select(users.c.id, users.c.display_name).where(
    users.c.role == "doctor",
    or_(users.c.location_id == bindparam("location"), users.c.location_id.is_(None)),
    users.c.deleted_at.is_(None),
)
