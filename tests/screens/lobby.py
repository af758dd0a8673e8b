"""A lobby kiosk on encrypted records of its own: what stands behind its screens, and who is expected there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from kiosk.app.desk_thread import DeskThread
from kiosk.app.patient.local_front_desk import LocalFrontDesk
from server_sync.desk.check_in import rehearse
from server_sync.desk.outcomes import PrintOutcome
from server_sync.records.database import open_database
from server_sync.records.replica import Replica
from server_sync.worker.state import ConnectionState
from tests.clinics import MORNING, LittleClinic
from tests.fakes.front_desk import CLINIC, FakeTime
from tests.screens.visitors import CHECK_INS, Visitor

Answer = TypeVar("Answer")
LOBBY = replace(CLINIC, time_zone="Europe/London")
OPEN_DAYS = 12


class Office:
    """What the screens need of a back office: the records on a thread of their own, and paper that always comes."""

    has_printer = True
    connection: ConnectionState | None = None
    """It works by itself."""

    def __init__(self, replica: Replica) -> None:
        self._desk: DeskThread[Replica] = DeskThread(lambda: replica, lambda opened: opened.database.close())
        self._desk.start().result(10)

    def submit(self, operation: Callable[[Replica], Answer]) -> Future[Answer]:
        """On the records' thread, after what was asked before."""
        return self._desk.submit(operation)

    def committed(self) -> None:
        """Nothing is sent from here."""

    def print_outcome(self, _job: UUID) -> Future[PrintOutcome]:
        """At once."""
        printed: Future[PrintOutcome] = Future()
        printed.set_result(PrintOutcome.PRINTED)
        return printed

    def stop(self) -> None:
        """End the thread, and close the records."""
        self._desk.stop()


def expect(clinic: LittleClinic, people: Iterable[Visitor]) -> None:
    """Book for whoever comes to check in, so that they are on time."""
    for number, visitor in enumerate(people):
        if visitor.errand in CHECK_INS:
            clinic.book(
                clinic.clock.now() + timedelta(minutes=number % 60),
                code=visitor.code,
                phone=visitor.phone,
                born=visitor.born,
                first_name=visitor.first_name,
                last_name="Sample",
            )


@contextmanager
def lobby(folder: Path, people: Iterable[Visitor]) -> Iterator[LocalFrontDesk]:
    """The front desk of a kiosk that has pulled all appointments of its clinic, on a Monday at nine."""
    centre = open_database(f"sqlite:///{folder / 'centre.db'}")
    clinic = LittleClinic(centre, folder)
    for days in range(1, OPEN_DAYS):
        clinic.open_on((MORNING + timedelta(days=days)).date())
    expect(clinic, people)
    device = clinic.enrol("B", 1)
    clinic.pull(device)
    centre.close()
    rehearse(device.replica)
    office: Any = Office(device.replica)  # a BackOffice where the desk asks for one
    yield LocalFrontDesk(lambda: office)
    office.stop()


def morning() -> FakeTime:
    """A screen's time that agrees with the records'."""
    return FakeTime(moment=MORNING)
