"""The other side of the comparison: the least that a PySide6 Qt Quick window can be, with one place to tap."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from tests.bench.first_tap import report_first_tap

QML = b"""
import QtQuick
Window { width: 1080; height: 1920; visible: true; MouseArea { anchors.fill: parent } }
"""


def main() -> int:
    """Show the window, say when it took a tap, and stay until standard input ends."""
    app = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.loadData(QML)
    (window,) = engine.rootObjects()
    assert isinstance(window, QQuickWindow)
    report_first_tap(window, 0.5, 0.4, lambda at_ns: print(at_ns, flush=True))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
