"""Steps of a visit: start, complete, cancel, send back, hold back, hand over, triage, put first.

Each is one operation in the caller's work, the same at the centre and on a device that is cut off. `location_id` is the
only location that the caller may work at, or None; what lies elsewhere is unknown to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server_sync.clinic.queue_policy import EMERGENCY_LEVEL
from server_sync.clinic.roles import CLINICAL, Role
from server_sync.clinic.visits import OPEN_QUEUE, AppointmentStatus, HeldBack, QueueStatus
from server_sync.desk.place import location_of
from server_sync.desk.queue.outcomes import (
    Done,
    EmergencyRaised,
    IllegalStep,
    NotForReception,
    StepOutcome,
    TriageOutcome,
    Unknown,
)
from server_sync.desk.queue.places import (
    NOT_CALLED,
    NOT_OVERRIDDEN,
    HeldPlace,
    begin_visit,
    change_appointment,
    doctor_at,
    done,
    go_on,
    hold_place,
    keep_snapshot,
    raise_alarm,
    shown,
    take_step,
)
from server_sync.protocol.canonical import Json
from server_sync.records.tables import appointments, queue_management
from server_sync.records.work import Work

_WITH_A_DOCTOR = frozenset({QueueStatus.CALLED, QueueStatus.IN_CONSULTATION})
_APPOINTMENT_STATUS = {
    QueueStatus.CALLED: AppointmentStatus.CONFIRMED,
    QueueStatus.IN_CONSULTATION: AppointmentStatus.IN_PROGRESS,
    QueueStatus.COMPLETED: AppointmentStatus.COMPLETED,
}


def set_status(
    work: Work,
    place_id: int,
    wanted: QueueStatus,
    *,
    location_id: int | None = None,
    notes: str | None = None,
    doctor_id: int | None = None,
) -> StepOutcome:
    """The visit's next state. `doctor_id` is who takes somebody that waits for whoever is free.

    Not from that state itself either: of two desks that call the same person one must hear that it came second.
    """
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if wanted not in held.legal():
        return held.refused(f"A visit that is {_said(held.status)} cannot become {_said(wanted)}.")
    values = _values_of(work, held, wanted)
    if notes is not None:
        values["notes"] = notes
    taken_by = doctor_id if wanted in _WITH_A_DOCTOR and held.row["doctor_id"] is None else None
    if taken_by is not None:
        values["doctor_id"] = taken_by
    take_step(work, held.row, wanted, **values)
    if taken_by is not None:
        begin_visit(work, held.row, taken_by, _APPOINTMENT_STATUS[wanted])
    _let_the_appointment_follow(work, held, wanted)
    return done(work, place_id)


def park(work: Work, place_id: int, *, location_id: int | None = None) -> StepOutcome:
    """Hold somebody back, who keeps their wait: at the laboratory, on the telephone."""
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if not _may_wait(held):
        return held.refused("Only somebody who waits, was called or is being seen can be held back.")
    take_step(work, held.row, QueueStatus.WAITING, **_back_in_line(held), held_back=HeldBack.PARKED.value)
    _let_the_appointment_follow(work, held, QueueStatus.WAITING)
    return done(work, place_id)


def unpark(work: Work, place_id: int, *, location_id: int | None = None) -> StepOutcome:
    """They may be called again: back from the laboratory, or here after all."""
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if held.status is not QueueStatus.WAITING or held.row["held_back"] is None:
        return held.refused("Nobody holds this place back.")
    go_on(work, held.row, held_back=None)
    return _explained(work, held)


def transfer(work: Work, place_id: int, doctor_id: int, *, location_id: int | None = None) -> StepOutcome:
    """To another doctor's line, with the wait so far."""
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if doctor_at(work, doctor_id, held.row["location_id"]) is None:
        return Unknown("doctor")
    if not _may_wait(held):
        return held.refused("Only somebody who waits, was called or is being seen can be handed over.")
    take_step(work, held.row, QueueStatus.WAITING, **_back_in_line(held), held_back=None, doctor_id=doctor_id)
    if held.appointment is not None and not held.is_booked:
        # A booked one keeps its doctor, whose slot it takes.
        work.change(appointments, held.appointment, doctor_id=doctor_id)
    _let_the_appointment_follow(work, held, QueueStatus.WAITING)
    return _explained(work, held)


