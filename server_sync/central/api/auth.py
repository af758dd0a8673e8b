"""Endpoints of signing in: by password and second factor, by PIN at a device; of sessions, and of who one is."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Request, Response
from pydantic import BaseModel, StringConstraints

from server_sync.central.access.callers import Caller
from server_sync.central.access.credentials import own_credentials, user_exists_for
from server_sync.central.access.passwords import MOST_CHARACTERS
from server_sync.central.access.rate_limits import Kind
from server_sync.central.access.sessions import (
    OpenSession,
    Origin,
    SignedIn,
    end_sessions,
    open_sessions,
    refresh,
    revoke_session,
)
from server_sync.central.access.sign_in import Attempt, NotSignedIn, folded_login, sign_in, sign_in_by_pin
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import Body, QueryId
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import address_of, centre_of
from server_sync.central.centre import Centre
from server_sync.clinic.roles import EVERYONE, STAFF, Role
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


class Session(BaseModel):
    """Where somebody is signed in; `device_name` where by PIN; `is_this_one` where this request came from."""

    uid: UUID
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    address: str
    user_agent: str
    device_name: str | None
    is_this_one: bool


class Me(BaseModel):
    """Who the caller is. What a role has not is null."""

    role: Role
    user_id: int | None
    name: str | None
    login: str | None
    location_id: int | None
    patient_uid: UUID | None
    device_uid: UUID | None
    has_second_factor: bool | None
    has_pin: bool | None


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
_SESSION: Json = {
    "uid": _UID,
    "created_at": "2024-01-15T08:00:00Z",
    "last_used_at": "2024-01-15T10:00:00Z",
    "expires_at": "2024-02-14T08:00:00Z",
    "address": "192.0.2.7",
    "user_agent": "Firefox",
    "device_name": None,
    "is_this_one": True,
}
_ENDED: Json = {"success": True, "data": {"ended": 1}}


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


@router.post(
    "/api/auth/sign-out",
    **operation("End the session of this request", roles=STAFF, answers=Ended, example=_ENDED),
)
async def sign_out(request: Request) -> Response:
    """The session's tokens are worth nothing from now on."""
    centre, caller = centre_of(request), caller_of(request)
    uid = caller.session_uid
    ended = uid is not None and await centre.run(revoke_session, centre.replica, uid, caller.user_id)
    await look_at_revocations(centre)
    return answer({"success": True, "data": {"ended": int(ended)}})


@router.get(
    "/api/auth/sessions",
    **operation(
        "Where somebody is signed in",
        roles=STAFF,
        answers=list[Session],
        example={"success": True, "data": [_SESSION]},
        refuses=["unknown_staff"],
    ),
)
async def list_sessions(request: Request, user_id: QueryId | None = None) -> Response:
    """One's own sessions; an admin may ask for somebody else's."""
    centre, caller = centre_of(request), caller_of(request)
    found = await centre.run(open_sessions, centre.replica, await _whose(centre, caller, user_id))
    return answer({"success": True, "data": [_session(session, caller) for session in found]})


@router.delete(
    "/api/auth/sessions",
    **operation("End all sessions", roles=STAFF, answers=Ended, example=_ENDED, refuses=["unknown_staff"]),
)
async def end_all_sessions(request: Request, user_id: QueryId | None = None) -> Response:
    """One's own but this one; an admin may end all of somebody else's."""
    centre, caller = centre_of(request), caller_of(request)
    ended = await centre.run(
        end_sessions, centre.replica, await _whose(centre, caller, user_id), but=caller.session_uid
    )
    await look_at_revocations(centre)
    return answer({"success": True, "data": {"ended": ended}})


@router.delete(
    "/api/auth/sessions/{uid}",
    **operation("End one session", roles=STAFF, answers=Ended, example=_ENDED, refuses=["unknown_session"]),
)
async def end_session(request: Request, uid: UUID) -> Response:
    """One of one's own; an admin who works at all locations may end anybody's."""
    centre, caller = centre_of(request), caller_of(request)
    is_anybodys = caller.role is Role.ADMIN and caller.location_id is None
    if not await centre.run(revoke_session, centre.replica, uid, None if is_anybodys else caller.user_id):
        raise Refused("unknown_session", "there is no such open session")
    await look_at_revocations(centre)
    return answer({"success": True, "data": {"ended": 1}})


@router.get(
    "/api/auth/me",
    **operation(
        "Who the caller is",
        roles=EVERYONE - {Role.PUBLIC},
        answers=Me,
        example={
            "success": True,
            "data": {
                "role": "receptionist",
                "user_id": 7,
                "name": "Sam Reception",
                "login": "sam@clinic.example",
                "location_id": 1,
                "patient_uid": None,
                "device_uid": None,
                "has_second_factor": False,
                "has_pin": True,
            },
        },
    ),
)
async def me(request: Request) -> Response:
    """Role, and what belongs to it."""
    centre, caller = centre_of(request), caller_of(request)
    own = None if caller.user_id is None else await centre.run(own_credentials, centre.replica, caller.user_id)
    told: dict[str, Json] = {
        "role": caller.role.value,
        "user_id": caller.user_id,
        "name": None if own is None else own["display_name"],
        "login": None if own is None else own["login"],
        "location_id": caller.location_id,
        "patient_uid": None if caller.patient_uid is None else str(caller.patient_uid),
        "device_uid": None if caller.device is None else str(caller.device.uid),
        "has_second_factor": None if own is None else own["totp_secret"] is not None,
        "has_pin": None if own is None else own["pin_hash"] is not None,
    }
    return answer({"success": True, "data": told})


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


async def _whose(centre: Centre, caller: Caller, user_id: int | None) -> int:
    """Whose sessions are meant. Raises Refused `not_allowed` or `unknown_staff`."""
    own = caller.user_id or 0
    if user_id is None or user_id == own:
        return own
    if caller.role is not Role.ADMIN:
        raise Refused("not_allowed", "an admin may see other people's sessions")
    if not await centre.run(user_exists_for, centre.replica, caller, user_id):
        raise Refused("unknown_staff", "nobody with that number works here")
    return user_id


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


def _session(session: OpenSession, caller: Caller) -> Json:
    return {
        "uid": str(session.uid),
        "created_at": session.created_at.isoformat(),
        "last_used_at": session.last_used_at.isoformat(),
        "expires_at": session.expires_at.isoformat(),
        "address": session.address,
        "user_agent": session.user_agent,
        "device_name": session.device_name,
        "is_this_one": session.uid == caller.session_uid,
    }
