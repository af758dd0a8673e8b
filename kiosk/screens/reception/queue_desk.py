"""What the queue's screens ask of a desk: one small asynchronous interface, and nothing of how it is kept.

`kiosk.app.reception` implements it with `server_sync.desk` on the records' thread; `tests.fakes` has one in memory.
Both pass the same contract suite. Each method may raise `server_sync.protocol.faults.Fault` when the world broke.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from server_sync.desk.queue.at_desk import ComingToday, DeskBoard, PersonAtDesk, StepAnswer, Why


class Step(StrEnum):
    """What can be done with somebody in the queue without saying more than who."""

    RECALL = "recall"
    ABSENT = "absent"
    PARK = "park"
    UNPARK = "unpark"
    START = "start"
    COMPLETE = "complete"
    LEAVE = "leave"
    """They went without being seen."""
    UNDO = "undo"


class QueueDesk(Protocol):
    """The operations behind the queue board and the doctor's view, of this machine's location."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Have `changed` called on the UI thread when the queue may be another than it was."""
        ...

    async def board(self) -> DeskBoard:
        """Everybody who is in the queue now."""
        ...

    async def person(self, place_id: int) -> PersonAtDesk | None:
        """One place with who holds it and why they stand there; None where it is unknown."""
        ...

    async def coming(self, doctor_id: int) -> ComingToday:
        """Who is expected next by a doctor and has not come yet."""
        ...

    async def call_next(self, doctor_id: int) -> StepAnswer:
        """Call whoever comes first for a doctor, or waits for whoever is free."""
        ...

    async def call(self, place_id: int, doctor_id: int, reason: str) -> StepAnswer:
        """Call this one. `doctor_id` counts for who waits for whoever is free; `reason` is why before the others."""
        ...

    async def take(self, step: Step, place_id: int) -> StepAnswer:
        """One step of a visit, or the last one back."""
        ...

    async def transfer(self, place_id: int, doctor_id: int) -> StepAnswer:
        """To another doctor's line."""
        ...

    async def triage(self, place_id: int, level: int) -> StepAnswer:
        """What a nurse or a doctor found, 1 (emergency) to 5."""
        ...

    async def print_again(self, place_id: int, language: str) -> Why | None:
        """Queue a ticket that is marked as a reprint; None where that was done, else why not."""
        ...
