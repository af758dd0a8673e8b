"""Two desks that are cut off from each other call the same person of the pool: one call stands, and one visit."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue.calling import call_next
from server_sync.desk.queue.outcomes import Done, Joined
from server_sync.desk.queue.steps import set_status
from server_sync.desk.queue.undo import undo
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.records.database import Database
from server_sync.records.tables import appointments, patients, users
from tests.clinics import Device, LittleClinic

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def desks(clinic: LittleClinic) -> list[Device]:
    """Two receptions; somebody waits for whoever is free."""
    desks = [clinic.enrol("N", 1, "reception"), clinic.enrol("S", 2, "reception")]
    with clinic.centre.work("add_doctor", "admin") as work:
        work.create(users, display_name="Dr Haddad", role="doctor", room="Room 5", location_id=clinic.location["id"])
    with clinic.centre.work("walk_in", "desk") as work:
        patient = work.create(patients, patient_number="PAT-2026-00001", first_name="Jane", last_name="Sample")
    with clinic.centre.work("walk_in", "desk") as work:
        assert isinstance(join(work, Joining(patient["id"], clinic.location["id"])), Joined)
    clinic.sync(*desks)
    return desks


def call(clinic: LittleClinic, desk: Device, doctor: str) -> int:
    """The id of whoever was called."""
    with desk.replica.read() as reading:
        doctor_id = reading.scalar(select(users.c.id).where(users.c.display_name == doctor))
    with desk.replica.work("call_next", "desk") as work:
        outcome = call_next(work, clinic.location["id"], doctor_id)
    assert isinstance(outcome, Done)
    return int(outcome.place.place.id)


def visits(clinic: LittleClinic) -> list[tuple[int, str]]:
    """Doctor and state of each appointment, by who made it."""
    with clinic.centre.read() as reading:
        rows = reading.all(select(appointments).order_by(appointments.c.id))
    return [(row["doctor_id"], row["status"]) for row in rows]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_visit_of_the_call_that_came_second_is_called_off_whichever_is_heard_first(
    clinic: LittleClinic, desks: list[Device], order: tuple[int, int]
) -> None:
    north, south = desks
    place = call(clinic, north, "Dr Okafor")
    clinic.clock.move(MINUTE)
    assert call(clinic, south, "Dr Haddad") == place
    for at in order:
        clinic.push(desks[at])
    clinic.sync(*desks)
    (row,) = clinic.places()
    assert row["current_status"] == "called"
    assert row["doctor_id"] == clinic.doctor["id"]
    assert [status for _, status in visits(clinic)] == ["confirmed", "cancelled"]
    with north.replica.read() as reading, south.replica.read() as other:
        query = select(appointments.c.uid, appointments.c.status).order_by(appointments.c.uid)
        assert [tuple(one.values()) for one in reading.all(query)] == [tuple(one.values()) for one in other.all(query)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_visit_of_whoever_took_them_in_stands(
    clinic: LittleClinic, desks: list[Device], order: tuple[int, int]
) -> None:
    north, south = desks
    call(clinic, north, "Dr Okafor")
    clinic.clock.move(MINUTE)
    place = call(clinic, south, "Dr Haddad")
    with south.replica.work("set_queue_status", "desk") as work:
        assert isinstance(set_status(work, place, QueueStatus.IN_CONSULTATION), Done)
    for at in order:
        clinic.push(desks[at])
    clinic.sync(*desks)
    (row,) = clinic.places()
    assert (row["current_status"], row["called_room"]) == ("in_consultation", "Room 5")
    assert [status for _, status in visits(clinic)] == ["cancelled", "in_progress"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_visit_of_a_call_of_somebody_who_was_sent_home_elsewhere_is_called_off(
    clinic: LittleClinic, desks: list[Device], order: tuple[int, int]
) -> None:
    north, south = desks
    place = call(clinic, north, "Dr Okafor")
    with south.replica.work("set_queue_status", "desk") as work:
        assert isinstance(set_status(work, place, QueueStatus.CANCELLED), Done)
    for at in order:
        clinic.push(desks[at])
    clinic.sync(*desks)
    assert [row["current_status"] for row in clinic.places()] == ["cancelled"]
    assert [status for _, status in visits(clinic)] == ["cancelled"]


def test_somebody_who_is_taken_in_after_their_call_was_taken_back_is_in_progress_everywhere(
    clinic: LittleClinic, desks: list[Device]
) -> None:
    """The visit of the first call is theirs again: its step must not be said over by what it was before."""
    north, south = desks
    place = call(clinic, north, "Dr Okafor")
    with north.replica.work("undo_queue_step", "desk") as work:
        assert isinstance(undo(work, place), Done)
    with north.replica.work("set_queue_status", "desk") as work:
        taken = set_status(work, place, QueueStatus.IN_CONSULTATION, doctor_id=clinic.doctor["id"])
    assert isinstance(taken, Done)
    clinic.sync(north, south)
    assert visits(clinic) == [(clinic.doctor["id"], "in_progress")]
    with south.replica.read() as reading:
        assert reading.scalar(select(appointments.c.status)) == "in_progress"
