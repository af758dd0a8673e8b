"""What people type at a desk, made fit to keep: one clean line, and dates in whatever way they are written."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_LEFT_OUT = frozenset({"Cc", "Cs", "Cn", "Zl", "Zp"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""Signs that turn the direction of what stands around them."""
_EARLIEST = date(1890, 1, 1)


def one_line(text: str, most: int) -> str:
    """Text without control signs and signs that turn directions, in one form, at most so many characters."""
    spaced = "".join(" " if sign in "\r\n\t" else sign for sign in text[: most * 4])
    kept = (sign for sign in spaced if unicodedata.category(sign) not in _LEFT_OUT and sign not in _TURNING)
    return unicodedata.normalize("NFC", "".join(kept)).lstrip()[:most]


def typed_date(text: str, latest: date) -> date | None:
    """A birth date as `14 3 1974`, `14/03/1974`, `14031974` or `1974-03-14`; None for what is no day up to `latest`.

    Any script's digits are taken. Days stand before months, as on every form of these languages, but for years first.
    """
    parts = re.findall(r"\d+", text)
    if len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    if len(parts) != 3:
        return None
    year_first = len(parts[0]) == 4
    year, month, day = (int(part) for part in (parts if year_first else reversed(parts)))
    try:
        born = date(year, month, day)
    except ValueError:
        return None
    return born if _EARLIEST <= born <= latest else None
