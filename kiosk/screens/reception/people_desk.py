"""What reception asks about people: who somebody is, what is known of them, and who is expected today.

`kiosk.app.reception` implements it with `server_sync.desk` on the records' thread; `tests.fakes` has one in memory.
Both pass the same contract suite. Each method may raise `server_sync.protocol.faults.Fault` when the world broke.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeAlias
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in a list."""

    id: int
    name: str
    born: date | None
    phone: str
    number: str
    is_verified: bool
    """Whether staff have seen who they are."""


@dataclass(frozen=True, slots=True)
class Details:
    """What may be said of a person at the desk; empty where nothing is known."""

    first_name: str = ""
    last_name: str = ""
    born: date | None = None
    phone: str = ""
    email: str = ""
    address: str = ""


class PastKind(StrEnum):
    """What of somebody's past a line tells."""

    APPOINTMENT = "appointment"
    VISIT = "visit"
    CHANGE = "change"


class Paper(StrEnum):
    """What of an appointment can be printed again; the ticket is reprinted from the queue."""

    SLIP = "slip"
    """When and where it is; only while somebody is still to come."""
    RECEIPT = "receipt"
    """Of what was paid last."""


@dataclass(frozen=True, slots=True)
class PastLine:
    """Something that happened, at a moment in the clinic's own time zone."""

    kind: PastKind
    at: datetime
    state: str
    """An appointment's or visit's status; of a change the intent."""
    who: str
    """The doctor, or whoever changed it; empty where nobody is known."""
    appointment_uid: UUID | None = None
    papers: frozenset[Paper] = frozenset()
    """Of the appointment."""


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What somebody said to the clinic's consent. `agreed` is None where they were never asked, and `at` too."""

    agreed: bool | None
    at: datetime | None
    is_in_force: bool
    """Whether it was to the text that is in force."""
    may_agree: bool
    """Whether there is a text that they have not agreed to."""


@dataclass(frozen=True, slots=True)
class PersonFile:
    """One person. `version` is of the record: whoever changes it says which one they read."""

    id: int
    version: int
    number: str
    is_verified: bool
    details: Details
    past: tuple[PastLine, ...] = ()
    """Newest first."""
    consent: ConsentLine | None = None
    """None where this location asks nobody."""

    @property
    def name(self) -> str:
        """As people are called here."""
        return " ".join(part for part in (self.details.first_name, self.details.last_name) if part)


@dataclass(frozen=True, slots=True)
class WalkIn:
    """How somebody joins the queue now. Without a doctor they wait for whoever is free."""

    doctor_id: int | None = None
    reason: str = ""
    language: str = "en"
    """Of their ticket."""


@dataclass(frozen=True, slots=True)
class DoctorChoice:
    """A doctor who sees people here today."""

    id: int
    name: str
    room: str


@dataclass(frozen=True, slots=True)
class Waits:
    """They wait now; `is_new` is False where they did already. `number` is as seen and spoken."""

    person_id: int
    number: str
    people_ahead: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class AlikeKnown:
    """Nobody was registered: these may be the same person."""

    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """The record as it stands now."""

    person: PersonFile


@dataclass(frozen=True, slots=True)
class ChangedMeanwhile:
    """Somebody else changed it since it was read; nothing was written. So it stands now."""

    person: PersonFile


class Refusal(StrEnum):
    """Why the clinic says no; nothing was written."""

    GONE = "gone"
    """The person or the appointment is not known any more."""
    NO_NUMBERS = "no_numbers"
    TOO_EARLY = "too_early"
    MOVED_ON = "moved_on"
    """Its state does not allow it any more."""
    NOT_YET = "not_yet"
    """That somebody did not come cannot be known before their time."""
    NOT_YOURS = "not_yours"
    NO_PRINTER = "no_printer"
    """This machine prints nothing."""


@dataclass(frozen=True, slots=True)
class TodayLine:
    """An appointment of today; `at` is in the clinic's own time zone, `number` their place, once they are here."""

    id: int
    uid: UUID
    at: datetime
    name: str
    doctor: str
    status: str
    number: str
    is_provisional: bool
    person_id: int
    papers: frozenset[Paper] = frozenset()


JoinAnswer: TypeAlias = Waits | AlikeKnown | Refusal
ChangeAnswer: TypeAlias = Saved | ChangedMeanwhile | Refusal


class PeopleDesk(Protocol):
    """The operations behind People and Today, of this machine's location."""

    async def search(self, typed: str) -> tuple[PersonLine, ...]:
        """Who has all that was typed: words of a name, phone, birth date, number; each as far as it was typed."""
        ...

    async def person(self, person_id: int) -> PersonFile | None:
        """One person with their past; None where they are unknown."""
        ...

    async def doctors(self) -> tuple[DoctorChoice, ...]:
        """Whom somebody may wait for today, by name."""
        ...

    async def register(self, details: Details, walk_in: WalkIn, *, is_new: bool) -> JoinAnswer:
        """Make somebody known, and give them a place. `is_new`: whoever is alike is somebody else."""
        ...

    async def join(self, person_id: int, walk_in: WalkIn) -> JoinAnswer:
        """Give somebody who is known a place."""
        ...

    async def change(self, person_id: int, version: int, details: Details) -> ChangeAnswer:
        """Change what is known of somebody, if it still is as it was read."""
        ...

    async def agree(self, person_id: int, language: str) -> ChangeAnswer:
        """They agree to the clinic's consent, on their word at the desk, as shown in this language."""
        ...

    async def today(self) -> tuple[TodayLine, ...]:
        """Today's appointments here, by time."""
        ...

    async def check_in(self, appointment_uid: UUID, language: str) -> JoinAnswer:
        """They are here; `language` is their ticket's."""
        ...

    async def mark_no_show(self, appointment_id: int) -> Refusal | None:
        """They did not come; None once that is on record."""
        ...

    async def cancel(self, appointment_id: int) -> Refusal | None:
        """It is called off; None once that is on record."""
        ...

    async def print_again(self, paper: Paper, appointment_uid: UUID, language: str) -> Refusal | None:
        """Queue a paper that is marked as a reprint; None where that was done."""
        ...
