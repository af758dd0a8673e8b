"""Learning how long people wait from any table of past waits: `fit(history)`, then `model.quantiles(states)`.

Gradient boosting of the quantiles .1, .5 and .9 on what was known as each person came, then conformal calibration per
lane, in blocks of time (section 2 of the queue's design page). The columns are stated in
`server_sync/README.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from server_sync.clinic.learning.any_table import Anything, Numbers, Table, read_table
from server_sync.clinic.learning.boosted_trees import BoostedTrees, grown
from server_sync.clinic.learning.conformal import Stretch, ascending, stretch_of
from server_sync.clinic.learning.one_thread import one_thread
from server_sync.clinic.learning.queue_log import QueueLog, queue_log
from server_sync.clinic.learning.wait_features import (
    FEATURES,
    FEATURES_KNOWN,
    Knowledge,
    Lanes,
    features,
    lanes_of,
    partly_unsaid,
)
from server_sync.clinic.waits import MEAN_SERVICE_MIN

QUANTILES = (0.1, 0.5, 0.9)
FEWEST_TO_LEARN = 200
"""With fewer waits than this the model says what a counting of heads says, scaled to what was seen."""
CALIBRATED_IN = 3
"""So many parts of the history, by time."""
_HALF_LIFE_DAYS = 90.0
"""A wait of three months ago counts half: clinics change."""
COVERED = 0.9
"""How often P90 holds, and one wait in ten is shorter than P10."""
SHOWN_COVERED = 0.877
"""How often P90 holds where its range is shown rounded up to 5, 10 or 15 minutes: that then holds nine times in ten."""
_ROUNDS = 70
_UNTRAINED = (0.3, 0.9, 2.0)
"""P10, P50 and P90 of a wait as parts of (queue + 1) * service / counters, until a few are known."""
_BELIEVED = 10
"""So many waits of one's own weigh as much as these."""

_Trees = tuple[BoostedTrees, ...]


@dataclass(frozen=True, slots=True)
class WaitModel:
    """What a history taught. Made by `fit`, or read from a file; it only needs numpy to answer."""

    lanes: Lanes
    shares: Numbers
    """What is said where trees are missing: parts of the counting of heads, (3,)."""
    typical_min: Numbers
    """And where not even a queue is known: the quantiles of all waits, (3,)."""
    counters: float
    trees: Mapping[Knowledge, _Trees]
    stretches: Mapping[Knowledge, Stretch]
    rows: int
    """How many waits it was fitted on."""

    def quantiles(self, states: Anything, log: Anything = None) -> Numbers:
        """Minutes from arrival to start: P10, P50, P90 of each state, shape (n, 3), ascending, never negative, finite.

        `states` is a table like the history without what came later. `log` may be a table of who came, was started and
        left until now, from which the queue at each state's arrival is told; only what was before it is looked at. A
        state table that has some `started_at` is its own log. Raises ValueError for what is no table.
        """
        table = read_table(states)
        if not len(table):
            return np.zeros((0, 3))
        past = _log_for(table, log)
        rows, knowledge = features(table, past, self.lanes)
        codes = self.lanes.codes(table.words("lane"))
        answer = self._counted(rows)
        for level, trees in self.trees.items():
            if (own := np.flatnonzero(knowledge == level)).size:
                known = rows[own, : FEATURES_KNOWN[level]]
                raw = ascending(_foretold(known)[:, None] + np.column_stack([each.predict(known) for each in trees]))
                answer[own] = self.stretches[level].apply(raw, codes[own])
        return answer

    def _counted(self, rows: Numbers) -> Numbers:
        """The counting of heads, for rows whose trees are missing."""
        queue, counters = rows[:, FEATURES_KNOWN[Knowledge.CLOCK]], rows[:, 4]
        counters = np.where(counters >= 1, counters, max(1.0, self.counters))
        naive = (queue + 1) * self.lanes.mean_service_min / counters
        by_queue = naive[:, None] * self.shares
        return ascending(np.where(np.isfinite(queue)[:, None], by_queue, self.typical_min))


