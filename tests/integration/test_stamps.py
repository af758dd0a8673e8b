"""Who wrote what last, and in which round a visit is: what the records keep so that merges need not guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from server_sync.clinic.stamps import OF_A_STEP
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.check_in import check_in
from server_sync.desk.queue.calling import call_next, recall
from server_sync.desk.queue.intents import QueueIntent
from server_sync.desk.queue.steps import park, set_status, unpark
from server_sync.desk.queue.undo import undo
from server_sync.desk.ticket import TicketPrinting
from server_sync.protocol.changes import Action, RecordChange
from server_sync.records import outbox
from server_sync.records.database import Database
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointment_reminders,
    appointments,
    offline_sync_logs,
    patients,
    queue_management,
)
from tests.clinics import MORNING, Device, LittleClinic

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Device:
    return clinic.enrol("B", 1)


def checked_in(replica: Replica, appointment: Row) -> int:
    """The id of somebody's place, who has arrived."""
    with replica.work("check_in", "patient") as work:
        check_in(work, appointment["uid"], TicketPrinting("en"))
    with replica.read() as reading:
        return int(reading.scalar(select(queue_management.c.id)))


def step(replica: Replica, intent: QueueIntent, operation: Callable[..., Any], *given: Any) -> None:
    with replica.work(intent, "desk") as work:
        operation(work, *given)


def place_of(replica: Replica) -> Row:
    with replica.read() as reading:
        row = reading.first(select(queue_management))
    assert row is not None
    return row


def last_changes(device: Device) -> Sequence[RecordChange]:
    return outbox.pending(device.database, 100)[-1].change_set.changes


def test_steps_of_a_visit_count_on_and_a_step_back_begins_a_new_round(clinic: LittleClinic) -> None:
    place = checked_in(clinic.centre, clinic.book(TEN))
    centre, doctor, counted = clinic.centre, clinic.doctor["id"], [place_of(clinic.centre)["step"]]
    for intent, operation, given in (
        (QueueIntent.CALL_NEXT, call_next, (clinic.location["id"], doctor)),
        (QueueIntent.RECALL, recall, (place,)),
        (QueueIntent.SET_STATUS, set_status, (place, QueueStatus.IN_CONSULTATION)),
        (QueueIntent.UNDO, undo, (place,)),
        (QueueIntent.PARK, park, (place,)),
        (QueueIntent.PARK, park, (place,)),
        (QueueIntent.UNPARK, unpark, (place,)),
    ):
        step(centre, intent, operation, *given)
        counted.append(place_of(centre)["step"])
    assert counted == [0, 1, 1000, 1001, 2000, 3000, 3000, 3001]


def test_the_centre_stamps_a_step_as_one_and_its_appointment_with_the_round(clinic: LittleClinic) -> None:
    place = checked_in(clinic.centre, clinic.book(TEN))
    step(clinic.centre, QueueIntent.CALL_NEXT, call_next, clinic.location["id"], clinic.doctor["id"])
    first = place_of(clinic.centre)["stamps"]
    clinic.clock.move(timedelta(minutes=1))
    step(clinic.centre, QueueIntent.SET_STATUS, set_status, place, QueueStatus.WAITING)
    second = place_of(clinic.centre)["stamps"]
    assert first.keys() == {"step"} == second.keys()
    assert second["step"] > first["step"]
    with clinic.centre.read() as reading:
        stamps = reading.scalar(select(appointments.c.stamps))
    assert (stamps["status/round"], stamps.keys()) == ("0000001", {"status", "status/round", "queue_token"})


def test_each_edit_at_the_centre_lays_its_stamps_over_those_before(clinic: LittleClinic) -> None:
    patient = clinic.book(TEN)["patient_id"]
    for values in ({"phone": "1", "medical_history": {"asthma": True}}, {"email": "a"}, {"phone": "2"}):
        with clinic.centre.work("edit_patient", "desk") as work:
            row = work.first(select(patients).where(patients.c.id == patient))
            assert row is not None
            work.change(patients, row, **values)
    with clinic.centre.read() as reading:
        stamps = reading.scalar(select(patients.c.stamps))
    assert stamps.keys() == {"phone", "email", "medical_history/asthma"}
    assert stamps["phone"] > stamps["email"] > stamps["medical_history/asthma"]


def test_what_is_done_at_the_centre_is_as_late_as_its_stamps_say(clinic: LittleClinic) -> None:
    clinic.book(TEN)
    with clinic.centre.work("change_patient", "desk") as work:
        person = work.first(select(patients)) or {}
        work.change(patients, person, address="Test Road 1")
    with clinic.centre.read() as reading:
        stamps = reading.scalar(select(patients.c.stamps))
        body = reading.scalar(select(offline_sync_logs.c.data).order_by(offline_sync_logs.c.id.desc()).limit(1))
    assert stamps["address"] == f"{body['made_at']}.{body['id'][-8:]}"


def test_a_device_writes_no_stamps_and_its_set_says_all_of_a_step(clinic: LittleClinic, kiosk: Device) -> None:
    appointment = clinic.book(TEN)
    clinic.pull(kiosk)
    place = checked_in(kiosk.replica, appointment)
    step(kiosk.replica, QueueIntent.SET_STATUS, set_status, place, QueueStatus.CALLED)
    change = last_changes(kiosk)[0]
    assert set(OF_A_STEP) <= change.fields.keys()
    assert change.replaced["step"] == 0
    assert "reference_time" not in change.replaced
    assert place_of(kiosk.replica)["stamps"] is None
    clinic.push(kiosk)
    assert place_of(clinic.centre)["stamps"].keys() == {"step"}


def test_a_deletion_says_what_whoever_made_it_had_seen(clinic: LittleClinic, kiosk: Device) -> None:
    appointment = clinic.book(TEN)
    clinic.pull(kiosk)
    with kiosk.replica.work("remind", "system") as work:
        values = {"appointment_id": appointment["id"], "reminder_type": "sms", "scheduled_time": TEN}
        work.create(appointment_reminders, **values, message_content="See you at ten")
    with kiosk.replica.work("forget", "system") as work:
        row = work.first(select(appointment_reminders))
        assert row is not None
        work.delete(appointment_reminders, row)
    change = last_changes(kiosk)[0]
    assert change.action is Action.DELETE
    assert change.replaced["message_content"] == "See you at ten"
    assert change.fields.keys() == {"deleted_at"}
