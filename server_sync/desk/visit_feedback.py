"""What people say after a visit: once for each, by the ticket that they held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import bindparam, select

from server_sync.clinic.visits import QueueStatus
from server_sync.desk.patients.register import locking
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, feedback, queue_management, users
from server_sync.records.work import Work


@dataclass(frozen=True, slots=True)
class Thanked:
    """It was written down."""

    feedback_id: int
    score: int


@dataclass(frozen=True, slots=True)
class UnknownVisit:
    """There is no such visit, or it is not for them to speak of."""


@dataclass(frozen=True, slots=True)
class NotOverYet:
    """Nobody has seen them yet."""


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """This visit was spoken of already."""


FeedbackOutcome: TypeAlias = Thanked | UnknownVisit | NotOverYet | SaidBefore


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of a visit; without their name."""

    id: int
    queue_id: int | None
    token_number: str | None
    location_id: int | None
    doctor_name: str
    score: int
    comment: str | None
    created_at: datetime


def give_feedback(
    work: Work,
    *,
    score: int,
    comment: str | None,
    queue_id: int | None = None,
    follow_code: str | None = None,
    location_id: int | None = None,
) -> FeedbackOutcome:
    """Write down what was said of the visit of a number, or of whoever holds the ticket with `follow_code`.

    `score` is 1 to 5. With `location_id` only of a visit there.
    """
    place = work.first(locking(work, _VISIT), {"id": queue_id, "code": follow_code})
    if place is None or (location_id is not None and place["location_id"] != location_id):
        return UnknownVisit()
    if work.first(select(feedback.c.id).where(feedback.c.queue_id == place["id"])) is not None:
        return SaidBefore()
    if place["current_status"] != QueueStatus.COMPLETED:
        return NotOverYet()
    booked = work.first(select(appointments.c.uid).where(appointments.c.id == place["appointment_id"]))
    row = work.create(
        feedback,
        queue_id=place["id"],
        appointment_uid=None if booked is None else booked["uid"],
        score=score,
        comment=comment or None,
    )
    work.change(queue_management, place, patient_satisfaction_score=score)
    return Thanked(row["id"], score)


def what_was_said(reading: Reading, location_id: int | None, limit: int) -> Sequence[Said]:
    """The newest, of one location only where it is named."""
    query = (
        select(
            feedback.c.id,
            feedback.c.queue_id,
            feedback.c.score,
            feedback.c.comment,
            feedback.c.created_at,
            queue_management.c.token_number,
            queue_management.c.location_id,
            users.c.display_name.label("doctor_name"),
        )
        .outerjoin(queue_management, queue_management.c.id == feedback.c.queue_id)
        .outerjoin(users, users.c.id == queue_management.c.doctor_id)
        .where(feedback.c.deleted_at.is_(None))
        .order_by(feedback.c.id.desc())
        .limit(limit)
    )
    if location_id is not None:
        query = query.where(queue_management.c.location_id == location_id)
    return [_said(row) for row in reading.all(query)]


def _said(row: Row) -> Said:
    values = {name: row[name] for name in Said.__slots__ if name != "doctor_name"}
    return Said(**values, doctor_name=row["doctor_name"] or "")


_VISIT = select(queue_management).where(
    (queue_management.c.id == bindparam("id")) | (queue_management.c.follow_code == bindparam("code")),
    queue_management.c.deleted_at.is_(None),
)
