"""People check in at the kiosk, each in their own language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.screens import by_name
from server_sync.desk.outcomes import PrintOutcome, TooManyTries, WaitRange
from tests.fakes.front_desk import AMARA, JOAN, JOAN_PHONE, LIAN, PRIYA, TOMAS, FakeFrontDesk, ticket, uid
from tests.screens.kiosk_window import KioskWindow
from tests.screens.said import LANGUAGES, OWN_NAMES, said

CALM = "We could not find an appointment with that. Please check it and try again."
in_every_language = pytest.mark.parametrize("language", LANGUAGES)


def enter_code(kiosk: KioskWindow, code: str, language: str = "en") -> None:
    kiosk.tap(said(language, "I have an appointment"))
    kiosk.tap_digits(code)
    kiosk.tap(said(language, "Continue"))
    kiosk.settle()


def check_in(kiosk: KioskWindow, code: str, language: str = "en") -> None:
    enter_code(kiosk, code, language)
    kiosk.tap(said(language, "Yes, that's me"))
    kiosk.settle()


@in_every_language
def test_a_patient_checks_in_with_a_booking_code(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    check_in(kiosk, JOAN, language)
    kiosk.wait_for("B 17")
    kiosk.wait_for(said(language, "You are checked in"))
    kiosk.wait_for(said(language, "Please take your ticket."))
    assert kiosk.front_desk.calls.count("check_in") == 1


@in_every_language
def test_a_patient_checks_in_with_phone_and_date_of_birth(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    kiosk.tap(said(language, "I have an appointment"))
    kiosk.tap(said(language, "Use my phone number instead"))
    kiosk.tap_digits(JOAN_PHONE)
    kiosk.tap(said(language, "Continue"))
    kiosk.tap_digits("14")
    kiosk.tap(kiosk.shell.interpreter.locale.standaloneMonthName(3))
    kiosk.tap_digits("1974")
    kiosk.tap(said(language, "Continue"))
    kiosk.tap(said(language, "Yes, that's me"))
    kiosk.wait_for("B 17")


@in_every_language
def test_a_patient_with_two_appointments_chooses_one_without_reading_a_name(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    enter_code(kiosk, AMARA, language)
    rows = [name for name in kiosk.names() if "A. N." in name]
    assert [row[:5] for row in rows] == ["09:50", "11:10"]
    kiosk.tap(rows[1])
    kiosk.wait_for("11:10")
    kiosk.tap(said(language, "Yes, that's me"))
    kiosk.wait_for("B 17")


@in_every_language
def test_a_patient_who_comes_too_early_hears_when_to_come_back(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    enter_code(kiosk, TOMAS, language)
    kiosk.wait_for(said(language, "You are early"))
    kiosk.wait_for("12:30")
    kiosk.tap(said(language, "Done"))
    kiosk.wait_for("I have an appointment")


@in_every_language
def test_an_unknown_patient_reads_one_calm_sentence_and_then_is_helped(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    enter_code(kiosk, "00000000", language)
    kiosk.wait_for(said(language, CALM))
    kiosk.tap_digits("99999999")
    kiosk.tap(said(language, "Continue"))
    kiosk.wait_for(said(language, "Let us help you"))
    kiosk.tap(said(language, "Yes, call somebody"))
    kiosk.wait_for("B 18")
    kiosk.wait_for(said(language, "Please take your number."))


@in_every_language
def test_somebody_is_called_from_home_after_one_confirmation(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    kiosk.tap(said(language, "Call for help"))
    assert kiosk.front_desk.calls == []
    kiosk.tap(said(language, "Yes, call somebody"))
    kiosk.wait_for(said(language, "Somebody is coming"))
    assert kiosk.front_desk.calls.count("call_for_help") == 1


def test_a_wrong_birth_date_reads_the_same_sentence_as_an_unknown_code(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.tap("Use my phone number instead")
    kiosk.tap_digits(JOAN_PHONE)
    kiosk.tap("Continue")
    kiosk.tap_digits("15")
    kiosk.tap("March")
    kiosk.tap_digits("1974")
    kiosk.tap("Continue")
    kiosk.wait_for(CALM)


def test_the_number_stands_on_the_screen_before_the_paper_is_known(kiosk: KioskWindow) -> None:
    kiosk.front_desk.print_gate.clear()
    check_in(kiosk, JOAN)
    kiosk.wait_for("B 17")
    kiosk.wait_for("Printing your ticket…")
    kiosk.front_desk.print_gate.set()
    kiosk.wait_for("Please take your ticket.")


@pytest.mark.parametrize("outcome", [PrintOutcome.FAILED, PrintOutcome.UNKNOWN])
def test_a_ticket_that_did_not_print_is_photographed_or_printed_again(
    kiosk: KioskWindow, outcome: PrintOutcome
) -> None:
    kiosk.front_desk.prints = outcome
    check_in(kiosk, JOAN)
    kiosk.wait_for("Your ticket could not be printed. Please photograph this screen.")
    kiosk.front_desk.prints = PrintOutcome.PRINTED
    kiosk.tap("Print it again")
    kiosk.wait_for("Please take your ticket.")
    assert kiosk.front_desk.calls.count("print_again") == 1


def test_checking_in_again_shows_the_same_number_and_prints_only_when_asked(kiosk: KioskWindow) -> None:
    check_in(kiosk, JOAN)
    kiosk.tap("Done")
    check_in(kiosk, JOAN)
    kiosk.wait_for("Already checked in")
    kiosk.wait_for("B 17")
    assert kiosk.front_desk.calls.count("print_outcome") == 1
    kiosk.tap("Print it again")
    kiosk.wait_for("Please take your ticket.")


def test_a_late_patient_reads_that_the_desk_knows(kiosk: KioskWindow) -> None:
    check_in(kiosk, LIAN)
    kiosk.wait_for("You are a little late. We have told the desk.")


@in_every_language
def test_whose_time_nobody_could_confirm_reads_so(kiosk: KioskWindow, language: str) -> None:
    kiosk.front_desk.provisional = True
    kiosk.tap(OWN_NAMES[language])
    check_in(kiosk, JOAN, language)
    kiosk.wait_for(said(language, "Your appointment time is not confirmed yet. The desk will tell you."))


@pytest.mark.parametrize(
    ("ahead", "wait", "shown", "unsaid"),
    [
        (2, WaitRange(10, 20), "10–20 min", "You are next"),
        (0, WaitRange(0, 5), "You are next", "0–5 min"),
        (0, WaitRange(0, 30), "0–30 min", "You are next"),
        (2, WaitRange(0, 5), "0–5 min", "You are next"),
        (0, WaitRange(10, 30, is_next=True), "You are next", "10–30 min"),
        (3, None, "B 17", "0–0 min"),
    ],
)
def test_the_wait_is_a_range_or_next_or_nothing(
    kiosk: KioskWindow, ahead: int, wait: WaitRange | None, shown: str, unsaid: str
) -> None:
    kiosk.front_desk.tickets[uid(1)] = ticket(17, people_ahead=ahead, wait=wait)
    check_in(kiosk, JOAN)
    kiosk.wait_for(shown)
    assert unsaid not in kiosk.names()


def test_people_ahead_are_counted_in_good_grammar(kiosk: KioskWindow) -> None:
    kiosk.front_desk.tickets[uid(1)] = ticket(17, people_ahead=1)
    check_in(kiosk, JOAN)
    kiosk.wait_for("1 person before you")


def test_a_day_without_numbers_says_when_to_come_back(kiosk: KioskWindow) -> None:
    kiosk.front_desk.numbers_left = False
    check_in(kiosk, JOAN)
    kiosk.wait_for("We have no more numbers today")
    kiosk.wait_for("Mon–Fri 08:00–17:00")
    kiosk.wait_for("030 555 0100")


def test_too_many_tries_lead_to_the_desk(open_kiosk: Callable[..., KioskWindow]) -> None:
    kiosk = open_kiosk(front_desk=FakeFrontDesk(by_code={"00000000": TooManyTries()}))
    enter_code(kiosk, "00000000")
    kiosk.wait_for("Please come to the desk")


def test_not_me_asks_anew_and_keeps_nothing(kiosk: KioskWindow) -> None:
    enter_code(kiosk, JOAN)
    kiosk.tap("Not me")
    kiosk.wait_for("What is your booking code?")
    assert by_name.find(kiosk.window, "Booking code").description == ""


def test_a_scanned_code_is_found_from_home(kiosk: KioskWindow) -> None:
    kiosk.scan(JOAN)
    kiosk.wait_for("Is this you?")
    assert kiosk.front_desk.codes == [JOAN]


def test_a_scan_on_the_phone_screen_is_a_booking_code_and_leaves_no_digits(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.tap("Use my phone number instead")
    kiosk.tap_digits("55")
    kiosk.scan(JOAN)
    kiosk.wait_for("Is this you?")
    kiosk.shell.back()
    kiosk.settle()
    assert by_name.find(kiosk.window, "Phone number").description == ""


def test_a_patient_checks_in_by_keyboard_alone_and_sees_where_they_are(kiosk: KioskWindow) -> None:
    kiosk.press_until_focused("I have an appointment")
    kiosk.press_enter()
    kiosk.wait_for("What is your booking code?")
    kiosk.type_slowly(JOAN)
    kiosk.press_until_focused("Continue")
    assert kiosk.shell.keyboard
    kiosk.press_enter()
    kiosk.wait_for("Is this you?")
    kiosk.press_until_focused("Yes, that's me")
    kiosk.press_enter()
    kiosk.wait_for("B 17")


def taps_until_the_number(kiosk: KioskWindow) -> list[str]:
    """Check in from what stands in front, with the fewest taps, and list them."""
    tapped = []
    while not by_name.is_shown(kiosk.window, "You are checked in"):
        way = next(name for name in WAYS_ON if by_name.is_shown(kiosk.window, name))
        kiosk.tap(way)
        kiosk.settle()
        tapped.append(way)
    return tapped


WAYS_ON = ("Yes, that's me", "Continue", "Use my phone number instead", "I have an appointment")


def test_with_a_code_for_the_scanner_checking_in_takes_one_tap_and_leaving_a_second(kiosk: KioskWindow) -> None:
    kiosk.scan(JOAN)
    kiosk.settle()
    taps = [*taps_until_the_number(kiosk), "Done"]
    kiosk.tap("Done")
    assert len(taps) <= 5


def test_with_phone_and_birth_date_it_takes_at_most_ten_taps_besides_the_digits(kiosk: KioskWindow) -> None:
    taps = 0

    def tap(name: str) -> None:
        nonlocal taps
        kiosk.tap(name)
        kiosk.settle()
        taps += 1

    tap("I have an appointment")
    tap("Use my phone number instead")
    kiosk.tap_digits(JOAN_PHONE)
    tap("Continue")
    kiosk.tap_digits("14")
    tap("March")
    kiosk.tap_digits("1974")
    tap("Continue")
    tap("Yes, that's me")
    kiosk.wait_for("You are checked in")
    tap("Done")
    assert taps <= 10


@in_every_language
def test_who_has_something_to_pay_reads_how_much_and_may_pay_at_the_desk(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    check_in(kiosk, PRIYA, language)
    kiosk.wait_for(said(language, "There is something to pay"))
    assert any("EUR" in name for name in kiosk.names())
    assert "check_in" not in kiosk.front_desk.calls
    kiosk.tap(said(language, "Pay at the desk"))
    kiosk.wait_for("B 17")


def test_who_may_pay_later_can_still_say_that_it_is_not_them(kiosk: KioskWindow) -> None:
    check_in(kiosk, PRIYA)
    kiosk.tap("Back")
    kiosk.tap("Not me")
    kiosk.wait_for("What is your booking code?")
