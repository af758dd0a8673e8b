"""Calls for help: of two people who answered one, the first did."""

from __future__ import annotations

from dataclasses import replace

from server_sync.merge.fields import create, merge_fields, verdict_of
from server_sync.merge.verdicts import Held, Outcome, Verdict
from server_sync.protocol.changes import RecordChange

_FIRST_STANDS = frozenset({"answered_at"})


def merge_help_call(change: RecordChange, held: Held | None, stamp: str) -> Verdict:
    """A new call is created; an answer stands unless somebody answered before."""
    if held is None:
        return create(change)
    merging = merge_fields(change, held, stamp, first_stand=_FIRST_STANDS)
    verdict = verdict_of(change, merging)
    if merging.lost.keys() & _FIRST_STANDS:
        words = "Answered at two machines. The first answer stands."
        return replace(verdict, outcome=Outcome.FIRST_ANSWER, resolution=words)
    return verdict
