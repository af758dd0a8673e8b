"""What a front-desk operation may answer: frozen values, free of SQL, HTTP and Qt.

A clinic that says no is an outcome and is returned; a world that broke is a `Fault` (server_sync.protocol.faults)
and is raised. This module imports nothing heavy: the kiosk's screens need it before the first frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from server_sync.clinic.arrival import Timing


@dataclass(frozen=True, slots=True)
class WaitRange:
    """How long a wait may be, in whole minutes, already rounded for people to read."""

    lower_min: int
    upper_min: int
    is_next: bool = False
    """They are urgent: said to be next, and no number of minutes to be shown."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A place in the queue as its holder may see it. It never carries a name.

    `wait` is None where nothing honest can be said. `print_job_uid` is None where nothing was sent to a printer.
    """

    queue_uid: UUID
    token_number: str
    """Unique everywhere, as stored: `20240115-B017`."""
    short_number: str
    """As seen and spoken: `B 17`."""
    waiting_area: str
    room: str
    doctor_name: str
    people_ahead: int
    wait: WaitRange | None
    late: bool
    follow_url: str | None
    """Address behind the QR code, for the holder's phone; None where the clinic publishes none."""
    print_job_uid: UUID | None
    provisional: bool = False
    """Whether the time that they booked is not confirmed yet (`appointments.is_provisional`)."""


@dataclass(frozen=True, slots=True)
class Due:
    """What is still to be paid for an appointment; `currency` is its ISO 4217 code."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """An appointment that a person at the kiosk may confirm as theirs. Masking is the screen's work."""

    appointment_uid: UUID
    initials: str
    birth_date: date | None
    starts_at: datetime
    """Aware, in the clinic's own time zone."""
    doctor_name: str
    room: str
    phone_ending: str
    """The last two digits, or an empty string."""
    timing: Timing
    checked_in: bool
    """They already hold a number; checking in again gives the same one."""
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Appointments of one person that can be checked in now, soonest first; never empty."""

    arrivals: tuple[Arrival, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """Unknown person, wrong birth date, no appointment, unreadable code: one answer for all of them."""


@dataclass(frozen=True, slots=True)
class TooEarly:
    """The appointment is known; check-in opens at `opens_at` (both aware, in the clinic's time zone)."""

    opens_at: datetime
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class TooManyTries:
    """This kiosk has refused too many identifications lately; a person should be asked."""


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Committed: the place in the queue is durable on this machine."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class AlreadyCheckedIn:
    """They had checked in before; the same number, nothing new was written and nothing was printed."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class NoNumbersLeft:
    """This machine's series for today is full; nothing was written."""

    opening_hours: str
    clinic_phone: str


@dataclass(frozen=True, slots=True)
class HelpCalled:
    """Staff have been told. `short_number` is what they will call, and what the help ticket shows."""

    help_uid: UUID
    short_number: str
    print_job_uid: UUID | None


class PrintOutcome(StrEnum):
    """What became of a print job, as far as the printer lets us know."""

    PRINTED = "printed"
    FAILED = "failed"
    """Off, out of paper, cover open: the ticket did not come out whole."""
    UNKNOWN = "unknown"
    """The printer took the bytes but never told its state: failed to patients, never "paper out" to staff."""


Identified: TypeAlias = Found | TooEarly | NotFound | TooManyTries
CheckInOutcome: TypeAlias = CheckedIn | AlreadyCheckedIn | TooEarly | NotFound | NoNumbersLeft
HelpOutcome: TypeAlias = HelpCalled | NoNumbersLeft
