"""The same person registered twice: same phone number, same birth date, much the same name. Proposed, never merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from server_sync.clinic.names import are_similar, words
from server_sync.merge.verdicts import Dispute, Outcome
from server_sync.protocol.canonical import Json

IDENTIFYING = frozenset({"first_name", "last_name", "phone", "date_of_birth", "merged_into_uid"})
"""What makes a record look like another's: whoever changes none of it is not compared anew."""

_MOST_COMPARED = 20
"""Records of one number and birth date that a further one is compared with, the oldest first."""

_MANY = 3
"""Who is like more than so many is a placeholder, or registered again and again: the oldest alone is proposed."""

_WORDS = "Two records may be of one person: the same phone number and birth date, and much the same name."


@dataclass(frozen=True, slots=True)
class Registered:
    """As much of a patient's record as tells people apart. `phone_key` is what spellings of one number share."""

    uid: UUID
    first_name: str | None
    last_name: str | None
    phone_key: str
    born: date


def same_people(new: Iterable[Registered], known: Iterable[Registered]) -> Iterator[tuple[UUID, UUID]]:
    """Pairs of records that may be of one person, the older uid first, each once. `known` may hold the new ones."""
    by_key: dict[tuple[str, date], list[tuple[UUID, tuple[str, ...]]]] = {}
    for one in known:
        by_key.setdefault((one.phone_key, one.born), []).append((one.uid, _words(one)))
    told: set[tuple[UUID, UUID]] = set()
    for group in by_key.values():
        group.sort()
        del group[_MOST_COMPARED:]
    for one in new:
        named = _words(one)
        alike = [
            uid
            for uid, others in by_key.get((one.phone_key, one.born), ())
            if uid != one.uid and are_similar(named, others)
        ]
        for uid in alike if len(alike) <= _MANY else alike[:1]:
            pair = (min(one.uid, uid), max(one.uid, uid))
            if pair not in told:
                told.add(pair)
                yield pair


def proposal(older: UUID, younger: UUID) -> Dispute:
    """What a person is asked: whether the younger record is of the person of the older one."""
    offered: Json = {"standing": None, "offered": str(younger), "based_on": None}
    return Dispute(Outcome.SAME_PERSON.value, "patient", older, {"merged_into_uid": offered}, _WORDS)


def _words(one: Registered) -> tuple[str, ...]:
    return words(f"{one.first_name or ''} {one.last_name or ''}")
