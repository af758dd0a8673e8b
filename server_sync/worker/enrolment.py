"""How a machine becomes one of the clinic's: it turns a one-time code into its key, and founds its own records."""

from __future__ import annotations

import json

from server_sync.protocol.enrolment import Enrolment, parse_enrolment
from server_sync.protocol.faults import TransportFault
from server_sync.records.database import Database
from server_sync.records.migration import migrate
from server_sync.records.replica import Identity, found
from server_sync.worker.answers import message_in
from server_sync.worker.transport import UNREACHABLE

ANSWER_S = 15.0


def enrol(server_url: str, code: str) -> Enrolment:
    """Ask the server who we are. Blocks up to some 15 s: not on the UI's thread.

    The code is used up by this: store the key (`Enrolment.device_key`) before anything else. Raises RefusedFault
    `code_refused`, TransportFault, ProtocolFault.
    """
    import httpx

    try:
        with httpx.Client(timeout=ANSWER_S, trust_env=False) as client:
            response = client.post(
                server_url.rstrip("/") + "/api/devices/enrol",
                content=json.dumps({"code": code}).encode(),
                headers={"Content-Type": "application/json"},
            )
    except (httpx.TransportError, httpx.InvalidURL) as error:
        raise TransportFault(UNREACHABLE, f"the server could not be reached ({type(error).__name__})") from error
    return parse_enrolment(message_in(response.status_code, response.headers, response.content))


def found_device(database: Database, enrolment: Enrolment) -> None:
    """Make an empty database this device's own replica. Raises StorageFault `already_founded`."""
    migrate(database)
    identity = Identity(
        role="device",
        device_uid=enrolment.device_uid,
        location_id=enrolment.location_id,
        series=enrolment.series,
        id_block=enrolment.id_block,
        kind=enrolment.kind,
    )
    found(database, identity)
