"""Recognising somebody who books: the same phone or e-mail and the same name are the same person, however spelt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import BigInteger, Text, bindparam, cast, func, select

from server_sync.clinic.identity import phone_key
from server_sync.clinic.names import fold
from server_sync.clinic.numbers import patient_number
from server_sync.clinic.search_terms import email_term
from server_sync.desk.booking_outcomes import Person
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
    key = phone_key(person.phone)
    if key is not None:
        calls.append((_BY_PHONE, {"key": key}))
    if person.email:
        calls.append((_BY_EMAIL, {"term": email_term(person.email), "email": person.email.lower()}))
    return calls


def recognised(reading: Reading, person: Person, answers: Iterable[Rows]) -> Row | None:
    """The patient whom `person` is, by the answers to `questions`; None where nobody is held who could be them.

    A birth date tells people apart where both sides have one. A record that was merged leads to the one that stands.
    """
    alike = _alike((row for rows in answers for row in rows if "merged_into_uid" in row), person)
    known = next(iter(alike), None)
    return None if known is None else _standing(reading, known)


def recognise_or_register(work: Work, person: Person, year: int, *, is_verified: bool) -> tuple[Row, bool]:
    """The patient whom `person` is, and whether they are new, for whoever asks nothing else at the same time."""
    known = recognised(work, person, work.together(*questions(person, is_postgres=work.is_postgres)))
    if known is not None:
        return known, False
    number = patient_number(year, work.identity.series, work.next_count(f"patient_number:{year}"))
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


def _alike(rows: Iterable[Row], person: Person) -> Iterable[Row]:
    name = _name(person.first_name, person.last_name)
    for row in rows:
        born = row["date_of_birth"]
        same_age = person.born is None or born is None or born == person.born
        if same_age and _name(row["first_name"], row["last_name"]) == name:
            yield row


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
    patients.c.merged_into_uid,
).where(patients.c.deleted_at.is_(None), patients.c.erased_at.is_(None))
# Locked before any place in the day is: a device's appointments are settled in the same order.
_LOCKED = _PEOPLE.order_by(patients.c.id).with_for_update(of=patients)
_BY_PHONE = Prepared(_LOCKED.where(patients.c.phone_key == bindparam("key")))
_BY_EMAIL = Prepared(
    _LOCKED.join(patient_terms, patient_terms.c.patient_id == patients.c.id).where(
        patient_terms.c.term == bindparam("term"), func.lower(patients.c.email) == bindparam("email")
    )
)
_BY_UID = Prepared(_PEOPLE.where(patients.c.uid == bindparam("uid")))
