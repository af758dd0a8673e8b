"""Settling what devices send: each change set exactly once, whole or not at all, in the order of its device.

The receipts, the records and their places in the feed commit together, so an answer that was lost can be given again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from server_sync.central.sync.settling.batch import Batch
from server_sync.central.sync.settling.erased import without_the_erased_body
from server_sync.central.sync.settling.names import names_of_its_machine
from server_sync.central.sync.settling.offers import DeviceIdentity, Offered, Refusal, Settled
from server_sync.central.sync.settling.ownership import MOST_CHANGES
from server_sync.central.sync.settling.receipts import (
    Known,
    read_known,
    receipt_of_another_name,
    receipts_of,
    unreadable_receipt,
    write_receipts,
)
from server_sync.central.sync.settling.retrying import came_early, judge_again, to_be_retried, waiting_sets
from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, to_unix_ms
from server_sync.protocol.changes import SCHEMA_VERSION, ChangeSet
from server_sync.protocol.faults import StorageFault
from server_sync.protocol.push import UnreadableSet
from server_sync.records.outbox import SyncStatus
from server_sync.records.replica import Replica

__all__ = [
    "MOST_CHANGES",
    "DeviceIdentity",
    "Offered",
    "Refusal",
    "Settled",
    "ingest",
    "retry_all_quarantined",
    "retry_quarantined",
]

_TRIES = 3
_MET = frozenset({"40P01", "40001"})
"""PostgreSQL's codes where two transactions met: deadlock, and serialization failure. Nothing of ours was written."""

Answer = TypeVar("Answer")


def ingest(
    replica: Replica,
    device: DeviceIdentity,
    offered: Sequence[Offered | UnreadableSet],
    *,
    after: UUID | None = None,
) -> tuple[Settled, ...]:
    """Settle a batch in one transaction, in order; then announce it. Raises StorageFault: then nothing was taken.

    One bad set never holds up the rest: it is refused or quarantined alone. `after` is the set that the device made
    before the first of these, where it says so.
    """
    stamps = [one.change_set.made_at for one in offered if isinstance(one, Offered)]
    latest = str(HybridTime(to_unix_ms(replica.believed_now()) + MAX_DRIFT_MS, 0xFFFF))
    # Of what is too far ahead the clock takes as much as is believed; beside it, all that is.
    heard = [seen for seen in (_latest(stamps), _latest([one for one in stamps if one <= latest])) if seen is not None]
    replica.centre_clock.keep_ahead(max(heard, default=None))
    settled, places = again_where_two_met(lambda: _settle(replica, device, offered, after))
    for seen in heard:
        replica.centre_time(seen)
    if places:
        replica.on_commit(places)
        _retry_what_came_early(replica, [one.change_set for one in offered if isinstance(one, Offered)])
    return settled


def retry_quarantined(replica: Replica, log_id: int) -> Settled | None:
    """Judge one quarantined set again, after a fix by hand, say, and then those that waited for it.

    Its receipt takes the new answer; its device hears of the records by the feed, and of the answer when it offers the
    set again. None where no quarantined set stands there. Raises StorageFault.
    """
    settled = _retry(replica, log_id)
    if settled is not None and settled.status is not SyncStatus.FAILED:
        _retry_those_that_wait(replica)
    return settled


def retry_all_quarantined(replica: Replica) -> int:
    """Judge again, in order, what older rules quarantined; how many sets were applied. Called when a server starts."""
    applied = sum(_is_applied(_retry(replica, log_id)) for log_id in to_be_retried(replica.database))
    return applied + (_retry_those_that_wait(replica) if applied else 0)


def _retry_what_came_early(replica: Replica, arrived: Sequence[ChangeSet]) -> None:
    applied = sum(_is_applied(_retry(replica, log_id)) for log_id in came_early(replica.database, arrived))
    if applied:
        _retry_those_that_wait(replica)


def _retry_those_that_wait(replica: Replica) -> int:
    applied = 0
    while some := sum(_is_applied(_retry(replica, log_id)) for log_id in waiting_sets(replica.database)):
        applied += some
    return applied


def _retry(replica: Replica, log_id: int) -> Settled | None:
    replica.centre_clock.keep_ahead()
    settled, places = again_where_two_met(lambda: judge_again(replica, log_id))
    if places:
        replica.on_commit(places)
    return settled


def _is_applied(settled: Settled | None) -> bool:
    return settled is not None and settled.status is not SyncStatus.FAILED


def again_where_two_met(transaction: Callable[[], Answer]) -> Answer:
    """Run a transaction, and once or twice again where the database undid it for another's sake."""
    for _ in range(_TRIES - 1):
        try:
            return transaction()
        except StorageFault as fault:
            error: Any = fault.__cause__  # Any: SQLAlchemy's, around the driver's
            if getattr(getattr(error, "orig", None), "sqlstate", None) not in _MET:
                raise
    return transaction()


