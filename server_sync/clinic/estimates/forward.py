"""The queue played forward: a hundred paths at once, by the very policy that calls people, until everybody is called.

Section 2 of the queue's design page, layer 1. It needs no training.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from server_sync.clinic.estimates.calling import NEVER_MIN, free_at, play
from server_sync.clinic.estimates.coming import people_on
from server_sync.clinic.estimates.line_now import NOBODY, Counter, LineNow

if TYPE_CHECKING:
    from numpy import float32, float64
    from numpy.typing import NDArray

PATHS = 100


def simulated_quantiles(line: LineNow, which: int | None = None, paths: int = PATHS) -> NDArray[float64] | None:
    """Minutes from now until those who wait are called: P10, P50 and P90 of each, shape (n, 3).

    With `which` of that one alone, shape (1, 3), which costs less. None where no counter will ever be open; infinite
    for whoever waits for one that will not.
    """
    import numpy as np

    starts = _starts(line, which, paths)
    if starts is None:
        return None
    said: NDArray[float64] = np.quantile(np.minimum(starts, NEVER_MIN), (0.1, 0.5, 0.9), axis=0).T.astype(np.float64)
    said[said >= NEVER_MIN / paths] = inf  # on some path they are never called
    return said


def _starts(line: LineNow, which: int | None, paths: int) -> NDArray[float32] | None:
    import numpy as np

    generator = np.random.default_rng(line.seed)
    open_ones = [place for place, counter in enumerate(line.counters) if not _never_opens(counter)]
    if not open_ones:
        return None
    counters = [line.counters[place] for place in open_ones]
    people = people_on(_among(line, open_ones), which, paths, generator, len(counters), _mean_min(counters))
    free = np.stack([free_at(counter, paths, generator) for counter in counters], axis=1).astype(np.float32)
    return play(people, free, counters, generator)


def _never_opens(counter: Counter) -> bool:
    return any(start <= 0 and end == inf for start, end in counter.closed)


def _among(line: LineNow, open_ones: Sequence[int]) -> LineNow:
    """The line as those counters see it, each by its place among them."""
    places: dict[int | None, int | None] = {None: None, **{old: new for new, old in enumerate(open_ones)}}
    if len(open_ones) == len(line.counters):
        return line
    return replace(
        line,
        waiting=[one._replace(counter=places.get(one.counter, NOBODY)) for one in line.waiting],
        booked=[one._replace(counter=places[one.counter]) for one in line.booked if one.counter in places],
        arrivals=[one._replace(counter=places[one.counter]) for one in line.arrivals if one.counter in places],
    )


def _mean_min(counters: Sequence[Counter]) -> float:
    return sum(counter.service.mean_min for counter in counters) / len(counters)
