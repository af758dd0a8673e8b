"""Places in the queue: a state machine, and one visit where two machines checked the same appointment in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from server_sync.clinic.queue_policy import EMERGENCY_LEVEL
from server_sync.clinic.visits import QueueStatus, furthest, next_statuses
from server_sync.merge.fields import create, merge_fields
from server_sync.merge.verdicts import Held, Outcome, Quarantined, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

_PROGRESS = ("current_status", "called_time", "consultation_start_time", "consultation_end_time")

_OF_A_STEP = frozenset(_PROGRESS) | {
    "doctor_id",
    "appointment_id",
    "called_by",
    "called_room",
    "recall_count",
    "absent_count",
    "held_back",
    "reference_time",
    "override_at",
    "override_by",
    "override_reason",
}
"""What a step says beside the state it leads to: of a step that gave way, none of it is taken."""


def merge_place(change: RecordChange, held: Held | None, twins: Sequence[Held]) -> list[Verdict]:
    """`twins`: places that stand for the same appointment. Raises Quarantined for a step the state machine forbids."""
    if held is not None:
        return [_never_queues(_merge_step(change, held), held)]
    standing = [twin for twin in twins if twin["current_status"] != QueueStatus.CANCELLED]
    return [create(change)] if not standing else _one_visit(change, standing[0])


def standing_token(change: RecordChange, verdicts: Sequence[Verdict]) -> Json:
    """The number that stands for a visit after `merge_place` of the place that `change` creates."""
    mine = verdicts[0].values.get("alias_of")
    return change.fields["token_number"] if mine is None else mine


def _one_visit(change: RecordChange, twin: Held) -> list[Verdict]:
    """Which number stands is a function of the two records alone: the smaller uid, whichever arrived first."""
    twin_uid = UUID(str(twin["uid"]))
    if change.uid < twin_uid:
        mine = dict(change.fields) | {name: twin[name] for name in _PROGRESS}
        return [
            _verdict(change.uid, mine, twin["token_number"], change.fields["token_number"], is_new=True),
            _verdict(
                twin_uid, _alias(change.fields["token_number"]), twin["token_number"], change.fields["token_number"]
            ),
        ]
    mine = dict(change.fields) | _alias(twin["token_number"])
    return [_verdict(change.uid, mine, change.fields["token_number"], twin["token_number"], is_new=True)]


def _alias(token: Json) -> dict[str, Json]:
    return {"current_status": QueueStatus.CANCELLED.value, "alias_of": token}


def _verdict(uid: UUID, values: dict[str, Json], alias: Json, token: Json, *, is_new: bool = False) -> Verdict:
    words = f"Checked in at two machines. Number {token} stands; {alias} leads to the same visit."
    return Verdict("queue", uid, Outcome.ONE_VISIT_OF_TWO, values, is_new=is_new, resolution=words)


def _merge_step(change: RecordChange, held: Held) -> Verdict:
    verdict = merge_fields(change, held)
    if "current_status" not in change.fields:
        return verdict
    base, now = change.replaced.get("current_status"), QueueStatus(str(held["current_status"]))
    wanted = _status(change.fields["current_status"])
    if base == now:
        if wanted not in next_statuses(now):
            raise Quarantined("illegal_step", f"A visit that is {now} cannot become {wanted}.")
        return verdict
    stands = furthest(now, wanted)
    values = verdict.values | {"current_status": stands.value}
    if stands is now and (wanted is not now or not _was_first(change, held)):
        values = {name: value for name, value in values.items() if name not in _OF_A_STEP}
        values["current_status"] = stands.value
    words = f"Two machines changed this visit: {now} and {wanted}. It is {stands}."
    return replace(verdict, outcome=Outcome.FURTHEST_STATE, values=values, resolution=words)


def _never_queues(verdict: Verdict, held: Held) -> Verdict:
    """An emergency that one machine found and the other put back in line is called: the call that is held stands."""
    ends = {**held, **verdict.values}
    if ends.get("triage_level") != EMERGENCY_LEVEL or ends["current_status"] != QueueStatus.WAITING:
        return verdict
    values = {name: value for name, value in verdict.values.items() if name not in _OF_A_STEP}
    values |= {"current_status": QueueStatus.CALLED.value, "held_back": None}
    words = "Two machines changed this visit. It is an emergency, which never waits: it is called."
    return replace(verdict, outcome=Outcome.FURTHEST_STATE, values=values, resolution=words)


def _was_first(change: RecordChange, held: Held) -> bool:
    """Of two calls the earlier one stands, so that the patient sees one room; the same whoever arrives first."""
    mine, theirs = (
        (str(values.get("called_time") or ""), str(values.get("called_by") or "")) for values in (change.fields, held)
    )
    return mine < theirs


def _status(value: Json) -> QueueStatus:
    try:
        return QueueStatus(str(value))
    except ValueError as error:
        raise Quarantined("unknown_status", "The visit has a status that this version does not know.") from error
