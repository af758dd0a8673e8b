"""The post room: links on their way to patients, a few at a time, after the answer was given."""

from __future__ import annotations

import asyncio
import logging

from server_sync.central.access.messengers import Messenger
from server_sync.central.access.patient_links import Contact, send_link
from server_sync.protocol.faults import Fault
from server_sync.records.replica import Replica

log = logging.getLogger(__name__)

AT_ONCE = 4
MOST_WAITING = 200
"""Beyond it requests are dropped, unseen from outside: whoever asks for so many is no patient."""


class LinkPost:
    """Sends links in the background. On the event loop's thread."""

    def __init__(self, replica: Replica, secret: str, mail: Messenger, sms: Messenger) -> None:
        self._replica = replica
        self._secret = secret
        self._mail = mail
        self._sms = sms
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._under_way: set[asyncio.Task[None]] = set()

    def post(self, contact: Contact) -> None:
        """Send a link there, if anybody is known by it; returns at once and never says."""
        if len(self._under_way) >= MOST_WAITING:
            log.warning("links are dropped: too many wait")
            return
        task = asyncio.create_task(self._send(contact))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self) -> None:
        """Give up on what is still waiting."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _send(self, contact: Contact) -> None:
        messenger = self._mail if contact.email else self._sms
        async with self._turns:
            try:
                known = await asyncio.to_thread(send_link, self._replica, self._secret, contact, messenger)
                log.info("a link was asked for", extra={"outcome": "sent" if known else "nobody"})
            except Fault as fault:
                log.warning("a link could not be sent", extra={"code": fault.code})
