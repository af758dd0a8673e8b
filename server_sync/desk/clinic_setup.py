"""What admins set up: the clinic's locations and who works there, each change checked before it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select

from server_sync.clinic.consent import ConsentRefused, parse_consent
from server_sync.clinic.leases import LeasePolicyRefused, parse_lease_policy
from server_sync.clinic.policy_documents import parse_policy, stored_policy
from server_sync.clinic.queue_policy import PolicyRefused
from server_sync.clinic.roles import Role
from server_sync.clinic.visit_reasons import ReasonsRefused, parse_reasons
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import devices, locations, users
from server_sync.records.work import Work

_POLICIES = frozenset({"queue_policy", "lease_policy"})
_PARSED: Mapping[str, Callable[[Any], object]] = {
    "queue_policy": parse_policy,
    "lease_policy": parse_lease_policy,
    "consent": parse_consent,
    "visit_reasons": parse_reasons,
}
"""What a location holds as a document: each says itself what it refuses."""

ANYWHERE = None
"""Whoever works at all locations."""


class Why(StrEnum):
    """Why something cannot be set up so. Stable."""

    UNKNOWN_LOCATION = "unknown_place"
    UNKNOWN_PERSON = "unknown_user"
    UNKNOWN_DEVICE = "unknown_device"
    NO_SUCH_TIME_ZONE = "no_such_time_zone"
    CODE_TAKEN = "code_taken"
    BAD_POLICY = "policy_refused"
    EMAIL_TAKEN = "email_taken"
    LAST_ADMIN = "last_admin"
    NOT_THEIRS = "not_allowed"


@dataclass(frozen=True, slots=True)
class NotSetUp:
    """Nothing was written."""

    why: Why
    words: str


@dataclass(frozen=True, slots=True)
class SetUp:
    """The row as it stands now."""

    row: Row


SetUpOutcome: TypeAlias = SetUp | NotSetUp

UNKNOWN_LOCATION = NotSetUp(Why.UNKNOWN_LOCATION, "there is no such location")
UNKNOWN_PERSON = NotSetUp(Why.UNKNOWN_PERSON, "there is nobody of that id")
UNKNOWN_DEVICE = NotSetUp(Why.UNKNOWN_DEVICE, "there is no such device")
_NOT_THEIRS = NotSetUp(Why.NOT_THEIRS, "an admin of one location sets up what is there")


def add_location(work: Work, values: Mapping[str, Any]) -> SetUpOutcome:
    """Make a location of `values`, by column; `name`, `time_zone` and `code` are there."""
    values = _storable(values)
    wrong = _wrong_with_location(work, values)
    return wrong or SetUp(_whole(work, work.create(locations, **values)))


def change_location(work: Work, location_id: int, values: Mapping[str, Any]) -> SetUpOutcome:
    """Change the columns of a location that `values` names."""
    row = location_row(work, location_id)
    if row is None:
        return UNKNOWN_LOCATION
    values = _storable(values)
    wrong = _wrong_with_location(work, values, but=location_id)
    if wrong is not None:
        return wrong
    work.change(locations, row, **values)
    return SetUp(location_row(work, location_id) or row)


def location_row(reading: Reading, location_id: int) -> Row | None:
    """A location, or None."""
    return reading.first(select(locations).where(locations.c.id == location_id, locations.c.deleted_at.is_(None)))


def all_locations(reading: Reading) -> Sequence[Row]:
    """Every location, by its id."""
    return reading.all(select(locations).where(locations.c.deleted_at.is_(None)).order_by(locations.c.id))


def add_person(work: Work, values: Mapping[str, Any], *, admin_of: int | None = ANYWHERE) -> SetUpOutcome:
    """Make somebody who works at the clinic known. `admin_of` is the only location of the admin who does it."""
    wrong = _wrong_with_person(work, values, admin_of)
    return wrong or SetUp(_person(work, work.create(users, **values)["id"]))


def change_person(
    work: Work, user_id: int, values: Mapping[str, Any], *, admin_of: int | None = ANYWHERE
) -> SetUpOutcome:
    """Change what `values` names of somebody who works at the clinic; to make them inactive ends their sessions."""
    row = person_row(work, user_id)
    if row is None or not _is_under(admin_of, row):
        return UNKNOWN_PERSON
    wrong = _wrong_with_person(work, {"location_id": row["location_id"], **values}, admin_of, but=user_id)
    if wrong is not None:
        return wrong
    is_admin = values.get("is_active", row["is_active"]) and values.get("role", row["role"]) == Role.ADMIN
    if row["role"] == Role.ADMIN and row["is_active"] and not is_admin and _is_last_admin(work, user_id):
        return NotSetUp(Why.LAST_ADMIN, "somebody must be left who can set up the clinic")
    work.change(users, row, **values)
    return SetUp(_person(work, user_id))


def person_row(reading: Reading, user_id: int) -> Row | None:
    """Somebody who works at the clinic, or None."""
    query = select(users).where(users.c.id == user_id, users.c.role != "system", users.c.deleted_at.is_(None))
    return reading.first(query)


def people(
    reading: Reading, *, location_id: int | None = None, role: str | None = None, only_active: bool = False
) -> Sequence[Row]:
    """Everybody who works at the clinic, by name; with `location_id` those who work there, or everywhere."""
    query = select(users).where(users.c.role != "system", users.c.deleted_at.is_(None))
    if location_id is not None:
        query = query.where(func.coalesce(users.c.location_id, location_id) == location_id)
    if role is not None:
        query = query.where(users.c.role == role)
    if only_active:
        query = query.where(users.c.is_active.is_(True))
    return reading.all(query.order_by(users.c.display_name, users.c.id))


def all_devices(reading: Reading, location_id: int | None) -> Sequence[Row]:
    """Every device, of one location only where it is named."""
    query = select(devices).where(devices.c.deleted_at.is_(None))
    if location_id is not None:
        query = query.where(devices.c.location_id == location_id)
    return reading.all(query.order_by(devices.c.id))


def change_device(work: Work, device_id: int, values: Mapping[str, Any], admin_of: int | None) -> SetUpOutcome:
    """Change what `values` names of a device: its name, or that it is revoked."""
    row = device_row(work, device_id)
    if row is None or not _is_under(admin_of, row):
        return UNKNOWN_DEVICE
    work.change(devices, row, **values)
    return SetUp(device_row(work, device_id) or row)


def revoke_device(work: Work, device_id: int, admin_of: int | None) -> SetUpOutcome:
    """Let a device in no more: its key and its code are good for nothing. Done twice, the first time stands."""
    row = device_row(work, device_id)
    if row is not None and row["revoked_at"] is not None and _is_under(admin_of, row):
        return SetUp(row)
    return change_device(work, device_id, {"revoked_at": work.now, "enrolment_code_hash": None}, admin_of)


def device_row(reading: Reading, device_id: int) -> Row | None:
    """A device, or None."""
    return reading.first(select(devices).where(devices.c.id == device_id, devices.c.deleted_at.is_(None)))


def is_time_zone(name: str) -> bool:
    """Whether it is the IANA name of a zone."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _storable(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: stored_policy(value) if name in _POLICIES else value for name, value in values.items()}


