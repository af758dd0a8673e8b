"""Which replica holds a record: the one place that says so.

A location's machines hold the location itself, its staff and devices, its availability, and its visits (appointments,
queue, help calls) of the days that they keep; kiosks and boards with the patients whom these visits name, and with the
records that stand for them where they were merged, reception and the hub with the whole register of patients. A lease
goes to its holder and to reception, a conflict to reception.
Audit entries, payments, reminders and feedback stay at the centre.

It is said twice, for the two who ask. A commit asks which locations must hear that a record changed (`locations_of`):
wherever it lies before or after it. A page, a snapshot and a digest ask which records lie in one machine's scope now
(`holds`): what its feed names and its scope does not hold has *left*. Days leave by a rule on columns alone, which the
machine applies by itself to what it holds (`past_days`), at the same cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    Select,
    Uuid,
    and_,
    bindparam,
    false,
    literal,
    not_,
    or_,
    select,
    true,
    union,
)

from server_sync.records.prepared import Prepared
from server_sync.records.tables import (
    BY_NOUN,
    appointments,
    availability,
    conflicts,
    help_calls,
    locations,
    patients,
    queue_management,
    slot_leases,
    users,
)
from server_sync.records.tables.types import Moment

KEPT_DAYS: Mapping[str, int] = {"kiosk": 7, "board": 7, "reception": 90, "hub": 90}
"""How many days before today (UTC) each kind of machine keeps."""

LEAST_KEPT_DAYS = min(KEPT_DAYS.values())

HOLDS_REGISTER = frozenset({"reception", "hub"})
"""Kinds of machines that hold every patient of the clinic, and what people there have to settle."""

SENT_NOUNS = (
    "location",
    "user",
    "device",
    "availability",
    "patient",
    "appointment",
    "queue",
    "help_call",
    "lease",
    "conflict",
)
"""Nouns whose records go down to devices, those that others refer to first."""

HELD_BY_LOCATION = frozenset({"availability", "appointment", "queue", "help_call", "device", "conflict", "lease"})
"""Nouns whose rows carry the one location that holds them."""

BRINGS_ALONG = frozenset({"appointment", "queue"})
"""Nouns that bring their patient and their doctor into their location's scope."""

DAY_COLUMNS: Mapping[str, str] = {"appointment": "scheduled_date", "queue": "business_date"}
"""Which column of a visit says its day: whom it brings along leaves again with that."""


Ask = Callable[[], Connection]
"""Gives the connection to whoever has a question; a unit of work sends what it has written before it does."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that a transaction wrote, with what it knows of its row: what is known need not be asked for."""

    noun: str
    uid: UUID
    row: Mapping[str, Any] = field(default_factory=dict)
    is_new: bool = False
    """Made in this very transaction: nothing but what it made as well can refer to it."""


def locations_of(ask: Ask, touched: Touched) -> frozenset[int]:
    """The ids of the locations in whose scope the record lies now."""
    if touched.noun in HELD_BY_LOCATION and "location_id" in touched.row:
        return frozenset({touched.row["location_id"]})
    if touched.noun == "patient" and touched.is_new:
        return frozenset()  # whatever names them brings them along
    query = _scope_query(touched.noun)
    if query is None:
        return frozenset()
    found = query.rows(ask(), {"uid": touched.uid})
    return frozenset(row["location_id"] for row in found if row["location_id"] is not None)


def whole_visit(ask: Ask, touched: Touched) -> Touched:
    """The record with all that says whom it brings along and until when: a step of a visit may know neither."""
    if touched.noun not in BRINGS_ALONG or touched.row.keys() >= {"patient_id", "doctor_id", DAY_COLUMNS[touched.noun]}:
        return touched
    asked = _visit_query(touched.noun).first(ask(), {"uid": touched.uid}) or {}
    return replace(touched, row={**asked, **touched.row})


