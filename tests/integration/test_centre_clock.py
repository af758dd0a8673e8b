"""The centre's hybrid clock: it never goes back, whatever happens to the machine's clock and to the process."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, to_unix_ms
from server_sync.records.database import Database
from server_sync.records.replica import Replica
from server_sync.records.tables import patients
from tests.clinics import MORNING, Device, LittleClinic
from tests.hands import Hand, offer, rows_of, update

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Device:
    return clinic.enrol("B", 1)


def started_again(clinic: LittleClinic) -> Replica:
    """The server's process is killed and begins anew on the same records."""
    return Replica(clinic.centre.database, clock=clinic.clock, random_bytes=clinic.centre.random_bytes)


def edit(replica: Replica, phone: str) -> str:
    """Somebody at the centre changes the only patient's phone; the stamp that the change took."""
    with replica.work("edit", "admin") as work:
        row = work.all(patients.select())[0]
        work.change(patients, row, phone=phone)
    with replica.read() as reading:
        return str(reading.all(patients.select())[0]["stamps"]["phone"])


def test_the_centre_goes_on_after_its_last_stamp_when_its_clock_was_set_back_meanwhile(clinic: LittleClinic) -> None:
    clinic.book(TEN)
    first = edit(clinic.centre, "+44 7700 900111")
    clinic.clock.move(-timedelta(hours=1))
    assert edit(started_again(clinic), "+44 7700 900222") > first
    assert edit(started_again(clinic), "+44 7700 900333") > edit(clinic.centre, "+44 7700 900222")


def test_a_time_that_was_seen_ahead_is_not_given_again_after_a_restart(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    clinic.pull(kiosk)
    ahead = HybridTime(to_unix_ms(clinic.clock.now()) + 50_000, 0)
    with kiosk.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE replica SET last_hybrid_time = '{ahead}'")
    with kiosk.replica.work("edit", "patient") as work:
        work.change(patients, work.all(patients.select())[0], phone="+44 7700 900111")
    clinic.push(kiosk)
    assert clinic.centre.centre_time() > ahead
    assert started_again(clinic).centre_time() > ahead
    assert edit(started_again(clinic), "+44 7700 900222")[:17] > str(ahead)


def test_many_restarts_at_once_do_not_drive_the_clock_ahead(clinic: LittleClinic) -> None:
    clinic.book(TEN)
    times = []
    for number in range(50):
        edit(centre := started_again(clinic), f"+44 7700 900{number:03}")
        times.append(centre.centre_time())
    assert times == sorted(set(times))
    assert times[-1].unix_ms <= to_unix_ms(clinic.clock.now()) + 10_000


def test_a_time_is_given_only_within_what_is_stored(clinic: LittleClinic) -> None:
    clock = clinic.centre.centre_clock
    clock.keep_ahead()
    clinic.clock.move(timedelta(hours=1))
    late = [clock.next() for _ in range(70_000)]
    assert late == sorted(set(late))
    assert started_again(clinic).centre_time() > late[-1]
    clock.keep_ahead()
    assert clock.next().unix_ms == to_unix_ms(clinic.clock.now())


def test_pages_tell_the_wall_and_never_a_time_before_one_that_was_given(clinic: LittleClinic) -> None:
    clock = clinic.centre.centre_clock
    given = clock.next()
    assert clock.told() >= given
    clinic.clock.move(timedelta(hours=1))
    assert clock.told().unix_ms == to_unix_ms(clinic.clock.now())
    clinic.clock.move(-timedelta(hours=2))
    assert clock.told() >= given


@pytest.mark.parametrize("set_back", [timedelta(0), timedelta(hours=1)])
def test_who_is_too_far_ahead_comes_after_all_that_was_heard_even_of_the_last_moment_that_is_believed(
    clinic: LittleClinic, kiosk: Device, set_back: timedelta
) -> None:
    clinic.book(TEN)
    desk = clinic.enrol("C", 2, kind="reception")
    first, second = Hand(kiosk, clinic), Hand(desk, clinic)
    (person,) = rows_of(clinic, patients.select())
    latest = to_unix_ms(clinic.clock.now()) + MAX_DRIFT_MS
    clinic.centre.centre_clock.keep_ahead(HybridTime(latest, 0))
    assert clinic.centre.centre_time(HybridTime(latest, 0)).unix_ms == latest
    clinic.clock.move(-set_back)
    email = update("patient", person["uid"], {"email": None}, email="first@example.org")
    address = update("patient", person["uid"], {"address": None}, address="1 Example Street")
    held, beyond = first.set(email, ahead=set_back), first.set(address, ahead=set_back + timedelta(hours=2))
    held = replace(held, made_at=str(HybridTime(latest, 99)))
    offer(clinic, kiosk, held, beyond)
    email = update("patient", person["uid"], {"email": None}, email="second@example.org")
    offer(clinic, desk, second.set(email, ahead=set_back + timedelta(hours=2)))
    assert rows_of(clinic, patients.select())[0]["email"] == "second@example.org"
