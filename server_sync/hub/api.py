"""A hub's endpoints: the device API of the centre, over what the hub holds; and how it proves that it is the hub."""

from __future__ import annotations

import secrets
from typing import Annotated
from uuid import UUID

from fastapi import FastAPI, Query, Request, Response
from pydantic import BaseModel, StringConstraints

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api import metrics_page, sync
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.digests import BucketsAsked, DigestsHeld, RecordsAsked
from server_sync.central.api.fields import Body
from server_sync.central.api.health import Health
from server_sync.central.api.health import live as answers_at_all
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import body_of, centre_of
from server_sync.central.api.sync import ChangesPage, SyncResults, device_of
from server_sync.central.api.sync_answers import (
    DeviceVersion,
    OfWhom,
    PlaceInFeed,
    lines,
    streamed,
    takes_gzip,
    written,
)
from server_sync.central.readiness import check_records
from server_sync.central.sync.feed_pages import MOST_ENTRIES, USUAL_ENTRIES, page_bytes
from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.clinic.roles import DEVICES, EVERYONE, Role
from server_sync.hub.keeping import Keeper
from server_sync.hub.pages import hub_page, hub_records, hub_snapshot
from server_sync.hub.place import proof_key_of
from server_sync.protocol import hub_keys
from server_sync.protocol.canonical import Json
from server_sync.protocol.digests import Compared, DigestAnswer, ImagesAnswer, encode_answer, encode_images
from server_sync.protocol.faults import RefusedFault, StorageFault
from server_sync.protocol.push import encode_answers, parse_push
from server_sync.protocol.strict_json import read
from server_sync.protocol.versions import negotiated
from server_sync.records.replica import Replica
from server_sync.records.upstream.passing_on import is_ready

router = endpoints("hub")

_NONCE = "^[0-9a-f]{32,64}$"
_EXAMPLE: Json = {"success": True, "data": {}}


class ProofAsked(Body):
    """Who asks, and something that nobody can have heard before."""

    device_uid: UUID
    nonce: Annotated[str, StringConstraints(pattern=_NONCE)]


class Proof(BaseModel):
    """Who answers, and that the centre has told it of who asks; it binds the certificate that is served here."""

    hub_uid: str
    location_id: int
    proof: str


def install(app: FastAPI) -> None:
    """All that machines may ask of a hub. Whatever is not there is answered 404, as everywhere."""
    app.include_router(router)
    app.include_router(metrics_page.router)
    app.add_api_websocket_route("/ws/sync", sync.live)


@router.post(
    "/api/appointments/offline-sync",
    **operation("Keep what a device did", roles={Role.KIOSK}, answers=SyncResults, example=_EXAMPLE, limit=Kind.SYNC),
)
async def keep_sets(request: Request, said: DeviceVersion = None) -> Response:
    """Each set is durable here before it is answered; what becomes of it the centre will say."""
    negotiated(said)
    body, centre = await body_of(request), centre_of(request)
    answered = await centre.run(_keep, keeper_of(request), device_of(request), body)
    centre.metrics.settled(answered)
    return answer(answered)


def _keep(keeper: Keeper, device: DeviceIdentity, body: bytes) -> dict[str, Json]:
    push = parse_push(read(body))
    if push.device_uid != device.uid:
        raise RefusedFault("other_device", "this key belongs to another device than the body names")
    return encode_answers(keeper.keep(device, push))


@router.get(
    "/api/sync/feed",
    **operation("What changed at this place", roles=DEVICES, answers=ChangesPage, example=_EXAMPLE, limit=Kind.SYNC),
)
async def read_feed(
    request: Request,
    cursor: PlaceInFeed = None,
    limit: Annotated[int, Query(ge=1, le=MOST_ENTRIES)] = USUAL_ENTRIES,
    said: DeviceVersion = None,
    of: OfWhom = None,
) -> Response:
    """The next page; it always says what is settled of all, and what its rows contain of each."""
    version, centre = negotiated(said), centre_of(request)
    return await centre.run(_page, centre.replica, device_of(request), cursor, limit, version, takes_gzip(request))


def _page(
    replica: Replica, device: DeviceIdentity, cursor: str | None, limit: int, version: int, is_packed: bool
) -> Response:
    page = hub_page(replica, device, cursor, limit, version=version)
    return written(page_bytes(page, version), is_packed=is_packed)


