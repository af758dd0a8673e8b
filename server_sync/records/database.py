"""Opening a database: PostgreSQL, SQLite, or SQLCipher where a key is given; and the guard at its synced tables."""

from __future__ import annotations

import math
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DatabaseError, DBAPIError, DisconnectionError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from server_sync.protocol.faults import StorageFault
from server_sync.records.prepared import told_as_sqlalchemy_tells
from server_sync.records.sqlite import BUSY_TIMEOUT_MS, CHECKPOINT, sqlite_engine
from server_sync.records.tables import SYNCED

DOOR = {"door": "open"}
"""Execution options of the two doors through which synced tables are written (`work`, `apply`)."""

TRUSTED_IDLE_S = 2.0
"""How long a pooled connection to PostgreSQL may lie idle before it is tried out: a restarted server closed it."""

_WRITES = re.compile(
    r"\s*(?:insert\s+(?:or\s+\w+\s+)?into|update(?:\s+or\s+\w+)?|delete\s+from|replace\s+into)\s+[\"`]?(\w+)", re.I
)


class UnguardedWriteError(Exception):
    """Somebody wrote a synced table past the unit of work: the offline log would not know. A bug."""


@dataclass(frozen=True, slots=True)
class Pool:
    """How many connections a process may hold at PostgreSQL, and how long it waits for one, and for an answer."""

    connections: int = 20
    wait_s: float = 5.0
    statement_timeout_s: float | None = None
    """None: as the server says. A migration may take as long as it takes."""


