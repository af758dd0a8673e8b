"""Searching patients as one types, over the whole register: each question is one walk along one index.

The walk is along the rarest of what was typed: two words of a name together, as a rule. How rare something is is asked
of the index too, up to a bound. The index's order is the answer's: nothing is sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from server_sync.clinic.search_terms import Asked, asked, pair_prefix
from server_sync.desk.patients.reading import PatientEntry, entry, rows_by_id, standing_rows
from server_sync.records.reading import Reading
from server_sync.records.tables import appointments, patient_terms, patients, queue_management

USUAL_LIMIT = 20

_RARE = 512
"""Of what is rarer than this any is good to walk along."""
_BOUND = 8_192
"""Entries up to which it is told which of two is rarer: 2 ms on PostgreSQL, 3 ms on SQLCipher."""
_PAIRED_WORDS = 3
_FEWEST_ROWS = 40
_MORE_ROWS = 8
_MOST_ROWS_OF_A_LOCATION = 2_000

_LAST_SIGN = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Walk:
    """A way along the index, or by the birth date where `prefixes` is empty; and what is asked at each step of it."""

    prefixes: tuple[str, ...]
    holds: tuple[str, ...] = ()
    """Beginnings of the words that stand behind a term of two."""
    besides: tuple[tuple[str, ...], ...] = ()
    """Alternatives that begin another term of the same person."""


def search_patients(
    reading: Reading, typed: str, limit: int = USUAL_LIMIT, location_id: int | None = None
) -> tuple[PatientEntry, ...]:
    """Up to `limit` patients who have all that was typed, in any order, each a prefix: words of their name, phone,
    patient number, birth date. A merged record leads to the one that stands; who was erased is not found.

    With `location_id` only those who have or had an appointment or a visit there, among the first two thousand hits.
    """
    question = asked(typed)
    walk = choose(reading, question)
    if walk is None:
        return ()
    wanted = max(limit * 2, _FEWEST_ROWS)
    while True:
        ids = _ids(reading, question, walk, wanted)
        found = _entries(reading, list(dict.fromkeys(ids)), limit, location_id)
        is_enough = location_id is not None and wanted >= _MOST_ROWS_OF_A_LOCATION
        if len(found) >= limit or len(ids) < wanted or is_enough:
            return tuple(found)
        wanted *= _MORE_ROWS


def choose(reading: Reading, question: Asked) -> Walk | None:
    """The way with fewest steps, as far as that can be told cheaply; None where nothing was asked."""
    walks = list(_walks(question))
    if len(walks) <= 1:
        return walks[0] if walks else None
    for walk in walks:
        if _count(reading, question, walk, _RARE) < _RARE:
            return walk
    if len(question.words) >= 2 and not question.numbers and not question.born:
        return walks[0]
    counts = [_count(reading, question, walk, _BOUND) for walk in walks]
    return walks[counts.index(min(counts))]


def query_of(walk: Walk, prefix: str, question: Asked, limit: int) -> Select[Any]:
    """The walk from the first entry that begins with `prefix`."""
    term = patient_terms.c
    query = select(term.patient_id).where(_begins(term.term, prefix))
    for word in walk.holds:
        query = query.where(term.others.like(f"% {word}%"))  # folded: no sign that LIKE understands
    for alternatives in walk.besides:
        query = query.where(_has_term(term.patient_id, alternatives))
    if question.born:
        born = patients.c.date_of_birth.in_(question.born)
        query = query.where(select(patients.c.id).where(patients.c.id == term.patient_id, born).exists())
    return query.order_by(term.term, term.others, term.patient_id).limit(limit)


def _walks(question: Asked) -> Iterable[Walk]:
    words, numbers = [(word,) for word in question.words], list(question.numbers)
    for one, other in combinations(range(min(len(words), _PAIRED_WORDS)), 2):
        pair = question.words[one], question.words[other]
        rest = [word for place, word in enumerate(words) if place not in (one, other)]
        yield Walk((pair_prefix(*pair),), pair, (*rest, *numbers))
    for place, alternatives in enumerate([*words, *numbers]):
        others = [*words, *numbers]
        del others[place]
        yield Walk(alternatives, (), tuple(others))
    if question.born:
        yield Walk((), (), (*words, *numbers))


def _count(reading: Reading, question: Asked, walk: Walk, bound: int) -> int:
    rows: list[Select[Any]] = [
        select(patient_terms.c.term).where(_begins(patient_terms.c.term, prefix)) for prefix in walk.prefixes
    ]
    if not rows:
        rows = [select(patients.c.date_of_birth).where(patients.c.date_of_birth.in_(question.born))]
    counted = (select(func.count()).select_from(some.limit(bound).subquery()) for some in rows)
    return sum(int(reading.scalar(query)) for query in counted)


def _ids(reading: Reading, question: Asked, walk: Walk, limit: int) -> list[int]:
    """In the index's order; a patient may come twice."""
    if not walk.prefixes:
        return [row["id"] for row in reading.all(_born(question, walk, limit))]
    queries = (query_of(walk, prefix, question, limit) for prefix in walk.prefixes)
    return [row["patient_id"] for query in queries for row in reading.all(query)]


def _born(question: Asked, walk: Walk, limit: int) -> Select[Any]:
    query = select(patients.c.id).where(
        patients.c.date_of_birth.in_(question.born), patients.c.erased_at.is_(None), patients.c.deleted_at.is_(None)
    )
    for alternatives in walk.besides:
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
