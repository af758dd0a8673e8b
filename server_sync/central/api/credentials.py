"""Endpoints of what staff sign in with: given by an admin, chosen, changed and taken away."""

from __future__ import annotations

from fastapi import Request, Response
from pydantic import BaseModel

from server_sync.central.access.callers import Caller
from server_sync.central.access.credentials import (
    No,
    change_password,
    give_pin,
    invite_member,
    set_pin,
    set_up,
)
from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.auth import Ended, Login, Secret, Token, look_at_revocations, refuse_hasty
from server_sync.central.api.fields import Body, PathId
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.centre import Centre
from server_sync.clinic.roles import EVERYONE, STAFF, Role
from server_sync.protocol.canonical import Json

router = endpoints("auth")

PASSWORD_REFUSALS = ("password_too_short", "password_too_common", "password_about_you")

_WORDS = {
    "unknown_staff": "nobody with that number works here",
    "login_taken": "somebody else signs in with that",
    "set_up_refused": "this code is not valid (any more): ask for a new one",
    "password_too_short": "a password has at least 15 characters, or 8 where a second factor is on",
    "password_too_common": "too many people use this password",
    "password_about_you": "this password is little more than your name or address",
    "password_wrong": "that is not your present password",
    "pin_too_short": "a PIN has 6 to 12 digits",
    "pin_too_common": "this PIN is too easy to guess",
    "confirmation_refused": "this offer is not valid (any more): ask for a new one",
    "code_wrong": "that is not the code that the app shows",
    "changed_meanwhile": "somebody changed this meanwhile: try again",
}


class LoginBody(Body):
    """What they will type to sign in: their e-mail address."""

    login: Login


class SetUpBody(Body):
    """The one-time code that an admin gave, and a password of one's own."""

    code: Token
    password: Secret


class ChangeBody(Body):
    """One's present password, and the new one."""

    current_password: Secret
    new_password: Secret


class PasswordBody(Body):
    """One's password, to prove that one is still oneself."""

    password: Secret


class ChoosePinBody(PasswordBody):
    """A PIN of 6 to 12 digits."""

    pin: Secret


class GivePinBody(Body):
    """A PIN of 6 to 12 digits, for somebody else."""

    pin: Secret


class SetUpCode(BaseModel):
    """Good once, within 48 hours; told this one time."""

    user_id: int
    login: str
    code: str
    expires_at: str


class LoginName(BaseModel):
    """What to sign in with from now on."""

    login: str


class Done(BaseModel):
    """It was done."""

    done: bool


DONE: Json = {"success": True, "data": {"done": True}}


@router.post(
    "/api/staff/{user_id}/credentials",
    **operation(
        "Give a member of staff a sign-in",
        roles={Role.ADMIN},
        answers=SetUpCode,
        example={
            "success": True,
            "data": {
                "user_id": 7,
                "login": "sam@clinic.example",
                "code": "shown-once",
                "expires_at": "2024-01-17T10:00:00+00:00",
            },
        },
        request_example={"login": "sam@clinic.example"},
        refuses=["unknown_staff", "login_taken"],
    ),
)
async def give_credentials(request: Request, user_id: PathId, body: LoginBody) -> Response:
    """A one-time code with which they choose a password. What they had before, sessions too, ends at once."""
    centre, caller = centre_of(request), caller_of(request)
    invited = await centre.run(invite_member, centre.replica, centre.secret, caller, user_id, body.login)
    if isinstance(invited, No):
        raise refused(invited)
    await look_at_revocations(centre)
    told: dict[str, Json] = {
        "user_id": invited.user_id,
        "login": invited.login,
        "code": invited.code,
        "expires_at": invited.expires_at.isoformat(),
    }
    return answer({"success": True, "data": told})


