"""What needs a person: both versions side by side, who decided first, and calls that nobody can overlook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.screens import by_name
from kiosk.screens.reception.alerts import AlertsScreen
from kiosk.screens.reception.settle import SettleScreen
from kiosk.screens.reception.settling_desk import Decision, NotPossible, Pair, SettledBefore, Side, Taken, Which
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import at
from tests.fakes.settling_desk import LOST, MEERA, MIRA, PHONES, TAKEN, TWINS, FakeSettlingDesk
from tests.screens.staff_window import StaffWindow

Open = Callable[..., StaffWindow]


class Desk:
    def __init__(self, open_staff: Open) -> None:
        self.desk = FakeSettlingDesk()
        self.chimes = 0
        self.window = open_staff(
            sections=lambda shell: [SettleScreen(shell, self.desk)],
            strip=lambda shell: AlertsScreen(shell, self.desk, self._chime),
        )

    def _chime(self) -> None:
        self.chimes += 1

    def news(self) -> None:
        for told in self.window.desk.listeners:
            told()
        self.window.settle()


@pytest.fixture
def desk(open_staff: Open) -> Desk:
    return Desk(open_staff)


def test_both_versions_stand_side_by_side_and_the_other_is_taken(desk: Desk) -> None:
    desk.desk.conflicts = [PHONES]
    desk.window.sign_in()
    desk.window.tap("Changed in two places")
    desk.window.wait_for("Phone: +44 20 7946 0018")
    desk.window.wait_for("Phone: +44 20 7946 0081")
    desk.window.wait_for("allergies: Penicillin")
    desk.window.tap("Take the other")
    desk.window.wait_for("Settled.")
    desk.window.wait_for("Nothing to settle.")
    assert desk.desk.decided == [(PHONES.id, Decision.TAKE, None)]


@pytest.mark.parametrize(
    ("button", "decision"), [("Keep what stands", Decision.KEEP), ("Nothing is to be done", Decision.DISMISSED)]
)
def test_what_stands_may_stay(desk: Desk, button: str, decision: Decision) -> None:
    desk.desk.conflicts = [PHONES]
    desk.window.sign_in()
    desk.window.tap("Changed in two places")
    desk.window.tap(button)
    desk.window.wait_for("Settled.")
    assert desk.desk.decided == [(PHONES.id, decision, None)]


def test_one_value_is_taken_from_each_side_or_typed_anew(desk: Desk) -> None:
    desk.desk.conflicts = [PHONES]
    desk.window.sign_in()
    desk.window.tap("Changed in two places")
    desk.window.tap("allergies: Penicillin")
    desk.window.tap("Phone, as it is right")
    desk.window.keys("07700 900018")
    assert not desk.window.shows("Take the other")
    desk.window.tap("Settle it as chosen")
    desk.window.wait_for("Settled.")
    assert desk.desk.decided == [(PHONES.id, Decision.MERGE, None)]
    assert set(desk.desk.taken) == {
        Taken("medical_history/allergies", Which.OFFERED),
        Taken("phone", Which.OWN, "07700 900018"),
    }


def test_a_birth_date_that_is_none_is_not_taken(desk: Desk) -> None:
    born = Side("date_of_birth", "1948-02-02", "1984-02-02", can_be_typed=True)
    desk.desk.conflicts = [replace(PHONES, sides=(born,))]
    desk.window.sign_in()
    desk.window.tap("Changed in two places")
    desk.window.tap("Born, as it is right")
    desk.window.keys("31 2 1948")
    desk.window.wait_for("This is no date. Day, month and year: 14 3 1974")
    button = next(one for one in by_name.shown(desk.window.window) if one.name == "Settle it as chosen")
    assert not button.enabled


def test_of_two_records_of_one_person_the_right_name_is_taken(desk: Desk) -> None:
    desk.desk.two = [Pair(MEERA, MIRA)]
    desk.window.sign_in()
    desk.window.tap("Look for people who are registered twice")
    desk.window.tap("Two records, perhaps one person")
    desk.window.tap("Name: Mira Iyer")
    desk.window.tap("They are one person, as chosen")
    desk.window.wait_for("Settled.")
    assert desk.desk.joined == [(MIRA.id, MEERA.id)]
    assert desk.desk.taken == (Taken("name", Which.OFFERED),)


def test_an_appointment_without_a_place_moves_to_a_free_time(desk: Desk) -> None:
    desk.desk.conflicts = [TAKEN]
    desk.window.sign_in()
    desk.window.tap("The time was given twice")
    desk.window.tap("23/11/2026, 14:20")
    desk.window.wait_for("Settled.")
    assert desk.desk.decided == [(TAKEN.id, Decision.TAKE, at(14, 20))]


def test_two_records_of_one_person_are_joined(desk: Desk) -> None:
    desk.desk.conflicts = [TWINS]
    desk.window.sign_in()
    desk.window.tap("Two records, perhaps one person")
    desk.window.wait_for("Name: Meera Iyer")
    desk.window.wait_for("Name: Mira Iyer")
    desk.window.tap("They are one person")
    desk.window.wait_for("Settled.")
    assert desk.desk.decided == [(TWINS.id, Decision.MERGE, None)]


def test_people_who_are_registered_twice_are_looked_for_and_joined(desk: Desk) -> None:
    desk.desk.two = [Pair(MEERA, MIRA)]
    desk.window.sign_in()
    desk.window.wait_for("Nothing to settle.")
    desk.window.tap("Look for people who are registered twice")
    desk.window.tap("Two records, perhaps one person")
    desk.window.tap("They are one person")
    desk.window.wait_for("Settled.")
    assert desk.desk.joined == [(MIRA.id, MEERA.id)]


def test_another_desk_that_was_first_is_named_with_its_time(desk: Desk) -> None:
    desk.desk.conflicts = [PHONES]
    desk.desk.first = SettledBefore("keep", "Noor Haddad", at(9, 38))
    desk.window.sign_in()
    desk.window.tap("Changed in two places")
    desk.window.tap("Take the other")
    desk.window.wait_for("Noor Haddad settled this already, at 09:38.")


def test_what_is_not_possible_any_more_is_said_and_stays_chosen(desk: Desk) -> None:
    desk.desk.conflicts = [PHONES]
    desk.desk.first = NotPossible()
    desk.window.sign_in()
    desk.window.tap("Changed in two places")
    desk.window.tap("Take the other")
    desk.window.wait_for("It can't be settled so any more. Nothing was changed.")
    assert desk.window.shows("Take the other")


def test_work_that_the_server_did_not_take_is_shown_with_its_reason(desk: Desk) -> None:
    desk.desk.lost = [LOST]
    desk.window.sign_in()
    desk.window.tap("The server did not take this")
    desk.window.wait_for("It changes something that the server has never heard of.")


def test_a_reason_of_a_newer_server_is_said_in_its_own_words(desk: Desk) -> None:
    desk.desk.lost = [replace(LOST, outcome="something_new")]
    desk.window.sign_in()
    desk.window.tap("The server did not take this")
    desk.window.wait_for("This appointment is not known to the server.")


def test_records_that_cannot_be_asked_are_said(desk: Desk) -> None:
    desk.desk.fault = Fault("disk_full", "no room")
    desk.window.sign_in()
    desk.window.wait_for("The records could not be asked. Please try again.")


def test_a_call_for_help_stands_above_everything_until_somebody_went(desk: Desk) -> None:
    desk.window.sign_in()
    desk.desk.call(901)
    desk.news()
    desk.window.wait_for("Somebody needs help at Kiosk A · number B 901 · since 09:40")
    assert desk.chimes == 1
    desk.news()
    assert desk.chimes == 1
    desk.window.press_key(Qt.Key.Key_F9)
    assert desk.desk.calls == []
    assert not desk.window.shows("Somebody is with them")


def test_a_printer_without_paper_is_told_with_its_cause(desk: Desk) -> None:
    desk.desk.call(902, cause="printer_paper_out")
    desk.desk.call(903)
    desk.window.sign_in()
    desk.window.wait_for("Kiosk A: the printer is out of paper · since 09:40")
    desk.window.wait_for("and 1 more")
    desk.window.tap("Seen to")
    desk.window.wait_for("Somebody needs help at Kiosk A · number B 903 · since 09:40")


def test_what_somebody_said_at_a_kiosk_is_told_calmly_and_not_as_a_call_for_help(desk: Desk) -> None:
    desk.window.sign_in()
    desk.desk.say(904, "details_changed")
    desk.news()
    desk.window.wait_for("B 904 says that their details have changed · at Kiosk A · since 09:40")
    assert desk.chimes == 0
    desk.window.tap("Seen to")
    assert desk.desk.calls == []


def test_nothing_of_anybody_remains_after_the_sign_out(desk: Desk) -> None:
    desk.desk.conflicts = [PHONES]
    desk.desk.call(901)
    desk.window.sign_in()
    desk.window.tap("Changed in two places")
    desk.window.wait_for("Phone: +44 20 7946 0018")
    desk.window.shell.lock()
    desk.window.settle()
    assert not any("7946" in name or "901" in name or "Iyer" in name for name in desk.window.names())
