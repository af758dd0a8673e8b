"""How an endpoint declares itself: who may call it, what it answers and refuses; and how that is kept.

One declaration serves three readers: the route, which lets nobody else in; the OpenAPI document, which says so; and
the test that holds each operation to its table of roles. An operation that names no roles cannot be registered.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any, Generic, Literal, TypeVar

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel

from server_sync.central.access.callers import Caller
from server_sync.central.access.recognition import recognise
from server_sync.central.api.answers import Refused, status_of
from server_sync.central.api.requests import bearer_of, body_of, centre_of
from server_sync.clinic.roles import Role
from server_sync.protocol.canonical import Json
from server_sync.protocol.strict_json import decode

Content = TypeVar("Content")

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
    refuses: Sequence[str] = (),
    status: int = 200,
) -> Mapping[str, Any]:
    """Keyword arguments for `router.get`, `router.post` and their like.

    `answers` is the model of `data`; `example` and `request_example` are whole bodies. `refuses` lists the stable
    codes that are this operation's own; those of roles, limits and reading come by themselves.
    """
    extra: dict[str, Any] = {"x-roles": sorted(roles)}
    if Role.PUBLIC not in roles:
        extra["security"] = [{"bearer": []}]
    if request_example is not None:
        extra["requestBody"] = {"content": {"application/json": {"example": request_example}}}
    refusals = _refusals(_codes(roles, refuses, has_body=request_example is not None))
    return {
        "summary": summary,
        "status_code": status,
        "responses": {status: _good(answers, example), **refusals},
        "openapi_extra": extra,
    }


class Operation(APIRoute):
    """A route that asks who calls before it reads anything, and reads bodies strictly."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        roles = (options.get("openapi_extra") or {}).get("x-roles")
        if not roles:
            raise TypeError(f"{path} does not say who may call it")
        self.roles = frozenset(Role(role) for role in roles)
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
        centre = centre_of(request)
        caller = await centre.run(recognise, centre.replica, centre.secret, bearer_of(request))
        if caller is None:
            words = "this key or token is not known here, or no longer good"
            raise Refused("unknown_key", words, {"WWW-Authenticate": "Bearer"})
        if caller.role in self.roles:
            return caller
        if caller.role is Role.PUBLIC:
            raise Refused("sign_in_needed", "this needs a role", {"WWW-Authenticate": "Bearer"})
        raise Refused("not_allowed", f"this is not open to the role {caller.role}")


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
    raw = await body_of(request)
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
