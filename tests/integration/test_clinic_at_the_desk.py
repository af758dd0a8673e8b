"""An admin at a desk changes what the location tells its patients: read from the desk's records, kept at the centre."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.admin.local_clinic import LocalClinic
from kiosk.app.back_office import BackOffice
from kiosk.app.enrolment import enrol
from kiosk.app.paths import Places
from kiosk.app.settings import KeyStorage, read_settings
from kiosk.screens.admin.clinic_desk import ClinicDetails, ClinicNotChanged
from server_sync.central.sync.enrolment import invite_device
from server_sync.clinic.visit_reasons import VisitReason
from server_sync.desk.clinic_setup import change_location
from server_sync.records.database import open_database
from server_sync.worker import enrolment
from tests.admins_at_desks import KimsSession, Office
from tests.clinics import Device, LittleClinic
from tests.sites import RunningServer, eventually

TRAVEL = VisitReason("own_1", (("en", "Travel"), ("ar", "سفر")), "syringe", urgent=True, needs=("interpreter",))


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[LittleClinic]:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    yield LittleClinic(database, tmp_path)
    database.close()


@pytest.fixture
def device(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("D", 1)
    clinic.pull(device)
    yield device
    device.database.close()


def test_what_an_admin_changes_stands_at_every_desk_and_what_another_changed_meanwhile_stays(
    clinic: LittleClinic, device: Device
) -> None:
    server, office = RunningServer(clinic.centre), Office(device.replica)
    server.start()
    back_office: Callable[[], Any] = lambda: office  # noqa: E731 - a back office would bring a whole kiosk
    desk = LocalClinic(back_office, KimsSession(server, clinic))
    was = asyncio.run(desk.details())
    assert (was.consent, was.reasons) == ((), ())
    with clinic.centre.work("change_location", "another admin") as work:
        change_location(work, 1, {"waiting_area": "The first floor"})
    wanted = replace(was, opening_hours="Mon-Sat", phone="", consent=(("en", "I agree."),), reasons=(TRAVEL,))
    stands = asyncio.run(desk.change(was, wanted))
    server.stop()
    assert stands == replace(wanted, waiting_area="The first floor")
    clinic.pull(device)
    assert (asyncio.run(desk.details()), office.synced) == (stands, 1)


def test_what_the_centre_refuses_is_said_and_nothing_is_changed(clinic: LittleClinic, device: Device) -> None:
    server, office = RunningServer(clinic.centre), Office(device.replica)
    server.start()
    back_office: Callable[[], Any] = lambda: office  # noqa: E731 - as above
    desk = LocalClinic(back_office, KimsSession(server, clinic))
    was = asyncio.run(desk.details())
    refused = asyncio.run(desk.change(was, replace(was, phone="call us", name="Another")))
    server.stop()
    assert isinstance(refused, ClinicNotChanged)
    assert refused.code not in ("", "needs_server")
    assert asyncio.run(desk.change(was, replace(was, name="Another"))) == ClinicNotChanged("needs_server")
    assert asyncio.run(LocalClinic(back_office, None).change(was, was)) == ClinicNotChanged("needs_server")
    clinic.pull(device)
    assert asyncio.run(desk.details()) == was
    assert isinstance(was, ClinicDetails)


def test_name_that_was_changed_stands_on_a_machine_that_starts_again(clinic: LittleClinic, tmp_path: Path) -> None:
    server = RunningServer(clinic.centre)
    server.start()
    places = Places(tmp_path / "none.toml", tmp_path, tmp_path)
    options = {"server_url": server.url, "keys": KeyStorage.DEVELOPMENT_FILE.value, "find_hub": "false"}
    joining = read_settings(options, {}, places, joining=True)
    invited = invite_device(clinic.centre, "Desk", "reception")
    enrol(joining, lambda: enrolment.enrol(server.url, invited.code))
    office = BackOffice(read_settings(options, {}, places))
    office.start(lambda _error: None)
    with clinic.centre.work("change_location", "an admin") as work:
        change_location(work, 1, {"name": "Hillside", "phone": None})
    eventually(lambda: read_settings(options, {}, places).clinic.name == "Hillside")
    assert read_settings(options, {}, places).server_url == server.url
    office.stop()
    server.stop()
