"""People at the desk: found as one types at every door, joined and parted, and forgotten for good."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Text, cast, delete, event, insert, select

from server_sync.central.sync.ingest import ingest
from server_sync.clinic.search_terms import asked, terms_of
from server_sync.desk.patients.erase import Erased, erase
from server_sync.desk.patients.file import file_of, history_of
from server_sync.desk.patients.merging import AlreadyOne, Merged, NotMerged, Unmerged, duplicates, merge, unmerge
from server_sync.desk.patients.reading import patient_by_id, patient_by_uid, row_by_id, standing_of
from server_sync.desk.patients.register import (
    Changed,
    ChangedMeanwhile,
    ErasedPatient,
    PossiblyKnown,
    Registered,
    change_patient,
    register,
)
from server_sync.desk.patients.search import choose, query_of, search_patients
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.push import UnreadableSet
from server_sync.records.database import Database, open_database
from server_sync.records.migration import migrate
from server_sync.records.outbox import SyncStatus
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointments,
    feedback,
    idempotency_keys,
    metadata,
    offline_sync_logs,
    patient_terms,
    patients,
    queue_management,
)
from server_sync.records.terms import refill_terms
from tests.clinics import MORNING, Device, LittleClinic

CANARY = "quintessa"


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


def found(replica: Replica, typed: str, limit: int = 20, location_id: int | None = None) -> list[str]:
    """First names of those who are found, in their order."""
    with replica.read() as reading:
        return [one.first_name or "" for one in search_patients(reading, typed, limit, location_id)]


def known(replica: Replica, first_name: str, last_name: str = "Sample", **details: Any) -> int:
    """Somebody who is registered; their id."""
    with replica.work("register", "system") as work:
        made = register(work, {"first_name": first_name, "last_name": last_name, **details}, confirmed_new=True)
    assert isinstance(made, Registered)
    return made.patient.id


def change(replica: Replica, patient_id: int, **values: Any) -> None:
    with replica.work("change", "system") as work:
        row = row_by_id(work, patient_id)
        assert row is not None
        work.change(patients, row, **values)


def arrived(clinic: LittleClinic, device: Device) -> Row:
    """Somebody with an appointment, whom the device has pulled."""
    booked = clinic.book(MORNING + timedelta(minutes=20))
    clinic.pull(device)
    with clinic.centre.read() as reading:
        row = reading.first(select(patients).where(patients.c.id == booked["patient_id"]))
    assert row is not None
    return row


# Search


def test_people_are_found_by_what_is_known_of_them(clinic: LittleClinic) -> None:
    jane = known(clinic.centre, "Jane", phone="+44 7700 900123", date_of_birth=MORNING.date().replace(1958))
    known(clinic.centre, "John", "Smith", phone="+44 7700 900124")
    with clinic.centre.read() as reading:
        patient = patient_by_id(reading, jane)
    assert patient is not None
    number = patient.patient_number
    for typed in ("ja", "sample j", "JANE SAM", "07700900123", "+44 7700 900123", number, number[4:], "9.3.1958",
                  "1958-03-09", "jane 09/03/1958", "sam 7700", f"jane {number}"):  # fmt: skip
        assert found(clinic.centre, typed) == ["Jane"], typed
    for typed in ("ane", "jane smith", "9.4.1958", "jane 10.3.1958", "jane 7701", "", " ", "%", "_", "\x00"):
        assert found(clinic.centre, typed) == [], typed
    assert sorted(found(clinic.centre, "j")) == ["Jane", "John"]
    assert len(found(clinic.centre, "j", limit=1)) == 1


LATIN = ("Jane", "Janet", "Zoë", "Jürgen", "María José", "O’Brien", "van der Berg", "Jean-Pierre", "Sample", "J")
NAMES = (*LATIN, "王", "小明", "Сергей", "Королёв", "أحمد", "प्रिया", "김민수")


@settings(derandomize=True, max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), min_size=1, max_size=6), st.data())
def test_the_search_finds_just_those_whose_terms_begin_so(
    clinic: LittleClinic, people: list[tuple[str, str]], draws: st.DataObject
) -> None:
    ids = {known(clinic.centre, first, last): (first, last) for first, last in people}
    first, last = draws.draw(st.sampled_from(people))
    one, other = draws.draw(st.permutations([first, last]))
    typed = f"{one[: draws.draw(st.integers(1, len(one)))]} {other[: draws.draw(st.integers(1, len(other)))]}"
    with clinic.centre.read() as reading:
        hits = {one.id for one in search_patients(reading, typed, 200)}
    assert ids.keys() & hits >= {patient_id for patient_id, name in ids.items() if name == (first, last)}
    words = asked(typed).words
    for patient_id in hits & ids.keys():
        terms = terms_of(*ids[patient_id], None, None)
        assert all(any(term.startswith(word) for term in terms) for word in words)


def test_the_search_walks_along_the_index_and_sorts_nothing(clinic: LittleClinic) -> None:
    one = known(clinic.centre, "Jane")
    many = [{"patient_id": one, "term": f"{word}{number}", "others": ""} for number in range(4_000)
            for word in ("jane", "sample", "=jsaanm", "7700", "x")]  # fmt: skip
    with clinic.centre.database.writing() as connection:
        connection.execute(insert(patient_terms), many)
        connection.exec_driver_sql("ANALYZE")
    for typed in ("jane", "sample jane", "7700", "jane 7700", "jane 1958-03-14"):
        question = asked(typed)
        with clinic.centre.read() as reading:
            walk = choose(reading, question)
            assert walk is not None
            if not walk.prefixes:
                continue
            query = query_of(walk, walk.prefixes[0], question, 40)
            sql = query.compile(reading.connection.engine, compile_kwargs={"literal_binds": True})
            explain = "EXPLAIN" if clinic.centre.database.is_postgres else "EXPLAIN QUERY PLAN"
            rows = reading.connection.exec_driver_sql(f"{explain} {str(sql).replace('%', '%%')}").all()
        plan = " ".join(str(part) for row in rows for part in row)
        assert "ix_patient_terms_term" in plan, plan
        assert "Sort" not in plan, plan
        assert "TEMP B-TREE" not in plan, plan


def test_only_those_of_a_location_are_found_where_one_is_named(clinic: LittleClinic) -> None:
    clinic.book(MORNING)
    known(clinic.centre, "Janet")
    assert found(clinic.centre, "jan") == ["Jane", "Janet"]
    assert found(clinic.centre, "jan", location_id=clinic.location["id"]) == ["Jane"]
    assert found(clinic.centre, "jan", location_id=99) == []


# The doors


def test_who_is_registered_at_a_kiosk_is_found_there_and_at_the_centre(clinic: LittleClinic) -> None:
    kiosk = clinic.enrol("A", 1)
    clinic.pull(kiosk)
    known(kiosk.replica, "Сергей", "Королёв", phone="+7 495 1234567")
    assert found(kiosk.replica, "korolev ser") == ["Сергей"]
    clinic.push(kiosk)
    assert found(clinic.centre, "korolev ser") == found(clinic.centre, "+7495") == ["Сергей"]


def test_what_the_centre_changed_is_found_at_the_desk_after_its_pull(clinic: LittleClinic) -> None:
    desk = clinic.enrol("A", 1, "reception")
    row = arrived(clinic, desk)
    assert found(desk.replica, "jane s") == ["Jane"]
    change(clinic.centre, row["id"], first_name="Zoë", phone=None)
    assert found(clinic.centre, "zoe") == ["Zoë"]
    assert found(clinic.centre, "jane") == found(clinic.centre, "7700") == []
    clinic.pull(desk)
    assert found(desk.replica, "zoe sam") == ["Zoë"]
    assert found(desk.replica, "jane") == found(desk.replica, "7700") == []


def test_what_a_kiosk_changed_is_found_at_the_centre(clinic: LittleClinic) -> None:
    kiosk = clinic.enrol("A", 1)
    row = arrived(clinic, kiosk)
    change(kiosk.replica, row["id"], last_name="Muster")
    assert found(kiosk.replica, "muster jane") == ["Jane"]
    clinic.push(kiosk)
    assert found(clinic.centre, "muster jane") == ["Jane"]
    assert found(clinic.centre, "sample") == []


def test_who_was_deleted_is_not_found(clinic: LittleClinic) -> None:
    patient_id = known(clinic.centre, "Jane")
    with clinic.centre.work("delete", "system") as work:
        row = row_by_id(work, patient_id)
        assert row is not None
        work.delete(patients, row)
    assert found(clinic.centre, "jane") == []


def test_terms_are_filled_when_a_database_of_the_first_version_is_migrated(clinic: LittleClinic) -> None:
    known(clinic.centre, "Jane", phone="+44 7700 900123")
    with clinic.centre.read() as reading:
        before = {tuple(row.values()) for row in reading.all(select(patient_terms))}
    migrate(clinic.centre.database, "0001")
    migrate(clinic.centre.database)
    with clinic.centre.read() as reading:
        assert {tuple(row.values()) for row in reading.all(select(patient_terms))} == before
    with clinic.centre.database.writing() as connection:
        assert refill_terms(connection) == 1
    assert found(clinic.centre, "sample j") == ["Jane"]


def test_terms_are_made_anew_on_command(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    clinic = LittleClinic(database, tmp_path)
    known(clinic.centre, "Jane")
    with database.writing() as connection:
        connection.execute(delete(patient_terms))
    assert found(clinic.centre, "jane") == []
    command = [sys.executable, "-m", "server_sync", "reindex", "--database", f"sqlite:///{tmp_path / 'centre.db'}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "1 patients can be found again.\n"
    assert found(clinic.centre, "jane") == ["Jane"]
    database.close()


# Registering and changing


def test_somebody_alike_is_offered_before_a_second_record_is_made(clinic: LittleClinic) -> None:
    born = MORNING.date().replace(1958)
    jane = known(clinic.centre, "Jane", phone="+44 7700 900123", date_of_birth=born)
    by_phone = {"first_name": "Jnae", "last_name": "SAMPLE", "phone": "07700900123"}
    by_birth = {"first_name": "Sample", "last_name": "jane", "date_of_birth": born}
    for details in (by_phone, by_birth):
        with clinic.centre.work("register", "system") as work:
            outcome = register(work, details)
        assert isinstance(outcome, PossiblyKnown)
        assert [one.id for one in outcome.patients] == [jane]
        with clinic.centre.work("register", "system") as work:
            assert isinstance(register(work, details, confirmed_new=True), Registered)


@pytest.mark.parametrize(
    "other",
    [
        {"first_name": "John", "last_name": "Sample", "phone": "07700900123"},
        {"first_name": "Jane", "last_name": "Sample", "phone": "07700900999"},
        {"first_name": "Jane", "last_name": "Sample"},
    ],
)
def test_others_are_registered_at_once(clinic: LittleClinic, other: dict[str, Any]) -> None:
    known(clinic.centre, "Jane", phone="+44 7700 900123", date_of_birth=MORNING.date().replace(1958))
    with clinic.centre.work("register", "system") as work:
        assert isinstance(register(work, other), Registered)


def test_who_changes_what_somebody_else_changed_meanwhile_is_shown_it(clinic: LittleClinic) -> None:
    jane = known(clinic.centre, "Jane", phone="1234567")
    with clinic.centre.work("change", "a") as work:
        first = change_patient(work, jane, 1, {"phone": "7654321"})
    assert isinstance(first, Changed)
    assert first.patient.version == 2
    with clinic.centre.work("change", "b") as work:
        second = change_patient(work, jane, 1, {"phone": "1111111"})
    assert isinstance(second, ChangedMeanwhile)
    assert (second.patient.phone, second.patient.version) == ("7654321", 2)


# Merging


def test_a_merged_record_leads_to_the_one_that_stands_until_it_is_parted_again(clinic: LittleClinic) -> None:
    jane, janet = known(clinic.centre, "Jane"), known(clinic.centre, "Janet")
    with clinic.centre.work("merge", "system") as work:
        outcome = merge(work, janet, jane)
    assert isinstance(outcome, Merged)
    assert outcome.patient.id == jane
    assert found(clinic.centre, "janet") == ["Jane"]
    assert found(clinic.centre, "jan") == ["Jane"]
    with clinic.centre.read() as reading:
        row = row_by_id(reading, janet)
        assert row is not None
        through_uid, through_id = patient_by_uid(reading, row["uid"]), patient_by_id(reading, janet)
    assert through_uid == through_id == outcome.patient
    assert outcome.patient.merged_from == (row["uid"],)
    with clinic.centre.work("unmerge", "system") as work:
        assert isinstance(unmerge(work, janet), Unmerged)
    with clinic.centre.work("unmerge", "system") as work:
        assert isinstance(unmerge(work, janet), NotMerged)
    assert found(clinic.centre, "janet") == ["Janet"]


@settings(derandomize=True, max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.booleans()), max_size=12))
def test_merges_never_go_in_a_circle(clinic: LittleClinic, steps: list[tuple[int, int, bool]]) -> None:
    ids = [known(clinic.centre, "Jane") for _ in range(5)]
    for one, other, parts in steps:
        with clinic.centre.work("merge", "system") as work:
            if parts:
                unmerge(work, ids[one])
            else:
                assert isinstance(merge(work, ids[one], ids[other]), Merged | AlreadyOne)
    with clinic.centre.read() as reading:
        pointers = {row["uid"]: row["merged_into_uid"] for row in reading.all(select(patients))}
    for uid in pointers:
        assert_ends(pointers, uid)


def assert_ends(pointers: dict[UUID, UUID | None], uid: UUID | None) -> None:
    for _ in range(len(pointers) + 1):
        if uid is None:
            return
        uid = pointers[uid]
    raise AssertionError("a circle")


def test_two_desks_that_merge_a_pair_the_opposite_way_round_agree(clinic: LittleClinic) -> None:
    first, second = clinic.enrol("A", 1), clinic.enrol("B", 2)
    jane = clinic.book(MORNING + timedelta(minutes=20), code="11111111")["patient_id"]
    janet = clinic.book(MORNING + timedelta(minutes=40), code="22222222", first_name="Janet")["patient_id"]
    clinic.sync(first, second)
    for device, one, other in ((first, jane, janet), (second, janet, jane)):
        with device.replica.work("merge", "system") as work:
            assert isinstance(merge(work, one, other), Merged)
    # The second has both merges now: its own laid over the first one's.
    clinic.push(first)
    clinic.pull(second)
    for replica in (clinic.centre, first.replica, second.replica):
        with replica.read() as reading:
            rows = [row for row in (row_by_id(reading, jane), row_by_id(reading, janet)) if row is not None]
            assert len({standing_of(reading, row)["id"] for row in rows}) == 1
    clinic.sync(first, second)
    clinic.pull(first)
    standing = set()
    for replica in (clinic.centre, first.replica, second.replica):
        with replica.read() as reading:
            rows = [row for row in (row_by_id(reading, jane), row_by_id(reading, janet)) if row is not None]
            assert sorted(row["merged_into_uid"] is None for row in rows) == [False, True]
            standing |= {standing_of(reading, row)["id"] for row in rows}
    assert standing == {janet}


def test_records_that_may_be_of_one_person_are_proposed_until_they_are_merged(clinic: LittleClinic) -> None:
    same: dict[str, Any] = {"phone": "+44 7700 900123", "date_of_birth": MORNING.date().replace(1958)}
    jane, jnae = known(clinic.centre, "Jane", **same), known(clinic.centre, "Jnae", phone="07700900123",
                                                             date_of_birth=same["date_of_birth"])  # fmt: skip
    known(clinic.centre, "Robert", **same)
    with clinic.centre.read() as reading:
        pairs = duplicates(reading, 10)
    assert [(pair.patient.id, pair.other.id) for pair in pairs] == [(jane, jnae)]
    with clinic.centre.work("merge", "system") as work:
        merge(work, jnae, jane)
    with clinic.centre.read() as reading:
        assert duplicates(reading, 10) == ()


# What is held of a person


def test_a_history_tells_what_happened_under_all_of_a_persons_records(clinic: LittleClinic) -> None:
    booked = clinic.book(MORNING + timedelta(minutes=20))
    jane, janet = booked["patient_id"], known(clinic.centre, "Janet")
    with clinic.centre.work("change_patient", str(clinic.doctor["uid"])) as work:
        change_patient(work, jane, 1, {"phone": "1234567"})
    with clinic.centre.work("merge", "system") as work:
        merge(work, jane, janet)
    with clinic.centre.read() as reading:
        history = history_of(reading, jane)
        whole = file_of(reading, janet)
    assert history is not None
    assert whole is not None
    assert [one.id for one in history.appointments] == [booked["id"]]
    changed = next(one for one in history.changes if one.intent == "change_patient")
    assert (changed.actor_name, changed.values) == ("Dr Okafor", {"phone": ("1234567", "+44 7700 900123")})
    assert isinstance(whole["appointments"], list)
    assert len(whole["appointments"]) == 1
    assert "Janet" in str(whole["patient"])
    assert "Jane" in str(whole["merged_records"])


# Erasing


def everything_in(database: Database) -> str:
    """Every value in every table, as text."""
    parts: list[str] = []
    with database.reading() as connection:
        for table in metadata.sorted_tables:
            for column in table.columns:
                parts += [value for value in connection.execute(select(cast(column, Text))).scalars() if value]
    return "\n".join(parts).lower()


def person_full_of_canaries(clinic: LittleClinic) -> Row:
    """Somebody with a canary in every text that may be theirs, also in what was there before."""
    booked = clinic.book(MORNING + timedelta(minutes=20), first_name=f"Old{CANARY}", last_name=CANARY)
    with clinic.centre.work("fill", "system") as work:
        row = row_by_id(work, booked["patient_id"])
        assert row is not None
        work.change(
            patients,
            row,
            first_name=CANARY,
            email=f"{CANARY}@example.org",
            address=CANARY,
            medical_history={CANARY: [CANARY]},
            insurance_number=CANARY,
        )
        appointment = work.first(select(appointments).where(appointments.c.id == booked["id"]))
        assert appointment is not None
        work.change(appointments, appointment, reason_for_visit=CANARY, symptoms=CANARY, special_requirements=CANARY)
        place = work.create(
            queue_management,
            token_number="20260309-001",
            patient_id=row["id"],
            appointment_id=booked["id"],
            doctor_id=clinic.doctor["id"],
            location_id=clinic.location["id"],
            business_date=MORNING.date(),
            check_in_time=work.now,
            notes=CANARY,
            claims={"said": CANARY},
        )
        work.create(feedback, queue_id=place["id"], appointment_uid=booked["uid"], score=4, comment=CANARY)
        answer = {"text": json.dumps({"uid": str(booked["uid"]), "reason": CANARY})}
        work.add_local(
            idempotency_keys,
            scope="somebody",
            key_hash="0",
            request_hash="0",
            status=200,
            answer=answer,
            created_at=work.now,
        )
    with clinic.centre.read() as reading:
        whole = row_by_id(reading, booked["patient_id"])
    assert whole is not None
    return whole


def leave_what_is_deleted(connection: Any, _record: Any) -> None:  # Any: a driver's connection
    connection.execute("PRAGMA secure_delete=OFF")


def erased(clinic: LittleClinic, patient_id: int) -> None:
    with clinic.centre.work("erase_patient_own_wish", "an-admin") as work:
        assert isinstance(erase(work, patient_id), Erased)
    clinic.centre.database.forget_deleted()


def test_nothing_of_an_erased_person_is_left_here_or_on_any_device(clinic: LittleClinic, tmp_path: Path) -> None:
    if not clinic.centre.database.is_postgres:  # Debian's SQLite overwrites what it deletes, others do not
        event.listen(clinic.centre.database.engine, "connect", leave_what_is_deleted)
        clinic.centre.database.engine.dispose()
    kiosk = clinic.enrol("A", 1)
    row = person_full_of_canaries(clinic)
    duplicate = known(clinic.centre, f"{CANARY}2", CANARY)
    with clinic.centre.work("merge", "system") as work:
        merge(work, duplicate, row["id"])
    clinic.pull(kiosk)
    change(kiosk.replica, row["id"], address=f"{CANARY} street")
    clinic.sync(kiosk)
    assert CANARY in everything_in(clinic.centre.database)
    assert CANARY in everything_in(kiosk.database)
    erased(clinic, row["id"])
    clinic.pull(kiosk)
    assert CANARY not in everything_in(clinic.centre.database)
    assert CANARY not in everything_in(kiosk.database)
    assert found(clinic.centre, CANARY) == found(kiosk.replica, CANARY) == []
    if not clinic.centre.database.is_postgres:
        files = [file for file in tmp_path.iterdir() if file.name.startswith("records.db")]
        assert files
        assert not any(CANARY.encode() in file.read_bytes().lower() for file in files)
    with clinic.centre.read() as reading:
        left = row_by_id(reading, row["id"])
        assert left is not None
        assert left["patient_number"] == row["patient_number"]
        assert history_of(reading, row["id"]) is not None
    with clinic.centre.work("change", "system") as work:
        assert isinstance(change_patient(work, row["id"], left["version"], {"phone": "1234567"}), ErasedPatient)


def test_erasing_beats_what_a_device_changed_before_it_heard_of_it(clinic: LittleClinic) -> None:
    kiosk = clinic.enrol("A", 1)
    row = arrived(clinic, kiosk)
    change(kiosk.replica, row["id"], address=f"{CANARY} street")
    with kiosk.replica.work("note", "system") as work:
        booked = work.first(select(appointments))
        assert booked is not None
        work.change(appointments, booked, reason_for_visit=CANARY)
    erased(clinic, row["id"])
    # It hears of the erasing first, and still has to send what it logged, unaltered.
    clinic.pull(kiosk)
    with kiosk.replica.read() as reading:
        here = row_by_id(reading, row["id"])
        assert here is not None
        assert (here["address"], here["first_name"]) == (None, None)
    settled = clinic.push(kiosk)
    assert [one.status for one in settled] == [SyncStatus.SYNCED, SyncStatus.SYNCED]
    clinic.pull(kiosk)
    for database in (clinic.centre.database, kiosk.database):
        assert CANARY not in everything_in(database)
        assert "sample" not in everything_in(database)


def test_a_log_entry_keeps_its_id_and_hash_so_that_it_may_be_offered_again(clinic: LittleClinic) -> None:
    kiosk = clinic.enrol("A", 1)
    row = arrived(clinic, kiosk)
    change(kiosk.replica, row["id"], address=f"{CANARY} street")
    first = clinic.offer(kiosk)  # and its answer is lost
    erased(clinic, row["id"])
    clinic.pull(kiosk)
    again = clinic.push(kiosk)
    assert [(one.change_set_uid, one.status) for one in again] == [(one.change_set_uid, one.status) for one in first]
    assert CANARY not in everything_in(kiosk.database)
    with kiosk.replica.read() as reading:
        assert reading.scalar(select(offline_sync_logs.c.sync_status)) == "synced"


def test_what_nobody_could_read_of_an_erased_person_goes_too(clinic: LittleClinic) -> None:
    kiosk = clinic.enrol("A", 1)
    row = arrived(clinic, kiosk)
    body: dict[str, Any] = {"odd": [{"uid": str(row["uid"]), "address": CANARY}]}
    fault = ProtocolFault("malformed_change", "no part of it makes sense")
    ingest(clinic.centre, kiosk.identity, [UnreadableSet(uuid4(), 1, "0" * 64, body, fault)])
    assert CANARY in everything_in(clinic.centre.database)
    erased(clinic, row["id"])
    assert CANARY not in everything_in(clinic.centre.database)


def test_erasing_one_person_leaves_others_whole(clinic: LittleClinic) -> None:
    row = person_full_of_canaries(clinic)
    other = clinic.book(MORNING + timedelta(minutes=40), code="22222222", first_name="Robert")["patient_id"]
    erased(clinic, row["id"])
    assert found(clinic.centre, "robert sam") == ["Robert"]
    with clinic.centre.read() as reading:
        history = history_of(reading, other)
    assert history is not None
    assert any("Robert" in str(one.values) for one in history.changes)
