"""How long consultations last here: what was measured, shrunk toward the clinic's own where a doctor has few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from server_sync.clinic.waits import MEAN_SERVICE_MIN

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

SERVICE_VARIATION = 0.465
"""Standard deviation by mean of a consultation until a site has its own history (the page's day clinic)."""
SHRINKAGE = 20
"""So many consultations of a doctor's own weigh as much as what the whole clinic's say (an empirical-Bayes prior)."""
LONGEST_MIN = 240.0
"""What is recorded as longer was forgotten open, and is no consultation."""
_ENOUGH = 200
"""So many of the clinic's own consultations replace the assumed distribution wholly."""


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """Lengths to draw from, in minutes, ascending; never empty."""

    minutes: NDArray[float64]

    @property
    def mean_min(self) -> float:
        """Of what is drawn."""
        return float(self.minutes.mean())


def service_times(of_doctor: Sequence[float], of_clinic: Sequence[float] = ()) -> ServiceTimes:
    """A doctor's consultations, in minutes; without any the clinic's, without those the assumed ones.

    The shape is the clinic's; the scale is the doctor's mean shrunk toward the clinic's: (n * own + 20 * clinic's) /
    (n + 20). What is not a number, not above 0 or longer than four hours is left out.
    """
    import numpy as np  # a kiosk's cold start must not pay for it

    clinic = _sound(of_clinic)
    own = _sound(of_doctor)
    shape = clinic if len(clinic) >= _ENOUGH else np.sort(np.concatenate([clinic, _filler(_ENOUGH - len(clinic))]))
    mean = float(shape.mean())
    wanted = (float(own.sum()) + SHRINKAGE * mean) / (len(own) + SHRINKAGE)
    return ServiceTimes(shape * (wanted / mean))


def _sound(minutes: Sequence[float]) -> NDArray[float64]:
    import numpy as np

    values = np.asarray(minutes, dtype=np.float64).ravel()
    return np.sort(values[np.isfinite(values) & (values > 0) & (values <= LONGEST_MIN)])


def _filler(count: int) -> NDArray[float64]:
    """Evenly out of the assumed distribution, so that few measured ones do not stand for all."""
    import numpy as np

    chosen: NDArray[float64] = assumed_minutes()[np.linspace(0, _ENOUGH - 1, count).astype(int)]
    return chosen


@cache
def assumed_minutes() -> NDArray[float64]:
    """Two hundred quantiles of a log-normal consultation of 13.4 minutes, as the page's day clinic has."""
    import numpy as np

    spread = float(np.sqrt(np.log1p(SERVICE_VARIATION**2)))
    normal = np.sort(np.random.default_rng(1).normal(size=_ENOUGH * 50)).reshape(_ENOUGH, 50).mean(axis=1)
    lengths = np.clip(np.exp(normal * spread), 3 / MEAN_SERVICE_MIN, 58 / MEAN_SERVICE_MIN)
    return np.asarray(lengths * MEAN_SERVICE_MIN / lengths.mean(), dtype=np.float64)
