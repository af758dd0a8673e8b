"""Who stands in a line on each simulated path: those who wait, those who are booked, and those who walk in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from server_sync.clinic.estimates.line_now import ANY, NOBODY, Arrivals, Booked, InLine, LineNow
from server_sync.clinic.queue_order import Terms

if TYPE_CHECKING:
    from numpy import float32, float64
    from numpy.random import Generator
    from numpy.typing import NDArray

_MOST_ARRIVALS = 120
"""Nobody is promised a wait behind more people than these who have not even come yet."""
_FIELDS = 6
"""Arrival, reference, rate, target, beta - 1 and counter."""


@dataclass(slots=True)
class People:
    """Everybody on each path, (paths, people); the first `asked` columns are those whose start is asked."""

    asked: int
    callable: int
    """How many of them some counter will call."""
    arrives: NDArray[float32]
    reference: NDArray[float32]
    rate: NDArray[float32]
    lead: NDArray[float32]
    """Score that they have before waiting: beyond reach for whom staff put first."""
    target: NDArray[float32]
    steeper: NDArray[float32]
    """beta - 1."""
    counter: NDArray[float32] | None
    """Whom each waits for, -1 for whoever is free; None where all do."""


def people_on(
    line: LineNow, which: int | None, paths: int, generator: Generator, counters: int, mean_min: float
) -> People:
    """Everybody who matters to those who are asked about, on each of so many paths.

    `which` is who is asked about; None asks about all who wait. `mean_min` is a mean consultation.
    """
    import numpy as np

    waiting = list(line.waiting)
    asked = len(waiting)
    if which is not None:
        # Only whoever may be called before them matters; or keeps another counter from those who may.
        own = waiting.pop(which)
        waiting = [own, *(one for one in waiting if _may_precede(one, own) or one.counter != own.counter)]
        asked = 1
    slowest = min((one.terms.per_minute for one in waiting[:asked]), default=0.0)
    horizon = 1.7 * (len(waiting) + counters) * mean_min / counters + 30
    came = np.array([[min(one.reference_min, 0.0), one.reference_min, *_numbers(one)] for one in waiting])
    came = np.broadcast_to(came.reshape(1, -1, _FIELDS), (paths, len(waiting), _FIELDS))
    coming = _coming(line, slowest, horizon, paths, generator)
    both = np.concatenate([came, coming], axis=1).astype(np.float32)
    lead = np.zeros(both.shape[:2], dtype=np.float32)
    for index, one in enumerate(waiting):
        if one.is_first:
            lead[:, index] = 1e9
    arrives, reference, rate, target, steeper, counter = (np.ascontiguousarray(both[:, :, k]) for k in range(_FIELDS))
    callable_ones = sum(one.counter != NOBODY for one in waiting[:asked])
    bound = counter if (counter != ANY).any() else None
    return People(asked, callable_ones, arrives, reference, rate, lead, target, steeper, bound)


def _numbers(one: InLine | Booked | Arrivals) -> tuple[float, float, float, float]:
    return (*_terms_as_numbers(one.terms), ANY if one.counter is None else one.counter)


def _terms_as_numbers(terms: Terms) -> tuple[float, float, float]:
    return terms.per_minute, terms.target_min, terms.beta - 1


def _may_precede(one: InLine, own: InLine) -> bool:
    if one.is_first or one.reference_min < own.reference_min or one.terms.beta != own.terms.beta:
        return True
    return not own.is_first and one.terms.per_minute > own.terms.per_minute


def _coming(line: LineNow, slowest: float, horizon: float, paths: int, generator: Generator) -> NDArray[float64]:
    """Who comes on each path, (paths, people, fields); those who do not come arrive at infinity."""
    import numpy as np

    booked = [one for one in line.booked if one.at_min < horizon + 30]
    parts = [_booked_coming(booked, line, paths, generator)] if booked else []
    # Nobody who comes later by the same or a slower clock can overtake any of those who wait.
    relevant = [one for one in line.arrivals if one.terms.per_minute > slowest or one.terms.beta > 1]
    cut = [_until(one, horizon) for one in relevant if one.starts_min < horizon and one.ends_min > 0]
    if expected := sum(one.expected for one in cut):
        count = min(_MOST_ARRIVALS, int(expected + 3 * np.sqrt(expected)) + 1)
        parts.append(_walking_in(cut, expected, count, paths, generator))
    return np.concatenate(parts, axis=1) if parts else np.empty((paths, 0, _FIELDS))


def _booked_coming(booked: Sequence[Booked], line: LineNow, paths: int, generator: Generator) -> NDArray[float64]:
    import numpy as np

    punctuality_min = line.punctuality_min
    at = np.array([one.at_min for one in booked])
    misses = np.array([one.no_show for one in booked])
    arrives = at + generator.normal(*punctuality_min, size=(paths, len(booked)))
    # They have not come yet: whoever should have been here is about to come, if at all.
    late = arrives < 0
    arrives[late] = generator.exponential(punctuality_min[1] / 2 + 1e-6, size=int(late.sum()))
    # The later somebody is, the less likely they come at all.
    overdue = np.maximum(0.0, -at - punctuality_min[0]) / (punctuality_min[1] + 1e-6)
    odds = (1 - misses) * np.exp(-(overdue**2))
    stays_away = generator.random((paths, len(booked))) >= odds / (odds + misses + 1e-9)
    reference = np.maximum(arrives, at)
    arrives[stays_away] = np.inf
    reference[stays_away] = np.inf
    terms = np.array([_numbers(one) for one in booked])
    each = np.concatenate(
        [np.stack([arrives, reference], axis=2), np.broadcast_to(terms, (paths, *terms.shape))], axis=2
    )
    if line.late is not None:
        after_min, as_walk_in = line.late
        each[arrives - at > after_min, 2:5] = _terms_as_numbers(as_walk_in)
    return each


def _until(one: Arrivals, horizon: float) -> Arrivals:
    starts, ends = max(0.0, one.starts_min), min(horizon, one.ends_min)
    part = (ends - starts) / max(one.ends_min - one.starts_min, 1e-6)
    return one._replace(starts_min=starts, ends_min=ends, expected=one.expected * part)


def _walking_in(
    arrivals: Sequence[Arrivals], expected: float, count: int, paths: int, generator: Generator
) -> NDArray[float64]:
    import numpy as np

    shares = np.cumsum([one.expected for one in arrivals]) / expected
    which = np.minimum(np.searchsorted(shares, generator.random((paths, count))), len(arrivals) - 1)
    table = np.array([[one.starts_min, one.ends_min - one.starts_min, *_numbers(one)] for one in arrivals])[which]
    arrives = table[:, :, 0] + table[:, :, 1] * generator.random((paths, count))
    arrives[np.arange(count) >= generator.poisson(expected, paths)[:, None]] = np.inf
    return np.concatenate([arrives[:, :, None], arrives[:, :, None], table[:, :, 2:]], axis=2)
