"""A kiosk's window for tests: the real pages and screens on a front desk and a time that the test holds."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QWindow
from PySide6.QtQml import QQmlApplicationEngine, QQmlProperty
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.screens import by_name
from kiosk.screens.application import ScreenSettings
from kiosk.screens.clinic import Clinic
from kiosk.screens.patient.front_desk import FrontDesk
from kiosk.screens.patient.keyboard import WindowWatch
from kiosk.screens.patient.opening import build, open_window, warm
from tests.fakes.front_desk import CLINIC, FakeFrontDesk, FakeTime
from tests.fakes.service_desk import FakeServiceDesk

PATIENCE_S = 5


class KioskWindow:
    """The window, and what a patient can do in front of it. Needs a running asyncio loop on Qt's."""

    def __init__(
        self,
        width: int = 1080,
        height: int = 1920,
        *,
        clinic: Clinic = CLINIC,
        front_desk: FakeFrontDesk | None = None,
        on_records: FrontDesk | None = None,
        time: FakeTime | None = None,
        still: bool = True,
        pixels_per_mm: float = 4.0,
    ) -> None:
        """`on_records` answers instead of the fake, where somebody wants the real one."""
        self.front_desk = front_desk or FakeFrontDesk()
        self.time = time or FakeTime()
        warm()
        settings = ScreenSettings(width=width, height=height, still=still, pixels_per_mm=pixels_per_mm)
        self.shell = build(on_records or self.front_desk, clinic, settings, self.time)
        self.service_desk = self.shell.service_desk = FakeServiceDesk()
        self.engine = QQmlApplicationEngine()
        self.warnings: list[str] = []
        self.engine.warnings.connect(lambda errors: self.warnings.extend(error.toString() for error in errors))
        self.window: QWindow = open_window(self.engine, self.shell, settings)
        self.frames = 0
        self.kept: list[QObject] = []
        self.quick.frameSwapped.connect(self._count_frame)
        self.wait_until(self.window.isExposed)
        self.wait_until(lambda: any(isinstance(child, WindowWatch) for child in self.window.children()))

    @property
    def watch(self) -> WindowWatch:
        """The filter in front of the window."""
        (watch,) = (child for child in self.window.children() if isinstance(child, WindowWatch))
        return watch

    @property
    def quick(self) -> QQuickWindow:
        """The window with its items."""
        assert isinstance(self.window, QQuickWindow)
        return self.window

    def close(self) -> None:
        """Take the window down, pages before screens."""
        self.front_desk.gate.set()
        self.front_desk.print_gate.set()
        self.shell.reset()
        self.wait_until(lambda: not self.shell.requests)
        self.turn()
        self.window.close()
        self.engine.deleteLater()
        self.turn()
        self.kept.clear()
        del self.window, self.engine
        gc.collect()
        self.shell.interpreter.silence()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Let Qt and asyncio run until a condition holds; AssertionError when it never does."""
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < deadline, f"it never came; there are {self.names()}"
            self.turn()

    def turn(self) -> None:
        """Let Qt and asyncio run for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(2, loop.quit)
        loop.exec()

    def frame(self) -> None:
        """Wait for the next frame: items stand in their places only when they have been laid out for one."""
        before = self.frames
        self.quick.update()
        self.wait_until(lambda: self.frames > before)

    @property
    def front(self) -> QObject:
        """The loader of the page in front; its `x` is 0 once it has slid in."""
        loader: QObject = QQmlProperty(self.window, "front").read()
        return loader

    def stands_still(self) -> bool:
        """Whether no page slides, and none is left that went."""
        leaving: QObject = QQmlProperty(self.window, "leaving").read()
        # Not its item: PySide would keep books on a page that Qt is about to take away.
        return bool(self.front.property("x") == 0 and leaving.property("source").isEmpty())

    def names(self) -> list[str]:
        """The accessible names of all that stands in the window."""
        return [item.name for item in by_name.shown(self.window)]

    def wait_for(self, name: str) -> by_name.Shown:
        """Wait until something of that name is shown."""
        self.wait_until(lambda: by_name.is_shown(self.window, name))
        return by_name.find(self.window, name)

    def tap(self, name: str) -> None:
        """Wait for something and tap it, as somebody who takes their time."""
        self.wait_for(name)
        self.wait_until(lambda: by_name.find(self.window, name).enabled)
        self.time.advance(0.5)
        self.frame()
        by_name.tap(self.window, name)
        self.turn()

    def tap_digits(self, digits: str) -> None:
        """Tap keys of the keypad."""
        for digit in digits:
            self.tap(digit)

    def key(self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and release one key."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.window, QKeyEvent(kind, key, modifiers, text))

    def scan(self, text: str) -> None:
        """Hold a code before a scanner that types as a keyboard, 5 ms a character."""
        self.time.advance(0.5)
        for character in text:
            self.time.advance(0.005)
            self.key(Qt.Key.Key_unknown, character)
        self.key(Qt.Key.Key_Return, "\r")
        self.turn()

    def type_slowly(self, text: str) -> None:
        """Type as a person does."""
        for character in text:
            self.time.advance(0.2)
            self.key(Qt.Key.Key_unknown, character)
        self.time.advance(0.2)

    def press_enter(self) -> None:
        """Press Enter after a pause."""
        self.time.advance(0.5)
        self.key(Qt.Key.Key_Return, "\r")
        self.turn()

    def press_until_focused(self, name: str) -> None:
        """Press Tab until something has the focus; AssertionError when it never gets it."""
        for _ in range(40):
            self.key(Qt.Key.Key_Tab, "\t")
            if by_name.find(self.window, name).focused:
                return
        raise AssertionError(f"{name!r} cannot be reached by Tab")

    def settle(self) -> None:
        """Wait until the slide is over and the front desk has answered."""
        self.time.advance(0.5)
        self.wait_until(lambda: not self.shell.current_screen.waiting or not self.front_desk.gate.is_set())
        self.turn()
        self.turn()

    def picture(self) -> QImage:
        """What the window shows."""
        self.settle()
        return self.quick.grabWindow()

    def save(self, folder: Path, name: str) -> None:
        """Write a picture."""
        assert self.picture().save(str(folder / f"{name}.png"))

    def _count_frame(self) -> None:
        self.frames += 1

    def items(self) -> list[QQuickItem]:
        """Every item that is visible, from the back to the front."""
        found: list[QQuickItem] = []

        def walk(item: QQuickItem) -> None:
            if item.isVisible():
                found.append(item)
                for child in item.childItems():
                    walk(child)

        walk(self.quick.contentItem())
        return found


def run_on_qt(act: Callable[[], None]) -> None:
    """Run a synchronous act with asyncio running on Qt's loop, as pytest's fixture does."""
    import qasync
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    loop = qasync.QEventLoop(app, already_running=True)
    asyncio.set_event_loop(loop)
    try:
        act()
    finally:
        loop.stop()
        loop.close()
