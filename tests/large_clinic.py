"""A clinic grown large, for measurements and plans: made by PostgreSQL itself, far faster than through the desk.

Fifty doctors with recurring hours see patients who do not exist, a million appointments by default around a given day.
The rows stand past the unit of work, as after a restore: no log, no feed.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, text

from server_sync.records.database import DOOR, Database
from server_sync.records.terms import refill_terms

DOCTORS = 50
APPOINTMENTS_A_DAY = 24
"""Of one doctor, from 8:00 on, each a quarter of an hour, in UTC."""


def grow(database: Database, appointments: int, patients: int, now: datetime) -> None:
    """Fill an empty, founded centre with one location in UTC, its doctors, patients, appointments and today's queue.

    Appointments lie around `now` (aware, UTC), most of them in the past, two weeks of them ahead and half full.
    """
    days = max(1, appointments // (DOCTORS * APPOINTMENTS_A_DAY))
    parameters = {
        "patients": patients,
        "appointments": appointments,
        "doctors": DOCTORS,
        "a_day": APPOINTMENTS_A_DAY,
        "first": now.replace(hour=8, minute=0, second=0, microsecond=0),
        "ahead": min(14, days // 2),
        "now": now,
    }
    with database.writing() as connection:
        # What is made here refers to what was made here: three million checks of references less.
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        for statement in _STATEMENTS:
            _run(connection, statement, parameters)
        for table in (
            "locations",
            "users",
            "patients",
            "availability",
            "appointments",
            "queue_management",
            "payments",
            "audit_trail",
        ):
            _run(connection, f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}", {})
        refill_terms(connection)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _run(connection: Connection, statement: str, parameters: dict[str, object]) -> None:
    wanted = {name: value for name, value in parameters.items() if f":{name}" in statement}
    connection.execute(text(statement).execution_options(**DOOR), wanted)


_STATEMENTS = (
    """INSERT INTO locations (id, uid, version, name, code, time_zone, default_language, created_at)
    VALUES (1, gen_random_uuid(), 1, 'Large Clinic', '', 'UTC', 'en', :now)""",
    """INSERT INTO users (id, uid, version, display_name, role, specialty, room, location_id, is_active, created_at)
    SELECT i, gen_random_uuid(), 1, 'Dr Sample ' || i, 'doctor', 'general practice', 'Room ' || i, 1, true,
        CAST(:now AS timestamptz)
    FROM generate_series(1, :doctors) i""",
    """INSERT INTO availability (id, uid, version, doctor_id, location_id, date, start_time, end_time,
        slot_duration_minutes, max_patients_per_slot, is_available, break_start_time, break_end_time, is_recurring,
        recurrence_pattern, created_at)
    SELECT i, gen_random_uuid(), 1, i, 1, (CAST(:now AS timestamptz) - interval '30 days')::date, '08:00', '18:00',
        15, 1, true, '12:00', '13:00', true, 'FREQ=DAILY', CAST(:now AS timestamptz)
    FROM generate_series(1, :doctors) i""",
    """INSERT INTO patients (id, uid, version, patient_number, first_name, last_name, date_of_birth, phone, email,
        phone_key, is_verified, created_at)
    SELECT i, gen_random_uuid(), 1, 'PAT-2020-' || lpad(i::text, 7, '0'), 'Given' || (i % 997), 'Family' || (i % 9973),
        date '1930-01-01' + (i * 7919 % 32000)::int, '+44' || (7000000000 + i), 'patient' || i || '@example.org',
        right((7000000000 + i)::text, 8), true, CAST(:now AS timestamptz)
    FROM generate_series(CAST(1 AS bigint), :patients) i""",
    # The newest lie two weeks ahead; of those to come only every second, so that there is room to book.
    """INSERT INTO appointments (id, uid, version, appointment_number, patient_id, doctor_id, location_id,
        appointment_type, scheduled_date, duration_minutes, status, priority, booking_code, payment_status,
        urgency_level, confirmation_sent, reminder_sent, holds_slot, created_at)
    SELECT i, gen_random_uuid(), 1, 'APT-2020-' || lpad(i::text, 7, '0'), 1 + i * 7919 % :patients,
        1 + i % :doctors, 1, 'online', at, 15,
        CASE WHEN at > :now THEN 'scheduled' ELSE 'completed' END, 0, lpad((i * 7919 % 100000000)::text, 8, '0'),
        'pending', 'routine', false, false, true, CAST(:now AS timestamptz)
    FROM (SELECT i, CAST(:first AS timestamptz) + (:ahead - i / (:doctors * :a_day)) * interval '1 day'
        + (i / :doctors % :a_day) * interval '15 minutes' AS at
        FROM generate_series(CAST(1 AS bigint), :appointments) i) placed
    WHERE at < :now OR i / :doctors % 2 = 0""",
    """INSERT INTO slot_counts (doctor_id, starts_at, taken, capacity)
    SELECT doctor_id, scheduled_date + cell * interval '5 minutes', 1, 1
    FROM appointments, generate_series(0, 2) cell
    WHERE scheduled_date > CAST(:now AS timestamptz) - interval '60 days'""",
    """INSERT INTO queue_management (id, uid, version, token_number, patient_id, appointment_id, doctor_id, location_id,
        business_date, current_status, is_late, absent_count, recall_count, follow_code, check_in_time, created_at)
    SELECT id, gen_random_uuid(), 1, to_char(scheduled_date, 'YYYYMMDD') || '-' || lpad(id::text, 9, '0'), patient_id,
        id, doctor_id, 1, (scheduled_date AT TIME ZONE 'UTC')::date,
        CASE WHEN scheduled_date::date < CAST(:now AS timestamptz)::date THEN 'completed' ELSE 'waiting' END,
        false, 0, 0, md5(id::text), scheduled_date - interval '10 minutes', CAST(:now AS timestamptz)
    FROM appointments
    WHERE scheduled_date < :now AND scheduled_date > CAST(:now AS timestamptz) - interval '60 days'""",
    """INSERT INTO payments (id, uid, version, appointment_id, amount, currency, method, status, created_at)
    SELECT id, gen_random_uuid(), 1, id, 40, 'EUR', 'card', 'paid', scheduled_date FROM appointments
    WHERE scheduled_date < :now AND scheduled_date > CAST(:now AS timestamptz) - interval '60 days'""",
    """INSERT INTO audit_trail (id, uid, version, at, writer, actor, intent, noun, record_uid, change_set_uid,
        previous_hash, hash, created_at)
    SELECT patients.id, patients.uid, 1, :now, 'past', 'system', 'register', 'patient', patients.uid, patients.uid, '',
        '', :now FROM patients""",
    """INSERT INTO offline_sync_logs (change_set_uid, device_id, intent, sync_type, record_id, action, data, hash,
        sync_status, sync_timestamp, server_timestamp)
    SELECT patients.uid, 'past', 'register', 'patient', patients.id, 'create', '{}', '', 'synced', :now, :now
    FROM patients""",
)
