"""Somebody who cannot see hears what stands on the screens, and nothing that was typed in secret."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.devices.speech import SilentVoice
from kiosk.screens.patient.opening import read_aloud
from tests.fakes.front_desk import JOAN
from tests.screens.kiosk_window import KioskWindow
from tests.screens.test_booking import reach_the_check
from tests.screens.test_check_in import enter_code

QUESTION = "What is your booking code?"


def heard(kiosk: KioskWindow) -> Callable[[], list[str]]:
    """Let a voice be there, and turn reading on."""
    voice = SilentVoice()
    read_aloud(kiosk.window, kiosk.shell, voice)
    kiosk.key(Qt.Key.Key_F2)
    return lambda: [text for text, _ in voice.said]


def test_each_screen_is_read_once_with_its_question_its_buttons_and_its_errors(kiosk: KioskWindow) -> None:
    said = heard(kiosk)
    assert any(text.startswith("I have an appointment") for text in said())
    enter_code(kiosk, "00000000")
    kiosk.time.advance(2)
    assert sum(text.startswith(QUESTION) for text in said()) == 1
    assert any(text.startswith("We could not find an appointment") for text in said())


def test_typed_digits_are_never_said(kiosk: KioskWindow) -> None:
    kiosk.tap("I have an appointment")
    kiosk.type_slowly("4071")
    said = heard(kiosk)
    kiosk.time.advance(2)
    assert any(text.startswith("Booking code") for text in said())
    assert not any("4071" in text.replace(" ", "") for text in said())


def test_who_asks_for_a_voice_that_is_not_there_reads_so(kiosk: KioskWindow) -> None:
    voice = SilentVoice(speaks=frozenset({"en"}))
    read_aloud(kiosk.window, kiosk.shell, voice)
    kiosk.tap("Français")
    kiosk.key(Qt.Key.Key_F2)
    kiosk.wait_for("Cet appareil ne peut pas lire à voix haute en français")
    assert voice.said == []
    kiosk.tap("English")
    kiosk.time.advance(2)
    assert any(text.startswith("I have an appointment") for text, _ in voice.said)
    assert not any("read aloud" in name for name in kiosk.names())


def test_the_ticket_is_read(kiosk: KioskWindow) -> None:
    said = heard(kiosk)
    kiosk.scan(JOAN)
    kiosk.wait_for("Yes, that's me")
    kiosk.time.advance(2)
    kiosk.tap("Yes, that's me")
    kiosk.wait_for("B 17")
    kiosk.time.advance(2)
    assert any("B 17" in text for text in said())


def test_a_typed_name_is_never_said(kiosk: KioskWindow) -> None:
    said = heard(kiosk)
    for name in ("I don't have one", "Pain", "No, none of these"):
        kiosk.tap(name)
        kiosk.settle()
    kiosk.type_slowly("Quim")
    kiosk.time.advance(2)
    kiosk.press_until_focused("Continue")
    kiosk.time.advance(2)
    assert said()[-1] == "Continue"
    assert not any("quim" in text.lower() for text in said())


def test_a_booking_is_read_back_without_the_name(kiosk: KioskWindow) -> None:
    said = heard(kiosk)
    reach_the_check(kiosk, "Quim")
    kiosk.time.advance(2)
    assert "Quim" in kiosk.names()
    assert "Is this right?" in said()
    assert not any("quim" in text.lower() for text in said())


def test_whoever_moves_by_keys_hears_where_they_are(kiosk: KioskWindow) -> None:
    said = heard(kiosk)
    kiosk.time.advance(2)
    read = len(said())
    kiosk.press_until_focused("I don't have one")
    kiosk.time.advance(1)
    assert said()[read:] == [said()[-1]]
    assert said()[-1].startswith("I don't have one")


def test_the_next_person_is_read_nothing_unasked(kiosk: KioskWindow) -> None:
    said = heard(kiosk)
    kiosk.shell.reset()
    before = len(said())
    kiosk.tap("I have an appointment")
    kiosk.time.advance(2)
    assert len(said()) == before


def test_whoever_goes_away_from_home_while_it_is_read_ends_it_for_the_next(kiosk: KioskWindow) -> None:
    said = heard(kiosk)
    kiosk.time.advance(61)
    assert not kiosk.shell.ease.read_aloud
    before = len(said())
    kiosk.tap("I have an appointment")
    kiosk.time.advance(2)
    assert len(said()) == before


def test_reading_is_chosen_by_hand_as_well_where_there_is_a_voice(kiosk: KioskWindow) -> None:
    kiosk.tap("Easier to see and reach")
    kiosk.wait_for("Larger text")
    assert "Read the screens aloud" not in kiosk.names(), "this machine has no voice yet"
    kiosk.tap("Go on")
    voice = SilentVoice()
    read_aloud(kiosk.window, kiosk.shell, voice)
    kiosk.tap("Easier to see and reach")
    kiosk.tap("Read the screens aloud")
    kiosk.time.advance(2)
    assert any(text.startswith("Larger text") for text, _ in voice.said)
