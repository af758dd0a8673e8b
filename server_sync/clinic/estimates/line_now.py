"""A line as it stands at a moment: who waits, who is booked, who walks in, and at which counters they are called.

Nothing here knows a clock: every time is in minutes from now, negative in the past.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from server_sync.clinic.estimates.service_times import ServiceTimes
from server_sync.clinic.queue_order import Terms

ANY = -1
"""The counter of those who wait for whoever is free, as a number."""
NOBODY = -2
"""The counter of those whose own never opens."""


class InLine(NamedTuple):
    """Somebody who waits. `reference_min` is from when their wait counts; after now where their time has not come."""

    reference_min: float
    terms: Terms
    is_first: bool = False
    """Staff put them before the order."""
    counter: int | None = None
    """Whom they wait for, by place among the counters; None for whoever is free."""


class Booked(NamedTuple):
    """Somebody who is booked and has not come yet, and how likely they will not."""

    at_min: float
    terms: Terms
    no_show: float
    counter: int | None = None


class Arrivals(NamedTuple):
    """Walk-ins of one lane to come: how many are expected from `starts_min` to `ends_min`."""

    starts_min: float
    ends_min: float
    expected: float
    terms: Terms
    counter: int | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """A doctor or room of this line: free after now where somebody is with them since `busy_since_min` (<= 0)."""

    service: ServiceTimes
    busy_since_min: float | None = None
    closed: tuple[tuple[float, float], ...] = ()
    """From when to when nobody is called there, by time. Whoever is inside is seen to the end."""


@dataclass(frozen=True, slots=True)
class LineNow:
    """A line as it stands at a moment."""

    waiting: Sequence[InLine]
    counters: Sequence[Counter]
    booked: Sequence[Booked] = ()
    arrivals: Sequence[Arrivals] = ()
    punctuality_min: tuple[float, float] = (-8.0, 14.0)
    """Mean and standard deviation of how late the booked come (the page's day clinic)."""
    seed: int = field(default=0)
    late: tuple[float, Terms] | None = None
    """After how many minutes somebody booked waits as a walk-in does, and by which terms; None: they never do."""
