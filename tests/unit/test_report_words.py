"""Reports say the same things in every language."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest

from server_sync.central.reports.paper import Heading, as_pdf
from server_sync.desk.analytics.shown import headings, shown_rows
from server_sync.desk.analytics.table import Table
from server_sync.desk.analytics.words import LANGUAGES, Words
from tests.sample_reports import sample_tables


def spoken(language: str) -> dict[str, str]:
    words: dict[str, str] = json.loads(files("resources").joinpath("reports", f"{language}.json").read_text("utf-8"))
    return words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_with_the_same_places_to_fill(language: str) -> None:
    english, own = spoken("en"), spoken(language)

    assert list(own) == list(english)
    assert all(own.values())
    for key in english:
        assert sorted(re.findall(r"{\w+}", own[key])) == sorted(re.findall(r"{\w+}", english[key])), key
    assert len(Words(language).weekdays) == 7


@pytest.mark.parametrize(("language", "is_in"), [("hi", True), ("fr", False)])
def test_paper_in_hindi_has_hindi_letters(language: str, is_in: bool) -> None:
    paper = as_pdf([Table("waits", (), ())], Heading("Riverside", "2026", "2026", "Ada"), Words(language))

    assert (b"NotoSansDevanagari" in paper) is is_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_and_heading_can_be_said(language: str) -> None:
    words = Words(language)

    for table in sample_tables().values():
        assert len(headings(table, words)) == len(table.columns)
        assert all(cell for row in shown_rows(table, words) for cell in row)
