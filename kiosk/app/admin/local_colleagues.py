"""Who works at the clinic: read from this machine's records, changed at the centre as whoever is signed in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.app.admin.centre_session import CentreSession, refusal_code
from kiosk.app.admin.errands import on_a_thread
from kiosk.screens.admin.desks import Changed, Colleague, ColleagueDetails, Invited, Refused

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.records.replica import Replica

NEEDS_SERVER, SIGN_IN_AGAIN = "needs_server", "sign_in_again"
OVER = frozenset({"sign_in_needed", "sign_in_refused", "refresh_refused", "unknown_key"})
"""The centre's words for a session that has ended there."""


class LocalColleagues:
    """Implements `kiosk.screens.admin.desks.ColleaguesDesk`; called on the UI thread, whose asyncio loop awaits it."""

    def __init__(self, back_office: Callable[[], BackOffice], session: CentreSession | None) -> None:
        """`session` is that of whoever signed in, at the centre; None where no server is named."""
        self._back_office = back_office
        self._session = session

    async def colleagues(self) -> tuple[Colleague, ...]:
        """See `ColleaguesDesk.colleagues`."""

        def read(replica: Replica) -> tuple[Colleague, ...]:
            from server_sync.desk.clinic_setup import people

            with replica.read() as reading:
                return tuple(map(_told, people(reading, location_id=replica.identity.location_id)))

        return await asyncio.wrap_future(self._back_office().submit(read))

    async def add(self, details: ColleagueDetails) -> Colleague | Refused:
        """See `ColleaguesDesk.add`."""
        return _colleague(await self._send("POST", "/api/staff", _body(details)))

    async def change(self, colleague_id: int, details: ColleagueDetails) -> Colleague | Refused:
        """See `ColleaguesDesk.change`."""
        return _colleague(await self._send("PUT", f"/api/staff/{colleague_id}", _body(details)))

    async def deactivate(self, colleague_id: int) -> Colleague | Refused:
        """See `ColleaguesDesk.deactivate`."""
        return _colleague(await self._send("POST", f"/api/staff/{colleague_id}/deactivate", {}))

    async def invite(self, colleague_id: int, login: str) -> Invited | Refused:
        """See `ColleaguesDesk.invite`."""
        said = await self._send("POST", f"/api/staff/{colleague_id}/credentials", {"login": login})
        return said if isinstance(said, Refused) else Invited(said["login"], said["code"], said["expires_at"])

    async def give_pin(self, colleague_id: int, pin: str) -> Changed | Refused:
        """See `ColleaguesDesk.give_pin`."""
        said = await self._send("PUT", f"/api/staff/{colleague_id}/pin", {"pin": pin})
        return said if isinstance(said, Refused) else Changed()

    async def _send(self, method: str, path: str, body: Mapping[str, object]) -> Any:
        """What the centre answered, or `Refused`; and have its news fetched, so that the list shows it."""
        session = self._session
        if session is None:
            return Refused(NEEDS_SERVER)
        answer = await on_a_thread(lambda: _asked(session, method, path, body))
        self._back_office().sync_now()
        return answer


def _asked(session: CentreSession, method: str, path: str, body: Mapping[str, object]) -> Any:
    from server_sync.protocol.faults import Fault

    try:
        return session.ask(method, path, body)
    except LookupError:
        return Refused(SIGN_IN_AGAIN)
    except Fault as fault:
        code = refusal_code(fault)
        return Refused(SIGN_IN_AGAIN if code in OVER else code, fault.message)


def _body(details: ColleagueDetails) -> dict[str, object]:
    return {
        "display_name": details.name,
        "role": details.role,
        "room": details.room or None,
        "specialty": details.specialty or None,
        "email": details.email or None,
    }


def _colleague(said: Any) -> Colleague | Refused:
    return said if isinstance(said, Refused) else _told(said)


def _told(row: Mapping[str, Any]) -> Colleague:
    return Colleague(
        row["id"],
        row["display_name"],
        row["role"],
        row["room"] or "",
        row["specialty"] or "",
        row["email"] or "",
        is_active=bool(row["is_active"]),
        works_everywhere=row["location_id"] is None,
    )
