"""A register of a few people in memory, with the appointments of one day."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from kiosk.screens.reception.people_desk import (
    AlikeKnown,
    ChangeAnswer,
    ChangedMeanwhile,
    ConsentLine,
    Details,
    DoctorChoice,
    JoinAnswer,
    Paper,
    PastKind,
    PastLine,
    PersonFile,
    PersonLine,
    Refusal,
    Saved,
    TodayLine,
    Waits,
    WalkIn,
)
from server_sync.clinic.roles import DESK, Role
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import at, uid

BLOCK = 3 << 40
"""Where the ids of records begin that a device made."""
MEERA = PersonFile(
    BLOCK + 11,
    3,
    "PAT-2026-00011",
    is_verified=True,
    details=Details("Meera", "Iyer", date(1948, 2, 2), "+44 20 7946 0018", "meera@example.org", "4 Elm Road"),
    past=(
        PastLine(PastKind.APPOINTMENT, at(9, 30), "confirmed", "Dr Okafor", uid(2), frozenset(Paper)),
        PastLine(PastKind.VISIT, datetime(2026, 9, 1, 10, 20, tzinfo=at(9, 0).tzinfo), "completed", "Dr Okafor"),
        PastLine(PastKind.CHANGE, datetime(2026, 8, 3, 8, 15, tzinfo=at(9, 0).tzinfo), "change_patient", "Sam Ortega"),
    ),
)
OTIS = PersonFile(BLOCK + 12, 1, "PAT-2026-00012", is_verified=False, details=Details("Otis", "", None, ""))
OKAFOR, HADDAD = DoctorChoice(3, "Dr Okafor", "Room 3"), DoctorChoice(4, "Dr Haddad", "Room 2")


def coming(number: int, hour: int, minute: int, name: str, status: str = "confirmed", token: str = "") -> TodayLine:
    """An appointment of today with Dr Okafor."""
    return TodayLine(
        BLOCK + number,
        uid(number),
        at(hour, minute),
        name,
        OKAFOR.name,
        status,
        token,
        is_provisional=number % 7 == 0,
        person_id=BLOCK + number,
        papers=frozenset({Paper.SLIP} if status in ("scheduled", "confirmed") else {Paper.RECEIPT}),
    )


@dataclass
class FakePeopleDesk:
    """Whoever shares the last name and the birth date or phone of somebody known is taken to be alike."""

    people: dict[int, PersonFile] = field(default_factory=lambda: {one.id: one for one in (MEERA, OTIS)})
    day: list[TodayLine] = field(default_factory=list)
    places: dict[int, str] = field(default_factory=dict)
    joined: list[tuple[int, WalkIn]] = field(default_factory=list)
    role: Role = Role.RECEPTIONIST
    fault: Fault | None = None
    numbers: int = 99
    has_printer: bool = False
    printed: list[tuple[Paper, UUID, str]] = field(default_factory=list)
    """Marked as reprints."""
    _counts: itertools.count[int] = field(default_factory=lambda: itertools.count(17))

    async def search(self, typed: str) -> tuple[PersonLine, ...]:
        self._break()
        words = typed.casefold().split()
        found = [one for one in self.people.values() if all(_has(one, word) for word in words)]
        return tuple(_line(one) for one in found) if words else ()

    async def person(self, person_id: int) -> PersonFile | None:
        self._break()
        return self.people.get(person_id)

    async def doctors(self) -> tuple[DoctorChoice, ...]:
        self._break()
        return (HADDAD, OKAFOR)

    async def register(self, details: Details, walk_in: WalkIn, *, is_new: bool) -> JoinAnswer:
        self._break()
        if self.role not in DESK:
            return Refusal.NOT_YOURS
        alike = tuple(_line(one) for one in self.people.values() if _alike(one.details, details))
        if alike and not is_new:
            return AlikeKnown(alike)
        person_id = max(self.people) + 1
        number = f"PAT-2026-{person_id % 100_000:05}"
        self.people[person_id] = PersonFile(person_id, 1, number, is_verified=True, details=details)
        return await self.join(person_id, walk_in)

    async def join(self, person_id: int, walk_in: WalkIn) -> JoinAnswer:
        self._break()
        if self.role not in DESK:
            return Refusal.NOT_YOURS
        if person_id not in self.people:
            return Refusal.GONE
        if person_id in self.places:
            return Waits(person_id, self.places[person_id], 0, is_new=False)
        if not self.numbers:
            return Refusal.NO_NUMBERS
        self.places[person_id] = f"B {next(self._counts)}"
        self.joined.append((person_id, walk_in))
        return Waits(person_id, self.places[person_id], len(self.places) - 1, is_new=True)

    async def change(self, person_id: int, version: int, details: Details) -> ChangeAnswer:
        self._break()
        if self.role not in DESK:
            return Refusal.NOT_YOURS
        person = self.people.get(person_id)
        if person is None:
            return Refusal.GONE
        if person.version != version:
            return ChangedMeanwhile(person)
        self.people[person_id] = replace(person, details=details, version=version + 1)
        return Saved(self.people[person_id])

    async def agree(self, person_id: int, language: str) -> ChangeAnswer:
        self._break()
        if self.role not in DESK:
            return Refusal.NOT_YOURS
        person = self.people.get(person_id)
        if person is None:
            return Refusal.GONE
        if person.consent is not None and person.consent.may_agree:
            agreed = ConsentLine(True, at(9, 41), is_in_force=True, may_agree=False)
            self.people[person_id] = replace(person, consent=agreed, version=person.version + 1)
        return Saved(self.people[person_id])

    async def today(self) -> tuple[TodayLine, ...]:
        self._break()
        return tuple(sorted(self.day, key=lambda one: one.at))

    async def check_in(self, appointment_uid: UUID, language: str) -> JoinAnswer:
        self._break()
        if self.role not in DESK:
            return Refusal.NOT_YOURS
        one = next((one for one in self.day if one.uid == appointment_uid), None)
        if one is None or one.status in ("cancelled", "completed"):
            return Refusal.GONE
        if one.at > at(12, 0):
            return Refusal.TOO_EARLY
        number = one.number or f"B {next(self._counts)}"
        self._become(one, status="in_progress", number=number)
        return Waits(0, number, 0, is_new=not one.number)

    async def mark_no_show(self, appointment_id: int) -> Refusal | None:
        self._break()
        return self._step(appointment_id, "no_show")

    async def cancel(self, appointment_id: int) -> Refusal | None:
        self._break()
        return self._step(appointment_id, "cancelled")

    async def print_again(self, paper: Paper, appointment_uid: UUID, language: str) -> Refusal | None:
        self._break()
        if self.role not in DESK:
            return Refusal.NOT_YOURS
        if not self.has_printer:
            return Refusal.NO_PRINTER
        past = [one for person in self.people.values() for one in person.past if one.appointment_uid is not None]
        known = {one.uid: one.papers for one in self.day} | {one.appointment_uid: one.papers for one in past}
        if paper not in known.get(appointment_uid, frozenset()):
            return Refusal.GONE
        self.printed.append((paper, appointment_uid, language))
        return None

    def _step(self, appointment_id: int, status: str) -> Refusal | None:
        if self.role not in DESK:
            return Refusal.NOT_YOURS
        one = next((one for one in self.day if one.id == appointment_id), None)
        if one is None:
            return Refusal.GONE
        if one.number or one.status in ("cancelled", "completed"):
            return Refusal.MOVED_ON
        if status == "no_show" and one.at > at(9, 41):
            return Refusal.NOT_YET
        self._become(one, status=status)
        return None

    def _become(self, one: TodayLine, **changes: str) -> None:
        self.day = [replace(other, **changes) if other.id == one.id else other for other in self.day]  # type: ignore[arg-type]  # replace() checks the names itself

    def _break(self) -> None:
        if self.fault is not None:
            raise self.fault


def _line(one: PersonFile) -> PersonLine:
    return PersonLine(one.id, one.name, one.details.born, one.details.phone, one.number, one.is_verified)


def _has(one: PersonFile, word: str) -> bool:
    told = f"{one.name} {one.number} {one.details.phone.replace(' ', '')}".casefold().split()
    return any(part.startswith(word) for part in told)


def _alike(one: Details, other: Details) -> bool:
    same_name = bool(other.last_name) and one.last_name.casefold() == other.last_name.casefold()
    return same_name and (one.born == other.born is not None or (bool(other.phone) and one.phone == other.phone))
