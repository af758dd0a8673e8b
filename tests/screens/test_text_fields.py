"""Every text field of the desks takes whatever is typed or pasted: safely shown, within its place, without a crash."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMetaObject, QRectF
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtQuick import QQuickItem

from tests.screens.looked_at import Shown

LONGEST = 2_000
"""Of one line; a paper's template may be longer, and is typed in an editor."""
TYPED = {
    "ten thousand characters": "9A" * 5_000,
    "every script": "Ана́ 李 नमस्ते مريم Zoë ไทย አማርኛ",
    "emoji": "🙂👩\N{ZERO WIDTH JOINER}👧" * 40,
    "control characters": "a\x00\x01\x1b[2J\x7f\r\n\tb",
    "overrides": "\u202eevil\u202c \u2066x\u2069 \u200f\ufeff",
    "a combining tower": "a" + "\u0301" * 500,
}
UNSAFE = {chr(code) for code in range(32)} | {"\x7f"} | {chr(code) for code in range(0x202A, 0x202F)}


def fields(item: QQuickItem) -> Iterator[QQuickItem]:
    """All that can be typed in, as it is shown."""
    if not item.isVisible():
        return
    if item.inherits("QQuickTextInput") and item.isEnabled() and not item.property("readOnly"):
        yield item
    for child in item.childItems():
        yield from fields(child)


def enter(window: Any, field: QQuickItem, text: str) -> None:  # a window of any face
    """In place of what stands there, as an input method or a paste brings it."""
    field.forceActiveFocus()
    QMetaObject.invokeMethod(field, "selectAll")  # by name, as QML does
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)
    window.settle()


@pytest.mark.usefixtures("asyncio_on_qt")
@pytest.mark.parametrize("face", ["staff", "queue", "admin"])
def test_every_field_takes_everything(face: str) -> None:
    tried: set[str] = set()
    wrong: list[str] = []

    def look(window: Shown, scene: str) -> None:
        for field in list(fields(window.quick.contentItem())):
            name = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
            if name in tried:
                continue
            tried.add(name)
            stood = str(field.property("text"))
            for kind, text in TYPED.items():
                enter(window, field, text)
                shown = str(field.property("text"))
                place = field.mapRectToScene(QRectF(0, 0, field.width(), field.height()))
                whole = QRectF(0, 0, window.quick.width(), window.quick.height())
                if len(shown) > LONGEST or UNSAFE & set(shown) or not whole.contains(place):
                    wrong.append(f"{scene}, {name!r}, {kind}: {shown[:40]!r} ({len(shown)})")
            enter(window, field, stood)

    import_module(f"tests.screens.{face}_pictures").take(look, "en", 1024, 768)
    assert wrong == []
    assert tried


def test_who_types_more_than_fits_is_told(asyncio_on_qt: None) -> None:
    told: list[bool] = []

    def look(window: Any, scene: str) -> None:  # the desk's window
        if scene == "people-empty":
            (field,) = fields(window.quick.contentItem())
            enter(window, field, "9A" * 5_000)
            told.append(window.shows("No more fits in here"))
            enter(window, field, "")

    import_module("tests.screens.staff_pictures").take(look, "en", 1024, 768)
    assert told == [True]
