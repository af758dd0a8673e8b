"""Reminders: per field; of two states that were reached apart from each other the further one stands."""

from __future__ import annotations

from collections.abc import Mapping

from server_sync.merge.fields import create, merge_fields, verdict_of
from server_sync.merge.verdicts import Held, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

_SENT: Mapping[str, Mapping[Json, int]] = {"status": {"pending": 0, "cancelled": 1, "failed": 2, "sent": 3}}
"""What was sent is not unsent by a cancellation elsewhere."""


def merge_reminder(change: RecordChange, held: Held | None, stamp: str) -> Verdict:
    """A new reminder is created; else it is merged field by field."""
    return create(change) if held is None else verdict_of(change, merge_fields(change, held, stamp, ranks=_SENT))
