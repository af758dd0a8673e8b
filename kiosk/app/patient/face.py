"""The patient's face: its screens on this machine's records."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kiosk.app.patient.local_front_desk import LocalFrontDesk
from kiosk.app.patient.local_service import LocalService
from kiosk.app.settings import Settings
from kiosk.screens.application import ScreenSettings
from kiosk.screens.patient import opening

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtQml import QQmlApplicationEngine

    from kiosk.app.back_office import BackOffice
    from kiosk.app.staff.local_staff_desk import AskCentre


class PatientFace:
    """Implements `kiosk.app.face.Face`."""

    def __init__(self, settings: Settings, back_office: Callable[[], BackOffice], screen: ScreenSettings) -> None:
        self._window: QWindow | None = None
        self._sound = settings.sound
        self.shell = opening.build(LocalFrontDesk(back_office), settings.clinic, screen)
        self.shell.service_desk = LocalService(back_office, settings, lambda: _centre(settings), _end)

    def open_window(self, engine: QQmlApplicationEngine, settings: ScreenSettings) -> QWindow:
        """See `Face.open_window`."""
        self._window = opening.open_window(engine, self.shell, settings)
        return self._window

    def warm(self) -> None:
        """See `Face.warm`."""
        from kiosk.devices.speech import voice_here

        opening.warm()
        self.shell.interpreter.read_all_scripts()
        voice = voice_here() if self._sound else None
        if voice is not None and self._window is not None:
            opening.read_aloud(self._window, self.shell, voice)


def _centre(settings: Settings) -> AskCentre | None:
    from kiosk.app.staff.centre_of import centre_of

    return centre_of(settings)


def _end(again: bool) -> None:
    """End Qt's loop: with `again` the program begins anew, otherwise nobody starts it but an admin (its unit)."""
    from kiosk.app.command_line import BEGIN_AGAIN

    QCoreApplication.exit(BEGIN_AGAIN if again else 0)
