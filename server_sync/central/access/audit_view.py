"""Who read or changed one patient's data, for an admin who is asked that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Text, bindparam, cast, or_, select
from sqlalchemy.dialects.postgresql import JSONB

from server_sync.central.access.audit import record_reading
from server_sync.central.access.callers import Caller
from server_sync.clinic.clocks import to_unix_ms
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, audit_trail, patients, queue_management, users

MOST_RECORDS = 2_000
"""Of one patient's: a life of visits."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading or change. `actor` is a uid, `patient`, `public` or `system`; `name` is a member of staff's."""

    id: int
    at: datetime
    actor: str
    name: str | None
    intent: str
    noun: str
    is_change: bool


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Newest first; `next_before` asks for what comes before, and is None at the end."""

    entries: tuple[Entry, ...]
    next_before: int | None


def who_did_what(
    replica: Replica, caller: Caller, patient_id: int, since: datetime, until: datetime, before: int | None, limit: int
) -> AuditPage | None:
    """The entries about a patient in a span of time; None where there is no such patient. Itself in the trail."""
    with replica.read() as reading:
        uid = reading.scalar(select(patients.c.uid).where(patients.c.id == patient_id))
        if uid is None:
            return None
        page = _page(reading, uid, patient_id, since, until, before, limit)
    record_reading(replica, caller, "read_audit", [uid])
    return page


def _page(
    reading: Reading, uid: UUID, patient_id: int, since: datetime, until: datetime, before: int | None, limit: int
) -> AuditPage:
    trail = audit_trail.c
    is_postgres = reading.connection.dialect.name == "postgresql"
    named = (
        cast(trail.details, JSONB).contains({"uids": [str(uid)]})
        if is_postgres
        else cast(trail.details, Text).like(f'%"{uid}"%')
    )
    query = (
        select(trail.id, trail.at, trail.actor, trail.intent, trail.noun, trail.details)
        # Their uids rise with time, and are indexed: only that stretch of the trail is looked at.
        .where(trail.uid >= _first_uid(since), trail.uid <= _last_uid(until), trail.at >= since, trail.at <= until)
        .where(or_(trail.record_uid.in_([uid, *_records_of(reading, patient_id)]), named))
        .order_by(trail.id.desc())
        .limit(limit + 1)
    )
    rows = reading.all(query if before is None else query.where(trail.id < before))
    names = _names(reading, {row["actor"] for row in rows})
    entries = tuple(
        Entry(
            row["id"],
            row["at"],
            row["actor"],
            names.get(row["actor"]),
            row["intent"],
            row["noun"],
            row["details"] is None,
        )
        for row in rows[:limit]
    )
    return AuditPage(entries, entries[-1].id if len(rows) > limit else None)


def _records_of(reading: Reading, patient_id: int) -> Sequence[UUID]:
    """The patient's appointments and places in the queue: an entry about a change names its first record."""
    own = {"patient_id": patient_id}
    return [row["uid"] for query in (_APPOINTMENTS, _PLACES) for row in reading.all(query, own)]


def _names(reading: Reading, actors: set[str]) -> dict[str, str]:
    uids = [uid for uid in map(_uid, actors) if uid is not None]
    rows = reading.all(select(users.c.uid, users.c.display_name).where(users.c.uid.in_(uids)))
    return {str(row["uid"]): row["display_name"] for row in rows}


def _uid(actor: str) -> UUID | None:
    try:
        return UUID(actor)
    except ValueError:
        return None


def _first_uid(moment: datetime) -> UUID:
    return UUID(int=max(0, to_unix_ms(moment)) << 80)


def _last_uid(moment: datetime) -> UUID:
    return UUID(int=(max(0, to_unix_ms(moment)) << 80) | (2**80 - 1))


_OWN = appointments.c.patient_id == bindparam("patient_id")
_APPOINTMENTS = select(appointments.c.uid).where(_OWN).order_by(appointments.c.id.desc()).limit(MOST_RECORDS)
_PLACES = (
    select(queue_management.c.uid)
    .where(queue_management.c.appointment_id.in_(select(appointments.c.id).where(_OWN)))
    .order_by(queue_management.c.id.desc())
    .limit(MOST_RECORDS)
)
