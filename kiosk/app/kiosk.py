"""A kiosk with any of its faces, put together: its first screen first, everything slow behind it, and a clean end.

What happens when: settings are read; the window with the face's first screen is loaded and takes taps; after its first
frame asyncio is brought in, the screens after it are warmed, and the back office opens the records, the spool and the
way to the server on threads of their own.

Decision (November 2026): no process watches over this one. A parent in Python would cost a fifth of the memory that
the kiosk may use and would itself have to be watched; on a kiosk systemd starts it again within a second
(`Restart=always` in `installers/systemd`), and the records survive a crash at any point. Only an admin at the service
page ends it for good, with exit code 0.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from shiboken6 import delete

import kiosk.app.plain_imports  # noqa: F401  # first: what follows is imported without PySide6 reading along
from kiosk.app.face import face_of
from kiosk.app.memory import collect_seldom
from kiosk.app.settings import Corner, KeyStorage, Settings, WindowSettings
from kiosk.app.ui_loop import UiLoop
from kiosk.screens.application import ScreenSettings
from kiosk.screens.resource_files import RESOURCES

if TYPE_CHECKING:
    from types import FrameType

    from kiosk.app.back_office import BackOffice
    from server_sync.worker.state import ConnectionState

REACHED = frozenset({"online", "syncing"})
"""States of the worker (`server_sync.worker.state.Link`) in which a patient need not read that we work offline."""
APPLICATION_NAME = "anteroom-kiosk"
FRAME_PX = 60
"""What a desktop takes of its screen for a window's title and borders; Qt learns it only once the window stands."""
TITLE_PX = 32
"""What of it stands above the window."""
FIRST_TAP_MS = 30
SWITCH_INTERVAL_S = 0.000_05
"""How long a thread may keep Python to itself while another waits. The default, 5 ms, is felt.

The desk waits at each row that SQLite gives: beside a sync a check-in took up to 65 ms at 1 ms, 10 at this.
"""


