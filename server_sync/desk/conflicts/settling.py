"""Settling a conflict: keep this, take that, or put both together; one ordinary change of the record and the conflict.

The same at the centre and at a reception that is cut off. Of two desks that settle the same conflict apart from each
other the later decision stands, for the record and the conflict alike (`merge.conflicts`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import bindparam, select

from server_sync.clinic.stamps import DOCUMENTS
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.appointments.after_booking import Scope, cancel, reschedule
from server_sync.desk.appointments.after_booking import delete as delete_appointment
from server_sync.desk.appointments.booking import BookingWish
from server_sync.desk.appointments.outcomes import Declined
from server_sync.desk.conflicts.listing import Disagreement, conflict_row, disagreements_of, other_of, record_of
from server_sync.desk.patients.merging import AlreadyOne, Merged, merge
from server_sync.desk.patients.reading import row_by_uid, standing_of
from server_sync.desk.queue.outcomes import Done
from server_sync.desk.queue.steps import set_status
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import ProtocolFault
from server_sync.records.reading import Row
from server_sync.records.tables import BY_NOUN, appointments, conflicts, patients, queue_management
from server_sync.records.values import fields_from_wire, to_wire
from server_sync.records.work import Work

INTENT = "settle_conflict"


class Decision(StrEnum):
    """What a desk may decide (`conflicts.decision`)."""

    KEEP = "keep"
    """What stands is right. Of two records that may be of one person: they are two people."""
    TAKE = "take"
    """What was offered is right: the other value, the cancellation, the deletion, the free slot that is named."""
    MERGE = "merge"
    """Neither: these values. Of two records: they are one person's."""
    DISMISSED = "dismissed"
    """Somebody has looked; nothing is to be changed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a desk decides. `values` go with MERGE, by field; `starts_at` (aware) with TAKE of a free slot."""

    decision: Decision
    values: Mapping[str, Json] | None = None
    starts_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ConflictSettled:
    """It is settled from now on."""

    conflict_id: int


@dataclass(frozen=True, slots=True)
class AlreadySettled:
    """Another desk has settled it: who, when and how."""

    decision: str
    decided_by: str | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class UnknownConflict:
    """There is no such conflict here."""


@dataclass(frozen=True, slots=True)
class NotPossible:
    """It can't be settled so; nothing was written. `words` are for people."""

    words: str


SettleOutcome: TypeAlias = ConflictSettled | AlreadySettled | UnknownConflict | NotPossible


