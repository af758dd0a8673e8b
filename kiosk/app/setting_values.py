"""How single settings are read, from TOML or from text: each reader returns the value or says what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kiosk.screens.colour import LEAST_CONTRAST, poorest_contrast, rgb

Choice = TypeVar("Choice", bound=StrEnum)


class WrongValueError(Exception):
    """What a value should have been, as the second half of a sentence."""


def text(value: object) -> str:
    """Read one printable line; space around it is dropped."""
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise WrongValueError("a text of at least one character, on one line")
    return value.strip()


def text_or_empty(value: object) -> str:
    """Read one printable line, or nothing at all."""
    return "" if value == "" else text(value)


def one_of(kind: type[Choice]) -> Callable[[object], Choice]:
    """Read a member of `kind` by its value."""

    def read(value: object) -> Choice:
        for member in kind:
            if value == member.value:
                return member
        raise WrongValueError("one of " + ", ".join(kind))

    return read


def whole_number(lowest: int, highest: int) -> Callable[[object], int]:
    """Read a number between the two, both included."""

    def read(value: object) -> int:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise WrongValueError(f"a whole number from {lowest} to {highest}")
        return value

    return read


def width_mm(value: object) -> Literal[58, 80]:
    """Read the width of a roll of paper."""
    match str(value):
        case "58":
            return 58
        case "80":
            return 80
        case _:
            raise WrongValueError("58 or 80, the width of the paper in millimetres")


def yes_or_no(value: object) -> bool:
    """Read a truth, from TOML or as a word."""
    known = {True: True, False: False, "true": True, "false": False, "yes": True, "no": False}
    if not isinstance(value, bool | str) or value not in known:
        raise WrongValueError("true or false")
    return known[value]


def languages_or_none(value: object) -> tuple[str, ...]:
    """Language tags as `languages` reads them, or none at all."""
    return () if value in ("", []) else languages(value)


def languages(value: object) -> tuple[str, ...]:
    """Read a list of tags, or tags with commas between them; doubles are dropped."""
    tags = [tag.strip() for tag in value.split(",")] if isinstance(value, str) else value
    if not isinstance(tags, list) or not tags or not all(_is_language_tag(tag) for tag in tags):
        raise WrongValueError('a list of language tags, such as ["en", "es", "ar"]')
    return tuple(dict.fromkeys(tags))


def words_or_none(value: object) -> tuple[str, ...]:
    """Read a list of words, or words with commas between them; none at all is an answer."""
    words = value.split(",") if isinstance(value, str) else value
    if not isinstance(words, list | tuple) or not all(isinstance(word, str) for word in words):
        raise WrongValueError('a list of words, such as ["A cough", "Pain"]')
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


def language(value: object) -> str:
    """Read one BCP 47 tag."""
    if not _is_language_tag(value):
        raise WrongValueError("a language tag, such as en or ar")
    return str(value)


def _is_language_tag(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value) is not None


def time_zone(value: object) -> str:
    """Read a zone's IANA name, and see that this machine knows it."""
    try:
        return ZoneInfo(text(value)).key
    except (ZoneInfoNotFoundError, ValueError, OSError, WrongValueError):
        raise WrongValueError("the IANA name of a time zone, such as Europe/Berlin") from None


def url_or_empty(value: object) -> str:
    """Read an http address without query, or nothing at all; a last slash is dropped."""
    if not isinstance(value, str) or not re.fullmatch(r"(https?://[^\s/?#]+(/[^\s?#]*)?)?", value):
        raise WrongValueError("an address such as https://clinic.example, or empty where there is no server")
    return value.rstrip("/")


def hub_or_empty(value: object) -> str:
    """Read a hub's address, which is always https and has no path, or nothing at all; a last slash is dropped."""
    if not isinstance(value, str) or not re.fullmatch(r"(https://[^\s/?#]+/?)?", value):
        raise WrongValueError("an address such as https://192.168.1.20:8443, or empty where none is known")
    return value.rstrip("/")


def path_or_empty(value: object) -> str:
    """Read a path, or nothing at all."""
    if not isinstance(value, str) or "\0" in value:
        raise WrongValueError("the path of a file or folder")
    return value


def primary_colour(value: object) -> str:
    """Read a colour on which white words stand well enough, and that stands so on the screens' own grounds."""
    if value == "":
        return ""
    if not isinstance(value, str) or rgb(value) is None:
        raise WrongValueError("# and six hexadecimal digits, such as #084F56")
    ratio = poorest_contrast(value)
    if ratio < LEAST_CONTRAST:
        raise WrongValueError(f"darker: words would stand out {ratio:.1f}:1, and it takes {LEAST_CONTRAST:.0f}:1")
    return value.upper()
