"""How this machine is, and which others the clinic has."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.app.admin.errands import on_a_thread
from kiosk.app.settings import PrinterKind, Settings
from kiosk.screens.admin.desks import Health, Machine, Printer

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.app.admin.centre_session import CentreSession
    from kiosk.app.back_office import BackOffice
    from server_sync.desk.machine_alerts import MachineAlert
    from server_sync.records.reading import Reading, Row
    from server_sync.records.replica import Replica

Answer = TypeVar("Answer")

PRINTED_WITHIN_S = 8.0


class LocalMachines:
    """Implements `kiosk.screens.admin.desks.MachinesDesk`; called on the UI thread, whose asyncio loop awaits it."""

    def __init__(
        self,
        back_office: Callable[[], BackOffice],
        settings: Settings,
        actor: Callable[[], str],
        version: str,
        session: CentreSession | None = None,
    ) -> None:
        """`actor` is whoever is signed in, as the log calls them; `session` is theirs at the centre."""
        self._session = session
        self._back_office = back_office
        self._settings = settings
        self._actor = actor
        self._version = version
        self._since = datetime.now(UTC)

    async def health(self) -> Health:
        """See `MachinesDesk.health`."""

        def read(replica: Replica) -> tuple[str, int | None]:
            from server_sync.records.upstream.standing import own_state

            with replica.read() as reading:
                return _name(reading, replica.identity.device_uid), own_state(reading.connection).clock_offset_ms

        name, clock_behind_ms = await self._ask(read)
        printer = await on_a_thread(self._printer)
        return await on_a_thread(lambda: self._health(name, clock_behind_ms, printer))

    async def machines(self) -> tuple[Machine, ...]:
        """See `MachinesDesk.machines`."""

        def read(replica: Replica) -> tuple[tuple[str, Machine], ...]:
            from server_sync.desk.clinic_setup import all_devices
            from server_sync.desk.machine_alerts import open_alerts

            identity = replica.identity
            with replica.read() as reading:
                rows = all_devices(reading, identity.location_id)
                alerts = {one.device_uid: one for one in open_alerts(reading, identity.location_id or 0)}
            return tuple(
                (uid, _machine(row, identity.device_uid, alerts.get(uid))) for row in rows for uid in (str(row["uid"]),)
            )

        known = await self._ask(read)
        session = self._session
        if session is None or not session.is_open:
            return tuple(machine for _, machine in known)
        seen = await on_a_thread(lambda: _last_seen(session))
        return tuple(replace(machine, last_seen=seen.get(uid)) for uid, machine in known)

    async def print_test_page(self, language: str) -> str:
        """See `MachinesDesk.print_test_page`."""
        actor = self._actor()

        def queue(replica: Replica) -> UUID | None:
            from server_sync.desk.slips import print_test_page
            from server_sync.desk.ticket import TicketPrinting

            printing = TicketPrinting(language, has_printer=self._back_office().has_printer)
            with replica.work("print_test_page", actor) as work:
                job = print_test_page(work, _name(work, replica.identity.device_uid), self._printer_name(), printing)
            self._back_office().committed()
            return job

        job = await self._ask(queue)
        if job is None:
            return "no_printer"
        try:
            outcome = asyncio.wrap_future(self._back_office().print_outcome(job))
            return (await asyncio.wait_for(outcome, PRINTED_WITHIN_S)).value
        except TimeoutError:
            return "unknown"

    def _printer(self) -> Printer:
        printer = self._back_office().printer
        if printer is None or self._settings.printer.kind is PrinterKind.NONE:
            return Printer("none", None, "")
        status = printer.status()
        return Printer(status.state.value, status.since, self._printer_name())

    def _printer_name(self) -> str:
        printer = self._settings.printer
        return f"{printer.host}:{printer.port}" if printer.kind is PrinterKind.NETWORK else printer.kind.value

    def _health(self, name: str, clock_behind_ms: int | None, printer: Printer) -> Health:
        folder = self._settings.database.absolute()
        room = shutil.disk_usage(folder.parent) if folder.parent.exists() else None
        return Health(
            name=name,
            version=self._version,
            records_bytes=sum(_size(folder.with_name(folder.name + ending)) for ending in ("", "-wal")),
            free_bytes=None if room is None else room.free,
            disk_bytes=None if room is None else room.total,
            memory_bytes=_memory_bytes(),
            clock_behind_ms=clock_behind_ms,
            up_since=self._since,
            printer=printer,
        )

    async def _ask(self, operation: Callable[[Replica], Answer]) -> Answer:
        return await asyncio.wrap_future(self._back_office().submit(operation))


def _machine(row: Row, own_uid: UUID, alert: MachineAlert | None) -> Machine:
    return Machine(
        row["name"],
        row["kind"],
        row["series"],
        is_this=row["uid"] == own_uid,
        is_revoked=row["revoked_at"] is not None,
        trouble="" if alert is None else alert.cause,
        trouble_since=None if alert is None else alert.since,
    )


def _last_seen(session: CentreSession) -> dict[str, datetime]:
    """When the centre heard of each machine last, by uid; nothing where it can't be asked."""
    from server_sync.protocol.faults import Fault

    try:
        said = session.ask("GET", "/api/devices", {})
        return {one["uid"]: datetime.fromisoformat(one["last_seen_at"]) for one in said if one["last_seen_at"]}
    except (Fault, LookupError, TypeError, ValueError):
        return {}


def _name(reading: Reading, device_uid: UUID) -> str:
    from server_sync.desk.sync_log.entries import names

    return names(reading).get(str(device_uid), "")


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _memory_bytes() -> int | None:
    """What this process holds in memory now; None where the system does not say it so simply."""
    if sys.platform != "linux":
        return None
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")
