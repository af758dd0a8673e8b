"""Endpoints of what a person should settle: conflicts that merges left, and what nobody could apply."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.conflict_answers import (
    CONFLICT_EXAMPLE,
    QUARANTINED_EXAMPLE,
    ConflictAnswer,
    ConflictsAnswer,
    QuarantineAnswer,
    SettleBody,
    TriedAgainAnswer,
    conflict_json,
    quarantined_json,
)
from server_sync.central.api.fields import LARGEST_ID, Limit, PathId, QueryId
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.desk import conflicts
from server_sync.clinic.roles import STAFF
from server_sync.desk.conflicts.listing import Conflict, ConflictSearch
from server_sync.desk.conflicts.settling import AlreadySettled, Choice, NotPossible, UnknownConflict
from server_sync.protocol.canonical import Json
from server_sync.records.values import to_wire

router = endpoints("conflicts")

USUAL_LIMIT = 50

Kind = Annotated[str, Query(min_length=1, max_length=64, pattern="^[a-z][a-z0-9_]*$")]
After = Annotated[int, Query(ge=0, le=LARGEST_ID)]
_EXAMPLE: Json = {"success": True, "data": CONFLICT_EXAMPLE}


@router.get(
    "/api/conflicts",
    **operation(
        "What people should settle",
        roles=STAFF,
        answers=ConflictsAnswer,
        example={"success": True, "data": {"conflicts": [CONFLICT_EXAMPLE], "after": None}},
        refuses=["unknown_place"],
    ),
)
async def list_conflicts(
    request: Request,
    location_id: QueryId | None = None,
    kind: Kind | None = None,
    patient_id: QueryId | None = None,
    settled: bool = False,
    after: After = 0,
    limit: Limit = USUAL_LIMIT,
) -> Response:
    """Of the caller's location, oldest first; with `settled` those that were settled, with who and when."""
    centre, caller = centre_of(request), caller_of(request)
    if location_id is not None and not caller.may_work_at(location_id):
        raise Refused("unknown_place", "there is no such location")
    search = ConflictSearch(location_id or caller.location_id, kind, patient_id, settled, after, limit)
    found = await centre.run(conflicts.listed, centre.replica, caller, search)
    told: list[Json] = [conflict_json(one) for one in found[:limit]]
    return answer({"success": True, "data": {"conflicts": told, "after": _after(found, limit)}})


@router.get(
    "/api/conflicts/{conflict_id:id}",
    **operation("One conflict", roles=STAFF, answers=ConflictAnswer, example=_EXAMPLE, refuses=["unknown_conflict"]),
)
async def read_conflict(request: Request, conflict_id: PathId) -> Response:
    """With both values, and what the record says now."""
    return await _told(request, conflict_id)


@router.post(
    "/api/conflicts/{conflict_id:id}/settle",
    **operation(
        "Settle a conflict",
        roles=STAFF,
        answers=ConflictAnswer,
        example={"success": True, "data": {**CONFLICT_EXAMPLE, "decision": "take"}},
        request_example={"decision": "take"},
        refuses=["unknown_conflict", "already_settled", "not_possible"],
    ),
)
async def settle(request: Request, conflict_id: PathId, body: SettleBody) -> Response:
    """Changes the record and the conflict together. `already_settled` says in `settled` who did, when and how."""
    centre, caller = centre_of(request), caller_of(request)
    if body.starts_at is not None and body.starts_at.tzinfo is None:
        raise Refused("not_possible", "a free time is named with its offset, as it was offered")
    choice = Choice(body.decision, body.values, body.starts_at)  # type: ignore[arg-type]  # JSON, as its model says
    outcome = await centre.run(conflicts.settled, centre.replica, caller, conflict_id, choice)
    if isinstance(outcome, UnknownConflict):
        raise _unknown()
    if isinstance(outcome, NotPossible):
        raise Refused("not_possible", outcome.words)
    if isinstance(outcome, AlreadySettled):
        said: dict[str, Json] = {
            "decision": outcome.decision,
            "decided_by": outcome.decided_by,
            "decided_at": to_wire(outcome.decided_at),
        }
        raise Refused("already_settled", "another desk has settled this", more={"settled": said})
    return await _told(request, conflict_id)


@router.get(
    "/api/conflicts/quarantine",
    **operation(
        "What devices sent and nobody could apply",
        roles=STAFF,
        answers=QuarantineAnswer,
        example={"success": True, "data": {"quarantined": [QUARANTINED_EXAMPLE], "after": None}},
        refuses=["unknown_place"],
    ),
)
async def quarantine(
    request: Request, location_id: QueryId | None = None, after: After = 0, limit: Limit = USUAL_LIMIT
) -> Response:
    """Whole change sets, kept with their reason; the sync log exports their bodies."""
    centre, caller = centre_of(request), caller_of(request)
    if location_id is not None and not caller.may_work_at(location_id):
        raise Refused("unknown_place", "there is no such location")
    place = location_id or caller.location_id
    found = await centre.run(conflicts.quarantined, centre.replica, place, after, limit)
    told: list[Json] = [quarantined_json(one) for one in found[:limit]]
    more = found[limit - 1].id if len(found) > limit else None
    return answer({"success": True, "data": {"quarantined": told, "after": more}})


@router.post(
    "/api/conflicts/quarantine/{log_id:id}/retry",
    **operation(
        "Judge a quarantined change set again",
        roles=STAFF,
        answers=TriedAgainAnswer,
        example={"success": True, "data": {"status": "synced", "outcome": "applied", "resolution": ""}},
        refuses=["unknown_change_set"],
    ),
)
async def retry(request: Request, log_id: PathId) -> Response:
    """It is judged by the rules as they are now; what it comes to is answered, and stands in the log."""
    centre = centre_of(request)
    settled = await centre.run(conflicts.tried_again, centre.replica, caller_of(request), log_id)
    if settled is None or settled.status is None:
        raise Refused("unknown_change_set", "no such change set is in quarantine")
    said: dict[str, Json] = {
        "status": settled.status.value,
        "outcome": str(settled.outcome),
        "resolution": settled.resolution,
    }
    return answer({"success": True, "data": said})


async def _told(request: Request, conflict_id: int) -> Response:
    centre = centre_of(request)
    found = await centre.run(conflicts.told, centre.replica, caller_of(request), conflict_id)
    if found is None:
        raise _unknown()
    return answer({"success": True, "data": conflict_json(found)})


def _after(found: tuple[Conflict, ...], limit: int) -> int | None:
    return found[limit - 1].id if len(found) > limit else None


def _unknown() -> Refused:
    return Refused("unknown_conflict", "there is no such conflict")
