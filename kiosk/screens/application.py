"""The composition root's door to the screens: build the shell, load the window, warm what comes after Home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QWindow

from kiosk.screens.front_desk import Clinic, FrontDesk
from kiosk.screens.languages import register_first_fonts
from kiosk.screens.resource_files import RESOURCES
from kiosk.screens.shell import Shell
from kiosk.screens.timing import QtTime, Time

if TYPE_CHECKING:
    from PySide6.QtQml import QQmlApplicationEngine

QML = RESOURCES / "qml"
WATCH_AFTER_MS = 30
"""Qt's key and event enumerations take Python 20 ms to build, which Home's first frame does not wait for."""


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """How the window stands on its screen."""

    width: int = 1080
    height: int = 1920
    """Of the window in pixels; a full-screen window takes the screen's own."""
    full_screen: bool = False
    closable: bool = True
    """Whether the window may be closed as any other; a kiosk's may not."""
    still: bool = False
    """Whether the system asks for less motion."""
    pixels_per_mm: float = 0.0
    """The screen's real density where the screen reports a wrong one; 0 to believe it."""


def build(front_desk: FrontDesk, clinic: Clinic, settings: ScreenSettings, time: Time | None = None) -> Shell:
    """Make the shell with Home in front. Needs a QGuiApplication; nothing is asked of the front desk yet."""
    register_first_fonts()
    return Shell(front_desk, clinic, time or QtTime(), pixels_per_mm=settings.pixels_per_mm, still=settings.still)


def load(engine: QQmlApplicationEngine, shell: Shell, settings: ScreenSettings) -> QWindow:
    """Show the window with Home. The engine must go before the shell does.

    Raises RuntimeError where the QML can't be loaded.
    """
    shell.languageChanged.connect(engine.retranslate)
    engine.setInitialProperties(
        {"shell": shell, "width": settings.width, "height": settings.height, "fullScreen": settings.full_screen}
    )
    engine.load(QUrl.fromLocalFile(str(QML / "Main.qml")))
    if not engine.rootObjects():
        raise RuntimeError("resources/qml/Main.qml could not be loaded")
    window = cast("QWindow", engine.rootObjects()[0])  # a QQuickWindow, whose module we need not import
    QTimer.singleShot(WATCH_AFTER_MS, window, lambda: watch(window, shell, settings))
    return window


def watch(window: QWindow, shell: Shell, settings: ScreenSettings) -> None:
    """Put the filter for touches, keys and scanners in front of the window."""
    from kiosk.screens.keyboard import WindowWatch

    window_watch = WindowWatch(shell, closable=settings.closable)
    window_watch.setParent(window)
    window.installEventFilter(window_watch)


def warm() -> None:
    """Import what the screens after Home need; to be called when Home has been shown."""
    import kiosk.screens.birth_date
    import kiosk.screens.choose
    import kiosk.screens.confirm
    import kiosk.screens.ease
    import kiosk.screens.help
    import kiosk.screens.language
    import kiosk.screens.notice
    import kiosk.screens.phone
    import kiosk.screens.ticket  # noqa: F401
