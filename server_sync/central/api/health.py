"""Endpoints that tell a supervisor whether this process lives, and whether it can do its work."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from server_sync.central.api.answers import answer
from server_sync.central.api.requests import centre_of
from server_sync.central.readiness import check_records

router = APIRouter()


@router.get("/health/live")
async def live() -> Response:
    """The process answers."""
    return answer({"success": True, "data": {"status": "live"}})


@router.get("/health/ready")
async def ready(request: Request) -> Response:
    """The records can be read and are of this version; 503 otherwise."""
    centre = centre_of(request)
    await centre.run(check_records, centre.replica)
    return answer({"success": True, "data": {"status": "ready"}})
