"""Calling the next person, calling again, and what becomes of those who do not come."""

from __future__ import annotations

from typing import Any

from server_sync.clinic.queue_explanation import explain
from server_sync.clinic.queue_order import Entry
from server_sync.clinic.queue_policy import EMERGENCY_LEVEL
from server_sync.clinic.visits import MOST_ABSENCES, MOST_RECALLS, HeldBack, QueueStatus
from server_sync.desk.appointments.after_booking import Scope, mark_no_show
from server_sync.desk.place import Location, location_of
from server_sync.desk.queue.line import in_order, is_held_back, true_now, waiting_rows
from server_sync.desk.queue.outcomes import CallOutcome, NobodyWaits, NoMoreRecalls, StepOutcome, Unknown
from server_sync.desk.queue.places import (
    LOCKED_PLACE,
    NOT_CALLED,
    NOT_OVERRIDDEN,
    HeldPlace,
    begin_visit,
    doctor_at,
    done,
    hold_place,
    keep_snapshot,
    take_step,
)
from server_sync.records.reading import Row
from server_sync.records.work import Work


def call_next(work: Work, location_id: int, doctor_id: int, room: str | None = None) -> CallOutcome:
    """Call whoever comes first in the doctor's own line and among those who wait for whoever is free.

    Two desks that call at once never get the same person: whoever is locked second looks again. `room` is by default
    the doctor's own. Raises StorageFault `no_location`.
    """
    location = location_of(work, location_id)
    doctor = doctor_at(work, doctor_id, location.id)
    if doctor is None:
        return Unknown("doctor")
    lost: set[int] = set()
    while True:
        known = (*waiting_rows(work, location, doctor_id), *waiting_rows(work, location, None))
        rows = [row for row in known if row["id"] not in lost]
        emergencies = [row for row in rows if row["triage_level"] == EMERGENCY_LEVEL]
        line = in_order(rows, location, true_now(work))
        if not emergencies and not line:
            return NobodyWaits()
        chosen = emergencies[0]["id"] if emergencies else line[0].waiting.key
        row = _take(work, chosen, doctor_id)
        if row is not None:
            _call(work, row, location, doctor, room, () if emergencies else line)
            return done(work, row["id"])
        lost.add(chosen)


def recall(work: Work, place_id: int, *, location_id: int | None = None) -> StepOutcome | NoMoreRecalls:
    """Call a number again, up to three times."""
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if held.status is not QueueStatus.CALLED:
        return held.refused("Only somebody who was called can be called again.")
    count: int = held.row["recall_count"]
    if count >= MOST_RECALLS:
        return NoMoreRecalls(count)
    take_step(work, held.row, QueueStatus.CALLED, recall_count=count + 1, called_time=work.now)
    return done(work, place_id)


def mark_absent(work: Work, place_id: int, *, location_id: int | None = None) -> StepOutcome:
    """They did not come: they wait anew from now, not called again at once; with the third time they are missed."""
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if held.status is not QueueStatus.CALLED or QueueStatus.WAITING not in held.legal():
        return held.refused("Only somebody who was called can be absent.")
    count: int = held.row["absent_count"] + 1
    values: dict[str, Any] = {"held_back": HeldBack.ABSENT.value, "absent_count": count, **NOT_OVERRIDDEN}
    if count < MOST_ABSENCES:
        take_step(work, held.row, QueueStatus.WAITING, **values, reference_time=true_now(work), **NOT_CALLED)
    else:
        take_step(work, held.row, QueueStatus.CANCELLED, **values)
        _give_up(work, held)
    return done(work, place_id)


def _take(work: Work, place_id: int, doctor_id: int) -> Row | None:
    """Lock the chosen one; None where somebody else was faster.

    What turns out to be taken is let go of at once: whoever holds one place never waits for another.
    """
    if not work.replica.database.is_postgres:
        return work.first(LOCKED_PLACE, {"id": place_id})  # the only writer: nobody was faster
    savepoint = work.connection.begin_nested()
    row = work.first(LOCKED_PLACE, {"id": place_id})
    if row is None or not _is_still_theirs(work, row, doctor_id):
        savepoint.rollback()
        return None
    savepoint.commit()
    return row


def _is_still_theirs(work: Work, row: Row, doctor_id: int) -> bool:
    is_waiting = row["current_status"] == QueueStatus.WAITING and row["doctor_id"] in (None, doctor_id)
    is_emergency = row["triage_level"] == EMERGENCY_LEVEL
    return is_waiting and (is_emergency or not is_held_back(row, true_now(work)))


def _call(work: Work, row: Row, location: Location, doctor: Row, room: str | None, line: tuple[Entry, ...]) -> None:
    values: dict[str, Any] = {
        "called_time": work.now,
        "called_by": work.actor,
        "called_room": doctor["room"] if room is None else room,
        "doctor_id": doctor["id"],
        "recall_count": 0,
        "held_back": None,
        **NOT_OVERRIDDEN,
    }
    take_step(work, row, QueueStatus.CALLED, **values)
    if line:
        keep_snapshot(work, row, explain(line, 0, location.policy, true_now(work)))
    if row["doctor_id"] is None:
        begin_visit(work, row, doctor["id"])


def _give_up(work: Work, held: HeldPlace) -> None:
    if held.row["appointment_id"] is not None:
        mark_no_show(work, held.row["appointment_id"], Scope(), "missed when called")
