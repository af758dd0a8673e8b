"""A place in the day as a device can give it: confirmed from its own leases, else provisional until the centre says so.

What was sold from a lease stands in a book of the device's own (`lease_sales`), written with the booking. Nothing from
elsewhere changes it, so no answer, no page and no quarantine makes a device sell a seat a second time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, select

from server_sync.clinic.appointment_steps import HOLDS_ITS_PLACE
from server_sync.clinic.leases import Asked, may_sell
from server_sync.clinic.slots import cells_of
from server_sync.desk.appointments.slot_claims import Claim, SlotTakenError
from server_sync.records.among import among
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointments,
    devices,
    lease_clocks,
    lease_recoveries,
    lease_sales,
    replica,
    slot_leases,
)
from server_sync.records.work import Work

LONGEST_VISIT = timedelta(hours=24)
"""Whoever stays longer than that holds nothing that is looked for here."""

TakenByCell = Counter[int]


@dataclass(frozen=True, slots=True)
class Seat:
    """How a booking comes by its place: counted at the centre, from a lease, or not yet.

    Provisional with a lease: the place is held for this device, but it cannot prove that it may still promise it.
    """

    lease_uid: UUID | None = None
    is_provisional: bool = False
    is_counted: bool = False


COUNTED = Seat(is_counted=True)
"""Claimed in `slot_counts`, at the centre."""
PROVISIONAL = Seat(is_provisional=True)
"""Nothing is promised: the centre will say whether the place is theirs."""


def seat_here(work: Work, location_id: int, wanted: Claim) -> Seat:
    """A seat for a booking on this device, within the work that makes it: from a lease while one may be sold from.

    Raises SlotTakenError where so many are known to have the time that a provisional booking makes no sense.
    """
    seat = leased_seat(work, location_id, wanted)
    if seat is not None:
        return seat
    taken = taken_here(work, [wanted.doctor_id], wanted.starts_at, wanted.ends_at)[wanted.doctor_id]
    if any(taken[cell] >= wanted.capacity for cell in cells_of(wanted.starts_at, wanted.ends_at)):
        raise SlotTakenError
    return PROVISIONAL


def leased_seat(work: Work, location_id: int, wanted: Claim) -> Seat | None:
    """A seat of an own lease for the whole of that time, or None: confirmed where the lease may be sold from.

    Of a lease that ended, or that this run cannot prove, it is provisional; but nobody else has the place, and the
    centre will see so.
    """
    return _leased_seat(work, work.replica, location_id, wanted)


def is_promised(reading: Reading, replica: Replica, location_id: int, wanted: Claim) -> bool:
    """Whether a booking of that time, made on this device now, would be confirmed by a lease of its own."""
    seat = _leased_seat(reading, replica, location_id, wanted)
    return seat is not None and not seat.is_provisional


def _leased_seat(reading: Reading, replica: Replica, location_id: int, wanted: Claim) -> Seat | None:
    now = replica.run_time()
    named = {
        "own": replica.identity.device_uid,
        "doctor": wanted.doctor_id,
        "location": location_id,
        "starts": wanted.starts_at,
        "ends": wanted.ends_at,
    }
    provisional: Seat | None = None
    for lease in reading.all(_OWN_LEASES, named):
        sold = [(row["starts_at"], row["ends_at"]) for row in reading.all(_SOLD, {"lease": lease["uid"]})]
        if seats_left(lease["seats"], wanted, sold) < 1:
            continue
        asked = asked_in(lease)
        if may_sell(asked, now, lease["sell_for_s"]):
            return Seat(lease["uid"])
        if now is not None and asked is not None and asked.machine_id != now.machine_id:
            continue  # a copy's records: whoever asked may have sold this seat, and not have told yet
        provisional = provisional or Seat(lease["uid"], is_provisional=True)
    return provisional


def note_sale(work: Work, appointment_uid: UUID, lease_uid: UUID, sold: Claim) -> None:
    """Write into this device's book what it sold. Called in the work that makes the booking."""
    work.add_local(
        lease_sales,
        appointment_uid=appointment_uid,
        lease_uid=lease_uid,
        starts_at=sold.starts_at,
        ends_at=sold.ends_at,
    )


def give_back(work: Work, appointment_uid: UUID) -> None:
    """This device may sell the seat again, where it sold it; called in the work that calls the booking off."""
    if not work.identity.is_centre:
        work.connection.execute(_GIVE_BACK, {"uid": appointment_uid})


def taken_here(reading: Reading, doctor_ids: Sequence[int], first: datetime, until: datetime) -> dict[int, TakenByCell]:
    """How many have each cell of these doctors' time as far as this device knows, the leases of others included."""
    taken: dict[int, TakenByCell] = {doctor_id: Counter() for doctor_id in doctor_ids}
    holding = [status.value for status in HOLDS_ITS_PLACE]
    asked = {
        "doctors": list(doctor_ids),
        "holding": holding,
        "from": first - LONGEST_VISIT,
        "first": first,
        "until": until,
    }
    of_leases: dict[UUID, TakenByCell] = {}
    known: set[UUID] = set()
    for row in reading.all(_BOOKED, asked):
        cells = _cells_of_visit(row)
        known.add(row["uid"])
        taken[row["doctor_id"]].update(cells)
        if row["lease_uid"] is not None:
            of_leases.setdefault(row["lease_uid"], Counter()).update(cells)
    for row in reading.all(_LEASED_BY_OTHERS, {**asked, "own": _own_uid(reading)}):
        sold = of_leases.get(row["uid"], Counter())
        left = {cell: row["seats"] - sold[cell] for cell in cells_of(row["starts_at"], row["ends_at"])}
        taken[row["doctor_id"]].update({cell: seats for cell, seats in left.items() if seats > 0})
    for row in reading.all(_SOLD_TO_DOCTORS, asked):
        if row["appointment_uid"] not in known:  # called off elsewhere: the seat is still the lease's
            taken[row["doctor_id"]].update(cells_of(row["starts_at"], row["ends_at"]))
    return taken


