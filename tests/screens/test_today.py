"""Today's list: who is expected is checked in from it, called off, or noted as not come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from kiosk.screens.reception.people_desk import Paper
from kiosk.screens.reception.today import TodayScreen
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import uid
from tests.fakes.people_desk import FakePeopleDesk, coming
from tests.screens.staff_window import StaffWindow

Open = Callable[..., StaffWindow]


class Desk:
    def __init__(self, open_staff: Open) -> None:
        self.people = FakePeopleDesk()
        self.people.day = [
            coming(1, 9, 0, "Amara Diallo", "in_progress", "B 9"),
            coming(2, 9, 30, "Meera Iyer"),
            coming(3, 10, 20, "Lian Chen", "scheduled"),
            coming(4, 14, 0, "Tomas Novak"),
        ]
        self.window = open_staff(sections=lambda shell: [TodayScreen(shell, self.people)])

    def status(self, number: int) -> str:
        return next(one.status for one in self.people.day if one.uid == uid(number))


@pytest.fixture
def desk(open_staff: Open) -> Desk:
    made = Desk(open_staff)
    made.window.sign_in()
    made.window.wait_for("3 still to come")
    return made


def test_somebody_is_checked_in_by_keyboard_alone(desk: Desk) -> None:
    desk.window.keys("iyer")
    desk.window.press_key(Qt.Key.Key_Return, "\r")
    desk.window.wait_for("Check in")
    desk.window.press_key(Qt.Key.Key_F5)
    desk.window.wait_for("Meera Iyer is here, with number B 17.")
    assert desk.status(2) == "in_progress"


def test_who_comes_hours_early_is_told(desk: Desk) -> None:
    desk.window.tap("14:00 Tomas Novak")
    desk.window.tap("Check in")
    desk.window.wait_for("It is too early to check Tomas Novak in.")


def test_who_did_not_come_is_noted_after_their_time_only(desk: Desk) -> None:
    desk.window.tap("09:30 Meera Iyer")
    desk.window.tap("Did not come")
    desk.window.wait_for("It is noted that Meera Iyer did not come.")
    assert desk.status(2) == "no_show"
    desk.window.tap("10:20 Lian Chen")
    desk.window.tap("Did not come")
    desk.window.wait_for("The time of Lian Chen has not come yet.")
    assert desk.status(3) == "scheduled"


def test_calling_off_is_asked_about_first(desk: Desk) -> None:
    desk.window.tap("10:20 Lian Chen")
    desk.window.press_key(Qt.Key.Key_F7)
    desk.window.wait_for("Call this appointment off?")
    desk.window.press_key(Qt.Key.Key_Escape)
    assert desk.status(3) == "scheduled"
    desk.window.press_key(Qt.Key.Key_F7)
    desk.window.wait_for("Call this appointment off?")
    desk.window.press_key(Qt.Key.Key_Return, "\r")
    desk.window.wait_for("The appointment of Lian Chen is called off.")
    assert desk.status(3) == "cancelled"


def test_what_moved_on_elsewhere_is_said_and_shown_as_it_stands(desk: Desk) -> None:
    desk.window.tap("10:20 Lian Chen")
    desk.people.day[2] = coming(3, 10, 20, "Lian Chen", "in_progress", "B 30")
    desk.window.tap("Did not come")
    desk.window.wait_for("Something happened to this appointment meanwhile. This is how it stands now.")
    desk.window.wait_for("2 still to come")


def test_who_is_here_already_offers_no_step(desk: Desk) -> None:
    desk.window.tap("09:00 Amara Diallo")
    desk.window.settle()
    assert not desk.window.shows("Check in")


def test_a_slip_and_a_receipt_are_reprinted_by_key_where_there_is_one(desk: Desk) -> None:
    desk.window.tap("09:30 Meera Iyer")
    desk.window.tap("Reprint the slip")
    desk.window.wait_for("This machine has no printer.")
    desk.people.has_printer = True
    desk.window.press_key(Qt.Key.Key_F8)
    desk.window.press_key(Qt.Key.Key_F10)
    desk.window.wait_for("Sent to the printer, marked as a reprint.")
    desk.window.tap("09:00 Amara Diallo")
    desk.window.press_key(Qt.Key.Key_F8)
    desk.window.press_key(Qt.Key.Key_F10)
    desk.window.settle()
    assert desk.people.printed == [(Paper.SLIP, uid(2), "en"), (Paper.RECEIPT, uid(1), "en")]


def test_an_empty_day_and_a_broken_one_say_so(open_staff: Open) -> None:
    desk = Desk(open_staff)
    desk.people.day = []
    desk.window.sign_in()
    desk.window.wait_for("No appointments today.")
    desk.people.fault = Fault("disk_full", "no room")
    for told in desk.window.desk.listeners:
        told()
    desk.window.wait_for("The records could not be asked. Please try again.")
