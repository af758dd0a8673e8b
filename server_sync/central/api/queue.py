"""Endpoints of the queue: who waits where, by number; joining it, calling the next, and why somebody is where."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Request, Response
from pydantic import Field

from server_sync.central.access.callers import Caller
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import Body, Id, IdempotencyKey, LongText, PathId, QueryId, ShortText
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.queue_answers import (
    JoinAnswer,
    PriorityAnswer,
    QueueOfDoctor,
    WholePlace,
    emergency_json,
    joined_json,
    priority_json,
    queue_json,
    refusal,
    whole_json,
)
from server_sync.central.api.queue_examples import JOINED_EXAMPLE, PRIORITY_EXAMPLE, QUEUE_EXAMPLE, WHOLE_EXAMPLE
from server_sync.central.api.requests import centre_of
from server_sync.central.desk.idempotency import Once, hash_of_body
from server_sync.central.desk.queue_desk import FIRST_LOCATION, call, join_queue, place_of_work, step
from server_sync.central.desk.queue_now import one_place, queue_now
from server_sync.clinic.queue_policy import SpecialReason
from server_sync.clinic.roles import DEVICES, STAFF, Role
from server_sync.desk.queue.intents import QueueIntent
from server_sync.desk.queue.outcomes import Done, EmergencyRaised, Joined, StepOutcome
from server_sync.desk.queue.steps import record_claims
from server_sync.desk.queue.walk_in import Joining
from server_sync.protocol.canonical import Json
from server_sync.records.replica import Replica
from server_sync.records.work import Work

router = endpoints("queue")

Urgency = Literal["low", "routine", "medium", "high", "urgent", "emergency"]
Number = Annotated[float, Field(ge=0, le=1_000_000, strict=True)]
Need = Literal["infant", "pregnant", "disability"]


class JoiningBody(Body):
    """Who joins and why. Without a doctor they wait for whoever is free.

    `urgency_level` is what they say: kept, shown, and never what orders them. `red_flag` (chest pain, trouble
    breathing, heavy bleeding) raises the alarm and queues nobody.
    """

    patient_id: Id
    doctor_id: Id | None = None
    location_id: Id | None = None
    reason_for_visit: LongText | None = None
    urgency_level: Urgency = "routine"
    special_requirements: LongText | None = None
    special_reason: Need | None = None
    red_flag: Annotated[bool, Field(strict=True)] = False


class PriorityFactors(Body):
    """Claims: recorded and shown. What counts is the triage that was set, and the record's own wait and age."""

    medical_urgency: Number | ShortText | None = None
    wait_time: Number | None = None
    patient_age: Number | None = None


class PrioritizingBody(Body):
    """Of which place in whose line an explanation is wanted."""

    doctor_id: Id
    queue_id: Id
    priority_factors: PriorityFactors = PriorityFactors()


class CallingBody(Body):
    """For whom, and to which room (by default the doctor's own). Doctors call for themselves alone."""

    doctor_id: Id | None = None
    room: ShortText | None = None
    location_id: Id | None = None


@router.get(
    "/api/queue/current",
    **operation(
        "Today's queue, per doctor",
        roles=STAFF | DEVICES,
        answers=list[QueueOfDoctor],
        example=QUEUE_EXAMPLE,
        refuses=["unknown_place"],
    ),
)
async def current(request: Request, location_id: QueryId | None = None, doctor_id: QueryId | None = None) -> Response:
    """Today's open places of a location (the caller's own, else the first), per doctor: called, waiting, held back."""
    centre, caller = centre_of(request), caller_of(request)
    wanted = location_id or caller.location_id or FIRST_LOCATION
    doctors = await centre.run(_current, centre.replica, caller, wanted, doctor_id)
    if doctors is None:
        raise Refused("unknown_place", "there is no such location")
    return answer({"success": True, "data": doctors})


@router.post(
    "/api/queue/join",
    **operation(
        "Join the queue without an appointment",
        roles=STAFF | {Role.KIOSK},
        answers=JoinAnswer,
        example=JOINED_EXAMPLE,
        request_example={
            "patient_id": 4,
            "doctor_id": 7,
            "reason_for_visit": "Cough since last week",
            "urgency_level": "urgent",
            "special_requirements": "wheelchair",
        },
        refuses=["unknown_patient", "unknown_doctor", "unknown_place", "no_numbers_left"],
    ),
)
async def join(request: Request, body: JoiningBody) -> Response:
    """Who waits there already keeps the place that they have: to ask again is safe."""
    centre, caller = centre_of(request), caller_of(request)
    location_id = await centre.run(place_of_work, centre.replica, caller, body.location_id, body.doctor_id)
    joining = Joining(
        patient_id=body.patient_id,
        location_id=location_id,
        doctor_id=body.doctor_id,
        reason_for_visit=body.reason_for_visit,
        urgency_level=body.urgency_level,
        special_requirements=body.special_requirements,
        special_reason=None if body.special_reason is None else SpecialReason(body.special_reason),
        red_flag=body.red_flag,
        source="kiosk" if caller.role is Role.KIOSK else "desk",
    )
    outcome = await centre.run(join_queue, centre.replica, caller, joining)
    if isinstance(outcome, Joined):
        return answer({"success": True, "data": joined_json(outcome)})
    if isinstance(outcome, EmergencyRaised):
        return answer({"success": True, "data": emergency_json(outcome)})
    raise refusal(outcome)


