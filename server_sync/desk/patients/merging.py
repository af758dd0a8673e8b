"""Records of one person: which may be such, joining them by a pointer, and undoing that.

A merge moves nothing. It says of one record that another stands for it; every reader follows. So it can be undone, and
both uids lead to the person for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import bindparam, func, select

from server_sync.clinic.names import are_similar, words
from server_sync.desk.patients.reading import Patient, PatientEntry, entry, patient_by_id, row_by_id, standing_of
from server_sync.desk.patients.register import ErasedPatient, UnknownPatient, locked
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import conflicts, patients
from server_sync.records.work import Work

_GROUPS_AT_ONCE = 200
_MOST_OF_A_GROUP = 20


@dataclass(frozen=True, slots=True)
class Merged:
    """The person whose record stands for both."""

    patient: Patient


@dataclass(frozen=True, slots=True)
class AlreadyOne:
    """Both lead to the same record already; nothing was written."""

    patient: Patient


@dataclass(frozen=True, slots=True)
class NotMerged:
    """That record leads to no other."""


@dataclass(frozen=True, slots=True)
class Unmerged:
    """The person whose record stands for itself again."""

    patient: Patient


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records that may be of one person: same phone number, same birth date, names much alike."""

    patient: PatientEntry
    other: PatientEntry


@dataclass(frozen=True, slots=True)
class UnknownOther:
    """The record that should stand for this one is not there."""


MergeOutcome: TypeAlias = Merged | AlreadyOne | ErasedPatient | UnknownPatient | UnknownOther
UnmergeOutcome: TypeAlias = Unmerged | NotMerged | UnknownPatient


def merge(work: Work, patient_id: int, into_id: int, *, asked: int | None = None) -> MergeOutcome:
    """Let the record of `into_id` stand for `patient_id`'s too. Of merged ones those are joined that stand for them,
    so that no circle comes about. An erased record stands for nobody: whoever led to it would be found no more.

    Whoever was asked whether these are one person has the answer: such conflicts are settled with it, but for the one
    with the id `asked`, which its caller settles.
    """
    _lock_both(work, patient_id, into_id)
    one, other = row_by_id(work, patient_id), row_by_id(work, into_id)
    if one is None:
        return UnknownPatient()
    if other is None:
        return UnknownOther()
    named = {one["uid"], other["uid"]}
    one, other = standing_of(work, one), standing_of(work, other)
    if one["erased_at"] is not None or other["erased_at"] is not None:
        return ErasedPatient()
    if one["uid"] == other["uid"]:
        return AlreadyOne(_patient(work, other))
    work.change(patients, one, merged_into_uid=other["uid"])
    _answer(work, named | {one["uid"], other["uid"]}, asked)
    return Merged(_patient(work, other))


def unmerge(work: Work, patient_id: int) -> UnmergeOutcome:
    """Let a merged record stand for itself again."""
    _lock_both(work, patient_id, patient_id)
    row = row_by_id(work, patient_id)
    if row is None:
        return UnknownPatient()
    if row["merged_into_uid"] is None:
        return NotMerged()
    work.change(patients, row, merged_into_uid=None)
    return Unmerged(_patient(work, row))


def duplicates(reading: Reading, limit: int) -> tuple[Duplicate, ...]:
    """Up to `limit` pairs that somebody should look at."""
    found: list[Duplicate] = []
    after = ""
    while len(found) < limit:
        groups = reading.all(_GROUPS, {"after": after})
        for group in groups:
            rows = reading.all(_OF_GROUP, {"key": group["phone_key"], "born": group["date_of_birth"]})
            found += [Duplicate(entry(one), entry(other)) for one, other in combinations(rows, 2) if _alike(one, other)]
        if len(groups) < _GROUPS_AT_ONCE:
            break
        after = groups[-1]["phone_key"]
    return tuple(found[:limit])


def _answer(work: Work, uids: set[UUID], asked: int | None) -> None:
    for question in work.all(_QUESTIONS, {"uids": sorted(uids)}):
        fields = question["fields"] or {}
        if UUID(fields["merged_into_uid"]["offered"]) in uids and question["id"] != asked:
            chosen = {"merged_into_uid": {"value": "merge", "seen": []}}
            work.change(
                conflicts, question, decision="merge", chosen=chosen, decided_by=work.actor, decided_at=work.now
            )


def _alike(one: Row, other: Row) -> bool:
    return are_similar(_words(one), _words(other))


def _words(row: Row) -> Sequence[str]:
    return words(f"{row['first_name'] or ''} {row['last_name'] or ''}")


def _lock_both(work: Work, patient_id: int, into_id: int) -> None:
    """In the order of their ids, so that two who merge the same pair the other way round wait for each other."""
    for one in sorted({patient_id, into_id}):
        locked(work, one)


def _patient(work: Work, row: Row) -> Patient:
    patient = patient_by_id(work, row["id"])
    if patient is None:
        raise LookupError("a patient who stands for another is not there")
    return patient


_QUESTIONS = select(conflicts).where(
    conflicts.c.kind == "same_person",
    conflicts.c.record_uid.in_(bindparam("uids", expanding=True)),
    conflicts.c.fields.is_not(None),
    conflicts.c.decision.is_(None),
    conflicts.c.deleted_at.is_(None),
)
_STANDS: Any = (patients.c.merged_into_uid.is_(None), patients.c.erased_at.is_(None), patients.c.deleted_at.is_(None))
_GROUPS = (
    select(patients.c.phone_key, patients.c.date_of_birth)
    .where(patients.c.phone_key > bindparam("after"), patients.c.date_of_birth.is_not(None))
    .group_by(patients.c.phone_key, patients.c.date_of_birth)
    .having(func.count() > 1)
    .order_by(patients.c.phone_key)
    .limit(_GROUPS_AT_ONCE)
)
_OF_GROUP = (
    select(patients)
    .where(
        patients.c.phone_key == bindparam("key"),
        patients.c.date_of_birth == bindparam("born"),
        *_STANDS,
    )
    .order_by(patients.c.id)
    .limit(_MOST_OF_A_GROUP)
)
