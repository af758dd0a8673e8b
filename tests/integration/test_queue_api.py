"""The queue over HTTP: who may do what, what the answers hold, and how the clinic says no."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from math import prod
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from server_sync.central.sync.device_keys import hash_of
from server_sync.clinic.roles import CLINICAL, DESK, STAFF, Role
from server_sync.records.database import Database
from server_sync.records.tables import audit_trail, availability, devices, locations, patients, queue_management, users
from tests.access import device_headers, patient_headers, staff_headers
from tests.clinics import MORNING, LittleClinic
from tests.sites import RunningServer

FIVE_MINUTES = timedelta(minutes=5)
STEPS: dict[str, dict[str, Any] | None] = {
    "recall": None,
    "absent": None,
    "park": None,
    "unpark": None,
    "undo": None,
    "transfer": {"doctor_id": 1},
    "triage": {"level": 3},
    "override": {"reason": "Fainted"},
}


class Counter:
    """A clinic with a running server, and callers of every role."""

    def __init__(self, clinic: LittleClinic, url: str) -> None:
        self.clinic = clinic
        self.http = httpx.Client(base_url=url, trust_env=False, timeout=20)
        self.doctor: int = clinic.doctor["id"]
        with clinic.centre.work("set_up", "system") as work:
            self.elsewhere: int = work.create(locations, name="Hillside", code="H", time_zone="Europe/London")["id"]

    def staff(self, role: Role = Role.RECEPTIONIST, location_id: int | None = None) -> dict[str, str]:
        return staff_headers(self.clinic.centre, role, location_id=location_id)

    def device(self, kind: str, location_id: int = 1) -> dict[str, str]:
        key = f"key of a {kind} at {location_id}"
        with self.clinic.centre.work("set_up", "system") as work:
            work.create(
                devices,
                name=kind,
                kind=kind,
                location_id=location_id,
                series="K" if kind == "kiosk" else "D",
                id_block=work.next_count("block") + 40,
                key_hash=hash_of(key),
            )
        return device_headers(key)

    def patient(self, **values: Any) -> dict[str, Any]:
        with self.clinic.centre.work("set_up", "system") as work:
            number = f"PAT-2026-{work.next_count('patient_number:2026'):05d}"
            named = {"patient_number": number, "first_name": "Jane", "last_name": "Sample", **values}
            return dict(work.create(patients, **named))

    def joined(self, headers: dict[str, str], patient: int | None = None, **body: Any) -> dict[str, Any]:
        asked = {"patient_id": patient or self.patient()["id"], "doctor_id": self.doctor, **body}
        reply = self.http.post("/api/queue/join", json=asked, headers=headers)
        assert reply.status_code == 200, reply.text
        return dict(reply.json()["data"])

    def place(self, **body: Any) -> int:
        return int(self.joined(self.staff(), **body)["queue_id"])

    def post(self, path: str, headers: dict[str, str], body: Any = None) -> httpx.Response:
        return self.http.post(f"/api/queue/{path}", json=body, headers=headers)

    def put(self, place: int, headers: dict[str, str], status: str, **more: Any) -> httpx.Response:
        return self.http.put(f"/api/queue/{place}/status", json={"status": status, **more}, headers=headers)

    def current(self, headers: dict[str, str], **asked: Any) -> Any:
        return self.http.get("/api/queue/current", params=asked, headers=headers).json()["data"]


@pytest.fixture
def counter(centre_database: Database, tmp_path: Path) -> Iterator[Counter]:
    clinic = LittleClinic(centre_database, tmp_path)
    server = RunningServer(clinic.centre)
    server.start()
    counter = Counter(clinic, server.url)
    yield counter
    counter.http.close()
    server.stop()


def refused(reply: httpx.Response) -> tuple[int, str]:
    return reply.status_code, reply.json()["error"]["code"]


def test_visit_from_joining_to_its_end(counter: Counter) -> None:
    desk, doctor = counter.staff(), counter.staff(Role.DOCTOR)
    own = doctor_id_of(counter, doctor)
    joined = counter.joined(desk, doctor_id=own, reason_for_visit="cough", urgency_level="urgent")
    assert (joined["outcome"], joined["token_number"], joined["queue_position"]) == ("joined", "20260309-001", 1)
    called = counter.post("call-next", doctor, {"room": "Room 9"}).json()["data"]
    assert (called["queue_id"], called["current_status"], called["room"]) == (joined["queue_id"], "called", "Room 9")
    assert called["patient_name"] == "Jane Sample"
    for status in ("in_consultation", "completed"):
        reply = counter.put(joined["queue_id"], doctor, status, notes="stable")
        assert (reply.status_code, reply.json()["data"]["current_status"]) == (200, status)
    whole = counter.http.get(f"/api/queue/{joined['queue_id']}", headers=desk).json()["data"]
    assert (whole["notes"], whole["claims"], whole["ai_priority_factors"]) == (
        "stable", {"urgency_level": "urgent"}, None,
    )  # fmt: skip
    assert counter.current(desk) == []


def doctor_id_of(counter: Counter, headers: dict[str, str]) -> int:
    """The id of the doctor who holds these headers: the newest."""
    with counter.clinic.centre.read() as reading:
        return int(reading.scalar(select(users.c.id).order_by(users.c.id.desc()).limit(1)))


def test_queue_shows_names_to_staff_and_numbers_to_all_others(counter: Counter) -> None:
    counter.place()
    (seen,) = counter.current(counter.staff())
    (shown,) = counter.current(counter.device("board"))
    assert (seen["doctor_name"], seen["total_waiting"], seen["total_called"]) == ("Dr Okafor", 1, 0)
    assert (seen["queue"][0]["patient_name"], seen["queue"][0]["priority_score"]) == ("Jane Sample", 0)
    assert shown["queue"][0]["token_number"] == "20260309-001"
    assert {name for name, value in shown["queue"][0].items() if value is None} >= {
        "patient_name", "triage_level", "priority_score", "special_reason", "patient_id",
    }  # fmt: skip


def test_what_staff_read_is_audited_once_and_what_a_board_shows_is_not(counter: Counter) -> None:
    counter.place()
    board, desk = counter.device("board"), counter.staff()
    counter.current(board)
    assert readings(counter) == 0
    for _ in range(3):
        counter.current(desk)
    assert readings(counter) == 1
    counter.current(counter.staff(Role.NURSE))
    assert readings(counter) == 2


def readings(counter: Counter) -> int:
    with counter.clinic.centre.read() as reading:
        return len(reading.all(select(audit_trail.c.id).where(audit_trail.c.intent == "read_queue")))


def test_claims_are_recorded_and_the_answer_explains_the_record(counter: Counter) -> None:
    first, second = counter.place(), counter.place()
    nurse = counter.staff(Role.NURSE)
    counter.post(f"{second}/triage", nurse, {"level": 3})
    counter.clinic.clock.move(FIVE_MINUTES)
    body = {
        "doctor_id": counter.doctor,
        "queue_id": second,
        "priority_factors": {"medical_urgency": 0.9, "wait_time": 600, "patient_age": 99},
    }
    told = counter.post("prioritize", nurse, body).json()["data"]
    assert told["claims"] == {"urgency_level": "routine", "medical_urgency": "0.9", "wait_time": 600, "patient_age": 99}
    factors = told["ai_priority_factors"]["factors"]
    assert abs(100 * prod(factor["value"] for factor in factors) - told["priority_score"]) <= 1e-9
    assert [factor["sentence"] for factor in factors] == [
        "waited 5 min of the reference 90",
        "triage 3: target 45 instead of 90 min",
    ]
    assert told["queue_position"] == 1
    assert told["medical_urgency_score"] * told["wait_time_score"] / 100 == pytest.approx(told["priority_score"])
    assert counter.current(nurse)[0]["queue"][1]["queue_id"] == first


def test_illegal_transition_names_the_legal_ones(counter: Counter) -> None:
    place, desk = counter.place(), counter.staff()
    reply = counter.put(place, desk, "completed")
    assert refused(reply) == (409, "illegal_transition")
    error = reply.json()["error"]
    assert (error["current_status"], error["legal"]) == ("waiting", ["called", "cancelled", "in_consultation"])
    assert counter.put(place, desk, "called").status_code == 200
    assert refused(counter.put(place, desk, "called")) == (409, "illegal_transition")


def test_call_that_is_sent_again_with_its_key_calls_nobody_else(counter: Counter) -> None:
    first, second = counter.place(), counter.place()
    headers = {**counter.staff(), "Idempotency-Key": "a1"}
    body = {"doctor_id": counter.doctor}
    called = [counter.post("call-next", headers, body).json()["data"]["queue_id"] for _ in range(3)]
    assert called == [first] * 3
    headers["Idempotency-Key"] = "a2"
    assert counter.post("call-next", headers, body).json()["data"]["queue_id"] == second
    assert refused(counter.post("call-next", {**headers, "Idempotency-Key": "a3"}, body)) == (409, "nobody_waits")


def test_doctor_calls_for_nobody_else_and_the_desk_says_for_whom(counter: Counter) -> None:
    counter.place()
    doctor = counter.staff(Role.DOCTOR)
    assert refused(counter.post("call-next", doctor, {"doctor_id": counter.doctor})) == (403, "not_allowed")
    assert refused(counter.post("call-next", counter.staff(), {})) == (409, "doctor_needed")
    assert refused(counter.post("call-next", counter.staff(), {"doctor_id": 999})) == (404, "unknown_doctor")


def test_red_flag_and_triage_1_are_an_alarm_and_no_place_in_the_line(counter: Counter) -> None:
    kiosk, nurse = counter.device("kiosk"), counter.staff(Role.NURSE)
    alarm = counter.joined(kiosk, red_flag=True)
    assert (alarm["outcome"], alarm["token_number"], alarm["queue_id"]) == ("emergency", "20260309-001", None)
    place = counter.place()
    raised = counter.post(f"{place}/triage", nurse, {"level": 1}).json()["data"]
    assert (raised["is_emergency"], raised["current_status"], raised["queue_position"]) == (True, "called", None)
    assert raised["priority_score"] is None


def test_each_step_over_http(counter: Counter) -> None:
    place, desk, nurse = counter.place(), counter.staff(), counter.staff(Role.NURSE)
    counter.post("call-next", desk, {"doctor_id": counter.doctor})
    seen = [
        (step, counter.post(f"{place}/{step}", headers, body))
        for step, headers, body in (
            ("recall", desk, None),
            ("absent", desk, None),
            ("undo", desk, None),
            ("park", desk, None),
            ("unpark", desk, None),
            ("triage", nurse, {"level": 2}),
            ("override", desk, {"reason": "Fainted at the desk"}),
            ("transfer", desk, {"doctor_id": counter.doctor}),
        )
    ]
    assert [(step, reply.status_code) for step, reply in seen if reply.status_code != 200] == []
    whole = seen[-1][1].json()["data"]
    assert (whole["triage_level"], whole["override_reason"], whole["recall_count"]) == (2, "Fainted at the desk", 0)
    assert [note["key"] for note in whole["ai_priority_factors"]["notes"]] == ["override"]
    assert refused(counter.post(f"{place}/unpark", desk)) == (409, "illegal_transition")
    assert counter.post(f"{place}/undo", desk).json()["data"]["override_reason"] is None
    assert refused(counter.post(f"{place}/undo", desk)) == (409, "nothing_to_undo")


def test_fourth_recall_is_refused(counter: Counter) -> None:
    place, desk = counter.place(), counter.staff()
    counter.post("call-next", desk, {"doctor_id": counter.doctor})
    replies = [counter.post(f"{place}/recall", desk) for _ in range(4)]
    assert [reply.status_code for reply in replies] == [200, 200, 200, 409]
    assert refused(replies[-1]) == (409, "no_more_recalls")


def test_steps_are_open_to_those_who_may_take_them(counter: Counter) -> None:
    place = counter.place()
    callers = {role: counter.staff(role) for role in STAFF}
    callers |= {Role.KIOSK: counter.device("kiosk"), Role.DISPLAY: counter.device("board"), Role.PUBLIC: {}}
    callers[Role.PATIENT] = patient_headers(counter.clinic.centre, counter.patient()["uid"])
    for step, body in STEPS.items():
        may = CLINICAL if step == "triage" else DESK if step == "override" else STAFF
        for role, headers in callers.items():
            status = counter.post(f"{place}/{step}", headers, body).status_code
            assert (status in (401, 403)) is (role not in may), (step, role, status)
    for role in (Role.KIOSK, Role.DISPLAY, Role.PATIENT, Role.PUBLIC):
        assert counter.put(place, callers[role], "called").status_code in (401, 403)
        assert counter.post("call-next", callers[role], {"doctor_id": counter.doctor}).status_code in (401, 403)
    body = {"patient_id": counter.patient()["id"], "doctor_id": counter.doctor}
    assert counter.post("join", callers[Role.KIOSK], body).status_code == 200
    assert counter.post("join", callers[Role.DISPLAY], body).status_code == 403


def test_reception_sets_the_triage_level_where_the_location_lets_it(counter: Counter) -> None:
    place, desk, path = counter.place(), counter.staff(), "/api/locations/1/queue-policy"
    reply = counter.post(f"{place}/triage", desk, {"level": 3})
    assert refused(reply) == (403, "not_for_reception")
    admin, policy = counter.staff(Role.ADMIN), {"preset": "mts", "triage_by_reception": True}
    allowed = counter.http.put(path, json={"policy": policy}, headers=admin)
    assert allowed.json()["data"]["document"]["triage_by_reception"] is True
    assert counter.post(f"{place}/triage", desk, {"level": 3}).json()["data"]["triage_level"] == 3
    assert refused(counter.post(f"{place}/triage", admin, {"level": 2})) == (403, "not_allowed")


def test_place_is_unknown_at_another_location_and_where_there_is_none(counter: Counter) -> None:
    place = counter.place()
    away = counter.staff(Role.NURSE, counter.elsewhere)
    for step, body in STEPS.items():
        if step != "override":
            assert refused(counter.post(f"{place}/{step}", away, body)) == (404, "unknown_queue_entry")
    assert refused(counter.put(place, away, "called")) == (404, "unknown_queue_entry")
    assert refused(counter.http.get(f"/api/queue/{place}", headers=away)) == (404, "unknown_queue_entry")
    assert refused(counter.put(4711, counter.staff(), "called")) == (404, "unknown_queue_entry")
    reply = counter.http.get("/api/queue/current", params={"location_id": 1}, headers=away)
    assert refused(reply) == (404, "unknown_place")
    assert counter.current(away) == []
    body = {"patient_id": counter.patient()["id"], "doctor_id": counter.doctor, "location_id": 1}
    assert refused(counter.post("join", away, body)) == (404, "unknown_place")
    assert refused(counter.post("join", counter.staff(), {**body, "location_id": 99}))[0] == 404


def test_board_of_another_location_sees_its_own_queue_alone(counter: Counter) -> None:
    counter.place()
    board = counter.device("board", counter.elsewhere)
    assert counter.current(board) == []
    reply = counter.http.get("/api/queue/current", params={"location_id": 1}, headers=board)
    assert refused(reply) == (404, "unknown_place")


def test_patient_reads_their_own_place_and_no_other(counter: Counter) -> None:
    jane, joan = counter.patient(), counter.patient(first_name="Joan")
    own, other = counter.place(patient=jane["id"]), counter.place(patient=joan["id"])
    headers = patient_headers(counter.clinic.centre, jane["uid"])
    place = counter.http.get(f"/api/queue/{own}", headers=headers).json()["data"]
    assert (place["queue_position"], place["patient_name"], place["ai_priority_factors"]) == (1, None, None)
    assert refused(counter.http.get(f"/api/queue/{other}", headers=headers)) == (404, "unknown_queue_entry")


def test_patient_of_two_records_reads_the_place_of_the_older_and_gets_no_second(counter: Counter) -> None:
    old, jane = counter.patient(), counter.patient()
    before = counter.place(patient=old["id"])
    with counter.clinic.centre.work("merge", "system") as work:
        work.change(patients, {**old, "merged_into_uid": None}, merged_into_uid=jane["uid"])
    headers = patient_headers(counter.clinic.centre, jane["uid"])
    assert counter.http.get(f"/api/queue/{before}", headers=headers).status_code == 200
    counter.put(before, counter.staff(), "cancelled")
    again = [counter.place(patient=one["id"]) for one in (old, jane, old)]
    assert len(set(again)) == 1


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("join", {"patient_id": 1, "urgency_level": "very"}),
        ("join", {"patient_id": "1"}),
        ("join", {"patient_id": 2**60}),
        ("prioritize", {"doctor_id": 1, "queue_id": 1, "priority_factors": {"wait_time": -1}}),
        ("prioritize", {"doctor_id": 1, "queue_id": 1, "priority_factors": 7}),
        ("1/triage", {"level": 0}),
        ("1/triage", {"level": 2.5}),
        ("1/override", {"reason": ""}),
        ("1/transfer", {}),
    ],
)
def test_fields_of_a_wrong_kind_are_refused_by_name(counter: Counter, path: str, body: Any) -> None:
    role = Role.RECEPTIONIST if "override" in path else Role.NURSE
    assert refused(counter.post(path, counter.staff(role), body)) == (422, "wrong_fields")


def test_waiting_place_says_when_its_target_falls_due(counter: Counter) -> None:
    place = counter.place()
    whole = counter.http.get(f"/api/queue/{place}", headers=counter.staff()).json()["data"]
    assert whole["due_at"] == (MORNING + timedelta(minutes=90)).isoformat()
    with counter.clinic.centre.read() as reading:
        assert reading.scalar(select(queue_management.c.triage_level)) is None


def test_every_change_is_seen_at_once_though_unchanged_rows_are_remembered(counter: Counter) -> None:
    jane = counter.patient()
    early, late = counter.place(patient=jane["id"]), counter.place()
    nurse = counter.staff(Role.NURSE)

    def seen() -> Any:
        (queue,) = counter.current(nurse)
        return queue

    assert [place["queue_id"] for place in seen()["queue"]] == [early, late]
    counter.clinic.clock.move(FIVE_MINUTES)
    assert seen()["queue"][0]["priority_score"] == pytest.approx(100 * 5 / 90, abs=0.01)
    counter.post(f"{late}/triage", nurse, {"level": 2})
    assert [place["queue_id"] for place in seen()["queue"]] == [late, early]
    with counter.clinic.centre.work("rename", "system") as work:
        work.change(patients, jane, first_name="Joan")
    assert seen()["queue"][1]["patient_name"] == "Joan Sample"
    with counter.clinic.centre.work("rename", "system") as work:
        work.change(users, counter.clinic.doctor, display_name="Dr O.")
    assert seen()["doctor_name"] == "Dr O."
    with counter.clinic.centre.work("close", "system") as work:
        (hours,) = work.all(select(availability))
        work.change(availability, hours, is_available=False)
    assert seen()["queue"][0]["estimated_wait_time_minutes"] is None
    with counter.clinic.centre.work("set_up", "system") as work:
        policy = {"targets_min": {"2": 15, "3": 45, "4": 200}, "appointment_target_min": 100}
        work.change(locations, {**counter.clinic.location, "queue_policy": None}, queue_policy=policy)
    assert seen()["queue"][1]["target_minutes"] == 200
