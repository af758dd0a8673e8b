"""The only way out of a kiosk: an admin's gesture, their PIN, and the page behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.screens import by_name
from kiosk.screens.patient.service_desk import Contact
from kiosk.screens.patient.service_gesture import CHORD
from server_sync.protocol.faults import Fault
from tests.fakes.service_desk import PIN
from tests.screens.kiosk_window import KioskWindow
from tests.screens.leftovers import left_behind

LEFT, RIGHT = QPoint(20, 20), QPoint(1060, 20)
WRONG = "That PIN does not open this machine."


def tap_corner(kiosk: KioskWindow, corner: QPoint, times: int, every_s: float = 0.4) -> None:
    for _ in range(times):
        kiosk.time.advance(every_s)
        QTest.mouseClick(kiosk.quick, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    kiosk.turn()


def type_pin(kiosk: KioskWindow, pin: str) -> None:
    kiosk.type_slowly(pin)
    kiosk.press_enter()


def open_service(kiosk: KioskWindow) -> None:
    tap_corner(kiosk, LEFT, 5)
    kiosk.wait_for("For staff")
    type_pin(kiosk, PIN)
    kiosk.wait_for("Lobby 1")


@pytest.mark.parametrize("corner", [LEFT, RIGHT])
def test_five_taps_in_one_upper_corner_ask_for_a_pin(kiosk: KioskWindow, corner: QPoint) -> None:
    tap_corner(kiosk, corner, 4)
    assert "For staff" not in kiosk.names()
    tap_corner(kiosk, corner, 1)
    kiosk.wait_for("For staff")


@pytest.mark.parametrize(
    ("corner", "times", "every_s"),
    [(LEFT, 4, 0.4), (LEFT, 20, 0.8), (QPoint(540, 20), 8, 0.2), (QPoint(20, 900), 8, 0.2), (QPoint(20, 1900), 8, 0.2)],
)
def test_no_other_taps_do(kiosk: KioskWindow, corner: QPoint, times: int, every_s: float) -> None:
    tap_corner(kiosk, corner, times, every_s)
    assert "For staff" not in kiosk.names()


def test_taps_that_go_from_corner_to_corner_ask_for_nothing(kiosk: KioskWindow) -> None:
    for corner in [LEFT, RIGHT] * 4:
        tap_corner(kiosk, corner, 1, 0.2)
    assert "For staff" not in kiosk.names()


def test_a_chord_asks_for_the_pin_where_there_is_a_keyboard(kiosk: KioskWindow) -> None:
    kiosk.key(CHORD[0], "", CHORD[1])
    kiosk.wait_for("For staff")


def test_the_gesture_ends_whoever_s_session_it_was(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.tap_digits("4071")
    kiosk.key(CHORD[0], "", CHORD[1])
    kiosk.wait_for("For staff")
    kiosk.tap("Back")
    kiosk.wait_for("I have an appointment")
    kiosk.settle()
    assert left_behind(kiosk.quick, ["4071"]) == []


def test_what_lets_nobody_in_is_said_in_the_same_words(kiosk: KioskWindow) -> None:
    for fault in (None, Fault("disk_full", "no room")):
        kiosk.service_desk.fault = fault
        kiosk.key(CHORD[0], "", CHORD[1])
        kiosk.wait_for("For staff")
        type_pin(kiosk, "111111")
        kiosk.wait_for(WRONG)
        kiosk.shell.reset()
        kiosk.wait_for("I have an appointment")


def test_after_three_wrong_pins_nothing_is_taken_until_the_wait_is_over(kiosk: KioskWindow) -> None:
    kiosk.key(CHORD[0], "", CHORD[1])
    kiosk.wait_for("For staff")
    for _ in range(3):
        type_pin(kiosk, "111111")
        kiosk.settle()
    kiosk.wait_until(lambda: any("The next try counts in" in name for name in kiosk.names()))
    type_pin(kiosk, PIN)
    assert kiosk.service_desk.tried == 3
    for _ in range(30):
        kiosk.time.advance(1)
        kiosk.shell.touched()
    type_pin(kiosk, PIN)
    kiosk.wait_for("Lobby 1")


def test_a_pin_that_a_scanner_types_is_nobody_s(kiosk: KioskWindow) -> None:
    kiosk.key(CHORD[0], "", CHORD[1])
    kiosk.wait_for("For staff")
    kiosk.scan(PIN)
    kiosk.press_enter()
    assert kiosk.service_desk.tried == 0
    assert "0 digits typed" in kiosk.names()


def test_an_admin_sees_how_the_machine_is_and_tries_its_printer_and_its_scanner(kiosk: KioskWindow) -> None:
    open_service(kiosk)
    kiosk.service_desk.state = replace(
        kiosk.service_desk.state, printer="paper_out", contact=Contact.OFFLINE, pending=14
    )
    kiosk.time.advance(6)
    kiosk.settle()
    kiosk.scan("40718253")
    kiosk.tap("Print a test page")
    kiosk.wait_for("The test page is out.")
    said = {item.name: item.description for item in shown(kiosk)}
    assert (said["Printer"], said["Scanner"]) == ("No paper.", "40718253")
    assert (said["Server"], said["Waits to be sent"]) == ("Not reached, last answer 09:40", "14 changes")
    assert kiosk.front_desk.calls == [], "what is scanned here identifies nobody"


def test_to_close_is_asked_twice_and_to_restart_is_not(kiosk: KioskWindow) -> None:
    open_service(kiosk)
    kiosk.tap("Close the program")
    kiosk.tap("No, go on")
    kiosk.tap("Close the program")
    kiosk.tap("Yes, close")
    kiosk.tap("No, go on")
    kiosk.tap("Restart")
    assert kiosk.service_desk.ended == ["close", "restart"]


@pytest.mark.parametrize("inside", [False, True])
def test_thirty_seconds_untouched_lead_home_without_a_question_and_leave_nothing(
    open_kiosk: Callable[..., KioskWindow], inside: bool, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = open_kiosk()
    caplog.set_level("DEBUG", logger="kiosk")
    if inside:
        open_service(kiosk)
        kiosk.scan("ZORBEX-4471")
    else:
        kiosk.key(CHORD[0], "", CHORD[1])
        kiosk.wait_for("For staff")
        kiosk.type_slowly("4027")
    QGuiApplication.clipboard().setText(PIN)
    kiosk.time.advance(29)
    assert "I have an appointment" not in kiosk.names()
    kiosk.time.advance(2)
    kiosk.wait_for("I have an appointment")
    kiosk.settle()
    kiosk.wait_until(kiosk.stands_still)
    kiosk.turn()
    traces = ["ZORBEX", PIN, "4027", "1.4.0"]
    assert left_behind(kiosk.quick, traces) == []
    assert [trace for trace in traces if trace in caplog.text] == []


def shown(kiosk: KioskWindow) -> list[by_name.Shown]:

    return list(by_name.shown(kiosk.window))
