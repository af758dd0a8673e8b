"""What the service page asks of its machine: whether a PIN is an admin's, how the machine is, and how it ends.

`kiosk.app.patient.local_service` implements it; `tests.fakes.service_desk` has one in memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class LetIn:
    """It is an admin's."""


@dataclass(frozen=True, slots=True)
class NotLetIn:
    """It is no admin's, or none that can be known here now: nobody learns which. `wait_s` until the next one counts."""

    wait_s: int = 0


PinTried: TypeAlias = LetIn | NotLetIn


class Contact(StrEnum):
    """How the server is reached."""

    ALONE = "alone"
    """None is named, or none was asked yet."""
    ONLINE = "online"
    HUB = "hub"
    """It is away; the hub of this place answers."""
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class MachineState:
    """How a machine of the lobby is. `printer` is one of `devices.printer.PrinterState`, or `none`."""

    name: str
    version: str
    printer: str
    contact: Contact
    last_contact: datetime | None
    """Aware, since the program started; None where there was none."""
    pending: int
    """How many changes wait to be sent."""


class ServiceDesk(Protocol):
    """Called on the UI thread, which it never blocks; every coroutine may raise `protocol.faults.Fault`."""

    async def try_pin(self, pin: str) -> PinTried:
        """Whether a PIN is an admin's of this place. Who came is on record before the answer is there."""
        ...

    async def machine(self) -> MachineState:
        """How the machine is now."""
        ...

    async def print_test_page(self, language: str) -> str:
        """Print one; an outcome of `server_sync.desk.outcomes.PrintOutcome`, or `no_printer`."""
        ...

    def close(self) -> None:
        """End the program, until somebody starts it."""
        ...

    def restart(self) -> None:
        """End the program and begin it anew."""
        ...
