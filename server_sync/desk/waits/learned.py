"""The learned layer: what a site's own past taught, on top of the line played forward."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from server_sync.clinic.estimates.forward import simulated_quantiles
from server_sync.clinic.queue_order import lane_of
from server_sync.clinic.queue_policy import Policy
from server_sync.clinic.waits import Method, WaitEstimate
from server_sync.desk.analytics.visits import lane_code
from server_sync.desk.queue.line import booked_for, waiting_in
from server_sync.desk.waits.course import Course
from server_sync.desk.waits.site_history import SiteHistory
from server_sync.records.reading import Row

if TYPE_CHECKING:
    from server_sync.clinic.learning.waits import WaitModel

Columns = dict[str, list[object]]
"""A table as `clinic.learning` reads it."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A layer of `told`. Where the simulation says nothing of one, neither does this."""

    model: WaitModel
    version: str

    def __call__(self, course: Course, history: SiteHistory) -> Sequence[WaitEstimate | None]:
        """See `told.Layer`. Everybody who waits is asked about as if they came now, with the line as it stands."""
        simulated = simulated_quantiles(course.line(history))
        if simulated is None:
            return [None] * len(course.waiting)
        said = self.model.quantiles(_states(course, simulated.tolist()), log=log_of(course.rows, course.policy))
        each = zip(said.tolist(), simulated[:, 2].tolist(), strict=True)
        return [
            WaitEstimate(p50, p90, Method.LEARNED, model_version=self.version) if reachable < _NEVER_MIN else None
            for (_, p50, p90), reachable in each
        ]


_NEVER_MIN = 24 * 60.0


def _states(course: Course, simulated: Sequence[Sequence[float]]) -> Columns:
    lanes = ["" if one.entry is None else lane_code(one.entry.lane, course.policy) for one in course.waiting]
    booked = [None if one.entry is None else one.entry.waiting.booked_for for one in course.waiting]
    return {
        "arrived_at": [course.now] * len(lanes),
        "lane": list(lanes),
        "counters_open": [course.counters_open] * len(lanes),
        "booked_for": list(booked),
        **{name: [row[place] for row in simulated] for place, name in enumerate(("p10", "p50", "p90"))},
    }


def log_of(rows: Iterable[Row], policy: Policy) -> Columns:
    """Who came, was called and left, as a table of past waits; emergencies, who never queue, are left out."""
    kept = [row for row in rows if not waiting_in(row).is_emergency]
    return {
        "arrived_at": [waiting_in(row).arrived_at for row in kept],
        "started_at": [row["called_time"] or row["consultation_start_time"] for row in kept],
        "ended_at": [row["consultation_end_time"] for row in kept],
        "lane": [lane_code(lane_of(waiting_in(row), policy), policy) for row in kept],
        "booked_for": [booked_for(row) for row in kept],
        "left_without_service": [False] * len(kept),
    }


def stated(
    said: Mapping[str, list[object]], counters_open: Sequence[int], simulated: Sequence[Sequence[float]]
) -> Columns:
    """The same table with what was known as each came; a simulation that said nothing says NaN."""
    finite = [[minutes if minutes < _NEVER_MIN else nan for minutes in row] for row in simulated]
    return {
        **said,
        "counters_open": list(counters_open),
        **{name: [row[place] for row in finite] for place, name in enumerate(("p10", "p50", "p90"))},
    }
