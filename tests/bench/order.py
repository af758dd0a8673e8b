"""How long it takes to order ten thousand who wait, from scratch."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from time import perf_counter

from server_sync.clinic.queue_order import Waiting, ordered
from server_sync.clinic.queue_policy import DAY_CLINIC
from tests.bench.table import Row

PEOPLE = 10_000
ASKED_MS = 100.0
NOW = datetime(2026, 3, 9, 10, tzinfo=UTC)


def measure() -> list[Row]:
    """Order them five times; the fastest counts, for nothing but other programs makes one slower than another."""
    random = Random(3)
    crowd = [
        Waiting(key, f"{key:05d}", NOW - timedelta(minutes=random.random() * 500), None, random.choice([None, 2, 3, 4]))
        for key in range(PEOPLE)
    ]
    taken = sorted(_ordering_ms(crowd) for _ in range(5))
    how = f"fastest of 5: {taken[0]:.0f} ms, slowest {taken[-1]:.0f} ms"
    return [Row(f"ordering {PEOPLE:,} who wait", taken[0], ASKED_MS, "ms", how)]


def _ordering_ms(crowd: list[Waiting]) -> float:
    begun = perf_counter()
    ordered(crowd, DAY_CLINIC, NOW)
    return (perf_counter() - begun) * 1000
