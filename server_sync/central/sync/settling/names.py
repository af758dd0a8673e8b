"""What a machine has been called: whoever goes back in time, or is copied, becomes another device."""

from __future__ import annotations

from sqlalchemy import Connection, select

from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.records.tables import devices


def names_of_its_machine(connection: Connection, device: DeviceIdentity) -> frozenset[str]:
    """The uids of `device`, of what it was before, and of all that came of those; as the log writes them."""
    there = select(devices.c.id, devices.c.uid, devices.c.renewed_from)
    rows = connection.execute(there.where(devices.c.location_id == device.location_id)).all()
    before = {row.id: row.renewed_from for row in rows}
    own = _first(device.id, before)
    return frozenset(str(row.uid) for row in rows if _first(row.id, before) == own)


def _first(device_id: int, before: dict[int, int | None]) -> int:
    """What it was in the beginning. Devices are only ever made after what they were: there is no circle."""
    while (earlier := before.get(device_id)) is not None:
        device_id = earlier
    return device_id
