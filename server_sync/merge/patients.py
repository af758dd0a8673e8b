"""Patients: per field; what a wrong guess could harm goes to a person, never silently."""

from __future__ import annotations

from server_sync.merge.fields import create, merge_fields
from server_sync.merge.verdicts import Held, Verdict
from server_sync.protocol.changes import RecordChange

FOR_A_PERSON = frozenset({"date_of_birth", "insurance_provider", "insurance_number", "medical_history"})


def merge_patient(change: RecordChange, held: Held | None) -> Verdict:
    """A new patient is created; an edit is merged against the value it was based on."""
    return create(change) if held is None else merge_fields(change, held, for_a_person=FOR_A_PERSON)
