"""An admin at a desk who is signed in at the centre, with as little around them as their pages need."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from kiosk.app.admin.centre_session import CentreSession
from server_sync.clinic.roles import Role
from server_sync.records.replica import Replica
from tests.access import staff_headers
from tests.clinics import LittleClinic
from tests.sites import RunningServer


class Office:
    """As much of a back office as this needs: work on a machine's records, at once."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self.synced = 0

    def submit(self, act: Callable[[Replica], Any]) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(act(self._replica))
        return done

    def sync_now(self) -> None:
        self.synced += 1


class KimsSession(CentreSession):
    """Kim's session at the centre, as if it had been opened by PIN."""

    def __init__(self, server: RunningServer, clinic: LittleClinic) -> None:
        super().__init__(server.url)
        token = staff_headers(clinic.centre, Role.ADMIN, name="Kim")["Authorization"].removeprefix("Bearer ")
        self._keep({"access_token": token, "refresh_token": "", "expires_in_s": 600})
