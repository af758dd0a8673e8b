"""Several server processes side by side on one machine: each listens at the same port, and is started anew if it dies.

The system deals new connections out among them (SO_REUSEPORT). They share nothing but the database: what one commits,
the others hear of through it.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from server_sync.central.opening import open_centre
from server_sync.central.serving import SHUTDOWN_S, address_of, listen_at, serve
from server_sync.central.settings import ServerSettings, SettingsError

log = logging.getLogger(__name__)

MOST_WORKERS = 64
READY_S = 60.0
PAUSE_S = 1.0
"""Before a process that died is started anew: one that dies at once shall not do so a thousand times a minute."""


class _Worker:
    """One process. It ends with its parent: the pipe between them then breaks."""

    def __init__(self, settings: ServerSettings) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(settings, theirs), daemon=True)
        self.process.start()
        theirs.close()

    def is_ready(self, within_s: float) -> bool:
        """Whether it answers requests by then; False where it died."""
        try:
            return self._ours.poll(within_s) and bool(self._ours.recv())
        except (EOFError, OSError):
            return False

    def end(self, within_s: float) -> None:
        """Let it finish what is under way; then not."""
        self.process.join(max(0.0, within_s))
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self._ours.close()


def serve_side_by_side(settings: ServerSettings, on_ready: Callable[[str], None]) -> None:
    """Serve with `settings.workers` processes until SIGTERM or SIGINT. See `serving.serve`.

    Raises SettingsError where this system cannot share a port, OSError where a process does not come to life.
    """
    if not 1 <= settings.workers <= MOST_WORKERS or not hasattr(socket, "SO_REUSEPORT"):
        raise SettingsError(f"here, one to {MOST_WORKERS if hasattr(socket, 'SO_REUSEPORT') else 1} workers can serve")
    open_centre(settings.database_url).database.close()  # migrated once, and not by all of them at the same time
    # Bound, and never listened at: that keeps the ports for the workers, and settles which a 0 stands for.
    with contextlib.ExitStack() as stack, _asked_to_end() as ending:
        kept = [stack.enter_context(one) for one in listen_at(replace(settings, metrics_port=None), shares_port=True)]
        at = replace(settings, port=kept[0].getsockname()[1])
        _run([_of(at, number) for number in range(at.workers)], ending, lambda: on_ready(address_of(kept[0])))


def _of(settings: ServerSettings, number: int) -> ServerSettings:
    """One worker's own: each is asked for its metrics at a port of its own, from METRICS_PORT on."""
    port = settings.metrics_port
    return settings if port is None else replace(settings, metrics_port=port + number)


def _run(each: Sequence[ServerSettings], ending: Connection, on_ready: Callable[[], None]) -> None:
    workers = [_Worker(settings) for settings in each]
    try:
        if not all(worker.is_ready(READY_S) for worker in workers):
            raise OSError("a server process did not come to life; what it wrote says why")
        on_ready()
        while not _waited(workers, ending):
            workers = [
                worker if worker.process.is_alive() else _again(worker, settings)
                for worker, settings in zip(workers, each, strict=True)
            ]
    finally:
        until_s = time.monotonic() + SHUTDOWN_S + 3
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.end(until_s - time.monotonic())


def _waited(workers: Sequence[_Worker], ending: Connection) -> bool:
    """Wait until something happens: True where this is to end, False where a process has died."""
    return ending in wait([ending, *(worker.process.sentinel for worker in workers)])


def _again(dead: _Worker, settings: ServerSettings) -> _Worker:
    log.error("a server process died and is started anew", extra={"exit_code": dead.process.exitcode})
    dead.end(0)
    time.sleep(PAUSE_S)
    return _Worker(settings)


@contextmanager
def _asked_to_end() -> Iterator[Connection]:
    """A pipe that has something to read once SIGTERM or SIGINT has come."""
    ear, mouth = multiprocessing.Pipe(duplex=False)

    def hear(_signal: int, _frame: object) -> None:
        with contextlib.suppress(OSError):
            mouth.send(None)

    before = {one: signal.signal(one, hear) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield ear
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
        ear.close()
        mouth.close()


def _work(settings: ServerSettings, parent: Connection) -> None:
    """The body of one process."""
    from server_sync.central.logs import write_logs_to_stderr

    write_logs_to_stderr()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    serve(settings, lambda _url: parent.send(True), shares_port=True)


def _end_with(parent: Connection) -> None:
    """The parent says nothing; when its end of the pipe is closed, it is gone."""
    with contextlib.suppress(EOFError, OSError):
        parent.recv()
    os.kill(os.getpid(), signal.SIGTERM)
