"""When the centre heard of each machine last, and the word to the desks of its place that one has fallen silent."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from server_sync.central.presence import watch
from server_sync.desk.machine_alerts import SILENT, answer_alert, open_alerts, report_machine
from server_sync.records.database import Database
from server_sync.records.heard import write_heard
from server_sync.records.tables import devices, help_calls
from tests.clinics import MORNING, Device, LittleClinic, count_rows
from tests.sites import eventually, running_site

LONG = timedelta(minutes=11)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Device:
    return clinic.enrol("B", 1)


@pytest.fixture
def desk(clinic: LittleClinic) -> Device:
    return clinic.enrol("R", 2, "reception")


def hear(clinic: LittleClinic, *heard: Device) -> None:
    """The centre hears of these now, and looks who is silent."""
    write_heard(clinic.centre.database, {device.identity.uid: clinic.clock.now() for device in heard})
    watch(clinic.centre)


def told(clinic: LittleClinic, desk: Device) -> list[tuple[str, datetime]]:
    """What the desk reads after its next pull."""
    clinic.sync(desk)
    with desk.replica.read() as reading:
        return [(alert.cause, alert.since) for alert in open_alerts(reading, clinic.location["id"])]


def test_desk_is_told_since_when_a_kiosk_is_silent_until_it_is_heard_again(
    clinic: LittleClinic, kiosk: Device, desk: Device
) -> None:
    began = clinic.clock.now()
    hear(clinic, kiosk, desk)
    clinic.clock.move(LONG)
    hear(clinic, desk)
    hear(clinic, desk)
    assert told(clinic, desk) == [(SILENT, began)]
    hear(clinic, kiosk, desk)
    assert told(clinic, desk) == []


def test_silence_that_somebody_saw_to_is_not_told_again_and_the_next_one_is(
    clinic: LittleClinic, kiosk: Device, desk: Device
) -> None:
    hear(clinic, kiosk, desk)
    clinic.clock.move(LONG)
    hear(clinic, desk)
    clinic.sync(desk)
    with desk.replica.work("answer_alert", "sam") as work:
        (alert,) = open_alerts(work, clinic.location["id"])
        assert answer_alert(work, alert.uid)
    clinic.sync(desk)
    clinic.clock.move(LONG)
    hear(clinic, desk)
    assert told(clinic, desk) == []
    hear(clinic, kiosk, desk)
    clinic.clock.move(LONG)
    hear(clinic, desk)
    assert [cause for cause, _ in told(clinic, desk)] == [SILENT]


def test_where_nobody_of_a_place_is_heard_or_a_machine_is_gone_for_long_nothing_is_told(
    clinic: LittleClinic, kiosk: Device, desk: Device
) -> None:
    hear(clinic, kiosk, desk)
    clinic.clock.move(LONG)
    hear(clinic)
    assert told(clinic, desk) == []
    clinic.clock.move(timedelta(hours=13))
    hear(clinic, desk)
    assert told(clinic, desk) == []


def test_kiosk_that_is_back_leaves_what_it_said_of_its_printer(
    clinic: LittleClinic, kiosk: Device, desk: Device
) -> None:
    clinic.sync(kiosk, desk)
    with kiosk.replica.work("report_machine", "system") as work:
        report_machine(work, "printer_paper_out")
    clinic.sync(kiosk)
    hear(clinic, kiosk, desk)
    clinic.clock.move(LONG)
    hear(clinic, desk)
    assert sorted(cause for cause, _ in told(clinic, desk)) == [SILENT, "printer_paper_out"]
    clinic.sync(kiosk)
    with kiosk.replica.work("report_machine", "system") as work:
        assert not report_machine(work, "printer_paper_out")
    hear(clinic, kiosk, desk)
    assert [cause for cause, _ in told(clinic, desk)] == ["printer_paper_out"]


def test_server_keeps_whom_it_heard_until_its_end(clinic: LittleClinic, tmp_path: Path) -> None:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        kiosk = site.kiosk("one")
        kiosk.start(site.way(kiosk))
        eventually(lambda: kiosk.link is not None and kiosk.pending == 0)
    seen = select(devices.c.last_seen_at).where(devices.c.uid == kiosk.enrolment.device_uid)
    with clinic.centre.read() as reading:
        assert reading.scalar(seen) == clinic.clock.now()
    assert clinic.clock.now() >= MORNING
    assert count_rows(clinic.centre, help_calls) == 0
