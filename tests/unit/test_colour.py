"""How far colours stand apart, by WCAG's own examples, and which a clinic may take for its own."""

from __future__ import annotations

import pytest

from kiosk.app.setting_values import WrongValueError, primary_colour
from kiosk.screens.colour import contrast, poorest_contrast, rgb


def test_black_on_white_is_as_far_apart_as_can_be() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#FFFFFF") == 1.0


@pytest.mark.parametrize("written", ["", "084F56", "#084F5", "#084F567", "#GGGGGG", "red", "#084F56\n"])
def test_what_is_no_colour_is_none(written: str) -> None:
    assert rgb(written) is None
    with pytest.raises(ValueError, match="six hexadecimal"):
        contrast(written, "#FFFFFF")


def test_a_clinic_may_take_what_stands_out_seven_to_one_on_every_ground() -> None:
    assert primary_colour("#084f56") == "#084F56"
    assert primary_colour("") == ""
    assert poorest_contrast("#084F56") >= 7


@pytest.mark.parametrize("pale", ["#C08A3E", "#FFFFFF", "#2F7A3A"])
def test_a_colour_on_which_words_would_fade_is_refused_with_the_figure(pale: str) -> None:
    with pytest.raises(WrongValueError, match=rf"{poorest_contrast(pale):.1f}:1"):
        primary_colour(pale)


@pytest.mark.parametrize("wrong", ["teal", 7, None, "#12"])
def test_what_is_no_colour_is_refused_with_an_example(wrong: object) -> None:
    with pytest.raises(WrongValueError, match="#084F56"):
        primary_colour(wrong)
