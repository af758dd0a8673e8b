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
from server_sync.records.upstream.held_rows import has_held_rows
from server_sync.worker.lobby import Hubs, Lobby, Way
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


def http_way(server_url: str, device_key: str, device_uid: UUID, *, of_all: bool = False) -> Callable[[], Transport]:
    """The way to a real server, made where and when it is first needed: the HTTP client is not small.

    `of_all` as for HttpTransport.
    """

    def connect() -> Transport:
        from server_sync.worker.http_transport import HttpTransport

        return HttpTransport(server_url, device_key, device_uid, of_all=of_all)

    return connect


def kept_way(server_url: str, read_key: Callable[[], str], replica: Replica) -> Callable[[], Transport]:
    """`http_way` for a device that may become another one: asks each time who it is, and for its key.

    Where a hub has laid something over rows here, it asks what is settled of all.
    """

    def connect() -> Transport:
        of_all = has_held_rows(replica.database)
        return http_way(server_url, read_key(), replica.identity.device_uid, of_all=of_all)()

    return connect


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
        hubs: Hubs | None = None,
    ) -> None:
        """`hubs` are gone on with while the centre does not answer; without them there is the centre alone."""
        self._replica = replica
        self._hubs = hubs
        self._lobby: Lobby | None = None
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

    def sync_now(self) -> None:
        """Try the server at once, in both directions, for a person who asks for it. From any thread."""
        self._call(self._ask_now)

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

    def _ask_now(self) -> None:
        if self._current is not None:
            self._current.ask_now()

    def _let_go(self) -> None:
        if self._stop is not None:
            self._stop.set()

    def _run(self) -> None:
        asyncio.run(self._main())

    async def _main(self) -> None:
        self._stop = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        if self._hubs is not None:
            self._lobby = Lobby(self._replica, self._connect, self._hubs, self._random)
        while not self._stopping.is_set():
            is_another = await self._one_run(self._stop)
            if not is_another and not self._stopping.is_set():
                self.restarts += 1
                await self._pause(self._stop)
        if self._lobby is not None:
            await self._lobby.close()

    async def _one_run(self, stop: asyncio.Event) -> bool:
        """Until told to stop, or until this run proves broken; True where another run is due all the same.

        This device became another one then, or another server is to be spoken to.
        """
        lobby = self._lobby
        try:
            way = Way("", self._connect()) if lobby is None else lobby.way()
        except Exception:
            log.exception("the way to the server cannot be opened")
            self._tell_of_bug()
            return False
        self._current = loop = SyncLoop(
            self._replica,
            way.transport,
            self._on_state,
            self._on_applied,
            self._random,
            self._step_limit_s,
            self._beside,
            way.upstream,
            None if lobby is None else lobby.heard,
        )
        ending = {asyncio.create_task(loop.run())} | ({asyncio.create_task(lobby.moved())} if lobby else set())
        tasks = ending | {asyncio.create_task(stop.wait())}
        try:
            while not any(task.done() for task in tasks) and not self._is_stuck(loop):
                await asyncio.wait(tasks, timeout=self._watch_s, return_when=asyncio.FIRST_COMPLETED)
            ended = [task for task in ending if task.done()]
            bugs = [bug for task in ended if (bug := task.exception()) is not None]
            for bug in bugs:
                log.critical("a bug in the worker", exc_info=bug)
                self._tell_of_bug()
            return bool(ended) and not bugs
        finally:
            self._current = None
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks, timeout=CLOSING_S)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(way.transport.close(), CLOSING_S)

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
