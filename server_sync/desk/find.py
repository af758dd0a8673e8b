"""Finding the appointment of somebody who stands at a kiosk, without ever telling one refusal from another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, select

from server_sync.clinic.arrival import CheckInWindow, Timing
from server_sync.clinic.identity import (
    booking_code,
    initials,
    is_possible_birth_date,
    phone_ending,
    phone_key,
)
from server_sync.clinic.visits import CAN_CHECK_IN
from server_sync.desk.outcomes import Arrival, Due, Found, NotFound, TooEarly
from server_sync.desk.place import Location, location_of
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, patients, queue_management, users

_ARRIVING = frozenset({*(status.value for status in CAN_CHECK_IN), "in_progress"})
_UNPAID = frozenset({"pending", "failed", "partial"})
_HORIZON = timedelta(days=7)
"""How far ahead somebody is still told when to come back."""


def find_by_booking_code(
    reading: Reading, location_id: int, typed: str, window: CheckInWindow | None = None
) -> Found | TooEarly | NotFound:
    """Look up what was typed or scanned; any text at all is taken, and all that is no code of ours is NotFound."""
    code = booking_code(typed)
    if code is None:
        return NotFound()
    return _arrivals(reading, location_id, appointments.c.booking_code == code, window or CheckInWindow())


def find_by_phone_and_birth_date(
    reading: Reading, location_id: int, phone: str, born: date, window: CheckInWindow | None = None
) -> Found | TooEarly | NotFound:
    """Look up by phone as typed and date of birth; both must be those of one patient."""
    key = phone_key(phone)
    today = location_of(reading, location_id).today(reading.now)
    if key is None or not is_possible_birth_date(born, today):
        return NotFound()
    matches = and_(patients.c.phone_key == key, patients.c.date_of_birth == born)
    return _arrivals(reading, location_id, matches, window or CheckInWindow())


def _arrivals(
    reading: Reading, location_id: int, who: ColumnElement[bool], window: CheckInWindow
) -> Found | TooEarly | NotFound:
    location = location_of(reading, location_id)
    rows = reading.all(_query(location_id, who, reading))
    today = [row for row in rows if location.local(row["scheduled_date"]).date() == location.today(reading.now)]
    near = [row for row in rows if row in today or _timing(row, window, reading) is not Timing.LATE]
    open_now = [row for row in near if _timing(row, window, reading) is not Timing.EARLY]
    if open_now:
        return Found(tuple(_arrival(row, location, window, reading) for row in _once(open_now)))
    return _too_early(near, location, window)


def _too_early(rows: Sequence[Row], location: Location, window: CheckInWindow) -> TooEarly | NotFound:
    if not rows:
        return NotFound()
    starts_at = min(row["scheduled_date"] for row in rows)
    return TooEarly(location.local(window.opens_at(starts_at)), location.local(starts_at))


def _timing(row: Row, window: CheckInWindow, reading: Reading) -> Timing:
    return window.timing(row["scheduled_date"], reading.now)


def _once(rows: Iterable[Row]) -> Iterable[Row]:
    """An appointment with several places in the queue (an alias of a doubled check-in) is one appointment."""
    return {row["uid"]: row for row in rows}.values()


def _arrival(row: Row, location: Location, window: CheckInWindow, reading: Reading) -> Arrival:
    return Arrival(
        appointment_uid=row["uid"],
        initials=initials(row["first_name"], row["last_name"]),
        birth_date=row["date_of_birth"],
        starts_at=location.local(row["scheduled_date"]),
        doctor_name=row["doctor_name"],
        room=row["room"] or "",
        phone_ending=phone_ending(row["phone"]),
        timing=_timing(row, window, reading),
        checked_in=row["token_number"] is not None,
        due=_due(row),
    )


def _due(row: Row) -> Due | None:
    if not row["payment_amount"] or row["payment_status"] not in _UNPAID:
        return None
    return Due(row["payment_amount"], row["payment_currency"] or "")


def _query(location_id: int, who: ColumnElement[bool], reading: Reading) -> Select[tuple[object, ...]]:
    place = and_(
        queue_management.c.appointment_id == appointments.c.id,
        queue_management.c.current_status != "cancelled",
    )
    return (
        select(
            appointments.c.uid,
            appointments.c.scheduled_date,
            appointments.c.payment_amount,
            appointments.c.payment_currency,
            appointments.c.payment_status,
            patients.c.first_name,
            patients.c.last_name,
            patients.c.date_of_birth,
            patients.c.phone,
            users.c.display_name.label("doctor_name"),
            users.c.room,
            queue_management.c.token_number,
        )
        .join(patients, patients.c.id == appointments.c.patient_id)
        .join(users, users.c.id == appointments.c.doctor_id)
        .outerjoin(queue_management, place)
        .where(
            who,
            appointments.c.location_id == location_id,
            appointments.c.status.in_(_ARRIVING),
            appointments.c.deleted_at.is_(None),
            patients.c.deleted_at.is_(None),
            # A day to either side covers today in every time zone.
            appointments.c.scheduled_date > reading.now - timedelta(days=1),
            appointments.c.scheduled_date < reading.now + _HORIZON,
        )
        .order_by(appointments.c.scheduled_date, appointments.c.id)
    )
