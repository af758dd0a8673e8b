"""Q10 and Q13: what people are promised as they come to bench B, and what came of it.

The first half of the days teaches, the second is told: each state as it was at an arrival, with the simulation's
quantiles among what is known. A wait here runs from coming to being called, since that is what people are told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from time import process_time

import numpy as np

from server_sync.clinic.estimates.forward import simulated_quantiles
from server_sync.clinic.estimates.line_now import Arrivals, Booked, Counter, InLine, LineNow
from server_sync.clinic.estimates.service_times import ServiceTimes, service_times
from server_sync.clinic.learning.waits import SHOWN_COVERED, fit
from server_sync.clinic.queue_order import Terms, entries
from server_sync.clinic.queue_policy import DAY_CLINIC
from tests.bench.queue import day_clinic
from tests.bench.queue.counters import AtArrival
from tests.bench.queue.history import Visit, day, table
from tests.bench.queue.people import Numbers, Person
from tests.bench.queue.policies import MIDNIGHT, as_waiting, moment

LOAD = 0.93
_COUNTERS = 4
_LUNCH_MIN = (12 * 60.0, 13 * 60.0)
_AT_LUNCH = 2
_QUEUE = 60


@dataclass(frozen=True, slots=True)
class Promises:
    """Of many visits: what was said in minutes (visits, 3), what came, and what counting heads would have said."""

    said_min: Numbers
    waited_min: Numbers
    naive_min: Numbers
    lanes: Sequence[str]

    @property
    def mean_error_min(self) -> float:
        """MAE of the median."""
        return float(np.abs(self.said_min[:, 1] - self.waited_min).mean())

    @property
    def naive_error_min(self) -> float:
        """MAE of (queue + 1) * mean service / open counters."""
        return float(np.abs(self.naive_min - self.waited_min).mean())

    def covered(self) -> Mapping[str, float]:
        """By lane: the share for whom P90 held."""
        holds, lanes = self.waited_min <= self.said_min[:, 2], np.asarray(self.lanes)
        return {str(lane): float(holds[lanes == lane].mean()) for lane in np.unique(lanes)}

    @property
    def shown_holds(self) -> float:
        """The share who were called by the upper end of the range that they saw."""
        upper = np.array([_shown_up(minutes) for minutes in self.said_min[:, 2]])
        return float((self.waited_min <= upper).mean())


def together(parts: Sequence[Promises]) -> Promises:
    """Of all seeds."""
    return Promises(
        np.concatenate([part.said_min for part in parts]),
        np.concatenate([part.waited_min for part in parts]),
        np.concatenate([part.naive_min for part in parts]),
        [lane for part in parts for lane in part.lanes],
    )


def promised(seeds: range, days: int, executor: Executor) -> tuple[Promises, Promises]:
    """What the simulation alone says, and what was learned on top of it."""
    parts = list(executor.map(_of_seed, seeds, [days] * len(seeds)))
    return together([simulated for simulated, _ in parts]), together([learned for _, learned in parts])


def simulated_promises(seed: int, days: int) -> Promises:
    """What the simulation alone says of so many days, with the service times that a site assumes before it has any."""
    told = [day(seed, number, LOAD) for number in range(days)]
    return _promises(told, _simulated(told, service_times([])))


def estimate_ms() -> float:
    """CPU milliseconds to simulate somebody's wait where sixty wait, the mean over all of them; the fastest of five."""
    generator = np.random.default_rng(8)
    lanes = [terms for _, _, terms in _WALK_INS[1:]]
    shares = np.array([of_level * of_kind for of_level, of_kind, _ in _WALK_INS[1:]])
    chosen = generator.choice(len(lanes), size=_QUEUE, p=shares / shares.sum())
    waiting = [InLine(float(place - _QUEUE), lanes[lane]) for place, lane in enumerate(chosen)]
    counters = [Counter(service_times([]), -5.0) for _ in range(_COUNTERS)]
    line = LineNow(waiting, counters, _outstanding(frozenset(), 600.0), _to_come(600.0))
    fastest = float("inf")
    for _ in range(5):
        begun = process_time()
        for place in range(_QUEUE):
            simulated_quantiles(line, place)
        fastest = min(fastest, process_time() - begun)
    return fastest * 1000 / _QUEUE


