"""At a hub: the change sets of other devices that it keeps, as far as they bear on its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlalchemy import BigInteger, Connection, String, bindparam, delete, select, text

from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.strict_json import decode
from server_sync.records.prepared import Prepared
from server_sync.records.tables import held_sets

NOT_LAID = "not_laid"
"""The outcome, while it waits, of a set of which nothing is laid over the rows: the centre is sure to keep it back."""


def devices_with_held_sets(connection: Connection) -> list[str]:
    """The uids, as on the wire, of devices of which anything is kept."""
    return [row["device_id"] for row in _DEVICES.rows(connection, {})]


def held_after(connection: Connection, device_id: str, after: int) -> Iterator[tuple[int, ChangeSet]]:
    """A device's sets beyond a sequence, in order; without those that the centre keeps back, or will never take.

    What this version cannot read is kept for the centre, and laid over nothing.
    """
    for row in _LATER.rows(connection, {"device": device_id, "after": after}):
        change_set = readable(row["body"])
        if change_set is not None:
            yield row["sequence"], change_set


def readable(body: str) -> ChangeSet | None:
    """A set as its device wrote it; None where this version cannot read it."""
    try:
        return ChangeSet.from_json(decode(body.encode()))
    except ProtocolFault:
        return None


def forget_settled(connection: Connection, records: Iterable[tuple[str, UUID]]) -> None:
    """These records' people were erased: what was settled of them is kept no longer; what waits, until it is.

    A device that offers such a set again is held again, and gets the centre's own answer.
    """
    for _, uid in records:
        connection.execute(delete(held_sets).where(_SETS.status != "held", _SETS.body.contains(str(uid))))


def given_up_after(connection: Connection, device_id: str, after: int) -> list[int]:
    """A device's sequences beyond one at which nothing stands any more."""
    return [row["sequence"] for row in _GIVEN_UP.rows(connection, {"device": device_id, "after": after})]


def reflected_of(connection: Connection, device_id: str, settled_through: int) -> int:
    """Through which of a device's sequences these rows contain what it did: settled, then held without a gap."""
    row = _WITHOUT_GAP.first(connection, {"device": device_id, "after": settled_through})
    return settled_through if row is None or row["last"] is None else int(row["last"])


_IS_GONE = text("status IN ('failed', 'refused')")
_STANDS = text("status NOT IN ('failed', 'refused') AND (outcome IS NULL OR outcome <> 'not_laid')")
_SETS = held_sets.c
_OF_DEVICE = (_SETS.device_id == bindparam("device", type_=String), _SETS.sequence > bindparam("after"))
_LATER = Prepared(select(_SETS.sequence, _SETS.body).where(*_OF_DEVICE, _STANDS).order_by(_SETS.sequence))
_GIVEN_UP = Prepared(select(_SETS.sequence).where(*_OF_DEVICE, _IS_GONE))
# One look into the index for each device, however many sets it has.
_DEVICES = Prepared(
    text(
        "WITH RECURSIVE one (device_id) AS (SELECT min(device_id) FROM held_sets UNION ALL "
        "SELECT (SELECT min(device_id) FROM held_sets WHERE device_id > one.device_id) FROM one "
        "WHERE one.device_id IS NOT NULL) SELECT device_id FROM one WHERE device_id IS NOT NULL"
    ).columns(device_id=String)
)
_WITHOUT_GAP = Prepared(
    text(
        "SELECT max(sequence) AS last FROM (SELECT sequence, row_number() OVER (ORDER BY sequence) AS place "
        "FROM held_sets WHERE device_id = :device AND sequence > :after) AS later WHERE sequence = :after + place"
    ).columns(last=BigInteger)
)
