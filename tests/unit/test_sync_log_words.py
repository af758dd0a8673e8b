"""The sync log says the same things in every language, and says all that the clinic's machines do."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib.resources import files

import pytest

from server_sync.desk.queue.intents import QueueIntent
from server_sync.desk.sign_ins import Coming
from server_sync.desk.sync_log.export import BODY_COLUMNS, COLUMNS
from server_sync.desk.sync_log.words import LANGUAGES, LogWords, asked_in_words
from server_sync.merge.verdicts import Outcome
from server_sync.records.outbox import SyncStatus
from server_sync.records.tables import BY_NOUN

Sections = dict[str, dict[str, str]]
ENGLISH = LogWords("en")


def spoken(language: str) -> Sections:
    sections: Sections = json.loads(files("resources").joinpath("sync_log", f"{language}.json").read_text("utf-8"))
    return sections


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_with_the_same_places_to_fill(language: str) -> None:
    english, own = spoken("en"), spoken(language)

    assert {name: list(section) for name, section in own.items()} == {
        name: list(section) for name, section in english.items()
    }
    for name, section in english.items():
        for key, said in section.items():
            assert own[name][key], (name, key)
            assert sorted(re.findall(r"{\w+}", own[name][key])) == sorted(re.findall(r"{\w+}", said)), (name, key)


def test_all_that_machines_do_has_a_word() -> None:
    said = spoken("en")

    assert set(SyncStatus) == set(said["status"])
    assert set(BY_NOUN) == set(said["type"])
    assert set(Outcome) <= set(said["outcome"])
    assert {*QueueIntent, *Coming} <= set(said["intent"])
    assert {*COLUMNS, *BODY_COLUMNS} == set(said["column"])


def test_name_that_a_newer_version_gave_is_said_as_people_write_it() -> None:
    assert ENGLISH.intent("teleport_patient") == "teleport patient"
    assert (ENGLISH.intent("check_in"), LogWords("fr").intent("check_in")) == ("Check-in", "Arrivée enregistrée")


def test_thousands_are_parted_as_the_language_does() -> None:
    assert [LogWords(language).number(1_234_567) for language in ("en", "es", "fr")] == [
        "1,234,567",
        "1.234.567",
        "1\u202f234\u202f567",
    ]


def test_filter_is_told_in_words_and_what_was_not_asked_for_is_not_said() -> None:
    told = asked_in_words(LogWords("es"), date(2026, 7, 9), None, "", "check_in", "", "failed")

    assert told == (
        ("Días", "Del 2026-07-09 al final, ambos incluidos"),
        ("Tarea", "Llegada registrada"),
        ("Estado", "Retenido"),
    )
    assert asked_in_words(ENGLISH, None, None, "", "", "", "") == ()