@router.put(
    "/api/staff/{user_id}/pin",
    **operation(
        "Give a member of staff a PIN for enrolled devices",
        roles={Role.ADMIN},
        answers=Done,
        example=DONE,
        request_example={"pin": "402718"},
        refuses=["unknown_staff", "pin_too_short", "pin_too_common", "changed_meanwhile"],
    ),
)
async def give_staff_pin(request: Request, user_id: PathId, body: GivePinBody) -> Response:
    """They may choose another at any time. Desks that knew the one before ask for the new one once they are online."""
    centre, caller = centre_of(request), caller_of(request)
    no = await centre.run(give_pin, centre.replica, caller, user_id, body.pin)
    if no is not None:
        raise refused(no)
    return answer({"success": True, "data": {"done": True}})


@router.post(
    "/api/auth/set-up",
    **operation(
        "Choose the first password",
        roles=EVERYONE,
        answers=LoginName,
        example={"success": True, "data": {"login": "sam@clinic.example"}},
        request_example={"code": "shown-once", "password": "a long enough passphrase"},
        refuses=["set_up_refused", *PASSWORD_REFUSALS],
        limit=Kind.SIGN_IN,
    ),
)
async def choose_first_password(request: Request, body: SetUpBody) -> Response:
    """With the one-time code that an admin gave."""
    centre = centre_of(request)
    outcome = await centre.run(set_up, centre.replica, centre.secret, body.code, body.password)
    if isinstance(outcome, No):
        raise refused(outcome)
    return answer({"success": True, "data": {"login": outcome}})


@router.post(
    "/api/auth/password",
    **operation(
        "Change one's own password",
        roles=STAFF,
        answers=Ended,
        example={"success": True, "data": {"ended": 2}},
        request_example={"current_password": "a long enough passphrase", "new_password": "another long passphrase"},
        refuses=["password_wrong", "changed_meanwhile", "too_many_tries", *PASSWORD_REFUSALS],
        limit=Kind.SIGN_IN,
    ),
)
async def choose_password(request: Request, body: ChangeBody) -> Response:
    """Every other session of one's own ends."""
    centre, caller, who = as_themselves(request)
    own = caller.user_id or 0
    outcome = await centre.run(
        change_password, centre.replica, own, caller.session_uid, body.current_password, body.new_password
    )
    if isinstance(outcome, No):
        raise missed(centre, who, outcome)
    await look_at_revocations(centre)
    return answer({"success": True, "data": {"ended": outcome}})


@router.put(
    "/api/auth/pin",
    **operation(
        "Choose a PIN for enrolled devices",
        roles=STAFF,
        answers=Done,
        example=DONE,
        request_example={"password": "a long enough passphrase", "pin": "402718"},
        refuses=["password_wrong", "pin_too_short", "pin_too_common", "changed_meanwhile", "too_many_tries"],
        limit=Kind.SIGN_IN,
    ),
)
async def choose_pin(request: Request, body: ChoosePinBody) -> Response:
    """It opens a session at devices of one's own location only."""
    centre, caller, who = as_themselves(request)
    return done(centre, who, await centre.run(set_pin, centre.replica, caller.user_id or 0, body.password, body.pin))


def refused(no: No) -> Refused:
    """A refusal in the one shape."""
    return Refused(no.code, _WORDS[no.code])


def as_themselves(request: Request) -> tuple[Centre, Caller, str]:
    """Who changes their own credentials, and whose misses these are. Raises Refused `too_many_tries`.

    Somebody with a stolen token must not guess the password with it either.
    """
    centre, caller = centre_of(request), caller_of(request)
    who = f"user:{caller.user_id}"
    refuse_hasty(centre, who)
    return centre, caller, who


def missed(centre: Centre, who: str, no: No) -> Refused:
    """The refusal, counted where it was a guess."""
    if no.code in ("password_wrong", "code_wrong"):
        centre.delays.missed(who)
    return refused(no)


def done(centre: Centre, who: str, outcome: No | None) -> Response:
    """The answer to what is either done or refused."""
    if outcome is not None:
        raise missed(centre, who, outcome)
    return answer({"success": True, "data": {"done": True}})
