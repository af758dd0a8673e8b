"""Endpoints of one's second factor: offered, confirmed with its first code, and taken away."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request, Response
from pydantic import BaseModel, StringConstraints

from server_sync.central.access.credentials import (
    No,
    confirm_second_factor,
    offer_second_factor,
    remove_second_factor,
)
from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import answer
from server_sync.central.api.auth import AppCode, Token
from server_sync.central.api.credentials import (
    DONE,
    PASSWORD_REFUSALS,
    Done,
    PasswordBody,
    as_themselves,
    done,
    missed,
)
from server_sync.central.api.fields import Body
from server_sync.central.api.operations import endpoints, operation
from server_sync.clinic.roles import STAFF
from server_sync.protocol.canonical import Json

router = endpoints("auth")


class ConfirmBody(Body):
    """What was offered, and the first code that the app shows."""

    secret: Annotated[str, StringConstraints(max_length=64, pattern=r"^[A-Z2-7]+$")]
    confirmation: Token
    code: AppCode


class Offer(BaseModel):
    """`address` is for an authenticator app's QR code; nothing is on until it is confirmed."""

    secret: str
    address: str
    confirmation: str


@router.post(
    "/api/auth/second-factor",
    **operation(
        "Offer a second factor",
        roles=STAFF,
        answers=Offer,
        example={
            "success": True,
            "data": {
                "secret": "BASE32SECRET3232",
                "address": "otpauth://totp/Anteroom:sam%40clinic.example?secret=BASE32SECRET3232&issuer=Anteroom",
                "confirmation": "shown-once",
            },
        },
        request_example={"password": "a long enough passphrase"},
        refuses=["password_wrong", "too_many_tries"],
        limit=Kind.SIGN_IN,
    ),
)
async def offer(request: Request, body: PasswordBody) -> Response:
    """A shared secret for an authenticator app; it counts once it was confirmed."""
    centre, caller, who = as_themselves(request)
    own = caller.user_id or 0
    offered = await centre.run(offer_second_factor, centre.replica, centre.secret, own, body.password)
    if isinstance(offered, No):
        raise missed(centre, who, offered)
    told: dict[str, Json] = {
        "secret": offered.secret,
        "address": offered.address,
        "confirmation": offered.confirmation,
    }
    return answer({"success": True, "data": told})


@router.post(
    "/api/auth/second-factor/confirm",
    **operation(
        "Switch a second factor on",
        roles=STAFF,
        answers=Done,
        example=DONE,
        request_example={"secret": "BASE32SECRET3232", "confirmation": "shown-once", "code": "123456"},
        refuses=["confirmation_refused", "code_wrong", "changed_meanwhile", "too_many_tries"],
        limit=Kind.SIGN_IN,
    ),
)
async def confirm(request: Request, body: ConfirmBody) -> Response:
    """With the first code that the app shows."""
    centre, caller, who = as_themselves(request)
    outcome = await centre.run(
        confirm_second_factor,
        centre.replica,
        centre.secret,
        caller.user_id or 0,
        body.secret,
        body.confirmation,
        body.code,
    )
    return done(centre, who, outcome)


@router.post(
    "/api/auth/second-factor/remove",
    **operation(
        "Switch the second factor off",
        roles=STAFF,
        answers=Done,
        example=DONE,
        request_example={"password": "a long enough passphrase"},
        refuses=["password_wrong", "changed_meanwhile", "too_many_tries", *PASSWORD_REFUSALS],
        limit=Kind.SIGN_IN,
    ),
)
async def remove(request: Request, body: PasswordBody) -> Response:
    """Where the password is long enough to stand alone."""
    centre, caller, who = as_themselves(request)
    outcome = await centre.run(remove_second_factor, centre.replica, caller.user_id or 0, body.password)
    return done(centre, who, outcome)
