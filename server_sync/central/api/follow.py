"""The page that a ticket's QR code opens on its holder's phone."""

from __future__ import annotations

import re

from fastapi import Request, Response

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.operations import endpoints, page
from server_sync.central.api.requests import centre_of
from server_sync.central.follow_page import CONTENT_SECURITY_POLICY, language_for, place_page, unknown_page
from server_sync.central.queue_now import place_now
from server_sync.clinic.roles import EVERYONE

_CODE = re.compile(r"[A-Za-z0-9_-]{8,32}")

router = endpoints("follow")


@router.get("/t/{code}", **page("The page behind a ticket's QR code", roles=EVERYONE, limit=Kind.FOLLOW))
async def follow(request: Request, code: str) -> Response:
    """A number's place and range as they stand, or a calm 404."""
    language = language_for(request.query_params.get("lang"), request.headers.get("accept-language", ""))
    centre = centre_of(request)
    place = await centre.run(place_now, centre.replica, code) if _CODE.fullmatch(code) else None
    page = unknown_page(language) if place is None else place_page(place, language)
    return Response(
        page,
        status_code=404 if place is None else 200,
        media_type="text/html; charset=utf-8",
        headers={
            "Content-Security-Policy": CONTENT_SECURITY_POLICY,
            "Cache-Control": "no-store",
            "Content-Language": language,
            "Vary": "Accept-Language",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        },
    )
