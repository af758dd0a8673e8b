"""What the server does for its own safety every few minutes: seal the audit trail, forget sessions
of long ago, answer devices that asked for leases when nobody could."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.exc import DBAPIError

from server_sync.central.access.anchors import anchor
from server_sync.central.places.leases import tend_leases
from server_sync.protocol.faults import StorageFault
from server_sync.records.replica import Replica
from server_sync.records.tables import sessions

log = logging.getLogger(__name__)

EVERY_S = 300.0
SESSIONS_KEPT = timedelta(days=90)
"""After their end: long enough to ask who was signed in where."""


async def keep_house(replica: Replica, secret: str) -> None:
    """Do it every five minutes, and once more when cancelled: the trail ends sealed."""
    try:
        while True:
            await asyncio.sleep(EVERY_S)
            await asyncio.to_thread(tidy_up, replica, secret)
    finally:
        await asyncio.to_thread(tidy_up, replica, secret)


def tidy_up(replica: Replica, secret: str) -> None:
    """Once; where the records fail, say so and let the next time do it."""
    try:
        anchor(replica, secret)
        forget_old_sessions(replica)
        tend_leases(replica)
    except (StorageFault, DBAPIError) as error:
        log.warning("the house could not be kept", exc_info=error)


def forget_old_sessions(replica: Replica) -> int:
    """Take out sessions that ended long ago; how many there were. Raises StorageFault."""
    with replica.database.writing() as connection:
        old = sessions.c.expires_at < replica.clock.now() - SESSIONS_KEPT
        return connection.execute(delete(sessions).where(old)).rowcount
