"""Setting up the clinic as endpoints ask for it, in one transaction each, by the admin who does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from server_sync.central.access.callers import Caller
from server_sync.central.access.sessions import revoke_sessions
from server_sync.central.places.leases import LeaseHeld, held_leases, write_off
from server_sync.central.sync.enrolment import InvitedDevice, invite_device
from server_sync.clinic.roles import Role
from server_sync.desk import clinic_setup
from server_sync.desk.clinic_setup import UNKNOWN_DEVICE, UNKNOWN_LOCATION, NotSetUp, SetUpOutcome, Why
from server_sync.records.reading import Row
from server_sync.records.replica import Replica


def locations(replica: Replica, caller: Caller) -> Sequence[Row]:
    """The locations that the caller may know: all, or for the public those that can be booked at."""
    with replica.read() as reading:
        rows = clinic_setup.all_locations(reading)
    return [row for row in rows if row["public_booking"] or caller.role not in (Role.PUBLIC, Role.PATIENT)]


def location(replica: Replica, caller: Caller, location_id: int) -> Row | None:
    """One of the locations that the caller may know."""
    return next((row for row in locations(replica, caller) if row["id"] == location_id), None)


def add_location(replica: Replica, caller: Caller, values: Mapping[str, Any]) -> SetUpOutcome:
    """Make a location known; an admin of one location may not."""
    if caller.location_id is not None:
        return NotSetUp(Why.NOT_THEIRS, "an admin of one location sets up what is there")
    with replica.work("add_location", caller.actor) as work:
        return clinic_setup.add_location(work, values)


def change_location(replica: Replica, caller: Caller, location_id: int, values: Mapping[str, Any]) -> SetUpOutcome:
    """Change a location."""
    if not caller.may_work_at(location_id):
        return UNKNOWN_LOCATION
    with replica.work("change_location", caller.actor) as work:
        return clinic_setup.change_location(work, location_id, values)


def staff(
    replica: Replica, caller: Caller, location_id: int | None, role: str | None, *, only_active: bool
) -> Sequence[Row]:
    """Who works at the clinic, as far as the caller's location goes."""
    where = location_id if caller.location_id is None else caller.location_id
    with replica.read() as reading:
        return clinic_setup.people(reading, location_id=where, role=role, only_active=only_active)


def colleague(replica: Replica, caller: Caller, user_id: int) -> Row | None:
    """Somebody who works where the caller does; None for anybody else."""
    with replica.read() as reading:
        row = clinic_setup.person_row(reading, user_id)
    visible = row is not None and (row["location_id"] is None or caller.may_work_at(row["location_id"]))
    return row if visible else None


def doctors(replica: Replica, caller: Caller, location_id: int | None) -> Sequence[Row]:
    """Doctors who see patients; for the public those of locations that can be booked at."""
    places = {row["id"] for row in locations(replica, caller)}
    where = location_id if caller.location_id is None else caller.location_id
    with replica.read() as reading:
        rows = clinic_setup.people(reading, location_id=where, role=Role.DOCTOR.value, only_active=True)
    return [row for row in rows if row["location_id"] in places or (row["location_id"] is None and places)]


def add_person(replica: Replica, caller: Caller, values: Mapping[str, Any]) -> SetUpOutcome:
    """Make somebody who works at the clinic known."""
    with replica.work("add_staff", caller.actor) as work:
        return clinic_setup.add_person(work, values, admin_of=caller.location_id)


def change_person(replica: Replica, caller: Caller, user_id: int, values: Mapping[str, Any]) -> SetUpOutcome:
    """Change somebody who works at the clinic. Whoever becomes inactive is signed out for good, at all places."""
    with replica.work("change_staff", caller.actor) as work:
        outcome = clinic_setup.change_person(work, user_id, values, admin_of=caller.location_id)
        if values.get("is_active") is False and not isinstance(outcome, NotSetUp):
            revoke_sessions(work.connection, user_id, work.now)
    return outcome


def devices(replica: Replica, caller: Caller, location_id: int | None) -> Sequence[Row]:
    """The devices of the caller's location, or of all."""
    where = location_id if caller.location_id is None else caller.location_id
    with replica.read() as reading:
        return clinic_setup.all_devices(reading, where)


def invite(
    replica: Replica, caller: Caller, name: str, kind: str, location_id: int
) -> tuple[InvitedDevice, Row] | NotSetUp:
    """Make a device known, with the one-time code that it is enrolled with; and its row."""
    with replica.read() as reading:
        place = clinic_setup.location_row(reading, location_id)
    if place is None or not caller.may_work_at(location_id):
        return UNKNOWN_LOCATION
    invited = invite_device(replica, name, kind, place["code"], actor=caller.actor)
    with replica.read() as reading:
        row = next(row for row in clinic_setup.all_devices(reading, location_id) if row["uid"] == invited.device_uid)
    return invited, row


def rename_device(replica: Replica, caller: Caller, device_id: int, name: str) -> SetUpOutcome:
    """Call a device something else."""
    with replica.work("rename_device", caller.actor) as work:
        return clinic_setup.change_device(work, device_id, {"name": name}, caller.location_id)


def revoke_device(replica: Replica, caller: Caller, device_id: int) -> SetUpOutcome:
    """Let a device in no more. The places that it holds are written off: nothing that it sold will be heard of."""
    with replica.work("revoke_device", caller.actor) as work:
        outcome = clinic_setup.revoke_device(work, device_id, caller.location_id)
        if not isinstance(outcome, NotSetUp):
            write_off(work, device_id)
    return outcome


def write_off_leases(replica: Replica, caller: Caller, device_id: int) -> int | NotSetUp:
    """Give up what a device holds of places, and let it go on otherwise; how many leases that were."""
    with replica.work("write_off_leases", caller.actor) as work:
        row = clinic_setup.device_row(work, device_id)
        if row is None or not caller.may_work_at(row["location_id"]):
            return UNKNOWN_DEVICE
        return write_off(work, device_id)


def leases(replica: Replica, caller: Caller, location_id: int | None, device_id: int | None) -> list[LeaseHeld]:
    """Who holds which places, at the caller's location or at all."""
    where = location_id if caller.location_id is None else caller.location_id
    with replica.read() as reading:
        return held_leases(reading, location_id=where, device_id=device_id)
