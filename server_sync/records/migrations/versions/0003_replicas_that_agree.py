"""Replicas that agree: stamps of who wrote what, conflicts for the desk, slot leases, content hashes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from server_sync.records.tables.types import BigId, Document, Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table, columns in _columns().items():
        for column in columns:
            op.add_column(table, column)
    _create_conflicts()
    _create_leases()
    _create_upstreams()
    _create_register()
    for name, index in _log_indexes().items():
        op.create_index(name, "offline_sync_logs", **index)


def downgrade() -> None:
    for name in _log_indexes():
        op.drop_index(name, table_name="offline_sync_logs")
    op.drop_index("ix_appointments_lease_uid", "appointments")
    for table in (
        "register_digests",
        "register_heads",
        "register",
        "lease_recoveries",
        "lease_sales",
        "lease_clocks",
        "slot_leases",
        "lease_asks",
        "conflicts",
        "base_images",
        "upstreams",
    ):
        op.drop_table(table)
    for table, columns in _columns().items():
        for column in reversed(columns):
            # Not Alembic's copy of the whole table, which would lose its checks.
            op.execute(f"ALTER TABLE {table} DROP COLUMN {column.name}")
    for column in _of_one_upstream():
        op.add_column("replica", column)


def _columns() -> dict[str, list[sa.Column[Any]]]:  # Any: a column of each type
    columns: dict[str, list[sa.Column[Any]]] = {
        "appointments": [
            sa.Column("is_provisional", sa.Boolean(), server_default=sa.false(), nullable=False),
            sa.Column("lease_uid", sa.Uuid()),
        ],
        "locations": [sa.Column("lease_policy", Document)],
        "offline_sync_logs": [sa.Column("rules", sa.Integer())],
        "devices": [sa.Column("renewed_from", BigId)],
        "replica": [
            sa.Column("kind", sa.String(length=16), server_default="", nullable=False),
            sa.Column("becoming", Document),
        ],
        "feed": [sa.Column("day", sa.Integer())],
        "queue_management": [sa.Column("step", sa.Integer(), server_default="0", nullable=False)],
    }
    for table in ("patients", "appointments", "queue_management", "help_calls", "appointment_reminders"):
        columns.setdefault(table, []).append(sa.Column("stamps", Document))
    for table in _WITH_IMAGES:
        columns.setdefault(table, []).extend(_images())
    return columns


def _images() -> list[sa.Column[Any]]:  # Any: a column of each type
    return [sa.Column("image_hash", BigId), sa.Column("image_version", BigId)]


_WITH_IMAGES = (
    "locations",
    "users",
    "devices",
    "patients",
    "availability",
    "appointments",
    "queue_management",
    "appointment_reminders",
    "payments",
    "feedback",
    "help_calls",
)


def _create_conflicts() -> None:
    op.create_table(
        "conflicts",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("noun", sa.String(length=32), nullable=False),
        sa.Column("record_uid", sa.Uuid(), nullable=False),
        sa.Column("patient_id", BigId),
        sa.Column("change_set_uid", sa.Uuid()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("fields", Document),
        sa.Column("alternatives", Document),
        sa.Column("decision", sa.String(length=16)),
        sa.Column("chosen", Document),
        sa.Column("decided_by", sa.String(length=64)),
        sa.Column("decided_at", Moment()),
        sa.Column("stamps", Document),
        *_images(),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment()),
        sa.CheckConstraint("decision IN ('keep', 'take', 'merge', 'dismissed')", name=op.f("ck_conflicts_decision")),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=op.f("fk_conflicts_location_id_locations")),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_conflicts_patient_id_patients")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflicts")),
        sa.UniqueConstraint("uid", name=op.f("uq_conflicts_uid")),
    )
    op.create_index("ix_conflicts_location_id_decided_at", "conflicts", ["location_id", "decided_at"])
    op.create_index("ix_conflicts_record_uid", "conflicts", ["record_uid"])


def _create_leases() -> None:
    where = sa.text("lease_uid IS NOT NULL")
    op.create_index(
        "ix_appointments_lease_uid", "appointments", ["lease_uid"], sqlite_where=where, postgresql_where=where
    )
    op.create_table(
        "lease_asks",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("answered_at", Moment()),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lease_asks")),
        sa.UniqueConstraint("uid", name=op.f("uq_lease_asks_uid")),
    )
    unanswered = sa.text("answered_at IS NULL")
    op.create_index(
        "ix_lease_asks_unanswered", "lease_asks", ["id"], sqlite_where=unanswered, postgresql_where=unanswered
    )
    op.create_table(
        "slot_leases",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("device_id", BigId, nullable=False),
        sa.Column("doctor_id", BigId, nullable=False),
        sa.Column("starts_at", Moment(), nullable=False),
        sa.Column("ends_at", Moment(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("ask_uid", sa.Uuid(), nullable=False),
        sa.Column("granted_at", Moment(), nullable=False),
        sa.Column("sell_for_s", sa.Integer(), nullable=False),
        sa.Column("returned_at", Moment()),
        sa.Column("written_off_at", Moment()),
        sa.Column("freed_at", Moment()),
        *_images(),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment()),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_slot_leases_device_id_devices")),
        sa.ForeignKeyConstraint(["doctor_id"], ["users.id"], name=op.f("fk_slot_leases_doctor_id_users")),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=op.f("fk_slot_leases_location_id_locations")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot_leases")),
        sa.UniqueConstraint("uid", name=op.f("uq_slot_leases_uid")),
    )
    op.create_index("ix_slot_leases_device_id", "slot_leases", ["device_id"])
    op.create_index("ix_slot_leases_doctor_id_starts_at", "slot_leases", ["doctor_id", "starts_at"])
    standing = sa.text("freed_at IS NULL")
    op.create_index(
        "ix_slot_leases_location_id",
        "slot_leases",
        ["location_id"],
        sqlite_where=standing,
        postgresql_where=standing,
    )
    op.create_table(
        "lease_recoveries",
        sa.Column("device_id", BigId, autoincrement=False, nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("until", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_lease_recoveries_device_id_devices")),
        sa.ForeignKeyConstraint(
            ["location_id"], ["locations.id"], name=op.f("fk_lease_recoveries_location_id_locations")
        ),
        sa.PrimaryKeyConstraint("device_id", name=op.f("pk_lease_recoveries")),
    )
    op.create_table(
        "lease_sales",
        sa.Column("appointment_uid", sa.Uuid(), nullable=False),
        sa.Column("lease_uid", sa.Uuid(), nullable=False),
        sa.Column("starts_at", Moment(), nullable=False),
        sa.Column("ends_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("appointment_uid", name=op.f("pk_lease_sales")),
    )
    op.create_index("ix_lease_sales_lease_uid", "lease_sales", ["lease_uid"])
    op.create_table(
        "lease_clocks",
        sa.Column("ask_uid", sa.Uuid(), nullable=False),
        sa.Column("machine_id", sa.String(length=64), nullable=False),
        sa.Column("run_id", sa.String(length=96), nullable=False),
        sa.Column("counted_from_ms", BigId, nullable=False),
        sa.PrimaryKeyConstraint("ask_uid", name=op.f("pk_lease_clocks")),
    )


def _log_indexes() -> dict[str, dict[str, Any]]:  # Any: arguments of `create_index`
    """What people look the log up by; a device's own unsettled rows are in none of them."""
    settled = sa.text("sync_status <> 'pending'")
    unwell = sa.text("sync_status IN ('failed', 'conflict')")
    leading = {"happened": [], "device": ["device_id"], "intent": ["intent"], "type": ["sync_type"]}
    indexes: dict[str, dict[str, Any]] = {
        f"ix_offline_sync_logs_{name}": {"columns": [*columns, "sync_timestamp", "id"], "sqlite_where": settled}
        for name, columns in leading.items()
    }
    columns = ["sync_status", "sync_timestamp", "id"]
    partly = {"sqlite_where": unwell, "postgresql_where": unwell}
    return indexes | {"ix_offline_sync_logs_unwell": {"columns": columns, **partly}}


