"""What the composition root needs of a face: its shell on this machine's records, its window, and what is warmed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.app.settings import Face as FaceName
from kiosk.app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtQml import QQmlApplicationEngine

    from kiosk.app.back_office import BackOffice
    from kiosk.screens.application import ScreenSettings
    from kiosk.screens.surface import Surface


class Face(Protocol):
    """Whose screens a machine shows; one package of `kiosk.app` each. All of it runs on the UI thread."""

    @property
    def shell(self) -> Surface:
        """The shell with its first screen in front."""
        ...

    def open_window(self, engine: QQmlApplicationEngine, settings: ScreenSettings) -> QWindow:
        """Show the window; the engine goes before the shell does."""
        ...

    def warm(self) -> None:
        """Import what comes after the first screen."""
        ...


def face_of(settings: Settings, back_office: Callable[[], BackOffice], screen: ScreenSettings) -> Face:
    """Make the face that the settings name; `back_office` is asked for when its first operation is."""
    # Imported one by one: the patient's Home must not wait for what the others need.
    match settings.face:
        case FaceName.PATIENT:
            from kiosk.app.patient.face import PatientFace

            return PatientFace(settings, back_office, screen)
        case FaceName.RECEPTION:
            from kiosk.app.reception.face import ReceptionFace

            return ReceptionFace(settings, back_office, screen)
        case FaceName.BOARD:
            from kiosk.app.board.face import BoardFace

            return BoardFace(settings, back_office, screen)
        case FaceName.ADMIN:
            from kiosk.app.admin.face import AdminFace

            return AdminFace(settings, back_office, screen)
