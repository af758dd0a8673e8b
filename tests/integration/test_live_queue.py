"""Those who watch the queue: what each of them hears, in which order, and what they missed while they were cut off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select
from websockets.exceptions import ConnectionClosed

from server_sync.central.access.secret import server_secret
from server_sync.central.access.tokens import Claims, issue
from server_sync.central.settings import ServerSettings
from server_sync.clinic.roles import Role
from server_sync.records.database import Database
from server_sync.records.tables import appointments, audit_trail, devices, locations, patients, users
from tests.access import device_headers, patient_headers, staff_headers
from tests.clinics import MORNING, LittleClinic
from tests.live_clients import Message, WaitingRoom, Watcher, board_key, of_kind, watching
from tests.sites import RunningServer


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def room(clinic: LittleClinic) -> WaitingRoom:
    return WaitingRoom(clinic)


@pytest.fixture
def server(clinic: LittleClinic) -> Iterator[RunningServer]:
    server = RunningServer(clinic.centre)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def headers(clinic: LittleClinic) -> dict[str, str]:
    """A board's."""
    return device_headers(board_key(clinic.centre)[0])


@pytest.fixture
def board(server: RunningServer, headers: dict[str, str]) -> Iterator[Watcher]:
    """A board that has caught up."""
    with watching(server.url, headers) as watcher:
        watcher.subscribe()
        yield watcher


def tokens(update: Message) -> list[str]:
    return [place["token_number"] for place in update["data"]["queue"]]


def close_code(watcher: Watcher) -> int | None:
    """With which code the server ends the conversation."""
    with pytest.raises(ConnectionClosed) as closed:
        while True:
            watcher.hear()
    assert closed.value.rcvd is not None
    return closed.value.rcvd.code


def test_board_sees_the_queue_first_and_then_each_change(
    room: WaitingRoom, server: RunningServer, headers: dict[str, str]
) -> None:
    first = room.come()
    with watching(server.url, headers) as board:
        (snapshot,) = board.subscribe()
        assert (snapshot["type"], snapshot["snapshot"], tokens(snapshot)) == ("queue_update", True, [first])
        second = room.come()
        *_, update = board.hear_until("queue_update")
        assert tokens(update) == [first, second]
        assert "snapshot" not in update


def test_call_reaches_the_board_with_number_room_and_doctor_and_no_name(room: WaitingRoom, board: Watcher) -> None:
    token = room.come(name="Jane Sample")
    room.call(token)
    *_, called = board.hear_until("patient_called")
    assert called["data"] == {
        "token_number": token,
        "short_number": "1",
        "room": "Room 3",
        "doctor_id": room.clinic.doctor["id"],
        "doctor_name": "Dr Okafor",
        "called_at": "2026-03-09T09:00:00.000000Z",
        "recall_count": 0,
    }
    board.hear_until("queue_update", total_called=1)
    assert "Jane" not in json.dumps(board.heard)


def test_recall_is_told_and_another_change_of_a_called_place_is_not(room: WaitingRoom, board: Watcher) -> None:
    token = room.come()
    room.call(token)
    room.call(token)
    *_, recalled = board.hear_until("patient_called", recall_count=1)
    room.become(token, "called", notes="has a walking frame")
    room.become(token, "in_consultation")
    assert not of_kind(board.hear_until("queue_update", total_in_consultation=1), "patient_called")
    assert recalled["data"]["token_number"] == token


def test_room_that_a_call_names_is_the_one_that_is_shown(room: WaitingRoom, board: Watcher) -> None:
    room.call(room.come(), room="Room 9")
    *_, called = board.hear_until("patient_called")
    assert called["data"]["room"] == "Room 9"


def test_each_who_moves_up_is_told_from_where_to_where(room: WaitingRoom, board: Watcher) -> None:
    first, second, third = (room.come() for _ in range(3))
    board.hear_until("queue_update", total_waiting=3)
    room.call(first)
    moves = of_kind(board.hear_until("queue_update", total_called=1), "queue_position_change")
    told = {
        move["data"]["token_number"]: (move["data"]["old_position"], move["data"]["new_position"]) for move in moves
    }
    assert told == {first: (1, None), second: (2, 1), third: (3, 2)}
    estimates = {move["data"]["token_number"]: move["data"]["estimated_wait_time_minutes"] for move in moves}
    assert estimates[first] is None
    assert estimates[second] < estimates[third]


