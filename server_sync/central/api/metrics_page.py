"""What Prometheus asks this process. For operators: it stands outside the API and its document."""

from __future__ import annotations

import hmac
from ipaddress import ip_address

from fastapi import APIRouter, Request, Response

from server_sync.central.api.answers import Refused
from server_sync.central.api.requests import address_of, bearer_of, centre_of
from server_sync.central.metrics import CONTENT_TYPE

router = APIRouter(include_in_schema=False)


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Counts in Prometheus' text format, for this machine, or for whoever holds METRICS_TOKEN."""
    if not _may_read(request):
        raise Refused("not_allowed", "the metrics are for this machine, and for who holds their token")
    return Response(centre_of(request).metrics.text(), media_type=CONTENT_TYPE)


def _may_read(request: Request) -> bool:
    token = centre_of(request).settings.metrics_token
    if token:
        return hmac.compare_digest(bearer_of(request).encode(), token.encode())
    # What a proxy on this machine passes on comes from here as well, and is not from here.
    was_passed_on = any(name in request.headers for name in ("x-forwarded-for", "forwarded", "via", "x-real-ip"))
    return not was_passed_on and _is_this_machine(address_of(request))


def _is_this_machine(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
