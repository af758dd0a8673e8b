"""Names that run from right to left, as a PDF must be told them."""

from __future__ import annotations

import pytest

from server_sync.desk.sync_log.right_to_left import as_seen

# Lam-alef, then the rest of "as-salam": seen from the left, the last letter stands first.
SALAM = "\u0633\u0644\u0627\u0645"
SALAM_SEEN = "\ufee1\ufefc\ufeb3"


@pytest.mark.parametrize("text", ["", "Lobby kiosk 1", "大厅", "Empfang (Süd)", "-5 °C"])
def test_what_runs_to_the_right_stays_as_it_is(text: str) -> None:
    assert as_seen(text) == text


def test_letters_join_and_are_seen_from_the_other_side() -> None:
    assert as_seen(SALAM) == SALAM_SEEN


def test_letter_that_never_joins_onwards_leaves_the_next_one_alone() -> None:
    assert as_seen("\u062f\u0627\u0631") == "\ufead\ufe8d\ufea9"


def test_marks_part_no_word() -> None:
    assert as_seen("\u0628\u064e\u062a") == "\ufe96\u064e\ufe91"


def test_numbers_and_latin_words_keep_their_direction_among_arabic_ones() -> None:
    assert as_seen(f"{SALAM} Kiosk 12") == f"Kiosk 12 {SALAM_SEEN}"
    assert as_seen(f"Kiosk {SALAM} 12") == f"Kiosk 12 {SALAM_SEEN}"


def test_date_within_an_arabic_sentence_is_not_turned_about() -> None:
    date = "\u20662026-07-09 10:00\u2069"
    assert as_seen(f"{SALAM} {date} {SALAM}") == f"{SALAM_SEEN} 2026-07-09 10:00 {SALAM_SEEN}"
    assert as_seen(f"at {date}") == "at 2026-07-09 10:00"


def test_brackets_still_open_towards_what_they_hold() -> None:
    assert as_seen(f"{SALAM} ({SALAM})") == f"({SALAM_SEEN}) {SALAM_SEEN}"
