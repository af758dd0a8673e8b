"""What no device may do, whatever the merge rules would say: write for others, give ids that are not its own, flood."""

from __future__ import annotations

from collections.abc import Mapping

from server_sync.central.settling.offers import DeviceIdentity
from server_sync.central.settling.picture import Reference, Row
from server_sync.clinic.ids import block_range
from server_sync.merge.verdicts import Quarantined
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.feed.scope import HELD_BY_LOCATION

_WHERE_PEOPLE_DECIDE = frozenset({"reception", "hub"})

MOST_CHANGES = 1_000
"""Records that one operation may change."""


def check_ownership(device: DeviceIdentity, change_set: ChangeSet, held: Mapping[Reference, Row]) -> None:
    """A device writes for its own location, and gives ids out of its own block. Raises Quarantined."""
    if len(change_set.changes) > MOST_CHANGES:
        raise Quarantined("too_many_changes", f"One operation may change {MOST_CHANGES} records.")
    block = block_range(device.id_block)
    for change in change_set.changes:
        if change.action is Action.CREATE:
            _check_creation(block, change)
        if change.noun in HELD_BY_LOCATION:
            _check_location(device, change, held.get((change.noun, change.uid)))


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


def _check_creation(block: range, change: RecordChange) -> None:
    if not _is_in(block, change.fields.get("id")):
        raise Quarantined("foreign_id", "This record's number is not one that its device may give.")
    if change.fields.get("uid") != str(change.uid):
        raise Quarantined("foreign_uid", "This record names itself in two ways.")


def _is_in(block: range, given: Json) -> bool:
    """Only a whole number is asked for: a range looks for anything else by walking its four thousand million."""
    return type(given) is int and given in block
