"""A clinic with two places: the first machine of each counts in the same series, and no two numbers are alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from server_sync.central.sync.enrolment import enrol_device, invite_device
from server_sync.central.sync.ingest import DeviceIdentity
from server_sync.desk.patients.register import Registered, register
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.records.database import Database, open_database
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, devices, locations, patients, users
from server_sync.worker.enrolment import found_device
from tests.clinics import DEVICE_KEY, Device, LittleClinic


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


def machine(clinic: LittleClinic, folder: Path, code: str) -> Device:
    """The first machine of a place, enrolled as machines are."""
    invited = invite_device(clinic.centre, "Desk", "reception", code)
    enrolment = enrol_device(clinic.centre, invited.code)
    assert enrolment is not None
    database = open_database(f"sqlite:///{folder / f'desk-{code}.db'}", key_hex=DEVICE_KEY)
    found_device(database, enrolment)
    with clinic.centre.read() as reading:
        row = reading.all(select(devices).where(devices.c.uid == enrolment.device_uid))[0]
    device = Device(
        Replica(database, clock=clinic.clock),
        DeviceIdentity(row["id"], row["uid"], row["location_id"], row["id_block"], row["kind"]),
    )
    clinic.pull(device)
    return device


@pytest.fixture
def both(clinic: LittleClinic, tmp_path: Path) -> Iterator[tuple[Device, Device]]:
    with clinic.centre.work("set_up", "system") as work:
        north = work.create(locations, name="North", code="N2", time_zone="Europe/London")
        work.create(users, display_name="Dr North", role="doctor", location_id=north["id"])
    machines = machine(clinic, tmp_path, ""), machine(clinic, tmp_path, "N2")
    yield machines
    for one in machines:
        one.database.close()


def walk_in(device: Device, first_name: str) -> None:
    """Register somebody and join them to the line of the place's doctor, while nobody can be asked."""
    with device.replica.work("walk_in", "sam") as work:
        doctor = work.first(select(users).where(users.c.location_id == device.identity.location_id))
        assert doctor is not None
        person = register(work, {"first_name": first_name, "last_name": "Sample", "date_of_birth": None})
        assert isinstance(person, Registered)
        join(work, Joining(person.patient.id, device.identity.location_id, doctor["id"]))


def test_what_the_first_machines_of_two_places_did_is_taken_of_both(
    clinic: LittleClinic, both: tuple[Device, Device]
) -> None:
    assert {one.replica.identity.series for one in both} == {"A"}
    for device, name in zip(both, ("Ada", "Grace"), strict=True):
        walk_in(device, name)
        assert [one.status for one in clinic.push(device)] == ["synced"]
    with clinic.centre.read() as reading:
        people = sorted(row["patient_number"] for row in reading.all(select(patients.c.patient_number)))
        visits = sorted(row["appointment_number"] for row in reading.all(select(appointments.c.appointment_number)))
    assert people == ["PAT-2026-A00001", "PAT-2026-N2-A00001"]
    assert visits == ["APT-2026-A0001", "APT-2026-N2-A0001"]
    clinic.clock.move(timedelta(minutes=1))
    clinic.sync(*both)
