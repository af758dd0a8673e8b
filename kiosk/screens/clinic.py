"""What every face may say about its clinic before any record is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic's own words and languages, as the settings or the server gave them."""

    name: str
    time_zone: str
    """IANA name, such as `Europe/Berlin`."""
    default_language: str
    languages: tuple[str, ...]
    opening_hours: str
    phone: str
    primary_colour: str = ""
    """`#084F56`, against which all words stand well enough; empty: the program's own."""
    logo: str = ""
    """Address of its picture (`file:`); empty where it has none."""
    reasons: tuple[str, ...] = ()
    """Why people come without an appointment, in the clinic's own words; empty for the program's own."""
