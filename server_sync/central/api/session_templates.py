"""Endpoints of session templates: what one would make of a doctor's days, and the same made."""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from fastapi import Request, Response
from pydantic import BaseModel, Field

from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.availability import ADMIN, LocalTime
from server_sync.central.api.fields import Body, Day, Id, Whole
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.central.desk import session_plans
from server_sync.clinic.session_templates import LEAST_MEAN_MIN, MOST_MEAN_MIN, MOST_NO_SHOW, minute_of, time_of
from server_sync.clinic.slots import Rule
from server_sync.desk.appointments.outcomes import Declined
from server_sync.desk.appointments.session_plans import (
    ApplyOutcome,
    DayPlan,
    PlanChanged,
    PlanRefused,
    SessionPlan,
    SessionWish,
)
from server_sync.protocol.canonical import Json

router = endpoints("availability")

Weekday = Annotated[int, Field(ge=0, le=6, strict=True), Whole]
Source = Literal["doctor", "clinic", "usual", "asked"]
_REFUSES = ("unknown_place", "unknown_doctor", "no_template")


class SessionBody(Body):
    """A session on some days. Without a mean visit or a share of no-shows the clinic's own history is asked."""

    doctor_id: Id
    location_id: Id
    first: Day
    last: Day
    start_time: LocalTime
    end_time: LocalTime
    weekdays: Annotated[
        list[Weekday],
        Field(min_length=1, max_length=7, default_factory=lambda: list(range(5)), description="0 is Monday, 6 Sunday"),
    ]
    mean_minutes: Annotated[float, Field(ge=LEAST_MEAN_MIN, le=MOST_MEAN_MIN, strict=True)] | None = None
    no_show_share: Annotated[float, Field(ge=0, le=MOST_NO_SHOW, strict=True)] | None = None
    replaces: Annotated[bool, Field(strict=True)] = False

    @property
    def wish(self) -> SessionWish:
        """As the desk understands it."""
        return SessionWish(
            doctor_id=self.doctor_id,
            location_id=self.location_id,
            first=self.first,
            last=self.last,
            starts=time.fromisoformat(self.start_time),
            ends=time.fromisoformat(self.end_time),
            weekdays=frozenset(self.weekdays),
            mean_min=self.mean_minutes,
            no_show=self.no_show_share,
            replaces=self.replaces,
        )


class ApplyBody(SessionBody):
    """The same, with the `mark` of the preview that somebody agreed to."""

    mark: Annotated[str, Field(pattern="^[0-9a-f]{16}$")] | None = None


class TimeAnswer(BaseModel):
    """A time of the template: how many are asked to come then."""

    time: str
    seats: int


class HoursLine(BaseModel):
    """Hours that are added to a day."""

    start_time: str
    end_time: str
    slot_duration_minutes: int
    max_patients_per_slot: int


class DayAnswer(BaseModel):
    """A day: `why` it keeps its hours, or null and what changes. `booked` have a time in it, which stays theirs."""

    date: str
    why: Literal["past", "leave", "recurring_hours", "elsewhere", "other_hours", "as_it_is"] | None
    removed_hours: list[int]
    added: list[HoursLine]
    booked: int
    kept_for_booked: int


class PlanAnswer(BaseModel):
    """The template and what becomes of each day."""

    mark: str
    count: int
    interval_minutes: float
    mean_minutes: float
    mean_from: Source
    no_show_share: float
    no_show_from: Source
    times: list[TimeAnswer]
    days: list[DayAnswer]


