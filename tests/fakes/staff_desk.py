"""A staff desk that knows a few people and their PINs in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.screens.staff.staff_desk import Member, NotSignedIn, SignInAnswer, Why
from server_sync.clinic.roles import Role
from server_sync.protocol.faults import Fault

SAM = Member(1, "00000000-0000-7000-8000-000000000001", "Sam Ortega", Role.RECEPTIONIST)
NURSE = Member(2, "00000000-0000-7000-8000-000000000002", "Noor Haddad", Role.NURSE)
DOCTOR = Member(3, "00000000-0000-7000-8000-000000000003", "Dr Ada Okafor", Role.DOCTOR)
ADMIN = Member(4, "00000000-0000-7000-8000-000000000004", "Kim Berger", Role.ADMIN)
PIN = "402718"


@dataclass
class FakeStaffDesk:
    """Everybody's PIN is the same; after three wrong ones in a row somebody waits."""

    people: tuple[Member, ...] = (DOCTOR, ADMIN, NURSE, SAM)
    online: bool = True
    fault: Fault | None = None
    known_here: set[int] = field(default_factory=set)
    misses: dict[int, int] = field(default_factory=dict)
    record: list[tuple[str, int]] = field(default_factory=list)
    """Who came, was refused or went, in order."""
    listeners: list[Callable[[], None]] = field(default_factory=list)

    def listen(self, changed: Callable[[], None]) -> None:
        self.listeners.append(changed)

    async def members(self) -> tuple[Member, ...]:
        self._break()
        return tuple(sorted(self.people, key=lambda one: one.name))

    async def sign_in(self, user_id: int, pin: str) -> SignInAnswer:
        self._break()
        if not self.online and user_id not in self.known_here:
            return NotSignedIn(Why.NEVER_HERE)
        if self.misses.get(user_id, 0) >= 3:
            return NotSignedIn(Why.WAIT, 30)
        member = next((one for one in self.people if one.user_id == user_id), None)
        if member is None or pin != PIN:
            self.misses[user_id] = self.misses.get(user_id, 0) + 1
            self.record.append(("sign_in_locked" if self.misses[user_id] >= 3 else "sign_in_refused", user_id))
            return NotSignedIn(Why.WRONG)
        self.misses.pop(user_id, None)
        self.known_here.add(user_id)
        self.record.append(("sign_in", user_id))
        return member

    async def sign_out(self, user_id: int) -> None:
        self._break()
        self.record.append(("sign_out", user_id))

    def _break(self) -> None:
        if self.fault is not None:
            raise self.fault
