"""What becomes of a person's traces: idleness, resets, double taps, late answers, faults and bugs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication

from kiosk.screens import by_name
from kiosk.screens.timing import IdleWatch
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import JOAN, FakeTime
from tests.screens.kiosk_window import KioskWindow
from tests.screens.test_check_in import check_in, enter_code

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

QUESTION = "Do you need more time?"


def test_an_idle_screen_asks_and_then_forgets_everything(kiosk: KioskWindow) -> None:
    kiosk.tap("Français")
    kiosk.tap("J’ai un rendez-vous")
    kiosk.tap_digits("1234")
    QGuiApplication.clipboard().setText("12345678")
    kiosk.shell.openEase()
    kiosk.settle()
    kiosk.tap("Texte plus grand")
    kiosk.time.advance(61)
    kiosk.wait_for("Avez-vous besoin de plus de temps\N{NO-BREAK SPACE}?")
    kiosk.time.advance(20)
    kiosk.wait_for("I have an appointment")
    assert not kiosk.shell.ease.larger_text
    assert QGuiApplication.clipboard().text() == ""
    kiosk.tap("I have an appointment")
    kiosk.wait_for("Booking code")
    assert by_name.find(kiosk.window, "Booking code").description == ""


def test_a_person_who_needs_more_time_keeps_what_they_typed(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.tap_digits("1234")
    kiosk.time.advance(61)
    kiosk.tap("Yes, more time")
    kiosk.time.advance(59)
    assert QUESTION not in kiosk.names()
    assert by_name.find(kiosk.window, "Booking code").description == "1234"


def test_a_person_who_is_done_says_so_to_the_question(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.time.advance(61)
    kiosk.tap("No, I am done")
    kiosk.wait_for("I have an appointment")


def test_every_touch_starts_the_minute_anew(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    for _ in range(3):
        kiosk.time.advance(50)
        kiosk.tap("1")
    assert QUESTION not in kiosk.names()


@pytest.mark.parametrize(("more_time", "stands_s"), [(False, 15), (True, 45)])
def test_a_result_stands_fifteen_seconds_or_three_times_as_long(
    kiosk: KioskWindow, more_time: bool, stands_s: int
) -> None:
    if more_time:
        kiosk.tap("Easier to see and reach")
        kiosk.tap("More time")
        kiosk.tap("Go on")
    check_in(kiosk, JOAN)
    kiosk.shell.touched()
    kiosk.time.advance(stands_s - 1)
    assert QUESTION not in kiosk.names()
    kiosk.time.advance(1)
    kiosk.wait_for(QUESTION)
    kiosk.wait_for(f"This screen clears itself in {60 if more_time else 20} seconds.")


def test_a_language_left_behind_at_home_is_put_back(kiosk: KioskWindow) -> None:
    kiosk.tap("中文")
    kiosk.wait_for("我有预约")
    kiosk.time.advance(61)
    kiosk.wait_for("I have an appointment")


def test_the_language_changes_on_any_screen_and_keeps_what_was_typed(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.tap_digits("1234")
    kiosk.tap("English")
    kiosk.tap("Español")
    kiosk.wait_for("¿Cuál es su código de reserva?")
    assert by_name.find(kiosk.window, "Código de reserva").description == "1234"


def test_an_answer_for_somebody_who_left_is_dropped(kiosk: KioskWindow) -> None:
    kiosk.front_desk.gate.clear()
    kiosk.tap("I have an appointment")
    kiosk.tap_digits(JOAN)
    kiosk.tap("Continue")
    kiosk.shell.reset()
    kiosk.tap("I have an appointment")
    kiosk.front_desk.gate.set()
    kiosk.wait_until(lambda: not kiosk.shell.requests)
    kiosk.settle()
    assert "Is this you?" not in kiosk.names()
    assert "What is your booking code?" in kiosk.names()


def test_a_double_tap_checks_in_once(kiosk: KioskWindow) -> None:
    enter_code(kiosk, JOAN)
    kiosk.front_desk.gate.clear()
    kiosk.tap("Yes, that's me")
    kiosk.tap("Yes, that's me")
    kiosk.front_desk.gate.set()
    kiosk.wait_for("B 17")
    assert kiosk.front_desk.calls.count("check_in") == 1


def test_the_second_tap_of_a_double_tap_presses_nothing_on_the_next_page(kiosk: KioskWindow) -> None:
    tile = kiosk.wait_for("I have an appointment").rect.center()
    kiosk.time.advance(1)
    by_name.tap_at(kiosk.window, tile)
    kiosk.wait_for("What is your booking code?")
    key = kiosk.wait_for("5").rect.center()
    kiosk.frame()
    by_name.tap_at(kiosk.window, key)
    assert by_name.find(kiosk.window, "Booking code").description == ""
    kiosk.time.advance(1)
    kiosk.frame()
    by_name.tap_at(kiosk.window, kiosk.wait_for("5").rect.center())
    assert by_name.find(kiosk.window, "Booking code").description == "5"


def test_a_finger_that_slides_off_a_button_does_nothing(kiosk: KioskWindow) -> None:
    tile = kiosk.wait_for("I have an appointment").rect
    kiosk.frame()
    by_name.mouse(kiosk.window, QEvent.Type.MouseButtonPress, tile.center())
    by_name.mouse(kiosk.window, QEvent.Type.MouseMove, tile.bottomRight() + tile.center() - tile.topLeft())
    by_name.mouse(kiosk.window, QEvent.Type.MouseButtonRelease, tile.bottomRight() + tile.center() - tile.topLeft())
    kiosk.settle()
    assert "What is your booking code?" not in kiosk.names()


def test_a_broken_world_leads_to_a_calm_screen(kiosk: KioskWindow) -> None:
    kiosk.front_desk.fault = Fault("disk_full", "no room")
    enter_code(kiosk, JOAN)
    kiosk.wait_for("This does not work just now")
    kiosk.tap("Done")
    kiosk.wait_for("I have an appointment")


def test_a_bug_rises_to_the_top_and_the_screen_goes_home(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.front_desk.bug = ValueError("ours")
    with qtbot.capture_exceptions() as risen:
        enter_code(kiosk, JOAN)
        kiosk.wait_for("I have an appointment")
    assert [kind for kind, _, _ in risen] == [ValueError]


def test_a_printer_that_breaks_never_takes_the_number_away(kiosk: KioskWindow) -> None:
    kiosk.front_desk.print_gate.clear()
    check_in(kiosk, JOAN)
    kiosk.front_desk.print_fault = Fault("printer_gone", "unplugged")
    kiosk.front_desk.print_gate.set()
    kiosk.wait_for("Your ticket could not be printed. Please photograph this screen.")
    assert "B 17" in kiosk.names()


def test_working_offline_is_said_in_one_line(kiosk: KioskWindow) -> None:
    kiosk.shell.set_connection(offline=True, pending=14)
    kiosk.wait_for("Working offline – your place is safe")
    kiosk.shell.set_connection(offline=False, pending=0)
    kiosk.settle()
    assert "Working offline – your place is safe" not in kiosk.names()


def test_the_clock_of_home_moves_with_the_clinic(kiosk: KioskWindow) -> None:
    kiosk.wait_for("09:41")
    kiosk.time.advance(3 * 60 * 60)
    kiosk.wait_for("12:41")
    kiosk.wait_for("Good afternoon.\nTell us you are here.")


def test_a_window_that_may_not_be_closed_stays(kiosk: KioskWindow) -> None:
    kiosk.watch.closable = False
    kiosk.key(Qt.Key.Key_F4, "", Qt.KeyboardModifier.AltModifier)
    kiosk.window.close()
    assert kiosk.window.isVisible()
    kiosk.watch.closable = True


def test_the_watch_counts_down_and_gives_up_once() -> None:
    time, gone = FakeTime(), []
    watch = IdleWatch(time, lambda: None, lambda: gone.append(time.elapsed_s))
    watch.start(60, factor=1)
    time.advance(200)
    assert gone == [80]
