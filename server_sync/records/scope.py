"""Which locations hold a record: the one place that says so. A change goes to every location in its scope.

A location's machines hold the location itself, its staff, devices and availability, its appointments, queue and help
calls, and the patients whom any of these name. Audit entries, payments and reminders stay at the centre for now.
"""

from __future__ import annotations

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

HELD_BY_LOCATION = frozenset({"availability", "appointment", "queue", "help_call", "device"})
"""Nouns whose rows carry the one location that holds them."""

NAMES_A_PATIENT = frozenset({"appointment", "queue"})
"""Nouns that bring their patient into their location's scope."""


def locations_of(connection: Connection, noun: str, uid: UUID) -> frozenset[int]:
    """The ids of the locations in whose scope the record lies now."""
    query = _scope_query(noun, uid)
    if query is None:
        return frozenset()
    return frozenset(value for value in connection.execute(query).scalars() if value is not None)


def patient_of(connection: Connection, noun: str, uid: UUID) -> UUID | None:
    """The patient whom an appointment or a place in the queue names."""
    table = BY_NOUN[noun]
    query = select(patients.c.uid).join(table, table.c.patient_id == patients.c.id).where(table.c.uid == uid)
    return connection.execute(query).scalar()


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
    """Staff of one location, or of all where none is given."""
    everywhere = select(users.c.id).where(users.c.uid == uid, users.c.location_id.is_(None)).exists()
    own = select(users.c.location_id).where(users.c.uid == uid)
    return select(union(own, select(locations.c.id).where(everywhere)).subquery().c[0])


def _patient_scope(uid: UUID) -> Select[int | None]:
    of_visits = [
        select(table.c.location_id).join(patients, patients.c.id == table.c.patient_id).where(patients.c.uid == uid)
        for table in (appointments, queue_management)
    ]
    return select(union(*of_visits).subquery().c[0])
