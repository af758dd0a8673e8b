"""How a device that went back in time, or was copied, goes on as another one; it may die between any two steps.

First its own choice of a uid and a key is stored, then the server hears of it, then the key is kept where keys are, and
last the records change hands. Whoever dies in between begins again with the choice that stands: the server takes
either key, and gives the same answer.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable

from server_sync.protocol.faults import Fault
from server_sync.records.replica import Identity, Replica
from server_sync.records.upstream.incarnations import become, becoming, begin_to_become, stay
from server_sync.worker.courier import Courier
from server_sync.worker.laid_over import lay_everything_over
from server_sync.worker.transport import Transport

log = logging.getLogger(__name__)

KeepKey = Callable[[str], None]
"""Puts a device's new key where its old one is; returns once it is there for good."""

_TAKEN = "uid_taken"


def is_under_way(replica: Replica) -> bool:
    """Whether this device has begun to become another one."""
    return becoming(replica.database) is not None


async def renew(replica: Replica, courier: Courier, transport: Transport, keep_key: KeepKey) -> int:
    """Become another device; how many change sets were made anew. Raises Fault: then it is to be tried again."""
    if not is_under_way(replica):
        # What the server knows of all this it says now; the rest never reached it, and never will under this name.
        await courier.offer_all()
    chosen = begin_to_become(replica)
    try:
        enrolment = await transport.renew(chosen.device_uid, hashlib.sha256(chosen.device_key.encode()).hexdigest())
    except Fault as fault:
        if fault.code == _TAKEN:
            stay(replica.database)
        raise
    keep_key(chosen.device_key)
    identity = Identity(
        "device",
        enrolment.device_uid,
        enrolment.location_id,
        enrolment.series,
        enrolment.id_block,
        enrolment.kind or replica.identity.kind,
    )
    made = become(replica, identity, lay_everything_over)
    log.warning("these records went back in time: this device is another one now", extra={"sets": made})
    return made
