"""What the centre tells a hub of the machines at its place: who they are, and what proves each of them there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, String, bindparam, func, select

from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.protocol import hub_keys
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import RefusedFault
from server_sync.records.batches import Call, run_together
from server_sync.records.prepared import Prepared
from server_sync.records.replica import Replica
from server_sync.records.tables import devices, offline_sync_logs
from server_sync.records.values import to_wire

HUB = "hub"
"""The kind of machine (`devices.kind`) that passes on what others did."""


@dataclass(frozen=True, slots=True)
class SiteDevice:
    """A machine of a hub's place. Its key is not told: only what the one that it shows at this hub hashes to."""

    uid: UUID
    id: int
    kind: str
    series: str
    id_block: int
    revoked_at: datetime | None
    hub_key_hash: str | None
    """None while nobody has enrolled it yet."""
    proof_key: str | None

    def to_json(self) -> dict[str, Json]:
        """As on the wire."""
        return {
            "uid": str(self.uid),
            "id": self.id,
            "kind": self.kind,
            "series": self.series,
            "id_block": self.id_block,
            "revoked_at": to_wire(self.revoked_at),
            "hub_key_hash": self.hub_key_hash,
            "proof_key": self.proof_key,
        }


def site_of(replica: Replica, hub: DeviceIdentity) -> Sequence[SiteDevice]:
    """Every machine of a hub's place. Raises RefusedFault `not_a_hub`, StorageFault."""
    if hub.kind != HUB:
        raise RefusedFault("not_a_hub", "only a hub may ask who is at its place")
    with replica.read() as reading:
        rows = reading.all(_AT_PLACE, {"location": hub.location_id})
    return [
        SiteDevice(
            row["uid"],
            row["id"],
            row["kind"],
            row["series"],
            row["id_block"],
            row["revoked_at"],
            row["key_hash"] and hub_keys.hub_key_hash(row["key_hash"], hub.uid),
            row["key_hash"] and hub_keys.proof_key(row["key_hash"], hub.uid),
        )
        for row in rows
    ]


def forwarded(replica: Replica, hub: DeviceIdentity, uid: UUID) -> DeviceIdentity:
    """The device for which a hub speaks: one of its own place.

    Raises RefusedFault `other_device`, `revoked_device`, StorageFault.
    """
    with replica.read() as reading:
        row = reading.first(_BY_UID, {"uid": uid})
    if hub.kind != HUB or row is None or row["location_id"] != hub.location_id:
        raise RefusedFault("other_device", "this key belongs to another device than the body names")
    if row["revoked_at"] is not None:
        raise RefusedFault("revoked_device", "the device was revoked: nothing more is taken of it")
    return DeviceIdentity(row["id"], row["uid"], row["location_id"], row["id_block"], row["kind"])


def settled_of(connection: Connection, location_id: int) -> dict[str, int]:
    """Through which sequence each device of a place is settled, as this transaction sees it; by uid as on the wire."""
    uids = [str(uid) for uid in connection.execute(_UIDS, {"location": location_id}).scalars()]
    calls: list[Call] = [(_LAST_SEQUENCE, {"device": uid}) for uid in uids]
    told = zip(uids, run_together(connection, calls), strict=True)
    return {uid: int(rows[0]["last"]) for uid, rows in told if rows and rows[0]["last"] is not None}


_AT_PLACE = select(devices).where(devices.c.location_id == bindparam("location"), devices.c.deleted_at.is_(None))
_BY_UID = select(devices).where(devices.c.uid == bindparam("uid"), devices.c.deleted_at.is_(None))
_UIDS = select(devices.c.uid).where(devices.c.location_id == bindparam("location"))
_LAST_SEQUENCE = Prepared(
    select(func.max(offline_sync_logs.c.sequence).label("last")).where(
        offline_sync_logs.c.device_id == bindparam("device", type_=String)
    )
)
