"""A doctor's hours as slots: sessions, breaks, leave, capacity, and the nights of 2024-2030 when clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server_sync.clinic.local_time import is_skipped, moment_of
from server_sync.clinic.slots import Rule, Slot, cell_of, cells_of, is_in, problems, rules_on, slots_of_day

MONDAY = date(2024, 1, 15)
LONDON = "Europe/London"
MORNING = Rule(MONDAY, time(9), time(12))
HOUR = timedelta(hours=1)

ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "Atlantic/Azores",
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "America/Santiago",
    "America/Havana",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Asia/Jerusalem",
    "America/Asuncion",
)


def transitions(zone: str) -> Iterator[datetime]:
    """Each moment (UTC) of 2024-2030 at which the zone's offset changes, to the minute."""
    moment, known = datetime(2024, 1, 1, tzinfo=UTC), ZoneInfo(zone)
    while moment.year < 2031:
        following = moment + timedelta(hours=6)
        if moment.astimezone(known).utcoffset() != following.astimezone(known).utcoffset():
            low, high = moment, following
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) // 2
                middle = middle.replace(second=0, microsecond=0)
                if middle.astimezone(known).utcoffset() == moment.astimezone(known).utcoffset():
                    low = middle
                else:
                    high = middle
            yield high
        moment = following


NIGHTS = [(zone, moment) for zone in ZONES for moment in transitions(zone)]


def starts(rules: tuple[Rule, ...], day: date = MONDAY, zone: str = LONDON, duration: int | None = None) -> list[str]:
    slots = slots_of_day(rules_on(rules, day), day, zone, duration).slots
    return [slot.starts_at.astimezone(ZoneInfo(zone)).strftime("%H:%M") for slot in slots]


def test_a_session_is_cut_into_slots() -> None:
    assert starts((MORNING,)) == ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]


def test_what_is_left_at_the_end_is_no_slot() -> None:
    assert starts((replace(MORNING, ends=time(10, 15)),)) == ["09:00", "09:30"]


def test_slots_go_on_from_the_end_of_a_break() -> None:
    rule = replace(MORNING, break_starts=time(10, 15), break_ends=time(10, 35))
    assert starts((rule,)) == ["09:00", "09:30", "10:35", "11:05"]


def test_leave_takes_away_every_slot_that_it_touches() -> None:
    leave = Rule(MONDAY, time(9, 45), time(10, 30), is_open=False)
    assert starts((MORNING, leave)) == ["09:00", "10:30", "11:00", "11:30"]


def test_recurring_leave_takes_only_its_own_days() -> None:
    weekly = replace(MORNING, pattern="FREQ=WEEKLY;BYDAY=MO,TU")
    leave = Rule(MONDAY, time(0), time(0), is_open=False, pattern="FREQ=WEEKLY;BYDAY=TU")
    assert starts((weekly, leave), MONDAY) == starts((MORNING,))
    assert starts((weekly, leave), MONDAY + timedelta(days=1)) == []
    assert not is_in((weekly, leave), MONDAY + timedelta(days=1), LONDON)
    assert is_in((weekly, leave), MONDAY + timedelta(days=7), LONDON)


def test_a_day_may_have_several_sessions_and_the_last_may_end_at_midnight() -> None:
    night = Rule(MONDAY, time(23), time(0))
    assert starts((night, MORNING))[-2:] == ["23:00", "23:30"]


def test_two_sessions_offer_the_same_moment_once_with_the_larger_capacity() -> None:
    day = slots_of_day((MORNING, replace(MORNING, capacity=3)), MONDAY, LONDON)
    assert len(day.slots) == 6
    assert {slot.capacity for slot in day.slots} == {3}


def test_longer_visits_take_several_slots_in_a_row() -> None:
    assert starts((MORNING,), duration=60) == ["09:00", "09:30", "10:00", "10:30", "11:00"]
    assert starts((MORNING,), duration=45) == []


def test_nonsense_from_a_device_gives_no_slots() -> None:
    for odd in (replace(MORNING, slot_min=0), replace(MORNING, capacity=0), replace(MORNING, pattern="often")):
        assert starts((odd,)) == []
    assert starts((replace(MORNING, ends=time(8)),)) == []


