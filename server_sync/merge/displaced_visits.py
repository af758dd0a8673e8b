"""Two desks that were cut off from each other called somebody who waits for whoever is free: each made a visit of it.

One call stands, with its visit; the other's is called off, or it would stand in a doctor's day with nobody in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from server_sync.clinic.stamps import ROUND, STEP, round_mark, round_of_place
from server_sync.clinic.visits import AppointmentStatus
from server_sync.merge.fields import stamps_of
from server_sync.merge.verdicts import Held, Outcome, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

_WALK_IN = "walkin"
_UNSAID = object()
_OVER = frozenset({AppointmentStatus.COMPLETED.value, AppointmentStatus.CANCELLED.value})


def with_displaced_called_off(
    changes: Iterable[RecordChange], held: Mapping[tuple[str, UUID], Held], verdicts: list[Verdict], stamp: str
) -> list[Verdict]:
    """The verdicts of a set, in which the visit that its call of somebody displaced, or its own, is called off."""
    for change in changes:
        place = held.get(("queue", change.uid)) if change.noun == "queue" else None
        lost = None if place is None else _displaced(change, place, verdicts)
        if place is not None and lost is not None:
            after = {**place, **_values_of(verdicts, "queue", change.uid)}
            mark = max(stamp, stamps_of(place).get(STEP, ""))
            marks = {"status": mark, ROUND: round_mark(round_of_place(after))}
            verdicts = _called_off(lost, place["token_number"], held, verdicts, marks)
    return verdicts


def _displaced(change: RecordChange, place: Held, verdicts: Sequence[Verdict]) -> Json:
    """The id of the visit that is nobody's from now on: a step says whose it is, be it nobody's."""
    mine, before = change.fields.get("appointment_id", _UNSAID), place.get("appointment_id")
    if mine in (_UNSAID, before):
        return None
    after = _values_of(verdicts, "queue", change.uid).get("appointment_id", before)
    lost = mine if after != mine else before
    return lost if type(lost) is int else None


def _called_off(
    lost: Json,
    token: Json,
    held: Mapping[tuple[str, UUID], Held],
    verdicts: list[Verdict],
    marks: Mapping[str, str],
) -> list[Verdict]:
    cancelled: dict[str, Json] = {"status": AppointmentStatus.CANCELLED.value}
    for at, verdict in enumerate(verdicts):
        row = {**held.get((verdict.noun, verdict.uid), {}), **verdict.values}
        if verdict.noun == "appointment" and row.get("id") == lost:
            if _is_nobodys(row, token):
                said = replace(verdict, values={**verdict.values, **cancelled}, stamps={**verdict.stamps, **marks})
                return [*verdicts[:at], said, *verdicts[at + 1 :]]
            return verdicts
    for (noun, uid), standing in held.items():
        if noun == "appointment" and standing.get("id") == lost and _is_nobodys(standing, token):
            return [*verdicts, Verdict(noun, uid, Outcome.APPLIED, cancelled, stamps=dict(marks))]
    return verdicts


def _is_nobodys(row: Held, token: Json) -> bool:
    """Whether an open visit was a call's alone: whoever was checked in to it anew, by another number, is in it."""
    is_another = row.get("queue_token") not in (None, token)
    return row.get("appointment_type") == _WALK_IN and row.get("status") not in _OVER and not is_another


def _values_of(verdicts: Iterable[Verdict], noun: str, uid: UUID) -> Mapping[str, Json]:
    return next((one.values for one in verdicts if (one.noun, one.uid) == (noun, uid)), _NONE)


_NONE: Mapping[str, Json] = {}
