"""A kiosk whose printer has no paper is told at the desk, with a line or without one, until somebody saw to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from server_sync.desk.machine_alerts import MachineAlert, answer_alert, open_alerts, report_machine
from server_sync.records.database import Database
from server_sync.records.tables import help_calls
from tests.clinics import Device, LittleClinic, count_rows


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Device:
    return clinic.enrol("B", 1)


@pytest.fixture
def desk(clinic: LittleClinic) -> Device:
    return clinic.enrol("R", 2, "reception")


def report(kiosk: Device, cause: str | None) -> bool:
    with kiosk.replica.work("report_machine", "system") as work:
        return report_machine(work, cause)


def alerts(clinic: LittleClinic, device: Device) -> list[str]:
    with device.replica.read() as reading:
        return [alert.cause for alert in open_alerts(reading, clinic.location["id"])]


def test_paper_that_ran_out_in_the_lobby_is_told_at_the_desk_until_it_is_back(
    clinic: LittleClinic, kiosk: Device, desk: Device
) -> None:
    clinic.sync(kiosk, desk)
    assert report(kiosk, "printer_paper_out")
    clinic.sync(kiosk, desk)
    assert alerts(clinic, desk) == ["printer_paper_out"]
    assert report(kiosk, None)
    clinic.sync(kiosk, desk)
    assert alerts(clinic, desk) == []


def test_the_desk_reads_which_machine_and_since_when(clinic: LittleClinic, kiosk: Device, desk: Device) -> None:
    clinic.sync(kiosk, desk)
    report(kiosk, "printer_cover_open")
    clinic.sync(kiosk, desk)
    with desk.replica.read() as reading:
        (alert,) = open_alerts(reading, clinic.location["id"])
    assert isinstance(alert, MachineAlert)
    assert alert.machine
    assert alert.since.tzinfo is not None


def test_the_same_trouble_is_told_once_and_another_one_takes_its_place(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.pull(kiosk)
    assert report(kiosk, "printer_paper_low")
    assert not report(kiosk, "printer_paper_low")
    assert report(kiosk, "printer_paper_out")
    assert alerts(clinic, kiosk) == ["printer_paper_out"]
    assert count_rows(kiosk.replica, help_calls) == 2
    assert not report(kiosk, "printer_paper_out")


def test_a_machine_that_is_well_says_nothing(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.pull(kiosk)
    assert not report(kiosk, None)
    assert count_rows(kiosk.replica, help_calls) == 0


def test_who_saw_to_it_ends_it_and_it_comes_again_only_where_it_did_not_help(
    clinic: LittleClinic, kiosk: Device, desk: Device
) -> None:
    clinic.sync(kiosk, desk)
    report(kiosk, "printer_offline")
    clinic.sync(kiosk, desk)
    with desk.replica.read() as reading:
        (alert,) = open_alerts(reading, clinic.location["id"])
    with desk.replica.work("answer_alert", "staff") as work:
        assert answer_alert(work, alert.uid)
        assert not answer_alert(work, alert.uid)
    clinic.sync(desk, kiosk)
    assert alerts(clinic, kiosk) == []
    assert report(kiosk, "printer_offline")
