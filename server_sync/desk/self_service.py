"""What people say and are told when they serve themselves at a kiosk: frozen values, free of SQL, HTTP and Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from server_sync.clinic.consent import Answered
from server_sync.desk.outcomes import CheckedIn, NoNumbersLeft, WaitRange


class Need(StrEnum):
    """What a person asks to be considered; the values are the words that staff read."""

    PREGNANT = "pregnant"
    INFANT = "infant"
    DISABILITY = "disability"
    INTERPRETER = "interpreter"
    WHEELCHAIR = "wheelchair"


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody without an appointment, as they introduce themselves: all of it is a claim, none of it is verified."""

    reason: str
    first_name: str = ""
    phone: str = ""
    needs: frozenset[Need] = frozenset()
    consent: Answered | None = None
    reason_code: str = ""
    """Which of the clinic's reasons it is (`clinic.visit_reasons`); empty where it has none."""


@dataclass(frozen=True, slots=True)
class SaidBesides:
    """What somebody says beside that they are here. None of it stands in the way of their place in the queue."""

    consent: Answered | None = None
    phone: str = ""
    """Their new number; empty where it is still the old one."""
    details_changed: bool = False
    """Something else changed that a person must write down."""


@dataclass(frozen=True, slots=True)
class Alarmed:
    """Staff were told that somebody must be seen at once, and will call this number."""

    short_number: str


@dataclass(frozen=True, slots=True)
class FreeDoctor:
    """A doctor with time to give: the clinic's local days on which something is free, soonest first."""

    doctor_id: int
    name: str
    specialty: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class FreeTime:
    """A time that can be asked for; `is_promised` where this machine may give it away by itself."""

    starts_at: datetime
    """Aware, in the clinic's own time zone."""
    is_promised: bool


@dataclass(frozen=True, slots=True)
class BookingSaid:
    """What somebody books, and who they say they are. One name is a whole name; phone and birth date may lack."""

    doctor_id: int
    starts_at: datetime
    name: str
    phone: str = ""
    born: date | None = None
    consent: Answered | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """Committed: the appointment as its holder may see it. `is_provisional`: its time is asked for, not promised."""

    appointment_uid: UUID
    booking_code: str
    starts_at: datetime
    """Aware, in the clinic's own time zone."""
    doctor_name: str
    is_provisional: bool
    print_job_uid: UUID | None


@dataclass(frozen=True, slots=True)
class TimeGone:
    """Somebody else has that time by now; nothing was written."""


class Stage(StrEnum):
    """Where somebody stands on their visit."""

    WAITING = "waiting"
    CALLED = "called"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class MyPlace:
    """A place in the queue as its holder may see it. `wait` is None where nothing honest can be said."""

    follow_code: str
    short_number: str
    stage: Stage
    room: str
    waiting_area: str
    people_ahead: int
    wait: WaitRange | None


@dataclass(frozen=True, slots=True)
class NoPlace:
    """Unknown ticket, unknown person, wrong birth date, nobody waiting: one answer for all of them."""


class Thanks(StrEnum):
    """What became of somebody's opinion."""

    WRITTEN = "written"
    SAID_BEFORE = "said_before"
    NOT_YET = "not_yet"


JoinedAlone: TypeAlias = CheckedIn | NoNumbersLeft
AlarmOutcome: TypeAlias = Alarmed | NoNumbersLeft
BookedAlone: TypeAlias = Slip | TimeGone
PlaceFound: TypeAlias = MyPlace | NoPlace
