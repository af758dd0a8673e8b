"""A push in the seed's bare shape: done once, item by item, with the server's ids in the answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from server_sync.central.sync.enrolment import enrol_device, invite_device
from server_sync.desk.patients.erase import Erased, erase
from server_sync.records.database import Database
from server_sync.records.tables import appointments, audit_trail, patients, queue_management
from tests.clinics import MORNING, LittleClinic, count_rows
from tests.sites import RunningServer

PUSH = "/api/appointments/offline-sync"
JANE = {"first_name": "Jane", "last_name": "Sample", "phone": "+44 7700 900123"}


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


class OldTablet:
    """A client of the first days, which knows nothing of change sets."""

    def __init__(self, http: httpx.Client, device_id: str) -> None:
        self._http = http
        self.device_id = device_id

    def push(self, *items: Any, key: str | None = None) -> httpx.Response:
        body = {"device_id": self.device_id, "sync_data": list(items)}
        return self._http.post(PUSH, json=body, headers={"Idempotency-Key": key} if key else {})

    def settled(self, *items: Any, key: str | None = None) -> list[dict[str, Any]]:
        reply = self.push(*items, key=key)
        assert reply.status_code == 200, reply.text
        results: list[dict[str, Any]] = reply.json()["data"]["results"]
        return results


@pytest.fixture
def tablet(clinic: LittleClinic) -> Iterator[OldTablet]:
    enrolment = enrol_device(clinic.centre, invite_device(clinic.centre, "Old tablet", "kiosk").code)
    assert enrolment is not None
    server = RunningServer(clinic.centre)
    server.start()
    headers = {"Authorization": f"Bearer {enrolment.device_key}"}
    with httpx.Client(base_url=server.url, headers=headers, trust_env=False, timeout=20) as http:
        yield OldTablet(http, str(enrolment.device_uid))
    server.stop()


def item(noun: str, action: str, **data: Any) -> dict[str, Any]:
    return {"type": noun, "action": action, "data": data}


def booking(clinic: LittleClinic, at: str = "2026-03-09 10:00:00", **more: Any) -> dict[str, Any]:
    given = {"doctor_id": clinic.doctor["id"], "scheduled_date": at, "patient_details": JANE}
    return item("appointment", "create", **given | more)


def test_an_appointment_gets_the_servers_ids_and_counts_once(clinic: LittleClinic, tablet: OldTablet) -> None:
    first = tablet.settled(booking(clinic))
    assert [(one["status"], one["outcome"], one["type"]) for one in first] == [("synced", "applied", "appointment")]
    assert first[0]["record_number"] == "APT-2026-0001"
    assert tablet.settled(booking(clinic)) == first
    assert count_rows(clinic.centre, appointments) == 1
    with clinic.centre.read() as reading:
        row = reading.first(select(appointments.c.id, appointments.c.uid))
        actors = {one["actor"] for one in reading.all(select(audit_trail.c.actor))}
    assert row is not None
    assert (row["id"], str(row["uid"])) == (first[0]["record_id"], first[0]["id"])
    assert tablet.device_id in actors


def test_months_later_the_same_push_still_has_no_second_effect(clinic: LittleClinic, tablet: OldTablet) -> None:
    new = item("patient", "create", **JANE, gender="female")
    first = tablet.settled(new)
    clinic.clock.move(timedelta(days=200))
    assert tablet.settled(new) == first
    assert count_rows(clinic.centre, patients) == 1


def test_a_push_that_is_sent_again_brings_nobody_back_who_was_erased(clinic: LittleClinic, tablet: OldTablet) -> None:
    push = [item("patient", "create", first_name="Jane", last_name="Sample", phone="+44 7700 900123")]
    first = tablet.settled(*push)
    with clinic.centre.work("erase_patient_own_wish", "an-admin") as work:
        row = work.first(select(patients))
        assert row is not None
        assert isinstance(erase(work, row["id"]), Erased)
    assert tablet.settled(*push) == first
    with clinic.centre.read() as reading:
        assert [one["first_name"] for one in reading.all(select(patients))] == [None]


@pytest.mark.parametrize(
    "wrong",
    [
        item("patient", "create", **JANE | {"email": "jane@example.org\r\nBcc: all@example.org"}),
        item("patient", "create", **JANE | {"email": "no address"}),
        item("patient", "create", **JANE | {"phone": "1\n2"}),
        item("patient", "update", id=1, first_name=None, last_name=None),
    ],
)
def test_an_old_tablet_sends_nothing_of_a_person_that_a_desk_could_not_enter(
    clinic: LittleClinic, tablet: OldTablet, wrong: dict[str, Any]
) -> None:
    clinic.book(MORNING)
    known = count_rows(clinic.centre, patients)
    (one,) = tablet.settled(wrong)
    assert (one["status"], one["outcome"]) == ("failed", "wrong_fields")
    assert count_rows(clinic.centre, patients) == known


def test_a_key_of_the_clients_decides_what_is_the_same_push(clinic: LittleClinic, tablet: OldTablet) -> None:
    tablet.settled(booking(clinic), key="one")
    reply = tablet.push(booking(clinic, "2026-03-09 11:00:00"), key="one")
    assert (reply.status_code, reply.json()["error"]["code"]) == (409, "idempotency_key_reused")
    again = tablet.settled(booking(clinic), key="two")
    assert [(one["status"], one["outcome"]) for one in again] == [("failed", "slot_full")]
    tablet.settled(booking(clinic, "2026-03-09 11:00:00"), key="three")
    assert count_rows(clinic.centre, appointments) == 2
    assert count_rows(clinic.centre, patients) == 1


def test_what_failed_stays_failed_for_the_same_push(clinic: LittleClinic, tablet: OldTablet) -> None:
    """A device has shown its holder the answer; another try is another push."""
    (first,) = tablet.settled(booking(clinic), key="one")
    (failed,) = tablet.settled(booking(clinic, reason_for_visit="Cough"), key="two")
    tablet.settled(item("appointment", "update", id=first["record_id"], status="cancelled"))
    assert tablet.settled(booking(clinic, reason_for_visit="Cough"), key="two") == [failed]
    (taken,) = tablet.settled(booking(clinic, reason_for_visit="Cough"), key="three")
    assert (failed["outcome"], taken["outcome"]) == ("slot_full", "applied")


@pytest.mark.parametrize("key", [None, "key"])
def test_one_bad_item_never_holds_up_its_neighbours(clinic: LittleClinic, tablet: OldTablet, key: str | None) -> None:
    bad = [
        item("secret", "create"),
        item("patient", "delete", id=1),
        item("patient", "create", **JANE, shoe_size=42),
        item("patient", "create", first_name="Jane"),
        item("patient", "update", id=2**70, phone="1"),
        item("patient", "update", id=4711, phone="+44 7700 900999"),
        item("appointment", "update", id=4711, status="cancelled"),
        item("appointment", "update", id=1),
        item("appointment", "create", doctor_id=1, scheduled_date="soon", patient_details=JANE),
        item("appointment", "create", doctor_id=1, scheduled_date="2026-03-09 10:00"),
        item("queue", "create", appointment_id=4711),
        item("queue", "update", id=4711, status="called"),
        "nonsense",
        {"type": "patient", "action": "create"},
        {"type": ["patient"], "action": {}, "data": {}},
    ]
    results = tablet.settled(*bad, booking(clinic), key=key)
    assert [one["outcome"] for one in results] == [
        "unknown_type",
        "unknown_action",
        "wrong_fields",
        "wrong_fields",
        "wrong_fields",
        "unknown_patient",
        "unknown_appointment",
        "wrong_fields",
        "wrong_fields",
        "wrong_fields",
        "cannot_check_in",
        "unknown_place",
        "malformed_item",
        "malformed_item",
        "unknown_type",
        "applied",
    ]
    assert "shoe_size" not in str(results)
    assert all(one["resolution"] for one in results[:-1])
    assert tablet.settled(*bad, booking(clinic), key=key) == results
    assert count_rows(clinic.centre, patients) == 1


def test_a_day_at_an_old_tablet(clinic: LittleClinic, tablet: OldTablet) -> None:
    ten, eleven = tablet.settled(booking(clinic), booking(clinic, "2026-03-09 11:00:00"))
    (moved,) = tablet.settled(item("appointment", "update", id=ten["record_id"], scheduled_date="2026-03-09 12:00:00"))
    assert moved["record_number"] == "APT-2026-0003"
    number = eleven["record_number"]
    (gone,) = tablet.settled(item("appointment", "delete", appointment_number=number, reason="Better"))
    assert gone["record_id"] == eleven["record_id"]
    with clinic.centre.read() as reading:
        rows = reading.all(select(appointments.c.status).order_by(appointments.c.id))
        patient = reading.first(select(patients))
    assert [row["status"] for row in rows] == ["rescheduled", "cancelled", "scheduled"]
    assert patient is not None
    (changed,) = tablet.settled(item("patient", "update", id=patient["id"], phone="+44 7700 900999"))
    assert changed["status"] == "synced"
    clinic.clock.move(timedelta(hours=2))
    (place,) = tablet.settled(item("queue", "create", appointment_id=moved["record_id"]))
    assert place["record_number"] == "20260309-001"
    (called,) = tablet.settled(item("queue", "update", id=place["record_id"], status="called"))
    assert called["id"] == place["id"]
    (walk_in,) = tablet.settled(item("queue", "create", patient_id=patient["id"], doctor_id=clinic.doctor["id"]))
    assert walk_in["status"] == "synced"
    (back,) = tablet.settled(item("queue", "update", id=place["record_id"], status="completed"))
    assert back["outcome"] == "illegal_step"
    assert count_rows(clinic.centre, queue_management) >= 1


def test_a_push_for_another_device_or_of_no_shape_is_refused_whole(clinic: LittleClinic, tablet: OldTablet) -> None:
    for body, code in (
        ({"device_id": "018f0e2a-7c1d-7000-8000-000000000001", "sync_data": []}, "other_device"),
        ({"device_id": tablet.device_id}, "malformed_push"),
        ({"device_id": tablet.device_id, "sync_data": {}}, "malformed_push"),
        ({"device_id": tablet.device_id, "sync_data": [{}] * 501}, "too_many_sets"),
        ([], "malformed_push"),
    ):
        reply = tablet._http.post(PUSH, json=body)
        assert reply.json()["error"]["code"] == code
    assert clinic.clock.now() == MORNING
