"""Endpoints of sessions: who one is, where one is signed in, and ending that."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fastapi import Request, Response
from pydantic import BaseModel

from server_sync.central.access.callers import Caller
from server_sync.central.access.credentials import own_credentials, user_exists_for
from server_sync.central.access.sessions import OpenSession, end_sessions, open_sessions, revoke_session
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.auth import Ended, look_at_revocations
from server_sync.central.api.fields import QueryId
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.centre import Centre
from server_sync.clinic.roles import EVERYONE, STAFF, Role
from server_sync.protocol.canonical import Json

router = endpoints("auth")


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


_SESSION: Json = {
    "uid": "018f0e2a-7c1d-7000-8000-000000000001",
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
