"""A receptionist finds, registers and changes people; all of it by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.screens.reception.people import PeopleScreen
from kiosk.screens.reception.people_desk import ConsentLine, Details, Paper, WalkIn
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import at, uid
from tests.fakes.people_desk import HADDAD, MEERA, OTIS, FakePeopleDesk
from tests.screens.staff_window import StaffWindow

Open = Callable[..., StaffWindow]
FASTEST_S_A_KEY = 0.28
"""Of somebody who types 40 words a minute, by hand-held clocks of typing courses: five keys a word."""


class Desk:
    """A receptionist at the section People, who counts her keys."""

    def __init__(self, open_staff: Open, *size: int) -> None:
        self.people = FakePeopleDesk()
        self.window = open_staff(*size, sections=lambda shell: [PeopleScreen(shell, self.people)])
        self.window.sign_in()
        self.strokes = 0

    def type(self, text: str) -> None:
        self.strokes += len(text)
        self.window.keys(text)
        self.window.settle()

    def press(self, key: Qt.Key, times: int = 1) -> None:
        self.strokes += times
        text = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Tab: "\t"}.get(key, "")
        for _ in range(times):
            self.window.press_key(key, text)

    def sees(self, name: str) -> None:
        self.window.wait_for(name)


@pytest.fixture
def desk(open_staff: Open) -> Desk:
    return Desk(open_staff)


def test_somebody_known_waits_after_a_few_keys(desk: Desk) -> None:
    desk.type("iye")
    desk.sees("Meera Iyer")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Change details")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Meera Iyer waits with number B 17.")
    assert desk.people.joined == [(MEERA.id, WalkIn(None, "", "en"))]
    assert desk.strokes == 5


def test_somebody_new_is_registered_and_waits_by_keyboard_alone_in_under_20_seconds(desk: Desk) -> None:
    desk.type("Lian Chen")
    desk.sees("Nobody found. Press Enter to register them.")
    desk.press(Qt.Key.Key_Return)
    desk.sees("First name")
    desk.press(Qt.Key.Key_Tab, 2)
    desk.type("14031974")
    desk.press(Qt.Key.Key_Tab)
    desk.type("5550142")
    desk.press(Qt.Key.Key_Tab)
    desk.type("cough")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Lian Chen waits with number B 17.")
    person = desk.people.people[OTIS.id + 1]
    assert (person.details.first_name, person.details.last_name) == ("Lian", "Chen")
    assert (str(person.details.born), person.details.phone) == ("1974-03-14", "5550142")
    assert desk.people.joined == [(OTIS.id + 1, WalkIn(None, "cough", "en"))]
    assert desk.strokes * FASTEST_S_A_KEY < 20


def test_the_doctor_is_chosen_by_arrow_keys(desk: Desk) -> None:
    desk.type("mee")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Change details")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.sees("Meera Iyer waits with number B 17.")
    assert desk.people.joined == [(MEERA.id, WalkIn(HADDAD.id, "", "en"))]


def test_who_waits_already_keeps_the_number(desk: Desk) -> None:
    desk.people.places[MEERA.id] = "B 4"
    desk.type("mee")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Change details")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Meera Iyer waits already, with number B 4.")


def test_somebody_alike_is_asked_about_before_a_second_record_is_made(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F2)
    desk.type("Mira")
    desk.press(Qt.Key.Key_Tab)
    desk.type("Iyer")
    desk.press(Qt.Key.Key_Tab)
    desk.type("2 2 1948")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Is it one of these?")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Meera Iyer waits with number B 17.")
    assert len(desk.people.people) == 2


def test_somebody_alike_may_be_somebody_else(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F2)
    desk.type("Mira")
    desk.press(Qt.Key.Key_Tab)
    desk.type("Iyer")
    desk.press(Qt.Key.Key_Tab)
    desk.type("2 2 1948")
    desk.press(Qt.Key.Key_Return)
    desk.window.tap("No, somebody new")
    desk.sees("Mira Iyer waits with number B 17.")
    assert len(desk.people.people) == 3


def test_a_form_without_a_name_or_with_no_date_is_not_sent(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_Tab, 2)
    desk.type("31 2 1990")
    desk.press(Qt.Key.Key_Return)
    desk.sees("A name is needed.")
    desk.sees("This is no birth date.")
    assert len(desk.people.people) == 2


def test_details_are_changed_and_shown_at_once(desk: Desk) -> None:
    desk.type("mee")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Change details")
    desk.press(Qt.Key.Key_F4)
    desk.sees("First name")
    desk.press(Qt.Key.Key_Tab, 3)
    desk.type("9")
    desk.press(Qt.Key.Key_Return)
    desk.sees("The details of Meera Iyer are saved.")
    assert desk.people.people[MEERA.id].details.phone == "+44 20 7946 00189"
    assert desk.people.people[MEERA.id].details.born == MEERA.details.born


def test_the_receipt_of_a_past_visit_is_reprinted_from_the_file(desk: Desk) -> None:
    desk.people.has_printer = True
    desk.type("mee")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Reprint the slip")
    desk.window.tap("Reprint the receipt")
    desk.sees("Sent to the printer, marked as a reprint.")
    assert desk.people.printed == [(Paper.RECEIPT, uid(2), "en")]
    assert desk.people.joined == []


def test_whoever_declined_the_consent_agrees_on_their_word_at_the_desk(desk: Desk) -> None:
    declined = ConsentLine(False, at(8, 15), is_in_force=True, may_agree=True)
    desk.people.people[MEERA.id] = replace(MEERA, consent=declined)
    desk.type("mee")
    desk.press(Qt.Key.Key_Return)
    desk.sees("They agree now")
    assert any(name.startswith("declined on ") for name in desk.window.names())
    desk.window.tap("They agree now")
    desk.window.settle()
    assert any(name.startswith("given on ") for name in desk.window.names())
    assert not desk.window.shows("They agree now")
    assert desk.people.joined == []


def test_a_record_that_somebody_else_changed_meanwhile_is_shown_as_it_stands(desk: Desk) -> None:
    desk.type("mee")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Change details")
    desk.press(Qt.Key.Key_F4)
    other = replace(MEERA, version=4, details=replace(MEERA.details, phone="+44 20 7946 0081"))
    desk.people.people[MEERA.id] = other
    desk.press(Qt.Key.Key_Return)
    desk.sees(
        "Somebody else changed this person meanwhile. This is how it stands now: please enter your change once more."
    )
    assert desk.people.people[MEERA.id] == other
    desk.press(Qt.Key.Key_Return)
    desk.sees("The details of Meera Iyer are saved.")


def test_records_that_cannot_be_asked_are_said_in_the_list(desk: Desk) -> None:
    desk.people.fault = Fault("disk_full", "no room")
    desk.type("mee")
    desk.sees("The records could not be asked. Please try again.")


def test_nothing_of_anybody_remains_after_the_sign_out(desk: Desk) -> None:
    desk.type("mee")
    desk.press(Qt.Key.Key_Return)
    desk.sees("Change details")
    desk.window.shell.lock()
    desk.window.settle()
    desk.window.sign_in()
    assert not any("Iyer" in name or "7946" in name for name in desk.window.names())
    section = desk.window.shell.sections[0]
    assert isinstance(section, PeopleScreen)
    assert section.person_form.details() == Details()


def test_ten_thousand_pasted_signs_break_nothing(desk: Desk) -> None:
    section = desk.window.shell.sections[0]
    assert isinstance(section, PeopleScreen)
    section.search("\u202e" + "é\x00山👩" * 2_500)
    desk.window.settle()
    desk.sees("Nobody found. Press Enter to register them.")


def test_in_arabic_a_birth_date_holds_no_sign_that_turns_it(desk: Desk) -> None:
    desk.window.shell.speak("ar")
    desk.type("mee")
    section = desk.window.shell.sections[0]
    assert isinstance(section, PeopleScreen)
    assert [row.born for row in section.people_found.rows] == ["2/2/1948"]


def test_each_letter_leaves_those_who_have_all_of_it(desk: Desk) -> None:
    section = desk.window.shell.sections[0]
    assert isinstance(section, PeopleScreen)
    found = []
    for typed in ("p", "pat", "meera", "pat", "otis", "nobody", "pat"):
        section.search(typed)
        desk.window.settle()
        found.append([row.person for row in section.people_found.rows])
        assert [name for name in ("Meera Iyer", "Otis") if desk.window.shows(name)] == found[-1]
    assert found[1:] == [["Meera Iyer", "Otis"], ["Meera Iyer"], ["Meera Iyer", "Otis"], ["Otis"], [], found[1]]
