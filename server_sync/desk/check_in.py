"""Checking in: an appointment becomes a place in the queue, with a number, in one transaction."""

from __future__ import annotations

import contextlib
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from server_sync.clinic.arrival import CheckInWindow, Timing
from server_sync.clinic.numbers import SeriesFullError
from server_sync.clinic.queue_policy import special_reason
from server_sync.clinic.visits import CAN_CHECK_IN
from server_sync.desk.outcomes import (
    AlreadyCheckedIn,
    CheckedIn,
    CheckInOutcome,
    NoNumbersLeft,
    NotFound,
    TooEarly,
)
from server_sync.desk.place import LOCATION_COLUMNS, Location, location_in
from server_sync.desk.queue.line import clock_offset_ms
from server_sync.desk.queue.places import keep_snapshot
from server_sync.desk.queue.standing import standing
from server_sync.desk.ticket import (
    TicketPrinting,
    new_follow_code,
    next_token,
    print_again,
    printed,
    ticket_at,
    ticket_of,
)
from server_sync.desk.waits.foreseen import foresee_check_in
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, locations, patients, queue_management, users
from server_sync.records.work import Work

__all__ = ["INTENT", "TicketPrinting", "check_in", "print_again", "rehearse"]

INTENT = "check_in"


def check_in(
    work: Work, appointment_uid: UUID, printing: TicketPrinting, window: CheckInWindow | None = None
) -> CheckInOutcome:
    """Give the holder of an appointment their place. The caller's `Replica.work` commits; show nothing before.

    Doing it again gives the same number and writes nothing.
    """
    row = work.first(_APPOINTMENT, {"uid": appointment_uid})
    if row is None:
        return NotFound()
    location = location_in(row)
    place = work.first(_OPEN_PLACE, {"appointment_id": row["id"]})
    if place is not None:
        return AlreadyCheckedIn(ticket_at(work, place["id"]))
    if row["status"] not in CAN_CHECK_IN:
        return NotFound()
    rule = window or CheckInWindow()
    timing = rule.timing(row["scheduled_date"], work.now)
    if timing is Timing.LATE and location.local(row["scheduled_date"]).date() != location.today(work.now):
        return NotFound()
    if timing is Timing.EARLY:
        opens_at = rule.opens_at(row["scheduled_date"])
        return TooEarly(location.local(opens_at), location.local(row["scheduled_date"]))
    return _take_a_place(work, location, row, printing, is_late=timing is Timing.LATE)


class _RehearsedError(Exception):
    """Ends a rehearsal: everything is rolled back."""


def rehearse(replica: Replica) -> None:
    """Check somebody in and roll it back, so that the first patient of the day waits for no statement to be compiled.

    Measured: the first check-in of a process took 27 ms, the second 2 ms. Nothing is written, counted or printed; with
    no appointment in the records there is nothing to rehearse with.
    """
    with replica.read() as reading:
        uid = reading.scalar(_ANY_APPOINTMENT, {"location_id": replica.identity.location_id})
    if uid is None:
        return
    foresee_check_in(replica, uid)
    with contextlib.suppress(_RehearsedError), replica.work(INTENT, "system") as work:
        row = work.first(_APPOINTMENT, {"uid": uid})
        if row is not None:
            work.first(_OPEN_PLACE, {"appointment_id": row["id"]})
            _take_a_place(work, location_in(row), row, TicketPrinting("en"), is_late=False)
            work.seal()
        raise _RehearsedError


def _take_a_place(
    work: Work, location: Location, row: Row, printing: TicketPrinting, *, is_late: bool
) -> CheckedIn | NoNumbersLeft:
    try:
        number = next_token(work, location)
    except SeriesFullError:
        return NoNumbersLeft(location.opening_hours, location.phone)
    special = special_reason(row["date_of_birth"], number.day)
    place = work.create(
        queue_management,
        token_number=str(number),
        patient_id=row["patient_id"],
        appointment_id=row["id"],
        doctor_id=row["doctor_id"],
        location_id=location.id,
        business_date=number.day,
        current_status="waiting",
        special_reason=None if special is None else special.value,
        is_late=is_late,
        follow_code=new_follow_code(work),
        check_in_time=work.now,
        clock_offset_ms=clock_offset_ms(work),
    )
    work.change(appointments, row, status="confirmed", queue_token=str(number))
    stands = standing(work, location, row["doctor_id"], place["id"], explained=True)
    keep_snapshot(work, place, stands.explanation, stands.estimate)
    return CheckedIn(printed(work, location, ticket_of(work, location, row, place, stands), printing))


def _appointment_query() -> Select[tuple[object, ...]]:
    return (
        select(
            appointments.c.id,
            appointments.c.uid,
            appointments.c.patient_id,
            appointments.c.doctor_id,
            appointments.c.scheduled_date,
            appointments.c.status,
            appointments.c.queue_token,
            appointments.c.appointment_type,
            appointments.c.is_provisional,
            patients.c.date_of_birth,
            users.c.display_name.label("doctor_name"),
            users.c.room,
            *LOCATION_COLUMNS,
        )
        .join(users, users.c.id == appointments.c.doctor_id)
        .join(locations, locations.c.id == appointments.c.location_id)
        .outerjoin(patients, patients.c.id == appointments.c.patient_id)
        .where(appointments.c.deleted_at.is_(None))
    )


# Locked, where several write at once: two check-ins of one appointment must not both find it without a place.
_APPOINTMENT = Prepared(
    _appointment_query().where(appointments.c.uid == bindparam("uid")).with_for_update(of=appointments)
)
_ANY_APPOINTMENT = (
    select(appointments.c.uid)
    .where(appointments.c.location_id == bindparam("location_id"), appointments.c.status == "scheduled")
    .order_by(appointments.c.scheduled_date.desc())
    .limit(1)
)
_OPEN_PLACE = Prepared(
    select(
        queue_management.c.id,
    ).where(
        queue_management.c.appointment_id == bindparam("appointment_id"),
        queue_management.c.current_status != "cancelled",
    )
)
