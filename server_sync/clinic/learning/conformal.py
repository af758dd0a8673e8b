"""Split conformal calibration per lane: how far a promise must be stretched to hold as often as it says.

Romano, Patterson and Candes 2019 (conformalized quantile regression), scaled by the promise's own width; lanes with
few rows borrow from all. The rows must be none that the model was fitted on.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from server_sync.clinic.learning.any_table import Numbers

_BORROWED = 60
"""So many rows of all lanes together weigh in for each."""
_LEAST_WIDTH_MIN = 1.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """By lane, how many of its own widths below and above the median the outer quantiles belong; (lanes, 2)."""

    factors: Numbers

    def apply(self, quantiles: Numbers, codes: NDArray[np.int64]) -> Numbers:
        """(rows, 3), ascending in each row and never negative."""
        below, above = _widths(quantiles)
        middle = quantiles[:, 1]
        low = middle - self.factors[codes, 0] * below
        high = middle + self.factors[codes, 1] * above
        return ascending(np.column_stack([low, middle, high]))


def ascending(quantiles: Numbers) -> Numbers:
    """Never negative, and no quantile beyond the next: the median stands, the others give way."""
    whole = np.maximum(quantiles, 0.0)
    low, high = np.minimum(whole[:, 0], whole[:, 1]), np.maximum(whole[:, 1], whole[:, 2])
    return np.column_stack([low, whole[:, 1], high])


def no_stretch(lanes: int) -> Stretch:
    """What was fitted, as it was."""
    return Stretch(np.ones((lanes, 2)))


def stretch_of(
    quantiles: Numbers, waits_min: Numbers, codes: NDArray[np.int64], lanes: int, covered: tuple[float, float]
) -> Stretch:
    """From predictions (rows, 3) and what came; `covered` says how often each outer quantile should hold."""
    if not len(waits_min):
        return no_stretch(lanes)
    below, above = _widths(quantiles)
    scores = ((quantiles[:, 1] - waits_min) / below, (waits_min - quantiles[:, 1]) / above)
    factors = np.column_stack([_by_lane(score, codes, lanes, c) for score, c in zip(scores, covered, strict=True)])
    return Stretch(np.maximum(factors, 0.0))


def _widths(quantiles: Numbers) -> tuple[Numbers, Numbers]:
    below = np.maximum(quantiles[:, 1] - quantiles[:, 0], _LEAST_WIDTH_MIN)
    return below, np.maximum(quantiles[:, 2] - quantiles[:, 1], _LEAST_WIDTH_MIN)


def _by_lane(scores: Numbers, codes: NDArray[np.int64], lanes: int, covered: float) -> Numbers:
    overall = _conformal(scores, covered)
    counts = np.bincount(codes, minlength=lanes)
    own = np.array([_conformal(scores[codes == lane], covered) if counts[lane] else overall for lane in range(lanes)])
    return np.asarray((counts * own + _BORROWED * overall) / (counts + _BORROWED), dtype=np.float64)


def _conformal(scores: Numbers, covered: float) -> float:
    """The quantile that holds for one more of the same kind (hence n + 1)."""
    return float(np.quantile(scores, min(1.0, covered * (len(scores) + 1) / len(scores))))
