"""A location's past days as they stood at each moment, and what they teach of the days to come.

A moment is told from the rows as they are now: who was triaged anew, put first or held back stands there as they ended.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import inf
from statistics import fmean, pstdev
from typing import Any

from sqlalchemy import bindparam, select

from server_sync.clinic.estimates.forward import simulated_quantiles
from server_sync.clinic.estimates.service_times import LONGEST_MIN
from server_sync.clinic.learning.waits import FEWEST_TO_LEARN, SHOWN_COVERED, WaitModel, fit
from server_sync.clinic.local_time import moment_of
from server_sync.clinic.queue_order import lane_of
from server_sync.clinic.session_templates import USUAL_NO_SHOW
from server_sync.clinic.visits import AppointmentStatus, QueueStatus
from server_sync.desk.appointments.availability import slots_on
from server_sync.desk.place import Location
from server_sync.desk.queue.line import NOT_BOOKED, booked_for, waiting_in
from server_sync.desk.waits.course import Course
from server_sync.desk.waits.learned import Columns, log_of, stated
from server_sync.desk.waits.reading import COMES_YET, Day, rows_of_day
from server_sync.desk.waits.site_history import NO_HISTORY, SiteHistory, WalkIns
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, queue_management

FEWEST_DAYS = 10
"""With fewer days on which anybody came nothing is learned (section 2 of the queue's design page)."""
MOST_DAYS = 84
MOST_VISITS = 12_000
"""Of the newest days: as many as a night is long enough for."""
_MINUTE = timedelta(minutes=1)
_AT_ONCE = timedelta(seconds=5)
_MOST_LASTED = 200
"""Consultations of each doctor that are kept."""
_BELIEVED = 20
"""So many appointments with the usual share of no-shows stand beside the site's own."""
_PUNCTUAL_WITHIN_MIN = 60.0


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day that is over. `booked` have `checked_in_at`, None for those who never came."""

    whole: Day
    from_the_pool: frozenset[int]
    """Places of those who waited for whoever was free."""

    def then(self, moment: datetime) -> Course:
        """The day as it stood at `moment`."""
        whole = self.whole
        rows = [self._then(row, moment) for row in whole.rows if _arrived_at(row) <= moment and _was_seen(row)]
        booked = [
            row
            for row in whole.booked
            if row["scheduled_date"] > moment - COMES_YET
            and (row["checked_in_at"] is None or row["checked_in_at"] > moment)
        ]
        return Day(whole.location, whole.day, rows, booked, whole.hours).course(moment)

    def _then(self, row: Row, moment: datetime) -> Row:
        called, begun, ended = (_until(row[name], moment) for name in _MOMENTS)
        status = QueueStatus.COMPLETED if ended else QueueStatus.CALLED if called or begun else QueueStatus.WAITING
        is_unknown = status is QueueStatus.WAITING and row["id"] in self.from_the_pool
        return {
            **row,
            "current_status": status.value,
            "called_time": called,
            "consultation_start_time": begun,
            "consultation_end_time": ended,
            "reference_time": _until(row["reference_time"], moment),
            "doctor_id": None if is_unknown else row["doctor_id"],
            "held_back": None,
            "override_at": None,
        }


def past_days(reading: Reading, location: Location) -> tuple[PastDay, ...]:
    """The newest days that are over and on which anybody came, the oldest first."""
    today = location.today(reading.now)
    found: list[PastDay] = []
    visits = 0
    for back in range(1, MOST_DAYS + 1):
        day = _past_day(reading, location, today - timedelta(days=back))
        visits += len(day.whole.rows)
        if visits > MOST_VISITS:
            break
        if day.whole.rows:
            found.append(day)
    return tuple(reversed(found))


def history_of(days: Sequence[PastDay]) -> SiteHistory:
    """What they say of consultations, walk-ins, and of those who do not come."""
    rows = [row for day in days for row in day.whole.rows]
    booked = [row for day in days for row in day.whole.booked]
    came = [(row["checked_in_at"] - row["scheduled_date"]) / _MINUTE for row in booked if row["checked_in_at"]]
    punctual = [minutes for minutes in came if abs(minutes) <= _PUNCTUAL_WITHIN_MIN]
    return SiteHistory(
        _lasted(rows),
        tuple(_walk_ins(days)),
        (len(booked) - len(came) + _BELIEVED * USUAL_NO_SHOW) / (len(booked) + _BELIEVED),
        (fmean(punctual), pstdev(punctual)) if len(punctual) >= _BELIEVED else NO_HISTORY.punctuality_min,
    )


def taught_by(days: Sequence[PastDay], history: SiteHistory) -> WaitModel | None:
    """What they teach, told as each of their people came; None where they are too few. Needs scikit-learn."""
    if len(days) < FEWEST_DAYS:
        return None
    columns: Columns = defaultdict(list)
    for day in days:
        for name, values in _told(day, history).items():
            columns[name] += values
    known = sum(started is not None for started in columns.get("started_at", ()))
    return fit(columns, SHOWN_COVERED) if known >= FEWEST_TO_LEARN else None


def _told(day: PastDay, history: SiteHistory) -> Columns:
    told, counters, simulated = [], [], []
    for row in day.whole.rows:
        course = day.then(_arrived_at(row))
        # Whoever was called before they came, by the clocks that said so, teaches nothing.
        which = next((place for place, one in enumerate(course.waiting) if one.place_id == row["id"]), None)
        if which is None or waiting_in(row).is_emergency:
            continue
        said = simulated_quantiles(course.line(history), which)
        told.append(row)
        counters.append(course.counters_open)
        simulated.append([inf] * 3 if said is None else said[0].tolist())
    return stated(log_of(told, day.whole.location.policy), counters, simulated)


def _past_day(reading: Reading, location: Location, day: date) -> PastDay:
    starts, ends = (moment_of(one, time(), location.time_zone) for one in (day, day + timedelta(days=1)))
    rows = reading.all(_ROWS, {"location_id": location.id, "day": day})
    booked = reading.all(_BOOKED, {"location_id": location.id, "since": starts, "ends": ends}) if rows else ()
    hours = slots_on(reading, location, day) if rows else {}
    pool = frozenset(row["id"] for row in rows if _waited_for_anybody(row))
    return PastDay(Day(location, day, rows, booked, hours), pool)


def _waited_for_anybody(row: Row) -> bool:
    """Of who waits for whoever is free a visit is made as they are called (`queue.places.begin_visit`)."""
    is_walk_in = row["appointment_type"] is None or row["appointment_type"] in NOT_BOOKED
    made_at = row["visit_made_at"]
    return is_walk_in and (made_at is None or made_at - row["check_in_time"] > _AT_ONCE)


def _lasted(rows: Sequence[Row]) -> dict[int, Sequence[float]]:
    lasted: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        began, ended = row["called_time"] or row["consultation_start_time"], row["consultation_end_time"]
        minutes = 0.0 if began is None or ended is None else (ended - began) / _MINUTE
        if row["doctor_id"] is not None and 0 < minutes <= LONGEST_MIN:
            lasted[row["doctor_id"]].append(round(minutes, 1))
    return {doctor: own[-_MOST_LASTED:] for doctor, own in lasted.items()}


def _walk_ins(days: Sequence[PastDay]) -> Iterator[WalkIns]:
    counted: Counter[Any] = Counter()
    for day in days:
        for row in day.whole.rows:
            if booked_for(row) is None or row["is_late"]:
                hour = day.whole.location.local(_arrived_at(row)).hour
                doctor = None if row["id"] in day.from_the_pool else row["doctor_id"]
                counted[hour, lane_of(waiting_in(row), day.whole.location.policy), doctor] += 1
    for (hour, lane, doctor), count in sorted(counted.items(), key=str):
        yield WalkIns(hour, lane, doctor, count / len(days))


def _arrived_at(row: Row) -> datetime:
    return waiting_in(row).arrived_at


def _was_seen(row: Row) -> bool:
    """Of who went away unseen nobody wrote when."""
    return row["called_time"] is not None or row["consultation_start_time"] is not None


def _until(at: datetime | None, moment: datetime) -> datetime | None:
    """As nobody knew it yet who came at that very moment."""
    return at if at is not None and at < moment else None


_MOMENTS = ("called_time", "consultation_start_time", "consultation_end_time")
_ROWS = Prepared(rows_of_day(appointments.c.created_at.label("visit_made_at"), queue_management.c.is_late))
_BOOKED = Prepared(
    select(
        appointments.c.scheduled_date,
        appointments.c.doctor_id,
        queue_management.c.check_in_time.label("checked_in_at"),
    )
    .outerjoin(
        queue_management,
        (queue_management.c.appointment_id == appointments.c.id)
        & queue_management.c.alias_of.is_(None)
        & queue_management.c.deleted_at.is_(None),
    )
    .where(
        appointments.c.location_id == bindparam("location_id"),
        appointments.c.scheduled_date >= bindparam("since"),
        appointments.c.scheduled_date < bindparam("ends"),
        appointments.c.status != AppointmentStatus.CANCELLED.value,
        appointments.c.status != AppointmentStatus.RESCHEDULED.value,
        *(appointments.c.appointment_type != kind for kind in sorted(NOT_BOOKED)),
        appointments.c.deleted_at.is_(None),
    )
)
