"""Keeping `patient_terms` in step with the patients, at every door: what somebody who types a few letters is asked by.

The terms are each replica's own and follow from the row alone, so that they may be made anew at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, text

from server_sync.clinic.search_terms import terms_of
from server_sync.records.among import among
from server_sync.records.batches import Call
from server_sync.records.prepared import Prepared, told_as_sqlalchemy_tells
from server_sync.records.tables import patient_terms, patients

SEARCHED = frozenset({"first_name", "last_name", "patient_number", "phone", "email", "erased_at", "deleted_at"})
"""Columns of a patient from which terms follow."""

_AT_ONCE = 500
_WHEN_REFILLED = 5_000


def term_rows(patient: Mapping[Any, Any]) -> list[dict[str, Any]]:
    """The rows of one patient, who may lack columns that are empty; none for one who was erased or deleted."""
    if patient.get("erased_at") is not None or patient.get("deleted_at") is not None:
        return []
    terms = terms_of(
        patient.get("first_name"),
        patient.get("last_name"),
        patient.get("patient_number"),
        patient.get("phone"),
        patient.get("email"),
    )
    return [{"patient_id": patient["id"], "term": term, "others": others} for term, others in terms.items()]


def refresh_terms(connection: Connection, patient_ids: Iterable[int]) -> None:
    """Bring the terms of these patients up to their rows as this transaction sees them; what is right stays."""
    for some in _some(sorted(set(patient_ids)), _AT_ONCE):
        wanted = {
            (row["patient_id"], row["term"]): row["others"]
            for patient in _PATIENTS.rows(connection, {"ids": some})
            for row in term_rows(patient)
        }
        held = {(row["patient_id"], row["term"]): row["others"] for row in _HELD.rows(connection, {"ids": some})}
        gone = [key for key, others in held.items() if wanted.get(key) != others]
        if gone:
            _DELETE.many(connection, [{"of_patient": patient_id, "gone": term} for patient_id, term in gone])
        _add(connection, [(*key, others) for key, others in wanted.items() if held.get(key) != others])


def refresh_terms_of(connection: Connection, uids: Iterable[UUID]) -> None:
    """`refresh_terms` for patients who are known by their uids."""
    for some in _some(sorted(set(uids)), _AT_ONCE):
        refresh_terms(connection, [row["id"] for row in _IDS.rows(connection, {"uids": some})])


def forget_terms_of(connection: Connection, uid: UUID) -> None:
    """Take out the terms of a patient whose row is about to be taken out."""
    _FORGET.rows(connection, {"uid": uid})


def forget_terms_of_patients(connection: Connection, patient_ids: Sequence[int]) -> None:
    """Take out the terms of patients of whom nothing is to be known any more, on whatever kind of machine."""
    _FORGET_ALL.rows(connection, {"ids": list(patient_ids)})


def refill_terms(connection: Connection) -> int:
    """Make every patient's terms anew, in one transaction; how many patients there are.

    A million take some two minutes, and as much memory as five thousand.
    """
    connection.execute(delete(patient_terms))
    count, last = 0, 0
    while True:
        some = connection.execute(_NEXT, {"last": last}).mappings().all()
        if not some:
            return count
        _add(connection, [tuple(row.values()) for patient in some for row in term_rows(patient)])
        count, last = count + len(some), some[-1]["id"]


def _add(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    """Patient, term and others of each, straight on the driver: it takes a third of the time."""
    if not rows:
        return
    driver: Any = connection.connection.driver_connection  # Any: the drivers share no type
    if connection.dialect.name != "postgresql":
        with told_as_sqlalchemy_tells(driver, connection.dialect, _INSERT):
            driver.executemany(_INSERT, rows)
        return
    # Twice as fast as any INSERT.
    with driver.cursor() as cursor, cursor.copy("COPY patient_terms (patient_id, term, others) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def adding_terms(rows: Sequence[Mapping[str, Any]]) -> Call:
    """On PostgreSQL, one statement for all terms of a new patient."""
    return _ADD_ALL, {name: [row[name] for row in rows] for name in ("patient_id", "term", "others")}


def _some(wanted: Sequence[Any], most: int) -> Iterator[list[Any]]:
    for start in range(0, len(wanted), most):
        yield list(wanted[start : start + most])


_ADD_ALL = Prepared(
    text(
        "INSERT INTO patient_terms (patient_id, term, others) SELECT * FROM unnest("
        "CAST(:patient_id AS BIGINT[]), CAST(:term AS VARCHAR[]), CAST(:others AS TEXT[]))"
    ),
    only_inserts=True,
)
_COLUMNS = (patients.c.id, *(patients.c[name] for name in sorted(SEARCHED)))
_PATIENTS = Prepared(select(*_COLUMNS).where(among(patients.c.id, "ids")))
_IDS = Prepared(select(patients.c.id).where(among(patients.c.uid, "uids")))
_NEXT = select(*_COLUMNS).where(patients.c.id > bindparam("last")).order_by(patients.c.id).limit(_WHEN_REFILLED)
_HELD = Prepared(select(patient_terms).where(among(patient_terms.c.patient_id, "ids")))
_FORGET = Prepared(
    delete(patient_terms).where(
        patient_terms.c.patient_id == select(patients.c.id).where(patients.c.uid == bindparam("uid")).scalar_subquery()
    )
)
_FORGET_ALL = Prepared(delete(patient_terms).where(among(patient_terms.c.patient_id, "ids")))
_INSERT = "INSERT INTO patient_terms (patient_id, term, others) VALUES (?, ?, ?)"
_DELETE = Prepared(
    delete(patient_terms).where(
        patient_terms.c.patient_id == bindparam("of_patient"), patient_terms.c.term == bindparam("gone")
    )
)
