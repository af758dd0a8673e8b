"""A staff window for tests: the real frame, sections and pages on desks and a time that the test holds."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.screens import by_name
from kiosk.screens.application import ScreenSettings
from kiosk.screens.clinic import Clinic
from kiosk.screens.languages import register_first_fonts
from kiosk.screens.staff.opening import open_window
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.staff.shell import StaffShell
from kiosk.screens.staff.staff_desk import Member
from tests.fakes.front_desk import CLINIC, FakeTime
from tests.fakes.staff_desk import PIN, SAM, FakeStaffDesk
from tests.screens.kiosk_window import KioskWindow


class StaffWindow(KioskWindow):
    """The window, and what staff can do in front of it. Needs a running asyncio loop on Qt's."""

    shell: StaffShell  # type: ignore[assignment]  # another face's shell

    def __init__(
        self,
        width: int = 1920,
        height: int = 1080,
        *,
        sections: Callable[[StaffShell], Sequence[StaffSection]],
        strip: Callable[[StaffShell], StaffSection] | None = None,
        faces: tuple[str, ...] = ("reception",),
        clinic: Clinic = CLINIC,
        desk: FakeStaffDesk | None = None,
        alone: bool = False,
    ) -> None:
        self.desk = desk or FakeStaffDesk()
        self.time = FakeTime()
        register_first_fonts()
        settings = ScreenSettings(width=width, height=height, still=True, pixels_per_mm=4.0)
        self.shell = StaffShell(self.desk, clinic, self.time, *faces, pixels_per_mm=4.0, still=True, alone=alone)
        self.shell.add_sections(*sections(self.shell), strip=None if strip is None else strip(self.shell))
        self.engine = QQmlApplicationEngine()
        self.warnings: list[str] = []
        self.engine.warnings.connect(lambda errors: self.warnings.extend(error.toString() for error in errors))
        self.window = open_window(self.engine, self.shell, settings)
        self.frames = 0
        self.kept = []
        self.quick.frameSwapped.connect(self._count_frame)
        self.wait_until(self.window.isExposed)

    def close(self) -> None:
        """Take the window down, pages before screens."""
        self.shell.reset()
        self.wait_until(lambda: not self.shell.requests)
        self.turn()
        self.window.close()
        self.engine.deleteLater()
        self.turn()
        self.kept.clear()
        del self.window, self.engine
        gc.collect()
        self.shell.interpreter.silence()

    def settle(self) -> None:
        """Wait until every desk has answered, and what follows is drawn."""
        self.time.advance(0.5)
        self.wait_until(lambda: not self.shell.requests)
        self.turn()
        self.turn()

    def keys(self, text: str) -> None:
        """Type as a person does, into what has the focus."""
        for character in text:
            self.time.advance(0.2)
            self.key(Qt.Key(ord(character.upper())) if ord(character) < 128 else Qt.Key.Key_unknown, character)
        self.turn()

    def press_key(
        self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key, and what it sets off."""
        self.key(key, text, modifiers)
        self.settle()

    def sign_in(self, member: Member = SAM) -> None:
        """As somebody who knows their PIN."""
        self.tap(member.name)
        self.keys(PIN)
        self.press_key(Qt.Key.Key_Return, "\r")
        self.wait_until(lambda: not self.shell.is_at_rest)
        self.settle()

    def shows(self, name: str) -> bool:
        """Whether something of that name stands in the window."""
        return by_name.is_shown(self.window, name)
