"""A place in the queue under a step: locked with its appointment, so that of two desks only one takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from server_sync.clinic.ids import alarm_uid
from server_sync.clinic.numbers import appointment_number
from server_sync.clinic.queue_explanation import Explanation
from server_sync.clinic.queue_policy import EMERGENCY_LEVEL
from server_sync.clinic.stamps import OF_A_STEP
from server_sync.clinic.visits import AppointmentStatus, QueueStatus, next_round, next_statuses, step_after
from server_sync.clinic.waits import WaitEstimate
from server_sync.desk.place import clinic_series
from server_sync.desk.queue.line import NOT_BOOKED
from server_sync.desk.queue.outcomes import Done, IllegalStep, Unknown
from server_sync.desk.queue.view import OnePlace, place_at
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, help_calls, queue_management, sent_columns, users
from server_sync.records.work import Work

NOT_CALLED: dict[str, Any] = {"called_time": None, "called_by": None, "called_room": None, "recall_count": 0}
"""What a place says of a call that is taken back."""

_GIVEN_UP = frozenset({AppointmentStatus.CANCELLED, AppointmentStatus.RESCHEDULED})

EMERGENCY = "emergency"
"""The reason of a call for help (`help_calls.reason`) that cannot wait for its turn."""
NOT_OVERRIDDEN: dict[str, Any] = {"override_at": None, "override_by": None, "override_reason": None}


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """A place and its appointment, as they stand until this work commits."""

    row: Row
    appointment: Row | None
    is_over_for_good: bool = False
    """Cancelled, and another number stands for the visit: its own, or that of a check-in after it."""

    @property
    def status(self) -> QueueStatus:
        """Where it stands."""
        return QueueStatus(self.row["current_status"])

    @property
    def is_booked(self) -> bool:
        """Whether somebody booked its time; else its appointment only tells of the visit."""
        return self.appointment is not None and self.appointment["appointment_type"] not in NOT_BOOKED

    @property
    def is_for_another_time(self) -> bool:
        """Whether what was booked was called off or moved: somebody else may have its time, or it a new one."""
        if self.appointment is None:
            return False
        is_moved = self.appointment["status"] == AppointmentStatus.RESCHEDULED
        return is_moved or (self.is_booked and self.appointment["status"] in _GIVEN_UP)

    def legal(self) -> tuple[QueueStatus, ...]:
        """The states that may follow; an emergency never waits, and no place comes back for another time's booking."""
        after = next_statuses(self.status)
        if self.status is QueueStatus.CANCELLED and (self.is_for_another_time or self.is_over_for_good):
            return ()
        if self.row["triage_level"] == EMERGENCY_LEVEL:
            after -= {QueueStatus.WAITING}
        return tuple(sorted(after))

    def refused(self, words: str) -> IllegalStep:
        """The answer to a step that does not follow."""
        return IllegalStep(self.status, self.legal(), words)


def hold_place(work: Work, place_id: int, location_id: int | None) -> HeldPlace | Unknown:
    """Lock a place; unknown where there is none, or none of the location that the caller is bound to.

    The appointment first and then the place, as the ingest locks them: neither waits for the other in a circle.
    """
    known = work.first(_REFERENCE, {"id": place_id})
    if known is None or location_id not in (None, known["location_id"]):
        return Unknown("place")
    appointment = work.first(_APPOINTMENT, {"id": known["appointment_id"]}) if known["appointment_id"] else None
    row = work.first(LOCKED_PLACE, {"id": place_id})
    return Unknown("place") if row is None else HeldPlace(row, appointment, _is_over_for_good(work, row))


def _is_over_for_good(work: Work, row: Row) -> bool:
    if row["current_status"] != QueueStatus.CANCELLED.value:
        return False
    if row["alias_of"] is not None:
        return True
    appointment_id = row["appointment_id"]
    return appointment_id is not None and work.first(_ANOTHER_PLACE, {"appointment_id": appointment_id}) is not None


def done(work: Work, place_id: int) -> Done:
    """The place as it stands after this work's writes."""
    return Done(shown(work, place_id))


def shown(reading: Reading, place_id: int) -> OnePlace:
    """A place that is known to be there. Raises LookupError where it is not."""
    place = place_at(reading, place_id)
    if place is None:
        raise LookupError("a place that was just written is gone")
    return place


def doctor_at(reading: Reading, doctor_id: int, location_id: int) -> Row | None:
    """A doctor who works there: of that location, or of all."""
    return reading.first(_DOCTOR, {"id": doctor_id, "location_id": location_id})


def home_of(reading: Reading, doctor_id: int) -> int | None:
    """The location that a doctor belongs to; None for one who works at all of them, or is unknown."""
    row = reading.first(_HOME, {"id": doctor_id})
    return None if row is None else row["location_id"]


def take_step(work: Work, row: Row, wanted: QueueStatus, **values: Any) -> None:
    """Move a visit on, or back into a new round. To the same state again (called, parked, handed over anew) is a new
    round, too. The log says all that belongs to a step, so that a merge takes the whole of it or nothing.
    """
    step = step_after(row["step"], QueueStatus(row["current_status"]), wanted)
    _write_step(work, row, current_status=wanted.value, step=step, **values)


def go_on(work: Work, row: Row, **values: Any) -> None:
    """Take a step that leaves a visit's state and round as they are."""
    _write_step(work, row, step=row["step"] + 1, **values)


