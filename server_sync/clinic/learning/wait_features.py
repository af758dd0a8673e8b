"""What a wait is told from: the clock, the queue as somebody came, and how it had gone in the hours before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import nan

import numpy as np
from numpy.typing import NDArray

from server_sync.clinic.learning.any_table import Numbers, Table, Words
from server_sync.clinic.learning.queue_log import QueueLog

OTHER_LANE = "another lane"
_MOST_LANES = 16
_SILENT = 0.6
_RARE_BELOW = 20
"""Lanes with fewer rows than this are one."""


class Knowledge(IntEnum):
    """How much is known at an arrival. Each level has trees of its own."""

    CLOCK = 0
    """When, which lane, how many counters."""
    HEADS = 1
    """How many wait, and whatever else is said."""
    COURSE = 2
    """The whole log until then: who waits since when in which lane, how it went in the last hours."""


CLOCK = ("minute_of_day", "weekday", "lane_rank", "lane_mean_min", "counters_open", "minutes_until_booked")
COUNTS = ("queue_length", "queue_own", "queue_faster", "queue_slower", "faster_min", "ahead", "work_min", "in_service")
COURSE = (
    "waited_mean_min",
    "waited_own_min",
    "serving_since_min",
    "recent_wait_1",
    "recent_wait_min",
    "recent_wait_20",
    "recent_wait_own_min",
    "recent_service_min",
    "starts_last_hour",
    "arrivals_last_hour",
    "since_last_start_min",
    "p10",
    "p50",
    "p90",
)
FEATURES = CLOCK + COUNTS + COURSE
FEATURES_KNOWN = {
    Knowledge.CLOCK: len(CLOCK),
    Knowledge.HEADS: len(FEATURES),
    Knowledge.COURSE: len(FEATURES),
}
"""How many of the first columns each level uses."""
SAID_TOGETHER = (
    ("queue_own", "queue_faster", "queue_slower", "faster_min"),
    ("p10", "p50", "p90"),
    *((name,) for name in ("in_service", *COURSE) if name not in {"p10", "p50", "p90"}),
)
"""What a table that states a queue may leave out."""
GIVEN = frozenset(("queue_length", "in_service", "ahead", *COURSE))
"""Features that a table may state itself, in a column of that name; they hold before what a log says."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes that a model knows, the quickest first, with their mean wait; the last is for all others."""

    names: tuple[str, ...]
    mean_wait_min: tuple[float, ...]
    mean_service_min: float

    def codes(self, words: Words) -> NDArray[np.int64]:
        """Each row's lane by its place in `names`; unknown ones are the last."""
        known = {name: code for code, name in enumerate(self.names)}
        last = len(self.names) - 1
        return np.array([known.get(str(word), last) for word in words], dtype=np.int64)


def lanes_of(log: QueueLog) -> Lanes:
    """The lanes of a log that have enough rows to say anything of their own."""
    waits = log.waits_min
    known = np.isfinite(waits)
    overall = float(waits[known].mean()) if known.any() else nan
    names, counts = np.unique(log.lanes[known], return_counts=True)
    common = [str(name) for name, count in sorted(zip(names, counts, strict=True), key=lambda each: -each[1])]
    frequent = [name for name in common if (log.lanes[known] == name).sum() >= _RARE_BELOW][:_MOST_LANES]
    means = sorted((float(waits[known & (log.lanes == name)].mean()), name) for name in frequent)
    services = log.services_min
    service = float(np.nanmean(services)) if np.isfinite(services).any() else nan
    return Lanes((*(name for _, name in means), OTHER_LANE), (*(mean for mean, _ in means), overall), service)


def features(states: Table, log: QueueLog | None, lanes: Lanes) -> tuple[Numbers, NDArray[np.int64]]:
    """One row of `FEATURES` for each state, and how much is known of it (`Knowledge`)."""
    moments = states.seconds("arrived_at")
    codes = lanes.codes(states.words("lane"))
    columns = _clock(states, codes, lanes, moments)
    columns.update({name: np.full(len(states), nan) for name in COUNTS + COURSE})
    by_lane = _stated_by_lane(states, lanes)
    has_log = log is not None and len(log.arrived) > 0
    if log is not None and has_log:
        columns.update(_course(log, moments, codes, lanes))
        logged = _logged_by_lane(log, moments, lanes)
        by_lane = np.where(np.isnan(by_lane), logged, by_lane)
    for name in GIVEN & set(states.names):
        stated = states.numbers(name)
        columns[name] = np.where(np.isfinite(stated), stated, columns[name])
    columns.update(_counts(columns, by_lane, codes, lanes))
    knowledge = _knowledge(columns, moments, is_logged=has_log)
    return np.column_stack([columns[name] for name in FEATURES]).astype(np.float64), knowledge


