"""Tables of what was done: the offline log, the audit trail, and the centre's feed of what changed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import ForeignKey, Index, Integer, String, Text, Uuid, text

from server_sync.records.tables.schema import Travel, local, local_table, one_of, synced_table, up_only
from server_sync.records.tables.types import BigId, Document, Moment

_LOOKED_UP_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"happened": (), "device": ("device_id",), "intent": ("intent",), "type": ("sync_type",)}
)
_SETTLED = "sync_status <> 'pending'"
_UNWELL = "sync_status IN ('failed', 'conflict')"

# One row a change set: the outbox on a device, the receipts on the server. `sync_type`, `record_id` and `action`
# name the first record it changed; `data` holds the whole body, of which `hash` is taken, and is never rewritten.
offline_sync_logs = local_table(
    "offline_sync_logs",
    local("id", BigId, primary_key=True, autoincrement=True),
    local("change_set_uid", Uuid, nullable=False, unique=True),
    # As on the wire: the device's uid in text.
    local("device_id", String(64), nullable=False),
    # Gap-free per device; null for the centre's own operations and for bodies in the seed's bare shape.
    local("sequence", BigId),
    local("intent", String(64), nullable=False),
    local("sync_type", String(32), nullable=False),
    local("record_id", BigId),
    local("action", String(16), nullable=False),
    local("data", Document, nullable=False),
    local("hash", String(64), nullable=False),
    local("sync_status", String(16), nullable=False, server_default="pending"),
    # How it was settled: a stable name to count by, and words for people where something had to be decided.
    local("outcome", String(64)),
    local("conflict_resolution", Text),
    # By which rules it was judged (`central.sync.settling.receipts`): under newer ones the quarantined is tried again.
    local("rules", Integer),
    # When the operation happened, by its device's clock, and when the server settled it, by its own.
    local("sync_timestamp", Moment, nullable=False),
    local("server_timestamp", Moment),
    one_of("action", "create", "update", "delete"),
    one_of("sync_status", "pending", "synced", "failed", "conflict"),
    Index("uq_offline_sync_logs_device_id_sequence", "device_id", "sequence", unique=True),
    # Only what waits to be sent stands in it: at the centre nothing ever does.
    Index(
        "ix_offline_sync_logs_pending",
        "sequence",
        sqlite_where=text("sync_status = 'pending'"),
        postgresql_where=text("sync_status = 'pending'"),
    ),
    # For people who look through it (`desk.sync_log`), newest first. What waits is in none of them: a commit on a
    # device writes no page for them, only the answer that settles hundreds of sets at once does.
    *(
        Index(f"ix_offline_sync_logs_{name}", *columns, "sync_timestamp", "id", sqlite_where=text(_SETTLED))
        for name, columns in _LOOKED_UP_BY.items()
    ),
    Index(
        "ix_offline_sync_logs_unwell",
        "sync_status",
        "sync_timestamp",
        "id",
        sqlite_where=text(_UNWELL),
        postgresql_where=text(_UNWELL),
    ),
)

# One chain per writer: each entry's hash covers the one before it.
audit_trail = synced_table(
    "audit_trail",
    "audit",
    up_only("at", Moment, nullable=False),
    up_only("writer", String(64), nullable=False),
    up_only("actor", String(64), nullable=False),
    up_only("intent", String(64), nullable=False),
    up_only("noun", String(32), nullable=False),
    # All zeros where several records were read at once: then `details` names them.
    up_only("record_uid", Uuid, nullable=False),
    # All zeros where something was read and nothing changed.
    up_only("change_set_uid", Uuid, nullable=False),
    up_only("details", Document),
    up_only("previous_hash", String(64), nullable=False),
    up_only("hash", String(64), nullable=False),
    # A kiosk, which logs no reading, keeps it empty: each of its commits would write a page more.
    Index("ix_audit_trail_record_uid", "record_uid", sqlite_where=text("details IS NOT NULL")),
    travel=Travel.UP_ONLY,
)

# Now and then the heads of all chains are sealed with a key that the database does not hold: whoever cuts a chain
# short, or writes it anew, cannot seal it again.
audit_anchors = local_table(
    "audit_anchors",
    local("id", BigId, primary_key=True, autoincrement=True),
    local("at", Moment, nullable=False),
    local("heads", Document, nullable=False),
    local("seal", String(64), nullable=False),
)

# The newest position of each record in its location's feed, in commit order: the head row is locked to take one.
feed = local_table(
    "feed",
    local("location_id", BigId, ForeignKey("locations.id"), primary_key=True, autoincrement=False),
    local("noun", String(32), primary_key=True),
    local("record_uid", Uuid, primary_key=True),
    local("position", BigId, nullable=False),
    # When a record was brought along by one that names it (a date's ordinal): long ago, whoever heard of it then may
    # have let it go since.
    local("day", Integer),
    Index("uq_feed_location_id_position", "location_id", "position", unique=True),
)

feed_heads = local_table(
    "feed_heads",
    local("location_id", BigId, ForeignKey("locations.id"), primary_key=True, autoincrement=False),
    local("position", BigId, nullable=False, server_default="0"),
    local("epoch", Integer, nullable=False, server_default="1"),
)

# The register of patients, which belong to no location, each at its newest place. A commit takes any stripe that
# nobody holds just then, so that it waits for no other; a reader stands at a position in each.
REGISTER_STRIPES = 32
register = local_table(
    "register",
    local("record_uid", Uuid, primary_key=True),
    local("stripe", Integer, nullable=False),
    local("position", BigId, nullable=False),
    Index("uq_register_stripe_position", "stripe", "position", unique=True),
)

# All of its rows stand there from the beginning.
register_heads = local_table(
    "register_heads",
    local("stripe", Integer, primary_key=True, autoincrement=False),
    local("position", BigId, nullable=False, server_default="0"),
    # Through which its patients' images are in `register_digests`.
    local("counted", BigId, nullable=False, server_default="0"),
)

# What the register's images add up to, by bucket, so that comparing a million of them reads 64 rows.
IMAGE_BUCKETS = 64
register_digests = local_table(
    "register_digests",
    local("bucket", Integer, primary_key=True, autoincrement=False),
    local("images", BigId, nullable=False, server_default="0"),
    # Sums of the lower 31 bits of each image's hash, and of the upper ones: neither can overflow.
    local("low", BigId, nullable=False, server_default="0"),
    local("high", BigId, nullable=False, server_default="0"),
)
