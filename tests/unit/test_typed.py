"""What is typed or pasted at a desk: dates as people write them, and text that can do no harm."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.screens.reception.typed import one_line, typed_date

TODAY = date(2026, 11, 23)
BORN = date(1974, 3, 14)


@pytest.mark.parametrize("typed", ["14 3 1974", "14/03/1974", "14.3.1974", "14031974", "1974-03-14", "١٤ ٣ ١٩٧٤"])
def test_a_birth_date_is_understood_as_people_write_it(typed: str) -> None:
    assert typed_date(typed, TODAY) == BORN


@pytest.mark.parametrize("typed", ["", "14 3", "31 2 1974", "14 3 74", "1 1 2030", "1 1 1700", "x", "9" * 9000])
def test_what_is_no_birth_date_is_none(typed: str) -> None:
    assert typed_date(typed, TODAY) is None


def test_people_born_on_a_leap_day_are_served() -> None:
    assert typed_date("29 2 1988", TODAY) == date(1988, 2, 29)


def test_signs_that_turn_or_control_the_text_are_left_out() -> None:
    assert one_line("\u202eMe\x00era\u2069\tIyer\n", 60) == "Meera Iyer "
    assert one_line("e\u0301" * 9, 4) == "éééé"
    assert one_line("x" * 10_000, 60) == "x" * 60
    assert one_line("山田 👩🏽‍⚕️", 60) == "山田 👩🏽‍⚕️"
