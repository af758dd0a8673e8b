"""The central server as one application: its endpoints, its errors, and how it starts and ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import anyio
from fastapi import APIRouter, FastAPI, Request, Response
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from server_sync.central.access.delays import GrowingDelays
from server_sync.central.access.housekeeping import keep_house
from server_sync.central.access.link_post import LinkPost
from server_sync.central.access.messengers import NoMessenger
from server_sync.central.access.rate_limits import RateLimits
from server_sync.central.access.recognition import Recognition
from server_sync.central.access.revocations import Revocations
from server_sync.central.access.secret import server_secret
from server_sync.central.api import (
    analytics,
    answers,
    appointments,
    audit,
    auth,
    availability,
    board,
    conflicts,
    credentials,
    devices,
    digests,
    enrolment,
    erasures,
    feedback,
    follow,
    health,
    learned_waits,
    leases,
    live,
    locations,
    metrics_page,
    patient_links,
    patients,
    queue,
    queue_policies,
    queue_steps,
    second_factor,
    session_templates,
    sessions,
    staff,
    sync,
    sync_log,
)
from server_sync.central.api.headers import SecureHeaders
from server_sync.central.centre import Centre
from server_sync.central.live.followers import Followers
from server_sync.central.live.live_feed import LiveFeed
from server_sync.central.metrics import CountRequests, Metrics
from server_sync.central.news.announcer import Announcer
from server_sync.central.news.announcers import announcer_for
from server_sync.central.nightly import learn_each_night
from server_sync.central.presence import Presence
from server_sync.central.settings import ServerSettings
from server_sync.records.replica import Replica

SMALLEST_COMPRESSED_BYTES = 1024

_ENDPOINTS = (
    audit,
    auth,
    sessions,
    credentials,
    second_factor,
    patient_links,
    patients,
    staff,
    locations,
    devices,
    leases,
    feedback,
    sync,
    digests,
    sync_log,
    analytics,
    enrolment,
    erasures,
    learned_waits,
    availability,
    session_templates,
    appointments,
    conflicts,
    board,
    queue,
    queue_policies,
    queue_steps,
    follow,
    live,
    health,
    metrics_page,
)


def create_app(replica: Replica, settings: ServerSettings) -> FastAPI:
    """The application over a founded, migrated replica of the centre; `replica.on_commit` is its own while it runs."""

    followers, metrics = Followers(), Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        announcer = announcer_for(replica.database)
        announcer.start()
        await _until_it_hears(announcer)
        secret, revocations = server_secret(replica, settings), Revocations(replica)
        presence = Presence(replica)
        feed = LiveFeed(replica, announcer, revocations, metrics)
        feed.start()
        links = LinkPost(replica, secret, settings.smtp or NoMessenger(), settings.twilio or NoMessenger())
        limits = RateLimits(settings.rate_limits, settings.redis_url)
        app.state.centre = Centre(
            replica=replica,
            settings=settings,
            announcer=announcer,
            live=feed,
            followers=followers,
            metrics=metrics,
            recognition=Recognition(replica, secret, revocations),
            revocations=revocations,
            presence=presence,
            delays=GrowingDelays(),
            links=links,
            limits=limits,
            secret=secret,
            threads=anyio.CapacityLimiter(settings.desk_threads),
        )
        metrics.watch(app.state.centre)
        replica.on_commit = on_commit(announcer.announce, metrics.committed)
        keeping = [
            asyncio.create_task(revocations.keep_looking()),
            asyncio.create_task(presence.keep_looking()),
            asyncio.create_task(keep_house(replica, secret)),
            asyncio.create_task(learn_each_night(replica, settings.database_url)),
        ]
        try:
            yield
        finally:
            for task in keeping:
                task.cancel()
            await asyncio.gather(*keeping, return_exceptions=True)
            await links.close()
            await limits.close()
            feed.stop()
            announcer.stop()

    # The pages of the usual documentation load scripts from elsewhere; the document itself is enough.
    app = _Application(title="Anteroom", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.add_route("/api/openapi.json", app.tell_document, include_in_schema=False)
    app.is_open_to_others = bool(settings.cors_origins)
    app.metrics = metrics
    app.state.followers = followers
    answers.install(app)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key"],
            expose_headers=["Retry-After"],
        )
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_COMPRESSED_BYTES, compresslevel=6)
    # FastAPI works out what each operation means for its router at the first request, a quarter of a second's work:
    # all applications of a process share that.
    app.router.routes.extend(_operations().routes)
    return app


@cache
def _operations() -> APIRouter:
    together = APIRouter()
    for endpoints in _ENDPOINTS:
        together.include_router(endpoints.router)
    return together


class _Application(FastAPI):
    """FastAPI within our headers: even its answer to a bug leaves with them."""

    is_open_to_others = False
    metrics: Metrics

    async def tell_document(self, _request: Request) -> Response:
        """The OpenAPI document. Made once and in a thread: it takes a second, in which others want their answers."""
        return answers.answer(await anyio.to_thread.run_sync(self.openapi))

    def openapi(self) -> dict[str, Any]:
        """See FastAPI; with what `bearer` means."""
        document = super().openapi()
        document.setdefault("components", {})["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
        return document

    def build_middleware_stack(self) -> ASGIApp:
        """See FastAPI."""
        counted = CountRequests(super().build_middleware_stack(), self.metrics)
        return SecureHeaders(counted, is_open_to_others=self.is_open_to_others)


async def _until_it_hears(announcer: Announcer) -> None:
    """Give it a moment; where it takes longer, the process serves meanwhile and says that it is not ready."""
    for _ in range(100):
        if announcer.hears_others:
            return
        await asyncio.sleep(0.02)


def on_commit(*hear: Callable[[frozenset[int]], None]) -> Callable[[frozenset[int]], None]:
    """One who tells several."""

    def tell(places: frozenset[int]) -> None:
        for one in hear:
            one(places)

    return tell
