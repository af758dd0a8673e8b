"""One model and one history on three kinds of database; two doors, and nothing past them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Table, func, insert, inspect, select, text, update
from sqlalchemy.exc import IntegrityError

from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.faults import StorageFault
from server_sync.records import outbox
from server_sync.records.counting import ids_left
from server_sync.records.database import Database, UnguardedWriteError, open_database
from server_sync.records.migration import HEAD, KNOWN, MIGRATIONS, migrate, revision_of
from server_sync.records.prepared import Prepared
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.tables import (
    SYNCED,
    appointments,
    audit_trail,
    metadata,
    offline_sync_logs,
    patients,
    queue_management,
)
from server_sync.records.tables.schema import Travel
from tests.clinics import DEVICE_KEY as KEY

OpenHere = Callable[..., Database]


@pytest.fixture
def open_here(tmp_path: Path) -> Iterator[OpenHere]:
    """Open the test's own file, in the clear or with a key; closed at the end."""
    opened: list[Database] = []

    def open_(key_hex: str | None = None) -> Database:
        opened.append(open_database(f"sqlite:///{tmp_path / 'records.db'}", key_hex=key_hex))
        return opened[-1]

    yield open_
    for database in opened:
        database.close()


SEED_COLUMNS = {
    "patients": "id patient_number first_name last_name date_of_birth gender phone email address "
    "emergency_contact_name emergency_contact_phone medical_history "
    "insurance_provider insurance_number communication_preferences",
    "appointments": "id appointment_number patient_id doctor_id appointment_type scheduled_date duration_minutes "
    "status priority queue_token payment_status payment_amount reason_for_visit symptoms urgency_level "
    "special_requirements booking_source confirmation_sent reminder_sent",
    "availability": "id doctor_id date start_time end_time slot_duration_minutes max_patients_per_slot is_available "
    "break_start_time break_end_time is_recurring recurrence_pattern",
    "queue_management": "id token_number patient_id appointment_id doctor_id current_status priority_score "
    "estimated_wait_time_minutes actual_wait_time_minutes check_in_time called_time consultation_start_time "
    "consultation_end_time queue_position ai_priority_factors medical_urgency_score wait_time_score "
    "patient_satisfaction_score",
    "appointment_reminders": "id appointment_id reminder_type scheduled_time sent_time status message_content "
    "delivery_status error_message retry_count",
    "offline_sync_logs": "id device_id sync_type record_id action data sync_status conflict_resolution sync_timestamp "
    "server_timestamp",
}


@pytest.fixture
def replica(empty_database: Database) -> Replica:
    migrate(empty_database)
    found(empty_database, Identity("device", uuid4(), 1, "B", 3))
    return Replica(empty_database)


def test_migrated_schema_is_the_model(empty_database: Database) -> None:
    migrate(empty_database)
    with empty_database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_pages_on_postgresql_keep_as_much_room_as_the_model_says(postgres_url: str) -> None:
    with closing(open_database(postgres_url)) as database:
        migrate(database)
        with database.reading() as connection:
            asked = "SELECT relname, reloptions[1] FROM pg_class WHERE relkind = 'r' AND reloptions IS NOT NULL"
            standing = {str(table): str(option) for table, option in connection.execute(text(asked))}
    told = {name: table.dialect_options["postgresql"]["with"] for name, table in metadata.tables.items()}
    assert standing == {name: f"fillfactor={one['fillfactor']}" for name, one in told.items() if one}
    assert standing.keys() == {"appointments", "queue_management", "patients"}


def test_going_down_leaves_nothing_and_going_up_again_gives_the_same_model(empty_database: Database) -> None:
    migrate(empty_database)
    migrate(empty_database, "base")
    with empty_database.reading() as connection:
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
    migrate(empty_database)
    assert revision_of(empty_database) == HEAD


def test_migrating_a_current_database_changes_nothing_and_keeps_its_rows(replica: Replica) -> None:
    with replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-1", first_name="Jane")
    migrate(replica.database)
    with replica.read() as reading:
        assert reading.scalar(select(patients.c.first_name)) == "Jane"


def test_every_column_that_was_asked_for_stands_in_its_table() -> None:
    for table, columns in SEED_COLUMNS.items():
        assert set(columns.split()) <= set(metadata.tables[table].columns.keys()), table


def test_every_column_says_how_far_it_travels() -> None:
    for table in metadata.tables.values():
        for column in table.columns:
            assert isinstance(column.info.get("travel"), Travel), f"{table.name}.{column.name}"


def test_head_is_the_newest_revision_in_the_folder() -> None:
    revisions = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert revisions[-1] == HEAD
    assert set(revisions) == KNOWN


