"""What booking, moving and calling off an appointment may answer: frozen values, free of SQL and HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from server_sync.clinic.visits import AppointmentStatus
from server_sync.desk.appointments.availability import NearSlot


class Reason(StrEnum):
    """Why the clinic says no. Names are stable: they are the codes of the answers."""

    UNKNOWN_DOCTOR = "unknown_doctor"
    UNKNOWN_PLACE = "unknown_place"
    UNKNOWN_PATIENT = "unknown_patient"
    UNKNOWN_APPOINTMENT = "unknown_appointment"
    UNKNOWN_HOURS = "unknown_hours"
    NOT_PUBLIC = "not_public"
    DOCTOR_INACTIVE = "doctor_inactive"
    NOT_THERE = "not_there"
    LOCATION_NEEDED = "location_needed"
    IN_THE_PAST = "in_the_past"
    TOO_FAR_AHEAD = "too_far_ahead"
    NO_SUCH_TIME = "no_such_time"
    ODD_DURATION = "odd_duration"
    NOT_A_SLOT = "not_a_slot"
    SLOT_FULL = "slot_full"
    ILLEGAL_STEP = "illegal_step"
    HAS_CHECKED_IN = "has_checked_in"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Declined:
    """The clinic says no, and nothing was written. `words` are for people.

    `alternatives` are the nearest free slots, where another time would do; `legal` the states that may follow, where
    a step was not one.
    """

    reason: Reason
    words: str
    alternatives: tuple[NearSlot, ...] = ()
    legal: tuple[AppointmentStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as they introduce themselves. At least one of `phone` and `email` is given."""

    first_name: str
    last_name: str
    phone: str | None = None
    email: str | None = None
    born: date | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment as those may see it who may see its patient. `starts_at` is aware, in UTC.

    `is_provisional`: it was booked where nobody could say whether its time is free; no place is promised yet.
    """

    id: int
    uid: UUID
    number: str
    status: AppointmentStatus
    type: str
    starts_at: datetime
    duration_min: int
    time_zone: str
    doctor_id: int
    doctor_name: str
    location_id: int
    patient_id: int
    patient_uid: UUID
    patient_number: str
    patient_name: str
    booking_code: str | None
    queue_token: str | None
    reason_for_visit: str | None
    symptoms: str | None
    special_requirements: str | None
    urgency_level: str
    payment_status: str
    payment_amount: Decimal | None
    payment_currency: str | None
    status_reason: str | None
    rescheduled_from_uid: UUID | None
    is_provisional: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Booked:
    """Committed once the work is: the place is theirs, or, where it is provisional, asked for."""

    appointment: Appointment
    is_new_patient: bool = False


BookingOutcome: TypeAlias = Booked | Declined
