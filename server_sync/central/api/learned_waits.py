"""The endpoint from which a device takes what was learned of its location's waits."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import BaseModel

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import answer
from server_sync.central.api.operations import endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.api.sync import device_of
from server_sync.clinic.roles import DEVICES
from server_sync.desk.waits.kept import kept_file, kept_version
from server_sync.protocol.learned_waits import encode_learned
from server_sync.records.replica import Replica

router = endpoints("sync")


class LearnedWaits(BaseModel):
    """The file in base64; null where nothing was learned, or the device has it."""

    file: str | None


@router.get(
    "/api/sync/waits",
    **operation(
        "What was learned of the waits at a device's location",
        roles=DEVICES,
        answers=LearnedWaits,
        example={"success": True, "data": {"file": "YW50ZXJvb20gd2FpdHMgMQo="}},
        limit=Kind.SYNC,
    ),
)
async def learned_waits(
    request: Request,
    known: Annotated[str, Query(max_length=64, description="The version that the device has.")] = "",
) -> Response:
    """Learned each night; a device asks once an hour, and estimates waits as well without."""
    centre, device = centre_of(request), device_of(request)
    file = await centre.run(_newer, centre.replica, device.location_id, known)
    return answer({"success": True, "data": encode_learned(file)})


def _newer(replica: Replica, location_id: int, known: str) -> bytes | None:
    with replica.read() as reading:
        version = kept_version(reading, location_id)
        return None if version is None or version == known else kept_file(reading, location_id)
