"""Patients on the wire: the bodies that introduce them, and how they are told of."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, JsonValue, StrictBool, StringConstraints

from server_sync.central.api.fields import Body, Day, LongText, Name, ShortText, Whole
from server_sync.clinic.identity import PHONE_LETTERS, PHONE_PATTERN
from server_sync.desk.patients.file import History
from server_sync.desk.patients.merging import Duplicate
from server_sync.desk.patients.reading import Patient, PatientEntry
from server_sync.protocol.canonical import Json
from server_sync.records.values import to_wire

Phone = Annotated[
    str, StringConstraints(min_length=PHONE_LETTERS[0], max_length=PHONE_LETTERS[1], pattern=PHONE_PATTERN)
]
Email = Annotated[str, StringConstraints(max_length=254, pattern=r"^[!-?A-~]+@[!-?A-~]+$")]
Gender = Literal["female", "male", "other", "unknown"]

_Text = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$")]
_Number = Annotated[int, Field(ge=-(2**53), le=2**53, strict=True), Whole]
_CONTROLS = dict.fromkeys(range(32))


def _plain_headings(document: dict[str, Any]) -> dict[str, Any]:
    """JSON Schema can't say what a heading is made of: what no database keeps is left out of it."""
    return {heading.translate(_CONTROLS): value for heading, value in document.items()}


PersonalDocument = Annotated[
    dict[str, _Text | StrictBool | _Number | Annotated[list[_Text], Field(max_length=200)] | None],
    Field(max_length=100),
    AfterValidator(_plain_headings),
]
"""Under each heading a text, a whole number, yes or no, or a list of texts; fractions have no one spelling."""


class PatientDetails(Body):
    """What is known of a person."""

    first_name: Name | None = None
    last_name: Name | None = None
    date_of_birth: Day | None = None
    gender: Gender | None = None
    phone: Phone | None = None
    email: Email | None = None
    address: LongText | None = None
    emergency_contact_name: ShortText | None = None
    emergency_contact_phone: Phone | None = None
    medical_history: PersonalDocument | None = None
    insurance_provider: ShortText | None = None
    insurance_number: ShortText | None = None
    communication_preferences: PersonalDocument | None = None


class RegisterBody(PatientDetails):
    """A new patient. Where somebody alike is known, `confirmed_new` says that this is another person."""

    first_name: Name
    confirmed_new: StrictBool = False


class ChangeBody(PatientDetails):
    """What is to be changed; what is left out stays, null empties. `version` is that of the record as it was read."""

    version: Annotated[int, Field(ge=0, le=2**53, strict=True), Whole]


class PatientEntryAnswer(BaseModel):
    """A patient in a list."""

    id: int
    uid: UUID
    patient_number: str
    first_name: str | None
    last_name: str | None
    date_of_birth: date | None
    phone: str | None
    is_verified: bool


class PatientAnswer(PatientEntryAnswer):
    """One person. `merged_from` are records that were found to be theirs too; `erased_at` is null for most."""

    version: int
    gender: str | None
    email: str | None
    address: str | None
    emergency_contact_name: str | None
    emergency_contact_phone: str | None
    medical_history: JsonValue
    insurance_provider: str | None
    insurance_number: str | None
    communication_preferences: JsonValue
    created_at: datetime
    erased_at: datetime | None
    merged_from: list[UUID]


class PastAppointmentAnswer(BaseModel):
    """An appointment, whatever became of it."""

    id: int
    uid: UUID
    appointment_number: str
    scheduled_date: datetime
    duration_minutes: int
    status: str
    appointment_type: str
    doctor_id: int
    doctor_name: str
    location_id: int
    reason_for_visit: str | None


class PastVisitAnswer(BaseModel):
    """A place in a queue."""

    id: int
    uid: UUID
    token_number: str
    status: str
    doctor_id: int | None
    doctor_name: str
    location_id: int
    check_in_time: datetime
    called_time: datetime | None
    consultation_start_time: datetime | None
    consultation_end_time: datetime | None