def set_triage(
    work: Work, place_id: int, level: int, *, by: Role = Role.NURSE, location_id: int | None = None
) -> TriageOutcome:
    """What was found, 1 to 5; the wait so far counts on. Level 1 leaves the line by an alarm.

    `by` is the role of whoever found it: which ones may, the policy of the place's location says.
    """
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if by not in CLINICAL and by not in location_of(work, held.row["location_id"]).policy.triaged_by:
        return NotForReception()
    if held.status not in OPEN_QUEUE:
        return held.refused("This visit is over.")
    if level > EMERGENCY_LEVEL:
        work.change(queue_management, held.row, triage_level=level)
        return _explained(work, held)
    values: dict[str, Any] = {"triage_level": level, "held_back": None}
    if held.status is QueueStatus.WAITING:
        take_step(work, held.row, QueueStatus.CALLED, **values, called_time=work.now, called_by=work.actor)
    else:
        work.change(queue_management, held.row, **values)
    row = held.row
    raise_alarm(
        work,
        location_id=row["location_id"],
        business_date=row["business_date"],
        token_number=row["token_number"],
    )
    return EmergencyRaised(row["token_number"], shown(work, place_id))


def override(work: Work, place_id: int, reason: str, *, location_id: int | None = None) -> StepOutcome:
    """Put somebody before the order; who, when and why stand beside it and are shown."""
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if held.status is not QueueStatus.WAITING:
        return held.refused("Only somebody who waits can be put first.")
    work.change(queue_management, held.row, override_at=work.now, override_by=work.actor, override_reason=reason)
    return _explained(work, held)


def record_claims(
    work: Work, place_id: int, doctor_id: int | None, claims: Mapping[str, Json], *, location_id: int | None = None
) -> Done | Unknown | IllegalStep:
    """Note what a request says of urgency, wait and age, and explain the place by the records alone.

    Unknown where the place is not in that doctor's line; claims replace earlier ones of the same name.
    """
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    if held.row["doctor_id"] not in (None, doctor_id):
        return Unknown("place")
    if held.status is not QueueStatus.WAITING:
        return held.refused("Only somebody who waits has a place in the order.")
    work.change(queue_management, held.row, claims={**(held.row["claims"] or {}), **claims})
    return _explained(work, held)


def _explained(work: Work, held: HeldPlace) -> Done:
    """The place as it stands now, with why kept beside it."""
    place = shown(work, held.row["id"])
    keep_snapshot(work, held.row, place.explanation)
    return Done(place)


def _may_wait(held: HeldPlace) -> bool:
    return held.status is QueueStatus.WAITING or (held.status in OPEN_QUEUE and QueueStatus.WAITING in held.legal())


def _back_in_line(held: HeldPlace) -> dict[str, Any]:
    if held.status is QueueStatus.WAITING:
        return {}
    return {"consultation_start_time": None, **NOT_CALLED}


def _values_of(work: Work, held: HeldPlace, wanted: QueueStatus) -> dict[str, Any]:
    match wanted:
        case QueueStatus.WAITING:
            return {**_back_in_line(held), "held_back": None}
        case QueueStatus.CALLED:
            return _called(work, held)
        case QueueStatus.IN_CONSULTATION:
            begun = held.row["consultation_start_time"] or work.now
            times = {"consultation_start_time": begun, "consultation_end_time": None}
            return {"held_back": None, **NOT_OVERRIDDEN, **times}
        case QueueStatus.COMPLETED:
            return {"consultation_end_time": work.now}
        case QueueStatus.CANCELLED:
            return {"held_back": None}


def _called(work: Work, held: HeldPlace) -> dict[str, Any]:
    """Called in person; one who was already in the room keeps the call that brought them there."""
    back = {"consultation_start_time": None, "held_back": None}
    if held.status is QueueStatus.IN_CONSULTATION and held.row["called_time"] is not None:
        return back
    doctor_id = held.row["doctor_id"]
    doctor = None if doctor_id is None else doctor_at(work, doctor_id, held.row["location_id"])
    room = None if doctor is None else doctor["room"]
    call = {"called_time": work.now, "called_by": work.actor, "called_room": room, "recall_count": 0}
    return {**back, **call, **NOT_OVERRIDDEN}


def _let_the_appointment_follow(work: Work, held: HeldPlace, wanted: QueueStatus) -> None:
    if wanted is QueueStatus.IN_CONSULTATION:
        change_appointment(work, held, AppointmentStatus.IN_PROGRESS)
    elif wanted is QueueStatus.COMPLETED:
        change_appointment(work, held, AppointmentStatus.COMPLETED)
    elif wanted is QueueStatus.CANCELLED and not held.is_booked:
        change_appointment(work, held, AppointmentStatus.CANCELLED)
    elif wanted in OPEN_QUEUE and held.status is not QueueStatus.WAITING:
        change_appointment(work, held, AppointmentStatus.CONFIRMED)


def _said(status: QueueStatus) -> str:
    return status.value.replace("_", " ")
