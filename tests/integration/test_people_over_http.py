"""Patients, staff, locations, devices and feedback over HTTP: who may, what is answered, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from server_sync.clinic.roles import Role
from server_sync.records.database import Database
from server_sync.records.reading import Row
from server_sync.records.tables import appointments, audit_trail, locations, patients, payments, queue_management, users
from tests.access import patient_headers, staff_headers
from tests.clinics import MORNING, LittleClinic
from tests.sites import RunningServer

JANE = {"first_name": "Jane", "last_name": "Sample", "phone": "+44 7700 900123", "date_of_birth": "1958-03-14"}


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def http(clinic: LittleClinic) -> Iterator[httpx.Client]:
    """Whoever has not said who they are."""
    server = RunningServer(clinic.centre)
    server.start()
    with httpx.Client(base_url=server.url, trust_env=False, timeout=30) as client:
        yield client
    server.stop()


class Person:
    """Somebody with a role, at the server."""

    def __init__(self, http: httpx.Client, headers: dict[str, str]) -> None:
        self._http = http
        self._headers = headers

    def __call__(self, method: str, path: str, body: object = None, key: str = "", **query: Any) -> tuple[int, Any]:
        """The status, and the answer's `data`, or the error. `key` makes a retry safe."""
        headers = self._headers | ({"Idempotency-Key": key} if key else {})
        sent: dict[str, Any] = {} if body is None else {"json": body}
        answer = self._http.request(method, path, headers=headers, params=query, **sent)
        told = answer.json()
        return answer.status_code, told["data"] if told["success"] else told["error"]


@pytest.fixture
def admin(http: httpx.Client, clinic: LittleClinic) -> Person:
    return Person(http, staff_headers(clinic.centre, Role.ADMIN, name="Ada"))


@pytest.fixture
def desk(http: httpx.Client, clinic: LittleClinic) -> Person:
    return Person(http, staff_headers(clinic.centre, Role.RECEPTIONIST, name="Rosa"))


@pytest.fixture
def anybody(http: httpx.Client) -> Person:
    return Person(http, {})


def row_of(clinic: LittleClinic, patient_id: int) -> Row:
    with clinic.centre.read() as reading:
        row = reading.first(select(patients).where(patients.c.id == patient_id))
    assert row is not None
    return row


def visit(clinic: LittleClinic, status: str = "completed") -> Row:
    booked = clinic.book(MORNING + timedelta(minutes=20))
    with clinic.centre.work("visit", "system") as work:
        return work.create(
            queue_management,
            token_number="20260309-001",
            patient_id=booked["patient_id"],
            appointment_id=booked["id"],
            doctor_id=clinic.doctor["id"],
            location_id=clinic.location["id"],
            business_date=MORNING.date(),
            check_in_time=work.now,
            current_status=status,
            follow_code="q3J7xV0aT2mLk9Rz",
        )


# Patients


def test_the_desk_registers_finds_and_changes_a_patient(desk: Person) -> None:
    status, made = desk("POST", "/api/patients", JANE)
    assert (status, made["first_name"], made["patient_number"]) == (200, "Jane", "PAT-2026-00001")
    for typed in ("sam j", "07700", "14.03.1958", made["patient_number"]):
        status, hits = desk("GET", "/api/patients", q=typed)
        assert [hit["id"] for hit in hits] == [made["id"]], typed
    status, changed = desk("PUT", f"/api/patients/{made['id']}", {"version": made["version"], "phone": None})
    assert (status, changed["phone"], changed["version"]) == (200, None, made["version"] + 1)
    status, error = desk("PUT", f"/api/patients/{made['id']}", {"version": made["version"], "last_name": "X"})
    assert (status, error["code"], error["patient"]["version"]) == (409, "changed_meanwhile", changed["version"])
    status, history = desk("GET", f"/api/patients/{made['id']}/history")
    assert history["changes"][0]["actor_name"] == "Rosa"
    assert history["changes"][0]["values"] == {"phone": {"to": None, "was": JANE["phone"]}}


