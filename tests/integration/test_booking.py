"""Booking at the centre, over HTTP: who may, what is a slot, who is recognised, what follows."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from server_sync.central.sync.device_keys import hash_of
from server_sync.clinic.roles import Role
from server_sync.clinic.visits import AppointmentStatus
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.records.database import Database
from server_sync.records.tables import (
    appointments,
    audit_trail,
    availability,
    devices,
    locations,
    patients,
    payments,
    queue_management,
    slot_counts,
    users,
)
from tests.access import device_headers, patient_headers, staff_headers
from tests.clinics import MORNING, LittleClinic, count_rows
from tests.sites import RunningServer

BOOK = "/api/appointments/book"
FREE = "/api/appointments/availability"
JANE = {"first_name": "Jane", "last_name": "Sample", "phone": "+44 7700 900123", "email": "jane@example.org"}
TEN = "2026-03-09 10:00:00"


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def http(clinic: LittleClinic) -> Iterator[httpx.Client]:
    """Somebody who has not said who they are."""
    server = RunningServer(clinic.centre)
    server.start()
    with httpx.Client(base_url=server.url, trust_env=False, timeout=20) as client:
        yield client
    server.stop()


def wish(clinic: LittleClinic, at: str = TEN, **more: Any) -> dict[str, Any]:
    return {"doctor_id": clinic.doctor["id"], "scheduled_date": at, "patient_details": JANE, **more}


def booked(http: httpx.Client, body: dict[str, Any], **options: Any) -> dict[str, Any]:
    reply = http.post(BOOK, json=body, **options)
    assert reply.status_code == 200, reply.text
    told: dict[str, Any] = reply.json()["data"]
    return told


def refused(reply: httpx.Response) -> tuple[int, str]:
    assert reply.json()["success"] is False, reply.text
    return reply.status_code, reply.json()["error"]["code"]


def times(http: httpx.Client, **asked: Any) -> list[str]:
    """The free slots of the one doctor, as local times of their days."""
    reply = http.get(FREE, params={"date": "2026-03-09", **asked})
    assert reply.status_code == 200, reply.text
    (doctor,) = reply.json()["data"]
    return [slot["start_time"][11:16] for slot in doctor["available_slots"]]


def held(clinic: LittleClinic) -> int:
    """How many cells of five minutes are taken, counted as often as they are."""
    with clinic.centre.read() as reading:
        return int(reading.scalar(select(func.coalesce(func.sum(slot_counts.c.taken), 0))))


def staff(clinic: LittleClinic, role: Role = Role.RECEPTIONIST, location_id: int | None = None) -> dict[str, str]:
    return staff_headers(clinic.centre, role, location_id=location_id)


def test_a_stranger_books_a_free_slot_and_gets_its_number(clinic: LittleClinic, http: httpx.Client) -> None:
    told = booked(http, wish(clinic, duration_minutes=30, payment_method="card", payment_amount=50))
    assert told["appointment_number"] == "APT-2026-0001"
    assert told["status"] == "scheduled"
    assert isinstance(told["id"], int)
    assert len(told["booking_code"]) == 8
    assert (told["start_time"], told["end_time"]) == (TEN, "2026-03-09 10:30:00")
    assert told["starts_at"] == "2026-03-09T10:00:00+00:00"
    assert told["patient_name"] is None
    assert "10:00" not in times(http)
    with clinic.centre.read() as reading:
        payment = reading.first(select(payments))
        assert payment is not None
        assert (payment["method"], payment["status"], str(payment["amount"])) == ("card", "pending", "50.00")
        assert payment["currency"] == "EUR"
    assert booked(http, wish(clinic, "2026-03-09 10:30:00"))["appointment_number"] == "APT-2026-0002"


def test_a_full_slot_is_refused_with_the_nearest_free_ones(clinic: LittleClinic, http: httpx.Client) -> None:
    booked(http, wish(clinic))
    before = held(clinic), count_rows(clinic.centre, patients)
    late = wish(clinic) | {"patient_details": {"first_name": "John", "last_name": "Other", "phone": "07700 900456"}}
    reply = http.post(BOOK, json=late)
    assert refused(reply) == (409, "slot_full")
    near = [slot["start_time"] for slot in reply.json()["error"]["alternatives"]]
    assert near == [f"2026-03-09 {at}:00" for at in ("09:30", "10:30", "11:00", "11:30", "12:00")]
    assert (held(clinic), count_rows(clinic.centre, patients)) == before


def test_whoever_is_known_is_recognised_however_they_write_themselves(clinic: LittleClinic, http: httpx.Client) -> None:
    booked(http, wish(clinic))
    again = {"first_name": "JANE ", "last_name": "sämple", "phone": "07700-900123"}
    booked(http, wish(clinic, "2026-03-09 11:00:00") | {"patient_details": again})
    by_mail = {"first_name": "Jane", "last_name": "Sample", "email": "JANE@example.org"}
    booked(http, wish(clinic, "2026-03-09 12:00:00") | {"patient_details": by_mail})
    assert count_rows(clinic.centre, patients) == 1
    sister = JANE | {"first_name": "Joan"}
    booked(http, wish(clinic, "2026-03-09 13:00:00") | {"patient_details": sister})
    assert count_rows(clinic.centre, patients) == 2


def test_a_birth_date_tells_namesakes_apart(clinic: LittleClinic, http: httpx.Client) -> None:
    for place, born in enumerate(("1958-03-14", "1988-03-14", None, "1958-03-14")):
        details = JANE if born is None else JANE | {"date_of_birth": born}
        booked(http, wish(clinic, f"2026-03-09 1{place}:00:00") | {"patient_details": details})
    assert count_rows(clinic.centre, patients) == 2


def test_a_merged_record_leads_to_the_one_that_stands(clinic: LittleClinic, http: httpx.Client) -> None:
    booked(http, wish(clinic))
    with clinic.centre.work("merge", "system") as work:
        old = work.first(select(patients))
        assert old is not None
        other = work.create(patients, patient_number="PAT-2026-00099", first_name="Jane", last_name="Sample-Jones")
        work.change(patients, old, merged_into_uid=other["uid"])
    told = booked(http, wish(clinic, "2026-03-09 11:00:00"), headers=staff(clinic))
    assert told["patient_number"] == "PAT-2026-00099"


IMPOSSIBLE: list[tuple[dict[str, Any], tuple[int, str]]] = [
    ({"scheduled_date": "2026-03-09 10:10:00"}, (409, "not_a_slot")),
    ({"scheduled_date": "2026-03-09 23:00:00"}, (409, "not_a_slot")),
    ({"scheduled_date": "2026-03-09 08:30:00"}, (409, "in_the_past")),
    ({"scheduled_date": "1999-03-09 08:30:00"}, (409, "in_the_past")),
    ({"scheduled_date": "2027-06-01 10:00:00"}, (409, "too_far_ahead")),
    ({"scheduled_date": "2199-12-31T23:59:59-14:00"}, (409, "too_far_ahead")),
    ({"scheduled_date": "2026-02-30 10:00:00"}, (409, "no_such_time")),
    ({"scheduled_date": "2026-03-29 01:30:00"}, (409, "no_such_time")),
    ({"scheduled_date": "tomorrow"}, (422, "wrong_fields")),
    ({"duration_minutes": 45}, (409, "odd_duration")),
    ({"scheduled_date": "2026-03-09 11:00", "duration_minutes": 480}, (409, "not_a_slot")),
    ({"duration_minutes": 7}, (422, "wrong_fields")),
    ({"doctor_id": 999_999}, (404, "unknown_doctor")),
    ({"doctor_id": 2**53}, (404, "unknown_doctor")),
    ({"doctor_id": True}, (422, "wrong_fields")),
    ({"location_id": 999_999}, (409, "not_there")),
    ({"urgency_level": "mortal"}, (422, "wrong_fields")),
    ({"payment_amount": -1}, (422, "wrong_fields")),
    ({"payment_method": "gold"}, (422, "wrong_fields")),
    ({"patient_details": {"first_name": "Jane", "last_name": "Sample"}}, (409, "contact_needed")),
    ({"patient_details": {"first_name": "Jane", "last_name": "Sample", "phone": "12"}}, (409, "contact_needed")),
    ({"patient_details": JANE | {"email": "nobody"}}, (422, "wrong_fields")),
    ({"patient_details": JANE | {"first_name": "J\u0000"}}, (422, "wrong_fields")),
]


def test_what_cannot_be_booked_says_why_and_leaves_nothing(clinic: LittleClinic, http: httpx.Client) -> None:
    for change, expected in IMPOSSIBLE:
        assert refused(http.post(BOOK, json=wish(clinic) | change)) == expected, change
    assert held(clinic) == 0
    assert count_rows(clinic.centre, patients) == 0


def test_nobody_books_with_a_doctor_who_left_or_somebody_who_is_none(clinic: LittleClinic, http: httpx.Client) -> None:
    with clinic.centre.work("set_up", "system") as work:
        nurse = work.create(users, display_name="Nurse Lind", role="nurse", location_id=clinic.location["id"])
        work.change(users, {**clinic.doctor, "is_active": True}, is_active=False)
    assert refused(http.post(BOOK, json=wish(clinic))) == (409, "doctor_inactive")
    assert refused(http.post(BOOK, json=wish(clinic, doctor_id=nurse["id"]))) == (404, "unknown_doctor")
    assert http.get(FREE).json()["data"] == []


def test_a_clinic_that_takes_no_public_bookings_still_books_at_its_desk(
    clinic: LittleClinic, http: httpx.Client
) -> None:
    with clinic.centre.work("set_up", "system") as work:
        work.change(locations, {**clinic.location, "public_booking": True}, public_booking=False)
    assert refused(http.post(BOOK, json=wish(clinic))) == (403, "not_public")
    assert refused(http.get(FREE, params={"location_id": clinic.location["id"]})) == (403, "not_public")
    assert refused(http.get(FREE, params={"doctor_id": clinic.doctor["id"]})) == (403, "not_public")
    assert http.get(FREE).json()["data"] == []
    told = booked(http, wish(clinic), headers=staff(clinic))
    assert told["patient_name"] == "Jane Sample"


def test_a_patient_moves_nothing_to_where_only_the_desk_books(clinic: LittleClinic, http: httpx.Client) -> None:
    told = booked(http, wish(clinic))
    with clinic.centre.work("set_up", "system") as work:
        jane = work.first(select(patients))
        work.change(locations, {**clinic.location, "public_booking": True}, public_booking=False)
    assert jane is not None
    url, body = f"/api/appointments/{told['id']}/reschedule", {"scheduled_date": "2026-03-09 12:00"}
    reply = http.post(url, json=body, headers=patient_headers(clinic.centre, jane["uid"]))
    assert refused(reply) == (403, "not_public")
    assert "alternatives" not in reply.json()["error"]
    assert http.post(url, json=body, headers=staff(clinic)).status_code == 200


def test_two_strangers_who_number_their_requests_alike_both_book(clinic: LittleClinic, http: httpx.Client) -> None:
    key = {"Idempotency-Key": "1"}
    other = {"first_name": "John", "last_name": "Other", "phone": "07700 900456"}
    jane = booked(http, wish(clinic), headers=key)
    john = booked(http, wish(clinic, "2026-03-09 11:00:00", patient_details=other), headers=key)
    assert jane["id"] != john["id"]
    assert booked(http, wish(clinic), headers=key) == jane
    reply = http.post(BOOK, json=wish(clinic, "2026-03-09 12:00:00"), headers=key)
    assert refused(reply) == (409, "idempotency_key_reused")


def test_only_who_books_at_the_desk_is_known_to_be_who_they_say(clinic: LittleClinic, http: httpx.Client) -> None:
    with clinic.centre.work("set_up", "system") as work:
        placed = {"location_id": clinic.location["id"], "series": "K", "id_block": 40}
        work.create(devices, name="Kiosk", kind="kiosk", key_hash=hash_of("a kiosk's key"), **placed)
    callers = {"Kim": device_headers("a kiosk's key"), "Pat": {}, "Sam": staff(clinic)}
    for place, (name, headers) in enumerate(callers.items()):
        details = JANE | {"first_name": name}
        booked(http, wish(clinic, f"2026-03-09 1{place}:00:00", patient_details=details), headers=headers)
    with clinic.centre.read() as reading:
        known = {row["first_name"]: row["is_verified"] for row in reading.all(select(patients))}
    assert known == {"Kim": False, "Pat": False, "Sam": True}


@pytest.mark.parametrize("step", ["cancel", "confirm", "no-show"])
def test_a_step_that_was_taken_before_is_a_reading_and_audited(
    clinic: LittleClinic, http: httpx.Client, step: str
) -> None:
    told = booked(http, wish(clinic))
    clinic.clock.move(timedelta(hours=2))
    url, desk = f"/api/appointments/{told['id']}/{step}", staff(clinic)
    assert http.post(url, json={}, headers=desk).status_code == 200
    written = count_rows(clinic.centre, audit_trail)
    reply = http.post(url, json={}, headers=desk)
    assert reply.json()["data"]["patient_name"] == "Jane Sample"
    assert count_rows(clinic.centre, audit_trail) == written + 1
    with clinic.centre.read() as reading:
        newest = reading.first(select(audit_trail).order_by(audit_trail.c.id.desc()).limit(1))
    assert newest is not None
    assert newest["intent"] == "read_appointment"


@pytest.mark.parametrize("is_free", [True, False])
def test_a_third_absence_that_is_taken_back_takes_its_place_again_where_it_is_free(
    clinic: LittleClinic, http: httpx.Client, is_free: bool
) -> None:
    told = booked(http, wish(clinic, "2026-03-09 09:30:00"))
    with clinic.centre.work("check_in", "system") as work:
        row = work.first(select(appointments))
        assert row is not None
        check_in(work, row["uid"], TicketPrinting("en", has_printer=False))
        place = work.scalar(select(queue_management.c.id))
    clinic.clock.move(timedelta(minutes=31))
    for _ in range(3):
        desk = staff(clinic)
        http.put(f"/api/queue/{place}/status", json={"status": "called"}, headers=desk)
        assert http.post(f"/api/queue/{place}/absent", headers=desk).status_code == 200
    assert held(clinic) == 0
    if not is_free:
        with clinic.centre.work("odd", "system") as work:
            work.connection.execute(slot_counts.update().values(taken=1, capacity=1))
    before = held(clinic)
    assert http.post(f"/api/queue/{place}/undo", headers=staff(clinic)).status_code == 200
    with clinic.centre.read() as reading:
        row = reading.first(select(appointments).where(appointments.c.id == told["id"]))
    assert row is not None
    assert (row["status"], row["holds_slot"]) == ("confirmed", is_free)
    assert held(clinic) == (6 if is_free else before)


def test_a_cursor_at_the_edge_of_the_calendar_is_none_of_ours(clinic: LittleClinic, http: httpx.Client) -> None:
    desk = staff(clinic)
    for moment in (
        "0001-01-01T00:00:00+23:59",
        "9999-12-31T23:59:59-23:59",
        "1850-01-01T00:00:00+00:00",
        "2400-01-01T00:00:00+00:00",
    ):
        cursor = urlsafe_b64encode(f"{moment}|1".encode()).decode().rstrip("=")
        reply = http.get("/api/appointments", params={"cursor": cursor}, headers=desk)
        assert refused(reply)[1] == "bad_cursor", moment


def test_a_receptionist_of_another_location_books_there_only(clinic: LittleClinic, http: httpx.Client) -> None:
    with clinic.centre.work("set_up", "system") as work:
        north = work.create(locations, name="North", code="N2", time_zone="Europe/London")
    assert refused(http.post(BOOK, json=wish(clinic), headers=staff(clinic, location_id=north["id"])))[0] == 404
    told = booked(http, wish(clinic), headers=staff(clinic, location_id=clinic.location["id"]))
    reads = f"/api/appointments/{told['id']}"
    assert http.get(reads, headers=staff(clinic, location_id=clinic.location["id"])).status_code == 200
    assert refused(http.get(reads, headers=staff(clinic, location_id=north["id"]))) == (404, "unknown_appointment")
    assert refused(http.get(reads)) == (401, "sign_in_needed")


def test_free_slots_follow_recurring_hours_breaks_leave_and_capacity(clinic: LittleClinic, http: httpx.Client) -> None:
    with clinic.centre.work("set_up", "system") as work:
        doctor = work.create(
            users, display_name="Dr Sharma", role="doctor", specialty="Cardiology", location_id=clinic.location["id"]
        )
        common = {"doctor_id": doctor["id"], "location_id": clinic.location["id"]}
        work.create(
            availability,
            **common,
            date=date(2026, 1, 1),
            start_time=time(9),
            end_time=time(12),
            break_start_time=time(10),
            break_end_time=time(10, 30),
            max_patients_per_slot=2,
            is_recurring=True,
            recurrence_pattern="FREQ=WEEKLY;BYDAY=TU,WE",
        )
        work.create(
            availability,
            **common,
            date=date(2026, 3, 11),
            start_time=time(11),
            end_time=time(0),
            is_available=False,
        )
    asked: dict[str, Any] = {"date": "2026-03-09", "days": 7, "specialty": "cardiology"}
    (told,) = http.get(FREE, params=asked).json()["data"]
    assert (told["doctor_name"], told["specialty"]) == ("Dr Sharma", "Cardiology")
    assert [slot["start_time"] for slot in told["available_slots"]] == [
        *(f"2026-03-10 {at}:00" for at in ("09:00", "09:30", "10:30", "11:00", "11:30")),
        *(f"2026-03-11 {at}:00" for at in ("09:00", "09:30", "10:30")),
    ]
    assert {slot["location_id"] for slot in told["available_slots"]} == {clinic.location["id"]}
    nine = {"doctor_id": doctor["id"], "scheduled_date": "2026-03-10 09:00:00"}
    for name in ("Ann", "Bob"):
        booked(http, wish(clinic) | nine | {"patient_details": JANE | {"first_name": name}})
    assert refused(http.post(BOOK, json=wish(clinic) | nine)) == (409, "slot_full")
    hour = http.get(FREE, params={**asked, "doctor_id": doctor["id"], "duration": 60}).json()["data"][0]
    assert [slot["start_time"][5:16] for slot in hour["available_slots"]] == [
        "03-10 10:30",
        "03-10 11:00",
        "03-11 09:00",
    ]


def test_a_specialty_is_found_however_it_is_written(clinic: LittleClinic, http: httpx.Client) -> None:
    with clinic.centre.work("set_up", "system") as work:
        for specialty in ("Ärztliche Beratung", "Kardiologie"):
            work.create(
                users,
                display_name=f"Dr {specialty}",
                role="doctor",
                specialty=specialty,
                location_id=clinic.location["id"],
            )
    for asked, found in (("Ärztliche Beratung", 1), ("KARDIOLOGIE", 1), ("Beratung", 0), ("%", 0)):
        assert len(http.get(FREE, params={"specialty": asked}).json()["data"]) == found, asked


def test_a_time_long_past_is_answered_with_what_is_free_from_now_on(clinic: LittleClinic, http: httpx.Client) -> None:
    reply = http.post(BOOK, json=wish(clinic, "2025-06-01 10:00:00"))
    near = [slot["start_time"][:16] for slot in reply.json()["error"]["alternatives"]]
    assert near == [f"2026-03-09 {at}" for at in ("09:30", "10:00", "10:30", "11:00", "11:30")]


def test_free_slots_of_today_are_those_still_ahead(clinic: LittleClinic, http: httpx.Client) -> None:
    assert times(http)[0] == "09:30"
    clinic.clock.move(timedelta(hours=6, minutes=1))
    assert http.get(FREE).json()["data"][0]["available_slots"][0]["start_time"] == "2026-03-09 15:30:00"
    assert refused(http.get(FREE, params={"doctor_id": 4711})) == (404, "unknown_doctor")
    assert refused(http.get(FREE, params={"location_id": 4711})) == (404, "unknown_place")
    assert refused(http.get(FREE, params={"days": 61})) == (422, "wrong_fields")


def test_the_hour_that_comes_twice_is_booked_twice(clinic: LittleClinic, http: httpx.Client) -> None:
    with clinic.centre.work("set_up", "system") as work:
        work.create(
            availability,
            doctor_id=clinic.doctor["id"],
            location_id=clinic.location["id"],
            date=date(2026, 10, 25),
            start_time=time(1),
            end_time=time(2),
        )
    slots = http.get(FREE, params={"date": "2026-10-25"}).json()["data"][0]["available_slots"]
    assert [slot["start_time"][11:16] for slot in slots] == ["01:00", "01:30", "01:00", "01:30"]
    for slot in slots:
        told = booked(http, wish(clinic, slot["starts_at"]))
        assert told["starts_at"] == slot["starts_at"]
    assert refused(http.post(BOOK, json=wish(clinic, "2026-10-25 01:00:00"))) == (409, "slot_full")


def test_calling_off_frees_the_place_and_can_be_repeated(clinic: LittleClinic, http: httpx.Client) -> None:
    told = booked(http, wish(clinic))
    desk = staff(clinic)
    for _ in range(2):
        reply = http.post(f"/api/appointments/{told['id']}/cancel", json={"reason": "Better"}, headers=desk)
        assert reply.json()["data"]["status"] == "cancelled"
        assert reply.json()["data"]["status_reason"] == "Better"
    assert held(clinic) == 0
    reply = http.post(f"/api/appointments/{told['id']}/confirm", headers=desk)
    assert refused(reply) == (409, "illegal_step")
    assert reply.json()["error"]["legal"] == []
    booked(http, wish(clinic))


def test_moving_an_appointment_carries_its_code_to_the_new_one(clinic: LittleClinic, http: httpx.Client) -> None:
    old = booked(http, wish(clinic, payment_amount=20, payment_method="cash"))
    desk = staff(clinic)
    url = f"/api/appointments/{old['id']}/reschedule"
    new = http.post(url, json={"scheduled_date": "2026-03-09 11:00"}, headers=desk).json()["data"]
    assert (new["booking_code"], new["rescheduled_from_uid"]) == (old["booking_code"], old["uid"])
    assert (new["status"], new["start_time"], new["payment_amount"]) == ("scheduled", "2026-03-09 11:00:00", "20.00")
    assert http.get(f"/api/appointments/{old['id']}", headers=desk).json()["data"]["status"] == "rescheduled"
    assert held(clinic) == 6
    assert {"10:00"} <= set(times(http))
    assert refused(http.post(url, json={"scheduled_date": "2026-03-09 12:00"}, headers=desk)) == (409, "illegal_step")
    other = booked(http, wish(clinic))
    reply = http.post(
        f"/api/appointments/{other['id']}/reschedule", json={"scheduled_date": "2026-03-09 11:00"}, headers=desk
    )
    assert refused(reply) == (409, "slot_full")
    assert reply.json()["error"]["alternatives"]
    assert http.get(f"/api/appointments/{other['id']}", headers=desk).json()["data"]["status"] == "scheduled"
    assert held(clinic) == 12


def test_nobody_is_missed_before_their_time(clinic: LittleClinic, http: httpx.Client) -> None:
    told, desk = booked(http, wish(clinic)), staff(clinic)
    url = f"/api/appointments/{told['id']}/no-show"
    assert refused(http.post(url, json={}, headers=desk)) == (409, "not_yet")
    clinic.clock.move(timedelta(hours=2))
    desk = staff(clinic)
    assert http.post(url, json={}, headers=desk).json()["data"]["status"] == "no_show"
    assert held(clinic) == 0


def test_who_has_checked_in_is_not_called_off(clinic: LittleClinic, http: httpx.Client) -> None:
    told = booked(http, wish(clinic))
    with clinic.centre.work("check_in", "system") as work:
        row = work.first(select(appointments))
        assert row is not None
        check_in(work, row["uid"], TicketPrinting("en", has_printer=False))
    for step in ("cancel", "no-show", "reschedule"):
        clinic.clock.move(timedelta(hours=2) if step == "no-show" else timedelta(0))
        body = {"scheduled_date": "2026-03-09 15:00"} if step == "reschedule" else {}
        reply = http.post(f"/api/appointments/{told['id']}/{step}", json=body, headers=staff(clinic))
        assert refused(reply) == (409, "has_checked_in"), step


def test_a_patient_sees_and_moves_their_own_and_nobody_elses(clinic: LittleClinic, http: httpx.Client) -> None:
    mine = booked(http, wish(clinic))
    other = JANE | {"first_name": "John", "phone": "07700 900456"}
    theirs = booked(http, wish(clinic, "2026-03-09 11:00:00") | {"patient_details": other})
    with clinic.centre.read() as reading:
        jane = reading.first(select(patients.c.uid).where(patients.c.first_name == "Jane"))
    assert jane is not None
    link = patient_headers(clinic.centre, jane["uid"])
    assert http.get(f"/api/appointments/{mine['id']}", headers=link).json()["data"]["patient_name"] == "Jane Sample"
    for step in ("", "/cancel", "/confirm", "/reschedule"):
        method = "GET" if not step else "POST"
        body = {"scheduled_date": "2026-03-09 15:00"} if step else None
        reply = http.request(method, f"/api/appointments/{theirs['id']}{step}", headers=link, json=body)
        assert refused(reply) == (404, "unknown_appointment")
    listed = http.get("/api/appointments", headers=link).json()["data"]["appointments"]
    assert [one["id"] for one in listed] == [mine["id"]]
    assert http.post(f"/api/appointments/{mine['id']}/confirm", headers=link).json()["data"]["status"] == "confirmed"
    own = booked(http, wish(clinic, "2026-03-09 14:00:00") | {"patient_details": other}, headers=link)
    assert own["patient_name"] == "Jane Sample"
    clinic.clock.move(timedelta(minutes=61))
    link = patient_headers(clinic.centre, jane["uid"])
    assert refused(http.post(f"/api/appointments/{mine['id']}/cancel", json={}, headers=link)) == (409, "in_the_past")


def test_searching_goes_on_page_by_page_in_order_of_time(clinic: LittleClinic, http: httpx.Client) -> None:
    desk = staff(clinic)
    told = [booked(http, wish(clinic, f"2026-03-09 1{4 - place}:00:00")) for place in range(5)][-1]
    http.post(f"/api/appointments/{told['id']}/cancel", json={}, headers=desk)
    found: list[str] = []
    cursor = None
    for _ in range(3):
        asked = {"limit": 2, "doctor_id": clinic.doctor["id"]} | ({"cursor": cursor} if cursor else {})
        page = http.get("/api/appointments", params=asked, headers=desk).json()["data"]
        found += [one["start_time"][11:13] for one in page["appointments"]]
        cursor = page["next_cursor"]
    assert found == ["10", "11", "12", "13", "14"]
    assert cursor is None
    for asked, expected in (
        ({"status": "cancelled"}, 1),
        ({"appointment_number": told["appointment_number"]}, 1),
        ({"date_from": "2026-03-10"}, 0),
        ({"date_from": "2026-03-09", "date_to": "2026-03-09"}, 5),
        ({"patient_id": 4711}, 0),
        ({}, 5),
    ):
        page = http.get("/api/appointments", params=asked, headers=desk).json()["data"]
        assert len(page["appointments"]) == expected, asked
    for wrong in ("x", "MjAyNnwx", "!!"):
        reply = http.get("/api/appointments", params={"cursor": wrong}, headers=desk)
        assert reply.status_code in (409, 422)


def test_days_of_a_search_are_those_of_the_clinics_own_clocks(clinic: LittleClinic, http: httpx.Client) -> None:
    with clinic.centre.work("set_up", "system") as work:
        work.change(locations, clinic.location, time_zone="America/Los_Angeles")
        late = {"doctor_id": clinic.doctor["id"], "location_id": clinic.location["id"], "date": date(2026, 3, 10)}
        work.create(availability, **late, start_time=time(20), end_time=time(22))
    told = booked(http, wish(clinic, "2026-03-10 21:00:00"))
    assert told["starts_at"] == "2026-03-10T21:00:00-07:00"
    desk = staff(clinic)
    for asked, expected in (
        ({"location_id": clinic.location["id"]}, 1),
        ({"doctor_id": clinic.doctor["id"]}, 1),
        ({"patient_id": told["patient_id"] or 1}, 1),
    ):
        for day, found in (("2026-03-09", 0), ("2026-03-10", expected), ("2026-03-11", 0)):
            reply = http.get("/api/appointments", params={**asked, "date_from": day, "date_to": day}, headers=desk)
            assert len(reply.json()["data"]["appointments"]) == found, (asked, day)


def test_the_place_stays_taken_for_whom_it_was_given(clinic: LittleClinic, http: httpx.Client) -> None:
    told = booked(http, wish(clinic))
    with clinic.centre.read() as reading:
        row = reading.first(select(appointments.c.holds_slot, appointments.c.status))
    assert row is not None
    assert (row["holds_slot"], row["status"]) == (True, AppointmentStatus.SCHEDULED)
    assert datetime.fromisoformat(told["starts_at"]) == MORNING + timedelta(hours=1)
