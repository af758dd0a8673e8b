"""Settling what devices send: each change set exactly once, whole or not at all, in the order of its device.

The receipt, the records and their places in the feed commit together, so an answer that was lost can be given again.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, StatementError

from server_sync.central.offered_places import places_before, settle_places
from server_sync.clinic.clocks import HybridTime
from server_sync.clinic.ids import block_range
from server_sync.merge.change_sets import HeldRecords, judge
from server_sync.merge.verdicts import Held, Quarantined, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import SCHEMA_VERSION, Action, ChangeSet
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.push import UnreadableSet
from server_sync.records import feed
from server_sync.records.derivation import derived_values
from server_sync.records.erasure import without_erased
from server_sync.records.merged_patients import without_circles
from server_sync.records.outbox import SyncStatus
from server_sync.records.replica import Replica
from server_sync.records.schema import SENT_UP
from server_sync.records.scope import HELD_BY_LOCATION, Touched
from server_sync.records.statements import insert_into, update_by_id
from server_sync.records.tables import BY_NOUN, devices, offline_sync_logs, queue_management, sent_columns
from server_sync.records.terms import refresh_terms_of
from server_sync.records.values import fields_from_wire

log = logging.getLogger(__name__)


MOST_CHANGES = 1_000
"""Records that one operation may change."""


@dataclass(frozen=True, slots=True)
class DeviceIdentity:
    """The device that its key proved to be at the other end."""

    id: int
    uid: UUID
    location_id: int
    id_block: int


@dataclass(frozen=True, slots=True)
class Offered:
    """A change set as it arrived, with the hash that its device computed."""

    change_set: ChangeSet
    hash: str

    @property
    def uid(self) -> UUID:
        """The set's own."""
        return self.change_set.uid

    @property
    def sequence(self) -> int:
        """Its place in its device's log."""
        return self.change_set.sequence


class Refusal(StrEnum):
    """Why a set was not taken at all; nothing is stored, and it may be offered again."""

    HASH_MISMATCH = "hash_mismatch"
    WRONG_DEVICE = "wrong_device"
    CHANGED_BODY = "changed_body"
    GAP = "sequence_gap"
    REUSED_SEQUENCE = "reused_sequence"
    NEWER_SCHEMA = "newer_schema"


@dataclass(frozen=True, slots=True)
class Settled:
    """The answer to one set. `status` is None where it was refused, and `outcome` then names the refusal."""

    change_set_uid: UUID
    status: SyncStatus | None
    outcome: str
    resolution: str = ""


@dataclass(slots=True)
class _Batch:
    connection: Connection
    device: DeviceIdentity
    now: datetime
    last_sequence: int
    touched: dict[feed.Reference, None] = field(default_factory=dict)
    """Records that were written."""
    named: dict[feed.Reference, None] = field(default_factory=dict)
    """Records that a settled set named, written or not: the device must hear of each as it stands now."""
    without_erased: dict[UUID, ChangeSet] = field(default_factory=dict)
    """Sets that say something of a person who was erased, without that, by their uids."""


def ingest(replica: Replica, device: DeviceIdentity, offered: Sequence[Offered | UnreadableSet]) -> tuple[Settled, ...]:
    """Settle a batch in one transaction, in order; then announce it. Raises StorageFault: then nothing was taken.

    One bad set never holds up the rest: it is refused or quarantined, each in its own savepoint.
    """
    with replica.database.writing() as connection:
        batch = _open_batch(connection, device, replica.clock.now())
        batch.without_erased = _without_erased(connection, offered)
        settled = tuple(_settle(batch, one) for one in offered)
        refresh_terms_of(connection, (uid for noun, uid in batch.touched if noun == "patient"))
        absent = {device.location_id: _absent(connection, batch.named)}
        touched = [Touched(noun, uid) for noun, uid in batch.touched]
        places = feed.publish(connection, touched, absent={key: found for key, found in absent.items() if found})
    for one in offered:
        if isinstance(one, Offered):
            _observe(replica, one.change_set.made_at)
    if places:
        replica.on_commit(places)
    return settled


