"""Bench B: a day clinic with appointments and walk-ins, four doctors, two of them at lunch, till it is empty."""

from __future__ import annotations

import numpy as np

from server_sync.clinic.queue_policy import DAY_CLINIC
from tests.bench.queue.counters import Rota
from tests.bench.queue.people import EMERGENCY, Numbers, Person, log_normal

OPENS_MIN = 8 * 60.0
CLOSES_MIN = 17 * 60.0
ROTA: Rota = ((OPENS_MIN, 4), (12 * 60.0, 2), (13 * 60.0, 4))
DOCTOR_HOURS = 34
APPOINTMENTS = 60
NO_SHOW = 0.185
PUNCTUALITY_MIN = (-8.0, 14.0)
"""Mean and standard deviation of how late somebody comes to their appointment."""
WALK_IN_WEIGHTS = (3489, 4297, 3680, 3306, 1446, 426, 3030, 1847, 1249)
"""For the hours from 8 to 16."""
LEVELS = (1, 2, 3, 4)
LEVEL_SHARES = (0.015, 0.105, 0.33, 0.55)
SPECIAL_SHARE = 0.15
MEAN_SERVICE_MIN = 13.4
SERVICE_VARIATION = 0.465
SHORTEST_MIN, LONGEST_MIN = 3.0, 58.0
GOALS = {
    "urgent": (15.0, 0.90),
    "semi": (45.0, 0.85),
    "semi*": (30.0, 0.85),
    "appointment": (20.0, 0.85),
    "appointment*": (15.0, 0.85),
    "routine": (90.0, 0.80),
    "routine*": (60.0, 0.80),
}
"""Lane, its target in minutes, and the share that should be served within it; the star: with a special reason."""
_WALK_IN_LANES = {2: "urgent", 3: "semi", 4: "routine"}
_ROUTINE = 4


def walk_ins_a_day(load: float) -> float:
    """What the appointments that are kept leave free."""
    return load * DOCTOR_HOURS * 60 / MEAN_SERVICE_MIN - APPOINTMENTS * (1 - NO_SHOW)


def booked_times() -> Numbers:
    """Appointments, evenly over the day: one every nine minutes from eight o'clock on."""
    return np.asarray(OPENS_MIN + np.arange(APPOINTMENTS) * (CLOSES_MIN - OPENS_MIN) / APPOINTMENTS, dtype=np.float64)


def people(seed: int, day: int, load: float, *, chance_of_count: bool = False) -> list[Person]:
    """Everybody who comes on one day, in the order of their coming; minutes since its midnight.

    The page says how many walk in each day; with `chance_of_count` that is only the mean of a Poisson number.
    """
    generator = np.random.default_rng([seed, 2, day])
    kept = booked_times()[generator.random(APPOINTMENTS) >= NO_SHOW]
    came = kept + generator.normal(*PUNCTUALITY_MIN, size=len(kept))
    walked_in = _walked_in(generator, walk_ins_a_day(load), chance_of_count=chance_of_count)
    levels = generator.choice(LEVELS, size=len(walked_in), p=LEVEL_SHARES)
    moments = np.concatenate([came, walked_in])
    special = generator.random(len(moments)) < SPECIAL_SHARE
    service = log_normal(generator, np.full(len(moments), MEAN_SERVICE_MIN), SERVICE_VARIATION)
    service = np.clip(service, SHORTEST_MIN, LONGEST_MIN)
    booked = [*kept.tolist(), *[None] * len(walked_in)]
    triage = [*[_ROUTINE] * len(kept), *levels.tolist()]
    order = np.argsort(moments, kind="stable").tolist()
    return [
        _person(number, float(moments[i]), float(service[i]), triage[i], booked[i], is_special=bool(special[i]))
        for number, i in enumerate(order)
    ]


def _walked_in(generator: np.random.Generator, a_day: float, *, chance_of_count: bool) -> Numbers:
    # Of 92.7 a day, 93 come on seven days of ten.
    count = generator.poisson(a_day) if chance_of_count else int(a_day + generator.random())
    shares = np.asarray(WALK_IN_WEIGHTS) / sum(WALK_IN_WEIGHTS)
    hours = generator.choice(len(shares), size=count, p=shares)
    return np.asarray(OPENS_MIN + (hours + generator.random(count)) * 60, dtype=np.float64)


def _person(
    number: int, arrived: float, service: float, level: int, booked: float | None, *, is_special: bool
) -> Person:
    is_late = booked is not None and arrived - booked > DAY_CLINIC.late_after_min
    if level == EMERGENCY:
        return Person(number, arrived, service, level, "emergency", 0.0)
    base = "appointment" if booked is not None and not is_late else _WALK_IN_LANES[level]
    # The page has one goal for all who are urgent.
    lane = f"{base}*" if is_special and base != "urgent" else base
    return Person(number, arrived, service, level, lane, GOALS[lane][0], booked, is_special, is_late)
