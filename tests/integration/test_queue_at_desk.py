"""The queue as a desk works with it: at the centre on both databases, and on a machine that is cut off."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from server_sync.clinic.visits import HeldBack, QueueStatus
from server_sync.desk.outcomes import WaitRange
from server_sync.desk.queue.at_desk import DeskBoard, DeskPlace
from server_sync.desk.queue.calling import call_next
from server_sync.desk.queue.desk_view import coming_today, desk_board, desk_place, person_at_desk
from server_sync.desk.queue.out_of_turn import call_out_of_turn
from server_sync.desk.queue.outcomes import Done, IllegalStep, Unknown
from server_sync.desk.queue.steps import park, set_status, set_triage
from server_sync.desk.queue.undo import undo
from server_sync.records.database import Database
from server_sync.records.replica import Replica
from server_sync.records.tables import users
from tests.clinics import MORNING, LittleClinic
from tests.integration.test_queue import Desk

QUARTER = timedelta(minutes=15)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def desk(clinic: LittleClinic) -> Desk:
    return Desk(clinic, actor=str(receptionist(clinic)["uid"]))


def receptionist(clinic: LittleClinic) -> Any:
    with clinic.centre.work("hire", "system") as work:
        return work.create(
            users, display_name="Desk One", role="receptionist", location_id=clinic.location["id"], is_active=True
        )


def board_at(desk: Desk, at: Replica | None = None) -> DeskBoard:
    with (at or desk.replica).read() as reading:
        return desk_board(reading, desk.location)


def numbers(board: DeskBoard, line: int = 0) -> list[str]:
    return [place.number for place in board.lines[line].places]


def place(desk: Desk, place_id: int) -> DeskPlace:
    with desk.replica.read() as reading:
        found = desk_place(reading, place_id)
    assert found is not None
    return found


def test_a_doctor_who_is_in_has_a_line_even_while_nobody_waits(desk: Desk) -> None:
    (line,) = board_at(desk).lines

    assert line.doctor is not None
    assert (line.doctor.name, line.doctor.room, line.doctor.is_in) == ("Dr Okafor", "Room 3", True)
    assert line.places == ()


def test_who_waits_stands_with_their_name_their_wait_and_what_they_were_told(desk: Desk, clinic: LittleClinic) -> None:
    first = desk.joined(desk.patient(first_name="Meera", last_name="Iyer"))
    desk.joined()
    clinic.clock.move(QUARTER)

    one, other = board_at(desk).lines[0].places

    assert (one.id, one.name, one.position, one.minutes, one.wait) == (first, "Meera Iyer", 1, 15, WaitRange(0, 15))
    assert (other.position, other.wait) == (2, WaitRange(15, 40))
    assert one.since == MORNING
    assert str(one.since.tzinfo) == "Europe/London"


def test_who_waits_for_whoever_is_free_stands_in_a_line_of_their_own_at_the_end(desk: Desk) -> None:
    desk.joined(doctor=None)
    desk.joined()

    mine, pool = board_at(desk).lines

    assert mine.doctor is not None
    assert pool.doctor is None
    assert (mine.waiting, pool.waiting) == (1, 1)


def test_the_board_says_who_called_whom_to_which_room_and_who_is_held_back(desk: Desk, clinic: LittleClinic) -> None:
    called, parked = desk.joined(), desk.joined()
    desk.do(call_next, desk.location, desk.doctor)
    desk.do(park, parked)
    clinic.clock.move(timedelta(minutes=4))

    one, other = board_at(desk).lines[0].places

    assert (one.id, one.status, one.called_by, one.room) == (called, QueueStatus.CALLED, "Desk One", "Room 3")
    assert one.minutes == 4
    assert (other.id, other.position, other.held_back) == (parked, None, HeldBack.PARKED)


def test_somebody_past_their_target_says_by_how_much(desk: Desk, clinic: LittleClinic) -> None:
    waits = desk.joined()
    desk.do(set_triage, waits, 3)
    clinic.clock.move(timedelta(minutes=48))

    assert place(desk, waits).over_target_min == 3


def test_who_is_called_out_of_turn_is_called_at_once_with_who_and_why_beside_it(
    desk: Desk, clinic: LittleClinic
) -> None:
    desk.joined()
    last = desk.joined()

    outcome = desk.do(call_out_of_turn, last, desk.doctor, "Fainted", intent="set_queue_status")

    assert isinstance(outcome, Done)
    with desk.replica.read() as reading:
        person = person_at_desk(reading, last)
    assert person is not None
    assert (person.place.status, person.place.put_first, person.put_first_by) == (
        QueueStatus.CALLED,
        "Fainted",
        "Desk One",
    )
    assert person.put_first_at == MORNING


def test_a_call_out_of_turn_is_taken_back_whole(desk: Desk) -> None:
    first, last = desk.joined(), desk.joined()
    desk.do(call_out_of_turn, last, desk.doctor, "Fainted", intent="set_queue_status")

    assert isinstance(desk.do(undo, last), Done)

    assert [one.id for one in board_at(desk).lines[0].places] == [first, last]
    assert place(desk, last).put_first == ""


def test_who_waits_for_whoever_is_free_is_called_to_the_doctor_that_is_named(desk: Desk) -> None:
    waits = desk.joined(doctor=None)

    assert desk.do(call_out_of_turn, waits, 999_999, "", intent="set_queue_status") == Unknown("doctor")
    assert isinstance(desk.do(call_out_of_turn, waits, desk.doctor, "", intent="set_queue_status"), Done)

    assert (place(desk, waits).doctor_id, place(desk, waits).room) == (desk.doctor, "Room 3")


def test_of_two_desks_that_call_the_same_person_the_second_hears_where_they_stand(desk: Desk) -> None:
    waits = desk.joined()
    desk.do(call_out_of_turn, waits, desk.doctor, "", intent="set_queue_status")

    second = desk.do(call_out_of_turn, waits, desk.doctor, "", intent="set_queue_status")

    assert isinstance(second, IllegalStep)
    assert second.status is QueueStatus.CALLED


def test_whose_visit_is_over_is_off_the_board_and_still_known(desk: Desk) -> None:
    seen = desk.joined()
    desk.do(call_next, desk.location, desk.doctor)
    desk.set(seen, "in_consultation")
    desk.do(set_status, seen, QueueStatus.COMPLETED)

    assert numbers(board_at(desk)) == []
    assert place(desk, seen).status is QueueStatus.COMPLETED


def test_the_next_appointment_of_a_doctor_is_the_first_that_has_not_come(desk: Desk, clinic: LittleClinic) -> None:
    clinic.book(MORNING + timedelta(hours=2), first_name="Noor", code="11111111")
    clinic.book(MORNING + timedelta(hours=1), first_name="Tomas", last_name="Eriksen", code="22222222")
    clinic.book(MORNING + timedelta(days=1), first_name="Ada", code="33333333")

    with desk.replica.read() as reading:
        coming = coming_today(reading, desk.location, desk.doctor)

    assert coming.next is not None
    assert (coming.next.name, coming.next.starts_at, coming.left) == ("Tomas Eriksen", MORNING + timedelta(hours=1), 2)
    assert coming.last_at == MORNING + timedelta(hours=2)


def test_a_machine_that_is_cut_off_shows_the_same_board_and_where_a_number_came_from(
    desk: Desk, clinic: LittleClinic
) -> None:
    device = clinic.enrol("B", 1)
    clinic.pull(device)
    at_kiosk = Desk(clinic, device.replica, actor="patient")
    waits = at_kiosk.joined(at_kiosk.patient(first_name="Otis", date_of_birth=MORNING.date()))

    with device.replica.read() as reading:
        person = person_at_desk(reading, waits)
        board = desk_board(reading, desk.location)
    device.database.close()

    assert person is not None
    assert (person.came_by, person.place.name, person.birth_date) == ("Kiosk B", "Otis", MORNING.date())
    assert numbers(board) == ["B 1"]


def test_two_desks_that_were_cut_off_and_called_one_person_show_the_same_call_once_they_hear_of_each_other(
    clinic: LittleClinic, desk: Desk
) -> None:
    devices = [clinic.enrol(series, block) for block, series in enumerate("BC", start=1)]
    waits = desk.joined()
    for device in devices:
        clinic.pull(device)
    for device in devices:
        called = Desk(clinic, device.replica, actor=f"desk {device.identity.id_block}")
        assert called.call() == waits
        clinic.clock.move(timedelta(seconds=20))

    clinic.sync(*devices)
    clinic.sync(*devices)

    boards = [board_at(desk, device.replica) for device in devices]
    (first,), (second,) = (board.lines[0].places for board in boards)
    assert (first.called_by, first.room) == (second.called_by, second.room)
    assert first.status is QueueStatus.CALLED
    for device in devices:
        device.database.close()
