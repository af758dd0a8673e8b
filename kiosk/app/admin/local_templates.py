"""Session templates: whom one may plan for from this machine's records, all else at the centre as whoever signed in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kiosk.app.admin.centre_session import CentreSession, refusal_code
from kiosk.app.admin.errands import on_a_thread
from kiosk.app.admin.local_colleagues import NEEDS_SERVER, OVER, SIGN_IN_AGAIN
from kiosk.screens.admin.templates_desk import (
    NotPlanned,
    PlannedDay,
    PlannedDoctor,
    PlannedPlace,
    Proposal,
    SessionAsked,
    TemplateTime,
)

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.records.replica import Replica


class LocalTemplates:
    """Implements `kiosk.screens.admin.templates_desk.TemplatesDesk`; called on the UI thread, whose loop awaits it."""

    def __init__(self, back_office: Callable[[], BackOffice], session: CentreSession | None) -> None:
        """`session` is that of whoever signed in, at the centre; None where no server is named."""
        self._back_office = back_office
        self._session = session

    async def place(self) -> PlannedPlace:
        """See `TemplatesDesk.place`."""
        return await asyncio.wrap_future(self._back_office().submit(_read))

    async def preview(self, asked: SessionAsked) -> Proposal | NotPlanned:
        """See `TemplatesDesk.preview`."""
        return await self._ask("preview", asked, {})

    async def apply(self, asked: SessionAsked, mark: str) -> Proposal | NotPlanned:
        """See `TemplatesDesk.apply`; has the new hours fetched, so that the desks of this machine show them."""
        answer = await self._ask("apply", asked, {"mark": mark})
        self._back_office().sync_now()
        return answer

    async def _ask(self, what: str, asked: SessionAsked, more: Mapping[str, object]) -> Proposal | NotPlanned:
        session = self._session
        if session is None:
            return NotPlanned(NEEDS_SERVER)
        location_id = await asyncio.wrap_future(self._back_office().submit(_location_id))
        body = {**_body(asked), "location_id": location_id, **more}
        return await on_a_thread(lambda: _asked(session, f"/api/availability/template/{what}", body))


def _read(replica: Replica) -> PlannedPlace:
    from server_sync.desk.clinic_setup import location_row, people

    location_id = _location_id(replica)
    with replica.read() as reading:
        place = location_row(reading, location_id)
        doctors = people(reading, location_id=location_id, role="doctor", only_active=True)
    name = "" if place is None else place["name"]
    return PlannedPlace(name, tuple(PlannedDoctor(row["id"], row["display_name"]) for row in doctors))


def _location_id(replica: Replica) -> int:
    location_id = replica.identity.location_id
    if location_id is None:
        raise LookupError("a machine with desks has a location")
    return location_id


def _asked(session: CentreSession, path: str, body: Mapping[str, object]) -> Proposal | NotPlanned:
    from server_sync.protocol.faults import Fault

    try:
        return _proposal(session.ask("POST", path, body))
    except LookupError:
        return NotPlanned(SIGN_IN_AGAIN)
    except Fault as fault:
        code = refusal_code(fault)
        return NotPlanned(SIGN_IN_AGAIN if code in OVER else code)


def _body(asked: SessionAsked) -> dict[str, object]:
    return {
        "doctor_id": asked.doctor_id,
        "first": asked.first.isoformat(),
        "last": asked.last.isoformat(),
        "start_time": asked.starts.isoformat("minutes"),
        "end_time": asked.ends.isoformat("minutes"),
        "weekdays": sorted(asked.weekdays),
        "mean_minutes": asked.mean_min,
        "no_show_share": asked.no_show,
        "replaces": asked.replaces,
    }


def _proposal(said: Any) -> Proposal:
    return Proposal(
        said["mark"],
        said["count"],
        said["interval_minutes"],
        said["mean_minutes"],
        said["mean_from"],
        said["no_show_share"],
        said["no_show_from"],
        tuple(TemplateTime(one["time"], one["seats"]) for one in said["times"]),
        tuple(map(_day, said["days"])),
    )


def _day(said: Any) -> PlannedDay:
    return PlannedDay(
        date.fromisoformat(said["date"]),
        said["why"] or "",
        len(said["removed_hours"]),
        said["booked"],
        said["kept_for_booked"],
    )
