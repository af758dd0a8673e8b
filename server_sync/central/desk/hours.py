"""Doctors' hours, managed for an endpoint in one transaction each."""

from __future__ import annotations

from server_sync.central.access.callers import Caller
from server_sync.central.desk.conflicts import note_stranded
from server_sync.clinic.slots import Rule
from server_sync.desk.appointments.hours import (
    Hours,
    HoursOutcome,
    HoursSearch,
    HoursSet,
    add_hours,
    change_hours,
    delete_hours,
    list_hours,
)
from server_sync.records.replica import Replica
from server_sync.records.work import Work


def listed(replica: Replica, search: HoursSearch) -> tuple[Hours, ...]:
    """Hours in order of id; one more than asked for where there are more."""
    with replica.read() as reading:
        return list_hours(reading, search)


def added(replica: Replica, caller: Caller, doctor_id: int, location_id: int, rule: Rule) -> HoursOutcome:
    """New hours, or why not."""
    with replica.work("add_hours", caller.actor) as work:
        return _noted(work, add_hours(work, doctor_id, location_id, rule, caller.location_id))


def changed(
    replica: Replica, caller: Caller, hours_id: int, doctor_id: int, location_id: int, rule: Rule
) -> HoursOutcome:
    """Other hours in the place of these, or why not."""
    with replica.work("change_hours", caller.actor) as work:
        return _noted(work, change_hours(work, hours_id, doctor_id, location_id, rule, caller.location_id))


def deleted(replica: Replica, caller: Caller, hours_id: int) -> HoursOutcome:
    """The hours that are no more, or why not."""
    with replica.work("delete_hours", caller.actor) as work:
        return _noted(work, delete_hours(work, hours_id, caller.location_id))


def _noted(work: Work, outcome: HoursOutcome) -> HoursOutcome:
    """What is booked stands; for whoever is left without a doctor's time the desk finds another."""
    if isinstance(outcome, HoursSet):
        note_stranded(work, outcome.stranded)
    return outcome