def _open_batch(connection: Connection, device: DeviceIdentity, now: datetime) -> _Batch:
    """Holds the device's row, so that two requests of one device never judge the same sequence side by side."""
    lock = select(devices.c.id).where(devices.c.id == device.id).with_for_update()
    connection.execute(lock)
    log = offline_sync_logs.c
    last = connection.execute(select(func.max(log.sequence)).where(log.device_id == str(device.uid))).scalar()
    return _Batch(connection, device, now, last or 0)


def _settle(batch: _Batch, offered: Offered | UnreadableSet) -> Settled:
    refusal = _forged(batch, offered) if isinstance(offered, Offered) else None
    if refusal is None:
        receipt = _receipt(batch.connection, offered.uid)
        if receipt is not None:
            return receipt[1] if receipt[0] == offered.hash else Settled(offered.uid, None, Refusal.CHANGED_BODY)
        refusal = _out_of_order(batch, offered.sequence)
    if refusal is not None:
        return Settled(offered.uid, None, refusal)
    batch.last_sequence = offered.sequence
    if isinstance(offered, UnreadableSet):
        return _quarantine_unreadable(batch, offered)
    # The receipt keeps the hash that its device sent, of the whole.
    offered = replace(offered, change_set=batch.without_erased.get(offered.uid, offered.change_set))
    settled = _judge_and_write(batch, offered.change_set)
    _store_receipt(batch, offered, settled)
    changes = offered.change_set.changes
    references = {(change.noun, change.uid): None for change in changes if change.noun in BY_NOUN}
    batch.named |= references
    if settled.status is not SyncStatus.FAILED:
        batch.touched |= references
    return settled


def _without_erased(connection: Connection, offered: Sequence[Offered | UnreadableSet]) -> dict[UUID, ChangeSet]:
    return without_erased(connection, [one.change_set for one in offered if isinstance(one, Offered)])


def _absent(connection: Connection, named: Iterable[feed.Reference]) -> list[feed.Reference]:
    """Of the records that were named, those that the centre does not hold: their device must hear that.

    One that is held goes where its scope says and nowhere else: to name a uid is not to be allowed to read it.
    """
    references = [reference for reference in named if reference[0] != "audit"]
    held = feed.read_rows(connection, references)
    return [reference for reference in references if reference not in held]


def _forged(batch: _Batch, offered: Offered) -> Refusal | None:
    if offered.change_set.device_uid != batch.device.uid:
        return Refusal.WRONG_DEVICE
    if offered.change_set.schema_version > SCHEMA_VERSION:
        return Refusal.NEWER_SCHEMA
    try:
        return None if offered.change_set.hash() == offered.hash else Refusal.HASH_MISMATCH
    except (ValueError, TypeError):
        return Refusal.HASH_MISMATCH


def _out_of_order(batch: _Batch, sequence: int) -> Refusal | None:
    if sequence <= batch.last_sequence:
        return Refusal.REUSED_SEQUENCE
    return Refusal.GAP if sequence > batch.last_sequence + 1 else None


def _judge_and_write(batch: _Batch, change_set: ChangeSet) -> Settled:
    try:
        with batch.connection.begin_nested():
            _refuse_a_flood(change_set)
            held = _held_records(batch.connection, change_set)
            _check_ownership(batch.device, change_set, held)
            change_set = without_circles(batch.connection, change_set)
            verdicts = judge(change_set, held, _twins(batch, change_set))
            places = places_before(batch.connection, change_set)
            for verdict in sorted(verdicts, key=_referred_first):
                _write(batch, verdict)
            verdicts = [*settle_places(batch.connection, batch.now, change_set, places), *verdicts]
    except Quarantined as quarantined:
        return Settled(change_set.uid, SyncStatus.FAILED, quarantined.reason, quarantined.words)
    except ProtocolFault as fault:
        return Settled(change_set.uid, SyncStatus.FAILED, fault.code, fault.message)
    except (IntegrityError, DataError):
        words = "This breaks a rule of the records: a number is taken, or something it refers to is missing."
        return Settled(change_set.uid, SyncStatus.FAILED, "broken_rule", words)
    except DBAPIError:
        raise  # the disk's or the server's fault, not the set's
    except _NONSENSE as error:
        # Values of wrong kinds, which no rule foresaw. A 500 would hold up this device's whole log for ever.
        log.exception("a change set could not be judged", extra={"change_set": change_set.uid})
        words = f"This could not be understood ({type(error).__name__})."
        return Settled(change_set.uid, SyncStatus.FAILED, "not_understood", words)
    return _summary(change_set.uid, verdicts)


