"""What needs a person, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kiosk.screens.reception.people_desk import PersonLine
from kiosk.screens.reception.settling_desk import (
    Alert,
    AlertKind,
    Decision,
    Disagreement,
    NotPossible,
    Pair,
    RefusedWork,
    SettleAnswer,
    Settled,
    SettledBefore,
    Side,
    Taken,
)
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import at, uid

MEERA = PersonLine(11, "Meera Iyer", at(9, 0).date().replace(year=1948), "+44 20 7946 0018", "PAT-2026-00011", True)
MIRA = PersonLine(31, "Mira Iyer", at(9, 0).date().replace(year=1948), "+44 20 7946 0018", "PAT-2026-R00031", False)
PHONES = Disagreement(
    1,
    "left_for_the_desk",
    MEERA,
    None,
    (
        Side("phone", "+44 20 7946 0018", "+44 20 7946 0081", can_be_typed=True),
        Side("medical_history/allergies", "", "Penicillin", can_be_typed=True),
    ),
    (),
    at(9, 12),
)
TAKEN = Disagreement(2, "slot_taken", MEERA, None, (), (at(11, 0), at(14, 20)), at(9, 20))
TWINS = Disagreement(3, "same_person", MEERA, MIRA, (), (), at(9, 30))
LOST = RefusedWork(9, "check_in", "unknown_record", "This appointment is not known to the server.", at(9, 35))


@dataclass
class FakeSettlingDesk:
    """Everything that is decided leaves the list."""

    conflicts: list[Disagreement] = field(default_factory=list)
    two: list[Pair] = field(default_factory=list)
    lost: list[RefusedWork] = field(default_factory=list)
    calls: list[Alert] = field(default_factory=list)
    decided: list[tuple[int, Decision, datetime | None]] = field(default_factory=list)
    joined: list[tuple[int, int]] = field(default_factory=list)
    taken: tuple[Taken, ...] = ()
    """What the last decision took from each side."""
    first: SettledBefore | NotPossible | None = None
    """What the next decision hears instead."""
    fault: Fault | None = None

    def call(self, number: int, *, cause: str = "") -> None:
        """Somebody calls for help, or with `cause` the printer of a kiosk does."""
        kind = AlertKind.MACHINE if cause else AlertKind.PERSON
        self.calls.append(Alert(uid(number), kind, "Kiosk A", "" if cause else f"B {number}", cause, at(9, 40)))

    def say(self, number: int, word: str) -> None:
        """Somebody who waits has said something at a kiosk."""
        self.calls.append(Alert(uid(number), AlertKind.WORD, "Kiosk A", f"B {number}", word, at(9, 40)))

    async def disagreements(self) -> tuple[Disagreement, ...]:
        self._break()
        return tuple(self.conflicts)

    async def settle(
        self,
        conflict_id: int,
        decision: Decision,
        starts_at: datetime | None = None,
        taken: tuple[Taken, ...] = (),
    ) -> SettleAnswer:
        self._break()
        self.taken = taken
        if self.first is not None:
            return self.first
        self.decided.append((conflict_id, decision, starts_at))
        self.conflicts = [one for one in self.conflicts if one.id != conflict_id]
        return Settled()

    async def pairs(self) -> tuple[Pair, ...]:
        self._break()
        return tuple(self.two)

    async def join(self, person_id: int, into_id: int, taken: tuple[Taken, ...] = ()) -> SettleAnswer:
        self._break()
        self.taken = taken
        self.joined.append((person_id, into_id))
        self.two = [one for one in self.two if {one.one.id, one.other.id} != {person_id, into_id}]
        return Settled()

    async def refused(self) -> tuple[RefusedWork, ...]:
        self._break()
        return tuple(self.lost)

    async def alerts(self) -> tuple[Alert, ...]:
        self._break()
        return tuple(self.calls)

    async def answer(self, alert: UUID) -> bool:
        self._break()
        before = len(self.calls)
        self.calls = [one for one in self.calls if one.uid != alert]
        return len(self.calls) < before

    def _break(self) -> None:
        if self.fault is not None:
            raise self.fault
