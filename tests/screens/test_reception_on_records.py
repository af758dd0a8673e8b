"""Reception's face on this machine's encrypted records: what a key does is durable, and other desks' work appears."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from kiosk.app.back_office import BackOffice
from kiosk.app.reception.face import ReceptionFace
from kiosk.screens.application import ScreenSettings
from kiosk.screens.staff.staff_desk import Member
from server_sync.clinic.roles import Role
from server_sync.desk.queue.calling import call_next
from server_sync.records.replica import Replica
from server_sync.records.tables import users
from tests.fakes.front_desk import FakeTime
from tests.screens.reception_window import Reception, a_desk


@pytest.fixture
def office(tmp_path: Path) -> Iterator[BackOffice]:
    settings = a_desk(tmp_path)
    office = BackOffice(settings)
    office.start(lambda _error: None)
    yield office
    office.stop()


@pytest.fixture
def open_reception(asyncio_on_qt: None, office: BackOffice) -> Iterator[Callable[[Role], Reception]]:
    opened: list[Reception] = []

    def open_as(role: Role) -> Reception:
        face = ReceptionFace(office._settings, lambda: office, ScreenSettings(still=True, pixels_per_mm=4.0))
        window = Reception(face)
        opened.append(window)
        doctor = office.submit(the_doctor).result(10)
        window.shell.enter(Member(doctor, "00000000-0000-7000-8000-000000000001", "Sam Ortega", role))
        window.wait_for("B 1, Meera Iyer")
        return window

    yield open_as
    for window in opened:
        warnings = window.warnings
        window.close()
        assert warnings == []


def the_doctor(replica: Replica) -> int:
    with replica.read() as reading:
        return int(reading.scalar(select(users.c.id).where(users.c.role == "doctor")))


def call_elsewhere(replica: Replica) -> None:
    doctor = the_doctor(replica)
    with replica.work("call_next", "another desk") as work:
        call_next(work, replica.identity.location_id or 0, doctor)


def test_a_key_at_the_desk_calls_somebody_and_a_second_one_takes_it_back(
    open_reception: Callable[[Role], Reception],
) -> None:
    reception = open_reception(Role.RECEPTIONIST)

    reception.press_key(Qt.Key.Key_F1)
    reception.wait_for("B 1 was called to Room 3")
    reception.press_key(Qt.Key.Key_U)

    reception.wait_for("B 1: taken back")


def test_what_another_desk_does_appears_by_itself(
    open_reception: Callable[[Role], Reception], office: BackOffice
) -> None:
    reception = open_reception(Role.RECEPTIONIST)
    reception.shell.time = FakeTime()  # no timer of its own reads the board

    office.submit(call_elsewhere).result(10)

    reception.wait_until(lambda: any(item.startswith("B 1") for item in reception.names()))
    reception.press_key(Qt.Key.Key_Down)
    reception.wait_for("Called by: another desk")


def test_a_doctor_sees_their_own_line_and_leads_a_visit_by_three_keys(
    open_reception: Callable[[Role], Reception],
) -> None:
    reception = open_reception(Role.DOCTOR)

    for key, said in ((Qt.Key.Key_1, "B 1 was called to Room 3"), (Qt.Key.Key_2, "B 1 has gone in")):
        reception.press_key(key)
        reception.wait_for(said)
    reception.press_key(Qt.Key.Key_3)

    reception.wait_for("B 1: visit completed")
