"""After the centre was restored: leases that it granted since the backup are unknown to it, and still sold from.

Whoever may hold one is listed. As long as somebody is, nobody else gets a place in the days of leases: a machine is
heard from once it asks for leases in the new epoch, which comes after all that it sold, or once it is written off. What
it asked for before proves nothing: it is offered again, and what it sold from the answer comes after it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from server_sync.clinic.leases import lease_policy_in_force
from server_sync.desk.appointments.seats import HELD_BACK
from server_sync.records.feed.reading import FIRST_EPOCH
from server_sync.records.tables import devices, feed_heads, lease_recoveries, locations, slot_leases


def begin_recovery(connection: Connection, now: datetime) -> int:
    """List every machine that may hold leases; how many there are. In the transaction that begins the new epoch, before
    anybody can book.
    """
    connection.execute(delete(lease_recoveries))
    rows = [
        {
            "device_id": row.id,
            "location_id": row.location_id,
            # Local days, today included; one more for wherever the clinic is.
            "until": now + timedelta(days=lease_policy_in_force(row.lease_policy).days + 1),
        }
        for row in connection.execute(_HOLDERS)
        if lease_policy_in_force(row.lease_policy).lets_hold(row.kind)
    ]
    if rows:
        connection.execute(insert(lease_recoveries), rows)
    return len(rows)


def heard_from(connection: Connection, device_id: int) -> None:
    """Everything that this machine sold is known, or given up."""
    connection.execute(delete(lease_recoveries).where(lease_recoveries.c.device_id == device_id))


def is_waited_for(connection: Connection, device_id: int) -> bool:
    """Whether this machine may have sold what nobody here knows of."""
    return connection.execute(_WAITED_FOR.where(lease_recoveries.c.device_id == device_id)).first() is not None


def is_of_this_epoch(connection: Connection, location_id: int, epoch: int | None) -> bool:
    """Whether a machine that knows of `epoch` has heard that this centre was restored, if ever it was."""
    heads = select(feed_heads.c.epoch).where(feed_heads.c.location_id == location_id)
    newest = connection.execute(heads).scalar()
    return epoch == (newest or FIRST_EPOCH)


def is_held_back(connection: Connection, location_id: int, starts_at: datetime) -> bool:
    """Whether somebody may have sold that time from a lease that nobody here knows of."""
    return bool(HELD_BACK.rows(connection, {"location": location_id, "starts": starts_at}))


def may_be_sold(connection: Connection, lease_uid: UUID, device_id: int | None) -> bool:
    """Whether a lease is unknown here, and its holder one of those who have not been heard from."""
    if connection.execute(select(slot_leases.c.id).where(slot_leases.c.uid == lease_uid)).first() is not None:
        return False
    return device_id is not None and is_waited_for(connection, device_id)


_WAITED_FOR = select(lease_recoveries.c.device_id)
_HOLDERS = (
    select(devices.c.id, devices.c.kind, devices.c.location_id, locations.c.lease_policy)
    .join(locations, locations.c.id == devices.c.location_id)
    .where(
        # Who enrolled since the backup is not known at all, and cannot speak under that name.
        devices.c.key_hash.is_not(None),
        devices.c.revoked_at.is_(None),
        devices.c.deleted_at.is_(None),
    )
)
