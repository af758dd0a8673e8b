"""Reception's face on this machine's encrypted records: what a key does is durable, and other desks' work appears."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQml import QQmlApplicationEngine
from sqlalchemy import select

from kiosk.app.back_office import BackOffice
from kiosk.app.paths import Places
from kiosk.app.reception.face import ReceptionFace
from kiosk.app.settings import Face, KeyStorage, PrinterKind, read_settings
from kiosk.screens.application import ScreenSettings
from kiosk.screens.staff.staff_desk import Member
from server_sync.clinic.roles import Role
from server_sync.desk.queue.calling import call_next
from server_sync.records.replica import Replica
from server_sync.records.tables import users
from tests.contract.test_queue_desk import enrol_a_desk
from tests.fakes.front_desk import FakeTime
from tests.screens.staff_window import StaffWindow


class Reception(StaffWindow):
    """The real face in its window; time is the machine's own."""

    def __init__(self, face: ReceptionFace) -> None:
        screen = ScreenSettings(width=1920, height=1080, still=True, pixels_per_mm=4.0)
        self.time = FakeTime()
        self.shell = face.shell
        self.engine = QQmlApplicationEngine()
        self.warnings = []
        self.engine.warnings.connect(lambda errors: self.warnings.extend(error.toString() for error in errors))
        self.window = face.open_window(self.engine, screen)
        self.frames = 0
        self.kept = []
        self.quick.frameSwapped.connect(self._count_frame)
        self.wait_until(self.window.isExposed)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[BackOffice]:
    enrol_a_desk(tmp_path)
    environment = {"ANTEROOM_CLINIC_NAME": "Riverside", "ANTEROOM_CLINIC_TIME_ZONE": "Europe/London"}
    usual = read_settings({}, environment, Places(tmp_path / "none.toml", tmp_path, tmp_path))
    printer = replace(usual.printer, kind=PrinterKind.NONE)
    database = tmp_path / "kiosk-B.db"
    office = BackOffice(
        replace(usual, face=Face.RECEPTION, keys=KeyStorage.DEVELOPMENT_FILE, database=database, printer=printer)
    )
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
