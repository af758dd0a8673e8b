"""Endpoints by which a device finds out whether it holds what it should, and mends what differs."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response
from pydantic import BaseModel, Field, StringConstraints

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import answer
from server_sync.central.api.fields import LARGEST_ID, Body, Whole
from server_sync.central.api.operations import endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.api.sync import GroupOfRows, device_of
from server_sync.central.api.sync_answers import DeviceVersion, takes_gzip, written
from server_sync.central.sync.digests import compare, images_of, records_by_name
from server_sync.central.sync.feed_pages import page_bytes
from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.clinic.roles import DEVICES
from server_sync.protocol.canonical import Json
from server_sync.protocol.digests import (
    BUCKETS,
    MOST_REFERENCES,
    Digest,
    DigestQuestion,
    ImagesQuestion,
    Reference,
    encode_answer,
    encode_images,
)
from server_sync.protocol.versions import TOO_OLD, negotiated
from server_sync.records.replica import Replica

router = endpoints("sync")

Count = Annotated[int, Field(ge=0, le=LARGEST_ID, strict=True), Whole]
Written = Annotated[str, StringConstraints(pattern="^[0-9]{1,19}$")]
"""A whole number as text: it may be larger than what every reader takes for one."""
Noun = Annotated[str, StringConstraints(pattern="^[a-z_]{1,32}$")]
Bucket = Annotated[int, Field(ge=0, lt=BUCKETS, strict=True), Whole]
UidText = Annotated[str, StringConstraints(pattern="^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
StoredCursor = Annotated[str, StringConstraints(max_length=1_000)]

_ONE: Json = [2, "1793238845", "2900184417"]


class DigestsHeld(Body):
    """What a device holds at its cursor: by noun a count and two sums over the hashes of the last images."""

    cursor: StoredCursor
    digests: Annotated[dict[Noun, tuple[Count, Written, Written]], Field(max_length=64)]


class DigestsCompared(BaseModel):
    """`same`, `differs` with the server's buckets of what differs, or `moved_on`: compare again after the next pull."""

    state: str
    buckets: dict[str, dict[str, tuple[int, str, str]]]


class BucketsAsked(Body):
    """Some buckets of a noun, at the device's cursor."""

    cursor: StoredCursor
    type: Noun
    buckets: Annotated[list[Bucket], Field(max_length=BUCKETS)]


class ImagesHeld(BaseModel):
    """The uid, version and hash of each record in these buckets; none where the server has moved on."""

    state: str
    images: list[tuple[str, int, str]]


class RecordsAsked(Body):
    """Records by noun and uid."""

    references: Annotated[list[tuple[Noun, UidText]], Field(max_length=MOST_REFERENCES)]


class RecordsHeld(BaseModel):
    """The records as they stand for this device: a page that is no place in the feed."""

    groups: list[GroupOfRows]
    absent: list[tuple[str, str]]
    left: list[tuple[str, str]]
    settled_through: int
    reflected_through: int | None = None


@router.post(
    "/api/sync/digests",
    **operation(
        "Compare what a device holds with what it should hold",
        roles=DEVICES,
        answers=DigestsCompared,
        example={"success": True, "data": {"state": "differs", "buckets": {"queue": {"17": _ONE}}}},
        request_example={"cursor": "Mi4xLjEuNC5raW9zay43Mzk2ODYuMF80", "digests": {"queue": _ONE}},
        refuses=["bad_cursor", TOO_OLD],
        limit=Kind.SYNC,
    ),
)
async def compare_digests(request: Request, body: DigestsHeld, said: DeviceVersion = None) -> Response:
    """Digests of the server's last images, never of what the device has laid over them."""
    version, centre = negotiated(said), centre_of(request)
    held = {noun: Digest(count, int(low), int(high)) for noun, (count, low, high) in body.digests.items()}
    question = DigestQuestion(body.cursor, held)
    compared = await centre.run(compare, centre.replica, device_of(request), question, version)
    centre.metrics.compared(compared.state)
    return answer({"success": True, "data": encode_answer(compared)})


@router.post(
    "/api/sync/images",
    **operation(
        "Which image of each record in some buckets a device should hold",
        roles=DEVICES,
        answers=ImagesHeld,
        example={"success": True, "data": {"state": "same", "images": []}},
        request_example={"cursor": "Mi4xLjEuNC5raW9zay43Mzk2ODYuMF80", "type": "queue", "buckets": [17]},
        refuses=["bad_cursor", TOO_OLD],
        limit=Kind.SYNC,
    ),
)
async def list_images(request: Request, body: BucketsAsked, said: DeviceVersion = None) -> Response:
    """All of these buckets; `state` is `same` where the device's cursor is still the newest, else `moved_on`."""
    version, centre = negotiated(said), centre_of(request)
    question = ImagesQuestion(body.cursor, body.type, body.buckets)
    found = await centre.run(images_of, centre.replica, device_of(request), question, version)
    return answer({"success": True, "data": encode_images(found)})


@router.post(
    "/api/sync/rows",
    **operation(
        "Records by name, as a device should hold them",
        roles=DEVICES,
        answers=RecordsHeld,
        example={
            "success": True,
            "data": {"groups": [], "absent": [], "left": [], "settled_through": 0, "reflected_through": 0},
        },
        request_example={"references": [["queue", "018f0e2a-7c1d-7000-8000-000000000001"]]},
        refuses=[TOO_OLD],
        limit=Kind.SYNC,
    ),
)
async def read_records(request: Request, body: RecordsAsked, said: DeviceVersion = None) -> Response:
    """Whole rows of what lies in the device's scope; what does not has left, what the server lacks is absent."""
    version, centre = negotiated(said), centre_of(request)
    named = tuple((noun, UUID(uid)) for noun, uid in body.references)
    centre.metrics.mended(len(named))
    return await centre.run(_records, centre.replica, device_of(request), named, version, takes_gzip(request))


def _records(
    replica: Replica, device: DeviceIdentity, named: tuple[Reference, ...], version: int, is_packed: bool
) -> Response:
    page = records_by_name(replica, device, named, version)
    return written(page_bytes(page, version), is_packed=is_packed)