def test_update_is_what_the_endpoint_answers(
    clinic: LittleClinic, room: WaitingRoom, server: RunningServer, headers: dict[str, str]
) -> None:
    room.call(room.come())
    room.come()
    for who in (headers, staff_headers(clinic.centre, Role.RECEPTIONIST)):
        answered = httpx.get(f"{server.url}/api/queue/current?location_id=1", headers=who, trust_env=False).json()
        with watching(server.url, who) as watcher:
            assert [message["data"] for message in watcher.subscribe(location_id=1)] == answered["data"]


def test_staff_see_names_and_a_kiosk_does_not(
    clinic: LittleClinic, room: WaitingRoom, server: RunningServer, headers: dict[str, str]
) -> None:
    room.come(name="Jane Sample")
    with (
        watching(server.url, staff_headers(clinic.centre, Role.NURSE)) as nurse,
        watching(server.url, headers) as board,
    ):
        (to_nurse,), (to_board,) = nurse.subscribe(location_id=1), board.subscribe(location_id=1)
        assert to_nurse["data"]["queue"][0]["patient_name"] == "Jane Sample"
        assert to_board["data"]["queue"][0]["patient_name"] is None
        room.come(name="Omar Placeholder")
        *_, update = nurse.hear_until("queue_update")
        assert update["data"]["queue"][1]["patient_name"] == "Omar Placeholder"


def test_whose_name_was_shown_stands_in_the_audit_trail_once(
    clinic: LittleClinic, room: WaitingRoom, server: RunningServer
) -> None:
    room.come()
    with watching(server.url, staff_headers(clinic.centre, Role.DOCTOR)) as doctor:
        doctor.subscribe(location_id=1)
        room.come()
        doctor.hear_until("queue_update", total_waiting=2)
        with clinic.centre.read() as reading:
            query = select(audit_trail).where(audit_trail.c.intent == "watch_queue")
            shown = [uid for row in reading.all(query) for uid in row["details"]["uids"]]
    assert len(shown) == len(set(shown)) == 2


def test_appointments_are_told_to_staff_and_to_their_patient_alone(
    clinic: LittleClinic, room: WaitingRoom, server: RunningServer, headers: dict[str, str]
) -> None:
    own, other = (clinic.book(MORNING + timedelta(hours=hour), code=f"{hour:08d}") for hour in (2, 3))
    with clinic.centre.read() as reading:
        uid = reading.scalar(select(patients.c.uid).where(patients.c.id == own["patient_id"]))
    with (
        watching(server.url, staff_headers(clinic.centre, Role.ADMIN)) as admin,
        watching(server.url, patient_headers(clinic.centre, uid)) as patient,
        watching(server.url, headers) as board,
    ):
        for watcher in (admin, patient, board):
            watcher.subscribe(location_id=1)
        for booked in (own, other):
            with clinic.centre.work("confirm", "system") as work:
                work.change(appointments, booked, status="confirmed")
        told = of_kind(admin.hear_until("appointment_update", id=other["id"]), "appointment_update")
        assert {message["data"]["appointment_number"] for message in told} == {"APT-2026-0001", "APT-2026-0002"}
        *_, mine = patient.hear_until("appointment_update")
        assert mine["data"] == {
            "id": own["id"],
            "appointment_number": own["appointment_number"],
            "status": "confirmed",
            "scheduled_date": "2026-03-09T11:00:00.000000Z",
            "doctor_id": clinic.doctor["id"],
            "doctor_name": "Dr Okafor",
        }
        room.come()
        board.hear_until("queue_update")
        assert not of_kind(board.heard, "appointment_update")
        assert {message["type"] for message in patient.heard} == {"subscribed", "appointment_update"}
        assert len(of_kind(patient.heard, "appointment_update")) == 1


def second_doctor(clinic: LittleClinic) -> int:
    with clinic.centre.work("set_up", "system") as work:
        row = work.create(users, display_name="Dr Lindqvist", role="doctor", room="Room 5", location_id=1)
    return int(row["id"])


def test_who_watches_one_doctor_hears_of_that_doctor_only(
    clinic: LittleClinic, room: WaitingRoom, server: RunningServer, headers: dict[str, str]
) -> None:
    other = second_doctor(clinic)
    with watching(server.url, headers) as board:
        (empty,) = board.subscribe(doctor_id=other)
        assert (empty["data"]["doctor_name"], empty["data"]["queue"]) == ("Dr Lindqvist", [])
        room.come()
        token = room.come(doctor_id=other)
        heard = board.hear_until("queue_update")
        assert {message["doctor_id"] for message in heard} == {other}
        assert tokens(heard[-1]) == [token]
        board.subscribe(doctor_id=clinic.doctor["id"])
        room.call("20260309-001")
        board.hear_until("patient_called", token_number="20260309-001")
        board.say(unsubscribe={"doctor_id": clinic.doctor["id"]})
        board.subscribe(doctor_id=other)
        room.become("20260309-001", "completed")
        room.call(token)
        assert {message["doctor_id"] for message in board.hear_until("patient_called", token_number=token)} == {other}


