"""A hub between devices and their centre: what it holds for others, whom it knows, and how far rows contain what.

One function a topic, in `_TOPICS`; each says what it adds, so that what it adds can be taken away again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import sqlalchemy as sa
from alembic import op

from server_sync.records.tables.types import BigId, Document, Moment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


_NONE: Mapping[str, Any] = MappingProxyType({})


class _Added(NamedTuple):
    """What a topic adds: tables with all that belongs to them, columns by table, indexes on tables that were there."""

    tables: Mapping[str, Sequence[sa.schema.SchemaItem]] = _NONE
    columns: Mapping[str, Sequence[sa.Column[Any]]] = _NONE  # Any: a column of each type
    indexes: Mapping[str, tuple[str, Sequence[str]]] = _NONE
    """By the index's name, which says whether it is unique: its table and columns. New tables' indexes as well."""


def upgrade() -> None:
    for topic in _TOPICS:
        added = topic()
        for table, items in added.tables.items():
            op.create_table(table, *items)
        for table, columns in added.columns.items():
            for column in columns:
                op.add_column(table, column)
        for name, (table, names) in added.indexes.items():
            op.create_index(name, table, list(names), unique=name.startswith("uq_"))


def downgrade() -> None:
    for topic in reversed(_TOPICS):
        added = topic()
        for name, (table, _) in added.indexes.items():
            op.drop_index(name, table_name=table)
        for table, columns in added.columns.items():
            for column in reversed(columns):
                # Not Alembic's copy of the whole table, which would lose its checks.
                op.execute(f"ALTER TABLE {table} DROP COLUMN {column.name}")
        for table in reversed(added.tables):
            op.drop_table(table)


def _rows_that_a_hub_holds() -> _Added:
    """At a device: how far a hub holds its sets, and rows over which a hub has laid what others did."""
    return _Added(
        tables={
            "held_rows": [
                sa.Column("noun", sa.String(length=32), nullable=False),
                sa.Column("record_uid", sa.Uuid(), nullable=False),
                sa.PrimaryKeyConstraint("noun", "record_uid", name=op.f("pk_held_rows")),
            ]
        },
        columns={
            "upstreams": [
                sa.Column("held_through", BigId, server_default="0", nullable=False),
                sa.Column("reflected_of", Document),
                sa.Column("settled_of", Document),
            ]
        },
    )


def _what_a_hub_keeps() -> _Added:
    """At a hub: the sets that it holds for others, and the devices of its place with what proves them here."""
    return _Added(
        tables={
            "held_sets": [
                sa.Column("id", BigId, autoincrement=True, nullable=False),
                sa.Column("change_set_uid", sa.Uuid(), nullable=False),
                sa.Column("device_id", sa.String(length=64), nullable=False),
                sa.Column("sequence", BigId, nullable=False),
                sa.Column("body", sa.Text(), nullable=False),
                sa.Column("hash", sa.String(length=64), nullable=False),
                sa.Column("status", sa.String(length=16), server_default="held", nullable=False),
                sa.Column("outcome", sa.String(length=64)),
                sa.Column("resolution", sa.Text()),
                sa.Column("held_at", Moment(), nullable=False),
                sa.Column("settled_at", Moment()),
                sa.CheckConstraint(
                    "status IN ('held', 'synced', 'failed', 'conflict', 'refused')", name=op.f("ck_held_sets_status")
                ),
                sa.PrimaryKeyConstraint("id", name=op.f("pk_held_sets")),
                sa.UniqueConstraint("change_set_uid", name=op.f("uq_held_sets_change_set_uid")),
            ],
            "site_devices": [
                sa.Column("device_uid", sa.Uuid(), nullable=False),
                sa.Column("device_id", BigId, nullable=False),
                sa.Column("kind", sa.String(length=16), nullable=False),
                sa.Column("id_block", sa.Integer(), nullable=False),
                sa.Column("series", sa.String(length=3), nullable=False),
                sa.Column("revoked_at", Moment()),
                sa.Column("hub_key_hash", sa.String(length=64)),
                sa.Column("proof_key", sa.String(length=64)),
                sa.PrimaryKeyConstraint("device_uid", name=op.f("pk_site_devices")),
            ],
        },
        indexes={
            "uq_held_sets_device_id_sequence": ("held_sets", ["device_id", "sequence"]),
            "ix_held_sets_status_device_id": ("held_sets", ["status", "device_id", "sequence"]),
            "ix_site_devices_hub_key_hash": ("site_devices", ["hub_key_hash"]),
        },
    )


_TOPICS: tuple[Callable[[], _Added], ...] = (_rows_that_a_hub_holds, _what_a_hub_keeps)
