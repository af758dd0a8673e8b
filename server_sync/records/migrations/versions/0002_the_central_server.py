"""The central server: who may sign in, slots that the database guards, a search index, a queue with more to say."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from server_sync.records.tables.types import BigId, Document, Moment, bytewise

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_CHECKED = {
    "special_reason": "special_reason IN ('age', 'infant', 'pregnant', 'disability')",
    "held_back": "held_back IN ('parked', 'absent')",
}


def upgrade() -> None:
    _add_columns()
    _create_indexes()
    op.create_table(
        "audit_anchors",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("heads", Document, nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_anchors")),
    )
    op.create_table(
        "idempotency_keys",
        sa.Column("scope", sa.String(length=120), nullable=False),
        sa.Column("key_hash", sa.String(length=64), nullable=False),
        sa.Column("request_hash", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("answer", Document, nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "key_hash", name=op.f("pk_idempotency_keys")),
    )
    op.create_index("ix_idempotency_keys_created_at", "idempotency_keys", ["created_at"])

    op.create_table(
        "server_secrets",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_server_secrets")),
    )
    op.create_table(
        "patient_terms",
        sa.Column("patient_id", BigId, autoincrement=False, nullable=False),
        sa.Column("term", bytewise(64), nullable=False),
        sa.Column("others", bytewise(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_patient_terms_patient_id_patients")),
        sa.PrimaryKeyConstraint("patient_id", "term", name=op.f("pk_patient_terms")),
    )
    op.create_index("ix_patient_terms_term", "patient_terms", ["term", "others", "patient_id"])

    op.create_table(
        "credentials",
        sa.Column("user_id", BigId, autoincrement=False, nullable=False),
        sa.Column("login", sa.String(length=254), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("totp_secret", sa.String(length=64), nullable=True),
        sa.Column("totp_last_step", BigId, nullable=True),
        sa.Column("pin_hash", sa.Text(), nullable=True),
        sa.Column("failed_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("locked_until", Moment(), nullable=True),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_credentials_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_credentials")),
        sa.UniqueConstraint("login", name=op.f("uq_credentials_login")),
    )
    op.create_table(
        "sessions",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("user_id", BigId, nullable=False),
        sa.Column("device_id", BigId, nullable=True),
        sa.Column("refresh_hash", sa.String(length=64), nullable=False),
        sa.Column("spent_hash", sa.String(length=64), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("last_used_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.Column("user_agent", sa.String(length=200), nullable=True),
        sa.Column("address", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name=op.f("fk_sessions_device_id_devices")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sessions_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("refresh_hash", name=op.f("uq_sessions_refresh_hash")),
        sa.UniqueConstraint("uid", name=op.f("uq_sessions_uid")),
    )
    op.create_index("ix_sessions_spent_hash", "sessions", ["spent_hash"])
    op.create_index("ix_sessions_user_id", "sessions", ["user_id"])

    op.create_table(
        "slot_counts",
        sa.Column("doctor_id", BigId, autoincrement=False, nullable=False),
        sa.Column("starts_at", Moment(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.CheckConstraint("taken BETWEEN 0 AND capacity", name=op.f("ck_slot_counts_taken")),
        sa.ForeignKeyConstraint(["doctor_id"], ["users.id"], name=op.f("fk_slot_counts_doctor_id_users")),
        sa.PrimaryKeyConstraint("doctor_id", "starts_at", name=op.f("pk_slot_counts")),
    )


def downgrade() -> None:
    for table in (
        "audit_anchors",
        "idempotency_keys",
        "server_secrets",
        "patient_terms",
        "sessions",
        "credentials",
        "slot_counts",
    ):
        op.drop_table(table)
    op.drop_index("ix_audit_trail_record_uid", "audit_trail")
    op.drop_index("ix_feedback_appointment_uid", "feedback")
    op.drop_index("ix_patients_merged_into_uid", "patients")
    op.drop_index("ix_availability_recurring", "availability")
    op.drop_index("ix_queue_management_patient_id", "queue_management")
    op.drop_index("ix_patients_date_of_birth", "patients")
    for table, columns in _columns().items():
        for column in reversed(columns):
            # Not Alembic's copy of the whole table, which would lose its checks.
            op.execute(f"ALTER TABLE {table} DROP COLUMN {column.name}")


def _columns() -> dict[str, list[sa.Column[Any]]]:  # Any: a column of each type
    return {
        "appointments": [
            sa.Column("status_reason", sa.Text()),
            sa.Column("rescheduled_from_uid", sa.Uuid()),
            sa.Column("holds_slot", sa.Boolean(), server_default=sa.false(), nullable=False),
        ],
        "audit_trail": [sa.Column("details", Document)],
        "feedback": [sa.Column("appointment_uid", sa.Uuid())],
        "locations": [
            sa.Column("public_booking", sa.Boolean(), server_default=sa.true(), nullable=False),
            sa.Column("queue_policy", Document),
            sa.Column("currency", sa.String(length=3), server_default="EUR", nullable=False),
        ],
        "patients": [sa.Column("erased_at", Moment())],
        "queue_management": [
            sa.Column("special_reason", sa.String(length=16)),
            sa.Column("held_back", sa.String(length=16)),
            sa.Column("absent_count", sa.Integer(), server_default="0", nullable=False),
            sa.Column("recall_count", sa.Integer(), server_default="0", nullable=False),
            sa.Column("reference_time", Moment()),
            sa.Column("override_at", Moment()),
            sa.Column("override_by", sa.String(length=64)),
            sa.Column("override_reason", sa.Text()),
            sa.Column("called_by", sa.String(length=64)),
            sa.Column("called_room", sa.Text()),
            sa.Column("notes", sa.Text()),
            sa.Column("claims", Document),
            sa.Column("clock_offset_ms", sa.Integer()),
        ],
        "replica": [sa.Column("clock_offset_ms", sa.Integer())],
        "users": [sa.Column("phone", sa.Text())],
    }


def _add_columns() -> None:
    for table, columns in _columns().items():
        for column in columns:
            if column.name in _CHECKED:
                _add_checked(table, column.name)
            else:
                op.add_column(table, column)


def _add_checked(table: str, column: str) -> None:
    """A column with its check, in one statement: SQLite adds no constraint to a table that stands."""
    check = f"CONSTRAINT ck_{table}_{column} CHECK ({_CHECKED[column]})"
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} VARCHAR(16) {check}")


def _create_indexes() -> None:
    only_readings = sa.text("details IS NOT NULL")
    op.create_index("ix_audit_trail_record_uid", "audit_trail", ["record_uid"], sqlite_where=only_readings)
    op.create_index("ix_feedback_appointment_uid", "feedback", ["appointment_uid"])
    without = sa.text("appointment_id IS NULL")
    op.create_index("ix_queue_management_patient_id", "queue_management", ["patient_id"], sqlite_where=without)
    recurring = sa.text("is_recurring")
    op.create_index(
        "ix_availability_recurring",
        "availability",
        ["location_id", "doctor_id"],
        sqlite_where=recurring,
        postgresql_where=recurring,
    )
    op.create_index("ix_patients_date_of_birth", "patients", ["date_of_birth"])
    merged = sa.text("merged_into_uid IS NOT NULL")
    op.create_index(
        "ix_patients_merged_into_uid", "patients", ["merged_into_uid"], sqlite_where=merged, postgresql_where=merged
    )
