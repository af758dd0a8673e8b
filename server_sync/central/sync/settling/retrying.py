"""Quarantined sets, tried again: when the rules or the schema changed, or somebody mended what they broke on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, literal_column, select

from server_sync.central.sync.settling.batch import Batch
from server_sync.central.sync.settling.joined_people import merged_into
from server_sync.central.sync.settling.offers import DeviceIdentity, Offered, Settled
from server_sync.central.sync.settling.receipts import RULES, judged_anew, read_known
from server_sync.central.sync.settling.waiting import MAY_WAIT, REFERENCES, WAITS
from server_sync.protocol.canonical import encode
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.push import SPOILT, SPOILT_WORDS
from server_sync.records.among import among
from server_sync.records.database import Database
from server_sync.records.erasure import UNREADABLE
from server_sync.records.outbox import SyncStatus
from server_sync.records.prepared import Prepared
from server_sync.records.replica import Replica
from server_sync.records.tables import devices, offline_sync_logs

_log = offline_sync_logs.c
_IS_QUARANTINED = _log.sync_status == SyncStatus.FAILED.value
_MISSING = Prepared(
    select(_log.id, _log.data)
    .where(_IS_QUARANTINED, among(_log.outcome, "outcomes"))
    .order_by(_log.id.desc())
    .limit(literal_column("500"))  # the newest: what comes early waits for hours, not for months
)


def to_be_retried(database: Database) -> list[int]:
    """Ids of the receipts of sets that other rules than ours quarantined, in the order in which they came."""
    return _ids(database, select(_log.id).where(_IS_QUARANTINED, _log.rules.is_distinct_from(RULES)))


def waiting_sets(database: Database) -> list[int]:
    """Ids of the receipts of sets that wait for a quarantined one."""
    return _ids(database, select(_log.id).where(_IS_QUARANTINED, _log.outcome == WAITS))


def came_early(database: Database, arrived: Iterable[ChangeSet]) -> list[int]:
    """Ids of the receipts of sets that were quarantined for want of what these sets have made, in their order.

    Devices that share a hub build on each other's work, and may reach the centre in another order.
    """
    made = [one for change_set in arrived for one in change_set.changes if one.action is Action.CREATE]
    if not made:
        return []
    uids = {one.uid for one in made}
    ids = {(one.noun, given) for one in made if type(given := one.fields.get("id")) is int}
    with database.reading() as connection:
        rows = _MISSING.rows(connection, {"outcomes": sorted(MAY_WAIT)})
    return sorted(row["id"] for row in rows if _names(_read(row["data"]), uids, ids))


def _names(read: ChangeSet | ProtocolFault, uids: set[UUID], ids: set[tuple[str, int]]) -> bool:
    if isinstance(read, ProtocolFault):
        return False
    return any(
        one.uid in uids or merged_into(one) in uids or not ids.isdisjoint(_references(one)) for one in read.changes
    )


def _references(change: RecordChange) -> Iterator[tuple[str, int]]:
    """Records that the change refers to; anything else in a reference's place is nonsense, and names nobody."""
    for column, noun in REFERENCES.items():
        given = change.fields.get(column)
        if type(given) is int:
            yield noun, given


def judge_again(replica: Replica, log_id: int) -> tuple[Settled | None, frozenset[int]]:
    """Judge one quarantined set in a transaction of its own; its answer, and the locations that have news of it."""
    with replica.database.writing() as connection:
        receipt = connection.execute(_RECEIPT.where(_log.id == log_id)).mappings().first()
        device = None if receipt is None else _device(connection, receipt["device_id"])
        if receipt is None or device is None:
            return None, frozenset()
        read_known(connection, device, [])  # nothing of the device is settled meanwhile
        now = replica.clock.now()
        read = ProtocolFault(SPOILT, SPOILT_WORDS) if receipt["outcome"] == SPOILT else _read(receipt["data"])
        if isinstance(read, ProtocolFault):
            settled = Settled(receipt["change_set_uid"], SyncStatus.FAILED, read.code, read.message)
            judged_anew(connection, settled, now)
            return settled, frozenset()
        batch = Batch(replica, connection, device, now)
        batch.settle([Offered(read, receipt["hash"])])
        settled = batch.answers[read.uid]
        judged_anew(connection, settled, now)
        return settled, batch.publish()


def _ids(database: Database, query: Select[Any]) -> list[int]:
    with database.reading() as connection:
        return list(connection.execute(query.order_by(_log.id)).scalars())


def _read(body: Any) -> ChangeSet | ProtocolFault:  # Any: a JSON document of our own log
    """The set, also of a body that nobody could read before and that is readable now."""
    try:
        if UNREADABLE in body:
            body = json.loads(body[UNREADABLE])
        change_set = ChangeSet.from_json(body)
        encode(change_set.to_json())
    except ProtocolFault as fault:
        return fault
    except (ValueError, TypeError) as error:
        return ProtocolFault("malformed_change_set", f"it holds what has no canonical form ({type(error).__name__})")
    return change_set


def _device(connection: Connection, uid: str) -> DeviceIdentity | None:
    table = devices.c
    query = select(table.id, table.uid, table.location_id, table.id_block, table.kind).where(table.uid == UUID(uid))
    row = connection.execute(query).first()
    return None if row is None else DeviceIdentity(*row)


_RECEIPT = select(_log.change_set_uid, _log.device_id, _log.data, _log.hash, _log.outcome)
_RECEIPT = _RECEIPT.where(_IS_QUARANTINED).with_for_update()
