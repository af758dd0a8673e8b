"""The endpoint that answers who read or changed a patient's data."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import BaseModel

from server_sync.central.access.audit_view import Entry, who_did_what
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import Day, Limit, QueryId
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.clinic.roles import Role
from server_sync.protocol.canonical import Json

router = endpoints("audit")

USUAL_SPAN = timedelta(days=30)
LONGEST_SPAN = timedelta(days=366)


class AuditEntry(BaseModel):
    """One reading or change. `actor` is a uid, `patient`, `public` or `system`; `name` is a member of staff's."""

    id: int
    at: datetime
    actor: str
    name: str | None
    intent: str
    noun: str
    is_change: bool


class AuditEntries(BaseModel):
    """Newest first; `next_before` asks for what comes before, and is null at the end."""

    entries: list[AuditEntry]
    next_before: int | None


_EXAMPLE: Json = {
    "success": True,
    "data": {
        "entries": [
            {
                "id": 17,
                "at": "2024-01-15T10:00:00+00:00",
                "actor": "018f0e2a-7c1d-7000-8000-000000000001",
                "name": "Sam Reception",
                "intent": "read_patient",
                "noun": "patient",
                "is_change": False,
            }
        ],
        "next_before": None,
    },
}


@router.get(
    "/api/audit",
    **operation(
        "Who read or changed a patient's data",
        roles={Role.ADMIN},
        answers=AuditEntries,
        example=_EXAMPLE,
        refuses=["unknown_patient", "span_too_long"],
    ),
)
async def read_audit(
    request: Request,
    patient_id: QueryId,
    since: Annotated[Day | None, Query(alias="from")] = None,
    until: Annotated[Day | None, Query(alias="to")] = None,
    before: QueryId | None = None,
    limit: Limit = 100,
) -> Response:
    """Days in UTC, both included; the last thirty by default, at most a year. To ask is itself in the trail."""
    centre, caller = centre_of(request), caller_of(request)
    last = until or centre.replica.clock.now().date()
    first = since or last - USUAL_SPAN
    if not timedelta() <= last - first <= LONGEST_SPAN:
        raise Refused("span_too_long", "ask for at most a year, from its first day to its last")
    page = await centre.run(
        who_did_what, centre.replica, caller, patient_id, _midnight(first), _midnight(last, after=True), before, limit
    )
    if page is None:
        raise Refused("unknown_patient", "there is no such patient")
    entries: list[Json] = [_entry(entry) for entry in page.entries]
    return answer({"success": True, "data": {"entries": entries, "next_before": page.next_before}})


def _midnight(day: date, *, after: bool = False) -> datetime:
    return datetime.combine(day, time.max if after else time.min, UTC)


def _entry(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "name": entry.name,
        "intent": entry.intent,
        "noun": entry.noun,
        "is_change": entry.is_change,
    }
