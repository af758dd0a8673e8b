"""When doctors see patients, read from their hours and from what is booked: free slots, and who is in today."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, ColumnElement, Select, Text, and_, bindparam, cast, func, or_, select

from server_sync.clinic.clocks import business_date
from server_sync.clinic.slots import CELL_MIN, Rule, Slot, SlotDay, is_in, rules_on, slots_of_day
from server_sync.desk.appointments.slot_claims import Claim
from server_sync.desk.place import Location
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import availability, locations, slot_counts, users
from server_sync.records.tables.types import Moment

MOST_DAYS = 60
"""Days that one question may ask for."""

_A_DAY = timedelta(days=1)
_NEARER_DAYS = (range(-7, 15), range(15, MOST_DAYS))
"""Where nearest slots are looked for, in days from the wanted one: soon first, then further on."""


@dataclass(frozen=True, slots=True)
class SlotWish:
    """Which free slots somebody asks for. Without `first` each location's own today; `days` is 1 to MOST_DAYS."""

    doctor_id: int | None = None
    location_id: int | None = None
    specialty: str | None = None
    first: date | None = None
    days: int = 1
    duration_min: int | None = None
    public_only: bool = False
    """Only locations where anybody may book."""


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A doctor's day at one location: all its slots, and which of them (by place) are free; None: all."""

    location_id: int
    day: SlotDay
    free: tuple[int, ...] | None

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The free ones, in order of time."""
        return self.day.slots if self.free is None else tuple(self.day.slots[place] for place in self.free)


@dataclass(frozen=True, slots=True)
class DoctorSlots:
    """What a doctor has free. `is_public` says whether anybody may book with them at one location at least."""

    doctor_id: int
    doctor_name: str
    specialty: str | None
    is_public: bool
    days: tuple[FreeDay, ...]


@dataclass(frozen=True, slots=True)
class DoctorAt:
    """A doctor's hours at one location of theirs, as far as they were read."""

    location_id: int
    location_code: str
    time_zone: str
    currency: str
    public_booking: bool
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class NearSlot:
    """A free slot that is offered instead of one that is not."""

    location_id: int
    time_zone: str
    slot: Slot


Counts = Callable[[Sequence[int], datetime, datetime], Mapping[int, Mapping[int, int]]]
"""How many have each cell (by its number) of the time of these doctors between two moments, where nobody counts it."""


def free_slots(reading: Reading, wish: SlotWish, counts: Counts | None = None) -> tuple[DoctorSlots, ...]:
    """Per doctor, in order of their ids, what is free and still ahead; doctors without free slots have no days.

    Without `counts` by the centre's own count of places.
    """
    first, last = _asked_days(reading.now, wish)
    asked = {
        "doctor": wish.doctor_id,
        "location": wish.location_id,
        "specialty": wish.specialty,
    }
    query = _hours_query(*(value is not None for value in asked.values()))
    named = {name: value for name, value in asked.items() if value is not None}
    rows = reading.all(query, {"first": first, "last": last, **named})
    by_doctor = [(doctor_id, list(group)) for doctor_id, group in groupby(rows, key=lambda row: row["doctor_id"])]
    full = _full(reading, [doctor_id for doctor_id, _ in by_doctor], first, last, counts) if rows else {}
    return tuple(_doctor(rows, wish, reading.now, full.get(doctor_id, _NOTHING_TAKEN)) for doctor_id, rows in by_doctor)


def nearest_free(
    reading: Reading,
    doctor_id: int,
    wanted: datetime,
    duration_min: int | None,
    *,
    public_only: bool,
    most: int = 5,
    counts: Counts | None = None,
) -> tuple[NearSlot, ...]:
    """Up to `most` free slots of a doctor nearest to `wanted` (aware), in order of time; from today on."""
    middle = max(wanted, reading.now).date()
    for days in _NEARER_DAYS:
        first = max(middle + days.start * _A_DAY, reading.now.date())
        more = (middle + days.stop * _A_DAY - first) // _A_DAY
        wish = SlotWish(doctor_id, None, None, first, max(1, more), duration_min, public_only)
        found = [
            NearSlot(day.location_id, day.day.time_zone, slot)
            for doctor in free_slots(reading, wish, counts)
            for day in doctor.days
            for slot in day.slots
        ]
        if found:
            nearest = sorted(found, key=lambda near: (abs(near.slot.starts_at - wanted), near.slot.starts_at))[:most]
            return tuple(sorted(nearest, key=lambda near: near.slot.starts_at))
    return ()


