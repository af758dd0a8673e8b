"""A clinic of real processes: kiosks over SQLCipher, a server, a database, and between them lines that can be cut."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from kiosk.app.demo.programs import a_port_to_keep
from server_sync.central.opening import open_centre
from server_sync.central.sync.enrolment import invite_device
from server_sync.clinic.clocks import SystemClock
from server_sync.records.database import Database
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointments,
    help_calls,
    locations,
    offline_sync_logs,
    patients,
    queue_management,
    users,
)
from server_sync.worker.enrolment import enrol, found_device
from tests.faults.busy_kiosk import KioskFolder
from tests.faults.line import Line
from tests.faults.nursery import Nursery

START_S = 60.0
COMPARED = (
    (patients, ("last_name", "email")),
    (help_calls, ("token_number",)),
    (queue_management, ("token_number", "current_status", "step")),
)
"""Of which tables replicas must be equal, and in what."""


@dataclass(slots=True)
class KioskStand:
    """One kiosk: its folder, its line, and the process that runs there now."""

    folder: KioskFolder
    line: Line
    seed: int
    share: tuple[int, int]
    pid: int = 0
    lives: int = 0

    def acknowledged(self) -> list[str]:
        """What people were shown as done; a line that a kill cut short was not shown."""
        told = self.folder.acknowledged
        return told.read_text().split("\n")[:-1] if told.exists() else []


@dataclass(slots=True)
class Findings:
    """What the invariants say when all is quiet; every list should be empty."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    acknowledged: int = 0
    kept_by: Counter[str] = field(default_factory=Counter)
    """How the sets were settled, by outcome."""

    @property
    def all(self) -> list[str]:
        """Whatever was found."""
        return [*self.lost, *self.doubled, *self.stuck, *self.wrong]


