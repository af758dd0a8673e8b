"""Recurring hours: the days that a pattern means, as dateutil and RFC 5545 have them, and patterns that are refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from time import perf_counter

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from server_sync.clinic.recurrence import PatternError, check_pattern, falls_on, read_pattern

MONDAY = date(2024, 1, 15)


def days_of(pattern: str, start: date, days: int = 500) -> list[date]:
    return [start + timedelta(days=more) for more in range(days) if falls_on(pattern, start, start + timedelta(more))]


def by_dateutil(pattern: str, start: date, days: int = 500) -> list[date]:
    first = datetime(start.year, start.month, start.day)  # noqa: DTZ001 - dateutil's own comparison needs none
    found = rrulestr(pattern, dtstart=first).between(first, first + timedelta(days=days - 1), inc=True)
    return [moment.date() for moment in found]


days_of_week = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, unique=True)
months = st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True)


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """Patterns that fall on some day soon, so that dateutil comes to an end."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 4))}"]
    kind = draw(st.sampled_from(["plain", "days", "numbered", "month_days", "last_of"]))
    if kind == "days":
        parts.append("BYDAY=" + ",".join(draw(days_of_week)))
    elif kind == "numbered" and frequency in ("MONTHLY", "YEARLY"):
        parts.append("BYDAY=" + ",".join(f"{draw(st.sampled_from([1, 2, -1]))}{day}" for day in draw(days_of_week)))
    elif kind == "month_days" and frequency != "WEEKLY":
        parts.append(f"BYMONTHDAY={draw(st.integers(1, 28))},{draw(st.integers(-28, -1))}")
    elif kind == "last_of" and frequency == "MONTHLY":
        parts.append(f"BYDAY=MO,TU,WE,TH,FR;BYSETPOS={draw(st.sampled_from([1, -1]))}")
    if kind in ("days", "plain") and frequency in ("DAILY", "WEEKLY") and draw(st.booleans()):
        parts.append("BYMONTH=" + ",".join(map(str, draw(months))))
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(['MO', 'SU', 'WE']))}")
    ending = draw(st.sampled_from(["", "COUNT=7", "UNTIL=20250301"]))
    return ";".join([*parts, ending] if ending else parts)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(patterns(), st.dates(date(2023, 12, 1), date(2024, 12, 31)).filter(lambda day: day.day < 29))
def test_days_are_those_of_dateutil(pattern: str, start: date) -> None:
    assert days_of(pattern, start) == by_dateutil(pattern, start)


def test_every_second_tuesday_of_the_month() -> None:
    found = days_of("FREQ=MONTHLY;BYDAY=2TU", MONDAY, 70)
    assert found == [date(2024, 2, 13), date(2024, 3, 12)]


def test_a_prefix_and_small_letters_are_welcome() -> None:
    assert days_of("rrule:freq=weekly;byday=mo", MONDAY, 8) == [MONDAY, MONDAY + timedelta(7)]


def test_the_last_day_of_until_still_counts() -> None:
    assert days_of("FREQ=DAILY;UNTIL=20240117T000000Z", MONDAY, 9) == [MONDAY + timedelta(more) for more in range(3)]


@pytest.mark.parametrize(
    "pattern",
    [
        "every Monday",
        "",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;COUNT=5",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99999999999",
        "FREQ=DAILY;COUNT=1001",
        "FREQ=DAILY;COUNT=3;UNTIL=20250101",
        "FREQ=DAILY;UNTIL=20250231",
        "FREQ=DAILY;UNTIL=2025",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYDAY=MO,2TU",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=DAILY;BYSETPOS=1",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTH=-1",
        "FREQ=DAILY;BYEASTER=0",
        "FREQ=WEEKLY;WKST=XX",
        "FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 100),
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2",
        "FREQ=DAILY;UNTIL=20240114",
        "FREQ=DAILY;BYMONTH=١",
    ],
)
def test_patterns_that_no_clinic_means_are_refused_with_a_reason(pattern: str) -> None:
    with pytest.raises(PatternError) as refused:
        check_pattern(pattern, MONDAY)
    assert len(str(refused.value)) > 10


@pytest.mark.parametrize(
    "pattern",
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000", "FREQ=DAILY;COUNT=1000"],
)
def test_no_pattern_runs_away(pattern: str) -> None:
    """dateutil itself looks for 30 February until the year 9999, for seconds."""
    began = perf_counter()
    for year in range(2024, 2034):
        falls_on(pattern, MONDAY, date(year, 6, 1))
    assert perf_counter() - began < 1


def test_the_first_and_last_years_of_the_calendar_are_no_trouble() -> None:
    assert falls_on("FREQ=WEEKLY;BYDAY=FR", date(9999, 12, 1), date(9999, 12, 31))
    assert falls_on("FREQ=WEEKLY;COUNT=3;WKST=SU", date(1, 1, 1), date(1, 1, 8))
    with pytest.raises(PatternError):
        check_pattern("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(9999, 1, 1))


def test_a_pattern_is_read_once_and_its_parts_are_kept() -> None:
    assert read_pattern("FREQ=WEEKLY;BYDAY=MO;INTERVAL=2").interval == 2
