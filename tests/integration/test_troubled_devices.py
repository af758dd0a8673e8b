"""Devices to which something happened that waiting does not mend: each says so, and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from server_sync.records.database import Database
from server_sync.worker.state import Link
from tests.clinics import MORNING, LittleClinic
from tests.sites import Site, SyncedKiosk, eventually, running_site

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


def cause_of(kiosk: SyncedKiosk) -> tuple[Link, str | None]:
    return kiosk.states[-1].link, kiosk.states[-1].cause


def test_kiosk_that_has_used_up_its_ids_needs_attention_and_goes_on_listening(clinic: LittleClinic, site: Site) -> None:
    kiosk = site.kiosk("north")
    with kiosk.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE replica SET last_id = {(kiosk.replica.identity.id_block + 1) * 2**32 - 1}")
    kiosk.start(site.way(kiosk))
    eventually(lambda: bool(kiosk.states) and cause_of(kiosk) == (Link.NEEDS_ATTENTION, "ids_used_up"))
    assert kiosk.worker is not None
    assert kiosk.worker.restarts == 0
