"""Decisions about conflicts: taken once; of two desks that decided apart from each other the later decision stands."""

from __future__ import annotations

from collections.abc import Iterable

from server_sync.clinic.stamps import DECISION, OF_A_DECISION
from server_sync.merge.fields import stamps_of
from server_sync.merge.patients import comparable
from server_sync.merge.verdicts import Held, Outcome, Quarantined, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, RecordChange

DECISIONS = frozenset({"keep", "take", "merge", "dismissed"})


def merge_decision(change: RecordChange, held: Held | None, stamp: str) -> Verdict:
    """Raises Quarantined for whatever is no decision: conflicts are made at the centre only."""
    if held is None or change.action is not Action.UPDATE or not change.fields.keys() <= set(OF_A_DECISION):
        raise Quarantined("not_a_devices_record", "Of a conflict a machine says what was decided, and nothing else.")
    if change.fields.get("decision") not in DECISIONS:
        raise Quarantined("unknown_decision", "This is no decision that this version knows.")
    taken = {name: change.fields.get(name) for name in OF_A_DECISION}
    if held.get("decision") is None:
        return Verdict("conflict", change.uid, Outcome.APPLIED, taken, stamps={DECISION: stamp})
    before = stamps_of(held).get(DECISION, "")
    is_same = held["decision"] == taken["decision"] and held.get("chosen") == taken["chosen"]
    stands = stamp > before
    outcome = Outcome.ALREADY_SO if is_same else Outcome.DECIDED_TWICE
    words = "" if is_same else "Two desks decided this. The later decision stands."
    if not stands:
        return Verdict("conflict", change.uid, outcome, resolution=words)
    return Verdict("conflict", change.uid, outcome, taken, resolution=words, stamps={DECISION: stamp})


def decided_in(changes: Iterable[RecordChange]) -> dict[str, frozenset[str]]:
    """By field, the values that whoever settled conflicts in a set had before them when they chose."""
    seen: dict[str, frozenset[str]] = {}
    for change in changes:
        chosen = change.fields.get("chosen") if change.noun == "conflict" else None
        for name, one in chosen.items() if isinstance(chosen, dict) else ():
            seen[name] = seen.get(name, frozenset()) | _values_of(one)
    return seen


def _values_of(one: Json) -> frozenset[str]:
    if not isinstance(one, dict):
        return frozenset()
    values = one.get("seen")
    return frozenset(comparable(value) for value in values) if isinstance(values, list) else frozenset()
