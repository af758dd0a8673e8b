"""How appointments and free slots look in answers."""

from __future__ import annotations

from datetime import timedelta

from pydantic import BaseModel

from server_sync.central.api.answers import Refused
from server_sync.central.desk.availability import LOCAL, local_time, slot_json
from server_sync.desk.appointments.outcomes import Appointment, Declined
from server_sync.protocol.canonical import Json


class SlotAnswer(BaseModel):
    """Time that can be booked; `start_time` and `end_time` are the location's local time, the others are aware."""

    start_time: str
    end_time: str
    duration_minutes: int
    starts_at: str
    ends_at: str
    location_id: int


class AppointmentAnswer(BaseModel):
    """An appointment. What names its patient is null for whoever may not see it.

    `is_provisional`: booked by a machine that was cut off; no place is promised until the clinic has said so.
    """

    id: int
    uid: str
    appointment_number: str
    status: str
    appointment_type: str
    doctor_id: int
    doctor_name: str
    location_id: int
    start_time: str
    end_time: str
    duration_minutes: int
    starts_at: str
    ends_at: str
    booking_code: str | None
    urgency_level: str
    payment_status: str
    payment_amount: str | None
    payment_currency: str | None
    queue_token: str | None
    rescheduled_from_uid: str | None
    is_provisional: bool
    created_at: str
    patient_id: int | None
    patient_number: str | None
    patient_name: str | None
    reason_for_visit: str | None
    symptoms: str | None
    special_requirements: str | None
    status_reason: str | None


def appointment_json(told: Appointment, *, shows_patient: bool) -> dict[str, Json]:
    """An appointment, with its patient where whoever asks may see them."""
    starts_at = local_time(told.starts_at, told.time_zone)
    ends_at = local_time(told.starts_at + timedelta(minutes=told.duration_min), told.time_zone)
    of_patient: dict[str, Json] = {
        "patient_id": told.patient_id,
        "patient_number": told.patient_number,
        "patient_name": told.patient_name,
        "reason_for_visit": told.reason_for_visit,
        "symptoms": told.symptoms,
        "special_requirements": told.special_requirements,
        "status_reason": told.status_reason,
    }
    return {
        "id": told.id,
        "uid": str(told.uid),
        "appointment_number": told.number,
        "status": told.status.value,
        "appointment_type": told.type,
        "doctor_id": told.doctor_id,
        "doctor_name": told.doctor_name,
        "location_id": told.location_id,
        "start_time": starts_at.strftime(LOCAL),
        "end_time": ends_at.strftime(LOCAL),
        "duration_minutes": told.duration_min,
        "starts_at": starts_at.isoformat(),
        "ends_at": ends_at.isoformat(),
        "booking_code": told.booking_code,
        "urgency_level": told.urgency_level,
        "payment_status": told.payment_status,
        "payment_amount": None if told.payment_amount is None else f"{told.payment_amount:.2f}",
        "payment_currency": told.payment_currency,
        "queue_token": told.queue_token,
        "rescheduled_from_uid": None if told.rescheduled_from_uid is None else str(told.rescheduled_from_uid),
        "is_provisional": told.is_provisional,
        "created_at": told.created_at.isoformat(),
        **(of_patient if shows_patient else dict.fromkeys(of_patient)),
    }


def refusal(declined: Declined) -> Refused:
    """The clinic's no as an error, with what would be possible instead."""
    slots: list[Json] = [slot_json(near.slot, near.time_zone, near.location_id) for near in declined.alternatives]
    legal: list[Json] = [status.value for status in declined.legal]
    more: dict[str, Json] = {}
    if declined.alternatives or declined.reason in _OFFERS_SLOTS:
        more["alternatives"] = slots
    if declined.legal or declined.reason == "illegal_step":
        more["legal"] = legal
    return Refused(declined.reason.value, declined.words, more=more)


_OFFERS_SLOTS = frozenset({"slot_full", "not_a_slot"})

SLOT_EXAMPLE: dict[str, Json] = {
    "start_time": "2024-01-15 10:00:00",
    "end_time": "2024-01-15 10:30:00",
    "duration_minutes": 30,
    "starts_at": "2024-01-15T10:00:00+00:00",
    "ends_at": "2024-01-15T10:30:00+00:00",
    "location_id": 1,
}

APPOINTMENT_EXAMPLE: dict[str, Json] = {
    "id": 1,
    "uid": "018d0c1e-7c00-7000-8000-000000000001",
    "appointment_number": "APT-2024-0001",
    "status": "scheduled",
    "appointment_type": "online",
    "doctor_id": 7,
    "doctor_name": "Dr Okafor",
    **SLOT_EXAMPLE,
    "booking_code": "40718253",
    "urgency_level": "routine",
    "payment_status": "pending",
    "payment_amount": "50.00",
    "payment_currency": "EUR",
    "queue_token": None,
    "rescheduled_from_uid": None,
    "is_provisional": False,
    "created_at": "2024-01-10T08:00:00+00:00",
    "patient_id": None,
    "patient_number": None,
    "patient_name": None,
    "reason_for_visit": None,
    "symptoms": None,
    "special_requirements": None,
    "status_reason": None,
}
