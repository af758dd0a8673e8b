"""Signing in at this machine: the centre is asked while it can be reached, this machine's own records otherwise."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from kiosk.screens.staff.staff_desk import Member, NotSignedIn, SignInAnswer, Why
from server_sync.protocol.faults import RefusedFault, StorageFault, TransportFault

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.desk.staff_pins import PinAnswer, StaffMember
    from server_sync.records.replica import Replica

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")
AskCentre = Callable[[str, str], bool]
"""Whether a PIN (the second) is of the user with this uid. Blocks; raises TransportFault or RefusedFault."""


class LocalStaffDesk:
    """Implements `kiosk.screens.staff.staff_desk.StaffDesk`; called on the UI thread, whose asyncio loop awaits it."""

    def __init__(self, back_office: Callable[[], BackOffice], ask_centre: AskCentre | None) -> None:
        """`ask_centre` is None where no server is named: then nobody can sign in who never did."""
        self._back_office = back_office
        self._ask_centre = ask_centre
        self._asking = ThreadPoolExecutor(1, "pin")
        self._news: object | None = None

    def listen(self, changed: Callable[[], None]) -> None:
        """See `StaffDesk.listen`."""
        from kiosk.app.records_news import RecordsNews

        self._news = RecordsNews(self._back_office(), changed)

    async def members(self) -> tuple[Member, ...]:
        """See `StaffDesk.members`."""

        def read(replica: Replica) -> tuple[Member, ...]:
            from server_sync.desk.staff_pins import staff_of

            with replica.read() as reading:
                return tuple(_told(one) for one in staff_of(reading, replica.identity.location_id or 0))

        return await self._submit(read)

    async def sign_in(self, user_id: int, pin: str) -> SignInAnswer:
        """See `StaffDesk.sign_in`."""
        answer = await self._try(user_id, pin)
        what = "signed_in" if isinstance(answer, Member) else f"sign_in_{answer.why.value}"
        log.info("somebody signs in", extra={"code": what, "actor": answer.uid if isinstance(answer, Member) else ""})
        await self._on_record(user_id, answer)
        return answer

    async def sign_out(self, user_id: int) -> None:
        """See `StaffDesk.sign_out`."""
        await self._on_record(user_id, None)

    async def _on_record(self, user_id: int, answer: SignInAnswer | None) -> None:
        await self._submit(lambda replica: _put_on_record(replica, user_id, answer))
        self._back_office().committed()

    async def _try(self, user_id: int, pin: str) -> SignInAnswer:
        member, waiting = await self._submit(lambda replica: _standing(replica, user_id))
        if waiting is not None:
            return NotSignedIn(Why.WAIT, waiting)
        is_theirs = None if member is None else await self._ask(member.uid, pin)
        if is_theirs is None:
            return _answer(await self._submit(lambda replica: _try_here(replica, user_id, pin)))
        if member is None or not is_theirs:
            await self._submit(lambda replica: _count_miss(replica, user_id))
            return NotSignedIn(Why.WRONG)
        await self._submit(lambda replica: _keep(replica, user_id, pin))
        return member

    async def _ask(self, uid: str, pin: str) -> bool | None:
        """What the centre says; None where it can't be asked."""
        if self._ask_centre is None:
            return None
        try:
            return await asyncio.wrap_future(self._asking.submit(self._ask_centre, uid, pin))
        except (TransportFault, RefusedFault) as fault:
            log.info("the centre could not be asked about a PIN", extra={"code": fault.code})
            return None

    async def _submit(self, operation: Callable[[Replica], Answer]) -> Answer:
        return await asyncio.wrap_future(self._back_office().submit(operation))


def _standing(replica: Replica, user_id: int) -> tuple[Member | None, int | None]:
    from server_sync.desk.staff_pins import member_of, must_wait

    with replica.read() as reading:
        member = member_of(reading, user_id, replica.identity.location_id or 0)
    waiting = must_wait(replica, user_id)
    return None if member is None else _told(member), None if waiting is None else waiting.wait_s


def _try_here(replica: Replica, user_id: int, pin: str) -> PinAnswer:
    from server_sync.desk.staff_pins import try_pin

    return try_pin(replica, user_id, pin)


def _count_miss(replica: Replica, user_id: int) -> None:
    from server_sync.desk.staff_pins import count_miss

    count_miss(replica, user_id)


def _keep(replica: Replica, user_id: int, pin: str) -> None:
    from server_sync.desk.staff_pins import keep_pin

    keep_pin(replica, user_id, pin)


def _put_on_record(replica: Replica, user_id: int, answer: SignInAnswer | None) -> None:
    """None: they went. Whoever has to wait had no PIN looked at. A full disk keeps nobody out."""
    from server_sync.desk.sign_ins import note_refusal, note_sign_in, note_sign_out

    if isinstance(answer, NotSignedIn) and answer.why is Why.WAIT:
        return
    note = note_sign_out if answer is None else note_sign_in if isinstance(answer, Member) else note_refusal
    try:
        note(replica, user_id)
    except StorageFault as fault:
        log.warning("a sign-in is not in the audit trail", extra={"code": fault.code})


def _told(member: StaffMember) -> Member:
    return Member(member.user_id, str(member.uid), member.name, member.role)


def _answer(answer: PinAnswer) -> SignInAnswer:
    from server_sync.desk.staff_pins import PinUnknownHere, StaffMember, TooSoon

    match answer:
        case StaffMember():
            return _told(answer)
        case TooSoon(wait_s=wait_s):
            return NotSignedIn(Why.WAIT, wait_s)
        case PinUnknownHere(tried_out=tried_out):
            return NotSignedIn(Why.TRIED_OUT if tried_out else Why.NEVER_HERE)
    return NotSignedIn(Why.WRONG)
