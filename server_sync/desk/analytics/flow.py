"""When people come: by hour of the day, and which hours of the week are the fullest."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, literal, select, union_all

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
    counted: dict[tuple[int, str], int] = {}
    booked: dict[int, int] = {}
    for row in reading.all(_steps(period)):
        key = (row["hour"], row["step"])
        counted[key] = counted.get(key, 0) + row["count"]
        if row["step"] == "arrived":
            booked[row["hour"]] = booked.get(row["hour"], 0) + row["booked"]
    days = _days(reading, period)
    hours = sorted({hour for hour, _ in counted})
    rows = [
        _hour(hour, counted, booked.get(hour, 0), days) for hour in (range(hours[0], hours[-1] + 1) if hours else ())
    ]
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


def _hour(hour: int, counted: dict[tuple[int, str], int], booked: int, days: int) -> tuple[Cell, ...]:
    arrived = counted.get((hour, "arrived"), 0)
    called, completed = counted.get((hour, "called"), 0), counted.get((hour, "completed"), 0)
    return (hour, arrived, booked, arrived - booked, called, completed, arrived / days if days else None)


def _days(reading: Reading, period: Period) -> int:
    visits = visits_of(period)
    counted = select(func.count(visits.c.business_date.distinct())).where(of_doctor(visits, period))
    return int(reading.scalar(counted) or 0)


def _steps(period: Period) -> Any:
    visits, stretches = visits_of(period), period.stretches(is_bounded=False)
    moments = {
        "arrived": visits.c.check_in_time,
        "called": visits.c.seen_at,
        "completed": visits.c.consultation_end_time,
    }
    selects = []
    for step, moment in moments.items():
        hour = local_hour(moment, stretches)
        joined = visits.join(stretches, within(stretches, visits.c.location_id, moment))
        counts = (func.count().label("count"), func.sum(visits.c.is_booked).label("booked"))
        one = select(literal(step).label("step"), hour.label("hour"), *counts).select_from(joined)
        selects.append(one.where(moment.is_not(None), of_doctor(visits, period)).group_by(hour))
    return union_all(*selects)
