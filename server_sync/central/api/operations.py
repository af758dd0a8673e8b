"""How an endpoint declares itself: who may call it, what it answers and refuses; and how that is kept.

One declaration serves three readers: the route, which lets nobody else in; the OpenAPI document, which says so; and
the test that holds each operation to its table of roles. An operation that names no roles cannot be registered.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any, Generic, Literal, TypeVar

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, StreamingResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.requests import HTTPConnection

from server_sync.central.access.callers import Caller
from server_sync.central.access.rate_limits import Kind, by_address, kind_for, who_counts
from server_sync.central.api.answers import Refused, status_of
from server_sync.central.api.requests import address_of, bearer_of, body_of, centre_of
from server_sync.clinic.roles import DEVICES, Role
from server_sync.protocol.canonical import Json
from server_sync.protocol.strict_json import decode

Content = TypeVar("Content")

MOST_BODY_BYTES = 128 * 1024
"""Of an ordinary request, decompressed too: it is decoded where everybody waits. Four long texts have 64 KiB."""

JSON_TYPES = ("application/json", "text/json")


class Answer(BaseModel, Generic[Content]):
    """What every operation answers when it was done."""

    success: Literal[True]
    data: Content


class ErrorDetail(BaseModel, extra="allow"):
    """A refusal. `code` is stable; `message` is for people; `fields` names what was wrong where."""

    code: str
    message: str
    fields: dict[str, str]


class ErrorAnswer(BaseModel):
    """What every operation answers when it was not done."""

    success: Literal[False]
    error: ErrorDetail


def operation(
    summary: str,
    *,
    roles: Collection[Role],
    answers: Any,  # Any: a model, or a generic of one
    example: Json,
    request_example: Json = None,
    request_schema: Json = None,
    refuses: Sequence[str] = (),
    status: int = 200,
    limit: Kind = Kind.ORDINARY,
) -> Mapping[str, Any]:
    """Keyword arguments for `router.get`, `router.post` and their like.

    `answers` is the model of `data`; `example` and `request_example` are whole bodies, `request_schema` is for an
    endpoint that reads its body itself. `refuses` lists the stable codes that are this operation's own; those of roles,
    limits and reading come by themselves. `limit` says with which others it shares its rate limit.
    """
    extra: dict[str, Any] = {"x-roles": sorted(roles), "x-rate-limit": limit.value}
    if Role.PUBLIC not in roles:
        extra["security"] = [{"bearer": []}]
    if request_example is not None:
        content: dict[str, Json] = {"example": request_example}
        if request_schema is not None:
            content["schema"] = request_schema
        extra["requestBody"] = {"content": {"application/json": content}, "required": True}
    refusals = _refusals(_codes(roles, refuses, has_body=request_example is not None))
    refusals[414] = _refusal(["uri_too_long"])
    refusals[431] = _refusal(["headers_too_large"])
    refusals[503] = _refusal(["storage_busy", "storage_broken", "disk_full", "not_migrated"])
    return {
        "summary": summary,
        "status_code": status,
        "responses": {status: _good(answers, example), **refusals},
        "openapi_extra": extra,
    }


def page(summary: str, *, roles: Collection[Role], limit: Kind) -> Mapping[str, Any]:
    """`operation` for a page that people read: HTML where it is found, and where it is not (404)."""
    html = {"content": {"text/html": {"schema": {"type": "string"}}}}
    declared = dict(operation(summary, roles=roles, answers=None, example=None, limit=limit))
    found, missing = {"description": "The page.", **html}, {"description": "A page that says so.", **html}
    declared["responses"] = {**declared["responses"], 200: found, 404: missing}
    return declared | {"response_class": HTMLResponse}


def stream(summary: str, *, roles: Collection[Role], refuses: Sequence[str], limit: Kind) -> Mapping[str, Any]:
    """`operation` for server-sent events: a stream of text that stays open."""
    declared = dict(operation(summary, roles=roles, answers=None, example=None, refuses=refuses, limit=limit))
    events = {"description": "Events.", "content": {"text/event-stream": {"schema": {"type": "string"}}}}
    declared["responses"] = {**declared["responses"], 200: events}
    return declared | {"response_class": StreamingResponse}


class Operation(APIRoute):
    """A route that asks who calls, and how often, before it reads anything; and reads bodies strictly."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        roles = (options.get("openapi_extra") or {}).get("x-roles")
        if not roles:
            raise TypeError(f"{path} does not say who may call it")
        self.roles = frozenset(Role(role) for role in roles)
        self.limit = Kind(options["openapi_extra"]["x-rate-limit"])
        super().__init__(path, endpoint, **options)

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """FastAPI's own handler behind ours."""
        answer = super().get_route_handler()

        async def handle(request: Request) -> Response:
            request.state.caller = await self._admitted(request)
            if self.body_field is not None:
                await _read_strictly(request)
            return await answer(request)

        return handle

    async def _admitted(self, request: Request) -> Caller:
        caller = await recognised(request, bearer_of(request))
        kind = kind_for(self.limit, caller)
        await refuse_a_flood(request, kind, who_counts(caller, address_of(request)))
        if caller.role in self.roles:
            return caller
        if caller.role is Role.PUBLIC and self.roles <= DEVICES:
            raise _unknown_key()
        if caller.role is Role.PUBLIC:
            raise Refused("sign_in_needed", "this needs a role", {"WWW-Authenticate": "Bearer"})
        raise Refused("not_allowed", f"this is not open to the role {caller.role}")


