"""Field by field, against the value that a change was based on: what only one side changed stands.

Record-level "last writer wins" lost half of all concurrent edits in three sync systems that were measured. Where both
sides changed a field, the later by hybrid logical clock stands, whichever arrived first: a record is the same whatever
the order in which its changes came.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from server_sync.clinic.stamps import DOCUMENTS, changed_keys, is_believed, key_of
from server_sync.merge.verdicts import Held, Outcome, Quarantined, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

UNTOUCHABLE = frozenset(
    {
        "id",
        "uid",
        "created_at",
        "patient_number",
        "appointment_number",
        "token_number",
        "erased_at",
        "stamps",
        "version",
    }
)
"""What no device changes once it stands: who a record is, by what number it is known, and that a person was erased."""

Ranks = Mapping[str, Mapping[Json, int]]
"""Columns that are states of something, with how far each of their values has come."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that gave way to another, when it was written, and what it was based on as far as that is known."""

    value: Json
    stamp: str
    based_on: Json
    was_held: bool
    """It stood until now; else it came with the change and was not taken."""


@dataclass(slots=True)
class Merging:
    """What becomes of a change's fields, one after the other."""

    stamp: str
    values: dict[str, Json] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)
    lost: dict[str, Lost] = field(default_factory=dict)
    both_kept: list[str] = field(default_factory=list)
    """Documents of which others changed other keys."""


def merge_fields(
    change: RecordChange,
    held: Held,
    stamp: str,
    *,
    but: Collection[str] = (),
    ranks: Ranks | None = None,
    first_stand: Collection[str] = (),
) -> Merging:
    """Merge every field of an update; those named in `but` are left to the caller.

    `ranks`: of two concurrent states the further one stands. `first_stand`: of two values the earlier one.
    """
    merging = Merging(stamp)
    stamps = stamps_of(held)
    for name, value in change.fields.items():
        if name in UNTOUCHABLE or name not in held or name in but:
            continue
        if name in DOCUMENTS:
            _merge_document(merging, change, held, stamps, name)
        else:
            before = stamps.get(name, "")
            is_based = name in change.replaced and change.replaced[name] == held[name]
            if ranks is not None and name in ranks:
                wins = _is_further(ranks[name], value, held[name], is_next=is_based and stamp > before)
            elif name in first_stand:
                wins = held[name] is None or (stamp > before if is_based else stamp < before)
            else:
                wins = _stands(stamp, before, is_based=is_based)
            _take(merging, name, value, held[name], before, change.replaced.get(name), wins=wins, is_based=is_based)
    return merging


def stamps_of(held: Held) -> Mapping[str, str]:
    """Who wrote each of a record's fields last."""
    stamps = held.get("stamps")
    return stamps if isinstance(stamps, dict) else _NO_STAMPS  # type: ignore[return-value]  # they are text


def verdict_of(change: RecordChange, merging: Merging) -> Verdict:
    """The common verdict: values that gave way are noted in words."""
    values, stamps = merging.values, merging.stamps
    if merging.lost:
        words = said_of(merging.lost, "The later value stands.")
        return Verdict(change.noun, change.uid, Outcome.LATER_VALUE, values, resolution=words, stamps=stamps)
    if merging.both_kept:
        words = f"Two people changed {listed(merging.both_kept)}. Both changes were kept."
        return Verdict(change.noun, change.uid, Outcome.BOTH_KEPT, values, resolution=words, stamps=stamps)
    outcome = Outcome.APPLIED if values else Outcome.ALREADY_SO
    return Verdict(change.noun, change.uid, outcome, values, stamps=stamps)


def create(change: RecordChange) -> Verdict:
    """A record that the centre does not hold yet."""
    return Verdict(change.noun, change.uid, Outcome.APPLIED, change.fields, is_new=True)


def refuse_no_documents(change: RecordChange) -> None:
    """Raises Quarantined where something else stands in a document's place."""
    for name in DOCUMENTS & change.fields.keys():
        _refuse_no_document(name, change.fields[name])


def said_of(lost: Mapping[str, Lost], what_stands: str) -> str:
    """The values that gave way, so that nothing that anybody wrote is lost."""
    names = sorted(lost)
    values = ", ".join(f"{spoken(name)} {_said(lost[name].value)}" for name in names)
    return f"Two people changed {listed(names)}. {what_stands} Not taken: {values}."


def listed(names: Collection[str]) -> str:
    """Fields as people call them, one after the other."""
    return ", ".join(spoken(name) for name in sorted(names))


def spoken(name: str) -> str:
    """A field as people call it: `medical_history/allergies` is "medical history: allergies"."""
    column, slash, key = name.partition("/")
    return column.replace("_", " ") + (f": {key}" if slash else "")


def _take(
    merging: Merging, name: str, value: Json, now: Json, before: str, based_on: Json, *, wins: bool, is_based: bool
) -> None:
    if value == now:
        if merging.stamp > before:
            merging.stamps[name] = merging.stamp
        return
    if wins:
        merging.values[name] = value
        # What stands over a stamp that is not believed stands over it for whoever comes next, too.
        merging.stamps[name] = max(merging.stamp, before) if is_based and not is_believed(before) else merging.stamp
    if not is_based or not wins:
        lost = Lost(now, before, based_on, True) if wins else Lost(value, merging.stamp, based_on, False)
        merging.lost[name] = lost


def _stands(stamp: str, before: str, *, is_based: bool) -> bool:
    """The later value; and whoever saw and changed what was written by a clock that nobody believes, came after it."""
    return stamp > before or (is_based and not is_believed(before))


def _is_further(ranks: Mapping[Json, int], value: Json, now: Json, *, is_next: bool) -> bool:
    return is_next or ranks.get(value, -1) > ranks.get(now, -1)


def _merge_document(merging: Merging, change: RecordChange, held: Held, stamps: Mapping[str, str], name: str) -> None:
    """Key by key. A document that is empty is none: so it is the same whoever took out the last key."""
    offered, base, now = change.fields[name], change.replaced.get(name), held[name]
    _refuse_no_document(name, offered)
    was, wanted = (one if isinstance(one, dict) else {} for one in (base, offered))
    keys = dict(now) if isinstance(now, dict) else {}
    apart = Merging(merging.stamp)
    for key in changed_keys(offered, base):
        path = key_of(name, key)
        before = stamps.get(path) or stamps.get(name, "")
        value, standing, based_on = wanted.get(key), keys.get(key), was.get(key)
        is_based = standing == based_on
        wins = _stands(merging.stamp, before, is_based=is_based)
        _take(apart, path, value, standing, before, based_on, wins=wins, is_based=is_based)
        if path in apart.values:
            keys[key] = value
            if key not in wanted:
                del keys[key]
    merging.stamps |= apart.stamps
    merging.lost |= apart.lost
    merged: Json = keys or None
    if merged != now:
        merging.values[name] = merged
        if merged != (offered or None) and not apart.lost:
            merging.both_kept.append(name)


def _refuse_no_document(name: str, offered: Json) -> None:
    if not isinstance(offered, dict | None):
        raise Quarantined("bad_document", f"The {spoken(name)} is no list of named entries.")


def _said(value: Json) -> str:
    return "(nothing)" if value is None else f'"{value}"'


_NO_STAMPS: Mapping[str, str] = {}
