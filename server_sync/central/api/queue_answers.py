"""How places in the queue look in answers, and how the clinic's no to a step does."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from server_sync.central.api.answers import Refused
from server_sync.central.desk.queue_cache import KeptQueue
from server_sync.clinic.queue_policy import EMERGENCY_LEVEL
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.outcomes import NoNumbersLeft
from server_sync.desk.queue.open_queue import Arranged, OpenLine, arrange
from server_sync.desk.queue.outcomes import (
    EmergencyRaised,
    IllegalStep,
    Joined,
    NobodyWaits,
    NoMoreRecalls,
    NotForReception,
    NothingToUndo,
    Unknown,
)
from server_sync.desk.queue.view import DoctorQueue, OnePlace, PlaceDetails, QueuePlace, shown_place
from server_sync.protocol.canonical import Json


class PlaceInQueue(BaseModel):
    """One number. From `patient_name` on, what only staff see: null for all others, as is what does not apply."""

    queue_id: int
    token_number: str
    short_number: str
    current_status: str
    queue_position: int | None
    estimated_wait_time_minutes: int | None
    room: str
    held_back: str | None
    called_at: str | None
    patient_name: str | None
    patient_id: int | None
    appointment_id: int | None
    triage_level: int | None
    special_reason: str | None
    is_emergency: bool | None
    is_late: bool | None
    is_clock_verified: bool | None
    absent_count: int | None
    recall_count: int | None
    override_reason: str | None
    checked_in_at: str | None
    priority_score: float | None
    target_minutes: float | None
    due_at: str | None


class QueueOfDoctor(BaseModel):
    """A doctor's open places today, in their order; `doctor_id` is null for those who wait for whoever is free."""

    doctor_id: int | None
    doctor_name: str
    total_waiting: int
    total_called: int
    total_in_consultation: int
    queue: list[PlaceInQueue]


class Said(BaseModel):
    """A sentence to staff, in English, with its stable key and its parameters for other languages."""

    key: str
    parameters: dict[str, str | int | float]
    sentence: str


class FactorAnswer(Said):
    """One number that the score is multiplied by."""

    name: str
    value: float


class LaneAnswer(BaseModel):
    """The lane that somebody waits in; `channel` is `walk_in` or `appointment`."""

    triage_level: int
    channel: str
    special: bool


class ExplanationAnswer(BaseModel):
    """Why somebody stands where they stand: the product of the factors' values, times 100, is the score."""

    policy: str
    policy_version: str
    lane: LaneAnswer
    score: float
    factors: list[FactorAnswer]
    notes: list[Said]
    position: int
    overtakes: list[str]
    overtakes_count: int
    waits_since: str
    target_minutes: float
    due_at: str


class WaitAnswer(BaseModel):
    """Minutes until they are called: half wait no longer than `p50`, nine in ten no longer than `p90`.

    `method` is `learned`, `simulated` or `counted`; `model_version` is null where nothing was learned.
    """

    p50: float
    p90: float
    method: str
    ahead: int
    model_version: str | None


class WholePlace(PlaceInQueue):
    """A place with all that is known of it. The factors are null where it is not waiting its turn."""

    location_id: int
    doctor_id: int | None
    doctor_name: str
    override_by: str | None
    override_at: str | None
    notes: str | None
    claims: dict[str, Any] | None
    wait_estimate: WaitAnswer | None
    ai_priority_factors: ExplanationAnswer | None


class PriorityAnswer(BaseModel):
    """What the records say of a place, whatever was claimed. medical_urgency * wait_time / 100 is the priority."""

    queue_id: int
    doctor_id: int | None
    priority_score: float
    medical_urgency_score: float
    wait_time_score: float
    queue_position: int
    claims: dict[str, Any]
    wait_estimate: WaitAnswer | None
    ai_priority_factors: ExplanationAnswer