def test_name_that_was_put_right_is_told_to_staff_alone(
    clinic: LittleClinic, room: WaitingRoom, server: RunningServer, headers: dict[str, str]
) -> None:
    token = room.come(name="Jane Sample")
    with (
        watching(server.url, staff_headers(clinic.centre, Role.NURSE)) as nurse,
        watching(server.url, headers) as board,
    ):
        nurse.subscribe(location_id=1)
        board.subscribe()
        with clinic.centre.work("update_patient", "system") as work:
            row = work.first(select(patients).where(patients.c.id == room.place(token)["patient_id"]))
            assert row is not None
            work.change(patients, row, first_name="Janet")
        room.become(token, "waiting", notes="came back")
        *_, update = nurse.hear_until("queue_update")
        assert update["data"]["queue"][0]["patient_name"] == "Janet Sample"
        room.call(token)
        assert [message["type"] for message in board.hear_until("patient_called")] == ["patient_called"]


def test_queue_that_has_emptied_is_told_as_empty(room: WaitingRoom, board: Watcher) -> None:
    token = room.come()
    board.hear_until("queue_update", total_waiting=1)
    room.become(token, "cancelled")
    *_, update = board.hear_until("queue_update")
    assert (update["doctor_id"], update["data"]["queue"]) == (room.clinic.doctor["id"], [])


def test_who_was_cut_off_hears_each_thing_that_was_missed_once(
    room: WaitingRoom, server: RunningServer, headers: dict[str, str]
) -> None:
    first = room.come()
    with watching(server.url, headers) as board:
        board.subscribe()
        room.call(first)
        board.hear_until("queue_update", total_called=1)
        cursor = board.cursor
    second = room.come()
    room.call(second)
    third = room.come()
    with watching(server.url, headers) as board:
        heard = board.subscribe(cursor=cursor)
        assert [one["data"]["token_number"] for one in of_kind(heard, "patient_called")] == [second]
        (update,) = of_kind(heard, "queue_update")
        assert set(tokens(update)) == {first, second, third}
        assert board.heard[-1]["data"] == {"caught_up": True}
        room.call(third)
        (called,) = of_kind(board.hear_until("queue_update"), "patient_called")
        assert called["data"]["token_number"] == third


def test_cursor_that_is_none_of_ours_begins_with_the_queue_as_it_stands(
    room: WaitingRoom, server: RunningServer, headers: dict[str, str]
) -> None:
    room.call(room.come())
    with watching(server.url, headers) as board:
        for cursor in (
            "nonsense",
            "MS4xLjEuOTk5OTk5OTk",
            "ü",
            "MS43LjEuMQ",
        ):  # no cursor, beyond the end, another epoch
            heard = board.subscribe(cursor=cursor)
            assert [message["type"] for message in heard] == ["queue_update"]
            assert board.heard[-1]["data"] == {"caught_up": False}


def test_restored_server_tells_those_who_watch_how_things_stand(
    clinic: LittleClinic, room: WaitingRoom, board: Watcher
) -> None:
    room.come()
    board.hear_until("queue_update", total_waiting=1)
    clinic.restore(2)
    room.come()
    updates = of_kind(board.hear_until("queue_update", total_waiting=2), "queue_update")
    assert updates[0]["snapshot"] is True


def test_browser_says_who_it_is_in_its_first_message(
    clinic: LittleClinic, room: WaitingRoom, server: RunningServer
) -> None:
    room.come()
    key, _uid = board_key(clinic.centre)
    with watching(server.url) as board:
        board.say(token=key)
        (snapshot,) = board.subscribe()
        assert snapshot["type"] == "queue_update"


def test_stranger_is_turned_away(server: RunningServer) -> None:
    for first in ('{"token": "stranger"}', '{"token": "a.b.c"}', '{"subscribe": {}}', "{", "[]", '"x"', b"x"):
        with watching(server.url) as stranger:
            stranger.socket.send(first)
            assert close_code(stranger) == 4401
    with watching(server.url, device_headers("no key of ours")) as stranger:
        assert close_code(stranger) == 4401