def test_somebody_alike_is_offered_first(desk: Person) -> None:
    _, made = desk("POST", "/api/patients", JANE)
    status, error = desk("POST", "/api/patients", JANE | {"first_name": "Jnae"})
    assert (status, error["code"]) == (409, "possibly_known")
    assert [one["id"] for one in error["patients"]] == [made["id"]]
    status, other = desk("POST", "/api/patients", JANE | {"first_name": "Jnae", "confirmed_new": True})
    assert status == 200
    status, pairs = desk("GET", "/api/patients/duplicates")
    assert [(pair["patient"]["id"], pair["other"]["id"]) for pair in pairs] == [(made["id"], other["id"])]


def test_a_patient_who_is_registered_twice_with_one_key_is_one(desk: Person) -> None:
    _, made = desk("POST", "/api/patients", JANE, key="k1")
    assert desk("POST", "/api/patients", JANE, key="k1") == (200, made)
    assert desk("POST", "/api/patients", {"first_name": "Robert"}, key="k1")[1]["code"] == "idempotency_key_reused"
    assert desk("POST", "/api/patients", JANE, key="k2")[1]["code"] == "possibly_known"
    assert desk("POST", "/api/patients", JANE, key="k2")[1]["code"] == "possibly_known"
    assert len(desk("GET", "/api/patients", q="sample")[1]) == 1


def test_two_records_become_one_and_two_again(desk: Person) -> None:
    _, jane = desk("POST", "/api/patients", JANE)
    _, other = desk("POST", "/api/patients", JANE | {"confirmed_new": True})
    status, stands = desk("POST", f"/api/patients/{other['id']}/merge", {"into_id": jane["id"]})
    assert (status, stands["id"], stands["merged_from"]) == (200, jane["id"], [other["uid"]])
    assert desk("GET", f"/api/patients/{other['id']}")[1]["id"] == jane["id"]
    assert desk("POST", f"/api/patients/{jane['id']}/merge", {"into_id": other["id"]})[1]["id"] == jane["id"]
    assert desk("POST", f"/api/patients/{other['id']}/unmerge")[1]["id"] == other["id"]
    status, error = desk("POST", f"/api/patients/{other['id']}/unmerge")
    assert (status, error["code"]) == (409, "not_merged")


def test_a_patient_sees_and_changes_their_own_record_and_no_other(
    http: httpx.Client, clinic: LittleClinic, desk: Person
) -> None:
    _, jane = desk("POST", "/api/patients", JANE)
    _, other = desk("POST", "/api/patients", {"first_name": "Robert"})
    herself = Person(http, patient_headers(clinic.centre, row_of(clinic, jane["id"])["uid"]))
    assert herself("GET", f"/api/patients/{jane['id']}")[1]["first_name"] == "Jane"
    assert herself("GET", f"/api/patients/{jane['id']}/export")[1]["patient"]["phone"] == JANE["phone"]
    status, changed = herself("PUT", f"/api/patients/{jane['id']}", {"version": 1, "email": "jane@example.org"})
    assert (status, changed["email"]) == (200, "jane@example.org")
    status, error = herself("PUT", f"/api/patients/{jane['id']}", {"version": 2, "last_name": "Else"})
    assert (status, error["code"]) == (403, "not_allowed")
    for method, path, body in (
        ("GET", f"/api/patients/{other['id']}", None),
        ("GET", f"/api/patients/{other['id']}/export", None),
        ("PUT", f"/api/patients/{other['id']}", {"version": 1, "phone": "1234567"}),
    ):
        status, error = herself(method, path, body)
        assert (status, error["code"]) == (404, "unknown_patient")
    assert herself("GET", "/api/patients", q="robert")[0] == 403


