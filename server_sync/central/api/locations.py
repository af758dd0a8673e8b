"""Endpoints of the clinic's locations: read by all, set up by admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request, Response
from pydantic import AfterValidator, BaseModel, Field, JsonValue, StrictBool, StringConstraints

from server_sync.central.access.callers import Caller
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.fields import LARGEST_ID, Body, LongText, Name, PathId, ShortText
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.patient_answers import Phone
from server_sync.central.api.requests import centre_of
from server_sync.central.api.setup_refusals import row_of
from server_sync.central.desk import clinic_setup
from server_sync.clinic.consent import MOST_LANGUAGES
from server_sync.clinic.policy_documents import stored_policy
from server_sync.clinic.roles import EVERYONE, Role
from server_sync.clinic.visit_reasons import MOST_REASONS
from server_sync.protocol.canonical import Json
from server_sync.records.reading import Row

router = endpoints("locations")

Code = Annotated[str, StringConstraints(max_length=8, pattern=r"^[A-Z0-9]*$")]
Zone = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_+/-]+$")]
Language = Annotated[str, StringConstraints(max_length=16, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Address = Annotated[str, StringConstraints(max_length=500, pattern=r"^https?://[!-~]+$")]
_CONTROLS = {code: None for code in range(32) if chr(code) != "\n"}


def _as_logged(value: object) -> object:
    """The log that tells of a policy holds no fractions, no vast numbers and no control characters."""
    if isinstance(value, dict):
        return {str(name).translate(_CONTROLS): _as_logged(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_as_logged(item) for item in value]
    if isinstance(value, str):
        return value.translate(_CONTROLS)
    if isinstance(value, int) and abs(value) > LARGEST_ID:
        return str(value)
    return stored_policy(value)


Policy = Annotated[dict[str, JsonValue], Field(max_length=50), AfterValidator(_as_logged)]
Texts = Annotated[dict[str, JsonValue], Field(max_length=MOST_LANGUAGES), AfterValidator(_as_logged)]
Reasons = Annotated[list[JsonValue], Field(max_length=MOST_REASONS), AfterValidator(_as_logged)]


class LocationDetails(Body):
    """What is to be changed; what is left out stays. Null empties what may be empty."""

    name: Name = ""
    time_zone: Zone = ""
    code: Code = ""
    default_language: Language = "en"
    address: LongText | None = None
    phone: Phone | None = None
    opening_hours: ShortText | None = None
    waiting_area: ShortText | None = None
    public_url: Address | None = None
    public_booking: StrictBool = True
    queue_policy: Policy | None = None
    lease_policy: Policy | None = None
    consent: Texts | None = None
    visit_reasons: Reasons | None = None
    currency: Currency = "EUR"


class LocationBody(LocationDetails):
    """A new location. `time_zone` is an IANA name; `code` stands in its numbers, only the first location has none."""

    name: Name
    time_zone: Zone


class LocationAnswer(BaseModel):
    """A location. `queue_policy` is null where nothing differs from the day clinic's, and `lease_policy` where nothing
    differs from the usual shares of places that devices hold; both are null for all but staff. `consent` is the text to
    which people are asked to agree, by language, null where nobody is asked; `visit_reasons` is why people come without
    an appointment, null where the program's own reasons serve.
    """

    id: int
    name: str
    code: str
    time_zone: str
    default_language: str
    address: str | None
    phone: str | None
    opening_hours: str | None
    waiting_area: str | None
    public_url: str | None
    public_booking: bool
    queue_policy: JsonValue
    lease_policy: JsonValue
    consent: JsonValue
    visit_reasons: JsonValue
    currency: str


_LOCATION: dict[str, Json] = {
    "id": 1,
    "name": "Riverside Clinic",
    "code": "",
    "time_zone": "Europe/London",
    "default_language": "en",
    "address": None,
    "phone": "+44 20 7946 0000",
    "opening_hours": "Mon-Fri 8:00-18:00",
    "waiting_area": "Waiting area B",
    "public_url": "https://clinic.example",
    "public_booking": True,
    "queue_policy": None,
    "lease_policy": None,
    "consent": {"en": "I agree that the clinic keeps what I say here in its records."},
    "visit_reasons": [{"code": "travel", "words": {"en": "A travel vaccination"}, "icon": "syringe"}],
    "currency": "EUR",
}
_EXAMPLE: Json = {"success": True, "data": _LOCATION}
_WRONG = ("no_such_time_zone", "code_taken", "policy_refused")


@router.get(
    "/api/locations",
    **operation(
        "The clinic's locations",
        roles=EVERYONE,
        answers=list[LocationAnswer],
        example={"success": True, "data": [_LOCATION]},
    ),
)
async def list_locations(request: Request) -> Response:
    """All, or for the public those where anybody may book."""
    centre, caller = centre_of(request), caller_of(request)
    rows = await centre.run(clinic_setup.locations, centre.replica, caller)
    told: list[Json] = [_told(row, caller) for row in rows]
    return answer({"success": True, "data": told})


@router.get(
    "/api/locations/{location_id:id}",
    **operation(
        "A location", roles=EVERYONE, answers=LocationAnswer, example=_EXAMPLE, refuses=["unknown_place"]
    ),
)  # fmt: skip
async def read_location(request: Request, location_id: PathId) -> Response:
    """One of those that the list tells of."""
    centre, caller = centre_of(request), caller_of(request)
    row = await centre.run(clinic_setup.location, centre.replica, caller, location_id)
    if row is None:
        raise Refused("unknown_place", "there is no such location")
    return answer({"success": True, "data": _told(row, caller)})


@router.post(
    "/api/locations",
    **operation(
        "Make a location known",
        roles={Role.ADMIN},
        answers=LocationAnswer,
        example=_EXAMPLE,
        request_example={"name": "Northgate Clinic", "code": "N2", "time_zone": "Europe/London"},
        refuses=_WRONG,
    ),
)
async def add_location(request: Request, body: LocationBody) -> Response:
    """Make one of the clinic's locations known, before its devices join."""
    centre, caller = centre_of(request), caller_of(request)
    values = {"code": "", **body.model_dump(exclude_unset=True)}
    outcome = await centre.run(clinic_setup.add_location, centre.replica, caller, values)
    return answer({"success": True, "data": _told(row_of(outcome), caller)})


@router.put(
    "/api/locations/{location_id:id}",
    **operation(
        "Change a location",
        roles={Role.ADMIN},
        answers=LocationAnswer,
        example=_EXAMPLE,
        request_example={"opening_hours": "Mon-Sat 8:00-20:00", "public_booking": False},
        refuses=["unknown_place", *_WRONG],
    ),
)
async def change_location(request: Request, location_id: PathId, body: LocationDetails) -> Response:
    """Change what is named."""
    centre, caller = centre_of(request), caller_of(request)
    values = body.model_dump(exclude_unset=True)
    outcome = await centre.run(clinic_setup.change_location, centre.replica, caller, location_id, values)
    return answer({"success": True, "data": _told(row_of(outcome), caller)})


def _told(row: Row, caller: Caller) -> dict[str, Json]:
    told: dict[str, Json] = {name: row[name] for name in _LOCATION}
    return told if caller.is_staff else told | {"queue_policy": None, "lease_policy": None}
