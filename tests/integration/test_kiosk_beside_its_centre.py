"""A patient's front desk beside a running centre: a booking is promised in moments, and what was said arrives."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from sqlalchemy import select

from kiosk.app.back_office import BackOffice
from kiosk.app.patient.local_front_desk import LocalFrontDesk
from server_sync.desk.outcomes import CheckedIn
from server_sync.desk.self_service import BookingSaid, Slip, Thanks, WalkIn
from server_sync.records.database import Database
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, feedback, print_jobs, queue_management
from server_sync.worker.state import ConnectionState, Link
from tests.clinics import LittleClinic
from tests.sites import Site, SyncedKiosk, eventually, running_site

Answer = TypeVar("Answer")
pytestmark = pytest.mark.parametrize("centre_database", ["sqlite"], indirect=True)


@dataclass
class Office:
    """As much of a back office as the front desk needs, around a kiosk whose worker the test holds."""

    kiosk: SyncedKiosk
    has_printer: bool = True
    records: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))

    @property
    def connection(self) -> ConnectionState | None:
        return self.kiosk.states[-1] if self.kiosk.states else None

    def submit(self, operation: Callable[[Replica], Answer]) -> Future[Answer]:
        return self.records.submit(operation, self.kiosk.replica)

    def committed(self) -> None:
        """The kiosk's replica wakes the worker by itself."""


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


@pytest.fixture
def kiosk(site: Site) -> SyncedKiosk:
    """In step with its centre, and, as kiosks usually are, without a lease."""
    kiosk = site.kiosk("one")
    kiosk.start(site.way(kiosk))
    eventually(lambda: kiosk.link is Link.ONLINE)
    return kiosk


@pytest.fixture
def desk(kiosk: SyncedKiosk) -> Iterator[LocalFrontDesk]:
    office = Office(kiosk)
    yield LocalFrontDesk(lambda: cast(BackOffice, office))  # it asks no more of one than Office has
    office.records.shutdown()


async def book(desk: LocalFrontDesk) -> object:
    doctor, *_ = await desk.free_doctors()
    *_, free = await desk.free_times(doctor.doctor_id, doctor.days[0])
    assert not free.is_promised
    return await desk.book(BookingSaid(doctor.doctor_id, free.starts_at, "Sukarno", born=date(2000, 2, 29)), "en")


def rows(replica: Replica, table: Any) -> list[Any]:  # Any: a table, and its rows
    with replica.read() as reading:
        return list(reading.all(select(table)))


def test_a_kiosk_that_is_online_promises_what_its_centre_confirms(desk: LocalFrontDesk, kiosk: SyncedKiosk) -> None:
    slip = asyncio.run(book(desk))

    assert isinstance(slip, Slip)
    assert not slip.is_provisional
    (job,) = rows(kiosk.replica, print_jobs)
    assert (job["uid"], job["content"]["provisional"]) == (slip.print_job_uid, False)


def test_a_kiosk_that_is_cut_off_asks_for_the_time_and_says_so(desk: LocalFrontDesk, kiosk: SyncedKiosk) -> None:
    kiosk.stop()
    kiosk.states.append(ConnectionState(Link.OFFLINE, 0, kiosk.replica.clock.now(), None, None))
    slip = asyncio.run(book(desk))

    assert isinstance(slip, Slip)
    assert slip.is_provisional
    (job,) = rows(kiosk.replica, print_jobs)
    assert job["content"]["provisional"] is True


def test_a_centre_that_is_gone_all_at_once_holds_up_no_slip(desk: LocalFrontDesk, kiosk: SyncedKiosk) -> None:
    kiosk.stop()  # it was online when it was last heard of
    slip = asyncio.run(book(desk))

    assert isinstance(slip, Slip)
    assert slip.is_provisional
    assert len(rows(kiosk.replica, print_jobs)) == 1
    assert len(rows(kiosk.replica, appointments)) == 1


def test_what_somebody_says_of_their_visit_arrives_at_the_centre(
    desk: LocalFrontDesk, kiosk: SyncedKiosk, clinic: LittleClinic
) -> None:
    async def walk_in() -> object:
        return await desk.join_queue(WalkIn("Pain", reason_code="pain"), "en")

    assert isinstance(asyncio.run(walk_in()), CheckedIn)
    eventually(lambda: len(rows(clinic.centre, queue_management)) == 1)
    with clinic.centre.work("complete", "system") as work:
        (place,) = work.all(select(queue_management))
        work.change(queue_management, place, current_status="completed", step=4)
    eventually(lambda: rows(kiosk.replica, queue_management)[0]["current_status"] == "completed")

    async def say() -> object:
        return await desk.say_of_visit(place["follow_code"], 5, "Very kind")

    assert asyncio.run(say()) is Thanks.WRITTEN
    eventually(lambda: len(rows(clinic.centre, feedback)) == 1)
    (said,) = rows(clinic.centre, feedback)
    assert (said["score"], said["comment"]) == (5, "Very kind")
    (visit,) = rows(clinic.centre, queue_management)
    assert visit["patient_satisfaction_score"] == 5
