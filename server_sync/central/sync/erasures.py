"""After a restore from before an erasure: the person is back, and machines that know better say so.

A device's key must not be able to erase just anybody. So this server listens to machines of staff alone, which hold the
whole register, and only once it has begun another epoch: before that it cannot have forgotten an erasure.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.desk.patients.erase import erase
from server_sync.protocol.faults import StorageFault
from server_sync.records.feed.reading import FIRST_EPOCH
from server_sync.records.feed.scope import HOLDS_REGISTER
from server_sync.records.replica import Replica
from server_sync.records.tables import feed_heads, patients

log = logging.getLogger(__name__)

INTENT = "erase_again"
"""What the audit trail calls it; the actor is the device that knew."""


def erase_again(replica: Replica, device: DeviceIdentity, uids: Sequence[UUID]) -> int:
    """Erase those of these people whom a backup brought back; how many there were. Raises StorageFault.

    What is not taken from this machine is logged: somebody must see whether they are to be erased.
    """
    back = _back_here(replica, device, uids)
    if not back:
        return 0
    named = {"device": device.uid, "patients": list(back)}
    if device.kind not in HOLDS_REGISTER:
        log.warning("a machine knows people to be erased who are not: see whether they are to be erased", extra=named)
        return 0
    for patient_id in back.values():
        with replica.work(INTENT, str(device.uid)) as work:
            erase(work, patient_id)
    with contextlib.suppress(StorageFault):  # where somebody reads for long: in time, or by the next erasure
        replica.database.forget_deleted()
    log.warning("people whom a backup had brought back were erased again", extra=named)
    return len(back)


def _back_here(replica: Replica, device: DeviceIdentity, uids: Sequence[UUID]) -> dict[str, int]:
    """By uid the ids of those who are not erased here, if ever this server went back in time."""
    with replica.read() as reading:
        epoch = reading.scalar(select(feed_heads.c.epoch).where(feed_heads.c.location_id == device.location_id))
        if (epoch or FIRST_EPOCH) == FIRST_EPOCH:
            return {}
        found = select(patients.c.uid, patients.c.id).where(patients.c.uid.in_(uids), patients.c.erased_at.is_(None))
        return {str(row["uid"]): row["id"] for row in reading.all(found.order_by(patients.c.uid))}
