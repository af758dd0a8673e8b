"""No way out of a window that nobody may leave: what would close it, drop on it or open a menu ends here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow

DOORS = frozenset(
    {
        QEvent.Type.Close,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
    }
)
LEFT = Qt.WindowState.WindowMinimized | Qt.WindowState.WindowMaximized


class LockDown(QObject):
    """An event filter on a window of the lobby, where it stands full-screen."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True where an event ends here."""
        if event.type() == QEvent.Type.WindowStateChange and isinstance(watched, QWindow):
            # Not within the event: the system is still at it.
            QTimer.singleShot(0, watched, lambda: fill_again(watched))
        if event.type() not in DOORS:
            return False
        event.ignore()
        return True


def fill_again(window: QWindow) -> None:
    """Fill the screen again where something made the window smaller, or took it away."""
    if window.isVisible() and window.windowStates() & LEFT:
        window.showFullScreen()


def lock(window: QObject) -> LockDown:
    """Put the filter in front of a window; it goes with the window."""
    filter_ = LockDown()
    filter_.setParent(window)
    window.installEventFilter(filter_)
    return filter_
