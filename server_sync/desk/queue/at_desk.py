"""The queue as those who work with it see it: plain values, light enough for screens to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from server_sync.clinic.queue_explanation import Explanation
from server_sync.clinic.queue_policy import EMERGENCY_LEVEL
from server_sync.clinic.roles import CLINICAL, Role
from server_sync.clinic.visits import MOST_RECALLS, HeldBack, QueueStatus
from server_sync.desk.outcomes import WaitRange


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """Somebody in the queue. Moments are aware, in the clinic's own time zone; minutes are whole."""

    id: int
    uid: UUID
    number: str
    """As seen and spoken: `B 17`."""
    name: str
    """Empty where nobody is known behind the number."""
    status: QueueStatus
    held_back: HeldBack | None
    """Why somebody who waits is not to be called; None where they may be."""
    doctor_id: int | None
    """None for whoever is free."""
    position: int | None
    """From 1 among those who wait for the same doctor and may be called."""
    wait: WaitRange | None
    """How long until they are called, as they were told; None where nothing honest can be said."""
    arrived_at: datetime
    since: datetime
    """Since when they stand where they stand: came, were called, or went in."""
    minutes: int
    """Since then, at the moment of the board."""
    booked_for: datetime | None
    over_target_min: int
    """Minutes beyond the target of their lane; 0 while they are within it."""
    triage_level: int | None
    special_reason: str | None
    is_late: bool
    is_verified: bool
    """Whether staff have seen who they are; a kiosk's registration has not been."""
    recall_count: int
    absent_count: int
    room: str
    called_by: str
    """Who called them last; empty where nobody did."""
    put_first: str
    """Why staff put them before the order; empty where nobody did."""

    @property
    def is_emergency(self) -> bool:
        """Level 1: they wait in no line, and somebody must come at once."""
        return self.triage_level is not None and self.triage_level <= EMERGENCY_LEVEL

    @property
    def may_be_called(self) -> bool:
        """Whether a desk may call them now, in their turn or out of it."""
        return self.status is QueueStatus.WAITING

    @property
    def may_be_recalled(self) -> bool:
        """Whether their number may be called once more."""
        return self.status is QueueStatus.CALLED and self.recall_count < MOST_RECALLS

    @property
    def may_be_absent(self) -> bool:
        """Whether it may be said that they did not come."""
        return self.status is QueueStatus.CALLED and not self.is_emergency

    @property
    def may_be_parked(self) -> bool:
        """Whether they may be held back for a while."""
        return not self.is_emergency and self.held_back is not HeldBack.PARKED

    @property
    def may_leave(self) -> bool:
        """Whether they may leave without being seen."""
        return self.status in (QueueStatus.WAITING, QueueStatus.CALLED)

    @property
    def may_start(self) -> bool:
        """Whether they may go in: it is known to whom."""
        return self.may_leave and self.doctor_id is not None

    @property
    def may_be_completed(self) -> bool:
        """Whether their visit may end."""
        return self.status is QueueStatus.IN_CONSULTATION

    @property
    def may_be_transferred(self) -> bool:
        """Whether they may be handed over to another doctor."""
        return not self.is_emergency


@dataclass(frozen=True, slots=True)
class DeskDoctor:
    """A doctor of the location; `is_in` where they see patients there today."""

    id: int
    name: str
    room: str
    is_in: bool


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A doctor's line: those in the room, those called, those who wait in their order, those held back.

    `doctor` is None for those who wait for whoever is free.
    """

    doctor: DeskDoctor | None
    places: tuple[DeskPlace, ...]

    @property
    def waiting(self) -> int:
        """How many wait, held back or not."""
        return sum(1 for place in self.places if place.status is QueueStatus.WAITING)


@dataclass(frozen=True, slots=True)
class DeskBoard:
    """A location's queue at `at`: a line for every doctor who is in or has somebody, and last for whoever is free."""

    at: datetime
    lines: tuple[DeskLine, ...]
    """Doctors by name."""
    doctors: tuple[DeskDoctor, ...]
    """All to whom somebody may be handed over, by name."""
    triaged_by: frozenset[Role] = CLINICAL
    """Who may say here how ill somebody is."""

    def place(self, place_id: int) -> DeskPlace | None:
        """An open place; None where it is over or unknown."""
        return next((place for line in self.lines for place in line.places if place.id == place_id), None)


@dataclass(frozen=True, slots=True)
class PersonAtDesk:
    """One place with what staff need to know of who holds it. `birth_date` and the words may be missing."""

    place: DeskPlace
    doctor_name: str
    birth_date: date | None
    phone: str
    needs: str
    reason: str
    reason_words: Mapping[str, str]
    """Of a reason that the clinic set up: its words by language."""
    came_by: str
    """The machine that gave the number, by its name; empty for the desk itself."""
    claimed_urgency: str
    """What they said of it themselves: shown, never believed."""
    explanation: Explanation | None
    """Why they stand where they stand; None for who does not wait their turn."""
    put_first_by: str
    put_first_at: datetime | None


@dataclass(frozen=True, slots=True)
class Expected:
    """An appointment still to come."""

    starts_at: datetime
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class ComingToday:
    """A doctor's next appointment, of `left` that have not come yet today; `next` is None where there is none."""

    next: Expected | None
    left: int
    last_at: datetime | None = None
    """When the last of them begins."""


class Why(StrEnum):
    """Why a step was not taken. Stable."""

    GONE = "gone"
    """There is no such place here any more."""
    NO_DOCTOR = "no_doctor"
    """There is no such doctor here any more."""
    MOVED_ON = "moved_on"
    """Somebody else did something with them meanwhile: they stand elsewhere by now."""
    NOBODY_WAITS = "nobody_waits"
    NO_MORE_RECALLS = "no_more_recalls"
    NOTHING_TO_UNDO = "nothing_to_undo"
    """Their last step was taken elsewhere, or something came after it."""
    NOT_YOURS = "not_yours"
    """Whoever is signed in may not do this."""
    NO_PRINTER = "no_printer"


@dataclass(frozen=True, slots=True)
class Taken:
    """It was done, durably: how the place stands now."""

    place: DeskPlace


@dataclass(frozen=True, slots=True)
class Alarmed:
    """They are an emergency: the alarm is raised under their number."""

    place: DeskPlace


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed. `place` is how it stands, where there is one."""

    why: Why
    place: DeskPlace | None = None


StepAnswer: TypeAlias = Taken | Alarmed | Refused
