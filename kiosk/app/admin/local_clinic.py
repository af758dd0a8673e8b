"""What the location tells its patients: read from this machine's records, changed at the centre by who is signed in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.app.admin.centre_session import CentreSession, refusal_code
from kiosk.app.admin.errands import on_a_thread
from kiosk.app.admin.local_colleagues import NEEDS_SERVER, OVER, SIGN_IN_AGAIN
from kiosk.screens.admin.clinic_desk import ClinicDetails, ClinicNotChanged
from server_sync.clinic.consent import consent_in_force
from server_sync.clinic.visit_reasons import reasons_in_force

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.records.replica import Replica

LINES = ("name", "opening_hours", "waiting_area", "phone")


class LocalClinic:
    """Implements `kiosk.screens.admin.clinic_desk.ClinicDesk`; called on the UI thread, whose loop awaits it."""

    def __init__(self, back_office: Callable[[], BackOffice], session: CentreSession | None) -> None:
        """`session` is that of whoever signed in, at the centre; None where no server is named."""
        self._back_office = back_office
        self._session = session

    async def details(self) -> ClinicDetails:
        """See `ClinicDesk.details`."""
        return _details(await asyncio.wrap_future(self._back_office().submit(_location)))

    async def change(self, was: ClinicDetails, wanted: ClinicDetails) -> ClinicDetails | ClinicNotChanged:
        """See `ClinicDesk.change`: what is alike in both is not named, for another admin may be at it."""
        session = self._session
        if session is None:
            return ClinicNotChanged(NEEDS_SERVER)
        location = await asyncio.wrap_future(self._back_office().submit(_location))
        before, after = _as_body(was), _as_body(wanted)
        body = {name: value for name, value in after.items() if value != before[name]}
        answer = await on_a_thread(lambda: _asked(session, f"/api/locations/{location['id']}", body))
        self._back_office().sync_now()
        return answer


def _location(replica: Replica) -> Mapping[str, Any]:
    from server_sync.desk.clinic_setup import location_row

    with replica.read() as reading:
        row = location_row(reading, replica.identity.location_id or 0)
    if row is None:
        raise LookupError("a machine with desks has a location")
    return row


def _details(told: Mapping[str, Any]) -> ClinicDetails:
    lines = {name: told[name] or "" for name in LINES}
    consent = consent_in_force(told["consent"], told["default_language"])
    reasons = () if told["visit_reasons"] is None else reasons_in_force(told["visit_reasons"])
    texts = () if consent is None else consent.texts
    return ClinicDetails(**lines, default_language=told["default_language"], consent=texts, reasons=reasons)


def _as_body(details: ClinicDetails) -> dict[str, object]:
    lines: dict[str, object] = {name: getattr(details, name) or None for name in LINES}
    reasons = [reason.as_document() for reason in details.reasons]
    return lines | {"consent": dict(details.consent) or None, "visit_reasons": reasons or None}


def _asked(session: CentreSession, path: str, body: dict[str, object]) -> ClinicDetails | ClinicNotChanged:
    from server_sync.protocol.faults import Fault

    try:
        return _details(session.ask("PUT", path, body))
    except LookupError:
        return ClinicNotChanged(SIGN_IN_AGAIN)
    except Fault as fault:
        code = refusal_code(fault)
        return ClinicNotChanged(SIGN_IN_AGAIN if code in OVER else code)
