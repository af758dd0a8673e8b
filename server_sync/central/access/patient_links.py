"""How a patient proves who they are: a short-lived link to the address or phone that the clinic knows them by.

The link names nobody. A family may share one address or phone: then whoever opens the link also says whose data they
want to see, by birth date, so that nobody reads another's by chance, and no name is written into a shared mailbox.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import bindparam, func, select

from server_sync.central.access.audit import record_reading
from server_sync.central.access.callers import Caller
from server_sync.central.access.messengers import Messenger
from server_sync.central.access.one_purpose import Opened, is_genuine, opened, sign
from server_sync.central.access.tokens import Claims, issue
from server_sync.clinic.identity import digits_of, phone_key
from server_sync.clinic.roles import Role
from server_sync.clinic.search_terms import email_term
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import audit_trail, locations, patient_terms, patients

TO_OPEN = timedelta(minutes=15)
OPEN_FOR = timedelta(minutes=30)
_MAKING = timedelta(minutes=1)
"""Between the note that a link is made and the code itself, at most."""

MOST_SHARING = 10
"""People who share an address or a phone; beyond it it is no family's."""

BY_EMAIL, BY_PHONE, AT_THE_DESK = "link_by_email", "link_by_phone", "link_at_the_desk"
"""Purposes of codes: sent to a contact that several may share, or made for the one who stands there."""

MAKING = "make_patient_link"
"""What a link that is made at the desk is called in the audit trail."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a link is to go; one of the two."""

    email: str = ""
    phone: str = ""

    @property
    def key(self) -> str:
        """What two spellings share; for counting, never for writing down."""
        return self.email.strip().casefold() or phone_key(self.phone) or ""


@dataclass(frozen=True, slots=True)
class Link:
    """A way to one patient's data. `code` is what the page at `url` sends to open it."""

    url: str | None
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Opening:
    """A patient's own access, for half an hour."""

    access_token: str
    expires_in_s: int


class NotOpened(StrEnum):
    """Why a link opens nothing."""

    REFUSED = "link_refused"
    BIRTH_DATE_NEEDED = "birth_date_needed"


def send_link(replica: Replica, secret: str, contact: Contact, messenger: Messenger) -> bool:
    """Send a link where the clinic knows somebody by `contact`; whether it did. Raises TransportFault, StorageFault.

    Blocks as long as sending takes: after the answer, in a thread, so that nobody can tell from outside.
    """
    with replica.read() as reading:
        known = _sharing(reading, contact)
        base = reading.scalar(_PUBLIC_URL)
    if not known or base is None:
        return False
    code = sign(secret, BY_EMAIL if contact.email else BY_PHONE, known[0]["uid"], replica.clock.now(), TO_OPEN)
    minutes = int(TO_OPEN.total_seconds() / 60)
    text = (
        f"Your link to your appointments, good for {minutes} minutes: {_url(base, code)}\n"
        "If you did not ask for it, do nothing: it opens nothing by itself."
    )
    # To where the clinic knows them, not to how somebody spelled it.
    messenger.send(known[0]["email"] if contact.email else known[0]["phone"], "Your link", text)
    return True


def make_link(replica: Replica, secret: str, caller: Caller, patient_id: int) -> Link | None:
    """A link for a patient who stands at the desk; None where there is no such patient. It is in the audit trail."""
    with replica.read() as reading:
        patient = reading.first(_BY_ID, {"id": patient_id})
        base = reading.scalar(_PUBLIC_URL)
    if patient is None:
        return None
    record_reading(replica, caller, MAKING, [patient["uid"]])
    now = replica.clock.now()
    code = sign(secret, AT_THE_DESK, patient["uid"], now, TO_OPEN)
    return Link(None if base is None else _url(base, code), code, now + TO_OPEN)


