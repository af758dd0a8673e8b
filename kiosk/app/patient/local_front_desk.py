"""The front desk behind the patient's screens: the clinic's operations on this machine's records, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from server_sync.desk.outcomes import (
    CheckInOutcome,
    HelpOutcome,
    Identified,
    NotFound,
    PrintOutcome,
    TooManyTries,
)

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.clinic.attempts import FailedAttempts
    from server_sync.clinic.consent import Consent
    from server_sync.clinic.visit_reasons import VisitReason
    from server_sync.desk.check_in import TicketPrinting
    from server_sync.desk.self_service import (
        AlarmOutcome,
        BookedAlone,
        BookingSaid,
        FreeDoctor,
        FreeTime,
        JoinedAlone,
        PlaceFound,
        SaidBesides,
        Thanks,
        WalkIn,
    )
    from server_sync.records.reading import Reading
    from server_sync.records.replica import Replica

Answer = TypeVar("Answer")

PRINTED_WITHIN_S = 6.0
"""How long somebody waits to hear whether their ticket came out; their number stands on the screen meanwhile."""
REFUSAL_TAKES_S = 0.6
"""All refusals take equally long, so that nobody learns from the time which of their words was right."""


class LocalFrontDesk:
    """Implements `kiosk.screens.patient.front_desk.FrontDesk`; called on the UI thread, whose asyncio loop awaits it.

    The functions of `server_sync.desk` are imported where they run, on the records' thread: they bring SQLAlchemy.
    asyncio is imported where it is awaited, for Home stands before it is there (`ui_loop`).
    """

    def __init__(self, back_office: Callable[[], BackOffice], *, refusal_takes_s: float = REFUSAL_TAKES_S) -> None:
        """`back_office` is asked for when the first operation is."""
        self._back_office = back_office
        self._refusal_takes_s = refusal_takes_s
        # Made and touched on the records' thread only.
        self._attempts: FailedAttempts | None = None

    async def find_by_booking_code(self, code: str) -> Identified:
        """See `FrontDesk.find_by_booking_code`."""

        def find(reading: Reading, location_id: int) -> Identified:
            from server_sync.desk.find import find_by_booking_code

            return find_by_booking_code(reading, location_id, code)

        return await self._identify(find)

    async def find_by_phone_and_birth_date(self, phone: str, birth_date: date) -> Identified:
        """See `FrontDesk.find_by_phone_and_birth_date`."""

        def find(reading: Reading, location_id: int) -> Identified:
            from server_sync.desk.find import find_by_phone_and_birth_date

            return find_by_phone_and_birth_date(reading, location_id, phone, birth_date)

        return await self._identify(find)

    async def consent_wanted(self, appointment_uid: UUID | None) -> Consent | None:
        """See `FrontDesk.consent_wanted`."""

        def look(replica: Replica) -> Consent | None:
            from server_sync.desk.consent import consent_wanted

            with replica.read() as reading:
                return consent_wanted(reading, replica.identity.location_id or 0, appointment_uid)

        return await self._ask(look)

    async def check_in(
        self, appointment_uid: UUID, language: str, besides: SaidBesides | None = None
    ) -> CheckInOutcome:
        """See `FrontDesk.check_in`."""

        def operate(replica: Replica) -> CheckInOutcome:
            from server_sync.desk.said_on_arrival import check_in_alone
            from server_sync.desk.self_service import SaidBesides

            return check_in_alone(replica, appointment_uid, besides or SaidBesides(), self._printing(language))

        return await self._write(operate)

    async def print_again(self, queue_uid: UUID, language: str) -> UUID | None:
        """See `FrontDesk.print_again`."""

        def operate(replica: Replica) -> UUID | None:
            from server_sync.desk.check_in import print_again

            with replica.work("print_again", "patient") as work:
                return print_again(work, queue_uid, self._printing(language))

        return await self._write(operate)

    async def call_for_help(self, language: str) -> HelpOutcome:
        """See `FrontDesk.call_for_help`."""

        def operate(replica: Replica) -> HelpOutcome:
            from server_sync.desk.help import INTENT, call_for_help

            with replica.work(INTENT, "patient") as work:
                return call_for_help(work, self._printing(language))

        return await self._write(operate)

    async def print_outcome(self, print_job_uid: UUID) -> PrintOutcome:
        """See `FrontDesk.print_outcome`."""
        import asyncio

        outcome = asyncio.wrap_future(self._back_office().print_outcome(print_job_uid))
        try:
            return await asyncio.wait_for(outcome, PRINTED_WITHIN_S)
        except TimeoutError:
            return PrintOutcome.UNKNOWN

    async def reasons(self) -> tuple[VisitReason, ...] | None:
        """See `FrontDesk.reasons`."""

        def look(replica: Replica) -> tuple[VisitReason, ...] | None:
            from server_sync.desk.reasons import reasons_at

            with replica.read() as reading:
                return reasons_at(reading, replica.identity.location_id or 0)

        return await self._ask(look)

    async def join_queue(self, said: WalkIn, language: str) -> JoinedAlone:
        """See `FrontDesk.join_queue`."""

        def operate(replica: Replica) -> JoinedAlone:
            from server_sync.desk.at_kiosk import join_alone

            return join_alone(replica, said, self._printing(language))

        return await self._write(operate)

    async def raise_alarm(self) -> AlarmOutcome:
        """See `FrontDesk.raise_alarm`."""

        def operate(replica: Replica) -> AlarmOutcome:
            from server_sync.desk.at_kiosk import raise_alarm_alone

            return raise_alarm_alone(replica)

        return await self._write(operate)

    async def free_doctors(self) -> tuple[FreeDoctor, ...]:
        """See `FrontDesk.free_doctors`."""

        def look(replica: Replica) -> tuple[FreeDoctor, ...]:
            from server_sync.desk.at_kiosk import free_doctors

            return free_doctors(replica)

        return await self._ask(look)

    async def free_times(self, doctor_id: int, day: date) -> tuple[FreeTime, ...]:
        """See `FrontDesk.free_times`."""

        def look(replica: Replica) -> tuple[FreeTime, ...]:
            from server_sync.desk.at_kiosk import free_times

            return free_times(replica, doctor_id, day)

        return await self._ask(look)

    async def book(self, said: BookingSaid, language: str) -> BookedAlone:
        """See `FrontDesk.book`."""

        from kiosk.app.patient.promises import centre_answers, slip_as_it_stands, wait_for_promise
        from server_sync.desk.self_service import Slip

        may_be_promised = centre_answers(self._back_office().connection)

        def operate(replica: Replica) -> BookedAlone:
            from server_sync.desk.at_kiosk import book_alone

            return book_alone(replica, said, self._printing(language), may_be_promised=may_be_promised)

        booked = await self._write(operate)
        if may_be_promised and isinstance(booked, Slip) and booked.is_provisional:
            await wait_for_promise(booked, self._ask)
            return await self._write(slip_as_it_stands(booked, self._printing(language)))
        return booked

    async def say_of_visit(self, follow_code: str, score: int, words: str) -> Thanks:
        """See `FrontDesk.say_of_visit`."""

        def operate(replica: Replica) -> Thanks:
            from server_sync.desk.at_kiosk import say_of_visit

            return say_of_visit(replica, follow_code, score, words)

        return await self._write(operate)

    async def place_by_ticket(self, scanned: str) -> PlaceFound:
        """See `FrontDesk.place_by_ticket`."""

        def look(replica: Replica) -> PlaceFound:
            from server_sync.desk.at_kiosk import place_by_ticket

            with replica.read() as reading:
                return place_by_ticket(reading, scanned.rstrip("/").rpartition("/")[2])

        return await self._ask(look)

    async def place_by_phone(self, phone: str, birth_date: date) -> PlaceFound:
        """See `FrontDesk.place_by_phone`."""
        from server_sync.desk.self_service import NoPlace

        asked_at = monotonic()
        found = await self._ask(lambda replica: self._place_of(replica, phone, birth_date))
        if isinstance(found, NoPlace):
            await self._refuse_slowly(asked_at)
        return found

    async def _identify(self, find: Callable[[Reading, int], Identified]) -> Identified:
        asked_at = monotonic()
        found = await self._ask(lambda replica: self._count_failures(replica, find))
        if isinstance(found, NotFound | TooManyTries):
            await self._refuse_slowly(asked_at)
        return found

    async def _refuse_slowly(self, asked_at: float) -> None:
        import asyncio

        await asyncio.sleep(max(0.0, asked_at + self._refusal_takes_s - monotonic()))

    def _place_of(self, replica: Replica, phone: str, birth_date: date) -> PlaceFound:
        """Counted with the failures to be found: whoever tries out birth dates here learns no more than there."""
        from server_sync.clinic.attempts import FailedAttempts
        from server_sync.desk.at_kiosk import place_by_phone
        from server_sync.desk.self_service import NoPlace

        now = replica.clock.now()
        attempts = self._attempts = self._attempts or FailedAttempts()
        if attempts.too_many(now):
            return NoPlace()
        with replica.read() as reading:
            found = place_by_phone(reading, replica.identity.location_id or 0, phone, birth_date)
        if isinstance(found, NoPlace):
            attempts.failed(now)
        return found

    def _count_failures(self, replica: Replica, find: Callable[[Reading, int], Identified]) -> Identified:
        from server_sync.clinic.attempts import FailedAttempts

        now = replica.clock.now()
        attempts = self._attempts = self._attempts or FailedAttempts()
        if attempts.too_many(now):
            return TooManyTries()
        with replica.read() as reading:
            found = find(reading, replica.identity.location_id or 0)
        if isinstance(found, NotFound):
            attempts.failed(now)
        return found

    def _printing(self, language: str) -> TicketPrinting:
        from server_sync.desk.check_in import TicketPrinting

        return TicketPrinting(language, has_printer=self._back_office().has_printer)

    async def _ask(self, operation: Callable[[Replica], Answer]) -> Answer:
        import asyncio

        return await asyncio.wrap_future(self._back_office().submit(operation))

    async def _write(self, operation: Callable[[Replica], Answer]) -> Answer:
        def operate(replica: Replica) -> Answer:
            answer = operation(replica)
            self._back_office().committed()
            return answer

        return await self._ask(operate)
