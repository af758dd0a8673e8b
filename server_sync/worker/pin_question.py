"""Asking the centre whether a PIN is somebody's, from a desk that can reach it."""

from __future__ import annotations

import json
from enum import StrEnum

from server_sync.protocol.faults import Fault, ProtocolFault, TransportFault
from server_sync.worker.answers import message_in
from server_sync.worker.transport import UNREACHABLE

ANSWER_S = 4.0
"""Somebody stands there: whoever is known here is let in without the centre after that."""


class PinVerdict(StrEnum):
    """What the centre said."""

    RIGHT = "right"
    WRONG = "wrong"


def ask_centre(server_url: str, device_key: str, login: str, pin: str) -> PinVerdict:
    """Whether this PIN is theirs. Blocks up to some 4 s: not on the UI's thread.

    `login` is what they sign in with, or their uid. Raises TransportFault where nothing useful answered, RefusedFault
    where the centre knows this device no more.
    """
    import httpx

    try:
        with httpx.Client(timeout=ANSWER_S, trust_env=False) as client:
            response = client.post(
                server_url.rstrip("/") + "/api/auth/pin",
                content=json.dumps({"login": login, "pin": pin}).encode(),
                headers={"Content-Type": "application/json", "Authorization": f"Bearer {device_key}"},
            )
    except (httpx.TransportError, httpx.InvalidURL) as error:
        raise TransportFault(UNREACHABLE, f"the server could not be reached ({type(error).__name__})") from error
    return _verdict(response.status_code, response.headers, response.content)


def _verdict(status: int, headers: object, body: bytes) -> PinVerdict:
    try:
        message_in(status, dict(headers), body)  # type: ignore[call-overload]  # httpx's headers are a mapping
    except Fault as fault:
        if fault.code == "sign_in_refused":
            return PinVerdict.WRONG
        if isinstance(fault, ProtocolFault):
            raise TransportFault(fault.code, fault.message) from fault
        raise
    return PinVerdict.RIGHT
