"""Tables that are one replica's own: who it is, what it has counted, what it has pulled, what it has to print."""

from __future__ import annotations

from sqlalchemy import Boolean, Date, Index, Integer, LargeBinary, String, Text, Uuid, false

from server_sync.records.tables.schema import local, local_table, one_of
from server_sync.records.tables.types import BigId, Document, Moment

# Exactly one row, id 1.
replica = local_table(
    "replica",
    local("id", Integer, primary_key=True, autoincrement=False),
    local("role", String(16), nullable=False),
    local("device_uid", Uuid, nullable=False),
    local("location_id", BigId),
    local("series", String(3), nullable=False, server_default=""),
    local("id_block", Integer, nullable=False, server_default="0"),
    local("last_sequence", BigId, nullable=False, server_default="0"),
    local("last_hybrid_time", String(17), nullable=False, server_default="000000000000.0000"),
    # The last id given out in this device's block; the centre counts per table instead.
    local("last_id", BigId, nullable=False, server_default="0"),
    local("last_audit_hash", String(64), nullable=False, server_default=""),
    # What kind of machine this is (`devices.kind`); empty where nobody has said so yet.
    local("kind", String(16), nullable=False, server_default=""),
    # Who it is about to become: asked of the centre again until it has answered.
    local("becoming", Document),
    # How far this clock was behind the centre's when last compared; null: never.
    local("clock_offset_ms", Integer),
    one_of("role", "centre", "device"),
)

# Where this replica stands with each server that it pulls from; the centre's name is empty. A page is stored with it.
upstreams = local_table(
    "upstreams",
    local("name", String(64), primary_key=True),
    local("cursor", Text, nullable=False),
    # A server that was restored from a backup starts a new one; until all of that is read, its rows are the truth.
    local("epoch", BigId, nullable=False),
    local("is_healing", Boolean, nullable=False, server_default=false()),
    # Through which of our sequences it has settled, and through which its rows contain what they changed.
    local("settled_through", BigId, nullable=False, server_default="0"),
    local("reflected_through", BigId, nullable=False, server_default="0"),
    # Days before it have left, here as there.
    local("kept_from", Date),
    local("last_pull_at", Moment),
    # Of a hub: through which of our sequences it holds what it has not settled.
    local("held_through", BigId, nullable=False, server_default="0"),
    # By device: what this server's rows contain of each, and what the centre has settled of each, as last heard.
    local("reflected_of", Document),
    local("settled_of", Document),
)

# Whom its server has named as erased. Nothing but the uid: should the server go back to before that, it is told again.
known_erasures = local_table("known_erasures", local("patient_uid", Uuid, primary_key=True))

# Rows over which a hub has laid what the centre has not settled: nobody else's older picture replaces them.
held_rows = local_table(
    "held_rows",
    local("noun", String(32), primary_key=True),
    local("record_uid", Uuid, primary_key=True),
)

# What a location's past taught of its waits (`desk.waits.knowledge`); `tried_at`: when somebody last set out to learn.
learned_waits = local_table(
    "learned_waits",
    local("location_id", BigId, primary_key=True, autoincrement=False),
    local("version", String(12)),
    local("learned_at", Moment),
    local("file", LargeBinary),
    local("tried_at", Moment),
)

# Records of which more is laid over than the server's last image, with that image: what changes are laid over anew.
base_images = local_table(
    "base_images",
    local("noun", String(32), primary_key=True),
    local("record_uid", Uuid, primary_key=True),
    # Null where the server holds none.
    local("image", Document),
)

# One row a count: ids per table, token numbers per day, appointment numbers per year.
counters = local_table(
    "counters",
    local("name", String(64), primary_key=True),
    local("last", BigId, nullable=False),
)

print_jobs = local_table(
    "print_jobs",
    local("id", BigId, primary_key=True, autoincrement=True),
    local("uid", Uuid, nullable=False, unique=True),
    local("content", Document, nullable=False),
    local("record_uid", Uuid),
    local("state", String(16), nullable=False, server_default="queued"),
    local("cause", String(64)),
    local("is_reprint", Boolean, nullable=False, server_default=false()),
    local("attempts", Integer, nullable=False, server_default="0"),
    local("created_at", Moment, nullable=False),
    local("expires_at", Moment, nullable=False),
    local("finished_at", Moment),
    one_of("state", "queued", "sending", "printed", "failed", "unknown", "interrupted"),
    Index("ix_print_jobs_state_id", "state", "id"),
)
