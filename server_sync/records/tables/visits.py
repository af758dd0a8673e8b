"""Tables of what happens at a clinic: availability, appointments, the queue, reminders, money, feedback, help."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    String,
    Text,
    Time,
    Uuid,
    false,
    text,
    true,
)

from server_sync.records.tables.schema import (
    Travel,
    derived,
    down_only,
    local,
    local_table,
    one_of,
    shared,
    stamps,
    synced_table,
    up_only,
)
from server_sync.records.tables.types import BigId, Document, Moment, Money

availability = synced_table(
    "availability",
    "availability",
    shared("doctor_id", BigId, ForeignKey("users.id"), nullable=False),
    shared("location_id", BigId, ForeignKey("locations.id"), nullable=False),
    # The clinic's local day and local times, as its doctors speak of them.
    shared("date", Date, nullable=False),
    shared("start_time", Time, nullable=False),
    shared("end_time", Time, nullable=False),
    shared("slot_duration_minutes", Integer, nullable=False, server_default="30"),
    shared("max_patients_per_slot", Integer, nullable=False, server_default="1"),
    shared("is_available", Boolean, nullable=False, server_default=true()),
    shared("break_start_time", Time),
    shared("break_end_time", Time),
    shared("is_recurring", Boolean, nullable=False, server_default=false()),
    shared("recurrence_pattern", Text),
    Index("ix_availability_location_id_date", "location_id", "date"),
    Index("ix_availability_doctor_id_date", "doctor_id", "date"),
    # Rules without an end lie among the one-off rows of all the past.
    Index(
        "ix_availability_recurring",
        "location_id",
        "doctor_id",
        sqlite_where=text("is_recurring"),
        postgresql_where=text("is_recurring"),
    ),
)

appointments = synced_table(
    "appointments",
    "appointment",
    shared("appointment_number", String(32), nullable=False, unique=True),
    shared("patient_id", BigId, ForeignKey("patients.id"), nullable=False, index=True),
    shared("doctor_id", BigId, ForeignKey("users.id"), nullable=False),
    shared("location_id", BigId, ForeignKey("locations.id"), nullable=False),
    shared("appointment_type", String(16), nullable=False, server_default="online"),
    shared("scheduled_date", Moment, nullable=False),
    shared("duration_minutes", Integer, nullable=False, server_default="30"),
    shared("status", String(16), nullable=False, server_default="scheduled"),
    shared("priority", Integer, nullable=False, server_default="0"),
    shared("queue_token", String(32)),
    # Eight random digits of its own, on the confirmation; the appointment's number can be guessed, this cannot.
    shared("booking_code", String(8), index=True),
    shared("payment_status", String(16), nullable=False, server_default="pending"),
    shared("payment_amount", Money),
    shared("payment_currency", String(3)),
    shared("reason_for_visit", Text),
    # Which of the clinic's reasons that is (`clinic.visit_reasons`); null where it was said in somebody's own words.
    shared("reason_code", String(32), since=2),
    shared("symptoms", Text),
    shared("urgency_level", String(16), nullable=False, server_default="routine"),
    shared("special_requirements", Text),
    shared("booking_source", Text),
    shared("confirmation_sent", Boolean, nullable=False, server_default=false()),
    shared("reminder_sent", Boolean, nullable=False, server_default=false()),
    # Why it was cancelled or moved, in the words of whoever did it.
    shared("status_reason", Text),
    # Moving an appointment makes a new one, which carries the old one's booking code.
    shared("rescheduled_from_uid", Uuid),
    # Made offline beyond what its device had on lease: no place is promised until the centre has said so.
    shared("is_provisional", Boolean, nullable=False, server_default=false(), since=2),
    # The lease that its place comes from; null again once it gave that place back.
    shared("lease_uid", Uuid, since=2),
    stamps(),
    # Whether it is counted in `slot_counts`; the centre's own business.
    local("holds_slot", Boolean, nullable=False, server_default=false()),
    one_of("appointment_type", "online", "walkin", "kiosk", "emergency", "follow_up"),
    one_of("status", "scheduled", "confirmed", "in_progress", "completed", "cancelled", "no_show", "rescheduled"),
    one_of("payment_status", "pending", "paid", "failed", "refunded", "partial"),
    one_of("urgency_level", "low", "routine", "medium", "high", "urgent", "emergency"),
    Index("ix_appointments_location_id_scheduled_date", "location_id", "scheduled_date"),
    Index("ix_appointments_doctor_id_scheduled_date", "doctor_id", "scheduled_date"),
    # Few appointments were ever sold from a lease.
    Index(
        "ix_appointments_lease_uid",
        "lease_uid",
        sqlite_where=text("lease_uid IS NOT NULL"),
        postgresql_where=text("lease_uid IS NOT NULL"),
    ),
    filled=50,
)

# How many appointments stand in each five minutes of a doctor's day: the row that several who book at once wait for,
# and the check by which the database itself refuses one too many.
SLOT_CELL_MIN = 5
slot_counts = local_table(
    "slot_counts",
    local("doctor_id", BigId, ForeignKey("users.id"), primary_key=True, autoincrement=False),
    local("starts_at", Moment, primary_key=True),
    local("taken", Integer, nullable=False),
    local("capacity", Integer, nullable=False),
    CheckConstraint("taken BETWEEN 0 AND capacity", name="taken"),
)

# A device asks, while it is online, for places that it may sell when it is cut off. Nothing but the asking travels:
# what it gets follows from its location's policy.
lease_asks = synced_table(
    "lease_asks",
    "lease_ask",
    # The centre's epoch of which the machine knew: one that asked in an earlier one may have been answered there.
    up_only("epoch", BigId),
    # Since when the centre has answered it; its own business.
    local("answered_at", Moment),
    Index(
        "ix_lease_asks_unanswered",
        "id",
        sqlite_where=text("answered_at IS NULL"),
        postgresql_where=text("answered_at IS NULL"),
    ),
    travel=Travel.UP_ONLY,
    since=2,
)

# Places in a doctor's day that one device may sell while it is cut off. Nobody else sells them until the holder has
# returned the lease in its own sequence, or an admin has written the device off.
slot_leases = synced_table(
    "slot_leases",
    "lease",
    down_only("location_id", BigId, ForeignKey("locations.id"), nullable=False),
    down_only("device_id", BigId, ForeignKey("devices.id"), nullable=False),
    down_only("doctor_id", BigId, ForeignKey("users.id"), nullable=False),
    down_only("starts_at", Moment, nullable=False),
    down_only("ends_at", Moment, nullable=False),
    down_only("seats", Integer, nullable=False),
    # The asking that it answers.
    down_only("ask_uid", Uuid, nullable=False),
    down_only("granted_at", Moment, nullable=False),
    # Counted by the holder from when it asked, on a clock that no person can set.
    down_only("sell_for_s", Integer, nullable=False),
    shared("returned_at", Moment),
    down_only("written_off_at", Moment),
    # Since when its seats are counted for it no more, so that others may have them; the centre's own business.
    local("freed_at", Moment),
    Index("ix_slot_leases_device_id", "device_id"),
    Index("ix_slot_leases_doctor_id_starts_at", "doctor_id", "starts_at"),
    # What ended is asked after no more.
    Index(
        "ix_slot_leases_location_id",
        "location_id",
        sqlite_where=text("freed_at IS NULL"),
        postgresql_where=text("freed_at IS NULL"),
    ),
    since=2,
)

# The holder's evidence of how long ago it asked: its clock since boot, which machine's, and which run of which boot.
lease_clocks = local_table(
    "lease_clocks",
    local("ask_uid", Uuid, primary_key=True),
    local("machine_id", String(64), nullable=False),
    local("run_id", String(96), nullable=False),
    local("counted_from_ms", BigId, nullable=False),
)

# What this device sold from its leases and did not give back: its own book, which nothing that comes from elsewhere
# changes. A seat that was promised stays promised even where the centre could not take the booking yet.
lease_sales = local_table(
    "lease_sales",
    local("appointment_uid", Uuid, primary_key=True),
    local("lease_uid", Uuid, nullable=False, index=True),
    local("starts_at", Moment, nullable=False),
    local("ends_at", Moment, nullable=False),
)

# After the centre was restored from a backup: machines that may hold leases of which it does not know, until each was
# heard from. So long nobody else gets a place before `until`.
lease_recoveries = local_table(
    "lease_recoveries",
    local("device_id", BigId, ForeignKey("devices.id"), primary_key=True, autoincrement=False),
    local("location_id", BigId, ForeignKey("locations.id"), nullable=False),
    local("until", Moment, nullable=False),
)

# Every index is a page that each check-in encrypts and writes: these few serve every query (see the decisions).
queue_management = synced_table(
    "queue_management",
    "queue",
    shared("token_number", String(32), nullable=False, unique=True),
    shared("patient_id", BigId, ForeignKey("patients.id")),
    shared("appointment_id", BigId, ForeignKey("appointments.id"), index=True),
    shared("doctor_id", BigId, ForeignKey("users.id")),
    shared("location_id", BigId, ForeignKey("locations.id"), nullable=False),
    # The clinic's own local date when the number was given, never derived from UTC midnight.
    shared("business_date", Date, nullable=False),
    shared("current_status", String(16), nullable=False, server_default="waiting"),
    # What the person said of their urgency is a claim (appointments.urgency_level); this is what a nurse set.
    shared("triage_level", Integer),
    # Why this person may not wait as long as others: age, infant, pregnant or disability; null for most.
    shared("special_reason", String(16)),
    # Held back from being called while they wait: parked by staff (at the laboratory), or absent when called.
    shared("held_back", String(16)),
    shared("absent_count", Integer, nullable=False, server_default="0"),
    shared("recall_count", Integer, nullable=False, server_default="0"),
    # From when the wait counts, where that is not what arrival and booked time say: re-queued, or handed over.
    shared("reference_time", Moment),
    # A place before the order's own, with who, when and why.
    shared("override_at", Moment),
    shared("override_by", String(64)),
    shared("override_reason", Text),
    # Who called, and to which room.
    shared("called_by", String(64)),
    shared("called_room", Text),
    shared("notes", Text),
    # What a request said of urgency, wait and age: shown, never believed.
    shared("claims", Document),
    # How far the clock that gave `check_in_time` was behind the centre's when last compared; null: never verified.
    shared("clock_offset_ms", Integer),
    shared("is_late", Boolean, nullable=False, server_default=false()),
    # The same visit under another number: the token that stands, where two machines checked one appointment in.
    shared("alias_of", String(32)),
    # Behind the ticket's QR code: random, so that nobody can walk through other people's places.
    shared("follow_code", String(32), index=True),
    shared("check_in_time", Moment, nullable=False),
    shared("called_time", Moment),
    shared("consultation_start_time", Moment),
    shared("consultation_end_time", Moment),
    shared("patient_satisfaction_score", Integer),
    # Where in its rounds the visit stands: 1000 a round, 1 a step (`clinic.visits`).
    shared("step", Integer, nullable=False, server_default="0", since=2),
    stamps(),
    derived("actual_wait_time_minutes", Integer),
    derived("priority_score", Numeric(10, 2, asdecimal=False), nullable=False, server_default="0"),
    derived("estimated_wait_time_minutes", Integer),
    # What that median was of: P50, P90, the method, who was ahead and which model (`clinic.waits`).
    derived("wait_estimate", Document),
    derived("queue_position", Integer),
    derived("ai_priority_factors", Document),
    derived("medical_urgency_score", Numeric(10, 2, asdecimal=False)),
    derived("wait_time_score", Numeric(10, 2, asdecimal=False)),
    one_of("current_status", "waiting", "called", "in_consultation", "completed", "cancelled"),
    one_of("special_reason", "age", "infant", "pregnant", "disability"),
    one_of("held_back", "parked", "absent"),
    Index("ix_queue_management_location_id_business_date", "location_id", "business_date"),
    # For a person's history at a large centre. On SQLite it stays all but empty: a check-in writes no page for it.
    Index("ix_queue_management_patient_id", "patient_id", sqlite_where=text("appointment_id IS NULL")),
    filled=60,
)

appointment_reminders = synced_table(
    "appointment_reminders",
    "reminder",
    shared("appointment_id", BigId, ForeignKey("appointments.id"), nullable=False, index=True),
    shared("reminder_type", String(16), nullable=False),
    shared("scheduled_time", Moment, nullable=False),
    shared("sent_time", Moment),
    shared("status", String(16), nullable=False, server_default="pending"),
    shared("message_content", Text),
    shared("delivery_status", Text),
    shared("error_message", Text),
    shared("retry_count", Integer, nullable=False, server_default="0"),
    stamps(),
    one_of("reminder_type", "sms", "email", "call", "push"),
    one_of("status", "pending", "sent", "failed", "cancelled"),
)

payments = synced_table(
    "payments",
    "payment",
    shared("appointment_id", BigId, ForeignKey("appointments.id"), index=True),
    shared("amount", Money, nullable=False),
    shared("currency", String(3), nullable=False),
    shared("method", String(16), nullable=False),
    shared("status", String(16), nullable=False),
    shared("reference", Text),
    one_of("method", "card", "upi", "bank_transfer", "cash", "desk"),
    one_of("status", "pending", "paid", "failed", "refunded", "partial"),
)

feedback = synced_table(
    "feedback",
    "feedback",
    shared("queue_id", BigId, ForeignKey("queue_management.id"), index=True),
    shared("appointment_uid", Uuid, index=True),
    shared("score", Integer, nullable=False),
    shared("comment", Text),
)

help_calls = synced_table(
    "help_calls",
    "help_call",
    shared("location_id", BigId, ForeignKey("locations.id"), nullable=False),
    shared("device_uid", String(36), nullable=False),
    shared("token_number", String(32), nullable=False, unique=True),
    shared("business_date", Date, nullable=False),
    shared("language", String(16)),
    # Null where a person called; `emergency` where somebody must be seen at once; else what a machine itself needs
    # somebody for, such as `printer_paper_out`.
    shared("reason", String(32), since=2),
    shared("answered_at", Moment),
    stamps(),
    Index("ix_help_calls_location_id_business_date", "location_id", "business_date"),
)

# What a merge could not decide, or decided so that a person should look: made at the centre, settled at a desk.
conflicts = synced_table(
    "conflicts",
    "conflict",
    down_only("location_id", BigId, ForeignKey("locations.id"), nullable=False),
    # The outcome's stable name.
    down_only("kind", String(64), nullable=False),
    down_only("noun", String(32), nullable=False),
    down_only("record_uid", Uuid, nullable=False),
    down_only("patient_id", BigId, ForeignKey("patients.id")),
    down_only("change_set_uid", Uuid),
    down_only("words", Text, nullable=False),
    # By field: what stands, what was offered, and what that was based on.
    down_only("fields", Document),
    # What could be done instead: free slots nearby.
    down_only("alternatives", Document),
    shared("decision", String(16)),
    shared("chosen", Document),
    shared("decided_by", String(64)),
    shared("decided_at", Moment),
    stamps(),
    one_of("decision", "keep", "take", "merge", "dismissed"),
    Index("ix_conflicts_location_id_decided_at", "location_id", "decided_at"),
    Index("ix_conflicts_record_uid", "record_uid"),
    since=2,
)
