"""Every press and key in a staff window, before the pages see it: the frame's own keys, and who stays signed in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.screens.staff.shell import StaffShell

MOVES = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)
PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class StaffWatch(QObject):
    """An event filter on the window. It names nothing that was typed, to no log."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__()
        self._shell = shell

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the pages have what is theirs; true where an event ends here."""
        kind = event.type()
        if kind in PRESSES:
            self._shell.set_keyboard(False)
            self._shell.touched()
        elif kind == QEvent.Type.Wheel:
            self._shell.touched()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._shell.touched()
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in MOVES:
            self._shell.set_keyboard(True)
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier or self._shell.is_at_rest:
            return False
        if event.key() == Qt.Key.Key_L:
            self._shell.lock()
            return True
        nth = event.key() - Qt.Key.Key_0
        if 0 <= nth <= 9:
            self._shell.chooseNth(nth or 10)
            return True
        return False
