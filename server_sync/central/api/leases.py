"""Endpoints of leases: which places devices hold to sell while they are cut off, and giving up what one holds."""

from __future__ import annotations

from fastapi import Request, Response
from pydantic import BaseModel

from server_sync.central.api.answers import answer
from server_sync.central.api.fields import PathId, QueryId
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.api.setup_refusals import refusal
from server_sync.central.desk import clinic_setup
from server_sync.central.places.leases import LeaseHeld
from server_sync.clinic.roles import DESK, Role
from server_sync.desk.clinic_setup import NotSetUp
from server_sync.protocol.canonical import Json
from server_sync.records.values import to_wire

router = endpoints("leases")


class LeaseAnswer(BaseModel):
    """Places in a doctor's day that nobody but their holder sells. `sold` are those that the clinic has heard of.

    Until `may_sell_until` the holder may sell on while it is cut off. `returned_at` is set where it gave them back, and
    something that it sold still waits in quarantine.
    """

    id: int
    device_id: int
    device_name: str
    location_id: int
    doctor_id: int
    starts_at: str
    ends_at: str
    seats: int
    sold: int
    granted_at: str
    may_sell_until: str
    returned_at: str | None


class WrittenOffAnswer(BaseModel):
    """How many leases were given up."""

    leases: int


_LEASE: dict[str, Json] = {
    "id": 12,
    "device_id": 3,
    "device_name": "Reception 1",
    "location_id": 1,
    "doctor_id": 7,
    "starts_at": "2024-01-15T10:00:00.000000Z",
    "ends_at": "2024-01-15T10:30:00.000000Z",
    "seats": 1,
    "sold": 0,
    "granted_at": "2024-01-15T07:00:00.000000Z",
    "may_sell_until": "2024-01-15T19:00:00.000000Z",
    "returned_at": None,
}


@router.get(
    "/api/leases",
    **operation(
        "Places that devices hold",
        roles=DESK,
        answers=list[LeaseAnswer],
        example={"success": True, "data": [_LEASE]},
    ),
)
async def list_leases(
    request: Request, location_id: QueryId | None = None, device_id: QueryId | None = None
) -> Response:  # fmt: skip
    """Every lease whose places nobody else can have, in order of time."""
    centre = centre_of(request)
    held = await centre.run(clinic_setup.leases, centre.replica, caller_of(request), location_id, device_id)
    told: list[Json] = [_told(one) for one in held]
    return answer({"success": True, "data": told})


@router.post(
    "/api/devices/{device_id:id}/write-off",
    **operation(
        "Give up the places that a device holds",
        roles={Role.ADMIN},
        answers=WrittenOffAnswer,
        example={"success": True, "data": {"leases": 4}},
        refuses=["unknown_device"],
    ),
)
async def write_off(request: Request, device_id: PathId) -> Response:
    """For a device that will not come back soon: its places are for everybody again.

    What it sold and nobody has heard of yet counts as provisional when it comes.
    """
    centre = centre_of(request)
    written_off = await centre.run(clinic_setup.write_off_leases, centre.replica, caller_of(request), device_id)
    if isinstance(written_off, NotSetUp):
        raise refusal(written_off)
    return answer({"success": True, "data": {"leases": written_off}})


def _told(lease: LeaseHeld) -> dict[str, Json]:
    return {name: to_wire(getattr(lease, name)) for name in _LEASE}