def _summary(uid: UUID, verdicts: Sequence[Verdict]) -> Settled:
    words = " ".join(dict.fromkeys(verdict.resolution for verdict in verdicts if verdict.resolution))
    told = [verdict.outcome for verdict in verdicts if verdict.resolution]
    status = SyncStatus.CONFLICT if any(verdict.needs_a_person for verdict in verdicts) else SyncStatus.SYNCED
    return Settled(uid, status, told[0] if told else verdicts[0].outcome, words)


def _refuse_a_flood(change_set: ChangeSet) -> None:
    if len(change_set.changes) > MOST_CHANGES:
        raise Quarantined("too_many_changes", f"One operation may change {MOST_CHANGES} records.")


def _check_ownership(device: DeviceIdentity, change_set: ChangeSet, held: HeldRecords) -> None:
    """A device writes for its own location, and gives ids out of its own block."""
    block = block_range(device.id_block)
    for change in change_set.changes:
        places = {
            row["location_id"]
            for row in (held.get((change.noun, change.uid), {}), change.fields)
            if "location_id" in row
        }
        if change.noun in HELD_BY_LOCATION and places != {device.location_id}:
            raise Quarantined("other_location", "This belongs to another location than its device.")
        if change.action is Action.CREATE and not _is_in(block, change.fields.get("id")):
            raise Quarantined("foreign_id", "This record's number is not one that its device may give.")
        if change.action is Action.CREATE and change.fields.get("uid") != str(change.uid):
            raise Quarantined("foreign_uid", "This record names itself in two ways.")


def _is_in(block: range, given: Json) -> bool:
    """Only a whole number is asked for: a range looks for anything else by walking its four thousand million."""
    return isinstance(given, int) and not isinstance(given, bool) and given in block


def _held_records(connection: Connection, change_set: ChangeSet) -> HeldRecords:
    """What the centre holds of the set's records, locked on PostgreSQL until the batch commits."""
    references = sorted({(change.noun, change.uid) for change in change_set.changes if change.noun in BY_NOUN})
    if connection.dialect.name == "postgresql":
        for noun, uid in references:
            table = BY_NOUN[noun]
            connection.execute(select(table.c.id).where(table.c.uid == uid).with_for_update())
    return feed.read_rows(connection, references, SENT_UP)


def _twins(batch: _Batch, change_set: ChangeSet) -> dict[Json, list[Held]]:
    """The places at the device's location that already stand for an appointment that the set checks in."""
    wanted = [
        change.fields.get("appointment_id")
        for change in change_set.changes
        if change.noun == "queue" and change.action is Action.CREATE
    ]
    uids = _standing_places(batch, [one for one in wanted if type(one) is int])
    rows = feed.read_rows(batch.connection, [("queue", uid) for uid in uids], SENT_UP)
    twins: dict[Json, list[Held]] = {}
    for row in rows.values():
        twins.setdefault(row["appointment_id"], []).append(row)
    return twins


def _standing_places(batch: _Batch, appointment_ids: Sequence[int]) -> Iterable[UUID]:
    place = queue_management.c
    query = select(place.uid).where(
        place.appointment_id.in_(appointment_ids),
        place.location_id == batch.device.location_id,
        place.current_status != "cancelled",
        place.deleted_at.is_(None),
    )
    return batch.connection.execute(query.order_by(place.uid)).scalars().all() if appointment_ids else ()


def _referred_first(verdict: Verdict) -> int:
    return _ORDER[verdict.noun]


