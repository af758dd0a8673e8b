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

    from server_sync.desk.outcomes import CheckInOutcome, HelpOutcome, Identified, PrintOutcome


class FrontDesk(Protocol):
    """The operations behind the patient's screens."""

    async def find_by_booking_code(self, code: str) -> Identified:
        """Look an appointment up by what a person typed or a scanner read; any text at all is taken."""
        ...

    async def find_by_phone_and_birth_date(self, phone: str, birth_date: date) -> Identified:
        """Look today's appointments up by phone (digits, spaces and signs as typed) and date of birth."""
        ...

    async def check_in(self, appointment_uid: UUID, language: str) -> CheckInOutcome:
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
