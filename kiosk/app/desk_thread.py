"""The one thread on which front-desk operations run, each whole, so that the UI thread never touches the disk."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

Opened = TypeVar("Opened")
Answer = TypeVar("Answer")

log = logging.getLogger(__name__)


class DeskThread(Generic[Opened]):
    """Opens the records on its own thread and then runs one operation after the other on them.

    Operations may be handed over before the records are open: they wait. Where opening fails, each of them gets
    the error that `open_records` raised, which may be called again by `reopen`.
    """

    def __init__(
        self, open_records: Callable[[], Opened], close_records: Callable[[Opened], None] = lambda _opened: None
    ) -> None:
        self._open_records = open_records
        self._close_records = close_records
        self._operations: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._opened: Opened | None = None
        self._failure: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="desk", daemon=True)

    def start(self) -> Future[Opened]:
        """Start the thread; the future says what was opened, or why not."""
        self._thread.start()
        return self.submit(lambda opened: opened)

    def submit(self, operation: Callable[[Opened], Answer]) -> Future[Answer]:
        """Run `operation` on the thread after those before it; callable from any thread."""
        future: Future[Answer] = Future()
        self._operations.put(lambda: self._answer(future, operation))
        return future

    def reopen(self) -> Future[Opened]:
        """Try again to open what could not be opened."""
        self._operations.put(self._open)
        return self.submit(lambda opened: opened)

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Finish what was handed over, close the records and end; False where that takes longer."""
        self._operations.put(None)
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._open()
        while (operation := self._operations.get()) is not None:
            operation()
        if self._opened is not None:
            self._close_records(self._opened)

    def _open(self) -> None:
        if self._opened is not None:
            return
        try:
            self._opened = self._open_records()
            self._failure = None
        except Exception as error:  # noqa: BLE001
            # Refusals, faults and bugs alike: whoever asks for an operation gets it, and start()'s caller logs it.
            self._failure = error

    def _answer(self, future: Future[Answer], operation: Callable[[Opened], Answer]) -> None:
        if not future.set_running_or_notify_cancel():
            return
        if self._opened is None:
            future.set_exception(self._failure or RuntimeError("the records were never opened"))
            return
        try:
            answer = operation(self._opened)
        except BaseException as error:  # noqa: BLE001
            # The thread must outlive a bug in one operation; the caller sees the error and logs it.
            future.set_exception(error)
        else:
            future.set_result(answer)
