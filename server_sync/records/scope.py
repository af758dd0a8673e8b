"""Which locations hold a record: the one place that says so. A change goes to every location in its scope.

A location's machines hold the location itself, its staff, devices and availability, its appointments, queue and help
calls, and the patients and doctors whom any of these name. Audit entries, payments and reminders stay at the centre.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, select, union

from server_sync.records.tables import (
    BY_NOUN,
    appointments,
    locations,
    patients,
    queue_management,
    users,
)

HELD_BY_LOCATION = frozenset({"availability", "appointment", "queue", "help_call", "device", "conflict", "lease"})
"""Nouns whose rows carry the one location that holds them."""

BRINGS_ALONG = frozenset({"appointment", "queue"})
"""Nouns that bring their patient and their doctor into their location's scope."""


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
    query = _scope_query(touched.noun, touched.uid)
    if query is None:
        return frozenset()
    return frozenset(value for value in ask().execute(query).scalars() if value is not None)


def brought_along(ask: Ask, touched: Touched) -> tuple[tuple[str, int], ...]:
    """The records, by noun and id, that must be wherever this one is: the patient and the doctor of an appointment or
    a place, and the staff without a location of their own, for a new location.
    """
    if touched.noun == "location":
        everywhere = ask().execute(select(users.c.id).where(users.c.location_id.is_(None)))
        return tuple(("user", user_id) for user_id in everywhere.scalars())
    if touched.noun not in BRINGS_ALONG:
        return ()
    row = touched.row if {"patient_id", "doctor_id"} <= touched.row.keys() else _who(ask, touched)
    named = (("patient", row["patient_id"]), ("user", row["doctor_id"]))
    return tuple((noun, record_id) for noun, record_id in named if record_id is not None)


def lock_scope(ask: Ask, touched: Touched) -> None:
    """Let nobody bring a patient to another location between the question where they are and the COMMIT.

    A booking holds its patient's row by its reference; SQLite has one writer at a time anyway.
    """
    if touched.noun == "patient" and not touched.is_new and ask().dialect.name == "postgresql":
        ask().execute(select(patients.c.id).where(patients.c.uid == touched.uid).with_for_update())


def _who(ask: Ask, touched: Touched) -> Mapping[Any, Any]:
    table = BY_NOUN[touched.noun]
    query = select(table.c.patient_id, table.c.doctor_id).where(table.c.uid == touched.uid)
    return ask().execute(query).mappings().first() or {"patient_id": None, "doctor_id": None}


def _scope_query(noun: str, uid: UUID) -> Select[int | None] | None:
    table = BY_NOUN[noun]
    if noun in HELD_BY_LOCATION:
        return select(table.c.location_id).where(table.c.uid == uid)
    if noun == "location":
        return select(locations.c.id).where(locations.c.uid == uid)
    if noun == "user":
        return _user_scope(uid)
    if noun == "patient":
        return _patient_scope(uid)
    return None


def _user_scope(uid: UUID) -> Select[int | None]:
    """Staff of one location, or of all where none is given, and wherever they have appointments."""
    everywhere = select(users.c.id).where(users.c.uid == uid, users.c.location_id.is_(None)).exists()
    own = select(users.c.location_id).where(users.c.uid == uid)
    visits = [
        select(table.c.location_id).join(users, users.c.id == table.c.doctor_id).where(users.c.uid == uid)
        for table in (appointments, queue_management)
    ]
    return select(union(own, select(locations.c.id).where(everywhere), *visits).subquery().c[0])


def _patient_scope(uid: UUID) -> Select[int | None]:
    of_visits = [
        select(table.c.location_id).join(patients, patients.c.id == table.c.patient_id).where(patients.c.uid == uid)
        for table in (appointments, queue_management)
    ]
    return select(union(*of_visits).subquery().c[0])