def test_an_admin_erases_a_person(admin: Person, desk: Person, clinic: LittleClinic) -> None:
    _, jane = desk("POST", "/api/patients", JANE | {"medical_history": {"allergies": ["penicillin"], "since": 1999}})
    assert desk("POST", f"/api/patients/{jane['id']}/erase", {"reason": "own_wish"})[0] == 403
    status, gone = admin("POST", f"/api/patients/{jane['id']}/erase", {"reason": "own_wish"})
    assert (status, gone) == (200, {"patient_uids": [jane["uid"]]})
    left = desk("GET", f"/api/patients/{jane['id']}")[1]
    assert (left["first_name"], left["medical_history"], left["patient_number"]) == (None, None, jane["patient_number"])
    assert left["erased_at"] is not None
    assert desk("GET", "/api/patients", q="jane")[1] == []
    status, error = desk("PUT", f"/api/patients/{jane['id']}", {"version": left["version"], "phone": "1234567"})
    assert (status, error["code"]) == (409, "erased")
    with clinic.centre.read() as reading:
        intents = [row["intent"] for row in reading.all(select(audit_trail.c.intent))]
    assert "erase_patient_own_wish" in intents


def test_an_admin_of_one_location_erases_and_exports_only_who_was_nowhere_else(
    http: httpx.Client, clinic: LittleClinic, admin: Person
) -> None:
    jane = visit(clinic)["patient_id"]
    with clinic.centre.work("found", "system") as work:
        elsewhere = work.create(locations, name="Harbour Clinic", code="N2", time_zone="Europe/London")["id"]
    stranger = Person(http, staff_headers(clinic.centre, Role.ADMIN, location_id=elsewhere))
    own = Person(http, staff_headers(clinic.centre, Role.ADMIN, location_id=clinic.location["id"]))
    refused = [
        stranger("GET", f"/api/patients/{jane}/export"),
        stranger("POST", f"/api/patients/{jane}/erase", {"reason": "own_wish"}),
    ]
    assert [(status, error["code"]) for status, error in refused] == [(403, "not_allowed")] * 2
    assert row_of(clinic, jane)["erased_at"] is None
    assert own("GET", f"/api/patients/{jane}/export")[0] == 200
    assert own("POST", f"/api/patients/{jane}/erase", {"reason": "own_wish"})[0] == 200


def test_a_history_shows_the_visits_of_ones_own_location(
    http: httpx.Client, clinic: LittleClinic, desk: Person
) -> None:
    jane = visit(clinic)["patient_id"]
    with clinic.centre.work("found", "system") as work:
        elsewhere = work.create(locations, name="Harbour Clinic", code="N2", time_zone="Europe/London")["id"]
        booked = work.first(select(appointments))
        assert booked is not None
        work.create(
            payments, appointment_id=booked["id"], amount=Decimal(5), currency="GBP", method="cash", status="paid"
        )
    stranger = Person(http, staff_headers(clinic.centre, Role.RECEPTIONIST, location_id=elsewhere))
    for somebody, number in ((desk, 1), (stranger, 0)):
        told = somebody("GET", f"/api/patients/{jane}/history")[1]
        assert [len(told[part]) for part in ("appointments", "visits", "payments")] == [number] * 3


def test_nobody_is_merged_into_an_erased_record(desk: Person, admin: Person) -> None:
    _, gone = desk("POST", "/api/patients", {"first_name": "Ann", "last_name": "Sample"})
    _, robert = desk("POST", "/api/patients", {"first_name": "Robert", "last_name": "Sample"})
    admin("POST", f"/api/patients/{gone['id']}/erase", {"reason": "own_wish"})
    for one, into in ((robert, gone), (gone, robert)):
        status, error = desk("POST", f"/api/patients/{one['id']}/merge", {"into_id": into["id"]})
        assert (status, error["code"]) == (409, "erased")
    assert [one["id"] for one in desk("GET", "/api/patients", q="robert")[1]] == [robert["id"]]


def test_who_is_shown_a_record_without_changing_it_is_noted(desk: Person, clinic: LittleClinic) -> None:
    _, jane = desk("POST", "/api/patients", JANE)
    _, other = desk("POST", "/api/patients", {"first_name": "Janet"})
    shown: list[tuple[str, str, Any]] = [
        ("PUT", f"/api/patients/{jane['id']}", {"version": 99, "address": "1 Sample Street"}),
        ("PUT", f"/api/patients/{jane['id']}", {"version": 1}),
        ("POST", f"/api/patients/{other['id']}/merge", {"into_id": jane["id"]}),
        ("POST", f"/api/patients/{other['id']}/merge", {"into_id": jane["id"]}),
    ]
    for number, (method, path, body) in enumerate(shown, start=1):
        desk(method, path, body)
        with clinic.centre.read() as reading:
            noted = reading.all(select(audit_trail).where(audit_trail.c.intent == "read_patient"))
        assert [str(one["record_uid"]) for one in noted] == [jane["uid"]] * number