class Lobby:
    """The processes, and what must hold of them. `pause_s` is how long people take between two operations."""

    def __init__(
        self, folder: Path, database_url: str, kiosks: int, *, seed: int = 7, pause_s: float = 0.05, people: int = 200
    ) -> None:
        self._folder = folder
        self._url = database_url
        self._pause_s = pause_s
        self._ready = folder / "ready"
        self.port = a_port_to_keep()
        self.nursery = Nursery(folder)
        self.server_pid = 0
        self.kiosks: list[KioskStand] = []
        self._people, self._of, self._seed = people, kiosks, seed

    def open(self) -> None:
        """Make the clinic, start its server and enrol its kiosks, which are not switched on yet."""
        self._set_up(self._people)
        self.start_server()
        for number in range(self._of):
            self.kiosks.append(self._enrolled(number, self._of, self._seed))

    def start_server(self) -> None:
        """Start it and wait until it answers."""
        self.launch_server()
        eventually(self._ready.exists, START_S, lambda: (self._folder / "server.log").read_text()[-3000:])

    def launch_server(self) -> None:
        """Start it and wait for nothing."""
        self._ready.unlink(missing_ok=True)
        self.server_pid = self.nursery.server(self._url, self.port, self._ready)

    def kill_server(self) -> None:
        """As the kernel does when memory is short."""
        self.nursery.kill(self.server_pid)

    def start(self, kiosk: KioskStand) -> None:
        """Switch a kiosk on; each life of it draws other people."""
        kiosk.lives += 1
        seed = kiosk.seed * 1_000 + kiosk.lives
        kiosk.pid = self.nursery.kiosk(kiosk.folder.path, kiosk.line.url, seed, self._pause_s, kiosk.share)

    def kill(self, kiosk: KioskStand) -> None:
        """Pull its plug; what was written to the disk's cache is there when it comes back."""
        self.nursery.kill(kiosk.pid)

    def rest(self, is_resting: bool = True) -> None:
        """Let nobody do anything more, or all go on."""
        for kiosk in self.kiosks:
            if is_resting:
                kiosk.folder.rest.touch()
            else:
                kiosk.folder.rest.unlink(missing_ok=True)

    def heal(self) -> None:
        """All lines are well, and every process runs."""
        for kiosk in self.kiosks:
            kiosk.line.heal()
        self.tend()

    def tend(self) -> None:
        """Start what has ended, as systemd does (`Restart=`): a server that finds no database ends, and is tried again.

        Call it wherever one waits for something to happen by itself.
        """
        for kiosk in self.kiosks:
            if not self.nursery.is_running(kiosk.pid):
                self.start(kiosk)
        if not self.nursery.is_running(self.server_pid):
            self.launch_server()

    def open_to_people(self) -> None:
        """Switch all kiosks on, and wait until somebody was served at each."""
        for kiosk in self.kiosks:
            self.start(kiosk)
        eventually(lambda: all(kiosk.acknowledged() for kiosk in self.kiosks), START_S)

    def waiting(self) -> int:
        """How many change sets no kiosk has an answer for."""
        return sum(_count_pending(kiosk.folder) for kiosk in self.kiosks)

    def drained_within(self, patience_s: float) -> float | None:
        """Seconds until nothing waits any more; None where it takes longer."""
        began = time.monotonic()
        while self.waiting():
            if time.monotonic() - began > patience_s:
                return None
            self.tend()
            time.sleep(0.02)
        return time.monotonic() - began

    def findings(self, patience_s: float = 30.0) -> Findings:
        """Judge, once nothing happens any more: waits for what is under way, and says what is not as it should be."""
        found = Findings()
        if self.drained_within(patience_s) is None:
            found.stuck += [f"{kiosk.folder.path.name}: {_count_pending(kiosk.folder)}" for kiosk in self.kiosks]
            return found
        with closing(open_centre(self._url).database) as centre:
            created: dict[str, set[str]] = {}
            for kiosk in self.kiosks:
                self._judge(kiosk, centre, found, created)
            for noun, table in (("help_call", help_calls), ("queue", queue_management), ("patient", patients)):
                there = {str(uid) for uid in _column(centre, select(table.c.uid))}
                made = created.get(noun, set())
                found.lost += [f"{noun} {uid} is not at the centre" for uid in made - there]
                if noun != "patient":
                    found.doubled += [f"{noun} {uid} came from nowhere" for uid in there - made]
            self._compare(centre, found, patience_s)
        return found

    def close(self) -> None:
        """End everything."""
        self.nursery.close()
        for kiosk in self.kiosks:
            kiosk.line.close()

    def _judge(self, kiosk: KioskStand, centre: Database, found: Findings, created: dict[str, set[str]]) -> None:
        log = offline_sync_logs.c
        columns = (log.change_set_uid, log.sequence, log.hash, log.sync_status, log.outcome)
        name = kiosk.folder.path.name
        with closing(kiosk.folder.open()) as own:
            logged = _rows(own, select(*columns, log.data).order_by(log.sequence))
        device_uid = kiosk.folder.key["device_uid"]
        receipts = _rows(centre, select(*columns).where(log.device_id == device_uid).order_by(log.sequence))
        uids = Counter(str(row[0]) for row in receipts)
        acknowledged = kiosk.acknowledged()
        found.acknowledged += len(acknowledged)
        found.lost += [
            f"{name}: {uid} was shown as done and is not in its log"
            for uid in set(acknowledged) - {str(row[0]) for row in logged}
        ]
        found.lost += [f"{name}: {row[0]} has no receipt" for row in logged if str(row[0]) not in uids]
        found.doubled += [f"{name}: {uid} has {times} receipts" for uid, times in uids.items() if times > 1]
        found.doubled += [f"{name}: shown twice: {uid}" for uid, times in Counter(acknowledged).items() if times > 1]
        if [row[1] for row in receipts] != list(range(1, len(receipts) + 1)):
            found.wrong.append(f"{name}: sequences with a gap")
        if [tuple(row[:5]) for row in logged] != [tuple(row) for row in receipts]:
            found.wrong.append(f"{name}: its log and its receipts differ")
        found.wrong += [f"{name}: {row[0]} was not applied: {row[4]}" for row in logged if row[3] == "failed"]
        found.kept_by.update(row[4] for row in logged)
        for row in logged:
            for change in row[5]["sync_data"]:
                if change["action"] == "create" and row[3] != "failed":
                    created.setdefault(change["type"], set()).add(change["uid"])

    def _compare(self, centre: Database, found: Findings, patience_s: float) -> None:
        until = time.monotonic() + patience_s
        while True:
            differing = [
                f"{kiosk.folder.path.name}: {table.name} differs from the centre's: {sorted(unlike, key=str)[:3]}"
                for kiosk in self.kiosks
                for table, names in COMPARED
                if (unlike := _unlike(kiosk.folder, centre, table, names))
            ]
            if not differing or time.monotonic() > until:
                found.wrong += differing
                return
            time.sleep(0.1)

    def _set_up(self, people: int) -> None:
        replica = open_centre(self._url)
        now = datetime.now(UTC)
        with replica.work("set_up", "system") as work:
            place = work.create(locations, name="Riverside Clinic", code="", time_zone="UTC")
            doctor = work.create(users, display_name="Dr Okafor", role="doctor", location_id=place["id"])
        for first in range(0, people, 500):
            with replica.work("set_up", "system") as work:
                for number in range(first, min(first + 500, people)):
                    patient = work.create(
                        patients, patient_number=f"PAT-{number:05d}", first_name="Jane", last_name=f"Sample {number}"
                    )
                    work.create(
                        appointments,
                        appointment_number=f"APT-{number:05d}",
                        patient_id=patient["id"],
                        doctor_id=doctor["id"],
                        location_id=place["id"],
                        scheduled_date=now + timedelta(minutes=10 + number % 40),
                    )
        replica.database.close()

    def _enrolled(self, number: int, of: int, seed: int) -> KioskStand:
        with closing(open_centre(self._url).database) as database:
            code = invite_device(Replica(database, clock=SystemClock()), f"Kiosk {number}", "kiosk").code
        enrolment = enrol(f"http://127.0.0.1:{self.port}", code)
        folder = KioskFolder(self._folder / f"kiosk-{number}")
        folder.path.mkdir()
        key = {"device_key": enrolment.device_key, "device_uid": str(enrolment.device_uid)}
        (folder.path / "key.json").write_text(json.dumps(key))
        with closing(folder.open()) as database:
            found_device(database, enrolment)
        return KioskStand(folder, Line(self.port), seed * 100 + number, (number, of))


