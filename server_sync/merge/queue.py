"""Places in the queue: a state machine in rounds, whose steps are taken whole or not at all.

Each step says in `step` to which round it belongs. Of two steps that were taken apart from each other the later round's
stands; within a round the further state; of two calls the first. That is a function of the two steps alone, so every
replica ends with the same one, whichever arrived first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeGuard

from server_sync.clinic.queue_policy import EMERGENCY_LEVEL
from server_sync.clinic.stamps import OF_A_STEP, STEP
from server_sync.clinic.visits import QueueStatus, how_far, next_round, next_statuses, round_of, step_after
from server_sync.merge.fields import merge_fields, stamps_of, verdict_of
from server_sync.merge.verdicts import Held, Outcome, Quarantined, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

_OF_A_STEP = frozenset(OF_A_STEP)
_LARGEST_STEP = 2**31 - 1


def merge_place(change: RecordChange, held: Held, stamp: str) -> Verdict:
    """An update of a place that stands for itself. Raises Quarantined for a step the state machine forbids."""
    if not takes_a_step(change):
        return _never_waits(verdict_of(change, merge_fields(change, held, stamp)), held)
    merging = merge_fields(change, held, stamp, but=_OF_A_STEP)
    step = _step_of(change, held)
    stands = _outranks(step, stamp, held)
    if stands:
        merging.values.update((name, value) for name, value in change.fields.items() if name in _OF_A_STEP)
        merging.values["current_status"], merging.values[STEP] = step.wanted.value, step.number
        merging.stamps[STEP] = stamp
    verdict = verdict_of(change, merging)
    if not (stands and step.is_next):
        verdict = _settled(verdict, step, held, stands=stands)
    return _never_waits(verdict, held)


def takes_a_step(change: RecordChange) -> bool:
    """Whether it moves the visit, and not only says something of it."""
    return STEP in change.fields or "current_status" in change.fields


def round_taken(change: RecordChange) -> int | None:
    """The round of the step that a set takes with a place; None where it takes none. 0 where it does not say."""
    if not takes_a_step(change):
        return None
    number = change.fields.get(STEP)
    return round_of(number) if isinstance(number, int) else 0


def comes_further(one: Held, stamp: str, other: Held, other_stamp: str) -> bool:
    """Whether the step of one place outranks that of another of the same visit, each taken with its stamp."""
    return _beats(
        (_number(one), _status(one["current_status"]), stamp),
        (_number(other), _status(other["current_status"]), other_stamp),
    )


class _Step:
    """One step as its set took it."""

    __slots__ = ("is_next", "number", "wanted")

    def __init__(self, number: int, wanted: QueueStatus, *, is_next: bool) -> None:
        self.number = number
        self.wanted = wanted
        self.is_next = is_next
        """It was taken from just where the place stands."""


def _step_of(change: RecordChange, held: Held) -> _Step:
    """Raises Quarantined where no desk could have taken it."""
    now = _status(held["current_status"])
    wanted = _status(change.fields.get("current_status", now.value))
    base = _status(change.replaced.get("current_status", wanted.value))
    if wanted is not base and wanted not in next_statuses(base):
        raise Quarantined("illegal_step", f"A visit that is {_said(base)} cannot become {_said(wanted)}.")
    if STEP not in change.fields:
        return _unnumbered(base, wanted, held)
    number, before = change.fields[STEP], change.replaced.get(STEP)
    if not _is_step(number) or not _is_step(before) or number not in (before + 1, next_round(before)):
        raise Quarantined("illegal_step", "A step of a visit leads neither on nor back.")
    if number == before + 1 and how_far(wanted) < how_far(base):
        raise Quarantined("illegal_step", "A step back begins a new round.")
    return _Step(number, wanted, is_next=before == _number(held) and base is now)


def _unnumbered(base: QueueStatus, wanted: QueueStatus, held: Held) -> _Step:
    """A step of a device that does not count rounds yet belongs to the round that is held."""
    now, standing = _status(held["current_status"]), _number(held)
    if base is now:
        return _Step(step_after(standing, now, wanted), wanted, is_next=True)
    return _Step(standing, wanted, is_next=False)


def _outranks(step: _Step, stamp: str, held: Held) -> bool:
    before = stamps_of(held).get(STEP, "")
    return _beats((step.number, step.wanted, stamp), (_number(held), _status(held["current_status"]), before))


def _beats(mine: tuple[int, QueueStatus, str], theirs: tuple[int, QueueStatus, str]) -> bool:
    """Which of two steps, each with its number, state and stamp, is the one that stands: the order of all steps."""
    (number, wanted, stamp), (standing, now, before) = mine, theirs
    ranks = (round_of(number), how_far(wanted)), (round_of(standing), how_far(now))
    if ranks[0] != ranks[1]:
        return ranks[0] > ranks[1]
    if wanted is QueueStatus.WAITING:
        return (number, stamp) > (standing, before)  # parked, handed over: what was said last
    if number != standing:
        return number > standing  # an emergency is called by rule, in no room, until a desk calls it
    return stamp < before  # called from two desks: one room, the first


def _settled(verdict: Verdict, step: _Step, held: Held, *, stands: bool) -> Verdict:
    now = _status(held["current_status"])
    standing, gave_way = (step.wanted, now) if stands else (now, step.wanted)
    if round_of(step.number) != round_of(_number(held)):
        outcome = Outcome.LATER_ROUND
        words = f"Two desks moved this visit: {_said(gave_way)} and then, at the other, {_said(standing)}. "
        words += f"It is {_said(standing)}."
    elif standing is gave_way is QueueStatus.CALLED:
        outcome = Outcome.FIRST_CALL
        words = "Called from two desks. The first call stands, and the patient sees one room."
    else:
        outcome = Outcome.FURTHEST_STATE
        words = f"Two machines changed this visit: {_said(gave_way)} and {_said(standing)}. It is {_said(standing)}."
    return replace(verdict, outcome=outcome, resolution=f"{verdict.resolution} {words}".strip())


def _never_waits(verdict: Verdict, held: Held) -> Verdict:
    """An emergency that one machine found and another put back in line is called."""
    values = verdict.values
    level = values.get("triage_level", held.get("triage_level"))
    status = values.get("current_status", held["current_status"])
    if level != EMERGENCY_LEVEL or status != QueueStatus.WAITING.value:
        return verdict
    words = "Two machines changed this visit. It is an emergency, which never waits: it is called."
    called: dict[str, Json] = {"current_status": QueueStatus.CALLED.value, "held_back": None}
    return replace(verdict, outcome=Outcome.EMERGENCY, values=values | called, resolution=words)


def _status(value: Json) -> QueueStatus:
    try:
        return _STATUSES[value]  # type: ignore[index]  # whatever is no text is not in it
    except (KeyError, TypeError) as error:
        raise Quarantined("unknown_status", "The visit has a status that this version does not know.") from error


def _is_step(value: Json) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST_STEP


def _number(held: Held) -> int:
    """The step at which a place stands; 0 before there were rounds."""
    number = held.get(STEP)
    return number if _is_step(number) else 0


def _said(status: QueueStatus) -> str:
    return status.value.replace("_", " ")


_STATUSES: Mapping[str, QueueStatus] = {status.value: status for status in QueueStatus}
