"""Everything that the clinic holds of one person: told as a history to the desk, and handed out whole to themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Table, or_, select

from server_sync.desk.patients.reading import everything_of, row_by_id
from server_sync.protocol.canonical import Json
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import (
    appointment_reminders,
    appointments,
    audit_trail,
    conflicts,
    feedback,
    locations,
    offline_sync_logs,
    patients,
    payments,
    queue_management,
    users,
)
from server_sync.records.tables.schema import Travel
from server_sync.records.values import row_to_wire

MOST_OF_A_HISTORY = 500
MOST_OF_A_FILE = 10_000
"""Records of one kind; whoever has more has been coming every day for thirty years."""

_EXPORTED = frozenset({Travel.SHARED, Travel.UP_ONLY, Travel.DOWN_ONLY})


@dataclass(frozen=True, slots=True)
class PastAppointment:
    """An appointment, whatever became of it. `scheduled_date` is aware, in UTC."""

    id: int
    uid: UUID
    appointment_number: str
    scheduled_date: datetime
    duration_minutes: int
    status: str
    appointment_type: str
    doctor_id: int
    doctor_name: str
    location_id: int
    reason_for_visit: str | None


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A place that the person had in a queue; the moments are aware, in UTC."""

    id: int
    uid: UUID
    token_number: str
    status: str
    doctor_id: int | None
    doctor_name: str
    location_id: int
    check_in_time: datetime
    called_time: datetime | None
    consultation_start_time: datetime | None
    consultation_end_time: datetime | None


@dataclass(frozen=True, slots=True)
class PastPayment:
    """Money for an appointment."""

    id: int
    uid: UUID
    appointment_id: int | None
    amount: Decimal
    currency: str
    method: str
    status: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PastChange:
    """What somebody changed of the person's own record. `values` holds what each field became and replaced.

    `actor_name` is empty where no member of staff did it; `actor` is then a device's uid, `patient` or `system`.
    """

    at: datetime
    intent: str
    actor: str
    actor_name: str
    values: Mapping[str, tuple[Json, Json]]


@dataclass(frozen=True, slots=True)
class History:
    """What happened with one person at the clinic, newest first, at most 500 of each kind."""

    patient_uid: UUID
    appointments: tuple[PastAppointment, ...]
    visits: tuple[PastVisit, ...]
    payments: tuple[PastPayment, ...]
    changes: tuple[PastChange, ...]


def history_of(reading: Reading, patient_id: int, location_id: int | None = None) -> History | None:
    """The history behind all records of one person; None where there is no such patient.

    With `location_id`, visits, appointments and payments of that location only.
    """
    row = row_by_id(reading, patient_id)
    if row is None:
        return None
    rows = everything_of(reading, row)
    ids = [one["id"] for one in rows]
    booked = _with_doctor(appointments, ids, "scheduled_date")
    visited = _with_doctor(queue_management, ids, "check_in_time")
    return History(
        patient_uid=rows[0]["uid"],
        appointments=tuple(_appointment(one) for one in reading.all(_here(appointments, booked, location_id))),
        visits=tuple(_visit(one) for one in reading.all(_here(queue_management, visited, location_id))),
        payments=tuple(_payment(one) for one in reading.all(_payments(ids, location_id))),
        changes=tuple(_changes(reading, {one["uid"] for one in rows})),
    )


def places_of(reading: Reading, patient_id: int) -> frozenset[int]:
    """The locations where one person has or had an appointment or a visit."""
    row = row_by_id(reading, patient_id)
    ids = [] if row is None else [one["id"] for one in everything_of(reading, row)]
    queries = [
        select(table.c.location_id).where(table.c.patient_id.in_(ids), table.c.deleted_at.is_(None)).distinct()
        for table in (appointments, queue_management)
    ]
    return frozenset(one["location_id"] for query in queries for one in reading.all(query))


def file_of(reading: Reading, patient_id: int) -> dict[str, Json] | None:
    """One document with everything held of a person, in the columns' own names; None where there is no such patient.

    Access keys and what this replica computes for itself are no data of theirs and stay out; so do the names of those
    who looked at their record, but not that somebody did.
    """
    row = row_by_id(reading, patient_id)
    if row is None:
        return None
    rows = everything_of(reading, row)
    ids, uids = [one["id"] for one in rows], [one["uid"] for one in rows]
    booked = select(appointments.c.id).where(appointments.c.patient_id.in_(ids))
    booked_uids = select(appointments.c.uid).where(appointments.c.patient_id.in_(ids))
    visited = select(queue_management.c.id).where(queue_management.c.patient_id.in_(ids))
    parts: dict[str, Iterable[Row]] = {
        "appointments": _rows(reading, appointments, appointments.c.patient_id.in_(ids)),
        "visits": _rows(reading, queue_management, queue_management.c.patient_id.in_(ids)),
        "payments": _rows(reading, payments, payments.c.appointment_id.in_(booked)),
        "reminders": _rows(reading, appointment_reminders, appointment_reminders.c.appointment_id.in_(booked)),
        "feedback": _rows(
            reading,
            feedback,
            or_(feedback.c.queue_id.in_(visited), feedback.c.appointment_uid.in_(booked_uids)),
        ),
        "conflicts": _rows(reading, conflicts, conflicts.c.patient_id.in_(ids)),
        "audit": _rows(reading, audit_trail, audit_trail.c.record_uid.in_(uids)),
    }
    tables = {
        "appointments": appointments,
        "visits": queue_management,
        "payments": payments,
        "reminders": appointment_reminders,
        "feedback": feedback,
        "conflicts": conflicts,
        "audit": audit_trail,
    }
    whole: dict[str, Json] = {"patient": _told(patients, rows[0]), "merged_records": _all_told(patients, rows[1:])}
    whole |= {part: _all_told(tables[part], found) for part, found in parts.items()}
    named = {row["location_id"] for part in ("appointments", "visits") for row in parts[part]}
    where = _rows(reading, locations, locations.c.id.in_(named)) if named else []
    whole["locations"] = [{"id": one["id"], "name": one["name"]} for one in where]
    whole["changes"] = [_change_told(change) for change in _changes(reading, set(uids))]
    return whole


