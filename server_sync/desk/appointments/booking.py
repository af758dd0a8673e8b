"""Booking an appointment: the doctor's hours, the person, the place in the day, in one transaction.

The same at the centre, which counts the places, and on a device that is cut off, which gives what is leased to it and
books provisionally beyond that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Table, bindparam, func, select

from server_sync.clinic.clocks import business_date
from server_sync.clinic.identity import BOOKING_CODE_DIGITS
from server_sync.clinic.local_time import is_skipped, moment_of
from server_sync.clinic.numbers import appointment_number, patient_number
from server_sync.clinic.slots import Slot
from server_sync.clinic.visits import AppointmentStatus
from server_sync.desk.appointments.availability import (
    PLACE_COLUMNS,
    RULE_COLUMNS,
    Counts,
    DoctorAt,
    doctor_hours,
    hours_between,
    nearest_free,
    slots_at,
)
from server_sync.desk.appointments.outcomes import Appointment, Booked, BookingOutcome, Declined, Person, Reason
from server_sync.desk.appointments.recognition import patient_of, questions, recognised, register
from server_sync.desk.appointments.seats import COUNTED, HELD_BACK, Seat, note_sale, seat_here, taken_here
from server_sync.desk.appointments.slot_claims import Claim, SlotTakenError, claiming, was_taken
from server_sync.desk.place import clinic_series
from server_sync.records.batches import Call, Rows
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, availability, locations, patients, payments, replica, users
from server_sync.records.work import Work

INTENT = "book"

BOOKED_AHEAD = timedelta(days=366)
"""Nobody plans further: a date beyond is a slip."""

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BookingWish:
    """What somebody wants to book. `starts_at` without an offset is the location's local time.

    Who it is for is one of `person`, `patient_uid` (known, and theirs) and `patient_id` (known to the desk).
    """

    doctor_id: int
    starts_at: datetime
    person: Person | None = None
    patient_uid: UUID | None = None
    patient_id: int | None = None
    duration_min: int | None = None
    location_id: int | None = None
    public_only: bool = False
    """Only where anybody may book."""
    is_verified: bool = False
    """Staff have seen who it is, should they be new."""
    only_location_id: int | None = None
    """The one location at which whoever asks works."""
    appointment_type: str = "online"
    reason_for_visit: str | None = None
    symptoms: str | None = None
    special_requirements: str | None = None
    urgency_level: str = "routine"
    payment_method: str | None = None
    payment_amount: Decimal | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class FoundSlot:
    """A slot at a doctor's location, not yet claimed."""

    doctor_id: int
    doctor_name: str
    place: DoctorAt
    slot: Slot

    @property
    def claim(self) -> Claim:
        """The place in the day that an appointment there holds."""
        return Claim(self.doctor_id, self.slot.starts_at, self.slot.ends_at, self.slot.capacity)

    @property
    def duration_min(self) -> int:
        """How long it is."""
        return (self.slot.ends_at - self.slot.starts_at) // timedelta(minutes=1)


def book(work: Work, wish: BookingWish) -> BookingOutcome:
    """Book; `work` is of the intent `book`. Raises SlotTakenError where the place went to somebody else: roll back,
    then ask `alternatives_to`. On a device the appointment `is_provisional` where no lease of its own has the place.

    An existing patient is recognised. Whoever is new is registered, unverified where they did it themselves.
    """
    near = _nearly(wish.starts_at, work.now)
    if near is None:
        return _TOO_FAR_AHEAD
    code = _any_code(work)
    asked = () if wish.person is None else questions(wish.person, is_postgres=work.is_postgres)
    hours, same_code, *people = work.together(_hours_near(near, wish), _same_code(code, work.now), *asked)
    found = _slot(hours, wish, work.now)
    if isinstance(found, Declined):
        return found
    who = _who(work, wish, people)
    if who is None:
        return Declined(Reason.UNKNOWN_PATIENT, "There is no such patient.")
    number, new_number, seat = _take_place(work, found, registers=isinstance(who, Person))
    patient = register(work, who, new_number, is_verified=wish.is_verified) if isinstance(who, Person) else who
    row = create_appointment(
        work,
        found,
        patient["id"],
        number,
        seat,
        appointment_type=wish.appointment_type,
        reason_for_visit=wish.reason_for_visit,
        symptoms=wish.symptoms,
        special_requirements=wish.special_requirements,
        urgency_level=wish.urgency_level,
        payment_amount=wish.payment_amount,
        payment_currency=None if wish.payment_amount is None else found.place.currency,
        booking_source=wish.source,
        booking_code=code if not same_code else new_booking_code(work),
    )
    if wish.payment_method is not None:
        _await_payment(work, row["id"], found.place.currency, wish)
    told = {**_OPEN, **_of_patient(patient), **row, **_of_slot(found)}
    return Booked(appointment_in(told), isinstance(who, Person))


