"""What the screens asked of a desk and still wait for: tasks on the asyncio loop, which Home does not wait for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio

    from kiosk.screens.timing import Time, Timer

LOOP_COMES_S = 0.02
"""How soon a request is tried again that came before the event loop of asyncio."""


class Requests:
    """The requests under way, wanted or not; a shutdown waits for them. Lives on the UI thread."""

    def __init__(self, time: Time, bug: Callable[[], None]) -> None:
        """`bug` is called when a request raised what is no Fault, before the thread's own hook hears of it."""
        self._time = time
        self._bug = bug
        self._tasks: set[asyncio.Task[None]] = set()
        self._early: Timer | None = None

    def __len__(self) -> int:
        """How many are under way."""
        return len(self._tasks)

    def start(self, request: Coroutine[Any, Any, None]) -> None:
        """Start a request on the asyncio loop, which is there a moment after Home is."""
        import asyncio

        try:
            task = asyncio.get_running_loop().create_task(request)
        except RuntimeError:
            self._early = self._time.after(LOOP_COMES_S, lambda: self.start(request))
            return
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        """A bug rises to the hook at the top of the thread."""
        self._tasks.discard(task)
        bug = None if task.cancelled() else task.exception()
        if bug is not None:
            self._bug()
            sys.excepthook(type(bug), bug, bug.__traceback__)
