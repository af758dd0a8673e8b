"""Notices when a window first takes a tap: a press, as a finger's, sent as soon as the first frame stands."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow


def report_first_tap(window: QQuickWindow, across: float, down: float, report: Callable[[int], None]) -> None:
    """Press at a place given in parts of the window's size; `report` the monotonic time in ns when it was taken."""

    def press() -> None:
        window.frameSwapped.disconnect(press)
        QTimer.singleShot(0, try_once)

    def try_once() -> None:
        place = QPointF(window.width() * across, window.height() * down)
        _send(window, QEvent.Type.MouseButtonPress, place)
        if taken := _shows_a_press(window.contentItem()):
            report(time.monotonic_ns())
        # Let go beside it: the press shall be seen and do nothing.
        _send(window, QEvent.Type.MouseButtonRelease, QPointF(window.width() * across, 1))
        if not taken:
            QTimer.singleShot(1, try_once)

    window.frameSwapped.connect(press)


def _shows_a_press(item: QQuickItem) -> bool:
    return item.property("pressed") is True or any(_shows_a_press(child) for child in item.childItems())


def _send(window: QQuickWindow, kind: QEvent.Type, place: QPointF) -> None:
    held = Qt.MouseButton.LeftButton if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind,
        place,
        window.mapToGlobal(place),
        Qt.MouseButton.LeftButton,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(window, event)
