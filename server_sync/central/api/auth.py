"""Endpoints of signing in: by password and second factor, by PIN at a device; and of going on with that."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response
from pydantic import BaseModel, StringConstraints

from server_sync.central.access.passwords import MOST_CHARACTERS
from server_sync.central.access.rate_limits import Kind
from server_sync.central.access.sessions import (
    Origin,
    SignedIn,
    refresh,
)
from server_sync.central.access.sign_in import Attempt, NotSignedIn, folded_login, sign_in, sign_in_by_pin
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import Body
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import address_of, centre_of
from server_sync.central.centre import Centre
from server_sync.clinic.roles import EVERYONE, Role
from server_sync.protocol.canonical import Json

router = endpoints("auth")

Secret = Annotated[str, StringConstraints(strip_whitespace=False, min_length=1, max_length=MOST_CHARACTERS)]
"""A password, PIN or code as it was typed; blanks count."""

Login = Annotated[str, StringConstraints(min_length=1, max_length=254, pattern=r"^[\x21-\x7e]+$")]
"""An e-mail address, or whatever else an admin chose: ASCII without blanks, in capital or small letters."""

Token = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[A-Za-z0-9_-]+$")]
AppCode = Annotated[str, StringConstraints(max_length=16, pattern=r"^[0-9 ]*$")]


class SignInBody(Body):
    """`code` is the authenticator app's, where there is one."""

    login: Login
    password: Secret
    code: AppCode | None = None


class PinBody(Body):
    """At an enrolled device, whose key comes in the Authorization header."""

    login: Login
    pin: Secret


class RefreshBody(Body):
    """A refresh token; good once."""

    refresh_token: Token


class Tokens(BaseModel):
    """`access_token` goes into the Authorization header; `refresh_token` is traded for new ones once it has expired."""

    access_token: str
    refresh_token: str
    expires_in_s: int
    session_uid: UUID
    user_id: int
    name: str
    role: Role
    location_id: int | None


class Ended(BaseModel):
    """How many sessions ended."""

    ended: int


_UID = "018f0e2a-7c1d-7000-8000-000000000001"
_TOKENS: Json = {
    "success": True,
    "data": {
        "access_token": "eyJhbGciOiJIUzI1NiJ9.e30.signature",
        "refresh_token": "shown-once",
        "expires_in_s": 600,
        "session_uid": _UID,
        "user_id": 7,
        "name": "Sam Reception",
        "role": "receptionist",
        "location_id": 1,
    },
}


@router.post(
    "/api/auth/sign-in",
    **operation(
        "Sign in with a password",
        roles=EVERYONE,
        answers=Tokens,
        example=_TOKENS,
        request_example={"login": "sam@clinic.example", "password": "a long enough passphrase", "code": "123456"},
        refuses=["sign_in_refused", "second_factor_needed", "too_many_tries"],
        limit=Kind.SIGN_IN,
    ),
)
async def sign_in_with_password(request: Request, body: SignInBody) -> Response:
    """A wrong login, password or code, and one that was tried too often, are refused with the same words."""
    centre, origin = centre_of(request), origin_of(request)
    attempt = Attempt(body.login, body.password, body.code or "", origin)
    who = f"{folded_login(body.login)}\0{origin.address}"
    refuse_hasty(centre, who)
    return _signed_in(centre, who, await centre.run(sign_in, centre.replica, centre.secret, attempt))


@router.post(
    "/api/auth/pin",
    **operation(
        "Sign in with a PIN at an enrolled device",
        roles={Role.KIOSK},
        answers=Tokens,
        example=_TOKENS,
        request_example={"login": "sam@clinic.example", "pin": "402718"},
        refuses=["sign_in_refused", "too_many_tries"],
        limit=Kind.SIGN_IN,
    ),
)
async def sign_in_with_pin(request: Request, body: PinBody) -> Response:
    """For one shift, at the device's location; after ten misses in a row a PIN is nothing until a password was."""
    centre, device = centre_of(request), caller_of(request).device
    if device is None:
        raise Refused("not_allowed", "a PIN is for enrolled devices")
    who = f"{folded_login(body.login)}\0{device.id}"
    refuse_hasty(centre, who)
    outcome = await centre.run(
        sign_in_by_pin, centre.replica, centre.secret, device, body.login, body.pin, origin_of(request)
    )
    return _signed_in(centre, who, outcome)


@router.post(
    "/api/auth/refresh",
    **operation(
        "Trade a refresh token for new tokens",
        roles=EVERYONE,
        answers=Tokens,
        example=_TOKENS,
        request_example={"refresh_token": "shown-once"},
        refuses=["refresh_refused"],
        limit=Kind.ORDINARY,
    ),
)
async def refresh_tokens(request: Request, body: RefreshBody) -> Response:
    """Each refresh token is good once; to show a spent one ends its session."""
    centre = centre_of(request)
    signed_in = await centre.run(refresh, centre.replica, centre.secret, body.refresh_token)
    if signed_in is None:
        await look_at_revocations(centre)
        raise Refused("refresh_refused", "this token is not good (any more): sign in again")
    return answer({"success": True, "data": _tokens(signed_in)})


def origin_of(request: Request) -> Origin:
    """Where a request came from, for the list of sessions."""
    told = request.headers.get("user-agent", "")
    return Origin(address_of(request), "".join(sign if 32 <= ord(sign) < 127 else "?" for sign in told[:200]))


def refuse_hasty(centre: Centre, who: str) -> None:
    """Raises Refused `too_many_tries`, with Retry-After, while `who` has to wait after misses."""
    wait_s = centre.delays.wait_s(who)
    if wait_s:
        words = f"that was wrong too often: try again in {wait_s} s"
        raise Refused("too_many_tries", words, {"Retry-After": str(wait_s)})


async def look_at_revocations(centre: Centre) -> None:
    """Let this process know at once what was just revoked; the others look every two seconds."""
    centre.revocations.tell(await centre.run(centre.revocations.look))


def _signed_in(centre: Centre, who: str, outcome: SignedIn | NotSignedIn) -> Response:
    if isinstance(outcome, SignedIn):
        centre.delays.succeeded(who)
        return answer({"success": True, "data": _tokens(outcome)})
    if outcome is NotSignedIn.CODE_NEEDED:
        raise Refused(outcome.value, "this needs the code of your authenticator app, too")
    centre.delays.missed(who)
    words = "the login, the secret or the code is wrong, or it was wrong too often: wait a little, then try again"
    raise Refused(outcome.value, words)


def _tokens(signed_in: SignedIn) -> dict[str, Json]:
    return {
        "access_token": signed_in.access_token,
        "refresh_token": signed_in.refresh_token,
        "expires_in_s": signed_in.expires_in_s,
        "session_uid": str(signed_in.session_uid),
        "user_id": signed_in.user_id,
        "name": signed_in.name,
        "role": signed_in.role.value,
        "location_id": signed_in.location_id,
    }
