"""Devices to which something happened that waiting does not mend: each says so, and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from server_sync.central.ingest import retry_all_quarantined, retry_quarantined
from server_sync.records.database import Database
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, offline_sync_logs
from server_sync.worker.state import Link
from tests.clinics import MORNING, LittleClinic, count_rows
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


def test_set_that_was_spoilt_on_the_kiosks_disk_is_kept_and_shown_and_the_rest_goes_on(
    clinic: LittleClinic, site: Site
) -> None:
    first, second = clinic.book(TEN), clinic.book(TEN, code="40718254", phone="+44 7700 900456")
    kiosk = site.kiosk("north")
    kiosk.start(site.way(kiosk))
    eventually(lambda: count_rows(kiosk.replica, appointments) == 2)
    kiosk.stop()
    kiosk.check_in(first["uid"])
    ticket = kiosk.check_in(second["uid"])
    spoil_the_first(kiosk)
    kiosk.start(site.way(kiosk))
    eventually(lambda: kiosk.pending == 0)
    assert [place["token_number"] for place in clinic.places()] == [ticket]
    for log in (log_of(kiosk.replica), log_of(clinic.centre, str(kiosk.replica.identity.device_uid))):
        assert [(row["sync_status"], row["outcome"]) for row in log] == [
            ("failed", "spoilt_on_device"),
            ("synced", "applied"),
        ]
        assert log[0]["conflict_resolution"].startswith("This was damaged on the machine's disk")
    eventually(lambda: cause_of(kiosk)[0] is Link.ONLINE)
    assert retry_all_quarantined(clinic.centre) == 0
    assert retry_quarantined(clinic.centre, log_of(clinic.centre, str(kiosk.replica.identity.device_uid))[0]["id"])
    assert len(clinic.places()) == 1


def spoil_the_first(kiosk: SyncedKiosk) -> None:
    """A bit of what waits to be sent has turned over."""
    with kiosk.database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE offline_sync_logs SET data = replace(data, 'waiting', 'waitinh') "
            "WHERE id = (SELECT min(id) FROM offline_sync_logs)"
        )


def log_of(replica: Replica, device_id: str | None = None) -> list[Row]:
    """The sync log, in order; at the centre what it has of one device."""
    query = select(offline_sync_logs).order_by(offline_sync_logs.c.sequence)
    if device_id is not None:
        query = query.where(offline_sync_logs.c.device_id == device_id)
    with replica.read() as reading:
        return list(reading.all(query))
