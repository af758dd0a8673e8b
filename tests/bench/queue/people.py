"""Those who come to a simulated clinic; every time is in minutes since the run began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

EMERGENCY = 1
REFERENCE_TARGET_MIN = 90.0


@dataclass(frozen=True, slots=True)
class Person:
    """One who comes, with the service that they will need: the same whoever is chosen before them."""

    number: int
    arrived_min: float
    service_min: float
    level: int
    """Triage, 1 to 5."""
    lane: str
    """As the page names it; those of a lane are measured together."""
    target_min: float
    """Of the lane; 0 for an emergency."""
    booked_min: float | None = None
    """Also of one who comes too late for it and waits as a walk-in."""
    is_special: bool = False
    is_late: bool = False

    @property
    def since_min(self) -> float:
        """From when their wait counts."""
        return self.arrived_min if self.booked_min is None or self.is_late else max(self.arrived_min, self.booked_min)


@dataclass(frozen=True, slots=True)
class Served:
    """One who was served, from when to when."""

    person: Person
    started_min: float
    ended_min: float

    @property
    def waited_min(self) -> float:
        """0 for one who was served before their time."""
        return max(0.0, self.started_min - self.person.since_min)


def log_normal(generator: np.random.Generator, means: Numbers, variation: float) -> Numbers:
    """Log-normal times with these means and this coefficient of variation."""
    spread = np.sqrt(np.log1p(variation**2))
    return np.asarray(np.exp(generator.normal(np.log(means) - spread**2 / 2, spread)), dtype=np.float64)


def arrivals_by_hour(generator: np.random.Generator, per_hour: Sequence[float]) -> Numbers:
    """Moments of a Poisson process with these rates for the first, second, ... hour, in order."""
    counts = generator.poisson(np.asarray(per_hour))
    hours = np.repeat(np.arange(len(per_hour)), counts)
    return np.asarray(np.sort((hours + generator.random(len(hours))) * 60), dtype=np.float64)
