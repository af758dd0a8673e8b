"""The kiosk's settings, read from a TOML file, the environment and the command line, and checked before use.

One table, `KEYS`, names every setting. `printer.host` in the file is `ANTEROOM_PRINTER_HOST` in the environment
and `--printer-host` on the command line; the later of these three wins. The clinic's own words stand here as
well as in the records, so that Home can be shown before any record is read; where none of the three says them, what
the server said when this machine was enrolled does (`told_by_server`).
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Generic, Literal, TypeVar

from kiosk.app import setting_values as read
from kiosk.app.paths import Places, default_places
from kiosk.screens.clinic import Clinic

Value = TypeVar("Value")


class SettingsError(Exception):
    """A setting is missing or wrong; the message names its key and says what would be right."""


class Face(StrEnum):
    """Whose screens a machine shows."""

    PATIENT = "patient"
    RECEPTION = "reception"
    ADMIN = "admin"
    BOARD = "board"


class Corner(StrEnum):
    """Where on its screen a window stands that does not fill it."""

    ANY = "any"
    """Wherever the system puts it."""
    TOP_LEFT = "top_left"
    TOP_RIGHT = "top_right"
    BOTTOM_LEFT = "bottom_left"
    BOTTOM_RIGHT = "bottom_right"


class KeyStorage(StrEnum):
    """Where the database's key and the server's key are kept."""

    AUTOMATIC = "automatic"
    """systemd's credentials where the service was given them, else the keyring."""
    SYSTEMD = "systemd"
    KEYRING = "keyring"
    DEVELOPMENT_FILE = "development-file"
    """A file beside the database that only its owner may read. Never for real patients."""


class PrinterKind(StrEnum):
    """How tickets leave this machine."""

    NETWORK = "network"
    USB = "usb"
    SERIAL = "serial"
    SYSTEM = "system"
    """A queue of CUPS, which is handed PDF; on Windows a receipt printer by its name there, which is handed ESC/POS."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """A ticket printer that speaks ESC/POS, one of the system's own, or none."""

    kind: PrinterKind
    host: str = ""
    port: int = 9100
    width_mm: Literal[58, 80] = 80
    """Width of the paper."""
    device: str = ""
    """A serial port or a device file; a queue's name for the system's own."""
    baud: int = 38_400
    templates: Path | None = None
    """Folder of the clinic's own templates."""
    logo: Path | None = None
    """The clinic's picture on every paper."""

    @property
    def where(self) -> str:
        """Where it is, as staff would say it."""
        return f"{self.host}:{self.port}" if self.kind is PrinterKind.NETWORK else self.device


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """The window's size in logical pixels and its place, ignored where it fills the screen."""

    fullscreen: bool
    width: int
    height: int
    corner: Corner = Corner.ANY


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the composition root needs, already checked."""

    face: Face
    clinic: Clinic
    database: Path
    logs: Path
    server_url: str | None
    hub_url: str | None
    find_hub: bool
    sound: bool
    spoken: tuple[str, ...]
    """Languages of a board's calls; none: the clinic's default."""
    printer: PrinterSettings
    window: WindowSettings
    keys: KeyStorage
    file: Path
    """Where they may be changed; it need not be there."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What the command line said, by setting: it wins over the file."""


@dataclass(frozen=True, slots=True)
class Key(Generic[Value]):
    """One setting: its dotted name, how its value is read (from text or TOML), and its default; None: required."""

    name: str
    read: Callable[[object], Value]
    default: Value | None
    meaning: str

    @property
    def variable(self) -> str:
        """Name of its environment variable."""
        return "ANTEROOM_" + self.name.replace(".", "_").upper()

    @property
    def option(self) -> str:
        """Name of its option on the command line."""
        return "--" + self.name.replace(".", "-").replace("_", "-")


