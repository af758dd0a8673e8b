"""The conflict list as endpoints ask for it: within what the caller may see, with the note of who looked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.central.access.audit import record_reading
from server_sync.central.access.callers import Caller
from server_sync.central.desk.booking import again_where_busy
from server_sync.central.sync.ingest import Settled, retry_quarantined
from server_sync.desk.appointments.availability import nearest_free
from server_sync.desk.appointments.slot_claims import SlotTakenError
from server_sync.desk.conflicts.listing import Conflict, ConflictSearch, list_conflicts, read_conflict
from server_sync.desk.conflicts.settling import (
    INTENT,
    Choice,
    NotPossible,
    NotPossibleError,
    SettleOutcome,
    settle,
)
from server_sync.merge.verdicts import Outcome
from server_sync.protocol.canonical import Json
from server_sync.records.outbox import SyncStatus
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, conflicts, devices, offline_sync_logs
from server_sync.records.values import to_wire
from server_sync.records.work import Work

_HOURS_WORDS = "The doctor's hours changed. The appointment stands outside of them until the desk decides."
_MOST_WITH_ALTERNATIVES = 20


@dataclass(frozen=True, slots=True)
class QuarantinedSet:
    """What a device did and nobody could apply, whole and with its reason. It is kept, and may be tried again."""

    id: int
    change_set_uid: UUID
    device_id: int
    device_name: str
    location_id: int
    intent: str
    type: str
    reason: str
    words: str
    happened_at: datetime


def listed(replica: Replica, caller: Caller, search: ConflictSearch) -> tuple[Conflict, ...]:
    """A page of the caller's location; one more than asked for where there are more."""
    with replica.read() as reading:
        found = list_conflicts(reading, search, _free_times)
    _note(replica, caller, "list_conflicts", found)
    return found


def told(replica: Replica, caller: Caller, conflict_id: int) -> Conflict | None:
    """One conflict, for whoever may see it."""
    with replica.read() as reading:
        found = read_conflict(reading, conflict_id, caller.location_id, _free_times)
    _note(replica, caller, "read_conflict", () if found is None else (found,))
    return found


def settled(replica: Replica, caller: Caller, conflict_id: int, choice: Choice) -> SettleOutcome:
    """Carry a decision out, whole or not at all."""

    def tried() -> SettleOutcome:
        with replica.work(INTENT, caller.actor) as work:
            return settle(work, conflict_id, choice, caller.location_id)

    try:
        return again_where_busy(tried)
    except NotPossibleError as error:
        return NotPossible(error.words)
    except SlotTakenError:
        return NotPossible("This time is taken meanwhile. Please choose another.")


def quarantined(
    replica: Replica, location_id: int | None, after_id: int, limit: int, *, log_id: int | None = None
) -> tuple[QuarantinedSet, ...]:
    """Oldest first; one more than `limit` where there are more. `log_id` asks for the one set only."""
    log = offline_sync_logs.c
    query = _FAILED.where(log.id > after_id).order_by(log.id).limit(limit + 1)
    if log_id is not None:
        query = query.where(log.id == log_id)
    with replica.read() as reading:
        places = {str(row["uid"]): row for row in reading.all(_DEVICES)}
        if location_id is not None:
            places = {uid: row for uid, row in places.items() if row["location_id"] == location_id}
        rows = reading.all(query.where(log.device_id.in_(sorted(places))))
    return tuple(
        QuarantinedSet(
            row["id"],
            row["change_set_uid"],
            places[row["device_id"]]["id"],
            places[row["device_id"]]["name"],
            places[row["device_id"]]["location_id"],
            row["intent"],
            row["sync_type"],
            row["outcome"] or "",
            row["conflict_resolution"] or "",
            row["sync_timestamp"],
        )
        for row in rows
    )


def tried_again(replica: Replica, caller: Caller, log_id: int) -> Settled | None:
    """Judge a quarantined set anew; None where there is none at the caller's location."""
    if not quarantined(replica, caller.location_id, 0, 1, log_id=log_id):
        return None
    return retry_quarantined(replica, log_id)


def note_stranded(work: Work, appointment_ids: Iterable[int]) -> None:
    """Open a conflict for each of these appointments, which changed hours have left without a doctor's time."""
    ids = list(appointment_ids)
    rows = work.all(_STRANDED, {"ids": ids}) if ids else ()
    known = {row["record_uid"] for row in work.all(_OPEN_HOURS, {"uids": [row["uid"] for row in rows]})} if rows else ()
    for place, row in enumerate(one for one in rows if one["uid"] not in known):
        slots = alternatives(work, row["doctor_id"], row["scheduled_date"]) if place < _MOST_WITH_ALTERNATIVES else None
        work.create(
            conflicts,
            location_id=row["location_id"],
            kind=Outcome.HOURS_CHANGED.value,
            noun="appointment",
            record_uid=row["uid"],
            patient_id=row["patient_id"],
            words=_HOURS_WORDS,
            alternatives=slots,
        )


def alternatives(reading: Reading, doctor_id: int, wanted: datetime) -> list[Json]:
    """The nearest free slots of a doctor, as a conflict tells of them."""
    near = nearest_free(reading, doctor_id, wanted, None, public_only=False)
    return [
        {
            "location_id": one.location_id,
            "starts_at": to_wire(one.slot.starts_at),
            "ends_at": to_wire(one.slot.ends_at),
        }
        for one in near
    ]


def _free_times(reading: Reading, appointment: Row) -> list[Json]:
    return alternatives(reading, appointment["doctor_id"], appointment["scheduled_date"])


def _note(replica: Replica, caller: Caller, intent: str, found: Sequence[Conflict]) -> None:
    people = (person for one in found for person in (one.patient, one.other) if person is not None)
    record_reading(replica, caller, intent, {person.uid for person in people})


_DEVICES = select(devices.c.id, devices.c.uid, devices.c.name, devices.c.location_id)
_FAILED = select(
    *(
        offline_sync_logs.c[name]
        for name in (
            "id",
            "change_set_uid",
            "device_id",
            "intent",
            "sync_type",
            "outcome",
            "conflict_resolution",
            "sync_timestamp",
        )
    )
).where(offline_sync_logs.c.sync_status == SyncStatus.FAILED.value)
_STRANDED = select(
    appointments.c.uid,
    appointments.c.patient_id,
    appointments.c.doctor_id,
    appointments.c.location_id,
    appointments.c.scheduled_date,
).where(appointments.c.id.in_(bindparam("ids", expanding=True)))
_OPEN_HOURS = select(conflicts.c.record_uid).where(
    conflicts.c.record_uid.in_(bindparam("uids", expanding=True)),
    conflicts.c.kind == Outcome.HOURS_CHANGED.value,
    conflicts.c.decided_at.is_(None),
)
