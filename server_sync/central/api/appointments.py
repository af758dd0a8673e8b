"""Endpoints of appointments: book, read, search, confirm, call off, mark as missed, move."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal

from fastapi import Query, Request, Response
from pydantic import BaseModel, Field, StringConstraints

from server_sync.central.access.callers import Caller
from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.appointment_answers import (
    APPOINTMENT_EXAMPLE,
    AppointmentAnswer,
    appointment_json,
    refusal,
)
from server_sync.central.api.fields import (
    Body,
    Day,
    Id,
    IdempotencyKey,
    Limit,
    LongText,
    Name,
    PathId,
    QueryId,
    ShortText,
    Whole,
)
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.desk import booking
from server_sync.central.desk.idempotency import Once, hash_of_body
from server_sync.clinic.identity import phone_key
from server_sync.clinic.roles import EVERYONE, STAFF, Role
from server_sync.clinic.visits import AppointmentStatus
from server_sync.desk.appointments.after_booking import AppointmentSearch
from server_sync.desk.appointments.booking import BookingWish
from server_sync.desk.appointments.outcomes import Booked, Declined, Person, Reason
from server_sync.protocol.canonical import Json

router = endpoints("appointments")

# Days 29 to 31 of shorter months pass here and are `no_such_time`, as are hours that the clocks skip.
_LOCAL_OR_AWARE = (
    r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[T ]([01][0-9]|2[0-3]):[0-5][0-9]"
    r"(:[0-5][0-9](\.[0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?$"
)
ScheduledDate = Annotated[str, StringConstraints(pattern=_LOCAL_OR_AWARE)]
"""Local time of the location, or with an offset."""

Duration = Annotated[int, Field(ge=5, le=480, multiple_of=5, strict=True), Whole]
Amount = (
    Annotated[float, Field(ge=0, le=9_999_999.99, strict=True)]
    | Annotated[str, StringConstraints(pattern=r"^[0-9]{1,7}(\.[0-9]{1,2})?$")]
)
Email = Annotated[str, StringConstraints(max_length=254, pattern=r"^[!-?A-~]+@[!-?A-~]+$")]
Urgency = Literal["low", "routine", "medium", "high", "urgent", "emergency"]
PaymentMethod = Literal["card", "upi", "bank_transfer", "cash", "desk"]
Cursor = Annotated[str | None, Query(max_length=80, pattern="^[A-Za-z0-9_-]*$")]

MAY_BOOK = EVERYONE - {Role.DISPLAY}
THEIRS = STAFF | {Role.PATIENT}


class PatientDetails(Body):
    """Whoever books, as they introduce themselves: with a phone number or an e-mail address."""

    first_name: Name
    last_name: Name
    phone: ShortText | None = None
    email: Email | None = None
    date_of_birth: Day | None = None


class BookingBody(Body):
    """What is to be booked. The doctor's only location, or their own, is meant where none is named."""

    doctor_id: Id
    scheduled_date: ScheduledDate
    patient_details: PatientDetails
    duration_minutes: Duration | None = None
    location_id: Id | None = None
    reason_for_visit: LongText | None = None
    symptoms: LongText | None = None
    special_requirements: LongText | None = None
    urgency_level: Urgency = "routine"
    payment_method: PaymentMethod | None = None
    payment_amount: Amount | None = None


class ReschedulingBody(Body):
    """When else, and with whom; what is left out stays."""

    scheduled_date: ScheduledDate
    doctor_id: Id | None = None
    duration_minutes: Duration | None = None
    location_id: Id | None = None
    reason: LongText | None = None


class ReasonBody(Body):
    """Why."""

    reason: LongText | None = None


class AppointmentPage(BaseModel):
    """Appointments in order of time; `next_cursor` asks for those that follow, null where none do."""

    appointments: list[AppointmentAnswer]
    next_cursor: str | None


_BOOKING_EXAMPLE: Json = {
    "doctor_id": 7,
    "scheduled_date": "2024-01-15 10:00:00",
    "duration_minutes": 30,
    "patient_details": {
        "first_name": "Jane",
        "last_name": "Sample",
        "phone": "+44 7700 900123",
        "email": "jane.sample@example.org",
    },
    "reason_for_visit": "Cough since last week",
    "urgency_level": "routine",
    "payment_method": "card",
    "payment_amount": 50,
}
_EXAMPLE: Json = {"success": True, "data": APPOINTMENT_EXAMPLE}
_NO_SLOT = ("slot_full", "not_a_slot", "odd_duration", "in_the_past", "too_far_ahead", "no_such_time")
_NO_DOCTOR = ("unknown_doctor", "doctor_inactive", "unknown_place", "not_there", "location_needed")
_STEP = ("unknown_appointment", "illegal_step", "idempotency_key_reused")


