"""Appointments ahead that hold no place in the day: from before places were counted, or theirs was taken then."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from server_sync.central.places.offered_places import settle_unplaced
from server_sync.clinic.visits import AppointmentStatus
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, locations

_AT_ONCE = 100


def place_appointments(replica: Replica) -> int:
    """Give each a place where one is free; how many got one. Those who find none stand as they are."""
    with replica.read() as reading:
        found = [row["uid"] for row in reading.all(_UNPLACED, {"now": reading.now})]
    placed = 0
    for start in range(0, len(found), _AT_ONCE):
        with replica.work("place_appointments", "system") as work:
            placed += sum(settle_unplaced(work, uid) for uid in found[start : start + _AT_ONCE])
    return placed


_UNPLACED = (
    select(appointments.c.uid)
    .join(locations, locations.c.id == appointments.c.location_id)
    .where(
        appointments.c.scheduled_date > bindparam("now"),
        appointments.c.status.in_([AppointmentStatus.SCHEDULED.value, AppointmentStatus.CONFIRMED.value]),
        appointments.c.appointment_type != "walkin",
        appointments.c.holds_slot.is_(False),
        appointments.c.lease_uid.is_(None),
        appointments.c.deleted_at.is_(None),
    )
    .order_by(appointments.c.id)
)
