"""The queue played forward: a hundred paths at once, by the very policy that calls people, until everybody is called.

Section 2 of the queue's design page, layer 1. It needs no training. Nothing here knows a clock: every time is in
minutes from now, negative in the past.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from server_sync.clinic.estimates.service_times import ServiceTimes
from server_sync.clinic.queue_order import Terms

if TYPE_CHECKING:
    from numpy import float32, float64, intp
    from numpy.random import Generator
    from numpy.typing import NDArray

PATHS = 100
_MOST_ARRIVALS = 120
"""Nobody is promised a wait behind more people than these who have not even come yet."""
_CALLS_BETWEEN_SWEEPS = 12


class InLine(NamedTuple):
    """Somebody who waits. `reference_min` is from when their wait counts; after now where their time has not come."""

    reference_min: float
    terms: Terms
    is_first: bool = False
    """Staff put them before the order."""


class Booked(NamedTuple):
    """Somebody who is booked and has not come yet, and how likely they will not."""

    at_min: float
    terms: Terms
    no_show: float


class Arrivals(NamedTuple):
    """Walk-ins of one lane to come: how many are expected from `starts_min` to `ends_min`."""

    starts_min: float
    ends_min: float
    expected: float
    terms: Terms


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


def simulated_quantiles(line: LineNow, which: int | None = None, paths: int = PATHS) -> NDArray[float64] | None:
    """Minutes from now until those who wait are called: P10, P50 and P90 of each, shape (n, 3).

    With `which` of that one alone, shape (1, 3), which costs less. None where no counter will ever be open.
    """
    import numpy as np

    starts = _starts(line, which, paths)
    return None if starts is None else np.quantile(starts, (0.1, 0.5, 0.9), axis=0).T.astype(np.float64)


def _starts(line: LineNow, which: int | None, paths: int) -> NDArray[float32] | None:
    import numpy as np

    generator = np.random.default_rng(line.seed)
    counters = [counter for counter in line.counters if not _never_opens(counter)]
    if not counters:
        return None
    people = _people(line, which, paths, generator, len(counters), _mean_min(counters))
    free = np.stack([_free_at(counter, paths, generator) for counter in counters], axis=1).astype(np.float32)
    return _play(people, free, counters, generator)


def _never_opens(counter: Counter) -> bool:
    return any(start <= 0 and end == inf for start, end in counter.closed)


def _mean_min(counters: Sequence[Counter]) -> float:
    return sum(counter.service.mean_min for counter in counters) / len(counters)


@dataclass(slots=True)
class _People:
    """Everybody on each path, (paths, people); the first `asked` columns are those whose start is asked."""

    asked: int
    arrives: NDArray[float32]
    reference: NDArray[float32]
    rate: NDArray[float32]
    lead: NDArray[float32]
    """Score that they have before waiting: beyond reach for whom staff put first."""
    target: NDArray[float32]
    steeper: NDArray[float32]
    """beta - 1."""


_COMING_FIELDS = 5


def _people(
    line: LineNow, which: int | None, paths: int, generator: Generator, counters: int, mean_min: float
) -> _People:
    import numpy as np

    waiting = list(line.waiting)
    asked = len(waiting)
    if which is not None:
        # Only whoever may be called before them matters.
        own = waiting.pop(which)
        waiting = [own, *(one for one in waiting if _may_precede(one.reference_min, one.terms, one.is_first, own))]
        asked = 1
    slowest = min((one.terms.per_minute for one in waiting[:asked]), default=0.0)
    horizon = 1.7 * (len(waiting) + counters) * mean_min / counters + 30
    came = np.array([[min(one.reference_min, 0.0), one.reference_min, *_numbers(one.terms)] for one in waiting])
    came = np.broadcast_to(came.reshape(1, -1, _COMING_FIELDS), (paths, len(waiting), _COMING_FIELDS))
    coming = _coming(line, slowest, horizon, paths, generator)
    both = np.concatenate([came, coming], axis=1).astype(np.float32)
    lead = np.zeros(both.shape[:2], dtype=np.float32)
    for index, one in enumerate(waiting):
        if one.is_first:
            lead[:, index] = 1e9
    arrives, reference, rate, target, steeper = (np.ascontiguousarray(both[:, :, k]) for k in range(_COMING_FIELDS))
    return _People(asked, arrives, reference, rate, lead, target, steeper)


def _numbers(terms: Terms) -> tuple[float, float, float]:
    return terms.per_minute, terms.target_min, terms.beta - 1


def _may_precede(reference_min: float, terms: Terms, is_first: bool, own: InLine) -> bool:
    if is_first or reference_min < own.reference_min or terms.beta != own.terms.beta:
        return True
    return not own.is_first and terms.per_minute > own.terms.per_minute


def _coming(line: LineNow, slowest: float, horizon: float, paths: int, generator: Generator) -> NDArray[float64]:
    """Who comes on each path, (paths, people, fields); those who do not come arrive at infinity."""
    import numpy as np

    booked = [one for one in line.booked if one.at_min < horizon + 30]
    parts = [_booked_coming(booked, line.punctuality_min, paths, generator)] if booked else []
    # Nobody who comes later by the same or a slower clock can overtake any of those who wait.
    relevant = [one for one in line.arrivals if one.terms.per_minute > slowest or one.terms.beta > 1]
    cut = [_until(one, horizon) for one in relevant if one.starts_min < horizon and one.ends_min > 0]
    if expected := sum(one.expected for one in cut):
        count = min(_MOST_ARRIVALS, int(expected + 3 * np.sqrt(expected)) + 1)
        parts.append(_walking_in(cut, expected, count, paths, generator))
    return np.concatenate(parts, axis=1) if parts else np.empty((paths, 0, _COMING_FIELDS))


def _booked_coming(
    booked: Sequence[Booked], punctuality_min: tuple[float, float], paths: int, generator: Generator
) -> NDArray[float64]:
    import numpy as np

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
    terms = np.array([_numbers(one.terms) for one in booked])
    return np.concatenate(
        [np.stack([arrives, reference], axis=2), np.broadcast_to(terms, (paths, *terms.shape))], axis=2
    )


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
    table = np.array([[one.starts_min, one.ends_min - one.starts_min, *_numbers(one.terms)] for one in arrivals])[which]
    arrives = table[:, :, 0] + table[:, :, 1] * generator.random((paths, count))
    arrives[np.arange(count) >= generator.poisson(expected, paths)[:, None]] = np.inf
    return np.concatenate([arrives[:, :, None], arrives[:, :, None], table[:, :, 2:]], axis=2)


def _free_at(counter: Counter, paths: int, generator: Generator) -> NDArray[float64]:
    """When each path's counter is free: what remains of a consultation that has lasted so long already."""
    import numpy as np

    free = np.zeros(paths)
    if counter.busy_since_min is not None:
        elapsed = max(0.0, -counter.busy_since_min)
        longer = counter.service.minutes[counter.service.minutes > elapsed]
        # Longer than any before: as likely to end any minute as it was to last so long.
        rest = longer - elapsed if len(longer) else np.array([0.25, 0.5, 1.0]) * counter.service.mean_min
        free = rest[generator.integers(0, len(rest), paths)]
    return _past_closing(free, counter)


