"""Endpoints of devices: what is enrolled where, the code for a new one, and letting one in no more."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from fastapi import Request, Response
from pydantic import BaseModel

from server_sync.central.api.answers import answer
from server_sync.central.api.fields import Body, Id, Name, PathId, QueryId
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.api.setup_refusals import refusal, row_of
from server_sync.central.desk import clinic_setup
from server_sync.clinic.roles import Role
from server_sync.desk.clinic_setup import NotSetUp
from server_sync.protocol.canonical import Json
from server_sync.records.reading import Row
from server_sync.records.values import to_wire

router = endpoints("devices")


class DeviceBody(Body):
    """A device that is to join."""

    name: Name
    kind: Literal["kiosk", "reception", "board", "hub"] = "kiosk"
    location_id: Id


class DeviceName(Body):
    """What people call it."""

    name: Name


class DeviceAnswer(BaseModel):
    """A device. `enrolled_at` is null until its code was used, `revoked_at` for those that are let in."""

    id: int
    uid: UUID
    name: str
    kind: str
    location_id: int
    series: str
    enrolled_at: datetime | None
    last_seen_at: datetime | None
    revoked_at: datetime | None


class InvitedAnswer(DeviceAnswer):
    """A new device with its one-time code, which is shown once and stored nowhere."""

    code: str
    expires_at: datetime


_DEVICE: dict[str, Json] = {
    "id": 3,
    "uid": "01890a5d-ac96-774b-bcce-b302099a8057",
    "name": "Lobby kiosk 1",
    "kind": "kiosk",
    "location_id": 1,
    "series": "B",
    "enrolled_at": "2024-01-15T08:00:00.000000Z",
    "last_seen_at": None,
    "revoked_at": None,
}
_EXAMPLE: Json = {"success": True, "data": _DEVICE}
_INVITED: Json = {
    "success": True,
    "data": _DEVICE | {"enrolled_at": None, "code": "KMPX7R4TUA", "expires_at": "2024-01-15T09:00:00.000000Z"},
}


@router.get(
    "/api/devices",
    **operation(
        "The clinic's devices",
        roles={Role.ADMIN},
        answers=list[DeviceAnswer],
        example={"success": True, "data": [_DEVICE]},
    ),
)
async def list_devices(request: Request, location_id: QueryId | None = None) -> Response:
    """Every device that was ever made known, revoked ones too."""
    centre = centre_of(request)
    rows = await centre.run(clinic_setup.devices, centre.replica, caller_of(request), location_id)
    told: list[Json] = [_told(row) for row in rows]
    return answer({"success": True, "data": told})


@router.post(
    "/api/devices",
    **operation(
        "Make a device known",
        roles={Role.ADMIN},
        answers=InvitedAnswer,
        example=_INVITED,
        request_example={"name": "Lobby kiosk 1", "kind": "kiosk", "location_id": 1},
        refuses=["unknown_place"],
    ),
)
async def invite(request: Request, body: DeviceBody) -> Response:
    """Make a device known at a location; its code is good once, for an hour."""
    centre = centre_of(request)
    made = await centre.run(
        clinic_setup.invite, centre.replica, caller_of(request), body.name, body.kind, body.location_id
    )
    if isinstance(made, NotSetUp):
        raise refusal(made)
    invited, row = made
    code: dict[str, Json] = {"code": invited.code, "expires_at": to_wire(invited.expires_at)}
    return answer({"success": True, "data": _told(row) | code})


@router.put(
    "/api/devices/{device_id:id}",
    **operation(
        "Call a device something else",
        roles={Role.ADMIN},
        answers=DeviceAnswer,
        example=_EXAMPLE,
        request_example={"name": "Lobby kiosk 2"},
        refuses=["unknown_device"],
    ),
)
async def rename(request: Request, device_id: PathId, body: DeviceName) -> Response:
    """A device stays at its location: what it holds and the numbers it gives are of that one."""
    centre = centre_of(request)
    outcome = await centre.run(clinic_setup.rename_device, centre.replica, caller_of(request), device_id, body.name)
    return answer({"success": True, "data": _told(row_of(outcome))})


@router.post(
    "/api/devices/{device_id:id}/revoke",
    **operation(
        "Let a device in no more",
        roles={Role.ADMIN},
        answers=DeviceAnswer,
        example=_EXAMPLE,
        refuses=["unknown_device"],
    ),
)
async def revoke(request: Request, device_id: PathId) -> Response:
    """Its sockets close and its requests stop within seconds, for good: a device that was found again joins anew."""
    centre = centre_of(request)
    outcome = await centre.run(clinic_setup.revoke_device, centre.replica, caller_of(request), device_id)
    return answer({"success": True, "data": _told(row_of(outcome))})


def _told(row: Row) -> dict[str, Json]:
    return {name: to_wire(row[name]) for name in _DEVICE}
