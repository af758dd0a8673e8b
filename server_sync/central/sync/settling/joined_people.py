"""Merges of patients that come from devices: two that were made apart must not lead to one another."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection, select

from server_sync.merge.verdicts import Quarantined
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.tables import patients

_LONGEST_CHAIN = 64


def without_circles(connection: Connection, change_set: ChangeSet) -> ChangeSet:
    """The set without those merges of a patient into a record that already leads to them: they are one person.

    Raises Quarantined where somebody would lead to a record that was erased, or to one that never came, and be found
    no more.
    """
    if not any(change.noun == "patient" and change.fields.get("merged_into_uid") for change in change_set.changes):
        return change_set
    own = {change.uid for change in change_set.changes if change.noun == "patient" and change.action is Action.CREATE}
    joined: dict[UUID, UUID] = {}
    opened = tuple(_opened(connection, change, joined, own) for change in change_set.changes)
    return replace(change_set, changes=opened)


def _opened(connection: Connection, change: RecordChange, joined: dict[UUID, UUID], own: Set[UUID]) -> RecordChange:
    """`joined`: what the set itself has merged so far; `own`: whom it makes known."""
    target = merged_into(change)
    if target is None:
        return change
    end, is_known, is_erased = _followed(connection, target, change.uid, joined)
    if end == change.uid:
        kept = {name: value for name, value in change.fields.items() if name != "merged_into_uid"}
        return replace(change, fields=kept)
    if not is_known and end not in own:
        # A server that went back may have lost it: the set waits until its device has offered it once more.
        raise Quarantined("unknown_record", "This says that somebody is a patient whose record never arrived.")
    if is_erased:
        raise Quarantined("merged_into_erased", "Those data were erased meanwhile: an empty record stands for nobody.")
    joined[change.uid] = target
    return change


def merged_into(change: RecordChange) -> UUID | None:
    """The record that a change says stands for its patient; None where it says nothing of the kind that can be read."""
    given = change.fields.get("merged_into_uid") if change.noun == "patient" else None
    try:
        return UUID(given) if isinstance(given, str) else None
    except ValueError:
        return None


def _followed(connection: Connection, start: UUID, end: UUID, joined: Mapping[UUID, UUID]) -> tuple[UUID, bool, bool]:
    """The record that `start` leads to, or `end` as soon as it comes by it; whether it is held, and was erased."""
    uid, is_known, is_erased = start, False, False
    for _ in range(_LONGEST_CHAIN):
        if uid == end:
            break
        # Held, so that the opposite merge, judged at the same time, sees this one or is seen by it.
        row = connection.execute(_POINTER.where(patients.c.uid == uid).with_for_update()).first()
        is_known, is_erased = row is not None, row is not None and row.erased_at is not None
        following = joined.get(uid) or (None if row is None else row.merged_into_uid)
        if following is None:
            break
        uid = following
    return uid, is_known, is_erased


_POINTER = select(patients.c.merged_into_uid, patients.c.erased_at)
