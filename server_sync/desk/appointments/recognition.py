"""Recognising somebody who books: the same phone or e-mail and the same name are the same person, however spelt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import BigInteger, Text, bindparam, cast, func, select, union_all

from server_sync.clinic.identity import phone_key
from server_sync.clinic.names import fold
from server_sync.clinic.numbers import patient_number
from server_sync.clinic.search_terms import email_term
from server_sync.desk.appointments.outcomes import Person
from server_sync.desk.place import clinic_series
from server_sync.records.batches import Call, Rows
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import patient_terms, patients
from server_sync.records.work import Work

_MOST_MERGES = 8
"""Merges that are followed from one record to the next; a longer chain is taken for a circle."""


def questions(person: Person, *, is_postgres: bool) -> list[Call]:
    """What to ask of the records to recognise `person`, for `recognised`; to be sent in one transaction, in this order.

    On PostgreSQL two who come as the same person at once wait here for each other: the second finds whom the first has
    registered. Whoever is found stays locked until the transaction ends.
    """
    calls: list[Call] = [(_LOCK, {"key": _lock_key(person)})] if is_postgres else []
    terms = {"key": phone_key(person.phone), "term": email_term(person.email) if person.email else None}
    if any(terms.values()):
        calls.append((_ALIKE, terms))
    return calls


def recognised(reading: Reading, person: Person, answers: Iterable[Rows]) -> Row | None:
    """The patient whom `person` is, by the answers to `questions`; None where nobody is held who could be them.

    A birth date tells people apart where both sides have one. A record that was merged leads to the one that stands.
    """
    held = (row for rows in answers for row in rows if "merged_into_uid" in row)
    known = next((row for row in held if _is_reached_as(row, person) and _is_alike(row, person)), None)
    return None if known is None else _standing(reading, known)


def recognise_or_register(work: Work, person: Person, year: int, *, is_verified: bool) -> tuple[Row, bool]:
    """The patient whom `person` is, and whether they are new, for whoever asks nothing else at the same time."""
    known = recognised(work, person, work.together(*questions(person, is_postgres=work.is_postgres)))
    if known is not None:
        return known, False
    number = patient_number(year, clinic_series(work), work.next_count(f"patient_number:{year}"))
    return register(work, person, number, is_verified=is_verified), True


def register(work: Work, person: Person, number: str, *, is_verified: bool) -> Row:
    """A new patient with what they say of themselves."""
    return work.create(
        patients,
        patient_number=number,
        first_name=person.first_name,
        last_name=person.last_name,
        phone=person.phone,
        email=person.email,
        date_of_birth=person.born,
        is_verified=is_verified,
    )


def patient_of(reading: Reading, uid: UUID) -> Row | None:
    """A patient by uid, or whom they were merged into; None where there is none."""
    row = reading.first(_BY_UID, {"uid": uid})
    return None if row is None else _standing(reading, row)


def _is_reached_as(row: Row, person: Person) -> bool:
    """By the same phone or e-mail; very long addresses share a search term without being the same."""
    same_phone = row["phone_key"] is not None and row["phone_key"] == phone_key(person.phone)
    return same_phone or bool(person.email and row["email"] and row["email"].lower() == person.email.lower())


def _is_alike(row: Row, person: Person) -> bool:
    born = row["date_of_birth"]
    same_age = person.born is None or born is None or born == person.born
    return same_age and _name(row["first_name"], row["last_name"]) == _name(person.first_name, person.last_name)


def _name(first_name: str | None, last_name: str | None) -> tuple[str, str]:
    """Signs without letters are compared as they are."""
    first, last = first_name or "", last_name or ""
    return fold(first) or first, fold(last) or last


def _standing(reading: Reading, row: Row) -> Row:
    for _ in range(_MOST_MERGES):
        if row["merged_into_uid"] is None:
            return row
        row = reading.first(_BY_UID, {"uid": row["merged_into_uid"]}) or row
    return row


def _lock_key(person: Person) -> int:
    """One number for whoever might be the same person."""
    said = phone_key(person.phone) or (person.email or "").lower()
    return int.from_bytes(hashlib.sha256(said.encode()).digest()[:8], "big", signed=True)


_LOCK = Prepared(select(cast(func.pg_advisory_xact_lock(bindparam("key", type_=BigInteger)), Text).label("locked")))
_PEOPLE = select(
    patients.c.id,
    patients.c.uid,
    patients.c.patient_number,
    patients.c.first_name,
    patients.c.last_name,
    patients.c.date_of_birth,
    patients.c.phone_key,
    patients.c.email,
    patients.c.merged_into_uid,
).where(patients.c.deleted_at.is_(None), patients.c.erased_at.is_(None))
# Locked before any place in the day is: a device's appointments are settled in the same order.
_LOCKED = _PEOPLE.order_by(patients.c.id).with_for_update(of=patients)
_SAME_PHONE = select(patients.c.id).where(patients.c.phone_key == bindparam("key"))
_SAME_EMAIL = select(patient_terms.c.patient_id).where(patient_terms.c.term == bindparam("term"))
_ALIKE = Prepared(_LOCKED.where(patients.c.id.in_(union_all(_SAME_PHONE, _SAME_EMAIL))))
_BY_UID = Prepared(_PEOPLE.where(patients.c.uid == bindparam("uid")))
