"""What no device may do, whatever the merge rules would say: write for others, give ids that are not its own, flood."""

from __future__ import annotations

from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.central.sync.settling.picture import Picture, Row
from server_sync.clinic.ids import block_range
from server_sync.merge.verdicts import Quarantined
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.feed.scope import HELD_BY_LOCATION
from server_sync.records.tables import BY_NOUN

_WHERE_PEOPLE_DECIDE = frozenset({"reception", "hub"})

OF_AN_APPOINTMENT = frozenset(noun for noun, table in BY_NOUN.items() if "appointment_id" in table.c)
"""What belongs to an appointment, and so to its location, whether or not it names one itself."""

MOST_CHANGES = 1_000
"""Records that one operation may change."""


def check_ownership(device: DeviceIdentity, change_set: ChangeSet, picture: Picture) -> None:
    """A device writes for its own location, and gives ids out of its own block. Raises Quarantined."""
    if len(change_set.changes) > MOST_CHANGES:
        raise Quarantined("too_many_changes", f"One operation may change {MOST_CHANGES} records.")
    block = block_range(device.id_block)
    for change in change_set.changes:
        if change.action is Action.CREATE:
            _check_creation(block, change)
        row = picture.rows.get((change.noun, change.uid))
        if change.noun in HELD_BY_LOCATION:
            _check_location(device, change, row)
        if change.noun in OF_AN_APPOINTMENT:
            _check_appointment(device, change, row, picture)


def _check_location(device: DeviceIdentity, change: RecordChange, row: Row | None) -> None:
    is_here = row is None or row.get("location_id") == device.location_id
    stays_here = change.fields.get("location_id", device.location_id) == device.location_id
    is_named = change.action is not Action.CREATE or "location_id" in change.fields
    if not (is_here and stays_here and is_named):
        raise Quarantined("other_location", "This belongs to another location than its device.")
    if change.noun == "lease" and (row is None or row.get("device_id") != device.id):
        raise Quarantined("not_its_lease", "Only the machine that holds these places may return them.")
    if change.noun == "conflict" and device.kind not in _WHERE_PEOPLE_DECIDE:
        raise Quarantined("not_a_devices_record", "Conflicts are settled at a desk.")


def _check_appointment(device: DeviceIdentity, change: RecordChange, row: Row | None, picture: Picture) -> None:
    for given in (change.fields.get("appointment_id"), (row or {}).get("appointment_id")):
        if type(given) is int and picture.locations.get(given, device.location_id) != device.location_id:
            raise Quarantined("other_location", "This belongs to another location than its device.")


def _check_creation(block: range, change: RecordChange) -> None:
    if not _is_in(block, change.fields.get("id")):
        raise Quarantined("foreign_id", "This record's number is not one that its device may give.")
    if change.fields.get("uid") != str(change.uid):
        raise Quarantined("foreign_uid", "This record names itself in two ways.")


def _is_in(block: range, given: Json) -> bool:
    """Only a whole number is asked for: a range looks for anything else by walking its four thousand million."""
    return type(given) is int and given in block
