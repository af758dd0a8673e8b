"""Doctors' hours as an admin manages them: once or recurring, with breaks, capacity and leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.clinic.slots import Rule, problems
from server_sync.clinic.visits import AppointmentStatus
from server_sync.desk.appointments.availability import (
    PLACE_COLUMNS,
    RULE_COLUMNS,
    capacity_in,
    doctor_hours,
    hours_between,
    rule_of,
    works_here,
)
from server_sync.desk.appointments.left_without_hours import tell_the_desk
from server_sync.desk.appointments.outcomes import Declined, Reason
from server_sync.desk.appointments.slot_claims import Claim
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, availability, locations, users
from server_sync.records.work import Work


@dataclass(frozen=True, slots=True)
class Hours:
    """A row of availability: whose, where, and what it says."""

    id: int
    uid: UUID
    doctor_id: int
    location_id: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class HoursSet:
    """The hours as they stand (or stood, where they are no more), and the appointments that are left without any.

    What is booked stands: the desk finds `stranded` (by id) another time, or somebody else to see them. Each is a
    conflict for it to settle.
    """

    hours: Hours
    stranded: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HoursRefused:
    """Hours that make no sense; `fields` says by name why, in words for whoever wrote them."""

    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HoursSearch:
    """Which hours are listed, by id; one-off ones between the days, recurring ones that have begun by the last."""

    doctor_id: int | None = None
    location_id: int | None = None
    first: date | None = None
    last: date | None = None
    after_id: int = 0
    limit: int = 50


HoursOutcome: TypeAlias = HoursSet | HoursRefused | Declined


def list_hours(reading: Reading, search: HoursSearch) -> tuple[Hours, ...]:
    """Hours in order of id; one more than `limit` where there are more."""
    table = availability.c
    query = _WHOLE.where(table.id > search.after_id).order_by(table.id).limit(search.limit + 1)
    if search.doctor_id is not None:
        query = query.where(table.doctor_id == search.doctor_id)
    if search.location_id is not None:
        query = query.where(table.location_id == search.location_id)
    if search.first is not None:
        query = query.where(table.is_recurring.is_(True) | (table.date >= search.first))
    if search.last is not None:
        query = query.where(table.date <= search.last)
    return tuple(hours_in(row) for row in reading.all(query))


def add_hours(work: Work, doctor_id: int, location_id: int, rule: Rule, only_location_id: int | None) -> HoursOutcome:
    """New hours. Whoever works at one location only sets its hours only."""
    refused = _refused(work, doctor_id, location_id, rule, only_location_id)
    if refused is not None:
        return refused
    row = work.create(availability, doctor_id=doctor_id, location_id=location_id, **values_of(rule))
    return _set(work, Hours(row["id"], row["uid"], doctor_id, location_id, rule))


def change_hours(
    work: Work, hours_id: int, doctor_id: int, location_id: int, rule: Rule, only_location_id: int | None
) -> HoursOutcome:
    """Other hours in the place of these. What is booked stands."""
    row = _held(work, hours_id, only_location_id)
    if row is None:
        return _UNKNOWN
    refused = _refused(work, doctor_id, location_id, rule, only_location_id)
    if refused is not None:
        return refused
    work.change(availability, row, doctor_id=doctor_id, location_id=location_id, **values_of(rule))
    return _set(work, Hours(row["id"], row["uid"], doctor_id, location_id, rule), hours_in(row))


def delete_hours(work: Work, hours_id: int, only_location_id: int | None) -> HoursOutcome:
    """These hours are no more; what is booked stands."""
    row = _held(work, hours_id, only_location_id)
    if row is None:
        return _UNKNOWN
    work.delete(availability, row)
    return _set(work, hours_in(row))


def stranded(reading: Reading, doctor_id: int, location_id: int) -> tuple[int, ...]:
    """The ids of a doctor's appointments ahead at a location that lie outside of their hours there, by time."""
    here = {"doctor": doctor_id, "location": location_id}
    today = reading.now.date() - timedelta(days=1)
    last = today + _LOOKED_AHEAD
    places = doctor_hours(reading.all(_ALL_HOURS, {**here, "first": today, "last": last}))
    rows = reading.all(_AHEAD, {**here, "now": reading.now, "until": reading.now + _LOOKED_AHEAD})
    return tuple(row["id"] for row in rows if not any(capacity_in(place, _claim(row)) for place in places))


