"""News between processes on one SQLite file: one server, and the commands that people run beside it.

SQLite tells nobody; but a connection can ask cheaply whether any other has committed (PRAGMA data_version), and the
heads of the feed then say where. One thread asks each second, and at once after a commit of this process: it looks at
the heads before it wakes anybody, so that own news is told once and not again as somebody else's.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable

from sqlalchemy import Connection, select

from server_sync.central.news.announcer import InProcessAnnouncer, Subscription
from server_sync.protocol.faults import StorageFault
from server_sync.records.database import Database
from server_sync.records.tables import feed_heads

log = logging.getLogger(__name__)

LOOK_S = 1.0

Heads = dict[int, tuple[int, int]]
"""Epoch and position of each location's feed."""


class SqliteAnnouncer:
    """An announcer that also notices what other processes commit to the file, within `look_s`. See Announcer."""

    def __init__(self, database: Database, look_s: float = LOOK_S) -> None:
        self._database = database
        self._look_s = look_s
        self._local = InProcessAnnouncer()
        self._lock = threading.Lock()
        self._pending: set[int] = set()
        self._bell = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None
        self._hears = False

    def start(self) -> None:
        """See Announcer."""
        self._local.start()
        self._thread = threading.Thread(target=self._run, name="announcer", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """See Announcer."""
        self._local.stop()
        self._stopping = True
        self._bell.set()
        if self._thread is not None:
            self._thread.join(5)
            self._thread = None

    def announce(self, location_ids: Iterable[int]) -> None:
        """See Announcer."""
        with self._lock:
            self._pending.update(location_ids)
        self._bell.set()

    def subscribe(self, location_id: int) -> Subscription:
        """See Announcer."""
        return self._local.subscribe(location_id)

    def unsubscribe(self, subscription: Subscription) -> None:
        """See Announcer."""
        self._local.unsubscribe(subscription)

    @property
    def listeners(self) -> int:
        """See Announcer."""
        return self._local.listeners

    @property
    def hears_others(self) -> bool:
        """See Announcer."""
        return self._hears

    def _run(self) -> None:
        while not self._stopping:
            try:
                with self._database.connected(to_write=False) as connection:
                    self._follow(connection)
            except StorageFault as fault:
                log.warning("the records could not be watched", exc_info=fault, extra={"code": fault.code})
                self._wake(frozenset(), self._taken())
                self._bell.wait(self._look_s)
            finally:
                self._hears = False

    def _follow(self, connection: Connection) -> None:
        version, heads = _version(connection), _heads(connection)
        self._hears = True
        # What was committed while nobody looked was missed.
        self._local.announce_everywhere()
        while not self._stopping:
            self._bell.wait(self._look_s)
            self._bell.clear()
            own = self._taken()
            present = _version(connection)
            if present == version and not own:
                continue
            # In this order: a commit between the two is seen by the next look, at worst twice.
            version, before, heads = present, heads, _heads(connection)
            self._wake(frozenset(place for place, head in heads.items() if before.get(place) != head), own)

    def _taken(self) -> frozenset[int]:
        with self._lock:
            own, self._pending = frozenset(self._pending), set()
        return own

    def _wake(self, moved: frozenset[int], own: frozenset[int]) -> None:
        self._local.announce(moved | own)


def _version(connection: Connection) -> int:
    with connection.begin():
        return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def _heads(connection: Connection) -> Heads:
    with connection.begin():
        rows = connection.execute(select(feed_heads.c.location_id, feed_heads.c.epoch, feed_heads.c.position)).all()
    return {row.location_id: (row.epoch, row.position) for row in rows}
