"""PINs at a desk that may have no network: who signed in there once is known again, and guessing gets nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from server_sync.clinic.verifiers import is_pin_of, verifier_of
from server_sync.desk.staff_pins import (
    PinUnknownHere,
    StaffMember,
    TooSoon,
    WrongPin,
    count_miss,
    keep_pin,
    must_wait,
    staff_of,
    try_pin,
)
from server_sync.records.database import open_database
from server_sync.records.reading import Row
from server_sync.records.tables import users
from tests.clinics import Device, LittleClinic

PIN, OTHER = "402718", "402719"
SAM = {"display_name": "Sam Ortega", "role": "receptionist", "is_active": True}


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[LittleClinic]:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}")
    yield LittleClinic(database, tmp_path)
    database.close()


@pytest.fixture
def sam(clinic: LittleClinic) -> Row:
    with clinic.centre.work("add_staff", "system") as work:
        return work.create(users, **SAM, location_id=clinic.location["id"])


@pytest.fixture
def desk(clinic: LittleClinic, sam: Row) -> Iterator[Device]:
    device = clinic.enrol("R", 1, kind="reception")
    clinic.pull(device)
    yield device
    device.database.close()


def test_a_verifier_knows_its_pin_and_no_other() -> None:
    verifier = verifier_of(PIN, lambda size: b"s" * size)
    assert is_pin_of(verifier, PIN)
    assert not is_pin_of(verifier, OTHER)
    assert not is_pin_of(None, PIN)
    assert PIN not in verifier
    assert verifier_of(PIN, lambda size: b"t" * size) != verifier


def test_everybody_of_the_location_can_be_chosen_by_name(desk: Device, clinic: LittleClinic, sam: Row) -> None:
    with desk.replica.read() as reading:
        assert [one.name for one in staff_of(reading, clinic.location["id"])] == ["Dr Okafor", "Sam Ortega"]
        assert staff_of(reading, clinic.location["id"] + 1) == ()


def test_who_never_signed_in_here_needs_the_centre_first(desk: Device, sam: Row) -> None:
    assert try_pin(desk.replica, sam["id"], PIN) == PinUnknownHere(tried_out=False)


def test_who_signed_in_here_once_is_known_without_a_network(desk: Device, sam: Row) -> None:
    keep_pin(desk.replica, sam["id"], PIN)
    answer = try_pin(desk.replica, sam["id"], PIN)
    assert isinstance(answer, StaffMember)
    assert answer.uid == sam["uid"]
    assert try_pin(desk.replica, sam["id"], OTHER) == WrongPin()


def test_a_changed_pin_replaces_the_one_that_was_kept(desk: Device, sam: Row) -> None:
    keep_pin(desk.replica, sam["id"], PIN)
    keep_pin(desk.replica, sam["id"], OTHER)
    assert try_pin(desk.replica, sam["id"], PIN) == WrongPin()
    assert isinstance(try_pin(desk.replica, sam["id"], OTHER), StaffMember)


def test_after_three_wrong_pins_the_next_waits_and_each_further_one_longer(
    clinic: LittleClinic, desk: Device, sam: Row
) -> None:
    keep_pin(desk.replica, sam["id"], PIN)
    for _ in range(3):
        assert try_pin(desk.replica, sam["id"], OTHER) == WrongPin()
    assert try_pin(desk.replica, sam["id"], PIN) == TooSoon(30)
    clinic.clock.move(timedelta(seconds=31))
    assert try_pin(desk.replica, sam["id"], OTHER) == WrongPin()
    assert must_wait(desk.replica, sam["id"]) == TooSoon(60)
    clinic.clock.move(timedelta(seconds=61))
    assert isinstance(try_pin(desk.replica, sam["id"], PIN), StaffMember)
    assert must_wait(desk.replica, sam["id"]) is None


def test_ten_wrong_pins_in_a_row_are_enough_until_the_centre_vouches_again(
    clinic: LittleClinic, desk: Device, sam: Row
) -> None:
    keep_pin(desk.replica, sam["id"], PIN)
    for _ in range(10):
        count_miss(desk.replica, sam["id"])
    clinic.clock.move(timedelta(hours=2))
    assert try_pin(desk.replica, sam["id"], PIN) == PinUnknownHere(tried_out=True)
    keep_pin(desk.replica, sam["id"], PIN)
    assert isinstance(try_pin(desk.replica, sam["id"], PIN), StaffMember)


def test_a_clock_set_back_locks_nobody_out_for_longer_than_the_longest_wait(
    clinic: LittleClinic, desk: Device, sam: Row
) -> None:
    for _ in range(3):
        count_miss(desk.replica, sam["id"])
    clinic.clock.move(timedelta(days=-400))
    waiting = must_wait(desk.replica, sam["id"])
    assert waiting is not None
    assert waiting.wait_s <= 64 * 60


def test_a_month_without_the_centre_is_the_longest_that_a_desk_believes_itself(
    clinic: LittleClinic, desk: Device, sam: Row
) -> None:
    keep_pin(desk.replica, sam["id"], PIN)
    clinic.clock.move(timedelta(days=31))
    assert try_pin(desk.replica, sam["id"], PIN) == PinUnknownHere(tried_out=False)


def test_who_works_here_no_more_is_not_let_in(clinic: LittleClinic, desk: Device, sam: Row) -> None:
    keep_pin(desk.replica, sam["id"], PIN)
    with clinic.centre.work("let_go", "system") as work:
        work.change(users, sam, is_active=False)
    clinic.pull(desk)
    assert try_pin(desk.replica, sam["id"], PIN) == WrongPin()
