"""Nobody leaves the kiosk: not by a chord, a function key, a drop, a menu, or a finger that rests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication

from kiosk.screens import by_name
from kiosk.screens.lock_down import lock
from tests.screens.kiosk_window import KioskWindow

NONE = Qt.KeyboardModifier.NoModifier
SYSTEM_KEYS = [Qt.Key(Qt.Key.Key_F1.value + number) for number in range(35)] + [
    Qt.Key.Key_Escape,
    Qt.Key.Key_Print,
    Qt.Key.Key_SysReq,
    Qt.Key.Key_Menu,
    Qt.Key.Key_Help,
    Qt.Key.Key_Back,
    Qt.Key.Key_HomePage,
    Qt.Key.Key_LaunchMail,
    Qt.Key.Key_LaunchMedia,
    Qt.Key.Key_MediaPlay,
    Qt.Key.Key_VolumeUp,
    Qt.Key.Key_PowerOff,
    Qt.Key.Key_Sleep,
]
CHORDS = [
    (key, modifier)
    for modifier in (
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.MetaModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    for key in (
        Qt.Key.Key_F4,
        Qt.Key.Key_Q,
        Qt.Key.Key_W,
        Qt.Key.Key_C,
        Qt.Key.Key_V,
        Qt.Key.Key_T,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Escape,
        Qt.Key.Key_F1,
        Qt.Key.Key_Space,
    )
]


@pytest.fixture
def locked(open_kiosk: Callable[..., KioskWindow]) -> KioskWindow:
    """A kiosk that may not be closed."""
    kiosk = open_kiosk()
    kiosk.watch.closable = False
    return kiosk


def nothing_happened(kiosk: KioskWindow, page: str) -> None:
    kiosk.time.advance(1)
    kiosk.settle()
    assert kiosk.window.isVisible()
    assert page in kiosk.names()
    assert kiosk.front_desk.calls == []
    kiosk.watch.closable = True


@pytest.mark.parametrize("way", [(), ("I have an appointment",)])
def test_no_key_and_no_chord_leads_anywhere(locked: KioskWindow, way: tuple[str, ...]) -> None:
    for name in way:
        locked.tap(name)
    before = locked.names()
    QGuiApplication.clipboard().setText("12345678")
    for key in SYSTEM_KEYS:
        locked.key(key)
    for key, modifiers in CHORDS:
        locked.key(key, "", modifiers)
    locked.settle()
    assert locked.names() == before
    assert not way or by_name.find(locked.window, "Booking code").description == ""
    nothing_happened(locked, before[0])


def test_a_finger_that_rests_on_a_tile_opens_no_menu_and_no_page(locked: KioskWindow) -> None:
    tile = locked.wait_for("I have an appointment").rect.center()
    locked.frame()
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, tile, locked.window.mapToGlobal(tile), NONE)
    QCoreApplication.sendEvent(locked.window, menu)
    nothing_happened(locked, "I have an appointment")


def test_what_is_dropped_on_a_locked_window_and_what_would_close_it_ends_there(locked: KioskWindow) -> None:
    locker = lock(locked.window)
    files = QMimeData()
    files.setUrls([QUrl("file:///etc/passwd")])
    left = Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(QPoint(500, 500)), Qt.DropAction.CopyAction, files, left, NONE)
    assert locker.eventFilter(locked.window, drop)
    assert not drop.isAccepted()
    locked.watch.closable = True
    locked.window.close()
    assert locked.window.isVisible()
    assert not locker.eventFilter(locked.window, QEvent(QEvent.Type.FocusIn))
    locked.window.removeEventFilter(locker)
    nothing_happened(locked, "I have an appointment")