@router.post(
    "/api/queue/prioritize",
    **operation(
        "Explain somebody's place, and record what is claimed",
        roles=STAFF,
        answers=PriorityAnswer,
        example=PRIORITY_EXAMPLE,
        request_example={
            "doctor_id": 7,
            "queue_id": 17,
            "priority_factors": {"medical_urgency": "high", "wait_time": 240, "patient_age": 80},
        },
        refuses=["unknown_queue_entry", "illegal_transition", "held_back"],
    ),
)
async def prioritize(request: Request, body: PrioritizingBody) -> Response:
    """Claims never order anybody: triage is set by who may, and the record's own wait and age count."""
    claims = {name: _claim(value) for name, value in body.priority_factors if value is not None}

    def noted(work: Work, location_id: int | None) -> StepOutcome:
        return record_claims(work, body.queue_id, body.doctor_id, claims, location_id=location_id)

    centre, caller = centre_of(request), caller_of(request)
    outcome = await centre.run(step, centre.replica, caller, QueueIntent.CLAIMS, noted)
    if not isinstance(outcome, Done):
        raise refusal(outcome)
    return answer({"success": True, "data": priority_json(outcome.place)})


@router.post(
    "/api/queue/call-next",
    **operation(
        "Call the next patient",
        roles=STAFF,
        answers=WholePlace,
        example=WHOLE_EXAMPLE,
        request_example={"doctor_id": 7, "room": "Room 3"},
        refuses=[
            "unknown_doctor",
            "unknown_place",
            "unknown_queue_entry",
            "nobody_waits",
            "doctor_needed",
            "idempotency_key_reused",
        ],
    ),
)
async def call_next(request: Request, body: CallingBody, idempotency_key: IdempotencyKey = None) -> Response:
    """From the doctor's own line, and of those who wait for whoever is free. Two desks never get the same patient."""
    centre, caller = centre_of(request), caller_of(request)
    doctor_id = _calls_for(caller, body.doctor_id)
    once = _once(caller, body, idempotency_key)
    outcome = await centre.run(call, centre.replica, caller, body.location_id, doctor_id, body.room, once)
    if not isinstance(outcome, Done):
        raise refusal(outcome)
    return answer({"success": True, "data": whole_json(outcome.place, for_staff=True)})


@router.get(
    "/api/queue/{queue_id:id}",
    **operation(
        "Read a place in the queue",
        roles=STAFF | DEVICES | {Role.PATIENT},
        answers=WholePlace,
        example=WHOLE_EXAMPLE,
        refuses=["unknown_queue_entry"],
    ),
)
async def read(request: Request, queue_id: PathId) -> Response:
    """A place of one's own location, with its explanation for staff; a patient reads their own."""
    centre, caller = centre_of(request), caller_of(request)
    found = await centre.run(one_place, centre.replica, caller, queue_id)
    if found is None:
        raise Refused("unknown_queue_entry", "there is no such place in the queue")
    return answer({"success": True, "data": whole_json(found, for_staff=caller.is_staff)})


def _current(replica: Replica, caller: Caller, location_id: int, doctor_id: int | None) -> list[Any] | None:
    """Arranged in the desk's thread: a long queue would hold the event loop up."""
    found = queue_now(replica, caller, location_id)
    return None if found is None else queue_json(*found, doctor_id, for_staff=caller.is_staff)


def _calls_for(caller: Caller, doctor_id: int | None) -> int:
    """Doctors call for themselves; the desk for whom it names."""
    if caller.role is Role.DOCTOR:
        if caller.user_id is None or doctor_id not in (None, caller.user_id):
            raise Refused("not_allowed", "a doctor calls their own patients")
        return caller.user_id
    if doctor_id is None:
        raise Refused("doctor_needed", "say for which doctor")
    return doctor_id


def _once(caller: Caller, body: CallingBody, key: str | None) -> Once | None:
    if key is None:
        return None
    return Once(f"{caller.actor} call-next", key, hash_of_body(body.model_dump()))


def _claim(value: float | str) -> Json:
    """As it is logged: numbers with a fraction as text, for a log that is hashed holds no floats."""
    if isinstance(value, str):
        return value
    return int(value) if value == int(value) else str(value)
