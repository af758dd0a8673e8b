"""People book at the kiosk, ask where they stand, and say how it was."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kiosk.screens import by_name
from server_sync.desk.self_service import BookingSaid, FreeDoctor
from tests.fakes.front_desk import JOAN_PHONE, FakeFrontDesk
from tests.screens.kiosk_window import KioskWindow
from tests.screens.said import LANGUAGES, OWN_NAMES, said


def choose(kiosk: KioskWindow, *starts: str) -> None:
    """Tap the tile whose name begins so."""
    for start in starts:
        kiosk.settle()
        kiosk.wait_until(lambda start=start: any(name.startswith(start) for name in kiosk.names()))  # type: ignore[misc]
        kiosk.tap(next(name for name in kiosk.names() if name.startswith(start)))


def born(kiosk: KioskWindow, day: str, month: int, year: str, language: str = "en") -> None:
    kiosk.tap_digits(day)
    kiosk.tap(kiosk.shell.interpreter.locale.standaloneMonthName(month))
    kiosk.tap_digits(year)
    kiosk.tap(said(language, "Continue"))


def reach_the_check(kiosk: KioskWindow, name: str = "Sukarno", language: str = "en") -> None:
    kiosk.tap(said(language, "Book an appointment"))
    choose(kiosk, "Dr Okafor")
    tuesday = kiosk.shell.interpreter.locale.standaloneDayName(2)
    choose(kiosk, tuesday[:1].upper() + tuesday[1:])
    choose(kiosk, "09:20")
    kiosk.wait_for(said(language, "What is your name?"))
    kiosk.shell.current_screen.typed(name)
    kiosk.tap(said(language, "Continue"))
    kiosk.wait_for(said(language, "What is your phone number?"))
    kiosk.tap(said(language, "Skip"))
    born(kiosk, "29", 2, "2000", language)
    kiosk.wait_for(said(language, "Is this right?"))


DAYS = (date(2026, 11, 24), date(2026, 11, 25))
THREE = (
    FreeDoctor(1, "Dr Okafor", "General medicine", DAYS),
    FreeDoctor(2, "Dr Lindqvist", "Children", DAYS),
    FreeDoctor(3, "Dr Haddad", "General medicine", DAYS),
)


def test_where_doctors_are_there_for_different_things_that_is_asked_first(kiosk: KioskWindow) -> None:
    kiosk.front_desk.doctors = THREE
    kiosk.tap("Book an appointment")
    kiosk.wait_for("What is it about?")
    kiosk.tap("General medicine")
    kiosk.wait_for("Whom would you like to see?")
    assert not any(name.startswith("Dr Lindqvist") for name in kiosk.names())
    choose(kiosk, "Dr Haddad", "Tuesday", "09:20")
    kiosk.wait_for("What is your name?")
    assert by_name.is_shown(kiosk.window, "5 of 8")


def test_the_only_doctor_for_something_need_not_be_chosen(kiosk: KioskWindow) -> None:
    kiosk.front_desk.doctors = THREE
    kiosk.tap("Book an appointment")
    kiosk.tap("Children")
    kiosk.wait_for("On which day?")


def test_who_knows_the_doctor_chooses_among_all(kiosk: KioskWindow) -> None:
    kiosk.front_desk.doctors = THREE
    kiosk.tap("Book an appointment")
    kiosk.tap("I know whom I want to see")
    choose(kiosk, "Dr Lindqvist")
    kiosk.wait_for("On which day?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_with_one_name_no_phone_and_a_birthday_in_february_books(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    reach_the_check(kiosk, language=language)
    kiosk.tap(said(language, "Yes, book it"))
    kiosk.wait_for("4071 8253")
    kiosk.wait_for(said(language, "It is booked"))
    kiosk.wait_for(said(language, "Please take your slip."))
    (booked,) = kiosk.front_desk.booked
    assert booked == BookingSaid(1, booked.starts_at, "Sukarno", "", date(2000, 2, 29))
    assert booked.starts_at.replace(tzinfo=None) == datetime(2026, 11, 24, 9, 20)  # noqa: DTZ001 - the clinic's own clock


def test_a_name_of_sixty_letters_is_kept_whole(kiosk: KioskWindow) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff Maria-Magdalena Anastasi"
    reach_the_check(kiosk, name)
    kiosk.wait_for(name)
    kiosk.tap("Yes, book it")
    kiosk.wait_for("It is booked")
    assert kiosk.front_desk.booked[0].name == name


def test_a_time_that_nobody_can_promise_is_marked_and_the_slip_says_so(kiosk: KioskWindow) -> None:
    kiosk.front_desk.promises = False
    kiosk.shell.set_connection(offline=True, pending=1)
    reach_the_check(kiosk)
    kiosk.tap("Yes, book it")
    kiosk.wait_for("You have asked for this time")
    kiosk.wait_for("It is not confirmed yet. The desk will tell you.")


def test_a_time_that_went_meanwhile_leads_back_to_the_times(kiosk: KioskWindow) -> None:
    kiosk.front_desk.gone = True
    reach_the_check(kiosk)
    kiosk.tap("Yes, book it")
    kiosk.wait_for("Somebody else has just taken this time.")
    kiosk.tap("Choose another time")
    kiosk.wait_for("At what time?")


def test_where_nobody_has_time_the_desk_is_named(open_kiosk: object) -> None:
    assert callable(open_kiosk)
    kiosk = open_kiosk(front_desk=FakeFrontDesk(doctors=()))
    kiosk.tap("Book an appointment")
    kiosk.wait_for("Our desk will help you")


def test_a_day_that_does_not_exist_is_said_in_its_own_words(kiosk: KioskWindow) -> None:
    kiosk.tap("Book an appointment")
    choose(kiosk, "Dr Okafor", "Tuesday", "09:20")
    kiosk.wait_for("What is your name?")
    kiosk.shell.current_screen.typed("Ann")
    kiosk.tap("Continue")
    kiosk.wait_for("What is your phone number?")
    kiosk.tap("Skip")
    born(kiosk, "29", 2, "2001")
    kiosk.wait_for("There is no such day. Please check it.")


def test_the_language_may_change_while_somebody_chooses_a_day(kiosk: KioskWindow) -> None:
    kiosk.tap("Book an appointment")
    choose(kiosk, "Dr Okafor")
    kiosk.wait_for("On which day?")
    kiosk.shell.speak("fr")
    kiosk.wait_until(lambda: any(name.startswith("Mardi") for name in kiosk.names()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_finds_their_place_by_phone_and_birth_date(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    kiosk.tap(said(language, "My place in the queue"))
    kiosk.tap_digits(JOAN_PHONE)
    kiosk.tap(said(language, "Continue"))
    born(kiosk, "14", 3, "1974", language)
    kiosk.wait_for("B 17")


@pytest.mark.parametrize(("ticket", "words"), [("waits", "2 people before you"), ("called", "It is your turn")])
def test_a_ticket_held_before_the_scanner_tells_where_its_holder_stands(
    kiosk: KioskWindow, ticket: str, words: str
) -> None:
    kiosk.scan(f"https://clinic.example/t/{ticket}")
    kiosk.wait_for(words)


def test_an_unknown_ticket_and_a_wrong_birth_date_read_one_sentence_and_then_help(kiosk: KioskWindow) -> None:
    kiosk.tap("My place in the queue")
    kiosk.scan("https://clinic.example/t/nobody")
    kiosk.wait_for("We could not find your place with that. Please check it and try again.")
    kiosk.tap_digits(JOAN_PHONE)
    kiosk.tap("Continue")
    born(kiosk, "15", 3, "1974")
    kiosk.wait_for("Let us help you")


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_a_visit_one_face_is_enough(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    kiosk.tap(said(language, "My place in the queue"))
    kiosk.scan("https://clinic.example/t/over")
    kiosk.tap(said(language, "Very good"))
    kiosk.tap(said(language, "Skip"))
    kiosk.wait_for(said(language, "Thank you"))
    assert kiosk.front_desk.opinions == [(5, "")]


def test_what_was_said_twice_counts_once_and_words_are_kept(kiosk: KioskWindow) -> None:
    for _ in range(2):
        kiosk.scan("https://clinic.example/t/over")
        kiosk.tap("Bad")
        kiosk.wait_for("Would you like to say more?")
        kiosk.shell.current_screen.typed("Too long a wait")
        kiosk.tap("Send")
        kiosk.wait_for("Thank you")
        kiosk.tap("Done")
    assert kiosk.front_desk.opinions == [(2, "Too long a wait")]
    assert by_name.is_shown(kiosk.window, "I have an appointment")
