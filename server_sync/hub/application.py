"""The hub as one application: the device API over its records, and a worker that keeps them and the centre together."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from random import SystemRandom
from typing import Any

import anyio
from fastapi import FastAPI
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from server_sync.central.access.delays import GrowingDelays
from server_sync.central.access.link_post import LinkPost
from server_sync.central.access.messengers import NoMessenger
from server_sync.central.access.rate_limits import RateLimits
from server_sync.central.access.revocations import Revocations
from server_sync.central.api import answers
from server_sync.central.api.headers import SecureHeaders
from server_sync.central.centre import Centre
from server_sync.central.live.followers import Followers
from server_sync.central.live.live_feed import LiveFeed
from server_sync.central.metrics import CountRequests, Metrics
from server_sync.central.news.announcer import InProcessAnnouncer
from server_sync.central.presence import Presence
from server_sync.central.settings import ServerSettings
from server_sync.desk.appointments.leases import confirm_held
from server_sync.hub import api
from server_sync.hub.keeping import Keeper
from server_sync.hub.line import CentreWay, HubLine
from server_sync.hub.place import Doorkeeper
from server_sync.hub.stored_sets import count_held
from server_sync.protocol.faults import StorageFault
from server_sync.records.replica import Replica
from server_sync.worker.renewal import KeepKey
from server_sync.worker.state import ConnectionState, Link
from server_sync.worker.surroundings import Surroundings
from server_sync.worker.transport import Transport
from server_sync.worker.worker import Worker

log = logging.getLogger(__name__)

_random = SystemRandom().random

_CUT_OFF = frozenset({Link.OFFLINE, Link.WAITING, Link.NEEDS_ATTENTION})


class Hub:
    """One hub: its records, who keeps what devices hand in, and its worker. `start` and `stop` it once."""

    def __init__(
        self,
        replica: Replica,
        way: Callable[[], CentreWay],
        announce: Callable[[], None],
        beside: Surroundings | None = None,
        random: Callable[[], float] = _random,
    ) -> None:
        """`announce()` tells the machines that are connected; callable from any thread."""
        self.replica = replica
        self.keeper = Keeper(replica, self._news)
        self.state: ConnectionState | None = None
        self._announce = announce
        self._way = way
        self._random = random
        self._current: HubLine | None = None
        self._owes = False  # whether something of its own is not yet taken up
        self.worker = Worker(replica, self._line, self._told, lambda _nouns: announce(), random=random, beside=beside)

    def start(self) -> None:
        """Go on where the last run ended, and keep in touch with the centre. Raises StorageFault."""
        self.keeper.take_up_own()
        self.replica.on_commit = lambda _places: self._did_something()
        self.worker.start()

    def stop(self) -> None:
        """End; what is held waits on the disk."""
        self.worker.stop()

    @property
    def is_cut_off(self) -> bool:
        """Whether the centre does not answer as it should."""
        return self.state is None or self.state.link in _CUT_OFF

    def ask_who(self) -> None:
        """Somebody came who is not known here: ask the centre soon. Callable from any thread."""
        if self._current is not None:
            self._current.ask_who()

    def _line(self) -> Transport:
        self._current = HubLine(self.replica, self.keeper, self._way(), self._random)
        return self._current

    def _told(self, state: ConnectionState) -> None:
        self.state = state
        self._catch_up()
        self._announce()  # what is settled of whom may have changed with it

    def _news(self) -> None:
        self._announce()
        self._catch_up()
        if self.is_cut_off:
            self._confirm()

    def _confirm(self) -> None:
        """While the centre cannot be asked: places of this hub's own leases for bookings that have none."""
        try:
            with self.replica.work("confirm_held", "system") as work:
                confirm_held(work)
        except StorageFault as fault:
            log.warning("no booking could be confirmed", extra={"code": fault.code})

    def _did_something(self) -> None:
        """It stands on the disk: whoever did it hears of no fault, and it goes to the centre, whatever fails here."""
        self.worker.nudge()
        self._owes = True
        self._catch_up()

    def _catch_up(self) -> None:
        if not self._owes:
            return
        try:
            self._owes = False
            self.keeper.take_up_own()
        except StorageFault as fault:
            self._owes = True  # at the next news, or when the worker says how it stands
            log.warning("what this hub did is not yet told to the machines here", extra={"code": fault.code})


def create_hub(
    replica: Replica,
    settings: ServerSettings,
    way: Callable[[], CentreWay],
    certificate_hash: str,
    keep_key: KeepKey | None = None,
) -> FastAPI:
    """The application over a founded, migrated replica of kind `hub`; `certificate_hash` is of what it serves with."""
    followers, metrics = Followers(), Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        announcer = InProcessAnnouncer()
        announcer.start()
        location_id = replica.identity.location_id or 0
        beside = Surroundings(keep_key=keep_key)
        hub = Hub(replica, way, lambda: announcer.announce([location_id]), beside)
        app.state.keeper, app.state.hub = hub.keeper, hub
        revocations = Revocations(replica)
        app.state.centre = Centre(
            replica=replica,
            settings=settings,
            announcer=announcer,
            live=LiveFeed(replica, announcer, revocations, metrics),
            followers=followers,
            metrics=metrics,
            recognition=Doorkeeper(replica, revocations),
            revocations=revocations,
            presence=Presence(replica),
            delays=GrowingDelays(),
            links=LinkPost(replica, "", NoMessenger(), NoMessenger()),
            limits=RateLimits(settings.rate_limits),
            secret="",
            threads=anyio.CapacityLimiter(settings.desk_threads),
        )
        metrics.watch(app.state.centre)
        metrics.registry.register(_Waiting(replica))
        await anyio.to_thread.run_sync(hub.start)
        looking = asyncio.create_task(revocations.keep_looking())
        try:
            yield
        finally:
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)
            await anyio.to_thread.run_sync(hub.stop)
            announcer.stop()

    app = _HubApplication(title="Anteroom's hub", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.metrics = metrics
    app.state.followers = followers
    app.state.certificate_hash = certificate_hash
    answers.install(app)
    api.install(app)
    return app


class _Waiting(Collector):
    """What waits here for the centre, at the moment when it is asked for."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica

    def collect(self) -> Iterator[Metric]:
        """See Collector."""
        held = count_held(self._replica.database)
        yield GaugeMetricFamily("anteroom_hub_held_sets", "Change sets of others that wait for the centre.", held)


class _HubApplication(FastAPI):
    """FastAPI within the centre's headers and counts."""

    metrics: Metrics

    def build_middleware_stack(self) -> Any:  # Any: an ASGI application
        """See FastAPI."""
        return SecureHeaders(CountRequests(super().build_middleware_stack(), self.metrics), is_open_to_others=False)
