"""Carrying one batch up and one page down, between this device's log and its server.

The log and the cursor are the only memory: a process that dies between any two lines here begins again with what is
stored, and the server's receipts make the second time harmless.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass

from server_sync.desk.waits.kept import keep_file, kept_version
from server_sync.protocol.erasures import MOST_ERASURES
from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, StorageFault
from server_sync.protocol.pages import FeedPage, Progress
from server_sync.records import outbox
from server_sync.records.disk_space import LEAST_FREE_TO_PULL_BYTES, FreeBytes, unknown
from server_sync.records.replica import Replica
from server_sync.records.upstream.apply import apply_page
from server_sync.records.upstream.incarnations import becoming, is_restored
from server_sync.records.upstream.known_erasures import come_back
from server_sync.records.upstream.reading_ahead import read_ahead
from server_sync.records.upstream.unsettled import Unsettled
from server_sync.worker.batch_size import MOST_CHANGES
from server_sync.worker.healing import Patience, compare_and_heal, release_held
from server_sync.worker.laid_over import lay_over
from server_sync.worker.offering import GAP, MOST_SETS, Offering
from server_sync.worker.offering import Pushed as Pushed
from server_sync.worker.slices import SliceSize, sliced
from server_sync.worker.transport import Transport

REUSED = "reused_sequence"
"""The server's word for a device that went back in time, or that is a copy of one."""

YIELDING_S = 0.002

READ_BESIDE_A_PERSON = 40
"""Sets that wait that are read at a time while somebody is at the screen: some two milliseconds."""

CHECKPOINT_AFTER_SLICES = 8
"""Some two megabytes of SQLite's log."""

_LOST_CURSOR = frozenset({"bad_cursor", "other_location"})


def nobody() -> bool:
    """Where there is no screen."""
    return False


@dataclass(frozen=True, slots=True)
class Pulled:
    """How a pull went: nouns of which something came, and whether that was the last page for now."""

    nouns: frozenset[str]
    is_last: bool
    offers_again: bool = False
    """The server went back in time: what it had answered waits to be offered once more."""
    progress: Progress | None = None
    """Rows of the first snapshot that have come, of how many."""


