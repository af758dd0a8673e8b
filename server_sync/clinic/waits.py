"""From when a wait counts, and how long it may be, said so that people can rely on it.

The estimate is the last fall-back of the queue's design page: (people ahead + 1) x mean service / open counters, shown
as a range.
"""

from __future__ import annotations

from datetime import datetime
from math import ceil, floor

MEAN_SERVICE_MIN = 13.4
"""Mean consultation in minutes until a site has its own history (the day-clinic bench of the design page)."""


def reference_time(arrived_at: datetime, booked_for: datetime | None) -> datetime:
    """From when the wait counts: arrival for a walk-in; for an appointment not before its time."""
    return arrived_at if booked_for is None else max(arrived_at, booked_for)


def wait_range(ahead: int, minutes_until_booked: float, open_counters: int) -> tuple[int, int] | None:
    """The range to show, in minutes; None where no counter is open and nothing honest can be said.

    An appointment is not promised before its own time: `minutes_until_booked` (0 for a walk-in) is a lower bound.
    """
    if open_counters < 1:
        return None
    least = max(ahead * MEAN_SERVICE_MIN / open_counters, minutes_until_booked)
    most = max((ahead + 1) * MEAN_SERVICE_MIN / open_counters, minutes_until_booked + MEAN_SERVICE_MIN / 2)
    return _round_down(least), _round_up(most)


def _grid_min(minutes: float) -> int:
    """5-minute steps below 30, 10 below 60, then 15."""
    return 5 if minutes < 30 else 10 if minutes < 60 else 15


def _round_down(minutes: float) -> int:
    step = _grid_min(minutes)
    return floor(minutes / step) * step


def _round_up(minutes: float) -> int:
    step = _grid_min(minutes)
    return ceil(minutes / step) * step
