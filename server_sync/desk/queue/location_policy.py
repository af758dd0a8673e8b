"""By which policy a location's queue is ordered, and how that is changed, at the centre and wherever a test does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server_sync.clinic.policy_documents import parse_policy, policy_document
from server_sync.clinic.queue_policy import Policy, PolicyRefused
from server_sync.desk.clinic_setup import UNKNOWN_LOCATION, NotSetUp, SetUp, change_location, location_row
from server_sync.records.reading import Reading
from server_sync.records.work import Work


@dataclass(frozen=True, slots=True)
class LocationPolicy:
    """What orders a location's queue. `refused` is why its own document does not, and the day clinic's does instead."""

    location_id: int
    policy: Policy
    refused: PolicyRefused | None = None


def location_policy(reading: Reading, location_id: int) -> LocationPolicy | None:
    """The policy in force; None for an unknown location."""
    row = location_row(reading, location_id)
    if row is None:
        return None
    try:
        return LocationPolicy(location_id, parse_policy(row["queue_policy"]))
    except PolicyRefused as refused:
        return LocationPolicy(location_id, parse_policy(None), refused)


def set_location_policy(
    work: Work, location_id: int, document: Mapping[str, object] | None
) -> LocationPolicy | NotSetUp:
    """Order the queue by another policy from now on; None is the day clinic's own. Raises PolicyRefused.

    Kept whole, and not by a preset's name: it stays what was chosen on every machine, whichever version that runs.
    """
    policy = parse_policy(document)
    if location_row(work, location_id) is None:
        return UNKNOWN_LOCATION
    stored = None if document is None else policy_document(policy)
    outcome = change_location(work, location_id, {"queue_policy": stored})
    return LocationPolicy(location_id, policy) if isinstance(outcome, SetUp) else outcome
