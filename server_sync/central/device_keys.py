"""Which device a key belongs to. The server keeps a key's SHA-256 only: whoever reads the database learns no key."""

from __future__ import annotations

import hashlib

from sqlalchemy import bindparam, select

from server_sync.central.ingest import DeviceIdentity
from server_sync.records.replica import Replica
from server_sync.records.tables import devices


def hash_of(secret: str) -> str:
    """SHA-256 of a key or code, as hexadecimal. They are long and random, so that no slower hash is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def device_of_key(replica: Replica, key: str) -> DeviceIdentity | None:
    """The device whose key this is; None where there is none, or where it was revoked."""
    with replica.read() as reading:
        row = reading.first(_BY_KEY, {"key_hash": hash_of(key)})
    return None if row is None else DeviceIdentity(row["id"], row["uid"], row["location_id"], row["id_block"])


_BY_KEY = select(devices.c.id, devices.c.uid, devices.c.location_id, devices.c.id_block).where(
    devices.c.key_hash == bindparam("key_hash"), devices.c.revoked_at.is_(None), devices.c.deleted_at.is_(None)
)
