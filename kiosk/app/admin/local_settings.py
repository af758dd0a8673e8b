"""The settings of this machine, as its file, its environment and its server say them."""

from __future__ import annotations

import logging
import os
import tomllib
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from kiosk.app.admin.errands import on_a_thread
from kiosk.app.settings import KEYS, Key, Settings, flattened, told_by_server
from kiosk.app.settings_file import NotWritten, change_setting
from kiosk.screens.admin.desks import Changed, Refused, Setting, SettingKind, SettingSource

log = logging.getLogger(__name__)

_KINDS: Mapping[str, SettingKind] = {
    "face": SettingKind.CHOICE,
    "keys": SettingKind.CHOICE,
    "printer.kind": SettingKind.CHOICE,
    "printer.width_mm": SettingKind.CHOICE,
    "spoken": SettingKind.LANGUAGES,
    "clinic.time_zone": SettingKind.ZONE,
    "clinic.reasons": SettingKind.LIST,
    "clinic.languages": SettingKind.LANGUAGES,
    "server_url": SettingKind.ADDRESS,
    "hub_url": SettingKind.ADDRESS,
    "database": SettingKind.PATH,
    "logs": SettingKind.PATH,
    "clinic.logo": SettingKind.PATH,
    "printer.logo": SettingKind.PATH,
    "printer.templates": SettingKind.PATH,
    "clinic.primary_colour": SettingKind.COLOUR,
    "clinic.default_language": SettingKind.LANGUAGES,
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "printer.width_mm": ("58", "80"),
    **{
        key.name: tuple(member.value for member in type(key.default))
        for key in KEYS
        if isinstance(key.default, StrEnum)
    },
}
_RANGES: Mapping[str, tuple[int, int]] = {
    "printer.port": (1, 65_535),
    "printer.baud": (1_200, 921_600),
    "window.width": (200, 8_192),
    "window.height": (200, 8_192),
}
_TRUTHS = frozenset(key.name for key in KEYS if isinstance(key.default, bool))
YES_OR_NO = ("true", "false")
_OVER_THE_FILE = frozenset({SettingSource.COMMAND_LINE, SettingSource.ENVIRONMENT})


class LocalSettings:
    """Implements `kiosk.screens.admin.desks.SettingsDesk`; called on the UI thread, whose asyncio loop awaits it."""

    def __init__(
        self,
        settings: Settings,
        environment: Mapping[str, str] = os.environ,
        actor: Callable[[], str] = lambda: "",
    ) -> None:
        """`actor` is whoever is signed in, as the log calls them."""
        self._actor = actor
        self._settings = settings
        self._environment = environment
        self._options = settings.options
        self._at_start: dict[str, str] | None = None

    async def settings(self) -> tuple[Setting, ...]:
        """See `SettingsDesk.settings`."""
        return await on_a_thread(self._read)

    async def change(self, name: str, value: str) -> Changed | Refused:
        """See `SettingsDesk.change`."""
        actor = self._actor()
        answer = await on_a_thread(lambda: self._change(name, value))
        if isinstance(answer, Changed):
            log.info("a setting was changed", extra={"code": name, "actor": actor})
        return answer

    def _change(self, name: str, value: str) -> Changed | Refused:
        shown = next((setting for setting in self._read() if setting.name == name), None)
        if shown is None or shown.source in _OVER_THE_FILE:
            return Refused("won_over")
        refused = change_setting(self._settings, name, value, self._environment)
        return Refused(refused.why.value, refused.words) if isinstance(refused, NotWritten) else Changed()

    def _read(self) -> tuple[Setting, ...]:
        written, told = _said(self._settings.file), _said(told_by_server(self._settings.database))
        said = {key.name: self._value(key, written, told) for key in KEYS}
        now = {name: text for name, (text, _) in said.items()}
        self._at_start = self._at_start or now
        before = self._at_start
        return tuple(
            Setting(
                name,
                text,
                _kind(name),
                source,
                YES_OR_NO if name in _TRUTHS else _CHOICES.get(name, ()),
                *_RANGES.get(name, (0, 0)),
                waits=before.get(name, text) != text,
            )
            for name, (text, source) in said.items()
        )

    def _value(
        self, key: Key[object], written: Mapping[str, object], told: Mapping[str, object]
    ) -> tuple[str, SettingSource]:
        if key.name in self._options:
            return self._options[key.name], SettingSource.COMMAND_LINE
        if key.variable in self._environment:
            return self._environment[key.variable], SettingSource.ENVIRONMENT
        if key.name in written:
            return _as_text(written[key.name]), SettingSource.FILE
        if key.name in told:
            return _as_text(told[key.name]), SettingSource.SERVER
        return _as_text(key.default), SettingSource.DEFAULT


def _said(file: Path) -> Mapping[str, object]:
    try:
        return flattened(tomllib.loads(file.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}


def _kind(name: str) -> SettingKind:
    if name in _TRUTHS:
        return SettingKind.YES_NO
    return SettingKind.NUMBER if name in _RANGES else _KINDS.get(name, SettingKind.TEXT)


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
