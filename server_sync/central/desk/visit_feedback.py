"""Feedback as endpoints ask for it: by the visit's ticket, or by the kiosk at its own location."""

from __future__ import annotations

from collections.abc import Sequence

from server_sync.central.access.callers import Caller
from server_sync.clinic.roles import Role
from server_sync.desk.visit_feedback import FeedbackOutcome, Said, UnknownVisit, give_feedback, what_was_said
from server_sync.records.replica import Replica


def say(
    replica: Replica, caller: Caller, score: int, comment: str | None, queue_id: int | None, follow_code: str | None
) -> FeedbackOutcome:
    """Write down what somebody says of a visit; only a kiosk may name it by its number."""
    if follow_code is None and (caller.role is not Role.KIOSK or queue_id is None):
        return UnknownVisit()
    with replica.work("give_feedback", caller.actor) as work:
        return give_feedback(
            work,
            score=score,
            comment=comment,
            queue_id=None if follow_code is not None else queue_id,
            follow_code=follow_code,
            location_id=caller.location_id,
        )


def said(replica: Replica, caller: Caller, location_id: int | None, limit: int) -> Sequence[Said]:
    """The newest, of the caller's location only where they have one."""
    where = location_id if caller.location_id is None else caller.location_id
    with replica.read() as reading:
        return what_was_said(reading, where, limit)
