"""Staff at the frame: they sign in by PIN, see their sections, and are signed out when they leave."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.screens.staff.section import StaffSection
from kiosk.screens.staff.shell import StaffShell
from kiosk.screens.surface import Ease
from server_sync.clinic.roles import DESK, Role
from server_sync.protocol.faults import Fault
from tests.fakes.staff_desk import ADMIN, DOCTOR, PIN, SAM, FakeStaffDesk
from tests.screens.staff_window import StaffWindow
from tests.screens.test_look import contrast, theme

Open = Callable[..., StaffWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


class Today(StaffSection):
    kind, page_file = "today", "../../tests/screens/BareSection.qml"

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self.seen: list[str] = []

    def shown(self) -> None:
        self.seen.append("shown")

    def hidden(self) -> None:
        self.seen.append("hidden")

    def forget(self) -> None:
        self.seen.append("forgot")


class People(Today):
    kind, roles = "people", DESK


class Settings(Today):
    kind, roles = "settle", frozenset({Role.ADMIN})


def frame(shell: StaffShell) -> list[StaffSection]:
    return [Today(shell), People(shell), Settings(shell)]


def seen(window: StaffWindow, kind: str) -> list[str]:
    section = next(one for one in window.shell.sections if one.kind == kind)
    assert isinstance(section, Today)
    return section.seen


def test_a_receptionist_signs_in_by_keyboard_alone(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.wait_for("Sam Ortega")
    window.keys("sam")
    window.press_key(Qt.Key.Key_Return, "\r")
    window.wait_for("Your PIN")
    window.keys(PIN)
    window.press_key(Qt.Key.Key_Return, "\r")
    window.wait_for("the section today")
    assert window.shell.actor == SAM.uid
    assert window.shell.role is Role.RECEPTIONIST
    window.shell.lock()
    window.settle()
    assert window.desk.record == [("sign_in", SAM.user_id), ("sign_out", SAM.user_id)]


def test_a_receptionist_signs_in_by_finger_alone(open_staff: Open) -> None:
    window = open_staff(1024, 768, sections=frame)
    window.tap("Sam Ortega")
    window.tap_digits(PIN)
    window.wait_for("6 digits typed")
    window.tap("Sign in")
    window.wait_for("the section today")


def test_a_wrong_pin_is_said_and_nothing_of_it_stays(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.tap("Sam Ortega")
    window.keys("111111")
    window.press_key(Qt.Key.Key_Return, "\r")
    window.wait_for("That PIN is not right. Please try again.")
    assert window.shows("0 digits typed")
    assert window.shell.is_at_rest


def test_after_wrong_pins_the_next_try_waits_its_seconds(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.tap("Sam Ortega")
    for _ in range(4):
        window.keys("111111")
        window.press_key(Qt.Key.Key_Return, "\r")
    window.wait_for("Too many tries. Please wait 30 seconds.")
    window.keys("4")
    assert window.shows("0 digits typed")
    window.desk.misses.clear()
    window.time.advance(31)
    window.keys(PIN)
    window.press_key(Qt.Key.Key_Return, "\r")
    window.wait_for("the section today")


def test_the_first_sign_in_of_all_without_a_server_says_what_it_needs(open_staff: Open) -> None:
    window = open_staff(sections=frame, desk=FakeStaffDesk(online=False))
    window.tap("Sam Ortega")
    window.keys(PIN)
    window.press_key(Qt.Key.Key_Return, "\r")
    window.wait_for("The first sign-in at this desk needs the server, which can't be reached now.")


def test_records_that_cannot_be_asked_are_said_calmly(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.tap("Sam Ortega")
    window.desk.fault = Fault("disk_full", "no room")
    window.keys(PIN)
    window.press_key(Qt.Key.Key_Return, "\r")
    window.wait_for("That could not be checked. Please try again.")


def test_a_role_sees_its_own_sections_only(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.sign_in(DOCTOR)
    assert window.shows("Today")
    assert not window.shows("People")
    window.shell.lock()
    window.settle()
    window.sign_in(ADMIN)
    assert window.shows("People")
    assert window.shows("To settle")


def test_only_those_for_whom_the_machine_has_something_are_asked_to_sign_in(open_staff: Open) -> None:
    window = open_staff(sections=lambda shell: [Settings(shell)])
    assert window.shows(ADMIN.name)
    assert not window.shows(SAM.name)
    assert not window.shows(DOCTOR.name)


def test_sections_are_changed_by_their_keys(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.sign_in()
    window.press_key(Qt.Key.Key_2, "", CTRL)
    window.wait_for("the section people")
    assert seen(window, "today")[-2:] == ["shown", "hidden"]
    window.press_key(Qt.Key.Key_9, "", CTRL)
    assert window.shows("the section people")


def test_the_lock_key_signs_out_at_once_and_everything_is_forgotten(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.sign_in()
    QGuiApplication.clipboard().setText("Meera Iyer")
    window.press_key(Qt.Key.Key_L, "", CTRL)
    window.wait_for("Who are you?")
    assert not window.shows("the section today")
    assert not window.shows("Lock")
    assert seen(window, "today")[-2:] == ["hidden", "forgot"]
    assert seen(window, "people")[-1] == "forgot"
    assert QGuiApplication.clipboard().text() == ""


def test_who_leaves_is_warned_and_then_signed_out(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.sign_in()
    window.time.advance(101)
    window.wait_for("Still there?")
    window.time.advance(20)
    window.wait_for("Who are you?")


def test_who_comes_back_while_warned_stays_signed_in(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.sign_in()
    window.time.advance(101)
    window.wait_for("Still there?")
    window.key(Qt.Key.Key_Shift)
    window.settle()
    assert not window.shows("Still there?")
    window.time.advance(99)
    assert not window.shell.is_at_rest


def test_the_line_above_says_in_words_that_we_work_offline(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.sign_in()
    window.wait_for("Connected")
    window.shell.set_connection(offline=True, pending=14)
    window.wait_for("Working offline · 14 to send · since 09:41")
    window.time.advance(60)
    window.shell.set_connection(offline=True, pending=15)
    window.wait_for("Working offline · 15 to send · since 09:41")
    window.shell.set_connection(offline=False, pending=1)
    window.wait_for("1 to send")


def test_a_machine_without_a_server_says_that_it_works_by_itself(open_staff: Open) -> None:
    window = open_staff(sections=frame, alone=True)
    window.sign_in()
    window.wait_for("This machine works by itself")
    assert not window.shows("Connected")


def test_an_answer_that_comes_after_the_sign_out_is_dropped(open_staff: Open) -> None:
    window = open_staff(sections=frame)
    window.sign_in()
    told: list[str] = []

    async def late() -> str:
        window.shell.lock()
        return "Meera Iyer"

    window.shell.ask(window.shell.sections[0], late(), told.append)
    window.settle()
    assert told == []


STANDS_ON = {
    "rail": ("inkOnRail",),
    "railChosen": ("inkOnRailChosen",),
    "alertGround": ("alert",),
    "tint": ("ink", "good"),
    "paper": ("ink", "softInk", "alert"),
    "surface": ("ink", "softInk", "alert", "warning"),
    "warningGround": ("warning",),
}


@pytest.mark.parametrize("high_contrast", [False, True])
def test_every_text_that_staff_read_reaches_seven_to_one(open_staff: Open, high_contrast: bool) -> None:
    window = open_staff(sections=frame)
    window.shell.set_ease(Ease(high_contrast=high_contrast))
    token = theme(window)
    pairs = [(text, ground) for ground, texts in STANDS_ON.items() for text in texts]
    poor = {pair: contrast(token(pair[0]), token(pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 7} == {}


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_what_could_not_be_done_is_said_until_it_is_read(open_staff: Open, size: tuple[int, int]) -> None:
    window = open_staff(*size, sections=frame)
    window.sign_in()

    async def broken() -> None:
        raise Fault("disk_full", "no room")

    window.shell.ask(window.shell.sections[0], broken(), lambda _answer: None)
    window.wait_for("That could not be done. Nothing was changed.")
    window.tap("All right")
    assert not window.shows("That could not be done. Nothing was changed.")