def test_cells_cover_a_slot_whole() -> None:
    nine = datetime(2024, 1, 15, 9, tzinfo=UTC)
    assert len(cells_of(nine, nine + timedelta(minutes=30))) == 6
    assert list(cells_of(nine + timedelta(minutes=2), nine + timedelta(minutes=6))) == [
        cell_of(nine),
        cell_of(nine) + 1,
    ]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts": time(9, 3)}, "start_time"),
        ({"ends": time(9)}, "end_time"),
        ({"ends": time(11, 59)}, "end_time"),
        ({"starts": time(9, tzinfo=UTC)}, "start_time"),
        ({"slot_min": 7}, "slot_duration_minutes"),
        ({"slot_min": 0}, "slot_duration_minutes"),
        ({"slot_min": 240}, "slot_duration_minutes"),
        ({"capacity": 0}, "max_patients_per_slot"),
        ({"break_starts": time(10)}, "break_end_time"),
        ({"break_ends": time(10)}, "break_start_time"),
        ({"break_starts": time(8), "break_ends": time(10)}, "break_start_time"),
        ({"break_starts": time(10), "break_ends": time(10)}, "break_start_time"),
        ({"break_starts": time(10), "break_ends": time(10, 1)}, "break_end_time"),
        ({"pattern": "FREQ=MINUTELY"}, "recurrence_pattern"),
    ],
)
def test_hours_that_make_no_sense_are_refused_by_field(change: dict[str, object], field: str) -> None:
    assert problems(MORNING) == {}
    assert field in problems(replace(MORNING, **change))  # type: ignore[arg-type]  # any of its fields


def test_there_are_nights_to_try_in_many_zones() -> None:
    assert len({zone for zone, _ in NIGHTS}) >= 14
    assert len(NIGHTS) > 180


@pytest.mark.parametrize("zone", ZONES)
def test_every_change_of_clocks_keeps_slots_whole(zone: str) -> None:
    """Elapsed time, order, no overlap, and only local times that the session holds: on the day itself and around it."""
    for moment in (moment for place, moment in NIGHTS if place == zone):
        for shift in (-1, 0, 1):
            day = (moment + timedelta(days=shift)).astimezone(ZoneInfo(zone)).date()
            rule = Rule(day, time(0), time(0), slot_min=30)
            slots = slots_of_day((rule,), day, zone).slots
            begins, ends = moment_of(day, time(0), zone), moment_of(day + timedelta(days=1), time(0), zone)
            assert slots[0].starts_at == begins
            assert len(slots) == (ends - begins) // timedelta(minutes=30)
            for one, following in pairwise(slots):
                assert one.ends_at - one.starts_at == timedelta(minutes=30)
                assert one.ends_at == following.starts_at
            assert all(slot.starts_at.astimezone(ZoneInfo(zone)).date() == day for slot in slots)


@pytest.mark.parametrize("zone", ZONES)
def test_skipped_times_begin_at_the_end_of_the_gap_and_doubled_ones_come_twice(zone: str) -> None:
    known = ZoneInfo(zone)
    for moment in (moment for place, moment in NIGHTS if place == zone):
        before = moment - timedelta(minutes=1)
        change = moment.astimezone(known).replace(tzinfo=UTC) - before.astimezone(known).replace(tzinfo=UTC)
        change -= timedelta(minutes=1)
        if change > timedelta(0):
            _assert_gap(zone, moment, change)
        else:
            _assert_twice(zone, moment, -change)


def _assert_gap(zone: str, moment: datetime, gap: timedelta) -> None:
    after = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    for skipped in (after - gap, after - gap / 2, after - timedelta(minutes=5)):
        assert is_skipped(skipped, zone)
        assert moment_of(skipped.date(), skipped.time(), zone) == moment
    assert not is_skipped(after, zone)
    assert not is_skipped(after - gap - timedelta(minutes=5), zone)
    if (after - gap).date() == after.date() and after.hour < 22:
        rule = Rule(after.date(), (after - gap).time(), (after + HOUR).time(), slot_min=30)
        assert [slot.starts_at for slot in slots_of_day((rule,), after.date(), zone).slots] == [
            moment,
            moment + timedelta(minutes=30),
        ]


