"""The demo clinic can be tried at any hour, and again the next day, and nobody in it is real."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest
from sqlalchemy import func, select

from server_sync.central.demo.clinic import DemoClinic, local_time_zone, make_demo_clinic
from server_sync.central.opening import open_centre
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.find import find_by_booking_code, find_by_phone_and_birth_date
from server_sync.desk.outcomes import CheckedIn, Found, TooEarly
from server_sync.desk.patients.merging import duplicates
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, patients, queue_management
from tests.clinics import HandClock

HOURS = [
    ("2026-03-09T10:00:00+00:00", "UTC"),
    ("2026-03-09T23:58:00+00:00", "UTC"),
    ("2026-03-09T00:03:00+00:00", "UTC"),
    ("2026-03-09T04:30:00+00:00", "Asia/Kolkata"),
    ("2026-03-29T00:59:00+00:00", "Europe/Berlin"),
    ("2026-10-25T00:59:00+00:00", "Europe/Berlin"),
    ("2026-12-31T23:59:00+00:00", "America/New_York"),
]


def demo(folder: Path, now: str, zone: str) -> tuple[Replica, DemoClinic]:
    clock = HandClock(datetime.fromisoformat(now))
    centre = open_centre(f"sqlite:///{folder / 'centre.db'}", clock)
    return centre, make_demo_clinic(centre, time_zone=zone)


@pytest.mark.parametrize(("now", "zone"), HOURS)
def test_demo_can_be_tried_at_any_hour(tmp_path: Path, now: str, zone: str) -> None:
    centre, made = demo(tmp_path, now, zone)
    with centre.read() as reading:
        by_code = find_by_booking_code(reading, made.location_id, made.booking_code)
        by_phone = find_by_phone_and_birth_date(reading, made.location_id, made.phone, made.birth_date)
        early = find_by_booking_code(reading, made.location_id, made.early_code)
        late = find_by_booking_code(reading, made.location_id, made.late_code or made.booking_code)
    assert isinstance(by_code, Found)
    assert isinstance(by_phone, Found)
    assert isinstance(early, TooEarly)
    assert isinstance(late, Found)
    with centre.work("check_in", "patient") as work:
        outcome = check_in(work, by_code.arrivals[0].appointment_uid, TicketPrinting("en"))
    assert isinstance(outcome, CheckedIn)
    assert outcome.ticket.wait is not None
    assert made.can_check_in_now >= 12
    centre.database.close()


@pytest.mark.parametrize(("now", "zone"), HOURS)
def test_codes_on_the_terminal_stay_true_for_half_an_hour(tmp_path: Path, now: str, zone: str) -> None:
    centre, made = demo(tmp_path, now, zone)
    assert isinstance(centre.clock, HandClock)
    centre.clock.move(timedelta(minutes=30))
    with centre.read() as reading:
        early = find_by_booking_code(reading, made.location_id, made.early_code)
        by_code = find_by_booking_code(reading, made.location_id, made.booking_code)
    assert isinstance(early, TooEarly)
    assert isinstance(by_code, Found)
    centre.database.close()


def test_running_it_again_doubles_nobody_and_brings_new_appointments(tmp_path: Path) -> None:
    centre, first = demo(tmp_path, "2026-03-09T10:00:00+00:00", "UTC")
    clock = centre.clock
    assert isinstance(clock, HandClock)
    for _ in range(4):
        clock.move(timedelta(hours=17))
        again = make_demo_clinic(centre, time_zone="UTC")
        assert again.can_check_in_now >= 12
        assert again.patients == first.patients == 300
        with centre.read() as reading:
            found = find_by_booking_code(reading, again.location_id, again.booking_code)
            doubled = reading.all(
                select(appointments.c.booking_code).group_by(appointments.c.booking_code).having(func.count() > 1)
            )
            left_over = reading.all(
                select(appointments.c.id).where(
                    appointments.c.status == "confirmed",
                    appointments.c.scheduled_date < clock.now() - timedelta(hours=12),
                )
            )
        assert isinstance(found, Found)
        assert doubled == []
        assert left_over == []
        with centre.work("check_in", "patient") as work:
            check_in(work, found.arrivals[0].appointment_uid, TicketPrinting("en"))
    centre.database.close()


def test_demo_is_the_same_for_the_same_hour(tmp_path: Path) -> None:
    made = []
    for name in ("one", "other"):
        centre, clinic = demo(tmp_path / name, "2026-03-09T10:00:00+00:00", "UTC")
        made.append(clinic)
        centre.database.close()
    assert made[0] == made[1]


def test_phones_are_of_the_ranges_kept_for_fiction(tmp_path: Path) -> None:
    centre, _ = demo(tmp_path, "2026-03-09T10:00:00+00:00", "UTC")
    with centre.read() as reading:
        people = reading.all(select(patients.c.phone, patients.c.phone_key, patients.c.email, patients.c.first_name))
    centre.database.close()
    fiction = re.compile(r"\+1 \d{3} 555 01\d\d|\+44 7700 900\d{3}")
    assert all(fiction.fullmatch(one["phone"]) and one["email"].endswith("@example.org") for one in people)
    assert len({one["phone_key"] for one in people}) == 300
    assert any(not one["first_name"].isascii() for one in people)


def test_demo_is_made_in_no_time(tmp_path: Path) -> None:
    centre = open_centre(f"sqlite:///{tmp_path / 'centre.db'}")
    began = perf_counter()
    make_demo_clinic(centre)
    centre.database.close()
    assert perf_counter() - began < 20  # 0.5 s where nothing else runs: this only catches a slip to minutes


def test_time_zone_of_this_machine_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert local_time_zone() == "Asia/Tokyo"
    monkeypatch.setenv("TZ", "nonsense")
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Africa/Lagos")
    assert local_time_zone(link) == "Africa/Lagos"
    assert local_time_zone(tmp_path / "nothing") == "UTC"


@pytest.mark.parametrize(("now", "zone"), HOURS[:3])
def test_somebody_waits_in_the_demo_and_nobody_twice_when_it_is_started_again(
    tmp_path: Path, now: str, zone: str
) -> None:
    clock = HandClock(datetime.fromisoformat(now))
    centre = open_centre(f"sqlite:///{tmp_path / 'centre.db'}", clock)
    told = [make_demo_clinic(centre, time_zone=zone, somebody_waits=True) for _ in range(2)]
    with centre.read() as reading:
        standing = [row["current_status"] for row in reading.all(select(queue_management.c.current_status))]
        can_try = find_by_booking_code(reading, told[1].location_id, told[1].booking_code)
        twice = duplicates(reading, limit=20)
    assert standing.count("waiting") >= 6
    assert standing.count("in_consultation") == 1
    assert isinstance(can_try, Found)
    assert len(twice) == 1
    centre.database.close()
