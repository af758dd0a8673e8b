"""Devanagari on paper: glyphs as they are written, not as they are spelt."""

from __future__ import annotations

from importlib.resources import files

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from server_sync.desk.sync_log.shaped import Shaper, needs_shaping


@pytest.fixture(scope="module")
def shaper() -> Shaper:
    return Shaper(TTFont("shaped", str(files("resources").joinpath("fonts", "NotoSansDevanagari-400.ttf"))))


def test_vowel_sign_is_drawn_before_the_consonant_that_it_is_spoken_after(shaper: Shaper) -> None:
    sign, *consonants = shaper.glyphs("दिन")
    assert [glyph.code for glyph in consonants] == ["द", "न"]
    assert sign.code not in "दिन"


def test_consonants_that_join_become_one(shaper: Shaper) -> None:
    assert len(list(shaper.glyphs("क्ष"))) == 1
    assert len(list(shaper.glyphs("क\u094d\u200cष"))) > 1


def test_same_glyph_has_the_same_code_each_time(shaper: Shaper) -> None:
    assert list(shaper.glyphs("रिपोर्ट")) == list(shaper.glyphs("रिपोर्ट"))


@pytest.mark.parametrize(("text", "needed"), [("Lobby", False), ("عيادة", False), ("大厅", False), ("Lobby दिन", True)])
def test_only_devanagari_needs_it(text: str, needed: bool) -> None:
    assert needs_shaping(text) is needed
