"""Session templates as an endpoint asks for them: of the caller's own location, in one transaction each."""

from __future__ import annotations

from server_sync.central.access.callers import Caller
from server_sync.desk.appointments.outcomes import Declined, Reason
from server_sync.desk.appointments.session_plans import (
    ApplyOutcome,
    PlanOutcome,
    SessionWish,
    apply_session,
    plan_session,
)
from server_sync.records.replica import Replica

_UNKNOWN_PLACE = Declined(Reason.UNKNOWN_PLACE, "There is no such location.")


def previewed(replica: Replica, caller: Caller, wish: SessionWish) -> PlanOutcome:
    """What would change."""
    if not caller.may_work_at(wish.location_id):
        return _UNKNOWN_PLACE
    with replica.read() as reading:
        return plan_session(reading, wish)


def applied(replica: Replica, caller: Caller, wish: SessionWish, mark: str | None) -> ApplyOutcome:
    """The change, made; nothing where the plan is another by now."""
    if not caller.may_work_at(wish.location_id):
        return _UNKNOWN_PLACE
    with replica.work("apply_session_template", caller.actor) as work:
        return apply_session(work, wish, mark)
