"""What became of appointments, which times people want, and what was paid for them.

An appointment belongs to the local day and hour that it was for, at its location. A walk-in's is none. One that was
moved is told as moved, and counted where it was moved to.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Text, case, cast, func, select, true

from server_sync.clinic.visits import AppointmentStatus
from server_sync.desk.analytics.names import NO_DOCTOR, doctors_of
from server_sync.desk.analytics.period import Period, local_hour, local_weekday, within
from server_sync.desk.analytics.table import Cell, Column, Kind, Table, share
from server_sync.records.reading import Reading
from server_sync.records.tables import appointments, payments

ATTENDANCE_COLUMNS = (
    Column("doctor", Kind.NAME),
    Column("booked", Kind.COUNT),
    Column("kept", Kind.COUNT),
    Column("cancelled", Kind.COUNT),
    Column("no_show", Kind.COUNT),
    Column("open", Kind.COUNT),
    Column("moved", Kind.COUNT),
    Column("cancelled_share", Kind.SHARE),
    Column("no_show_share", Kind.SHARE),
)
SLOT_COLUMNS = (
    Column("weekday", Kind.WEEKDAY),
    Column("hour", Kind.HOUR),
    Column("booked", Kind.COUNT),
    Column("kept", Kind.COUNT),
    Column("cancelled", Kind.COUNT),
    Column("no_show", Kind.COUNT),
    Column("booked_share", Kind.SHARE),
)
REVENUE_COLUMNS = (
    Column("currency", Kind.CODE),
    Column("doctor", Kind.NAME),
    Column("method", Kind.CODE),
    Column("payments", Kind.COUNT),
    Column("paid", Kind.MONEY),
    Column("pending", Kind.MONEY),
    Column("refunded", Kind.MONEY),
)

_A = appointments.c
_KEPT = (AppointmentStatus.COMPLETED.value, AppointmentStatus.IN_PROGRESS.value)
_OPEN = (AppointmentStatus.SCHEDULED.value, AppointmentStatus.CONFIRMED.value)


def attendance(reading: Reading, period: Period) -> Table:
    """All doctors together first, then each by name.

    `booked` = kept + cancelled + no-shows + open (to come, here now, or never settled); moved ones are beside it. The
    share of cancellations is of all booked, that of no-shows of those who kept theirs or did not come.
    """
    stretches = period.stretches(is_bounded=True)
    query = select(_A.doctor_id, *_outcomes(), _count(_A.status == "rescheduled").label("moved"))
    rows = reading.all(query.select_from(_joined(stretches)).where(*_wanted(period)).group_by(_A.doctor_id))
    names = doctors_of(reading, {row["doctor_id"] for row in rows})
    keys = ("kept", "cancelled", "no_show", "open", "moved")
    counts = {row["doctor_id"]: tuple(int(row[key]) for key in keys) for row in rows}
    together = tuple(sum(one) for one in zip(*counts.values(), strict=True))
    told: list[tuple[Cell, ...]] = [(None, *_attended(together))] if together else []
    told += [(name, *_attended(counts[who])) for who, name in names.ordered()]
    return Table("attendance", ATTENDANCE_COLUMNS, tuple(told))


def slots(reading: Reading, period: Period) -> Table:
    """Hours of the week by how many booked them, the most wanted first; `booked_share` of all bookings."""
    stretches = period.stretches(is_bounded=True)
    weekday, hour = local_weekday(_A.scheduled_date, stretches), local_hour(_A.scheduled_date, stretches)
    query = select(weekday.label("weekday"), hour.label("hour"), func.count().label("booked"), *_outcomes())
    query = query.select_from(_joined(stretches)).where(*_wanted(period), _A.status != "rescheduled")
    rows = reading.all(query.group_by(weekday, hour))
    total = sum(row["booked"] for row in rows)
    keys = ("weekday", "hour", "booked", "kept", "cancelled", "no_show")
    told = [(*(int(row[key]) for key in keys), share(row["booked"], total)) for row in rows]
    return Table("slots", SLOT_COLUMNS, tuple(sorted(told, key=_most_wanted_first)))


def revenue(reading: Reading, period: Period) -> Table:
    """For each currency all together, then by doctor and way of paying; by the local day on which it was paid.

    `paid` is what the clinic has: paid in full or in part. What was refunded is told beside it and is not in it; what
    is pending or failed was never had. Currencies are never added. A payment for no appointment is of no doctor, and
    of no location: it is told where no location was asked for.
    """
    rows = reading.all(_payments(period))
    names = doctors_of(reading, {row["doctor_id"] for row in rows})
    sums: dict[tuple[str, str | None, str | None], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for row in rows:
        doctor = names[row["doctor_id"]]
        for key in ((row["currency"], None, None), (row["currency"], doctor, row["method"])):
            for place, name in enumerate(("count", "paid", "pending", "refunded")):
                sums[key][place] += int(row[name])
    told = [(*key, sums[key][0], *(_money(cents) for cents in sums[key][1:])) for key in sorted(sums, key=_in_order)]
    return Table("revenue", REVENUE_COLUMNS, tuple(told))


def _payments(period: Period) -> Any:
    stretches = period.stretches(is_bounded=True)
    # Money is text on SQLite: hundredths are whole numbers on both, and sums of them are exact.
    cents = cast(func.replace(cast(payments.c.amount, Text), ".", ""), BigInteger)
    somewhere = period.places[0].id if period.asked.location_id is None else -1
    place = func.coalesce(_A.location_id, somewhere)
    joined = payments.outerjoin(appointments, _A.id == payments.c.appointment_id).join(
        stretches, within(stretches, place, payments.c.created_at)
    )
    mine = _mine(period)
    return (
        select(
            payments.c.currency,
            _A.doctor_id,
            payments.c.method,
            func.count().label("count"),
            _sum(payments.c.status.in_(("paid", "partial")), cents).label("paid"),
            _sum(payments.c.status == "pending", cents).label("pending"),
            _sum(payments.c.status == "refunded", cents).label("refunded"),
        )
        .select_from(joined)
        .where(payments.c.deleted_at.is_(None), mine)
        .group_by(payments.c.currency, _A.doctor_id, payments.c.method)
    )


def _joined(stretches: Any) -> Any:
    return appointments.join(stretches, within(stretches, _A.location_id, _A.scheduled_date))


def _wanted(period: Period) -> tuple[Any, ...]:
    mine = _mine(period)
    # The locations once more: the planner sees through no join.
    return (_A.location_id.in_(period.place_ids), _A.appointment_type != "walkin", _A.deleted_at.is_(None), mine)


def _mine(period: Period) -> ColumnElement[bool]:
    return true() if period.asked.doctor_id is None else _A.doctor_id == period.asked.doctor_id


def _outcomes() -> tuple[Any, ...]:
    return (
        _count(_A.status.in_(_KEPT)).label("kept"),
        _count(_A.status == AppointmentStatus.CANCELLED.value).label("cancelled"),
        _count(_A.status == AppointmentStatus.NO_SHOW.value).label("no_show"),
        _count(_A.status.in_(_OPEN)).label("open"),
    )


def _count(condition: ColumnElement[bool]) -> Any:
    return func.sum(case((condition, 1), else_=0))


def _sum(condition: ColumnElement[bool], amount: Any) -> Any:
    return func.coalesce(func.sum(case((condition, amount))), 0)


def _attended(counts: tuple[int, ...]) -> tuple[Cell, ...]:
    kept, cancelled, no_show, still_open, _moved = counts
    booked = kept + cancelled + no_show + still_open
    return (booked, *counts, share(cancelled, booked), share(no_show, kept + no_show))


def _money(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def _in_order(key: tuple[str, str | None, str | None]) -> tuple[Any, ...]:
    currency, doctor, method = key
    return (currency, doctor is not None, doctor == NO_DOCTOR, (doctor or "").casefold(), method or "")


def _most_wanted_first(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (-row[2], row[0], row[1])
