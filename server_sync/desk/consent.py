"""The clinic's consent: who is still to be asked at a kiosk, what they said, and what they say of it at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.clinic.consent import Answered, Consent, Standing, consent_in_force, has_answered, standing_answer
from server_sync.desk.patients.reading import row_by_id, standing_of
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading
from server_sync.records.tables import appointments, locations, patients
from server_sync.records.work import Work


def consent_wanted(reading: Reading, location_id: int, appointment_uid: UUID | None = None) -> Consent | None:
    """What the holder of an appointment, or without one somebody unknown, is still to be asked; None where nothing."""
    consent = _asked_at(reading, location_id)
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


@dataclass(frozen=True, slots=True)
class ConsentAtDesk:
    """What a desk shows of somebody: their last answer, and whether it is to the text that is in force here."""

    said: Standing | None
    is_in_force: bool
    may_agree: bool
    """Whether there is a text that they have not agreed to."""


def consent_at_desk(reading: Reading, patient_id: int, location_id: int) -> ConsentAtDesk | None:
    """None where this location asks nobody, or nobody is known by that id."""
    consent, row = _asked_at(reading, location_id), row_by_id(reading, patient_id)
    if consent is None or row is None:
        return None
    said = standing_answer(standing_of(reading, row)["consent"])
    is_in_force = said is not None and said.version == consent.version
    return ConsentAtDesk(said, is_in_force, may_agree=said is None or not is_in_force or not said.agreed)


def agree_at_desk(work: Work, patient_id: int, location_id: int, language: str) -> bool:
    """Somebody agrees at the desk, to the text that is in force, shown in `language`; whether that was written down.

    Who wrote it down stands in the audit trail, beside what stood before.
    """
    consent, known = _asked_at(work, location_id), consent_at_desk(work, patient_id, location_id)
    if consent is None or known is None or not known.may_agree:
        return False
    note_consent(work, patient_id, Answered(consent.version, True, consent.shown_in(language)))
    return True


def _asked_at(reading: Reading, location_id: int) -> Consent | None:
    row = reading.first(_ASKED, {"id": location_id})
    return None if row is None else consent_in_force(row["consent"], row["default_language"])


_ASKED = Prepared(select(locations.c.consent, locations.c.default_language).where(locations.c.id == bindparam("id")))
_HOLDER = Prepared(select(appointments.c.patient_id).where(appointments.c.uid == bindparam("uid")))
