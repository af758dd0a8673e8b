"""How long doctors take, adjusted for whom they see; and what people said of their visits.

A raw mean would call whoever sees the ill slow. Here each visit is expected to take the mean of all doctors' visits of
its kind (level, booked or not, special reason) in the same days: expected E = sum of n_k * m_k, observed O = the sum
of what they took. The index is (O + S * m) / (E + S * m), m being the mean of all visits: it draws a doctor with few
visits towards 1, the more the fewer there are of SHRINKAGE_VISITS. Below 1 is shorter than such patients take others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import BigInteger, and_, case, cast, func, select

from server_sync.clinic.visits import QueueStatus
from server_sync.desk.analytics.names import doctors_of
from server_sync.desk.analytics.period import Period
from server_sync.desk.analytics.table import Cell, Column, Kind, Table, share
from server_sync.desk.analytics.visits import LONGEST_VISIT_S, of_doctor, visits_of
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import feedback

SHRINKAGE_VISITS = 20
"""S: so many visits of the clinic's mean length stand beside each doctor's own."""

EFFICIENCY_COLUMNS = (
    Column("doctor", Kind.NAME),
    Column("visits", Kind.COUNT),
    Column("mean", Kind.MINUTES),
    Column("expected", Kind.MINUTES),
    Column("index", Kind.RATIO),
    Column("an_hour", Kind.MEAN),
    Column("forgotten", Kind.COUNT),
)
SATISFACTION_COLUMNS = (
    Column("doctor", Kind.NAME),
    Column("answers", Kind.COUNT),
    Column("score", Kind.MEAN),
    *(Column(f"score_{score}", Kind.COUNT) for score in range(1, 6)),
    Column("satisfied", Kind.SHARE),
    Column("answered", Kind.SHARE),
)
_SATISFIED = 4


def efficiency(reading: Reading, period: Period) -> Table:
    """By doctor's name. `forgotten` were ended more than four hours after they began and tell nothing of time."""
    rows = reading.all(_lengths(period))
    by_kind: dict[Any, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        by_kind[_kind(row)][0] += row["count"]
        by_kind[_kind(row)][1] += row["total_s"]
    count, total_s = (sum(one[place] for one in by_kind.values()) for place in (0, 1))
    mean_s = total_s / count if count else 0.0
    observed: Counter[int | None] = Counter()
    expected: dict[int | None, float] = defaultdict(float)
    seen: Counter[int | None] = Counter()
    forgotten: Counter[int | None] = Counter()
    for row in rows:
        who, (kind_count, kind_s) = row["doctor_id"], by_kind[_kind(row)]
        observed[who] += row["total_s"]
        seen[who] += row["count"]
        forgotten[who] += row["forgotten"]
        expected[who] += row["count"] * kind_s / kind_count if kind_count else 0.0
    names = doctors_of(reading, seen)
    asked = period.asked.doctor_id
    told = [
        (name, *_doctor(seen[who], observed[who], expected[who], mean_s), forgotten[who])
        for who, name in names.ordered()
        if asked in (None, who)
    ]
    return Table("efficiency", EFFICIENCY_COLUMNS, tuple(told))


def satisfaction(reading: Reading, period: Period) -> Table:
    """All doctors together first. `satisfied` gave 4 or 5; `answered` is the share of completed visits spoken of."""
    visits = visits_of(period)
    completed = case((visits.c.current_status == QueueStatus.COMPLETED.value, 1), else_=0)
    said = and_(feedback.c.queue_id == visits.c.id, feedback.c.deleted_at.is_(None))
    query = (
        select(
            visits.c.doctor_id, feedback.c.score, func.count().label("count"), func.sum(completed).label("completed")
        )
        .outerjoin_from(visits, feedback, said)
        .where(of_doctor(visits, period))
        .group_by(visits.c.doctor_id, feedback.c.score)
    )
    scores: dict[int | None, Counter[int]] = defaultdict(Counter)
    over: Counter[int | None] = Counter()
    for row in reading.all(query):
        over[row["doctor_id"]] += row["completed"]
        if row["score"] is not None:
            scores[row["doctor_id"]][row["score"]] += row["count"]
    names = doctors_of(reading, {who for who, count in over.items() if count or scores[who]})
    everybody = sum(scores.values(), Counter[int]())
    rows: list[tuple[Cell, ...]] = [(None, *_said(everybody, over.total()))] if over.total() or everybody else []
    rows += [(name, *_said(scores[who], over[who])) for who, name in names.ordered()]
    return Table("satisfaction", SATISFACTION_COLUMNS, tuple(rows))


def _lengths(period: Period) -> Any:
    visits = visits_of(period)
    length = visits.c.length_s
    is_time = and_(length >= 0, length <= LONGEST_VISIT_S)
    keys = (visits.c.doctor_id, visits.c.triage_level, visits.c.is_booked, visits.c.is_special)
    return (
        select(
            *keys,
            func.sum(case((is_time, 1), else_=0)).label("count"),
            cast(func.coalesce(func.sum(case((is_time, length))), 0), BigInteger).label("total_s"),
            func.sum(case((length > LONGEST_VISIT_S, 1), else_=0)).label("forgotten"),
        )
        .where(length.is_not(None))
        .group_by(*keys)
    )


def _kind(row: Row) -> tuple[Any, ...]:
    return (row["triage_level"], row["is_booked"], row["is_special"])


def _doctor(count: int, observed_s: float, expected_s: float, mean_s: float) -> tuple[Cell, ...]:
    if not count:
        return (0, None, None, None, None)
    weight_s = SHRINKAGE_VISITS * mean_s
    index = (observed_s + weight_s) / (expected_s + weight_s) if expected_s + weight_s else None
    an_hour = count / (observed_s / 3600) if observed_s else None
    return (count, observed_s / count / 60, expected_s / count / 60, index, an_hour)


def _said(scores: Counter[int], completed: int) -> tuple[Cell, ...]:
    answers = scores.total()
    mean = sum(score * count for score, count in scores.items()) / answers if answers else None
    satisfied = sum(count for score, count in scores.items() if score >= _SATISFIED)
    each = tuple(scores[score] for score in range(1, 6))
    return (answers, mean, *each, share(satisfied, answers), share(min(answers, completed), completed))
