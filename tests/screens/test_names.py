"""People write their names as they are written: in characters, with joined letters, and without touching anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.screens import by_name
from kiosk.screens.patient.letters import face_of, letter_on, rows_of
from kiosk.screens.patient.pinyin import Composition, table
from kiosk.screens.patient.text import TextScreen
from tests.screens.kiosk_window import KioskWindow
from tests.screens.said import said


@pytest.fixture
def names(kiosk: KioskWindow) -> list[str]:
    """What was handed on as a name."""
    return []


def ask_name(kiosk: KioskWindow, names: list[str], language: str) -> None:
    kiosk.shell.speak(language)
    kiosk.shell.go(TextScreen(kiosk.shell, TextScreen.Kind.FULL_NAME, (4, 7), names.append))
    kiosk.wait_for(said(language, "What is your name?"))


def press(kiosk: KioskWindow, *keys: str) -> None:
    for key in keys:
        kiosk.tap(key)


def written(kiosk: KioskWindow, language: str) -> str:
    return by_name.find(kiosk.window, said(language, "Name")).description


def test_a_chinese_name_is_written_by_its_sounds(kiosk: KioskWindow, names: list[str]) -> None:
    ask_name(kiosk, names, "zh")
    press(kiosk, "l", "i", "李", "x", "i", "u", "秀", "y", "i", "n", "g", "英")
    assert written(kiosk, "zh") == "李秀英"
    kiosk.tap(said("zh", "Continue"))
    assert names == ["李秀英"]


def test_two_syllables_in_one_go_are_chosen_one_after_the_other(kiosk: KioskWindow, names: list[str]) -> None:
    ask_name(kiosk, names, "zh")
    press(kiosk, *"zhangwei", "张", said("zh", "Space"))
    kiosk.tap(said("zh", "Continue"))
    assert names == ["张" + table()["wei"][0]]


def test_a_rarer_character_is_on_one_of_the_next_rows(kiosk: KioskWindow, names: list[str]) -> None:
    ask_name(kiosk, names, "zh")
    press(kiosk, "l", "i")
    rare = table()["li"][20]
    kiosk.tap(said("zh", "Other characters"))
    kiosk.tap(said("zh", "Other characters"))
    kiosk.tap(rare)
    assert written(kiosk, "zh") == rare


def test_a_name_in_latin_letters_stays_as_it_is_typed(kiosk: KioskWindow, names: list[str]) -> None:
    ask_name(kiosk, names, "zh")
    kiosk.type_slowly("Li")
    kiosk.tap(said("zh", "Keep the letters %1").replace("%1", "Li"))
    press(kiosk, said("zh", "Space"))
    kiosk.type_slowly("Ann")
    kiosk.tap(said("zh", "Continue"))
    assert names == ["Li Ann"]


def test_erasing_takes_letters_first_and_then_characters(kiosk: KioskWindow, names: list[str]) -> None:
    ask_name(kiosk, names, "zh")
    press(kiosk, "l", "i", "李", "x", "i")
    erase = said("zh", "Delete the last letter")
    press(kiosk, erase)
    assert written(kiosk, "zh") == "李x"
    press(kiosk, erase, erase)
    assert written(kiosk, "zh") == ""


def test_another_language_leaves_the_letters_that_were_typed(kiosk: KioskWindow, names: list[str]) -> None:
    ask_name(kiosk, names, "zh")
    press(kiosk, "l", "i")
    kiosk.shell.speak("fr")
    kiosk.wait_for("a")
    assert written(kiosk, "fr") == "li"


@pytest.mark.parametrize(
    ("language", "keys", "name"),
    [
        ("hi", ("क्ष", "म", "◌ा"), "क्षमा"),
        ("hi", ("फ", "◌़", "◌ै", "ज", "◌़"), "फ़ैज़"),
        ("ar", ("أ", "س", "م", "ا", "ء"), "أسماء"),
        ("ar", ("م", "ح", "م", "◌ّ", "د"), "محمّد"),
    ],
)
def test_joined_letters_and_signs_are_on_the_keys(
    kiosk: KioskWindow, names: list[str], language: str, keys: tuple[str, ...], name: str
) -> None:
    ask_name(kiosk, names, language)
    press(kiosk, *keys)
    kiosk.tap(said(language, "Continue"))
    assert names == [name]


def test_the_letters_are_one_stop_for_tab_and_arrows_move_among_them(kiosk: KioskWindow, names: list[str]) -> None:
    ask_name(kiosk, names, "en")
    kiosk.press_until_focused("Q")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        kiosk.key(key)
    assert by_name.find(kiosk.window, "S").focused
    kiosk.press_enter()
    kiosk.wait_until(lambda: written(kiosk, "en") == "S")
    assert by_name.find(kiosk.window, "s").focused
    kiosk.key(Qt.Key.Key_Tab, "\t")
    assert by_name.find(kiosk.window, "Space").focused


def test_every_key_types_what_it_shows_and_no_two_are_the_same() -> None:
    for language in ("en", "es", "fr", "hi", "ar", "zh"):
        letters = [letter for row in rows_of(language) for letter in row]
        assert len(letters) == len(set(letters))
        assert [letter_on(face_of(letter, begins_word=False)) for letter in letters] == letters


def test_all_letters_of_arabic_and_hindi_have_a_key() -> None:
    arabic = set("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة")
    consonants = {chr(code) for code in range(ord("क"), ord("ह") + 1)} - set("ऩऱळऴ")
    signs = set("ािीुूृेैोौंँः़्ॅॉ")
    assert arabic <= {letter for row in rows_of("ar") for letter in row}
    assert consonants | signs <= {letter for row in rows_of("hi") for letter in row}


def test_a_syllable_that_is_not_finished_offers_the_likeliest_of_each() -> None:
    begun = Composition("zh")
    assert begun.syllable == ""
    assert "张" in begun.candidates
    assert Composition("q'").candidates == ""
    assert Composition("xyz").after_choice() == Composition()