@pytest.mark.parametrize("table", [metadata.tables[name] for name in sorted(SYNCED)], ids=lambda table: table.name)
def test_sql_past_the_doors_raises(open_here: OpenHere, table: Table) -> None:
    database = open_here()
    migrate(database)
    for statement in (
        f"UPDATE {table.name} SET id = 1",  # its own table's name
        f"DELETE FROM {table.name}",
        f'insert or replace into "{table.name}" (id) values (1)',
    ):
        with pytest.raises(UnguardedWriteError, match=table.name), database.writing() as connection:
            connection.execute(text(statement))
    with pytest.raises(UnguardedWriteError), database.writing() as connection:
        connection.execute(insert(table).values(id=1))


def test_a_prepared_write_is_no_way_past_the_doors(replica: Replica) -> None:
    with replica.work("x", "patient") as work:
        with pytest.raises(UnguardedWriteError):
            work.all(Prepared(insert(patients).values(patient_number="PAT-1")))
        with pytest.raises(UnguardedWriteError):
            work.add_local(patients, patient_number="PAT-1")


def test_what_was_written_comes_back_as_it_was_on_every_database(replica: Replica) -> None:
    summer = datetime(2026, 7, 1, 14, 30, 0, 123456, timezone(timedelta(hours=2)))
    with replica.work("register", "system") as work:
        person = work.create(
            patients,
            patient_number="PAT-1",
            date_of_birth=date(1960, 2, 29),
            first_name="李 😀 ‮x",
            medical_history={"allergies": ["penicillin"], "since": 1999},
        )
        work.create(
            appointments,
            appointment_number="APT-1",
            patient_id=person["id"],
            doctor_id=1,
            location_id=1,
            scheduled_date=summer,
            payment_amount=Decimal("12.5"),
        ) if not replica.database.is_postgres else None
    with replica.read() as reading:
        row = reading.first(select(patients))
        booked = reading.first(select(appointments))
    assert row is not None
    assert (row["first_name"], row["date_of_birth"]) == ("李 😀 ‮x", date(1960, 2, 29))
    assert row["medical_history"] == {"allergies": ["penicillin"], "since": 1999}
    assert row["created_at"].tzinfo is not None
    if booked is not None:
        assert booked["scheduled_date"] == summer
        assert booked["scheduled_date"].utcoffset() == timedelta(0)
        assert booked["payment_amount"] == Decimal("12.50")


def test_a_naive_time_is_refused(replica: Replica) -> None:
    with pytest.raises(Exception, match="aware"), replica.work("x", "system") as work:
        work.create(patients, patient_number="PAT-1", deleted_at=datetime(2026, 1, 1))  # noqa: DTZ001  # the point


def test_the_log_says_what_changed_and_what_it_replaced(replica: Replica) -> None:
    with replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-1", first_name="Jane", phone="1")
    with replica.work("edit", "patient") as work:
        row = work.first(select(patients))
        assert row is not None
        work.change(patients, row, phone="2", first_name="Jane")
    with replica.read() as reading:
        logged = reading.all(select(offline_sync_logs).order_by(offline_sync_logs.c.sequence))
    assert [row["sequence"] for row in logged] == [1, 2]
    edit = ChangeSet.from_json(logged[1]["data"])
    assert edit.hash() == logged[1]["hash"]
    assert (edit.changes[0].fields, edit.changes[0].replaced) == ({"phone": "2"}, {"phone": "1"})
    assert logged[1]["sync_status"] == "pending"


def test_work_that_changes_nothing_leaves_no_trace(replica: Replica) -> None:
    with replica.work("look", "patient"):
        pass
    with replica.read() as reading:
        assert reading.first(select(offline_sync_logs)) is None


def test_work_that_fails_leaves_neither_records_nor_log_nor_a_hole_in_the_sequence(replica: Replica) -> None:
    with pytest.raises(RuntimeError), replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-1")
        raise RuntimeError("power")
    with replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-2")
    with replica.read() as reading:
        assert reading.all(select(offline_sync_logs.c.sequence)) == [{"sequence": 1}]
        assert reading.scalar(select(patients.c.patient_number)) == "PAT-2"


def test_audit_entries_form_a_chain(replica: Replica) -> None:
    for number in range(3):
        with replica.work("register", "patient") as work:
            work.create(patients, patient_number=f"PAT-{number}")
    with replica.read() as reading:
        entries = reading.all(select(audit_trail).order_by(audit_trail.c.id))
    assert [entry["previous_hash"] for entry in entries] == ["", entries[0]["hash"], entries[1]["hash"]]


