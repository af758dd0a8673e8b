"""The machines of a hub's place, as the centre named them: kept, so that they are known while it cannot be reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.central.access.callers import PUBLIC, Caller
from server_sync.central.access.recognition import Recognition
from server_sync.central.access.revocations import Revocations
from server_sync.central.sync.device_keys import hash_of
from server_sync.central.sync.ingest import DeviceIdentity
from server_sync.clinic.roles import Role
from server_sync.protocol.parts import Reading as Parsing
from server_sync.protocol.parts import content_of, count, list_of, text
from server_sync.records.replica import Replica
from server_sync.records.tables import devices, site_devices
from server_sync.records.values import read_moment


def parse_site(body: Any) -> Sequence[dict[str, Any]]:  # Any: from the wire
    """The centre's answer, as rows to keep. Raises ProtocolFault `malformed_site`."""
    with Parsing("malformed_site"):
        return [_read_device(item) for item in list_of(content_of(body)["devices"])]


def learn(replica: Replica, machines: Sequence[dict[str, Any]]) -> bool:
    """Know just these from now on; whether that is news. Raises StorageFault."""
    order = sorted(machines, key=lambda one: str(one["device_uid"]))
    with replica.database.reading() as connection:
        known = [dict(row) for row in connection.execute(select(site_devices)).mappings()]
    if sorted(known, key=lambda one: str(one["device_uid"])) == order:
        return False
    with replica.database.writing() as connection:
        connection.execute(site_devices.delete())
        if order:
            connection.execute(site_devices.insert(), order)
    return True


class Doorkeeper(Recognition):
    """Knows machines by the key that they show at this hub, and nobody else."""

    def __init__(self, replica: Replica, revocations: Revocations) -> None:
        super().__init__(replica, "", revocations)
        self._records = replica

    def look_up(self, credential: str) -> Caller | None:
        """See Recognition."""
        if not credential:
            return PUBLIC
        with self._records.read() as reading:
            row = reading.first(_BY_KEY, {"key_hash": hash_of(credential)})
        return None if row is None else self._caller(row)

    def _caller(self, row: Any) -> Caller:  # Any: a row of ours
        location_id = self._records.identity.location_id or 0
        device = DeviceIdentity(row["device_id"], row["device_uid"], location_id, row["id_block"], row["kind"])
        role = Role.DISPLAY if row["kind"] == "board" else Role.KIOSK
        return Caller(role, str(device.uid), device=device, location_id=location_id)


def proof_key_of(replica: Replica, device_uid: UUID) -> str | None:
    """The key by which this hub proves itself to a machine of its place."""
    with replica.read() as reading:
        row = reading.first(_BY_UID, {"uid": device_uid})
    return None if row is None else row["proof_key"]


def _read_device(item: Any) -> dict[str, Any]:
    return {
        "device_uid": UUID(text(item["uid"])),
        "device_id": count(item["id"]),
        "kind": text(item["kind"]),
        "series": text(item["series"]),
        "id_block": count(item["id_block"]),
        "revoked_at": _moment(item["revoked_at"]),
        "hub_key_hash": None if item["hub_key_hash"] is None else text(item["hub_key_hash"]),
        "proof_key": None if item["proof_key"] is None else text(item["proof_key"]),
    }


def _moment(given: Any) -> datetime | None:
    return None if given is None else read_moment(text(given))


# Who was revoked is told by the feed as well, and mostly sooner.
_IN_USE = (
    select(site_devices)
    .outerjoin(devices, devices.c.uid == site_devices.c.device_uid)
    .where(site_devices.c.revoked_at.is_(None), devices.c.revoked_at.is_(None), devices.c.deleted_at.is_(None))
)
_BY_KEY = _IN_USE.where(site_devices.c.hub_key_hash == bindparam("key_hash"))
_BY_UID = _IN_USE.where(site_devices.c.device_uid == bindparam("uid"))
