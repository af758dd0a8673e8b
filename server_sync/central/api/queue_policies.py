"""Endpoints of the queue's policies: published presets, and the one by which a location orders its queue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from pydantic import BaseModel, JsonValue

from server_sync.central.access.callers import Caller
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import Body, PathId
from server_sync.central.api.locations import Policy as PolicyDocument
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.api.setup_refusals import refusal
from server_sync.clinic.policy_documents import policy_document, preset_policy
from server_sync.clinic.queue_policy import DAY_CLINIC, LEAST_URGENT_LEVEL, Channel, Lane, Policy, PolicyRefused, Triage
from server_sync.clinic.queue_presets import PRESETS
from server_sync.clinic.roles import STAFF, Role
from server_sync.desk.clinic_setup import UNKNOWN_LOCATION, NotSetUp
from server_sync.desk.queue.location_policy import LocationPolicy, location_policy, set_location_policy
from server_sync.protocol.canonical import Json
from server_sync.records.replica import Replica

router = endpoints("queue")


class LaneTarget(BaseModel):
    """A lane and the wait in minutes that it should not exceed; past it the score grows `beta` times as fast."""

    triage_level: int
    channel: str
    special: bool
    target_minutes: float
    beta: float


class PolicyAnswer(BaseModel):
    """A policy. `version` is a hash of what it says, the same at every machine, and stands in each explanation.

    `document` is all of it as it is stored, with fractions as text; level 1 never queues and has no lane.
    """

    name: str
    version: str
    document: dict[str, JsonValue]
    lanes: list[LaneTarget]


class PresetAnswer(PolicyAnswer):
    """A published set of targets. `goals_percent`: how many of a level its authors want to see within the target."""

    goals_percent: dict[str, int]
    source: str


class LocationPolicyAnswer(PolicyAnswer):
    """What orders a location's queue. `refused` says why its own document does not, where the day clinic's does."""

    location_id: int
    refused: str | None


class PolicyBody(Body):
    """What differs from a preset, the day clinic's where none is named; null is the day clinic's own."""

    policy: PolicyDocument | None


def _policy_json(policy: Policy) -> dict[str, Any]:
    lanes = [
        Lane(level, channel, is_special)
        for level in range(Triage.URGENT, LEAST_URGENT_LEVEL + 1)
        for channel in Channel
        for is_special in (False, True)
    ]
    return {
        "name": policy.name,
        "version": policy.version,
        "document": policy_document(policy),
        "lanes": [
            {
                "triage_level": lane.level,
                "channel": lane.channel.value,
                "special": lane.is_special,
                "target_minutes": round(policy.target_min(lane), 2),
                "beta": policy.beta(lane),
            }
            for lane in lanes
        ],
    }


def _presets_json() -> list[Any]:
    return [
        _policy_json(preset_policy(name))
        | {
            "goals_percent": {str(level): share for level, share in preset.goals_percent.items()},
            "source": preset.source,
        }
        for name, preset in PRESETS.items()
    ]


def _location_json(told: LocationPolicy) -> dict[str, Any]:
    refused = None if told.refused is None else f"{told.refused.words} ({told.refused.code})"
    return {**_policy_json(told.policy), "location_id": told.location_id, "refused": refused}


_PRESETS_EXAMPLE: Json = {"success": True, "data": _presets_json()}
_POLICY_EXAMPLE: Json = {"success": True, "data": _location_json(LocationPolicy(1, DAY_CLINIC))}


@router.get(
    "/api/queue/policies",
    **operation(
        "Published sets of targets", roles=STAFF, answers=list[PresetAnswer], example=_PRESETS_EXAMPLE
    ),
)  # fmt: skip
async def list_presets(request: Request) -> Response:
    """Day clinic, CTAS, MTS and ATS: places to begin a location's policy from, each with its source."""
    return answer({"success": True, "data": _presets_json()})


@router.get(
    "/api/locations/{location_id:id}/queue-policy",
    **operation(
        "By which policy a location orders its queue",
        roles=STAFF,
        answers=LocationPolicyAnswer,
        example=_POLICY_EXAMPLE,
        refuses=["unknown_place"],
    ),
)
async def read_policy(request: Request, location_id: PathId) -> Response:
    """The one in force, with every lane's target."""
    centre, caller = centre_of(request), caller_of(request)
    told = await centre.run(_read, centre.replica, caller, location_id)
    if told is None:
        raise refusal(UNKNOWN_LOCATION)
    return answer({"success": True, "data": _location_json(told)})


@router.put(
    "/api/locations/{location_id:id}/queue-policy",
    **operation(
        "Order a location's queue by another policy",
        roles={Role.ADMIN},
        answers=LocationPolicyAnswer,
        example=_POLICY_EXAMPLE,
        request_example={"policy": {"preset": "day_clinic", "targets_min": {"2": 15, "3": 40, "4": 80}}},
        refuses=["unknown_place", "policy_refused"],
    ),
)
async def change_policy(request: Request, location_id: PathId, body: PolicyBody) -> Response:
    """Refused (`policy_refused`, with a `reason` that is stable) where it would order people wrongly.

    In force at once here, at every machine with its next sync; the log and each explanation name its version.
    """
    centre, caller = centre_of(request), caller_of(request)
    told = await centre.run(_change, centre.replica, caller, location_id, body.policy)
    if isinstance(told, PolicyRefused):
        raise Refused("policy_refused", told.words, more={"reason": told.code})
    if isinstance(told, NotSetUp):
        raise refusal(told)
    return answer({"success": True, "data": _location_json(told)})


def _read(replica: Replica, caller: Caller, location_id: int) -> LocationPolicy | None:
    if not caller.may_work_at(location_id):
        return None
    with replica.read() as reading:
        return location_policy(reading, location_id)


def _change(
    replica: Replica, caller: Caller, location_id: int, document: Mapping[str, object] | None
) -> LocationPolicy | NotSetUp | PolicyRefused:
    if not caller.may_work_at(location_id):
        return UNKNOWN_LOCATION
    try:
        with replica.work("change_location", caller.actor) as work:
            return set_location_policy(work, location_id, document)
    except PolicyRefused as refused:
        return refused
