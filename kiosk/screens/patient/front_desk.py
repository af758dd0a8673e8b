"""What the screens ask of the front desk: one small asynchronous interface, and nothing of how it is kept.

`kiosk.app` implements it with `server_sync.desk` on a thread of its own; `tests.fakes` has one that keeps
everything in memory. Both pass the same contract suite. Every method may be called on the UI thread and never
blocks it; every method may raise `server_sync.protocol.faults.Fault` when the world broke.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # Home is shown before any of these is needed
    from datetime import date
    from uuid import UUID

    from server_sync.clinic.consent import Consent
    from server_sync.clinic.visit_reasons import VisitReason
    from server_sync.desk.outcomes import CheckInOutcome, HelpOutcome, Identified, PrintOutcome
    from server_sync.desk.self_service import (
        AlarmOutcome,
        BookedAlone,
        BookingSaid,
        FreeDoctor,
        FreeTime,
        JoinedAlone,
        PlaceFound,
        SaidBesides,
        Thanks,
        WalkIn,
    )


class FrontDesk(Protocol):
    """The operations behind the patient's screens."""

    async def find_by_booking_code(self, code: str) -> Identified:
        """Look an appointment up by what a person typed or a scanner read; any text at all is taken."""
        ...

    async def find_by_phone_and_birth_date(self, phone: str, birth_date: date) -> Identified:
        """Look today's appointments up by phone (digits, spaces and signs as typed) and date of birth."""
        ...

    async def consent_wanted(self, appointment_uid: UUID | None) -> Consent | None:
        """Tell what the holder of an appointment, or somebody unknown, is still to be asked; None where nothing."""
        ...

    async def check_in(
        self, appointment_uid: UUID, language: str, besides: SaidBesides | None = None
    ) -> CheckInOutcome:
        """Check in; the answer comes after the COMMIT. `language` (BCP 47) is the ticket's."""
        ...

    async def print_again(self, queue_uid: UUID, language: str) -> UUID | None:
        """Queue a ticket that is marked as a reprint; its print job, or None where the place is unknown."""
        ...

    async def call_for_help(self, language: str) -> HelpOutcome:
        """Tell staff that somebody at this kiosk wants a person, and queue a help ticket."""
        ...

    async def print_outcome(self, print_job_uid: UUID) -> PrintOutcome:
        """Wait until the job is printed or will never be; at most a few seconds, then UNKNOWN."""
        ...

    async def reasons(self) -> tuple[VisitReason, ...] | None:
        """Tell why people come, as the clinic set it up; None where it set up nothing."""
        ...

    async def join_queue(self, said: WalkIn, language: str) -> JoinedAlone:
        """Give somebody without an appointment a place; the answer comes after the COMMIT."""
        ...

    async def raise_alarm(self) -> AlarmOutcome:
        """Tell staff that somebody at this kiosk must be seen at once."""
        ...

    async def free_doctors(self) -> tuple[FreeDoctor, ...]:
        """Tell who has time in the next two weeks, and on which days."""
        ...

    async def free_times(self, doctor_id: int, day: date) -> tuple[FreeTime, ...]:
        """Tell which times of a doctor's day are free, and which of them this machine may promise."""
        ...

    async def book(self, said: BookingSaid, language: str) -> BookedAlone:
        """Book, and queue the slip; the answer comes after the COMMIT."""
        ...

    async def place_by_ticket(self, scanned: str) -> PlaceFound:
        """Tell where the holder of a ticket stands, by what its QR code says; any text at all is taken."""
        ...

    async def place_by_phone(self, phone: str, birth_date: date) -> PlaceFound:
        """Tell where somebody stands today; refusals count as those of `find_by_phone_and_birth_date` do."""
        ...

    async def say_of_visit(self, follow_code: str, score: int, words: str) -> Thanks:
        """Write down what somebody says of a visit that is over: 1 to 5, and words where they like."""
        ...