class NotPossibleError(Exception):
    """Ends a work in which a decision could not be carried out: nothing of it is to stay."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def settle(work: Work, conflict_id: int, choice: Choice, location_id: int | None = None) -> SettleOutcome:
    """Carry a decision out, with who and when. `location_id` is the only one that the caller may work at, or None.

    Raises NotPossibleError, and SlotTakenError where a slot is gone: roll back.
    """
    row = conflict_row(work, conflict_id, location_id, to_change=True)
    if row is None:
        return UnknownConflict()
    if row["decision"] is not None:
        return AlreadySettled(row["decision"], row["decided_by"], row["decided_at"])
    chosen: Json = None
    if choice.decision is not Decision.DISMISSED:
        record = record_of(work, row, to_change=True)
        if record is None:
            raise NotPossibleError("What this is about is not known here.")
        chosen = _ways(row["kind"])(work, row, record, choice)
    said = {"decision": choice.decision.value, "chosen": chosen, "decided_by": work.actor, "decided_at": work.now}
    work.change(conflicts, row, **said)
    return ConflictSettled(row["id"])


def _by_values(work: Work, row: Row, record: Row, choice: Choice) -> Json:
    """Fields of a patient on which two people disagreed."""
    if record.get("erased_at") is not None:
        raise NotPossibleError("This person's data were erased.")
    disagreements = disagreements_of(row, record)
    wanted = {one.name: _wanted(one, choice) for one in disagreements}
    values, affirmed = _columns(record, wanted)
    table = BY_NOUN[row["noun"]]
    try:
        work.change(table, record, **fields_from_wire(table, values, values))
    except ProtocolFault as fault:
        raise NotPossibleError(f"This value can't be taken: {fault.message}.") from fault
    if affirmed:
        work.affirm(table, record, affirmed)
    return {one.name: {"value": wanted[one.name], "seen": one.values} for one in disagreements}


def _wanted(one: Disagreement, choice: Choice) -> Json:
    if choice.decision is Decision.KEEP:
        return one.standing
    if choice.decision is Decision.TAKE:
        return one.offered
    if choice.values is None or one.name not in choice.values:
        raise NotPossibleError(f"Please say what is right of {one.name.replace('_', ' ')}.")
    return choice.values[one.name]


def _columns(record: Row, wanted: Mapping[str, Json]) -> tuple[dict[str, Json], dict[str, Any]]:
    """The columns that change, as on the wire; and those that are said anew, with what the log says they replaced."""
    values: dict[str, Json] = {}
    affirmed: dict[str, Any] = {}
    for name, value in wanted.items():
        column, _, key = name.partition("/")
        if column in DOCUMENTS and key:
            before: Json = values.get(column, record[column])
            document = before if isinstance(before, dict) else {}
            if document.get(key) == value:
                affirmed[column] = _without(affirmed.get(column, document), key)
            else:
                values[column] = ({**document, key: value} if value is not None else _without(document, key)) or None
        elif to_wire(record[column]) == value:
            affirmed[column] = record[column]
        else:
            values[column] = value
    return values, {column: said for column, said in affirmed.items() if column not in values}


def _without(document: Mapping[str, Json], key: str) -> dict[str, Json]:
    return {one: value for one, value in document.items() if one != key}


def _by_visit(work: Work, _row: Row, record: Row, choice: Choice) -> Json:
    """A cancellation that met a check-in: the visit stands, or both are called off."""
    if choice.decision is Decision.KEEP:
        work.affirm(appointments, record, {"status": record["status"]})
    elif choice.decision is Decision.TAKE:
        place = work.first(_OPEN_PLACE, {"id": record["id"]})
        if place is not None and not isinstance(set_status(work, place["id"], QueueStatus.CANCELLED), Done):
            raise NotPossibleError("The visit has begun: it can't be called off any more.")
        _call_off(work, record["id"])
    else:
        raise _no_values()
    return {"status": {"value": choice.decision.value, "seen": []}}


def _by_new_time(work: Work, _row: Row, record: Row, choice: Choice) -> Json:
    """A cancellation that met a move to another time: the new time stands, or it is called off, too."""
    if choice.decision is Decision.KEEP:
        work.affirm(appointments, record, {"status": record["status"]})
    elif choice.decision is Decision.TAKE:
        moved = work.first(_MOVED_TO, {"uid": record["uid"]})
        if moved is not None:
            _call_off(work, moved["id"])
    else:
        raise _no_values()
    return {"status": {"value": choice.decision.value, "seen": []}}


def _by_presence(work: Work, _row: Row, record: Row, choice: Choice) -> Json:
    """Checked in at two machines and cancelled at one: they have left, or they are here."""
    if choice.decision is Decision.TAKE:
        if not isinstance(set_status(work, record["id"], QueueStatus.WAITING), Done):
            raise NotPossibleError("This visit can't go on: please check them in anew.")
    elif choice.decision is not Decision.KEEP:
        raise _no_values()
    return {"current_status": {"value": choice.decision.value, "seen": []}}


def _by_deletion(work: Work, row: Row, record: Row, choice: Choice) -> Json:
    """Deleted here and changed there: the change stands, or it is deleted after all."""
    if choice.decision is Decision.TAKE:
        if row["noun"] == "appointment":
            delete_appointment(work, record)
        else:
            work.delete(BY_NOUN[row["noun"]], record)
    elif choice.decision is not Decision.KEEP:
        raise _no_values()
    return {"deleted_at": {"value": choice.decision.value, "seen": []}}


def _by_slot(work: Work, _row: Row, record: Row, choice: Choice) -> Json:
    """An appointment without a place in the day: it stands as it is, or moves to a free slot."""
    if choice.decision is Decision.MERGE:
        raise _no_values()
    if choice.decision is Decision.KEEP:
        return None
    if choice.starts_at is None:
        raise NotPossibleError("Please say which free time it moves to.")
    wish = BookingWish(doctor_id=0, starts_at=choice.starts_at)
    outcome = reschedule(work, record["id"], Scope(), wish, "moved by the desk")
    if isinstance(outcome, Declined):
        raise NotPossibleError(outcome.words)
    return {"starts_at": choice.starts_at.isoformat()}


def _by_person(work: Work, row: Row, record: Row, choice: Choice) -> Json:
    """Two records that may be of one person: two people, for good, or one."""
    other_uid = other_of(row)
    other = None if other_uid is None else row_by_uid(work, other_uid)
    if other is None:
        raise NotPossibleError("The other record is not known here.")
    if choice.decision is Decision.MERGE:
        younger, older = sorted((record, other), key=lambda one: str(one["uid"]), reverse=True)
        if not isinstance(merge(work, younger["id"], older["id"], asked=row["id"]), Merged | AlreadyOne):
            raise NotPossibleError("One of the two was erased: an empty record stands for nobody.")
    elif choice.decision is Decision.KEEP:
        if standing_of(work, record)["uid"] == standing_of(work, other)["uid"]:
            raise NotPossibleError("The two were joined meanwhile: part them first.")
        for one in (record, other):
            if one["merged_into_uid"] is None:
                work.affirm(patients, one, {"merged_into_uid": None})
    else:
        raise _no_values()
    return {"merged_into_uid": {"value": choice.decision.value, "seen": []}}


def _call_off(work: Work, appointment_id: int) -> None:
    outcome = cancel(work, appointment_id, Scope(), "called off by the desk")
    if isinstance(outcome, Declined):
        raise NotPossibleError(outcome.words)


def _no_values() -> NotPossibleError:
    return NotPossibleError("Of this kind of conflict one side is right: say which.")


Way: TypeAlias = Callable[[Work, Row, Row, Choice], Json]


def _ways(kind: str) -> Way:
    """How a kind of conflict is settled; kinds that this version does not know go by their values."""
    return _WAYS.get(kind, _by_values)


_WAYS: Mapping[str, Way] = {
    "left_for_the_desk": _by_values,
    "checked_in_after_cancellation": _by_visit,
    "cancelled_and_moved": _by_new_time,
    "checked_in_and_cancelled": _by_presence,
    "changed_after_deletion": _by_deletion,
    "slot_taken": _by_slot,
    "hours_changed": _by_slot,
    "booked_outside_hours": _by_slot,
    "same_person": _by_person,
}
_OPEN_PLACE = select(queue_management.c.id).where(
    queue_management.c.appointment_id == bindparam("id"),
    queue_management.c.current_status.in_(["waiting", "called", "in_consultation"]),
    queue_management.c.deleted_at.is_(None),
)
_MOVED_TO = select(appointments.c.id).where(
    appointments.c.rescheduled_from_uid == bindparam("uid"), appointments.c.status.in_(["scheduled", "confirmed"])
)