def _of_one_upstream() -> list[sa.Column[Any]]:  # Any: a column of each type
    return [
        sa.Column("cursor", sa.Text()),
        sa.Column("settled_through", BigId, server_default="0", nullable=False),
        sa.Column("last_pull_at", Moment()),
    ]


def _create_upstreams() -> None:
    """A cursor of an older schema would begin anew: nothing of it is worth keeping."""
    for column in _of_one_upstream():
        op.execute(f"ALTER TABLE replica DROP COLUMN {column.name}")
    op.create_table(
        "upstreams",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("cursor", sa.Text(), nullable=False),
        sa.Column("epoch", BigId, nullable=False),
        sa.Column("is_healing", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("settled_through", BigId, server_default="0", nullable=False),
        sa.Column("reflected_through", BigId, server_default="0", nullable=False),
        sa.Column("kept_from", sa.Date()),
        sa.Column("last_pull_at", Moment()),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_upstreams")),
    )
    op.create_table(
        "base_images",
        sa.Column("noun", sa.String(length=32), nullable=False),
        sa.Column("record_uid", sa.Uuid(), nullable=False),
        sa.Column("image", Document),
        sa.PrimaryKeyConstraint("noun", "record_uid", name=op.f("pk_base_images")),
    )


def _create_register() -> None:
    """With every patient that the centre holds; a device has none in it."""
    op.create_table(
        "register",
        sa.Column("record_uid", sa.Uuid(), nullable=False),
        sa.Column("stripe", sa.Integer(), nullable=False),
        sa.Column("position", BigId, nullable=False),
        sa.PrimaryKeyConstraint("record_uid", name=op.f("pk_register")),
    )
    op.create_index("uq_register_stripe_position", "register", ["stripe", "position"], unique=True)
    heads = op.create_table(
        "register_heads",
        sa.Column("stripe", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", BigId, server_default="0", nullable=False),
        sa.Column("counted", BigId, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("stripe", name=op.f("pk_register_heads")),
    )
    op.bulk_insert(heads, [{"stripe": stripe} for stripe in range(32)])
    digests = op.create_table(
        "register_digests",
        sa.Column("bucket", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("images", BigId, server_default="0", nullable=False),
        sa.Column("low", BigId, server_default="0", nullable=False),
        sa.Column("high", BigId, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("bucket", name=op.f("pk_register_digests")),
    )
    op.bulk_insert(digests, [{"bucket": bucket} for bucket in range(64)])
    op.execute(
        "INSERT INTO register (record_uid, stripe, position) SELECT uid, 0, row_number() OVER (ORDER BY id) "
        "FROM patients WHERE EXISTS (SELECT 1 FROM replica WHERE role = 'centre')"
    )
    op.execute("UPDATE register_heads SET position = (SELECT count(*) FROM register) WHERE stripe = 0")