def test_who_cancels_what_was_cancelled_already_is_noted(desk: Person, clinic: LittleClinic) -> None:
    booked = clinic.book(MORNING + timedelta(hours=1))
    for times in (0, 1):
        assert desk("POST", f"/api/appointments/{booked['id']}/cancel", {})[0] == 200
        with clinic.centre.read() as reading:
            noted = reading.all(select(audit_trail).where(audit_trail.c.intent == "read_appointment"))
        assert len(noted) == times


def test_who_looked_at_whom_is_noted(desk: Person, clinic: LittleClinic) -> None:
    _, jane = desk("POST", "/api/patients", JANE)
    desk("GET", f"/api/patients/{jane['id']}")
    desk("GET", "/api/patients", q="jane")
    desk("GET", f"/api/patients/{jane['id']}/history")
    with clinic.centre.read() as reading:
        actor = reading.scalar(select(users.c.uid).where(users.c.display_name == "Rosa"))
        noted = {row["intent"] for row in reading.all(select(audit_trail).where(audit_trail.c.actor == str(actor)))}
    assert noted >= {"register_patient", "read_patient", "search_patients", "read_history"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"first_name": ""},
        {"first_name": "x" * 101},
        {"first_name": "Jane", "phone": "call me"},
        {"first_name": "Jane", "email": "nobody"},
        {"first_name": "Jane", "date_of_birth": "1958-02-30"},
        {"first_name": "Jane", "date_of_birth": "0001-01-01"},
        {"first_name": "Jane", "gender": "yes"},
        {"first_name": "Jane", "medical_history": {"since": 1.5}},
        {"first_name": "Jane", "medical_history": {"since": {"deep": 1}}},
        {"first_name": "Jane", "medical_history": {"note": "\x00"}},
        {"first_name": "Jane\x00"},
        {"last_name": "Sample"},
    ],
)
def test_what_is_no_person_is_not_registered(desk: Person, wrong: dict[str, Any]) -> None:
    status, error = desk("POST", "/api/patients", wrong)
    assert (status, error["code"]) == (422, "wrong_fields")
    assert desk("GET", "/api/patients", q="jane")[1] == []


def test_who_is_not_born_yet_is_not_registered(desk: Person) -> None:
    status, error = desk("POST", "/api/patients", {"first_name": "Jane", "date_of_birth": "2158-03-14"})
    assert (status, error["code"]) == (409, "impossible_birth_date")


# Locations, staff and devices