def fit(history: Anything, covered: float = COVERED) -> WaitModel:
    """Learn from a table of past waits, in any order, with holes. Needs scikit-learn where there are enough of them.

    `covered`, in (0, 1): how often P90 is to hold. Who rounds it up before people see it asks for less, so that what
    they see holds as often as they are told (`SHOWN_COVERED`).

    Raises ValueError for what is no table or no share, never for what stands in a table.
    """
    if not 0 < covered < 1:
        raise ValueError("how often P90 is to hold is a share between 0 and 1")
    table = read_table(history)
    order = _by_arrival(table)
    log = queue_log(table, order)
    lanes = lanes_of(log)
    if not np.isfinite(lanes.mean_service_min):
        lanes = Lanes(lanes.names, lanes.mean_wait_min, MEAN_SERVICE_MIN)
    sorted_table = Table({name: _in_order(table, name, order) for name in table.names}, len(order))
    known = np.isfinite(log.waits_min)
    rows, knowledge = features(sorted_table, log, lanes)
    untaught = _untaught(rows[known], log.waits_min[known], lanes)
    if known.sum() < FEWEST_TO_LEARN:
        return untaught
    codes = lanes.codes(log.lanes)[known]
    lesson = _Lesson(rows[known], log.waits_min[known], codes, _weights(log, known), len(lanes.names))
    with one_thread():
        learned = {level: _learned(lesson.at(level), FEATURES_KNOWN[level], covered) for level in _levels(knowledge)}
    return WaitModel(
        lanes,
        untaught.shares,
        untaught.typical_min,
        untaught.counters,
        {level: trees for level, (trees, _) in learned.items()},
        {level: stretch for level, (_, stretch) in learned.items()},
        int(known.sum()),
    )


@dataclass(frozen=True, slots=True)
class _Lesson:
    """Waits that are known, in order of arrival."""

    rows: Numbers
    waits_min: Numbers
    codes: NDArray[np.int64]
    weights: Numbers
    lanes: int

    def part(self, which: NDArray[np.intp]) -> _Lesson:
        return _Lesson(self.rows[which], self.waits_min[which], self.codes[which], self.weights[which], self.lanes)

    def at(self, level: Knowledge) -> _Lesson:
        """As much as is known at that level; between a clock and a whole log anything may be unsaid."""
        if level is not Knowledge.HEADS:
            return self
        generator = np.random.default_rng(0)
        return replace(self, rows=partly_unsaid(self.rows, generator))


def _learned(lesson: _Lesson, columns: int, covered: float) -> tuple[_Trees, Stretch]:
    """Taught by all, and calibrated on each stretch of time by what the others taught.

    Days differ more than people do: the last weeks alone are too few days to tell how often a promise holds.
    """
    ends = np.linspace(0, len(lesson.waits_min), CALIBRATED_IN + 1).astype(int)
    said = np.empty((len(lesson.waits_min), len(QUANTILES)))
    for start, end in pairwise(ends):
        others = lesson.part(np.r_[0:start, end : ends[-1]])
        grown_on = _grown_on(others, columns)
        asked = lesson.rows[start:end, :columns]
        said[start:end] = _foretold(asked)[:, None] + np.column_stack([trees.predict(asked) for trees in grown_on])
    stretch = stretch_of(ascending(said), lesson.waits_min, lesson.codes, lesson.lanes, (COVERED, covered))
    return _grown_on(lesson, columns), stretch


def _grown_on(lesson: _Lesson, columns: int) -> _Trees:
    from sklearn.ensemble import HistGradientBoostingRegressor  # only a centre that trains has it

    least = int(np.clip(len(lesson.waits_min) / 40, 5, 40))
    known = np.array(lesson.rows[:, :columns])
    # scikit-learn fails on a column of which nothing is known; a constant one is never asked.
    known[:, ~np.isfinite(known).any(axis=0)] = 0.0
    foretold = _foretold(lesson.rows[:, :columns])
    left_over_min = lesson.waits_min - foretold
    # What a simulation leaves over is mostly chance: learn less of it.
    rate, leaves = (0.05, 8) if foretold.any() else (0.12, 16)
    shape = {"learning_rate": rate, "max_iter": _ROUNDS, "max_leaf_nodes": leaves, "min_samples_leaf": least}
    return tuple(
        grown(
            HistGradientBoostingRegressor(
                loss="quantile", quantile=quantile, early_stopping=False, random_state=0, l2_regularization=1.0, **shape
            ).fit(known, left_over_min, sample_weight=lesson.weights)
        )
        for quantile in QUANTILES
    )


