"""Reading a location's day: who waits, who is seen, who is expected, and how long consultations lasted lately."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, select

from server_sync.clinic.local_time import moment_of
from server_sync.clinic.queue_order import entries
from server_sync.clinic.queue_policy import EMERGENCY_LEVEL
from server_sync.clinic.slots import Slot
from server_sync.clinic.visits import AppointmentStatus, QueueStatus
from server_sync.desk.appointments.availability import slots_on
from server_sync.desk.place import Location
from server_sync.desk.queue.line import LINE_COLUMNS, NOT_BOOKED, is_held_back, waiting_in
from server_sync.desk.waits.course import Course, DoctorHere, Expected, Waits
from server_sync.desk.waits.site_history import SiteHistory
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, queue_management

_MINUTE = timedelta(minutes=1)
COMES_YET = timedelta(minutes=30)
"""How long after its time an appointment that nobody checked in still counts as coming (check-in's end)."""
_CALLS_WITHIN = timedelta(minutes=5)
"""Who is free calls the next one by then."""
_LATELY = timedelta(days=28)
_MOST_CONSULTATIONS = 400
_SEEN = (QueueStatus.CALLED.value, QueueStatus.IN_CONSULTATION.value)


class Day(NamedTuple):
    """A location's day as it was read; `course` is what the estimates follow from at a moment."""

    location: Location
    day: date
    rows: Sequence[Row]
    """Everybody who has come, also who is gone again."""
    booked: Sequence[Row]
    hours: dict[int, tuple[Slot, ...]]

    def course(self, now: datetime) -> Course:
        """At `now` (aware)."""
        waiting = [
            row
            for row in self.rows
            if row["current_status"] == QueueStatus.WAITING.value
            and (row["triage_level"] == EMERGENCY_LEVEL or not is_held_back(row, now))
        ]
        known = {entry.waiting.key: entry for entry in entries(map(waiting_in, waiting), self.location.policy)}
        in_line = tuple(Waits(row["id"], row["doctor_id"], known.get(row["id"])) for row in waiting)
        return Course(
            now,
            moment_of(self.day, time(), self.location.time_zone),
            self.location.policy,
            in_line,
            self._doctors(in_line, now),
            tuple(Expected(row["scheduled_date"], row["doctor_id"]) for row in self.booked),
            self.rows,
        )

    def _doctors(self, waiting: Sequence[Waits], now: datetime) -> tuple[DoctorHere, ...]:
        busy: dict[int | None, datetime] = {}
        done: dict[int | None, datetime] = {}
        for row in self.rows:
            since, ended = row["consultation_start_time"] or row["called_time"], row["consultation_end_time"]
            if row["current_status"] in _SEEN and since is not None:
                busy[row["doctor_id"]] = max(since, busy.get(row["doctor_id"], since))
            elif ended is not None:
                done[row["doctor_id"]] = max(ended, done.get(row["doctor_id"], ended))
        found = []
        for one, slots in sorted(self.hours.items()):
            since = busy.get(one) or _calls_nobody_since(one, waiting, done.get(one), slots, now)
            found.append(DoctorHere(one, since, _away(slots, now)))
        return tuple(found)


def read_day(reading: Reading, location: Location) -> Day:
    """Today, as far as it has come. Three queries."""
    day = location.today(reading.now)
    rows = reading.all(_ROWS, {"location_id": location.id, "day": day})
    ends = moment_of(day + timedelta(days=1), time(), location.time_zone)
    since = reading.now - COMES_YET
    booked = reading.all(_BOOKED, {"location_id": location.id, "since": since, "ends": ends})
    return Day(location, day, rows, booked, slots_on(reading, location))


def recent_history(reading: Reading, location: Location) -> SiteHistory:
    """How long consultations lasted there lately, out of this replica's own records. One query."""
    today = location.today(reading.now)
    rows = reading.all(_LASTED, {"location_id": location.id, "since": today - _LATELY, "most": _MOST_CONSULTATIONS})
    lasted: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        began = row["called_time"] or row["consultation_start_time"]
        if row["doctor_id"] is not None and began is not None and row["consultation_end_time"] is not None:
            lasted[row["doctor_id"]].append((row["consultation_end_time"] - began) / _MINUTE)
    return SiteHistory(lasted)


def rows_of_day(*more: ColumnElement[Any]) -> Select[tuple[Any, ...]]:
    """Everybody who came to `location_id` on `day`, with what a `Day` reads of them, and `more`."""
    return (
        select(
            *LINE_COLUMNS,
            queue_management.c.current_status,
            queue_management.c.called_time,
            queue_management.c.consultation_start_time,
            queue_management.c.consultation_end_time,
            *more,
        )
        .outerjoin(appointments, appointments.c.id == queue_management.c.appointment_id)
        .where(
            queue_management.c.location_id == bindparam("location_id"),
            queue_management.c.business_date == bindparam("day"),
            queue_management.c.alias_of.is_(None),
            queue_management.c.deleted_at.is_(None),
        )
        .order_by(queue_management.c.id)
    )


def _calls_nobody_since(
    doctor_id: int, waiting: Sequence[Waits], done: datetime | None, slots: Sequence[Slot], now: datetime
) -> datetime | None:
    """Since when a doctor has called nobody though somebody waits; None where that is not long.

    Presumably they are busy with something that nobody told this house: it takes as long as a consultation does.
    """
    came = [one.entry.reference for one in waiting if one.doctor_id in (None, doctor_id) and one.entry is not None]
    if not came:
        return None
    since = max(min(came), slots[0].starts_at, done or min(came))
    return since if now - since > _CALLS_WITHIN else None


def _away(slots: Sequence[Slot], now: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """From now to the first of the hours, and the breaks between them."""
    if not slots:
        return ()
    before = ((min(now, slots[0].starts_at), slots[0].starts_at),)
    breaks = tuple((one.ends_at, after.starts_at) for one, after in pairwise(slots) if one.ends_at < after.starts_at)
    return tuple(one for one in (*before, *breaks) if one[1] > now)


_ROWS = Prepared(rows_of_day())
_BOOKED = Prepared(
    select(appointments.c.scheduled_date, appointments.c.doctor_id)
    .where(
        appointments.c.location_id == bindparam("location_id"),
        appointments.c.scheduled_date >= bindparam("since"),
        appointments.c.scheduled_date < bindparam("ends"),
        appointments.c.queue_token.is_(None),
        (appointments.c.status == AppointmentStatus.SCHEDULED.value)
        | (appointments.c.status == AppointmentStatus.CONFIRMED.value),
        *(appointments.c.appointment_type != kind for kind in sorted(NOT_BOOKED)),
        appointments.c.deleted_at.is_(None),
    )
    .order_by(appointments.c.scheduled_date, appointments.c.id)
)
_LASTED = Prepared(
    select(
        queue_management.c.doctor_id,
        queue_management.c.called_time,
        queue_management.c.consultation_start_time,
        queue_management.c.consultation_end_time,
    )
    .where(
        queue_management.c.location_id == bindparam("location_id"),
        queue_management.c.business_date >= bindparam("since"),
        queue_management.c.current_status == QueueStatus.COMPLETED.value,
        queue_management.c.deleted_at.is_(None),
    )
    .order_by(queue_management.c.business_date.desc(), queue_management.c.id.desc())
    .limit(bindparam("most"))
)
