"""Settings: read from three places, checked at the edge, and refused in words that name the key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.app.paths import Places, default_places
from kiosk.app.settings import (
    KEYS,
    SAMPLE,
    KeyStorage,
    PrinterKind,
    Settings,
    SettingsError,
    read_settings,
    split_options,
)

WHOLE = """
server_url = "https://clinic.example/"
hub_url = "https://192.0.2.7:8443/"
find_hub = false
[clinic]
name = "Riverside Clinic"
time_zone = "Europe/Berlin"
languages = ["en", "ar", "zh-Hans"]
default_language = "ar"
[printer]
kind = "network"
host = "192.0.2.7"
width_mm = 58
[window]
fullscreen = false
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "kiosk.toml", tmp_path / "records", tmp_path / "logs")


def settings_from(places: Places, toml: str, environment: dict[str, str] | None = None, *arguments: str) -> Settings:
    places.settings_file.write_text(toml, "utf-8")
    return read_settings(split_options(arguments), environment or {}, places)


def test_a_clinic_writes_its_settings_once_and_the_kiosk_reads_them_all(places: Places) -> None:
    settings = settings_from(places, WHOLE)

    assert settings.clinic.name == "Riverside Clinic"
    assert settings.clinic.languages == ("en", "ar", "zh-Hans")
    assert settings.server_url == "https://clinic.example"
    assert (settings.hub_url, settings.find_hub) == ("https://192.0.2.7:8443", False)
    assert (settings.printer.kind, settings.printer.port, settings.printer.width_mm) == (
        PrinterKind.NETWORK,
        9100,
        58,
    )
    assert not settings.window.fullscreen
    assert settings.database == places.records / "kiosk.db"
    assert settings.keys is KeyStorage.AUTOMATIC


def test_the_command_line_beats_the_environment_which_beats_the_file(places: Places) -> None:
    environment = {"ANTEROOM_PRINTER_PORT": "9101", "ANTEROOM_CLINIC_NAME": "Hillside"}

    settings = settings_from(places, WHOLE, environment, "--printer-port", "9102", "--window-fullscreen=yes")

    assert settings.printer.port == 9102
    assert settings.clinic.name == "Hillside"
    assert settings.window.fullscreen


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('name = ""', "clinic.name should be a text of at least one character, on one line, but is ''"),
        ('time_zone = "Berlin"', "clinic.time_zone should be the IANA name of a time zone"),
        ('time_zone = "../../etc/passwd"', "clinic.time_zone should be the IANA name"),
        ("languages = []", "clinic.languages should be a list of language tags"),
        ('languages = ["English"]', "clinic.languages should be a list of language tags"),
        ('default_language = "fr"', "clinic.default_language should be one of clinic.languages (en, ar, zh-Hans)"),
        ("opening = 1", "clinic.opening is not a setting"),
    ],
)
def test_a_wrong_line_about_the_clinic_is_named_together_with_what_would_be_right(
    places: Places, line: str, sentence: str
) -> None:
    name = line.partition(" ")[0]
    kept = [written for written in WHOLE.splitlines() if not written.startswith(f"{name} =")]
    kept.insert(kept.index("[clinic]") + 1, line)

    with pytest.raises(SettingsError) as refusal:
        settings_from(places, "\n".join(kept))

    assert sentence in str(refusal.value)


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("ANTEROOM_PRINTER_PORT", "0", "printer.port should be a whole number from 1 to 65535, but is '0'"),
        ("ANTEROOM_PRINTER_PORT", "९१००", "printer.port should be a whole number"),
        ("ANTEROOM_PRINTER_WIDTH_MM", "72", "printer.width_mm should be 58 or 80"),
        ("ANTEROOM_PRINTER_KIND", "fax", "printer.kind should be one of network, usb, serial, system, none"),
        ("ANTEROOM_PRINTER_HOST", "", "printer.host is missing: the address of the printer"),
        ("ANTEROOM_WINDOW_FULLSCREEN", "maybe", "window.fullscreen should be true or false"),
        ("ANTEROOM_SERVER_URL", "clinic.example", "server_url should be an address such as https://"),
        ("ANTEROOM_HUB_URL", "http://192.0.2.7:8443", "hub_url should be an address such as https://192.168.1.20:8443"),
        ("ANTEROOM_FIND_HUB", "perhaps", "find_hub should be true or false"),
        ("ANTEROOM_KEYS", "none", "keys should be one of automatic, systemd, keyring, development-file"),
        ("ANTEROOM_DATABASE", "a\0b", "database should be the path of a file or folder"),
    ],
)
def test_a_wrong_value_is_refused_with_its_key_and_what_would_be_right(
    places: Places, variable: str, value: str, sentence: str
) -> None:
    with pytest.raises(SettingsError) as refusal:
        settings_from(places, WHOLE, {variable: value})

    assert sentence in str(refusal.value)


