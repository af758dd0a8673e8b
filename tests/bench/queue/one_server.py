"""Q1: one server, exponential times, four classes whose priority grows linearly: the mean waits have exact values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

import numpy as np

from server_sync.clinic.queue_policy import Policy
from tests.bench.queue.counters import Line
from tests.bench.queue.people import Person
from tests.bench.queue.policies import Accumulating, FirstCome

RATES_PER_MIN = (0.01, 0.02, 0.025, 0.012)
MEAN_SERVICE_MIN = 13.4
SLOPES = (8, 4, 2, 1)
EXACT_WAITS_MIN = (43.09, 73.29, 129.73, 228.91)
"""Mean wait of each class, from the most urgent on, to two places as the page gives them."""
SEEDS = 10
_FIRST_LEVEL = 2

# A score grows by 100 T_ref / T**2 a minute: targets whose squares stand as the slopes do, the other way about.
_TARGETS_MIN = tuple(
    (level, 30.0 * (SLOPES[0] / slope) ** 0.5) for level, slope in enumerate(SLOPES, start=_FIRST_LEVEL)
)
POLICY = Policy(name="linear", targets_min=_TARGETS_MIN, special_factor=0.9, appointment_target_min=40)


def mean_waits(seed: int, customers: int) -> dict[str, list[float]]:
    """Mean wait of each class in minutes, from the most urgent on: ours, and who came first on the same arrivals."""
    ways: dict[str, Callable[[], Line]] = {"ours": lambda: Accumulating(POLICY), "first come": FirstCome}
    return {name: _waits(way(), _customers(seed, customers)) for name, way in ways.items()}


def conserved(waits: list[float]) -> float:
    """Sum of rho W over the classes in minutes: the same for every order that knows nothing of the service to come."""
    return sum(rate * MEAN_SERVICE_MIN * wait for rate, wait in zip(RATES_PER_MIN, waits, strict=True))


def _customers(seed: int, customers: int) -> Iterator[Person]:
    generator = np.random.default_rng([seed, 3])
    total = sum(RATES_PER_MIN)
    arrived = np.cumsum(generator.exponential(1 / total, customers))
    service = generator.exponential(MEAN_SERVICE_MIN, customers)
    levels = generator.choice(4, size=customers, p=np.asarray(RATES_PER_MIN) / total) + _FIRST_LEVEL
    for number, (moment, minutes, level) in enumerate(
        zip(arrived.tolist(), service.tolist(), levels.tolist(), strict=True)
    ):
        yield Person(number, moment, minutes, level, str(level), 0.0)


def _waits(line: Line, customers: Iterator[Person]) -> list[float]:
    """Serve one after the other; a simulation of its own, for one server needs no events."""
    sums: dict[int, float] = defaultdict(float)
    counts: dict[int, int] = defaultdict(int)
    free_at, waiting = 0.0, 0
    coming = next(customers, None)
    while coming is not None or waiting:
        if not waiting and coming is not None:
            free_at = max(free_at, coming.arrived_min)
        while coming is not None and coming.arrived_min <= free_at:
            line.join(coming)
            waiting += 1
            coming = next(customers, None)
        person = line.next(free_at)
        if person is None:
            raise ValueError("somebody who waits was not served")
        waiting -= 1
        sums[person.level] += free_at - person.arrived_min
        counts[person.level] += 1
        free_at += person.service_min
    return [sums[level] / counts[level] for level in sorted(counts)]
