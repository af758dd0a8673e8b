"""How a machine becomes one of the clinic's: it turns a one-time code into its key, and founds its own records."""

from __future__ import annotations

import json
from uuid import UUID

from sqlalchemy import select

from server_sync.protocol.enrolment import Enrolment, parse_enrolment
from server_sync.protocol.faults import TransportFault
from server_sync.records import outbox
from server_sync.records.database import Database
from server_sync.records.migration import migrate
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.tables import locations
from server_sync.records.upstream.incarnations import become
from server_sync.worker.answers import message_in
from server_sync.worker.laid_over import lay_everything_over
from server_sync.worker.transport import UNREACHABLE

ANSWER_S = 15.0


def enrol(server_url: str, code: str, was: UUID | None = None) -> Enrolment:
    """Ask the server who we are. Blocks up to some 15 s: not on the UI's thread.

    `was` is what a machine that keeps its records was called so far.
    The code is used up by this: store the key (`Enrolment.device_key`) before anything else. Raises RefusedFault
    `code_refused`, TransportFault, ProtocolFault.
    """
    import httpx

    try:
        with httpx.Client(timeout=ANSWER_S, trust_env=False) as client:
            response = client.post(
                server_url.rstrip("/") + "/api/devices/enrol",
                content=json.dumps({"code": code} | ({} if was is None else {"was": str(was)})).encode(),
                headers={"Content-Type": "application/json"},
            )
    except (httpx.TransportError, httpx.InvalidURL) as error:
        raise TransportFault(UNREACHABLE, f"the server could not be reached ({type(error).__name__})") from error
    return parse_enrolment(message_in(response.status_code, response.headers, response.content))


def found_device(database: Database, enrolment: Enrolment) -> None:
    """Make an empty database this device's own replica. Raises StorageFault `already_founded`."""
    migrate(database)
    found(database, _identity(enrolment))


def rejoin_device(replica: Replica, enrolment: Enrolment) -> int:
    """Let a device whose key its server no longer knows go on under a new name; how many sets it offers once more.

    Its server was restored from before it was enrolled, or let it in no more. Whatever it did and the server does not
    know is made anew under the new name, also what had been answered.
    """
    outbox.note_known(replica.database, enrolment.known_through, replica.clock.now())
    outbox.offer_again(replica.database, enrolment.known_through)
    return become(replica, _identity(enrolment), lay_everything_over)


def is_of_the_same_place(replica: Replica, enrolment: Enrolment) -> bool:
    """Whether the records here are of the place at which the machine was enrolled anew: no two may be mixed."""
    with replica.read() as reading:
        here = reading.scalar(select(locations.c.uid).where(locations.c.id == replica.identity.location_id))
    return here is None or str(here) == enrolment.location.get("uid")


def _identity(enrolment: Enrolment) -> Identity:
    return Identity(
        role="device",
        device_uid=enrolment.device_uid,
        location_id=enrolment.location_id,
        series=enrolment.series,
        id_block=enrolment.id_block,
        kind=enrolment.kind,
    )
