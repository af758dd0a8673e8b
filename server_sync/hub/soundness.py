"""Which sets a hub lays over its rows: not those of which the centre would say at a glance that they are nonsense.

They are held and forwarded like all others: what becomes of them only the centre says.
"""

from __future__ import annotations

from collections.abc import Mapping

from server_sync.central.sync.settling.columns import columns_of
from server_sync.central.sync.settling.judging import MISJUDGED
from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.central.sync.settling.ownership import check_ownership
from server_sync.central.sync.settling.picture import Picture, Reference, Row
from server_sync.merge.change_sets import DEVICES_MAY_WRITE
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.tables import BY_NOUN, sent_columns
from server_sync.records.tables.schema import SENT_UP


def is_sound(device: DeviceIdentity, change_set: ChangeSet, rows: Mapping[Reference, Row]) -> bool:
    """Whether a set says what its device may say, in values of the right kinds. `rows` are those that it names."""
    try:
        check_ownership(device, change_set, Picture(rows=dict(rows)))
        return all(_is_whole(change) for change in change_set.changes)
    except MISJUDGED:
        return False


def _is_whole(change: RecordChange) -> bool:
    if change.noun not in DEVICES_MAY_WRITE:
        return False
    columns_of(change.noun).checked(change.fields)
    if change.action is not Action.CREATE:
        return True
    table = BY_NOUN[change.noun]
    needed = [table.c[name] for name in sent_columns(table, SENT_UP)]
    return all(
        change.fields.get(str(column.name)) is not None
        for column in needed
        if not column.nullable and column.server_default is None
    )
