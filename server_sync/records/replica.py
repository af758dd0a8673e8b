"""One machine's replica: who it is, and the two ways to use its records, reading and working."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, insert, select

from server_sync.clinic.clocks import Clock, HybridTime, SystemClock
from server_sync.clinic.ids import RandomBytes, uuid7
from server_sync.clinic.leases import RunTime, SinceBoot
from server_sync.protocol.faults import StorageFault
from server_sync.records.boot_clock import BootClock
from server_sync.records.centre_clock import CentreClock
from server_sync.records.counting import CentreIds
from server_sync.records.database import Database
from server_sync.records.disk_space import LEAST_FREE_BYTES, FreeBytes, unknown
from server_sync.records.reading import Reading
from server_sync.records.tables import replica as replica_table
from server_sync.records.work import Work


@dataclass(frozen=True, slots=True)
class Identity:
    """Which replica this is. The centre has no location, no series and block 0."""

    role: str
    device_uid: UUID
    location_id: int | None = None
    series: str = ""
    id_block: int = 0
    kind: str = ""
    """What kind of device (`devices.kind`), as far as its centre has said so."""

    @property
    def is_centre(self) -> bool:
        """The centre settles what devices send; a device offers what it did."""
        return self.role == "centre"


class Replica:
    """The records of one machine. Threads may share it; each piece of work runs whole in one thread.

    `on_commit(location_ids)` is called after each commit that changed records, on the thread that made it:
    the places whose listeners have news (empty on a device, which has a worker to nudge instead).
    """

    def __init__(
        self,
        database: Database,
        *,
        clock: Clock | None = None,
        random_bytes: RandomBytes = os.urandom,
        since_boot: SinceBoot | None = None,
        free_bytes: FreeBytes = unknown,
    ) -> None:
        self.database = database
        self.clock = clock or SystemClock()
        self._since_boot = since_boot or BootClock()
        self._run = ""
        self._free_bytes = free_bytes
        self.random_bytes = random_bytes
        self.centre_ids = CentreIds()
        self.on_commit: Callable[[frozenset[int]], None] = lambda _locations: None
        self.identity = read_identity(database)
        self.centre_clock = CentreClock(database, self.clock)
        self._run_lock = threading.Lock()

    def new_uid(self) -> UUID:
        """A fresh UUIDv7."""
        return uuid7(self.clock.now(), self.random_bytes)

    def run_time(self) -> RunTime | None:
        """How long this machine has been up, as this run can prove it; None where nobody can. Thread-safe.

        A run is this object: records that were put back or copied are opened by another, which proves nothing of what
        an earlier one noted.
        """
        up = self._since_boot.read()
        if up is None:
            return None
        with self._run_lock:
            self._run = self._run or self.random_bytes(8).hex()
        return RunTime(up.machine_id, f"{up.boot_id}/{self._run}", up.elapsed_ms)

    def centre_time(self, seen: HybridTime | None = None) -> HybridTime:
        """The centre's next hybrid time, after `seen` if given. Thread-safe; see `CentreClock.next`."""
        return self.centre_clock.next(seen)

    def believed_now(self) -> datetime:
        """The present; where the clock was set back, not long before what was counted up to. Thread-safe."""
        return self.centre_clock.believed_now()

    @contextmanager
    def work(self, intent: str, actor: str) -> Iterator[Work]:
        """One front-desk operation: records, log and audit in one transaction, committed when the block ends.

        `intent` names the operation (`check_in`); `actor` is `patient`, `system` or a user's uid. An exception
        rolls everything back. Raises StorageFault where the disk or the file breaks, and `disk_full` before it would:
        then nothing happened.
        """
        free = self._free_bytes()
        if free is not None and free < LEAST_FREE_BYTES:
            raise StorageFault("disk_full", "the disk is nearly full: nothing more is promised", retry_helps=True)
        if self.identity.is_centre:
            self.centre_clock.keep_ahead()
        with self.database.connected(to_write=True) as connection:
            with connection.begin():
                work = Work(self, connection, intent, actor)
                yield work
                places = work.seal()
                work.commit()
            work.committed()
        if work.changed_anything:
            self.on_commit(places)

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """One consistent picture of the records."""
        with self.database.reading() as connection:
            yield Reading(connection, self.clock.now(), self)


def found(database: Database, identity: Identity) -> None:
    """Make an empty, migrated database the replica `identity`. Raises StorageFault where it already is one."""
    with database.writing() as connection:
        if connection.execute(select(replica_table.c.id)).first() is not None:
            raise StorageFault("already_founded", "this database already belongs to a replica")
        connection.execute(
            insert(replica_table),
            {
                "id": 1,
                "role": identity.role,
                "device_uid": identity.device_uid,
                "location_id": identity.location_id,
                "series": identity.series,
                "id_block": identity.id_block,
                "kind": identity.kind,
            },
        )


def is_founded(database: Database) -> bool:
    """Whether the database already belongs to a replica."""
    with database.reading() as connection:
        return connection.execute(select(replica_table.c.id)).first() is not None


def read_identity(database: Database) -> Identity:
    """Whose records these are. Raises StorageFault `not_founded`."""
    with database.reading() as connection:
        return _identity_row(connection)


def _identity_row(connection: Connection) -> Identity:
    table = replica_table.c
    row = connection.execute(
        select(table.role, table.device_uid, table.location_id, table.series, table.id_block, table.kind)
    ).first()
    if row is None:
        raise StorageFault("not_founded", "this database belongs to no replica yet: enrol the device first")
    return Identity(*row)