class Database:
    """One database and its pool of connections. Threads may share it; a connection belongs to one thread at a time."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        # Whoever writes SQLite waits here: its own waiting sleeps, in steps of up to a tenth of a second.
        self._turn = threading.RLock()
        self._since_checkpoint = 0
        event.listen(engine, "before_cursor_execute", _guard_synced_tables)

    @property
    def is_postgres(self) -> bool:
        """PostgreSQL, where several processes write at once; else one of the SQLites."""
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def connected(self, *, to_write: bool) -> Iterator[Connection]:
        """A connection on which the caller begins and ends transactions.

        On SQLite one that is to write takes the lock at BEGIN (IMMEDIATE), so that it never fails half-way.
        Raises StorageFault where the disk or the file breaks.
        """
        with self._turn_to_write(to_write), _faults(), self.engine.connect() as connection:
            connection.info["immediate"] = to_write
            if self.is_postgres and not to_write:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def _turn_to_write(self, to_write: bool) -> Iterator[None]:
        if not to_write or self.is_postgres:
            yield
            return
        if not self._turn.acquire(timeout=BUSY_TIMEOUT_MS / 1000):
            raise StorageFault("storage_busy", "another transaction holds what this one needs", retry_helps=True)
        try:
            yield
        finally:
            self._since_checkpoint += 1
            self._turn.release()

    def checkpoint(self, after: int = 1) -> None:
        """Copy what was committed from SQLite's log into its file, where `after` transactions have come since last.

        Others may write meanwhile: whoever has time does it, so that a commit that somebody waits for need not. Raises
        StorageFault. Nothing on PostgreSQL.
        """
        if self.is_postgres or self._since_checkpoint < after:
            return
        self._since_checkpoint = 0
        with _faults(), self.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            with told_as_sqlalchemy_tells(driver, connection.dialect, CHECKPOINT):
                driver.execute(CHECKPOINT).fetchall()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write; committed at the end, rolled back by any exception."""
        with self.connected(to_write=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads: one consistent picture, no lock that a writer would wait for."""
        with self.connected(to_write=False) as connection, connection.begin():
            yield connection

    def forget_deleted(self) -> None:
        """Leave nothing of what was deleted in a SQLite file; PostgreSQL's own VACUUM sees to that in time.

        Writes the whole file anew. Raises StorageFault `storage_busy` where somebody reads for longer than we wait.
        """
        if self.is_postgres:
            return
        with _faults():
            connection = self.engine.raw_connection()
            try:
                connection.cursor().execute("VACUUM")
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except self.engine.dialect.loaded_dbapi.Error as error:
                raise StorageFault("storage_busy", "the file is in use", retry_helps=True) from error
            finally:
                connection.close()

    @property
    def pool_use(self) -> tuple[int, int]:
        """How many connections are in use, and how many may be."""
        pool: Any = self.engine.pool  # Any: the kinds of pool share no type that counts
        return int(pool.checkedout()), int(pool.size() + max(0, pool._max_overflow))

    def close(self) -> None:
        """Close every pooled connection."""
        self.engine.dispose()


def open_database(
    url: str, *, key_hex: str | None = None, enforce_references: bool = False, pool: Pool | None = None
) -> Database:
    """Open `url` (SQLAlchemy's form); with `key_hex` (64 hexadecimal digits) a SQLite file is SQLCipher-encrypted.

    `enforce_references` is for a centre, which refuses what refers to nothing; PostgreSQL always does. A device must
    take whatever its upstream sends, in whatever order, and so never enforces.

    Nothing is read yet but the file's first page: raises StorageFault `damaged_or_sealed` where the file is not
    a database, or not one of this key.
    """
    if make_url(url).get_backend_name() == "postgresql":
        return Database(_postgres_engine(url, pool or Pool()))
    database = Database(sqlite_engine(url, key_hex, enforce_references=enforce_references))
    try:
        with database.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except StorageFault:
        database.close()
        raise
    return database


def _postgres_engine(url: str, pool: Pool) -> Engine:
    # Parameters name patients: no error may show them.
    engine = create_engine(
        url, pool_size=pool.connections, max_overflow=0, pool_timeout=pool.wait_s, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def limit(connection: Any, _record: Any) -> None:  # Any: the driver's own
        # Statements are prepared by `records.pipeline`: psycopg would have them all forgotten at each ROLLBACK.
        connection.prepare_threshold = None
        if pool.statement_timeout_s is not None:
            connection.autocommit = True
            connection.execute(f"SET statement_timeout = {round(pool.statement_timeout_s * 1000)}")
            connection.autocommit = False

    @event.listens_for(engine, "checkin")
    def remember(_connection: Any, record: Any) -> None:  # Any: SQLAlchemy's own signature
        record.info["idle_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def try_out(connection: Any, record: Any, _proxy: Any) -> None:
        # Not each time, as SQLAlchemy's `pool_pre_ping` would: a round trip is a tenth of a booking.
        if time.monotonic() - record.info.get("idle_since", math.inf) > TRUSTED_IDLE_S:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as error:
                raise DisconnectionError from error

    return engine


def _guard_synced_tables(
    _connection: Connection, _cursor: Any, statement: str, _parameters: Any, context: Any, _many: bool
) -> None:
    match = _WRITES.match(statement)
    if match is None or match.group(1).lower() not in SYNCED:
        return
    if context is None or context.execution_options.get("door") != "open":
        raise UnguardedWriteError(f"{match.group(1)} is written through the unit of work only")


@contextmanager
def _faults() -> Iterator[None]:
    """Turn what a broken disk or server raises into faults; wrong SQL stays a bug."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StorageFault("storage_busy", "every connection is in use", retry_helps=True) from error
    except OperationalError as error:
        raise _storage_fault(error) from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:  # IntegrityError, DataError, ProgrammingError: not the disk's fault
            raise
        raise StorageFault("damaged_or_sealed", "the file is no database, is damaged, or has another key") from error


def _storage_fault(error: DBAPIError) -> StorageFault:
    reason = str(error.orig).lower()
    if any(word in reason for word in ("locked", "busy", "deadlock", "statement timeout")):
        return StorageFault("storage_busy", "another transaction holds what this one needs", retry_helps=True)
    if "full" in reason:
        return StorageFault("disk_full", "no space is left for the database", retry_helps=True)
    if "no such table" in reason or "no such column" in reason:
        return StorageFault("not_migrated", "the database has not been migrated")
    return StorageFault(
        "storage_broken", f"the database could not be used ({type(error.orig).__name__})", retry_helps=True
    )
