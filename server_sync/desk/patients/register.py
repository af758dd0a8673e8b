"""Registering people and changing what is known of them, without making a second record of anybody by mistake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Select, bindparam, select

from server_sync.clinic.identity import phone_key
from server_sync.clinic.names import are_similar, words
from server_sync.clinic.numbers import patient_number
from server_sync.desk.patients.reading import (
    Patient,
    PatientEntry,
    entry,
    patient_by_id,
    row_by_id,
    standing_of,
    standing_rows,
)
from server_sync.desk.place import clinic_series
from server_sync.records.erasure import PERSONAL
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import patients
from server_sync.records.work import Work

DETAILS = PERSONAL["patient"]
"""What may be said of a person by whoever registers or changes them: all of it is taken out when they are erased."""

CONTACT = frozenset(
    {
        "phone",
        "email",
        "address",
        "emergency_contact_name",
        "emergency_contact_phone",
        "communication_preferences",
    }
)
"""What people may change of their own record by themselves."""

_MOST_OF_ONE_DAY = 2_000
"""Where nobody knows a birth date, many clinics write the first of January."""
_MOST_OFFERED = 10


@dataclass(frozen=True, slots=True)
class Registered:
    """A new person is known from now on."""

    patient: Patient


@dataclass(frozen=True, slots=True)
class PossiblyKnown:
    """Nobody was registered: these may be the same person, likeliest first."""

    patients: tuple[PatientEntry, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """The record as it stands now, changed or not."""

    patient: Patient


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """Somebody else changed the record since it was read; nothing was written. This is how it stands."""

    patient: Patient


@dataclass(frozen=True, slots=True)
class UnknownPatient:
    """There is no such record."""


@dataclass(frozen=True, slots=True)
class ErasedPatient:
    """The record was of somebody whose data were erased, and stays empty."""


RegisterOutcome: TypeAlias = Registered | PossiblyKnown
ChangeOutcome: TypeAlias = Changed | ChangedMeanwhile | UnknownPatient | ErasedPatient


def register(
    work: Work, details: Mapping[str, Any], *, confirmed_new: bool = False, is_verified: bool = True
) -> RegisterOutcome:
    """Make a new patient of `details` (of DETAILS), unless somebody alike is known and nobody said that it is another.

    `is_verified` is False where the person typed it themselves at a kiosk.
    """
    if not confirmed_new:
        known = alike(work, details)
        if known:
            return PossiblyKnown(known)
    row = work.create(
        patients,
        patient_number=next_patient_number(work),
        is_verified=is_verified,
        **{name: details[name] for name in DETAILS if details.get(name) is not None},
    )
    made = patient_by_id(work, row["id"])
    if made is None:
        raise LookupError("the patient who was just made is not there")
    return Registered(made)


def next_patient_number(work: Work) -> str:
    """The next number of this replica's series, of the year in UTC."""
    year = work.now.year
    return patient_number(year, clinic_series(work), work.next_count(f"patient_number:{year}"))


def alike(reading: Reading, details: Mapping[str, Any]) -> tuple[PatientEntry, ...]:
    """People who may be this one: a name much like it, and the same phone number or birth date. Both, first."""
    named = _words(details)
    if not named:
        return ()
    key = phone_key(details.get("phone"))
    by_phone = _alike(reading.all(_BY_PHONE, {"key": key}) if key else (), named)
    born = details.get("date_of_birth")
    by_birth = _alike(reading.all(_BY_BIRTH, {"born": born}) if born else (), named)
    both = by_phone.keys() & by_birth.keys()
    rows = sorted({**by_phone, **by_birth}.values(), key=lambda row: (row["id"] not in both, row["id"]))
    standing = standing_rows(reading, rows)
    found = {one["id"]: one for row in rows for one in [standing[row["id"]]] if one["erased_at"] is None}
    return tuple(entry(row) for row in list(found.values())[:_MOST_OFFERED])


def change_patient(work: Work, patient_id: int, version: int, details: Mapping[str, Any]) -> ChangeOutcome:
    """Change what is named in `details` (of DETAILS), if the record still is as it was read, in `version`.

    A merged record is changed where it stands.
    """
    row = locked(work, patient_id)
    if row is None:
        return UnknownPatient()
    if row["erased_at"] is not None:
        return ErasedPatient()
    if row["version"] != version:
        return ChangedMeanwhile(_as_it_stands(work, row))
    work.change(patients, row, **{name: value for name, value in details.items() if name in DETAILS})
    return Changed(_as_it_stands(work, row))


def locked(work: Work, patient_id: int) -> Row | None:
    """The row that stands for a patient, which nobody else may change until this work ends; None for none."""
    row = row_by_id(work, patient_id)
    if row is None:
        return None
    standing = standing_of(work, row)
    return work.first(_LOCKED if work.replica.database.is_postgres else _ALONE, {"id": standing["id"]})


def locking(work: Work, query: Select[Any]) -> Select[Any]:
    """`query`, whose rows nobody else may change until this work ends; on SQLite nobody else writes anyway."""
    return query.with_for_update() if work.replica.database.is_postgres else query


def _as_it_stands(work: Work, row: Row) -> Patient:
    patient = patient_by_id(work, row["id"])
    if patient is None:
        raise LookupError("a locked patient is not there")
    return patient


def _alike(rows: Iterable[Row], named: Sequence[str]) -> dict[int, Row]:
    return {row["id"]: row for row in rows if are_similar(_words(row), named)}


def _words(named: Mapping[Any, Any]) -> tuple[str, ...]:
    return words(f"{named.get('first_name') or ''} {named.get('last_name') or ''}")


_ONE = select(patients).where(patients.c.id == bindparam("id"))
_LOCKED, _ALONE = Prepared(_ONE.with_for_update()), Prepared(_ONE)
_LIVING = select(patients).where(patients.c.erased_at.is_(None), patients.c.deleted_at.is_(None))
_BY_PHONE = Prepared(_LIVING.where(patients.c.phone_key == bindparam("key")).limit(_MOST_OF_ONE_DAY))
_BY_BIRTH = Prepared(_LIVING.where(patients.c.date_of_birth == bindparam("born")).limit(_MOST_OF_ONE_DAY))
