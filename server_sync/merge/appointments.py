"""Appointments: per field, but that somebody who stands in the lobby is not sent away by a cancellation."""

from __future__ import annotations

from dataclasses import replace

from server_sync.merge.fields import create, merge_fields
from server_sync.merge.verdicts import Held, Outcome, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

_BEGUN = frozenset({"in_progress", "completed"})
_CALLED_OFF = frozenset({"cancelled", "rescheduled"})


def merge_appointment(change: RecordChange, held: Held | None, token: Json) -> Verdict:
    """`token`: the number that stands for the visit, where the same set checked the appointment in, else None."""
    if held is None:
        return create(change)
    settled = dict(change.fields)
    if token is not None and held.get("status") in _BEGUN:
        settled.pop("status", None)  # a check-in that comes late never reopens a visit
    if token is not None and "queue_token" in settled:
        settled["queue_token"] = token
    based_on_held = {name: held.get(name) for name in ("queue_token",) if name in settled}
    known = replace(change, fields=settled, replaced=change.replaced | based_on_held)
    verdict = merge_fields(known, held)
    if token is not None and held.get("status") in _CALLED_OFF:
        words = "Cancelled and checked in at the same time. The visit stands until the desk decides."
        return replace(verdict, outcome=Outcome.VISIT_STANDS, resolution=words, needs_a_person=True)
    return verdict
