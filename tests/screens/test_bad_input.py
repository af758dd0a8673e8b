"""Whatever is typed, scanned or pressed: the same calm sentence, no crash, and no word of it in a log."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt

from kiosk.screens import by_name
from kiosk.screens.scanner import Burst
from kiosk.screens.wording import masked_phone
from tests.fakes.front_desk import JOAN_PHONE
from tests.screens.kiosk_window import KioskWindow
from tests.screens.test_check_in import CALM, enter_code

SCANS = {
    "control characters": "\x00\x01\x1b[2J\x7f12345678",
    "ten thousand characters": "9" * 10_000,
    "an emoji": "🙂🙂🙂🙂🙂",
    "a name": "SMITH^JOAN^19740314",
    "a statement": "1'; DROP TABLE patients; --",
    "spaces": "        ",
}


@pytest.mark.parametrize("text", SCANS.values(), ids=SCANS.keys())
def test_a_scan_of_anything_reads_the_same_calm_sentence(
    kiosk: KioskWindow, text: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    kiosk.scan(text)
    kiosk.wait_for(CALM)
    assert [record for record in caplog.records if record.name != "qasync" and "asyncio" not in record.name] == []
    assert capfd.readouterr() == ("", "")


def test_chords_of_a_scanner_are_part_of_no_code(kiosk: KioskWindow) -> None:
    kiosk.time.advance(1)
    for _ in range(5):
        kiosk.key(Qt.Key.Key_F4, "", Qt.KeyboardModifier.AltModifier)
    kiosk.key(Qt.Key.Key_Return, "\r")
    kiosk.wait_for(CALM)
    assert kiosk.front_desk.codes == ["\N{REPLACEMENT CHARACTER}" * 5]


def test_no_more_of_a_scan_is_kept_than_any_code_needs(kiosk: KioskWindow) -> None:
    kiosk.scan("7" * 10_000)
    kiosk.wait_for(CALM)
    assert [len(code) for code in kiosk.front_desk.codes] == [256]


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("31", "February", "1974"), ("14", "March", "1850"), ("14", "March", "2150"), ("45", "May", "1990")],
)
def test_a_day_on_which_nobody_was_born_reads_the_same_calm_sentence(
    kiosk: KioskWindow, day: str, month: str, year: str
) -> None:
    kiosk.tap("I have an appointment")
    kiosk.tap("Use my phone number instead")
    kiosk.tap_digits(JOAN_PHONE)
    kiosk.tap("Continue")
    kiosk.tap_digits(day)
    kiosk.tap(month)
    kiosk.tap_digits(year)
    kiosk.tap("Continue")
    kiosk.wait_for(CALM)
    assert "find_by_phone_and_birth_date" not in kiosk.front_desk.calls


@pytest.mark.parametrize(("typed", "read"), [("5550142", "555 014 2"), ("+12155550102", "+12155550102")])
def test_a_phone_number_reads_in_threes_but_as_typed_after_a_plus(kiosk: KioskWindow, typed: str, read: str) -> None:
    kiosk.tap("I have an appointment")
    kiosk.tap("Use my phone number instead")
    kiosk.type_slowly(typed)
    assert by_name.find(kiosk.window, "Phone number").description == read


def test_letters_of_a_keyboard_write_nothing_into_a_code(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.type_slowly("1a²٣b2")
    assert kiosk.names().count("Booking code") == 1
    screen = kiosk.shell.current_screen
    assert getattr(screen, "code", None) == "12"


def test_a_scan_while_an_answer_is_awaited_is_dropped(kiosk: KioskWindow) -> None:
    kiosk.front_desk.gate.clear()
    kiosk.scan("11111111")
    kiosk.scan("22222222")
    kiosk.front_desk.gate.set()
    kiosk.wait_for(CALM)
    assert kiosk.front_desk.codes == ["11111111"]


def test_a_code_of_another_length_cannot_be_sent(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.tap_digits("123")
    assert not kiosk.wait_for("Continue").enabled


def test_an_unknown_code_empties_the_field(kiosk: KioskWindow) -> None:
    enter_code(kiosk, "99999999")
    kiosk.wait_for(CALM)
    kiosk.wait_until(lambda: getattr(kiosk.shell.current_screen, "code", None) == "")


def test_a_person_who_types_is_no_scanner() -> None:
    burst = Burst()
    for number, character in enumerate("12345678"):
        burst.add(character, number * 0.2)
    assert burst.end(1.41) is None


def test_a_scanner_that_pauses_before_enter_is_a_person() -> None:
    burst = Burst()
    for number, character in enumerate("12345678"):
        burst.add(character, number * 0.01)
    assert burst.end(3.0) is None


def test_an_unknown_phone_is_not_masked_but_left_out() -> None:
    assert masked_phone("") == ""
