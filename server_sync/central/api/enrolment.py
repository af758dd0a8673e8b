"""The endpoint where a new device turns its one-time code into a key."""

from __future__ import annotations

from math import ceil

from fastapi import APIRouter, Request, Response

from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.requests import body_of, centre_of
from server_sync.central.enrolment import enrol_device
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.messages import encode_enrolment
from server_sync.protocol.strict_json import decode

router = APIRouter()


@router.post("/api/devices/enrol")
async def enrol(request: Request) -> Response:
    """One code, one key. Unknown, used and expired codes are refused with the same words."""
    centre = centre_of(request)
    wait_s = centre.enrolments.wait_s(request.client.host if request.client else "")
    if wait_s:
        words = "too many codes were tried from this address"
        raise Refused("too_many_tries", words, {"Retry-After": str(ceil(wait_s))})
    enrolment = await centre.run(enrol_device, centre.replica, _code_in(await body_of(request)))
    if enrolment is None:
        raise Refused("code_refused", "this code is not valid (any more): ask for a new one")
    return answer(encode_enrolment(enrolment))


def _code_in(body: bytes) -> str:
    message = decode(body)
    code = message.get("code") if isinstance(message, dict) else None
    if not isinstance(code, str) or len(code) > 64:
        raise ProtocolFault("wrong_fields", "an enrolment needs a code")
    return code