@router.post(
    "/api/appointments/book",
    **operation(
        "Book an appointment",
        roles=MAY_BOOK,
        answers=AppointmentAnswer,
        example=_EXAMPLE,
        request_example=_BOOKING_EXAMPLE,
        refuses=[*_NO_SLOT, *_NO_DOCTOR, "not_public", "contact_needed", "unknown_patient", "idempotency_key_reused"],
        limit=Kind.PUBLIC_BOOKING,
    ),
)
async def book(request: Request, body: BookingBody, idempotency_key: IdempotencyKey = None) -> Response:
    """Book a free slot. Somebody whom the clinic knows is recognised; a full slot is answered with the nearest free."""
    caller, centre = caller_of(request), centre_of(request)
    wish = _wish(caller, body)
    once = await _once(request, caller, idempotency_key, wish.person)
    outcome = await centre.run(booking.book, centre.replica, caller, wish, once, _told(caller))
    return _answered(outcome)


@router.get(
    "/api/appointments",
    **operation(
        "Search appointments",
        roles=THEIRS,
        answers=AppointmentPage,
        example={"success": True, "data": {"appointments": [APPOINTMENT_EXAMPLE], "next_cursor": None}},
        refuses=["bad_cursor"],
        limit=Kind.SEARCH,
    ),
)
async def search(
    request: Request,
    doctor_id: QueryId | None = None,
    patient_id: QueryId | None = None,
    location_id: QueryId | None = None,
    appointment_number: Annotated[str | None, Query(max_length=32, pattern="^[A-Za-z0-9~-]+$")] = None,
    status: AppointmentStatus | None = None,
    date_from: Day | None = None,
    date_to: Day | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Appointments by doctor, patient, location, number, state and local days (both included), by time.

    Where nothing narrows the search, the caller's own location is meant, or the first one.
    """
    caller, centre = caller_of(request), centre_of(request)
    is_narrow = caller.role is Role.PATIENT or any((doctor_id, patient_id, location_id, appointment_number))
    wanted = AppointmentSearch(
        doctor_id=doctor_id,
        patient_id=patient_id,
        location_id=location_id if is_narrow else caller.location_id or 1,
        number=appointment_number,
        status=status,
        after=_after(cursor),
        limit=limit,
    )
    page = await centre.run(booking.search, centre.replica, caller, wanted, date_from, date_to)
    found: list[Json] = [appointment_json(one, shows_patient=True) for one in page.appointments]
    return answer({"success": True, "data": {"appointments": found, "next_cursor": _cursor(page.after)}})


@router.get(
    "/api/appointments/{appointment_id:id}",
    **operation(
        "Read an appointment",
        roles=THEIRS,
        answers=AppointmentAnswer,
        example=_EXAMPLE,
        refuses=["unknown_appointment"],
    ),
)
async def read(request: Request, appointment_id: PathId) -> Response:
    """One appointment, for staff of its location and for its patient."""
    centre = centre_of(request)
    found = await centre.run(booking.read, centre.replica, caller_of(request), appointment_id)
    if found is None:
        raise refusal(Declined(Reason.UNKNOWN_APPOINTMENT, "There is no such appointment."))
    return answer({"success": True, "data": appointment_json(found, shows_patient=True)})


@router.post(
    "/api/appointments/{appointment_id:id}/reschedule",
    **operation(
        "Move an appointment",
        roles=THEIRS,
        answers=AppointmentAnswer,
        example=_EXAMPLE,
        request_example={"scheduled_date": "2024-01-15 11:00:00", "reason": "Train is late"},
        refuses=[*_STEP, *_NO_SLOT, *_NO_DOCTOR, "not_public", "has_checked_in"],
    ),
)
async def move(
    request: Request, appointment_id: PathId, body: ReschedulingBody, idempotency_key: IdempotencyKey = None
) -> Response:
    """The old appointment becomes `rescheduled`; the answer is the new one, which carries its booking code."""
    caller, centre = caller_of(request), centre_of(request)
    wish = BookingWish(
        doctor_id=body.doctor_id or 0,
        starts_at=_moment(body.scheduled_date),
        duration_min=body.duration_minutes,
        location_id=body.location_id,
        public_only=caller.role is Role.PATIENT,
        only_location_id=caller.location_id,
    )
    once = await _once(request, caller, idempotency_key)
    outcome = await centre.run(
        booking.move, centre.replica, caller, appointment_id, wish, body.reason, once, _told(caller)
    )
    return _answered(outcome)


@router.post(
    "/api/appointments/{appointment_id:id}/cancel",
    **operation(
        "Call an appointment off",
        roles=THEIRS,
        answers=AppointmentAnswer,
        example=_EXAMPLE,
        request_example={"reason": "Feeling better"},
        refuses=[*_STEP, "has_checked_in", "in_the_past"],
    ),
)
async def cancel(
    request: Request, appointment_id: PathId, body: ReasonBody, idempotency_key: IdempotencyKey = None
) -> Response:
    """Its place is free again. Calling it off twice is no error."""
    return await _step(request, appointment_id, "cancel_appointment", body.reason, idempotency_key)


@router.post(
    "/api/appointments/{appointment_id:id}/confirm",
    **operation(
        "Confirm an appointment",
        roles=THEIRS,
        answers=AppointmentAnswer,
        example=_EXAMPLE,
        refuses=[*_STEP, "in_the_past"],
    ),
)
async def confirm(request: Request, appointment_id: PathId, idempotency_key: IdempotencyKey = None) -> Response:
    """The patient has said that they will come."""
    return await _step(request, appointment_id, "confirm_appointment", None, idempotency_key)


@router.post(
    "/api/appointments/{appointment_id:id}/no-show",
    **operation(
        "Mark an appointment as missed",
        roles=STAFF,
        answers=AppointmentAnswer,
        example=_EXAMPLE,
        request_example={"reason": None},
        refuses=[*_STEP, "has_checked_in", "not_yet"],
    ),
)
async def no_show(
    request: Request, appointment_id: PathId, body: ReasonBody, idempotency_key: IdempotencyKey = None
) -> Response:
    """The patient did not come; who turns up later can still be checked in."""
    return await _step(request, appointment_id, "mark_no_show", body.reason, idempotency_key)


async def _step(request: Request, appointment_id: int, intent: str, reason: str | None, key: str | None) -> Response:
    caller, centre = caller_of(request), centre_of(request)
    once = await _once(request, caller, key)
    outcome = await centre.run(
        booking.step, centre.replica, caller, appointment_id, intent, reason, once, _told(caller)
    )
    return _answered(outcome)


def _answered(outcome: Json | Declined) -> Response:
    if isinstance(outcome, Declined):
        raise refusal(outcome)
    return answer({"success": True, "data": outcome})


def _told(caller: Caller) -> booking.Told:
    shows_patient = caller.is_staff or caller.role is Role.PATIENT

    def told(booked: Booked) -> Json:
        return appointment_json(booked.appointment, shows_patient=shows_patient)

    return told


def _wish(caller: Caller, body: BookingBody) -> BookingWish:
    details = body.patient_details
    is_patient = caller.role is Role.PATIENT
    if not is_patient and phone_key(details.phone) is None and not details.email:
        raise Refused("contact_needed", "a phone number of six digits or more is needed, or an e-mail address")
    person = Person(
        details.first_name, details.last_name, details.phone or None, details.email or None, details.date_of_birth
    )
    return BookingWish(
        doctor_id=body.doctor_id,
        starts_at=_moment(body.scheduled_date),
        person=None if is_patient else person,
        patient_uid=caller.patient_uid,
        duration_min=body.duration_minutes,
        location_id=body.location_id,
        public_only=caller.role in (Role.PUBLIC, Role.PATIENT),
        is_verified=caller.is_staff,
        only_location_id=caller.location_id,
        appointment_type="kiosk" if caller.role is Role.KIOSK else "online",
        reason_for_visit=body.reason_for_visit,
        symptoms=body.symptoms,
        special_requirements=body.special_requirements,
        urgency_level=body.urgency_level,
        payment_method=body.payment_method,
        payment_amount=_amount(body.payment_amount),
        source=caller.role.value,
    )


def _amount(given: float | str | None) -> Decimal | None:
    """To the cent."""
    return None if given is None else Decimal(str(given)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise Refused("no_such_time", "no calendar holds this day") from error


async def _once(request: Request, caller: Caller, key: str | None, person: Person | None = None) -> Once | None:
    if key is None:
        return None
    who = str(caller.patient_uid or caller.actor)
    if caller.role is Role.PUBLIC and person is not None:
        who = _named(person)
    body = await request.json() if await request.body() else None
    return Once(f"{caller.role}:{who}:{request.url.path}", key, hash_of_body(body))


def _named(person: Person) -> str:
    """Strangers are told apart by how they are reached: their clients may all number their requests from 1."""
    return hash_of_body([phone_key(person.phone), (person.email or "").lower()])


def _cursor(after: tuple[datetime, int] | None) -> str | None:
    if after is None:
        return None
    return base64.urlsafe_b64encode(f"{after[0].isoformat()}|{after[1]}".encode()).decode().rstrip("=")


def _after(cursor: str | None) -> tuple[datetime, int] | None:
    if not cursor:
        return None
    try:
        at, last_id = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii").split("|")
        moment, number = datetime.fromisoformat(at), int(last_id)
        is_aware = moment.tzinfo is not None
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError, binascii.Error) as error:
        raise Refused("bad_cursor", "the cursor is not one of ours") from error
    if not is_aware or not 1900 <= moment.year < 2200 or not 0 < number < 2**63:
        raise Refused("bad_cursor", "the cursor is not one of ours")
    return moment, number