FACE = Key("face", read.one_of(Face), Face.PATIENT, "which screens this machine shows")
CLINIC_NAME = Key("clinic.name", read.text, None, "the clinic's name, as patients know it")
TIME_ZONE = Key("clinic.time_zone", read.time_zone, None, "where the clinic is, such as Europe/Berlin")
DEFAULT_LANGUAGE = Key("clinic.default_language", read.language, "en", "the language that Home returns to")
LANGUAGES: Key[tuple[str, ...]] = Key("clinic.languages", read.languages, ("en",), "the languages offered, by tag")
OPENING_HOURS = Key("clinic.opening_hours", read.text_or_empty, "", "shown when the kiosk is out of numbers")
PHONE = Key("clinic.phone", read.text_or_empty, "", "the number that patients may ring")
REASONS: Key[tuple[str, ...]] = Key("clinic.reasons", read.words_or_none, (), "why people come without an appointment")
PRIMARY_COLOUR = Key("clinic.primary_colour", read.primary_colour, "", "the clinic's own colour, such as #084F56")
LOGO = Key("clinic.logo", read.path_or_empty, "", "the clinic's own picture beside its name: PNG, JPEG or SVG")
SERVER_URL = Key("server_url", read.url_or_empty, "", "address of the central server; empty: works alone")
HUB_URL = Key("hub_url", read.hub_or_empty, "", "address of the hub in the lobby, for when the server is away")
SOUND = Key("sound", read.yes_or_no, True, "chime and speak, where the machine can")
SPOKEN: Key[tuple[str, ...]] = Key("spoken", read.languages_or_none, (), "in which languages a board says its calls")
FIND_HUB = Key("find_hub", read.yes_or_no, True, "look for a hub on the local network while the server is away")
DATABASE = Key("database", read.path_or_empty, "", "file of the encrypted records")
LOGS = Key("logs", read.path_or_empty, "", "folder of the logs")
KEY_STORAGE = Key("keys", read.one_of(KeyStorage), KeyStorage.AUTOMATIC, "where keys are kept")
PRINTER_KIND = Key("printer.kind", read.one_of(PrinterKind), PrinterKind.NONE, "network, usb, serial, system or none")
PRINTER_HOST = Key("printer.host", read.text_or_empty, "", "the address of the printer, such as 192.168.1.50")
PRINTER_PORT = Key("printer.port", read.whole_number(1, 65535), 9100, "its TCP port")
PRINTER_DEVICE = Key("printer.device", read.text_or_empty, "", "its device, such as /dev/usb/lp0, COM3, or its queue")
PRINTER_BAUD = Key("printer.baud", read.whole_number(1200, 921_600), 38_400, "the speed of its serial port")
PRINTER_TEMPLATES = Key("printer.templates", read.path_or_empty, "", "folder of the clinic's own templates")
PRINTER_LOGO = Key("printer.logo", read.path_or_empty, "", "picture that stands on top of every paper")
PRINTER_WIDTH: Key[Literal[58, 80]] = Key("printer.width_mm", read.width_mm, 80, "width of its paper: 58 or 80")
FULLSCREEN = Key("window.fullscreen", read.yes_or_no, True, "fill the screen")
WINDOW_WIDTH = Key("window.width", read.whole_number(200, 8192), 1080, "width of the window, otherwise")
WINDOW_HEIGHT = Key("window.height", read.whole_number(200, 8192), 1920, "height of the window, otherwise")
WINDOW_CORNER = Key(
    "window.corner", read.one_of(Corner), Corner.ANY, "any, or the corner where it stands: top_left, ..."
)

NOT_TOLD_YET = {CLINIC_NAME.name: "Clinic", TIME_ZONE.name: "UTC"}
"""What stands for the clinic until the server is asked; never shown."""
SAMPLE = "installers/kiosk.example.toml"
JOIN = "`python -m kiosk enrol --server ADDRESS --code CODE`"

KEYS: tuple[Key[object], ...] = tuple(key for key in list(globals().values()) if isinstance(key, Key))


def read_settings(
    options: Mapping[str, str],
    environment: Mapping[str, str] = os.environ,
    places: Places | None = None,
    *,
    joining: bool = False,
) -> Settings:
    """Gather and check all settings; `options` as `split_options` gives them. Raises `SettingsError`.

    `joining` is for a machine that is about to be enrolled: the server tells it its clinic's name and time zone.
    """
    places = places or default_places(environment)
    named = options.get("settings") or environment.get("ANTEROOM_SETTINGS")
    file = Path(named) if named else places.settings_file
    written = flattened(_read_file(file, must_exist=bool(named)))
    _refuse_unknown(written)
    sources = _Sources(options, environment, written, file)
    database = Path(sources.value(DATABASE) or places.records / "kiosk.db")
    told = NOT_TOLD_YET if joining else flattened(_read_file(told_by_server(database), must_exist=False))
    return _assemble(replace(sources, told=told), database, places)


def told_by_server(database: Path) -> Path:
    """Name the file in which enrolling keeps what the server said of itself and of the clinic, beside the records."""
    return database.with_name(database.name + ".clinic.toml")


def split_options(arguments: Sequence[str]) -> dict[str, str]:
    """Take `--name value` and `--name=value` apart, by setting. Raises `SettingsError` on anything else.

    By hand, because argparse costs a twentieth of the time in which Home has to stand.
    """
    names = {key.option: key.name for key in KEYS} | {"--settings": "settings"}
    options: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        option, equals, value = rest.pop(0).partition("=")
        if option not in names:
            raise SettingsError(f"{option} is not an option; they are {', '.join(names)}")
        if not equals and not rest:
            raise SettingsError(f"{option} needs a value after it")
        options[names[option]] = value if equals else rest.pop(0)
    return options