class Kiosk(QObject):
    """One kiosk in one process. Lives on the UI thread."""

    _to_home = Signal()
    _connection = Signal(bool, int, int)
    _refused = Signal(str)

    def __init__(self, app: QGuiApplication, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self.settings = settings
        self.loop = UiLoop(app, self._to_home.emit)
        screen = _screen_settings(settings.window, app)
        self.face = face_of(settings, lambda: self.back_office, screen)
        self.shell = self.face.shell
        self._engine = QQmlApplicationEngine()
        window = self.face.open_window(self._engine, screen)
        if not isinstance(window, QQuickWindow):
            raise TypeError("the face's Main.qml has no window")
        self.window = window
        self._refused.connect(self._show_refusal, Qt.ConnectionType.QueuedConnection)
        # These signals are sent from threads: queued, they arrive on this one.
        self._to_home.connect(self.shell.reset, Qt.ConnectionType.QueuedConnection)
        self._connection.connect(self._show_connection, Qt.ConnectionType.QueuedConnection)
        self._has_shown_a_frame = False
        window.frameSwapped.connect(self._after_first_frame, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def back_office(self) -> BackOffice:
        """Everything behind the screens; made, with what it imports, after the first frame."""
        from kiosk.app.back_office import BackOffice

        return BackOffice(self.settings, self._tell_connection, somebody_is_there=lambda: not self.shell.is_at_rest)

    def stop(self) -> None:
        """End every thread in order; called when Qt's loop has ended."""
        self.loop.stop()
        self.back_office.stop()
        # At once, and before the shell, whose properties its pages are bound to.
        delete(self._engine)

    def _after_first_frame(self) -> None:
        # A second frame's signal may be queued already when this one is taken.
        if self._has_shown_a_frame:
            return
        self._has_shown_a_frame = True
        self.window.frameSwapped.disconnect(self._after_first_frame)
        # A tap that waits already goes first, and shows its press before anything slow begins.
        QTimer.singleShot(FIRST_TAP_MS, self._begin_behind)

    def _begin_behind(self) -> None:
        from kiosk.app.qt_messages import log_qt_messages

        _end_on_signals(self._app)
        log_qt_messages(with_words=self.settings.keys is KeyStorage.DEVELOPMENT_FILE)
        self.loop.start()
        self.back_office.start(self._records_refused, self._open_logs)
        QTimer.singleShot(0, self.face.warm)

    def _open_logs(self) -> None:
        from kiosk.app.logs import catch_the_uncaught, write_logs_to

        write_logs_to(self.settings.logs)
        catch_the_uncaught(self._to_home.emit)

    def _records_refused(self, error: Exception) -> None:
        from kiosk.app.open_records import RecordsRefusedError

        known = isinstance(error, RecordsRefusedError)
        self._refused.emit(str(error) if known else "The records cannot be opened; the log says why.")

    def _show_refusal(self, words: str) -> None:
        """Take the way in away, and say what staff can do. The process stays: starting again would not help."""
        from PySide6.QtCore import QUrl

        window = {"width": self.window.width(), "height": self.window.height(), "visibility": self.window.visibility()}
        self._engine.setInitialProperties({"staffWords": words, **window})
        self._engine.load(QUrl.fromLocalFile(str(RESOURCES / "qml" / "OutOfService.qml")))
        refusal = self._engine.rootObjects()[-1]
        if isinstance(refusal, QQuickWindow):
            self.window.hide()
            self.window = refusal

    def _tell_connection(self, state: ConnectionState) -> None:
        reached = state.link.value in REACHED
        # A hundred only once the rest has come, too: until then nobody may find themselves here.
        percent = min(99, state.done * 100 // state.total) if state.total else -1
        self._connection.emit(not reached, state.pending, percent)

    def _show_connection(self, offline: bool, pending: int, percent: int) -> None:
        self.shell.set_connection(offline=offline, pending=pending, percent=percent)


def run(settings: Settings, prepare: Callable[[Kiosk], None] = lambda _kiosk: None) -> int:
    """Show the kiosk until it is told to end; the exit code. `prepare` is handed the kiosk before Qt's loop starts."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    collect_seldom()
    # Qt takes its name from here, and its caches' folder with it: `python -m` would make that `__main__.py`.
    app = QGuiApplication([APPLICATION_NAME])
    kiosk = Kiosk(app, settings)
    prepare(kiosk)
    code = app.exec()
    kiosk.stop()
    return code


def _screen_settings(window: WindowSettings, app: QGuiApplication) -> ScreenSettings:
    if app.platformName() == "offscreen":
        # It reports a screen of 800x800 that nobody looks at.
        return fitted(window, QSize(window.width, window.height), frame=0)
    room = app.primaryScreen().availableGeometry()
    if window.fullscreen:
        return fitted(window, room.size(), frame=0)
    screen = fitted(window, room.size(), frame=FRAME_PX)
    return replace(screen, place=place_in(room, window.corner, QSize(screen.width, screen.height)))


def fitted(window: WindowSettings, room: QSize, *, frame: int) -> ScreenSettings:
    """Make a window that is larger than its room, less the frame's pixels, smaller in the same shape."""
    scale = min(1.0, (room.width() - frame) / window.width, (room.height() - frame) / window.height)
    return ScreenSettings(
        width=round(window.width * scale),
        height=round(window.height * scale),
        full_screen=window.fullscreen,
        closable=not window.fullscreen,
    )


def place_in(room: QRect, corner: Corner, size: QSize) -> QPoint | None:
    """Where a window of this size stands in its corner of the room; its frame's borders are taken to be thin."""
    if corner is Corner.ANY:
        return None
    left = room.left() if corner in (Corner.TOP_LEFT, Corner.BOTTOM_LEFT) else room.right() + 1 - size.width()
    if corner in (Corner.TOP_LEFT, Corner.TOP_RIGHT):
        return QPoint(left, room.top())
    # Its title stands above it: a bottom line that hangs out of the room would show less of the window.
    return QPoint(left, max(room.top(), room.bottom() + 1 - size.height() - TITLE_PX))


def _end_on_signals(app: QGuiApplication) -> None:
    """Quit on SIGTERM and SIGINT. Python runs its handlers only when Qt lets it: a socket wakes Qt for them."""
    import signal
    import socket

    from PySide6.QtCore import QSocketNotifier

    reading, writing = socket.socketpair()
    for end in (reading, writing):
        end.setblocking(False)
    signal.set_wakeup_fd(writing.fileno())

    def quit_(_number: int, _frame: FrameType | None) -> None:
        # Not quit(), which asks the windows first: one that nobody may close would refuse.
        app.exit(0)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, quit_)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: reading.recv(64))
    notifier.setProperty("keeps", writing)