def brought_along(ask: Ask, touched: Touched) -> tuple[tuple[str, int], ...]:
    """The records, by noun and id, that must be wherever this one is: the patient and the doctor of a `whole_visit`,
    and the staff without a location of their own, for a new location.
    """
    if touched.noun == "location":
        everywhere = ask().execute(select(users.c.id).where(users.c.location_id.is_(None)))
        return tuple(("user", user_id) for user_id in everywhere.scalars())
    if touched.noun not in BRINGS_ALONG:
        return ()
    named = (("patient", touched.row.get("patient_id")), ("user", touched.row.get("doctor_id")))
    return tuple((noun, record_id) for noun, record_id in named if record_id is not None)


def lock_scope(ask: Ask, touched: Touched) -> None:
    """Let nobody bring a patient to another location between the question where they are and the COMMIT.

    A booking holds its patient's row by its reference; SQLite has one writer at a time anyway.
    """
    if touched.noun == "patient" and not touched.is_new and ask().dialect.name == "postgresql":
        ask().execute(select(patients.c.id).where(patients.c.uid == touched.uid).with_for_update())


@cache
def _visit_query(noun: str) -> Prepared:
    visit = BY_NOUN[noun].c
    return Prepared(select(visit.patient_id, visit.doctor_id, visit[DAY_COLUMNS[noun]]).where(visit.uid == _UID))


@cache
def _scope_query(noun: str) -> Prepared | None:
    """Gives the `location_id` of each location that holds the record `uid`."""
    table = BY_NOUN[noun]
    if noun in HELD_BY_LOCATION:
        return Prepared(select(table.c.location_id).where(table.c.uid == _UID))
    if noun == "location":
        return Prepared(select(locations.c.id.label("location_id")).where(locations.c.uid == _UID))
    if noun == "user":
        return Prepared(_user_scope())
    return Prepared(_patient_scope()) if noun == "patient" else None


def _user_scope() -> Select[int | None]:
    """Staff of one location, or of all where none is given, and wherever they have appointments."""
    everywhere = select(users.c.id).where(users.c.uid == _UID, users.c.location_id.is_(None)).exists()
    own = select(users.c.location_id).where(users.c.uid == _UID)
    visits = [
        select(table.c.location_id).join(users, users.c.id == table.c.doctor_id).where(users.c.uid == _UID)
        for table in (appointments, queue_management)
    ]
    return select(union(own, select(locations.c.id).where(everywhere), *visits).subquery().c[0])


def _patient_scope() -> Select[int | None]:
    """Wherever the person has visits, under their own record or one that leads to it."""
    merged = patients.alias("merged")
    own = select(patients.c.uid, patients.c.id).where(patients.c.uid == _UID).cte("own", recursive=True)
    own = own.union(select(merged.c.uid, merged.c.id).join(own, merged.c.merged_into_uid == own.c.uid))
    of_visits = [
        select(table.c.location_id).where(table.c.patient_id.in_(select(own.c.id)))
        for table in (appointments, queue_management)
    ]
    return select(union(*of_visits).subquery().c[0])


def led_to(visitors: Iterable[Select[Any]]) -> Select[UUID | None]:  # Any: ids of patients
    """The uids of the records that stand for `visitors`, over any number of merges.

    Lists, that are made once: SQLite would look through all visits of the place for each person who was merged.
    """
    visited, further = patients.alias("visited"), patients.alias("further")
    first = select(visited.c.merged_into_uid.label("uid"))
    is_named = or_(*(visited.c.id.in_(one) for one in visitors))
    led = first.where(visited.c.merged_into_uid.is_not(None), is_named).cte("led", recursive=True)
    following = select(further.c.merged_into_uid).join(led, further.c.uid == led.c.uid)
    led = led.union(following.where(further.c.merged_into_uid.is_not(None)))
    return select(led.c.uid)


@dataclass(frozen=True, slots=True)
class Scope:
    """What one machine holds: of its location, by its kind, from the first day that it keeps."""

    location_id: int
    kind: str
    device_id: int
    kept_from: date

    def parameters(self) -> dict[str, Any]:
        """For the condition that `holds` gives."""
        return {
            "scope_location": self.location_id,
            "scope_device": self.device_id,
            "scope_day": self.kept_from,
            "scope_moment": _begin_of(self.kept_from),
        }


