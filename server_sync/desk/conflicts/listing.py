"""The conflict list: what a merge left for a person to decide, as the desk reads it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from server_sync.clinic.stamps import DOCUMENTS
from server_sync.desk.patients.reading import PatientEntry, entry, row_by_uid, rows_by_id
from server_sync.protocol.canonical import Json
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import BY_NOUN, conflicts
from server_sync.records.values import to_wire


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field of a conflict. `standing` is what the record says now; `others` are values that came before `offered`.

    A key of a document is a field of its own: `medical_history/allergies`.
    """

    name: str
    standing: Json
    offered: Json
    based_on: Json
    others: tuple[Json, ...] = ()

    @property
    def values(self) -> list[Json]:
        """All that somebody wrote."""
        return [self.standing, self.offered, *self.others]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a person should settle, or has settled. `words` hold no value; `since` is when it was found.

    `other` is, of two records that may be of one person, the second.
    """

    id: int
    uid: UUID
    kind: str
    location_id: int
    noun: str
    record_uid: UUID
    patient: PatientEntry | None
    other: PatientEntry | None
    words: str
    since: datetime
    disagreements: tuple[Disagreement, ...]
    alternatives: tuple[Json, ...]
    decision: str | None
    chosen: Json
    decided_by: str | None
    decided_at: datetime | None


FreeTimes = Callable[[Reading, Row], list[Json]]
"""The times that are free just now for an appointment; only the centre knows them."""

_MOST_WITH_FREE_TIMES = 20
"""Conflicts of a page whose alternatives are worked out; for the others stands what was free when they were found."""


@dataclass(frozen=True, slots=True)
class ConflictSearch:
    """Which conflicts are listed, oldest first. `after_id` goes on behind a page's last."""

    location_id: int | None = None
    kind: str | None = None
    patient_id: int | None = None
    is_settled: bool = False
    after_id: int = 0
    limit: int = 50


def list_conflicts(
    reading: Reading, search: ConflictSearch, free_times: FreeTimes | None = None
) -> tuple[Conflict, ...]:
    """One more than `limit` where there are more. Without `free_times` alternatives are as they were found."""
    rows = reading.all(_query(search))
    people = rows_by_id(reading, [row["patient_id"] for row in rows if row["patient_id"] is not None])
    offered = [row["id"] for row in rows if _offers_times(row)][:_MOST_WITH_FREE_TIMES]
    return tuple(_told(reading, row, people, free_times if row["id"] in offered else None) for row in rows)


def read_conflict(
    reading: Reading, conflict_id: int, location_id: int | None, free_times: FreeTimes | None = None
) -> Conflict | None:
    """One conflict; None where there is none, or none of the location that the caller is bound to."""
    row = conflict_row(reading, conflict_id, location_id)
    if row is None:
        return None
    wanted = [] if row["patient_id"] is None else [row["patient_id"]]
    return _told(reading, row, rows_by_id(reading, wanted), free_times)


def conflict_row(reading: Reading, conflict_id: int, location_id: int | None, *, to_change: bool = False) -> Row | None:
    """A conflict's own row; locked with `to_change`, so that of two desks one settles it and the other hears of it."""
    query = select(conflicts).where(conflicts.c.id == bindparam("id"), conflicts.c.deleted_at.is_(None))
    row = reading.first(query.with_for_update() if to_change else query, {"id": conflict_id})
    return None if row is None or location_id not in (None, row["location_id"]) else row


def disagreements_of(row: Row, record: Row | None) -> tuple[Disagreement, ...]:
    """The fields of a conflict, with what the record that it is about says of them now."""
    fields = row["fields"] if isinstance(row["fields"], dict) else {}
    return tuple(_disagreement(name, told, record) for name, told in sorted(fields.items()) if isinstance(told, dict))


def record_of(reading: Reading, row: Row, *, to_change: bool = False) -> Row | None:
    """The record that a conflict is about."""
    table = BY_NOUN.get(row["noun"])
    if table is None:
        return None
    query = select(table).where(table.c.uid == bindparam("uid"))
    return reading.first(query.with_for_update() if to_change else query, {"uid": row["record_uid"]})


def other_of(row: Row) -> UUID | None:
    """The uid of the second of two records that may be of one person."""
    fields = row["fields"]
    told = fields.get("merged_into_uid") if isinstance(fields, dict) else None
    try:
        return UUID(str(told["offered"])) if isinstance(told, dict) else None
    except (KeyError, ValueError):
        return None


def _disagreement(name: str, told: Mapping[str, Any], record: Row | None) -> Disagreement:
    others = told.get("others")
    return Disagreement(
        name,
        told.get("standing") if record is None else _standing(name, record, told),
        told.get("offered"),
        told.get("based_on"),
        tuple(one.get("offered") for one in others if isinstance(one, dict)) if isinstance(others, list) else (),
    )


def _standing(name: str, record: Row, told: Mapping[str, Any]) -> Json:
    column, _, key = name.partition("/")
    if column not in record:
        return told.get("standing")
    if column in DOCUMENTS and key:
        return record[column].get(key) if isinstance(record[column], dict) else None
    return to_wire(record[column])


def _offers_times(row: Row) -> bool:
    return row["noun"] == "appointment" and isinstance(row["alternatives"], list) and row["decided_at"] is None


def _told(reading: Reading, row: Row, people: Mapping[int, Row], free_times: FreeTimes | None) -> Conflict:
    patient = people.get(row["patient_id"])
    other_uid = other_of(row)
    other = None if other_uid is None else row_by_uid(reading, other_uid)
    record = record_of(reading, row)
    alternatives: Sequence[Json] = row["alternatives"] if isinstance(row["alternatives"], list) else ()
    if free_times is not None and record is not None and _offers_times(row):
        alternatives = free_times(reading, record)
    named = ("id", "uid", "kind", "location_id", "noun", "record_uid", "words", "decision", "chosen")
    return Conflict(
        **{name: row[name] for name in named},
        patient=None if patient is None else entry(patient),
        other=None if other is None else entry(other),
        since=row["created_at"],
        disagreements=disagreements_of(row, record),
        alternatives=tuple(alternatives),
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
    )


def _query(search: ConflictSearch) -> Select[Any]:
    settled = conflicts.c.decided_at.is_not(None) if search.is_settled else conflicts.c.decided_at.is_(None)
    query = select(conflicts).where(settled, conflicts.c.deleted_at.is_(None), conflicts.c.id > search.after_id)
    for column, wanted in (
        (conflicts.c.location_id, search.location_id),
        (conflicts.c.kind, search.kind),
        (conflicts.c.patient_id, search.patient_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    return query.order_by(conflicts.c.id).limit(search.limit + 1)
