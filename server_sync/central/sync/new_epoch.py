"""After this database was restored from a backup: what devices saw of the time that is lost is no longer so.

A new epoch tells every reader to begin anew: rows are the truth then, whatever their version, and devices offer again
what was settled since the backup was taken.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from sqlalchemy import insert, select, update

from server_sync.central.places.lease_recovery import begin_recovery
from server_sync.central.sync.skipping import skip
from server_sync.records.replica import Replica
from server_sync.records.tables import feed_heads, locations

log = logging.getLogger(__name__)

LEAST_APART_S = 3600
"""Between two epochs that begin because of what a device shows."""

_ZERO = datetime(2024, 1, 1, tzinfo=UTC)


def begin_epoch(replica: Replica, known: int | None = None) -> int:
    """Start a new epoch for every location; its number. Raises StorageFault.

    With `known`, only where that is the epoch still and did not begin within the last hour: no device can make all
    others read everything anew again and again. The number is made of the time, so that a backup that is restored
    twice begins two epochs.
    """
    with replica.database.writing() as connection:
        heads = select(feed_heads.c.location_id, feed_heads.c.epoch).order_by(feed_heads.c.location_id)
        standing = connection.execute(heads.with_for_update()).all()
        newest = max((row.epoch for row in standing), default=1)
        made_of_now = int((replica.clock.now() - _ZERO).total_seconds())
        if known is not None and (newest != known or made_of_now - newest < LEAST_APART_S):
            return newest
        epoch = max(newest + 1, made_of_now)
        connection.execute(update(feed_heads).values(epoch=epoch))
        begin_recovery(connection, replica.clock.now())
        skip(connection, replica.clock.now())
        known_places = {row.location_id for row in standing}
        for location_id in connection.execute(select(locations.c.id)).scalars().all():
            if location_id not in known_places:
                connection.execute(insert(feed_heads).values(location_id=location_id, epoch=epoch))
        places = frozenset(connection.execute(select(locations.c.id)).scalars())
    replica.centre_ids.forget()
    replica.on_commit(places)
    log.warning("a new epoch began", extra={"epoch": epoch})
    return epoch
