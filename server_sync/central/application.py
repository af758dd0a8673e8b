"""The central server as one application: its endpoints, its errors, and how it starts and ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from server_sync.central.access.secret import server_secret
from server_sync.central.announcers import announcer_for
from server_sync.central.api import answers, enrolment, follow, health, queue, sync
from server_sync.central.attempts import AttemptLimit
from server_sync.central.centre import Centre
from server_sync.central.settings import ServerSettings
from server_sync.records.replica import Replica

SMALLEST_COMPRESSED_BYTES = 1024


def create_app(replica: Replica, settings: ServerSettings) -> FastAPI:
    """The application over a founded, migrated replica of the centre; `replica.on_commit` is its own while it runs."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        announcer = announcer_for(replica.database)
        announcer.start()
        app.state.centre = Centre(
            replica=replica,
            settings=settings,
            announcer=announcer,
            secret=server_secret(replica, settings),
            enrolments=AttemptLimit(settings.enrolments_per_minute),
            threads=anyio.CapacityLimiter(settings.desk_threads),
        )
        replica.on_commit = announcer.announce
        try:
            yield
        finally:
            announcer.stop()

    # The pages of the usual documentation load scripts from elsewhere; the document itself is enough.
    app = FastAPI(title="Anteroom", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    answers.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_COMPRESSED_BYTES, compresslevel=6)
    for endpoints in (sync, enrolment, queue, follow, health):
        app.include_router(endpoints.router)
    return app
