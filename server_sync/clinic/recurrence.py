"""Days that come again, by RFC 5545 rules, evaluated a year at a time so that no pattern can run away.

`dateutil` knows the calendar's rules, but it looks for the next day until the year 9999 where a pattern has none
("every 30 February"). So it is asked about one year or one month at once, and the intervals are counted here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from typing import Literal

from dateutil.rrule import MONTHLY, YEARLY, rrule, weekday

LONGEST_PATTERN = 200
MOST_OCCURRENCES = 1_000
LONGEST_INTERVAL = 366
YEARS_LOOKED_AHEAD = 10
"""Within these a pattern must fall on some day, or it is taken for a slip."""

_YEARS_COUNTED = 100
_LAST_YEAR = 9999
_ONE_PERIOD_ONLY = {YEARLY: 10_000, MONTHLY: 120_000}
"""Intervals after which dateutil is past its last year: it looks at the period that it is given and stops."""

_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{8})(T\d{6}Z?)?")
_LISTS = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
_ONLY_WITH = {
    "BYSETPOS": ("MONTHLY", "YEARLY"),
    "BYWEEKNO": ("YEARLY",),
    "BYYEARDAY": ("YEARLY",),
    "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY"),
}


class PatternError(ValueError):
    """A recurrence pattern is not one of ours; the message says why, for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A pattern, read and found to be sound. `week_start` counts from 0 for Monday."""

    frequency: str
    interval: int = 1
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    week_numbers: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_days: tuple[weekday, ...] = ()
    week_start: int = 0
    until: date | None = None
    count: int | None = None


@lru_cache(maxsize=2048)
def read_pattern(pattern: str) -> Recurrence:
    """Read the value of an RRULE, such as `FREQ=WEEKLY;BYDAY=MO,WE`. Raises PatternError.

    Days only: what repeats within a day is a session's slots. A time of day in UNTIL is not looked at.
    """
    parts = _parts(pattern)
    frequency = parts.pop("FREQ", "")
    if frequency not in _FREQUENCIES:
        raise PatternError(f"FREQ should be one of {', '.join(_FREQUENCIES)}")
    for name, frequencies in _ONLY_WITH.items():
        if name in parts and frequency not in frequencies:
            raise PatternError(f"{name} goes with FREQ={' or '.join(frequencies)} only")
    lists = {name: _numbers(name, parts.pop(name), most) for name, most in _LISTS.items() if name in parts}
    if any(month < 1 for month in lists.get("BYMONTH", ())):
        raise PatternError("BYMONTH takes 1 to 12")
    rule = Recurrence(
        frequency,
        interval=_number("INTERVAL", parts.pop("INTERVAL", "1"), LONGEST_INTERVAL),
        months=lists.get("BYMONTH", ()),
        month_days=lists.get("BYMONTHDAY", ()),
        year_days=lists.get("BYYEARDAY", ()),
        week_numbers=lists.get("BYWEEKNO", ()),
        positions=lists.get("BYSETPOS", ()),
        week_days=_week_days(parts.pop("BYDAY", ""), frequency),
        week_start=_week_start(parts.pop("WKST", "MO")),
        until=_until(parts.pop("UNTIL", "")),
        count=_number("COUNT", parts.pop("COUNT"), MOST_OCCURRENCES) if "COUNT" in parts else None,
    )
    if parts:
        raise PatternError(f"{min(parts)} has no meaning for days at a clinic")
    if rule.until is not None and rule.count is not None:
        raise PatternError("UNTIL and COUNT exclude each other")
    return rule


def check_pattern(pattern: str, start: date) -> None:
    """Raises PatternError where the pattern cannot be read, or falls on no day within ten years of `start`."""
    rule = read_pattern(pattern)
    if rule.until is not None and rule.until < start:
        raise PatternError("UNTIL lies before the first day")
    last = min(start.year + YEARS_LOOKED_AHEAD, _LAST_YEAR)
    if not any(_days_of_year(pattern, start, year) for year in range(start.year, last + 1)):
        raise PatternError("this falls on no day")


def falls_on(pattern: str, start: date, day: date) -> bool:
    """Whether the pattern, begun on `start`, falls on `day`. Raises PatternError."""
    return day >= start and day in _days_of_year(pattern, start, day.year)


@lru_cache(maxsize=8192)
def _days_of_year(pattern: str, start: date, year: int) -> frozenset[date]:
    rule = read_pattern(pattern)
    last = _last_counted(pattern, start) if rule.count is not None else rule.until
    days = _matching(rule, start, year)
    return frozenset(day for day in days if day >= start and (last is None or day <= last))


@lru_cache(maxsize=2048)
def _last_counted(pattern: str, start: date) -> date:
    """The day on which COUNT is used up."""
    rule = read_pattern(pattern)
    years = range(start.year, min(start.year + _YEARS_COUNTED, _LAST_YEAR) + 1)
    days = (day for year in years for day in sorted(_matching(rule, start, year)) if day >= start)
    counted = list(islice(days, rule.count))
    return counted[-1] if counted else start


def _matching(rule: Recurrence, start: date, year: int) -> Iterator[date]:
    """The days of `year` in the pattern's step, whatever its end; some may lie before its start."""
    if rule.frequency == "YEARLY":
        if (year - start.year) % rule.interval == 0:
            yield from _within(rule, start, YEARLY, date(year, 1, 1))
    elif rule.frequency == "MONTHLY":
        for month in range(1, 13):
            if ((year - start.year) * 12 + month - start.month) % rule.interval == 0:
                yield from _within(rule, start, MONTHLY, date(year, month, 1))
    elif rule.frequency == "WEEKLY":
        first = _first_of_week(start, rule.week_start)
        for day in _within(rule, start, YEARLY, date(year, 1, 1)):
            if (_first_of_week(day, rule.week_start) - first) // 7 % rule.interval == 0:
                yield day
    else:
        days = _within(rule, start, YEARLY, date(year, 1, 1))
        yield from (day for day in days if (day - start).days % rule.interval == 0)


