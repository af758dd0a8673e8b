"""Who works at the clinic: read from this machine's records, changed at the centre as whoever is signed in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kiosk.app.admin.errands import on_a_thread
from kiosk.screens.admin.desks import Colleague, ColleagueDetails, Invited, Refused

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.records.replica import Replica

ANSWER_S = 15.0
NEEDS_SERVER, SIGN_IN_AGAIN = "needs_server", "sign_in_again"


class LocalColleagues:
    """Implements `kiosk.screens.admin.desks.ColleaguesDesk`; called on the UI thread, whose asyncio loop awaits it."""

    def __init__(
        self, back_office: Callable[[], BackOffice], server_url: str | None, token: Callable[[], str | None]
    ) -> None:
        """`token` is what the centre gave whoever signed in; None where they signed in without it."""
        self._back_office = back_office
        self._server_url = server_url
        self._token = token

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

    async def _send(self, method: str, path: str, body: Mapping[str, object]) -> Any:
        """What the centre answered, or `Refused`; and have its news fetched, so that the list shows it."""
        token = self._token()
        if self._server_url is None:
            return Refused(NEEDS_SERVER)
        if token is None:
            return Refused(SIGN_IN_AGAIN)
        url = self._server_url + path
        answer = await on_a_thread(lambda: _asked(method, url, token, body))
        self._back_office().sync_now()
        return answer


def _asked(method: str, url: str, token: str, body: Mapping[str, object]) -> Any:
    """On a thread of its own: a server that is far away takes its time."""
    import httpx

    from server_sync.protocol.faults import Fault
    from server_sync.worker.answers import message_in

    head = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    try:
        with httpx.Client(timeout=ANSWER_S, trust_env=False) as client:
            said = client.request(method, url, content=json.dumps(body).encode() if body else None, headers=head)
        if said.status_code == 401:
            return Refused(SIGN_IN_AGAIN)
        message: Any = message_in(said.status_code, said.headers, said.content)
        return message["data"]
    except httpx.HTTPError:
        return Refused(NEEDS_SERVER)
    except Fault as fault:
        return Refused(fault.code, fault.message)


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
