"""The first house: the tables of people, visits, the journal and the replica's own state."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from server_sync.records.tables.types import BigId, Document, Moment, Money

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_trail",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("writer", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("intent", sa.String(length=64), nullable=False),
        sa.Column("noun", sa.String(length=32), nullable=False),
        sa.Column("record_uid", sa.Uuid(), nullable=False),
        sa.Column("change_set_uid", sa.Uuid(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_trail")),
        sa.UniqueConstraint("uid", name=op.f("uq_audit_trail_uid")),
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("last", BigId, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "locations",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=8), server_default="", nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("default_language", sa.String(length=16), server_default="en", nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("opening_hours", sa.Text(), nullable=True),
        sa.Column("waiting_area", sa.Text(), nullable=True),
        sa.Column("public_url", sa.Text(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_locations")),
        sa.UniqueConstraint("code", name=op.f("uq_locations_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_locations_uid")),
    )
    op.create_table(
        "offline_sync_logs",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("change_set_uid", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.String(length=64), nullable=False),
        sa.Column("sequence", BigId, nullable=True),
        sa.Column("intent", sa.String(length=64), nullable=False),
        sa.Column("sync_type", sa.String(length=32), nullable=False),
        sa.Column("record_id", BigId, nullable=True),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("data", Document, nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("sync_status", sa.String(length=16), server_default="pending", nullable=False),
        sa.Column("outcome", sa.String(length=64), nullable=True),
        sa.Column("conflict_resolution", sa.Text(), nullable=True),
        sa.Column("sync_timestamp", Moment(), nullable=False),
        sa.Column("server_timestamp", Moment(), nullable=True),
        sa.CheckConstraint("action IN ('create', 'update', 'delete')", name=op.f("ck_offline_sync_logs_action")),
        sa.CheckConstraint(
            "sync_status IN ('pending', 'synced', 'failed', 'conflict')", name=op.f("ck_offline_sync_logs_sync_status")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offline_sync_logs")),
        sa.UniqueConstraint("change_set_uid", name=op.f("uq_offline_sync_logs_change_set_uid")),
    )
    op.create_index(
        "ix_offline_sync_logs_pending",
        "offline_sync_logs",
        ["sequence"],
        unique=False,
        sqlite_where=sa.text("sync_status = 'pending'"),
        postgresql_where=sa.text("sync_status = 'pending'"),
    )
    op.create_index(
        "uq_offline_sync_logs_device_id_sequence", "offline_sync_logs", ["device_id", "sequence"], unique=True
    )
    op.create_table(
        "patients",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("patient_number", sa.String(length=32), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=True),
        sa.Column("last_name", sa.Text(), nullable=True),
        sa.Column("date_of_birth", sa.Date(), nullable=True),
        sa.Column("gender", sa.String(length=16), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("emergency_contact_name", sa.Text(), nullable=True),
        sa.Column("emergency_contact_phone", sa.Text(), nullable=True),
        sa.Column("medical_history", Document, nullable=True),
        sa.Column("insurance_provider", sa.Text(), nullable=True),
        sa.Column("insurance_number", sa.Text(), nullable=True),
        sa.Column("communication_preferences", Document, nullable=True),
        sa.Column("is_verified", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("merged_into_uid", sa.Uuid(), nullable=True),
        sa.Column("phone_key", sa.String(length=8), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.CheckConstraint("gender IN ('female', 'male', 'other', 'unknown')", name=op.f("ck_patients_gender")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patients")),
        sa.UniqueConstraint("patient_number", name=op.f("uq_patients_patient_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_patients_uid")),
    )
    op.create_index("ix_patients_phone_key_date_of_birth", "patients", ["phone_key", "date_of_birth"], unique=False)
    op.create_table(
        "print_jobs",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("content", Document, nullable=False),
        sa.Column("record_uid", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(length=16), server_default="queued", nullable=False),
        sa.Column("cause", sa.String(length=64), nullable=True),
        sa.Column("is_reprint", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "state IN ('queued', 'sending', 'printed', 'failed', 'unknown', 'interrupted')",
            name=op.f("ck_print_jobs_state"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_jobs")),
        sa.UniqueConstraint("uid", name=op.f("uq_print_jobs_uid")),
    )
    op.create_index("ix_print_jobs_state_id", "print_jobs", ["state", "id"], unique=False)
    op.create_table(
        "replica",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("device_uid", sa.Uuid(), nullable=False),
        sa.Column("location_id", BigId, nullable=True),
        sa.Column("series", sa.String(length=3), server_default="", nullable=False),
        sa.Column("id_block", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_sequence", BigId, server_default="0", nullable=False),
        sa.Column("last_hybrid_time", sa.String(length=17), server_default="000000000000.0000", nullable=False),
        sa.Column("last_id", BigId, server_default="0", nullable=False),
        sa.Column("last_audit_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("cursor", sa.Text(), nullable=True),
        sa.Column("settled_through", BigId, server_default="0", nullable=False),
        sa.Column("last_pull_at", Moment(), nullable=True),
        sa.CheckConstraint("role IN ('centre', 'device')", name=op.f("ck_replica_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replica")),
    )
    op.create_table(
        "devices",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("series", sa.String(length=3), nullable=False),
        sa.Column("id_block", sa.Integer(), nullable=False),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.Column("enrolment_code_hash", sa.String(length=64), nullable=True),
        sa.Column("enrolment_expires_at", Moment(), nullable=True),
        sa.Column("enrolled_at", Moment(), nullable=True),
        sa.Column("key_hash", sa.String(length=64), nullable=True),
        sa.Column("last_seen_at", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.CheckConstraint("kind IN ('kiosk', 'reception', 'board', 'hub')", name=op.f("ck_devices_kind")),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=op.f("fk_devices_location_id_locations")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
        sa.UniqueConstraint("enrolment_code_hash", name=op.f("uq_devices_enrolment_code_hash")),
        sa.UniqueConstraint("id_block", name=op.f("uq_devices_id_block")),
        sa.UniqueConstraint("key_hash", name=op.f("uq_devices_key_hash")),
        sa.UniqueConstraint("uid", name=op.f("uq_devices_uid")),
    )
    op.create_index(op.f("ix_devices_location_id"), "devices", ["location_id"], unique=False)
    op.create_index("uq_devices_location_id_series", "devices", ["location_id", "series"], unique=True)
    op.create_table(
        "feed",
        sa.Column("location_id", BigId, autoincrement=False, nullable=False),
        sa.Column("noun", sa.String(length=32), nullable=False),
        sa.Column("record_uid", sa.Uuid(), nullable=False),
        sa.Column("position", BigId, nullable=False),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=op.f("fk_feed_location_id_locations")),
        sa.PrimaryKeyConstraint("location_id", "noun", "record_uid", name=op.f("pk_feed")),
    )
    op.create_index("uq_feed_location_id_position", "feed", ["location_id", "position"], unique=True)
    op.create_table(
        "feed_heads",
        sa.Column("location_id", BigId, autoincrement=False, nullable=False),
        sa.Column("position", BigId, server_default="0", nullable=False),
        sa.Column("epoch", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=op.f("fk_feed_heads_location_id_locations")),
        sa.PrimaryKeyConstraint("location_id", name=op.f("pk_feed_heads")),
    )
    op.create_table(
        "help_calls",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("device_uid", sa.String(length=36), nullable=False),
        sa.Column("token_number", sa.String(length=32), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=op.f("fk_help_calls_location_id_locations")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_calls")),
        sa.UniqueConstraint("token_number", name=op.f("uq_help_calls_token_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_help_calls_uid")),
    )
    op.create_index(
        "ix_help_calls_location_id_business_date", "help_calls", ["location_id", "business_date"], unique=False
    )
    op.create_table(
        "users",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("display_name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("specialty", sa.Text(), nullable=True),
        sa.Column("room", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("location_id", BigId, nullable=True),
        sa.Column("is_active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "role IN ('receptionist', 'nurse', 'doctor', 'admin', 'system')", name=op.f("ck_users_role")
        ),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=op.f("fk_users_location_id_locations")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("uid", name=op.f("uq_users_uid")),
    )
    op.create_index(op.f("ix_users_location_id"), "users", ["location_id"], unique=False)
    op.create_table(
        "appointments",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("appointment_number", sa.String(length=32), nullable=False),
        sa.Column("patient_id", BigId, nullable=False),
        sa.Column("doctor_id", BigId, nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("appointment_type", sa.String(length=16), server_default="online", nullable=False),
        sa.Column("scheduled_date", Moment(), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), server_default="30", nullable=False),
        sa.Column("status", sa.String(length=16), server_default="scheduled", nullable=False),
        sa.Column("priority", sa.Integer(), server_default="0", nullable=False),
        sa.Column("queue_token", sa.String(length=32), nullable=True),
        sa.Column("booking_code", sa.String(length=8), nullable=True),
        sa.Column("payment_status", sa.String(length=16), server_default="pending", nullable=False),
        sa.Column("payment_amount", Money(), nullable=True),
        sa.Column("payment_currency", sa.String(length=3), nullable=True),
        sa.Column("reason_for_visit", sa.Text(), nullable=True),
        sa.Column("symptoms", sa.Text(), nullable=True),
        sa.Column("urgency_level", sa.String(length=16), server_default="routine", nullable=False),
        sa.Column("special_requirements", sa.Text(), nullable=True),
        sa.Column("booking_source", sa.Text(), nullable=True),
        sa.Column("confirmation_sent", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("reminder_sent", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "appointment_type IN ('online', 'walkin', 'kiosk', 'emergency', 'follow_up')",
            name=op.f("ck_appointments_appointment_type"),
        ),
        sa.CheckConstraint(
            "payment_status IN ('pending', 'paid', 'failed', 'refunded', 'partial')",
            name=op.f("ck_appointments_payment_status"),
        ),
        sa.CheckConstraint(
            "status IN ('scheduled', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show', 'rescheduled')",
            name=op.f("ck_appointments_status"),
        ),
        sa.CheckConstraint(
            "urgency_level IN ('low', 'routine', 'medium', 'high', 'urgent', 'emergency')",
            name=op.f("ck_appointments_urgency_level"),
        ),
        sa.ForeignKeyConstraint(["doctor_id"], ["users.id"], name=op.f("fk_appointments_doctor_id_users")),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=op.f("fk_appointments_location_id_locations")),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_appointments_patient_id_patients")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
        sa.UniqueConstraint("appointment_number", name=op.f("uq_appointments_appointment_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_appointments_uid")),
    )
    op.create_index(op.f("ix_appointments_booking_code"), "appointments", ["booking_code"], unique=False)
    op.create_index(
        "ix_appointments_doctor_id_scheduled_date", "appointments", ["doctor_id", "scheduled_date"], unique=False
    )
    op.create_index(
        "ix_appointments_location_id_scheduled_date", "appointments", ["location_id", "scheduled_date"], unique=False
    )
    op.create_index(op.f("ix_appointments_patient_id"), "appointments", ["patient_id"], unique=False)
    op.create_table(
        "availability",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("doctor_id", BigId, nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("start_time", sa.Time(), nullable=False),
        sa.Column("end_time", sa.Time(), nullable=False),
        sa.Column("slot_duration_minutes", sa.Integer(), server_default="30", nullable=False),
        sa.Column("max_patients_per_slot", sa.Integer(), server_default="1", nullable=False),
        sa.Column("is_available", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("break_start_time", sa.Time(), nullable=True),
        sa.Column("break_end_time", sa.Time(), nullable=True),
        sa.Column("is_recurring", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("recurrence_pattern", sa.Text(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["doctor_id"], ["users.id"], name=op.f("fk_availability_doctor_id_users")),
        sa.ForeignKeyConstraint(["location_id"], ["locations.id"], name=op.f("fk_availability_location_id_locations")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_availability")),
        sa.UniqueConstraint("uid", name=op.f("uq_availability_uid")),
    )
    op.create_index("ix_availability_doctor_id_date", "availability", ["doctor_id", "date"], unique=False)
    op.create_index("ix_availability_location_id_date", "availability", ["location_id", "date"], unique=False)
    op.create_table(
        "appointment_reminders",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("appointment_id", BigId, nullable=False),
        sa.Column("reminder_type", sa.String(length=16), nullable=False),
        sa.Column("scheduled_time", Moment(), nullable=False),
        sa.Column("sent_time", Moment(), nullable=True),
        sa.Column("status", sa.String(length=16), server_default="pending", nullable=False),
        sa.Column("message_content", sa.Text(), nullable=True),
        sa.Column("delivery_status", sa.Text(), nullable=True),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.Column("retry_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "reminder_type IN ('sms', 'email', 'call', 'push')", name=op.f("ck_appointment_reminders_reminder_type")
        ),
        sa.CheckConstraint(
            "status IN ('pending', 'sent', 'failed', 'cancelled')", name=op.f("ck_appointment_reminders_status")
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("fk_appointment_reminders_appointment_id_appointments")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_reminders")),
        sa.UniqueConstraint("uid", name=op.f("uq_appointment_reminders_uid")),
    )
    op.create_index(
        op.f("ix_appointment_reminders_appointment_id"), "appointment_reminders", ["appointment_id"], unique=False
    )
    op.create_table(
        "payments",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("appointment_id", BigId, nullable=True),
        sa.Column("amount", Money(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("method", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "method IN ('card', 'upi', 'bank_transfer', 'cash', 'desk')", name=op.f("ck_payments_method")
        ),
        sa.CheckConstraint(
            "status IN ('pending', 'paid', 'failed', 'refunded', 'partial')", name=op.f("ck_payments_status")
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("fk_payments_appointment_id_appointments")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sa.UniqueConstraint("uid", name=op.f("uq_payments_uid")),
    )
    op.create_index(op.f("ix_payments_appointment_id"), "payments", ["appointment_id"], unique=False)
    op.create_table(
        "queue_management",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("token_number", sa.String(length=32), nullable=False),
        sa.Column("patient_id", BigId, nullable=True),
        sa.Column("appointment_id", BigId, nullable=True),
        sa.Column("doctor_id", BigId, nullable=True),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("current_status", sa.String(length=16), server_default="waiting", nullable=False),
        sa.Column("triage_level", sa.Integer(), nullable=True),
        sa.Column("is_late", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("alias_of", sa.String(length=32), nullable=True),
        sa.Column("follow_code", sa.String(length=32), nullable=True),
        sa.Column("check_in_time", Moment(), nullable=False),
        sa.Column("called_time", Moment(), nullable=True),
        sa.Column("consultation_start_time", Moment(), nullable=True),
        sa.Column("consultation_end_time", Moment(), nullable=True),
        sa.Column("patient_satisfaction_score", sa.Integer(), nullable=True),
        sa.Column("actual_wait_time_minutes", sa.Integer(), nullable=True),
        sa.Column(
            "priority_score", sa.Numeric(precision=10, scale=2, asdecimal=False), server_default="0", nullable=False
        ),
        sa.Column("estimated_wait_time_minutes", sa.Integer(), nullable=True),
        sa.Column("queue_position", sa.Integer(), nullable=True),
        sa.Column("ai_priority_factors", Document, nullable=True),
        sa.Column("medical_urgency_score", sa.Numeric(precision=10, scale=2, asdecimal=False), nullable=True),
        sa.Column("wait_time_score", sa.Numeric(precision=10, scale=2, asdecimal=False), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "current_status IN ('waiting', 'called', 'in_consultation', 'completed', 'cancelled')",
            name=op.f("ck_queue_management_current_status"),
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointments.id"], name=op.f("fk_queue_management_appointment_id_appointments")
        ),
        sa.ForeignKeyConstraint(["doctor_id"], ["users.id"], name=op.f("fk_queue_management_doctor_id_users")),
        sa.ForeignKeyConstraint(
            ["location_id"], ["locations.id"], name=op.f("fk_queue_management_location_id_locations")
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_queue_management_patient_id_patients")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_management")),
        sa.UniqueConstraint("token_number", name=op.f("uq_queue_management_token_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_queue_management_uid")),
    )
    op.create_index(op.f("ix_queue_management_appointment_id"), "queue_management", ["appointment_id"], unique=False)
    op.create_index(op.f("ix_queue_management_follow_code"), "queue_management", ["follow_code"], unique=False)
    op.create_index(
        "ix_queue_management_location_id_business_date",
        "queue_management",
        ["location_id", "business_date"],
        unique=False,
    )
    op.create_table(
        "feedback",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", BigId, server_default="0", nullable=False),
        sa.Column("queue_id", BigId, nullable=True),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("deleted_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["queue_id"], ["queue_management.id"], name=op.f("fk_feedback_queue_id_queue_management")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sa.UniqueConstraint("uid", name=op.f("uq_feedback_uid")),
    )
    op.create_index(op.f("ix_feedback_queue_id"), "feedback", ["queue_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_feedback_queue_id"), table_name="feedback")
    op.drop_table("feedback")
    op.drop_index("ix_queue_management_location_id_business_date", table_name="queue_management")
    op.drop_index(op.f("ix_queue_management_follow_code"), table_name="queue_management")
    op.drop_index(op.f("ix_queue_management_appointment_id"), table_name="queue_management")
    op.drop_table("queue_management")
    op.drop_index(op.f("ix_payments_appointment_id"), table_name="payments")
    op.drop_table("payments")
    op.drop_index(op.f("ix_appointment_reminders_appointment_id"), table_name="appointment_reminders")
    op.drop_table("appointment_reminders")
    op.drop_index("ix_availability_location_id_date", table_name="availability")
    op.drop_index("ix_availability_doctor_id_date", table_name="availability")
    op.drop_table("availability")
    op.drop_index(op.f("ix_appointments_patient_id"), table_name="appointments")
    op.drop_index("ix_appointments_location_id_scheduled_date", table_name="appointments")
    op.drop_index("ix_appointments_doctor_id_scheduled_date", table_name="appointments")
    op.drop_index(op.f("ix_appointments_booking_code"), table_name="appointments")
    op.drop_table("appointments")
    op.drop_index(op.f("ix_users_location_id"), table_name="users")
    op.drop_table("users")
    op.drop_index("ix_help_calls_location_id_business_date", table_name="help_calls")
    op.drop_table("help_calls")
    op.drop_table("feed_heads")
    op.drop_index("uq_feed_location_id_position", table_name="feed")
    op.drop_table("feed")
    op.drop_index("uq_devices_location_id_series", table_name="devices")
    op.drop_index(op.f("ix_devices_location_id"), table_name="devices")
    op.drop_table("devices")
    op.drop_table("replica")
    op.drop_index("ix_print_jobs_state_id", table_name="print_jobs")
    op.drop_table("print_jobs")
    op.drop_index("ix_patients_phone_key_date_of_birth", table_name="patients")
    op.drop_table("patients")
    op.drop_index("uq_offline_sync_logs_device_id_sequence", table_name="offline_sync_logs")
    op.drop_index(
        "ix_offline_sync_logs_pending",
        table_name="offline_sync_logs",
        sqlite_where=sa.text("sync_status = 'pending'"),
        postgresql_where=sa.text("sync_status = 'pending'"),
    )
    op.drop_table("offline_sync_logs")
    op.drop_table("locations")
    op.drop_table("counters")
    op.drop_table("audit_trail")
