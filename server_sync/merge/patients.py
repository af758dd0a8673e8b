"""Patients: per field; what a wrong guess could harm goes to a person, never silently."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from server_sync.merge.disputes import OpenConflicts, dispute_over, standing_after
from server_sync.merge.fields import Lost, Merging, create, listed, merge_fields, said_of, verdict_of
from server_sync.merge.verdicts import Held, Outcome, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

FOR_A_PERSON = frozenset({"date_of_birth", "insurance_provider", "insurance_number", "medical_history"})
"""A wrong one harms: of two values the later stands until somebody has looked at both."""

_OF_AN_ERASED = frozenset({"merged_into_uid", "is_verified", "deleted_at"})
"""What a record still takes whose person was erased: nothing that says anything of them."""

Decided = Mapping[str, Collection[str]]
"""What the same set settles: by field, the values that whoever decided had before them, as text that compares."""


def merge_patient(
    change: RecordChange, held: Held | None, stamp: str, open_conflicts: OpenConflicts, decided: Decided
) -> Verdict:
    """A new patient is created; an edit is merged against the value it was based on."""
    if held is None:
        return create(change)
    if held.get("erased_at") is not None:
        return _of_an_erased(change, held, stamp)
    merging = merge_fields(change, held, stamp)
    if not merging.lost:
        return verdict_of(change, merging)
    return _disputed(change, held, merging, open_conflicts, decided)


def _of_an_erased(change: RecordChange, held: Held, stamp: str) -> Verdict:
    kept = {name: value for name, value in change.fields.items() if name in _OF_AN_ERASED}
    merging = merge_fields(replace(change, fields=kept), held, stamp)
    words = "This person's data were erased. What was changed of them elsewhere is not kept."
    return Verdict("patient", change.uid, Outcome.ERASED, merging.values, resolution=words, stamps=merging.stamps)


def _disputed(
    change: RecordChange, held: Held, merging: Merging, open_conflicts: OpenConflicts, decided: Decided
) -> Verdict:
    known, lost = _apart(merging.lost, decided)
    harmful = {name: one for name, one in lost.items() if name.partition("/")[0] in FOR_A_PERSON}
    merging.lost = lost
    if not lost and known:
        return _decided_twice(change, merging, known)
    if not harmful:
        return verdict_of(change, merging)
    # Headings of documents are personal: the words that a conflict keeps name columns only.
    columns = {name.partition("/")[0] for name in harmful}
    words = f"Two people changed {listed(columns)}. The later value stands until the desk decides."
    dispute = dispute_over(
        Outcome.KEPT_FOR_A_PERSON,
        ("patient", change.uid),
        harmful,
        standing_after(merging, held, harmful),
        words,
        open_conflicts,
    )
    return Verdict(
        "patient",
        change.uid,
        Outcome.KEPT_FOR_A_PERSON,
        merging.values,
        resolution=said_of(lost, "The later value stands; the desk decides."),
        needs_a_person=True,
        stamps=merging.stamps,
        dispute=dispute,
    )


def _apart(lost: Mapping[str, Lost], decided: Decided) -> tuple[dict[str, Lost], dict[str, Lost]]:
    """Values that whoever decided in this set knew of, and those that nobody has looked at."""
    known = {name: one for name, one in lost.items() if comparable(one.value) in decided.get(name, ())}
    return known, {name: one for name, one in lost.items() if name not in known}


def _decided_twice(change: RecordChange, merging: Merging, known: Mapping[str, Lost]) -> Verdict:
    if all(one.was_held for one in known.values()):
        return verdict_of(change, merging)
    words = f"Two desks decided about {listed(known)}. The later decision stands."
    return Verdict(
        "patient", change.uid, Outcome.DECIDED_TWICE, merging.values, resolution=words, stamps=merging.stamps
    )


def comparable(value: Json) -> str:
    """A value as text by which it is found again."""
    return repr(value)