def _wrong_with_location(reading: Reading, values: Mapping[str, Any], but: int | None = None) -> NotSetUp | None:
    zone = values.get("time_zone")
    if zone is not None and not is_time_zone(zone):
        return NotSetUp(Why.NO_SUCH_TIME_ZONE, "this is no time zone; one is Europe/Berlin")
    if "code" in values:
        held = reading.first(select(locations.c.id).where(locations.c.code == values["code"]))
        if held is not None and held["id"] != but:
            return NotSetUp(Why.CODE_TAKEN, "another location has this code; only the first one has none")
    for name, parsed in _PARSED.items():
        try:
            parsed(values.get(name))
        except (PolicyRefused, LeasePolicyRefused, ConsentRefused, ReasonsRefused) as refused:
            return NotSetUp(Why.BAD_POLICY, f"{refused.words} ({refused.code})")
    return None


def _wrong_with_person(
    reading: Reading, values: Mapping[str, Any], admin_of: int | None, but: int | None = None
) -> NotSetUp | None:
    location_id = values.get("location_id")
    if admin_of is not ANYWHERE and location_id != admin_of:
        return _NOT_THEIRS
    if location_id is not None and location_row(reading, location_id) is None:
        return UNKNOWN_LOCATION
    if values.get("email"):
        same = select(users.c.id).where(
            func.lower(users.c.email) == str(values["email"]).lower(), users.c.deleted_at.is_(None)
        )
        if any(row["id"] != but for row in reading.all(same)):
            return NotSetUp(Why.EMAIL_TAKEN, "somebody else has this e-mail address")
    return None


def _is_last_admin(reading: Reading, user_id: int) -> bool:
    others = select(users.c.id).where(
        users.c.role == Role.ADMIN.value,
        users.c.is_active.is_(True),
        users.c.location_id.is_(None),
        users.c.id != user_id,
        users.c.deleted_at.is_(None),
    )
    return reading.first(others.limit(1)) is None


def _is_under(admin_of: int | None, row: Row) -> bool:
    return admin_of is ANYWHERE or row["location_id"] == admin_of


def _whole(work: Work, made: Row) -> Row:
    return location_row(work, made["id"]) or made


def _person(work: Work, user_id: int) -> Row:
    row = person_row(work, user_id)
    if row is None:
        raise LookupError("somebody who was just made or changed is not there")
    return row
