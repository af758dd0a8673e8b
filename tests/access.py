"""Credentials for tests: what each role sends with its requests."""

from __future__ import annotations

from uuid import UUID

from server_sync.central.access.secret import server_secret
from server_sync.central.access.tokens import Claims, issue
from server_sync.central.settings import ServerSettings
from server_sync.clinic.roles import Role
from server_sync.records.replica import Replica
from server_sync.records.tables import users


def staff_headers(centre: Replica, role: Role, *, location_id: int | None = None, name: str = "") -> dict[str, str]:
    """The headers of a new member of staff who has just signed in."""
    with centre.work("set_up", "system") as work:
        user = work.create(users, display_name=name or f"Test {role}", role=role.value, location_id=location_id)
    claims = Claims(role, user["uid"], None, location_id=location_id, user_id=user["id"])
    return _headers(centre, claims)


def patient_headers(centre: Replica, patient_uid: UUID) -> dict[str, str]:
    """The headers of somebody who came by a link to their own data."""
    return _headers(centre, Claims(Role.PATIENT, patient_uid, None))


def device_headers(device_key: str) -> dict[str, str]:
    """The headers of an enrolled device."""
    return {"Authorization": f"Bearer {device_key}"}


def _headers(centre: Replica, claims: Claims) -> dict[str, str]:
    secret = server_secret(centre, ServerSettings(database_url=""))
    return {"Authorization": f"Bearer {issue(secret, claims, centre.clock.now())}"}
