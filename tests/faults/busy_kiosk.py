"""A kiosk without a screen, as a process that may die at any moment: its real records, its real worker, busy people.

What was acknowledged is written down past the records: each line of `acknowledged` is the uid of a change set whose
commit had returned.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select

from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.help import call_for_help
from server_sync.protocol.faults import StorageFault
from server_sync.records.database import Database, open_database
from server_sync.records.outbox import stored_cursor
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, offline_sync_logs, patients
from server_sync.worker.worker import Worker, http_way
from tests.clinics import DEVICE_KEY

NO_PRINTER = TicketPrinting("en", has_printer=False)


@dataclass(frozen=True, slots=True)
class KioskFolder:
    """Where a kiosk keeps what outlives it; the test looks there too."""

    path: Path

    @property
    def records(self) -> Path:
        return self.path / "kiosk.db"

    @property
    def acknowledged(self) -> Path:
        return self.path / "acknowledged"

    @property
    def faults(self) -> Path:
        """The codes of faults that people were told of instead."""
        return self.path / "faults"

    @property
    def rest(self) -> Path:
        """While it stands there, nobody does anything."""
        return self.path / "rest"

    @property
    def key(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.path / "key.json").read_text())
        return read

    def open(self) -> Database:
        return open_database(f"sqlite:///{self.records}", key_hex=DEVICE_KEY)


def run(folder: KioskFolder, server_url: str, seed: int, pause_s: float, share: tuple[int, int]) -> None:
    """Until it is killed. `share` is which part of the appointments come here, of how many."""
    from uuid import UUID

    replica = Replica(folder.open())
    key = folder.key
    worker = Worker(replica, http_way(server_url, key["device_key"], UUID(key["device_uid"])), lambda _state: None)
    replica.on_commit = lambda _places: worker.nudge()
    worker.start()
    while stored_cursor(replica.database) is None:
        time.sleep(0.02)  # the clinic itself has not come yet
    people = People(replica, Random(seed), share)
    last = people.last_set()
    log = os.open(folder.acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    while True:
        if folder.rest.exists():
            time.sleep(0.02)
            continue
        try:
            done = people.do_something()
        except StorageFault as fault:
            with folder.faults.open("a") as told:
                told.write(fault.code + "\n")
        else:
            if done != last:  # where the clinic said no, nothing was written
                os.write(log, f"{done}\n".encode())
            last = done
        time.sleep(pause_s)


class People:
    """Who uses the kiosk: most check in, some register, some call for help, some mend what is known of them."""

    def __init__(self, replica: Replica, random: Random, share: tuple[int, int]) -> None:
        self._replica = replica
        self._random = random
        self._share = share
        self._series = replica.identity.series

    def do_something(self) -> str:
        """One operation; the uid of its change set, once its commit has returned. Raises StorageFault."""
        chosen = self._random.choices(
            (self._check_in, self._register, self._call_for_help, self._mend), weights=(3, 3, 2, 3)
        )
        chosen[0]()
        return self.last_set()

    def _check_in(self) -> None:
        row = self._one_of(
            select(appointments.c.uid).where(
                appointments.c.status == "scheduled", appointments.c.id % self._share[1] == self._share[0]
            )
        )
        if row is None:
            self._call_for_help()
            return
        with self._replica.work("check_in", "patient") as work:
            check_in(work, row["uid"], NO_PRINTER)

    def _register(self) -> None:
        with self._replica.work("register", "patient") as work:
            number = f"PAT-{self._series}-{work.next_count('busy_patients'):05d}"
            work.create(patients, patient_number=number, first_name="Nia", last_name=f"Newcomer {number}")

    def _call_for_help(self) -> None:
        with self._replica.work("call_for_help", "patient") as work:
            call_for_help(work, NO_PRINTER)

    def _mend(self) -> None:
        """Of anybody: two kiosks may do so at once, and of two values for one field one gives way by the rules."""
        row = self._one_of(select(patients))
        if row is None:
            self._register()
            return
        field = self._random.choice(("email", "preferred_name", "emergency_contact_name"))
        field = field if field in patients.c else "email"
        with self._replica.work("change_patient", "patient") as work:
            work.change(patients, row, **{field: f"{self._random.randrange(10**9)}@mail.example"})

    def _one_of(self, query: Any) -> Row | None:  # Any: whatever is selected
        with self._replica.read() as reading:
            rows = reading.all(query.limit(50))
        return self._random.choice(rows) if rows else None

    def last_set(self) -> str:
        """The uid of the newest change set in the log."""
        log = offline_sync_logs.c
        with self._replica.read() as reading:
            return str(reading.scalar(select(log.change_set_uid).order_by(log.id.desc()).limit(1)))