def open_link(replica: Replica, secret: str, code: str, born: date | None) -> Opening | NotOpened:
    """Trade a link's code for access to one patient's data; in the audit trail. Raises StorageFault."""
    said, now = opened(code), replica.clock.now()
    if said is None:
        return NotOpened.REFUSED
    purpose = next((one for one in (BY_EMAIL, BY_PHONE, AT_THE_DESK) if is_genuine(secret, one, said, now)), None)
    if purpose is None:
        return NotOpened.REFUSED
    with replica.read() as reading:
        first = reading.first(_BY_UID, {"uid": said.uid})
        if first is None:
            return NotOpened.REFUSED
        meant = _holders(reading, first, purpose)
        maker = _maker(reading, first["uid"], said) if purpose == AT_THE_DESK else None
    if len(meant) > 1 and born is None:
        return NotOpened.BIRTH_DATE_NEEDED
    fitting = [one for one in meant if len(meant) == 1 or one["date_of_birth"] == born]
    if len(fitting) != 1:
        return NotOpened.REFUSED
    uid = fitting[0]["uid"]
    record_reading(replica, Caller(Role.PATIENT, "patient", patient_uid=uid), "open_patient_link", [uid])
    if maker is not None:
        record_reading(replica, Caller(Role.PATIENT, maker, patient_uid=uid), "patient_link_of_theirs_opened", [uid])
    token = issue(secret, Claims(Role.PATIENT, uid, None), now, OPEN_FOR)
    return Opening(token, int(OPEN_FOR.total_seconds()))


def _maker(reading: Reading, uid: UUID, said: Opened) -> str | None:
    """Which member of staff made a link at the desk: the code has no room for it, the audit trail says so.

    A code's end is cut to whole seconds, so that the entry may be dated up to one later than it seems.
    """
    latest = said.expires_at - TO_OPEN + timedelta(seconds=1)
    made = reading.first(_MADE, {"uid": uid, "earliest": latest - _MAKING, "latest": latest})
    return None if made is None else str(made["actor"])


def _holders(reading: Reading, first: Row, purpose: str) -> Sequence[Row]:
    """Everybody whose link this may be: those with the very address or number that it was sent to, and no other.

    A stranger may have booked with somebody's phone and an address of their own: that address opens the stranger's.
    """
    if purpose == BY_EMAIL:
        return _sharing(reading, Contact(email=first["email"] or "")) or [first]
    if purpose == BY_PHONE:
        own = digits_of(first["phone"] or "").lstrip("0")
        sharing = _sharing(reading, Contact(phone=first["phone"] or ""))
        return [one for one in sharing if digits_of(one["phone"] or "").lstrip("0") == own] or [first]
    return [first]


def _sharing(reading: Reading, contact: Contact) -> Sequence[Row]:
    """The patients whom the clinic knows by this contact; none where too many share it."""
    if contact.email:
        email = contact.email.strip().lower()
        found = reading.all(_BY_EMAIL, {"term": email_term(email), "email": email})
    else:
        key = phone_key(contact.phone)
        found = [] if key is None else reading.all(_BY_PHONE, {"phone_key": key})
        found = [one for one in found if _is_same_number(one["phone"], contact.phone)]
    return found if len(found) <= MOST_SHARING else []


def _is_same_number(kept: str | None, typed: str) -> bool:
    """One is the other with a country's code or a zero before it."""
    short, long = sorted((digits_of(kept or "").lstrip("0"), digits_of(typed).lstrip("0")), key=len)
    return bool(short) and long.endswith(short)


def _url(base: str, code: str) -> str:
    """After the #, so that no server and no proxy on the way ever sees the code."""
    return f"{base.rstrip('/')}/me#{code}"


_ALIVE = (
    select(patients.c.uid, patients.c.email, patients.c.phone, patients.c.date_of_birth)
    .where(patients.c.deleted_at.is_(None), patients.c.erased_at.is_(None), patients.c.merged_into_uid.is_(None))
    .order_by(patients.c.id)
    .limit(MOST_SHARING + 1)
)
_BY_ID = _ALIVE.where(patients.c.id == bindparam("id"))
_BY_UID = _ALIVE.where(patients.c.uid == bindparam("uid"))
# By the search term, which has an index; very long addresses share one without being the same.
_BY_EMAIL = _ALIVE.where(
    patients.c.id.in_(select(patient_terms.c.patient_id).where(patient_terms.c.term == bindparam("term"))),
    func.lower(patients.c.email) == bindparam("email"),
)
_MADE = (
    select(audit_trail.c.actor)
    .where(
        audit_trail.c.record_uid == bindparam("uid"),
        audit_trail.c.intent == MAKING,
        audit_trail.c.at >= bindparam("earliest"),
        audit_trail.c.at <= bindparam("latest"),
    )
    .order_by(audit_trail.c.id.desc())
    .limit(1)
)
_BY_PHONE = _ALIVE.where(patients.c.phone_key == bindparam("phone_key"))
_PUBLIC_URL = (
    select(locations.c.public_url)
    .where(locations.c.public_url.is_not(None), locations.c.deleted_at.is_(None))
    .order_by(locations.c.id)
    .limit(1)
)
