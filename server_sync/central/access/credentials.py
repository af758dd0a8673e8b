"""What staff sign in with: given by an admin, chosen by the person, changed, and taken away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from server_sync.central.access.callers import Caller
from server_sync.central.access.one_purpose import is_genuine, opened, sign
from server_sync.central.access.passwords import hashed, matches, refusal_of_password, refusal_of_pin
from server_sync.central.access.second_factor import address_for_app, new_secret, step_of
from server_sync.central.access.sessions import revoke_sessions
from server_sync.central.access.sign_in import folded_login
from server_sync.clinic.roles import STAFF
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import credentials, users
from server_sync.records.tables.types import format_moment

SET_UP_LIFETIME = timedelta(hours=48)
SECOND_FACTOR_LIFETIME = timedelta(minutes=15)
SET_UP = "set_up"
SECOND_FACTOR = "second_factor"


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who may choose a password, once, with `code`; it is shown to the admin and nowhere stored."""

    user_id: int
    login: str
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class OfferedFactor:
    """A second factor that waits to be confirmed: nothing of it is stored until then."""

    secret: str
    address: str
    confirmation: str


@dataclass(frozen=True, slots=True)
class No:
    """Why not, as a stable code."""

    code: str


def invite_member(replica: Replica, secret: str, caller: Caller, user_id: int, login: str) -> Invited | No:
    """Give a member of staff a sign-in, or a new one: what they had before ends at once."""
    with replica.database.writing() as connection:
        user = connection.execute(_USER, {"user_id": user_id}).mappings().first()
        if user is None or not caller.may_work_at(user["location_id"]):
            return No("unknown_staff")
        # Asked before, so that only a race ends in an error: PostgreSQL's own log would quote the login.
        if connection.execute(_TAKEN, {"login": folded_login(login), "user_id": user_id}).first() is not None:
            return No("login_taken")
        try:
            with connection.begin_nested():
                changed_at = _start_over(connection, user, folded_login(login), replica.clock.now())
        except IntegrityError:
            return No("login_taken")
    code = sign(secret, SET_UP, user["uid"], changed_at, SET_UP_LIFETIME, format_moment(changed_at))
    return Invited(user_id, folded_login(login), code, changed_at + SET_UP_LIFETIME)


def set_up(replica: Replica, secret: str, code: str, password: str) -> str | No:
    """Choose the first password with a one-time code; the login that it belongs to."""
    said = opened(code)
    found = None if said is None else _read(replica, _BY_UID, uid=said.uid)
    if said is None or found is None:
        return No("set_up_refused")
    stamp = format_moment(found["changed_at"])
    if not is_genuine(secret, SET_UP, said, replica.clock.now(), stamp):
        return No("set_up_refused")
    refusal = _refusal(found, password)
    if refusal is not None:
        return No(refusal)
    kept = _store(replica, found, password_hash=hashed(password), failed_count=0, locked_until=None)
    return str(found["login"]) if kept is None else No("set_up_refused")


def set_first_password(replica: Replica, user_id: int, password: str) -> No | None:
    """Choose somebody's password at the server's own console; None once it is chosen."""
    found = _read(replica, _BY_ID, user_id=user_id)
    if found is None:
        return No("unknown_staff")
    refusal = _refusal(found, password)
    return No(refusal) if refusal else _store(replica, found, password_hash=hashed(password))


def change_password(replica: Replica, user_id: int, session_uid: UUID | None, old: str, new: str) -> int | No:
    """Change one's own password; every other session ends, and how many those were is returned."""
    found = _own(replica, user_id, old)
    if found is None:
        return No("password_wrong")
    refusal = _refusal(found, new)
    if refusal is not None:
        return No(refusal)
    changed = _store(replica, found, password_hash=hashed(new))
    if changed is not None:
        return changed
    with replica.database.writing() as connection:
        return revoke_sessions(connection, user_id, replica.clock.now(), but=session_uid)


def set_pin(replica: Replica, user_id: int, password: str, pin: str) -> No | None:
    """Choose a PIN for enrolled devices; None once it is chosen."""
    found = _own(replica, user_id, password)
    if found is None:
        return No("password_wrong")
    refusal = refusal_of_pin(pin)
    return No(refusal) if refusal else _store(replica, found, pin_hash=hashed(pin))


def give_pin(replica: Replica, caller: Caller, user_id: int, pin: str) -> No | None:
    """Choose somebody else's PIN for enrolled devices, as an admin may who could also let them begin anew.

    Whoever has no sign-in yet gets one that opens sessions by PIN alone: their login is their uid.
    """
    user = _read(replica, _USER, user_id=user_id)
    if user is None or not caller.may_work_at(user["location_id"]):
        return No("unknown_staff")
    refusal = refusal_of_pin(pin)
    if refusal is not None:
        return No(refusal)
    values = {"pin_hash": hashed(pin), "failed_count": 0, "locked_until": None}
    found = _read(replica, _BY_ID, user_id=user_id)
    if found is not None:
        return _store(replica, found, **values)
    first = {"user_id": user_id, "login": folded_login(str(user["uid"])), "changed_at": replica.clock.now()}
    try:
        with replica.database.writing() as connection:
            connection.execute(insert(credentials), first | values)
    except IntegrityError:
        return No("changed_meanwhile")
    return None