def test_an_admin_sets_up_a_location(admin: Person, desk: Person, anybody: Person) -> None:
    wanted = {"name": "Northgate", "code": "N2", "time_zone": "Asia/Kolkata", "public_booking": False}
    status, made = admin("POST", "/api/locations", wanted)
    assert (status, made["time_zone"], made["currency"]) == (200, "Asia/Kolkata", "EUR")
    assert [one["id"] for one in desk("GET", "/api/locations")[1]] == [1, made["id"]]
    assert [one["id"] for one in anybody("GET", "/api/locations")[1]] == [1]
    assert anybody("GET", f"/api/locations/{made['id']}")[0] == 404
    policy = {"targets_min": {"2": 10, "3": 30, "4": 60}}
    assert admin("PUT", "/api/locations/1", {"queue_policy": policy})[1]["queue_policy"] == policy
    assert anybody("GET", "/api/locations/1")[1]["queue_policy"] is None
    fractions = {"targets_min": {"2": 7.5, "3": 30.0, "4": 60}}
    stored = admin("PUT", "/api/locations/1", {"queue_policy": fractions})[1]["queue_policy"]
    assert stored == {"targets_min": {"2": "7.5", "3": 30, "4": 60}}
    for odd in ({"name": "a\x00b"}, {"targets_min": {"2": 1e308}}, {"beta": 2**70}, {"x": [[[1.5]]]}):
        assert admin("PUT", "/api/locations/1", {"queue_policy": odd})[0] in (200, 409), odd
    for path, body, code in (
        ("POST /api/locations", wanted, "code_taken"),
        ("POST /api/locations", wanted | {"code": "X", "time_zone": "Mars/Olympus"}, "no_such_time_zone"),
        ("POST /api/locations", wanted | {"code": "X", "time_zone": "../etc/passwd"}, "wrong_fields"),
        ("PUT /api/locations/1", {"code": "N2"}, "code_taken"),
        ("PUT /api/locations/1", {"queue_policy": {"targets_min": {"2": 90, "3": 30}}}, "policy_refused"),
        ("PUT /api/locations/1", {"lease_policy": {"share_percent": 90}}, "policy_refused"),
        ("PUT /api/locations/99", {"name": "Nowhere"}, "unknown_place"),
    ):
        method, where = path.split()
        assert admin(method, where, body)[1]["code"] == code, body
    assert desk("PUT", "/api/locations/1", {"name": "Mine"})[0] == 403


def test_an_admin_makes_staff_known(admin: Person, desk: Person, anybody: Person, clinic: LittleClinic) -> None:
    wanted = {"display_name": "Dr Weber", "role": "doctor", "specialty": "Paediatrics", "email": "weber@example.org"}
    status, made = admin("POST", "/api/staff", wanted | {"location_id": 1})
    assert (status, made["is_active"]) == (200, True)
    assert admin("POST", "/api/staff", wanted)[1]["code"] == "email_taken"
    assert admin("POST", "/api/staff", {"display_name": "X", "role": "nurse", "location_id": 99})[0] == 404
    assert "Dr Weber" in [one["display_name"] for one in desk("GET", "/api/staff", role="doctor")[1]]
    (public,) = [one for one in anybody("GET", "/api/doctors")[1] if one["id"] == made["id"]]
    assert (public["specialty"], public["email"]) == ("Paediatrics", None)
    assert anybody("GET", "/api/staff")[0] == 401
    assert admin("PUT", f"/api/staff/{made['id']}", {"room": "Room 5"})[1]["room"] == "Room 5"
    assert admin("POST", f"/api/staff/{made['id']}/deactivate")[1]["is_active"] is False
    assert made["id"] not in [one["id"] for one in anybody("GET", "/api/doctors")[1]]
    assert desk("GET", f"/api/staff/{made['id']}")[1]["display_name"] == "Dr Weber"
    with clinic.centre.read() as reading:
        ada = reading.scalar(select(users.c.id).where(users.c.display_name == "Ada"))
    assert admin("POST", f"/api/staff/{ada}/deactivate")[1]["code"] == "last_admin"


def test_an_admin_of_one_location_sets_up_what_is_there(
    http: httpx.Client, clinic: LittleClinic, admin: Person
) -> None:
    _, other = admin("POST", "/api/locations", {"name": "Northgate", "code": "N2", "time_zone": "Europe/London"})
    _, there = admin(
        "POST", "/api/staff", {"display_name": "Nora", "role": "nurse", "location_id": other["id"]}
    )  # fmt: skip
    local = Person(http, staff_headers(clinic.centre, Role.ADMIN, location_id=1))
    assert local("POST", "/api/staff", {"display_name": "Ned", "role": "nurse"})[1]["location_id"] == 1
    assert local("GET", f"/api/staff/{there['id']}")[0] == 404
    assert local("PUT", f"/api/staff/{there['id']}", {"room": "1"})[0] == 404
    assert local("PUT", f"/api/locations/{other['id']}", {"name": "Mine"})[0] == 404
    assert local("POST", "/api/locations", {"name": "Third", "code": "T", "time_zone": "Europe/London"})[0] == 403
    assert local("POST", "/api/devices", {"name": "Kiosk", "location_id": other["id"]})[0] == 404
    body = {"display_name": "Ned", "role": "nurse", "location_id": other["id"]}
    assert local("POST", "/api/staff", body)[1]["code"] == "not_allowed"


