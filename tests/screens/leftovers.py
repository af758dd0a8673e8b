"""Looks for what somebody left behind in a window: every text of every object that it holds, shown or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QMetaType, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

_WORDS = (QMetaType.Type.QString.value, QMetaType.Type.QStringList.value, QMetaType.Type.QVariant.value)
_BESIDE_WORDS = str.maketrans("", "", " \N{NO-BREAK SPACE}\N{LEFT-TO-RIGHT ISOLATE}\N{POP DIRECTIONAL ISOLATE}")


def left_behind(window: QQuickWindow, traces: Iterable[str]) -> list[str]:
    """Where any of the traces stands, as `CLASS.property: trace`; blanks between digits do not hide one."""
    wanted = [trace for trace in traces if trace]
    return [
        f"{place}: {trace}"
        for place, words in texts(window)
        for trace in wanted
        if trace in (plain := words.translate(_BESIDE_WORDS)) or trace.lower() in plain.lower()
    ]


def texts(window: QQuickWindow) -> Iterator[tuple[str, str]]:
    """Every text of the window's objects with where it stands, the clipboard's, and what an input method may read."""
    for thing in _objects(window):
        meta = thing.metaObject()
        for place in range(meta.propertyCount()):
            prop = meta.property(place)
            if prop.metaType().id() in _WORDS:
                value = prop.read(thing)
                for words in value if isinstance(value, list) else [value]:
                    if isinstance(words, str):
                        yield f"{meta.className()}.{prop.name()!s}", words
    yield "clipboard", QGuiApplication.clipboard().text()
    yield from _input_method()


def _objects(window: QQuickWindow) -> list[QObject]:
    """Items are found by what contains them on the screen as well as by what owns them: not all have an owner."""
    found: dict[int, QObject] = {}
    waiting: list[QObject] = [window, window.contentItem()]
    while waiting:
        thing = waiting.pop()
        if id(thing) in found:
            continue
        found[id(thing)] = thing
        waiting += thing.children()
        if isinstance(thing, QQuickItem):
            waiting += thing.childItems()
    return list(found.values())


def _input_method() -> Iterator[tuple[str, str]]:
    focused: QObject | None = QGuiApplication.focusObject()
    if focused is None:
        return
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImQueryAll)
    QGuiApplication.sendEvent(focused, asked)
    for query in (
        Qt.InputMethodQuery.ImSurroundingText,
        Qt.InputMethodQuery.ImCurrentSelection,
        Qt.InputMethodQuery.ImTextBeforeCursor,
        Qt.InputMethodQuery.ImTextAfterCursor,
    ):
        yield f"input method, {query.name}", str(asked.value(query) or "")
