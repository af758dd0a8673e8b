"""Endpoints of those who work at the clinic: doctors for all who book, everybody for colleagues, set up by admins."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Request, Response
from pydantic import BaseModel, StrictBool

from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import Body, Id, Name, PathId, QueryId, ShortText
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.patient_answers import Email, Phone
from server_sync.central.api.requests import centre_of
from server_sync.central.api.setup_refusals import row_of
from server_sync.central.desk import clinic_setup
from server_sync.clinic.roles import EVERYONE, STAFF, Role
from server_sync.protocol.canonical import Json
from server_sync.records.reading import Row

router = endpoints("staff")

StaffRole = Literal["receptionist", "nurse", "doctor", "admin"]


class StaffDetails(Body):
    """What is to be changed; what is left out stays. Without `location_id` somebody works at all locations."""

    display_name: Name = ""
    role: StaffRole = "receptionist"
    specialty: ShortText | None = None
    room: ShortText | None = None
    email: Email | None = None
    phone: Phone | None = None
    location_id: Id | None = None
    is_active: StrictBool = True


class StaffBody(StaffDetails):
    """Somebody new who works at the clinic. How they sign in is set up apart."""

    display_name: Name
    role: StaffRole


class StaffAnswer(BaseModel):
    """Somebody who works at the clinic; `location_id` is null for those who work at all locations."""

    id: int
    uid: UUID
    display_name: str
    role: str
    specialty: str | None
    room: str | None
    email: str | None
    phone: str | None
    location_id: int | None
    is_active: bool


class DoctorAnswer(BaseModel):
    """A doctor who sees patients; `email` and `phone` are null for all but staff."""

    id: int
    uid: UUID
    display_name: str
    specialty: str | None
    room: str | None
    location_id: int | None
    email: str | None
    phone: str | None


_DOCTOR: dict[str, Json] = {
    "id": 7,
    "uid": "01890a5d-ac96-774b-bcce-b302099a8057",
    "display_name": "Dr Okafor",
    "specialty": "General practice",
    "room": "Room 3",
    "location_id": 1,
    "email": None,
    "phone": None,
}
_PERSON: dict[str, Json] = _DOCTOR | {"role": "doctor", "is_active": True}
_EXAMPLE: Json = {"success": True, "data": _PERSON}
_WRONG = ("unknown_place", "email_taken", "not_allowed")


@router.get(
    "/api/doctors",
    **operation(
        "Doctors who see patients",
        roles=EVERYONE,
        answers=list[DoctorAnswer],
        example={"success": True, "data": [_DOCTOR]},
    ),
)
async def list_doctors(request: Request, location_id: QueryId | None = None) -> Response:
    """By name; for the public those of locations where anybody may book."""
    centre, caller = centre_of(request), caller_of(request)
    rows = await centre.run(clinic_setup.doctors, centre.replica, caller, location_id)
    hidden: dict[str, Json] = {} if caller.is_staff else {"email": None, "phone": None}
    told: list[Json] = [_told(row, _DOCTOR) | hidden for row in rows]
    return answer({"success": True, "data": told})


@router.get(
    "/api/staff",
    **operation(
        "Who works at the clinic",
        roles=STAFF,
        answers=list[StaffAnswer],
        example={"success": True, "data": [_PERSON]},
    ),
)
async def list_staff(
    request: Request,
    location_id: QueryId | None = None,
    role: Annotated[StaffRole | None, Query()] = None,
    only_active: Annotated[bool, Query()] = True,
) -> Response:
    """By name; staff of one location see those who work there."""
    centre, caller = centre_of(request), caller_of(request)
    rows = await centre.run(clinic_setup.staff, centre.replica, caller, location_id, role, only_active=only_active)
    told: list[Json] = [_told(row, _PERSON) for row in rows]
    return answer({"success": True, "data": told})


@router.post(
    "/api/staff",
    **operation(
        "Make somebody who works at the clinic known",
        roles={Role.ADMIN},
        answers=StaffAnswer,
        example=_EXAMPLE,
        request_example={"display_name": "Dr Okafor", "role": "doctor", "specialty": "General practice"},
        refuses=_WRONG,
    ),
)
async def add_person(request: Request, body: StaffBody) -> Response:
    """Make a doctor, nurse, receptionist or admin known."""
    centre, caller = centre_of(request), caller_of(request)
    values = body.model_dump(exclude_unset=True)
    if caller.location_id is not None:
        values.setdefault("location_id", caller.location_id)
    outcome = await centre.run(clinic_setup.add_person, centre.replica, caller, values)
    return answer({"success": True, "data": _told(row_of(outcome), _PERSON)})


@router.get(
    "/api/staff/{user_id:id}",
    **operation(
        "Somebody who works at the clinic",
        roles=STAFF,
        answers=StaffAnswer,
        example=_EXAMPLE,
        refuses=["unknown_user"],
    ),
)
async def read_person(request: Request, user_id: PathId) -> Response:
    """A colleague."""
    centre = centre_of(request)
    row = await centre.run(clinic_setup.colleague, centre.replica, caller_of(request), user_id)
    if row is None:
        raise Refused("unknown_user", "there is nobody of that id")
    return answer({"success": True, "data": _told(row, _PERSON)})


@router.put(
    "/api/staff/{user_id:id}",
    **operation(
        "Change somebody who works at the clinic",
        roles={Role.ADMIN},
        answers=StaffAnswer,
        example=_EXAMPLE,
        request_example={"room": "Room 5"},
        refuses=["unknown_user", "last_admin", *_WRONG],
    ),
)
async def change_person(request: Request, user_id: PathId, body: StaffDetails) -> Response:
    """Change what is named."""
    centre, caller = centre_of(request), caller_of(request)
    values = body.model_dump(exclude_unset=True)
    outcome = await centre.run(clinic_setup.change_person, centre.replica, caller, user_id, values)
    return answer({"success": True, "data": _told(row_of(outcome), _PERSON)})


@router.post(
    "/api/staff/{user_id:id}/deactivate",
    **operation(
        "Let somebody work at the clinic no more",
        roles={Role.ADMIN},
        answers=StaffAnswer,
        example=_EXAMPLE,
        refuses=["unknown_user", "last_admin", "not_allowed"],
    ),
)
async def deactivate(request: Request, user_id: PathId) -> Response:
    """Their sessions end within seconds; what they did stays theirs."""
    centre, caller = centre_of(request), caller_of(request)
    outcome = await centre.run(clinic_setup.change_person, centre.replica, caller, user_id, {"is_active": False})
    return answer({"success": True, "data": _told(row_of(outcome), _PERSON)})


def _told(row: Row, like: dict[str, Json]) -> dict[str, Json]:
    return {name: str(row[name]) if name == "uid" else row[name] for name in like}
