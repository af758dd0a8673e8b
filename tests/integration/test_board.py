"""The board's own reading of the queue: numbers, rooms and waits, and nobody's name, on a machine that has no names."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from server_sync.desk.queue.board import board_of
from server_sync.desk.queue.calling import call_next, mark_absent, recall
from server_sync.desk.queue.outcomes import Done, Joined
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.records.database import Database
from server_sync.records.tables import patients
from tests.clinics import Device, LittleClinic


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    clinic = LittleClinic(centre_database, tmp_path)
    for count in range(3):
        with clinic.centre.work("walk_in", "desk") as work:
            person = work.create(
                patients, patient_number=f"PAT-2026-0000{count}", first_name="Jane", last_name="Sample"
            )
            assert isinstance(join(work, Joining(person["id"], clinic.location["id"], clinic.doctor["id"])), Joined)
        clinic.clock.move(timedelta(minutes=1))
    return clinic


@pytest.fixture
def board(clinic: LittleClinic) -> Device:
    device = clinic.enrol("W", 3, "board")
    clinic.pull(device)
    return device


def call(clinic: LittleClinic) -> int:
    with clinic.centre.work("call_next", "desk") as work:
        outcome = call_next(work, clinic.location["id"], clinic.doctor["id"])
    assert isinstance(outcome, Done)
    return outcome.place.place.id


def seen(clinic: LittleClinic, board: Device) -> tuple[list[str], int]:
    clinic.pull(board)
    with board.replica.read() as reading:
        now = board_of(reading, clinic.location["id"])
    return [one.short_number for one in now.calls], now.lines[0].waiting


def test_whoever_is_called_stands_on_the_board_and_waits_no_longer(clinic: LittleClinic, board: Device) -> None:
    assert seen(clinic, board) == ([], 3)
    call(clinic)
    assert seen(clinic, board) == (["1"], 2)
    clinic.clock.move(timedelta(minutes=1))
    call(clinic)
    assert seen(clinic, board) == (["2", "1"], 1)


def test_a_number_that_is_called_again_is_the_newest_again(clinic: LittleClinic, board: Device) -> None:
    first = call(clinic)
    clinic.clock.move(timedelta(minutes=1))
    call(clinic)
    clinic.clock.move(timedelta(minutes=1))
    with clinic.centre.work("recall", "desk") as work:
        assert isinstance(recall(work, first), Done)
    assert seen(clinic, board) == (["1", "2"], 1)


def test_who_did_not_come_leaves_the_calls_and_waits_anew(clinic: LittleClinic, board: Device) -> None:
    first = call(clinic)
    with clinic.centre.work("mark_absent", "desk") as work:
        mark_absent(work, first)
    assert seen(clinic, board) == ([], 2)


def test_a_line_says_its_room_who_is_with_the_doctor_and_how_long_it_may_take(
    clinic: LittleClinic, board: Device
) -> None:
    call(clinic)
    clinic.pull(board)
    with board.replica.read() as reading:
        (line,) = board_of(reading, clinic.location["id"]).lines
    assert (line.doctor_name, line.room, line.now_serving) == ("Dr Okafor", "Room 3", ("1",))
    assert line.wait is not None
    assert 0 < line.wait.upper_min <= 60


def test_nobody_is_named(clinic: LittleClinic, board: Device) -> None:
    call(clinic)
    clinic.pull(board)
    with board.replica.read() as reading:
        assert "Jane" not in str(board_of(reading, clinic.location["id"]))
