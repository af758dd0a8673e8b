"""Which sets may take or give back a place in a doctor's day: only these are settled one at a time."""

from __future__ import annotations

from collections.abc import Mapping

from server_sync.central.sync.settling.columns import columns_of
from server_sync.central.sync.settling.picture import Reference, Row
from server_sync.clinic.appointment_steps import HOLDS_ITS_PLACE
from server_sync.protocol.changes import Action, ChangeSet, RecordChange

_CLAIMED = ("doctor_id", "location_id", "scheduled_date", "duration_minutes")
_OF_A_LEASE = ("lease_uid", "is_provisional")


def may_change_places(change_set: ChangeSet, held: Mapping[Reference, Row]) -> bool:
    """Whether the set, by what it says and by what is held, may change who holds which place.

    Check-ins and steps in the queue never do: the place of an appointment stays its own until it is over.
    """
    has_arrived = any(change.noun == "queue" for change in change_set.changes)
    return any(
        _may_change_a_place(change, held.get(("appointment", change.uid)), has_arrived=has_arrived)
        for change in change_set.changes
        if change.noun == "appointment"
    )


def _may_change_a_place(change: RecordChange, row: Row | None, *, has_arrived: bool) -> bool:
    fields = change.fields
    if row is None:
        new = {**columns_of("appointment").defaults, **fields}
        return change.action is Action.CREATE and (_wants_a_place(new) or any(new[name] for name in _OF_A_LEASE))
    if any(name in fields for name in _OF_A_LEASE):
        return True
    # A change of what was deleted elsewhere brings it back, and its place is no longer its own.
    after = {**row, "deleted_at": None, **fields} if fields else row
    if not _wants_a_place(after):
        return bool(row["holds_slot"])
    if any(row[name] != after[name] for name in _CLAIMED):
        return True
    return not (row["holds_slot"] or has_arrived or _wants_a_place(row))


def _wants_a_place(row: Row) -> bool:
    is_open = row["status"] in HOLDS_ITS_PLACE and row["deleted_at"] is None
    return is_open and row["appointment_type"] != "walkin"