def doctors_in(reading: Reading, location: Location, day: date | None = None) -> frozenset[int]:
    """The doctors who see patients there on the location's local `day`, by default today; recurring hours and leave
    count. One query; the days that a pattern falls on are remembered.
    """
    return frozenset(slots_on(reading, location, day))


def slots_on(reading: Reading, location: Location, day: date | None = None) -> dict[int, tuple[Slot, ...]]:
    """The slots of each doctor who sees patients there on that day, free or not, in order of time. One query."""
    wanted = day or location.today(reading.now)
    rows = reading.all(_RULES_OF_LOCATION, {"location": location.id, "day": wanted})
    by_doctor = groupby(rows, key=lambda row: row["doctor_id"])
    rules = {doctor: rules_on(map(rule_of, own), wanted) for doctor, own in by_doctor}
    slots = {doctor: slots_of_day(own, wanted, location.time_zone).slots for doctor, own in rules.items()}
    return {doctor: own for doctor, own in slots.items() if own}


def works_on(reading: Reading, location: Location, doctor_id: int | None, day: date | None = None) -> bool:
    """Whether one doctor sees patients there on the location's local `day`, by default today. One query."""
    wanted = day or location.today(reading.now)
    rows = reading.all(_RULES_OF_DOCTOR, {"location": location.id, "doctor": doctor_id, "day": wanted})
    return is_in(map(rule_of, rows), wanted, location.time_zone)


def capacity_at(reading: Reading, location_id: int, wanted: Claim) -> int:
    """How many a doctor sees at once during the whole of that time; 0 where they are not in all the while.

    The time need not begin where a slot does: a device may book as it likes.
    """
    day = wanted.starts_at.date()
    rows = reading.all(
        _PLACE_OF_DOCTOR,
        {"doctor": wanted.doctor_id, "location": location_id, "first": day - _A_DAY, "last": day + _A_DAY},
    )
    return max((capacity_in(place, wanted) for place in doctor_hours(rows)), default=0)


def capacity_in(place: DoctorAt, wanted: Claim) -> int:
    """`capacity_at`, by hours that were read before."""
    slots = _slots_around(place, wanted)
    return min(
        (
            max((slot.capacity for slot in slots if slot.starts_at < ends_at and starts_at < slot.ends_at), default=0)
            for starts_at, ends_at in _cells_in(wanted)
        ),
        default=0,
    )


def _slots_around(place: DoctorAt, wanted: Claim) -> tuple[Slot, ...]:
    zone = ZoneInfo(place.time_zone)
    first, last = wanted.starts_at.astimezone(zone).date(), wanted.ends_at.astimezone(zone).date()
    days = {first, min(last, first + _A_DAY)}
    return tuple(slot for day in sorted(days) for slot in slots_at(place, day).slots)


def _cells_in(wanted: Claim) -> Iterable[tuple[datetime, datetime]]:
    step = timedelta(minutes=CELL_MIN)
    moment = wanted.starts_at
    while moment < wanted.ends_at:
        yield moment, min(moment + step, wanted.ends_at)
        moment += step


def doctor_hours(rows: Iterable[Row]) -> tuple[DoctorAt, ...]:
    """A doctor's hours by location, from rows that carry RULE_COLUMNS and PLACE_COLUMNS, in order of location."""
    return tuple(_doctor_at(list(group)) for _, group in groupby(rows, key=lambda row: row["location_id"]))


def slots_at(hours: DoctorAt, day: date, duration_min: int | None = None) -> SlotDay:
    """The slots of a doctor's day at one location, free or not."""
    return slots_of_day(rules_on(hours.rules, day), day, hours.time_zone, duration_min)


def rule_of(row: Row) -> Rule:
    """A row of availability as the rule that it states."""
    return Rule(
        day=row["date"],
        starts=row["start_time"],
        ends=row["end_time"],
        slot_min=row["slot_duration_minutes"],
        capacity=row["max_patients_per_slot"],
        is_open=row["is_available"],
        break_starts=row["break_start_time"],
        break_ends=row["break_end_time"],
        pattern=(row["recurrence_pattern"] or "") if row["is_recurring"] else None,
    )


def _asked_days(now: datetime, wish: SlotWish) -> tuple[date, date]:
    """Days within which every location's asked days lie."""
    first = wish.first or now.date() - _A_DAY
    spare = 0 if wish.first else 2
    return first, first + (wish.days - 1 + spare) * _A_DAY