def hours_in(row: Row) -> Hours:
    """The hours that a row states."""
    return Hours(row["id"], row["uid"], row["doctor_id"], row["location_id"], rule_of(row))


def values_of(rule: Rule) -> dict[str, Any]:
    """The columns that state a rule."""
    return {
        "date": rule.day,
        "start_time": rule.starts,
        "end_time": rule.ends,
        "slot_duration_minutes": rule.slot_min,
        "max_patients_per_slot": rule.capacity,
        "is_available": rule.is_open,
        "break_start_time": rule.break_starts,
        "break_end_time": rule.break_ends,
        "is_recurring": rule.pattern is not None,
        "recurrence_pattern": rule.pattern,
    }


def whole_day(day: date, pattern: str | None = None) -> Rule:
    """Leave for a whole day, or for each day that `pattern` falls on."""
    return Rule(day, time(0), time(0), is_open=False, pattern=pattern)


def _set(work: Work, hours: Hours, before: Hours | None = None) -> HoursSet:
    """Leave and fewer hours leave people without a doctor, at the place where they are and where they were."""
    touched = {(told.doctor_id, told.location_id) for told in (hours, before) if told is not None}
    left = tuple(one for place in sorted(touched) for one in stranded(work, *place))
    tell_the_desk(work, left)
    return HoursSet(hours, left)


def _claim(row: Row) -> Claim:
    ends_at = row["scheduled_date"] + timedelta(minutes=min(max(0, row["duration_minutes"]), _LONGEST_MIN))
    return Claim(row["doctor_id"], row["scheduled_date"], ends_at)


def _held(work: Work, hours_id: int, only_location_id: int | None) -> Row | None:
    row = work.first(_BY_ID, {"id": hours_id})
    return None if row is None or only_location_id not in (None, row["location_id"]) else row


def _refused(
    reading: Reading, doctor_id: int, location_id: int, rule: Rule, only_location_id: int | None
) -> HoursRefused | Declined | None:
    if only_location_id not in (None, location_id) or reading.first(_LOCATION, {"id": location_id}) is None:
        return Declined(Reason.UNKNOWN_PLACE, "There is no such location.")
    if reading.first(_DOCTOR, {"id": doctor_id}) is None:
        return Declined(Reason.UNKNOWN_DOCTOR, "There is no such doctor, or they work here no more.")
    fields = problems(rule)
    return HoursRefused(fields) if fields else None


_LOOKED_AHEAD = timedelta(days=366)
_LONGEST_MIN = 24 * 60
_UNKNOWN = Declined(Reason.UNKNOWN_HOURS, "There are no such hours.")
_WHOLE = select(
    availability.c.id,
    availability.c.uid,
    availability.c.doctor_id,
    availability.c.location_id,
    availability.c.deleted_at,
    *RULE_COLUMNS,
).where(availability.c.deleted_at.is_(None))
_BY_ID = Prepared(_WHOLE.where(availability.c.id == bindparam("id")).with_for_update())
_LOCATION = Prepared(select(locations.c.id).where(locations.c.id == bindparam("id"), locations.c.deleted_at.is_(None)))
_DOCTOR = Prepared(select(users.c.id).where(users.c.id == bindparam("id"), works_here()))
_ALL_HOURS = (
    select(*RULE_COLUMNS, *PLACE_COLUMNS)
    .join(locations, locations.c.id == availability.c.location_id)
    .where(
        availability.c.doctor_id == bindparam("doctor"),
        availability.c.location_id == bindparam("location"),
        hours_between(bindparam("first"), bindparam("last")),
    )
    .order_by(availability.c.id)
)
_AHEAD = (
    select(appointments.c.id, appointments.c.doctor_id, appointments.c.scheduled_date, appointments.c.duration_minutes)
    .where(
        appointments.c.doctor_id == bindparam("doctor"),
        appointments.c.location_id == bindparam("location"),
        appointments.c.scheduled_date > bindparam("now"),
        appointments.c.scheduled_date < bindparam("until"),
        appointments.c.status.in_([AppointmentStatus.SCHEDULED.value, AppointmentStatus.CONFIRMED.value]),
        appointments.c.appointment_type != "walkin",
        appointments.c.deleted_at.is_(None),
    )
    .order_by(appointments.c.scheduled_date, appointments.c.id)
)
