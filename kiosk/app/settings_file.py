"""Changing the settings file of this machine: one line at a time, checked as a whole, with a copy of what stood.

The file's comments and order stay. A change is tried before it counts: the new text is parsed and must say what the
old one said but for that setting, and all settings together must be ones that the program would start with.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.app import setting_values as read
from kiosk.app.settings import KEYS, Key, Settings, SettingsError, flattened, read_settings

BEFORE = ".before"
"""The ending of the copy that is kept of the file before its last change."""


class Unwritten(StrEnum):
    """Why a setting was not changed. Stable."""

    WRONG_VALUE = "wrong_value"
    NOT_WRITABLE = "not_writable"
    FILE_BROKEN = "file_broken"


@dataclass(frozen=True, slots=True)
class NotWritten:
    """Nothing was changed; the words are the setting's own."""

    why: Unwritten
    words: str


def change_setting(settings: Settings, name: str, value: str, environment: Mapping[str, str]) -> NotWritten | None:
    """Write one setting, atomically; None once it stands on the disk.

    `environment` is where the rest may stand. Takes milliseconds of the disk: not on the UI thread.
    """
    key = next(key for key in KEYS if key.name == name)
    try:
        parsed = key.read(value)
    except read.WrongValueError as wrong:
        return NotWritten(Unwritten.WRONG_VALUE, str(wrong))
    try:
        text = settings.file.read_text("utf-8") if settings.file.exists() else ""
        changed = with_line(text, key, _as_toml(parsed))
        said = flattened(tomllib.loads(changed))
        if said != {**flattened(tomllib.loads(text)), name: said.get(name)} or key.read(said[name]) != parsed:
            return NotWritten(Unwritten.FILE_BROKEN, "its layout is one that only a person can change")
        return _replace(settings, changed, environment)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        why = Unwritten.NOT_WRITABLE if isinstance(error, OSError) else Unwritten.FILE_BROKEN
        return NotWritten(why, str(error))


def with_line(text: str, key: Key[object], written: str) -> str:
    """The file's text with the line of one setting changed, or added where its table begins or at the end."""
    table, _, own = key.name.rpartition(".")
    lines = text.splitlines()
    begin, end = _stretch_of(lines, table)
    line = f"{own} = {written}"
    if begin is None:
        return "\n".join([*lines, *([""] if lines else []), f"[{table}]", line]) + "\n"
    of_setting = re.compile(rf"\s*{re.escape(own)}\s*=")
    for index in range(begin, end):
        if of_setting.match(lines[index]):
            return "\n".join([*lines[:index], line, *lines[index + _height(lines[index:end]) :]]) + "\n"
    while end > begin and not lines[end - 1].strip():
        end -= 1
    return "\n".join([*lines[:end], line, *lines[end:]]) + "\n"


def _stretch_of(lines: list[str], table: str) -> tuple[int | None, int]:
    """From which line to before which a table's settings stand."""
    heads = [index for index, line in enumerate(lines) if line.lstrip().startswith("[") and "=" not in line]
    if not table:
        return 0, heads[0] if heads else len(lines)
    for index in heads:
        if lines[index].split("#")[0].strip() == f"[{table}]":
            return index + 1, next((head for head in heads if head > index), len(lines))
    return None, len(lines)


def _height(lines: list[str]) -> int:
    """How many lines the setting that begins at the first of them takes: a list may go over several."""
    for height in range(1, len(lines) + 1):
        try:
            tomllib.loads("\n".join(lines[:height]))
        except tomllib.TOMLDecodeError:
            continue
        return height
    return 1


def _replace(settings: Settings, text: str, environment: Mapping[str, str]) -> NotWritten | None:
    file = settings.file
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(file.name + ".fresh")
    try:
        _write(fresh, text)
        try:
            read_settings({"settings": str(fresh), "database": str(settings.database)}, environment)
        except SettingsError as error:
            return NotWritten(Unwritten.WRONG_VALUE, str(error))
        if file.exists():
            _write(file.with_name(file.name + BEFORE), file.read_text("utf-8"))
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    return None


def _write(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8") as written:
        written.write(text)
        written.flush()
        os.fsync(written.fileno())


def _as_toml(value: object) -> str:
    """Strings and lists of them as JSON, whose spelling is TOML's as well."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
