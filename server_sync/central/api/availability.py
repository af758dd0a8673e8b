"""Endpoints of availability: free slots for everybody, and doctors' hours for those who manage them."""

from __future__ import annotations

from datetime import time
from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import BaseModel, Field, StringConstraints

from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.appointment_answers import SLOT_EXAMPLE, SlotAnswer, refusal
from server_sync.central.api.fields import Body, Day, Id, Limit, PathId, QueryId, Whole
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.desk import hours
from server_sync.central.desk.availability import NothingToTell
from server_sync.central.desk.availability_cache import cache_at, cached_availability
from server_sync.clinic.recurrence import LONGEST_PATTERN
from server_sync.clinic.roles import EVERYONE, STAFF, Role
from server_sync.clinic.slots import CELL_MIN, LONGEST_SLOT_MIN, MOST_PER_SLOT, Rule
from server_sync.desk.appointments.availability import MOST_DAYS, SlotWish
from server_sync.desk.appointments.hours import Hours, HoursOutcome, HoursRefused, HoursSearch
from server_sync.desk.appointments.outcomes import Declined, Reason
from server_sync.protocol.canonical import Json

router = endpoints("availability")

LocalTime = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][05](:00)?$")]
"""On the five-minute grid; as an end, 00:00 is the day's end."""

ADMIN = frozenset({Role.ADMIN})


class DoctorSlotsAnswer(BaseModel):
    """What a doctor has free."""

    doctor_id: int
    doctor_name: str
    specialty: str | None
    available_slots: list[SlotAnswer]


class HoursBody(Body):
    """A doctor's hours at a location: open, or with `is_available` false taken away by leave."""

    doctor_id: Id
    location_id: Id
    date: Day
    start_time: LocalTime
    end_time: LocalTime
    slot_duration_minutes: Annotated[
        int, Field(ge=CELL_MIN, le=LONGEST_SLOT_MIN, multiple_of=CELL_MIN, strict=True), Whole
    ] = 30
    max_patients_per_slot: Annotated[int, Field(ge=1, le=MOST_PER_SLOT, strict=True), Whole] = 1
    is_available: Annotated[bool, Field(strict=True)] = True
    break_start_time: LocalTime | None = None
    break_end_time: LocalTime | None = None
    is_recurring: Annotated[bool, Field(strict=True)] = False
    recurrence_pattern: Annotated[
        str | None, Field(max_length=LONGEST_PATTERN, description="The value of an RRULE (RFC 5545), by days")
    ] = None


class HoursAnswer(BaseModel):
    """A row of availability; days and times are the location's own."""

    id: int
    uid: str
    doctor_id: int
    location_id: int
    date: str
    start_time: str
    end_time: str
    slot_duration_minutes: int
    max_patients_per_slot: int
    is_available: bool
    break_start_time: str | None
    break_end_time: str | None
    is_recurring: bool
    recurrence_pattern: str | None


class HoursSetAnswer(HoursAnswer):
    """The hours, and the appointments ahead that lie outside of the doctor's hours now: they stand, for a person."""

    stranded_appointments: list[int]


class HoursPage(BaseModel):
    """Hours in order of id; `next_after` asks for those that follow, null where none do."""

    hours: list[HoursAnswer]
    next_after: int | None


_HOURS_EXAMPLE: dict[str, Json] = {
    "doctor_id": 7,
    "location_id": 1,
    "date": "2024-01-15",
    "start_time": "09:00",
    "end_time": "17:00",
    "slot_duration_minutes": 30,
    "max_patients_per_slot": 1,
    "is_available": True,
    "break_start_time": "12:00",
    "break_end_time": "13:00",
    "is_recurring": True,
    "recurrence_pattern": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
}
_HOURS_ANSWER: dict[str, Json] = {"id": 3, "uid": "018d0c1e-7c00-7000-8000-000000000003", **_HOURS_EXAMPLE}
_WORDS = {
    Reason.UNKNOWN_DOCTOR: "There is no such doctor there.",
    Reason.UNKNOWN_PLACE: "There is no such location.",
    Reason.NOT_PUBLIC: "This location takes bookings at its desk only.",
}