class JoinAnswer(BaseModel):
    """`outcome`: `joined`, `already_waiting` or `emergency`, which has a number that will be called, and no place."""

    outcome: str
    queue_id: int | None
    token_number: str
    short_number: str | None
    current_status: str | None
    queue_position: int | None
    estimated_wait_time_minutes: int | None
    people_ahead: int | None
    doctor_id: int | None
    doctor_name: str | None
    room: str | None
    appointment_id: int | None
    follow_url: str | None


_STAFF_ONLY = tuple(PlaceInQueue.model_fields)[9:]


def doctor_json(queue: DoctorQueue) -> dict[str, Any]:
    """A doctor's queue."""
    return {
        "doctor_id": queue.doctor_id,
        "doctor_name": queue.doctor_name,
        "total_waiting": queue.count(QueueStatus.WAITING),
        "total_called": queue.count(QueueStatus.CALLED),
        "total_in_consultation": queue.count(QueueStatus.IN_CONSULTATION),
        "queue": [place_json(place) for place in queue.places],
    }


def queue_json(kept: KeptQueue, now: datetime, doctor_id: int | None, *, for_staff: bool) -> list[dict[str, Any]]:
    """Every doctor's queue (or one's) at `now`, quickly: what does not depend on the moment was told before."""
    return [
        _line_json(line, kept, now, for_staff=for_staff)
        for line in kept.queue.lines
        if doctor_id is None or line.doctor_id == doctor_id
    ]


def _line_json(line: OpenLine, kept: KeptQueue, now: datetime, *, for_staff: bool) -> dict[str, Any]:
    standing = Counter(place.status for place in line.places)
    return {
        "doctor_id": line.doctor_id,
        "doctor_name": line.doctor_name,
        "total_waiting": standing[QueueStatus.WAITING],
        "total_called": standing[QueueStatus.CALLED],
        "total_in_consultation": standing[QueueStatus.IN_CONSULTATION],
        "queue": [_arranged_json(one, kept, now, for_staff=for_staff) for one in arrange(line, now)],
    }


def _arranged_json(one: Arranged, kept: KeptQueue, now: datetime, *, for_staff: bool) -> dict[str, Any]:
    """As `place_json` of the shown place."""
    entry, place_id = one.place.entry, one.place.row["id"]
    told = kept.told.get(place_id)
    if told is None or one.position is None or entry is None:
        told = place_json(shown_place(one, now, for_staff=for_staff))
        if one.position is not None:
            kept.told[place_id] = told
        return told
    return {
        **told,
        "queue_position": one.position,
        "estimated_wait_time_minutes": one.estimated_wait_min,
        "priority_score": round(entry.score(now), 2) if for_staff else None,
    }


def place_json(place: QueuePlace) -> dict[str, Any]:
    """One number; with its details where they were read for staff."""
    return {
        "queue_id": place.id,
        "token_number": place.token_number,
        "short_number": place.short_number,
        "current_status": place.status.value,
        "queue_position": place.position,
        "estimated_wait_time_minutes": place.estimated_wait_min,
        "room": place.room,
        "held_back": place.held_back,
        "called_at": _moment(place.called_at),
        **(dict.fromkeys(_STAFF_ONLY) if place.details is None else _details_json(place.details)),
    }


def whole_json(one: OnePlace, *, for_staff: bool) -> dict[str, Any]:
    """A single place; what only staff see is null for others."""
    explanation = one.explanation.as_document() if one.explanation is not None and for_staff else None
    return {
        **place_json(one.place),
        **({} if for_staff else dict.fromkeys(_STAFF_ONLY)),
        "location_id": one.location_id,
        "doctor_id": one.doctor_id,
        "doctor_name": one.doctor_name,
        "override_by": one.override_by if for_staff else None,
        "override_at": _moment(one.override_at) if for_staff else None,
        "notes": one.notes if for_staff else None,
        "claims": one.claims if for_staff else None,
        "wait_estimate": _estimate_json(one),
        "ai_priority_factors": explanation,
    }


