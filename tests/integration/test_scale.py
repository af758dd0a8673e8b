"""At a clinic with a million appointments every query is served by an index: PostgreSQL itself says what it did.

The server runs with `auto_explain`, which logs the plan of each statement that was executed, whoever wrote it and
however it was sent. A plan that reads the whole of a large table is a failure.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_sync.central.opening import open_centre
from server_sync.clinic.roles import Role
from tests.access import staff_headers
from tests.large_clinic import grow
from tests.postgres import running_postgres
from tests.sites import RunningServer

APPOINTMENTS, PATIENTS = 1_000_000, 20_000
LARGE = {"appointments", "patients", "queue_management", "slot_counts", "patient_terms", "offline_sync_logs"}
LARGE |= {"audit_trail", "feed", "payments", "feedback", "idempotency_keys"}

EXPLAINING = """
session_preload_libraries = 'auto_explain'
auto_explain.log_min_duration = 0
auto_explain.log_format = json
auto_explain.log_nested_statements = on
log_min_messages = log
"""


def test_no_operation_reads_the_whole_of_a_large_table(large: tuple[httpx.Client, Path]) -> None:
    http, log = large
    begins = log.stat().st_size
    asked = list(requests(datetime.now(UTC)))
    for method, path, body in asked:
        reply = http.request(method, path, json=body)
        assert reply.status_code < 300, f"{method} {path}: {reply.status_code} {reply.text[:300]}"
    plans = list(plans_in(log.read_text("utf-8")[begins:]))
    assert len(plans) > len(asked)
    whole = {f"{relation}: {plan['Query Text'][:400]}" for plan in plans for relation in read_whole(plan["Plan"])}
    assert not whole, "\n".join(sorted(whole))


@pytest.fixture(scope="module")
def large() -> Iterator[tuple[httpx.Client, Path]]:
    """A client of a receptionist at the grown clinic, and PostgreSQL's log."""
    with running_postgres(more=EXPLAINING) as postgres, postgres.database() as name:
        centre = open_centre(postgres.url(name))
        grow(centre.database, APPOINTMENTS, PATIENTS, datetime.now(UTC))
        headers = staff_headers(centre, Role.ADMIN)
        server = RunningServer(centre)
        server.start()
        with httpx.Client(base_url=server.url, headers=headers, trust_env=False, timeout=30) as client:
            yield client, postgres.folder / "log"
        server.stop()
        centre.database.close()


def requests(now: datetime) -> Iterator[tuple[str, str, Any]]:
    """One of each kind that looks something up."""
    day = (now + timedelta(days=3)).date()
    yield "GET", f"/api/appointments/availability?location_id=1&date={day}&days=14", None
    yield "GET", f"/api/appointments/availability?doctor_id=7&date={day}", None
    booking = {
        "doctor_id": 7,
        "scheduled_date": f"{day} 16:00:00",
        "duration_minutes": 15,
        "patient_details": {
            "first_name": "Given7",
            "last_name": "Family7",
            "phone": "+447000000007",
            "email": "patient7@example.org",
        },
        "payment_method": "cash",
    }
    yield "POST", "/api/appointments/book", booking
    yield "POST", "/api/appointments/book", booking | {"scheduled_date": f"{day} 16:30:00"}
    yield "GET", f"/api/appointments?doctor_id=7&date_from={day}&date_to={day}", None
    yield "GET", "/api/appointments?patient_id=77", None
    yield "GET", "/api/appointments?appointment_number=APT-2020-0500001", None
    yield "GET", f"/api/appointments?location_id=1&date_from={day}&date_to={day}&status=scheduled", None
    yield "GET", "/api/appointments/500001", None
    yield "GET", "/api/queue/current?location_id=1", None
    yield "GET", "/api/queue/current?doctor_id=7", None
    yield "POST", "/api/queue/join", {"patient_id": 77, "doctor_id": 7, "reason_for_visit": "cough"}
    yield "POST", "/api/queue/call-next", {"doctor_id": 7, "room": "Room 7"}
    yield "GET", "/api/patients?q=fam 7", None
    yield "GET", "/api/patients?q=%2B4470000000", None
    yield "GET", "/api/patients/77", None
    yield "GET", "/api/patients/77/history", None
    yield "GET", "/api/patients/duplicates", None
    yield "GET", "/api/audit?patient_id=77", None


def plans_in(log: str) -> Iterator[dict[str, Any]]:
    """Every plan that auto_explain wrote: JSON from the line that says `plan:` to its closing brace."""
    decoder = json.JSONDecoder()
    for part in log.split("plan:\n")[1:]:
        yield decoder.raw_decode(part.lstrip().replace("\n\t", "\n"))[0]


def read_whole(node: dict[str, Any]) -> Iterator[str]:
    """The large tables that a plan reads from end to end."""
    if node["Node Type"] == "Seq Scan" and node["Relation Name"] in LARGE:
        yield node["Relation Name"]
    for inner in node.get("Plans", ()):
        yield from read_whole(inner)
