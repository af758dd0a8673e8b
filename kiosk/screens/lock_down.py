"""No way out of a window that nobody may leave: what would close it, drop on it or open a menu ends here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

DOORS = frozenset(
    {
        QEvent.Type.Close,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
    }
)


class LockDown(QObject):
    """An event filter on a window of the lobby, where it stands full-screen."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True where an event ends here."""
        if event.type() not in DOORS:
            return False
        event.ignore()
        return True


def lock(window: QObject) -> LockDown:
    """Put the filter in front of a window; it goes with the window."""
    filter_ = LockDown()
    filter_.setParent(window)
    window.installEventFilter(filter_)
    return filter_