def _past_closing(free: NDArray[float64], counter: Counter) -> NDArray[float64]:
    import numpy as np

    for start, end in counter.closed:
        free = np.where((free >= start) & (free < end), end, free)
    return free


def _play(
    people: _People, free: NDArray[float32], counters: Sequence[Counter], generator: Generator
) -> NDArray[float32]:
    """Call one person on each path at a time until all who are asked about were called."""
    import numpy as np

    paths, count = people.reference.shape
    rows = np.arange(paths)
    left = np.full(paths, people.asked)
    lengths = _Lengths(counters, generator.random((count, paths), dtype=np.float32))
    closes = _closing(counters)
    scores = _Scores(people)
    called: list[tuple[NDArray[intp], NDArray[float32]]] = []
    for step in range(count):
        which = free.argmin(axis=1)
        now = free[rows, which]
        chosen = scores.take_highest(now)
        called.append((chosen, now))
        left -= chosen < people.asked
        if left.max() <= 0:
            break
        ends = now + lengths.at(step, which)
        free[rows, which] = _after(ends, which, closes) if closes else ends
    starts = np.full((paths, count), np.inf, dtype=np.float32)
    # A path that is over goes on with anybody: the first time that somebody is called is the one that counts.
    for chosen, now in reversed(called):
        starts[rows, chosen] = now
    return starts[:, : people.asked]


