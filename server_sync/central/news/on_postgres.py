"""News between several server processes on one PostgreSQL, by its LISTEN and NOTIFY.

A NOTIFY inside a booking's transaction would take a lock that all notifying commits of the server share, and hold it
while the disk is waited for (measured: 16 writers fall to half). So whoever commits only rings a bell here: one thread
with one connection of its own tells the others, several commits in one word, and hears them.

What gets lost (this process is killed between a COMMIT and its word) is found by whoever follows the feed: they look
by themselves from time to time.
"""

from __future__ import annotations

import contextlib
import logging
import random
import selectors
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import psycopg
from sqlalchemy import Engine

from server_sync.central.news.announcer import InProcessAnnouncer, Subscription
from server_sync.records.database import Database

log = logging.getLogger(__name__)

CHANNEL = "anteroom_news"
EVERYWHERE = "*"
MOST_NAMED = 500
"""Locations in one NOTIFY, whose text may have 8,000 bytes; more are told as everywhere."""

GATHER_S = 0.01
"""Between two words to the others: a burst of commits is few words."""
PROBE_S = 20.0
"""A line that was silent for so long is asked whether it still stands."""
SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 10.0

_LINE = {"keepalives_idle": 15, "keepalives_interval": 5, "keepalives_count": 3, "tcp_user_timeout": 15_000}

Connect = Callable[[], "psycopg.Connection[Any]"]


def connect_to(engine: Engine) -> Connect:
    """A way to open connections like the engine's, which notice within half a minute that the line is dead."""
    arguments, options = engine.dialect.create_connect_args(engine.url)
    options = {"connect_timeout": 10, **_LINE, **options}
    return lambda: psycopg.connect(*arguments, autocommit=True, **options)


def told(location_ids: Iterable[int]) -> str:
    """What a NOTIFY says of these locations."""
    places = sorted(location_ids)
    return EVERYWHERE if len(places) > MOST_NAMED else ",".join(map(str, places))


def tell(database: Database, location_ids: Iterable[int]) -> None:
    """Tell every listening process, from a command that has no announcer of its own. Raises StorageFault."""
    if places := frozenset(location_ids):
        with database.writing() as connection:
            connection.exec_driver_sql("SELECT pg_notify(%s, %s)", (CHANNEL, told(places)))


class PostgresAnnouncer:
    """An announcer that carries news between all processes on one database. See Announcer.

    Its own listeners are woken at once; the line to the others is mended with back-off, and everybody is woken then.
    """

    def __init__(self, connect: Connect, pause_s: float = SHORTEST_PAUSE_S) -> None:
        self._connect = connect
        self._shortest_pause_s = pause_s
        self._local = InProcessAnnouncer()
        self._lock = threading.Lock()
        self._pending: set[int] = set()
        self._bell, self._ear = _bell()
        self._stopping = threading.Event()
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
        self._stopping.set()
        self._ring()
        if self._thread is not None:
            self._thread.join(5)
            self._thread = None
        self._bell.close()
        self._ear.close()

    def announce(self, location_ids: Iterable[int]) -> None:
        """See Announcer."""
        places = frozenset(location_ids)
        self._local.announce(places)
        with self._lock:
            must_ring = bool(places) and not self._pending
            self._pending |= places
        if must_ring:
            self._ring()

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

    def _ring(self) -> None:
        with contextlib.suppress(OSError):  # full: it rings already; closed: nobody is there
            self._bell.send(b"!")

    def _run(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            try:
                with self._connect() as connection:
                    connection.execute(f"LISTEN {CHANNEL}".encode())
                    self._hears, failures = True, 0
                    # What was said while nobody listened here was missed.
                    self._local.announce_everywhere()
                    self._follow(connection)
            except (psycopg.Error, OSError) as error:
                failures += 1
                log.warning("the line to the other processes is down", exc_info=error, extra={"tries": failures})
            finally:
                self._hears = False
            self._stopping.wait(self._pause_s(failures))

    def _pause_s(self, failures: int) -> float:
        longest = min(LONGEST_PAUSE_S, self._shortest_pause_s * 2.0 ** min(failures, 10))
        return random.uniform(longest / 2, longest) if failures else 0.0  # noqa: S311 - no secret

    def _follow(self, connection: psycopg.Connection[Any]) -> None:
        own_pid = connection.info.backend_pid
        with selectors.DefaultSelector() as selector:  # not select(): it knows no file number from 1,024 on
            selector.register(self._ear, selectors.EVENT_READ)
            selector.register(connection, selectors.EVENT_READ)
            while not self._stopping.is_set():
                if not selector.select(PROBE_S):
                    connection.execute("SELECT 1")
                self._tell(connection)
                for notice in connection.notifies(timeout=0):
                    if notice.pid != own_pid:
                        self._hear(notice.payload)

    def _tell(self, connection: psycopg.Connection[Any]) -> None:
        _drain(self._ear)
        with self._lock:
            places, self._pending = self._pending, set()
        if not places:
            return
        try:
            connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, told(places)))
        except psycopg.Error:
            with self._lock:
                self._pending |= places
            self._ring()
            raise
        self._stopping.wait(GATHER_S)

    def _hear(self, payload: str) -> None:
        places = list(_places_in(payload))
        if places:
            self._local.announce(places)
        else:
            self._local.announce_everywhere()


def _places_in(payload: str) -> Iterator[int]:
    """Nothing where it is not a list of locations: then anything may have changed."""
    for part in payload.split(","):
        if not part.isdecimal():
            return
        yield int(part)


def _bell() -> tuple[socket.socket, socket.socket]:
    bell, ear = socket.socketpair()
    bell.setblocking(False)
    ear.setblocking(False)
    return bell, ear


def _drain(ear: socket.socket) -> None:
    with contextlib.suppress(BlockingIOError):
        while ear.recv(4096):
            continue