def test_an_admin_lets_a_device_in_and_out(admin: Person, anybody: Person) -> None:
    status, made = admin("POST", "/api/devices", {"name": "Lobby kiosk 1", "kind": "kiosk", "location_id": 1})
    assert (status, made["enrolled_at"], len(made["code"])) == (200, None, 10)
    enrolled = anybody("POST", "/api/devices/enrol", {"code": made["code"]})
    assert enrolled[0] == 200
    (listed,) = admin("GET", "/api/devices")[1]
    assert "code" not in listed
    assert listed["enrolled_at"] is not None
    assert admin("PUT", f"/api/devices/{made['id']}", {"name": "Lobby kiosk 2"})[1]["name"] == "Lobby kiosk 2"
    first = admin("POST", f"/api/devices/{made['id']}/revoke")[1]["revoked_at"]
    assert first is not None
    assert admin("POST", f"/api/devices/{made['id']}/revoke")[1]["revoked_at"] == first
    assert admin("POST", "/api/devices", {"name": "Kiosk", "location_id": 99})[0] == 404
    assert admin("POST", "/api/devices/99/revoke")[0] == 404


# Feedback


def test_people_say_once_how_their_visit_was(anybody: Person, admin: Person, clinic: LittleClinic) -> None:
    place = visit(clinic)
    wanted = {"follow_code": "q3J7xV0aT2mLk9Rz", "score": 4, "comment": "Short wait"}
    status, thanks = anybody("POST", "/api/feedback", wanted)
    assert (status, thanks["score"]) == (200, 4)
    assert anybody("POST", "/api/feedback", wanted)[1]["code"] == "said_before"
    (said,) = admin("GET", "/api/feedback", location_id=1)[1]
    assert (said["score"], said["comment"], said["doctor_name"]) == (4, "Short wait", "Dr Okafor")
    assert admin("GET", "/api/feedback", location_id=2)[1] == []
    with clinic.centre.read() as reading:
        score = select(queue_management.c.patient_satisfaction_score).where(queue_management.c.id == place["id"])
        assert reading.scalar(score) == 4


def test_a_number_alone_says_nothing_of_a_visit(anybody: Person, clinic: LittleClinic) -> None:
    place = visit(clinic)
    assert anybody("POST", "/api/feedback", {"queue_id": place["id"], "score": 1})[0] == 404
    assert anybody("POST", "/api/feedback", {"score": 1})[0] == 404
    assert anybody("POST", "/api/feedback", {"follow_code": "nobodys-code", "score": 1})[0] == 404
    assert anybody("POST", "/api/feedback", {"follow_code": "q3J7xV0aT2mLk9Rz", "score": 6})[0] == 422


def test_a_visit_that_is_not_over_is_not_judged_yet(anybody: Person, clinic: LittleClinic) -> None:
    visit(clinic, status="waiting")
    assert (
        anybody("POST", "/api/feedback", {"follow_code": "q3J7xV0aT2mLk9Rz", "score": 1})[1]["code"] == "not_over_yet"
    )


def test_a_kiosk_takes_feedback_of_its_own_location(http: httpx.Client, admin: Person, clinic: LittleClinic) -> None:
    place = visit(clinic)
    keys = []
    admin("POST", "/api/locations", {"name": "Northgate", "code": "N2", "time_zone": "Europe/London"})
    for location_id in (1, 2):
        _, made = admin("POST", "/api/devices", {"name": "Kiosk", "location_id": location_id})
        keys.append(http.post("/api/devices/enrol", json={"code": made["code"]}).json())
    here, elsewhere = (
        Person(http, {"Authorization": f"Bearer {(key.get('data') or key)['device_key']}"}) for key in keys
    )
    assert elsewhere("POST", "/api/feedback", {"queue_id": place["id"], "score": 2})[0] == 404
    assert here("POST", "/api/feedback", {"queue_id": place["id"], "score": 2})[0] == 200
