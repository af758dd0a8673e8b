"""The service page of this machine: an admin's PIN tried here and at the centre, and how the machine is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from kiosk.app.settings import Settings
from kiosk.screens.patient.service_desk import Contact, LetIn, MachineState, NotLetIn, PinTried
from server_sync.protocol.faults import StorageFault

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from kiosk.app.admin.local_machines import LocalMachines
    from kiosk.app.back_office import BackOffice
    from kiosk.app.staff.local_staff_desk import AskCentre
    from server_sync.desk.admin_pins import AdminsHere
    from server_sync.desk.staff_pins import StaffMember
    from server_sync.records.replica import Replica
    from server_sync.worker.state import ConnectionState

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

REFUSAL_TAKES_S = 2.0
"""All refusals take equally long, whatever was wrong and whatever is kept here; a slow centre takes more."""


class LocalService:
    """Implements `kiosk.screens.patient.service_desk.ServiceDesk`; called on the UI thread, whose loop awaits it."""

    def __init__(
        self,
        back_office: Callable[[], BackOffice],
        settings: Settings,
        centre: Callable[[], AskCentre | None],
        end: Callable[[bool], None],
        *,
        refusal_takes_s: float = REFUSAL_TAKES_S,
    ) -> None:
        """`centre` makes the question about a PIN, for a thread that may wait. `end` ends the program; with True it
        begins anew.
        """
        self._centre = centre
        self._back_office = back_office
        self._settings = settings
        self._end = end
        self._refusal_takes_s = refusal_takes_s
        self._actor = ""
        self._thread: ThreadPoolExecutor | None = None
        self._machines: LocalMachines | None = None

    async def try_pin(self, pin: str) -> PinTried:
        """See `ServiceDesk.try_pin`."""
        import asyncio

        began = monotonic()
        admin, wait_s = await self._try(pin)
        code = "service_opened" if admin is not None else "service_wait" if wait_s else "service_refused"
        log.info("somebody asks for the service page", extra={"code": code, "actor": str(admin.uid) if admin else ""})
        if admin is None:
            await asyncio.sleep(max(0.0, began + self._refusal_takes_s - monotonic()))
            return NotLetIn(wait_s)
        self._actor = str(admin.uid)
        return LetIn()

    async def machine(self) -> MachineState:
        """See `ServiceDesk.machine`."""
        health = await self._here.health()
        connection = self._back_office().connection
        return MachineState(
            health.name,
            health.version,
            health.printer.state,
            _contact(connection),
            None if connection is None else connection.last_sync,
            0 if connection is None else connection.pending,
        )

    async def print_test_page(self, language: str) -> str:
        """See `ServiceDesk.print_test_page`."""
        return await self._here.print_test_page(language)

    def close(self) -> None:
        """See `ServiceDesk.close`."""
        log.info("an admin closes the program", extra={"code": "service_closed", "actor": self._actor})
        self._end(False)

    def restart(self) -> None:
        """See `ServiceDesk.restart`."""
        log.info("an admin restarts the program", extra={"code": "service_restarted", "actor": self._actor})
        self._end(True)

    @property
    def _here(self) -> LocalMachines:
        """Made when it is first needed: it brings the admin's interfaces, which no patient waits for."""
        from kiosk.app.admin.local_machines import LocalMachines
        from kiosk.app.version import version

        if self._machines is None:
            self._machines = LocalMachines(self._back_office, self._settings, lambda: self._actor, version())
        return self._machines

    async def _try(self, pin: str) -> tuple[StaffMember | None, int]:
        """Whose PIN it is, or how long the next one waits."""
        here = await self._submit(_admins_here)
        if here.waiting is not None:
            return None, here.waiting.wait_s
        admin, vouched = await self._beside(lambda: self._whose(here, pin))
        waits_s = 0
        if admin is None:
            waits_s = await self._submit(lambda replica: _missed(replica, here))
        else:
            await self._submit(lambda replica: _came(replica, here, admin, pin, vouched=vouched))
        self._back_office().committed()
        return admin, waits_s

    def _whose(self, here: AdminsHere, pin: str) -> tuple[StaffMember | None, bool]:
        """Whose PIN it is, and whether the centre says so; on a thread that may wait."""
        from server_sync.desk.admin_pins import whose

        ask = self._ask_centre()
        known = whose(here.admins, pin)
        if known is not None:
            # The centre may know better: since they were here the PIN may be another.
            said = ask(str(known.uid), pin)
            return (None if said is False else known), bool(said)
        if not here.centre_may_be_asked:
            return None, False
        unknown = [one.member for one in here.admins if one.verifier is None]
        found = next((member for member in unknown if ask(str(member.uid), pin)), None)
        return found, found is not None

    def _ask_centre(self) -> Callable[[str, str], bool | None]:
        """What the centre says of a PIN; None where it can't be asked, which is tried once."""
        from server_sync.protocol.faults import RefusedFault, TransportFault

        centre = self._centre()

        def ask(uid: str, pin: str) -> bool | None:
            nonlocal centre
            if centre is None:
                return None
            try:
                return centre(uid, pin)
            except (TransportFault, RefusedFault) as fault:
                log.info("the centre could not be asked about a PIN", extra={"code": fault.code})
                centre = None
                return None

        return ask

    async def _submit(self, operation: Callable[[Replica], Answer]) -> Answer:
        import asyncio

        return await asyncio.wrap_future(self._back_office().submit(operation))

    async def _beside(self, work: Callable[[], Answer]) -> Answer:
        """On a thread of its own: whoever checks in meanwhile needs the records' one."""
        import asyncio
        from concurrent.futures import ThreadPoolExecutor

        self._thread = self._thread or ThreadPoolExecutor(1, "service-pin")
        return await asyncio.wrap_future(self._thread.submit(work))


def _admins_here(replica: Replica) -> AdminsHere:
    from server_sync.desk.admin_pins import admins_here

    return admins_here(replica)


def _missed(replica: Replica, here: AdminsHere) -> int:
    """How long the next one waits, in seconds."""
    from server_sync.desk.admin_pins import admin_missed, admins_here
    from server_sync.desk.sign_ins import note_service_refusal

    admin_missed(replica, here.admins)
    waiting = admins_here(replica).waiting
    _on_record(lambda: note_service_refusal(replica, is_locked=waiting is not None))
    return 0 if waiting is None else waiting.wait_s


def _came(replica: Replica, here: AdminsHere, admin: StaffMember, pin: str, *, vouched: bool) -> None:
    from server_sync.desk.admin_pins import admin_came
    from server_sync.desk.sign_ins import note_service

    admin_came(replica, here.admins, admin.uid, pin, vouched=vouched)
    _on_record(lambda: note_service(replica, admin.uid))


def _on_record(note: Callable[[], None]) -> None:
    """A full disk keeps no administrator out: they come because of such things."""
    try:
        note()
    except StorageFault as fault:
        log.warning("a PIN at the service page is not in the audit trail", extra={"code": fault.code})


def _contact(state: ConnectionState | None) -> Contact:
    if state is None:
        return Contact.ALONE
    if state.link.value not in ("online", "syncing"):
        return Contact.OFFLINE
    return Contact.HUB if state.by_hub else Contact.ONLINE
