"""The queue's policy: read from this machine's records, changed at the centre as whoever is signed in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kiosk.app.admin.centre_session import CentreSession, refusal_code
from kiosk.app.admin.errands import on_a_thread
from kiosk.app.admin.local_colleagues import NEEDS_SERVER, OVER, SIGN_IN_AGAIN
from kiosk.screens.admin.policy_desk import PolicyNotChanged, StandingPolicy
from server_sync.clinic.policy_documents import parse_policy, policy_document
from server_sync.clinic.queue_policy import DAY_CLINIC, Policy

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.records.replica import Replica


class LocalPolicy:
    """Implements `kiosk.screens.admin.policy_desk.PolicyDesk`; called on the UI thread, whose loop awaits it."""

    def __init__(self, back_office: Callable[[], BackOffice], session: CentreSession | None) -> None:
        """`session` is that of whoever signed in, at the centre; None where no server is named."""
        self._back_office = back_office
        self._session = session

    async def policy(self) -> StandingPolicy:
        """See `PolicyDesk.policy`."""
        return await asyncio.wrap_future(self._back_office().submit(_read))

    async def change(self, policy: Policy) -> StandingPolicy | PolicyNotChanged:
        """See `PolicyDesk.change`."""
        session = self._session
        if session is None:
            return PolicyNotChanged(NEEDS_SERVER)
        location_id = await asyncio.wrap_future(self._back_office().submit(_location_id))
        body = {"policy": None if policy == DAY_CLINIC else policy_document(policy)}
        path = f"/api/locations/{location_id}/queue-policy"
        answer = await on_a_thread(lambda: _asked(session, path, body))
        self._back_office().sync_now()
        return answer


def _read(replica: Replica) -> StandingPolicy:
    from server_sync.desk.queue.location_policy import location_policy

    with replica.read() as reading:
        told = location_policy(reading, _location_id(replica))
    return StandingPolicy(DAY_CLINIC) if told is None else StandingPolicy(told.policy, told.refused is not None)


def _location_id(replica: Replica) -> int:
    location_id = replica.identity.location_id
    if location_id is None:
        raise LookupError("a machine with desks has a location")
    return location_id


def _asked(session: CentreSession, path: str, body: dict[str, Any]) -> StandingPolicy | PolicyNotChanged:
    from server_sync.protocol.faults import Fault

    try:
        return StandingPolicy(parse_policy(session.ask("PUT", path, body)["document"]))
    except LookupError:
        return PolicyNotChanged(SIGN_IN_AGAIN)
    except Fault as fault:
        code = refusal_code(fault)
        return PolicyNotChanged(SIGN_IN_AGAIN if code in OVER else code)
