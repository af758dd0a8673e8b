"""Endpoints of patients' links: asking for one, opening one, and making one at the desk."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import Request, Response
from pydantic import BaseModel, StringConstraints

from server_sync.central.access.patient_links import Contact, NotOpened, make_link, open_link
from server_sync.central.access.rate_limits import Kind
from server_sync.central.api.answers import Refused, answer
from server_sync.central.api.auth import Token
from server_sync.central.api.fields import Body, Day, PathId
from server_sync.central.api.operations import caller_of, endpoints, operation
from server_sync.central.api.requests import centre_of
from server_sync.clinic.roles import DESK, EVERYONE
from server_sync.protocol.canonical import Json

router = endpoints("auth")

Email = Annotated[str, StringConstraints(min_length=3, max_length=254, pattern=r"^[\x21-\x3f\x41-\x7e]+@[\x21-\x7e]+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9+(][0-9+()./ -]{4,38}[0-9)]$")]


class AskBody(Body):
    """One of the two, as the clinic knows it."""

    email: Email | None = None
    phone: Phone | None = None


class OpenBody(Body):
    """The link's code; the birth date where several people share the address or phone."""

    token: Token
    date_of_birth: Day | None = None


class Asked(BaseModel):
    """The same words for everybody."""

    message: str


class OwnAccess(BaseModel):
    """A patient's own access: into the Authorization header, for half an hour."""

    access_token: str
    expires_in_s: int


class DeskLink(BaseModel):
    """`url` is for a QR code or to be read out; null where the clinic publishes none, then `token` is."""

    url: str | None
    token: str
    expires_at: datetime


_ASKED: Json = {
    "success": True,
    "data": {"message": "If we know this address or number, a link is on its way. It is good for 15 minutes."},
}


@router.post(
    "/api/auth/patient-link",
    **operation(
        "Ask for a link to one's own data",
        roles=EVERYONE,
        answers=Asked,
        example=_ASKED,
        request_example={"email": "jane@mail.example"},
        refuses=["one_contact_needed"],
        status=202,
        limit=Kind.SIGN_IN,
    ),
)
async def ask_for_link(request: Request, body: AskBody) -> Response:
    """Always the same answer, at once; what is sent is sent afterwards."""
    if (body.email is None) == (body.phone is None):
        raise Refused("one_contact_needed", "an e-mail address or a phone number, not both")
    centre, contact = centre_of(request), Contact(body.email or "", body.phone or "")
    # To ask again and again for somebody else only fills their mailbox.
    if not await centre.limits.wait_s(Kind.LINK, contact.key):
        centre.links.post(contact)
    return answer({"success": True, "data": {"message": _WORDS}}, status=202)


@router.post(
    "/api/auth/patient-session",
    **operation(
        "Open a patient's link",
        roles=EVERYONE,
        answers=OwnAccess,
        example={"success": True, "data": {"access_token": "eyJhbGciOiJIUzI1NiJ9.e30.signature", "expires_in_s": 1800}},
        request_example={"token": "from-the-link", "date_of_birth": "1958-03-14"},
        refuses=["link_refused", "birth_date_needed"],
        limit=Kind.SIGN_IN,
    ),
)
async def open_patient_link(request: Request, body: OpenBody) -> Response:
    """Where several people share the address or phone, the birth date says whose data is meant."""
    centre = centre_of(request)
    opening = await centre.run(open_link, centre.replica, centre.secret, body.token, body.date_of_birth)
    if opening is NotOpened.BIRTH_DATE_NEEDED:
        raise Refused(opening.value, "several people share this: say the birth date of the one you mean")
    if isinstance(opening, NotOpened):
        raise Refused(opening.value, "this link is not good (any more): ask for a new one")
    told: dict[str, Json] = {"access_token": opening.access_token, "expires_in_s": opening.expires_in_s}
    return answer({"success": True, "data": told})


@router.post(
    "/api/patients/{patient_id}/link",
    **operation(
        "Make a link for a patient at the desk",
        roles=DESK,
        answers=DeskLink,
        example={
            "success": True,
            "data": {
                "url": "https://clinic.example/me#shown-once",
                "token": "shown-once",
                "expires_at": "2024-01-15T10:15:00+00:00",
            },
        },
        refuses=["unknown_patient"],
    ),
)
async def make_patient_link(request: Request, patient_id: PathId) -> Response:
    """To be opened within a quarter of an hour."""
    centre = centre_of(request)
    link = await centre.run(make_link, centre.replica, centre.secret, caller_of(request), patient_id)
    if link is None:
        raise Refused("unknown_patient", "there is no such patient")
    told: dict[str, Json] = {"url": link.url, "token": link.code, "expires_at": link.expires_at.isoformat()}
    return answer({"success": True, "data": told})


_WORDS = "If we know this address or number, a link is on its way. It is good for 15 minutes."
