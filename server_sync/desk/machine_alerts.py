"""What machines need somebody for: a printer without paper at the kiosk is told at every desk of its place.

An alert is a call for help whose `reason` says why; it ends when the machine sees itself well again, or when somebody
answered it. It takes a number of its machine's series, which nobody is called by. Of a machine that is silent the
centre tells (`central.presence`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select

from server_sync.clinic.numbers import SeriesFullError
from server_sync.desk.place import location_of
from server_sync.desk.ticket import next_token
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading
from server_sync.records.tables import devices, help_calls
from server_sync.records.work import Work

INTENT = "report_machine"
SILENT = "machine_silent"
"""The cause of a machine that the centre has not heard of; its alert counts from when it was heard last."""


@dataclass(frozen=True, slots=True)
class MachineAlert:
    """One machine that needs somebody."""

    uid: UUID
    machine: str
    """The device's name; empty where this replica does not know it."""
    cause: str
    """A stable word such as `printer_paper_out`."""
    since: datetime
    """Aware UTC."""
    device_uid: str


def report_machine(work: Work, cause: str | None) -> bool:
    """Say what this machine needs somebody for, None where it is well; whether that is news. The caller commits."""
    mine = str(work.identity.device_uid)
    standing = work.first(_MINE, {"device_uid": mine})
    if (None if standing is None else standing["reason"]) == cause:
        return False
    if standing is not None:
        work.change(help_calls, standing, answered_at=work.now)
    if cause is None:
        return True
    location = location_of(work, work.identity.location_id)
    try:
        number = next_token(work, location)
    except SeriesFullError:
        return False
    work.create(
        help_calls,
        location_id=location.id,
        device_uid=mine,
        token_number=str(number),
        business_date=number.day,
        reason=cause,
    )
    return True


def tell_of_silence(work: Work, location_id: int, device_uid: UUID, heard_at: datetime) -> bool:
    """Say that a machine was not heard of since `heard_at`; False where that was said, and perhaps answered, before.

    Its number names the silence, so that of several servers one tells of it: another commit raises StorageFault.
    """
    number = f"silent-{device_uid.hex[-12:]}-{int(heard_at.timestamp()):x}"
    if work.first(_BY_NUMBER, {"number": number}) is not None:
        return False
    work.create(
        help_calls,
        location_id=location_id,
        device_uid=str(device_uid),
        token_number=number,
        business_date=location_of(work, location_id).today(work.now),
        reason=SILENT,
        created_at=heard_at,
    )
    return True


def silences_told(reading: Reading) -> dict[UUID, UUID]:
    """The open alerts of silent machines, by the machine's uid."""
    return {UUID(row["device_uid"]): row["uid"] for row in reading.all(_SILENCES)}


def end_silence(work: Work, alert_uid: UUID) -> bool:
    """The machine was heard again; whether its alert was open still."""
    return answer_alert(work, alert_uid)


def open_alerts(reading: Reading, location_id: int) -> tuple[MachineAlert, ...]:
    """What machines of a place need somebody for, the oldest first."""
    rows = reading.all(_OPEN, {"location_id": location_id})
    names = {str(row["uid"]): row["name"] for row in reading.all(_NAMES)} if rows else {}
    return tuple(
        MachineAlert(row["uid"], names.get(row["device_uid"], ""), row["reason"], row["created_at"], row["device_uid"])
        for row in rows
    )


def answer_alert(work: Work, uid: UUID) -> bool:
    """Somebody saw to it; whether it was open. The machine reports again what it still needs somebody for."""
    row = work.first(_BY_UID, {"uid": uid})
    if row is None:
        return False
    work.change(help_calls, row, answered_at=work.now)
    return True


_IS_OPEN = and_(help_calls.c.answered_at.is_(None), help_calls.c.deleted_at.is_(None))
_REPORTED = help_calls.c.reason.startswith("printer_")
_OPEN_ALERT = and_(or_(_REPORTED, help_calls.c.reason == SILENT), _IS_OPEN)
_MINE = Prepared(
    select(help_calls)
    .where(_REPORTED, _IS_OPEN, help_calls.c.device_uid == bindparam("device_uid"))
    .order_by(help_calls.c.id.desc())
)
_BY_UID = Prepared(select(help_calls).where(_OPEN_ALERT, help_calls.c.uid == bindparam("uid")))
_OPEN = Prepared(
    select(help_calls.c.uid, help_calls.c.device_uid, help_calls.c.reason, help_calls.c.created_at)
    .where(_OPEN_ALERT, help_calls.c.location_id == bindparam("location_id"))
    .order_by(help_calls.c.created_at, help_calls.c.id)
)
_BY_NUMBER = Prepared(select(help_calls.c.id).where(help_calls.c.token_number == bindparam("number")))
_SILENCES = Prepared(select(help_calls.c.uid, help_calls.c.device_uid).where(help_calls.c.reason == SILENT, _IS_OPEN))
_NAMES = Prepared(select(devices.c.uid, devices.c.name))
