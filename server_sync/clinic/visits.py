"""The life of a visit and of an appointment: which state may follow which."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

MOST_RECALLS = 3
"""How often a number is called again before it is missed (`ux.md`)."""
MOST_ABSENCES = 3
"""The absence with which a place is given up: missed, please see the desk."""
ABSENT_HOLD = timedelta(minutes=5)
"""How long somebody who missed their call is not called again, unless they say that they are back."""


class QueueStatus(StrEnum):
    """Where a person in the queue stands (`queue_management.current_status`)."""

    WAITING = "waiting"
    CALLED = "called"
    IN_CONSULTATION = "in_consultation"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class HeldBack(StrEnum):
    """Why somebody who waits is not to be called (`queue_management.held_back`)."""

    PARKED = "parked"
    """By staff, until they say otherwise: at the laboratory, on the telephone."""
    ABSENT = "absent"
    """They missed their call; on a place that was given up for it, missed for good."""


class AppointmentStatus(StrEnum):
    """What became of an appointment (`appointments.status`)."""

    SCHEDULED = "scheduled"
    CONFIRMED = "confirmed"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    RESCHEDULED = "rescheduled"


OPEN_QUEUE = frozenset({QueueStatus.WAITING, QueueStatus.CALLED, QueueStatus.IN_CONSULTATION})
"""States of a visit that is not over."""

CAN_CHECK_IN = frozenset({AppointmentStatus.SCHEDULED, AppointmentStatus.CONFIRMED, AppointmentStatus.NO_SHOW})
"""States of an appointment whose holder may still arrive; one marked as a no-show may yet turn up."""

_FORWARD: dict[QueueStatus, frozenset[QueueStatus]] = {
    QueueStatus.WAITING: frozenset({QueueStatus.CALLED, QueueStatus.IN_CONSULTATION, QueueStatus.CANCELLED}),
    QueueStatus.CALLED: frozenset({QueueStatus.IN_CONSULTATION, QueueStatus.WAITING, QueueStatus.CANCELLED}),
    QueueStatus.IN_CONSULTATION: frozenset({QueueStatus.COMPLETED, QueueStatus.CALLED, QueueStatus.WAITING}),
    QueueStatus.COMPLETED: frozenset({QueueStatus.IN_CONSULTATION}),
    QueueStatus.CANCELLED: frozenset({QueueStatus.WAITING, QueueStatus.CALLED}),
}

_RANK: dict[QueueStatus, int] = {
    QueueStatus.WAITING: 0,
    QueueStatus.CALLED: 1,
    QueueStatus.CANCELLED: 2,
    QueueStatus.IN_CONSULTATION: 3,
    QueueStatus.COMPLETED: 4,
}

STEPS_IN_A_ROUND = 1000
"""`queue_management.step` is the round times this, and the steps taken in the round."""


def next_statuses(status: QueueStatus) -> frozenset[QueueStatus]:
    """The states that may follow; every step has its way back (undo, re-queue, hand over)."""
    return _FORWARD[status]


def how_far(status: QueueStatus) -> int:
    """How far a visit has come within a round: cancelled lies beyond all but a visit that has begun."""
    return _RANK[status]


def furthest(one: QueueStatus, other: QueueStatus) -> QueueStatus:
    """Which of two concurrent steps from the same base stands: the further one; cancelled beats all but a visit begun.

    Symmetric, so that replicas agree whatever came first.
    """
    return max(one, other, key=how_far)


def round_of(step: int) -> int:
    """Which round a step belongs to, from 0."""
    return step // STEPS_IN_A_ROUND


def next_round(step: int) -> int:
    """The first step of the round after that of `step`: for whatever sends a visit back, or calls anew."""
    return (round_of(step) + 1) * STEPS_IN_A_ROUND


def step_after(step: int, was: QueueStatus, wanted: QueueStatus) -> int:
    """The step that leads from one state to another: further in its round, or back into the next one.

    To the same state again is a new round too: who is called again, parked or handed over anew is.
    """
    return step + 1 if how_far(wanted) > how_far(was) else next_round(step)
