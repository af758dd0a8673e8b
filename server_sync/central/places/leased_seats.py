"""The seats that leases hold at the centre: what is sold from them, and what becomes of them when a lease ends.

While a lease stands, `slot_counts` counts all its seats, sold or not: nobody else can have one. When it ends, what was
sold is counted for its appointments from then on, and only the rest is free.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from server_sync.clinic.appointment_steps import HOLDS_ITS_PLACE
from server_sync.clinic.slots import cells_of
from server_sync.desk.appointments.seats import seats_left
from server_sync.desk.appointments.slot_claims import Claim, release_cells
from server_sync.records.reading import Row
from server_sync.records.statements import update_by_id
from server_sync.records.tables import appointments, devices, slot_leases
from server_sync.records.tables.types import BigId
from server_sync.records.work import Work

LONGEST_VISIT_MIN = 24 * 60


def is_sold_from_its_lease(connection: Connection, row: Row, device_uid: UUID) -> bool:
    """Whether an appointment's place comes from the lease that it names: one of that device (or of the one that it goes
    on for), whose seats are counted, and of which a seat is left for the whole of its time. The lease is locked until
    the transaction ends.
    """
    lease = connection.execute(_LEASE, {"uid": row["lease_uid"]}).mappings().first()
    if lease is None or lease["freed_at"] is not None or not _is_holder(connection, lease["device_id"], device_uid):
        return False
    wanted = claim_of(row)
    is_within = lease["starts_at"] <= wanted.starts_at < wanted.ends_at <= lease["ends_at"]
    if not is_within or (lease["doctor_id"], lease["location_id"]) != (row["doctor_id"], row["location_id"]):
        return False
    others = (claim_of(one) for one in sold_from(connection, row["lease_uid"]) if one["uid"] != row["uid"])
    return seats_left(lease["seats"], wanted, ((one.starts_at, one.ends_at) for one in others)) > 0


def seat_given_back(connection: Connection, row: Row, device_uid: UUID) -> UUID | None:
    """A lease that this device has returned and that still counts, with a seat left for the whole of an appointment's
    time; None where there is none. The lease is locked until the transaction ends.
    """
    named = {"doctor": row["doctor_id"], "location": row["location_id"], "starts": row["scheduled_date"]}
    found: Sequence[UUID] = connection.execute(_GIVEN_BACK, named).scalars().all()
    seats = (uid for uid in found if is_sold_from_its_lease(connection, {**row, "lease_uid": uid}, device_uid))
    return next(seats, None)


def counts_for(connection: Connection, lease_uid: UUID) -> bool:
    """Whether a lease still counts for the appointments that were sold from it. It is locked, as above."""
    lease = connection.execute(_LEASE, {"uid": lease_uid}).mappings().first()
    return lease is not None and lease["freed_at"] is None


def _is_holder(connection: Connection, holder_id: int, device_uid: UUID) -> bool:
    """Whether a device holds it, or goes on for the one that does: what that one sold and did not send comes again."""
    row = connection.execute(_BY_UID, {"uid": device_uid}).first()
    seen: set[int] = set()
    while row is not None and row.id not in seen:
        if row.id == holder_id:
            return True
        seen.add(row.id)
        row = connection.execute(_BY_ID, {"id": row.renewed_from}).first()
    return False


def sold_from(connection: Connection, lease_uid: UUID, *, locked: bool = False) -> Sequence[Row]:
    """The appointments that hold a seat of a lease, which counts it; `locked` until the transaction ends."""
    query = _SOLD.with_for_update() if locked else _SOLD
    rows = connection.execute(query, {"lease": lease_uid}).mappings().all()
    return [row for row in rows if wants_a_place(row)]


def free_seats(work: Work, lease: Row) -> None:
    """The lease counts for nothing more: who was sold a seat keeps it, the others are for everybody. The caller holds
    the lease's row.
    """
    left = Counter(dict.fromkeys(cells_of(lease["starts_at"], lease["ends_at"]), int(lease["seats"])))
    # Locked: whoever calls one off meanwhile is seen, before or after.
    for row in sold_from(work.connection, lease["uid"], locked=True):
        claim = claim_of(row)
        left.subtract(cells_of(claim.starts_at, claim.ends_at))
        statement = update_by_id(appointments, ("holds_slot",))
        work.connection.execute(statement, {"row_id": row["id"], "new_holds_slot": True})
    release_cells(work.connection, lease["doctor_id"], {cell: seats for cell, seats in left.items() if seats > 0})
    statement = update_by_id(slot_leases, ("freed_at",))
    work.connection.execute(statement, {"row_id": lease["id"], "new_freed_at": work.now})


def claim_of(row: Row, capacity: int = 0) -> Claim:
    """The stretch of its doctor's time that an appointment is for."""
    ends_at = row["scheduled_date"] + timedelta(minutes=min(max(0, row["duration_minutes"]), LONGEST_VISIT_MIN))
    return Claim(row["doctor_id"], row["scheduled_date"], ends_at, capacity)


def wants_a_place(row: Row) -> bool:
    """Whether nobody else may have its time."""
    is_open = row["status"] in HOLDS_ITS_PLACE and row["deleted_at"] is None
    return is_open and row["appointment_type"] != "walkin"


LEASE = select(slot_leases, devices.c.uid.label("holder")).join(devices, devices.c.id == slot_leases.c.device_id)
"""A lease with its holder's uid."""

_LEASE = LEASE.where(slot_leases.c.uid == bindparam("uid")).with_for_update(of=slot_leases)
_GIVEN_BACK = (
    select(slot_leases.c.uid)
    .where(
        slot_leases.c.doctor_id == bindparam("doctor", type_=BigId),
        slot_leases.c.location_id == bindparam("location", type_=BigId),
        slot_leases.c.starts_at <= bindparam("starts"),
        slot_leases.c.ends_at > bindparam("starts"),
        slot_leases.c.returned_at.is_not(None),
        slot_leases.c.freed_at.is_(None),
    )
    .order_by(slot_leases.c.id)
)
_DEVICE = select(devices.c.id, devices.c.renewed_from)
_BY_UID = _DEVICE.where(devices.c.uid == bindparam("uid"))
_BY_ID = _DEVICE.where(devices.c.id == bindparam("id", type_=BigId))
_SOLD = (
    select(
        *(
            appointments.c[name]
            for name in (
                "id",
                "uid",
                "doctor_id",
                "scheduled_date",
                "duration_minutes",
                "status",
                "appointment_type",
                "deleted_at",
            )
        )
    )
    .where(appointments.c.lease_uid == bindparam("lease"), appointments.c.holds_slot.is_(False))
    .order_by(appointments.c.id)
)
