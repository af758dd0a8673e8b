"""Merges of patients that come from devices: two that were made apart must not lead to one another."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection, select

from server_sync.protocol.changes import ChangeSet, RecordChange
from server_sync.records.tables import patients

_LONGEST_CHAIN = 64


def without_circles(connection: Connection, change_set: ChangeSet) -> ChangeSet:
    """The set without those merges of a patient into a record that already leads to them: they are one person."""
    if not any(change.noun == "patient" and change.fields.get("merged_into_uid") for change in change_set.changes):
        return change_set
    return replace(change_set, changes=tuple(_opened(connection, change) for change in change_set.changes))


def _opened(connection: Connection, change: RecordChange) -> RecordChange:
    target = change.fields.get("merged_into_uid") if change.noun == "patient" else None
    if not isinstance(target, str) or not _leads_to(connection, target, change.uid):
        return change
    kept = {name: value for name, value in change.fields.items() if name != "merged_into_uid"}
    return replace(change, fields=kept)


def _leads_to(connection: Connection, start: str, end: UUID) -> bool:
    try:
        uid: UUID | None = UUID(start)
    except ValueError:
        return False
    for _ in range(_LONGEST_CHAIN):
        if uid is None or uid == end:
            break
        # Held, so that the opposite merge, judged at the same time, sees this one or is seen by it.
        query = select(patients.c.merged_into_uid).where(patients.c.uid == uid).with_for_update()
        uid = connection.execute(query).scalar()
    return uid == end