def test_a_machine_without_any_settings_hears_what_is_missing(places: Places) -> None:
    with pytest.raises(SettingsError, match=r"clinic\.name is missing: the clinic's name") as refusal:
        read_settings({}, {}, places)

    assert f"the settings file {places.settings_file} is not there; {SAMPLE} is a sample" in str(refusal.value)


def test_the_sample_is_complete_and_is_read_as_it_stands(places: Places) -> None:
    sample = Path(__file__).parents[3] / SAMPLE
    lines = sample.read_text("utf-8")

    settings = read_settings({"settings": str(sample)}, {}, places)

    assert (settings.clinic.name, settings.printer.kind) == ("Riverside Clinic", PrinterKind.NETWORK)
    for key in KEYS:
        assert re.search(rf"^#?{key.name.rpartition('.')[2]} = ", lines, re.MULTILINE), key.name


def test_the_lines_that_the_sample_comments_out_say_what_holds_without_them(places: Places) -> None:
    commented = re.sub(
        r"^#(\w+ = )", r"\1", (Path(__file__).parents[3] / SAMPLE).read_text("utf-8"), flags=re.MULTILINE
    )

    settings = settings_from(places, commented)

    assert settings.database == places.records / "kiosk.db"
    assert settings.keys is KeyStorage.AUTOMATIC


def test_a_settings_file_that_was_named_but_is_not_there_is_said_so(places: Places) -> None:
    with pytest.raises(SettingsError, match=r"there is no settings file at /nowhere/kiosk\.toml"):
        read_settings(split_options(["--settings", "/nowhere/kiosk.toml"]), {}, places)


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe", b"a = 1\na = 2"])
def test_a_file_that_is_no_toml_is_named(places: Places, content: bytes) -> None:
    places.settings_file.write_bytes(content)

    with pytest.raises(SettingsError) as refusal:
        read_settings({}, {}, places)

    assert str(places.settings_file) in str(refusal.value)


@pytest.mark.parametrize("arguments", [["--printer"], ["--printer-port"], ["patient"], ["-x", "1"]])
def test_an_unknown_or_unfinished_option_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SettingsError, match=r"is not an option|needs a value"):
        split_options(arguments)


def test_every_setting_has_one_variable_and_one_option() -> None:
    assert len({key.variable for key in KEYS}) == len({key.option for key in KEYS}) == len(KEYS)


@pytest.mark.parametrize(
    ("platform", "environment", "settings_file"),
    [
        ("linux", {}, "/home/ada/.config/anteroom/kiosk.toml"),
        ("linux", {"XDG_CONFIG_HOME": "/etc/xdg"}, "/etc/xdg/anteroom/kiosk.toml"),
        ("linux", {"XDG_CONFIG_HOME": "relative"}, "/home/ada/.config/anteroom/kiosk.toml"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/anteroom/kiosk.toml"),
        ("darwin", {}, "/home/ada/Library/Application Support/anteroom/kiosk.toml"),
    ],
)
def test_settings_are_looked_for_where_the_platform_keeps_them(
    platform: str, environment: dict[str, str], settings_file: str
) -> None:
    assert default_places(environment, platform, Path("/home/ada")).settings_file == Path(settings_file)
