"""What every answer says to browsers: nothing is guessed, framed, kept or told elsewhere; and how large a request is.

No cookie is set or read anywhere: a page of somebody else's can't make a browser act in a person's name, so that there
is nothing for a token against forged requests to protect.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server_sync.central.api.answers import answer
from server_sync.protocol.errors import encode_error

LONGEST_TARGET_BYTES = 8_192
LARGEST_HEADERS_BYTES = 32_768
MOST_HEADERS = 100

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
"""Where an answer says it itself, as the ticket's page does its policy, that stands."""

_TWO_YEARS = "max-age=63072000; includeSubDomains"


class SecureHeaders:
    """The outermost layer: it also answers requests whose address or headers are too large to be ours."""

    def __init__(self, app: ASGIApp, *, is_open_to_others: bool = False) -> None:
        self._app = app
        self._always = dict(_ALWAYS)
        if is_open_to_others:
            self._always["Cross-Origin-Resource-Policy"] = "cross-origin"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; headers are added as the answer begins."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        added = self._always | ({"Strict-Transport-Security": _TWO_YEARS} if scope["scheme"] == "https" else {})

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
            await send(message)

        await (_too_large(scope) or self._app)(scope, receive, send_with_headers)


def _too_large(scope: Scope) -> ASGIApp | None:
    if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_TARGET_BYTES:
        return answer(encode_error("uri_too_long", "this address is too long to be one of ours"), 414)
    size = sum(len(name) + len(value) for name, value in scope["headers"])
    if size > LARGEST_HEADERS_BYTES or len(scope["headers"]) > MOST_HEADERS:
        return answer(encode_error("headers_too_large", "these headers are too many or too large"), 431)
    return None
