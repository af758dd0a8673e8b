"""Invented days of a small clinic: two doctors, the urgent before the others, seconds since 1970."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import Any

import numpy as np

_FIRST_DAY_S = 1_772_000_000 // 86_400 * 86_400


def past_days(seed: int, days: int, counters: int = 2) -> list[dict[str, Any]]:
    """Rows of a log in order of arrival, some forty a day."""
    generator = np.random.default_rng(seed)
    return [
        row for day in range(days) for row in _day(generator, _FIRST_DAY_S + (seed * 1000 + day) * 86_400, counters)
    ]


def _day(generator: np.random.Generator, midnight_s: int, counters: int) -> list[dict[str, Any]]:
    arrived = np.sort(9 * 3600 + 6 * 3600 * generator.beta(1.5, 2.0, generator.poisson(44)))
    is_urgent = generator.random(len(arrived)) < 0.25
    services = generator.lognormal(6.6, 0.45, len(arrived))
    free, coming = [8.0 * 3600] * counters, 0
    waiting: list[tuple[bool, float, int]] = []
    starts: dict[int, float] = {}
    while len(starts) < len(arrived):
        now = heappop(free)
        if not waiting:
            now = max(now, arrived[coming])
        while coming < len(arrived) and arrived[coming] <= now:
            heappush(waiting, (not bool(is_urgent[coming]), float(arrived[coming]), coming))
            coming += 1
        person = heappop(waiting)[2]
        starts[person] = now
        heappush(free, now + services[person])
    return [
        {
            "arrived_at": float(midnight_s + arrived[person]),
            "started_at": float(midnight_s + starts[person]),
            "ended_at": float(midnight_s + starts[person] + services[person]),
            "lane": "urgent" if is_urgent[person] else "routine",
            "counters_open": counters,
            "left_without_service": False,
        }
        for person in range(len(arrived))
    ]