class _Full:
    """The cells in which a doctor's places are used up, by how many places there are."""

    def __init__(self) -> None:
        self._by_taken: dict[int, frozenset[int]] = {}
        self._by_capacity: dict[int, frozenset[int]] = {}

    def add(self, taken: int, cells: frozenset[int]) -> None:
        """In each of these cells so many are booked."""
        self._by_taken[taken] = cells

    def at(self, capacity: int) -> frozenset[int]:
        """The cells in which nobody else has room."""
        full = self._by_capacity.get(capacity)
        if full is None:
            reached = [cells for taken, cells in self._by_taken.items() if taken >= capacity]
            full = self._by_capacity[capacity] = reached[0] if len(reached) == 1 else frozenset().union(*reached)
        return full


_NOTHING_TAKEN = _Full()


def _doctor(rows: Sequence[Row], wish: SlotWish, now: datetime, full: _Full) -> DoctorSlots:
    known = doctor_hours(row for row in rows if row["location_id"] is not None)
    places = [place for place in known if place.public_booking or not wish.public_only]
    days = [day for place in places for day in _days(place, wish, now, full)]
    return DoctorSlots(
        doctor_id=rows[0]["doctor_id"],
        doctor_name=rows[0]["doctor_name"],
        specialty=rows[0]["specialty"],
        is_public=any(place.public_booking for place in known) or not known,
        days=tuple(sorted(days, key=lambda free: (free.day.day, free.location_id))),
    )


def _days(place: DoctorAt, wish: SlotWish, now: datetime, full: _Full) -> Iterable[FreeDay]:
    first = wish.first or business_date(now, place.time_zone)
    for day in _slot_days(place.rules, place.time_zone, first, wish.days, wish.duration_min):
        free = _free(day, now, full)
        if free is None or free:
            yield FreeDay(place.location_id, day, free)


@lru_cache(maxsize=1024)
def _slot_days(
    rules: tuple[Rule, ...], time_zone: str, first: date, days: int, duration_min: int | None
) -> tuple[SlotDay, ...]:
    """The days that have slots. They follow from the hours alone: whoever changes hours asks for other days."""
    wanted = (first + more * _A_DAY for more in range(days))
    found = (slots_of_day(rules_on(rules, day), day, time_zone, duration_min) for day in wanted)
    return tuple(day for day in found if day.slots)


def _free(day: SlotDay, now: datetime, full: _Full) -> tuple[int, ...] | None:
    """Which slots are free; None where all are, which most days far ahead are found to be at once."""
    is_begun = day.slots[0].starts_at <= now
    if day.capacity is not None:
        used_up = full.at(day.capacity)
        if not is_begun and used_up.isdisjoint(day.span):
            return None
        free = tuple(place for place, cells in enumerate(day.cells) if used_up.isdisjoint(cells))
    else:
        each = zip(day.slots, day.cells, strict=True)
        free = tuple(place for place, (slot, cells) in enumerate(each) if full.at(slot.capacity).isdisjoint(cells))
    return tuple(place for place in free if day.slots[place].starts_at > now) if is_begun else free


def _full(
    reading: Reading, doctor_ids: Sequence[int], first: date, last: date, counts: Counts | None
) -> dict[int, _Full]:  # fmt: skip
    """What is booked, by doctor: the cells with as many bookings as one text, for a month of a clinic has 100,000."""
    parameters: dict[str, Any] = {
        "doctors": doctor_ids,
        # A day to either side covers the days in every time zone.
        "from": datetime.combine(max(first, date.min + _A_DAY) - _A_DAY, time(0), UTC),
        "until": datetime.combine(last + 2 * _A_DAY, time(0), UTC),
    }
    if counts is not None:
        counted = counts(doctor_ids, parameters["from"], parameters["until"])
        return {doctor_id: _full_where(taken) for doctor_id, taken in counted.items()}
    by_doctor: dict[int, _Full] = {}
    for row in reading.all(_taken_query(reading.connection.dialect.name == "postgresql"), parameters):
        cells = frozenset(map(int, row["cells"].split(",")))
        by_doctor.setdefault(row["doctor_id"], _Full()).add(row["taken"], cells)
    return by_doctor


def _full_where(taken: Mapping[int, int]) -> _Full:
    full = _Full()
    for count in {count for count in taken.values() if count > 0}:
        full.add(count, frozenset(cell for cell, have in taken.items() if have == count))
    return full


