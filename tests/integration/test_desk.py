"""The front desk's operations, on a device's encrypted replica and on the centre's databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from server_sync.clinic.arrival import Timing
from server_sync.desk.check_in import TicketPrinting, check_in, print_again, rehearse
from server_sync.desk.find import find_by_booking_code, find_by_phone_and_birth_date
from server_sync.desk.help import call_for_help
from server_sync.desk.outcomes import (
    AlreadyCheckedIn,
    Arrival,
    CheckedIn,
    CheckInOutcome,
    Due,
    Found,
    HelpCalled,
    NoNumbersLeft,
    NotFound,
    TooEarly,
)
from server_sync.desk.queue.view import current_queue
from server_sync.records.database import Database
from server_sync.records.tables import (
    appointments,
    audit_trail,
    counters,
    help_calls,
    offline_sync_logs,
    print_jobs,
    queue_management,
)
from tests.clinics import BORN, CODE, MORNING, PHONE, Device, LittleClinic, count_rows

ENGLISH = TicketPrinting("en")
TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("B", 1)
    yield device
    device.database.close()


def arrive(clinic: LittleClinic, kiosk: Device, code: str = CODE) -> CheckInOutcome:
    clinic.pull(kiosk)
    with kiosk.replica.read() as reading:
        identified = find_by_booking_code(reading, 1, code)
    assert isinstance(identified, Found)
    with kiosk.replica.work("check_in", "patient") as work:
        return check_in(work, identified.arrivals[0].appointment_uid, ENGLISH)


def found_by_code(kiosk: Device, code: str = CODE) -> object:
    with kiosk.replica.read() as reading:
        return find_by_booking_code(reading, 1, code)


def found_by_phone(kiosk: Device, phone: str = PHONE, born: date = BORN) -> object:
    with kiosk.replica.read() as reading:
        return find_by_phone_and_birth_date(reading, 1, phone, born)


def test_patient_is_found_by_code_and_by_phone_and_sees_only_what_a_lobby_may_see(
    clinic: LittleClinic, kiosk: Device
) -> None:
    booked = clinic.book(TEN)
    clinic.pull(kiosk)
    expected = Arrival(booked["uid"], "J. S.", BORN, TEN, "Dr Okafor", "Room 3", "23", Timing.ON_TIME, False)
    assert found_by_code(kiosk) == Found((expected,))
    assert found_by_phone(kiosk, "07700 900 123") == Found((expected,))


def test_wrong_code_wrong_birth_date_and_no_appointment_are_one_answer(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    clinic.book(TEN - timedelta(days=1), code="11111111", phone="+44 7700 900999")
    clinic.pull(kiosk)
    answers = [
        found_by_code(kiosk, "99999999"),
        found_by_code(kiosk, "11111111"),
        found_by_code(kiosk, "4" * 10_000),
        found_by_code(kiosk, "\x00😀"),
        found_by_phone(kiosk, born=date(1958, 3, 15)),
        found_by_phone(kiosk, phone="+44 7700 900999"),
        found_by_phone(kiosk, phone=""),
        found_by_phone(kiosk, born=date(1850, 1, 1)),
        found_by_phone(kiosk, born=date(2150, 1, 1)),
    ]
    assert answers == [NotFound()] * len(answers)


def test_cancelled_appointment_is_not_found(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    with clinic.centre.work("cancel", "system") as work:
        work.change(appointments, booked, status="cancelled")
    clinic.pull(kiosk)
    assert found_by_code(kiosk) == NotFound()


def test_check_in_writes_place_appointment_log_audit_and_print_job_together(
    clinic: LittleClinic, kiosk: Device
) -> None:
    clinic.book(TEN)
    outcome = arrive(clinic, kiosk)
    assert isinstance(outcome, CheckedIn)
    assert (outcome.ticket.token_number, outcome.ticket.short_number) == ("20260309-B001", "B 1")
    assert outcome.ticket.waiting_area == "Waiting area B"
    assert outcome.ticket.follow_url is not None
    assert outcome.ticket.follow_url.startswith("https://clinic.example/t/")
    with kiosk.replica.read() as reading:
        log = reading.first(select(offline_sync_logs))
        job = reading.first(select(print_jobs))
        booked = reading.first(select(appointments))
    assert log is not None
    assert job is not None
    assert booked is not None
    assert (log["intent"], log["sync_type"], log["action"], log["sync_status"]) == (
        "check_in", "queue", "create", "pending",
    )  # fmt: skip
    assert [change["type"] for change in log["data"]["sync_data"]] == ["queue", "appointment", "audit"]
    assert (booked["status"], booked["queue_token"]) == ("confirmed", "20260309-B001")
    assert job["content"]["short_number"] == "B 1"
    assert "Jane" not in str(job["content"])
    assert count_rows(kiosk.replica, audit_trail) == 1


def test_checking_in_twice_gives_the_same_number_and_prints_nothing_more(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    first = arrive(clinic, kiosk)
    again = arrive(clinic, kiosk)
    assert isinstance(first, CheckedIn)
    assert isinstance(again, AlreadyCheckedIn)
    assert again.ticket.token_number == first.ticket.token_number
    assert again.ticket.print_job_uid is None
    assert (count_rows(kiosk.replica, print_jobs), count_rows(kiosk.replica, offline_sync_logs)) == (1, 1)


def test_rehearsal_leaves_no_trace(clinic: LittleClinic, kiosk: Device) -> None:
    rehearse(kiosk.replica)
    clinic.book(TEN)
    clinic.pull(kiosk)
    rehearse(kiosk.replica)
    for table in (queue_management, print_jobs, offline_sync_logs, audit_trail, counters):
        assert count_rows(kiosk.replica, table) == 0
    outcome = arrive(clinic, kiosk)
    assert isinstance(outcome, CheckedIn)
    assert outcome.ticket.token_number == "20260309-B001"


def test_reprint_is_a_job_of_its_own_and_says_so(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    outcome = arrive(clinic, kiosk)
    assert isinstance(outcome, CheckedIn)
    with kiosk.replica.work("print_again", "patient") as work:
        assert print_again(work, outcome.ticket.queue_uid, ENGLISH) is not None
    with kiosk.replica.read() as reading:
        jobs = reading.all(select(print_jobs).order_by(print_jobs.c.id))
    assert [job["content"]["reprint"] for job in jobs] == [False, True]


def test_too_early_says_when_to_come_back_in_the_clinics_own_time(clinic: LittleClinic, kiosk: Device) -> None:
    noon_in_london = datetime(2026, 3, 9, 12, 30, tzinfo=UTC)
    clinic.book(noon_in_london)
    clinic.pull(kiosk)
    early = found_by_code(kiosk)
    assert isinstance(early, TooEarly)
    assert (early.opens_at.hour, early.opens_at.minute, str(early.opens_at.tzinfo)) == (10, 30, "Europe/London")
    clinic.clock.move(timedelta(hours=1, minutes=30))
    assert isinstance(found_by_code(kiosk), Found)


def test_late_patient_is_welcome_and_marked(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(MORNING - timedelta(minutes=31))
    outcome = arrive(clinic, kiosk)
    assert isinstance(outcome, CheckedIn)
    assert outcome.ticket.late


def test_people_ahead_are_those_whose_time_comes_first(clinic: LittleClinic, kiosk: Device) -> None:
    for minutes, code in ((60, "00000001"), (10, "00000002"), (40, "00000003")):
        clinic.book(MORNING + timedelta(minutes=minutes), code=code, phone=f"+44 7700 90000{code[-1]}")
    first, second, third = (arrive(clinic, kiosk, f"0000000{number}") for number in (1, 2, 3))
    assert isinstance(first, CheckedIn)
    assert isinstance(second, CheckedIn)
    assert isinstance(third, CheckedIn)
    assert [one.ticket.people_ahead for one in (first, second, third)] == [0, 0, 1]
    assert first.ticket.wait is not None
    assert first.ticket.wait.lower_min >= 45


def test_the_servers_estimate_is_not_before_the_booked_time_either(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    arrive(clinic, kiosk)
    clinic.push(kiosk)
    with clinic.centre.read() as reading:
        (queue,) = current_queue(reading, clinic.location["id"])
    assert [place.estimated_wait_min for place in queue.places] == [60]


def test_nothing_is_promised_where_the_doctor_is_not_in(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.clock.move(timedelta(days=1))
    clinic.book(TEN + timedelta(days=1))
    outcome = arrive(clinic, kiosk)
    assert isinstance(outcome, CheckedIn)
    assert outcome.ticket.wait is None


def test_a_full_series_sends_people_to_the_desk_and_writes_nothing(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    clinic.pull(kiosk)
    with kiosk.database.writing() as connection:
        connection.execute(counters.insert().values(name="token:20260309:1:B", last=999))
    outcome = arrive(clinic, kiosk)
    assert outcome == NoNumbersLeft("8:00-18:00", "+44 20 7946 0000")
    assert (count_rows(kiosk.replica, queue_management), count_rows(kiosk.replica, print_jobs)) == (0, 0)


def test_numbers_start_again_with_the_clinics_own_day(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    arrive(clinic, kiosk)
    clinic.clock.move(timedelta(days=1))
    clinic.book(TEN + timedelta(days=1), code="22222222", phone="+44 7700 900222")
    outcome = arrive(clinic, kiosk, "22222222")
    assert isinstance(outcome, CheckedIn)
    assert outcome.ticket.token_number == "20260310-B001"  # a queue token


def test_help_call_gets_a_number_that_can_be_called(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.pull(kiosk)
    with kiosk.replica.work("call_for_help", "patient") as work:
        outcome = call_for_help(work, ENGLISH)
    assert isinstance(outcome, HelpCalled)
    assert outcome.short_number == "B 1"
    clinic.push(kiosk)
    assert count_rows(clinic.centre, help_calls) == 1


def test_several_appointments_of_one_day_are_offered_soonest_first(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    patient = {"id": booked["patient_id"]}
    clinic.book(TEN + timedelta(minutes=30), code="33333333", patient=patient)
    clinic.pull(kiosk)
    several = found_by_phone(kiosk)
    assert isinstance(several, Found)
    assert [arrival.starts_at.minute for arrival in several.arrivals] == [0, 30]


def test_a_patient_with_two_places_is_shown_once(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    arrive(clinic, kiosk)
    shown = found_by_code(kiosk)
    assert isinstance(shown, Found)
    assert [arrival.checked_in for arrival in shown.arrivals] == [True]


def test_time_zone_of_the_machine_does_not_matter(clinic: LittleClinic, kiosk: Device) -> None:
    """Half past midnight in London in summer is still yesterday in UTC: the number carries London's day."""
    clinic.clock.move(timedelta(days=113, hours=14, minutes=30))
    clinic.book(clinic.clock.now())
    outcome = arrive(clinic, kiosk)
    assert isinstance(outcome, CheckedIn)
    assert clinic.clock.now().isoformat() == "2026-06-30T23:30:00+00:00"
    assert outcome.ticket.token_number.startswith("20260701-")


def test_what_is_still_to_pay_is_found_with_the_appointment(clinic: LittleClinic) -> None:
    booked = clinic.book(MORNING + timedelta(minutes=20))
    told = []
    for status in ("pending", "paid"):
        with clinic.centre.work("bill", "system") as work:
            row = work.first(select(appointments).where(appointments.c.id == booked["id"]))
            assert row is not None
            work.change(
                appointments, row, payment_amount=Decimal("20.00"), payment_currency="GBP", payment_status=status
            )
        with clinic.centre.read() as reading:
            found = find_by_booking_code(reading, clinic.location["id"], CODE)
        assert isinstance(found, Found)
        told.append(found.arrivals[0].due)

    assert told == [Due(Decimal("20.00"), "GBP"), None]