def _rows(reading: Reading, table: Table, condition: Any) -> Sequence[Row]:  # Any: a condition of SQLAlchemy's
    return reading.all(select(table).where(condition).order_by(table.c.id).limit(MOST_OF_A_FILE))


def _all_told(table: Table, rows: Iterable[Row]) -> list[Json]:
    return [_told(table, row) for row in rows]


def _told(table: Table, row: Row) -> dict[str, Json]:
    names = [column.name for column in table.columns if column.info["travel"] in _EXPORTED]
    return row_to_wire(row, names)


def _change_told(change: PastChange) -> dict[str, Json]:
    values: dict[str, Json] = {name: {"to": to, "from": was} for name, (to, was) in change.values.items()}
    return {"at": change.at.isoformat(), "intent": change.intent, "values": values}


def _with_doctor(table: Table, ids: Sequence[int], by: str) -> Any:  # Any: a select of a whole table
    return (
        select(table, users.c.display_name.label("doctor_name"))
        .outerjoin(users, users.c.id == table.c.doctor_id)
        .where(table.c.patient_id.in_(ids), table.c.deleted_at.is_(None))
        .order_by(table.c[by].desc(), table.c.id.desc())
        .limit(MOST_OF_A_HISTORY)
    )


def _here(table: Table, query: Any, location_id: int | None) -> Any:  # Any: a select of a whole table
    return query if location_id is None else query.where(table.c.location_id == location_id)


def _payments(ids: Sequence[int], location_id: int | None) -> Any:  # Any: a select of a whole table
    booked = _here(appointments, select(appointments.c.id).where(appointments.c.patient_id.in_(ids)), location_id)
    return (
        select(payments)
        .where(payments.c.appointment_id.in_(booked))
        .order_by(payments.c.created_at.desc(), payments.c.id.desc())
        .limit(MOST_OF_A_HISTORY)
    )


def _changes(reading: Reading, uids: Collection[UUID]) -> list[PastChange]:
    """From the log, by way of the audit trail, which knows the sets that were mainly about these records."""
    entries = reading.all(
        select(audit_trail.c.change_set_uid, audit_trail.c.at, audit_trail.c.actor, audit_trail.c.intent)
        .where(audit_trail.c.record_uid.in_(list(uids)), audit_trail.c.change_set_uid != UUID(int=0))
        .order_by(audit_trail.c.at.desc(), audit_trail.c.id.desc())
        .limit(MOST_OF_A_HISTORY)
    )
    sets = [entry["change_set_uid"] for entry in entries]
    log = offline_sync_logs.c
    bodies = {
        row["change_set_uid"]: row["data"]
        for row in reading.all(select(log.change_set_uid, log.data).where(log.change_set_uid.in_(sets)))
    }
    names = _names(reading, {entry["actor"] for entry in entries})
    wanted = {str(uid) for uid in uids}
    return [
        PastChange(entry["at"], entry["intent"], entry["actor"], names.get(entry["actor"], ""), values)
        for entry in entries
        if (values := _values(bodies.get(entry["change_set_uid"]), wanted))
    ]


def _values(body: Any, uids: Collection[str]) -> dict[str, tuple[Json, Json]]:  # Any: a JSON document of our own log
    items = body.get("sync_data", []) if isinstance(body, dict) else []
    return {
        name: (value, item.get("replaced", {}).get(name))
        for item in items
        if item.get("type") == "patient" and item.get("uid") in uids
        for name, value in item.get("data", {}).items()
        if name not in ("id", "uid", "created_at")
    }


def _names(reading: Reading, actors: Iterable[str]) -> dict[str, str]:
    uids = [uid for uid in (_uid(actor) for actor in actors) if uid is not None]
    rows = reading.all(select(users.c.uid, users.c.display_name).where(users.c.uid.in_(uids))) if uids else ()
    return {str(row["uid"]): row["display_name"] for row in rows}


def _uid(actor: str) -> UUID | None:
    try:
        return UUID(actor)
    except ValueError:
        return None


def _appointment(row: Row) -> PastAppointment:
    values = {name: row[name] for name in PastAppointment.__slots__ if name != "doctor_name"}
    return PastAppointment(**values, doctor_name=row["doctor_name"] or "")


def _visit(row: Row) -> PastVisit:
    named = {"doctor_name": row["doctor_name"] or "", "status": row["current_status"]}
    return PastVisit(**{name: row[name] for name in PastVisit.__slots__ if name not in named}, **named)


def _payment(row: Row) -> PastPayment:
    return PastPayment(**{name: row[name] for name in PastPayment.__slots__})
