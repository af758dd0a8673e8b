"""Searching patients as one types, over the whole register: each question is one range of one index.

Of several words the rarest drives: its range is walked in the index's order, and the others are looked up beside each
entry. How rare a word is is asked of the index too, up to a bound. Nothing is ever sorted but what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from server_sync.clinic.search_terms import Asked, asked
from server_sync.desk.patient_records import PatientEntry, entry, rows_by_id, standing_rows
from server_sync.records.reading import Reading
from server_sync.records.tables import appointments, patient_terms, patients, queue_management

USUAL_LIMIT = 20

_PROBES = (512, 16_384)
"""Entries up to which two words' rarity is compared. Walking 16,384 takes 3 ms on PostgreSQL, 6 ms on SQLCipher."""
_FEWEST_ROWS = 40
_MORE_ROWS = 8
_MOST_ROWS_OF_A_LOCATION = 5_000

_LAST_SIGN = "\U0010ffff"


def search_patients(
    reading: Reading, typed: str, limit: int = USUAL_LIMIT, location_id: int | None = None
) -> tuple[PatientEntry, ...]:
    """Up to `limit` patients who have all that was typed, in any order, each a prefix: words of their name, phone,
    patient number, birth date. A merged record leads to the one that stands; who was erased is not found.

    With `location_id` only those who have or had an appointment or a visit there, among the first 5,000 hits.
    """
    question = asked(typed)
    drive = _driver(reading, question)
    if drive is None:
        return ()
    wanted = max(limit * 2, _FEWEST_ROWS)
    while True:
        ids = _ids(reading, question, drive, wanted)
        found = _entries(reading, list(dict.fromkeys(ids)), limit, location_id)
        if len(found) >= limit or len(ids) < wanted:
            return tuple(found)
        if location_id is not None and wanted > _MOST_ROWS_OF_A_LOCATION:
            return tuple(found)
        wanted *= _MORE_ROWS


def driving_query(is_postgres: bool, question: Asked, drive: int, prefix: str, limit: int) -> Select[Any]:
    """The walk along one prefix of the condition `drive`, the other conditions asked beside each entry."""
    term = patient_terms.c
    query = select(term.patient_id).where(_begins(term.term, prefix))
    for place, alternatives in enumerate(question.prefixes):
        if place == drive:
            continue
        word = alternatives[0]
        if word in question.words and question.prefixes[drive][0] in question.words:
            query = query.where(_holds(is_postgres, f" {word}"))
        else:
            query = query.where(_has_term(term.patient_id, alternatives))
    if question.born:
        query = query.where(
            select(patients.c.id).where(patients.c.id == term.patient_id, patients.c.date_of_birth.in_(question.born))
            .exists()
        )  # fmt: skip
    return query.order_by(term.term, term.others, term.patient_id).limit(limit)


_BY_BIRTH = -1
"""In place of a condition's number: the birth date drives."""


def _driver(reading: Reading, question: Asked) -> int | None:
    """Which condition has fewest entries, as far as that can be told cheaply; None where nothing was asked."""
    places = list(range(len(question.prefixes))) + ([_BY_BIRTH] if question.born else [])
    if len(places) <= 1:
        return places[0] if places else None
    for bound in _PROBES:
        counts = {place: _count(reading, question, place, bound) for place in places}
        rarest = min(places, key=lambda place: counts[place])
        if counts[rarest] < bound:
            return rarest
    return max(places, key=lambda place: len(question.prefixes[place][0]) if place != _BY_BIRTH else 0)


def _count(reading: Reading, question: Asked, place: int, bound: int) -> int:
    if place == _BY_BIRTH:
        rows: Select[Any] = select(patients.c.date_of_birth).where(patients.c.date_of_birth.in_(question.born))
        return _bounded(reading, rows, bound)
    return sum(
        _bounded(reading, select(patient_terms.c.term).where(_begins(patient_terms.c.term, prefix)), bound)
        for prefix in question.prefixes[place]
    )


def _bounded(reading: Reading, rows: Select[Any], bound: int) -> int:
    return int(reading.scalar(select(func.count()).select_from(rows.limit(bound).subquery())))


def _ids(reading: Reading, question: Asked, drive: int, limit: int) -> list[int]:
    """In the index's order; a patient may come twice."""
    if drive == _BY_BIRTH:
        return [row["id"] for row in reading.all(_born(question, limit))]
    is_postgres = reading.connection.dialect.name == "postgresql"
    ids: list[int] = []
    for prefix in question.prefixes[drive]:
        query = driving_query(is_postgres, question, drive, prefix, limit)
        ids += [row["patient_id"] for row in reading.all(query)]
    return ids


def _born(question: Asked, limit: int) -> Select[Any]:
    query = select(patients.c.id).where(
        patients.c.date_of_birth.in_(question.born), patients.c.erased_at.is_(None), patients.c.deleted_at.is_(None)
    )
    for alternatives in question.prefixes:
        query = query.where(_has_term(patients.c.id, alternatives))
    return query.limit(limit)


def _entries(reading: Reading, ids: Sequence[int], limit: int, location_id: int | None) -> list[PatientEntry]:
    if location_id is not None:
        there = _known_at(reading, ids, location_id)
        ids = [patient_id for patient_id in ids if patient_id in there]
    found: dict[int, PatientEntry] = {}
    for start in range(0, len(ids), _FEWEST_ROWS):
        some = ids[start : start + _FEWEST_ROWS]
        rows = rows_by_id(reading, some)
        standing = standing_rows(reading, rows.values())
        for patient_id in some:
            row = standing.get(patient_id)
            if row is not None and row["erased_at"] is None:
                found.setdefault(row["id"], entry(row))
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def _known_at(reading: Reading, ids: Sequence[int], location_id: int) -> set[int]:
    if not ids:
        return set()
    known: set[int] = set()
    for table in (appointments, queue_management):
        query = select(table.c.patient_id).where(table.c.patient_id.in_(ids), table.c.location_id == location_id)
        known.update(row["patient_id"] for row in reading.all(query.distinct()))
    return known


def _begins(column: ColumnElement[Any], prefix: str) -> ColumnElement[bool]:
    return column.between(prefix, prefix + _LAST_SIGN)


def _has_term(patient_id: ColumnElement[Any], prefixes: Iterable[str]) -> ColumnElement[bool]:
    other = patient_terms.alias()
    begins = or_(*(_begins(other.c.term, prefix) for prefix in prefixes))
    return select(other.c.term).where(other.c.patient_id == patient_id, begins).exists()


def _holds(is_postgres: bool, text: str) -> ColumnElement[bool]:
    """LIKE would ignore case on SQLite, letter by letter."""
    find = func.strpos if is_postgres else func.instr
    return find(patient_terms.c.others, text) > 0
