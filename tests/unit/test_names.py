"""Names as people write and type them: what is the same name, and what is not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server_sync.clinic.names import are_similar, fold, spellings, words

ANY_TEXT = st.text(max_size=30)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Zoë O’Brien-LUNDØ ", "zoe obrien lundo"),
        ("İbrahim ŞAHİN", "ibrahim sahin"),
        ("Straße", "strasse"),
        ("Łukasz Wałęsa", "lukasz walesa"),
        ("Ἀλέξανδρος Σ.", "αλεξανδροσ σ"),
        ("Артём Королёв", "артем королев"),
        ("أَحْمَد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("علی‌رضا", "عليرضا"),
        ("שָׁלוֹם", "שלום"),
        ("ｶﾞｸﾄ", "ガクト"),
        ("١٩٥٨", "1958"),
        ("...", ""),
    ],
)
def test_case_accents_and_punctuation_do_not_make_another_name(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_an_indic_vowel_sign_makes_another_name_and_a_nukta_does_not() -> None:
    assert fold("राम") != fold("रमा")
    assert fold("प्रिया") == "प्रिया"
    assert fold("ज़ोया") == fold("जोया")


@settings(derandomize=True, max_examples=300)
@given(ANY_TEXT)
def test_what_was_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text.upper()) == fold(text.upper().casefold())


@settings(derandomize=True, max_examples=300)
@given(ANY_TEXT)
def test_every_spelling_is_one_word_and_the_first_is_the_folded_one(text: str) -> None:
    found = spellings(text)
    assert found[:1] == ((fold(text).replace(" ", ""),) if fold(text) else ())
    assert all(spelling and words(spelling) == (spelling,) for spelling in found)


def test_a_name_of_another_script_can_be_typed_in_ascii() -> None:
    assert spellings("Сергей") == ("сергеи", "sergey", "sergei")
    assert "priya" in spellings("प्रिया")
    assert "wangxiaoming" in spellings("王小明")
    assert spellings("Zoë") == ("zoe",)


def test_latin_names_need_no_tables_of_other_scripts() -> None:
    source = "import sys; from server_sync.clinic.names import spellings; spellings('Zoë')"
    source += "; sys.exit('anyascii' in sys.modules)"
    subprocess.run([sys.executable, "-c", source], check=True)


@pytest.mark.parametrize("other", ["sample, Jane", "J. Sample", "Jane Mary Sample", "Jnae Sample", "Jane Sampel"])
def test_slips_initials_and_missing_words_are_similar(other: str) -> None:
    assert are_similar(words("Jane Sample"), words(other))
    assert are_similar(words(other), words("Jane Sample"))


@pytest.mark.parametrize("other", ["John Sample", "Jane Smith", "J", "", "Anna Weber"])
def test_other_people_are_not_similar(other: str) -> None:
    assert not are_similar(words("Jane Sample"), words(other))
