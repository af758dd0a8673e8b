"""Find what a window shows by its accessible name, and tap it as a finger would; for tours and tests.

Nothing here waits or spins the event loop: a caller on the loop awaits what a tap set off, a test waits for it. Items
stand in their places only when a frame has been drawn; whoever taps waits for one (`frameSwapped`) first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QMouseEvent, QWindow

PRESSABLE = (
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
)


class NotShownError(LookupError):
    """The window shows nothing of that name now; the message says what it does show."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One item as assistive technology sees it. `rect` is in the window's own coordinates."""

    name: str
    description: str
    role: QAccessible.Role
    rect: QRect
    enabled: bool
    checked: bool
    focused: bool

    @property
    def pressable(self) -> bool:
        """Whether it is something to press."""
        return self.role in PRESSABLE


def shown(window: QWindow) -> list[Shown]:
    """Everything that stands in the window and has a name, in the order of the tree."""
    top = QAccessible.queryAccessibleInterface(window)
    return [_as_shown(item, window) for item in _interfaces(top) if item.text(QAccessible.Text.Name)]


def find(window: QWindow, name: str) -> Shown:
    """The one item of that name, a pressable one before a text.

    Raises NotShownError.
    """
    everything = shown(window)
    named = sorted((item for item in everything if item.name == name), key=lambda item: not item.pressable)
    if not named:
        raise NotShownError(f"{name!r} is not shown; there are {[item.name for item in everything]}")
    return named[0]


def is_shown(window: QWindow, name: str) -> bool:
    """Whether something of that name stands in the window."""
    return any(item.name == name for item in shown(window))


def tap(window: QWindow, name: str) -> None:
    """Press and release in the middle of an item. Raises NotShownError, also for what is disabled."""
    item = find(window, name)
    if not item.enabled:
        raise NotShownError(f"{name!r} is shown, but cannot be pressed now")
    tap_at(window, item.rect.center())


def tap_at(window: QWindow, point: QPoint) -> None:
    """Press and release at a point of the window."""
    mouse(window, QEvent.Type.MouseButtonPress, point)
    mouse(window, QEvent.Type.MouseButtonRelease, point)


def mouse(window: QWindow, kind: QEvent.Type, point: QPoint) -> None:
    """One event of a finger that is down, moves, or leaves the glass."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind,
        QPointF(point),
        QPointF(window.mapToGlobal(point)),
        none if kind is QEvent.Type.MouseMove else left,
        none if kind is QEvent.Type.MouseButtonRelease else left,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(window, event)


def press(window: QWindow, name: str) -> None:
    """Press through accessibility, as a screen reader does. Raises NotShownError."""
    for item in _interfaces(QAccessible.queryAccessibleInterface(window)):
        actions = item.actionInterface()
        if item.text(QAccessible.Text.Name) == name and _can_press(actions):
            actions.doAction(actions.pressAction())
            return
    raise NotShownError(f"{name!r} cannot be pressed through accessibility")


def write(window: QWindow, name: str, text: str) -> None:
    """Put a text into a field through accessibility, as dictation does. Raises NotShownError."""
    # Listed before the field changes: what a search finds may replace items of the tree while it is walked.
    for item in list(_interfaces(QAccessible.queryAccessibleInterface(window))):
        if item.text(QAccessible.Text.Name) == name and item.state().editable:
            item.editableTextInterface().replaceText(0, item.textInterface().characterCount(), text)
            return
    raise NotShownError(f"{name!r} cannot be written into through accessibility")


def _can_press(actions: QAccessibleActionInterface | None) -> bool:
    # A picture has no actions at all; those of a text only give it the focus.
    return actions is not None and actions.pressAction() in actions.actionNames()


def _interfaces(parent: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(parent.childCount()):
        child = parent.child(index)
        if not child.state().invisible:
            yield child
            yield from _interfaces(child)


def _as_shown(item: QAccessibleInterface, window: QWindow) -> Shown:
    state = item.state()
    corner = window.mapToGlobal(QPoint(0, 0))
    return Shown(
        name=item.text(QAccessible.Text.Name),
        description=item.text(QAccessible.Text.Description),
        role=item.role(),
        rect=item.rect().translated(-corner),
        enabled=not state.disabled,
        checked=bool(state.checked),
        focused=bool(state.focused),
    )
