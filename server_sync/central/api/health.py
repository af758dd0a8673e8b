"""Endpoints that tell a supervisor whether this process lives, and whether it can do its work."""

from __future__ import annotations

from fastapi import Request, Response
from pydantic import BaseModel

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import answer
from server_sync.central.api.operations import endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.readiness import check_records
from server_sync.clinic.roles import EVERYONE
from server_sync.protocol.faults import StorageFault

router = endpoints("health")


class Health(BaseModel):
    """How it stands."""

    status: str


@router.get(
    "/health/live",
    **operation(
        "Whether the process answers",
        roles=EVERYONE,
        answers=Health,
        example={"success": True, "data": {"status": "live"}},
        limit=Kind.UNLIMITED,
    ),
)
async def live() -> Response:
    """The process answers."""
    return answer({"success": True, "data": {"status": "live"}})


@router.get(
    "/health/ready",
    **operation(
        "Whether the records can be used",
        roles=EVERYONE,
        answers=Health,
        example={"success": True, "data": {"status": "ready"}},
        limit=Kind.UNLIMITED,
    ),
)
async def ready(request: Request) -> Response:
    """The records can be read and are of this version, and other processes' commits are heard; 503 otherwise."""
    centre = centre_of(request)
    if not centre.announcer.hears_others:
        raise StorageFault("not_listening", "the line to the other processes is down", retry_helps=True)
    await centre.run(check_records, centre.replica)
    return answer({"success": True, "data": {"status": "ready"}})
