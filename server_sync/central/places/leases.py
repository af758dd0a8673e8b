"""Leases at the centre: granted to devices that ask, taken back when they were returned, or written off by an admin.

Each does what it does in a work of its own, after the push that asked for it was settled: no push waits for the places
of a whole day. A lease's seats are free for others from `freed_at` on and no sooner, whatever clocks say.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.exc import DBAPIError

from server_sync.central.desk.booking import again_where_busy
from server_sync.central.places.lease_recovery import heard_from, is_held_back, is_of_this_epoch, is_waited_for
from server_sync.central.places.leased_seats import LEASE, free_seats, sold_from
from server_sync.clinic.ids import BLOCK_SIZE
from server_sync.clinic.leases import LeasePolicy, evenly, lease_policy_in_force
from server_sync.clinic.slots import Slot
from server_sync.desk.appointments.availability import DoctorSlots, SlotWish, free_slots
from server_sync.desk.appointments.slot_claims import Claim, SlotTakenError, claim
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.faults import StorageFault
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.savepoints import savepoint
from server_sync.records.statements import update_by_id
from server_sync.records.tables import devices, lease_asks, locations, offline_sync_logs, slot_leases
from server_sync.records.work import Work

log = logging.getLogger(__name__)

_OF_LEASES = frozenset({"lease", "lease_ask"})


@dataclass(frozen=True, slots=True)
class LeaseHeld:
    """A lease whose seats are still counted: whose, for when, and how many of its seats are known to be sold.

    Until `may_sell_until` its holder may go on selling; what it sold is known once it has been heard from.
    """

    id: int
    device_id: int
    device_name: str
    location_id: int
    doctor_id: int
    starts_at: datetime
    ends_at: datetime
    seats: int
    sold: int
    granted_at: datetime
    may_sell_until: datetime
    returned_at: datetime | None


def tend_leases(replica: Replica) -> None:
    """Take back what devices returned, then answer those who asked. Harmless at any time, and again. Raises
    StorageFault.
    """
    with replica.read() as reading:
        returned = [row["id"] for row in reading.all(_RETURNED)]
        asked = [row["id"] for row in reading.all(_ASKED)]
    for lease_id in returned:
        again_where_busy(lambda lease_id=lease_id: _take_back(replica, lease_id))  # type: ignore[misc]  # a default
    for ask_id in asked:
        again_where_busy(lambda ask_id=ask_id: _answer(replica, ask_id))  # type: ignore[misc]  # a default


def tend_after(replica: Replica, change_sets: Iterable[ChangeSet]) -> None:
    """What a settled push asks for. Where it cannot be done now, the house is kept every few minutes."""
    nouns = {change.noun for change_set in change_sets for change in change_set.changes}
    if not replica.identity.is_centre or nouns.isdisjoint(_OF_LEASES):
        return
    try:
        tend_leases(replica)
    except (StorageFault, DBAPIError) as error:
        log.warning("leases could not be tended", exc_info=error)


def write_off(work: Work, device_id: int) -> int:
    """Give up what a device holds; how many leases that were. Whoever is known to have been sold a seat keeps it.

    What the device sold and nobody heard of yet counts as provisional when it comes: an admin who can wait should wait
    until the device was heard from.
    """
    heard_from(work.connection, device_id)
    leases = work.all(_OF_DEVICE, {"device": device_id})
    for lease in leases:
        free_seats(work, lease)
        work.change(slot_leases, lease, written_off_at=work.now)
    return len(leases)


def held_leases(reading: Reading, *, location_id: int | None = None, device_id: int | None = None) -> list[LeaseHeld]:
    """Every lease whose seats nobody else can have, in order of time."""
    query: Select[Any] = LEASE.add_columns(devices.c.name).where(slot_leases.c.freed_at.is_(None))
    if location_id is not None:
        query = query.where(slot_leases.c.location_id == location_id)
    if device_id is not None:
        query = query.where(slot_leases.c.device_id == device_id)
    rows = reading.all(query.order_by(slot_leases.c.starts_at, slot_leases.c.id))
    return [_held(reading, row) for row in rows]


def _held(reading: Reading, row: Row) -> LeaseHeld:
    return LeaseHeld(
        id=row["id"],
        device_id=row["device_id"],
        device_name=row["name"],
        location_id=row["location_id"],
        doctor_id=row["doctor_id"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        seats=row["seats"],
        sold=len(sold_from(reading.connection, row["uid"])),
        granted_at=row["granted_at"],
        may_sell_until=row["granted_at"] + timedelta(seconds=row["sell_for_s"]),
        returned_at=row["returned_at"],
    )


def _take_back(replica: Replica, lease_id: int) -> None:
    with replica.work("take_back_lease", "system") as work:
        lease = work.first(_ONE, {"id": lease_id})
        if lease is not None and not _has_unsettled_sales(work, lease):
            free_seats(work, lease)


def _has_unsettled_sales(work: Work, lease: Row) -> bool:
    """Whether something that its holder sold is in quarantine: it was promised, and keeps its seat until that is
    settled, or an admin writes the device off.
    """
    bodies = work.all(_QUARANTINED, {"holder": str(lease["holder"])})
    return any(_names(row["data"], str(lease["uid"])) for row in bodies)


def _names(body: Any, lease_uid: str) -> bool:  # Any: a JSON document of our log
    """Whether a logged set says that something was sold from a lease; of an unreadable one, whether it might."""
    items = body.get("sync_data") if isinstance(body, dict) else None
    if not isinstance(items, list):
        return lease_uid in str(body)
    sold = (item.get("data") for item in items if isinstance(item, dict))
    return any(isinstance(fields, dict) and fields.get("lease_uid") == lease_uid for fields in sold)


def _answer(replica: Replica, ask_id: int) -> None:
    with replica.work("grant_leases", "system") as work:
        ask = work.first(_ASK, {"id": ask_id})
        if ask is None:
            return
        holder = work.first(_HOLDER, {"block": ask_id // BLOCK_SIZE})
        if holder is not None and not _was_asked_before_the_restore(work, ask, holder):
            # What it sold before it asked has arrived before it.
            heard_from(work.connection, holder["id"])
            if is_held_back(work.connection, holder["location_id"], work.now):
                return  # places are given out again once the others were heard from
            _grant(work, holder, ask, lease_policy_in_force(holder["lease_policy"]))
        work.connection.execute(
            update_by_id(lease_asks, ("answered_at",)), {"row_id": ask["id"], "new_answered_at": work.now}
        )


def _was_asked_before_the_restore(work: Work, ask: Row, holder: Row) -> bool:
    """Whether what was granted for it may be forgotten here, and sold: its holder asks anew once it has heard."""
    if not is_waited_for(work.connection, holder["id"]):
        return False
    return not is_of_this_epoch(work.connection, holder["location_id"], ask["epoch"])


def _grant(work: Work, holder: Row, ask: Row, policy: LeasePolicy) -> None:
    if not policy.lets_hold(holder["kind"]):
        return
    wish = SlotWish(location_id=holder["location_id"], days=policy.days)
    held = work.all(_HELD_AT, {"location": holder["location_id"], "now": work.now})
    for doctor in free_slots(work, wish):
        for slot in _share(doctor, holder, policy, [row for row in held if row["doctor_id"] == doctor.doctor_id]):
            if _claimed(work, Claim(doctor.doctor_id, slot.starts_at, slot.ends_at, slot.capacity)):
                work.create(
                    slot_leases,
                    location_id=holder["location_id"],
                    device_id=holder["id"],
                    doctor_id=doctor.doctor_id,
                    starts_at=slot.starts_at,
                    ends_at=slot.ends_at,
                    seats=1,
                    ask_uid=ask["uid"],
                    granted_at=work.now,
                    sell_for_s=policy.sell_for_s,
                )


def _share(doctor: DoctorSlots, holder: Row, policy: LeasePolicy, held: Sequence[Row]) -> Iterator[Slot]:
    """The slots of one doctor that a device gets, spread over what is free of each day."""
    for free in doctor.days:
        first, last = free.day.slots[0].starts_at, free.day.slots[-1].ends_at
        of_day = [row for row in held if first <= row["starts_at"] < last]
        count = policy.places_to_grant(
            of_the_day=sum(slot.capacity for slot in free.day.slots),
            free=len(free.slots),
            held_here=sum(row["seats"] for row in of_day if row["device_id"] == holder["id"]),
            held_by_all=sum(row["seats"] for row in of_day),
        )
        yield from evenly(free.slots, count)


def _claimed(work: Work, wanted: Claim) -> bool:
    try:
        with savepoint(work.connection):
            claim(work.connection, wanted)
    except SlotTakenError:
        return False
    return True


_RETURNED = (
    select(slot_leases.c.id)
    .where(slot_leases.c.returned_at.is_not(None), slot_leases.c.freed_at.is_(None))
    .order_by(slot_leases.c.id)
)
_ASKED = select(lease_asks.c.id).where(lease_asks.c.answered_at.is_(None)).order_by(lease_asks.c.id)
_ONE = LEASE.where(
    slot_leases.c.id == bindparam("id"), slot_leases.c.returned_at.is_not(None), slot_leases.c.freed_at.is_(None)
).with_for_update(of=slot_leases)
_OF_DEVICE = (
    LEASE.where(slot_leases.c.device_id == bindparam("device"), slot_leases.c.freed_at.is_(None))
    .order_by(slot_leases.c.id)
    .with_for_update(of=slot_leases)
)
_ASK = (
    select(lease_asks.c.id, lease_asks.c.uid, lease_asks.c.epoch)
    .where(lease_asks.c.id == bindparam("id"), lease_asks.c.answered_at.is_(None))
    .with_for_update()
)
# Its id lies in the block of the device that asked: nobody asks for another.
_HOLDER = (
    select(devices.c.id, devices.c.kind, devices.c.location_id, locations.c.lease_policy)
    .join(locations, locations.c.id == devices.c.location_id)
    .where(
        devices.c.id_block == bindparam("block"),
        devices.c.revoked_at.is_(None),
        devices.c.deleted_at.is_(None),
    )
)
_HELD_AT = select(slot_leases.c.device_id, slot_leases.c.doctor_id, slot_leases.c.starts_at, slot_leases.c.seats).where(
    slot_leases.c.location_id == bindparam("location"),
    slot_leases.c.ends_at > bindparam("now"),
    slot_leases.c.freed_at.is_(None),
)
_QUARANTINED = select(offline_sync_logs.c.data).where(
    offline_sync_logs.c.device_id == bindparam("holder"), offline_sync_logs.c.sync_status == "failed"
)