def test_ids_come_from_the_devices_own_block(replica: Replica) -> None:
    with replica.work("register", "patient") as work:
        row = work.create(patients, patient_number="PAT-1")
    assert row["id"] == 3 * 2**32


def test_device_that_has_used_up_its_ids_says_so_and_writes_nothing(replica: Replica) -> None:
    with replica.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE replica SET last_id = {4 * 2**32 - 2}")
    assert ids_left(replica.database) == 1
    with pytest.raises(StorageFault, match="ids_used_up"), replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-1")
        work.create(patients, patient_number="PAT-2")
    assert (ids_left(replica.database), outbox.count_pending(replica.database)) == (1, 0)


def test_one_work_makes_as_many_patients_as_a_clinic_brings_along(centre_database: Database) -> None:
    """Four thousand rows have more values than one statement of PostgreSQL's takes."""
    migrate(centre_database)
    found(centre_database, Identity("centre", uuid4()))
    replica = Replica(centre_database)
    with replica.work("import", "admin") as work:
        for number in range(4_000):
            work.create(patients, patient_number=f"PAT-2024-{number:05}", first_name="Jane", phone="+44 7700 900123")
    with replica.read() as reading:
        assert reading.scalar(select(func.count()).select_from(patients)) == 4_000


def test_derived_columns_are_neither_captured_nor_forgotten(replica: Replica) -> None:
    with replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-1", phone="+44 7700 900123")
    with replica.read() as reading:
        assert reading.scalar(select(patients.c.phone_key)) == "00900123"
        body = ChangeSet.from_json(reading.scalar(select(offline_sync_logs.c.data)))
    assert "phone_key" not in body.changes[0].fields
    derived = {column.name for column in queue_management.columns if column.info["travel"] is Travel.DERIVED}
    assert {"priority_score", "wait_time_score", "queue_position", "estimated_wait_time_minutes"} <= derived


def test_encrypted_file_shows_nothing_of_a_patient_and_opens_with_its_key_alone(
    open_here: OpenHere, tmp_path: Path
) -> None:
    database = open_here(KEY)
    migrate(database)
    found(database, Identity("device", uuid4(), 1, "B", 3))
    with Replica(database).work("register", "patient") as work:
        work.create(patients, patient_number="PAT-1", first_name="Quintessa")
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"Quintessa" not in written
    assert b"patients" not in written
    database.close()
    with pytest.raises(StorageFault, match="damaged_or_sealed"):
        open_here("b" * 64)
    with pytest.raises(StorageFault, match="damaged_or_sealed"):
        open_here()


def test_a_file_that_is_no_database_is_refused_and_kept(open_here: OpenHere, tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    path.write_text("shopping list")
    with pytest.raises(StorageFault, match="damaged_or_sealed"):
        open_here(KEY)
    assert path.read_text() == "shopping list"


def test_somebody_elses_database_is_refused(open_here: OpenHere) -> None:
    database = open_here()
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE recipes (id INTEGER)"))
    with pytest.raises(StorageFault, match="unknown_database"):
        migrate(database)


def test_database_of_a_newer_version_is_refused_in_words(empty_database: Database) -> None:
    migrate(empty_database)
    with empty_database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageFault, match="newer_database"):
        migrate(empty_database)


def test_a_database_belongs_to_one_replica_for_good(empty_database: Database) -> None:
    migrate(empty_database)
    with pytest.raises(StorageFault, match="not_founded"):
        Replica(empty_database)
    found(empty_database, Identity("centre", uuid4()))
    with pytest.raises(StorageFault, match="already_founded"):
        found(empty_database, Identity("centre", uuid4()))


def test_commits_are_durable_before_they_are_acknowledged(open_here: OpenHere) -> None:
    database = open_here(KEY)
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_no_question_that_is_sent_with_others_writes_past_the_log(replica: Replica) -> None:
    with replica.work("set_up", "system") as work, pytest.raises(UnguardedWriteError):
        work.together((Prepared(update(patients).values(first_name="Eve")), {}))


def test_after_a_work_that_was_refused_the_next_ones_go_on_as_before(replica: Replica) -> None:
    """On PostgreSQL statements are prepared on the connection, and a ROLLBACK must not make it forget them."""
    for refused in range(3):
        with replica.work("set_up", "system") as work:
            work.create(patients, patient_number=f"PAT-{refused}", first_name="Jane")
        with pytest.raises(IntegrityError), replica.work("set_up", "system") as work:
            work.create(patients, patient_number=f"PAT-{refused}", first_name="Jane")
    with replica.read() as reading:
        assert reading.scalar(select(func.count()).select_from(patients)) == 3
