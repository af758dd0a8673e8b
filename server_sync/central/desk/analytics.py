"""Reports as an admin asks the centre for them: of the places that are theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from server_sync.central.access.callers import Caller
from server_sync.desk.analytics.period import MOST_DAYS, Asked, Period, period_of, with_room_to_sort
from server_sync.desk.analytics.report_names import ReportName
from server_sync.desk.analytics.reports import REPORTS
from server_sync.desk.analytics.table import Table
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica
from server_sync.records.tables import users

USUAL_DAYS = 28


@dataclass(frozen=True, slots=True)
class Wish:
    """Which days (the last 28 where none are named), which location and doctor."""

    first: date | None = None
    last: date | None = None
    location_id: int | None = None
    doctor_id: int | None = None


@dataclass(frozen=True, slots=True)
class NotReported:
    """Why there is no report. `code` is stable."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Reported:
    """Tables, and what they say of themselves: `place` is empty for all locations, `doctor` for all doctors."""

    tables: tuple[Table, ...]
    first: date
    last: date
    place: str
    doctor: str
    made_at: str
    made_by: str


def reports(replica: Replica, caller: Caller, wish: Wish, names: Sequence[ReportName]) -> Reported | NotReported:
    """These reports, all of one moment."""
    with replica.read() as reading:
        period = _period(reading, caller, wish)
        if isinstance(period, NotReported):
            return period
        doctor = _user_name(reading, period.asked.doctor_id)
        if doctor is None:
            return NotReported("unknown_doctor", "there is no such doctor")
        with_room_to_sort(reading)
        zone = period.places[0].time_zone
        return Reported(
            tables=tuple(REPORTS[name](reading, period) for name in names),
            first=period.asked.first,
            last=period.asked.last,
            place=period.places[0].name if len(period.places) == 1 else "",
            doctor=doctor,
            made_at=f"{reading.now.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} ({zone})",
            made_by=_user_name(reading, caller.user_id) or "",
        )


def _period(reading: Reading, caller: Caller, wish: Wish) -> Period | NotReported:
    where = wish.location_id or caller.location_id
    if where is not None and not caller.may_work_at(where):
        return _UNKNOWN_PLACE
    # For the clinic's own today; its days are put in its place at once.
    period = period_of(reading, Asked(date.min, date.min, where, wish.doctor_id))
    if period is None:
        return _UNKNOWN_PLACE
    today = reading.now.astimezone(ZoneInfo(period.places[0].time_zone)).date()
    last = wish.last or today
    first = wish.first or last - timedelta(days=USUAL_DAYS - 1)
    if not 0 <= (last - first).days < MOST_DAYS:
        return NotReported("span_too_long", "ask for at most three years, from the first day to the last")
    return replace(period, asked=Asked(first, last, where, wish.doctor_id))


def _user_name(reading: Reading, user_id: int | None) -> str | None:
    """Of nobody the empty name; None of somebody who never was."""
    if user_id is None:
        return ""
    found = reading.first(select(users.c.display_name).where(users.c.id == user_id))
    return None if found is None else str(found["display_name"])


_UNKNOWN_PLACE = NotReported("unknown_place", "there is no such location")
