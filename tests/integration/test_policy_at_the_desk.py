"""An admin at a desk changes the queue's policy: read from the desk's own records, changed at the centre."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.app.admin.local_policy import LocalPolicy
from kiosk.screens.admin.policy_desk import PolicyNotChanged, StandingPolicy
from server_sync.clinic.policy_documents import parse_policy, preset_policy
from server_sync.clinic.queue_policy import DAY_CLINIC
from server_sync.records.database import open_database
from server_sync.records.tables import locations
from tests.admins_at_desks import KimsSession, Office
from tests.clinics import Device, LittleClinic
from tests.sites import RunningServer


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[LittleClinic]:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    yield LittleClinic(database, tmp_path)
    database.close()


@pytest.fixture
def device(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("D", 1)
    yield device
    device.database.close()


def test_policy_that_an_admin_chose_stands_at_the_centre_and_comes_back_to_every_desk(
    clinic: LittleClinic, device: Device
) -> None:
    server, office = RunningServer(clinic.centre), Office(device.replica)
    server.start()
    back_office: Callable[[], Any] = lambda: office  # noqa: E731 - a back office would bring a whole kiosk
    desk = LocalPolicy(back_office, KimsSession(server, clinic))
    assert asyncio.run(desk.policy()) == StandingPolicy(DAY_CLINIC)
    mts = preset_policy("mts")
    assert asyncio.run(desk.change(mts)) == StandingPolicy(mts)
    server.stop()
    with clinic.centre.read() as reading:
        assert parse_policy(reading.scalar(select(locations.c.queue_policy).where(locations.c.id == 1))) == mts
    clinic.pull(device)
    assert (asyncio.run(desk.policy()), office.synced) == (StandingPolicy(mts), 1)
    alone = LocalPolicy(back_office, None)
    assert asyncio.run(alone.change(mts)) == PolicyNotChanged("needs_server")
