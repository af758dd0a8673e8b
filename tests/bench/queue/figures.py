"""What the page measures of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from tests.bench.queue.people import EMERGENCY, REFERENCE_TARGET_MIN, Numbers, Served


@dataclass(frozen=True, slots=True)
class Figures:
    """Waits in minutes by lane, of everybody but emergencies."""

    waits: Mapping[str, Numbers]
    targets_min: Mapping[str, float]

    def share_in_target(self, lane: str) -> float:
        """Of the lane, in [0, 1]."""
        return float(np.mean(self.waits[lane] <= self.targets_min[lane]))

    def share_beyond(self, lane: str, targets: float) -> float:
        """Of the lane, who waited longer than so many targets; in [0, 1]."""
        return float(np.mean(self.waits[lane] > targets * self.targets_min[lane]))

    @property
    def weighted_lateness_min(self) -> float:
        """`wtard`: mean minutes beyond the target, times how many times shorter the target is than 90 minutes."""
        late = [
            np.maximum(0.0, waits - self.targets_min[lane]) * REFERENCE_TARGET_MIN / self.targets_min[lane]
            for lane, waits in self.waits.items()
        ]
        return float(np.mean(np.concatenate(late)))

    @property
    def worst_tail(self) -> float:
        """`r99`: the largest 99th percentile of a lane's waits, in targets."""
        return max(float(np.percentile(waits, 99)) / self.targets_min[lane] for lane, waits in self.waits.items())

    @property
    def count(self) -> int:
        """How many people stand behind these figures."""
        return sum(len(waits) for waits in self.waits.values())


def figures(served: Iterable[Served]) -> Figures:
    """Of one run or of many together."""
    waits: dict[str, list[float]] = {}
    targets: dict[str, float] = {}
    for one in served:
        if one.person.level != EMERGENCY:
            waits.setdefault(one.person.lane, []).append(one.waited_min)
            targets[one.person.lane] = one.person.target_min
    return Figures({lane: np.asarray(minutes) for lane, minutes in sorted(waits.items())}, targets)
