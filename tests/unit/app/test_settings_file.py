"""Changing one line of the settings file: the rest stays as it was, and what is wrong never gets there."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.app.settings import Settings, flattened
from kiosk.app.settings_file import BEFORE, NotWritten, Unwritten, change_setting

WRITTEN = """# Our kiosk.
server_url = "https://clinic.example"  # in the cellar

[clinic]
name = "Riverside"
time_zone = "Europe/Berlin"
languages = [
    "en",
    "ar",
]

# The old one broke.
[printer]
kind = "none"
"""


@pytest.fixture
def written(settings: Settings, tmp_path: Path) -> Settings:
    file = tmp_path / "kiosk.toml"
    file.write_text(WRITTEN, "utf-8")
    return replace(settings, file=file)


def said(settings: Settings) -> dict[str, object]:
    return flattened(tomllib.loads(settings.file.read_text("utf-8")))


def test_one_line_changes_and_comments_stay(written: Settings) -> None:
    assert change_setting(written, "clinic.name", 'Praxis "Am Fluss"', {}) is None

    assert written.file.read_text("utf-8") == WRITTEN.replace('"Riverside"', '"Praxis \\"Am Fluss\\""')
    assert written.file.with_name("kiosk.toml" + BEFORE).read_text("utf-8") == WRITTEN
    assert sorted(file.name for file in written.file.parent.glob("kiosk.toml*")) == ["kiosk.toml", "kiosk.toml.before"]


@pytest.mark.parametrize(
    ("name", "value", "stands"),
    [
        ("clinic.languages", "en, fr", ["en", "fr"]),
        ("find_hub", "no", False),
        ("printer.port", "9101", 9101),
        ("printer.width_mm", "58", 58),
        ("window.fullscreen", "false", False),
        ("clinic.primary_colour", "#5b1e5a", "#5B1E5A"),
        ("server_url", "", ""),
        ("clinic.phone", "诊所 ☎ 030", "诊所 ☎ 030"),
    ],
)
def test_each_kind_of_value_stands_where_it_belongs(written: Settings, name: str, value: str, stands: object) -> None:
    before = said(written)

    assert change_setting(written, name, value, {}) is None

    assert said(written) == {**before, name: stands}


def test_where_there_is_no_file_one_is_made(settings: Settings, tmp_path: Path) -> None:
    bare = replace(settings, file=tmp_path / "new" / "kiosk.toml")
    rest = {"ANTEROOM_CLINIC_NAME": "Riverside", "ANTEROOM_CLINIC_TIME_ZONE": "Europe/Berlin"}

    assert change_setting(bare, "printer.host", "192.0.2.7", rest) is None

    assert said(bare) == {"printer.host": "192.0.2.7"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("printer.port", "0"),
        ("clinic.time_zone", "Mars/Olympus"),
        ("clinic.name", "two\nlines"),
        ("clinic.primary_colour", "#C08A3E"),
        ("clinic.default_language", "zh"),
        ("printer.kind", "network"),
    ],
)
def test_a_value_with_which_the_program_would_not_start_never_gets_there(
    written: Settings, name: str, value: str
) -> None:
    refused = change_setting(written, name, value, {})

    assert isinstance(refused, NotWritten)
    assert refused.why is Unwritten.WRONG_VALUE
    assert refused.words
    assert written.file.read_text("utf-8") == WRITTEN


@pytest.mark.parametrize(
    "layout", ['clinic.name = "Riverside"\n', "[clinic\n", 'clinic = { name = "Riverside", time_zone = "UTC" }\n']
)
def test_a_layout_that_only_a_person_understands_is_left_to_one(written: Settings, layout: str) -> None:
    written.file.write_text(layout, "utf-8")

    refused = change_setting(written, "clinic.name", "Another", {"ANTEROOM_CLINIC_TIME_ZONE": "Europe/Berlin"})

    assert isinstance(refused, NotWritten)
    assert refused.why is Unwritten.FILE_BROKEN
    assert written.file.read_text("utf-8") == layout


def test_a_file_in_a_place_that_cannot_be_written_stays(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "no_folder").write_text("a file", "utf-8")

    refused = change_setting(replace(settings, file=tmp_path / "no_folder" / "kiosk.toml"), "printer.port", "9101", {})

    assert isinstance(refused, NotWritten)
    assert refused.why is Unwritten.NOT_WRITABLE
