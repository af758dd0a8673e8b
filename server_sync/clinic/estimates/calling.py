"""Calling people on every simulated path at once, by the policy's own order, until all who are asked about were."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING

from server_sync.clinic.estimates.coming import People
from server_sync.clinic.estimates.line_now import ANY, Counter

if TYPE_CHECKING:
    from numpy import bool_, float32, float64, intp
    from numpy.random import Generator
    from numpy.typing import NDArray

_CALLS_BETWEEN_SWEEPS = 12
NEVER_MIN = 1e7
"""Until then a counter is idle that nobody will come to: 19 years, and still a number to count with."""


def free_at(counter: Counter, paths: int, generator: Generator) -> NDArray[float64]:
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


def play(people: People, free: NDArray[float32], counters: Sequence[Counter], generator: Generator) -> NDArray[float32]:
    """Call one person on each path at a time until all who are asked about were called."""
    import numpy as np

    paths, count = people.reference.shape
    rows = np.arange(paths)
    left = np.full(paths, people.callable)
    lengths = _Lengths(counters, generator.random((count, paths), dtype=np.float32))
    closes = _closing(counters)
    scores = _Scores(people)
    called: list[tuple[NDArray[intp], NDArray[float32]]] = []
    # A counter of which nobody wants anything waits for who comes next: at most once a person.
    for step in range(count if people.counter is None else 2 * count + len(counters)):
        which = free.argmin(axis=1)
        now = free[rows, which]
        chosen, idle_until = scores.take_highest(now, which)
        ends = now + lengths.at(step % count, which)
        if idle_until is None:
            left -= chosen < people.asked
        else:
            is_called = np.isnan(idle_until)
            ends = np.where(is_called, ends, idle_until)
            left -= (chosen < people.asked) & is_called
            now = np.where(is_called, now, np.float32(inf))
        called.append((chosen, now))
        if left.max() <= 0:
            break
        free[rows, which] = _after(ends, which, closes) if closes else ends
    starts = np.full((paths, count), np.inf, dtype=np.float32)
    # A path that is over goes on with anybody: the first time that somebody is called is the one that counts.
    for chosen, now in reversed(called):
        starts[rows, chosen] = now if people.counter is None else np.minimum(now, starts[rows, chosen])
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

    def __init__(self, people: People) -> None:
        import numpy as np

        self._arrives, self._reference, self._rate = people.arrives, people.reference, people.rate
        self._offset = people.rate * people.reference - people.lead
        np.nan_to_num(self._offset, copy=False, nan=np.inf, posinf=np.inf, neginf=-np.inf)
        self._target, self._steeper, self._counter = people.target, people.steeper, people.counter
        self._is_curved = bool(people.steeper.any())
        self._rows = np.arange(len(self._offset))
        self._columns = np.arange(self._offset.shape[1])
        self._calls = 0

    def take_highest(
        self, now: NDArray[float32], which: NDArray[intp]
    ) -> tuple[NDArray[intp], NDArray[float32] | None]:
        """Take out who is called at `now` to the counter `which` on each path, by their column.

        Where some wait for one counter alone: also until when a counter has nobody to call, NaN where it has.
        """
        import numpy as np

        if self._calls % _CALLS_BETWEEN_SWEEPS == 0:
            self._leave_out_the_called()
        self._calls += 1
        score = np.multiply(self._rate, now[:, None], out=self._score)
        score -= self._offset
        if self._is_curved:
            beyond = now[:, None] - self._reference - self._target
            score += self._rate * self._steeper * np.maximum(0, beyond)
        wants = None if self._counter is None else (self._counter == ANY) | (self._counter == which[:, None])
        if wants is not None:
            score[~wants] = -np.inf
        chosen = score.argmax(axis=1)
        best = score[self._rows, chosen]
        idle = None if wants is None else np.full(len(now), np.nan, dtype=np.float32)
        # Whoever scores has waited, and so has come. Where nobody does, the earliest of those who came too soon.
        if not best.min() >= 0:
            self._take_early(np.flatnonzero(~(best >= 0)), now, wants, chosen, idle)
        taken = self._rows if idle is None else np.flatnonzero(np.isnan(idle))
        self._offset[taken, chosen[taken]] = np.inf
        called: NDArray[intp] = self._columns[chosen]
        return called, idle

    def _take_early(
        self,
        early: NDArray[intp],
        now: NDArray[float32],
        wants: NDArray[bool_] | None,
        chosen: NDArray[intp],
        idle: NDArray[float32] | None,
    ) -> None:
        import numpy as np

        is_there = np.isfinite(self._offset[early])
        if wants is not None:
            is_there &= wants[early]
        has_come = is_there & (self._arrives[early] <= now[early, None])
        chosen[early] = np.where(has_come, self._reference[early], np.inf).argmin(axis=1)
        if idle is not None:
            comes = np.where(is_there, self._arrives[early], NEVER_MIN).min(axis=1)
            idle[early] = np.where(has_come.any(axis=1), np.float32(np.nan), np.minimum(comes, NEVER_MIN))

    def _leave_out_the_called(self) -> None:
        """Sweep over fewer numbers: those whom every path has called already matter no more."""
        import numpy as np

        still = np.flatnonzero(np.isfinite(self._offset).any(axis=0))
        if 0 < len(still) < len(self._columns):
            self._columns = self._columns[still]
            self._arrives, self._reference = self._arrives[:, still], self._reference[:, still]
            self._rate, self._offset = self._rate[:, still], self._offset[:, still]
            self._target, self._steeper = self._target[:, still], self._steeper[:, still]
            if self._counter is not None:
                self._counter = self._counter[:, still]
        self._score = np.empty_like(self._offset)


def _closing(counters: Sequence[Counter]) -> list[tuple[int, float, float]]:
    return [(index, *window) for index, counter in enumerate(counters) for window in counter.closed]


def _after(ends: NDArray[float32], which: NDArray[intp], closes: list[tuple[int, float, float]]) -> NDArray[float32]:
    import numpy as np

    for index, start, end in closes:
        ends = np.where((which == index) & (ends >= start) & (ends < end), np.float32(end), ends)
    return ends