@cache
def _taken_query(is_postgres: bool) -> Select[tuple[Any, ...]]:
    table = slot_counts.c
    # Not EXTRACT, which reckons in decimals since PostgreSQL 14.
    seconds: Any = func.date_part("epoch", table.starts_at) if is_postgres else func.strftime("%s", table.starts_at)
    joined = func.string_agg if is_postgres else func.group_concat
    cell = cast(seconds, BigInteger) // (CELL_MIN * 60)
    return (
        select(table.doctor_id, table.taken, joined(cast(cell, Text), ",").label("cells"))
        .where(
            table.doctor_id.in_(bindparam("doctors", expanding=True)),
            table.starts_at >= bindparam("from", type_=Moment),
            table.starts_at < bindparam("until", type_=Moment),
            table.taken > 0,
        )
        .group_by(table.doctor_id, table.taken)
    )


def _doctor_at(rows: Sequence[Row]) -> DoctorAt:
    row = rows[0]
    return DoctorAt(
        location_id=row["location_id"],
        location_code=row["location_code"],
        time_zone=row["location_time_zone"],
        currency=row["location_currency"],
        public_booking=row["location_public_booking"],
        rules=tuple(rule_of(row) for row in rows if row["date"] is not None),
    )


RULE_COLUMNS = tuple(
    availability.c[name]
    for name in (
        "date",
        "start_time",
        "end_time",
        "slot_duration_minutes",
        "max_patients_per_slot",
        "is_available",
        "break_start_time",
        "break_end_time",
        "is_recurring",
        "recurrence_pattern",
    )
)
"""What `rule_of` reads."""

PLACE_COLUMNS = tuple(
    locations.c[name].label(f"location_{name}") for name in ("id", "code", "time_zone", "currency", "public_booking")
)
"""What `doctor_hours` reads beside the rules."""


def hours_between(first: ColumnElement[date], last: ColumnElement[date]) -> ColumnElement[bool]:
    """Rows of hours that may concern days from `first` to `last`; recurring ones are looked at closer in Python."""
    table = availability.c
    return and_(
        table.deleted_at.is_(None),
        or_(
            and_(table.is_recurring.is_(False), table.date.between(first, last)),
            and_(table.is_recurring.is_(True), table.date <= last),
        ),
    )


def works_here() -> ColumnElement[bool]:
    """Users with whom anybody can have an appointment."""
    return and_(users.c.role == "doctor", users.c.is_active.is_(True), users.c.deleted_at.is_(None))


@cache
def _hours_query(has_doctor: bool, has_location: bool, has_specialty: bool) -> Select[tuple[Any, ...]]:
    hours = [availability.c.doctor_id == users.c.id, hours_between(bindparam("first"), bindparam("last"))]
    if has_location:
        hours.append(availability.c.location_id == bindparam("location"))
    query = (
        select(
            users.c.id.label("doctor_id"),
            users.c.display_name.label("doctor_name"),
            users.c.specialty,
            *RULE_COLUMNS,
            *PLACE_COLUMNS,
        )
        .outerjoin(availability, and_(*hours))
        .outerjoin(locations, locations.c.id == func.coalesce(availability.c.location_id, users.c.location_id))
        .where(works_here())
        .order_by(users.c.id, locations.c.id, availability.c.id)
    )
    if has_doctor:
        query = query.where(users.c.id == bindparam("doctor"))
    if has_location:
        query = query.where(locations.c.id == bindparam("location"))
    if has_specialty:
        # SQLite's lower() knows English letters only: what is written alike is found in any script.
        alike = func.lower(users.c.specialty) == func.lower(bindparam("specialty", type_=Text))
        query = query.where(or_(users.c.specialty == bindparam("specialty", type_=Text), alike))
    return query


_PLACE_OF_DOCTOR = (
    select(*RULE_COLUMNS, *PLACE_COLUMNS)
    .join(locations, locations.c.id == availability.c.location_id)
    .where(
        availability.c.doctor_id == bindparam("doctor"),
        availability.c.location_id == bindparam("location"),
        hours_between(bindparam("first"), bindparam("last")),
    )
    .order_by(availability.c.id)
)
_TODAYS = (
    select(availability.c.doctor_id, *RULE_COLUMNS)
    .where(availability.c.location_id == bindparam("location"), hours_between(bindparam("day"), bindparam("day")))
    .order_by(availability.c.doctor_id, availability.c.id)
)
_RULES_OF_LOCATION = Prepared(_TODAYS)
_RULES_OF_DOCTOR = Prepared(_TODAYS.where(availability.c.doctor_id == bindparam("doctor")))
