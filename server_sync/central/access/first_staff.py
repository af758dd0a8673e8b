"""Making somebody known who works here, at the server's own console: the first admin comes in no other way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from server_sync.central.access.callers import Caller
from server_sync.central.access.credentials import Invited, No, invite_member, set_first_password
from server_sync.central.access.passwords import refusal_of_password
from server_sync.central.access.secret import server_secret
from server_sync.central.access.sign_in import folded_login
from server_sync.central.settings import ServerSettings
from server_sync.clinic.roles import Role
from server_sync.records.replica import Replica
from server_sync.records.tables import credentials, locations, users

_WORDS = {
    "password_too_short": "a password has at least 15 characters",
    "password_too_common": "too many people use this password",
    "password_about_you": "this password is little more than their name or login",
}
_CONSOLE = Caller(Role.ADMIN, "system")


class StaffRefusedError(Exception):
    """They cannot be added so; the message says why."""


@dataclass(frozen=True, slots=True)
class AddedMember:
    """Somebody who may sign in. `code` is for POST /api/auth/set-up, once; null where a password was given."""

    user_id: int
    login: str
    role: str
    code: str | None
    expires_at: datetime | None


def add_member(
    replica: Replica,
    settings: ServerSettings,
    name: str,
    role: str,
    login: str,
    location_code: str | None = None,
    password: str | None = None,
) -> AddedMember:
    """Make a member of staff known, with a sign-in. Raises StaffRefusedError: then nothing was made."""
    _refuse(replica, name, login, password)
    with replica.work("add_staff", "system") as work:
        location_id = None
        if location_code is not None:
            location_id = work.scalar(_LOCATION, {"code": location_code})
            if location_id is None:
                raise StaffRefusedError(f"there is no location with the code {location_code!r}")
        email = login if "@" in login else None
        user = work.create(users, display_name=name.strip(), role=role, email=email, location_id=location_id)
    invited = invite_member(replica, server_secret(replica, settings), _CONSOLE, user["id"], login)
    if not isinstance(invited, Invited):
        raise StaffRefusedError("somebody else signs in with that")
    if password is None:
        return AddedMember(user["id"], invited.login, role, invited.code, invited.expires_at)
    refused = set_first_password(replica, user["id"], password)
    if isinstance(refused, No):
        raise StaffRefusedError(_WORDS.get(refused.code, refused.code))
    return AddedMember(user["id"], invited.login, role, None, None)


def _refuse(replica: Replica, name: str, login: str, password: str | None) -> None:
    """Before anything is made."""
    if not name.strip() or any(ord(sign) < 32 for sign in name):
        raise StaffRefusedError("they need a name")
    folded = folded_login(login)
    if not folded.isascii() or not folded.isprintable() or not folded or " " in folded or len(folded) > 254:
        raise StaffRefusedError("a login is an e-mail address: no blanks, at most 254 characters")
    if password is not None:
        code = refusal_of_password(password, has_second_factor=False, own_words=(name, login))
        if code is not None:
            raise StaffRefusedError(_WORDS[code])
    with replica.read() as reading:
        if reading.first(_TAKEN, {"login": folded}) is not None:
            raise StaffRefusedError("somebody else signs in with that")


_TAKEN = select(credentials.c.user_id).where(credentials.c.login == bindparam("login"))
_LOCATION = select(locations.c.id).where(locations.c.code == bindparam("code"), locations.c.deleted_at.is_(None))
