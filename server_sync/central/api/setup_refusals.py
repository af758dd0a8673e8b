"""Why the clinic could not be set up so, as HTTP says it."""

from __future__ import annotations

from server_sync.central.api.answers import Refused
from server_sync.desk.clinic_setup import NotSetUp, SetUp, SetUpOutcome
from server_sync.records.reading import Row


def row_of(outcome: SetUpOutcome) -> Row:
    """The row that was set up. Raises Refused with the reason's code."""
    if isinstance(outcome, SetUp):
        return outcome.row
    raise refusal(outcome)


def refusal(outcome: NotSetUp) -> Refused:
    """The reason as a refusal."""
    return Refused(outcome.why.value, outcome.words)
