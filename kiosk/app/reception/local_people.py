"""People behind a desk's screens: the clinic's operations on this machine's records, off the UI thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.app.reception import people_told as told
from kiosk.screens.reception.people_desk import (
    ChangeAnswer,
    Details,
    DoctorChoice,
    JoinAnswer,
    Paper,
    PersonFile,
    PersonLine,
    Refusal,
    Saved,
    TodayLine,
    WalkIn,
)
from server_sync.clinic.roles import DESK, Role

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.app.back_office import BackOffice
    from server_sync.records.replica import Replica
    from server_sync.records.work import Work

Answer = TypeVar("Answer")


class LocalPeopleDesk:
    """Implements `kiosk.screens.reception.people_desk.PeopleDesk`; called on the UI thread, whose loop awaits it.

    The functions of `server_sync.desk` are imported where they run, on the records' thread: they bring SQLAlchemy.
    """

    def __init__(self, back_office: Callable[[], BackOffice], signed_in: Callable[[], tuple[str, Role]]) -> None:
        """`signed_in` says who acts, as the log calls them, and as what; it is asked on the UI thread."""
        self._back_office = back_office
        self._signed_in = signed_in

    async def search(self, typed: str) -> tuple[PersonLine, ...]:
        """See `PeopleDesk.search`."""

        def read(replica: Replica) -> tuple[PersonLine, ...]:
            from server_sync.desk.patients.search import search_patients

            with replica.read() as reading:
                return tuple(told.line(one) for one in search_patients(reading, typed))

        return await self._ask(read)

    async def person(self, person_id: int) -> PersonFile | None:
        """See `PeopleDesk.person`."""

        def read(replica: Replica) -> PersonFile | None:
            with replica.read() as reading:
                return told.person_file(reading, person_id, replica.identity.location_id or 0)

        return await self._ask(read)

    async def doctors(self) -> tuple[DoctorChoice, ...]:
        """See `PeopleDesk.doctors`."""

        def read(replica: Replica) -> tuple[DoctorChoice, ...]:
            with replica.read() as reading:
                return told.doctors_today(reading, replica.identity.location_id or 0)

        return await self._ask(read)

    async def register(self, details: Details, walk_in: WalkIn, *, is_new: bool) -> JoinAnswer:
        """See `PeopleDesk.register`."""

        def operate(work: Work, location_id: int) -> JoinAnswer:
            from server_sync.desk.patients.register import Registered, register

            outcome = register(work, told.columns(details, only_known=True), confirmed_new=is_new)
            if not isinstance(outcome, Registered):
                return told.alike(outcome)
            return _joined(work, outcome.patient.id, walk_in, location_id, has_printer=self._has_printer)

        return await self._write("register_walk_in", operate, _foresee(walk_in))

    async def join(self, person_id: int, walk_in: WalkIn) -> JoinAnswer:
        """See `PeopleDesk.join`."""

        def operate(work: Work, location_id: int) -> JoinAnswer:
            return _joined(work, person_id, walk_in, location_id, has_printer=self._has_printer)

        return await self._write("join_queue", operate, _foresee(walk_in))

    async def change(self, person_id: int, version: int, details: Details) -> ChangeAnswer:
        """See `PeopleDesk.change`."""

        def operate(work: Work, location_id: int) -> ChangeAnswer:
            from server_sync.desk.patients.register import change_patient

            outcome = change_patient(work, person_id, version, told.columns(details, only_known=False))
            return told.changed(work, outcome, person_id, location_id)

        return await self._with_its_past(await self._write("change_patient", operate))

    async def agree(self, person_id: int, language: str) -> ChangeAnswer:
        """See `PeopleDesk.agree`."""

        def operate(work: Work, location_id: int) -> ChangeAnswer:
            from server_sync.desk.consent import agree_at_desk

            agree_at_desk(work, person_id, location_id, language)
            file = told.person_file(work, person_id, location_id)
            return Refusal.GONE if file is None else Saved(file)

        return await self._with_its_past(await self._write("agree_at_desk", operate))

    async def today(self) -> tuple[TodayLine, ...]:
        """See `PeopleDesk.today`."""

        def read(replica: Replica) -> tuple[TodayLine, ...]:
            with replica.read() as reading:
                return told.today(reading, replica.identity.location_id or 0)

        return await self._ask(read)

    async def check_in(self, appointment_uid: UUID, language: str) -> JoinAnswer:
        """See `PeopleDesk.check_in`."""

        def operate(work: Work, _location_id: int) -> JoinAnswer:
            from server_sync.desk.check_in import TicketPrinting, check_in

            printing = TicketPrinting(language, has_printer=self._has_printer)
            return told.checked_in(check_in(work, appointment_uid, printing))

        def foresee(replica: Replica) -> None:
            from server_sync.desk.waits.foreseen import foresee_check_in

            foresee_check_in(replica, appointment_uid)

        return await self._write("check_in", operate, foresee)

    async def mark_no_show(self, appointment_id: int) -> Refusal | None:
        """See `PeopleDesk.mark_no_show`."""

        def operate(work: Work, location_id: int) -> Refusal | None:
            from server_sync.desk.appointments.after_booking import Scope, mark_no_show

            return told.stepped(mark_no_show(work, appointment_id, Scope(location_id=location_id), None))

        return await self._write("mark_no_show", operate)

    async def cancel(self, appointment_id: int) -> Refusal | None:
        """See `PeopleDesk.cancel`."""

        def operate(work: Work, location_id: int) -> Refusal | None:
            from server_sync.desk.appointments.after_booking import Scope, cancel

            return told.stepped(cancel(work, appointment_id, Scope(location_id=location_id), None))

        return await self._write("cancel_appointment", operate)

    async def print_again(self, paper: Paper, appointment_uid: UUID, language: str) -> Refusal | None:
        """See `PeopleDesk.print_again`."""

        def operate(work: Work, _location_id: int) -> Refusal | None:
            from server_sync.desk.slips import payment_of, print_receipt, print_slip
            from server_sync.desk.ticket import TicketPrinting

            if not self._has_printer:
                return Refusal.NO_PRINTER
            printing = TicketPrinting(language)
            if paper is Paper.SLIP:
                job = print_slip(work, appointment_uid, printing, is_reprint=True)
            else:
                paid = payment_of(work, appointment_uid)
                job = None if paid is None else print_receipt(work, paid, printing, is_reprint=True)
            return Refusal.GONE if job is None else None

        return await self._write("print_again", operate)

    async def _with_its_past(self, answer: ChangeAnswer) -> ChangeAnswer:
        """What was done stands in a person's past once it is committed."""
        file = await self.person(answer.person.id) if isinstance(answer, Saved) else None
        return answer if file is None else Saved(file)

    @property
    def _has_printer(self) -> bool:
        return self._back_office().has_printer

    async def _write(
        self,
        intent: str,
        operate: Callable[[Work, int], Answer],
        foresee: Callable[[Replica], None] = lambda _replica: None,
    ) -> Answer | Refusal:
        """`foresee` comes before the work, which holds others up."""
        actor, role = self._signed_in()
        if role not in DESK:
            return Refusal.NOT_YOURS

        def run(replica: Replica) -> Answer:
            foresee(replica)
            with replica.work(intent, actor) as work:
                answer = operate(work, replica.identity.location_id or 0)
            self._back_office().committed()
            return answer

        return await self._ask(run)

    async def _ask(self, operation: Callable[[Replica], Answer]) -> Answer:
        return await asyncio.wrap_future(self._back_office().submit(operation))


def _foresee(walk_in: WalkIn) -> Callable[[Replica], None]:
    def foresee(replica: Replica) -> None:
        from server_sync.desk.waits.foreseen import foresee_walk_in

        foresee_walk_in(replica, replica.identity.location_id or 0, walk_in.doctor_id)

    return foresee


def _joined(work: Work, person_id: int, walk_in: WalkIn, location_id: int, *, has_printer: bool) -> JoinAnswer:
    from server_sync.desk.queue.walk_in import Joining, join
    from server_sync.desk.ticket import TicketPrinting

    joining = Joining(person_id, location_id, walk_in.doctor_id, walk_in.reason or None)
    outcome: Any = join(work, joining, TicketPrinting(walk_in.language, has_printer=has_printer))
    return told.waits(outcome, person_id)