def _clock(states: Table, codes: NDArray[np.int64], lanes: Lanes, moments: Numbers) -> dict[str, Numbers]:
    local = states.local_minutes("arrived_at")
    booked = (states.seconds("booked_for") - moments) / 60
    return {
        "minute_of_day": local % 1440,
        "weekday": (local // 1440 + 3) % 7,  # 1970 began on a Thursday
        "lane_rank": codes.astype(np.float64),
        "lane_mean_min": np.asarray(lanes.mean_wait_min)[codes],
        "counters_open": states.numbers("counters_open"),
        "minutes_until_booked": booked,
    }


def _course(log: QueueLog, moments: Numbers, codes: NDArray[np.int64], lanes: Lanes) -> dict[str, Numbers]:
    waiting, waited = log.waiting_at(moments)
    serving, since = log.serving_at(moments)
    waited_own, recent_own = np.full(len(moments), nan), np.full(len(moments), nan)
    for code, name in enumerate(lanes.names[:-1]):
        own = codes == code
        if own.any():
            lane = log.of_lane(name)
            waited_own[own] = lane.waiting_at(moments[own])[1]
            recent_own[own] = lane.recent_waits_at(moments[own], 3)
    return {
        "queue_length": waiting,
        "waited_mean_min": waited,
        "waited_own_min": waited_own,
        "in_service": serving,
        "serving_since_min": since,
        "recent_wait_1": log.recent_waits_at(moments, 1),
        "recent_wait_min": log.recent_waits_at(moments, 5),
        "recent_wait_20": log.recent_waits_at(moments, 20),
        "recent_wait_own_min": recent_own,
        "recent_service_min": log.recent_services_at(moments, 10),
        "starts_last_hour": log.started_within_hour(moments),
        "arrivals_last_hour": log.arrived_within_hour(moments),
        "since_last_start_min": log.since_last_start_min(moments),
    }


def _counts(
    columns: Mapping[str, Numbers], by_lane: Numbers, codes: NDArray[np.int64], lanes: Lanes
) -> dict[str, Numbers]:
    """What follows from who waits in which lane. `by_lane` is (rows, lanes), NaN where nobody said."""
    rank = np.arange(len(lanes.names))
    is_known: NDArray[np.bool_] = np.asarray(np.isfinite(by_lane).any(axis=1))
    counted = np.nan_to_num(by_lane)
    total = np.where(np.isfinite(columns["queue_length"]), columns["queue_length"], _where(is_known, counted.sum(1)))
    own = _where(is_known, counted[np.arange(len(codes)), codes])
    faster = _where(is_known, (counted * (rank < codes[:, None])).sum(axis=1))
    counters = np.maximum(1.0, np.nan_to_num(columns["counters_open"], nan=1.0))
    ahead = np.where(np.isfinite(columns["ahead"]), columns["ahead"], total)
    service = lanes.mean_service_min
    return {
        "queue_length": total,
        "queue_own": own,
        "queue_faster": faster,
        "queue_slower": _where(is_known, (counted * (rank > codes[:, None])).sum(axis=1)),
        "ahead": ahead,
        "work_min": (ahead + 1) * service / counters,
        "faster_min": (own + faster + 1) * service / counters,
    }


def _where(known: NDArray[np.bool_], values: Numbers) -> Numbers:
    return np.where(known, values, nan)


def _stated_by_lane(states: Table, lanes: Lanes) -> Numbers:
    """Columns `queue_<lane>`, or one column `queue_by_lane` of mappings from lane to count."""
    counts = np.full((len(states), len(lanes.names)), nan)
    for code, name in enumerate(lanes.names):
        if f"queue_{name}" in states and f"queue_{name}" not in GIVEN:
            counts[:, code] = states.numbers(f"queue_{name}")
    if "queue_by_lane" in states:
        _read_mappings(states.cells("queue_by_lane"), lanes, counts)
    return counts


def _read_mappings(cells: Sequence[object], lanes: Lanes, counts: Numbers) -> None:
    for row, cell in enumerate(cells):
        if not isinstance(cell, Mapping):
            continue
        counts[row] = 0.0
        names = [str(name) for name in cell]
        stated = Table({"count": list(cell.values())}, len(names)).numbers("count")
        for code, count in zip(lanes.codes(np.array(names, dtype=np.str_)), np.nan_to_num(stated), strict=True):
            counts[row, code] += count


def _logged_by_lane(log: QueueLog, moments: Numbers, lanes: Lanes) -> Numbers:
    counts = [log.of_lane(name).waiting_at(moments)[0] for name in lanes.names[:-1]]
    everybody = log.waiting_at(moments)[0]
    return np.column_stack([*counts, everybody - sum(counts, np.zeros(len(moments)))])


def _knowledge(columns: Mapping[str, Numbers], moments: Numbers, *, is_logged: bool) -> NDArray[np.int64]:
    counted = np.isfinite(columns["queue_length"])
    return np.where(counted & is_logged & np.isfinite(moments), Knowledge.COURSE, np.where(counted, Knowledge.HEADS, 0))


def partly_unsaid(rows: Numbers, generator: np.random.Generator) -> Numbers:
    """A copy in which each row is silent about some of what a table may leave out."""
    silent = np.array(rows)
    for names in SAID_TOGETHER:
        is_silent = generator.random(len(rows)) < _SILENT
        for name in names:
            silent[is_silent, FEATURES.index(name)] = nan
    return silent
