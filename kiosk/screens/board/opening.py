"""The composition root's door to the board: open its window, and let it begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QWindow

from kiosk.screens.application import ScreenSettings, load
from kiosk.screens.board.shell import BoardShell
from kiosk.screens.lock_down import lock

if TYPE_CHECKING:
    from PySide6.QtQml import QQmlApplicationEngine


def open_window(engine: QQmlApplicationEngine, shell: BoardShell, settings: ScreenSettings) -> QWindow:
    """Show the window. The engine must go before the shell does."""
    window = load(engine, shell, settings, "board/Main.qml")
    if not settings.closable:
        lock(window)
    shell.begin()
    return window
