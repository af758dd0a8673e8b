"""An admin's PIN at a kiosk, where no name is asked for: guessing gets nowhere, there or at the centre."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from server_sync.desk.admin_pins import AdminsHere, admin_came, admin_missed, admins_here, whose
from server_sync.desk.staff_pins import TooSoon, count_miss, keep_pin
from server_sync.records.database import open_database
from server_sync.records.reading import Row
from server_sync.records.tables import users
from tests.clinics import Device, LittleClinic

PIN, OTHER = "402718", "402719"


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[LittleClinic]:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}")
    yield LittleClinic(database, tmp_path)
    database.close()


@pytest.fixture
def people(clinic: LittleClinic) -> dict[str, Row]:
    roles = {"Kim Berger": "admin", "Ines Duarte": "admin", "Sam Ortega": "receptionist"}
    with clinic.centre.work("add_staff", "system") as work:
        return {
            name: work.create(users, display_name=name, role=role, is_active=True, location_id=clinic.location["id"])
            for name, role in roles.items()
        }


@pytest.fixture
def kiosk(clinic: LittleClinic, people: dict[str, Row]) -> Iterator[Device]:
    device = clinic.enrol("B", 1)
    clinic.pull(device)
    yield device
    device.database.close()


def miss(kiosk: Device, times: int) -> AdminsHere:
    for _ in range(times):
        admin_missed(kiosk.replica, admins_here(kiosk.replica).admins)
    return admins_here(kiosk.replica)


def test_an_admin_who_was_here_is_known_by_the_pin_alone_and_nobody_else_is(
    kiosk: Device, people: dict[str, Row]
) -> None:
    for name, pin in (("Kim Berger", PIN), ("Sam Ortega", OTHER)):
        keep_pin(kiosk.replica, people[name]["id"], pin)
    here = admins_here(kiosk.replica)
    assert [one.member.name for one in here.admins] == ["Ines Duarte", "Kim Berger"]
    found = whose(here.admins, PIN)
    assert found is not None
    assert found.name == "Kim Berger"
    assert whose(here.admins, OTHER) is None, "a receptionist's PIN opens no machine"


def test_wrong_pins_make_every_admin_wait_until_one_of_them_came(
    clinic: LittleClinic, kiosk: Device, people: dict[str, Row]
) -> None:
    assert miss(kiosk, 2).waiting is None
    here = miss(kiosk, 1)
    assert here.waiting == TooSoon(30)
    clinic.clock.move(timedelta(seconds=31))
    assert admins_here(kiosk.replica).waiting is None
    admin_came(kiosk.replica, here.admins, people["Kim Berger"]["uid"], PIN, vouched=True)
    now = admins_here(kiosk.replica)
    assert (now.waiting, now.centre_may_be_asked) == (None, True)
    assert [one.verifier is not None for one in now.admins] == [False, True]


def test_the_centre_hears_of_the_first_guesses_only_and_of_later_ones_where_nothing_is_kept_any_more(
    kiosk: Device, people: dict[str, Row]
) -> None:
    keep_pin(kiosk.replica, people["Kim Berger"]["id"], PIN)
    assert [miss(kiosk, 1).centre_may_be_asked for _ in range(4)] == [True, True, False, False]
    here = miss(kiosk, 6)
    assert here.centre_may_be_asked
    assert [one.verifier for one in here.admins] == [None, None]


def test_whoever_guesses_for_weeks_waits_no_longer_than_an_hour_at_a_time(
    kiosk: Device, people: dict[str, Row]
) -> None:
    for _ in range(60):
        count_miss(kiosk.replica, people["Kim Berger"]["id"])
    assert admins_here(kiosk.replica).waiting == TooSoon(64 * 60)
