"""A session's times: two at the start, then one after each constant interval, and as many as are likely to come."""

from __future__ import annotations

from collections import Counter
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_sync.clinic.session_templates import (
    MOST_NO_SHOW,
    Session,
    Template,
    expected_no_show_rate,
    people_for,
    shrunk_mean,
    template_for,
)
from server_sync.clinic.slots import problems, slots_of_day

DAY = date(2026, 3, 9)


def template(starts: str = "08:00", ends: str = "12:00", mean: float = 13.4, no_show: float = 0.185) -> Template:
    return template_for(Session(time.fromisoformat(starts), time.fromisoformat(ends), mean, no_show))


def test_a_morning_of_the_design_page_has_nineteen_people() -> None:
    morning = template()

    # 0.85 * 240 / (13.4 * 0.815) = 18.68
    assert (morning.count, people_for(morning.session)) == (19, 19)
    assert morning.interval_min == pytest.approx(240 / 18)
    assert [(place.starts_min, place.seats) for place in morning.places[:4]] == [(0, 2), (10, 1), (25, 1), (40, 1)]


def test_where_everybody_comes_fewer_are_asked_and_two_still_come_first() -> None:
    assert template(no_show=0).count == 15
    assert template(no_show=0).places[0].seats == 2


def test_a_session_for_one_has_one_time() -> None:
    one = template("08:00", "09:00", mean=45, no_show=0)

    assert [(place.starts_min, place.length_min, place.seats) for place in one.places] == [(0, 60, 1)]


def test_visits_shorter_than_the_grid_share_its_times() -> None:
    quick = template("08:00", "09:00", mean=3, no_show=0.5)

    assert quick.count == 34
    assert len(quick.places) == 12
    assert max(place.seats for place in quick.places) == 4


def test_a_doctor_with_few_visits_is_thought_to_be_like_the_others() -> None:
    assert shrunk_mean(0, 0, 13.4, 20) == 13.4
    assert shrunk_mean(20 * 20, 20, 10, 20) == 15


@pytest.mark.parametrize(
    ("starts", "ends", "mean", "no_show"),
    [
        ("08:00", "08:00", 10, 0.1),
        ("09:00", "08:00", 10, 0.1),
        ("08:00", "08:05", 10, 0.1),
        ("08:00", "09:03", 10, 0.1),
        ("08:00", "09:00", 2, 0.1),
        ("08:00", "09:00", 10, 0.7),
        ("08:00", "09:00", 10, -0.1),
    ],
)
def test_what_makes_no_session_is_refused(starts: str, ends: str, mean: float, no_show: float) -> None:
    with pytest.raises(ValueError, match=r"a session|a mean|the share"):
        template(starts, ends, mean, no_show)


minutes = st.integers(0, 24 * 12 - 1).map(lambda step: time(step // 12, step % 12 * 5))


@given(minutes, minutes, st.floats(3, 120), st.floats(0, 0.6))
def test_every_session_seats_exactly_its_people_within_its_hours(
    starts: time, ends: time, mean: float, no_show: float
) -> None:
    try:
        made = template_for(Session(starts, ends, mean, no_show))
    except ValueError:
        return
    rules = made.rules_on(DAY)

    assert sum(place.seats for place in made.places) == made.count
    assert made.places[0].starts_min == 0
    assert made.places[-1].starts_min + made.places[-1].length_min == made.session.length_min
    assert all(not problems(rule) for rule in rules)
    # As availability has it, the very same times.
    slots = slots_of_day(rules, DAY, "UTC").slots
    seats = Counter({(slot.starts_at.hour, slot.starts_at.minute): slot.capacity for slot in slots})
    assert sum(seats.values()) == made.count
    assert len(slots) == len(made.places)


@pytest.mark.parametrize(
    ("own", "everybodys", "share"),
    [
        ((0, 0), (49, 20), None),
        ((0, 0), (50, 10), 0.2),
        ((50, 0), (100, 20), 0.1),
        ((200, 190), (200, 190), MOST_NO_SHOW),
    ],
)
def test_a_doctors_share_of_no_shows_is_drawn_to_everybodys_and_never_more_than_a_template_takes(
    own: tuple[int, int], everybodys: tuple[int, int], share: float | None
) -> None:
    assert expected_no_show_rate(*own, *everybodys) == share
