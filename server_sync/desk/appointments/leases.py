"""A device's leases: asked for while it is online, given back in its own sequence, used where its hub confirms others.

Asking and giving back are operations like any other: logged, sent in order, settled once. So no answer can be lost, and
whoever reads that a lease was given back has read of everything that was sold from it before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select

from server_sync.clinic.clocks import business_date
from server_sync.clinic.leases import Asked, LeasePolicy, RunTime, is_due, lease_policy_in_force, may_sell
from server_sync.clinic.visits import AppointmentStatus
from server_sync.desk.appointments.seats import LEASE_CLOCK_COLUMNS, STANDS, asked_in, leased_seat, note_sale
from server_sync.desk.appointments.slot_claims import Claim
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointments,
    devices,
    lease_asks,
    lease_clocks,
    locations,
    slot_leases,
    upstreams,
)
from server_sync.records.work import Work

MOST_AT_ONCE = 200
"""Bookings that a hub confirms in one operation."""


def tend_leases(replica: Replica) -> bool:
    """Keep this device in leases that it can sell from; whether there is something to send. Called while it is online.

    Leases that ended, that this run cannot prove, or whose time is over, are given back; at half of their time all are
    exchanged for new ones. The giving back comes before the asking: in the device's sequence, and so at the centre.
    A centre that was restored is asked anew: it may not know what it granted, and waits to be told.
    """
    now = replica.run_time()
    if now is None or replica.identity.is_centre:
        return False
    with replica.read() as reading:
        held = _held(reading, replica, now)
    if held is None:
        return False
    returned = held.all_known if held.asks else held.over
    if returned:
        with replica.work("return_leases", "system") as work:
            for lease in returned:
                work.change(slot_leases, lease, returned_at=work.now)
    if held.asks:
        with replica.work("ask_leases", "system") as work:
            row = work.create(lease_asks, epoch=held.epoch)
            asked = now.as_asked()  # read before: the lease is counted from before it could be granted
            work.add_local(
                lease_clocks,
                ask_uid=row["uid"],
                machine_id=asked.machine_id,
                run_id=asked.run_id,
                counted_from_ms=asked.counted_from_ms,
            )
    return bool(returned) or held.asks


def confirm_held(work: Work) -> int:
    """Give provisional bookings that this device holds a place from its own leases; how many got one.

    For a hub whose line to the centre is cut: it passes on only places that it holds itself.
    """
    confirmed = 0
    for row in work.all(_PROVISIONAL, {"location": work.identity.location_id, "now": work.now}):
        ends_at = row["scheduled_date"] + timedelta(minutes=row["duration_minutes"])
        wanted = Claim(row["doctor_id"], row["scheduled_date"], ends_at)
        seat = leased_seat(work, row["location_id"], wanted)
        if seat is not None and seat.lease_uid is not None and not seat.is_provisional:
            work.change(appointments, row, is_provisional=False, lease_uid=seat.lease_uid)
            note_sale(work, row["uid"], seat.lease_uid, wanted)
            confirmed += 1
    return confirmed


@dataclass(frozen=True, slots=True)
class _Held:
    """Own leases that this machine asked for: all that stand, and those that are over; and whether to ask anew."""

    all_known: Sequence[Row]
    over: Sequence[Row]
    asks: bool
    epoch: int
    """The centre's, as this device has heard of it."""


def _held(reading: Reading, replica: Replica, now: RunTime) -> _Held | None:
    """None where this device has not heard of its clinic yet."""
    own = reading.first(_DEVICE, {"own": replica.identity.device_uid})
    if own is None:
        return None
    policy = lease_policy_in_force(own["lease_policy"])
    leases = [
        lease
        for lease in reading.all(_LEASES, {"own": replica.identity.device_uid})
        # Whoever did not ask cannot say what was sold: these may be a copy's records, on another machine.
        if lease["machine_id"] == now.machine_id
    ]
    over = [lease for lease in leases if _is_over(lease, now, reading.now)]
    asks = policy.lets_hold(own["kind"]) and _asks(reading, policy, own, now)
    return _Held(leases, over, asks, own["epoch"])


def _is_over(lease: Row, now: RunTime, wall: datetime) -> bool:
    return lease["ends_at"] <= wall or not may_sell(asked_in(lease), now, lease["sell_for_s"])


def _asks(reading: Reading, policy: LeasePolicy, own: Row, now: RunTime) -> bool:
    """At half of the time of what was asked for last, after each restart, on each new day, and in each new epoch."""
    last = reading.first(_LAST_ASK, {"run": now.run_id})
    if last is None or last["epoch"] != own["epoch"]:
        return True
    zone = own["time_zone"]
    another_day = business_date(last["created_at"], zone) != business_date(reading.now, zone)
    asked = Asked(now.machine_id, now.run_id, last["counted_from_ms"])
    return another_day or is_due(asked, now, policy.sell_for_s)


_DEVICE = (
    select(devices.c.id, devices.c.kind, locations.c.lease_policy, locations.c.time_zone, upstreams.c.epoch)
    .join(locations, locations.c.id == devices.c.location_id)
    .join(upstreams, upstreams.c.name == "")
    .where(devices.c.uid == bindparam("own"), devices.c.revoked_at.is_(None), devices.c.deleted_at.is_(None))
)
_LEASES = (
    select(
        slot_leases.c.id,
        slot_leases.c.uid,
        slot_leases.c.location_id,
        slot_leases.c.ends_at,
        slot_leases.c.sell_for_s,
        slot_leases.c.returned_at,
        *LEASE_CLOCK_COLUMNS,
    )
    .join(devices, devices.c.id == slot_leases.c.device_id)
    .join(lease_clocks, lease_clocks.c.ask_uid == slot_leases.c.ask_uid)
    .where(devices.c.uid == bindparam("own"), *STANDS)
    .order_by(slot_leases.c.id)
)
_LAST_ASK = (
    select(lease_asks.c.created_at, lease_asks.c.epoch, lease_clocks.c.counted_from_ms)
    .join(lease_clocks, lease_clocks.c.ask_uid == lease_asks.c.uid)
    .where(lease_clocks.c.run_id == bindparam("run"))
    .order_by(lease_asks.c.id.desc())
    .limit(1)
)
_PROVISIONAL = (
    select(
        appointments.c.id,
        appointments.c.uid,
        appointments.c.patient_id,
        appointments.c.doctor_id,
        appointments.c.location_id,
        appointments.c.scheduled_date,
        appointments.c.duration_minutes,
        appointments.c.is_provisional,
        appointments.c.lease_uid,
    )
    .where(
        appointments.c.location_id == bindparam("location"),
        appointments.c.scheduled_date > bindparam("now"),
        appointments.c.is_provisional.is_(True),
        appointments.c.lease_uid.is_(None),
        appointments.c.status.in_([AppointmentStatus.SCHEDULED.value, AppointmentStatus.CONFIRMED.value]),
        appointments.c.deleted_at.is_(None),
    )
    .order_by(appointments.c.created_at, appointments.c.id)
    .limit(MOST_AT_ONCE)
)
