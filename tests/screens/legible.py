"""Whether all that a window says can be read: no text is cut, wider than its place, or outside the window."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

_RIGHT, _CENTRE, _BOTTOM, _MIDDLE = (
    flag.value
    for flag in (
        Qt.AlignmentFlag.AlignRight,
        Qt.AlignmentFlag.AlignHCenter,
        Qt.AlignmentFlag.AlignBottom,
        Qt.AlignmentFlag.AlignVCenter,
    )
)
TOLERANCE_PX = 2.0
"""A font's first letter may lean out by a pixel."""


def illegible(window: QQuickWindow) -> list[str]:
    """What is wrong with the texts that are shown, in a few words each; empty where all can be read."""
    texts = [item for item in _shown(window.contentItem()) if item.inherits("QQuickText") and _words(item)]
    found = [f"cut: {_words(item)!r}" for item in texts if _is_cut(item)]
    whole = QRectF(0, 0, window.width(), window.height())
    for item in texts:
        if not _scrolls(item) and not _grown(whole, TOLERANCE_PX).contains(_letters(item)):
            found.append(f"outside the window: {_words(item)!r}")
    return found


def _shown(item: QQuickItem) -> list[QQuickItem]:
    """Visible items from the back to the front."""
    if not item.isVisible() or item.opacity() == 0:
        return []
    found = [item]
    for child in item.childItems():
        found += _shown(child)
    return found


def _is_cut(item: QObject) -> bool:
    """Heights are not compared: where lines stand closer than their font asks, words are higher than their item."""
    wide = float(item.property("contentWidth")) - float(item.property("width"))
    return bool(item.property("truncated")) or wide > TOLERANCE_PX


def _words(item: QObject) -> str:
    return str(item.property("text")).strip()


def _letters(item: QQuickItem) -> QRectF:
    """Where the letters stand in the window."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    aligned = _alignment(item)
    across = 1.0 if aligned & _RIGHT else 0.5 if aligned & _CENTRE else 0.0
    down = 1.0 if aligned & _BOTTOM else 0.5 if aligned & _MIDDLE else 0.0
    corner = QPointF((item.width() - width) * across, (item.height() - height) * down)
    return QRectF(item.mapToScene(corner), item.mapToScene(corner + QPointF(width, height)))


def _alignment(item: QQuickItem) -> int:
    """Both alignments; PySide cannot read enumerations of QML's own types, QML can."""
    context = qmlContext(item)
    assert context is not None, "items of a page are made by QML"
    found: Any = QQmlExpression(context, item, "effectiveHorizontalAlignment | verticalAlignment").evaluate()
    return int(found[0] if isinstance(found, tuple) else found)  # some PySides tell beside it whether it is undefined


def _scrolls(item: QQuickItem) -> bool:
    parent: QQuickItem | None = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable") and parent.property("interactive"):
            return True
        parent = parent.parentItem()
    return False


def _grown(rect: QRectF, by: float) -> QRectF:
    return rect.adjusted(-by, -by, by, by)
