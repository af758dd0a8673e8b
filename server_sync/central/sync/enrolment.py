"""How a device joins the clinic: an admin makes it known and gets a one-time code, the device turns it into a key."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select

from server_sync.central.sync.device_keys import hash_of
from server_sync.clinic.numbers import series_at
from server_sync.protocol.enrolment import Enrolment
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import devices, locations, offline_sync_logs, sent_columns
from server_sync.records.values import row_to_wire
from server_sync.records.work import Work

CODE_LIFETIME = timedelta(hours=1)
CODE_LETTERS = "ABCDEFGHJKLMNPRTUVWXY346789"
"""Without those that are mistaken for another: I O Q S Z, 0 1 2 5."""
CODE_LENGTH = 10
"""27**10 codes: at ten tries a minute nobody finds one within its hour."""

Choose = Callable[[str], str]
"""Picks one of the letters, unpredictably."""


class UnknownLocationError(Exception):
    """No location has that code."""


@dataclass(frozen=True, slots=True)
class InvitedDevice:
    """A device that may enrol. `code` is shown to the admin once and is nowhere stored."""

    device_uid: UUID
    name: str
    series: str
    code: str
    expires_at: datetime


def invite_device(
    replica: Replica,
    name: str,
    kind: str,
    location_code: str = "",
    choose: Choose = secrets.choice,
    actor: str = "system",
) -> InvitedDevice:
    """Make a device known at a location, with its own series and block of ids. Raises UnknownLocationError."""
    code = "".join(choose(CODE_LETTERS) for _ in range(CODE_LENGTH))
    with replica.work("invite_device", actor) as work:
        location = work.first(_LOCATION_BY_CODE, {"code": location_code})
        if location is None:
            raise UnknownLocationError(location_code)
        row = work.create(
            devices,
            name=name,
            kind=kind,
            location_id=location["id"],
            # From counters and not from what stands in the table: a removed device's series never comes again.
            series=series_at(work.next_count(f"series:{location['id']}") - 1),
            id_block=work.next_count("id_block"),
            enrolment_code_hash=hash_of(code),
            enrolment_expires_at=work.now + CODE_LIFETIME,
        )
    return InvitedDevice(row["uid"], name, row["series"], code, row["enrolment_expires_at"])


def enrol_device(replica: Replica, code: str, was: UUID | None = None) -> Enrolment | None:
    """Turn a code into a device's key, once; None for a code that is unknown, used or too old.

    `was`: what the machine was called so far, which hears how much of what it did is known here.
    """
    key = secrets.token_urlsafe(32)
    with replica.work("enrol_device", "system") as work:
        row = work.first(_device_by_code(work), {"code_hash": hash_of(as_typed(code)), "now": work.now})
        if row is None:
            return None
        work.change(devices, row, enrolment_code_hash=None, enrolled_at=work.now, key_hash=hash_of(key))
        # devices.location_id refers to it: it is there.
        location = work.all(_LOCATION_BY_ID, {"id": row["location_id"]})[0]
        known = None if was is None else work.scalar(_KNOWN_THROUGH, {"device": str(was)})
    return replace(_enrolment(row, key, location), known_through=known or 0)


def renew_device(replica: Replica, device_id: int, uid: UUID, key_hash: str) -> Enrolment | None:
    """Make a device that went back in time, or was copied, known under the uid and the key that it chose itself.

    It gets a series and a block of ids of its own. Asked again, by its old key or its new one, it hears the same. The
    old identity stays: its original may still work under it. None where the uid is another device's.
    """
    with replica.work("renew_device", "system") as work:
        # Its own row is held: two that ask at once become one.
        old = work.all(_device_by_id(work), {"id": device_id})[0]
        row = work.first(_DEVICE_BY_UID, {"uid": uid})
        if row is None:
            row = _new_incarnation(work, old, uid, key_hash)
        elif row["key_hash"] != key_hash or device_id not in (row["id"], row["renewed_from"]):
            return None
        location = work.all(_LOCATION_BY_ID, {"id": row["location_id"]})[0]
    return _enrolment(row, "", location)


def _new_incarnation(work: Work, old: Row, uid: UUID, key_hash: str) -> Row:
    return work.create(
        devices,
        uid=uid,
        name=old["name"],
        kind=old["kind"],
        location_id=old["location_id"],
        series=series_at(work.next_count(f"series:{old['location_id']}") - 1),
        id_block=work.next_count("id_block"),
        enrolled_at=work.now,
        key_hash=key_hash,
        renewed_from=old["id"],
    )


def as_typed(code: str) -> str:
    """A code as it was made: people type small letters, spaces and dashes."""
    return "".join(sign for sign in code.upper() if sign not in " -")


def _enrolment(row: Row, key: str, location: Row) -> Enrolment:
    return Enrolment(
        device_uid=row["uid"],
        device_key=key,
        location_id=row["location_id"],
        series=row["series"],
        id_block=row["id_block"],
        location=row_to_wire(location, sent_columns(locations)),
        kind=row["kind"],
    )


def _device_by_code(work: Work) -> Select[Any]:
    # Locked, so that of two machines that show the same code one gets the key.
    return _DEVICE_BY_CODE.with_for_update() if work.replica.database.is_postgres else _DEVICE_BY_CODE


def _device_by_id(work: Work) -> Select[Any]:
    return _DEVICE_BY_ID.with_for_update() if work.replica.database.is_postgres else _DEVICE_BY_ID


_KNOWN_THROUGH = select(func.max(offline_sync_logs.c.sequence)).where(
    offline_sync_logs.c.device_id == bindparam("device")
)
_LOCATION_BY_CODE = select(locations.c.id).where(
    locations.c.code == bindparam("code"), locations.c.deleted_at.is_(None)
)
_LOCATION_BY_ID = select(*(locations.c[name] for name in sent_columns(locations))).where(
    locations.c.id == bindparam("id")
)
_DEVICE_BY_ID = select(devices).where(devices.c.id == bindparam("id"))
_DEVICE_BY_UID = select(devices).where(devices.c.uid == bindparam("uid"))
_DEVICE_BY_CODE = select(devices).where(
    devices.c.enrolment_code_hash == bindparam("code_hash"),
    devices.c.enrolment_expires_at > bindparam("now"),
    devices.c.revoked_at.is_(None),
)
