"""Appointments after they were made: read, search, confirm, call off, mark as missed, and move to another time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, func, or_, select

from server_sync.clinic.appointment_steps import HOLDS_ITS_PLACE, steps_after
from server_sync.clinic.visits import AppointmentStatus, QueueStatus
from server_sync.desk.appointments.booking import (
    BookingWish,
    FoundSlot,
    appointment_in,
    create_appointment,
    find_slot,
    new_number,
)
from server_sync.desk.appointments.outcomes import Appointment, Booked, BookingOutcome, Declined, Reason
from server_sync.desk.appointments.seats import COUNTED, HELD_BACK, Seat, give_back, seat_here
from server_sync.desk.appointments.slot_claims import Claim, SlotTakenError, move, release
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, locations, patients, queue_management, users
from server_sync.records.tables.types import BigId
from server_sync.records.work import Work

_CARRIED_ON = (
    "appointment_type",
    "payment_status",
    "payment_amount",
    "payment_currency",
    "reason_for_visit",
    "symptoms",
    "urgency_level",
    "special_requirements",
    "booking_source",
    "booking_code",
)
"""What an appointment that is moved takes along."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose appointments somebody may see and change; what lies outside is unknown to them."""

    location_id: int | None = None
    patient_uid: UUID | None = None

    @property
    def is_patient(self) -> bool:
        """Whether they are the patient, who may not undo what has begun."""
        return self.patient_uid is not None


@dataclass(frozen=True, slots=True)
class AppointmentSearch:
    """Which appointments are looked for, by time; `since` and `until` (aware, exclusive) bound it, `after` goes on.

    One of doctor, patient, number and location is given: each is served by an index.
    """

    doctor_id: int | None = None
    patient_id: int | None = None
    location_id: int | None = None
    number: str | None = None
    status: AppointmentStatus | None = None
    since: datetime | None = None
    until: datetime | None = None
    after: tuple[datetime, int] | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Appointments in order of time; `after` is where the next page begins, None on the last."""

    appointments: tuple[Appointment, ...]
    after: tuple[datetime, int] | None


def read_appointment(reading: Reading, appointment_id: int, scope: Scope) -> Appointment | None:
    """One appointment; None where there is none within `scope`."""
    row = reading.first(_BY_ID, {"id": appointment_id})
    return None if row is None or not _is_in(scope, row) else appointment_in(row)


def search_appointments(reading: Reading, search: AppointmentSearch, scope: Scope) -> Page:
    """One page. Costs as many rows as it gives, whatever the clinic holds."""
    rows = reading.all(_search_query(search, scope))
    found = tuple(appointment_in(row) for row in rows[: search.limit])
    more = len(rows) > search.limit
    return Page(found, (found[-1].starts_at, found[-1].id) if more else None)


def day_zone(reading: Reading, search: AppointmentSearch) -> str:
    """Whose days are meant: the location's that is searched, else the doctor's own, else the first one's."""
    row = reading.first(_ZONE, {"location": search.location_id, "doctor": search.doctor_id})
    return "UTC" if row is None else str(row["time_zone"])


def confirm(work: Work, appointment_id: int, scope: Scope) -> BookingOutcome:
    """The patient has said that they will come. Doing it again writes nothing."""
    return _step(work, appointment_id, scope, AppointmentStatus.CONFIRMED, None)


def cancel(work: Work, appointment_id: int, scope: Scope, reason: str | None) -> BookingOutcome:
    """Call it off: the place is free again. Doing it again writes nothing."""
    return _step(work, appointment_id, scope, AppointmentStatus.CANCELLED, reason)


def mark_no_show(work: Work, appointment_id: int, scope: Scope, reason: str | None) -> BookingOutcome:
    """The patient did not come, which cannot be known before its time."""
    return _step(work, appointment_id, scope, AppointmentStatus.NO_SHOW, reason)


