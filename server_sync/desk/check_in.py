"""Checking in: an appointment becomes a place in the queue, with a number, in one transaction."""

from __future__ import annotations

import base64
import contextlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, case, exists, func, or_, select

from server_sync.clinic.arrival import CheckInWindow, Timing
from server_sync.clinic.numbers import SeriesFullError, Token, short_number, token
from server_sync.clinic.visits import CAN_CHECK_IN
from server_sync.clinic.waits import reference_time, wait_range
from server_sync.desk.outcomes import (
    AlreadyCheckedIn,
    CheckedIn,
    CheckInOutcome,
    NoNumbersLeft,
    NotFound,
    Ticket,
    TooEarly,
    WaitRange,
)
from server_sync.desk.place import LOCATION_COLUMNS, Location, location_in
from server_sync.desk.print_jobs import queue_job
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, availability, locations, queue_management, users
from server_sync.records.types import Moment
from server_sync.records.work import Work

INTENT = "check_in"


@dataclass(frozen=True, slots=True)
class TicketPrinting:
    """How this machine prints: in which language (BCP 47), and whether it has a printer at all."""

    language: str
    has_printer: bool = True


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
        return AlreadyCheckedIn(_ticket(work, location, row, place))
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


def print_again(work: Work, queue_uid: UUID, printing: TicketPrinting) -> UUID | None:
    """Queue a ticket that is marked as a reprint, in the caller's transaction; None where the place is unknown."""
    place = work.first(_PLACE, {"uid": queue_uid})
    if place is None or not printing.has_printer:
        return None
    row = work.first(_APPOINTMENT_BY_ID, {"id": place["appointment_id"]})
    if row is None:
        return None
    location = location_in(row)
    ticket = _ticket(work, location, row, place)
    content = _content(ticket, location, printing.language, work.now)
    return queue_job(work, content, queue_uid, is_reprint=True)


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
    with contextlib.suppress(_RehearsedError), replica.work(INTENT, "system") as work:
        row = work.first(_APPOINTMENT, {"uid": uid})
        if row is not None:
            work.first(_OPEN_PLACE, {"appointment_id": row["id"]})
            _take_a_place(work, location_in(row), row, TicketPrinting("en"), is_late=False)
            work.seal()
        raise _RehearsedError


def next_token(work: Work, location: Location) -> Token:
    """The next number of this replica's series today. Raises SeriesFullError beyond 999."""
    today = location.today(work.now)
    series = work.identity.series
    count = work.next_count(f"token:{today:%Y%m%d}:{location.id}:{series}")
    return token(today, location.code, series, count)


def _take_a_place(
    work: Work, location: Location, row: Row, printing: TicketPrinting, *, is_late: bool
) -> CheckedIn | NoNumbersLeft:
    try:
        number = next_token(work, location)
    except SeriesFullError:
        return NoNumbersLeft(location.opening_hours, location.phone)
    place = work.create(
        queue_management,
        token_number=str(number),
        patient_id=row["patient_id"],
        appointment_id=row["id"],
        doctor_id=row["doctor_id"],
        location_id=location.id,
        business_date=number.day,
        current_status="waiting",
        is_late=is_late,
        follow_code=_follow_code(work),
        check_in_time=work.now,
    )
    work.change(appointments, row, status="confirmed", queue_token=str(number))
    ticket = _ticket(work, location, row, place)
    if not printing.has_printer:
        return CheckedIn(ticket)
    job = queue_job(work, _content(ticket, location, printing.language, work.now), place["uid"])
    return CheckedIn(replace(ticket, print_job_uid=job))


def _ticket(work: Reading, location: Location, row: Row, place: Row) -> Ticket:
    line = _line(work, location, row, place)
    until_booked = (row["scheduled_date"] - work.now) / timedelta(minutes=1)
    wait = wait_range(line["ahead"], max(0.0, until_booked), 1 if line["doctor_is_in"] else 0)
    return Ticket(
        queue_uid=place["uid"],
        token_number=place["token_number"],
        short_number=short_number(place["token_number"]),
        waiting_area=location.waiting_area,
        room=row["room"] or "",
        doctor_name=row["doctor_name"],
        people_ahead=line["ahead"],
        wait=None if wait is None else WaitRange(*wait),
        late=place["is_late"],
        follow_url=location.follow_url(place["follow_code"]),
        print_job_uid=None,
    )


