"""Judging a whole change set: every record gets its verdict, or the set is quarantined as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from server_sync.merge.appointments import merge_appointment
from server_sync.merge.fields import create, merge_fields
from server_sync.merge.patients import merge_patient
from server_sync.merge.queue import merge_place, standing_token
from server_sync.merge.verdicts import Held, Quarantined, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange

APPEND_ONLY = frozenset({"audit", "payment", "feedback"})
# Doctors' hours are an admin's, who sets them at the centre.
DEVICES_MAY_WRITE = frozenset({"patient", "appointment", "queue", "reminder", "help_call"} | APPEND_ONLY)

HeldRecords = Mapping[tuple[str, UUID], Held]
"""By noun and uid: a uid under another noun is another record, or nonsense."""
Twins = Mapping[Json, Sequence[Held]]
"""Places in the queue by the appointment's id."""


def judge(change_set: ChangeSet, held: HeldRecords, twins: Twins) -> list[Verdict]:
    """One verdict or more a record; pure. Raises Quarantined where any record breaks a rule."""
    verdicts: list[Verdict] = []
    token: Json = None
    for change in sorted(change_set.changes, key=lambda change: change.noun != "queue"):
        _refuse_what_is_not_theirs(change, held)
        if change.noun == "queue":
            places = merge_place(change, held.get(_key(change)), twins.get(change.fields.get("appointment_id"), ()))
            if change.action is Action.CREATE:
                token = standing_token(change, places)
            verdicts += places
        else:
            verdicts.append(_judge_one(change, held.get(_key(change)), token))
    return verdicts


def _key(change: RecordChange) -> tuple[str, UUID]:
    return change.noun, change.uid


def _judge_one(change: RecordChange, held: Held | None, token: Json) -> Verdict:
    if change.noun == "appointment":
        return merge_appointment(change, held, token)
    if change.noun == "patient":
        return merge_patient(change, held)
    return create(change) if held is None else merge_fields(change, held)


def _refuse_what_is_not_theirs(change: RecordChange, held: HeldRecords) -> None:
    if change.noun not in DEVICES_MAY_WRITE:
        raise Quarantined("not_a_devices_record", f"A device may not change a {change.noun}.")
    known = _key(change) in held
    if change.action is Action.CREATE and known:
        raise Quarantined("created_twice", "This record exists already.")
    if change.action is not Action.CREATE and not known:
        raise Quarantined("unknown_record", "This changes a record that never arrived.")
    if known and change.noun in APPEND_ONLY:
        raise Quarantined("append_only", f"A {change.noun} is never changed.")
    _refuse_a_deletion_of_people(change)


def _refuse_a_deletion_of_people(change: RecordChange) -> None:
    if change.noun == "patient" and change.action is Action.DELETE:
        raise Quarantined("people_are_never_deleted", "People are never deleted by sync.")