def _read_file(path: Path, *, must_exist: bool) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        if must_exist:
            raise SettingsError(f"there is no settings file at {path}") from None
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"the settings file {path} cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"the settings file {path} is not valid TOML: {error}") from error


def flattened(table: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Tables in tables as one, by dotted name."""
    flat: dict[str, object] = {}
    for name, value in table.items():
        flat |= flattened(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return flat


def _refuse_unknown(written: Mapping[str, object]) -> None:
    unknown = sorted(written.keys() - {key.name for key in KEYS})
    if unknown:
        raise SettingsError(f"{unknown[0]} is not a setting; the settings are {', '.join(k.name for k in KEYS)}")


@dataclass(frozen=True, slots=True)
class _Sources:
    """The places where a setting may stand, the strongest first."""

    options: Mapping[str, str]
    environment: Mapping[str, str]
    written: Mapping[str, object]
    file: Path
    """The settings file, which may not be there."""
    told: Mapping[str, object] = field(default_factory=dict)

    def value(self, key: Key[Value]) -> Value:
        for name, place in (
            (key.name, self.options),
            (key.variable, self.environment),
            (key.name, self.written),
            (key.name, self.told),
        ):
            if name in place:
                return _checked(key, place[name])
        if key.default is None:
            is_there = "says nothing of it" if self.file.exists() else "is not there"
            looked = f"the settings file {self.file} {is_there}; {SAMPLE} is a sample"
            raise SettingsError(f"{key.name} is missing: {key.meaning}; {looked}, and {JOIN} asks the server for it")
        return key.default


def _checked(key: Key[Value], value: object) -> Value:
    try:
        return key.read(value)
    except read.WrongValueError as wrong:
        raise SettingsError(f"{key.name} should be {wrong}, but is {value!r}") from None


def _assemble(sources: _Sources, database: Path, places: Places) -> Settings:
    return Settings(
        face=sources.value(FACE),
        clinic=_clinic(sources),
        database=database,
        logs=Path(sources.value(LOGS) or places.logs),
        server_url=sources.value(SERVER_URL) or None,
        hub_url=sources.value(HUB_URL) or None,
        find_hub=sources.value(FIND_HUB),
        sound=sources.value(SOUND),
        spoken=sources.value(SPOKEN),
        printer=_printer(sources),
        window=WindowSettings(
            fullscreen=sources.value(FULLSCREEN),
            width=sources.value(WINDOW_WIDTH),
            height=sources.value(WINDOW_HEIGHT),
            corner=sources.value(WINDOW_CORNER),
        ),
        keys=sources.value(KEY_STORAGE),
        file=sources.file,
        options=sources.options,
    )


def _clinic(sources: _Sources) -> Clinic:
    clinic = Clinic(
        name=sources.value(CLINIC_NAME),
        time_zone=sources.value(TIME_ZONE),
        default_language=sources.value(DEFAULT_LANGUAGE),
        languages=sources.value(LANGUAGES),
        opening_hours=sources.value(OPENING_HOURS),
        phone=sources.value(PHONE),
        reasons=sources.value(REASONS),
        primary_colour=sources.value(PRIMARY_COLOUR),
        logo=Path(sources.value(LOGO)).absolute().as_uri() if sources.value(LOGO) else "",
    )
    if clinic.default_language not in clinic.languages:
        offered = ", ".join(clinic.languages)
        wrong = f"one of clinic.languages ({offered}), but is {clinic.default_language!r}"
        raise SettingsError(f"clinic.default_language should be {wrong}")
    return clinic


def _printer(sources: _Sources) -> PrinterSettings:
    printer = PrinterSettings(
        kind=sources.value(PRINTER_KIND),
        host=sources.value(PRINTER_HOST),
        port=sources.value(PRINTER_PORT),
        width_mm=sources.value(PRINTER_WIDTH),
        device=sources.value(PRINTER_DEVICE),
        baud=sources.value(PRINTER_BAUD),
        templates=_path(sources.value(PRINTER_TEMPLATES)),
        logo=_path(sources.value(PRINTER_LOGO)),
    )
    if printer.kind is PrinterKind.NETWORK and not printer.host:
        raise SettingsError(f"{PRINTER_HOST.name} is missing: {PRINTER_HOST.meaning}")
    if printer.kind not in {PrinterKind.NETWORK, PrinterKind.NONE} and not printer.device:
        raise SettingsError(f"{PRINTER_DEVICE.name} is missing: {PRINTER_DEVICE.meaning}")
    return printer


def _path(written: str | Path) -> Path | None:
    return Path(written) if str(written) else None
