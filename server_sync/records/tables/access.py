"""Tables of who may sign in at the centre, and of requests that must not count twice; they never leave it."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Integer, String, Text, Uuid

from server_sync.records.tables.schema import local, local_table
from server_sync.records.tables.types import BigId, Document, Moment

credentials = local_table(
    "credentials",
    local("user_id", BigId, ForeignKey("users.id"), primary_key=True, autoincrement=False),
    # The e-mail address, folded: what somebody types to sign in.
    local("login", String(254), nullable=False, unique=True),
    local("password_hash", Text),
    # A second factor's shared secret (RFC 6238), once it was confirmed.
    local("totp_secret", String(64)),
    # The last time step that was taken, so that a code is good once.
    local("totp_last_step", BigId),
    local("pin_hash", Text),
    local("failed_count", Integer, nullable=False, server_default="0"),
    local("locked_until", Moment),
    local("changed_at", Moment, nullable=False),
)

sessions = local_table(
    "sessions",
    local("id", BigId, primary_key=True, autoincrement=True),
    local("uid", Uuid, nullable=False, unique=True),
    local("user_id", BigId, ForeignKey("users.id"), nullable=False, index=True),
    # The device at which it was opened by PIN; null where it was opened with a password.
    local("device_id", BigId, ForeignKey("devices.id")),
    local("refresh_hash", String(64), nullable=False, unique=True),
    # The token before it: whoever shows that one has stolen it, or was stolen from.
    local("spent_hash", String(64), index=True),
    local("created_at", Moment, nullable=False),
    local("last_used_at", Moment, nullable=False),
    local("expires_at", Moment, nullable=False),
    local("revoked_at", Moment),
    local("user_agent", String(200)),
    local("address", String(64)),
)

idempotency_keys = local_table(
    "idempotency_keys",
    # Who asked for what: keys of two callers are two keys.
    local("scope", String(120), primary_key=True),
    local("key_hash", String(64), primary_key=True),
    local("request_hash", String(64), nullable=False),
    local("status", Integer, nullable=False),
    local("answer", Document, nullable=False),
    local("created_at", Moment, nullable=False),
    Index("ix_idempotency_keys_created_at", "created_at"),
)

# What the centre made up for itself at its first start, where nobody configured it.
server_secrets = local_table(
    "server_secrets",
    local("name", String(32), primary_key=True),
    local("value", Text, nullable=False),
)