def _line(work: Reading, location: Location, row: Row, place: Row) -> Row:
    """How many wait before this place at its doctor, and whether the doctor is in today, in one query."""
    parameters = {
        "doctor_id": row["doctor_id"],
        "location_id": location.id,
        "today": location.today(work.now),
        "business_date": place["business_date"],
        "reference": reference_time(place["check_in_time"], row["scheduled_date"]),
        "token_number": place["token_number"],
    }
    return work.all(_LINE, parameters)[0]


def _content(ticket: Ticket, location: Location, language: str, now: datetime) -> dict[str, object]:
    """What the printer is told: never a name (see `kiosk.printing.content`)."""
    return {
        "kind": "queue_ticket",
        "clinic": location.name,
        "token_number": ticket.token_number,
        "short_number": ticket.short_number,
        "waiting_area": ticket.waiting_area,
        "room": ticket.room,
        "doctor_name": ticket.doctor_name,
        "people_ahead": ticket.people_ahead,
        "wait_min": None if ticket.wait is None else [ticket.wait.lower_min, ticket.wait.upper_min],
        "late": ticket.late,
        "issued_at": location.local(now).isoformat(timespec="seconds"),
        "follow_url": ticket.follow_url,
        "language": language,
    }


def _follow_code(work: Work) -> str:
    """128 random bits: nobody finds another person's place by trying."""
    return base64.urlsafe_b64encode(work.replica.random_bytes(16)).decode().rstrip("=")


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
            users.c.display_name.label("doctor_name"),
            users.c.room,
            *LOCATION_COLUMNS,
        )
        .join(users, users.c.id == appointments.c.doctor_id)
        .join(locations, locations.c.id == appointments.c.location_id)
        .where(appointments.c.deleted_at.is_(None))
    )


# Locked, where several write at once: two check-ins of one appointment must not both find it without a place.
_APPOINTMENT = Prepared(
    _appointment_query().where(appointments.c.uid == bindparam("uid")).with_for_update(of=appointments)
)
_APPOINTMENT_BY_ID = _appointment_query().where(appointments.c.id == bindparam("id"))

_ANY_APPOINTMENT = (
    select(appointments.c.uid)
    .where(appointments.c.location_id == bindparam("location_id"), appointments.c.status == "scheduled")
    .order_by(appointments.c.scheduled_date.desc())
    .limit(1)
)
_PLACE_COLUMNS = select(
    queue_management.c.uid,
    queue_management.c.token_number,
    queue_management.c.appointment_id,
    queue_management.c.location_id,
    queue_management.c.business_date,
    queue_management.c.is_late,
    queue_management.c.follow_code,
    queue_management.c.check_in_time,
)
_PLACE = _PLACE_COLUMNS.where(queue_management.c.uid == bindparam("uid"))
_OPEN_PLACE = Prepared(
    _PLACE_COLUMNS.where(
        queue_management.c.appointment_id == bindparam("appointment_id"),
        queue_management.c.current_status != "cancelled",
    )
)
_REFERENCE = case(
    (appointments.c.scheduled_date > queue_management.c.check_in_time, appointments.c.scheduled_date),
    else_=queue_management.c.check_in_time,
)
"""`clinic.waits.reference_time`, in SQL."""
_MINE = bindparam("reference", type_=Moment)
_BEFORE = or_(
    _MINE > _REFERENCE,
    and_(_MINE == _REFERENCE, queue_management.c.token_number < bindparam("token_number")),
)
_AHEAD = (
    select(func.count())
    .select_from(queue_management)
    .outerjoin(appointments, appointments.c.id == queue_management.c.appointment_id)
    .where(
        queue_management.c.doctor_id == bindparam("doctor_id"),
        queue_management.c.location_id == bindparam("location_id"),
        queue_management.c.business_date == bindparam("business_date"),
        queue_management.c.current_status == "waiting",
        queue_management.c.deleted_at.is_(None),
        _BEFORE,
    )
)
_DOCTOR_IS_IN = exists().where(
    availability.c.doctor_id == bindparam("doctor_id"),
    availability.c.location_id == bindparam("location_id"),
    availability.c.date == bindparam("today"),
    availability.c.is_available.is_(True),
    availability.c.deleted_at.is_(None),
)
_LINE = Prepared(select(_AHEAD.scalar_subquery().label("ahead"), _DOCTOR_IS_IN.label("doctor_is_in")))
