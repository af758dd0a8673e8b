"""Offering what waits in the log, batch after batch: while one is awaited, the one before is marked, the next read.

Two are on their way where answers come soon, so that neither side waits for the other or for the line. The server
takes a device's pushes in the order of their arrival; one that overtook another is refused as a gap, and goes again.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.faults import ProtocolFault, TransportFault
from server_sync.protocol.push import HELD, SetAnswer, SpoiltHash
from server_sync.records import outbox
from server_sync.records.outbox import Answer, PendingSet, SyncStatus
from server_sync.records.replica import Replica
from server_sync.records.upstream.holding import Holding, count_to_offer, holding, note_held, to_offer
from server_sync.worker.batch_size import MOST_CHANGES, BatchSize
from server_sync.worker.transport import UNREACHABLE, Transport

log = logging.getLogger(__name__)

MOST_SETS = 1_000
MOST_BATCHES = 12
"""After so many the worker looks around: there may be something to pull, or a better way."""

MARKED_BESIDE_A_PERSON = 40
"""Answers that are noted at a time while somebody is at the screen."""

YIELDING_S = 0.002

CHANGES_BESIDE_A_PERSON = 250
"""A batch's while somebody is at the screen: reading and writing more would hold Python up for longer than is felt."""

SENDING_S = 0.002
"""By then a request has left; whatever else is done on this thread would hold it up."""

GAP = "sequence_gap"
MISMATCH = "hash_mismatch"
_SETTLED = frozenset(status.value for status in SyncStatus) - {SyncStatus.PENDING.value}


@dataclass(frozen=True, slots=True)
class Pushed:
    """How a push went. `refused` is the code of the first set that was not taken and stays pending."""

    settled: int
    more: bool
    refused: str | None


@dataclass(frozen=True, slots=True)
class _OnItsWay:
    batch: Sequence[PendingSet]
    answers: asyncio.Task[tuple[SetAnswer, ...]]
    began_s: float
    is_cut: bool
    overtakes: bool
    """Whether another was on its way: only then may it have come first."""


@dataclass(slots=True)
class _Run:
    """What became of the batches of one push so far."""

    waiting: int
    sent: int = 0
    settled: int = 0
    batches: int = 0
    is_whole: bool = True
    """Whether all that was heard of was settled: what comes after a set that was not taken leaves a gap."""
    overtook: bool = False
    refused: str | None = None
    ahead: Sequence[PendingSet] = ()
    last: ChangeSet | None = None
    """What was sent last."""
    on_their_way: deque[_OnItsWay] = field(default_factory=deque)
    unmarked: Sequence[Answer] = ()
    """Their marking can wait until the next batch has left: who dies before is given the same answers again."""

    @property
    def goes_on(self) -> bool:
        """Whether another batch may follow those that were sent."""
        return self.is_whole and self.batches < MOST_BATCHES and self.sent < self.waiting

    def heard(self, one: _OnItsWay, settled: Sequence[Answer], refused: str | None, held: int = 0) -> None:
        """The answers to one batch, in the order in which they were sent; so many more are held by a hub."""
        self.unmarked = settled
        self.settled += len(settled)
        if self.is_whole and len(settled) + held < len(one.batch):
            self.overtook = one.overtakes and refused == GAP and not settled and not held
            self.refused = None if self.overtook else refused
            self.is_whole, self.ahead = False, ()