def reschedule(work: Work, appointment_id: int, scope: Scope, wish: BookingWish, reason: str | None) -> BookingOutcome:
    """Move it: the old one becomes `rescheduled`, a new one carries its booking code on, in one transaction.

    `wish` says when, and with whom (`doctor_id` 0: with the same doctor). Raises SlotTakenError: roll back.
    """
    row = _locked(work, appointment_id, scope)
    if isinstance(row, Declined):
        return row
    refused = _refused(work, row, scope, AppointmentStatus.RESCHEDULED)
    if refused is not None:
        return refused
    found = find_slot(work, wish_for(row, wish))
    if isinstance(found, Declined):
        return found
    seat = _seat_instead(work, row, found)
    values: dict[str, Any] = {name: row[name] for name in _CARRIED_ON}
    number = new_number(work, found)
    new = create_appointment(work, found, row["patient_id"], number, seat, rescheduled_from_uid=row["uid"], **values)
    work.change(appointments, row, status=AppointmentStatus.RESCHEDULED.value, status_reason=reason, **_NO_PLACE)
    work.knew(appointments, row, "queue_token")
    moved = {**row, **new, "queue_token": None, "status_reason": None}
    return Booked(replace(appointment_in(moved), doctor_name=found.doctor_name, time_zone=found.place.time_zone))


def wish_for(row: Row, wish: BookingWish) -> BookingWish:
    """What is left open comes from the appointment that is moved: its doctor, its length and, with them, its place."""
    same_doctor = wish.doctor_id in (0, row["doctor_id"])
    return replace(
        wish,
        doctor_id=row["doctor_id"] if same_doctor else wish.doctor_id,
        duration_min=wish.duration_min or (row["duration_minutes"] if same_doctor else None),
        location_id=wish.location_id or (row["location_id"] if same_doctor else None),
    )


def _step(
    work: Work, appointment_id: int, scope: Scope, wanted: AppointmentStatus, reason: str | None
) -> BookingOutcome:
    row = _locked(work, appointment_id, scope)
    if isinstance(row, Declined):
        return row
    if row["status"] == wanted:
        return Booked(appointment_in(row))
    refused = _refused(work, row, scope, wanted)
    if refused is not None:
        return refused
    values: dict[str, Any] = {"status": wanted.value}
    if reason is not None:
        values["status_reason"] = reason
    if wanted not in HOLDS_ITS_PLACE:
        values |= _without_place(work, row)
    work.change(appointments, row, **values)
    work.knew(appointments, row, "queue_token")
    return Booked(appointment_in({**row, **values}))


def delete(work: Work, row: Row) -> None:
    """Delete an appointment, and give its place back."""
    values = _without_place(work, row)
    work.change(appointments, row, **values)
    work.delete(appointments, {**row, **values})


def _without_place(work: Work, row: Row) -> dict[str, Any]:
    """Give back whatever place it holds; what its row says from then on."""
    held = _claim(row)
    if held is not None:
        release(work.connection, held)
    give_back(work, row["uid"])
    return _NO_PLACE


def _seat_instead(work: Work, row: Row, found: FoundSlot) -> Seat:
    """The seat of an appointment that is moved, in the place of the one that it had. Raises SlotTakenError."""
    if work.identity.is_centre:
        if work.all(HELD_BACK, {"location": found.place.location_id, "starts": found.slot.starts_at}):
            raise SlotTakenError
        move(work.connection, held=_claim(row), wanted=found.claim)
        return COUNTED
    give_back(work, row["uid"])
    return seat_here(work, found.place.location_id, found.claim)


def _locked(work: Work, appointment_id: int, scope: Scope) -> Row | Declined:
    row = work.first(_LOCKED, {"id": appointment_id})
    if row is None or not _is_in(scope, row):
        return Declined(Reason.UNKNOWN_APPOINTMENT, "There is no such appointment.")
    return row


def _refused(work: Work, row: Row, scope: Scope, wanted: AppointmentStatus) -> Declined | None:
    now = AppointmentStatus(row["status"])
    legal = steps_after(now)
    if wanted not in legal:
        words = f"An appointment that is {_said(now)} cannot become {_said(wanted)}."
        return Declined(Reason.ILLEGAL_STEP, words, legal=tuple(sorted(legal)))
    if wanted is AppointmentStatus.NO_SHOW and work.now < row["scheduled_date"]:
        return Declined(Reason.NOT_YET, "Its time has not come yet.")
    if scope.is_patient and work.now >= row["scheduled_date"]:
        return Declined(Reason.IN_THE_PAST, "Its time has come: please ask the desk.")
    if wanted is not AppointmentStatus.CONFIRMED and work.all(_IN_QUEUE, {"id": row["id"]}):
        return Declined(Reason.HAS_CHECKED_IN, "They have checked in: take them out of the queue first.")
    return None