def _foretold(rows: Numbers) -> Numbers:
    """The median of a simulation where a table states one, else 0: trees learn what it leaves over, (rows,)."""
    place = FEATURES.index("p50")
    if rows.shape[1] <= place:
        return np.zeros(len(rows))
    return np.asarray(np.nan_to_num(rows[:, place]), dtype=np.float64)


def _levels(knowledge: NDArray[np.int64]) -> tuple[Knowledge, ...]:
    return tuple(level for level in Knowledge if level <= knowledge.max(initial=0))


def _untaught(rows: Numbers, waits_min: Numbers, lanes: Lanes) -> WaitModel:
    """Without trees: the quantiles of the waits as parts of a counting of heads, drawn to what is usual."""
    queue, counters = rows[:, FEATURES_KNOWN[Knowledge.CLOCK]], rows[:, 4]
    usual = float(np.nanmedian(counters)) if np.isfinite(counters).any() else 1.0
    naive = (queue + 1) * lanes.mean_service_min / np.where(counters >= 1, counters, max(1.0, usual))
    parts = (waits_min / naive)[np.isfinite(naive)]
    share = len(parts) / (len(parts) + _BELIEVED)
    seen = np.quantile(parts, QUANTILES) if len(parts) else np.zeros(3)
    shares = share * seen + (1 - share) * np.asarray(_UNTRAINED)
    typical = np.quantile(waits_min, QUANTILES) if len(waits_min) else np.asarray(_UNTRAINED) * lanes.mean_service_min
    return WaitModel(lanes, shares, typical, usual, {}, {}, len(waits_min))


def _weights(log: QueueLog, known: NDArray[np.bool_]) -> Numbers:
    """By age, and by how likely somebody who waited so long would have left: those who stayed stand for them too."""
    age_days = np.maximum(0.0, _newest(log.arrived) - log.arrived[known]) / 86_400
    return np.asarray(0.5 ** (age_days / _HALF_LIFE_DAYS) / _stayed(log, known), dtype=np.float64)


def _newest(arrived: Numbers) -> float:
    """The last arrival, but for those so far beyond the others that a clock must have jumped."""
    early, late = np.quantile(arrived, (0.1, 0.9))
    plausible = arrived[arrived <= late + max(60 * 86_400, (late - early) / 2)]
    return float(plausible.max())


def _stayed(log: QueueLog, known: NDArray[np.bool_]) -> Numbers:
    """Kaplan-Meier: the share that had not left without service by the wait of each who was served; at least 0.2."""
    times = (log.leaves - log.arrived) / 60
    order = np.argsort(times, kind="stable")
    at_risk = len(times) - np.arange(len(times))
    left = ~known[order]
    staying = np.cumprod(1 - left / at_risk)
    result = np.empty(len(times))
    result[order] = np.maximum(staying, 0.2)
    kept: Numbers = result[known]
    return kept


def _by_arrival(table: Table) -> NDArray[np.intp]:
    arrived = table.seconds("arrived_at")
    kept = np.flatnonzero(np.isfinite(arrived))
    order: NDArray[np.intp] = kept[np.argsort(arrived[kept], kind="stable")]
    return order


def _in_order(table: Table, name: str, order: NDArray[np.intp]) -> Anything:
    cells: Anything = table.cells(name)
    return cells[order] if isinstance(cells, np.ndarray) else [cells[index] for index in order]


def _log_for(states: Table, log: Anything) -> QueueLog | None:
    if log is not None:
        return queue_log(read_table(log))
    return queue_log(states) if np.isfinite(states.seconds("started_at")).any() else None
