"""The centre's hybrid clock, which never goes back: not after a restart, nor with the machine's clock.

It works as a timestamp oracle does: a bound is stored ahead of use, no time beyond it is given, and the next run
begins at it. Where nobody could store a further one in time, the clock lags behind the wall, which harms nothing.
"""

from __future__ import annotations

import threading
from datetime import datetime

from sqlalchemy import bindparam, select, update

from server_sync.clinic.clocks import MAX_DRIFT_MS, Clock, HybridTime, from_unix_ms, to_unix_ms
from server_sync.records.database import Database
from server_sync.records.prepared import Prepared
from server_sync.records.tables import offline_sync_logs, replica

RESERVED_MS = 2_000
"""How far ahead the bound is stored: about how far ahead of the wall a run begins that follows at once."""

RUNNING_OUT_MS = 1_000
COUNTED_MS = 100
"""Of each millisecond there are 65,536 times: this is enough for a clock that the wall does not move."""


class CentreClock:
    """Gives the centre's times. Threads may share it; processes on one database each have their own."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._lock = threading.Lock()
        self._last = self._bound = _last_given(database)

    def next(self, seen: HybridTime | None = None) -> HybridTime:
        """The next time, after `seen` if given. In memory: it may be asked for within any transaction."""
        now = self._clock.now()
        with self._lock:
            if seen is not None:
                self._last = max(self._last, min(self._last.observe(seen, self._believed(now)), self._bound))
            self._last = self._last.tick(min(now, from_unix_ms(self._bound.unix_ms)))
            return self._last

    def told(self) -> HybridTime:
        """The time as others are told it: not before any that was given."""
        with self._lock:
            return max(self._last, HybridTime(to_unix_ms(self._clock.now()), 0))

    def believed_now(self) -> datetime:
        """The present; where the clock was set back, not long before what was counted up to.

        Whatever lies further ahead of it than devices are believed lies ahead of all that the centre has stamped.
        """
        with self._lock:
            return self._believed(self._clock.now())

    def keep_ahead(self, seen: HybridTime | None = None) -> None:
        """Store a further bound where the stored one is nearly used up, so that `next(seen)` may be given.

        Called before a transaction begins, as it has one of its own. Raises StorageFault.
        """
        now = self._clock.now()
        now_ms = to_unix_ms(now)
        with self._lock:
            reached = self._last if seen is None else self._last.observe(seen, self._believed(now))
            moves = now_ms >= reached.unix_ms
            least_ms = now_ms + RUNNING_OUT_MS if moves else reached.unix_ms + COUNTED_MS // 2
            if self._bound.unix_ms >= least_ms:
                return
            bound = HybridTime(now_ms + RESERVED_MS if moves else reached.unix_ms + COUNTED_MS, 0)
        with self._database.writing() as connection:
            _STORE.rows(connection, {"bound": str(bound)})
        with self._lock:
            self._bound = max(self._bound, bound)

    def _believed(self, now: datetime) -> datetime:
        return max(now, from_unix_ms(max(0, self._last.unix_ms - MAX_DRIFT_MS)))


def _last_given(database: Database) -> HybridTime:
    """Nothing later was ever given; of records from before there was a bound, what was last settled says it."""
    settled = select(offline_sync_logs.c.server_timestamp).order_by(offline_sync_logs.c.id.desc()).limit(1)
    with database.reading() as connection:
        bound = connection.execute(select(replica.c.last_hybrid_time)).scalar()
        last = connection.execute(settled).scalar()
    stored = HybridTime(0, 0) if bound is None else HybridTime.parse(bound)
    # A run that could store no further bound may have counted on within its last millisecond, and into the next.
    return max(HybridTime(stored.unix_ms + 1, 0xFFFF) if stored.unix_ms else stored, _from(last))


def _from(moment: datetime | None) -> HybridTime:
    return HybridTime(0, 0) if moment is None else HybridTime(to_unix_ms(moment), 0)


_STORE = Prepared(
    update(replica).where(replica.c.last_hybrid_time < bindparam("bound")).values(last_hybrid_time=bindparam("bound"))
)
