"""Which sessions and devices may no longer do anything: told to requests and open sockets within seconds.

Every process asks the records anew now and then, so that it needs no word from the one that revoked. An access token
lives ten minutes and no longer: what was revoked before that is of interest to nobody.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select

from server_sync.central.access.callers import Caller
from server_sync.protocol.faults import StorageFault
from server_sync.records.replica import Replica
from server_sync.records.tables import devices, sessions, users

log = logging.getLogger(__name__)

ASKED_EVERY_S = 2.0
REMEMBERED = timedelta(minutes=15)
"""Longer than any access token lives."""


class Revocations:
    """What was revoked lately. `look` reads, in any thread; all else belongs to the event loop's."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica
        self._revoked: frozenset[UUID] = frozenset()
        self._watching: dict[UUID, set[asyncio.Event]] = {}
        self._last = replica.clock.now()

    def is_revoked(self, caller: Caller) -> bool:
        """Whether the session or the device behind a caller was revoked."""
        return any(uid in self._revoked for uid in _proofs(caller))

    @contextmanager
    def watching(self, caller: Caller) -> Iterator[asyncio.Event]:
        """An event that is set once the caller's session or device is revoked: then close the socket."""
        event, proofs = asyncio.Event(), _proofs(caller)
        for uid in proofs:
            self._watching.setdefault(uid, set()).add(event)
        if self.is_revoked(caller):
            event.set()
        try:
            yield event
        finally:
            for uid in proofs:
                self._watching[uid].discard(event)
                if not self._watching[uid]:
                    del self._watching[uid]

    def look(self) -> frozenset[UUID]:
        """Read what was revoked lately, for `tell`. Raises StorageFault."""
        with self._replica.read() as reading:
            since = {"since": min(self._last, reading.now) - REMEMBERED}
            found = [*reading.all(_SESSIONS, since), *reading.all(_DEVICES, since)]
            self._last = reading.now
        return frozenset(row["uid"] for row in found)

    def tell(self, revoked: frozenset[UUID]) -> None:
        """Believe what `look` read, and wake the sockets that it is about."""
        for uid in revoked - self._revoked:
            for event in self._watching.get(uid, ()):
                event.set()
        self._revoked = revoked

    async def keep_looking(self) -> None:
        """Look every two seconds until cancelled. Where the records fail, what is known goes on to hold."""
        while True:
            await asyncio.sleep(ASKED_EVERY_S)
            try:
                self.tell(await asyncio.to_thread(self.look))
            except StorageFault as fault:
                log.warning("revocations could not be read", extra={"code": fault.code})


def _proofs(caller: Caller) -> tuple[UUID, ...]:
    device = None if caller.device is None else caller.device.uid
    return tuple(uid for uid in (caller.session_uid, device) if uid is not None)


# Whoever no longer works here has no session either, though nobody revoked each of them by hand.
_SESSIONS = (
    select(sessions.c.uid)
    .join(users, users.c.id == sessions.c.user_id)
    .where(
        or_(
            sessions.c.revoked_at > bindparam("since"),
            and_(
                sessions.c.revoked_at.is_(None),
                sessions.c.last_used_at > bindparam("since"),
                or_(users.c.is_active.is_(False), users.c.deleted_at.is_not(None)),
            ),
        )
    )
)
_DEVICES = select(devices.c.uid).where(
    or_(devices.c.revoked_at > bindparam("since"), devices.c.deleted_at > bindparam("since"))
)