def _assert_twice(zone: str, moment: datetime, doubled: timedelta) -> None:
    first_pass = (moment - doubled).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    last = first_pass + doubled
    assert moment_of(first_pass.date(), first_pass.time(), zone) == moment - doubled
    assert moment_of(first_pass.date(), first_pass.time(), zone, later=True) == moment
    if last.date() != first_pass.date():
        return
    rule = Rule(first_pass.date(), first_pass.time(), last.time(), slot_min=30)
    slots = slots_of_day((rule,), first_pass.date(), zone).slots
    shown = [slot.starts_at.astimezone(ZoneInfo(zone)).strftime("%H:%M") for slot in slots]
    half = len(shown) // 2
    assert half >= 1
    assert shown[:half] == shown[half:]
    assert len({slot.starts_at for slot in slots}) == len(slots)
    leave = replace(rule, is_open=False)
    assert slots_of_day((rule, leave), first_pass.date(), zone).slots == ()


five_minutes = st.integers(0, 287).map(lambda cell: time(cell // 12, cell % 12 * 5))


@st.composite
def sane_rules(draw: st.DrawFn) -> Rule:
    cells = sorted(draw(st.lists(st.integers(0, 287), min_size=4, max_size=4, unique=True)))
    first, break_starts, break_ends, last = (time(cell // 12, cell % 12 * 5) for cell in cells)
    has_break = draw(st.booleans())
    return Rule(
        MONDAY,
        first,
        last,
        slot_min=draw(st.sampled_from([5, 10, 15, 20, 30, 60])),
        capacity=draw(st.integers(1, 4)),
        is_open=draw(st.integers(0, 3)) > 0,
        break_starts=break_starts if has_break else None,
        break_ends=break_ends if has_break else None,
    )


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(sane_rules(), max_size=5), st.sampled_from(NIGHTS), st.sampled_from([None, 30, 60]))
def test_no_slot_lies_outside_hours_in_a_break_or_on_leave(
    rules: list[Rule], night: tuple[str, datetime], duration: int | None
) -> None:
    zone, moment = night
    day = moment.astimezone(ZoneInfo(zone)).date()
    slots = slots_of_day(tuple(rules), day, zone, duration).slots
    assert list(slots) == sorted(slots, key=lambda slot: slot.starts_at)
    assert len({slot.starts_at for slot in slots}) == len(slots)
    for slot in slots:
        assert any(_holds(rule, slot, day, zone, duration) for rule in rules if rule.is_open)
        shown = {
            (slot.starts_at + timedelta(minutes=more)).astimezone(ZoneInfo(zone)).time()
            for more in range(0, int((slot.ends_at - slot.starts_at) / timedelta(minutes=1)), 5)
        }
        assert not any(rule.starts <= at < rule.ends for rule in rules if not rule.is_open for at in shown)


def _holds(rule: Rule, slot: Slot, day: date, zone: str, duration: int | None) -> bool:
    length = slot.ends_at - slot.starts_at
    if length != timedelta(minutes=duration or rule.slot_min) or slot.capacity != rule.capacity:
        return False
    within = moment_of(day, rule.starts, zone) <= slot.starts_at and slot.ends_at <= moment_of(day, rule.ends, zone)
    if rule.break_starts is None or rule.break_ends is None:
        return within
    rests = moment_of(day, rule.break_starts, zone), moment_of(day, rule.break_ends, zone, later=True)
    return within and not (slot.starts_at < rests[1] and rests[0] < slot.ends_at)


def test_leave_and_breaks_that_end_in_the_doubled_hour_last_until_its_second_pass() -> None:
    night = date(2026, 10, 25)
    session = Rule(night, time(0, 30), time(2), slot_min=30)
    assert starts((session,), night) == ["00:30", "01:00", "01:30", "01:00", "01:30"]
    leave = Rule(night, time(1), time(1, 30), is_open=False)
    assert starts((session, leave), night) == ["00:30", "01:30"]
    rests = replace(session, break_starts=time(1), break_ends=time(1, 30))
    assert starts((rests,), night) == ["00:30", "01:30"]