def _said(status: AppointmentStatus) -> str:
    return status.value.replace("_", " ")


def _claim(row: Row) -> Claim | None:
    if not row["holds_slot"]:
        return None
    ends_at = row["scheduled_date"] + timedelta(minutes=row["duration_minutes"])
    return Claim(row["doctor_id"], row["scheduled_date"], ends_at)


def _is_in(scope: Scope, row: Row) -> bool:
    of_patient = scope.patient_uid is None or scope.patient_uid in (row["patient_uid"], row["merged_into_uid"])
    return of_patient and scope.location_id in (None, row["location_id"])


def _search_query(search: AppointmentSearch, scope: Scope) -> Select[tuple[Any, ...]]:
    table = appointments.c
    query = _WHOLE
    equal = {
        table.doctor_id: search.doctor_id,
        table.patient_id: search.patient_id,
        table.location_id: search.location_id,
        table.appointment_number: search.number,
        table.status: None if search.status is None else search.status.value,
    }
    query = query.where(*(column == value for column, value in equal.items() if value is not None))
    if scope.location_id is not None:
        query = query.where(table.location_id == scope.location_id)
    if scope.patient_uid is not None:
        query = query.where(or_(patients.c.uid == scope.patient_uid, patients.c.merged_into_uid == scope.patient_uid))
    if search.since is not None:
        query = query.where(table.scheduled_date >= search.since)
    if search.until is not None:
        query = query.where(table.scheduled_date < search.until)
    if search.after is not None:
        at, last_id = search.after
        # Said twice: a comparison of rows alone is no bound of the index on every database.
        query = query.where(
            table.scheduled_date >= at,
            or_(table.scheduled_date > at, and_(table.scheduled_date == at, table.id > last_id)),
        )
    return query.order_by(table.scheduled_date, table.id).limit(search.limit + 1)


_NO_PLACE: dict[str, Any] = {"holds_slot": False, "lease_uid": None, "is_provisional": False}
"""Of an appointment that was called off or moved: it holds no place, of whatever kind, and waits for none."""

_WHOLE = (
    select(
        *(
            appointments.c[name]
            for name in (
                "id",
                "uid",
                "appointment_number",
                "status",
                "scheduled_date",
                "duration_minutes",
                "doctor_id",
                "location_id",
                "patient_id",
                "queue_token",
                "status_reason",
                "rescheduled_from_uid",
                "holds_slot",
                "lease_uid",
                "is_provisional",
                "created_at",
                *_CARRIED_ON,
            )
        ),
        patients.c.uid.label("patient_uid"),
        patients.c.merged_into_uid,
        patients.c.patient_number,
        patients.c.first_name,
        patients.c.last_name,
        users.c.display_name.label("doctor_name"),
        locations.c.time_zone,
    )
    .join(patients, patients.c.id == appointments.c.patient_id)
    .join(users, users.c.id == appointments.c.doctor_id)
    .join(locations, locations.c.id == appointments.c.location_id)
    .where(appointments.c.deleted_at.is_(None))
)
_BY_ID = Prepared(_WHOLE.where(appointments.c.id == bindparam("id")))
_LOCKED = Prepared(_WHOLE.where(appointments.c.id == bindparam("id")).with_for_update(of=appointments))
_IN_QUEUE = Prepared(
    select(queue_management.c.id)
    .where(
        queue_management.c.appointment_id == bindparam("id"),
        queue_management.c.current_status != QueueStatus.COMPLETED.value,
        queue_management.c.current_status != QueueStatus.CANCELLED.value,
        queue_management.c.deleted_at.is_(None),
    )
    .limit(1)
)
_OWN = select(users.c.location_id).where(users.c.id == bindparam("doctor", type_=BigId)).scalar_subquery()
_FIRST = select(func.min(locations.c.id)).scalar_subquery()
_ZONE = Prepared(
    select(locations.c.time_zone).where(
        locations.c.id == func.coalesce(bindparam("location", type_=BigId), _OWN, _FIRST)
    )
)
