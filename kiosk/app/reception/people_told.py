"""What the clinic's operations answer, as the screens of people know it. Runs on the records' thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from kiosk.screens.reception.people_desk import (
    AlikeKnown,
    ChangeAnswer,
    ChangedMeanwhile,
    ConsentLine,
    Details,
    DoctorChoice,
    JoinAnswer,
    Paper,
    PastKind,
    PastLine,
    PersonFile,
    PersonLine,
    Refusal,
    Saved,
    TodayLine,
    Waits,
)
from server_sync.clinic.numbers import short_number

if TYPE_CHECKING:
    from server_sync.desk.consent import ConsentAtDesk
    from server_sync.desk.patients.file import History
    from server_sync.desk.patients.reading import Patient, PatientEntry
    from server_sync.desk.patients.register import ChangeOutcome, PossiblyKnown
    from server_sync.records.reading import Reading

MOST_OF_THE_PAST = 40
"""Lines of somebody's past that a panel shows; all of it stands in their file."""
STILL_TO_COME = frozenset({"scheduled", "confirmed"})


def line(entry: PatientEntry) -> PersonLine:
    """Somebody in a list."""
    name = " ".join(part for part in (entry.first_name, entry.last_name) if part)
    return PersonLine(entry.id, name, entry.date_of_birth, entry.phone or "", entry.patient_number, entry.is_verified)


def person_file(reading: Reading, person_id: int, location_id: int) -> PersonFile | None:
    """One person with their past at this location."""
    from server_sync.desk.consent import consent_at_desk
    from server_sync.desk.patients.file import history_of
    from server_sync.desk.patients.reading import patient_by_id
    from server_sync.desk.place import location_of

    patient = patient_by_id(reading, person_id)
    if patient is None or patient.erased_at is not None:
        return None
    history = history_of(reading, person_id, location_id)
    zone = ZoneInfo(location_of(reading, location_id).time_zone)
    file = _file(patient, () if history is None else _past(history, zone))
    return replace(file, consent=_consent(consent_at_desk(reading, person_id, location_id), zone))


def doctors_today(reading: Reading, location_id: int) -> tuple[DoctorChoice, ...]:
    """Whom somebody may wait for today."""
    from server_sync.desk.queue.desk_view import desk_board

    lines = desk_board(reading, location_id).lines
    return tuple(
        DoctorChoice(one.doctor.id, one.doctor.name, one.doctor.room)
        for one in lines
        if one.doctor is not None and one.doctor.is_in
    )


def columns(details: Details, *, only_known: bool) -> dict[str, Any]:
    """Details as the operations name them; nothing is None, or with `only_known` not there."""
    values = {
        "first_name": details.first_name or None,
        "last_name": details.last_name or None,
        "date_of_birth": details.born,
        "phone": details.phone or None,
        "email": details.email or None,
        "address": details.address or None,
    }
    return {name: value for name, value in values.items() if value is not None} if only_known else values


def alike(outcome: PossiblyKnown) -> AlikeKnown:
    """Those who may be the same person."""
    return AlikeKnown(tuple(line(one) for one in outcome.patients))


def waits(outcome: Any, person_id: int) -> JoinAnswer:
    """What joining the queue answered."""
    from server_sync.desk.outcomes import NoNumbersLeft
    from server_sync.desk.queue.outcomes import Joined

    match outcome:
        case Joined(ticket=ticket, is_new=is_new):
            return Waits(person_id, ticket.short_number, ticket.people_ahead, is_new)
        case NoNumbersLeft():
            return Refusal.NO_NUMBERS
    return Refusal.GONE


def checked_in(outcome: Any) -> JoinAnswer:
    """What a check-in answered."""
    from server_sync.desk.outcomes import AlreadyCheckedIn, CheckedIn, NoNumbersLeft, TooEarly

    match outcome:
        case CheckedIn(ticket=ticket) | AlreadyCheckedIn(ticket=ticket):
            return Waits(0, ticket.short_number, ticket.people_ahead, isinstance(outcome, CheckedIn))
        case TooEarly():
            return Refusal.TOO_EARLY
        case NoNumbersLeft():
            return Refusal.NO_NUMBERS
    return Refusal.GONE


