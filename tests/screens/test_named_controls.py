"""Every control of the desks can be named by assistive technology, and be hit by a hand: in every scene there is."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface

Role = QAccessible.Role
CONTROLS = (Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ListItem, Role.PageTab, Role.Link)
LEAST_PX = 36
"""At 1024x768, where everything is at its smallest."""


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that assistive technology is told of, but what is not shown."""
    if interface.state().invisible:
        return
    yield interface
    for place in range(interface.childCount()):
        if (child := interface.child(place)) is not None:
            yield from tree(child)


@pytest.mark.usefixtures("asyncio_on_qt")
@pytest.mark.parametrize("face", ["staff", "queue", "admin"])
def test_every_control_has_a_name_and_its_size(face: str) -> None:
    nameless: set[str] = set()
    small: set[str] = set()
    met: set[str] = set()

    def look(window: Any, scene: str) -> None:  # a window of any face
        top = QAccessible.queryAccessibleInterface(window.quick)
        for item in tree(top):
            if item.role() not in CONTROLS:
                continue
            name, rect = item.text(QAccessible.Text.Name), item.rect()
            met.add(name)
            if not name.strip():
                nameless.add(f"{scene}: {item.role()} at {rect}")
            if item.role() != Role.ListItem and not rect.isEmpty() and min(rect.width(), rect.height()) < LEAST_PX:
                small.add(f"{scene}: {name!r} is {_size(rect)}")

    import_module(f"tests.screens.{face}_pictures").take(look, "en", 1024, 768)
    assert (sorted(nameless), sorted(small)) == ([], [])
    assert len(met) > 5


def _size(rect: QRect) -> str:
    return f"{rect.width()} x {rect.height()}"
