"""What is said of an appointment's place: to whoever made it, and to the desk that has to find another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from server_sync.desk.appointments.availability import NearSlot
from server_sync.merge.verdicts import Dispute, Outcome, Verdict
from server_sync.protocol.canonical import Json
from server_sync.records.reading import Row
from server_sync.records.values import to_wire

Stamped = tuple[dict[str, Json], dict[str, str]]
"""Values for the wire, and who wrote them."""


def confirmed(row: Row, stamped: Stamped) -> Verdict:
    """A provisional booking found its place free."""
    words = "Booked without a connection: the place was free and is theirs."
    return Verdict(
        "appointment", row["uid"], Outcome.PROVISIONAL_CONFIRMED, stamped[0], resolution=words, stamps=stamped[1]
    )


def moved(row: Row, stamped: Stamped, to: NearSlot, others: Sequence[NearSlot]) -> Verdict:
    """Its place was taken, and the doctor's nearest free one is theirs."""
    words = (
        f"This time was taken meanwhile. The appointment was moved to {_said(to.slot.starts_at, to.time_zone)}. "
        "Please tell the patient."
    )
    times: Json = {"standing": to_wire(to.slot.starts_at), "offered": to_wire(row["scheduled_date"]), "based_on": None}
    return _for_the_desk(row, stamped, Outcome.MOVED_TO_FREE_SLOT, words, others, {"scheduled_date": times})


def without_place(
    row: Row, stamped: Stamped, near: Sequence[NearSlot], outcome: Outcome, *, keeps_another: bool = False
) -> Verdict:
    """It finds no place: it stands without one, or with the one that it has, until the desk decides."""
    if keeps_another:
        words = "A machine that was cut off confirmed another time than the one that the appointment has now."
    elif outcome is Outcome.OUTSIDE_HOURS:
        words = "The doctor does not see patients at this time. The appointment stands without a place until the desk"
        words += " decides."
    else:
        words = "This time was taken meanwhile. The appointment stands without a place until the desk decides."
    return _for_the_desk(row, stamped, outcome, words, near)


def needs_other_hours(row: Row, stamped: Stamped, near: Sequence[NearSlot]) -> Verdict:
    """Its place is theirs, but the doctor will not be there."""
    words = "The doctor's hours changed after this was booked. The booking stands until the desk decides."
    return _for_the_desk(row, stamped, Outcome.HOURS_CHANGED, words, near)


def alternatives(near: Sequence[NearSlot]) -> list[Json]:
    """Free slots as a conflict keeps them."""
    return [
        {
            "location_id": one.location_id,
            "starts_at": to_wire(one.slot.starts_at),
            "ends_at": to_wire(one.slot.ends_at),
        }
        for one in near
    ]


def _for_the_desk(
    row: Row,
    stamped: Stamped,
    outcome: Outcome,
    words: str,
    near: Sequence[NearSlot],
    fields: dict[str, Json] | None = None,
) -> Verdict:
    dispute = Dispute(
        outcome.value, "appointment", row["uid"], fields or {}, words, alternatives=alternatives(near)
    )  # fmt: skip
    return Verdict(
        "appointment",
        row["uid"],
        outcome,
        stamped[0],
        resolution=words,
        needs_a_person=True,
        stamps=stamped[1],
        dispute=dispute,
    )


def _said(moment: datetime, time_zone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(time_zone)):%A %d %B %Y, %H:%M}"
