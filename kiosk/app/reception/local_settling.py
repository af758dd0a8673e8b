"""What needs a person, behind a desk's screens: the clinic's operations on this machine's records."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from kiosk.app.reception import settling_taken
from kiosk.app.reception import settling_told as told
from kiosk.screens.reception.settling_desk import (
    Alert,
    Decision,
    Disagreement,
    NotPossible,
    Pair,
    RefusedWork,
    SettleAnswer,
    Taken,
)
from server_sync.clinic.roles import DESK, Role

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.records.replica import Replica

Answer = TypeVar("Answer")

MOST_PAIRS = 50


class LocalSettlingDesk:
    """Implements `kiosk.screens.reception.settling_desk.SettlingDesk`; called on the UI thread, whose loop awaits it.

    The functions of `server_sync.desk` are imported where they run, on the records' thread: they bring SQLAlchemy.
    """

    def __init__(self, back_office: Callable[[], BackOffice], signed_in: Callable[[], tuple[str, Role]]) -> None:
        """`signed_in` says who acts, as the log calls them, and as what; it is asked on the UI thread."""
        self._back_office = back_office
        self._signed_in = signed_in

    async def disagreements(self) -> tuple[Disagreement, ...]:
        """See `SettlingDesk.disagreements`."""

        def read(replica: Replica) -> tuple[Disagreement, ...]:
            with replica.read() as reading:
                return told.disagreements(reading, replica.identity.location_id or 0)

        return await self._ask(read)

    async def settle(
        self,
        conflict_id: int,
        decision: Decision,
        starts_at: datetime | None = None,
        taken: tuple[Taken, ...] = (),
    ) -> SettleAnswer:
        """See `SettlingDesk.settle`."""
        actor, role = self._signed_in()
        if role not in DESK:
            return NotPossible()

        def operate(replica: Replica) -> SettleAnswer:
            from server_sync.desk.appointments.slot_claims import SlotTakenError
            from server_sync.desk.conflicts import settling

            place = replica.identity.location_id
            try:
                with replica.work(settling.INTENT, actor) as work:
                    two = settling_taken.two_of(work, conflict_id, place)
                    values = None if two or not taken else settling_taken.values_of(work, conflict_id, place, taken)
                    choice = settling.Choice(settling.Decision(decision.value), values, starts_at)
                    outcome = settling.settle(work, conflict_id, choice, place)
                    if two is not None and isinstance(outcome, settling.ConflictSettled):
                        settling_taken.let_stand(work, *two, taken)
            except (settling.NotPossibleError, SlotTakenError):
                return NotPossible()
            self._back_office().committed()
            with replica.read() as reading:
                return told.settled(reading, outcome)

        return await self._ask(operate)

    async def pairs(self) -> tuple[Pair, ...]:
        """See `SettlingDesk.pairs`."""

        def read(replica: Replica) -> tuple[Pair, ...]:
            from server_sync.desk.patients.merging import duplicates

            with replica.read() as reading:
                return told.pairs(duplicates(reading, MOST_PAIRS))

        return await self._ask(read)

    async def join(self, person_id: int, into_id: int, taken: tuple[Taken, ...] = ()) -> SettleAnswer:
        """See `SettlingDesk.join`."""
        actor, role = self._signed_in()
        if role not in DESK:
            return NotPossible()

        def operate(replica: Replica) -> SettleAnswer:
            from server_sync.desk.patients.merging import Merged, merge

            with replica.work("merge_patients", actor) as work:
                outcome = merge(work, person_id, into_id)
                if isinstance(outcome, Merged):
                    settling_taken.let_stand(work, into_id, person_id, taken)
            self._back_office().committed()
            return told.joined(outcome)

        return await self._ask(operate)

    async def refused(self) -> tuple[RefusedWork, ...]:
        """See `SettlingDesk.refused`."""

        def read(replica: Replica) -> tuple[RefusedWork, ...]:
            with replica.read() as reading:
                return told.refused(reading, replica.identity.location_id or 0)

        return await self._ask(read)

    async def alerts(self) -> tuple[Alert, ...]:
        """See `SettlingDesk.alerts`."""

        def read(replica: Replica) -> tuple[Alert, ...]:
            with replica.read() as reading:
                return told.alerts(reading, replica.identity.location_id or 0)

        return await self._ask(read)

    async def answer(self, alert: UUID) -> bool:
        """See `SettlingDesk.answer`."""
        actor, _role = self._signed_in()

        def operate(replica: Replica) -> bool:
            from server_sync.desk.help_answers import INTENT, answer_help_call
            from server_sync.desk.machine_alerts import answer_alert

            with replica.work(INTENT, actor) as work:
                was_open = answer_help_call(work, alert) or answer_alert(work, alert)
            self._back_office().committed()
            return was_open

        return await self._ask(operate)

    async def _ask(self, operation: Callable[[Replica], Answer]) -> Answer:
        return await asyncio.wrap_future(self._back_office().submit(operation))
