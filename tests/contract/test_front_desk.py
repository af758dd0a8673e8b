"""The front desk behind the screens: the one in memory and the one on encrypted records answer alike."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.app.back_office import BackOffice
from kiosk.app.paths import Places
from kiosk.app.patient.local_front_desk import LocalFrontDesk
from kiosk.app.secrets import DATABASE_KEY, DevelopmentFile
from kiosk.app.settings import KeyStorage, PrinterKind, PrinterSettings, Settings, read_settings
from kiosk.devices.virtual_printer import VirtualPrinter
from kiosk.printing.words import words_for
from kiosk.screens.patient.front_desk import FrontDesk
from server_sync.desk.outcomes import (
    AlreadyCheckedIn,
    CheckedIn,
    Found,
    HelpCalled,
    NotFound,
    PrintOutcome,
    Ticket,
    TooEarly,
    TooManyTries,
)
from server_sync.desk.self_service import Alarmed, BookingSaid, NoPlace, Slip, Thanks, WalkIn
from server_sync.records.database import open_database
from tests.clinics import DEVICE_KEY, HandClock, LittleClinic
from tests.fakes.front_desk import JOAN, JOAN_BORN, JOAN_PHONE, TOMAS, FakeFrontDesk

Answer = TypeVar("Answer")
QUICKLY_S = 0.1
UNKNOWN = UUID("01890a5d-ac96-774b-bcce-b302099a8057")


Question = Callable[[FrontDesk], Coroutine[None, None, Answer]]


def ask(desk: FrontDesk, question: Question[Answer]) -> Answer:
    return asyncio.run(question(desk))


@pytest.fixture
def printer() -> Iterator[VirtualPrinter]:
    printer = VirtualPrinter(width_mm=80).start()
    yield printer
    printer.stop()


@pytest.fixture
def settings(tmp_path: Path, printer: VirtualPrinter) -> Settings:
    """Those of a kiosk that is enrolled in a clinic where Joan is expected now and Tomas much later."""
    enrol_a_kiosk(tmp_path, datetime.now(UTC))
    environment = {"ANTEROOM_CLINIC_NAME": "Riverside", "ANTEROOM_CLINIC_TIME_ZONE": "Europe/London"}
    return replace(
        read_settings({}, environment, Places(tmp_path / "none.toml", tmp_path, tmp_path)),
        keys=KeyStorage.DEVELOPMENT_FILE,
        database=tmp_path / "kiosk-B.db",
        printer=PrinterSettings(PrinterKind.NETWORK, "127.0.0.1", printer.port, 80),
    )


def enrol_a_kiosk(folder: Path, now: datetime) -> None:
    database = open_database(f"sqlite:///{folder / 'centre.db'}")
    clinic = LittleClinic(database, folder, HandClock(now))
    clinic.open_on(now.date() + timedelta(days=1))
    clinic.book(now + timedelta(minutes=20), code=JOAN, phone=JOAN_PHONE, born=JOAN_BORN, first_name="Joan")
    clinic.book(now + timedelta(hours=5), code=TOMAS, phone="5550199", first_name="Tomas")
    device = clinic.enrol("B", 1)
    clinic.pull(device)
    device.database.close()
    database.close()
    DevelopmentFile(folder / "kiosk-B.db.keys").write(DATABASE_KEY, DEVICE_KEY)


@pytest.fixture
def local(settings: Settings, qapp: QCoreApplication) -> Iterator[LocalFrontDesk]:
    assert qapp, "tickets are drawn with its fonts"
    back_office = BackOffice(settings)
    refusals: list[Exception] = []
    back_office.start(refusals.append)
    yield LocalFrontDesk(lambda: back_office, refusal_takes_s=QUICKLY_S)
    back_office.stop()
    assert not refusals


@pytest.fixture(params=["in memory", "on encrypted records"])
def desk(request: pytest.FixtureRequest) -> FrontDesk:
    if request.param == "in memory":
        return FakeFrontDesk()
    local: LocalFrontDesk = request.getfixturevalue("local")
    return local


def joans_ticket(desk: FrontDesk) -> Ticket:
    found = ask(desk, lambda desk: desk.find_by_booking_code(JOAN))
    assert isinstance(found, Found)
    done = ask(desk, lambda desk: desk.check_in(found.arrivals[0].appointment_uid, "en"))
    assert isinstance(done, CheckedIn | AlreadyCheckedIn)
    return done.ticket


def test_joan_is_found_by_her_code_and_by_her_phone_and_birth_date(desk: FrontDesk) -> None:
    by_code = ask(desk, lambda desk: desk.find_by_booking_code(JOAN))
    by_phone = ask(desk, lambda desk: desk.find_by_phone_and_birth_date(JOAN_PHONE, JOAN_BORN))

    assert by_code == by_phone
    assert isinstance(by_code, Found)
    (arrival,) = by_code.arrivals
    assert (arrival.initials, arrival.birth_date, arrival.phone_ending) == ("J. S.", JOAN_BORN, "42")
    assert arrival.starts_at.tzinfo is not None
    assert not arrival.checked_in


@pytest.mark.parametrize("typed", ["99999999", "", "DROP TABLE", "1" * 10_000, "\x00\x1b", "\N{GRINNING FACE}"])
def test_whatever_else_is_typed_or_scanned_finds_nobody(desk: FrontDesk, typed: str) -> None:
    assert ask(desk, lambda desk: desk.find_by_booking_code(typed)) == NotFound()


@pytest.mark.parametrize("born", [date(1974, 3, 15), date(1850, 1, 1), date(2150, 1, 1)])
def test_a_wrong_or_impossible_birth_date_finds_nobody(desk: FrontDesk, born: date) -> None:
    assert ask(desk, lambda desk: desk.find_by_phone_and_birth_date(JOAN_PHONE, born)) == NotFound()


def test_tomas_hears_when_to_come_back(desk: FrontDesk) -> None:
    answer = ask(desk, lambda desk: desk.find_by_booking_code(TOMAS))

    assert isinstance(answer, TooEarly)
    assert answer.opens_at < answer.starts_at
    assert answer.opens_at.tzinfo is not None


def test_checking_in_twice_gives_the_same_number(desk: FrontDesk) -> None:
    first, second = joans_ticket(desk), joans_ticket(desk)

    assert first.token_number == second.token_number
    assert first.short_number.startswith("B ")
    assert first.print_job_uid is not None


def test_joan_learns_that_her_ticket_came_out_and_that_a_reprint_did(desk: FrontDesk) -> None:
    ticket = joans_ticket(desk)
    again = ask(desk, lambda desk: desk.print_again(ticket.queue_uid, "en"))

    assert again is not None
    for job in (ticket.print_job_uid, again):
        assert job is not None
        assert ask(desk, lambda desk, job=job: desk.print_outcome(job)) is PrintOutcome.PRINTED  # type: ignore[misc]


def test_somebody_who_calls_for_help_gets_a_number_that_will_be_called(desk: FrontDesk) -> None:
    called = ask(desk, lambda desk: desk.call_for_help("ar"))

    assert isinstance(called, HelpCalled)
    assert called.short_number.startswith("B ")


def test_the_first_ticket_is_plain_and_the_second_says_that_it_is_a_copy(
    local: LocalFrontDesk, printer: VirtualPrinter
) -> None:
    ticket = joans_ticket(local)
    printer.wait_for_tickets(1)
    ask(local, lambda desk: desk.print_again(ticket.queue_uid, "en"))

    plain, copy = printer.wait_for_tickets(2)
    mark = words_for("en").reprint
    assert mark not in plain.lines
    assert mark in copy.lines
    assert ticket.short_number in copy.lines


def test_a_printer_that_is_off_does_not_hold_up_the_number(local: LocalFrontDesk, printer: VirtualPrinter) -> None:
    printer.power_off()

    ticket = joans_ticket(local)

    assert ticket.print_job_uid is not None
    job = ticket.print_job_uid
    assert ask(local, lambda desk: desk.print_outcome(job)) is PrintOutcome.FAILED


def test_a_place_that_nobody_holds_is_not_printed_again(local: LocalFrontDesk) -> None:
    assert ask(local, lambda desk: desk.print_again(UNKNOWN, "en")) is None


def test_a_person_who_tries_out_codes_is_sent_to_the_desk_and_then_even_a_right_one_is_not_looked_up(
    local: LocalFrontDesk,
) -> None:
    for tried in range(10):
        assert ask(local, lambda desk, tried=tried: desk.find_by_booking_code(f"9999000{tried}")) == NotFound()  # type: ignore[misc]

    assert ask(local, lambda desk: desk.find_by_booking_code(JOAN)) == TooManyTries()


def test_every_refusal_takes_the_same_time(local: LocalFrontDesk) -> None:
    def seconds_for(typed: str) -> float:
        begun = time.monotonic()
        assert ask(local, lambda desk: desk.find_by_booking_code(typed)) == NotFound()
        return time.monotonic() - begun

    ask(local, lambda desk: desk.find_by_booking_code(JOAN))
    took = [seconds_for("unreadable"), seconds_for("99999999")]

    assert min(took) >= QUICKLY_S


def test_who_walks_in_gets_the_next_number_and_a_ticket(desk: FrontDesk) -> None:
    joined = ask(desk, lambda desk: desk.join_queue(WalkIn("Pain", "Mary", "5550100"), "en"))

    assert isinstance(joined, CheckedIn)
    assert joined.ticket.short_number.startswith("B ")
    assert joined.ticket.doctor_name == ""
    assert joined.ticket.print_job_uid is not None


def test_an_alarm_answers_with_the_number_that_will_be_called(desk: FrontDesk) -> None:
    raised = ask(desk, lambda desk: desk.raise_alarm())

    assert isinstance(raised, Alarmed)
    assert raised.short_number.startswith("B ")


def test_a_free_time_is_booked_and_its_slip_comes_out(desk: FrontDesk) -> None:
    async def first_free(desk: FrontDesk) -> BookingSaid:
        doctor, *_ = await desk.free_doctors()
        free, *_ = await desk.free_times(doctor.doctor_id, doctor.days[0])
        return BookingSaid(doctor.doctor_id, free.starts_at, "Sukarno", "", date(2000, 2, 29))

    said = ask(desk, first_free)
    slip = ask(desk, lambda desk: desk.book(said, "en"))

    assert isinstance(slip, Slip)
    assert len(slip.booking_code) == 8
    assert slip.starts_at == said.starts_at


def test_nobody_finds_a_place_by_a_ticket_or_a_birth_date_that_is_not_theirs(desk: FrontDesk) -> None:
    assert ask(desk, lambda desk: desk.place_by_ticket("https://clinic.example/t/nobody")) == NoPlace()
    assert ask(desk, lambda desk: desk.place_by_phone(JOAN_PHONE, date(1974, 3, 15))) == NoPlace()


def test_nobody_speaks_of_a_visit_that_is_not_over(desk: FrontDesk) -> None:
    assert ask(desk, lambda desk: desk.say_of_visit("nobody", 5, "")) is Thanks.NOT_YET
