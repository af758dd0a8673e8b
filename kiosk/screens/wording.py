"""How times, dates and what must not be read over a shoulder are written, in the language in force."""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

MASK = "•"


def clock_time(moment: datetime) -> str:
    """Hours and minutes as every clock, ticket and board of the clinic shows them: `09:41`."""
    return f"{moment:%H:%M}"


def day_and_time(moment: datetime, today: date, locale: QLocale) -> str:
    """The time alone for today, with its date for another day."""
    if moment.date() == today:
        return clock_time(moment)
    written = locale.toString(to_qdate(moment.date()), QLocale.FormatType.LongFormat)
    return f"{written}, {clock_time(moment)}"


def short_day(day: date, locale: QLocale) -> str:
    """A day in figures, read from left to right in every language: pages isolate it from what stands around it."""
    written = locale.toString(to_qdate(day), QLocale.FormatType.ShortFormat)
    return written.replace("\u200f", "").replace("\u200e", "")


def masked_birth_date(born: date, locale: QLocale) -> str:
    """Day and month, and of the year the century alone: `14 March 19••`."""
    pattern = re.sub(r"^dddd\W*|\W*dddd$", "", locale.dateFormat(QLocale.FormatType.LongFormat))
    written = locale.toString(to_qdate(born), pattern)
    return written.replace(f"{born.year}", f"{born.year // 100}{MASK * 2}")


def short_date(day: date, locale: QLocale) -> str:
    """Day, month and year without the day of the week, the month short: `14 Mar 1958`."""
    pattern = re.sub(r"^dddd\W*|\W*dddd$", "", locale.dateFormat(QLocale.FormatType.LongFormat))
    return locale.toString(to_qdate(day), pattern.replace("MMMM", "MMM"))


def masked_phone(ending: str) -> str:
    """Nothing of a phone number but its ending: `••• ••• 42`; empty where there is none."""
    return f"{MASK * 3} {MASK * 3} {ending}" if ending else ""


def to_qdate(day: date) -> QDate:
    """The same day for Qt."""
    return QDate(day.year, day.month, day.day)
