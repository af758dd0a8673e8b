"""What a merge may decide, with a name that is counted and words that a receptionist understands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from server_sync.protocol.canonical import Json

Held = Mapping[str, Json]
"""A record as the centre holds it, values as on the wire."""


class Outcome(StrEnum):
    """How a record's change was settled. Names are stable: they are counted and stored."""

    APPLIED = "applied"
    ALREADY_SO = "already_so"
    KEPT_BOTH_NOTED = "later_arrival_stands"
    KEPT_FOR_A_PERSON = "left_for_the_desk"
    ONE_VISIT_OF_TWO = "one_visit_of_two"
    FURTHEST_STATE = "furthest_state_stands"
    VISIT_STANDS = "checked_in_after_cancellation"
    SLOT_TAKEN = "slot_taken"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be written to one record, and why. `resolution` is empty where nothing had to be settled."""

    noun: str
    uid: UUID
    outcome: Outcome
    values: dict[str, Json] = field(default_factory=dict)
    is_new: bool = False
    resolution: str = ""
    needs_a_person: bool = False


class Quarantined(Exception):  # an outcome that unwinds the whole set, as no half may be applied
    """The set breaks a rule: it is kept and shown with `reason`, and nothing of it is applied."""

    def __init__(self, reason: str, words: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.words = words
