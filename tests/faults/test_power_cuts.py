"""Power cuts: what was acknowledged is there afterwards, whole, and the harness would notice if it were not.

The statements are the engine's own, recorded while people use a kiosk; the settings are those that the engine's
connections have. Both are replayed on a disk that loses power at a random write or sync. (SQLCipher encrypts pages
above this layer and brings a SQLite of its own, into which no disk can be put; it writes and syncs as SQLite does.)
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import apsw
import pytest
from sqlalchemy import event

from server_sync.clinic.ids import uuid7
from server_sync.records.database import open_database
from server_sync.records.migration import migrate
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.tables import locations, patients
from tests.clinics import DEVICE_KEY, HandClock
from tests.faults.crash_disk import CrashDisk, PowerCutError

SEED = 20261122
OPERATIONS = 60
CUTS = 150


@dataclass(frozen=True, slots=True)
class Recorded:
    """A kiosk's file before anybody came, and each operation as its statements, BEGIN to COMMIT."""

    image: bytes
    operations: tuple[tuple[str, ...], ...]
    settings: dict[str, Any]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    path = tmp_path_factory.mktemp("records") / "kiosk.db"
    database = open_database(f"sqlite:///{path}")
    migrate(database)
    clock, random = HandClock(), Random(SEED)
    found(database, Identity("device", uuid7(clock.now(), random.randbytes), 1, "A", 1))
    replica = Replica(database, clock=clock, random_bytes=random.randbytes)
    with replica.work("set_up", "system") as work:
        work.create(locations, name="Riverside Clinic", code="", time_zone="UTC")
    with database.connected(to_write=False) as connection:
        settings = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SETTINGS}
    database.forget_deleted()
    image = path.read_bytes()
    operations = [_statements_of(replica, number) for number in range(OPERATIONS)]
    database.close()
    return Recorded(image, tuple(operations), settings)


SETTINGS = ("journal_mode", "synchronous")


def _statements_of(replica: Replica, number: int) -> tuple[str, ...]:
    """What one registration says to SQLite."""
    said: list[str] = []

    def listen(connection: Any, *_rest: Any) -> None:
        connection.set_trace_callback(said.append)

    def deafen(connection: Any, *_rest: Any) -> None:
        connection.set_trace_callback(None)

    pool = replica.database.engine.pool
    event.listen(pool, "checkout", listen)
    event.listen(pool, "checkin", deafen)
    with replica.work("register", "patient") as work:
        work.create(patients, patient_number=f"PAT-{number:05d}", first_name="Nia", last_name="Newcomer " * 20)
    event.remove(pool, "checkout", listen)
    event.remove(pool, "checkin", deafen)
    assert said[0] == "BEGIN IMMEDIATE"
    assert said[-1] == "COMMIT"
    return tuple(said)


class Cut:
    """One replay on a disk that loses power, and what stood on it afterwards."""

    def __init__(self, recorded: Recorded, settings: dict[str, Any], cut_after: int | None, random: Random) -> None:
        disk = CrashDisk("crash", {"/kiosk.db": recorded.image}, cut_after)
        self.acknowledged = self._replay(disk, recorded, settings)
        self.steps = disk.steps
        self.found = disk.after_power_cut(random)

    def _replay(self, disk: CrashDisk, recorded: Recorded, settings: dict[str, Any]) -> int:
        """How many operations were acknowledged: their COMMIT had returned."""
        done = 0
        connection = None
        try:
            connection = _opened(disk, settings)
            for statements in recorded.operations:
                for statement in statements:
                    connection.execute(statement)
                done += 1
        except (PowerCutError, apsw.Error):
            assert disk.left is not None, "the disk is well"
        finally:
            disk.left = 0  # nothing that happens on the way out reaches it
            if connection is not None:
                _let_go(connection)
        return done

    def verdict(self) -> str:
        """What is wrong with the records after the machine has started again; empty where nothing is."""
        disk = CrashDisk("after", self.found)
        with closing(_opened(disk, {"journal_mode": "wal", "synchronous": 2})) as connection:
            if (state := _one(connection, "PRAGMA integrity_check")) != "ok":
                return f"damaged: {state}"
            logged = _one(connection, "SELECT count(*) FROM offline_sync_logs WHERE intent = 'register'")
            there = _one(connection, "SELECT count(*) FROM patients")
            audited = _one(connection, "SELECT count(*) FROM audit_trail WHERE intent = 'register'")
        if not logged == there == audited:
            return f"half an operation: {logged} logged, {there} there, {audited} audited"
        return f"{self.acknowledged - logged} acknowledged ones are lost" if logged < self.acknowledged else ""


def _opened(disk: CrashDisk, settings: dict[str, Any]) -> apsw.Connection:
    connection = apsw.Connection("/kiosk.db", vfs=disk.name)
    # The disk has no shared memory; syncs are the same without.
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    # Often enough for the power to go while the log is copied back, too.
    connection.execute("PRAGMA wal_autocheckpoint=150")
    for name, value in settings.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    return connection


def _one(connection: apsw.Connection, query: str) -> Any:
    return connection.execute(query).fetchall()[0][0]


def _let_go(connection: apsw.Connection) -> None:
    try:
        connection.close(True)
    except (PowerCutError, apsw.Error):
        return


def cuts(recorded: Recorded, settings: dict[str, Any], times: int) -> list[str]:
    """What was found wrong after so many power cuts, each at a random step."""
    random = Random(SEED)
    steps = Cut(recorded, settings, None, random).steps
    verdicts = [Cut(recorded, settings, random.randrange(1, steps), random).verdict() for _ in range(times)]
    return [verdict for verdict in verdicts if verdict]


def test_everything_acknowledged_is_there_after_any_power_cut(recorded: Recorded) -> None:
    assert cuts(recorded, recorded.settings, CUTS) == []


def test_setting_that_forgets_is_caught(recorded: Recorded) -> None:
    found = cuts(recorded, recorded.settings | {"synchronous": 1}, 40)
    assert len(found) > 10
    assert all("acknowledged ones are lost" in words for words in found)


@pytest.mark.parametrize("key", [None, DEVICE_KEY], ids=["centre", "kiosk"])
def test_every_connection_of_ours_waits_for_the_disk(tmp_path: Path, key: str | None) -> None:
    database = open_database(f"sqlite:///{tmp_path}/records.db", key_hex=key)
    for to_write in (True, False):
        with database.connected(to_write=to_write) as connection:
            found = [str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in SETTINGS]
            assert found == ["wal", "2"]
    database.close()
