"""People without an appointment: why they come, what cannot wait, who they are, and their number."""

from __future__ import annotations

import pytest

from kiosk.screens import by_name
from server_sync.clinic.visit_reasons import VisitReason
from server_sync.desk.self_service import Need, WalkIn
from server_sync.protocol.faults import Fault
from tests.screens.kiosk_window import KioskWindow
from tests.screens.said import LANGUAGES, OWN_NAMES, said


def come_for(kiosk: KioskWindow, reason: str, language: str = "en") -> None:
    kiosk.tap(said(language, "I don't have one"))
    kiosk.tap(said(language, reason))


def say_nothing_more(kiosk: KioskWindow, language: str = "en") -> None:
    kiosk.tap(said(language, "No, none of these"))
    kiosk.tap(said(language, "Skip"))
    kiosk.wait_for(said(language, "What is your phone number?"))
    kiosk.tap(said(language, "Skip"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_without_an_appointment_gets_a_number_and_need_not_say_who_they_are(
    kiosk: KioskWindow, language: str
) -> None:
    kiosk.tap(OWN_NAMES[language])
    come_for(kiosk, "Pain", language)
    say_nothing_more(kiosk, language)
    kiosk.tap(said(language, "Get my number"))
    kiosk.wait_for("B 17")
    assert kiosk.front_desk.walk_ins == [WalkIn("Pain", reason_code="pain")]


def test_what_a_person_says_reaches_the_desk_word_for_word(kiosk: KioskWindow) -> None:
    kiosk.tap("I don't have one")
    kiosk.tap("More reasons")
    kiosk.tap("My child is ill")
    kiosk.tap("No, none of these")
    for letter in ("M", "a", "r", "y", "Delete the last letter", "i", "a"):
        kiosk.tap(letter)
    kiosk.tap("Continue")
    kiosk.wait_for("What is your phone number?")
    kiosk.tap_digits("5550142")
    kiosk.tap("Continue")
    kiosk.tap("I have a baby with me")
    kiosk.tap("I use a wheelchair")
    kiosk.tap("I use a wheelchair")
    kiosk.tap("I need an interpreter")
    kiosk.tap("Get my number")
    kiosk.wait_for("B 17")
    needs = frozenset({Need.INFANT, Need.INTERPRETER})
    assert kiosk.front_desk.walk_ins == [WalkIn("My child is ill", "Maria", "5550142", needs, reason_code="ill_child")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_wait_tells_staff_with_one_tap_and_no_form(kiosk: KioskWindow, language: str) -> None:
    kiosk.tap(OWN_NAMES[language])
    come_for(kiosk, "Pain", language)
    kiosk.tap(said(language, "Yes – tell staff now"))
    kiosk.wait_for(said(language, "Staff are coming to you now"))
    kiosk.wait_for("B 19")
    assert kiosk.front_desk.calls == ["reasons", "raise_alarm"]


def test_an_alarm_that_could_not_be_raised_says_so_and_is_tried_again(kiosk: KioskWindow) -> None:
    kiosk.front_desk.fault = Fault("disk_full", "no room")
    come_for(kiosk, "Pain")
    kiosk.tap("Yes – tell staff now")
    kiosk.wait_for("Please call out to our staff now")
    kiosk.front_desk.fault = None
    kiosk.tap("Tell staff again")
    kiosk.wait_for("Staff are coming to you now")


def test_a_clinics_own_reasons_are_offered_in_the_persons_language_and_stored_in_the_clinics(
    kiosk: KioskWindow,
) -> None:
    words = (("en", "A travel vaccination"), ("fr", "Un vaccin de voyage"))
    kiosk.front_desk.own_reasons = (VisitReason("travel", words, "syringe", needs=("interpreter",)),)
    kiosk.shell.speak("fr")
    kiosk.tap(said("fr", "I don't have one"))
    kiosk.tap("Un vaccin de voyage")
    say_nothing_more(kiosk, "fr")
    kiosk.tap(said("fr", "Get my number"))
    kiosk.wait_for("B 17")
    needs = frozenset({Need.INTERPRETER})
    assert kiosk.front_desk.walk_ins == [WalkIn("A travel vaccination", needs=needs, reason_code="travel")]


def test_reasons_that_cannot_be_read_are_the_programs_own(kiosk: KioskWindow) -> None:
    kiosk.front_desk.fault = Fault("database", "it does not answer")
    kiosk.tap("I don't have one")
    kiosk.wait_for("Pain")


def test_a_second_tap_on_the_last_button_takes_no_second_place(kiosk: KioskWindow) -> None:
    come_for(kiosk, "Pain")
    say_nothing_more(kiosk)
    kiosk.front_desk.gate.clear()
    kiosk.tap("Get my number")
    by_name.press(kiosk.window, "Get my number")
    kiosk.front_desk.gate.set()
    kiosk.wait_for("B 17")
    assert kiosk.front_desk.calls.count("join_queue") == 1


def test_a_day_without_numbers_is_told_to_who_walks_in(kiosk: KioskWindow) -> None:
    kiosk.front_desk.numbers_left = False
    come_for(kiosk, "Pain")
    say_nothing_more(kiosk)
    kiosk.tap("Get my number")
    kiosk.wait_for("We have no more numbers today")


@pytest.mark.parametrize(
    "typed", ["Ан\u0301на", "李", "\N{GRINNING FACE}", "\u202eevil", "\x00\x1b[2J", "Zoë-Anne O'Neil", "9" * 10_000]
)
def test_a_name_is_taken_in_any_script_and_never_more_of_it_than_fits(kiosk: KioskWindow, typed: str) -> None:
    come_for(kiosk, "Pain")
    kiosk.tap("No, none of these")
    kiosk.wait_for("What is your first name?")
    kiosk.shell.current_screen.typed(typed)
    kiosk.frame()
    shown = by_name.find(kiosk.window, "Name").description
    assert len(shown) <= 100
    assert not {"\u202e", "\x00", "\x1b"} & set(shown)
    assert by_name.is_shown(kiosk.window, "This is as much as we can take.") is (len(typed) > 100)


def test_an_idle_walk_in_leaves_nothing_of_the_person(kiosk: KioskWindow) -> None:
    come_for(kiosk, "Pain")
    kiosk.tap("No, none of these")
    kiosk.tap("M")
    kiosk.time.advance(61)
    kiosk.wait_for("Do you need more time?")
    kiosk.time.advance(20)
    come_for(kiosk, "Pain")
    kiosk.tap("No, none of these")
    kiosk.wait_for("What is your first name?")
    assert by_name.find(kiosk.window, "Name").description == ""


def test_a_walk_in_is_done_by_keyboard_alone(kiosk: KioskWindow) -> None:
    for name in ("I don't have one", "Pain", "No, none of these"):
        kiosk.wait_for(name)
        kiosk.press_until_focused(name)
        kiosk.press_enter()
    kiosk.wait_for("What is your first name?")
    kiosk.type_slowly("Ann")
    for name, after in (
        ("Continue", "What is your phone number?"),
        ("Skip", "Get my number"),
        ("Get my number", "B 17"),
    ):
        kiosk.press_until_focused(name)
        kiosk.press_enter()
        kiosk.wait_for(after)
    assert kiosk.front_desk.walk_ins[0].first_name == "Ann"


def test_the_way_back_leads_through_every_question(kiosk: KioskWindow) -> None:
    come_for(kiosk, "Pain")
    kiosk.tap("No, none of these")
    for heading in ("Do you have any of these now?", "Why are you here today?", "I have an appointment"):
        kiosk.tap("Back")
        kiosk.wait_for(heading)
