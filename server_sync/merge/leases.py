"""Leases: the one thing that a device may say of one is that it gives it back, once and for good."""

from __future__ import annotations

from server_sync.merge.verdicts import Held, Outcome, Quarantined, Verdict
from server_sync.protocol.changes import Action, RecordChange


def merge_lease(change: RecordChange, held: Held, stamp: str = "") -> Verdict:
    """A lease that was given back stays so; all else about it is the centre's. That it is the holder who says so is
    for whoever knows the device to check.
    """
    if change.action is not Action.UPDATE or set(change.fields) != {"returned_at"}:
        raise Quarantined("not_a_devices_record", "A device may give a lease back, and change nothing else of it.")
    returned_at = change.fields["returned_at"]
    if not isinstance(returned_at, str):
        raise Quarantined("not_a_devices_record", "A lease that was given back stays so.")
    if held.get("returned_at") is not None:
        return Verdict("lease", change.uid, Outcome.ALREADY_SO)
    return Verdict("lease", change.uid, Outcome.APPLIED, {"returned_at": returned_at})