class Courier:
    """Runs on the worker's thread; the records are touched between awaits, each time in one short transaction."""

    def __init__(
        self,
        replica: Replica,
        transport: Transport,
        most_sets: int = MOST_SETS,
        *,
        upstream: str = "",
        somebody_is_there: Callable[[], bool] = nobody,
        free_bytes: FreeBytes = unknown,
    ) -> None:
        """`upstream` names the server at the other end; the centre's name is empty."""
        self._replica = replica
        self._transport = transport
        self._most_sets = most_sets
        self._upstream = upstream
        self._somebody_is_there = somebody_is_there
        self._free_bytes = free_bytes
        self._slice = SliceSize()
        self._unsettled = Unsettled()
        self._offering = Offering(replica, transport, most_sets, somebody_is_there, self._unsettled.forget, upstream)
        # A first snapshot on its way, and what had been answered when it was asked for.
        self._stream: AsyncGenerator[FeedPage, None] | None = None
        self._answered = 0
        self._offers_again = False
        # Through which quarantined set has been asked after anew, over this transport.
        self._asked_after = 0
        self.is_copy = not upstream and is_restored(replica.database)
        """The server knows of sequences that this database never gave: it went back in time, or is a copy."""
        # The same by a hub's word, which may have been put back itself: so nothing of it is taken, and no more is done.
        self._is_one_of_two = False
        self._patience = Patience()

    async def push(self) -> Pushed | None:
        """Offer the oldest pending sets and mark each by its own answer; None where there are none. Raises Fault."""
        waiting = self._offering.count_waiting()
        if not waiting:
            if not self._upstream:
                await self._ask_after_quarantined()
            return None
        pushed = await self._offering.offer_pending(waiting)
        # Who this is the centre alone decides: a hub may have been put back itself.
        lost = pushed.refused == REUSED or self._misses_what_is_pruned(pushed.refused)
        self.is_copy = self.is_copy or (not self._upstream and lost)
        self._is_one_of_two = bool(self._upstream) and pushed.refused == REUSED
        return pushed

    def _misses_what_is_pruned(self, refused: str | None) -> bool:
        """Whether the server, restored from long ago, waits for sets that this log has let go of: for ever, by name."""
        return refused == GAP and outbox.begins_after_a_gap(self._replica.database)

    async def offer_all(self) -> None:
        """Offer everything that is pending once, in order, whatever is refused: what the server knows it answers."""
        after = 0
        while batch := outbox.pending(self._replica.database, self._most_sets, MOST_CHANGES, after=after):
            after = batch[-1].change_set.sequence
            await self._offering.offer(batch)

    async def pull(self) -> Pulled:
        """Store the next page with its cursor. Raises Fault."""
        free = self._free_bytes()
        if free is not None and free < LEAST_FREE_TO_PULL_BYTES:
            raise StorageFault("disk_full", "the disk is nearly full: no rows are taken", retry_helps=True)
        cursor = outbox.stored_cursor(self._replica.database, self._upstream)
        page, answered = await self._next_page(cursor)
        try:
            # Kept until a page was stored: what is pending again is in the log by now, and nobody else would say so.
            self._offers_again = self._compare(page, answered) or self._offers_again
            # Whose counters went back would meet its own earlier numbers: all rows come anew under its new name.
            is_copy = self.is_copy or self._is_one_of_two or becoming(self._replica.database) is not None
            nouns = frozenset() if is_copy else await self._store(page, cursor)
        except BaseException:
            # A stream would go on behind the page that is not stored: begin another at the stored cursor.
            await self.close()
            raise
        offers_again, self._offers_again = self._offers_again, False
        if page.is_last and not is_copy:
            if self._upstream:
                offers_again = self._offering.may_offer_more()
            else:
                now_s = asyncio.get_running_loop().time()
                nouns |= await release_held(self._replica, self._transport, page.settled_of, self._patience, now_s)
        if self._is_one_of_two:  # what was not stored would come again at once
            await self.close()
        return Pulled(nouns, page.is_last or self._is_one_of_two, offers_again, page.progress)

    async def compare(self) -> int | None:
        """Compare with the server what both hold; how many records were mended, None: ask again. Raises Fault."""
        return await compare_and_heal(self._replica, self._transport, self._upstream)

    async def tell_erasures(self) -> int | None:
        """Name people to a server that went back in time, whom it had erased before: how many it has erased again.

        None where nobody came back. Raises Fault.
        """
        back = come_back(self._replica.database, MOST_ERASURES)
        return await self._transport.tell_erasures(back) if back else None

    async def fetch_learned_waits(self) -> bool:
        """Take over what was learned of this location's waits; whether it was new. Raises Fault."""
        location_id = self._replica.identity.location_id
        if location_id is None:
            return False
        with self._replica.read() as reading:
            known = kept_version(reading, location_id) or ""
        file = await self._transport.learned_waits(known)
        if file is None:
            return False
        from server_sync.desk.waits.knowledge import UnreadableKnowledge  # numpy: not before there is something to read

        try:
            keep_file(self._replica.database, location_id, file, self._replica.clock.now())
        except UnreadableKnowledge as error:
            raise ProtocolFault("malformed_waits", str(error)) from error
        return True

    async def close(self) -> None:
        """Let go of a stream that nobody will read on."""
        stream, self._stream = self._stream, None
        if stream is not None:
            await stream.aclose()

    async def _next_page(self, cursor: str | None) -> tuple[FeedPage, int]:
        """The page after `cursor`, and what had been answered to us before the server can have looked for it."""
        if cursor is None and self._stream is None:
            self._begin_stream(None)
        if self._stream is not None:
            page = await self._streamed()
            if page is not None:
                return page, self._answered
        _, answered = outbox.counted_through(self._replica.database)
        try:
            page = await self._transport.pull(cursor)
        except (ProtocolFault, RefusedFault) as fault:
            if cursor is None or fault.code not in _LOST_CURSOR:
                raise
            page = await self._transport.pull(None)
        if page.progress is not None and not page.is_last:
            self._begin_stream(page.cursor)
        return page, answered

    def _begin_stream(self, cursor: str | None) -> None:
        _, self._answered = outbox.counted_through(self._replica.database)
        self._stream = self._transport.snapshot(cursor)

    async def _streamed(self) -> FeedPage | None:
        """The next page of the stream; None where it has ended. Raises Fault: then it is gone, its pages are stored."""
        try:
            page = await anext(self._stream, None) if self._stream is not None else None
        except Fault:
            await self.close()
            raise
        if page is None or page.is_last:
            await self.close()
        return page

    def count_pending(self) -> int:
        """How many sets wait for an answer. Raises StorageFault."""
        return outbox.count_pending(self._replica.database)

    async def _store(self, page: FeedPage, cursor: str | None) -> frozenset[str]:
        if not self._somebody_is_there():
            return self._apply(page)
        while not read_ahead(self._replica.database, page, self._unsettled, self._upstream, READ_BESIDE_A_PERSON):
            await asyncio.sleep(YIELDING_S)
        time = asyncio.get_running_loop().time
        nouns: frozenset[str] = frozenset()
        for part in sliced(page, cursor, self._slice):
            began = time()
            nouns |= self._apply(part)
            self._slice.took(took := time() - began)
            # Whoever waits for the lock has it now, and half of the time in any case.
            await asyncio.sleep(max(YIELDING_S, took))
            self._replica.database.checkpoint(after=CHECKPOINT_AFTER_SLICES)
        return nouns

    def _apply(self, page: FeedPage) -> frozenset[str]:
        return apply_page(
            self._replica.database,
            page,
            self._replica.clock,
            rebase=lay_over,
            upstream=self._upstream,
            unsettled=self._unsettled,
        )

    def _compare(self, page: FeedPage, answered: int) -> bool:
        """See who went back in time, if anybody; whether answered sets are to be offered again.

        `answered` is what had been answered before the page was asked for, so that an answer which came meanwhile
        deceives nobody.
        """
        if self._upstream:
            self._is_one_of_two = self._is_one_of_two or self._has_another(page)
        if page.last_sequence is None or self._upstream:
            return False
        database = self._replica.database
        is_ahead = page.last_sequence > outbox.last_given(database) or self._has_another(page)
        if not (is_ahead or page.last_sequence < answered) or becoming(database) is not None:
            return False  # whoever is becoming another may be answered as either
        self.is_copy = self.is_copy or is_ahead
        return page.last_sequence < answered and outbox.offer_again(database, page.last_sequence) > 0

    def _has_another(self, page: FeedPage) -> bool:
        """Whether the server knows another set under one of these sequences: what they did since was done before."""
        if page.last_set is None or page.last_sequence is None:
            return False
        return outbox.set_at(self._replica.database, page.last_sequence) not in (None, page.last_set)

    async def _ask_after_quarantined(self) -> None:
        """Once a connection: a newer rule at the server may have settled what an older one kept back."""
        device_uid = self._replica.identity.device_uid
        while batch := outbox.quarantined(self._replica.database, device_uid, self._asked_after, self._most_sets):
            await self._offering.offer(batch)
            self._asked_after = batch[-1].change_set.sequence
