"""How an admin asks for the service page: five taps in one upper corner, or a chord that no scanner types."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt

TAPS = 5
WITHIN_S = 3.0
APART_S = 0.04
"""Nobody taps faster; some screens report one touch twice, as a finger and as a mouse."""
CORNER = 1 / 8
"""Of the window's shorter side: a finger finds it without a mark, and nothing but a word of ours stands there."""
CHORD = (
    Qt.Key.Key_S,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
)


class CornerTaps:
    """Counts taps in the corners."""

    def __init__(self) -> None:
        self._corner = ""
        self._taps: list[float] = []

    def tapped(self, where: QPointF, window: QSize, at_s: float) -> bool:
        """Whether this press, at a monotonic time in seconds, completes the gesture. One elsewhere begins it anew."""
        corner = corner_of(where, window)
        if not corner or corner != self._corner:
            self._taps.clear()
        self._corner = corner
        if corner and not (self._taps and at_s - self._taps[-1] < APART_S):
            self._taps = [*(tap for tap in self._taps if at_s - tap <= WITHIN_S), at_s]
        if len(self._taps) < TAPS:
            return False
        self._taps.clear()
        return True


def corner_of(where: QPointF, window: QSize) -> str:
    """`left` or `right`, where a point of the window lies in an upper corner; empty otherwise."""
    side = min(window.width(), window.height()) * CORNER
    if where.y() > side:
        return ""
    if where.x() <= side:
        return "left"
    return "right" if where.x() >= window.width() - side else ""
