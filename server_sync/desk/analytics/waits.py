"""How long people waited, by doctor and by lane, and how many were seen within their lane's target.

Waits are whole minutes, a minute begun counting as one, so that a target of whole minutes is judged exactly.
Percentiles are by nearest rank: the shortest wait that at least so large a share did not exceed. Targets are those of
the policy in force now. Emergencies never queue: they have a row, but no target and no part in sums.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from sqlalchemy import func, select

from server_sync.clinic.queue_policy import Lane, Policy
from server_sync.desk.analytics.names import doctors_of
from server_sync.desk.analytics.period import Period
from server_sync.desk.analytics.table import Cell, Column, Kind, Table, share
from server_sync.desk.analytics.visits import LANES, lane_code, lane_of_row, of_doctor, visits_of
from server_sync.records.reading import Reading

COLUMNS = (
    Column("doctor", Kind.NAME),
    Column("lane", Kind.LANE),
    Column("seen", Kind.COUNT),
    Column("median", Kind.MINUTES),
    Column("p90", Kind.MINUTES),
    Column("target", Kind.MINUTES),
    Column("in_target", Kind.SHARE),
)

_EMERGENCY = "emergency"
_ALL = None


@dataclass(slots=True)
class Waited:
    """Waits that belong together: how many waited how many minutes, and how many within which targets."""

    minutes: Counter[int] = field(default_factory=Counter)
    targets: set[float] = field(default_factory=set)
    judged: int = 0
    in_target: int = 0

    def add(self, minutes: int, count: int, target_min: float | None) -> None:
        """`count` people more who waited that long."""
        self.minutes[minutes] += count
        if target_min is not None:
            self.targets.add(target_min)
            self.judged += count
            self.in_target += count if minutes <= target_min else 0

    def percentile(self, part: float) -> int | None:
        """Minutes by nearest rank, `part` in (0, 1]; None of nobody."""
        rank, passed = ceil(part * self.minutes.total()), 0
        for minutes, count in sorted(self.minutes.items()):
            passed += count
            if passed >= rank:
                return minutes
        return None

    def cells(self) -> tuple[Cell, ...]:
        """From `seen` on. A target is told where all of these had the same."""
        target = next(iter(self.targets)) if len(self.targets) == 1 else None
        told = (self.percentile(0.5), self.percentile(0.9), target)
        return (self.minutes.total(), *told, share(self.in_target, self.judged))


def waits(reading: Reading, period: Period) -> Table:
    """All doctors by lane first, then each doctor by lane; before each group's lanes all of them together."""
    policies = {place.id: place.policy for place in period.places}
    waited: dict[tuple[int | None, str | None], Waited] = defaultdict(Waited)
    everybody = -1
    for row in reading.all(_counted(period)):
        lane, policy = lane_of_row(row), policies[row["location_id"]]
        code = lane_code(lane, policy)
        target = _target(lane, policy, code)
        for who in (everybody, row["doctor_id"]):
            for what in (code,) if code == _EMERGENCY else (_ALL, code):
                waited[who, what].add(row["minutes"], row["count"], target)
    names = doctors_of(reading, {who for who, _ in waited if who != everybody})
    groups: list[tuple[int | None, Cell]] = [(everybody, None), *names.ordered()]
    rows = [
        (name, lane, *waited[who, lane].cells())
        for who, name in groups
        for lane in (_ALL, _EMERGENCY, *LANES)
        if (who, lane) in waited
    ]
    return Table("waits", COLUMNS, tuple(rows))


def _target(lane: Lane, policy: Policy, code: str) -> float | None:
    return None if code == _EMERGENCY else policy.target_min(lane)


def _counted(period: Period) -> Any:
    visits = visits_of(period)
    keys = (
        visits.c.location_id,
        visits.c.doctor_id,
        visits.c.triage_level,
        visits.c.is_booked,
        visits.c.is_special,
        ((visits.c.wait_s + 59) // 60).label("minutes"),
    )
    return (
        select(*keys, func.count().label("count"))
        .where(visits.c.seen_at.is_not(None), of_doctor(visits, period))
        .group_by(*keys)
    )
