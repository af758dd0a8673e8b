"""What operations on the queue are called in the log, the same at the centre and on a device."""

from __future__ import annotations

from enum import StrEnum


class QueueIntent(StrEnum):
    """An operation's name (`offline_sync_logs.intent`). Names are stable: older devices still send them."""

    JOIN = "join_queue"
    CALL_NEXT = "call_next"
    SET_STATUS = "set_queue_status"
    RECALL = "recall"
    ABSENT = "mark_absent"
    PARK = "park"
    UNPARK = "unpark"
    TRANSFER = "transfer"
    TRIAGE = "set_triage"
    OVERRIDE = "override_order"
    CLAIMS = "record_claims"
    UNDO = "undo_queue_step"


UNDOABLE = frozenset(QueueIntent) - {QueueIntent.JOIN, QueueIntent.CLAIMS, QueueIntent.UNDO}
"""Steps that can be taken back: a join is cancelled instead, and an undo is not undone."""
