"""The numbers people hold: queue tokens, appointment numbers, patient numbers, and who may give out which.

Every replica counts in a series of its own, so two that cannot hear each other never give out the same number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

SERIES_LETTERS = "ABCDEFGHJKLMNPRTUVWXY"
"""No I, O, Q, S or Z: they are mistaken for 1, 0, 0, 5 and 2."""

LAST_TOKEN = 999
"""A series holds three digits a day; after that it refuses rather than overflow."""

_TOKEN = re.compile(r"(\d{8})-(?:([A-Z0-9]{1,8})-)?([A-Z]{0,3})(\d{3})")


class SeriesFullError(Exception):
    """The day's numbers of this replica are used up; people must be sent to the desk."""


@dataclass(frozen=True, slots=True)
class Token:
    """A place in a queue, as numbered: the clinic's local date, its location, the series and the count."""

    day: date
    location_code: str
    series: str
    count: int

    def __str__(self) -> str:
        location = f"{self.location_code}-" if self.location_code else ""
        return f"{self.day:%Y%m%d}-{location}{self.series}{self.count:03d}"

    @property
    def short(self) -> str:
        """What is shown and spoken: `B 17`, or `17` for the centre's own."""
        return f"{self.series} {self.count}".lstrip()

    @classmethod
    def parse(cls, text: str) -> Token:
        """Read what `str()` wrote. Raises ValueError for anything else."""
        match = _TOKEN.fullmatch(text)
        if match is None:
            raise ValueError("not a token number")
        day, location, series, count = match.groups()
        return cls(date.fromisoformat(day), location or "", series, int(count))


def short_number(token_number: str) -> str:
    """A stored number as it is shown and spoken; one that was made by hand or has stepped aside is shown as it is."""
    try:
        return Token.parse(token_number).short
    except ValueError:
        return token_number


def token(day: date, location_code: str, series: str, count: int) -> Token:
    """The `count`-th token of a series that day. Raises SeriesFullError beyond 999."""
    if count > LAST_TOKEN:
        raise SeriesFullError(series)
    return Token(day, location_code, series, count)


def series_at_place(location_code: str, series: str) -> str:
    """The series of what is numbered for the whole clinic: `B`, or `N2-B` where the place has a code.

    Each place counts its devices from A on, so that its tickets stay short; the centre's own series is empty.
    """
    return f"{location_code}-{series}" if location_code and series else series


def appointment_number(year: int, series: str, count: int) -> str:
    """`APT-2024-0001`, or `APT-2024-B0001` from a device (see `series_at_place`); digits grow when four run out."""
    return f"APT-{year}-{series}{count:04d}"


def patient_number(year: int, series: str, count: int) -> str:
    """`PAT-2024-00001`, or `PAT-2024-B00001` from a device, as above; digits grow when five run out."""
    return f"PAT-{year}-{series}{count:05d}"


def series_at(index: int) -> str:
    """The series of the `index`-th device of a location, from 0: A, B, ... Y, AA, AB, ..."""
    letters = ""
    index += 1
    while index > 0:
        index, rest = divmod(index - 1, len(SERIES_LETTERS))
        letters = SERIES_LETTERS[rest] + letters
    return letters
