"""Endpoints of feedback after a visit."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import Request, Response
from pydantic import BaseModel, Field, StringConstraints

from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import Body, Id, Limit, LongText, QueryId, Whole
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.desk import visit_feedback
from server_sync.clinic.roles import Role
from server_sync.desk.visit_feedback import NotOverYet, Said, SaidBefore, Thanked
from server_sync.protocol.canonical import Json
from server_sync.records.values import to_wire

router = endpoints("feedback")

FollowCode = Annotated[str, StringConstraints(min_length=8, max_length=32, pattern=r"^[A-Za-z0-9_-]+$")]
Score = Annotated[int, Field(ge=1, le=5, strict=True), Whole]


class FeedbackBody(Body):
    """`follow_code` stands behind a ticket's QR code; a kiosk may name a visit of its location by `queue_id`."""

    score: Score
    comment: LongText | None = None
    follow_code: FollowCode | None = None
    queue_id: Id | None = None


class ThanksAnswer(BaseModel):
    """It was written down."""

    id: int
    score: int


class SaidAnswer(BaseModel):
    """What somebody said, without their name."""

    id: int
    queue_id: int | None
    token_number: str | None
    location_id: int | None
    doctor_name: str
    score: int
    comment: str | None
    created_at: datetime


_SAID: dict[str, Json] = {
    "id": 5,
    "queue_id": 17,
    "token_number": "20240115-017",
    "location_id": 1,
    "doctor_name": "Dr Okafor",
    "score": 5,
    "comment": "Short wait",
    "created_at": "2024-01-15T11:00:00.000000Z",
}


@router.post(
    "/api/feedback",
    **operation(
        "Say how a visit was",
        roles={Role.PUBLIC, Role.PATIENT, Role.KIOSK},
        answers=ThanksAnswer,
        example={"success": True, "data": {"id": 5, "score": 5}},
        request_example={"follow_code": "q3J7xV0aT2mLk9Rz", "score": 5, "comment": "Short wait"},
        refuses=["unknown_visit", "not_over_yet", "said_before"],
    ),
)
async def say(request: Request, body: FeedbackBody) -> Response:
    """Once for each visit, after it."""
    centre = centre_of(request)
    outcome = await centre.run(
        visit_feedback.say,
        centre.replica,
        caller_of(request),
        body.score,
        body.comment,
        body.queue_id,
        body.follow_code,
    )
    if isinstance(outcome, Thanked):
        return answer({"success": True, "data": {"id": outcome.feedback_id, "score": outcome.score}})
    if isinstance(outcome, SaidBefore):
        raise Refused("said_before", "somebody has spoken of this visit already")
    if isinstance(outcome, NotOverYet):
        raise Refused("not_over_yet", "this visit is not over yet")
    raise Refused("unknown_visit", "there is no such visit")


@router.get(
    "/api/feedback",
    **operation(
        "What people said",
        roles={Role.ADMIN},
        answers=list[SaidAnswer],
        example={"success": True, "data": [_SAID]},
    ),
)
async def list_feedback(request: Request, location_id: QueryId | None = None, limit: Limit = 50) -> Response:
    """The newest first."""
    centre = centre_of(request)
    rows = await centre.run(visit_feedback.said, centre.replica, caller_of(request), location_id, limit)
    told: list[Json] = [_told(one) for one in rows]
    return answer({"success": True, "data": told})


def _told(said: Said) -> dict[str, Json]:
    return {name: to_wire(getattr(said, name)) for name in Said.__slots__}
