"""Those who wait, as the rules of the order see them: read once for a ticket, a board or a call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, select

from server_sync.clinic.queue_order import Entry, Override, Waiting, ordered
from server_sync.clinic.queue_policy import SpecialReason
from server_sync.clinic.visits import ABSENT_HOLD, HeldBack, QueueStatus
from server_sync.desk.place import Location
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, queue_management, replica

NOT_BOOKED = frozenset({"walkin", "emergency"})
"""Types of appointments that stand for a visit whose time nobody booked."""

LINE_COLUMNS = (
    queue_management.c.id,
    queue_management.c.token_number,
    queue_management.c.doctor_id,
    queue_management.c.triage_level,
    queue_management.c.special_reason,
    queue_management.c.held_back,
    queue_management.c.reference_time,
    queue_management.c.override_at,
    queue_management.c.override_by,
    queue_management.c.override_reason,
    queue_management.c.clock_offset_ms,
    queue_management.c.check_in_time,
    appointments.c.scheduled_date,
    appointments.c.appointment_type,
)
"""What `waiting_in` reads."""


def clock_offset_ms(reading: Reading) -> int | None:
    """How far this machine's clock is behind the centre's; None where that was never measured, 0 at the centre."""
    row = reading.first(_CLOCK)
    if row is None:
        return None
    return 0 if row["role"] == "centre" else row["clock_offset_ms"]


def true_now(reading: Reading) -> datetime:
    """The moment of the reading by the centre's clock, as far as this machine knows it."""
    return reading.now + timedelta(milliseconds=clock_offset_ms(reading) or 0)


def booked_for(row: Row) -> datetime | None:
    """The booked time of a row that carries its appointment's; None for a walk-in."""
    return None if row["appointment_type"] in NOT_BOOKED else row["scheduled_date"]


def minutes_until_booked(row: Row, now: datetime) -> float:
    """Minutes until the booked time; 0 for a walk-in, and from then on."""
    booked = booked_for(row)
    return 0.0 if booked is None else max(0.0, (booked - now) / timedelta(minutes=1))


def waiting_in(row: Row) -> Waiting:
    """A row with `LINE_COLUMNS` as the order sees it."""
    arrived_at, offset_ms = row["check_in_time"], row["clock_offset_ms"]
    return Waiting(
        key=row["id"],
        number=row["token_number"],
        arrived_at=arrived_at + timedelta(milliseconds=offset_ms) if offset_ms else arrived_at,
        booked_for=booked_for(row),
        triage_level=row["triage_level"],
        special=None if row["special_reason"] is None else _special(row["special_reason"]),
        counted_from=row["reference_time"],
        override=None if row["override_at"] is None else _override(row),
        is_clock_verified=offset_ms is not None,
    )


def is_held_back(row: Row, now: datetime) -> bool:
    """Whether somebody who waits is not to be called at `now`."""
    if row["held_back"] is None:
        return False
    missed_at: datetime | None = row["reference_time"] if row["held_back"] == HeldBack.ABSENT else None
    return missed_at is None or now < missed_at + ABSENT_HOLD


def in_order(rows: Iterable[Row], location: Location, now: datetime) -> tuple[Entry, ...]:
    """Those of `rows` (all waiting) who may be called at `now`, in the order of their location's policy."""
    return ordered((waiting_in(row) for row in rows if not is_held_back(row, now)), location.policy, now)


def waiting_rows(reading: Reading, location: Location, doctor_id: int | None) -> Sequence[Row]:
    """Everybody who waits today for one doctor; without one, everybody who waits for whoever is free."""
    parameters = {"location_id": location.id, "business_date": location.today(reading.now)}
    if doctor_id is None:
        return reading.all(_POOL, parameters)
    return reading.all(_LINE, {**parameters, "doctor_id": doctor_id})


def _special(word: str) -> SpecialReason:
    try:
        return SpecialReason(word)
    except ValueError:  # a newer centre may know more reasons
        return SpecialReason.DISABILITY


def _override(row: Row) -> Override:
    return Override(row["override_at"], row["override_by"] or "", row["override_reason"] or "")


def _waiting() -> Select[tuple[Any, ...]]:
    return (
        select(*LINE_COLUMNS)
        .outerjoin(appointments, appointments.c.id == queue_management.c.appointment_id)
        .where(
            queue_management.c.location_id == bindparam("location_id"),
            queue_management.c.business_date == bindparam("business_date"),
            queue_management.c.current_status == QueueStatus.WAITING.value,
            queue_management.c.deleted_at.is_(None),
        )
    )


_LINE = Prepared(_waiting().where(queue_management.c.doctor_id == bindparam("doctor_id")))
_POOL = Prepared(_waiting().where(queue_management.c.doctor_id.is_(None)))
_CLOCK = Prepared(select(replica.c.role, replica.c.clock_offset_ms))
