"""Doctors' hours as an admin manages them, and who is in on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_sync.clinic.roles import Role
from server_sync.desk.appointments.availability import doctors_in, works_on
from server_sync.desk.place import location_of
from server_sync.records.database import Database
from server_sync.records.tables import availability, locations, users
from tests.access import staff_headers
from tests.clinics import MORNING, LittleClinic
from tests.sites import RunningServer

HOURS = "/api/availability"


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def http(clinic: LittleClinic) -> Iterator[httpx.Client]:
    """An admin."""
    server = RunningServer(clinic.centre)
    server.start()
    headers = staff_headers(clinic.centre, Role.ADMIN)
    with httpx.Client(base_url=server.url, headers=headers, trust_env=False, timeout=20) as client:
        yield client
    server.stop()


def hours(clinic: LittleClinic, **more: Any) -> dict[str, Any]:
    given = {"doctor_id": clinic.doctor["id"], "location_id": clinic.location["id"], "date": "2026-03-10"}
    return given | {"start_time": "09:00", "end_time": "11:00"} | more


def free_times(http: httpx.Client, day: str) -> list[str]:
    (doctor,) = http.get("/api/appointments/availability", params={"date": day}).json()["data"]
    return [slot["start_time"][11:16] for slot in doctor["available_slots"]]


def test_hours_are_set_changed_and_deleted(clinic: LittleClinic, http: httpx.Client) -> None:
    made = http.post(HOURS, json=hours(clinic)).json()["data"]
    assert free_times(http, "2026-03-10") == ["09:00", "09:30", "10:00", "10:30"]
    weekly = hours(clinic, slot_duration_minutes=60, is_recurring=True, recurrence_pattern="FREQ=WEEKLY;BYDAY=TU")
    changed = http.put(f"{HOURS}/{made['id']}", json=weekly).json()["data"]
    assert (changed["id"], changed["recurrence_pattern"]) == (made["id"], "FREQ=WEEKLY;BYDAY=TU")
    assert free_times(http, "2026-03-17") == ["09:00", "10:00"]
    leave = hours(clinic, date="2026-03-17", start_time="00:00", end_time="00:00", is_available=False)
    http.post(HOURS, json=leave)
    assert free_times(http, "2026-03-17") == []
    assert free_times(http, "2026-03-24") == ["09:00", "10:00"]
    assert http.delete(f"{HOURS}/{made['id']}").status_code == 200
    assert free_times(http, "2026-03-24") == []
    assert http.delete(f"{HOURS}/{made['id']}").json()["error"]["code"] == "unknown_hours"


def test_who_is_booked_into_hours_that_go_away_is_named_to_the_admin(clinic: LittleClinic, http: httpx.Client) -> None:
    made = http.post(HOURS, json=hours(clinic)).json()["data"]
    person = {"first_name": "Jane", "last_name": "Sample", "phone": "+44 7700 900123"}
    ids = []
    for at in ("09:00", "10:30"):
        body = {"doctor_id": clinic.doctor["id"], "scheduled_date": f"2026-03-10 {at}", "patient_details": person}
        ids.append(http.post("/api/appointments/book", json=body).json()["data"]["id"])
    assert made["stranded_appointments"] == []
    leave = hours(clinic, start_time="10:00", end_time="10:45", is_available=False)
    away = http.post(HOURS, json=leave).json()["data"]
    assert away["stranded_appointments"] == [ids[1]]
    assert http.delete(f"{HOURS}/{away['id']}").json()["data"]["stranded_appointments"] == []
    shorter = http.put(f"{HOURS}/{made['id']}", json=hours(clinic, start_time="09:30")).json()["data"]
    assert shorter["stranded_appointments"] == [ids[0]]
    assert http.get(f"/api/appointments/{ids[0]}").json()["data"]["status"] == "scheduled"
    gone = http.delete(f"{HOURS}/{made['id']}").json()["data"]
    assert gone["stranded_appointments"] == ids


def test_hours_that_make_no_sense_are_refused_with_the_reason_at_its_field(
    clinic: LittleClinic, http: httpx.Client
) -> None:
    for change, status, code, field in (
        ({"recurrence_pattern": "FREQ=HOURLY", "is_recurring": True}, 409, "hours_refused", "recurrence_pattern"),
        ({"recurrence_pattern": None, "is_recurring": True}, 409, "hours_refused", "recurrence_pattern"),
        ({"end_time": "09:00"}, 409, "hours_refused", "end_time"),
        ({"break_start_time": "10:00"}, 409, "hours_refused", "break_end_time"),
        ({"slot_duration_minutes": 480}, 409, "hours_refused", "slot_duration_minutes"),
        ({"start_time": "09:03"}, 422, "wrong_fields", "start_time"),
        ({"start_time": "25:00"}, 422, "wrong_fields", "start_time"),
        ({"slot_duration_minutes": 7}, 422, "wrong_fields", "slot_duration_minutes"),
        ({"max_patients_per_slot": 0}, 422, "wrong_fields", "max_patients_per_slot"),
        ({"date": "2026-02-30"}, 422, "wrong_fields", "date"),
        ({"doctor_id": 4711}, 404, "unknown_doctor", None),
        ({"location_id": 4711}, 404, "unknown_place", None),
    ):
        reply = http.post(HOURS, json=hours(clinic) | change)
        error = reply.json()["error"]
        assert (reply.status_code, error["code"]) == (status, code), change
        assert field is None or field in error["fields"], change
    assert free_times(http, "2026-03-10") == []


def test_lists_go_on_page_by_page_and_staff_of_one_place_see_theirs(clinic: LittleClinic, http: httpx.Client) -> None:
    for day in range(10, 14):
        http.post(HOURS, json=hours(clinic, date=f"2026-03-{day}"))
    first = http.get(HOURS, params={"limit": 3, "date_from": "2026-03-10"}).json()["data"]
    assert [one["date"] for one in first["hours"]] == ["2026-03-10", "2026-03-11", "2026-03-12"]
    rest = http.get(HOURS, params={"limit": 3, "date_from": "2026-03-10", "after": first["next_after"]}).json()["data"]
    assert ([one["date"] for one in rest["hours"]], rest["next_after"]) == (["2026-03-13"], None)
    with clinic.centre.work("set_up", "system") as work:
        north = work.create(locations, name="North", code="N2", time_zone="Europe/London")
    theirs = staff_headers(clinic.centre, Role.ADMIN, location_id=north["id"])
    assert http.get(HOURS, headers=theirs).json()["data"]["hours"] == []
    assert http.post(HOURS, json=hours(clinic), headers=theirs).status_code == 404
    assert http.delete(f"{HOURS}/{first['hours'][0]['id']}", headers=theirs).status_code == 404
    nurse = staff_headers(clinic.centre, Role.NURSE)
    assert http.get(HOURS, headers=nurse).status_code == 200
    assert http.post(HOURS, json=hours(clinic), headers=nurse).status_code == 403


def test_a_doctor_is_in_on_the_days_that_their_pattern_falls_on_but_for_leave(clinic: LittleClinic) -> None:
    tuesday = MORNING.date() + timedelta(days=1)
    with clinic.centre.work("set_up", "system") as work:
        other = work.create(users, display_name="Dr Sharma", role="doctor", location_id=clinic.location["id"])
        common = {"doctor_id": other["id"], "location_id": clinic.location["id"], "end_time": time(12)}
        work.create(
            availability,
            **common,
            date=date(2026, 1, 5),
            start_time=time(9),
            is_recurring=True,
            recurrence_pattern="FREQ=WEEKLY;BYDAY=MO,TU",
        )
        work.create(availability, **common, date=tuesday, start_time=time(8), is_available=False)
        for odd in ("FREQ=HOURLY", "", None, "x" * 300):
            work.create(
                availability,
                **{**common, "doctor_id": clinic.doctor["id"]},
                date=tuesday,
                start_time=time(9),
                is_recurring=True,
                recurrence_pattern=odd,
            )
    with clinic.centre.read() as reading:
        place = location_of(reading, clinic.location["id"])
        assert doctors_in(reading, place) == {clinic.doctor["id"], other["id"]}
        assert doctors_in(reading, place, tuesday) == frozenset()
        assert doctors_in(reading, place, tuesday + timedelta(days=6)) == {other["id"]}
        assert works_on(reading, place, other["id"])
        assert not works_on(reading, place, other["id"], tuesday)
        assert not works_on(reading, place, None)


def test_a_method_that_is_none_is_answered_with_those_that_are(clinic: LittleClinic, http: httpx.Client) -> None:
    for path, allowed in (
        (HOURS, "GET, POST"),
        (f"{HOURS}/{clinic.doctor['id']}", "DELETE, PUT"),
        ("/api/appointments/book", "POST"),
    ):
        reply = http.request("PATCH", path)
        assert (reply.status_code, reply.headers["allow"]) == (405, allowed)
        assert reply.json()["error"]["code"] == "method_not_allowed"
