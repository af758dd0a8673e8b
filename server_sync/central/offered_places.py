"""Places in a doctor's day for appointments that devices made or changed: whoever came first holds the place.

An appointment that finds its place taken stands as it is, without one, and the desk hears of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import IntegrityError

from server_sync.clinic.appointment_steps import HOLDS_ITS_PLACE
from server_sync.desk.availability import capacity_at
from server_sync.desk.slot_claims import Claim, SlotTakenError, move
from server_sync.merge.verdicts import Outcome, Verdict
from server_sync.protocol.changes import Action, ChangeSet
from server_sync.records.reading import Reading, Row
from server_sync.records.statements import update_by_id
from server_sync.records.tables import appointments

_DECIDES = frozenset({"doctor_id", "location_id", "scheduled_date", "duration_minutes", "status", "deleted_at"})
"""What of an appointment decides which place it holds, and whether."""

LONGEST_VISIT_MIN = 24 * 60

Places = Mapping[UUID, Row | None]
"""Appointments whose place a set may change, as they were; None for new ones."""


def places_before(connection: Connection, change_set: ChangeSet) -> Places:
    """Asked before anything is written. Empty for most sets: a check-in changes no place."""
    uids = [
        change.uid
        for change in change_set.changes
        if change.noun == "appointment" and (change.action is Action.CREATE or _DECIDES & change.fields.keys())
    ]
    return {uid: _row(connection, uid) for uid in uids}


def settle_places(connection: Connection, now: datetime, change_set: ChangeSet, before: Places) -> list[Verdict]:
    """Take and give back places after the set was written; a verdict for each appointment that finds none."""
    has_arrived = any(change.noun == "queue" for change in change_set.changes)
    verdicts: list[Verdict] = []
    for uid, was in before.items():
        row = _row(connection, uid)
        if row is not None and not _settle(connection, now, was, row, has_arrived=has_arrived):
            words = "This time was taken meanwhile. The appointment stands without a place until the desk decides."
            verdicts.append(Verdict("appointment", uid, Outcome.SLOT_TAKEN, resolution=words, needs_a_person=True))
    return verdicts


def settle_unplaced(connection: Connection, now: datetime, uid: UUID) -> bool:
    """Give one appointment a place that holds none, if one is free; whether it got one."""
    row = connection.execute(_PLACE.with_for_update(), {"uid": uid}).mappings().first()
    if row is None or row["holds_slot"] or not _wants_a_place(row):
        return False
    return _settle(connection, now, None, row, has_arrived=False)


def give_up_place(connection: Connection, uid: UUID) -> None:
    """Take an appointment's place back, whatever becomes of it."""
    row = connection.execute(_PLACE.with_for_update(), {"uid": uid}).mappings().first()
    if row is not None and row["holds_slot"]:
        move(connection, held=_claim(row), wanted=None)
        _note(connection, row, holds=False)


def _settle(connection: Connection, now: datetime, was: Row | None, row: Row, *, has_arrived: bool) -> bool:
    """False where the appointment wants a place and finds none."""
    held = _claim(was) if was is not None and was["holds_slot"] else None
    if not _wants_a_place(row):
        if held is not None:
            move(connection, held=held, wanted=None)
            _note(connection, row, holds=False)
        return True
    is_same = was is not None and _claim(was) == _claim(row)
    if is_same and (held is not None or has_arrived or _wants_a_place(was or row)):
        return True  # who is given up and comes after all is seen without a place of their own
    # A device may have sent any number of minutes; nobody counts the cells of years.
    is_sane = 0 < row["duration_minutes"] <= LONGEST_VISIT_MIN
    capacity = capacity_at(Reading(connection, now), row["location_id"], _claim(row)) if is_sane else 0
    holds = capacity > 0 and _moved(connection, held, _claim(row, capacity))
    if not holds and held is not None:
        move(connection, held=held, wanted=None)
    if holds != row["holds_slot"]:
        _note(connection, row, holds=holds)
    return holds


def _moved(connection: Connection, held: Claim | None, wanted: Claim) -> bool:
    try:
        with connection.begin_nested():
            move(connection, held=held, wanted=wanted)
    except (SlotTakenError, IntegrityError):
        return False
    return True


def _wants_a_place(row: Row) -> bool:
    is_open = row["status"] in HOLDS_ITS_PLACE and row["deleted_at"] is None
    return is_open and row["appointment_type"] != "walkin"


def _claim(row: Row, capacity: int = 0) -> Claim:
    ends_at = row["scheduled_date"] + timedelta(minutes=max(0, row["duration_minutes"]))
    return Claim(row["doctor_id"], row["scheduled_date"], ends_at, capacity)


def _note(connection: Connection, row: Row, *, holds: bool) -> None:
    statement = update_by_id(appointments, ("holds_slot",))
    connection.execute(statement, {"row_id": row["id"], "new_holds_slot": holds})


def _row(connection: Connection, uid: UUID) -> Row | None:
    return connection.execute(_PLACE, {"uid": uid}).mappings().first()


_PLACE = select(
    *(
        appointments.c[name]
        for name in (
            "id",
            "doctor_id",
            "location_id",
            "scheduled_date",
            "duration_minutes",
            "status",
            "appointment_type",
            "deleted_at",
            "holds_slot",
        )
    )
).where(appointments.c.uid == bindparam("uid"))
