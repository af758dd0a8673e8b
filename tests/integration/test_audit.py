"""The audit trail: every reading is in it before it is seen, and nobody alters it unnoticed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import event, select

from server_sync.central.access.audit import NOBODY, hash_of_entry, record_reading
from server_sync.central.access.callers import Caller
from server_sync.clinic.roles import Role
from server_sync.records.database import Database
from server_sync.records.reading import Row
from server_sync.records.tables import audit_trail
from tests.clinics import LittleClinic

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
