"""Reception's real face in its window, on encrypted records of this machine: for tests and benchmarks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtQml import QQmlApplicationEngine

from kiosk.app.paths import Places
from kiosk.app.reception.face import ReceptionFace
from kiosk.app.settings import Face, KeyStorage, PrinterKind, Settings, read_settings
from kiosk.screens.application import ScreenSettings
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


def a_desk(folder: Path) -> Settings:
    """Settings of a desk that has joined a little clinic, whose records and keys stand in that folder."""
    enrol_a_desk(folder)
    environment = {"ANTEROOM_CLINIC_NAME": "Riverside", "ANTEROOM_CLINIC_TIME_ZONE": "Europe/London"}
    usual = read_settings({}, environment, Places(folder / "none.toml", folder, folder))
    printer = replace(usual.printer, kind=PrinterKind.NONE)
    database = folder / "kiosk-B.db"
    return replace(usual, face=Face.RECEPTION, keys=KeyStorage.DEVELOPMENT_FILE, database=database, printer=printer)