def first_kept_day(kind: str, now: datetime) -> date:
    """The first day that a machine of this kind keeps at `now`; kinds that nobody declared keep the fewest."""
    return now.astimezone(UTC).date() - timedelta(days=KEPT_DAYS.get(kind, LEAST_KEPT_DAYS))


@cache
def holds(noun: str, *, has_register: bool) -> ColumnElement[bool]:
    """The condition on a noun's table by which a record lies in a scope; its parameters come from the scope."""
    here = bindparam("scope_location", type_=BigInteger)
    kept = _kept(noun, _DAY, _MOMENT)
    if noun == "location":
        return locations.c.id == here
    if noun == "user":
        seen = [_exists(table, table.c.doctor_id == users.c.id) for table in (appointments, queue_management)]
        return or_(users.c.location_id.is_(None), users.c.location_id == here, *seen)
    if noun == "patient":
        return true() if has_register else _is_visited()
    if noun == "conflict":
        return and_(conflicts.c.location_id == here, kept) if has_register else false()
    if noun == "lease":
        own = slot_leases.c.device_id == bindparam("scope_device", type_=BigInteger)
        return and_(slot_leases.c.location_id == here, kept, true() if has_register else own)
    if noun in HELD_BY_LOCATION:
        return and_(BY_NOUN[noun].c.location_id == here, kept)
    return false()


def past_days(noun: str, kept_from: date) -> ColumnElement[bool] | None:
    """The condition on a noun's table by which a row is of days before `kept_from`; None where none ever is."""
    kept = _kept(noun, literal(kept_from, Date), literal(_begin_of(kept_from), Moment))
    return None if noun not in _OF_DAYS else not_(kept)


def _kept(noun: str, day: ColumnElement[date], moment: ColumnElement[datetime]) -> ColumnElement[bool]:
    """Whether a row is of a day that is kept. Moments count by their day in UTC: no time zone is asked for."""
    if noun == "appointment":
        return appointments.c.scheduled_date >= moment
    if noun == "queue":
        return queue_management.c.business_date >= day
    if noun == "help_call":
        return help_calls.c.business_date >= day
    if noun == "availability":
        return or_(availability.c.is_recurring, availability.c.date >= day)
    if noun == "lease":  # one that was not returned stays until it is
        is_open = and_(slot_leases.c.returned_at.is_(None), slot_leases.c.written_off_at.is_(None))
        return or_(is_open, slot_leases.c.ends_at >= moment)
    if noun == "conflict":
        return or_(conflicts.c.decided_at.is_(None), conflicts.c.decided_at >= moment)
    return true()


def _is_visited() -> ColumnElement[bool]:
    """Whether a visit names the patient, or one whose record leads to theirs.

    Lists as well, made once a question: SQLite went through all visits of the place for each person.
    """
    here = bindparam("scope_location", type_=BigInteger)
    kept = [(table, _kept(visit, _DAY, _MOMENT)) for visit, table in _VISITS.items()]
    visitors = [select(table.c.patient_id).where(table.c.location_id == here, is_kept) for table, is_kept in kept]
    return or_(*(patients.c.id.in_(one) for one in visitors), patients.c.uid.in_(led_to(visitors)))


def _exists(table: Any, *conditions: Any) -> ColumnElement[bool]:  # Any: a table of visits, and conditions on it
    here = table.c.location_id == bindparam("scope_location", type_=BigInteger)
    return select(table.c.id).where(here, *conditions).exists()


def _begin_of(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


_VISITS: Mapping[str, Any] = {"appointment": appointments, "queue": queue_management}  # Any: tables
_OF_DAYS = frozenset({"appointment", "queue", "help_call", "availability", "lease", "conflict"})
_DAY = bindparam("scope_day", type_=Date)
_MOMENT = bindparam("scope_moment", type_=Moment)
_UID = bindparam("uid", type_=Uuid)