@router.get(
    "/api/appointments/availability",
    **operation(
        "Free slots, per doctor",
        roles=EVERYONE,
        answers=list[DoctorSlotsAnswer],
        example={
            "success": True,
            "data": [
                {
                    "doctor_id": 7,
                    "doctor_name": "Dr Okafor",
                    "specialty": "General medicine",
                    "available_slots": [SLOT_EXAMPLE],
                }
            ],
        },
        refuses=["unknown_doctor", "unknown_place", "not_public"],
        limit=Kind.PUBLIC_BOOKING,
    ),
)
async def free(
    request: Request,
    doctor_id: QueryId | None = None,
    date: Day | None = None,
    days: Annotated[int, Query(ge=1, le=MOST_DAYS)] = 1,
    duration: Annotated[int | None, Query(ge=CELL_MIN, le=LONGEST_SLOT_MIN, multiple_of=CELL_MIN)] = None,
    specialty: Annotated[str | None, Query(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f]*$")] = None,
    location_id: QueryId | None = None,
) -> Response:
    """Free slots from `date` (the location's own day, by default today) for `days` days, in its local time.

    `duration` asks for visits of that many minutes: as many slots in a row as it takes.
    """
    centre = centre_of(request)
    wish = SlotWish(
        doctor_id=doctor_id,
        location_id=location_id,
        specialty=specialty,
        first=date,
        days=days,
        duration_min=duration,
        public_only=caller_of(request).role in (Role.PUBLIC, Role.PATIENT),
    )
    cache = cache_at(centre.settings.redis_url, centre.settings.availability_cache_s)
    told = await centre.run(cached_availability, centre.replica, cache, wish)
    if isinstance(told, NothingToTell):
        raise Refused(told.reason.value, _WORDS[told.reason])
    return Response(told, media_type="application/json", headers={"Cache-Control": "no-store"})


@router.get(
    "/api/availability",
    **operation(
        "Doctors' hours",
        roles=STAFF,
        answers=HoursPage,
        example={"success": True, "data": {"hours": [_HOURS_ANSWER], "next_after": None}},
    ),
)
async def listed(
    request: Request,
    doctor_id: QueryId | None = None,
    location_id: QueryId | None = None,
    date_from: Day | None = None,
    date_to: Day | None = None,
    after: Annotated[int, Query(ge=0, le=2**53)] = 0,
    limit: Limit = 50,
) -> Response:
    """Hours and leave by doctor, location and days, in order of id; `after` goes on from a page's `next_after`."""
    caller, centre = caller_of(request), centre_of(request)
    own = caller.location_id or location_id
    search = HoursSearch(doctor_id, own, date_from, date_to, after, limit)
    found = await centre.run(hours.listed, centre.replica, search)
    told: list[Json] = [_hours_json(one) for one in found[:limit]]
    more = found[limit - 1].id if len(found) > limit else None
    return answer({"success": True, "data": {"hours": told, "next_after": more}})


@router.post(
    "/api/availability",
    **operation(
        "Set a doctor's hours",
        roles=ADMIN,
        answers=HoursSetAnswer,
        example={"success": True, "data": {**_HOURS_ANSWER, "stranded_appointments": []}},
        request_example=_HOURS_EXAMPLE,
        refuses=["unknown_doctor", "unknown_place", "hours_refused"],
    ),
)
async def add(request: Request, body: HoursBody) -> Response:
    """New hours, or leave. What makes no sense is refused, with the reason at its field."""
    centre = centre_of(request)
    outcome = await centre.run(
        hours.added, centre.replica, caller_of(request), body.doctor_id, body.location_id, _rule(body)
    )
    return _told(outcome)


@router.put(
    "/api/availability/{hours_id:id}",
    **operation(
        "Replace a doctor's hours",
        roles=ADMIN,
        answers=HoursSetAnswer,
        example={"success": True, "data": {**_HOURS_ANSWER, "stranded_appointments": []}},
        request_example=_HOURS_EXAMPLE,
        refuses=["unknown_hours", "unknown_doctor", "unknown_place", "hours_refused"],
    ),
)
async def replace(request: Request, hours_id: PathId, body: HoursBody) -> Response:
    """Other hours in the place of these. What is booked stands."""
    centre = centre_of(request)
    outcome = await centre.run(
        hours.changed, centre.replica, caller_of(request), hours_id, body.doctor_id, body.location_id, _rule(body)
    )
    return _told(outcome)


@router.delete(
    "/api/availability/{hours_id:id}",
    **operation(
        "Delete a doctor's hours",
        roles=ADMIN,
        answers=HoursSetAnswer,
        example={"success": True, "data": {**_HOURS_ANSWER, "stranded_appointments": []}},
        refuses=["unknown_hours"],
    ),
)
async def delete(request: Request, hours_id: PathId) -> Response:
    """These hours are no more. What is booked stands."""
    centre = centre_of(request)
    return _told(await centre.run(hours.deleted, centre.replica, caller_of(request), hours_id))


def _told(outcome: HoursOutcome) -> Response:
    if isinstance(outcome, HoursRefused):
        raise Refused("hours_refused", "these hours make no sense", fields=outcome.fields)
    if isinstance(outcome, Declined):
        raise refusal(outcome)
    stranded: list[Json] = list(outcome.stranded)
    return answer({"success": True, "data": {**_hours_json(outcome.hours), "stranded_appointments": stranded}})


def _rule(body: HoursBody) -> Rule:
    return Rule(
        day=body.date,
        starts=time.fromisoformat(body.start_time),
        ends=time.fromisoformat(body.end_time),
        slot_min=body.slot_duration_minutes,
        capacity=body.max_patients_per_slot,
        is_open=body.is_available,
        break_starts=_time(body.break_start_time),
        break_ends=_time(body.break_end_time),
        pattern=(body.recurrence_pattern or "") if body.is_recurring else None,
    )


def _time(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _hours_json(told: Hours) -> dict[str, Json]:
    rule = told.rule
    return {
        "id": told.id,
        "uid": str(told.uid),
        "doctor_id": told.doctor_id,
        "location_id": told.location_id,
        "date": rule.day.isoformat(),
        "start_time": rule.starts.isoformat("minutes"),
        "end_time": rule.ends.isoformat("minutes"),
        "slot_duration_minutes": rule.slot_min,
        "max_patients_per_slot": rule.capacity,
        "is_available": rule.is_open,
        "break_start_time": None if rule.break_starts is None else rule.break_starts.isoformat("minutes"),
        "break_end_time": None if rule.break_ends is None else rule.break_ends.isoformat("minutes"),
        "is_recurring": rule.pattern is not None,
        "recurrence_pattern": rule.pattern,
    }
