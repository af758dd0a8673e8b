"""Which locations hold a record: the one place that says so. A change goes to every location in its scope.

A location's machines hold the location itself, its staff, devices and availability, its appointments, queue and help
calls, and the patients and doctors whom any of these name. Audit entries, payments and reminders stay at the centre.
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

BRINGS_ALONG = frozenset({"appointment", "queue"})
"""Nouns that bring their patient and their doctor into their location's scope."""


def locations_of(connection: Connection, noun: str, uid: UUID) -> frozenset[int]:
    """The ids of the locations in whose scope the record lies now."""
    query = _scope_query(noun, uid)
    if query is None:
        return frozenset()
    return frozenset(value for value in connection.execute(query).scalars() if value is not None)


def named_by(connection: Connection, noun: str, uid: UUID) -> tuple[tuple[str, UUID], ...]:
    """The records that must be wherever this one is: the patient and the doctor of an appointment or a place, and
    the staff without a location of their own, for a new location.
    """
    if noun == "location":
        everywhere = connection.execute(select(users.c.uid).where(users.c.location_id.is_(None)))
        return tuple(("user", uid) for uid in everywhere.scalars())
    if noun not in BRINGS_ALONG:
        return ()
    table = BY_NOUN[noun]
    query = (
        select(patients.c.uid.label("patient"), users.c.uid.label("doctor"))
        .select_from(table)
        .outerjoin(patients, patients.c.id == table.c.patient_id)
        .outerjoin(users, users.c.id == table.c.doctor_id)
        .where(table.c.uid == uid)
    )
    row = connection.execute(query).first()
    found = () if row is None else (("patient", row.patient), ("user", row.doctor))
    return tuple((noun, uid) for noun, uid in found if uid is not None)


def lock_scope(connection: Connection, noun: str, uid: UUID) -> None:
    """Let nobody bring a patient to another location between the question where they are and the COMMIT.

    A booking holds its patient's row by its reference; SQLite has one writer at a time anyway.
    """
    if noun == "patient" and connection.dialect.name == "postgresql":
        connection.execute(select(patients.c.id).where(patients.c.uid == uid).with_for_update())


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
