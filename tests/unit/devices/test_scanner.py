"""A scanner types like a keyboard: scans are told apart from people, and from nonsense."""

from __future__ import annotations

import pytest

from kiosk.devices.scanner import Scan, Scanned, Unreadable, WedgeFilter


def scan(text: str, *, gap_s: float = 0.005, wedge: WedgeFilter | None = None, start_s: float = 0.0) -> Scan | None:
    wedge = wedge or WedgeFilter()
    complete = None
    for place, character in enumerate(text):
        complete = wedge.feed(character, start_s + place * gap_s) or complete
    return complete


@pytest.mark.parametrize("end", ["\r", "\n", "\t"])
def test_a_booking_code_is_read(end: str) -> None:
    assert scan("48203917" + end) == Scanned("48203917")


def test_a_scan_is_complete_only_at_its_end() -> None:
    assert scan("48203917") is None


def test_a_person_who_types_is_no_scanner() -> None:
    assert scan("48203917\r", gap_s=0.2) is None


def test_a_slow_scanner_is_still_one() -> None:
    assert scan("48203917\r", gap_s=0.05) == Scanned("48203917")


def test_what_a_person_typed_before_is_no_part_of_the_scan() -> None:
    wedge = WedgeFilter()
    wedge.feed("7", 0.0)
    assert scan("48203917\r", wedge=wedge, start_s=1.0) == Scanned("48203917")


def test_control_characters_make_a_scan_unreadable_and_the_next_is_read() -> None:
    wedge = WedgeFilter()
    assert scan("4820\x1b3917\r", wedge=wedge) is Unreadable.CONTROL_CHARACTERS
    assert scan("48203917\r", wedge=wedge, start_s=0.06) == Scanned("48203917")


def test_ten_thousand_characters_are_dropped_without_being_kept() -> None:
    wedge = WedgeFilter()
    assert scan("9" * 10_000, wedge=wedge, gap_s=0.001) is None
    assert len(wedge._letters) == 64
    assert wedge.feed("\r", 10.0) is Unreadable.TOO_LONG


def test_sixty_four_characters_are_just_not_too_long() -> None:
    assert scan("9" * 64 + "\r") == Scanned("9" * 64)


def test_a_lone_return_key_says_nothing() -> None:
    assert scan("\r") is None
    assert scan("123\r") is None
