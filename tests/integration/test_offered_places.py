"""Places in the day for what devices book on their own: first come, first held, and the desk hears of the rest."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from server_sync.central.demo.clinic import make_demo_clinic
from server_sync.central.places.unplaced import place_appointments
from server_sync.desk.appointments.after_booking import delete
from server_sync.records.database import Database
from server_sync.records.reading import Row
from server_sync.records.tables import appointments, slot_counts
from tests.clinics import MORNING, Device, LittleClinic

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Device:
    """A kiosk that knows its clinic and one patient."""
    clinic.book(MORNING + timedelta(hours=8))
    device = clinic.enrol("A", 1)
    clinic.pull(device)
    return device


def book_at(device: Device, at: datetime, number: int, **values: Any) -> Row:
    """An appointment that the device makes while nobody hears it."""
    with device.replica.work("book", "patient") as work:
        known = work.first(select(appointments))
        assert known is not None
        given = {"status": "scheduled", "appointment_type": "kiosk", "duration_minutes": 30}
        return work.create(
            appointments,
            appointment_number=f"APT-2026-A{number:04d}",
            patient_id=known["patient_id"],
            doctor_id=known["doctor_id"],
            location_id=known["location_id"],
            scheduled_date=at,
            **given | values,
        )


def change(device: Device, row: Row, **values: Any) -> None:
    with device.replica.work("change", "patient") as work:
        held = work.first(select(appointments).where(appointments.c.uid == row["uid"]))
        assert held is not None
        work.change(appointments, held, **values)


def told(clinic: LittleClinic, device: Device) -> list[tuple[str, str]]:
    settled = clinic.push(device)
    clinic.pull(device)
    return [(str(one.status), one.outcome) for one in settled]


def cells(clinic: LittleClinic) -> int:
    with clinic.centre.read() as reading:
        return int(reading.scalar(select(func.coalesce(func.sum(slot_counts.c.taken), 0))))


def holds(clinic: LittleClinic, row: Row) -> bool:
    with clinic.centre.read() as reading:
        return bool(reading.scalar(select(appointments.c.holds_slot).where(appointments.c.uid == row["uid"])))


def test_who_comes_first_holds_the_place_and_the_other_stands_without(clinic: LittleClinic, kiosk: Device) -> None:
    first, second = book_at(kiosk, TEN, 1), book_at(kiosk, TEN + timedelta(minutes=15), 2)
    settled = clinic.push(kiosk)
    assert [(str(one.status), one.outcome) for one in settled] == [("synced", "applied"), ("conflict", "slot_taken")]
    assert "taken" in settled[1].resolution
    assert (holds(clinic, first), holds(clinic, second)) == (True, False)
    assert cells(clinic) == 6
    clinic.pull(kiosk)
    change(kiosk, second, scheduled_date=TEN + timedelta(minutes=30))
    assert told(clinic, kiosk) == [("synced", "provisional_confirmed")]
    assert holds(clinic, second)
    assert cells(clinic) == 12


def test_calling_off_gives_the_place_back_and_nobody_takes_that_back(clinic: LittleClinic, kiosk: Device) -> None:
    first = book_at(kiosk, TEN, 1)
    assert told(clinic, kiosk) == [("synced", "applied")]
    change(kiosk, first, status="cancelled")
    assert told(clinic, kiosk) == [("synced", "applied")]
    assert cells(clinic) == 0
    second = book_at(kiosk, TEN, 2)
    assert told(clinic, kiosk) == [("synced", "applied")]
    change(kiosk, first, status="scheduled")
    assert told(clinic, kiosk) == [("failed", "illegal_step")]
    assert (holds(clinic, first), holds(clinic, second)) == (False, True)
    assert cells(clinic) == 6


def test_a_move_to_a_taken_time_gives_the_old_place_up(clinic: LittleClinic, kiosk: Device) -> None:
    first, second = book_at(kiosk, TEN, 1), book_at(kiosk, TEN + timedelta(hours=1), 2)
    told(clinic, kiosk)
    change(kiosk, second, scheduled_date=TEN)
    assert told(clinic, kiosk) == [("conflict", "slot_taken")]
    assert (holds(clinic, first), holds(clinic, second)) == (True, False)
    assert cells(clinic) == 6
    with kiosk.replica.work("delete", "patient") as work:
        held = work.first(select(appointments).where(appointments.c.uid == first["uid"]))
        assert held is not None
        work.delete(appointments, held)
    assert told(clinic, kiosk) == [("synced", "applied")]
    assert cells(clinic) == 0


def test_whoever_is_moved_within_their_own_time_needs_no_other(clinic: LittleClinic, kiosk: Device) -> None:
    """The new appointment is made before the old one is called off, in one set."""
    first = book_at(kiosk, TEN, 1)
    assert told(clinic, kiosk) == [("synced", "applied")]
    with kiosk.replica.work("reschedule", "patient") as work:
        held = work.first(select(appointments).where(appointments.c.uid == first["uid"]))
        assert held is not None
        given = {name: held[name] for name in ("patient_id", "doctor_id", "location_id", "appointment_type")}
        at = {"scheduled_date": TEN + timedelta(minutes=15), "duration_minutes": 30, "status": "scheduled"}
        second = work.create(appointments, appointment_number="APT-2026-A0002", **given, **at)
        work.change(appointments, held, status="rescheduled")
    assert told(clinic, kiosk) == [("synced", "applied")]
    assert (holds(clinic, first), holds(clinic, second)) == (False, True)
    assert cells(clinic) == 6


def test_outside_of_hours_or_for_years_there_is_no_place(clinic: LittleClinic, kiosk: Device) -> None:
    night = book_at(kiosk, TEN + timedelta(hours=12), 1)
    years = book_at(kiosk, TEN, 2, duration_minutes=2**31 - 1)
    walk_in = book_at(kiosk, TEN, 3, appointment_type="walkin")
    outside = ("conflict", "booked_outside_hours")
    assert told(clinic, kiosk) == [outside, outside, ("synced", "applied")]
    assert [holds(clinic, row) for row in (night, years, walk_in)] == [False, False, False]
    assert cells(clinic) == 0


def test_appointments_from_before_places_were_counted_get_theirs(clinic: LittleClinic) -> None:
    rows = [clinic.book(TEN, code="00000001"), clinic.book(TEN, code="00000002", phone="07700 900456")]
    clinic.book(MORNING - timedelta(hours=1), code="00000003", phone="07700 900457")
    assert cells(clinic) == 0
    assert place_appointments(clinic.centre) == 1
    assert [holds(clinic, row) for row in rows] == [True, False]
    assert cells(clinic) == 6
    assert place_appointments(clinic.centre) == 0


def test_the_demo_holds_the_places_of_its_day_however_often_it_is_laid(clinic: LittleClinic) -> None:
    for _ in range(2):
        make_demo_clinic(clinic.centre, now=clinic.clock.now(), time_zone="Europe/London")
        with clinic.centre.read() as reading:
            ahead = appointments.c.scheduled_date > clinic.clock.now()
            query = select(func.count()).where(appointments.c.booking_source == "demo", ahead)
            held, all_ahead = reading.scalar(query.where(appointments.c.holds_slot.is_(True))), reading.scalar(query)
        assert held == all_ahead > 10
        assert cells(clinic) == held * 3
        clinic.clock.move(timedelta(minutes=45))


@pytest.mark.parametrize("deletion_comes_first", [True, False])
def test_who_comes_back_after_a_deletion_has_their_place_again(
    clinic: LittleClinic, kiosk: Device, deletion_comes_first: bool
) -> None:
    desk = clinic.enrol("B", 2, "reception")
    row = book_at(kiosk, TEN, 1)
    clinic.sync(kiosk, desk, kiosk)
    with kiosk.replica.work("delete", "patient") as work:
        held = work.first(select(appointments).where(appointments.c.uid == row["uid"]))
        assert held is not None
        work.delete(appointments, held)
    clinic.clock.move(timedelta(seconds=5))
    change(desk, row, reason_for_visit="cough")
    for device in (kiosk, desk) if deletion_comes_first else (desk, kiosk):
        clinic.push(device)
    second = book_at(kiosk, TEN, 2)
    assert told(clinic, kiosk)[-1] == ("conflict", "slot_taken")
    assert (holds(clinic, row), holds(clinic, second)) == (True, False)
    desk.database.close()


def test_who_is_deleted_after_all_leaves_their_place_to_others(clinic: LittleClinic, kiosk: Device) -> None:
    row = book_at(kiosk, TEN, 1)
    clinic.sync(kiosk)
    before = cells(clinic)
    with clinic.centre.work("delete", "desk") as work:
        held = work.first(select(appointments).where(appointments.c.uid == row["uid"]))
        assert held is not None
        delete(work, held)
    assert (before, cells(clinic)) == (6, 0)
    assert not holds(clinic, row)
