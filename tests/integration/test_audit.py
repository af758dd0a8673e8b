"""The audit trail: every reading is in it before it is seen, and nobody alters it unnoticed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from sqlalchemy import event, insert, select, text

from server_sync.central.access.anchors import anchor
from server_sync.central.access.audit import NOBODY, hash_of_entry, record_reading
from server_sync.central.access.audit_check import AuditCheck, check_audit
from server_sync.central.access.callers import Caller
from server_sync.central.settings import ServerSettings
from server_sync.clinic.roles import Role
from server_sync.records.database import DOOR, Database
from server_sync.records.outbox import SyncStatus
from server_sync.records.reading import Row
from server_sync.records.tables import audit_trail, help_calls, patients
from tests.access import staff_headers
from tests.clinics import MORNING, Device, LittleClinic
from tests.sites import running_site

TEN = MORNING + timedelta(hours=1)
SECRET = "a key that only the server holds"
NURSE = Caller(Role.NURSE, "nurse-uid", user_id=1, user_uid=UUID(int=7))


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


def entries(clinic: LittleClinic, intent: str) -> list[Row]:
    with clinic.centre.read() as reading:
        query = select(audit_trail).where(audit_trail.c.intent == intent).order_by(audit_trail.c.id)
        return list(reading.all(query))


def test_reading_one_patient_is_on_record_when_the_call_returns(clinic: LittleClinic) -> None:
    record_reading(clinic.centre, NURSE, "read_patient", [UUID(int=42)])
    (entry,) = entries(clinic, "read_patient")
    assert (entry["actor"], entry["noun"], entry["record_uid"]) == ("nurse-uid", "patient", UUID(int=42))
    assert (entry["change_set_uid"], entry["details"]) == (NOBODY, {"uids": [str(UUID(int=42))]})
    assert (entry["previous_hash"], entry["hash"]) == ("", hash_of_entry(entry))


def test_reading_several_patients_names_each_of_them_once(clinic: LittleClinic) -> None:
    record_reading(clinic.centre, NURSE, "search_patients", [UUID(int=2), UUID(int=1), UUID(int=2)])
    (entry,) = entries(clinic, "search_patients")
    assert entry["record_uid"] == NOBODY
    assert entry["details"] == {"uids": [str(UUID(int=1)), str(UUID(int=2))]}


def test_search_that_found_nobody_leaves_no_trace(clinic: LittleClinic) -> None:
    record_reading(clinic.centre, NURSE, "search_patients", [])
    assert entries(clinic, "search_patients") == []


def test_readings_of_many_desks_are_one_chain_in_few_commits(clinic: LittleClinic) -> None:
    commits: list[object] = []
    event.listen(clinic.centre.database.engine, "commit", commits.append)

    def read(number: int) -> None:
        record_reading(clinic.centre, NURSE, "read_patient", [UUID(int=number + 1)])

    with ThreadPoolExecutor(8) as desks:
        list(desks.map(read, range(80)))
    found = entries(clinic, "read_patient")
    assert {entry["record_uid"].int for entry in found} == set(range(1, 81))
    heads = ["", *(entry["hash"] for entry in found)]
    assert [entry["previous_hash"] for entry in found] == heads[:-1]
    assert len(commits) < 80


def write_much(clinic: LittleClinic) -> None:
    """Changes and readings, of the centre and of a kiosk, and an anchor over them."""
    kiosk = clinic.enrol("A", 1)
    clinic.book(TEN)
    clinic.pull(kiosk)
    ask_for_help(kiosk, clinic)
    clinic.push(kiosk)
    for number in range(3):
        record_reading(clinic.centre, NURSE, "read_patient", [UUID(int=number + 1)])
    assert anchor(clinic.centre, SECRET)
    clinic.clock.move(timedelta(minutes=20))
    clinic.book(TEN, code="11112222", phone="+44 7700 900999")
    assert anchor(clinic.centre, SECRET)


def ask_for_help(kiosk: Device, clinic: LittleClinic) -> None:
    for language in ("en", "de", "fr"):
        with kiosk.replica.work("call_for_help", "patient") as work:
            work.create(
                help_calls,
                location_id=clinic.location["id"],
                device_uid=str(kiosk.identity.uid),
                token_number=f"H-{language}",
                business_date=clinic.clock.now().date(),
                language=language,
            )


def checked(clinic: LittleClinic) -> AuditCheck:
    return check_audit(clinic.centre, ServerSettings(database_url="", secret_key=SECRET))


def ids(clinic: LittleClinic, intent: str) -> list[int]:
    return [entry["id"] for entry in entries(clinic, intent)]


def spoil(clinic: LittleClinic, statement: str) -> None:
    """As somebody does who has the database, and not the server."""
    with clinic.centre.database.writing() as connection:
        connection.execute(text(statement), execution_options=DOOR)


def test_trail_that_nobody_altered_is_sound(clinic: LittleClinic) -> None:
    write_much(clinic)
    found = checked(clinic)
    assert found.findings == ()
    assert (found.anchors, found.sealed_with) == (2, "SECRET_KEY")
    assert found.chains >= 3
    assert found.entries >= 9


def test_nothing_new_is_not_anchored_again(clinic: LittleClinic) -> None:
    write_much(clinic)
    assert not anchor(clinic.centre, SECRET)
    clinic.clock.move(timedelta(hours=1))
    assert not anchor(clinic.centre, SECRET)


@pytest.mark.parametrize("column", ["actor = 'somebody else'", "intent = 'nothing'", "details = NULL"])
def test_changed_entry_is_named(clinic: LittleClinic, column: str) -> None:
    write_much(clinic)
    changed = ids(clinic, "read_patient")[1]
    spoil(clinic, f"UPDATE audit_trail SET {column} WHERE id = {changed}")
    assert f"entry {changed}: it was changed" in checked(clinic).findings


def test_removed_entry_is_missed_by_the_next(clinic: LittleClinic) -> None:
    write_much(clinic)
    _first, second, third = ids(clinic, "read_patient")
    spoil(clinic, f"DELETE FROM audit_trail WHERE id = {second}")
    (finding,) = checked(clinic).findings
    assert finding.startswith(f"entry {third}: an entry before it was removed")


def test_removed_beginning_is_missed(clinic: LittleClinic) -> None:
    write_much(clinic)
    first, second, _third = ids(clinic, "call_for_help")
    spoil(clinic, f"DELETE FROM audit_trail WHERE id = {first}")
    (finding,) = checked(clinic).findings
    assert finding.startswith(f"entry {second}: the chain does not start with it")


def test_end_that_was_cut_off_is_missed_by_the_anchor(clinic: LittleClinic) -> None:
    write_much(clinic)
    last = ids(clinic, "read_patient")[-1]
    spoil(clinic, f"DELETE FROM audit_trail WHERE id = {last}")
    (finding,) = checked(clinic).findings
    assert f"cut off or replaced at or before entry {last}" in finding


def test_chain_that_was_written_anew_is_not_the_sealed_one(clinic: LittleClinic) -> None:
    write_much(clinic)
    last = entries(clinic, "read_patient")[-1]
    forged = {**last, "actor": "somebody else"}
    spoil(
        clinic,
        f"UPDATE audit_trail SET actor = 'somebody else', hash = '{hash_of_entry(forged)}' WHERE id = {last['id']}",
    )
    assert checked(clinic).findings == (f"entry {last['id']}: it is not the one that was sealed",)


@pytest.mark.parametrize("writer", ["a chain of its own", "the last one's"])
def test_added_entry_of_a_time_that_was_sealed_is_named(clinic: LittleClinic, writer: str) -> None:
    write_much(clinic)
    last = entries(clinic, "read_patient")[-1]
    forged = {**last, "actor": "somebody innocent", "previous_hash": last["hash"]}
    if writer == "a chain of its own":
        forged |= {"writer": str(UUID(int=7)), "previous_hash": ""}
    forged |= {"id": last["id"] + 5_000, "uid": UUID(int=last["uid"].int + 1), "hash": hash_of_entry(forged)}
    with clinic.centre.database.writing() as connection:
        connection.execute(insert(audit_trail), forged, execution_options=DOOR)
    anchor(clinic.centre, SECRET)
    (finding,) = checked(clinic).findings
    assert finding.startswith(f"entry {forged['id']}: it was added after its time was sealed")


def test_anchor_that_was_changed_or_removed_is_named(clinic: LittleClinic) -> None:
    write_much(clinic)
    spoil(clinic, "DELETE FROM audit_anchors WHERE id = 1")
    assert "anchor 2: an anchor before it is missing" in checked(clinic).findings
    spoil(clinic, "UPDATE audit_anchors SET seal = 'x'")
    assert any("its seal does not fit" in finding for finding in checked(clinic).findings)


def test_another_key_does_not_fit_the_seals(clinic: LittleClinic) -> None:
    write_much(clinic)
    found = check_audit(clinic.centre, ServerSettings(database_url="", secret_key="another key " * 4))
    assert len(found.findings) == 2


def test_entry_in_a_quarantined_set_is_no_gap(clinic: LittleClinic) -> None:
    kiosk = clinic.enrol("A", 1)
    clinic.book(TEN)
    clinic.pull(kiosk)
    ask_for_help(kiosk, clinic)
    with kiosk.database.writing() as connection:
        connection.execute(text("UPDATE help_calls SET token_number = token_number"), execution_options=DOOR)
    with clinic.centre.work("call_for_help", "patient") as work:  # takes the number of the kiosk's second call
        work.create(
            help_calls,
            location_id=clinic.location["id"],
            device_uid="another",
            token_number="H-de",
            business_date=clinic.clock.now().date(),
        )
    settled = clinic.push(kiosk)
    assert [one.status for one in settled].count(SyncStatus.FAILED) == 1
    assert checked(clinic).findings == ()


def test_admin_sees_who_read_and_changed_a_patients_data_and_is_seen_asking(
    clinic: LittleClinic, tmp_path: Path
) -> None:
    appointment = clinic.book(TEN)
    with clinic.centre.read() as reading:
        patient = reading.first(select(patients).where(patients.c.id == appointment["patient_id"]))
    assert patient is not None
    record_reading(clinic.centre, NURSE, "read_patient", [patient["uid"]])
    record_reading(clinic.centre, NURSE, "search_patients", [patient["uid"], UUID(int=5)])
    record_reading(clinic.centre, NURSE, "search_patients", [UUID(int=5), UUID(int=6)])
    admin = staff_headers(clinic.centre, Role.ADMIN, name="Ada Admin")
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        with httpx.Client(base_url=site.server.url, headers=admin, trust_env=False) as http:
            path = f"/api/audit?patient_id={patient['id']}"
            told = http.get(path).json()["data"]["entries"]
            assert [entry["intent"] for entry in told] == ["search_patients", "read_patient", "book"]
            assert [entry["is_change"] for entry in told] == [False, False, True]
            newest = http.get(f"{path}&limit=1").json()["data"]
            assert (newest["entries"][0]["intent"], newest["entries"][0]["name"]) == ("read_audit", "Ada Admin")
            older = http.get(f"{path}&limit=1&before={newest['next_before']}").json()["data"]
            assert older["entries"][0]["intent"] == "search_patients"
            assert http.get(f"{path}&from=2025-01-01&to=2025-02-01").json()["data"]["entries"] == []
            assert http.get(f"{path}&from=2020-01-01").status_code == 409
            assert http.get(f"{path}&from=1900-01-01&to=1900-01-02").json()["data"]["entries"] == []
            assert http.get("/api/audit?patient_id=99999").status_code == 404
