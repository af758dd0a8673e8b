"""What a worker sees to beside carrying: leases, an old log, and whether it holds what its server holds.

Times are seconds of the event loop's clock, handed in.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from math import inf

from server_sync.desk.appointments.leases import tend_leases
from server_sync.protocol.faults import Fault, TransportFault
from server_sync.records import outbox
from server_sync.records.counting import ids_left, ids_used_up
from server_sync.records.replica import Replica
from server_sync.worker.answers import NOT_OUR_SERVER
from server_sync.worker.courier import Courier

log = logging.getLogger(__name__)

KEEP_SETTLED = timedelta(days=35)
"""How long settled sets stay in a device's log: longer than any server's backups lie apart."""

TEND_EVERY_S = 60.0
PRUNE_EVERY_S = 3600.0
TELL_EVERY_S = 600.0
"""Between namings of people whom the server was told to have erased, and did not erase again."""
LEARN_EVERY_S = 3600.0
"""Between questions after what was learned of waits: that changes once a night."""
COMPARE_EVERY_S = 30.0
COMPARING_SHARE = 0.01
"""Comparing reads every row's hash: of a large register it takes its time, and so comes less often."""
MENDING_SHARE = 0.1
"""The same, until both are found to hold the same: what a server has lost must not stand here for minutes."""


class Upkeep:
    """Made and used on the worker's event loop; called where a pull has ended with the last page."""

    def __init__(
        self, replica: Replica, courier: Courier, time: Callable[[], float], *, tells_waits: bool = True
    ) -> None:
        self._replica = replica
        self._courier = courier
        self._time = time
        self._tend_at = self._prune_at = self._compare_at = self._tell_at = -inf
        self._learn_at = -inf if tells_waits else inf
        self._is_news = True
        self.mended = 0
        """Records that differed from the server's and were fetched anew, in this run."""

    def heard(self) -> None:
        """Something came from the server: what both hold is worth comparing."""
        self._is_news = True

    async def see_to_it(self) -> bool:
        """Do what is due; whether there is something to send. Faults are logged: the next time comes by itself.

        Raises StorageFault `ids_used_up` where nothing more can be made here, which waiting does not mend.
        """
        if not ids_left(self._replica.database):
            raise ids_used_up()
        try:
            await self._tell_erasures()
            await self._compare()
            await self._fetch_learned()
            self._prune()
            return self._tend()
        except Fault as fault:
            log.info("upkeep was put off", extra={"code": fault.code})
            return False

    async def _tell_erasures(self) -> None:
        if self._time() < self._tell_at:
            return
        try:
            told = await self._courier.tell_erasures()
        except Fault as fault:
            log.info("telling erasures was put off", extra={"code": fault.code})
            if not _is_the_servers_word(fault):
                return  # with the next pull
            told = 0  # a server of before knows no such thing
        if told == 0:
            self._tell_at = self._time() + TELL_EVERY_S

    async def _fetch_learned(self) -> None:
        if self._time() < self._learn_at:
            return
        try:
            await self._courier.fetch_learned_waits()
        except Fault as fault:
            log.info("what was learned of waits was put off", extra={"code": fault.code})
            if not _is_the_servers_word(fault):
                return  # with the next pull
            # A server of before knows no such thing, or its file is of a later version.
        self._learn_at = self._time() + LEARN_EVERY_S

    def _tend(self) -> bool:
        if self._time() < self._tend_at:
            return False
        self._tend_at = self._time() + TEND_EVERY_S
        return tend_leases(self._replica)

    def _prune(self) -> None:
        if self._time() < self._prune_at:
            return
        now = outbox.trusted_now(self._replica.database, self._replica.clock.now())
        more = now is not None and outbox.prune(self._replica.database, now - KEEP_SETTLED) > 0
        self._prune_at = self._time() + (TEND_EVERY_S if more else PRUNE_EVERY_S)

    async def _compare(self) -> None:
        began = self._time()
        if not self._is_news or began < self._compare_at:
            return
        self._compare_at = began + COMPARE_EVERY_S
        try:
            mended = await self._courier.compare()
        except Fault as fault:
            log.info("comparing was put off", extra={"code": fault.code})
            return
        self.mended += mended or 0
        # Until both are found to hold the same: whoever had moved on, or was mended, is compared once more.
        self._is_news = mended != 0
        share = MENDING_SHARE if self._is_news else COMPARING_SHARE
        self._compare_at = max(self._compare_at, self._time() + (self._time() - began) / share)


def _is_the_servers_word(fault: Fault) -> bool:
    """Whether it will say the same for a while: not where nothing answered, or something in its place."""
    return not isinstance(fault, TransportFault) and fault.code != NOT_OUR_SERVER
