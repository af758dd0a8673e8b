"""The demo's waiting room before anybody has touched anything: some have come, one is in a room, one is known twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select

from server_sync.clinic.numbers import patient_number
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.queue.calling import call_next
from server_sync.desk.queue.outcomes import Done
from server_sync.desk.queue.steps import set_status
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, patients, queue_management
from server_sync.records.work import Work

HAVE_COME = (3, 2, 1)
"""With the first doctors, in that order."""
LEFT_TO_TRY = 8
"""Appointments nearest to now that nobody checks in: whoever tries the demo does."""
_WALK_INS = ("A cough since Tuesday", "A letter for work")
_INTENT, _ACTOR = "demo_clinic", "system"
_TWICE = "patient001@example.org"


def let_some_wait(replica: Replica, location_id: int, now: datetime) -> None:
    """Fill the lines of a day that nobody has come to yet; a day on which somebody has is left as it is.

    `now` is aware, in the clinic's zone. Raises StorageFault.
    """
    with replica.read() as reading:
        if reading.scalar(_PLACES, {"location_id": location_id, "today": now.date()}):
            return
        coming = _coming(reading, location_id, now)
        strangers = _strangers(reading)
    with replica.work(_INTENT, _ACTOR) as work:
        for row in coming:
            check_in(work, row["uid"], TicketPrinting("en"))
        for patient, reason in zip(strangers, _WALK_INS, strict=False):
            join(work, Joining(patient["id"], location_id, reason_for_visit=reason))
        _register_somebody_again(work, now.year)
    if coming:
        with replica.work(_INTENT, _ACTOR) as work:
            called = call_next(work, location_id, coming[0]["doctor_id"])
            if isinstance(called, Done):
                set_status(work, called.place.place.id, QueueStatus.IN_CONSULTATION)


def _coming(reading: Reading, location_id: int, now: datetime) -> Sequence[Row]:
    """Whose appointment is near, as many of each doctor's as `HAVE_COME` says."""
    expected = reading.all(
        select(appointments.c.uid, appointments.c.doctor_id, appointments.c.scheduled_date)
        .where(appointments.c.location_id == location_id, appointments.c.status == "scheduled")
        .order_by(appointments.c.doctor_id, appointments.c.scheduled_date, appointments.c.id)
    )
    doctors = list(dict.fromkeys(row["doctor_id"] for row in expected))
    nearest = sorted(expected, key=lambda row: abs(row["scheduled_date"] - now))[LEFT_TO_TRY:]
    return [
        row
        for doctor_id, count in zip(doctors, HAVE_COME, strict=False)
        for row in [row for row in nearest if row["doctor_id"] == doctor_id][:count]
    ]


def _strangers(reading: Reading) -> Sequence[Row]:
    """Patients who have no appointment."""
    booked = select(appointments.c.patient_id)
    return reading.all(
        select(patients.c.id)
        .where(patients.c.id.not_in(booked), patients.c.email.like("patient%@example.org"))
        .order_by(patients.c.id)
        .limit(len(_WALK_INS))
    )


def _register_somebody_again(work: Work, year: int) -> None:
    """As a hurried desk would: one letter less, the same telephone and birth date, another record."""
    first = work.first(select(patients).where(patients.c.email == _TWICE))
    if first is None or len(work.all(select(patients.c.id).where(patients.c.phone == first["phone"]))) > 1:
        return
    kept = {name: first[name] for name in ("first_name", "gender", "date_of_birth", "phone")}
    number = patient_number(year, "", work.next_count(f"patient_number:{year}"))
    work.create(patients, **kept, last_name=first["last_name"][:-1], patient_number=number)


_PLACES = select(func.count()).where(
    queue_management.c.location_id == bindparam("location_id"), queue_management.c.business_date == bindparam("today")
)
