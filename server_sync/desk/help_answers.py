"""Calls for help as staff see them: who calls, from which machine, since when; and that somebody went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import bindparam, case, or_, select

from server_sync.clinic.numbers import short_number
from server_sync.desk.place import location_of
from server_sync.desk.queue.places import EMERGENCY
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading
from server_sync.records.tables import devices, help_calls
from server_sync.records.work import Work

INTENT = "answer_help_call"


class Word(StrEnum):
    """What somebody said at a kiosk that staff should see to, while they wait like everybody else: it is no alarm."""

    DETAILS_CHANGED = "details_changed"
    CONSENT_DECLINED = "consent_declined"
    DETAILS_AND_CONSENT = "details_and_consent"


SAID_ALONE = tuple(word.value for word in Word)


@dataclass(frozen=True, slots=True)
class HelpCall:
    """Somebody at a machine who wants a person. `since` is aware, in UTC."""

    uid: UUID
    machine: str
    """The device's name; empty where this replica does not know it."""
    number: str
    """As seen and spoken: `B 17`."""
    since: datetime
    is_emergency: bool
    """They must be seen at once."""
    word: Word | None = None
    """What they said, where they did not call: the number is that of their place in the queue."""


def open_help_calls(reading: Reading, location_id: int) -> tuple[HelpCall, ...]:
    """Today's calls of a location that nobody has answered: emergencies, who calls, what was said; the oldest first."""
    today = location_of(reading, location_id).today(reading.now)
    rows = reading.all(_OPEN, {"location_id": location_id, "today": today})
    names = {str(row["uid"]): row["name"] for row in reading.all(_NAMES)} if rows else {}
    return tuple(
        HelpCall(
            uid=row["uid"],
            machine=names.get(row["device_uid"], ""),
            number=short_number(row["token_number"].partition("~")[0]),
            since=row["created_at"],
            is_emergency=row["reason"] == EMERGENCY,
            word=Word(row["reason"]) if row["reason"] in SAID_ALONE else None,
        )
        for row in rows
    )


def answer_help_call(work: Work, uid: UUID) -> bool:
    """Somebody went; whether it was still open. Of two desks that answer one call the first did."""
    row = work.first(_BY_UID, {"uid": uid})
    if row is None:
        return False
    work.change(help_calls, row, answered_at=work.now)
    return True


_IS_OPEN = (
    help_calls.c.answered_at.is_(None),
    help_calls.c.deleted_at.is_(None),
    or_(help_calls.c.reason.is_(None), *(help_calls.c.reason == reason for reason in (EMERGENCY, *SAID_ALONE))),
)
_RANK = case((help_calls.c.reason == EMERGENCY, 0), (help_calls.c.reason.is_(None), 1), else_=2)
_OPEN = Prepared(
    select(
        help_calls.c.uid,
        help_calls.c.device_uid,
        help_calls.c.token_number,
        help_calls.c.created_at,
        help_calls.c.reason,
    )
    .where(
        help_calls.c.location_id == bindparam("location_id"),
        help_calls.c.business_date == bindparam("today"),
        *_IS_OPEN,
    )
    .order_by(_RANK, help_calls.c.created_at, help_calls.c.id)
)
_BY_UID = Prepared(select(help_calls).where(*_IS_OPEN, help_calls.c.uid == bindparam("uid")))
_NAMES = Prepared(select(devices.c.uid, devices.c.name))
