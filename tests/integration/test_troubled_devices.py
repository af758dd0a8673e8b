"""Devices to which something happened that waiting does not mend: each says so, and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from server_sync.central.sync.enrolment import invite_device
from server_sync.central.sync.ingest import retry_all_quarantined, retry_quarantined
from server_sync.central.sync.new_epoch import begin_epoch
from server_sync.protocol.canonical import digest
from server_sync.records.database import Database
from server_sync.records.migration import migrate
from server_sync.records.reading import Row
from server_sync.records.replica import Identity, Replica
from server_sync.records.tables import (
    appointments,
    audit_trail,
    counters,
    devices,
    offline_sync_logs,
    queue_management,
)
from server_sync.worker.enrolment import enrol, is_of_the_same_place, rejoin_device
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
        assert log[0]["conflict_resolution"].startswith("What the machine logged here is no longer whole")
    eventually(lambda: cause_of(kiosk)[0] is Link.ONLINE)
    # Nobody else will ever hear of that check-in: it stands at the kiosk no more either.
    eventually(lambda: count_rows(kiosk.replica, queue_management) == 1)
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


def test_kiosk_that_a_restored_server_does_not_know_joins_again_and_loses_nothing(
    clinic: LittleClinic, site: Site
) -> None:
    appointments_ = [clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 9{number:05d}") for number in range(3)]
    kiosk = site.kiosk("north")
    kiosk.start(site.way(kiosk))
    eventually(lambda: count_rows(kiosk.replica, appointments) == 3)
    kiosk.check_in(appointments_[0]["uid"])
    eventually(lambda: kiosk.pending == 0)
    was = kiosk.replica.identity
    site.server.stop()
    restored_from_before_it_was_enrolled(clinic, was)
    site.server.start()
    kiosk.check_in(appointments_[1]["uid"])
    eventually(lambda: cause_of(kiosk) == (Link.NEEDS_ATTENTION, "unknown_key"))
    kiosk.stop()
    assert kiosk.pending == 1

    code = invite_device(clinic.centre, "Kiosk at the door", "kiosk").code
    kiosk.enrolment = enrol(site.server.url, code, was.device_uid)
    assert is_of_the_same_place(kiosk.replica, kiosk.enrolment)
    assert rejoin_device(kiosk.replica, kiosk.enrolment) == 2
    assert (kiosk.replica.identity.series, kiosk.replica.identity.id_block) != (was.series, was.id_block)
    kiosk.start(site.way(kiosk))
    eventually(lambda: kiosk.pending == 0 and cause_of(kiosk)[0] is Link.ONLINE)
    kiosk.check_in(appointments_[2]["uid"])
    eventually(lambda: kiosk.pending == 0)
    assert {row["sync_status"] for row in log_of(kiosk.replica)} == {"synced"}
    assert sorted(place["appointment_id"] for place in clinic.places()) == [row["id"] for row in appointments_]


def test_kiosk_that_was_let_in_no_more_offers_only_what_the_server_does_not_know(
    clinic: LittleClinic, site: Site
) -> None:
    first, second = clinic.book(TEN), clinic.book(TEN, code="40718254", phone="+44 7700 900456")
    kiosk = site.kiosk("north")
    kiosk.start(site.way(kiosk))
    eventually(lambda: count_rows(kiosk.replica, appointments) == 2)
    kiosk.check_in(first["uid"])
    eventually(lambda: kiosk.pending == 0)
    kiosk.stop()
    kiosk.check_in(second["uid"])
    code = invite_device(clinic.centre, "Kiosk at the door", "kiosk").code
    kiosk.enrolment = enrol(site.server.url, code, kiosk.replica.identity.device_uid)
    assert rejoin_device(kiosk.replica, kiosk.enrolment) == 1
    kiosk.start(site.way(kiosk))
    eventually(lambda: kiosk.pending == 0 and cause_of(kiosk)[0] is Link.ONLINE)
    assert len(clinic.places()) == 2


def restored_from_before_it_was_enrolled(clinic: LittleClinic, device: Identity) -> None:
    """The centre forgets the device and all that it did; a new epoch begins, as after every restore."""
    door = {"door": "open"}
    uid = device.device_uid
    with clinic.centre.database.writing() as connection:
        connection.execute(queue_management.delete().execution_options(**door))
        connection.execute(audit_trail.delete().where(audit_trail.c.writer == str(uid)).execution_options(**door))
        connection.execute(
            appointments.update().values(status="scheduled", queue_token=None, stamps=None).execution_options(**door)
        )
        log = offline_sync_logs
        connection.execute(log.delete().where(log.c.device_id == str(uid)))
        connection.execute(devices.delete().where(devices.c.uid == uid).execution_options(**door))
        connection.execute(counters.delete().where(counters.c.name.in_(["id_block", f"series:{device.location_id}"])))
        for name, last in (("id_block", 1), (f"series:{device.location_id}", 1)):
            connection.execute(counters.insert().values(name=name, last=last))
    begin_epoch(clinic.centre)


def test_new_kiosk_says_how_much_of_its_first_snapshot_has_come(clinic: LittleClinic, site: Site) -> None:
    for number in range(1_200):
        clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 9{number:05d}")
    kiosk = site.kiosk("north")
    kiosk.start(site.way(kiosk))
    eventually(lambda: bool(kiosk.states) and cause_of(kiosk)[0] is Link.ONLINE)
    shown = [(state.done, state.total) for state in kiosk.states if state.total]
    assert shown == sorted(shown)
    assert shown[0][0] > 0
    assert shown[-1][0] <= shown[-1][1] == shown[0][1] >= 2_400
    assert (kiosk.states[-1].done, kiosk.states[-1].total) == (0, 0)


@pytest.mark.parametrize("release", ["0002", "0003"])
def test_kiosk_of_an_older_release_is_updated_with_unsent_sets_in_its_log(
    clinic: LittleClinic, site: Site, release: str
) -> None:
    first, second = clinic.book(TEN), clinic.book(TEN, code="40718254", phone="+44 7700 900456")
    kiosk = site.kiosk("north")
    kiosk.start(site.way(kiosk))
    eventually(lambda: count_rows(kiosk.replica, appointments) == 2)
    kiosk.stop()
    kiosk.check_in(first["uid"])
    logged_by_the_last_release(kiosk)
    migrate(kiosk.database, release)
    migrate(kiosk.database)
    kiosk.check_in(second["uid"])
    kiosk.start(site.way(kiosk))
    eventually(lambda: kiosk.pending == 0 and cause_of(kiosk)[0] is Link.ONLINE)
    assert {row["sync_status"] for row in log_of(kiosk.replica)} == {"synced"}
    assert [place["appointment_id"] for place in clinic.places()] == [first["id"], second["id"]]


def logged_by_the_last_release(kiosk: SyncedKiosk) -> None:
    """What waits was written before there were rounds, in the schema of then."""
    log = offline_sync_logs
    with kiosk.database.writing() as connection:
        for row in connection.execute(select(log.c.id, log.c.data)).all():
            body = {**row.data, "schema_version": 1}
            for item in body["sync_data"]:
                for name in ("step", "alias_of", "is_provisional", "lease_uid"):
                    item["data"].pop(name, None)
            connection.execute(log.update().where(log.c.id == row.id).values(data=body, hash=digest(body)))
