"""How a person is recognised by what they type: phone numbers, booking codes, birth dates and initials."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

BOOKING_CODE_DIGITS = 8
PHONE_KEY_DIGITS = 8
OLDEST_AGE_YEARS = 130
"""The oldest person on record died at 122; beyond this a birth date is a slip of the finger."""

PHONE_PATTERN = r"^[+(]?[0-9][0-9 ()./-]+$"
PHONE_LETTERS = (6, 40)
"""How a phone number that is kept may be written, and in how many letters."""

_MAX_TYPED = 64
_NO_DIGITS = {code: None for code in range(128) if not chr(code).isdigit()}


def digits_of(typed: str) -> str:
    """The digits in `typed`, in any script, as ASCII; empty where the text is absurdly long."""
    if len(typed) > _MAX_TYPED:
        return ""
    if typed.isascii():
        return typed.translate(_NO_DIGITS)
    return "".join(str(unicodedata.digit(sign)) for sign in typed if unicodedata.decimal(sign, None) is not None)


def booking_code(typed: str) -> str | None:
    """The eight digits of a booking code, however they were spaced; None where it is none."""
    if len(typed) > _MAX_TYPED or any(not (sign.isdecimal() or sign in " -") for sign in typed.strip()):
        return None
    digits = digits_of(typed)
    return digits if len(digits) == BOOKING_CODE_DIGITS else None


def phone_key(phone: str | None) -> str | None:
    """What two spellings of one phone number share: the last eight digits.

    Country codes and trunk zeros differ between what was registered and what is typed; the end does not.
    None where fewer than six digits are there: too few to tell people apart.
    """
    digits = digits_of(phone or "")
    return digits[-PHONE_KEY_DIGITS:] if len(digits) >= 6 else None


def is_phone(written: str) -> bool:
    """Whether it may be kept as a phone number."""
    least, most = PHONE_LETTERS
    return least <= len(written) <= most and re.fullmatch(PHONE_PATTERN, written) is not None


def is_possible_birth_date(born: date, today: date) -> bool:
    """Whether somebody alive on `today` may have been born on that day."""
    return born <= today and today.year - born.year <= OLDEST_AGE_YEARS


def initials(first_name: str | None, last_name: str | None) -> str:
    """`J. S.`; a person with one name gets one initial. Empty where there is no name at all."""
    names = (name.strip() for name in (first_name or "", last_name or ""))
    return " ".join(f"{_first_letter(name)}." for name in names if name)


def phone_ending(phone: str | None) -> str:
    """The last two digits, which is all that a screen in a lobby may show; empty for short or missing ones."""
    digits = digits_of(phone or "")
    return digits[-2:] if len(digits) >= 6 else ""


def _first_letter(name: str) -> str:
    """The first letter with its marks: a Devanagari vowel sign or an accent belongs to it."""
    end = 1
    while end < len(name) and unicodedata.category(name[end]).startswith("M"):
        end += 1
    return name[:end].upper()