class Offering:
    """One device's log on its way to one server. The records are touched between awaits, in short transactions."""

    def __init__(
        self,
        replica: Replica,
        transport: Transport,
        most_sets: int,
        somebody_is_there: Callable[[], bool],
        on_failed: Callable[[Iterable[UUID]], None],
        hub: str = "",
    ) -> None:
        """`on_failed` hears of sets that were quarantined; `hub` is the server's name, where it is a hub."""
        self._replica = replica
        self._transport = transport
        self._most_sets = most_sets
        self._somebody_is_there = somebody_is_there
        self._on_failed = on_failed
        self._size = BatchSize(MOST_CHANGES)
        self._answered_s = 0.0
        self._hub = hub
        self._holding = holding(replica.database, hub) if hub else Holding()
        # Sets that are not any more what was logged: the server keeps what is left of them, and the rest goes on.
        self._spoilt: set[UUID] = set()

    def count_waiting(self) -> int:
        """How many sets are to be offered: to a hub those that it does not hold yet, or can give a final answer to."""
        if not self._hub:
            return outbox.count_pending(self._replica.database)
        stored = holding(self._replica.database, self._hub)
        begins_anew = stored.epoch not in (None, self._holding.epoch) and self._holding.epoch is not None
        known = 0 if begins_anew else self._holding.held_through  # before its first page nothing can be stored of it
        self._holding = replace(stored, held_through=max(known, stored.held_through))
        return count_to_offer(self._replica.database, self._holding)

    def may_offer_more(self) -> bool:
        """Whether a hub has heard of more that is settled, or was wiped, since last time, and there is something."""
        before = self._holding
        waiting = self.count_waiting()
        is_more = self._holding.settled_through > before.settled_through
        return waiting > 0 and (is_more or self._holding.held_through < before.held_through)

    async def offer_pending(self, waiting: int) -> Pushed:
        """Offer the oldest of so many pending sets, and mark each by its own answer. Raises Fault.

        After a bad answer the next batch is smaller, so that a set which breaks something between here and there is
        alone in the end.
        """
        run = _Run(waiting, ahead=self._read())
        try:
            while run.ahead or run.on_their_way:
                if run.ahead and len(run.on_their_way) < self._size.on_their_way:
                    await self._send(run)
                else:
                    await self._hear(run)
            await self._mark_heard(run)
        finally:
            _let_go(run.on_their_way)
        # Where nothing was settled, the same sets would go again at once, for ever.
        more = run.settled > 0 and (run.sent < waiting or run.overtook)
        more = more or (run.refused == MISMATCH and self._finds_spoilt())
        return Pushed(run.settled, more, run.refused)

    def _finds_spoilt(self) -> bool:
        """Whether sets that come next are found to be spoilt on this disk, and not on their way."""
        known = len(self._spoilt)
        for one in outbox.pending(self._replica.database, self._most_sets):
            if one.change_set.hash() != one.hash:
                log.error("a set in the log was damaged", extra={"change_set": one.change_set.uid})
                self._spoilt.add(one.change_set.uid)
        return len(self._spoilt) > known

    def _pairs(self, batch: Sequence[PendingSet]) -> list[tuple[ChangeSet, str]]:
        return [
            (one.change_set, SpoiltHash(one.hash) if one.change_set.uid in self._spoilt else one.hash) for one in batch
        ]

    async def offer(self, batch: Sequence[PendingSet]) -> tuple[int, str | None]:
        """Offer just these: how many were settled, and why the first was not that was not taken. Raises Fault."""
        run = _Run(len(batch), ahead=batch)
        try:
            await self._send(run)
            await self._hear(run)
            await self._mark_heard(run)
        finally:
            _let_go(run.on_their_way)
        return run.settled, run.refused

    async def _send(self, run: _Run) -> None:
        """Let the next batch go; once it has left, there is time for what came before and what comes after."""
        batch, run.ahead = run.ahead, ()
        run.sent += len(batch)
        run.batches += 1
        pushing = asyncio.create_task(self._transport.push(self._pairs(batch), self._before(batch, run.last)))
        run.last = batch[-1].change_set
        began_s, is_cut = asyncio.get_running_loop().time(), run.sent < run.waiting
        run.on_their_way.append(_OnItsWay(batch, pushing, began_s, is_cut, overtakes=len(run.on_their_way) > 0))
        if run.unmarked or run.goes_on:
            await asyncio.wait({pushing}, timeout=SENDING_S)
        await self._mark_heard(run)
        if run.goes_on:
            run.ahead = self._read(after=run.last.sequence)
            if run.ahead:
                self._transport.prepare(self._pairs(run.ahead), self._before(run.ahead, run.last))

    def _before(self, batch: Sequence[PendingSet], sent: ChangeSet | None) -> UUID | None:
        """The set that this device made before the first of these: of two copies of one machine, another each."""
        sequence = batch[0].change_set.sequence - 1
        if sent is not None and sent.sequence == sequence:
            return sent.uid
        return outbox.set_at(self._replica.database, sequence)

    async def _hear(self, run: _Run) -> None:
        """Wait for the answers to the batch that is under way for the longest."""
        await self._mark_heard(run)
        one = run.on_their_way[0]
        answers = await self._answers_to(one)
        run.on_their_way.popleft()
        settled, refused = _read_answers(one.batch, answers)
        run.heard(one, settled, refused, self._hold(run, one.batch, answers))
        if run.overtook:
            self._size.overtook()

    def _hold(self, run: _Run, batch: Sequence[PendingSet], answers: Sequence[SetAnswer]) -> int:
        """Note which of these a hub holds from now on; how many it holds. What it has held before is no progress."""
        held = {answer.uid for answer in answers if answer.status == HELD}
        if not held:
            return 0
        taken = held | {answer.uid for answer in answers if answer.status in _SETTLED}
        run.settled += sum(
            one.change_set.uid in held and one.change_set.sequence > self._holding.held_through for one in batch
        )
        through = self._holding.held_through
        for one in batch:
            if one.change_set.uid not in taken:
                break
            through = max(through, one.change_set.sequence)
        if through > self._holding.held_through:
            self._holding = replace(self._holding, held_through=through)
            note_held(self._replica.database, self._hub, through)
        return sum(one.change_set.uid in held for one in batch)

    async def _answers_to(self, one: _OnItsWay) -> tuple[SetAnswer, ...]:
        loop = asyncio.get_running_loop()
        try:
            answers = await one.answers
        except (ProtocolFault, TransportFault) as fault:
            if fault.code != UNREACHABLE:
                self._size.failed()
            raise
        took_s = loop.time() - max(one.began_s, self._answered_s)
        self._answered_s = loop.time()
        self._size.answered(took_s, was_full=one.is_cut)
        return answers

    def _read(self, after: int = 0) -> tuple[PendingSet, ...]:
        most = self._size.changes
        if self._somebody_is_there():
            most = min(most, CHANGES_BESIDE_A_PERSON)
        # Hardly a set has fewer than two changes, its own and its audit entry: what is left over is read in vain.
        if self._hub:
            return to_offer(self._replica.database, self._holding, min(self._most_sets, most), most, after=after)
        return outbox.pending(self._replica.database, min(self._most_sets, max(1, most // 2)), most, after=after)

    async def _mark_heard(self, run: _Run) -> None:
        settled, run.unmarked = run.unmarked, ()
        most = MARKED_BESIDE_A_PERSON if self._somebody_is_there() else MOST_SETS
        for start in range(0, len(settled), most):
            if start:  # whoever waits for the lock has it now
                await asyncio.sleep(YIELDING_S)
            outbox.mark_answered(self._replica.database, settled[start : start + most], self._replica.clock.now())
        failed = [one for one in settled if one.status is SyncStatus.FAILED]
        if failed:
            self._on_failed(one.change_set_uid for one in failed)


def _let_go(on_their_way: Iterable[_OnItsWay]) -> None:
    """Nobody waits for these any more."""
    for one in on_their_way:
        one.answers.cancel()
        if one.answers.done() and not one.answers.cancelled():
            one.answers.exception()  # so that asyncio does not complain that nobody looked


def _read_answers(batch: Sequence[PendingSet], answers: Sequence[SetAnswer]) -> tuple[list[Answer], str | None]:
    """What is to be marked of a batch, and the first refusal. Raises ProtocolFault where nothing is about it."""
    sent = {one.change_set.uid for one in batch}
    ours = [answer for answer in answers if answer.uid in sent]
    if not ours:
        raise ProtocolFault("answers_missing", "the answer names none of the sets that were offered")
    settled = [
        Answer(answer.uid, SyncStatus(answer.status), answer.outcome, answer.resolution)
        for answer in ours
        if answer.status in _SETTLED and answer.uid is not None
    ]
    return settled, next((answer.outcome for answer in ours if answer.status == "refused"), None)
