"""What a merge may decide, with a name that is counted and words that a receptionist understands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from server_sync.protocol.canonical import Json

Held = Mapping[str, Json]
"""A record as the centre holds it, values as on the wire, with `stamps` where its noun has them."""


class Outcome(StrEnum):
    """How a record's change was settled, the plainest first. Names are stable: they are counted and stored."""

    ALREADY_SO = "already_so"
    APPLIED = "applied"
    BOTH_KEPT = "both_kept"
    """Two people wrote different keys of one document."""
    FIRST_ANSWER = "first_answer_stands"
    ONE_ALARM = "one_alarm"
    LATER_VALUE = "later_value_stands"
    ERASED = "person_was_erased"
    PROVISIONAL_CONFIRMED = "provisional_confirmed"
    FURTHEST_STATE = "furthest_state_stands"
    LATER_ROUND = "later_round_stands"
    FIRST_CALL = "first_call_stands"
    EMERGENCY = "emergency_is_called"
    OTHER_TICKET = "counted_for_the_other_ticket"
    ONE_VISIT_OF_TWO = "one_visit_of_two"
    MOVED_TO_FREE_SLOT = "moved_to_free_slot"
    DECIDED_TWICE = "decided_twice"
    SAME_PERSON = "same_person"
    KEPT_FOR_A_PERSON = "left_for_the_desk"
    CHANGED_AFTER_DELETION = "changed_after_deletion"
    CANCELLED_AND_MOVED = "cancelled_and_moved"
    VISIT_STANDS = "checked_in_after_cancellation"
    CANCELLED_VISIT = "checked_in_and_cancelled"
    HOURS_CHANGED = "hours_changed"
    OUTSIDE_HOURS = "booked_outside_hours"
    SLOT_TAKEN = "slot_taken"


@dataclass(frozen=True, slots=True)
class Dispute:
    """What a person should settle. `fields` say by name what stands, what was offered and what that was based on.

    `kind` is the outcome's name; `joins` the open conflict that this belongs to, whose fields and words these replace.
    """

    kind: str
    noun: str
    record_uid: UUID
    fields: dict[str, Json]
    words: str
    joins: UUID | None = None
    alternatives: Json = None
    """What could be done instead: free slots, each `{"location_id", "starts_at", "ends_at"}`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be written to one record, and why. `resolution` is empty where nothing had to be settled.

    `stamps` say who wrote these fields, and are laid over those that the record has.
    """

    noun: str
    uid: UUID
    outcome: Outcome
    values: dict[str, Json] = field(default_factory=dict)
    is_new: bool = False
    resolution: str = ""
    needs_a_person: bool = False
    stamps: dict[str, str] = field(default_factory=dict)
    dispute: Dispute | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a whole set was settled."""

    outcome: str
    words: str
    needs_a_person: bool


def summary(verdicts: Sequence[Verdict]) -> Summary:
    """A set's outcome is the gravest of its records'; everything that was said is said once."""
    words = " ".join(dict.fromkeys(verdict.resolution for verdict in verdicts if verdict.resolution))
    gravest = max((verdict.outcome for verdict in verdicts), key=_GRAVITY.__getitem__, default=Outcome.ALREADY_SO)
    return Summary(gravest.value, words, any(verdict.needs_a_person for verdict in verdicts))


_GRAVITY = {outcome: place for place, outcome in enumerate(Outcome)}


class Quarantined(Exception):  # an outcome that unwinds the whole set, as no half may be applied
    """The set breaks a rule: it is kept and shown with `reason`, and nothing of it is applied."""

    def __init__(self, reason: str, words: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.words = words