def changed(reading: Reading, outcome: ChangeOutcome, person_id: int, location_id: int) -> ChangeAnswer:
    """What changing a record answered."""
    from server_sync.desk.patients import register

    if not isinstance(outcome, register.Changed | register.ChangedMeanwhile):
        return Refusal.GONE
    file = person_file(reading, person_id, location_id)
    if file is None:
        return Refusal.GONE
    return Saved(file) if isinstance(outcome, register.Changed) else ChangedMeanwhile(file)


def today(reading: Reading, location_id: int) -> tuple[TodayLine, ...]:
    """Today's appointments, with the numbers of those who are here."""
    from server_sync.desk.appointments.today import appointments_today
    from server_sync.desk.place import location_of
    from server_sync.desk.slips import paid_among

    location = location_of(reading, location_id)
    day = appointments_today(reading, location)
    paid = paid_among(reading, [one.id for one in day])
    return tuple(
        TodayLine(
            id=one.id,
            uid=one.uid,
            at=location.local(one.starts_at),
            name=one.patient_name,
            doctor=one.doctor_name,
            status=one.status.value,
            number=short_number(one.queue_token) if one.queue_token else "",
            is_provisional=one.is_provisional,
            person_id=one.patient_id,
            papers=_papers(one.status.value, is_paid=one.id in paid),
        )
        for one in day
    )


def stepped(outcome: Any) -> Refusal | None:
    """What a step of an appointment answered."""
    from server_sync.desk.appointments.outcomes import Declined, Reason

    if not isinstance(outcome, Declined):
        return None
    whys = {Reason.UNKNOWN_APPOINTMENT: Refusal.GONE, Reason.NOT_YET: Refusal.NOT_YET}
    return whys.get(outcome.reason, Refusal.MOVED_ON)


def _file(patient: Patient, past: tuple[PastLine, ...]) -> PersonFile:
    details = Details(
        patient.first_name or "",
        patient.last_name or "",
        patient.date_of_birth,
        patient.phone or "",
        patient.email or "",
        patient.address or "",
    )
    return PersonFile(patient.id, patient.version, patient.patient_number, patient.is_verified, details, past)


def _consent(known: ConsentAtDesk | None, zone: ZoneInfo) -> ConsentLine | None:
    if known is None:
        return None
    said = known.said
    if said is None:
        return ConsentLine(None, None, is_in_force=False, may_agree=True)
    return ConsentLine(said.agreed, said.at.astimezone(zone), known.is_in_force, known.may_agree)


def _past(history: History, zone: ZoneInfo) -> tuple[PastLine, ...]:
    from server_sync.desk.slips import PAID

    def at(moment: datetime) -> datetime:
        return moment.astimezone(zone)

    paid = {one.appointment_id for one in history.payments if one.status == PAID}
    lines = [
        *(
            PastLine(
                PastKind.APPOINTMENT,
                at(one.scheduled_date),
                one.status,
                one.doctor_name,
                one.uid,
                _papers(one.status, is_paid=one.id in paid),
            )
            for one in history.appointments
        ),
        *(PastLine(PastKind.VISIT, at(one.check_in_time), one.status, one.doctor_name or "") for one in history.visits),
        *(PastLine(PastKind.CHANGE, at(one.at), one.intent, one.actor_name) for one in history.changes),
    ]
    return tuple(sorted(lines, key=lambda one: one.at, reverse=True)[:MOST_OF_THE_PAST])


def _papers(status: str, *, is_paid: bool) -> frozenset[Paper]:
    """What of an appointment can be printed again."""
    slip = {Paper.SLIP} if status in STILL_TO_COME else set()
    return frozenset(slip | ({Paper.RECEIPT} if is_paid else set()))
