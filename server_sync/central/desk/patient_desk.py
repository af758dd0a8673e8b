"""Patients as endpoints ask for them: whose data a caller may see, the desk's call, and the note of who looked."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from server_sync.central.access.audit import record_reading
from server_sync.central.access.callers import Caller
from server_sync.central.desk.idempotency import Once, answered_before, keep_answer
from server_sync.clinic.roles import Role
from server_sync.desk.patients.erase import Erased, EraseOutcome, erase
from server_sync.desk.patients.file import History, file_of, history_of, places_of
from server_sync.desk.patients.merging import (
    AlreadyOne,
    Duplicate,
    Merged,
    MergeOutcome,
    UnmergeOutcome,
    duplicates,
    merge,
    unmerge,
)
from server_sync.desk.patients.reading import Patient, PatientEntry, patient_by_id
from server_sync.desk.patients.register import (
    CONTACT,
    Changed,
    ChangedMeanwhile,
    ChangeOutcome,
    PossiblyKnown,
    Registered,
    RegisterOutcome,
    UnknownPatient,
    change_patient,
    locked,
    register,
)
from server_sync.desk.patients.search import search_patients
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import StorageFault
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica
from server_sync.records.work import Work

Told = TypeVar("Told")


class EraseReason(StrEnum):
    """Why somebody is erased. It stands in the audit trail, and so is none that anybody could write a name into."""

    OWN_WISH = "own_wish"
    RETENTION_ENDED = "retention_ended"
    REGISTERED_BY_MISTAKE = "registered_by_mistake"
    ORDERED = "ordered"
    """By a court or an authority."""


class NotTheirs(Exception):
    """Patients change how they are reached, and nothing else."""


class NotTheirsAlone(Exception):
    """Somebody who works at one location may not take away or hand out what belongs to another's visits, too."""


class _NotRegisteredError(Exception):
    """Ends a work that changes nothing, so that the request's key is free again."""

    def __init__(self, outcome: PossiblyKnown) -> None:
        super().__init__()
        self.outcome = outcome


def add(
    replica: Replica, caller: Caller, details: Mapping[str, Any], *, confirmed_new: bool, once: Once | None = None
) -> RegisterOutcome:
    """Register somebody, once per key; who may be the same is shown, and that they were shown is noted."""
    try:
        with replica.work("register_patient", caller.actor) as work:
            return _registered(work, details, confirmed_new, once)
    except _NotRegisteredError as error:
        record_reading(replica, caller, "offer_duplicates", [one.uid for one in error.outcome.patients])
        return error.outcome


def _registered(work: Work, details: Mapping[str, Any], confirmed_new: bool, once: Once | None) -> Registered:
    before = answered_before(work, once)
    # Their id alone is kept with the key, and no name.
    made = patient_by_id(work, int(str(before["id"]))) if isinstance(before, dict) else None
    if made is not None:
        return Registered(made)
    outcome = register(work, details, confirmed_new=confirmed_new)
    if isinstance(outcome, PossiblyKnown):
        raise _NotRegisteredError(outcome)
    keep_answer(work, once, {"id": outcome.patient.id})
    return outcome


def find(replica: Replica, caller: Caller, typed: str, limit: int, location_id: int | None) -> tuple[PatientEntry, ...]:
    """Search the register as somebody types."""
    with replica.read() as reading:
        found = search_patients(reading, typed, limit, location_id)
    record_reading(replica, caller, "search_patients", [one.uid for one in found])
    return found


def read(replica: Replica, caller: Caller, patient_id: int) -> Patient | None:
    """One patient; None where there is none whom the caller may see."""
    with replica.read() as reading:
        patient = patient_by_id(reading, patient_id)
    if patient is None or not _may_see(caller, patient):
        return None
    record_reading(replica, caller, "read_patient", [patient.uid])
    return patient


