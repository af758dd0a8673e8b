"""Reading patients: one by id or uid, with whom they were merged into, and the two ways in which they are told of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.protocol.canonical import Json
from server_sync.records.among import among
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import patients

_LONGEST_CHAIN = 64
"""Merges of merges: each halves the number of records of one person, so that a dozen is already absurd."""


@dataclass(frozen=True, slots=True)
class PatientEntry:
    """A patient in a list."""

    id: int
    uid: UUID
    patient_number: str
    first_name: str | None
    last_name: str | None
    date_of_birth: date | None
    phone: str | None
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Patient:
    """One person as the clinic holds them. `version` is the record's; whoever changes it says which one they read.

    `merged_from` are the uids of records that were found to be of the same person.
    """

    id: int
    uid: UUID
    version: int
    patient_number: str
    first_name: str | None
    last_name: str | None
    date_of_birth: date | None
    gender: str | None
    phone: str | None
    email: str | None
    address: str | None
    emergency_contact_name: str | None
    emergency_contact_phone: str | None
    medical_history: Json
    insurance_provider: str | None
    insurance_number: str | None
    communication_preferences: Json
    is_verified: bool
    created_at: datetime
    erased_at: datetime | None
    merged_from: tuple[UUID, ...]


def patient_by_id(reading: Reading, patient_id: int) -> Patient | None:
    """The person behind an id, whose record may have been merged into another; None where there is none."""
    row = reading.first(_BY_ID, {"id": patient_id})
    return None if row is None else _patient(reading, standing_of(reading, row))


def patient_by_uid(reading: Reading, uid: UUID) -> Patient | None:
    """The person behind a uid, whose record may have been merged into another; None where there is none."""
    row = row_by_uid(reading, uid)
    return None if row is None else _patient(reading, standing_of(reading, row))


def row_by_id(reading: Reading, patient_id: int) -> Row | None:
    """A patient's own row, whether merged or not; None where there is none."""
    return reading.first(_BY_ID, {"id": patient_id})


def row_by_uid(reading: Reading, uid: UUID) -> Row | None:
    """A patient's own row, whether merged or not; None where there is none."""
    return reading.first(_BY_UID, {"uid": uid})


def standing_of(reading: Reading, row: Row) -> Row:
    """The row that stands for a person, at the end of the chain of merges.

    Two desks that were cut off from each other may have merged two records into one another: until that is settled
    the older record stands, on every replica.
    """
    return standing_rows(reading, [row])[row["id"]]


def standing_rows(reading: Reading, rows: Iterable[Row]) -> dict[int, Row]:
    """For each row's id the row that stands for that person, asked for together."""
    start = {row["id"]: row for row in rows}
    known: dict[UUID, Row] = {row["uid"]: row for row in start.values()}
    missing = _pointed_at(known)
    for _ in range(_LONGEST_CHAIN):
        if not missing:
            break
        found = reading.all(_BY_UIDS, {"uids": list(missing)})
        known.update({row["uid"]: row for row in found})
        missing = _pointed_at(known) - missing
    return {patient_id: _end_of_chain(row, known) for patient_id, row in start.items()}


def merged_into(reading: Reading, uid: UUID) -> list[Row]:
    """Every row that leads to this one, over any number of merges; without itself."""
    found: dict[UUID, Row] = {}
    layer: Collection[UUID] = [uid]
    while layer:
        rows = reading.all(_MERGED, {"uids": list(layer)})
        layer = [row["uid"] for row in rows if row["uid"] not in found and row["uid"] != uid]
        found.update({row["uid"]: row for row in rows if row["uid"] != uid})
    return list(found.values())


def everything_of(reading: Reading, row: Row) -> list[Row]:
    """All rows that are of one person: the one that stands, first, and those that were merged into it."""
    standing = standing_of(reading, row)
    return [standing, *merged_into(reading, standing["uid"])]


def entry(row: Row) -> PatientEntry:
    """A row as it stands in a list."""
    return PatientEntry(
        id=row["id"],
        uid=row["uid"],
        patient_number=row["patient_number"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        date_of_birth=row["date_of_birth"],
        phone=row["phone"],
        is_verified=row["is_verified"],
    )


def rows_by_id(reading: Reading, ids: Sequence[int]) -> dict[int, Row]:
    """The rows of these ids, as far as a list shows them."""
    if not ids:
        return {}
    return {row["id"]: row for row in reading.all(_BY_IDS, {"ids": list(ids)})}


def _patient(reading: Reading, row: Row) -> Patient:
    values: dict[str, Any] = {name: row[name] for name in Patient.__slots__ if name != "merged_from"}
    return Patient(**values, merged_from=tuple(sorted(other["uid"] for other in merged_into(reading, row["uid"]))))


def _pointed_at(known: Mapping[UUID, Row]) -> set[UUID]:
    wanted = {row["merged_into_uid"] for row in known.values() if row["merged_into_uid"] is not None}
    return wanted - known.keys()


def _end_of_chain(row: Row, known: Mapping[UUID, Row]) -> Row:
    way: dict[UUID, Row] = {}
    while row["merged_into_uid"] in known and row["uid"] not in way:
        way[row["uid"]] = row
        row = known[row["merged_into_uid"]]
    if row["uid"] not in way:
        return row
    circle = list(way.values())[list(way).index(row["uid"]) :]
    return min(circle, key=lambda one: str(one["uid"]))


_BY_ID = Prepared(select(patients).where(patients.c.id == bindparam("id"), patients.c.deleted_at.is_(None)))
_BY_UID = Prepared(select(patients).where(patients.c.uid == bindparam("uid"), patients.c.deleted_at.is_(None)))
_IN_A_LIST = (*PatientEntry.__slots__, "merged_into_uid", "erased_at")
_BY_IDS = Prepared(
    select(*(patients.c[name] for name in _IN_A_LIST)).where(
        among(patients.c.id, "ids"), patients.c.deleted_at.is_(None)
    )
)
_BY_UIDS = Prepared(select(patients).where(among(patients.c.uid, "uids")))
_MERGED = Prepared(select(patients).where(among(patients.c.merged_into_uid, "uids")))