def seats_left(seats: int, wanted: Claim, sold: Iterable[tuple[datetime, datetime]]) -> int:
    """How many of a lease's seats nobody has during the whole of `wanted`."""
    used: TakenByCell = Counter()
    for starts_at, ends_at in sold:
        used.update(cells_of(starts_at, ends_at))
    return seats - max((used[cell] for cell in cells_of(wanted.starts_at, wanted.ends_at)), default=0)


def asked_in(row: Row) -> Asked | None:
    """What this device noted when it asked for the lease in `row`; None where it noted nothing."""
    if row["run_id"] is None:
        return None
    return Asked(row["machine_id"], row["run_id"], row["counted_from_ms"])


def _cells_of_visit(row: Row) -> range:
    minutes = min(max(0, row["duration_minutes"]), LONGEST_VISIT // timedelta(minutes=1))
    return cells_of(row["scheduled_date"], row["scheduled_date"] + timedelta(minutes=minutes))


def _own_uid(reading: Reading) -> UUID:
    row = reading.first(_OWN_UID)
    if row is None:
        raise LookupError("a replica has a uid")
    uid: UUID = row["device_uid"]
    return uid


LEASE_CLOCK_COLUMNS = (lease_clocks.c.machine_id, lease_clocks.c.run_id, lease_clocks.c.counted_from_ms)
"""What `asked_in` reads."""

STANDS = (
    slot_leases.c.returned_at.is_(None),
    slot_leases.c.written_off_at.is_(None),
    slot_leases.c.deleted_at.is_(None),
)
"""A lease that its holder may still have."""

HELD_BACK = Prepared(
    select(lease_recoveries.c.device_id)
    .where(lease_recoveries.c.location_id == bindparam("location"), lease_recoveries.c.until > bindparam("starts"))
    .limit(1)
)
"""Gives a row where a restored centre must give nobody a place yet (`central.places.lease_recovery`)."""

_OWN_LEASES = Prepared(
    select(slot_leases.c.uid, slot_leases.c.seats, slot_leases.c.sell_for_s, *LEASE_CLOCK_COLUMNS)
    .join(devices, devices.c.id == slot_leases.c.device_id)
    .join(lease_clocks, lease_clocks.c.ask_uid == slot_leases.c.ask_uid)
    .where(
        devices.c.uid == bindparam("own"),
        slot_leases.c.doctor_id == bindparam("doctor"),
        slot_leases.c.location_id == bindparam("location"),
        slot_leases.c.starts_at <= bindparam("starts"),
        slot_leases.c.ends_at >= bindparam("ends"),
        *STANDS,
    )
    .order_by(slot_leases.c.id)
)
_SOLD = Prepared(
    select(lease_sales.c.starts_at, lease_sales.c.ends_at).where(lease_sales.c.lease_uid == bindparam("lease"))
)
_OWN_UID = Prepared(select(replica.c.device_uid))
_SOLD_TO_DOCTORS = Prepared(
    select(slot_leases.c.doctor_id, lease_sales.c.appointment_uid, lease_sales.c.starts_at, lease_sales.c.ends_at)
    .join(slot_leases, slot_leases.c.uid == lease_sales.c.lease_uid)
    .where(
        among(slot_leases.c.doctor_id, "doctors"),
        lease_sales.c.ends_at > bindparam("first"),
        lease_sales.c.starts_at < bindparam("until"),
        *STANDS,
    )
)
_GIVE_BACK = delete(lease_sales).where(lease_sales.c.appointment_uid == bindparam("uid"))
_BOOKED = Prepared(
    select(
        appointments.c.uid,
        appointments.c.doctor_id,
        appointments.c.scheduled_date,
        appointments.c.duration_minutes,
        appointments.c.lease_uid,
    ).where(
        among(appointments.c.doctor_id, "doctors"),
        appointments.c.scheduled_date > bindparam("from"),
        appointments.c.scheduled_date < bindparam("until"),
        among(appointments.c.status, "holding"),
        appointments.c.appointment_type != "walkin",
        appointments.c.deleted_at.is_(None),
    )
)
_LEASED_BY_OTHERS = Prepared(
    select(
        slot_leases.c.uid,
        slot_leases.c.doctor_id,
        slot_leases.c.starts_at,
        slot_leases.c.ends_at,
        slot_leases.c.seats,
    )
    .join(devices, devices.c.id == slot_leases.c.device_id)
    .where(
        among(slot_leases.c.doctor_id, "doctors"),
        slot_leases.c.ends_at > bindparam("first"),
        slot_leases.c.starts_at < bindparam("until"),
        devices.c.uid != bindparam("own"),
        *STANDS,
    )
)
