"""Tables of a hub: the change sets that it holds for other devices, and who those devices are."""

from __future__ import annotations

from sqlalchemy import Index, Integer, String, Text, Uuid

from server_sync.records.tables.schema import local, local_table, one_of
from server_sync.records.tables.types import BigId, Moment

# One row a change set of another device, as that device wrote it; kept with the centre's answer once there is one.
held_sets = local_table(
    "held_sets",
    local("id", BigId, primary_key=True, autoincrement=True),
    local("change_set_uid", Uuid, nullable=False, unique=True),
    # As on the wire: the device's uid in text.
    local("device_id", String(64), nullable=False),
    local("sequence", BigId, nullable=False),
    # The bytes of which `hash` was taken.
    local("body", Text, nullable=False),
    local("hash", String(64), nullable=False),
    # `held` until the centre has answered; then its answer. `refused`: it will never take this one from here.
    local("status", String(16), nullable=False, server_default="held"),
    local("outcome", String(64)),
    local("resolution", Text),
    local("held_at", Moment, nullable=False),
    local("settled_at", Moment),
    one_of("status", "held", "synced", "failed", "conflict", "refused"),
    Index("uq_held_sets_device_id_sequence", "device_id", "sequence", unique=True),
    Index("ix_held_sets_status_device_id", "status", "device_id", "sequence"),
)

# The devices of its place as the centre named them last, with what proves each of them here and nowhere else.
site_devices = local_table(
    "site_devices",
    local("device_uid", Uuid, primary_key=True),
    local("device_id", BigId, nullable=False, autoincrement=False),
    local("kind", String(16), nullable=False),
    local("id_block", Integer, nullable=False),
    local("series", String(3), nullable=False),
    local("revoked_at", Moment),
    local("hub_key_hash", String(64)),
    local("proof_key", String(64)),
    Index("ix_site_devices_hub_key_hash", "hub_key_hash"),
)