def _of_seed(seed: int, days: int) -> tuple[Promises, Promises]:
    by_day = [day(seed, number, LOAD) for number in range(days)]
    past, told = by_day[: days // 2], by_day[days // 2 :]
    lasted = [visit.served.ended_min - visit.served.started_min for visits in past for visit in visits]
    services = service_times([], lasted)
    before, now = _simulated(past, services), _simulated(told, services)
    model = fit(_known(past, before), SHOWN_COVERED)
    return _promises(told, now), _promises(told, model.quantiles(_known(told, now)))


def _promises(days: Sequence[Sequence[Visit]], said_min: Numbers) -> Promises:
    visits = [visit for one in days for visit in one]
    naive = [
        (len(visit.at.waiting) + 1) * day_clinic.MEAN_SERVICE_MIN / max(1, visit.at.counters_open) for visit in visits
    ]
    waited = [visit.served.started_min - visit.served.person.arrived_min for visit in visits]
    return Promises(said_min, np.array(waited), np.array(naive), [visit.served.person.lane for visit in visits])


def _known(days: Sequence[Sequence[Visit]], simulated: Numbers) -> dict[str, list[object]]:
    visits = [visit for one in days for visit in one]
    columns = table(visits)
    columns["booked_for"] = [
        None if visit.served.person.booked_min is None else moment(visit.served.person.booked_min) + _midnight(visit)
        for visit in visits
    ]
    for place, name in enumerate(("p10", "p50", "p90")):
        columns[name] = simulated[:, place].tolist()
    return columns


def _midnight(visit: Visit) -> timedelta:
    return timedelta(days=visit.day)


def _simulated(days: Sequence[Sequence[Visit]], services: ServiceTimes) -> Numbers:
    said = []
    for visits in days:
        come: set[float] = set()
        for visit in visits:
            if visit.at.person.booked_min is not None:
                come.add(visit.at.person.booked_min)
            quantiles = simulated_quantiles(_line(visit.at, frozenset(come), services), len(visit.at.waiting))
            assert quantiles is not None
            said.append(quantiles[0])
    return np.array(said)


def _line(at: AtArrival, come: frozenset[float], services: ServiceTimes) -> LineNow:
    now = at.person.arrived_min
    waiting = [
        InLine((entry.reference - MIDNIGHT).total_seconds() / 60 - now, entry.terms)
        for entry in entries([as_waiting(person) for person in (*at.waiting, at.person)], DAY_CLINIC)
    ]
    counters, booked = _counters(at, services), _outstanding(come, now)
    return LineNow(waiting, counters, booked, _to_come(now), day_clinic.PUNCTUALITY_MIN, at.person.number)


def _counters(at: AtArrival, services: ServiceTimes) -> list[Counter]:
    """Four doctors, of whom two eat at noon: whoever is free, and else who ends first, presumably who began first."""
    now = at.person.arrived_min
    begun: list[float | None] = [*sorted(since for _, since in at.in_service)[:_COUNTERS]]
    free = [None] * (_COUNTERS - len(begun))
    starts, ends = _LUNCH_MIN
    ordered = [*free, *begun] if now >= starts else [*begun, *free]
    lunch = ((starts - now, ends - now),) if now < ends else ()
    return [
        Counter(services, None if since is None else since - now, lunch if place < _COUNTERS - _AT_LUNCH else ())
        for place, since in enumerate(ordered)
    ]


def _outstanding(come: frozenset[float], now: float) -> list[Booked]:
    terms = _terms(4, is_booked=True, is_special=False)
    return [Booked(at - now, terms, day_clinic.NO_SHOW) for at in day_clinic.booked_times() if at not in come]


def _to_come(now: float) -> list[Arrivals]:
    a_day = day_clinic.walk_ins_a_day(LOAD)
    weights = np.asarray(day_clinic.WALK_IN_WEIGHTS) / sum(day_clinic.WALK_IN_WEIGHTS)
    return [
        Arrivals(starts - now, starts + 60 - now, a_day * weight * of_level * of_kind, terms)
        for starts, weight in zip(np.arange(len(weights)) * 60 + day_clinic.OPENS_MIN, weights, strict=True)
        if starts + 60 > now
        for of_level, of_kind, terms in _WALK_INS
    ]


def _terms(level: int, *, is_booked: bool, is_special: bool) -> Terms:
    somebody = Person(0, 600.0, 10.0, level, "", 0.0, 600.0 if is_booked else None, is_special)
    return entries([as_waiting(somebody)], DAY_CLINIC)[0].terms


_AT_ONCE = Terms(1.0, 1e6, 1.0)
"""Emergencies never queue; the next free doctor is theirs."""
_WALK_INS = [
    (day_clinic.LEVEL_SHARES[0], 1.0, _AT_ONCE),
    *(
        (of_level, of_kind, _terms(level, is_booked=False, is_special=is_special))
        for level, of_level in zip(day_clinic.LEVELS[1:], day_clinic.LEVEL_SHARES[1:], strict=True)
        for is_special, of_kind in ((True, day_clinic.SPECIAL_SHARE), (False, 1 - day_clinic.SPECIAL_SHARE))
    ),
]


def _shown_up(minutes: float) -> int:
    """The page's grid: 5 minutes below 30, 10 below 60, then 15; upwards."""
    step = 5 if minutes < 30 else 10 if minutes < 60 else 15
    return ceil(minutes / step) * step
