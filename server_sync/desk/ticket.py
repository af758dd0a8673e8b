"""The ticket that a place in the queue gives its holder: its number, who is ahead, and what the printer is told."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from server_sync.clinic.numbers import Token, short_number, token
from server_sync.desk.outcomes import Ticket
from server_sync.desk.place import LOCATION_COLUMNS, Location, location_in
from server_sync.desk.print_jobs import queue_job
from server_sync.desk.queue.standing import Standing, standing
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, locations, queue_management, users
from server_sync.records.work import Work


@dataclass(frozen=True, slots=True)
class TicketPrinting:
    """How this machine prints: in which language (BCP 47), and whether it has a printer at all."""

    language: str
    has_printer: bool = True


NO_PRINTER = TicketPrinting("en", has_printer=False)
"""Nothing is printed, as at the centre."""


def next_token(work: Work, location: Location) -> Token:
    """The next number of this replica's series today. Raises SeriesFullError beyond 999."""
    today = location.today(work.now)
    series = work.identity.series
    count = work.next_count(f"token:{today:%Y%m%d}:{location.id}:{series}")
    return token(today, location.code, series, count)


def new_follow_code(work: Work) -> str:
    """128 random bits: nobody finds another person's place by trying."""
    return base64.urlsafe_b64encode(work.replica.random_bytes(16)).decode().rstrip("=")


def ticket_of(reading: Reading, location: Location, visit: Row, place: Row, stands: Standing | None = None) -> Ticket:
    """`visit` names doctor_id, doctor_name, room and is_provisional; `place` is its queue row, and `stands` how it
    stands, where that was read already.
    """
    stands = stands or standing(reading, location, visit["doctor_id"], place["id"])
    return Ticket(
        queue_uid=place["uid"],
        token_number=place["token_number"],
        short_number=short_number(place["token_number"]),
        waiting_area=location.waiting_area,
        room=visit["room"] or "",
        doctor_name=visit["doctor_name"] or "",
        people_ahead=stands.ahead,
        wait=stands.wait,
        late=place["is_late"],
        follow_url=location.follow_url(place["follow_code"]),
        print_job_uid=None,
        provisional=bool(visit["is_provisional"]),
    )


def ticket_at(reading: Reading, place_id: int) -> Ticket:
    """The ticket of a place that stands already. Raises ValueError for an unknown one: read it first."""
    (row,) = reading.all(_BY_ID, {"id": place_id})
    return ticket_of(reading, location_in(row), row, row)


def printed(work: Work, location: Location, ticket: Ticket, printing: TicketPrinting) -> Ticket:
    """The ticket, with its print job queued in the work's own transaction where there is a printer."""
    if not printing.has_printer:
        return ticket
    job = queue_job(work, _content(ticket, location, printing.language, work.now), ticket.queue_uid)
    return replace(ticket, print_job_uid=job)


def print_again(work: Work, queue_uid: UUID, printing: TicketPrinting) -> UUID | None:
    """Queue a ticket that is marked as a reprint, in the caller's transaction; None where the place is unknown."""
    row = work.first(_BY_UID, {"uid": queue_uid})
    if row is None or not printing.has_printer:
        return None
    location = location_in(row)
    content = _content(ticket_of(work, location, row, row), location, printing.language, work.now)
    return queue_job(work, content, queue_uid, is_reprint=True)


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
        "wait_min": None
        if ticket.wait is None or ticket.wait.is_next
        else [ticket.wait.lower_min, ticket.wait.upper_min],
        "late": ticket.late,
        "provisional": ticket.provisional,
        "issued_at": location.local(now).isoformat(timespec="seconds"),
        "follow_url": ticket.follow_url,
        "language": language,
    }


def _query() -> Select[tuple[object, ...]]:
    return (
        select(
            queue_management.c.id,
            queue_management.c.uid,
            queue_management.c.token_number,
            queue_management.c.doctor_id,
            queue_management.c.is_late,
            queue_management.c.follow_code,
            appointments.c.is_provisional,
            users.c.display_name.label("doctor_name"),
            users.c.room,
            *LOCATION_COLUMNS,
        )
        .join(locations, locations.c.id == queue_management.c.location_id)
        .outerjoin(appointments, appointments.c.id == queue_management.c.appointment_id)
        .outerjoin(users, users.c.id == queue_management.c.doctor_id)
    )


_BY_ID = Prepared(_query().where(queue_management.c.id == bindparam("id")))
_BY_UID = Prepared(_query().where(queue_management.c.uid == bindparam("uid")))
