"""What an operation on the queue may answer: frozen values, free of SQL and HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from server_sync.clinic.visits import QueueStatus
from server_sync.desk.outcomes import NoNumbersLeft, Ticket
from server_sync.desk.queue.view import OnePlace


@dataclass(frozen=True, slots=True)
class Done:
    """It was done: how the place stands now."""

    place: OnePlace


@dataclass(frozen=True, slots=True)
class Joined:
    """They wait: a new place, or with `is_new` false the one that they had."""

    ticket: Ticket
    place: OnePlace
    is_new: bool


@dataclass(frozen=True, slots=True)
class EmergencyRaised:
    """They never queue: the alarm is recorded under a number, and the first free clinician sees them.

    `place` is theirs where they had waited before; it is called, and in no line.
    """

    alarm_number: str
    place: OnePlace | None


@dataclass(frozen=True, slots=True)
class NobodyWaits:
    """There is nobody to call: the line is empty, or all who wait are held back."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """There is no such `noun` (place, doctor, patient) here."""

    noun: str


@dataclass(frozen=True, slots=True)
class IllegalStep:
    """Not from where the place stands. `legal` are the states that may follow it."""

    status: QueueStatus
    legal: tuple[QueueStatus, ...]
    words: str


@dataclass(frozen=True, slots=True)
class NoMoreRecalls:
    """Their number was called again as often as it may be: missed, please see the desk."""

    recall_count: int


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """No step of this machine's is the last that was done to the place."""


@dataclass(frozen=True, slots=True)
class NotForReception:
    """This location leaves it to nurses and doctors to say how ill somebody is."""


StepOutcome: TypeAlias = Done | Unknown | IllegalStep
CallOutcome: TypeAlias = Done | NobodyWaits | Unknown
TriageOutcome: TypeAlias = Done | EmergencyRaised | Unknown | IllegalStep | NotForReception
JoinOutcome: TypeAlias = Joined | EmergencyRaised | Unknown | NoNumbersLeft
