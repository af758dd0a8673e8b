"""Session templates over HTTP: look first, then agree to what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from server_sync.clinic.roles import Role
from server_sync.records.database import open_database
from tests.access import staff_headers
from tests.clinics import LittleClinic
from tests.sites import RunningServer

BASE = "/api/availability/template"


@pytest.fixture
def admin(tmp_path: Path) -> Iterator[httpx.Client]:
    database = open_database(f"sqlite:///{tmp_path}/centre.db", enforce_references=True)
    clinic = LittleClinic(database, tmp_path)
    server = RunningServer(clinic.centre)
    server.start()
    with httpx.Client(base_url=server.url, headers=staff_headers(clinic.centre, Role.ADMIN), trust_env=False) as client:
        yield client
    server.stop()
    database.close()


def wish(**other: object) -> dict[str, object]:
    week = {"first": "2026-03-10", "last": "2026-03-12", "start_time": "08:00", "end_time": "12:00"}
    return {"doctor_id": 1, "location_id": 1, **week, **other}


def test_an_admin_sees_what_would_change_and_agrees_to_just_that(admin: httpx.Client) -> None:
    seen = admin.post(f"{BASE}/preview", json=wish()).json()["data"]
    done = admin.post(f"{BASE}/apply", json=wish(mark=seen["mark"])).json()["data"]
    again = admin.post(f"{BASE}/apply", json=wish(mark=seen["mark"]))

    assert (seen["count"], seen["no_show_share"], seen["no_show_from"]) == (19, 0.185, "usual")
    assert seen["times"][:2] == [{"time": "08:00", "seats": 2}, {"time": "08:10", "seats": 1}]
    assert done == seen
    assert (again.status_code, again.json()["error"]["code"]) == (409, "plan_changed")
    assert again.json()["error"]["days"][0]["why"] == "other_hours"
    free = admin.get("/api/appointments/availability", params={"doctor_id": 1, "date": "2026-03-10"}).json()
    assert len(free["data"][0]["available_slots"]) == 18


@pytest.mark.parametrize(
    ("wrong", "code", "status"),
    [
        ({"end_time": "07:00"}, "no_template", 409),
        ({"last": "2026-12-12"}, "no_template", 409),
        ({"doctor_id": 404}, "unknown_doctor", 404),
        ({"location_id": 404}, "unknown_place", 404),
        ({"no_show_share": 0.9}, "wrong_fields", 422),
        ({"weekdays": []}, "wrong_fields", 422),
        ({"start_time": "08:03"}, "wrong_fields", 422),
    ],
)
def test_what_makes_no_session_is_refused_in_words(
    admin: httpx.Client, wrong: dict[str, object], code: str, status: int
) -> None:
    refused = admin.post(f"{BASE}/preview", json=wish(**wrong))

    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)


def test_a_day_of_the_week_may_be_written_as_json_writes_whole_numbers(admin: httpx.Client) -> None:
    seen = admin.post(f"{BASE}/preview", json=wish(weekdays=[1.0, 2, 3.0]))
    between = admin.post(f"{BASE}/preview", json=wish(weekdays=[1.5]))

    assert [day["date"] for day in seen.json()["data"]["days"]] == ["2026-03-10", "2026-03-11", "2026-03-12"]
    assert between.status_code == 422
