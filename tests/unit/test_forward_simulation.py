"""The queue played forward: who waits how long by the policy that calls them."""

from __future__ import annotations

from math import inf

import pytest

from server_sync.clinic.estimates.forward import simulated_quantiles
from server_sync.clinic.estimates.line_now import NOBODY, Arrivals, Booked, Counter, InLine, LineNow
from server_sync.clinic.estimates.service_times import ServiceTimes, service_times
from server_sync.clinic.queue_order import Terms

_ASSUMED = service_times([])


def _terms(target_min: float) -> Terms:
    return Terms(target_min, 9000 / target_min**2, 1.0)


_URGENT, _ROUTINE, _APPOINTMENT = _terms(15), _terms(90), _terms(20)


def _medians(line: LineNow) -> list[float]:
    said = simulated_quantiles(line)
    assert said is not None
    assert (said[:, 0] <= said[:, 1]).all()
    assert (said[:, 1] <= said[:, 2]).all()
    return [float(each) for each in said[:, 1]]


def test_whoever_is_next_at_a_free_counter_is_called_now_and_the_second_after_one_consultation() -> None:
    first, second = _medians(LineNow([InLine(-20, _ROUTINE), InLine(-5, _ROUTINE)], [Counter(_ASSUMED)]))
    assert first == 0
    assert second == pytest.approx(_ASSUMED.mean_min, rel=0.25)


def test_an_urgent_patient_who_came_later_is_called_before_a_routine_one() -> None:
    routine, urgent = _medians(LineNow([InLine(-20, _ROUTINE), InLine(-3, _URGENT)], [Counter(_ASSUMED)]))
    assert urgent < routine


def test_whom_staff_put_first_is_called_first() -> None:
    urgent, first = _medians(LineNow([InLine(-14, _URGENT), InLine(0, _ROUTINE, is_first=True)], [Counter(_ASSUMED)]))
    assert first < urgent


def test_more_counters_make_waits_shorter_and_urgent_arrivals_make_them_longer() -> None:
    line = [InLine(-float(minutes), _ROUTINE) for minutes in range(12, 0, -1)]
    one, two = (_medians(LineNow(line, [Counter(_ASSUMED, -2)] * count))[-1] for count in (1, 2))
    busier = _medians(LineNow(line, [Counter(_ASSUMED, -2)], arrivals=[Arrivals(0, 240, 12, _URGENT)]))[-1]
    assert two < 0.7 * one
    assert busier > one + _ASSUMED.mean_min


def test_the_booked_who_come_before_their_time_are_called_only_where_nobody_else_waits() -> None:
    early, walk_in = _medians(LineNow([InLine(10, _APPOINTMENT), InLine(0, _ROUTINE)], [Counter(_ASSUMED)]))
    assert walk_in == 0 < early


def test_a_counter_that_closes_calls_nobody_until_it_opens_and_without_one_nothing_is_said() -> None:
    waiting = [InLine(0, _ROUTINE)]
    assert _medians(LineNow(waiting, [Counter(_ASSUMED, closed=((0, 60),))])) == [60]
    assert simulated_quantiles(LineNow(waiting, [])) is None
    assert simulated_quantiles(LineNow(waiting, [Counter(_ASSUMED, closed=((-5, inf),))])) is None


def test_one_alone_is_told_what_all_together_are_told() -> None:
    line = LineNow(
        [InLine(-float(each), _ROUTINE) for each in range(9)], [Counter(_ASSUMED)] * 2, [Booked(5, _URGENT, 0)]
    )
    alone = simulated_quantiles(line, 0, paths=400)
    together = simulated_quantiles(line, paths=400)
    assert alone is not None
    assert together is not None
    assert alone[0] == pytest.approx(together[0], abs=4)


def test_a_doctor_without_a_history_takes_as_long_as_the_clinic_does_and_few_visits_move_that_little() -> None:
    clinic = [10.0] * 500
    assert service_times([], clinic).mean_min == pytest.approx(10)
    assert service_times([30.0], clinic).mean_min == pytest.approx(230 / 21)
    assert service_times([float("nan"), -4, 1e9], clinic).mean_min == pytest.approx(10)
    assert isinstance(service_times([]), ServiceTimes)


def test_whoever_waits_for_one_counter_is_called_there_and_whoever_waits_for_any_wherever_somebody_is_free() -> None:
    line = [
        InLine(-9, _ROUTINE, counter=0),
        InLine(-8, _ROUTINE, counter=0),
        InLine(-7, _ROUTINE),
        InLine(-6, _ROUTINE),
    ]
    first, second, anybody, last = _medians(LineNow(line, [Counter(_ASSUMED), Counter(_ASSUMED)]))

    assert first == anybody == 0, "one at each counter"
    assert second == pytest.approx(_ASSUMED.mean_min, rel=0.25), "the other counter is none of theirs"
    assert last == pytest.approx(_ASSUMED.mean_min, rel=0.4), "at the second counter, where nobody else waits"


def test_of_a_counter_that_never_opens_nothing_is_said_and_the_others_are_served() -> None:
    line = [InLine(-9, _ROUTINE, counter=0), InLine(-8, _ROUTINE, counter=1), InLine(-7, _ROUTINE, counter=NOBODY)]
    said = simulated_quantiles(LineNow(line, [Counter(_ASSUMED, closed=((0, inf),)), Counter(_ASSUMED)]))

    assert said is not None
    assert said[:, 1].tolist() == [inf, 0.0, inf]


def test_a_counter_that_nobody_wants_takes_the_urgent_who_come_later_and_spares_the_others_that_wait() -> None:
    line = [InLine(-float(minutes), _ROUTINE, counter=0) for minutes in range(9, 0, -1)]
    urgent = [Arrivals(0, 240, 20, _URGENT)]
    alone, beside = (_medians(LineNow(line, [Counter(_ASSUMED, -2)] * count, arrivals=urgent))[-1] for count in (1, 2))

    assert beside < alone - _ASSUMED.mean_min


def test_who_is_booked_with_another_counter_delays_nobody_at_this_one() -> None:
    line = [InLine(-float(minutes), _ROUTINE, counter=0) for minutes in range(6, 0, -1)]
    counters = [Counter(_ASSUMED, -2), Counter(_ASSUMED, -2)]
    here, there = (
        _medians(LineNow(line, counters, booked=[Booked(float(10 * n), _URGENT, 0.1, counter) for n in range(5)]))[-1]
        for counter in (0, 1)
    )

    assert there < here - _ASSUMED.mean_min


def test_the_booked_who_come_too_late_to_be_called_as_booked_delay_those_who_wait_less() -> None:
    line = [InLine(-float(minutes), _ROUTINE) for minutes in range(6, 0, -1)]
    overdue = [Booked(-float(minutes), _APPOINTMENT, 0.1) for minutes in (16, 17, 18)]
    as_booked, as_walk_ins = (
        _medians(LineNow(line, [Counter(_ASSUMED, -2)], booked=overdue, punctuality_min=(10, 30), late=late))[-1]
        for late in (None, (15.0, _ROUTINE))
    )

    assert as_walk_ins < as_booked - _ASSUMED.mean_min
