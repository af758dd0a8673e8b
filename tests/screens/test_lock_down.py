"""Nobody leaves the kiosk: not by a chord, a function key, a drop, a menu, or a finger that rests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QDropEvent, QGuiApplication, QWindow
from PySide6.QtTest import QTest

from kiosk.screens import by_name
from kiosk.screens.lock_down import lock
from kiosk.screens.patient.keyboard import UNREADABLE
from kiosk.screens.surface import Ease
from tests.screens.board_window import BoardWindow
from tests.screens.kiosk_window import KioskWindow
from tests.screens.leftovers import left_behind
from tests.screens.patient_pictures import scenes

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
        Qt.Key.Key_A,
        Qt.Key.Key_C,
        Qt.Key.Key_P,
        Qt.Key.Key_V,
        Qt.Key.Key_Z,
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


LINKS = ("http", "https", "file", "mailto", "tel")


class Opened(QObject):
    """Hears of every link that would leave the program."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    @Slot(QUrl)
    def open(self, link: QUrl) -> None:
        self.links.append(link.toString())


def storm(kiosk: KioskWindow) -> None:
    """All that might lead out of a page, but for what a person presses on it."""
    middle = QPoint(kiosk.window.width() // 2, kiosk.window.height() // 2)
    for key in SYSTEM_KEYS:
        kiosk.key(key)
    for key, modifiers in CHORDS:
        kiosk.key(key, "\x16" if key == Qt.Key.Key_V else "", modifiers)
    kiosk.key(Qt.Key.Key_4, "4", Qt.KeyboardModifier.AltModifier)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, kiosk.window.mapToGlobal(middle), NONE)
    QCoreApplication.sendEvent(kiosk.window, menu)
    for mime in (dropped(urls=["file:///etc/passwd", "https://example.test/"]), dropped(text="Zorbex 12345678")):
        drop = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
        QCoreApplication.sendEvent(kiosk.window, drop)
        assert not drop.isAccepted()
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        QTest.mouseClick(kiosk.quick, button, NONE, middle)
    assert not kiosk.window.close()


def standing(kiosk: KioskWindow) -> tuple[object, ...]:
    """Where somebody is, what they see, and what was done for them."""
    seen = [(item.name, item.description) for item in by_name.shown(kiosk.window)]
    return kiosk.shell.current_screen, seen, list(kiosk.front_desk.calls)


def dropped(urls: Sequence[str] = (), text: str = "") -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl(url) for url in urls])
    if text:
        carried.setText(text)
    return carried


def test_no_page_of_all_lets_anything_out_or_in(open_kiosk: Callable[..., KioskWindow]) -> None:
    locked = open_kiosk(540, 960, pixels_per_mm=2.0)
    locked.watch.closable = False
    opened = Opened()
    for scheme in LINKS:
        QDesktopServices.setUrlHandler(scheme, opened, "open")  # type: ignore[arg-type]  # PySide takes no bytes
    lock(locked.window)
    seen = 0
    for scene in scenes(locked, "en", Ease()):
        locked.settle()
        locked.wait_until(locked.stands_still)
        QGuiApplication.clipboard().setText("Zorbex 12345678")
        before = standing(locked)
        storm(locked)
        locked.turn()
        assert standing(locked) == before, scene
        QGuiApplication.clipboard().clear()
        assert left_behind(locked.quick, ["Zorbex"]) == [], scene
        seen += 1
    for scheme in LINKS:
        QDesktopServices.unsetUrlHandler(scheme)
    assert opened.links == []
    assert seen > 40
    assert locked.service_desk.ended == []
    locked.watch.closable = True


def test_a_scanner_that_types_alt_f4_and_control_characters_closes_nothing(locked: KioskWindow) -> None:
    lock(locked.window)
    locked.time.advance(0.5)
    for key, text, modifiers in [
        (Qt.Key.Key_F4, "", Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Escape, "\x1b", NONE),
        (Qt.Key.Key_C, "\x03", Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Q, "\x11", Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, "\r", NONE),
    ] * 3:
        locked.time.advance(0.005)
        locked.key(key, text, modifiers)
    locked.settle()
    assert locked.window.isVisible()
    assert set("".join(locked.front_desk.codes)) <= {UNREADABLE}, "it is part of no code of ours"
    assert locked.service_desk.tried == 0
    locked.watch.closable = True


def test_a_finger_that_is_held_and_moved_off_or_out_of_the_window_does_nothing(locked: KioskWindow) -> None:
    tile = locked.wait_for("I have an appointment").rect.center()
    locked.frame()
    for end in (QPoint(tile.x(), 1500), QPoint(-40, tile.y()), QPoint(tile.x(), 4000)):
        by_name.mouse(locked.window, QEvent.Type.MouseButtonPress, tile)
        locked.time.advance(3)
        by_name.mouse(locked.window, QEvent.Type.MouseMove, end)
        by_name.mouse(locked.window, QEvent.Type.MouseButtonRelease, end)
    nothing_happened(locked, "I have an appointment")


def test_a_window_that_something_made_small_fills_the_screen_again(locked: KioskWindow) -> None:
    lock(locked.window)
    for change in (locked.window.showMinimized, locked.window.showMaximized):
        change()
        locked.wait_until(lambda: locked.window.visibility() == QWindow.Visibility.FullScreen)
    locked.watch.closable = True


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


def test_nobody_leaves_the_board_or_changes_what_it_shows(asyncio_on_qt: None) -> None:
    board = BoardWindow(960, 540)
    locker = lock(board.window)
    board.desk.call("A 17")
    board.settle()
    before = board.names()
    storm(board)
    board.scan("B 99")
    board.settle()
    assert board.names() == before
    assert "A 17" in before
    assert board.window.isVisible()
    board.window.removeEventFilter(locker)
    board.close()
    assert board.warnings == []
