"""A site for tests: the real server on a real port, with something in between that can misbehave, and real kiosks."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from server_sync.central.access.rate_limits import Kind
from server_sync.central.serving import Server, address_of, listen, server_config
from server_sync.central.settings import ServerSettings
from server_sync.central.sync.enrolment import invite_device
from server_sync.clinic.clocks import Clock
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn
from server_sync.protocol.enrolment import Enrolment
from server_sync.records import outbox
from server_sync.records.database import Database, open_database
from server_sync.records.replica import Replica
from server_sync.worker.enrolment import enrol, found_device
from server_sync.worker.lobby import Hubs
from server_sync.worker.state import ConnectionState, Link
from server_sync.worker.transport import Transport
from server_sync.worker.worker import Worker, http_way
from tests.clinics import DEVICE_KEY

PATIENCE_S = 20.0

UNHURRIED = ServerSettings(database_url="", rate_limits={Kind.ENROLMENT: "10/minute"})
"""No test asks as slowly as people do; guessing codes stays limited."""


def eventually(condition: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Wait until a condition holds; fail where it does not within `patience_s`."""
    moment = threading.Event()
    for _ in range(int(patience_s / 0.01)):
        if condition():
            return
        moment.wait(0.01)
    raise AssertionError("it never came to that")


class Meddler:
    """What may stand between a kiosk and its server. `answers` decides for each HTTP path; None lets it through."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.answers: Callable[[str], Canned | None] = lambda _path: None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        canned = self.answers(scope["path"]) if scope["type"] == "http" else None
        if canned is None:
            await self._app(scope, receive, send)
            return
        if canned.after_the_server:
            await self._app(scope, receive, _swallow)
        headers = [(b"content-type", canned.kind.encode()), *canned.headers]
        await send({"type": "http.response.start", "status": canned.status, "headers": headers})
        await send({"type": "http.response.body", "body": canned.body})


class Canned:
    """An answer that is not the server's."""

    def __init__(
        self,
        status: int,
        body: bytes,
        kind: str = "text/html",
        headers: tuple[tuple[bytes, bytes], ...] = (),
        *,
        after_the_server: bool = False,
    ) -> None:
        self.status = status
        self.body = body
        self.kind = kind
        self.headers = headers
        self.after_the_server = after_the_server


async def _swallow(_message: Any) -> None:
    return


class RunningServer:
    """The real server in a thread, on a port that it keeps when it is started again."""

    def __init__(self, centre: Replica, settings: ServerSettings = UNHURRIED) -> None:
        self.centre = centre
        self.settings = settings
        self._listening = listen("127.0.0.1", 0)
        self.url = address_of(self._listening)
        self._port = self._listening.getsockname()[1]
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self.meddler: Meddler | None = None

    def start(self) -> None:
        ready = threading.Event()
        if self._listening.fileno() < 0:
            self._listening = listen("127.0.0.1", self._port)
        config = server_config(self.centre, self.settings)
        app: Any = config.app
        self.meddler = Meddler(app)
        config.app = self.meddler
        self._server = Server(config, ready.set)
        self._thread = threading.Thread(target=self._server.run, args=([self._listening],), daemon=True)
        self._thread.start()
        assert ready.wait(PATIENCE_S)

    def stop(self) -> None:
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive()
        self._listening.close()
        self._server = self._thread = None

    def answer_with(self, answers: Callable[[str], Canned | None]) -> None:
        assert self.meddler is not None
        self.meddler.answers = answers


class SyncedKiosk:
    """A kiosk's encrypted records with a worker that keeps them and a server together."""

    def __init__(self, enrolment: Enrolment, database: Database, clock: Clock) -> None:
        self.enrolment = enrolment
        self.database = database
        self.replica = Replica(database, clock=clock)
        self.states: list[ConnectionState] = []
        self.worker: Worker | None = None

    def start(self, connect: Callable[[], Transport], hubs: Hubs | None = None) -> None:
        """Begin to synchronise; each local commit nudges the worker."""
        self.worker = worker = Worker(self.replica, connect, self.states.append, watch_s=0.05, hubs=hubs)
        self.replica.on_commit = lambda _places: worker.nudge()
        worker.start()

    def stop(self) -> None:
        if self.worker is not None:
            assert self.worker.stop(PATIENCE_S)
        self.worker = None

    @property
    def link(self) -> Link | None:
        return self.states[-1].link if self.states else None

    @property
    def pending(self) -> int:
        return outbox.count_pending(self.database)

    def check_in(self, appointment_uid: UUID) -> str:
        with self.replica.work("check_in", "patient") as work:
            outcome = check_in(work, appointment_uid, TicketPrinting("en", has_printer=False))
        assert isinstance(outcome, CheckedIn), outcome
        return outcome.ticket.token_number


class Site:
    """A running server and the kiosks that were enrolled at it over HTTP."""

    def __init__(self, centre: Replica, folder: Path, clock: Clock) -> None:
        self.server = RunningServer(centre)
        self.server.start()
        self.centre = centre
        self._folder = folder
        self._clock = clock
        self._kiosks: list[SyncedKiosk] = []

    def kiosk(self, name: str) -> SyncedKiosk:
        """A new kiosk with empty records; not started."""
        invited = invite_device(self.centre, name, "kiosk")
        enrolment = enrol(self.server.url, invited.code)
        database = open_database(f"sqlite:///{self._folder / name}.db", key_hex=DEVICE_KEY)
        found_device(database, enrolment)
        kiosk = SyncedKiosk(enrolment, database, self._clock)
        self._kiosks.append(kiosk)
        return kiosk

    def way(self, kiosk: SyncedKiosk) -> Callable[[], Transport]:
        """The real way from a kiosk to the server."""
        return http_way(self.server.url, kiosk.enrolment.device_key, kiosk.enrolment.device_uid)

    def close(self) -> None:
        for kiosk in self._kiosks:
            kiosk.stop()
            kiosk.database.close()
        self.server.stop()


@contextlib.contextmanager
def running_site(centre: Replica, folder: Path, clock: Clock) -> Iterator[Site]:
    """A site that leaves nothing running."""
    site = Site(centre, folder, clock)
    try:
        yield site
    finally:
        site.close()
