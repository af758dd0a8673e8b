"""What people do by themselves at a kiosk: at a device that is cut off and on the centre's databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from server_sync.desk.at_kiosk import (
    book_alone,
    free_doctors,
    free_times,
    join_alone,
    place_by_phone,
    place_by_ticket,
    raise_alarm_alone,
    say_of_visit,
)
from server_sync.desk.check_in import check_in
from server_sync.desk.outcomes import CheckedIn, NoNumbersLeft
from server_sync.desk.self_service import (
    Alarmed,
    BookingSaid,
    MyPlace,
    Need,
    NoPlace,
    Slip,
    Stage,
    Thanks,
    TimeGone,
    WalkIn,
)
from server_sync.desk.ticket import TicketPrinting
from server_sync.records.database import Database
from server_sync.records.replica import Replica
from server_sync.records.tables import counters, help_calls, patients, print_jobs, queue_management
from tests.clinics import BORN, MORNING, PHONE, LittleClinic, count_rows

ENGLISH = TicketPrinting("en")
WALK_IN = WalkIn("A cough or a cold", "Mary", PHONE, frozenset({Need.PREGNANT, Need.INTERPRETER}))
IN_A_QUARTER = MORNING + timedelta(minutes=15)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Iterator[Replica]:
    device = clinic.enrol("B", 1)
    clinic.pull(device)
    yield device.replica
    device.database.close()


def ticket_code(kiosk: Replica) -> str:
    with kiosk.read() as reading:
        return str(reading.scalar(select(queue_management.c.follow_code)))


def test_who_walks_in_waits_with_what_they_said_and_is_not_verified(kiosk: Replica) -> None:
    joined = join_alone(kiosk, WALK_IN, ENGLISH)

    assert isinstance(joined, CheckedIn)
    with kiosk.read() as reading:
        (person,), (place,) = reading.all(select(patients)), reading.all(select(queue_management))
    assert (person["first_name"], person["is_verified"]) == ("Mary", False)
    assert place["special_reason"] == "pregnant"
    assert place["claims"]["reason_for_visit"] == "A cough or a cold"
    assert place["claims"]["special_requirements"] == "pregnant, interpreter"
    assert joined.ticket.print_job_uid is not None


def test_who_says_nothing_of_themselves_gets_a_number_as_well(kiosk: Replica) -> None:
    joined = join_alone(kiosk, WalkIn("Something else"), ENGLISH)
    assert isinstance(joined, CheckedIn)
    assert joined.ticket.short_number == "B 1"


def test_a_day_without_numbers_registers_nobody(kiosk: Replica) -> None:
    join_alone(kiosk, WALK_IN, ENGLISH)
    with kiosk.database.writing() as connection:
        connection.execute(counters.update().where(counters.c.name.like("token:%")).values(last=999))

    assert isinstance(join_alone(kiosk, WALK_IN, ENGLISH), NoNumbersLeft)
    assert count_rows(kiosk, patients) == 1


def test_an_alarm_tells_staff_and_puts_nobody_in_the_queue(kiosk: Replica) -> None:
    assert raise_alarm_alone(kiosk) == Alarmed("B 1")
    assert (count_rows(kiosk, help_calls), count_rows(kiosk, queue_management)) == (1, 0)


def test_a_machine_without_leases_promises_no_time_but_asks_for_one(kiosk: Replica) -> None:
    (doctor,) = free_doctors(kiosk)
    times = free_times(kiosk, doctor.doctor_id, doctor.days[0])
    said = BookingSaid(doctor.doctor_id, times[-1].starts_at, "Sukarno", "", date(2000, 2, 29))

    slip = book_alone(kiosk, said, ENGLISH)

    assert not times[-1].is_promised
    assert isinstance(slip, Slip)
    assert (slip.is_provisional, slip.doctor_name, len(slip.booking_code)) == (True, "Dr Okafor", 8)
    assert count_rows(kiosk, print_jobs) == 1
    with kiosk.read() as reading:
        (person,) = reading.all(select(patients))
    assert (person["first_name"], person["last_name"], person["is_verified"]) == ("Sukarno", "", False)


def test_a_time_that_is_taken_meanwhile_is_told_and_nothing_is_written(kiosk: Replica) -> None:
    (doctor,) = free_doctors(kiosk)
    taken = free_times(kiosk, doctor.doctor_id, doctor.days[0])[-1].starts_at
    book_alone(kiosk, BookingSaid(doctor.doctor_id, taken, "Ann One", PHONE), ENGLISH)

    assert book_alone(kiosk, BookingSaid(doctor.doctor_id, taken, "Ben Two", "5550111"), ENGLISH) == TimeGone()
    assert count_rows(kiosk, patients) == 1
    assert taken not in [time.starts_at for time in free_times(kiosk, doctor.doctor_id, doctor.days[0])]


def test_a_place_is_found_by_its_ticket_and_by_phone_and_birth_date_alone(clinic: LittleClinic) -> None:
    booked = clinic.book(IN_A_QUARTER)
    with clinic.centre.work("check_in", "system") as work:
        check_in(work, booked["uid"], ENGLISH)
    code = ticket_code(clinic.centre)

    with clinic.centre.read() as reading:
        by_ticket = place_by_ticket(reading, code)
        by_phone = place_by_phone(reading, clinic.location["id"], PHONE, BORN)
        wrong = place_by_phone(reading, clinic.location["id"], PHONE, BORN + timedelta(days=1))

    assert isinstance(by_ticket, MyPlace)
    assert (by_ticket.stage, by_ticket.people_ahead) == (Stage.WAITING, 0)
    assert by_phone == by_ticket
    assert wrong == NoPlace()


def test_a_visit_is_spoken_of_once_and_only_when_it_is_over(kiosk: Replica) -> None:
    join_alone(kiosk, WALK_IN, ENGLISH)
    code = ticket_code(kiosk)
    before = say_of_visit(kiosk, code, 5, "")
    with kiosk.work("finish", "system") as work:
        (place,) = work.all(select(queue_management))
        work.change(queue_management, place, current_status="completed")

    assert before is Thanks.NOT_YET
    assert [say_of_visit(kiosk, code, 4, "Kind") for _ in range(2)] == [Thanks.WRITTEN, Thanks.SAID_BEFORE]