def priority_json(one: OnePlace) -> dict[str, Any]:
    """The exact explanation of a place that waits. Raises Refused `held_back` for one that is not to be called."""
    told = one.explanation
    if told is None:
        raise Refused("held_back", "this place is held back and has no position")
    return {
        "queue_id": one.place.id,
        "doctor_id": one.doctor_id,
        "priority_score": told.score,
        "medical_urgency_score": told.severity_score,
        "wait_time_score": told.wait_score,
        "queue_position": told.position,
        "claims": one.claims or {},
        "wait_estimate": _estimate_json(one),
        "ai_priority_factors": told.as_document(),
    }


def _estimate_json(one: OnePlace) -> dict[str, object] | None:
    estimate = one.place.estimate
    return None if estimate is None else estimate.as_document()


def joined_json(outcome: Joined) -> dict[str, Any]:
    """A walk-in's place, as its holder may see it."""
    place, ticket = outcome.place.place, outcome.ticket
    return {
        "outcome": "joined" if outcome.is_new else "already_waiting",
        "queue_id": place.id,
        "token_number": place.token_number,
        "short_number": place.short_number,
        "current_status": place.status.value,
        "queue_position": place.position,
        "estimated_wait_time_minutes": place.estimated_wait_min,
        "people_ahead": ticket.people_ahead,
        "doctor_id": outcome.place.doctor_id,
        "doctor_name": outcome.place.doctor_name,
        "room": place.room,
        "appointment_id": None if place.details is None else place.details.appointment_id,
        "follow_url": ticket.follow_url,
    }


def emergency_json(raised: EmergencyRaised) -> dict[str, Any]:
    """An alarm that was raised; the number is the one that will be called."""
    fields: dict[str, Any] = dict.fromkeys(JoinAnswer.model_fields)
    return {**fields, "outcome": "emergency", "token_number": raised.alarm_number}


No = Unknown | IllegalStep | NoMoreRecalls | NothingToUndo | NobodyWaits | NoNumbersLeft | NotForReception


def refusal(outcome: No) -> Refused:
    """The clinic's no as an error."""
    match outcome:
        case Unknown("place"):
            return Refused("unknown_queue_entry", "there is no such place in the queue")
        case Unknown("location"):
            return Refused("unknown_place", "there is no such location")
        case Unknown(noun):
            return Refused(f"unknown_{noun}", f"there is no such {noun} here")
        case IllegalStep():
            legal: list[Json] = [status.value for status in outcome.legal]
            more: dict[str, Json] = {"current_status": outcome.status.value, "legal": legal}
            return Refused("illegal_transition", outcome.words, more=more)
        case NoMoreRecalls():
            words = f"called again {outcome.recall_count} times: missed, please see the desk"
            return Refused("no_more_recalls", words)
        case NothingToUndo():
            return Refused("nothing_to_undo", "this server knows no last step that nothing came after")
        case NotForReception():
            return Refused("not_for_reception", "at this location nurses and doctors say how ill somebody is")
        case NobodyWaits():
            return Refused("nobody_waits", "nobody is waiting who may be called")
        case NoNumbersLeft():
            return Refused("no_numbers_left", "the day's numbers are used up")


def _details_json(details: PlaceDetails) -> dict[str, Any]:
    return {
        "patient_name": details.patient_name,
        "patient_id": details.patient_id,
        "appointment_id": details.appointment_id,
        "triage_level": details.triage_level,
        "special_reason": details.special_reason,
        "is_emergency": details.triage_level == EMERGENCY_LEVEL,
        "is_late": details.is_late,
        "is_clock_verified": details.is_clock_verified,
        "absent_count": details.absent_count,
        "recall_count": details.recall_count,
        "override_reason": details.override_reason,
        "checked_in_at": _moment(details.checked_in_at),
        "priority_score": details.priority_score,
        "target_minutes": details.target_min,
        "due_at": _moment(details.due_at),
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")
