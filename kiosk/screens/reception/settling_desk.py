"""What reception asks about what needs a person: disagreements, records of one person, refused work, calls for help.

`kiosk.app.reception` implements it with `server_sync.desk` on the records' thread; `tests.fakes` has one in memory.
Each method may raise `server_sync.protocol.faults.Fault` when the world broke.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from kiosk.screens.reception.people_desk import PersonLine


@dataclass(frozen=True, slots=True)
class Side:
    """One field on which two places disagree: what stands, and what was offered; as people read it."""

    field: str
    """A column, or the key of a document: `medical_history/allergies`."""
    standing: str
    offered: str
    can_be_typed: bool = False
    """Whether somebody may say something else instead; documents and choices are taken from one of the two."""


class Which(StrEnum):
    """Where the value comes from that stands in the end."""

    STANDING = "standing"
    """What stands now; of two records, the one."""
    OFFERED = "offered"
    """What was said elsewhere; of two records, the other's."""
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Taken:
    """What stands of one field in the end; `typed` goes with OWN. Of two records the fields are a person's in a list:
    `name`, `date_of_birth`, `phone`.
    """

    field: str
    which: Which
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What a merge left for a person. `kind` is the outcome's stable name; moments are in the clinic's time zone."""

    id: int
    kind: str
    person: PersonLine | None
    other: PersonLine | None
    """Of two records that may be of one person, the second."""
    sides: tuple[Side, ...]
    times: tuple[datetime, ...]
    """Free times that an appointment could move to."""
    since: datetime


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be of one person; the older one stands for both once they are joined."""

    one: PersonLine
    other: PersonLine


@dataclass(frozen=True, slots=True)
class RefusedWork:
    """Something that was done here and that the centre did not take: `outcome` says why."""

    id: int
    intent: str
    outcome: str
    words: str
    at: datetime


class AlertKind(StrEnum):
    """Who or what calls."""

    EMERGENCY = "emergency"
    PERSON = "person"
    MACHINE = "machine"
    WORD = "word"
    """Somebody said something at a kiosk that staff should see to; they wait like everybody else."""


@dataclass(frozen=True, slots=True)
class Alert:
    """A call for help that nobody has answered, a word, or a machine that needs somebody; `cause` is what a machine
    needs or what was said (`server_sync.desk.help_answers.Word`).
    """

    uid: UUID
    kind: AlertKind
    machine: str
    number: str
    cause: str
    since: datetime


class Decision(StrEnum):
    """What a desk decides; the values are the records' own (`desk.conflicts.settling.Decision`)."""

    KEEP = "keep"
    TAKE = "take"
    MERGE = "merge"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Settled:
    """It is settled."""


@dataclass(frozen=True, slots=True)
class SettledBefore:
    """Another desk was first: who, when (the clinic's time) and how."""

    decision: str
    who: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class NotPossible:
    """It can't be settled so; nothing was written."""


SettleAnswer = Settled | SettledBefore | NotPossible


class SettlingDesk(Protocol):
    """The operations behind "To settle" and the alerts above every section, of this machine's location."""

    async def disagreements(self) -> tuple[Disagreement, ...]:
        """What is open, the oldest first."""
        ...

    async def settle(
        self,
        conflict_id: int,
        decision: Decision,
        starts_at: datetime | None = None,
        taken: tuple[Taken, ...] = (),
    ) -> SettleAnswer:
        """Decide one; `starts_at` goes with TAKE of a free time, `taken` with MERGE: fields not named stay."""
        ...

    async def pairs(self) -> tuple[Pair, ...]:
        """Records that may be of one person. Walks the whole register: ask for it when somebody wants it."""
        ...

    async def join(self, person_id: int, into_id: int, taken: tuple[Taken, ...] = ()) -> SettleAnswer:
        """Let the record of `into_id` stand for both, with what was `taken`: OFFERED is the value of `person_id`'s."""
        ...

    async def refused(self) -> tuple[RefusedWork, ...]:
        """What the centre did not take of this machine's work, newest first."""
        ...

    async def alerts(self) -> tuple[Alert, ...]:
        """Who or what calls, the oldest first."""
        ...

    async def answer(self, alert: UUID) -> bool:
        """Somebody saw to it; whether it was still open."""
        ...
