"""What a device may not do, in whatever words it says it: the set fails alone, and nobody else is held up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from server_sync.central.sync.receive import receive
from server_sync.protocol.canonical import Json
from server_sync.records.database import Database
from server_sync.records.tables import appointment_reminders, devices, locations, patients, payments
from tests.clinics import MORNING, Device, LittleClinic
from tests.hands import Hand, offer, rows_of, update, wire

TEN = MORNING + timedelta(hours=1)
GONE = "2026-03-09T09:00:00.000000Z"


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def hand(clinic: LittleClinic) -> Iterator[Hand]:
    device = clinic.enrol("A", 1)
    yield Hand(device, clinic)
    device.database.close()


@pytest.fixture
def stranger(clinic: LittleClinic, hand: Hand) -> Hand:
    """The same machine, once it has moved to another location."""
    device = hand.device
    with clinic.centre.work("move", "system") as work:
        elsewhere = work.create(locations, name="Elsewhere", code="N2", time_zone="Europe/London")
        row = work.first(select(devices).where(devices.c.id == device.identity.id))
        assert row is not None
        work.change(devices, row, location_id=elsewhere["id"])
    moved = Device(device.replica, replace(device.identity, location_id=elsewhere["id"]))
    return Hand(moved, clinic)


def test_person_is_not_deleted_by_an_edit_that_says_so(clinic: LittleClinic, hand: Hand) -> None:
    clinic.book(TEN)
    (person,) = rows_of(clinic, select(patients))
    edit = hand.set(update("patient", person["uid"], {"deleted_at": None}, deleted_at=GONE))
    assert offer(clinic, hand.device, edit) == ["people_are_never_deleted"]
    assert [row["deleted_at"] for row in rows_of(clinic, select(patients))] == [None]


@pytest.mark.parametrize("mark", ["deleted_at", "erased_at"])
def test_nobody_is_made_deleted_or_erased(clinic: LittleClinic, hand: Hand, mark: str) -> None:
    assert offer(clinic, hand.device, hand.set(hand.patient(7, **{mark: GONE}))) == ["people_are_never_deleted"]


def test_reminder_of_another_locations_appointment_is_left_alone(clinic: LittleClinic, stranger: Hand) -> None:
    booked = clinic.book(TEN)
    with clinic.centre.work("remind", "system") as work:
        said: dict[str, Any] = {"reminder_type": "sms", "scheduled_time": MORNING, "status": "pending"}
        reminder = work.create(appointment_reminders, appointment_id=booked["id"], **said)
    cancelling = stranger.set(update("reminder", reminder["uid"], {"status": "pending"}, status="cancelled"))
    assert offer(clinic, stranger.device, cancelling) == ["other_location"]


def test_nothing_is_paid_for_at_another_location(clinic: LittleClinic, stranger: Hand) -> None:
    booked = clinic.book(TEN)
    fields: dict[str, Json] = {"appointment_id": booked["id"], "amount": "5.00", "method": "cash"}
    assert offer(clinic, stranger.device, stranger.set(stranger.new("payment", 1, fields))) == ["other_location"]
    assert rows_of(clinic, select(payments)) == []


def test_nobody_is_checked_in_for_another_locations_appointment(clinic: LittleClinic, stranger: Hand) -> None:
    booked = clinic.book(TEN)
    here = stranger.device.identity.location_id
    place = stranger.place(1, appointment_id=booked["id"], patient_id=booked["patient_id"], location_id=here)
    assert offer(clinic, stranger.device, stranger.set(place)) == ["other_location"]


@pytest.mark.parametrize("nonsense", [["x"], {"x": 1}, "x", True])
def test_nonsense_in_place_of_a_reference_holds_up_nobody(clinic: LittleClinic, hand: Hand, nonsense: Json) -> None:
    unknown = hand.new("queue", 1, {}).uid
    (outcome,) = offer(clinic, hand.device, hand.set(update("queue", unknown, {}, appointment_id=nonsense)))
    assert outcome == "unknown_record"
    assert offer(clinic, hand.device, hand.set(hand.patient(7))) == ["applied"]


@pytest.mark.parametrize("nonsense", [1, True, "7", ["penicillin"]])
def test_what_is_no_document_is_not_stored_as_one(clinic: LittleClinic, hand: Hand, nonsense: Json) -> None:
    made = hand.set(hand.patient(7, medical_history=nonsense))
    assert offer(clinic, hand.device, made) == ["bad_document"]
    clinic.pull(hand.device)


@pytest.mark.parametrize("nonsense", [1, True, "7"])
def test_claims_that_are_no_document_are_refused(clinic: LittleClinic, hand: Hand, nonsense: Json) -> None:
    assert offer(clinic, hand.device, hand.set(hand.place(1, claims=nonsense))) == ["bad_value"]


@pytest.mark.parametrize("depth", [33, 400, 990])
def test_set_that_is_nested_without_end_fails_alone(clinic: LittleClinic, hand: Hand, depth: int) -> None:
    body = wire(hand.device, hand.set(hand.patient(7, first_name="here")), hand.set(hand.patient(8)))
    sent = json.dumps(body).replace('"here"', "[" * depth + "]" * depth)
    answers = receive(clinic.centre, hand.device.identity, sent.encode())
    assert [(one.status, one.outcome) for one in answers] == [
        ("refused", "malformed_change_set"),
        ("refused", "sequence_gap"),
    ]


@pytest.mark.parametrize("nonsense", [{}, ["x"], 7])
def test_status_that_is_no_word_fails_alone(clinic: LittleClinic, hand: Hand, nonsense: Json) -> None:
    booked = clinic.book(TEN)
    odd = hand.set(update("appointment", booked["uid"], {"status": "scheduled"}, status=nonsense))
    made = hand.set(hand.new("appointment", 2, {"appointment_number": "APT-1", "status": nonsense}))
    outcomes = offer(clinic, hand.device, odd, made, hand.set(hand.patient(7)))
    assert outcomes[2] == "applied"
    assert "applied" not in outcomes[:2]