def _within(rule: Recurrence, start: date, frequency: Literal[0, 1], first: date) -> Iterator[date]:
    """What dateutil finds in the one year or month that begins on `first`; what is left open comes from `start`."""
    months, month_days, week_days = rule.months, rule.month_days, rule.week_days
    if not (month_days or week_days or rule.year_days or rule.week_numbers):
        if rule.frequency == "WEEKLY":
            week_days = (weekday(start.weekday()),)
        elif rule.frequency == "DAILY":
            month_days = tuple(range(1, 32))
        else:
            months = months or ((start.month,) if rule.frequency == "YEARLY" else ())
            month_days = (start.day,)
    for moment in rrule(
        frequency,
        dtstart=datetime(first.year, first.month, 1),  # noqa: DTZ001 - a day of the calendar, in no zone
        interval=_ONE_PERIOD_ONLY[frequency],
        wkst=rule.week_start,
        bymonth=months or None,
        bymonthday=month_days or None,
        byyearday=rule.year_days or None,
        byweekno=rule.week_numbers or None,
        byweekday=week_days or None,
        bysetpos=rule.positions or None,
    ):
        yield moment.date()


def _first_of_week(day: date, week_start: int) -> int:
    """The ordinal of the day on which the week of `day` begins; it may lie before the calendar's first."""
    return day.toordinal() - (day.weekday() - week_start) % 7


def _parts(pattern: str) -> dict[str, str]:
    if len(pattern) > LONGEST_PATTERN:
        raise PatternError(f"a pattern has at most {LONGEST_PATTERN} characters")
    parts: dict[str, str] = {}
    for part in pattern.strip().upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if not name or not value or name in parts:
            raise PatternError("a pattern looks like FREQ=WEEKLY;BYDAY=MO,WE (RFC 5545)")
        parts[name] = value
    return parts


def _numbers(name: str, text: str, most: int) -> tuple[int, ...]:
    numbers = tuple(sorted({_signed(name, one) for one in text.split(",")}))
    if any(not 1 <= abs(number) <= most for number in numbers):
        raise PatternError(f"{name} takes whole numbers up to {most}")
    return numbers


def _signed(name: str, text: str) -> int:
    if re.fullmatch(r"[+-]?[0-9]{1,3}", text) is None:
        raise PatternError(f"{name} takes whole numbers")
    return int(text)


def _number(name: str, text: str, most: int) -> int:
    if re.fullmatch(r"[0-9]{1,6}", text) is None or not 1 <= int(text) <= most:
        raise PatternError(f"{name} takes a whole number from 1 to {most}")
    return int(text)


def _week_days(text: str, frequency: str) -> tuple[weekday, ...]:
    matches = [_BY_DAY.fullmatch(one) for one in text.split(",")] if text else []
    days: list[weekday] = []
    for match in matches:
        if match is None:
            raise PatternError("BYDAY takes days such as MO, or 2TU for the second Tuesday")
        ordinal = int(match[1]) if match[1] else None
        if ordinal == 0 or (ordinal is not None and frequency not in ("MONTHLY", "YEARLY")):
            raise PatternError("a numbered day goes with FREQ=MONTHLY or YEARLY, and counts from 1 or -1")
        days.append(weekday(_WEEKDAYS.index(match[2]), ordinal))
    if len({day.n is None for day in days}) > 1:
        raise PatternError("numbered days and plain ones need two patterns")
    return tuple(days)


def _week_start(text: str) -> int:
    if text not in _WEEKDAYS:
        raise PatternError("WKST takes a day such as MO")
    return _WEEKDAYS.index(text)


def _until(text: str) -> date | None:
    if not text:
        return None
    match = _UNTIL.fullmatch(text)
    year, month, day = (int(match[1][:4]), int(match[1][4:6]), int(match[1][6:])) if match else (0, 0, 0)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise PatternError("UNTIL takes a day such as 20261231") from error
