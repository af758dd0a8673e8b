"""The clinic's consent at a kiosk: who is still to be asked, and what they said, on their record."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.clinic.consent import Answered, Consent, consent_in_force, has_answered
from server_sync.desk.patients.reading import row_by_id, standing_of
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading
from server_sync.records.tables import appointments, locations, patients
from server_sync.records.work import Work


def consent_wanted(reading: Reading, location_id: int, appointment_uid: UUID | None = None) -> Consent | None:
    """What the holder of an appointment, or without one somebody unknown, is still to be asked; None where nothing."""
    row = reading.first(_ASKED, {"id": location_id})
    consent = None if row is None else consent_in_force(row["consent"], row["default_language"])
    if consent is None or appointment_uid is None:
        return consent
    holder = reading.first(_HOLDER, {"uid": appointment_uid})
    person = None if holder is None else row_by_id(reading, holder["patient_id"])
    if person is not None and has_answered(standing_of(reading, person)["consent"], consent):
        return None
    return consent


def note_consent(work: Work, patient_id: int, answered: Answered) -> None:
    """Write down what somebody said, in the caller's work; the last answer stands, the log keeps each."""
    row = row_by_id(work, patient_id)
    if row is not None:
        work.change(patients, standing_of(work, row), consent=answered.as_document(work.now))


_ASKED = Prepared(select(locations.c.consent, locations.c.default_language).where(locations.c.id == bindparam("id")))
_HOLDER = Prepared(select(appointments.c.patient_id).where(appointments.c.uid == bindparam("uid")))
