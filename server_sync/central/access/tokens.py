"""Access tokens: short-lived JSON Web Tokens (RFC 7519), signed by the centre, that say who somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import jwt

from server_sync.clinic.roles import Role

ALGORITHM = "HS256"
ISSUER = "anteroom"
ACCESS_LIFETIME = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says. `subject` is a user's uid, or a patient's where the role is `patient`."""

    role: Role
    subject: UUID
    session_uid: UUID | None
    device_uid: UUID | None = None
    location_id: int | None = None
    user_id: int | None = None


def issue(secret: str, claims: Claims, now: datetime, lifetime: timedelta = ACCESS_LIFETIME) -> str:
    """A signed token that is good from `now` (aware) for `lifetime`."""
    body = {
        "iss": ISSUER,
        "iat": int(now.timestamp()),
        "exp": int((now + lifetime).timestamp()),
        "sub": str(claims.subject),
        "role": claims.role.value,
        "sid": _text(claims.session_uid),
        "dev": _text(claims.device_uid),
        "loc": claims.location_id,
        "uid": claims.user_id,
    }
    return jwt.encode(body, secret, ALGORITHM)


def verify(secret: str, token: str, now: datetime) -> Claims | None:
    """What a token says; None where it is not ours, was changed, or is too old at `now`."""
    # The time is compared here and not in the library: it would ask the machine's clock, not the one we are handed.
    options: Any = {"verify_exp": False, "verify_iat": False, "require": ["exp", "iat", "sub"]}
    try:
        body = jwt.decode(token, secret, [ALGORITHM], options=options, issuer=ISSUER)
        if now.timestamp() >= body["exp"]:
            return None
        return _claims(body)
    except (jwt.InvalidTokenError, ValueError, KeyError, TypeError):
        return None


def expiry_of(token: str) -> datetime:
    """When a token that was verified before ceases to be good (aware UTC)."""
    body = jwt.decode(token, options={"verify_signature": False})
    return datetime.fromtimestamp(body["exp"], UTC)


def _claims(body: dict[str, Any]) -> Claims:  # Any: JSON that we signed
    return Claims(
        role=Role(body["role"]),
        subject=UUID(body["sub"]),
        session_uid=_uid(body["sid"]),
        device_uid=_uid(body["dev"]),
        location_id=body["loc"],
        user_id=body["uid"],
    )


def _text(uid: UUID | None) -> str | None:
    return None if uid is None else str(uid)


def _uid(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