def find_slot(reading: Reading, wish: BookingWish) -> FoundSlot | Declined:
    """The slot that the wish names, whether or not it is free."""
    near = _nearly(wish.starts_at, reading.now)
    return _TOO_FAR_AHEAD if near is None else _slot(reading.all(*_hours_near(near, wish)), wish, reading.now)


def _hours_near(near: datetime, wish: BookingWish) -> Call:
    days = {"first": near.date() - _A_DAY, "last": near.date() + _A_DAY}
    return _HOURS, {"doctor": wish.doctor_id, "named": wish.location_id, **days}


def _slot(hours: Rows, wish: BookingWish, now: datetime) -> FoundSlot | Declined:
    place = _place(hours, wish)
    if isinstance(place, Declined):
        return place
    starts_at = _moment(wish.starts_at, place.time_zone)
    if starts_at is None:
        return Declined(Reason.NO_SUCH_TIME, "The clocks skip this time on that day.")
    if starts_at <= now:
        return Declined(Reason.IN_THE_PAST, "This time is over.")
    if starts_at > now + BOOKED_AHEAD:
        return _TOO_FAR_AHEAD
    day = starts_at.astimezone(ZoneInfo(place.time_zone)).date()
    slot = slots_at(place, day, wish.duration_min).find(starts_at)
    if slot is None:
        return _no_slot(place, starts_at, wish)
    return FoundSlot(wish.doctor_id, hours[0]["doctor_name"], place, slot)


def alternatives_to(reading: Reading, wish: BookingWish, declined: Declined | None = None) -> Declined:
    """A refusal with the nearest free slots of the doctor; without `declined` the slot was full."""
    told = declined or Declined(Reason.SLOT_FULL, "This time is taken. These are free.")
    wanted = _nearly(wish.starts_at, reading.now)
    if wanted is None or told.reason not in _ANOTHER_TIME_WOULD_DO:
        return told
    duration = None if told.reason is Reason.ODD_DURATION else wish.duration_min
    near = nearest_free(reading, wish.doctor_id, wanted, duration, public_only=wish.public_only, counts=_known(reading))
    if wish.only_location_id is not None:
        near = tuple(one for one in near if one.location_id == wish.only_location_id)
    return Declined(told.reason, told.words, near)


def create_appointment(
    work: Work, found: FoundSlot, patient_id: int, number: str, seat: Seat, **values: Any
) -> Row:  # fmt: skip
    """The record of an appointment that has its `seat`."""
    row = work.create(
        appointments,
        appointment_number=number,
        patient_id=patient_id,
        doctor_id=found.doctor_id,
        location_id=found.place.location_id,
        scheduled_date=found.slot.starts_at,
        duration_minutes=found.duration_min,
        status=AppointmentStatus.SCHEDULED.value,
        holds_slot=seat.is_counted,
        is_provisional=seat.is_provisional,
        lease_uid=seat.lease_uid,
        **{"payment_status": "pending", **values},
    )
    if seat.lease_uid is not None:
        note_sale(work, row["uid"], seat.lease_uid, found.claim)
    return row


def new_number(work: Work, found: FoundSlot) -> str:
    """The next appointment number of this replica's series."""
    year = _year(work, found)
    return appointment_number(year, clinic_series(work), work.next_count(_count_of(appointments, year)))


