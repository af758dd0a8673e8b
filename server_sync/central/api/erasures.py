"""The endpoint by which a device tells a server that was restored whom it had erased."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response
from pydantic import BaseModel, Field

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import answer
from server_sync.central.api.digests import UidText
from server_sync.central.api.fields import Body
from server_sync.central.api.operations import endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.api.sync import device_of
from server_sync.central.sync.erasures import erase_again
from server_sync.clinic.roles import DEVICES
from server_sync.protocol.erasures import MOST_ERASURES

router = endpoints("sync")


class ErasuresKnown(Body):
    """People whom the device knows to be erased, and whom this server shows."""

    patients: Annotated[list[UidText], Field(max_length=MOST_ERASURES)]


class ErasedAgain(BaseModel):
    """How many of them were erased again."""

    erased: int


@router.post(
    "/api/sync/erasures",
    **operation(
        "Tell a server that was restored whom it had erased",
        roles=DEVICES,
        answers=ErasedAgain,
        example={"success": True, "data": {"erased": 1}},
        request_example={"patients": ["018f0e2a-7c1d-7000-8000-000000000001"]},
        limit=Kind.SYNC,
    ),
)
async def tell_erasures(request: Request, body: ErasuresKnown) -> Response:
    """Taken from reception machines and hubs, once this server has begun another epoch; else it changes nothing."""
    centre = centre_of(request)
    named = [UUID(uid) for uid in body.patients]
    return answer(
        {"success": True, "data": {"erased": await centre.run(erase_again, centre.replica, device_of(request), named)}}
    )
