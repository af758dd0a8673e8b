"""How a print job's payload is read, key by key, so that nothing of it can harm the printer or the layout."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

LONGEST_TEXT = 80
"""Characters. A longer name of a room or a doctor is cut: the paper matters more than its end."""
LONGEST_ADDRESS = 300
"""Characters of a follow address: a QR code of them still has modules of 3 dots on 58 mm paper."""
LONGEST_NUMBER = 24

Word = TypeVar("Word", bound=StrEnum)


class BadPayload(ValueError):
    """The payload cannot be printed; the message names the key that is wrong and never its value."""


def text(payload: Mapping[str, object], key: str, *, longest: int = LONGEST_TEXT) -> str:
    """Read a text without control characters, cut to `longest` characters."""
    value = payload.get(key)
    if not isinstance(value, str):
        raise BadPayload(f"{key}: text is missing")
    kept = printable(value)
    return kept if len(kept) <= longest else kept[: longest - 1].rstrip() + "…"


def text_if_any(payload: Mapping[str, object], key: str, *, longest: int = LONGEST_TEXT) -> str:
    """Read a text that may be null or absent, and is empty then."""
    return "" if payload.get(key) is None else text(payload, key, longest=longest)


def printable(words: str) -> str:
    """A control character in a room's name would be a command to the printer; a lone surrogate has no bytes at all."""
    kept = "".join(" " if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} else letter for letter in words)
    return " ".join(kept.split())


def number(payload: Mapping[str, object], key: str) -> str:
    """Read a number as people see it, which must not be empty."""
    value = text(payload, key, longest=LONGEST_NUMBER)
    if not value:
        raise BadPayload(f"{key}: nothing but blanks")
    return value


def count(value: object, key: str) -> int:
    """Read a whole number from 0 to 99,999."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 100_000:
        raise BadPayload(f"{key}: not a whole number from 0")
    return value


def flag(payload: Mapping[str, object], key: str) -> bool:
    """Read true or false."""
    value = payload.get(key)
    if not isinstance(value, bool):
        raise BadPayload(f"{key}: neither true nor false")
    return value


def flag_if_any(payload: Mapping[str, object], key: str) -> bool:
    """Read true or false; a job that was queued before an upgrade says nothing of it, which is false."""
    return key in payload and flag(payload, key)


def wait(value: object) -> tuple[int, int] | None:
    """Read the ends of a wait in minutes, lower <= upper, or null."""
    if value is None:
        return None
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise BadPayload("wait_min: neither null nor two ends of a range")
    lower, upper = (count(end, "wait_min") for end in value)
    if lower > upper:
        raise BadPayload("wait_min: the ends stand in the wrong order")
    return lower, upper


def instant(payload: Mapping[str, object], key: str) -> datetime:
    """Read an ISO 8601 time with its zone."""
    try:
        moment = datetime.fromisoformat(text(payload, key))
    except ValueError as error:
        raise BadPayload(f"{key}: not a time") from error
    if moment.tzinfo is None:
        raise BadPayload(f"{key}: a time without its zone")
    return moment


def address(payload: Mapping[str, object], key: str) -> str | None:
    """Read what a QR code is to hold, or null. Unlike a name it must be whole: half of it leads somewhere else."""
    value = payload.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value or len(value) > LONGEST_ADDRESS or printable(value) != value:
        raise BadPayload(f"{key}: neither null nor an address that fits a QR code")
    return value


def amount(payload: Mapping[str, object], key: str) -> Decimal:
    """Read an amount of money, written as a decimal number."""
    try:
        value = Decimal(text(payload, key, longest=LONGEST_NUMBER))
    except InvalidOperation as error:
        raise BadPayload(f"{key}: not an amount") from error
    if not value.is_finite() or value < 0:
        raise BadPayload(f"{key}: not an amount")
    return value


def word(payload: Mapping[str, object], key: str, known: type[Word]) -> Word:
    """Read one of a few words."""
    try:
        return known(text(payload, key))
    except ValueError as error:
        raise BadPayload(f"{key}: none of {', '.join(known)}") from error
