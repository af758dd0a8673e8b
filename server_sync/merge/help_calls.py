"""Calls for help: of two people who answered one, the first did."""

from __future__ import annotations

from dataclasses import replace

from server_sync.merge.fields import create, merge_fields, verdict_of
from server_sync.merge.verdicts import Held, Outcome, Verdict
from server_sync.protocol.changes import Action, RecordChange

_FIRST_STANDS = frozenset({"answered_at"})


def is_same_alarm(change: RecordChange, held: Held) -> bool:
    """Whether two machines said of one visit that it is an emergency: an alarm's uid follows from its number."""
    number = change.fields.get("token_number")
    return change.noun == "help_call" and number is not None and number == held.get("token_number")


def merge_help_call(change: RecordChange, held: Held | None, stamp: str) -> Verdict:
    """A new call is created; an alarm that stands already is not; an answer stands unless somebody answered before."""
    if held is None:
        return create(change)
    if change.action is Action.CREATE:
        words = "Two machines raised this alarm. It stands once."
        return Verdict(change.noun, change.uid, Outcome.ONE_ALARM, resolution=words)
    merging = merge_fields(change, held, stamp, first_stand=_FIRST_STANDS)
    verdict = verdict_of(change, merging)
    if merging.lost.keys() & _FIRST_STANDS:
        words = "Answered at two machines. The first answer stands."
        return replace(verdict, outcome=Outcome.FIRST_ANSWER, resolution=words)
    return verdict
