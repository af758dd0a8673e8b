"""What the waiting room's board shows: who was called where, and how long each line is. Numbers, never names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.clinic.numbers import short_number
from server_sync.clinic.visits import HeldBack, QueueStatus
from server_sync.desk.appointments.availability import doctors_in
from server_sync.desk.outcomes import WaitRange
from server_sync.desk.queue.open_queue import OpenLine, open_queue
from server_sync.desk.waits.course import Prospect
from server_sync.desk.waits.told import Told, newcomer_range
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import queue_management, users

MOST_CALLS = 5
"""The newest, and the four before it (ux.md)."""


@dataclass(frozen=True, slots=True)
class Call:
    """One number that was called today."""

    uid: UUID
    short_number: str
    room: str
    called_at: datetime
    """Aware UTC; the last time, where it was called again."""
    recalls: int
    is_missed: bool
    """Called as often as anybody is, and not come: they are asked to the desk."""


@dataclass(frozen=True, slots=True)
class LineOnBoard:
    """A doctor's line; the empty name waits for whoever is free."""

    doctor_name: str
    room: str
    now_serving: tuple[str, ...]
    waiting: int
    wait: WaitRange | None
    """How long somebody may wait who comes now; None where nothing honest can be said."""


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board at a moment."""

    calls: tuple[Call, ...]
    """Newest first, at most `MOST_CALLS`."""
    lines: tuple[LineOnBoard, ...]


def board_of(reading: Reading, location_id: int) -> Board:
    """The board of a location now. Raises StorageFault `no_location`."""
    queue = open_queue(reading, location_id, newcomers=True)
    called = reading.all(_CALLED, {"location_id": location_id, "day": queue.day, "most": MOST_CALLS})
    here = doctors_in(reading, queue.location)
    lines = {line.doctor_id: line for line in queue.lines}
    doctors = [row for row in reading.all(_DOCTORS) if row["id"] in here or row["id"] in lines]
    shown = [_line(lines.get(row["id"]), row, int(row["id"] in here), queue.told) for row in doctors]
    if None in lines:
        shown.append(_line(lines[None], _WHOEVER_IS_FREE, len(here), queue.told))
    return Board(tuple(_call(row) for row in called), tuple(shown))


def _line(line: OpenLine | None, doctor: Row, counters: int, told: Told) -> LineOnBoard:
    places = () if line is None else line.places
    waiting = sum(1 for place in places if place.status is QueueStatus.WAITING and place.row["held_back"] is None)
    serving = [place.row for place in places if place.status in {QueueStatus.CALLED, QueueStatus.IN_CONSULTATION}]
    return LineOnBoard(
        doctor_name=doctor["display_name"],
        room=doctor["room"] or "",
        now_serving=tuple(short_number(row["token_number"]) for row in serving),
        waiting=waiting,
        wait=newcomer_range(told.of_newcomer(Prospect(doctor["id"]), waiting, counters)),
    )


def _call(row: Row) -> Call:
    return Call(
        uid=row["uid"],
        short_number=short_number(row["token_number"]),
        room=row["called_room"] or row["room"] or "",
        called_at=row["called_time"],
        recalls=row["recall_count"],
        is_missed=row["current_status"] == QueueStatus.CANCELLED and row["held_back"] == HeldBack.ABSENT,
    )


_WHOEVER_IS_FREE: Row = {"id": None, "display_name": "", "room": ""}
_QUEUE = queue_management.c
_CALLED = Prepared(
    select(
        _QUEUE.uid,
        _QUEUE.token_number,
        _QUEUE.called_room,
        _QUEUE.called_time,
        _QUEUE.recall_count,
        _QUEUE.current_status,
        _QUEUE.held_back,
        users.c.room,
    )
    .select_from(queue_management.outerjoin(users, users.c.id == _QUEUE.doctor_id))
    .where(
        _QUEUE.location_id == bindparam("location_id"),
        _QUEUE.business_date == bindparam("day"),
        _QUEUE.called_time.is_not(None),
        _QUEUE.alias_of.is_(None),
        _QUEUE.deleted_at.is_(None),
    )
    .order_by(_QUEUE.called_time.desc(), _QUEUE.id.desc())
    .limit(bindparam("most"))
)
_DOCTORS = Prepared(
    select(users.c.id, users.c.display_name, users.c.room)
    .where(users.c.role == "doctor", users.c.is_active, users.c.deleted_at.is_(None))
    .order_by(users.c.display_name, users.c.id)
)
