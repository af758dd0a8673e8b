"""The conflict list over HTTP: read by staff of its location, noted, settled once, and what is in quarantine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from server_sync.central.metrics import Metrics
from server_sync.clinic.roles import Role
from server_sync.records.database import Database
from server_sync.records.tables import audit_trail, patients
from tests.access import staff_headers
from tests.clinics import MORNING, Device, LittleClinic
from tests.sites import RunningServer

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def http(clinic: LittleClinic) -> Iterator[httpx.Client]:
    """A receptionist of the location."""
    headers = staff_headers(clinic.centre, Role.RECEPTIONIST, location_id=clinic.location["id"])
    server = RunningServer(clinic.centre)
    server.start()
    try:
        with httpx.Client(base_url=server.url, headers=headers, trust_env=False, timeout=20) as client:
            yield client
    finally:
        server.stop()


def write_birth_date(device: Device, patient_id: int, born: date) -> None:
    with device.replica.work("edit_patient", "desk") as work:
        row = work.first(select(patients).where(patients.c.id == patient_id))
        assert row is not None
        work.change(patients, row, date_of_birth=born)


def disputed(clinic: LittleClinic, series: str = "N") -> int:
    """A conflict over a birth date; the patient's id."""
    block = 1 + 2 * ord(series)
    one, other = clinic.enrol(series, block, "reception"), clinic.enrol(f"{series}S", block + 1, "reception")
    patient: int = clinic.book(TEN, code=f"40718{block:03d}", phone=f"+44 7700 900{block:03d}")["patient_id"]
    clinic.sync(one, other)
    write_birth_date(one, patient, date(1958, 3, 15))
    clinic.clock.move(timedelta(minutes=1))
    write_birth_date(other, patient, date(1985, 3, 14))
    clinic.sync(one, other)
    return patient


def listed(http: httpx.Client, **query: Any) -> list[dict[str, Any]]:
    return list(http.get("/api/conflicts", params=query).json()["data"]["conflicts"])


def test_receptionist_reads_who_what_since_when_and_both_values(clinic: LittleClinic, http: httpx.Client) -> None:
    patient = disputed(clinic)
    (conflict,) = listed(http)
    assert conflict["patient"]["id"] == patient
    assert conflict["kind"] == "left_for_the_desk"
    assert conflict["since"] == "2026-03-09T09:01:00.000000Z"
    (field,) = conflict["fields"]
    assert (field["name"], field["standing"], field["offered"]) == ("date_of_birth", "1985-03-14", "1958-03-15")
    assert http.get(f"/api/conflicts/{conflict['id']}").json()["data"] == conflict


def test_reading_conflicts_is_noted_in_the_audit_trail(clinic: LittleClinic, http: httpx.Client) -> None:
    disputed(clinic)
    listed(http)
    with clinic.centre.read() as reading:
        (entry,) = reading.all(select(audit_trail).where(audit_trail.c.intent == "list_conflicts"))
    assert entry["noun"] == "patient"


def test_list_goes_on_page_by_page_and_by_kind_and_person(clinic: LittleClinic, http: httpx.Client) -> None:
    first, second = disputed(clinic, "N"), disputed(clinic, "P")
    page = http.get("/api/conflicts", params={"limit": 1}).json()["data"]
    rest = http.get("/api/conflicts", params={"limit": 1, "after": page["after"]}).json()["data"]
    found = [one["patient"]["id"] for answer in (page, rest) for one in answer["conflicts"]]
    assert found == [first, second]
    assert rest["after"] is None
    assert listed(http, kind="same_person") == []
    assert [one["patient"]["id"] for one in listed(http, patient_id=second)] == [second]


def test_conflict_is_settled_once_and_the_second_desk_hears_who_did(clinic: LittleClinic, http: httpx.Client) -> None:
    disputed(clinic)
    (conflict,) = listed(http)
    settled = http.post(f"/api/conflicts/{conflict['id']}/settle", json={"decision": "take"}).json()["data"]
    assert (settled["decision"], settled["fields"][0]["standing"]) == ("take", "1958-03-15")
    again = http.post(f"/api/conflicts/{conflict['id']}/settle", json={"decision": "keep"})
    assert (again.status_code, again.json()["error"]["code"]) == (409, "already_settled")
    assert again.json()["error"]["settled"]["decided_by"] == settled["decided_by"]
    assert listed(http) == []
    assert [one["id"] for one in listed(http, settled=True)] == [conflict["id"]]


def test_what_cannot_be_done_is_said_and_changes_nothing(clinic: LittleClinic, http: httpx.Client) -> None:
    disputed(clinic)
    (conflict,) = listed(http)
    path = f"/api/conflicts/{conflict['id']}/settle"
    for said in ({"decision": "merge"}, {"decision": "merge", "values": {"date_of_birth": ["x"]}}):
        refused = http.post(path, json=said)
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "not_possible")
    assert http.post(path, json={"decision": "shrug"}).status_code == 422
    assert http.post("/api/conflicts/99/settle", json={"decision": "keep"}).status_code == 404
    assert listed(http) == [conflict]


def test_each_outcome_of_a_merge_is_counted_by_its_name() -> None:
    metrics = Metrics()
    results = [{"status": "synced", "outcome": outcome} for outcome in ("applied", "both_kept", "applied")]
    metrics.settled({"data": {"results": results}})
    assert 'anteroom_merge_outcomes_total{outcome="applied"} 2.0' in metrics.text().decode()


def test_quarantine_tells_why_and_judges_again(clinic: LittleClinic, http: httpx.Client) -> None:
    north = clinic.enrol("N", 1, "reception")
    patient = clinic.book(TEN)["patient_id"]
    clinic.pull(north)
    with north.replica.work("edit_patient", "desk") as work:
        row = work.first(select(patients).where(patients.c.id == patient))
        assert row is not None
        work.delete(patients, row)
    clinic.push(north)
    (kept,) = http.get("/api/conflicts/quarantine").json()["data"]["quarantined"]
    assert (kept["reason"], kept["device_name"]) == ("people_are_never_deleted", "Reception N")
    again = http.post(f"/api/conflicts/quarantine/{kept['id']}/retry").json()["data"]
    assert (again["status"], again["outcome"]) == ("failed", "people_are_never_deleted")
    assert http.post("/api/conflicts/quarantine/1/retry").status_code == 404
