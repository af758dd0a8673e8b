"""The composition root's door to the screens of any face: how a window stands, and how it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QWindow

from kiosk.screens.resource_files import RESOURCES
from kiosk.screens.surface import Surface

if TYPE_CHECKING:
    from PySide6.QtQml import QQmlApplicationEngine

QML = RESOURCES / "qml"


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """How the window stands on its screen."""

    width: int = 1080
    height: int = 1920
    """Of the window in pixels; a full-screen window takes the screen's own."""
    full_screen: bool = False
    place: QPoint | None = None
    """The top left corner of the window with its frame on the desktop; None: wherever the system puts it."""
    closable: bool = True
    """Whether the window may be closed as any other; a kiosk's may not."""
    still: bool = False
    """Whether the system asks for less motion."""
    pixels_per_mm: float = 0.0
    """The screen's real density where the screen reports a wrong one; 0 to believe it."""


def load(engine: QQmlApplicationEngine, shell: Surface, settings: ScreenSettings, main: str) -> QWindow:
    """Show a face's window, whose page `main` is relative to resources/qml. The engine must go before the shell does.

    Raises RuntimeError where the QML can't be loaded.
    """
    shell.languageChanged.connect(engine.retranslate)
    engine.setInitialProperties(
        {"shell": shell, "width": settings.width, "height": settings.height, "fullScreen": settings.full_screen}
    )
    engine.load(QUrl.fromLocalFile(str(QML / main)))
    if not engine.rootObjects():
        raise RuntimeError(f"resources/qml/{main} could not be loaded")
    window = cast("QWindow", engine.rootObjects()[0])  # a QQuickWindow, whose module we need not import
    if settings.place is not None:
        window.setFramePosition(settings.place)
    return window
