"""Endpoints of what happens to a place in the queue: its state, calls, holding back, handing over, triage, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Request, Response
from pydantic import Field, StringConstraints

from server_sync.central.api.answers import answer
from server_sync.central.api.fields import Body, Id, LongText, PathId, Whole
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.queue_answers import WholePlace, refusal, whole_json
from server_sync.central.api.queue_examples import WHOLE_EXAMPLE
from server_sync.central.api.requests import centre_of
from server_sync.central.desk.queue_desk import step
from server_sync.clinic.queue_policy import EMERGENCY_LEVEL, LEAST_URGENT_LEVEL
from server_sync.clinic.roles import CLINICAL, DESK, STAFF, Role
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue import steps
from server_sync.desk.queue.calling import mark_absent
from server_sync.desk.queue.calling import recall as call_again
from server_sync.desk.queue.intents import QueueIntent
from server_sync.desk.queue.outcomes import Done, EmergencyRaised
from server_sync.desk.queue.undo import undo as take_back
from server_sync.records.work import Work

router = endpoints("queue")


class StatusBody(Body):
    """The visit's next state; `notes` replace those that stand there."""

    status: QueueStatus
    notes: LongText | None = None


class TransferBody(Body):
    """To whom somebody is handed over."""

    doctor_id: Id


class TriageBody(Body):
    """What was found: 1 (emergency: never queues) to 5."""

    level: Annotated[int, Field(ge=EMERGENCY_LEVEL, le=LEAST_URGENT_LEVEL, strict=True), Whole]


class OverrideBody(Body):
    """Why the order does not hold for somebody; it stands beside their place, with who said so and when."""

    reason: Annotated[str, StringConstraints(max_length=1000, pattern=r"^[^\x00-\x1f]*[^\x00-\x1f\s][^\x00-\x1f]*$")]


def _step(summary: str, *refuses: str, roles: Any = STAFF, request_example: Any = None) -> dict[str, Any]:
    return dict(
        operation(
            summary,
            roles=roles,
            answers=WholePlace,
            example=WHOLE_EXAMPLE,
            request_example=request_example,
            refuses=["unknown_queue_entry", *refuses],
        )
    )


@router.put(
    "/api/queue/{queue_id:id}/status",
    **_step(
        "Set a visit's state", "illegal_transition", request_example={"status": "in_consultation", "notes": "Room 3"}
    ),
)
async def set_status(request: Request, queue_id: PathId, body: StatusBody) -> Response:
    """Refused with the states that may follow, where this one may not. Its appointment follows the visit."""
    caller = caller_of(request)
    taken_by = caller.user_id if caller.role is Role.DOCTOR else None

    def taken(work: Work, location_id: int | None) -> Any:
        return steps.set_status(
            work, queue_id, body.status, location_id=location_id, notes=body.notes, doctor_id=taken_by
        )

    return await _done(request, QueueIntent.SET_STATUS, taken)


@router.post("/api/queue/{queue_id:id}/recall", **_step("Call a number again", "illegal_transition", "no_more_recalls"))
async def recall(request: Request, queue_id: PathId) -> Response:
    """Up to three times a call."""
    return await _simple(request, queue_id, QueueIntent.RECALL, call_again)


@router.post("/api/queue/{queue_id:id}/absent", **_step("Say that somebody did not come", "illegal_transition"))
async def absent(request: Request, queue_id: PathId) -> Response:
    """They wait anew and are not called again at once; with the third time their place is given up."""
    return await _simple(request, queue_id, QueueIntent.ABSENT, mark_absent)


@router.post("/api/queue/{queue_id:id}/park", **_step("Hold somebody back", "illegal_transition"))
async def park(request: Request, queue_id: PathId) -> Response:
    """They keep their wait and are not called: at the laboratory, on the telephone."""
    return await _simple(request, queue_id, QueueIntent.PARK, steps.park)


@router.post("/api/queue/{queue_id:id}/unpark", **_step("Let somebody be called again", "illegal_transition"))
async def unpark(request: Request, queue_id: PathId) -> Response:
    """Back from where they were, or here after all."""
    return await _simple(request, queue_id, QueueIntent.UNPARK, steps.unpark)


@router.post("/api/queue/{queue_id:id}/undo", **_step("Take the last step back", "nothing_to_undo"))
async def undo(request: Request, queue_id: PathId) -> Response:
    """Of a place, where it was taken at this server and nothing came after it."""
    return await _simple(request, queue_id, QueueIntent.UNDO, take_back)


@router.post(
    "/api/queue/{queue_id:id}/transfer",
    **_step(
        "Hand somebody over to another doctor",
        "illegal_transition",
        "unknown_doctor",
        request_example={"doctor_id": 8},
    ),
)
async def transfer(request: Request, queue_id: PathId, body: TransferBody) -> Response:
    """Their wait goes with them."""

    def taken(work: Work, location_id: int | None) -> Any:
        return steps.transfer(work, queue_id, body.doctor_id, location_id=location_id)

    return await _done(request, QueueIntent.TRANSFER, taken)


@router.post(
    "/api/queue/{queue_id:id}/triage",
    **_step(
        "Set the triage level",
        "illegal_transition",
        "not_for_reception",
        roles=CLINICAL | {Role.RECEPTIONIST},
        request_example={"level": 3},
    ),
)
async def triage(request: Request, queue_id: PathId, body: TriageBody) -> Response:
    """By a nurse or a doctor, by reception where the location's policy says so (`triage_by_reception`).

    The wait so far counts on. Level 1 leaves the line, and the alarm is raised.
    """
    caller = caller_of(request)

    def taken(work: Work, location_id: int | None) -> Any:
        return steps.set_triage(work, queue_id, body.level, by=caller.role, location_id=location_id)

    return await _done(request, QueueIntent.TRIAGE, taken)


@router.post(
    "/api/queue/{queue_id:id}/override",
    **_step(
        "Put somebody first",
        "illegal_transition",
        roles=DESK,
        request_example={"reason": "Fainted at the desk"},
    ),
)
async def override(request: Request, queue_id: PathId, body: OverrideBody) -> Response:
    """Before the order, with who, when and why beside it."""

    def taken(work: Work, location_id: int | None) -> Any:
        return steps.override(work, queue_id, body.reason, location_id=location_id)

    return await _done(request, QueueIntent.OVERRIDE, taken)


async def _simple(request: Request, queue_id: int, intent: QueueIntent, operate: Callable[..., Any]) -> Response:
    def taken(work: Work, location_id: int | None) -> Any:
        return operate(work, queue_id, location_id=location_id)

    return await _done(request, intent, taken)


async def _done(request: Request, intent: QueueIntent, taken: Callable[[Work, int | None], Any]) -> Response:
    # Any: each operation has outcomes of its own; `refusal` knows all that are not a place.
    centre, caller = centre_of(request), caller_of(request)
    outcome = await centre.run(step, centre.replica, caller, intent, taken)
    if isinstance(outcome, Done | EmergencyRaised) and outcome.place is not None:
        return answer({"success": True, "data": whole_json(outcome.place, for_staff=caller.is_staff)})
    raise refusal(outcome)
