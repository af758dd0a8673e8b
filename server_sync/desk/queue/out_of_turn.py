"""Calling somebody before their turn: at once, with who, when and why beside it."""

from __future__ import annotations

from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue.outcomes import Done, StepOutcome, Unknown
from server_sync.desk.queue.places import LOCKED_PLACE, doctor_at, done, hold_place
from server_sync.desk.queue.steps import set_status
from server_sync.records.tables import queue_management
from server_sync.records.work import Work


def call_out_of_turn(
    work: Work, place_id: int, doctor_id: int, reason: str, *, location_id: int | None = None
) -> StepOutcome:
    """Call one who waits, held back or not; who waits for whoever is free comes to `doctor_id`.

    The call and its `reason` are one step, and are undone as one; an empty reason is none, as for who comes next.
    """
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if held.status is not QueueStatus.WAITING:
        return held.refused("Only somebody who waits can be called.")
    if held.row["doctor_id"] is None and doctor_at(work, doctor_id, held.row["location_id"]) is None:
        return Unknown("doctor")
    outcome = set_status(work, place_id, QueueStatus.CALLED, location_id=location_id, doctor_id=doctor_id)
    row = work.first(LOCKED_PLACE, {"id": place_id}) if reason and isinstance(outcome, Done) else None
    if row is None:
        return outcome
    why = {"override_at": work.now, "override_by": work.actor, "override_reason": reason}
    work.change(queue_management, row, **why)
    return done(work, place_id)