def _write(batch: _Batch, verdict: Verdict) -> None:
    table = BY_NOUN[verdict.noun]
    values = fields_from_wire(table, verdict.values, sent_columns(table, SENT_UP))
    if not values:
        return
    values |= derived_values(verdict.noun, values)
    if verdict.is_new:
        row = values | {"version": 1}
        batch.connection.execute(insert_into(table, tuple(row)), row)
    else:
        id_of = select(table.c.id).where(table.c.uid == verdict.uid)
        row_id = batch.connection.execute(id_of).scalar_one()
        statement = update_by_id(table, tuple(values)).values(version=table.c.version + 1)
        parameters = {f"new_{name}": value for name, value in values.items()}
        batch.connection.execute(statement, {"row_id": row_id, **parameters})
    batch.touched[verdict.noun, verdict.uid] = None


def _receipt(connection: Connection, uid: UUID) -> tuple[str, Settled] | None:
    """The hash and the answer of a set that was settled before."""
    row = connection.execute(_RECEIPT, {"uid": uid}).first()
    if row is None:
        return None
    return row.hash, Settled(uid, SyncStatus(row.sync_status), row.outcome or "", row.conflict_resolution or "")


def _store_receipt(batch: _Batch, offered: Offered, settled: Settled) -> None:
    change_set = offered.change_set
    first = change_set.changes[0]
    batch.connection.execute(
        insert(offline_sync_logs),
        {
            "change_set_uid": change_set.uid,
            "device_id": str(change_set.device_uid),
            "sequence": change_set.sequence,
            "intent": change_set.intent[:64],
            "sync_type": first.noun[:32],
            "record_id": _record_id(batch.connection, first.noun, first.uid),
            "action": first.action.value,
            "data": change_set.to_json(),
            "hash": offered.hash,
            "sync_status": (settled.status or SyncStatus.FAILED).value,
            "outcome": settled.outcome,
            "conflict_resolution": settled.resolution or None,
            "sync_timestamp": _claimed_time(change_set.made_at, batch.now),
            "server_timestamp": batch.now,
        },
    )


def _quarantine_unreadable(batch: _Batch, unreadable: UnreadableSet) -> Settled:
    """Keep what cannot be read as text, whole; the rest of the device's log goes on."""
    settled = Settled(unreadable.uid, SyncStatus.FAILED, unreadable.fault.code, unreadable.fault.message)
    batch.connection.execute(
        insert(offline_sync_logs),
        {
            "change_set_uid": unreadable.uid,
            "device_id": str(batch.device.uid),
            "sequence": unreadable.sequence,
            "intent": "unreadable",
            "sync_type": "unreadable",
            "action": Action.UPDATE.value,
            # As ASCII within a text: no database keeps U+0000 or half a surrogate pair.
            "data": {"unreadable": json.dumps(unreadable.body)},
            "hash": unreadable.hash,
            "sync_status": SyncStatus.FAILED.value,
            "outcome": settled.outcome,
            "conflict_resolution": settled.resolution,
            "sync_timestamp": batch.now,
            "server_timestamp": batch.now,
        },
    )
    return settled


def _record_id(connection: Connection, noun: str, uid: UUID) -> int | None:
    if noun not in BY_NOUN:
        return None
    table = BY_NOUN[noun]
    return connection.execute(select(table.c.id).where(table.c.uid == uid)).scalar()


def _claimed_time(made_at: str, now: datetime) -> datetime:
    """When the device says it happened; our own time where its clock makes no sense."""
    try:
        return datetime.fromtimestamp(HybridTime.parse(made_at).unix_ms / 1000, now.tzinfo)
    except (ValueError, OverflowError, OSError):
        return now


def _observe(replica: Replica, made_at: str) -> None:
    try:
        replica.centre_time(HybridTime.parse(made_at))
    except ValueError:
        return


_NONSENSE = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, StatementError)
_ORDER = {noun: place for place, noun in enumerate(BY_NOUN)}
_RECEIPT = select(
    offline_sync_logs.c.hash,
    offline_sync_logs.c.sync_status,
    offline_sync_logs.c.outcome,
    offline_sync_logs.c.conflict_resolution,
).where(offline_sync_logs.c.change_set_uid == bindparam("uid"))