@router.get(
    "/api/sync/snapshot",
    **lines("All that the device is to hold, in one stream of pages", roles=DEVICES, refuses=[], limit=Kind.SYNC),
)
async def read_snapshot(
    request: Request, cursor: PlaceInFeed = None, said: DeviceVersion = None, of: OfWhom = None
) -> Response:
    """Pages, one a line; the last says `is_last`."""
    version, centre = negotiated(said), centre_of(request)
    pages = hub_snapshot(centre.replica, device_of(request), cursor, version)
    first = await centre.run(next, pages, None)
    return streamed(centre, first, pages, is_packed=takes_gzip(request))


@router.post(
    "/api/sync/rows",
    **operation("Records by name", roles=DEVICES, answers=ChangesPage, example=_EXAMPLE, limit=Kind.SYNC),
)
async def read_records(request: Request, body: RecordsAsked, said: DeviceVersion = None) -> Response:
    """As far as they are held here."""
    version, centre = negotiated(said), centre_of(request)
    named = tuple((noun, UUID(uid)) for noun, uid in body.references)
    page = await centre.run(hub_records, centre.replica, device_of(request), named, version)
    return await centre.run(written, page_bytes(page, version), is_packed=takes_gzip(request))


@router.post(
    "/api/sync/digests",
    **operation("Compare with the centre instead", roles=DEVICES, answers=Health, example=_EXAMPLE, limit=Kind.SYNC),
)
async def compare_digests(request: Request, body: DigestsHeld) -> Response:
    """Whether a machine holds what it should only the centre can say; what a hub holds may be older."""
    return answer({"success": True, "data": encode_answer(DigestAnswer(Compared.MOVED_ON, {}))})


@router.post(
    "/api/sync/images",
    **operation("Compare with the centre instead", roles=DEVICES, answers=Health, example=_EXAMPLE, limit=Kind.SYNC),
)
async def list_images(request: Request, body: BucketsAsked) -> Response:
    """See `compare_digests`."""
    return answer({"success": True, "data": encode_images(ImagesAnswer(Compared.MOVED_ON, ()))})


@router.post(
    "/api/devices/renew",
    **operation("Ask the centre instead", roles=DEVICES, answers=Health, example=_EXAMPLE, limit=Kind.ENROLMENT),
)
async def renew(request: Request) -> Response:
    """Who somebody is only the centre decides."""
    raise Refused("only_at_the_centre", f"{caller_of(request).actor} can become another at the centre only")


@router.post(
    "/api/hub/prove",
    **operation(
        "Prove that this is the hub of a device's place",
        roles=EVERYONE,
        answers=Proof,
        example=_EXAMPLE,
        request_example={"device_uid": "018f0e2a-7c1d-7000-8000-000000000001", "nonce": "0" * 32},
        limit=Kind.RECOGNITION,
    ),
)
async def prove(request: Request, body: ProofAsked) -> Response:
    """Before a device has shown any key. To who is not known here the answer looks the same, and proves nothing."""
    centre = centre_of(request)
    key = await centre.run(proof_key_of, centre.replica, body.device_uid)
    if key is None:
        request.app.state.hub.ask_who()
        key = secrets.token_hex(32)
    identity = centre.replica.identity
    certificate_hash: str = request.app.state.certificate_hash
    said = hub_keys.proof(key, body.nonce, identity.device_uid, certificate_hash)
    told: dict[str, Json] = {
        "hub_uid": str(identity.device_uid),
        "location_id": identity.location_id,
        "proof": said,
    }
    return answer({"success": True, "data": told})


@router.get(
    "/health/live",
    **operation("Whether the process answers", roles=EVERYONE, answers=Health, example=_EXAMPLE, limit=Kind.UNLIMITED),
)
async def live() -> Response:
    """The process answers."""
    return await answers_at_all()


@router.get(
    "/health/ready",
    **operation("Whether this hub can serve", roles=EVERYONE, answers=Health, example=_EXAMPLE, limit=Kind.UNLIMITED),
)
async def ready(request: Request) -> Response:
    """The records can be read, and hold all of this place; 503 otherwise."""
    centre = centre_of(request)
    await centre.run(_check, centre.replica)
    return answer({"success": True, "data": {"status": "ready"}})


def _check(replica: Replica) -> None:
    check_records(replica)
    with replica.read() as reading:
        if not is_ready(reading.connection, replica.identity.location_id or 0):
            raise StorageFault("not_ready", "this hub does not hold the clinic's records yet", retry_helps=True)


def keeper_of(request: Request) -> Keeper:
    """Who keeps what devices hand in."""
    keeper: Keeper = request.app.state.keeper
    return keeper
