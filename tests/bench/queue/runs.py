"""Which clinic runs at which load under which policy; every seed of a run is the same for all policies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

import numpy as np

from server_sync.clinic.queue_policy import DAY_CLINIC
from tests.bench.queue import day_clinic, urgent_care
from tests.bench.queue.counters import Counters, Line
from tests.bench.queue.figures import Figures, figures
from tests.bench.queue.people import Served
from tests.bench.queue.policies import Accumulating, CappedSum, FirstCome, StrictPriority

URGENT_CARE: dict[str, Callable[[], Line]] = {
    "ours": partial(Accumulating, urgent_care.CTAS),
    "ours, beta 2": partial(Accumulating, urgent_care.CTAS_STEEP),
    "first come": FirstCome,
    "strict": StrictPriority,
    "capped sum": CappedSum,
}
DAY: dict[str, Callable[[], Line]] = {
    "ours": partial(Accumulating, DAY_CLINIC),
    "first come": FirstCome,
    "strict": StrictPriority,
    "capped sum": CappedSum,
}


@dataclass(frozen=True, slots=True)
class Run:
    """A clinic at a load under a policy: bench "A", bench "B", or "B, Poisson" with walk-ins whose number is chance."""

    bench: str
    load: float
    policy: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of all seeds together, and of each."""

    pooled: Figures
    by_seed: tuple[Figures, ...]

    def error(self, figure: Callable[[Figures], float]) -> float:
        """Standard error of the figure's mean over the seeds; 0 for a single one."""
        values = [figure(one) for one in self.by_seed]
        return float(np.std(values, ddof=1)) / len(values) ** 0.5 if len(values) > 1 else 0.0


def measured(runs: Sequence[Run], seeds: Sequence[int], days: int, executor: Executor) -> dict[Run, Measured]:
    """Every run with every seed, as many at once as the executor has workers."""
    tasks = [(run, seed) for run in runs for seed in seeds]
    results = executor.map(one_seed, *zip(*[(run, seed, days) for run, seed in tasks], strict=True))
    by_run: dict[Run, list[Figures]] = {run: [] for run in runs}
    for (run, _), figure in zip(tasks, results, strict=True):
        by_run[run].append(figure)
    return {run: Measured(pooled(each), tuple(each)) for run, each in by_run.items()}


def one_seed(run: Run, seed: int, days: int) -> Figures:
    """A run of so many days."""
    if run.bench == "A":
        counters = Counters(URGENT_CARE[run.policy](), urgent_care.rota(days), interrupts=True)
        return figures(counters.run(urgent_care.people(seed, days, run.load)))
    return figures(_days(run, seed, days))


def pooled(each: Sequence[Figures]) -> Figures:
    """All people of several figures together."""
    lanes = sorted({lane for one in each for lane in one.waits})
    waits = {lane: np.concatenate([one.waits[lane] for one in each if lane in one.waits]) for lane in lanes}
    targets = {lane: minutes for one in each for lane, minutes in one.targets_min.items()}
    return Figures(waits, targets)


def _days(run: Run, seed: int, days: int) -> Iterator[Served]:
    is_chance = run.bench == "B, Poisson"
    for day in range(days):
        line = DAY[run.policy]()
        yield from Counters(line, day_clinic.ROTA).run(
            day_clinic.people(seed, day, run.load, chance_of_count=is_chance)
        )