def change(
    replica: Replica, caller: Caller, patient_id: int, version: int, details: Mapping[str, Any]
) -> ChangeOutcome:
    """Change what is named. Patients change how they are reached, else NotTheirs is raised."""
    if caller.role is Role.PATIENT:
        with replica.read() as reading:
            patient = patient_by_id(reading, patient_id)
        if patient is None or not _may_see(caller, patient):
            return UnknownPatient()
        if not CONTACT.issuperset(details):
            raise NotTheirs
    with replica.work("change_patient", caller.actor) as work:
        outcome = change_patient(work, patient_id, version, details)
    # What changes nothing is answered with the record all the same.
    if isinstance(outcome, ChangedMeanwhile) or (isinstance(outcome, Changed) and outcome.patient.version == version):
        record_reading(replica, caller, "read_patient", [outcome.patient.uid])
    return outcome


def history(replica: Replica, caller: Caller, patient_id: int) -> History | None:
    """What happened with a patient, where the caller may work; None where there is none."""
    with replica.read() as reading:
        told = history_of(reading, patient_id, caller.location_id)
    return _noted(replica, caller, "read_history", told, lambda history: history.patient_uid)


def export(replica: Replica, caller: Caller, patient_id: int) -> dict[str, Json] | None:
    """Everything held of a patient; None where there is none whom the caller may see. May raise NotTheirsAlone."""
    with replica.read() as reading:
        _demand_theirs_alone(reading, caller, patient_id)
    patient = read(replica, caller, patient_id)
    if patient is None:
        return None
    with replica.read() as reading:
        whole = file_of(reading, patient_id)
    return _noted(replica, caller, "export_patient", whole, lambda _whole: patient.uid)


def join(replica: Replica, caller: Caller, patient_id: int, into_id: int) -> MergeOutcome:
    """Let one record stand for another too."""
    with replica.work("merge_patients", caller.actor) as work:
        outcome = merge(work, patient_id, into_id)
    # A merge is an entry about the record that gives way; the one that stands is shown.
    if isinstance(outcome, Merged | AlreadyOne):
        record_reading(replica, caller, "read_patient", [outcome.patient.uid])
    return outcome


def part(replica: Replica, caller: Caller, patient_id: int) -> UnmergeOutcome:
    """Undo a merge."""
    with replica.work("unmerge_patients", caller.actor) as work:
        return unmerge(work, patient_id)


def proposals(replica: Replica, caller: Caller, limit: int) -> tuple[Duplicate, ...]:
    """Pairs of records that may be of one person."""
    with replica.read() as reading:
        found = duplicates(reading, limit)
    record_reading(
        replica, caller, "list_duplicates", {one.uid for pair in found for one in (pair.patient, pair.other)}
    )
    return found


def erase_person(replica: Replica, caller: Caller, patient_id: int, reason: EraseReason) -> EraseOutcome:
    """Erase somebody. On SQLite the file is vacuumed then: what was deleted would stay in its free pages.

    Raises NotTheirsAlone.
    """
    with replica.work(f"erase_patient_{reason}", caller.actor) as work:
        locked(work, patient_id)
        _demand_theirs_alone(work, caller, patient_id)
        outcome = erase(work, patient_id)
    if isinstance(outcome, Erased):
        # Where somebody reads for longer than we wait, the pages are overwritten in time, or by the next erasure.
        with contextlib.suppress(StorageFault):
            replica.database.forget_deleted()
    return outcome


def _demand_theirs_alone(reading: Reading, caller: Caller, patient_id: int) -> None:
    """Raises NotTheirsAlone where somebody of one location asks about a person who was at another, too."""
    if caller.location_id is not None and places_of(reading, patient_id) - {caller.location_id}:
        raise NotTheirsAlone


def _may_see(caller: Caller, patient: Patient) -> bool:
    if caller.role is not Role.PATIENT:
        return True
    return caller.patient_uid in (patient.uid, *patient.merged_from)


def _noted(
    replica: Replica, caller: Caller, intent: str, told: Told | None, uid_of: Callable[[Told], Any]
) -> Told | None:
    if told is not None:
        record_reading(replica, caller, intent, [uid_of(told)])
    return told