def take_back(work: Work, row: Row, values: Mapping[str, Any]) -> None:
    """Put back what a step replaced; a step that is undone begins a new round."""
    if "step" not in values:
        work.change(queue_management, row, **values)
        return
    _write_step(work, row, **{**values, "step": next_round(row["step"])})


def _write_step(work: Work, row: Row, **values: Any) -> None:
    """What changes nothing (parked again, handed over to the same doctor) is no step."""
    if all(row[name] == value for name, value in values.items() if name != "step"):
        return
    work.change(queue_management, row, **values)
    work.restate(queue_management, row, *OF_A_STEP)


def change_appointment(work: Work, held: HeldPlace, status: AppointmentStatus) -> None:
    """Let the appointment follow its visit, where there is one; one that was called off or moved stays what it is."""
    if held.appointment is None or held.is_for_another_time:
        return
    if not work.change(appointments, held.appointment, status=status.value):
        # Said also where it was so: a visit that went back is in a new round, and its appointment with it.
        work.affirm(appointments, held.appointment, {"status": held.appointment["status"]})


def create_visit(work: Work, *, year: int, doctor_id: int, location_id: int, **values: Any) -> Row:
    """An appointment that tells of a visit whose time nobody booked; it claims no slot."""
    number = appointment_number(year, clinic_series(work), work.next_count(f"appointment_number:{year}"))
    return work.create(
        appointments,
        appointment_number=number,
        doctor_id=doctor_id,
        location_id=location_id,
        scheduled_date=work.now,
        **values,
    )


def begin_visit(work: Work, row: Row, doctor_id: int, status: AppointmentStatus = AppointmentStatus.CONFIRMED) -> None:
    """Who waited for whoever is free has a visit with that doctor from now on. Change the place itself first.

    The log names a set by what it changed first.
    """
    if row["patient_id"] is None:
        return
    if row["appointment_id"] is not None:
        # Of a call that was taken back.
        made = work.first(_APPOINTMENT, {"id": row["appointment_id"]})
        if made is not None and made["appointment_type"] in NOT_BOOKED:
            work.change(appointments, made, doctor_id=doctor_id, status=status.value)
        return
    said = row["claims"] or {}
    visit = create_visit(
        work,
        year=row["business_date"].year,
        doctor_id=doctor_id,
        location_id=row["location_id"],
        patient_id=row["patient_id"],
        appointment_type="walkin",
        status=status.value,
        queue_token=row["token_number"],
        reason_for_visit=said.get("reason_for_visit"),
        reason_code=said.get("reason_code"),
        urgency_level=said.get("urgency_level") or "routine",
        special_requirements=said.get("special_requirements"),
    )
    work.change(queue_management, row, appointment_id=visit["id"])


def keep_snapshot(work: Work, row: Row, explanation: Explanation | None, estimate: WaitEstimate | None = None) -> None:
    """Write down beside the place why it stands where it stands at this moment, and how long it may wait there: this
    machine's own, never sent.

    Of who does not wait their turn, what was written last stands.
    """
    if explanation is None:
        return
    snapshot = explanation.as_snapshot()
    if estimate is not None:
        snapshot |= {"estimated_wait_time_minutes": estimate.median_min, "wait_estimate": estimate.as_document()}
    work.change(queue_management, {**row, **dict.fromkeys(snapshot)}, **snapshot)


def raise_alarm(work: Work, *, location_id: int, business_date: Any, token_number: str) -> None:
    """Record that somebody must be seen at once, under the number that will be called; once a number."""
    if work.first(_ALARM, {"token": token_number}) is None:
        work.create(
            help_calls,
            uid=alarm_uid(location_id, token_number),
            location_id=location_id,
            device_uid=str(work.identity.device_uid),
            token_number=token_number,
            business_date=business_date,
            reason=EMERGENCY,
        )


LOCKED_PLACE = Prepared(
    select(*(queue_management.c[name] for name in sent_columns(queue_management)))
    .where(queue_management.c.id == bindparam("id"), queue_management.c.deleted_at.is_(None))
    .with_for_update()
)
_ANOTHER_PLACE = Prepared(
    select(queue_management.c.id).where(
        queue_management.c.appointment_id == bindparam("appointment_id"),
        queue_management.c.current_status != QueueStatus.CANCELLED.value,
        queue_management.c.deleted_at.is_(None),
    )
)
_REFERENCE = Prepared(
    select(queue_management.c.location_id, queue_management.c.appointment_id).where(
        queue_management.c.id == bindparam("id")
    )
)
_APPOINTMENT = Prepared(
    select(
        appointments.c.id,
        appointments.c.uid,
        appointments.c.doctor_id,
        appointments.c.status,
        appointments.c.appointment_type,
        appointments.c.queue_token,
    )
    .where(appointments.c.id == bindparam("id"))
    .with_for_update()
)
_DOCTOR = Prepared(
    select(users.c.id, users.c.uid, users.c.display_name, users.c.room).where(
        users.c.id == bindparam("id"),
        users.c.role == "doctor",
        users.c.is_active.is_(True),
        users.c.deleted_at.is_(None),
        (users.c.location_id == bindparam("location_id")) | users.c.location_id.is_(None),
    )
)
_HOME = Prepared(select(users.c.location_id).where(users.c.id == bindparam("id")))
_ALARM = Prepared(select(help_calls.c.id).where(help_calls.c.token_number == bindparam("token")))
