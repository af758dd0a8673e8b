"""asyncio on Qt's event loop, started after the first frame, since its import would delay Home by a fifth.

What is asked for before the loop is there waits for it: a person can hardly tap that fast, but a scanner can.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    import asyncio

Errand = Coroutine[Any, Any, None]  # Any: what a coroutine is sent and yields is asyncio's own affair


class UiLoop(QObject):
    """Runs coroutines on the UI thread. Made and used there only; `send_home` is called after an uncaught error."""

    _imported = Signal()

    def __init__(self, app: QGuiApplication, send_home: Callable[[], None]) -> None:
        super().__init__(app)
        self._app = app
        self._send_home = send_home
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: list[Errand] = []
        # asyncio keeps only weak references to tasks: one that nobody holds may vanish half-way.
        self._running: set[asyncio.Task[None]] = set()
        self._imported.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Import asyncio and qasync on a thread of their own, then attach them to Qt's loop, which already runs."""
        import threading

        threading.Thread(target=self._import, name="import-asyncio", daemon=True).start()

    def run(self, errand: Errand) -> None:
        """Start `errand`, now or as soon as the loop is there."""
        if self._loop is None:
            self._waiting.append(errand)
            return
        started = self._loop.create_task(errand)
        self._running.add(started)
        started.add_done_callback(self._finished)

    def stop(self) -> None:
        """Cancel what runs. Called once, when Qt's loop is about to end."""
        for errand in self._waiting:
            errand.close()
        for task in tuple(self._running):
            task.cancel()

    def _import(self) -> None:
        _import_qasync_without_widgets()
        self._imported.emit()

    def _begin(self) -> None:
        from concurrent.futures import ThreadPoolExecutor

        import qasync

        from kiosk.app.logs import on_loop_exception

        self._loop = qasync.QEventLoop(self._app, already_running=True)
        # qasync's own would leave Qt threads behind that Qt dies of when it ends.
        self._loop.set_default_executor(ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside"))
        self._loop.set_exception_handler(on_loop_exception(self._send_home))
        waiting, self._waiting = self._waiting, []
        for errand in waiting:
            self.run(errand)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            import logging

            logging.getLogger(__name__).critical("uncaught in a task", exc_info=error)
            self._send_home()


def _import_qasync_without_widgets() -> None:
    """Import qasync, which brings in all of Qt's widgets to call `QApplication.instance()`: 4.5 MiB for nothing.

    Ours is a QGuiApplication. While qasync is imported, a module that names this one stands in for the widgets.
    """
    from types import ModuleType

    stand_in = ModuleType("PySide6.QtWidgets")
    vars(stand_in)["QApplication"] = QGuiApplication
    is_ours = sys.modules.setdefault(stand_in.__name__, stand_in) is stand_in
    try:
        import qasync  # noqa: F401
    finally:
        if is_ours:
            del sys.modules[stand_in.__name__]