def appointment_in(row: Row) -> Appointment:
    """The appointment that a row carries with its patient, doctor and location."""
    return Appointment(
        id=row["id"],
        uid=row["uid"],
        number=row["appointment_number"],
        status=AppointmentStatus(row["status"]),
        type=row["appointment_type"],
        starts_at=row["scheduled_date"],
        duration_min=row["duration_minutes"],
        time_zone=row["time_zone"],
        doctor_id=row["doctor_id"],
        doctor_name=row["doctor_name"],
        location_id=row["location_id"],
        patient_id=row["patient_id"],
        patient_uid=row["patient_uid"],
        patient_number=row["patient_number"],
        patient_name=" ".join(part for part in (row["first_name"], row["last_name"]) if part),
        booking_code=row["booking_code"],
        queue_token=row["queue_token"],
        reason_for_visit=row["reason_for_visit"],
        symptoms=row["symptoms"],
        special_requirements=row["special_requirements"],
        urgency_level=row["urgency_level"],
        payment_status=row["payment_status"],
        payment_amount=row["payment_amount"],
        payment_currency=row["payment_currency"],
        status_reason=row["status_reason"],
        rescheduled_from_uid=row["rescheduled_from_uid"],
        is_provisional=row["is_provisional"],
        created_at=row["created_at"],
    )


def _of_patient(patient: Row) -> dict[str, Any]:
    names = {name: patient[name] for name in ("patient_number", "first_name", "last_name")}
    return {**names, "patient_uid": patient["uid"]}


def _of_slot(found: FoundSlot) -> dict[str, Any]:
    return {"doctor_name": found.doctor_name, "time_zone": found.place.time_zone}


def new_booking_code(work: Work) -> str:
    """Eight random digits that no appointment ahead has."""
    while True:
        code = _any_code(work)
        if not work.all(*_same_code(code, work.now)):
            return code


def _any_code(work: Work) -> str:
    number = int.from_bytes(work.replica.random_bytes(8), "big") % 10**BOOKING_CODE_DIGITS
    return f"{number:0{BOOKING_CODE_DIGITS}d}"


def _same_code(code: str, now: datetime) -> Call:
    return _CODE_IN_USE, {"code": code, "now": now - _A_DAY}


def _take_place(work: Work, found: FoundSlot, *, registers: bool) -> tuple[str, str, Seat]:
    """Claim it, and take the numbers of the appointment and, where somebody new comes, of the patient.

    Raises SlotTakenError.
    """
    year, series = _year(work, found), clinic_series(work)
    counts = [work.counted(_count_of(table, year)) for table in (appointments, patients)[: 1 + registers]]
    if work.identity.is_centre:
        held_back = HELD_BACK, {"location": found.place.location_id, "starts": found.slot.starts_at}
        claimed, held, *counted = work.together(claiming(found.claim, is_postgres=work.is_postgres), held_back, *counts)
        if held or not was_taken(found.claim, claimed):
            raise SlotTakenError
        seat = COUNTED
    else:
        seat = seat_here(work, found.place.location_id, found.claim)
        counted = work.together(*counts)
    numbers = [rows[0]["last"] for rows in counted]
    return (
        appointment_number(year, series, numbers[0]),
        patient_number(year, series, numbers[1]) if registers else "",
        seat,
    )


def _year(work: Work, found: FoundSlot) -> int:
    return business_date(work.now, found.place.time_zone).year


def _count_of(table: Table, year: int) -> str:
    return f"{table.info['noun']}_number:{year}"


def _who(work: Work, wish: BookingWish, people: Sequence[Rows]) -> Row | Person | None:
    """The patient for whom it is; whoever is new as they introduced themselves; None for an unknown id."""
    if wish.person is not None:
        return recognised(work, wish.person, people) or wish.person
    if wish.patient_uid is not None:
        return patient_of(work, wish.patient_uid)
    row = work.first(_PATIENT_UID, {"id": wish.patient_id})
    return None if row is None else patient_of(work, row["uid"])


def _await_payment(work: Work, appointment_id: int, currency: str, wish: BookingWish) -> None:
    amount = wish.payment_amount or Decimal(0)
    method = wish.payment_method
    work.create(
        payments, appointment_id=appointment_id, amount=amount, currency=currency, method=method, status="pending"
    )


def _known(reading: Reading) -> Counts | None:
    """What a device knows to be taken, which nobody counts there; None at the centre."""
    role = reading.scalar(select(replica.c.role))
    return None if role == "centre" else lambda doctors, first, until: taken_here(reading, doctors, first, until)


def _nearly(starts_at: datetime, now: datetime) -> datetime | None:
    """Within a day of the moment meant, in whatever zone; None for what no calendar holds for long."""
    if abs(starts_at.year - now.year) > 2:
        return now if starts_at.year < now.year else None
    return starts_at.replace(tzinfo=UTC) if starts_at.tzinfo is None else starts_at.astimezone(UTC)