@contextmanager
def lobby(folder: Path, database_url: str, kiosks: int, **options: Any) -> Iterator[Lobby]:
    """One that leaves nothing running."""
    stand = Lobby(folder, database_url, kiosks, **options)
    try:
        stand.open()
        yield stand
    finally:
        stand.close()


def eventually(
    condition: Callable[[], bool],
    patience_s: float,
    or_else: Callable[[], str] = lambda: "",
    *,
    meanwhile: Callable[[], None] = lambda: None,
) -> None:
    """Wait until it holds. AssertionError with `or_else`'s words where it never does."""
    until = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < until, f"it never came to that: {or_else()}"
        meanwhile()
        time.sleep(0.02)


def _count_pending(folder: KioskFolder) -> int:
    from server_sync.records.outbox import count_pending

    with closing(folder.open()) as database:
        return count_pending(database)


def _rows(database: Database, query: Any) -> Sequence[Any]:  # Any: whatever is selected
    with database.reading() as connection:
        return connection.execute(query).all()


def _column(database: Database, query: Any) -> list[Any]:
    return [row[0] for row in _rows(database, query)]


def _unlike(folder: KioskFolder, centre: Database, table: Any, names: Sequence[str]) -> set[Any]:
    """The rows that differ. Of patients a kiosk holds those alone that its appointments need."""
    query = select(table.c.uid, *(table.c[name] for name in names))
    with closing(folder.open()) as database:
        own, theirs = ({tuple(row) for row in _rows(one, query)} for one in (database, centre))
    return own - theirs if table is patients else own ^ theirs
