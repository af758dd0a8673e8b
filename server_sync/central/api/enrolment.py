"""Where a new device turns its one-time code into a key, and one that went back in time becomes another."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Request, Response
from pydantic import BaseModel, StringConstraints

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import Body
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.sync.enrolment import enrol_device, renew_device
from server_sync.clinic.roles import DEVICES, EVERYONE
from server_sync.protocol.canonical import Json
from server_sync.protocol.enrolment import encode_enrolment

router = endpoints("devices")


class OneTimeCode(Body):
    """What an admin read out: capital or small letters, with or without spaces and dashes.

    `was` is what a machine was called so far that keeps its records: it hears what is known of them.
    """

    code: Annotated[str, StringConstraints(max_length=64)]
    was: UUID | None = None


class NewIncarnation(Body):
    """Who a device wants to be from now on: its own choice, so that asking twice makes it one device."""

    device_uid: UUID
    key_hash: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class EnrolledDevice(BaseModel):
    """Who the device is from now on. `device_key` is told this one time."""

    device_uid: str
    device_key: str
    location_id: int
    series: str
    id_block: int
    location: dict[str, Any]  # Any: the columns of its location's row
    kind: str = ""
    known_through: int = 0


_EXAMPLE: Json = {
    "success": True,
    "data": {
        "device_uid": "018f0e2a-7c1d-7000-8000-000000000001",
        "device_key": "shown-once",
        "location_id": 1,
        "series": "A",
        "id_block": 1,
        "location": {"id": 1, "name": "Riverside Clinic", "time_zone": "Europe/London"},
        "kind": "kiosk",
        "known_through": 0,
    },
}


@router.post(
    "/api/devices/enrol",
    **operation(
        "Turn a one-time code into a device's key",
        roles=EVERYONE,
        answers=EnrolledDevice,
        example=_EXAMPLE,
        request_example={"code": "ABCDE-34678"},
        refuses=["code_refused", "too_many_tries"],
        limit=Kind.ENROLMENT,
    ),
)
async def enrol(request: Request, body: OneTimeCode) -> Response:
    """One code, one key. Unknown, used and expired codes are refused with the same words."""
    centre = centre_of(request)
    enrolment = await centre.run(enrol_device, centre.replica, body.code, body.was)
    if enrolment is None:
        raise Refused("code_refused", "this code is not valid (any more): ask for a new one")
    return answer(encode_enrolment(enrolment))


_RENEWED: Json = {
    "success": True,
    "data": {
        "device_uid": "018f0e2a-7c1d-7000-8000-000000000002",
        "device_key": "",
        "location_id": 1,
        "series": "C",
        "id_block": 3,
        "location": {"id": 1, "name": "Riverside Clinic", "time_zone": "Europe/London"},
        "kind": "kiosk",
        "known_through": 0,
    },
}


@router.post(
    "/api/devices/renew",
    **operation(
        "Go on as another device, after going back in time",
        roles=DEVICES,
        answers=EnrolledDevice,
        example=_RENEWED,
        request_example={"device_uid": "018f0e2a-7c1d-7000-8000-000000000002", "key_hash": "0" * 64},
        refuses=["uid_taken"],
        limit=Kind.ENROLMENT,
    ),
)
async def renew(request: Request, body: NewIncarnation) -> Response:
    """A new series and a new block of ids, for a device whose records were put back or copied.

    It chooses its uid and its key, of which only the hash is told: `device_key` is empty in the answer.
    """
    centre, device = centre_of(request), caller_of(request).device
    if device is None:
        raise TypeError("a device without an identity")
    renewed = await centre.run(renew_device, centre.replica, device.id, body.device_uid, body.key_hash)
    if renewed is None:
        raise Refused("uid_taken", "another device has this uid: choose a new one")
    return answer(encode_enrolment(renewed))
