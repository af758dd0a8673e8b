"""Carrying one batch up and one page down, between this device's log and its server.

The log and the cursor are the only memory: a process that dies between any two lines here begins again with what is
stored, and the server's receipts make the second time harmless.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server_sync.protocol.faults import ProtocolFault, RefusedFault, TransportFault
from server_sync.protocol.pages import FeedPage
from server_sync.protocol.push import REFUSED, SetAnswer
from server_sync.records import outbox
from server_sync.records.apply import apply_page
from server_sync.records.feed import Cursor, Entry, Page
from server_sync.records.replica import Replica
from server_sync.worker.transport import UNREACHABLE, Transport

MOST_SETS = 500
MOST_CHANGES = 1_000

_LOST_CURSOR = frozenset({"bad_cursor", "other_location"})


@dataclass(frozen=True, slots=True)
class Pushed:
    """How a push went. `refused` is the code of the first set that was not taken and stays pending."""

    settled: int
    more: bool
    refused: str | None


class Courier:
    """Runs on the worker's thread; the records are touched between awaits, each time in one short transaction."""

    def __init__(self, replica: Replica, transport: Transport, most_sets: int = MOST_SETS) -> None:
        self._replica = replica
        self._transport = transport
        self._limit = self._most_sets = most_sets

    async def push(self) -> Pushed | None:
        """Offer the oldest pending sets and mark each by its own answer; None where nothing is pending.

        Raises Fault. After a bad answer the next batch is smaller, so that a set which breaks something between here
        and there is alone in the end.
        """
        pending = outbox.pending(self._replica.database, self._most_sets)
        batch = _within(pending, MOST_CHANGES)
        if not batch:
            return None
        try:
            answers = await self._transport.push([(one.change_set, one.hash) for one in batch])
        except (ProtocolFault, TransportFault) as fault:
            if fault.code != UNREACHABLE:
                self._most_sets = max(1, self._most_sets // 2)
            raise
        settled, refused = self._mark(batch, answers)
        # Where nothing was settled, the same sets would go again at once, for ever.
        more = settled > 0 and (len(batch) < len(pending) or len(pending) == self._most_sets)
        self._most_sets = min(self._limit, self._most_sets * 2)
        return Pushed(settled, more, refused)

    async def pull(self) -> tuple[frozenset[str], bool]:
        """Store the next page with its cursor: the nouns in it, and whether it was the last. Raises Fault."""
        cursor = outbox.stored_cursor(self._replica.database)
        try:
            page = await self._transport.pull(cursor)
        except (ProtocolFault, RefusedFault) as fault:
            if cursor is None or fault.code not in _LOST_CURSOR:
                raise
            page = await self._transport.pull(None)
        nouns = apply_page(self._replica.database, _stored(page), self._replica.clock)
        return nouns, page.is_last

    def count_pending(self) -> int:
        """How many sets wait for an answer. Raises StorageFault."""
        return outbox.count_pending(self._replica.database)

    def _mark(self, batch: Sequence[outbox.PendingSet], answers: Sequence[SetAnswer]) -> tuple[int, str | None]:
        sent = {one.change_set.uid for one in batch}
        ours = [answer for answer in answers if answer.uid in sent]
        if not ours:
            raise ProtocolFault("answers_missing", "the answer names none of the sets that were offered")
        settled = [
            outbox.Answer(answer.uid, outbox.SyncStatus(answer.status), answer.outcome, answer.resolution)
            for answer in ours
            if answer.status != REFUSED and answer.uid is not None
        ]
        outbox.mark_answered(self._replica.database, settled, self._replica.clock.now())
        return len(settled), next((answer.outcome for answer in ours if answer.status == REFUSED), None)


def _within(pending: Sequence[outbox.PendingSet], most_changes: int) -> Sequence[outbox.PendingSet]:
    """The first sets that hold at most so many changes together; one at least."""
    changes = 0
    for count, one in enumerate(pending):
        changes += len(one.change_set.changes)
        if changes > most_changes and count:
            return pending[:count]
    return pending


def _stored(page: FeedPage) -> Page:
    return Page(
        entries=tuple(Entry(entry.noun, entry.uid, entry.row) for entry in page.entries),
        cursor=Cursor.parse(page.cursor),
        is_last=page.is_last,
        settled_through=page.settled_through,
        centre_time=page.centre_time,
    )
