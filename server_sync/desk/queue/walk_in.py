"""Joining the queue without an appointment: at the desk, at a kiosk, on the telephone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Select, bindparam, select

from server_sync.clinic.numbers import SeriesFullError, Token
from server_sync.clinic.queue_policy import SpecialReason, special_reason
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.outcomes import NoNumbersLeft
from server_sync.desk.patients.reading import standing_of
from server_sync.desk.place import Location, location_of
from server_sync.desk.queue.line import clock_offset_ms
from server_sync.desk.queue.outcomes import EmergencyRaised, Joined, JoinOutcome, Unknown
from server_sync.desk.queue.places import create_visit, doctor_at, keep_snapshot, raise_alarm, shown
from server_sync.desk.ticket import NO_PRINTER, TicketPrinting, new_follow_code, next_token, printed, ticket_at
from server_sync.protocol.canonical import Json
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Row
from server_sync.records.tables import patients, queue_management
from server_sync.records.work import Work


@dataclass(frozen=True, slots=True)
class Joining:
    """Who joins and why. Without a doctor they wait for whoever is free.

    `urgency_level` is what they say: it is kept and shown, and orders nobody. `red_flag` is the answer to the screen of
    chest pain, trouble breathing, heavy bleeding: staff are told at once, and they never queue.
    """

    patient_id: int
    location_id: int
    doctor_id: int | None = None
    reason_for_visit: str | None = None
    urgency_level: str = "routine"
    special_requirements: str | None = None
    special_reason: SpecialReason | None = None
    red_flag: bool = False
    source: str = "desk"
    reason_code: str | None = None


def join(work: Work, joining: Joining, printing: TicketPrinting = NO_PRINTER) -> JoinOutcome:
    """Give a walk-in a place, in the caller's work; who waits there already keeps the place that they have.

    Raises StorageFault `no_location`.
    """
    location = location_of(work, joining.location_id)
    patient = _standing_patient(work, joining.patient_id)
    if patient is None:
        return Unknown("patient")
    joining = replace(joining, patient_id=patient["id"])
    if joining.doctor_id is not None and doctor_at(work, joining.doctor_id, location.id) is None:
        return Unknown("doctor")
    today = location.today(work.now)
    if not joining.red_flag and (place := _open_place(work, joining, today)) is not None:
        return Joined(ticket_at(work, place["id"]), shown(work, place["id"]), is_new=False)
    try:
        number = next_token(work, location)
    except SeriesFullError:
        return NoNumbersLeft(location.opening_hours, location.phone)
    if joining.red_flag:
        return _raise_red_flag(work, joining, location, number)
    return _take_a_place(work, joining, location, number, patient, printing)


def _standing_patient(work: Work, patient_id: int) -> Row | None:
    """Who joins by a record that was merged joins as the one that stands: one person has one place."""
    row = work.first(_PATIENT, {"id": patient_id})
    if row is None or row["merged_into_uid"] is None:
        return row
    return work.first(_PATIENT, {"id": standing_of(work, row)["id"]})


def _raise_red_flag(work: Work, joining: Joining, location: Location, number: Token) -> EmergencyRaised:
    if joining.doctor_id is not None:
        _visit(work, joining, location, number, appointment_type="emergency", status="in_progress")
    raise_alarm(work, location_id=location.id, business_date=number.day, token_number=str(number))
    return EmergencyRaised(str(number), None)


def _take_a_place(
    work: Work, joining: Joining, location: Location, number: Token, patient: Row, printing: TicketPrinting
) -> Joined:
    visit: int | None = None
    if joining.doctor_id is not None:
        visit = _visit(work, joining, location, number, appointment_type="walkin", status="confirmed")
    special = special_reason(patient["date_of_birth"], number.day, joining.special_reason)
    place = work.create(
        queue_management,
        token_number=str(number),
        patient_id=joining.patient_id,
        appointment_id=visit,
        doctor_id=joining.doctor_id,
        location_id=location.id,
        business_date=number.day,
        current_status=QueueStatus.WAITING.value,
        special_reason=None if special is None else special.value,
        claims=_claims(joining),
        is_late=False,
        follow_code=new_follow_code(work),
        check_in_time=work.now,
        clock_offset_ms=clock_offset_ms(work),
    )
    ticket = printed(work, location, ticket_at(work, place["id"]), printing)
    stands = shown(work, place["id"])
    keep_snapshot(work, place, stands.explanation, stands.place.estimate)
    return Joined(ticket, stands, is_new=True)


def _visit(
    work: Work, joining: Joining, location: Location, number: Token, *, appointment_type: str, status: str
) -> int:
    visit = create_visit(
        work,
        year=number.day.year,
        doctor_id=joining.doctor_id or 0,
        location_id=location.id,
        patient_id=joining.patient_id,
        appointment_type=appointment_type,
        status=status,
        queue_token=str(number),
        reason_for_visit=joining.reason_for_visit,
        reason_code=joining.reason_code,
        urgency_level=joining.urgency_level,
        special_requirements=joining.special_requirements,
        booking_source=joining.source,
    )
    return int(visit["id"])


def _claims(joining: Joining) -> dict[str, Json]:
    said: dict[str, Json] = {"urgency_level": joining.urgency_level}
    if joining.doctor_id is None:
        # There is no visit yet that could hold them; whoever calls makes one of them.
        said |= {
            "reason_for_visit": joining.reason_for_visit,
            "reason_code": joining.reason_code,
            "special_requirements": joining.special_requirements,
        }
    return {name: value for name, value in said.items() if value is not None}


def _open_place(work: Work, joining: Joining, today: date) -> Row | None:
    query = _IN_POOL if joining.doctor_id is None else _AT_DOCTOR
    parameters = {"patient_id": joining.patient_id, "location_id": joining.location_id, "today": today}
    return work.first(query, parameters if joining.doctor_id is None else {**parameters, "doctor": joining.doctor_id})


def _open() -> Select[tuple[int]]:
    return select(queue_management.c.id).where(
        queue_management.c.location_id == bindparam("location_id"),
        queue_management.c.business_date == bindparam("today"),
        queue_management.c.patient_id == bindparam("patient_id"),
        queue_management.c.current_status != QueueStatus.COMPLETED.value,
        queue_management.c.current_status != QueueStatus.CANCELLED.value,
        queue_management.c.deleted_at.is_(None),
    )


_AT_DOCTOR = Prepared(_open().where(queue_management.c.doctor_id == bindparam("doctor")).limit(1))
_IN_POOL = Prepared(_open().where(queue_management.c.doctor_id.is_(None)).limit(1))
# Locked, where several write at once: one person who joins twice at the same moment gets one place.
_PATIENT = Prepared(
    select(patients.c.id, patients.c.uid, patients.c.date_of_birth, patients.c.merged_into_uid)
    .where(patients.c.id == bindparam("id"), patients.c.deleted_at.is_(None), patients.c.erased_at.is_(None))
    .with_for_update()
)
