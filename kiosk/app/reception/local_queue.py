"""The queue behind a desk's screens: the clinic's operations on this machine's records, off the UI thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.app.records_news import RecordsNews
from kiosk.screens.reception.queue_desk import Step
from server_sync.clinic.roles import CLINICAL, STAFF, Role
from server_sync.desk.queue.at_desk import (
    Alarmed,
    ComingToday,
    DeskBoard,
    DeskPlace,
    PersonAtDesk,
    Refused,
    StepAnswer,
    Taken,
    Why,
)

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.desk.queue.intents import QueueIntent
    from server_sync.records.replica import Replica
    from server_sync.records.work import Work

Answer = TypeVar("Answer")


class LocalQueueDesk:
    """Implements `kiosk.screens.reception.queue_desk.QueueDesk`; called on the UI thread, whose asyncio loop awaits it.

    The functions of `server_sync.desk` are imported where they run, on the records' thread: they bring SQLAlchemy.
    """

    def __init__(self, back_office: Callable[[], BackOffice], signed_in: Callable[[], tuple[str, Role]]) -> None:
        """`signed_in` says who acts, as the log calls them, and as what; it is asked on the UI thread."""
        self._back_office = back_office
        self._signed_in = signed_in
        self._news: list[RecordsNews] = []

    def listen(self, changed: Callable[[], None]) -> None:
        """See `QueueDesk.listen`."""
        self._news.append(RecordsNews(self._back_office(), changed))

    async def board(self) -> DeskBoard:
        """See `QueueDesk.board`."""

        def read(replica: Replica) -> DeskBoard:
            from server_sync.desk.queue.desk_view import desk_board

            with replica.read() as reading:
                return desk_board(reading, replica.identity.location_id or 0)

        return await self._ask(read)

    async def person(self, place_id: int) -> PersonAtDesk | None:
        """See `QueueDesk.person`."""

        def read(replica: Replica) -> PersonAtDesk | None:
            from server_sync.desk.queue.desk_view import person_at_desk

            with replica.read() as reading:
                return person_at_desk(reading, place_id)

        return await self._ask(read)

    async def coming(self, doctor_id: int) -> ComingToday:
        """See `QueueDesk.coming`."""

        def read(replica: Replica) -> ComingToday:
            from server_sync.desk.queue.desk_view import coming_today

            with replica.read() as reading:
                return coming_today(reading, replica.identity.location_id or 0, doctor_id)

        return await self._ask(read)

    async def call_next(self, doctor_id: int) -> StepAnswer:
        """See `QueueDesk.call_next`."""

        def operate(work: Work, location_id: int) -> Any:
            from server_sync.desk.queue.calling import call_next

            return call_next(work, location_id, doctor_id)

        return await self._step("CALL_NEXT", None, operate)

    async def call(self, place_id: int, doctor_id: int, reason: str) -> StepAnswer:
        """See `QueueDesk.call`."""

        def operate(work: Work, location_id: int) -> Any:
            from server_sync.desk.queue.out_of_turn import call_out_of_turn

            return call_out_of_turn(work, place_id, doctor_id, reason, location_id=location_id)

        return await self._step("SET_STATUS", place_id, operate)

    async def take(self, step: Step, place_id: int) -> StepAnswer:
        """See `QueueDesk.take`."""

        def operate(work: Work, location_id: int) -> Any:
            return _operation(step)(work, place_id, location_id=location_id)

        return await self._step(_INTENTS[step], place_id, operate)

    async def transfer(self, place_id: int, doctor_id: int) -> StepAnswer:
        """See `QueueDesk.transfer`."""

        def operate(work: Work, location_id: int) -> Any:
            from server_sync.desk.queue.steps import transfer

            return transfer(work, place_id, doctor_id, location_id=location_id)

        return await self._step("TRANSFER", place_id, operate)

    async def triage(self, place_id: int, level: int) -> StepAnswer:
        """See `QueueDesk.triage`."""
        _, role = self._signed_in()

        def operate(work: Work, location_id: int) -> Any:
            from server_sync.desk.queue.steps import set_triage

            return set_triage(work, place_id, level, by=role, location_id=location_id)

        return await self._step("TRIAGE", place_id, operate, CLINICAL | {Role.RECEPTIONIST})

    async def print_again(self, place_id: int, language: str) -> Why | None:
        """See `QueueDesk.print_again`."""
        actor, role = self._signed_in()
        if role not in STAFF:
            return Why.NOT_YOURS
        if not self._back_office().has_printer:
            return Why.NO_PRINTER

        def operate(replica: Replica) -> Why | None:
            from server_sync.desk.queue.desk_view import desk_place
            from server_sync.desk.ticket import TicketPrinting, print_again

            with replica.work("print_again", actor) as work:
                place = desk_place(work, place_id)
                job = None if place is None else print_again(work, place.uid, TicketPrinting(language))
            self._back_office().committed()
            return Why.GONE if job is None else None

        return await self._ask(operate)

    async def _step(
        self,
        intent: str,
        place_id: int | None,
        operate: Callable[[Work, int], Any],  # Any: each operation has outcomes of its own; `_answer` knows them all
        may: frozenset[Role] = STAFF,
    ) -> StepAnswer:
        actor, role = self._signed_in()
        if role not in may:
            return Refused(Why.NOT_YOURS)

        def run(replica: Replica) -> StepAnswer:
            from server_sync.desk.queue.intents import QueueIntent

            named: QueueIntent = QueueIntent[intent]
            with replica.work(named, actor) as work:
                answer = _answer(work, operate(work, replica.identity.location_id or 0), place_id)
            self._back_office().committed()
            return answer

        return await self._ask(run)

    async def _ask(self, operation: Callable[[Replica], Answer]) -> Answer:
        return await asyncio.wrap_future(self._back_office().submit(operation))


_INTENTS = {
    Step.RECALL: "RECALL",
    Step.ABSENT: "ABSENT",
    Step.PARK: "PARK",
    Step.UNPARK: "UNPARK",
    Step.START: "SET_STATUS",
    Step.COMPLETE: "SET_STATUS",
    Step.LEAVE: "SET_STATUS",
    Step.UNDO: "UNDO",
}
"""Names of `server_sync.desk.queue.intents.QueueIntent`, whose package brings SQLAlchemy."""


def _operation(step: Step) -> Callable[..., Any]:
    from functools import partial

    from server_sync.clinic.visits import QueueStatus
    from server_sync.desk.queue import calling, steps
    from server_sync.desk.queue.undo import undo

    operations: dict[Step, Callable[..., Any]] = {
        Step.RECALL: calling.recall,
        Step.ABSENT: calling.mark_absent,
        Step.PARK: steps.park,
        Step.UNPARK: steps.unpark,
        Step.START: partial(steps.set_status, wanted=QueueStatus.IN_CONSULTATION),
        Step.COMPLETE: partial(steps.set_status, wanted=QueueStatus.COMPLETED),
        Step.LEAVE: partial(steps.set_status, wanted=QueueStatus.CANCELLED),
        Step.UNDO: undo,
    }
    return operations[step]


def _answer(work: Work, outcome: Any, place_id: int | None) -> StepAnswer:
    from server_sync.desk.queue import outcomes

    match outcome:
        case outcomes.Done(place=one):
            return Taken(_place(work, one.place.id))
        case outcomes.EmergencyRaised(place=one) if one is not None:
            return Alarmed(_place(work, one.place.id))
        case outcomes.NobodyWaits():
            return Refused(Why.NOBODY_WAITS)
        case outcomes.Unknown(noun="doctor"):
            return Refused(Why.NO_DOCTOR)
        case outcomes.Unknown():
            return Refused(Why.GONE)
        case outcomes.NotForReception():
            return Refused(Why.NOT_YOURS)
    whys = {
        outcomes.IllegalStep: Why.MOVED_ON,
        outcomes.NoMoreRecalls: Why.NO_MORE_RECALLS,
        outcomes.NothingToUndo: Why.NOTHING_TO_UNDO,
    }
    return Refused(whys[type(outcome)], None if place_id is None else _place(work, place_id))


def _place(work: Work, place_id: int) -> DeskPlace:
    from server_sync.desk.queue.desk_view import desk_place

    place = desk_place(work, place_id)
    if place is None:
        raise LookupError("a place that was just held is gone")
    return place
