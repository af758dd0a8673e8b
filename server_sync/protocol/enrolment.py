"""What a device is told when it is enrolled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from server_sync.protocol.canonical import Json
from server_sync.protocol.parts import Reading, content_of, count, mapping, text


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Who a device is from now on. `device_key` is its secret, told this one time; `location` is its place's row."""

    device_uid: UUID
    device_key: str
    location_id: int
    series: str
    id_block: int
    location: dict[str, Json]
    kind: str = ""
    """What kind of machine; empty from an older server."""
    known_through: int = 0
    """Through which sequence the server knows what the machine did under the name that it had before."""


def encode_enrolment(enrolment: Enrolment) -> dict[str, Json]:
    """The answer to an enrolment."""
    return {
        "success": True,
        "data": {
            "device_uid": str(enrolment.device_uid),
            "device_key": enrolment.device_key,
            "location_id": enrolment.location_id,
            "series": enrolment.series,
            "id_block": enrolment.id_block,
            "location": enrolment.location,
            "kind": enrolment.kind,
            "known_through": enrolment.known_through,
        },
    }


def parse_enrolment(body: Any) -> Enrolment:
    """Read the answer to an enrolment. Raises ProtocolFault `malformed_enrolment`."""
    with Reading("malformed_enrolment"):
        content = content_of(body)
        return Enrolment(
            device_uid=UUID(text(content["device_uid"])),
            device_key=text(content["device_key"]),
            location_id=count(content["location_id"]),
            series=text(content["series"]),
            id_block=count(content["id_block"]),
            location=mapping(content["location"]),
            kind=text(content.get("kind", "")),
            known_through=count(content.get("known_through", 0)),
        )
