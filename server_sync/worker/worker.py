"""The worker of a device: a thread with an event loop of its own that keeps the records and the server together."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from random import SystemRandom
from uuid import UUID

from server_sync.records.replica import Replica
from server_sync.worker.pace import BASE_S, CAP_S
from server_sync.worker.state import ConnectionState, Link
from server_sync.worker.surroundings import Surroundings
from server_sync.worker.sync_loop import STEP_LIMIT_S, SyncLoop
from server_sync.worker.transport import Transport

log = logging.getLogger(__name__)

_random = SystemRandom().random

WATCH_S = 5.0
"""How often the watchdog looks."""

CLOSING_S = 3.0
"""How long a run may take to let go of its connections."""


def http_way(server_url: str, device_key: str, device_uid: UUID) -> Callable[[], Transport]:
    """The way to a real server, made where and when it is first needed: the HTTP client is not small."""

    def connect() -> Transport:
        from server_sync.worker.http_transport import HttpTransport

        return HttpTransport(server_url, device_key, device_uid)

    return connect


def kept_way(server_url: str, read_key: Callable[[], str], replica: Replica) -> Callable[[], Transport]:
    """`http_way` for a device that may become another one: asks each time who it is, and for its key."""
    return lambda: http_way(server_url, read_key(), replica.identity.device_uid)()


class Worker:
    """Replays the log, pulls what others did, and tries again for as long as it lives.

    `on_state` and `on_applied` (nouns of records that came from upstream) are called on the worker's thread. A bug or
    a stuck request ends one run of the loop and begins another; the process is never needed for that.
    """

    def __init__(
        self,
        replica: Replica,
        connect: Callable[[], Transport],
        on_state: Callable[[ConnectionState], None],
        on_applied: Callable[[frozenset[str]], None] = lambda _nouns: None,
        *,
        random: Callable[[], float] = _random,
        watch_s: float = WATCH_S,
        step_limit_s: float = STEP_LIMIT_S,
        beside: Surroundings | None = None,
    ) -> None:
        self._replica = replica
        self._beside = beside
        self._connect = connect
        self._on_state = on_state
        self._on_applied = on_applied
        self._random = random
        self._watch_s = watch_s
        self._step_limit_s = step_limit_s
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = threading.Event()
        self._stop: asyncio.Event | None = None
        self._current: SyncLoop | None = None
        self.restarts = 0
        """How often a run was ended by a bug or by the watchdog."""

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def nudge(self) -> None:
        """Say that something was committed here. From any thread, at any time; costs microseconds."""
        self._call(self._nudge)

    def stop(self, timeout_s: float = 5.0) -> bool:
        """End; False where that takes longer. Nothing is lost by it: what was not answered is offered again."""
        self._stopping.set()
        self._call(self._let_go)
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _call(self, what: Callable[[], None]) -> None:
        loop = self._loop
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has just ended
                loop.call_soon_threadsafe(what)

    def _nudge(self) -> None:
        if self._current is not None:
            self._current.nudge()

    def _let_go(self) -> None:
        if self._stop is not None:
            self._stop.set()

    def _run(self) -> None:
        asyncio.run(self._main())

    async def _main(self) -> None:
        self._stop = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        while not self._stopping.is_set():
            is_another = await self._one_run(self._stop)
            if not is_another and not self._stopping.is_set():
                self.restarts += 1
                await self._pause(self._stop)

    async def _one_run(self, stop: asyncio.Event) -> bool:
        """Until told to stop, or until this run proves broken; True where this device became another one."""
        try:
            transport = self._connect()
        except Exception:
            log.exception("the way to the server cannot be opened")
            self._tell_of_bug()
            return False
        self._current = loop = SyncLoop(
            self._replica, transport, self._on_state, self._on_applied, self._random, self._step_limit_s, self._beside
        )
        running = asyncio.create_task(loop.run())
        stopping = asyncio.create_task(stop.wait())
        try:
            while not running.done() and not stopping.done() and not self._is_stuck(loop):
                await asyncio.wait({running, stopping}, timeout=self._watch_s, return_when=asyncio.FIRST_COMPLETED)
            bug = running.exception() if running.done() else None
            if bug is not None:
                log.critical("a bug in the worker", exc_info=bug)
                self._tell_of_bug()
            return running.done() and bug is None
        finally:
            self._current = None
            for task in (running, stopping):
                task.cancel()
            await asyncio.wait({running, stopping}, timeout=CLOSING_S)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(transport.close(), CLOSING_S)

    def _is_stuck(self, loop: SyncLoop) -> bool:
        stuck = asyncio.get_running_loop().time() > loop.alive_until
        if stuck:
            log.error("the worker is stuck and begins anew")
        return stuck

    def _tell_of_bug(self) -> None:
        now = self._replica.clock.now()
        self._on_state(ConnectionState(Link.NEEDS_ATTENTION, 0, now, None, "internal"))

    async def _pause(self, stop: asyncio.Event) -> None:
        seconds = BASE_S + self._random() * min(CAP_S, BASE_S * 2.0 ** min(self.restarts, 16))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), seconds)
