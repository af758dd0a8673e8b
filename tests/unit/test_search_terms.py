"""What people are found by: whatever is typed begins a term of whom it means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server_sync.clinic.names import words
from server_sync.clinic.search_terms import MOST_ENDINGS, asked, pair_prefix, terms_of

NAMES = st.text(
    st.characters(codec="utf-8", categories=("Lu", "Ll", "Lo", "Zs", "Pd"), exclude_characters="\x00"), max_size=16
)


def found(typed: str, terms: dict[str, str]) -> bool:
    """What the search asks of the index, on one person's terms."""
    question = asked(typed)
    numbers_hold = all(any(begins(number, terms) for number in some) for some in question.numbers)
    if len(question.words) < 2:
        return numbers_hold and all(begins(word, terms) for word in question.words)
    one, other = question.words[:2]
    pair = pair_prefix(one, other)
    paired = any(
        term.startswith(pair) and f" {one}" in behind and f" {other}" in behind for term, behind in terms.items()
    )
    return numbers_hold and paired and all(begins(word, terms) for word in question.words[2:])


def begins(prefix: str, terms: dict[str, str]) -> bool:
    return any(term.startswith(prefix) for term in terms)


@settings(derandomize=True, max_examples=300)
@given(NAMES, NAMES, st.data())
def test_a_person_is_found_by_any_beginnings_of_their_words_in_any_order(
    first: str, last: str, draws: st.DataObject
) -> None:
    theirs = words(first)[:MOST_ENDINGS] + words(last)[:MOST_ENDINGS]
    terms = terms_of(first, last, None, None)
    if not theirs:
        return
    chosen = draws.draw(st.permutations(theirs))[:3]
    typed = [word[: draws.draw(st.integers(1, len(word)))] for word in chosen]
    assert found(" ".join(typed), terms), (typed, terms)


@pytest.mark.parametrize(
    "typed",
    ["jane", "SAMP", "sample jane", "Jane, Sampl", "j s", "+44 7700", "07700 900123", "0044 7700 900123", "7700900",
     "447700900123", "+44 (0)7700 900", "PAT-2026-0001", "2026-00017", "pat-2026", "jane 07700", "sam 2026-00017"],
)  # fmt: skip
def test_what_is_typed_finds_jane_sample(typed: str) -> None:
    assert found(typed, terms_of("Jane", "Sample", "PAT-2026-00017", "+44 7700 900123"))


@pytest.mark.parametrize(
    "typed", ["june", "ane", "jane jane", "jane smith", "+33 7700", "900123", "2025-00017", "jane 08800", "samples"]
)
def test_what_is_typed_does_not_find_jane_sample(typed: str) -> None:
    assert not found(typed, terms_of("Jane", "Sample", "PAT-2026-00017", "+44 7700 900123"))


@pytest.mark.parametrize(
    ("first", "last", "typed"),
    [
        ("Jürgen", "Müller", "Mueller"),
        ("Jürgen", "Mueller", "müll jurg"),
        ("Anna", "van der Berg", "vanderb"),
        ("Anna", "van der Berg", "berg anna"),
        ("Seán", "O’Brien", "obrien"),
        ("Jean-Pierre", "D'Angelo", "pierre dangelo"),
        ("小明", "王", "王小"),
        ("小明", "王", "小明"),
        ("小明", "王", "xiaoming wang"),
        ("Сергей", "Королёв", "korolev ser"),
        ("Сергей", "Королёв", "КОРОЛЕВ с"),
        ("प्रिया", "शर्मा", "priya"),
        ("أحمد", "حسن", "احمد ح"),
    ],
)
def test_names_are_found_as_people_type_them(first: str, last: str, typed: str) -> None:
    assert found(typed, terms_of(first, last, None, None))


@pytest.mark.parametrize(
    ("phone", "typed"),
    [
        ("07700 900123", "+44 7700 900123"),
        ("07700 900123", "7700"),
        ("+1 (212) 555-0110", "212 555"),
        ("+1 (212) 555-0110", "1 212"),
        ("0049 151 2345678", "0151 23"),
        ("+39 06 1234567", "06 123"),
        ("+٤٤ ٧٧٠٠ ٩٠٠١٢٣", "07700"),
    ],
)
def test_a_phone_number_is_found_however_it_is_typed(phone: str, typed: str) -> None:
    assert found(typed, terms_of("Jane", "Sample", None, phone))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("1958-03-14", {date(1958, 3, 14)}),
        ("14.03.1958", {date(1958, 3, 14)}),
        ("14/3/1958", {date(1958, 3, 14)}),
        ("03/04/1958", {date(1958, 3, 4), date(1958, 4, 3)}),
        ("sample 3.4.1958", {date(1958, 4, 3)}),
        ("31.02.1958", set()),
        ("1958", set()),
    ],
)
def test_birth_dates_are_read_as_they_are_written(typed: str, days: set[date]) -> None:
    assert set(asked(typed).born) == days


@settings(derandomize=True, max_examples=300)
@given(st.text(max_size=60))
def test_any_text_may_be_typed(typed: str) -> None:
    question = asked(typed)
    assert all(len(word) <= 64 and "%" not in word for word in question.words)


def test_absurd_names_fit_into_the_index() -> None:
    for sign in ("a ", "ж", "王", "😀x "):
        for term, others in terms_of(sign * 100, sign * 100, "P" * 32, "1" * 60).items():
            assert len(term) <= 64
            assert len(f"{term}{others}".encode()) < 2_600


def test_an_e_mail_address_is_found_as_it_is_typed_and_is_no_name() -> None:
    terms = terms_of("Jane", "Sample", None, None, "Zed@Example.org")
    assert found("zed@exam", terms)
    assert not found("zed", terms)