NONSENSE: list[tuple[str | bytes, str]] = [
    ("{", "malformed_json"),
    ('{"subscribe": NaN}', "malformed_json"),
    ('{"subscribe": {"doctor_id": "\\ud800"}}', "malformed_json"),
    (b"\x00\xff", "malformed_json"),
    ("[1]", "wrong_fields"),
    ("{}", "wrong_fields"),
    ('{"subscribe": {}, "unsubscribe": {}}', "wrong_fields"),
    ('{"subscribe": {"doctor_id": "7"}}', "wrong_fields"),
    ('{"subscribe": {"doctor_id": 0}}', "wrong_fields"),
    ('{"subscribe": {"location_id": 99999999999999999999}}', "wrong_fields"),
    ('{"subscribe": {"location_id": 4711}}', "unknown_place"),
    ('{"token": "somebody else"}', "not_allowed"),
]


def test_message_that_makes_no_sense_is_answered_and_the_socket_stays(room: WaitingRoom, board: Watcher) -> None:
    for said, code in NONSENSE:
        board.socket.send(said)
        answer = board.hear()
        assert (answer["type"], answer["code"]) == ("error", code)
    room.come()
    board.hear_until("queue_update")


def test_endless_nonsense_ends_the_conversation(board: Watcher) -> None:
    with suppress(ConnectionClosed):
        for _ in range(30):
            board.socket.send("{")
    assert close_code(board) == 4400


def test_endless_talk_ends_the_conversation(board: Watcher) -> None:
    with suppress(ConnectionClosed):
        for _ in range(130):
            board.say(unsubscribe={"doctor_id": 7})
    assert close_code(board) == 4400


def test_nobody_watches_another_clinics_queue(clinic: LittleClinic, server: RunningServer) -> None:
    with clinic.centre.work("set_up", "system") as work:
        other = work.create(locations, name="Harbour", code="N2", time_zone="Europe/London")["id"]
    board = device_headers(board_key(clinic.centre)[0])
    nurse = staff_headers(clinic.centre, Role.NURSE, location_id=1)
    for who in (board, nurse):
        with watching(server.url, who) as watcher:
            watcher.say(subscribe={"location_id": other})
            assert watcher.hear()["code"] == "unknown_place"
    with watching(server.url, staff_headers(clinic.centre, Role.ADMIN)) as admin:
        assert admin.subscribe(location_id=other) == []
        admin.say(subscribe={})
        assert admin.hear()["code"] == "wrong_fields"


def test_revoked_board_is_cut_off_within_five_seconds(clinic: LittleClinic, server: RunningServer) -> None:
    key, uid = board_key(clinic.centre)
    with watching(server.url, device_headers(key)) as board:
        board.subscribe()
        with clinic.centre.work("revoke", "system") as work:
            row = work.first(select(devices).where(devices.c.uid == uid))
            assert row is not None
            work.change(devices, row, revoked_at=work.now)
        with pytest.raises(ConnectionClosed) as closed:
            while True:
                board.hear(patience_s=5.0)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401


def test_socket_ends_with_its_token_unless_it_is_renewed(clinic: LittleClinic, server: RunningServer) -> None:
    def token(uid: Any) -> dict[str, Any]:
        secret = server_secret(clinic.centre, ServerSettings(database_url=""))
        return {"token": issue(secret, Claims(Role.NURSE, uid, None), clinic.clock.now())}

    one, other = clinic.centre.new_uid(), clinic.centre.new_uid()
    with watching(server.url) as renewed, watching(server.url) as expired:
        for watcher in (renewed, expired):
            watcher.say(**token(one))
            watcher.subscribe(location_id=1)
        clinic.clock.move(timedelta(minutes=9))
        renewed.say(**token(other))
        assert renewed.hear()["code"] == "not_allowed"
        renewed.say(**token(one))
        renewed.subscribe(location_id=1)
        clinic.clock.move(timedelta(minutes=2))
        assert close_code(expired) == 4401
        renewed.subscribe(location_id=1)


def test_socket_is_renewed_by_the_same_person_alone(clinic: LittleClinic, server: RunningServer) -> None:
    jane, omar = (clinic.centre.new_uid() for _ in range(2))

    def token(role: Role, uid: UUID, location_id: int | None = None) -> str:
        secret = server_secret(clinic.centre, ServerSettings(database_url=""))
        return issue(secret, Claims(role, uid, None, location_id=location_id), clinic.clock.now())

    for own, others in (
        (token(Role.PATIENT, jane), [token(Role.PATIENT, omar)]),
        (token(Role.NURSE, jane, 1), [token(Role.NURSE, omar, 1), token(Role.NURSE, jane, 2), token(Role.NURSE, jane)]),
    ):
        with watching(server.url) as watcher:
            watcher.say(token=own)
            watcher.subscribe(location_id=1)
            for other in others:
                watcher.say(token=other)
                assert watcher.hear()["code"] == "not_allowed"
            watcher.say(token=own)
            watcher.subscribe(location_id=1)
