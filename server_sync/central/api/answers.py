"""How the server answers: JSON in one place, and every error in the one shape."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import BaseRoute, Route

from server_sync.central.metrics import CODE
from server_sync.protocol.canonical import Json
from server_sync.protocol.errors import encode_error
from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, StorageFault

log = logging.getLogger(__name__)

RETRY_AFTER_S = 2

STATUS_OF = {
    "malformed_json": 400,
    "malformed_encoding": 400,
    "incomplete_body": 400,
    "unknown_key": 401,
    "sign_in_needed": 401,
    "sign_in_refused": 401,
    "second_factor_needed": 401,
    "refresh_refused": 401,
    "not_allowed": 403,
    "set_up_refused": 403,
    "link_refused": 403,
    "other_device": 403,
    "revoked_device": 403,
    "not_a_hub": 403,
    "only_at_the_centre": 403,
    "code_refused": 403,
    "not_public": 403,
    "not_for_reception": 403,
    "unknown_place": 404,
    "too_large": 413,
    "too_many_sets": 413,
    "unsupported_encoding": 415,
    "unsupported_media_type": 415,
    "wrong_fields": 422,
    "other_location": 422,
    "too_old": 426,
    "too_many_tries": 429,
    "too_many_requests": 429,
    "too_many_followers": 503,
}
"""HTTP's status for the codes that `status_of` would not guess. The codes are stable; the words beside them are not."""


def status_of(code: str) -> int:
    """HTTP's status for a refusal: `unknown_...` is 404, what STATUS_OF names is that, all else the clinic's no: 409.

    422 is for what the document's schema forbids: a client that reads it can know before.
    """
    if code in STATUS_OF:
        return STATUS_OF[code]
    return 404 if code.startswith("unknown_") else 409


class Refused(RefusedFault):
    """A request that is refused, with what HTTP wants to know beside the code."""

    def __init__(
        self,
        code: str,
        message: str,
        headers: Mapping[str, str] | None = None,
        *,
        fields: Mapping[str, str] | None = None,
        more: Mapping[str, Json] | None = None,
    ) -> None:
        super().__init__(code, message)
        self.headers = dict(headers or {})
        self.fields = dict(fields or {})
        self.more = dict(more or {})


def answer(body: Mapping[str, Json], status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """JSON that no cache keeps."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    own = {"Cache-Control": "no-store", **(headers or {})}
    return Response(text.encode(), status_code=status, media_type="application/json", headers=own)


def install(app: FastAPI) -> None:
    """Make every error leave in the one shape: ours, the framework's, and bugs."""
    app.exception_handler(Fault)(_on_fault)
    app.exception_handler(RequestValidationError)(_on_wrong_fields)
    app.exception_handler(HTTPException)(_on_http)
    app.exception_handler(ClientDisconnect)(_on_disconnect)
    app.exception_handler(Exception)(_on_bug)


async def _on_fault(request: Request, fault: Fault) -> Response:
    request.scope[CODE] = fault.code
    if isinstance(fault, StorageFault):
        log.error("the records could not be used", exc_info=fault, extra={"code": fault.code})
        words = "the server cannot use its records just now"
        return answer(encode_error(fault.code, words), 503, {"Retry-After": str(RETRY_AFTER_S)})
    if isinstance(fault, ProtocolFault | RefusedFault):
        told = fault if isinstance(fault, Refused) else Refused(fault.code, fault.message)
        error = encode_error(told.code, told.message, told.fields, told.more)
        status = STATUS_OF.get(fault.code, 422) if isinstance(fault, ProtocolFault) else status_of(told.code)
        return answer(error, status, told.headers)
    return await _on_bug(request, fault)


async def _on_wrong_fields(_request: Request, error: RequestValidationError) -> Response:
    # The kind of the error only: its message may quote what was sent, which may be unwritable or somebody's name.
    fields = {_place(wrong["loc"]): str(wrong["type"]) for wrong in error.errors()}
    return answer(encode_error("wrong_fields", "some fields are missing or of a wrong kind", fields), 422)


def _place(location: Sequence[str | int]) -> str:
    """`patient_details.phone`; `body` where it is no object at all."""
    return ".".join(str(part) for part in location[1:]) or str(location[0])


async def _on_http(request: Request, error: HTTPException) -> Response:
    phrase = HTTPStatus(error.status_code).phrase.lower()
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods_at(request))
    return answer(encode_error(phrase.replace(" ", "_"), phrase), error.status_code, headers)


def _methods_at(request: Request) -> list[str]:
    """Every method of a path: the framework tells only those of the first of its routes."""
    found = (route.methods or () for route in _routes(request.app.routes) if route.path_regex.match(request.url.path))
    return sorted({method for methods in found for method in methods})


def _routes(routes: Iterable[BaseRoute]) -> Iterator[Route]:
    """Those of the application and of the routers that it includes."""
    for route in routes:
        if isinstance(route, Route):
            yield route
        elif hasattr(route, "original_router"):
            yield from _routes(route.original_router.routes)


async def _on_disconnect(_request: Request, _error: ClientDisconnect) -> Response:
    return answer(encode_error("incomplete_body", "the body ended before its time"), 400)


async def _on_bug(_request: Request, error: Exception) -> Response:
    log.critical("a bug in an endpoint", exc_info=error)
    return answer(encode_error("internal", "something broke on our side; it has been noted"), 500)
