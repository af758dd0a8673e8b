"""What the admin's page of the clinic asks: what this machine's location tells its patients, and asks of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from server_sync.clinic.visit_reasons import VisitReason


@dataclass(frozen=True, slots=True)
class ClinicDetails:
    """What stands at the location; empty where it says nothing."""

    name: str
    opening_hours: str
    waiting_area: str
    phone: str
    default_language: str
    """BCP 47."""
    consent: tuple[tuple[str, str], ...]
    """To what people are asked to agree, by language and sorted by it; empty where nobody is asked."""
    reasons: tuple[VisitReason, ...]
    """Why people come without an appointment; empty where the program's own reasons serve."""


@dataclass(frozen=True, slots=True)
class ClinicNotChanged:
    """It was not changed; `needs_server`, `sign_in_again`, or the server's own code."""

    code: str


class ClinicDesk(Protocol):
    """Called on the UI thread. May raise `server_sync.protocol.faults.Fault`."""

    async def details(self) -> ClinicDetails:
        """What stands at this machine."""
        ...

    async def change(self, was: ClinicDetails, wanted: ClinicDetails) -> ClinicDetails | ClinicNotChanged:
        """Have what differs between the two stand from now on, at every machine; what stands then."""
        ...