def offer_second_factor(replica: Replica, secret: str, user_id: int, password: str) -> OfferedFactor | No:
    """A new shared secret for an authenticator app, to be confirmed with its first code."""
    found = _own(replica, user_id, password)
    if found is None:
        return No("password_wrong")
    shared = new_secret()
    stamp = shared + format_moment(found["changed_at"])
    confirmation = sign(secret, SECOND_FACTOR, found["uid"], replica.clock.now(), SECOND_FACTOR_LIFETIME, stamp)
    return OfferedFactor(shared, address_for_app(shared, found["login"], "Anteroom"), confirmation)


def confirm_second_factor(
    replica: Replica, secret: str, user_id: int, shared: str, confirmation: str, code: str
) -> No | None:
    """Switch a second factor on with its first code; None once it is on."""
    said, now = opened(confirmation), replica.clock.now()
    found = _read(replica, _BY_ID, user_id=user_id)
    if found is None or said is None or said.uid != found["uid"]:
        return No("confirmation_refused")
    if not is_genuine(secret, SECOND_FACTOR, said, now, shared + format_moment(found["changed_at"])):
        return No("confirmation_refused")
    step = step_of(shared, code, now, None)
    return No("code_wrong") if step is None else _store(replica, found, totp_secret=shared, totp_last_step=step)


def remove_second_factor(replica: Replica, user_id: int, password: str) -> No | None:
    """Switch the second factor off; a password that is too short to stand alone must be changed first."""
    found = _own(replica, user_id, password)
    if found is None:
        return No("password_wrong")
    refusal = _refusal({**found, "totp_secret": None}, password)
    return No(refusal) if refusal else _store(replica, found, totp_secret=None, totp_last_step=None)


def own_credentials(replica: Replica, user_id: int) -> Row | None:
    """Somebody's name, role and credentials (hashes included: for telling whether there is one); None without."""
    return _read(replica, _BY_ID, user_id=user_id)


def user_exists_for(replica: Replica, caller: Caller, user_id: int) -> bool:
    """Whether such a member of staff works where the caller may work."""
    user = _read(replica, _USER, user_id=user_id)
    return user is not None and caller.may_work_at(user["location_id"])


def _read(replica: Replica, query: Select[Any], **parameters: Any) -> Row | None:
    with replica.read() as reading:
        return reading.first(query, parameters)


def _own(replica: Replica, user_id: int, password: str) -> Row | None:
    """One's own credentials, where the password is right."""
    found = _read(replica, _BY_ID, user_id=user_id)
    is_right = matches(None if found is None else found["password_hash"], password)
    return found if is_right else None


def _refusal(credential: Row, password: str) -> str | None:
    own_words = (credential["login"], credential["display_name"], credential["email"], credential["phone"])
    return refusal_of_password(password, has_second_factor=bool(credential["totp_secret"]), own_words=own_words)


def _start_over(connection: Connection, user: Row, login: str, now: datetime) -> datetime:
    connection.execute(delete(credentials).where(credentials.c.user_id == user["id"]))
    connection.execute(insert(credentials), {"user_id": user["id"], "login": login, "changed_at": now})
    revoke_sessions(connection, user["id"], now)
    return now


def _store(replica: Replica, found: Row, **values: Any) -> No | None:
    """Change credentials as they were read; None once that is done.

    The slow work of hashing comes before, so that no other writer waits for it: somebody may have been quicker.
    """
    unchanged = update(credentials).where(
        credentials.c.user_id == found["user_id"], credentials.c.changed_at == found["changed_at"]
    )
    with replica.database.writing() as connection:
        # Later than before even where the clock stands still: what was signed for the old state must not fit the new.
        changed_at = max(replica.clock.now(), found["changed_at"] + timedelta(microseconds=1))
        done = connection.execute(unchanged.values(changed_at=changed_at, **values)).rowcount
    return None if done else No("changed_meanwhile")


_USER = select(users.c.id, users.c.uid, users.c.location_id).where(
    users.c.id == bindparam("user_id"),
    users.c.is_active.is_(True),
    users.c.deleted_at.is_(None),
    users.c.role.in_(sorted(STAFF)),
)
_TAKEN = select(credentials.c.user_id).where(
    credentials.c.login == bindparam("login"), credentials.c.user_id != bindparam("user_id")
)
_WITH_USER = (
    select(
        credentials,
        users.c.uid,
        users.c.display_name,
        users.c.email,
        users.c.phone,
        users.c.role,
        users.c.location_id,
    )
    .join(users, users.c.id == credentials.c.user_id)
    .where(users.c.is_active.is_(True), users.c.deleted_at.is_(None))
)
_BY_ID = _WITH_USER.where(credentials.c.user_id == bindparam("user_id"))
_BY_UID = _WITH_USER.where(users.c.uid == bindparam("uid"))