_BODY: dict[str, Json] = {
    "doctor_id": 7,
    "location_id": 1,
    "first": "2024-01-15",
    "last": "2024-01-19",
    "start_time": "08:00",
    "end_time": "12:00",
    "weekdays": [0, 1, 2, 3, 4],
    "replaces": False,
}
_EXAMPLE: Json = {
    "success": True,
    "data": {
        "mark": "5e1f0c9a7b3d2468",
        "count": 19,
        "interval_minutes": 13,
        "mean_minutes": 13,
        "mean_from": "doctor",
        "no_show_share": 0,
        "no_show_from": "clinic",
        "times": [{"time": "08:00", "seats": 2}, {"time": "08:10", "seats": 1}],
        "days": [
            {
                "date": "2024-01-15",
                "why": None,
                "removed_hours": [],
                "added": [
                    {
                        "start_time": "08:00",
                        "end_time": "08:10",
                        "slot_duration_minutes": 10,
                        "max_patients_per_slot": 2,
                    }
                ],
                "booked": 0,
                "kept_for_booked": 0,
            }
        ],
    },
}


@router.post(
    "/api/availability/template/preview",
    **operation(
        "What a session's template would make of a doctor's days",
        roles=ADMIN,
        answers=PlanAnswer,
        example=_EXAMPLE,
        request_example=_BODY,
        refuses=_REFUSES,
    ),
)
async def preview(request: Request, body: SessionBody) -> Response:
    """Two at the start, then one after each constant interval; as many as are likely to come. Nothing changes."""
    centre = centre_of(request)
    return _answered(await centre.run(session_plans.previewed, centre.replica, caller_of(request), body.wish))


@router.post(
    "/api/availability/template/apply",
    **operation(
        "Lay a session's template over a doctor's days",
        roles=ADMIN,
        answers=PlanAnswer,
        example=_EXAMPLE,
        request_example={**_BODY, "mark": None},
        refuses=(*_REFUSES, "plan_changed"),
    ),
)
async def apply(request: Request, body: ApplyBody) -> Response:
    """All of it or nothing; no booked time is lost. With a preview's `mark` only where the plan is still that one."""
    centre = centre_of(request)
    return _answered(await centre.run(session_plans.applied, centre.replica, caller_of(request), body.wish, body.mark))


def _answered(outcome: ApplyOutcome) -> Response:
    match outcome:
        case Declined():
            raise Refused(outcome.reason.value, outcome.words)
        case PlanRefused():
            raise Refused("no_template", outcome.words)
        case PlanChanged():
            raise Refused(
                "plan_changed", "something changed since the preview: look at it again", more=_plan(outcome.plan)
            )
    return answer({"success": True, "data": _plan(outcome)})


def _plan(plan: SessionPlan) -> dict[str, Json]:
    template, expected = plan.template, plan.expected
    start = minute_of(template.session.starts)
    days: list[Json] = [_day(day) for day in plan.days]
    times: list[Json] = [
        {"time": time_of(start + place.starts_min).isoformat("minutes"), "seats": place.seats}
        for place in template.places
    ]
    numbers = {
        "interval_minutes": round(template.interval_min, 1),
        "mean_minutes": expected.mean_min,
        "no_show_share": expected.no_show,
    }
    told: dict[str, Json] = {
        "mark": plan.mark,
        "count": template.count,
        "mean_from": expected.mean_from,
        "no_show_from": expected.no_show_from,
        "times": times,
        "days": days,
    }
    return {**told, **numbers}  # type: ignore[dict-item]  # canonical JSON knows no floats; what people read does


def _day(day: DayPlan) -> dict[str, Json]:
    added: list[Json] = [_line(rule) for rule in day.added]
    removed: list[Json] = list(day.removed)
    return {
        "date": day.day.isoformat(),
        "why": None if day.why is None else day.why.value,
        "removed_hours": removed,
        "added": added,
        "booked": day.booked,
        "kept_for_booked": day.kept_for_booked,
    }


def _line(rule: Rule) -> dict[str, Json]:
    return {
        "start_time": rule.starts.isoformat("minutes"),
        "end_time": rule.ends.isoformat("minutes"),
        "slot_duration_minutes": rule.slot_min,
        "max_patients_per_slot": rule.capacity,
    }