def _moment(starts_at: datetime, time_zone: str) -> datetime | None:
    """None for a local time that the clocks skip; the first pass of one that comes twice."""
    if starts_at.tzinfo is not None:
        return starts_at.astimezone(UTC)
    return None if is_skipped(starts_at, time_zone) else moment_of(starts_at.date(), starts_at.time(), time_zone)


def _place(rows: Sequence[Row], wish: BookingWish) -> DoctorAt | Declined:
    """Where the doctor would see them: where it is said, else at the doctor's one place, else their own location."""
    if not rows or rows[0]["role"] != "doctor":
        return Declined(Reason.UNKNOWN_DOCTOR, "There is no such doctor.")
    if not rows[0]["is_active"]:
        return Declined(Reason.DOCTOR_INACTIVE, "This doctor does not see patients here any more.")
    known = doctor_hours(row for row in rows if row["location_id"] is not None)
    if wish.location_id is not None:
        known = tuple(place for place in known if place.location_id == wish.location_id)
    allowed = [place for place in known if wish.only_location_id in (None, place.location_id)]
    public = [place for place in allowed if place.public_booking or not wish.public_only]
    if not public:
        return _nowhere(known, allowed, wish)
    if len(public) == 1:
        return public[0]
    own = [place for place in public if place.location_id == rows[0]["own_location_id"]]
    words = "This doctor works at several locations: name one."
    return own[0] if own else Declined(Reason.LOCATION_NEEDED, words)


def _nowhere(known: Sequence[DoctorAt], allowed: Sequence[DoctorAt], wish: BookingWish) -> Declined:
    if allowed:
        return Declined(Reason.NOT_PUBLIC, "This location takes bookings at its desk only.")
    if known and wish.only_location_id is not None:
        return Declined(Reason.UNKNOWN_PLACE, "This is not the location that you work at.")
    return Declined(Reason.NOT_THERE, "This doctor has no hours there around that day.")


def _no_slot(place: DoctorAt, starts_at: datetime, wish: BookingWish) -> Declined:
    day = starts_at.astimezone(ZoneInfo(place.time_zone)).date()
    usual = slots_at(place, day).find(starts_at)
    minutes = 0 if usual is None else (usual.ends_at - usual.starts_at) // timedelta(minutes=1)
    if minutes and wish.duration_min is not None and wish.duration_min % minutes:
        words = f"Visits take {minutes} minutes there, or a multiple of it."
        return Declined(Reason.ODD_DURATION, words)
    return Declined(Reason.NOT_A_SLOT, "The doctor does not see patients at that time. These are free.")


_TOO_FAR_AHEAD = Declined(Reason.TOO_FAR_AHEAD, "Appointments are booked up to a year ahead.")
_OPEN = dict.fromkeys(("queue_token", "status_reason", "rescheduled_from_uid"))
"""What an appointment that was just made has none of."""

_ANOTHER_TIME_WOULD_DO = frozenset(
    {Reason.SLOT_FULL, Reason.NOT_A_SLOT, Reason.ODD_DURATION, Reason.IN_THE_PAST, Reason.NO_SUCH_TIME}
)
_HOURS = Prepared(
    select(
        users.c.display_name.label("doctor_name"),
        users.c.role,
        users.c.is_active,
        users.c.location_id.label("own_location_id"),
        *RULE_COLUMNS,
        *PLACE_COLUMNS,
    )
    .outerjoin(
        availability,
        (availability.c.doctor_id == users.c.id) & hours_between(bindparam("first"), bindparam("last")),
    )
    .outerjoin(
        locations,
        locations.c.id == func.coalesce(availability.c.location_id, bindparam("named"), users.c.location_id),
    )
    .where(users.c.id == bindparam("doctor"), users.c.deleted_at.is_(None))
    .order_by(locations.c.id, availability.c.id)
)
_CODE_IN_USE = Prepared(
    select(appointments.c.id)
    .where(appointments.c.booking_code == bindparam("code"), appointments.c.scheduled_date > bindparam("now"))
    .limit(1)
)
_PATIENT_UID = Prepared(select(patients.c.uid).where(patients.c.id == bindparam("id"), patients.c.deleted_at.is_(None)))