class PastPaymentAnswer(BaseModel):
    """Money for an appointment; `amount` is a decimal number as text."""

    id: int
    uid: UUID
    appointment_id: int | None
    amount: str
    currency: str
    method: str
    status: str
    created_at: datetime


class ChangedValue(BaseModel):
    """A field's value, and the one before it."""

    to: JsonValue
    was: JsonValue


class PastChangeAnswer(BaseModel):
    """What somebody changed of the record; `actor` is a uid, `patient` or `system`."""

    at: datetime
    intent: str
    actor: str
    actor_name: str
    values: dict[str, ChangedValue]


class HistoryAnswer(BaseModel):
    """What happened with one person, newest first, at most 500 of each kind."""

    patient_uid: UUID
    appointments: list[PastAppointmentAnswer]
    visits: list[PastVisitAnswer]
    payments: list[PastPaymentAnswer]
    changes: list[PastChangeAnswer]


class DuplicateAnswer(BaseModel):
    """Two records that may be of one person."""

    patient: PatientEntryAnswer
    other: PatientEntryAnswer


class ErasedAnswer(BaseModel):
    """The records that stay, empty."""

    patient_uids: list[UUID]


ENTRY_EXAMPLE: dict[str, Json] = {
    "id": 41,
    "uid": "01890a5d-ac96-774b-bcce-b302099a8057",
    "patient_number": "PAT-2024-00041",
    "first_name": "Jane",
    "last_name": "Sample",
    "date_of_birth": "1958-03-14",
    "phone": "+44 7700 900123",
    "is_verified": True,
}
PATIENT_EXAMPLE: dict[str, Json] = ENTRY_EXAMPLE | {
    "version": 3,
    "gender": "female",
    "email": "jane.sample@example.org",
    "address": None,
    "emergency_contact_name": None,
    "emergency_contact_phone": None,
    "medical_history": {"allergies": ["penicillin"]},
    "insurance_provider": None,
    "insurance_number": None,
    "communication_preferences": {"language": "en"},
    "created_at": "2024-01-02T09:12:00.000000Z",
    "erased_at": None,
    "merged_from": [],
}
HISTORY_EXAMPLE: dict[str, Json] = {
    "patient_uid": "01890a5d-ac96-774b-bcce-b302099a8057",
    "appointments": [],
    "visits": [],
    "payments": [],
    "changes": [
        {
            "at": "2024-01-15T09:40:00.000000Z",
            "intent": "change_patient",
            "actor": "01890a5d-ac96-774b-bcce-b302099a8111",
            "actor_name": "Rosa Martin",
            "values": {"phone": {"to": "+44 7700 900123", "was": None}},
        }
    ],
}


def entry_json(entry: PatientEntry) -> dict[str, Json]:
    """A patient in a list."""
    return _flat(entry)


def patient_json(patient: Patient) -> dict[str, Json]:
    """One person."""
    merged: list[Json] = [str(uid) for uid in patient.merged_from]
    return {name: to_wire(getattr(patient, name)) for name in Patient.__slots__} | {"merged_from": merged}


def history_json(history: History) -> dict[str, Json]:
    """What happened with one person."""
    return {
        "patient_uid": str(history.patient_uid),
        "appointments": [_flat(one) for one in history.appointments],
        "visits": [_flat(one) for one in history.visits],
        "payments": [_flat(one) for one in history.payments],
        "changes": [
            _flat(one) | {"values": {name: {"to": to, "was": was} for name, (to, was) in one.values.items()}}
            for one in history.changes
        ],
    }


def duplicate_json(pair: Duplicate) -> dict[str, Json]:
    """Two records that may be of one person."""
    return {"patient": _flat(pair.patient), "other": _flat(pair.other)}


def _flat(value: object) -> dict[str, Json]:
    """A frozen value's fields, those as on the wire that have one."""
    return {one.name: to_wire(getattr(value, one.name)) for one in fields(value) if one.name != "values"}  # type: ignore[arg-type]  # dataclasses all
