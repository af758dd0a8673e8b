"""When people come: by hour of the day, and which hours of the week are the fullest."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import func, select

from server_sync.desk.analytics.period import Period, local_hour, local_weekday, within
from server_sync.desk.analytics.table import Cell, Column, Kind, Table
from server_sync.desk.analytics.visits import of_doctor, visits_of
from server_sync.records.reading import Reading

FLOW_COLUMNS = (
    Column("hour", Kind.HOUR),
    Column("arrived", Kind.COUNT),
    Column("with_appointment", Kind.COUNT),
    Column("walked_in", Kind.COUNT),
    Column("called", Kind.COUNT),
    Column("completed", Kind.COUNT),
    Column("arrived_a_day", Kind.MEAN),
)
PEAK_COLUMNS = (
    Column("weekday", Kind.WEEKDAY),
    Column("hour", Kind.HOUR),
    Column("arrived", Kind.COUNT),
    Column("days", Kind.COUNT),
    Column("arrived_a_day", Kind.MEAN),
)


def flow(reading: Reading, period: Period) -> Table:
    """Each hour of the clinic's own day from the first to the last in which anything happened.

    `arrived_a_day` is by days on which anybody came.
    """
    counted: Counter[tuple[int, str]] = Counter()
    booked: Counter[int] = Counter()
    for row in reading.all(_steps(period)):
        for step in _STEPS:
            if row[step] is not None:
                counted[row[step], step] += row["count"]
        booked[row["arrived"]] += row["booked"]
    days = _days(reading, period)
    hours = sorted({hour for hour, _ in counted})
    rows = [_hour(hour, counted, booked[hour], days) for hour in (range(hours[0], hours[-1] + 1) if hours else ())]
    return Table("flow", FLOW_COLUMNS, tuple(rows))


def peaks(reading: Reading, period: Period) -> Table:
    """Hours of the week, the fullest first; `days` are those such weekdays on which anybody came at all."""
    visits, stretches = visits_of(period), period.stretches(is_bounded=False)
    weekday, hour = local_weekday(visits.c.check_in_time, stretches), local_hour(visits.c.check_in_time, stretches)
    joined = visits.join(stretches, within(stretches, visits.c.location_id, visits.c.check_in_time))
    mine = of_doctor(visits, period)
    query = select(weekday.label("weekday"), hour.label("hour"), func.count().label("count")).select_from(joined)
    counted = reading.all(query.where(mine).group_by(weekday, hour))
    open_days = select(visits.c.business_date).where(mine).distinct()
    days = [row["business_date"].weekday() for row in reading.all(open_days)]
    rows: list[tuple[Cell, ...]] = []
    for row in counted:
        on = max(1, days.count(row["weekday"]))
        rows.append((row["weekday"], row["hour"], row["count"], on, row["count"] / on))
    return Table("peaks", PEAK_COLUMNS, tuple(sorted(rows, key=_fullest_first)))


def _fullest_first(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (-row[4], row[0], row[1])


def _hour(hour: int, counted: Counter[tuple[int, str]], booked: int, days: int) -> tuple[Cell, ...]:
    arrived, called, completed = (counted[hour, step] for step in _STEPS)
    return (hour, arrived, booked, arrived - booked, called, completed, arrived / days if days else None)


def _days(reading: Reading, period: Period) -> int:
    visits = visits_of(period)
    counted = select(func.count(visits.c.business_date.distinct())).where(of_doctor(visits, period))
    return int(reading.scalar(counted) or 0)


def _steps(period: Period) -> Any:
    """How many visits arrived, were called and were over in which hours: one look at them for all three."""
    visits = visits_of(period)
    joined: Any = visits
    hours = []
    for step, moment in zip(_STEPS, ("check_in_time", "seen_at", "consultation_end_time"), strict=True):
        stretches = period.stretches(is_bounded=False, name=f"when_{step}")
        joined = joined.outerjoin(stretches, within(stretches, visits.c.location_id, visits.c[moment]))
        hours.append(local_hour(visits.c[moment], stretches).label(step))
    counts = (func.count().label("count"), func.sum(visits.c.is_booked).label("booked"))
    return select(*hours, *counts).select_from(joined).where(of_doctor(visits, period)).group_by(*hours)


_STEPS = ("arrived", "called", "completed")
