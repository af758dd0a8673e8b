"""A service desk whose admin has one PIN, in memory; what it was told to end is counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from kiosk.screens.patient.service_desk import Contact, LetIn, MachineState, NotLetIn, PinTried
from server_sync.protocol.faults import Fault

PIN = "402718"
MACHINE = MachineState("Lobby 1", "1.4.0", "ready", Contact.ONLINE, datetime(2026, 11, 23, 8, 40, tzinfo=UTC), 0)


@dataclass
class FakeServiceDesk:
    """After three wrong PINs somebody waits for 30 s."""

    state: MachineState = MACHINE
    outcome: str = "printed"
    fault: Fault | None = None
    misses: int = 0
    tried: int = 0
    ended: list[str] = field(default_factory=list)

    async def try_pin(self, pin: str) -> PinTried:
        self._break()
        self.tried += 1
        if pin == PIN:
            self.misses = 0
            return LetIn()
        self.misses += 1
        return NotLetIn(30 if self.misses >= 3 else 0)

    async def machine(self) -> MachineState:
        self._break()
        return self.state

    async def print_test_page(self, language: str) -> str:
        self._break()
        return self.outcome

    def close(self) -> None:
        self.ended.append("close")

    def restart(self) -> None:
        self.ended.append("restart")

    def _break(self) -> None:
        if self.fault is not None:
            raise self.fault
