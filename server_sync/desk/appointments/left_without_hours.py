"""Who is booked at a time at which their doctor sees nobody any more: what is booked stands, and the desk decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from server_sync.desk.appointments.availability import NearSlot, nearest_free
from server_sync.protocol.canonical import Json
from server_sync.records.reading import Row
from server_sync.records.tables import appointments, conflicts
from server_sync.records.values import to_wire
from server_sync.records.work import Work

KIND = "hours_changed"

MOST_WITH_ALTERNATIVES = 50
"""For how many at once free times are looked up: a doctor who leaves for a year has hundreds."""

_WORDS = "The doctor's hours changed after this was booked. The booking stands until the desk decides."


def tell_the_desk(work: Work, appointment_ids: Sequence[int]) -> None:
    """Make a conflict of each that has none of this kind that is open, with the nearest free slots."""
    rows = work.all(_BOOKED, {"ids": list(appointment_ids)}) if appointment_ids else ()
    open_already = (
        {row["record_uid"] for row in work.all(_OPEN, {"uids": [row["uid"] for row in rows]})} if rows else ()
    )
    for count, row in enumerate(row for row in rows if row["uid"] not in open_already):
        near = _near(work, row) if count < MOST_WITH_ALTERNATIVES else ()
        work.create(
            conflicts,
            location_id=row["location_id"],
            kind=KIND,
            noun="appointment",
            record_uid=row["uid"],
            patient_id=row["patient_id"],
            words=_WORDS,
            fields={},
            alternatives=[_slot(one) for one in near],
        )


def _near(work: Work, row: Row) -> Sequence[NearSlot]:
    starts_at: datetime = row["scheduled_date"]
    return nearest_free(work, row["doctor_id"], starts_at, row["duration_minutes"], public_only=False)


def _slot(near: NearSlot) -> dict[str, Json]:
    times: dict[str, Any] = {"starts_at": near.slot.starts_at, "ends_at": near.slot.ends_at}
    return {"location_id": near.location_id, **{name: to_wire(at) for name, at in times.items()}}


_BOOKED = (
    select(
        *(
            appointments.c[name]
            for name in (
                "uid",
                "patient_id",
                "doctor_id",
                "location_id",
                "scheduled_date",
                "duration_minutes",
            )
        )
    )
    .where(appointments.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(appointments.c.scheduled_date, appointments.c.id)
)
_OPEN = select(conflicts.c.record_uid).where(
    conflicts.c.record_uid.in_(bindparam("uids", expanding=True)),
    conflicts.c.kind == KIND,
    conflicts.c.decision.is_(None),
)
