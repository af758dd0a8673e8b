"""The composition root's door to the staff's frame: open the window, and watch over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QWindow

from kiosk.screens.application import ScreenSettings, load
from kiosk.screens.staff.keyboard import StaffWatch
from kiosk.screens.staff.shell import StaffShell

if TYPE_CHECKING:
    from PySide6.QtQml import QQmlApplicationEngine


def open_window(engine: QQmlApplicationEngine, shell: StaffShell, settings: ScreenSettings) -> QWindow:
    """Show the window with the sign-in. The engine must go before the shell does."""
    window = load(engine, shell, settings, "staff/Main.qml")
    watch = StaffWatch(shell)
    watch.setParent(window)
    window.installEventFilter(watch)
    shell.desk.listen(shell.hear_news)
    shell.sign_in_screen.begin()
    return window
