"""Bench A: urgent care that never closes, four levels in the queue, level 1 interrupting whoever is being served."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from server_sync.clinic.policy_documents import preset_policy
from tests.bench.queue.counters import Rota
from tests.bench.queue.people import EMERGENCY, Person, arrivals_by_hour, log_normal

# fmt: off
SHAPE = (
    5.64, 4.72, 3.87, 3.44, 3.27, 3.65, 3.49, 5.34, 7.0, 8.35, 9.46, 10.95,
    10.52, 10.29, 10.06, 10.18, 10.14, 9.86, 9.49, 10.01, 9.02, 8.11, 7.71, 7.04,
)
# fmt: on
CLINICIANS = (2,) * 8 + (3,) * 2 + (4,) * 10 + (3,) * 4
CLASS_SHARES = (0.0109, 0.1023, 0.4626, 0.3565, 0.0678)
MEAN_SERVICE_MIN = (30.0, 20.0, 16.0, 12.0, 9.0)
SERVICE_VARIATION = 0.6
TARGETS_MIN = (0.0, 15.0, 30.0, 60.0, 120.0)
GOALS = {"2": 0.95, "3": 0.90, "4": 0.85, "5": 0.80}
"""Lane and the share that should be served within its target (Q2)."""

CTAS_STEEP = preset_policy("ctas")
"""The lowest class gains twice as fast once it is beyond its target (beta 2)."""
CTAS = replace(CTAS_STEEP, name="ctas_linear", betas=())


def per_hour(load: float) -> list[float]:
    """Arrivals an hour, of the page's shape, that bring all the work that a day's clinicians can do, times `load`."""
    work_min = float(np.dot(CLASS_SHARES, MEAN_SERVICE_MIN)) / sum(CLASS_SHARES)
    scale = load * 60 * sum(CLINICIANS) / (work_min * sum(SHAPE))
    return [rate * scale for rate in SHAPE]


def rota(days: int) -> Rota:
    """Clinicians from each moment on; after the last day it goes on as that ended."""
    return tuple(
        (day * 1440.0 + hour * 60.0, clinicians) for day in range(days) for hour, clinicians in enumerate(CLINICIANS)
    )


def people(seed: int, days: int, load: float) -> list[Person]:
    """Everybody who comes in so many days, in the order of their coming."""
    generator = np.random.default_rng([seed, 1])
    arrived = arrivals_by_hour(generator, per_hour(load) * days)
    levels = generator.choice(5, size=len(arrived), p=np.asarray(CLASS_SHARES) / sum(CLASS_SHARES))
    service = log_normal(generator, np.asarray(MEAN_SERVICE_MIN)[levels], SERVICE_VARIATION)
    return [
        Person(number, moment, minutes, level + EMERGENCY, str(level + EMERGENCY), TARGETS_MIN[level])
        for number, (moment, minutes, level) in enumerate(
            zip(arrived.tolist(), service.tolist(), levels.tolist(), strict=True)
        )
    ]