async def recognised(connection: HTTPConnection, credential: str) -> Caller:
    """Whose credential it is; PUBLIC where it is empty. Raises Refused `unknown_key` or `too_many_requests`."""
    centre = centre_of(connection)
    caller = centre.recognition.remembered(credential)
    if caller is None:
        await refuse_a_flood(connection, Kind.RECOGNITION, by_address(address_of(connection)))
        caller = await centre.run(centre.recognition.look_up, credential)
        if caller is None:
            raise _unknown_key()
        centre.recognition.remember(credential, caller)
    if caller.device is not None:
        centre.presence.hear(caller.device.uid)
    return caller


async def refuse_a_flood(connection: HTTPConnection, kind: Kind, who: str) -> None:
    """Count one request of `who`. Raises Refused `too_many_requests`, with Retry-After."""
    wait_s = await centre_of(connection).limits.wait_s(kind, who)
    if wait_s:
        code = "too_many_tries" if kind is Kind.ENROLMENT else "too_many_requests"
        raise Refused(code, f"that was too often: try again in {wait_s} s", {"Retry-After": str(wait_s)})


def _unknown_key() -> Refused:
    words = "this key or token is not known here, or no longer good"
    return Refused("unknown_key", words, {"WWW-Authenticate": "Bearer"})


def caller_of(request: Request) -> Caller:
    """Who calls; set before any endpoint runs."""
    caller: Caller = request.state.caller
    return caller


def endpoints(tag: str) -> APIRouter:
    """A router whose routes are all `Operation`s, under one heading of the OpenAPI document."""
    return APIRouter(route_class=Operation, tags=[tag])


async def _read_strictly(request: Request) -> None:
    """Put the decoded body where FastAPI looks for it: its own reader takes NaN, half surrogates, endless nesting."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    raw = await body_of(request, MOST_BODY_BYTES)
    if raw and kind not in JSON_TYPES:
        raise Refused("unsupported_media_type", "a body is JSON: say so in Content-Type: application/json")
    request._body = raw
    if raw:
        request._json = decode(raw)


def _good(answers: Any, example: Json) -> dict[str, Any]:
    return {"model": Answer[answers], "content": {"application/json": {"example": example}}}


def _codes(roles: Collection[Role], refuses: Sequence[str], *, has_body: bool) -> list[str]:
    codes = ["unknown_key", "wrong_fields", "too_many_requests", *refuses]
    if Role.PUBLIC not in roles:
        codes.append("sign_in_needed")
    if set(Role) - {Role.PUBLIC} - set(roles):
        codes.append("not_allowed")
    if has_body:
        codes += ["malformed_json", "too_large", "unsupported_media_type", "unsupported_encoding"]
    return codes


def _refusals(codes: Sequence[str]) -> dict[int | str, dict[str, Any]]:
    by_status: dict[int, list[str]] = {}
    for code in dict.fromkeys(codes):
        by_status.setdefault(status_of(code), []).append(code)
    return {status: _refusal(listed) for status, listed in sorted(by_status.items())}


def _refusal(codes: Sequence[str]) -> dict[str, Any]:
    error: dict[str, Json] = {"code": codes[0], "message": "in words for people", "fields": {}}
    return {
        "model": ErrorAnswer,
        "description": "Refused: " + ", ".join(f"`{code}`" for code in codes),
        "content": {"application/json": {"example": {"success": False, "error": error}}},
    }
