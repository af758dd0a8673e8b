"""What a clinic asks of those who come: its consent, and its own reasons to come."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from server_sync.clinic.consent import Answered, ConsentRefused, consent_in_force, has_answered, parse_consent
from server_sync.clinic.visit_reasons import (
    NEEDS,
    OWN_REASONS,
    ReasonsRefused,
    parse_reasons,
    reason_of,
    reasons_in_force,
)
from server_sync.desk.self_service import Need

TRAVEL = {"code": "travel", "words": {"en": "A travel vaccination", "fr": "Un vaccin"}, "icon": "syringe"}
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)


def test_another_word_in_any_language_is_another_version() -> None:
    one = parse_consent({"en": "Yes", "fr": "Oui"})
    same = parse_consent({"fr": " Oui ", "en": "Yes"})
    other = parse_consent({"en": "Yes", "fr": "Ouais"})
    assert one is not None
    assert same is not None
    assert other is not None
    assert one.version == same.version != other.version


@pytest.mark.parametrize(("spoken", "shown"), [("fr", "Oui"), ("zh", "Yes")])
def test_who_speaks_another_language_reads_the_clinics(spoken: str, shown: str) -> None:
    consent = parse_consent({"fr": "Oui", "en": "Yes"}, "en")
    assert consent is not None
    assert consent.text_in(spoken) == shown


def test_a_no_is_an_answer_to_this_text_and_to_no_other() -> None:
    consent, changed = parse_consent({"en": "Yes"}), parse_consent({"en": "Yes, please"})
    assert consent is not None
    assert changed is not None
    said = Answered(consent.version, False, "en").as_document(NOON)
    assert has_answered(said, consent)
    assert not has_answered(said, changed)
    assert not has_answered(None, consent)


@pytest.mark.parametrize("document", [{}, [], "Yes", {"en": ""}, {"en": 7}, {"English": "Yes"}, {"en": "x" * 4001}])
def test_what_nobody_could_be_asked_is_refused_and_stops_no_kiosk(document: object) -> None:
    with pytest.raises(ConsentRefused):
        parse_consent(document)
    assert consent_in_force(document, "en") is None


def test_nobody_is_asked_where_nothing_is_set() -> None:
    assert parse_consent(None) is None


def test_a_clinics_own_reason_has_its_words_and_falls_back_to_the_clinics_language() -> None:
    (travel,) = parse_reasons([TRAVEL])
    assert travel.said_in("fr") == "Un vaccin"
    assert travel.said_in("hi", "en") == "A travel vaccination"


def test_a_code_that_a_clinic_gave_up_is_still_read_where_the_program_knows_it() -> None:
    pain = reason_of("pain", [TRAVEL])
    assert pain is not None
    assert pain.said_in("es") == "Dolor"
    assert reason_of("gone", [TRAVEL]) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "Travel!"},
        {"words": {}},
        {"words": {"en": "x" * 61}},
        {"words": {"English": "Travel"}},
        {"icon": "skull"},
        {"urgent": "yes"},
        {"needs": ["helicopter"]},
        {"colour": "red"},
    ],
)
def test_a_reason_that_could_not_be_offered_is_refused_and_stops_no_kiosk(wrong: dict[str, object]) -> None:
    with pytest.raises(ReasonsRefused):
        parse_reasons([TRAVEL | wrong])
    assert reasons_in_force([TRAVEL | wrong]) == OWN_REASONS


@pytest.mark.parametrize("document", [[], "travel", {"travel": 1}, [TRAVEL, TRAVEL], [TRAVEL] * 37])
def test_a_list_that_is_none_is_refused(document: object) -> None:
    with pytest.raises(ReasonsRefused):
        parse_reasons(document)


def test_our_own_reasons_are_said_in_all_six_languages_and_pass_our_own_rules() -> None:
    for one in OWN_REASONS:
        assert [language for language, _ in one.words] == ["en", "es", "fr", "hi", "ar", "zh"]
    written = [
        {"code": one.code, "words": dict(one.words), "icon": one.icon, "needs": one.needs} for one in OWN_REASONS
    ]
    assert parse_reasons(written) == OWN_REASONS


def test_what_a_reason_may_imply_is_what_people_are_asked() -> None:
    assert set(Need) == NEEDS
