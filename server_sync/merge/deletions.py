"""Deleted here, changed there: the change wins, whichever arrived first, and the deletion is shown to a person."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from server_sync.merge.disputes import OpenConflicts, open_of
from server_sync.merge.fields import stamps_of
from server_sync.merge.verdicts import Dispute, Held, Outcome, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

_WORDS = "Deleted on one machine and changed on another. The change stands until the desk decides."


def merge_deletion(change: RecordChange, held: Held, stamp: str, open_conflicts: OpenConflicts) -> Verdict:
    """A deletion stands where whoever made it had seen all that is held; its `replaced` says what that was."""
    marks = {"deleted_at": max(stamp, stamps_of(held).get("deleted_at", ""))}
    deleted_at = change.fields.get("deleted_at")
    if held.get("deleted_at") is not None or deleted_at is None:
        return Verdict(change.noun, change.uid, Outcome.ALREADY_SO, stamps=marks)
    verdict = Verdict(change.noun, change.uid, Outcome.APPLIED, {"deleted_at": deleted_at}, stamps=marks)
    if not _has_unseen(change, held, stamp):
        return verdict
    return _shown(replace(verdict, values={}), deleted_at, open_conflicts)


def brought_back(verdict: Verdict, change: RecordChange, held: Held, open_conflicts: OpenConflicts) -> Verdict:
    """What a change does to a record that somebody else deleted meanwhile, after its own fields were merged."""
    if held.get("deleted_at") is None or not change.fields or "deleted_at" in change.fields:
        return verdict
    back = replace(verdict, values=verdict.values | {"deleted_at": None})
    return _shown(back, held["deleted_at"], open_conflicts)


def _has_unseen(change: RecordChange, held: Held, stamp: str) -> bool:
    seen = {name: value for name, value in change.replaced.items() if name != "deleted_at"}
    if seen:
        return any(held.get(name) != value for name, value in seen.items())
    return any(mark > stamp for name, mark in stamps_of(held).items() if name != "deleted_at")


def _shown(verdict: Verdict, deleted_at: Json, open_conflicts: OpenConflicts) -> Verdict:
    kind = Outcome.CHANGED_AFTER_DELETION
    joined = open_of(kind, (verdict.noun, verdict.uid), open_conflicts)
    fields: dict[str, Json] = {"deleted_at": {"standing": None, "offered": deleted_at, "based_on": None}}
    joins = None if joined is None else UUID(str(joined["uid"]))
    dispute = verdict.dispute or Dispute(kind.value, verdict.noun, verdict.uid, fields, _WORDS, joins)
    words = f"{verdict.resolution} {_WORDS}".strip()
    return replace(verdict, outcome=kind, resolution=words, needs_a_person=True, dispute=dispute)
