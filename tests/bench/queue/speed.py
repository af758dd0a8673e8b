"""Q7: what it costs to take somebody in and to call the next, in CPU time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from time import process_time

from server_sync.clinic.queue_order import QueueOrder, Waiting, ordered
from server_sync.clinic.queue_policy import DAY_CLINIC, SpecialReason

NOW = datetime(2026, 3, 9, 10, tzinfo=UTC)
_STEPS = 2_000


def crowd(people: int, random: Random) -> list[Waiting]:
    """So many who wait, in every lane, some of them before their time."""
    return [_somebody(key, random) for key in range(people)]


def push_and_pop_us(people: int) -> float:
    """Microseconds to take one in and call the next, with so many waiting all the time; the fastest of five."""
    random = Random(5)
    order = _filled(people, random)
    newcomers = iter([_somebody(people + key, random) for key in range(5 * _STEPS)])

    def steps() -> None:
        for _ in range(_STEPS):
            order.insert(next(newcomers))
            order.pop(NOW)

    return min(_cpu_s(steps) for _ in range(5)) / _STEPS * 1e6


def pop_us(people: int) -> float:
    """Microseconds to call the next of so many, two per cent of whom are called; the fastest of five."""
    fastest = float("inf")
    for seed in range(5):
        order = _filled(people, Random(seed))
        pops = max(people // 50, 20)
        fastest = min(fastest, _cpu_s(lambda: [order.pop(NOW) for _ in range(pops)]) / pops * 1e6)  # noqa: B023
    return fastest


def ordering_ms(people: int) -> float:
    """Milliseconds to order so many from scratch; the fastest of five."""
    waiting = crowd(people, Random(3))
    return min(_cpu_s(lambda: ordered(waiting, DAY_CLINIC, NOW)) for _ in range(5)) * 1000


def _filled(people: int, random: Random) -> QueueOrder:
    order = QueueOrder(DAY_CLINIC)
    for one in crowd(people, random):
        order.insert(one)
    return order


def _somebody(key: int, random: Random) -> Waiting:
    arrived = NOW - timedelta(minutes=random.random() * 500)
    booked = arrived + timedelta(minutes=random.uniform(-10, 40)) if random.random() < 0.3 else None
    special = SpecialReason.AGE if random.random() < 0.15 else None
    return Waiting(key, f"{key:06d}", arrived, booked, random.choice([None, 2, 3, 4]), special)


def _cpu_s(operate: Callable[[], object]) -> float:
    begun = process_time()
    operate()
    return process_time() - begun
