"""From when a wait counts, how long it may still be, and how that is said so that people can rely on it.

Sections 1 and 2 of the queue's design page. What is estimated comes from three layers (`Method`); each has the next
behind it, down to a counting of heads, which cannot fail.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from math import ceil, floor

MEAN_SERVICE_MIN = 13.4
"""Mean consultation in minutes until a site has its own history (the day-clinic bench of the design page)."""
_SHORTEST_MIN = 5
"""Of which people are told: nobody rises and walks in no time."""
_LONG_BY_HEADS = 2.0
"""Nine waits in ten are not longer than so many times what a counting of heads says (the same bench)."""


class Method(StrEnum):
    """What an estimate comes from."""

    LEARNED = "learned"
    """Trees that a site's own history taught, on top of the simulation."""
    SIMULATED = "simulated"
    """The queue played forward by its policy."""
    COUNTED = "counted"
    """(people ahead + 1) x mean service / open counters."""


@dataclass(frozen=True, slots=True)
class WaitEstimate:
    """How long somebody may still wait until they are called, in minutes, never negative."""

    p50_min: float
    """Half wait no longer."""
    p90_min: float
    """Nine in ten wait no longer; not below `p50_min`."""
    method: Method
    ahead: int = 0
    """How many are to be called before them."""
    model_version: str | None = None
    """Of what was learned; None where nothing was."""

    @property
    def median_min(self) -> int:
        """As `queue_management.estimated_wait_time_minutes` holds it."""
        return ceil(self.p50_min)

    def after(self, minutes: float) -> WaitEstimate:
        """What is left of it so many minutes later, where nothing else has happened."""
        return replace(self, p50_min=max(0.0, self.p50_min - minutes), p90_min=max(0.0, self.p90_min - minutes))

    def as_document(self) -> dict[str, object]:
        """As `queue_management.wait_estimate` holds it, in tenths of a minute."""
        return {
            "p50": round(self.p50_min, 1),
            "p90": round(self.p90_min, 1),
            "method": self.method.value,
            "ahead": self.ahead,
            "model_version": self.model_version,
        }


@dataclass(frozen=True, slots=True)
class Announced:
    """What somebody was told last, and what that was rounded from."""

    lower_min: int
    upper_min: int
    p50_min: float
    p90_min: float


def reference_time(arrived_at: datetime, booked_for: datetime | None) -> datetime:
    """From when the wait counts: arrival for a walk-in; for an appointment not before its time."""
    return arrived_at if booked_for is None else max(arrived_at, booked_for)


def counted_wait(ahead: int, minutes_until_booked: float, open_counters: int) -> WaitEstimate | None:
    """By counting heads; None where no counter is open and nothing honest can be said.

    An appointment is not promised before its own time: `minutes_until_booked` (0 for a walk-in) is a lower bound.
    """
    if open_counters < 1:
        return None
    usual = (ahead + 1) * MEAN_SERVICE_MIN / open_counters
    p50 = max(usual, minutes_until_booked)
    p90 = max(_LONG_BY_HEADS * usual, minutes_until_booked + MEAN_SERVICE_MIN / 2)
    return WaitEstimate(p50, p90, Method.COUNTED, ahead)


def announced(estimate: WaitEstimate, before: Announced | None = None) -> Announced:
    """P50 to P90 on a grid that people can rely on: 5 minutes below 30, 10 below 60, then 15; outwards.

    What was said `before` stands until either end has moved by a step of the grid.
    """
    if before is not None and not _has_moved(estimate, before):
        return before
    lower, upper = _round_down(estimate.p50_min), max(_SHORTEST_MIN, _round_up(estimate.p90_min))
    return Announced(lower, upper, estimate.p50_min, estimate.p90_min)


def _has_moved(estimate: WaitEstimate, before: Announced) -> bool:
    ends = ((estimate.p50_min, before.p50_min), (estimate.p90_min, before.p90_min))
    return any(abs(now - then) >= _grid_min(min(now, then)) for now, then in ends)


def _grid_min(minutes: float) -> int:
    """5-minute steps below 30, 10 below 60, then 15."""
    return 5 if minutes < 30 else 10 if minutes < 60 else 15


def _round_down(minutes: float) -> int:
    step = _grid_min(minutes)
    return floor(minutes / step) * step


def _round_up(minutes: float) -> int:
    step = _grid_min(minutes)
    return ceil(minutes / step) * step