def _settle(
    replica: Replica, device: DeviceIdentity, offered: Sequence[Offered | UnreadableSet], after: UUID | None
) -> tuple[tuple[Settled, ...], frozenset[int]]:
    with replica.database.writing() as connection:
        now = replica.clock.now()
        first = min((one.sequence for one in offered), default=0)
        known = read_known(connection, device, [one.uid for one in offered], after=first - 1 if after else None)
        is_copy = after is not None and known.before not in (None, after)
        door = _Door(device, known, lambda: names_of_its_machine(connection, device), is_copy=is_copy)
        taken = [one for one in offered if door.takes(one)]
        batch = Batch(replica, connection, device, now)
        readable = [one for one in taken if isinstance(one, Offered)]
        in_order = len(readable) == len(taken) and not any(True for _ in door.by_another_name())
        kept = batch.settle(readable, with_receipts=in_order)
        receipts = receipts_of(device, kept[batch.receipts :], batch.answers, batch.picture, now)
        for one in taken:
            if isinstance(one, UnreadableSet):
                batch.answers[one.uid] = settled = _unreadable(one)
                batch.name(one)
                kept_body = without_the_erased_body(connection, one)
                receipts.append(unreadable_receipt(device, kept_body, settled, now))
        for again, settled in door.by_another_name():
            batch.tell_of(again.change_set)
            receipts.append(receipt_of_another_name(device, again, settled, replica.new_uid(), now))
        write_receipts(connection, sorted(receipts, key=lambda receipt: receipt["sequence"]))
        places = batch.publish() if kept or batch.named else frozenset()
    return tuple(door.answer(one, batch.answers) for one in offered), places


@dataclass(slots=True)
class _Door:
    """Who gets in: each set once, in the order of its device, and only what its device really made."""

    device: DeviceIdentity
    known: Known
    names: Callable[[], frozenset[str]]
    """The uids of all devices that this machine, or one that it was copied from or to, has been. Asked for seldom."""
    is_copy: bool
    """Whether the sets before these are another's: two copies of one database go on side by side."""
    _last: int = field(init=False)
    _taken: dict[UUID, str] = field(default_factory=dict)
    _refused: dict[int, Refusal] = field(default_factory=dict)
    """By the identity of what was offered: one body may hold a set twice."""
    _again: dict[UUID, tuple[Offered, bool]] = field(default_factory=dict)
    """What was settled before under another name of this machine; and whether it is to have its place here, too."""

    def __post_init__(self) -> None:
        self._last = self.known.last_sequence

    def takes(self, one: Offered | UnreadableSet) -> bool:
        """Whether it is to be settled now; else `answer` has the reason."""
        refusal = _forged(self.device, one) if isinstance(one, Offered) else None
        if refusal is None and (one.uid in self.known.answers or one.uid in self._taken):
            is_next = one.sequence == self._last + 1
            if isinstance(one, Offered) and self._is_by_another_name(one):
                self._again[one.uid] = one, is_next
            if is_next:
                # Another body under a known id, in a place of its own: it is refused, and what follows goes on.
                self._last = one.sequence
            return False
        refusal = refusal or self._out_of_order(one.sequence)
        if refusal is not None:
            self._refused[id(one)] = refusal
            return False
        self._last = one.sequence
        self._taken[one.uid] = one.hash
        return True

    def answer(self, one: Offered | UnreadableSet, settled: dict[UUID, Settled]) -> Settled:
        """What its device is told."""
        refusal = self._refused.get(id(one))
        if refusal is not None:
            return Settled(one.uid, None, refusal)
        if one.uid in self.known.answers:
            known_hash, before = self.known.answers[one.uid]
            is_same = known_hash == one.hash or one.uid in self._again
            return before if is_same else Settled(one.uid, None, Refusal.CHANGED_BODY)
        if self._taken[one.uid] != one.hash:
            return Settled(one.uid, None, Refusal.CHANGED_BODY)
        return settled[one.uid]

    def by_another_name(self) -> Iterator[tuple[Offered, Settled]]:
        """What is to have a place in this device's sequence, with the answer that it has already."""
        yield from ((one, self.known.answers[uid][1]) for uid, (one, is_next) in self._again.items() if is_next)

    def _is_by_another_name(self, one: Offered) -> bool:
        """Of copies of one machine that each became another, one has sent already what both had done before."""
        made_by = self.known.made_by.get(one.uid)
        own = str(self.device.uid)
        return made_by not in (None, own) and self.known.answers[one.uid][0] != one.hash and made_by in self.names()

    def _out_of_order(self, sequence: int) -> Refusal | None:
        if self.is_copy or sequence <= self._last:
            # What a copy made after that may lean on it, and could fit the sequence by chance.
            self.is_copy = True
            return Refusal.REUSED_SEQUENCE
        return Refusal.GAP if sequence > self._last + 1 else None


def _forged(device: DeviceIdentity, offered: Offered) -> Refusal | None:
    if offered.change_set.device_uid != device.uid:
        return Refusal.WRONG_DEVICE
    if offered.change_set.schema_version > SCHEMA_VERSION:
        return Refusal.NEWER_SCHEMA
    if offered.written:
        return None
    try:
        return None if offered.change_set.hash() == offered.hash else Refusal.HASH_MISMATCH
    except (ValueError, TypeError):
        return Refusal.HASH_MISMATCH


def _unreadable(unreadable: UnreadableSet) -> Settled:
    return Settled(unreadable.uid, SyncStatus.FAILED, unreadable.fault.code, unreadable.fault.message)


def _latest(stamps: Sequence[str]) -> HybridTime | None:
    """The latest of these; what nobody can read is left out."""
    latest = max(stamps, default="")  # the text sorts as the time does; nonsense is looked past
    seen = _read(latest)
    if seen is None:
        seen = max(filter(None, map(_read, stamps)), default=None)
    return seen


def _read(made_at: str) -> HybridTime | None:
    try:
        return HybridTime.parse(made_at)
    except ValueError:
        return None
