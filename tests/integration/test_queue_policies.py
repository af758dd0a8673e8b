"""A location's queue policy over HTTP: an admin begins from a preset, and is told why a configuration is unsafe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from server_sync.clinic.policy_documents import parse_policy
from server_sync.clinic.queue_policy import DAY_CLINIC
from server_sync.clinic.roles import Role
from server_sync.records.database import Database
from server_sync.records.tables import locations
from tests.access import staff_headers
from tests.clinics import LittleClinic
from tests.sites import RunningServer

POLICY = "/api/locations/1/queue-policy"


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def http(clinic: LittleClinic) -> Iterator[httpx.Client]:
    """An admin."""
    server = RunningServer(clinic.centre)
    server.start()
    headers = staff_headers(clinic.centre, Role.ADMIN, name="Ada")
    with httpx.Client(base_url=server.url, trust_env=False, timeout=30, headers=headers) as client:
        yield client
    server.stop()


def stored(clinic: LittleClinic) -> Any:
    with clinic.centre.read() as reading:
        return reading.scalar(select(locations.c.queue_policy).where(locations.c.id == 1))


def target(answer: httpx.Response, level: int, channel: str = "walk_in", *, special: bool = False) -> float:
    (lane,) = [
        lane
        for lane in answer.json()["data"]["lanes"]
        if (lane["triage_level"], lane["channel"], lane["special"]) == (level, channel, special)
    ]
    minutes: float = lane["target_minutes"]
    return minutes


def test_an_admin_begins_from_a_preset_and_every_machine_keeps_all_of_it(
    http: httpx.Client, clinic: LittleClinic
) -> None:
    presets = {one["name"]: one for one in http.get("/api/queue/policies").json()["data"]}
    assert list(presets) == ["day_clinic", "ctas", "mts", "ats"]
    assert presets["ctas"]["goals_percent"] == {"2": 95, "3": 90, "4": 85, "5": 80}
    before = http.get(POLICY)
    assert (before.json()["data"]["version"], target(before, 3)) == (DAY_CLINIC.version, 45)
    changed = http.put(POLICY, json={"policy": {"preset": "mts", "appointment_target_min": 15.0}})
    assert changed.status_code == 200
    assert (target(changed, 3), target(changed, 3, special=True), target(changed, 5, "appointment")) == (60, 40, 15)
    assert changed.json()["data"]["version"] not in (presets["mts"]["version"], DAY_CLINIC.version)
    assert http.get(POLICY).json() == changed.json()
    assert "preset" not in stored(clinic)
    assert parse_policy(stored(clinic)).version == changed.json()["data"]["version"]


UNSAFE = (
    ({"targets_min": {"2": 15, "3": 10, "4": 90}}, "targets_do_not_grow"),
    ({"targets_min": {"2": 15, "3": 20, "4": 90}}, "special_reaches_next_level"),
    ({"appointment_target_min": 12}, "appointment_reaches_urgent"),
    ({"appointment_target_min": 16}, "special_appointment_passes_urgent"),
    ({"preset": "esi"}, "unknown_preset"),
)


def test_what_would_order_people_wrongly_is_refused_with_its_reason_and_changes_nothing(
    http: httpx.Client, clinic: LittleClinic
) -> None:
    for policy, reason in UNSAFE:
        refused = http.put(POLICY, json={"policy": policy})
        error = refused.json()["error"]
        assert (refused.status_code, error["code"], error["reason"]) == (409, "policy_refused", reason)
        assert error["message"]
    assert stored(clinic) is None


def test_policy_that_this_version_cannot_read_is_said_and_null_brings_the_day_clinics_back(
    http: httpx.Client, clinic: LittleClinic
) -> None:
    with clinic.centre.work("from_the_future", "system") as work:
        row = work.first(select(locations).where(locations.c.id == 1))
        assert row is not None
        work.change(locations, row, queue_policy={"from_the_future": 1})
    told = http.get(POLICY).json()["data"]
    assert told["version"] == DAY_CLINIC.version
    assert "from_the_future" in told["refused"]
    http.put(POLICY, json={"policy": {"preset": "ats"}})
    assert http.put(POLICY, json={"policy": None}).json()["data"]["refused"] is None
    assert stored(clinic) is None
    assert http.put(POLICY, json={}).status_code == 422
    assert http.get("/api/locations/99/queue-policy").status_code == 404