class _Lengths:
    """How long each call lasts, drawn from its counter's own times."""

    def __init__(self, counters: Sequence[Counter], chance: NDArray[float32]) -> None:
        import numpy as np

        sizes = [len(counter.service.minutes) for counter in counters]
        self._minutes = np.zeros((len(counters), max(sizes)), dtype=np.float32)
        for place, counter in enumerate(counters):
            self._minutes[place, : sizes[place]] = counter.service.minutes
        self._sizes = np.asarray(sizes, dtype=np.float32)
        self._chance = chance

    def at(self, step: int, which: NDArray[intp]) -> NDArray[float32]:
        """Minutes of the call of that number on each path, at these counters."""
        place = (self._chance[step] * self._sizes[which]).astype(int)
        lasting: NDArray[float32] = self._minutes[which, place]
        return lasting


class _Scores:
    """Who is next on each path. The score of a wait of W minutes is rate * W, so two sweeps over the numbers do."""

    def __init__(self, people: _People) -> None:
        import numpy as np

        self._arrives, self._reference, self._rate = people.arrives, people.reference, people.rate
        self._offset = people.rate * people.reference - people.lead
        np.nan_to_num(self._offset, copy=False, nan=np.inf, posinf=np.inf, neginf=-np.inf)
        self._target, self._steeper = people.target, people.steeper
        self._is_curved = bool(people.steeper.any())
        self._rows = np.arange(len(self._offset))
        self._columns = np.arange(self._offset.shape[1])
        self._calls = 0

    def take_highest(self, now: NDArray[float32]) -> NDArray[intp]:
        """Take out who is called at `now` on each path, by their column."""
        import numpy as np

        if self._calls % _CALLS_BETWEEN_SWEEPS == 0:
            self._leave_out_the_called()
        self._calls += 1
        score = np.multiply(self._rate, now[:, None], out=self._score)
        score -= self._offset
        if self._is_curved:
            beyond = now[:, None] - self._reference - self._target
            score += self._rate * self._steeper * np.maximum(0, beyond)
        chosen = score.argmax(axis=1)
        best = score[self._rows, chosen]
        # Whoever scores has waited, and so has come. Where nobody does, the earliest of those who came too soon.
        if best.min() < 0:
            early = np.flatnonzero(best < 0)
            has_come = (self._arrives[early] <= now[early, None]) & np.isfinite(self._offset[early])
            chosen[early] = np.where(has_come, self._reference[early], np.inf).argmin(axis=1)
        self._offset[self._rows, chosen] = np.inf
        called: NDArray[intp] = self._columns[chosen]
        return called

    def _leave_out_the_called(self) -> None:
        """Sweep over fewer numbers: those whom every path has called already matter no more."""
        import numpy as np

        still = np.flatnonzero(np.isfinite(self._offset).any(axis=0))
        if 0 < len(still) < len(self._columns):
            self._columns = self._columns[still]
            self._arrives, self._reference = self._arrives[:, still], self._reference[:, still]
            self._rate, self._offset = self._rate[:, still], self._offset[:, still]
            self._target, self._steeper = self._target[:, still], self._steeper[:, still]
        self._score = np.empty_like(self._offset)


def _closing(counters: Sequence[Counter]) -> list[tuple[int, float, float]]:
    return [(index, *window) for index, counter in enumerate(counters) for window in counter.closed]


def _after(ends: NDArray[float32], which: NDArray[intp], closes: list[tuple[int, float, float]]) -> NDArray[float32]:
    import numpy as np

    for index, start, end in closes:
        ends = np.where((which == index) & (ends >= start) & (ends < end), np.float32(end), ends)
    return ends
