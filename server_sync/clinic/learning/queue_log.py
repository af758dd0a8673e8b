"""What stood in the queue at any past moment, out of the rows of a log; nothing that came later is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import nan

import numpy as np

from server_sync.clinic.learning.any_table import Numbers, Table, Words

LONGEST_WAIT_MIN = 24 * 60.0
"""What is recorded as longer was forgotten, and teaches nothing."""
_RECENT_S = 4 * 3600.0
_HOUR_S = 3600.0


@dataclass(frozen=True)
class QueueLog:
    """Rows in order of arrival, in seconds since 1970; `leaves` is when somebody left the line, served or not."""

    arrived: Numbers
    started: Numbers
    """NaN for whoever was not (or not yet) served."""
    ended: Numbers
    leaves: Numbers
    lanes: Words

    @cached_property
    def waits_min(self) -> Numbers:
        """Arrival to start, never negative; NaN where nobody can say."""
        waits = np.maximum(0.0, (self.started - self.arrived) / 60)
        waits[waits > LONGEST_WAIT_MIN] = nan
        return waits

    @cached_property
    def services_min(self) -> Numbers:
        """Start to end; NaN where nobody can say."""
        services = (self.ended - self.started) / 60
        services[(services <= 0) | (services > LONGEST_WAIT_MIN)] = nan
        return services

    def of_lane(self, lane: str) -> QueueLog:
        """Those of one lane alone."""
        own = self.lanes == lane
        return QueueLog(self.arrived[own], self.started[own], self.ended[own], self.leaves[own], self.lanes[own])

    def waiting_at(self, moments: Numbers) -> tuple[Numbers, Numbers]:
        """How many waited just before each moment, and for how many minutes on average (NaN where nobody did)."""
        arrived, at_arrival = np.sort(self.arrived), _sums(np.sort(self.arrived))
        order = np.argsort(self.leaves, kind="stable")
        left, at_leaving = self.leaves[order], _sums(self.arrived[order])
        came, gone = np.searchsorted(arrived, moments), np.searchsorted(left, moments)
        count = (came - gone).astype(np.float64)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean_arrival = (at_arrival[came] - at_leaving[gone]) / np.where(count > 0, count, nan)
        return count, np.maximum(0.0, (moments - mean_arrival) / 60)

    def serving_at(self, moments: Numbers) -> tuple[Numbers, Numbers]:
        """How many were being served, and since how many minutes on average."""
        served = np.isfinite(self.started) & np.isfinite(self.ended) & (self.ended >= self.started)
        started, ended = self.started[served], self.ended[served]
        order = np.argsort(ended, kind="stable")
        begun, done = np.searchsorted(np.sort(started), moments), np.searchsorted(ended[order], moments)
        count = (begun - done).astype(np.float64)
        total = _sums(np.sort(started))[begun] - _sums(started[order])[done]
        with np.errstate(invalid="ignore", divide="ignore"):
            return count, np.maximum(0.0, (moments - total / np.where(count > 0, count, nan)) / 60)

    def recent_waits_at(self, moments: Numbers, last: int) -> Numbers:
        """Mean wait of the last so many who were started before each moment, within four hours; NaN without any."""
        return _mean_of_last(self.started, self.waits_min, moments, last)

    def recent_services_at(self, moments: Numbers, last: int) -> Numbers:
        """The same of services, by when they ended."""
        return _mean_of_last(self.ended, self.services_min, moments, last)

    def started_within_hour(self, moments: Numbers) -> Numbers:
        """How many were started in the hour before each moment."""
        return _count_within(self.started, moments, _HOUR_S)

    def arrived_within_hour(self, moments: Numbers) -> Numbers:
        """How many came in the hour before each moment."""
        return _count_within(self.arrived, moments, _HOUR_S)

    def since_last_start_min(self, moments: Numbers) -> Numbers:
        """Minutes since somebody was started; NaN beyond four hours."""
        started = np.sort(self.started[np.isfinite(self.started)])
        last = np.searchsorted(started, moments)
        since = np.full(len(moments), nan)
        known = last > 0
        since[known] = moments[known] - started[last[known] - 1]
        since[since > _RECENT_S] = nan
        return since / 60


def queue_log(table: Table, order: np.typing.NDArray[np.intp] | None = None) -> QueueLog:
    """The log of a table with arrived_at, started_at, ended_at, lane and left_without_service; unsorted, with holes.

    Rows without an arrival are left out. Whoever has neither a start nor an end is taken to have left after the
    median wait: they would stand in the line for ever.
    """
    arrived, started, ended = (table.seconds(name) for name in ("arrived_at", "started_at", "ended_at"))
    gave_up = table.numbers("left_without_service") == 1
    started = np.where(gave_up | (started < arrived - _HOUR_S), nan, started)
    started = np.maximum(started, arrived)
    waited = started - arrived
    median = float(np.median(waited[np.isfinite(waited)])) if np.isfinite(waited).any() else 1800.0
    leaves = np.where(np.isfinite(started), started, np.where(ended >= arrived, ended, arrived + median))
    leaves = np.minimum(leaves, arrived + LONGEST_WAIT_MIN * 60)
    kept = np.flatnonzero(np.isfinite(arrived))
    kept = kept[np.argsort(arrived[kept], kind="stable")] if order is None else order
    return QueueLog(arrived[kept], started[kept], ended[kept], leaves[kept], table.words("lane")[kept])


def _sums(values: Numbers) -> Numbers:
    return np.concatenate([[0.0], np.cumsum(values)])


def _count_within(events: Numbers, moments: Numbers, window_s: float) -> Numbers:
    known = np.sort(events[np.isfinite(events)])
    count: Numbers = (np.searchsorted(known, moments) - np.searchsorted(known, moments - window_s)).astype(np.float64)
    return count


def _mean_of_last(events: Numbers, values: Numbers, moments: Numbers, last: int) -> Numbers:
    known = np.isfinite(events) & np.isfinite(values)
    order = np.argsort(events[known], kind="stable")
    times, sums = events[known][order], _sums(values[known][order])
    upto = np.searchsorted(times, moments)
    since = np.maximum(np.searchsorted(times, moments - _RECENT_S), upto - last)
    count = upto - since
    means: Numbers = np.where(count > 0, (sums[upto] - sums[since]) / np.maximum(count, 1), nan)
    return means
