"""Four ways to choose who is next: ours as it runs in the product, and three that it is compared with."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush

from server_sync.clinic.queue_order import QueueOrder, Waiting
from server_sync.clinic.queue_policy import Policy, SpecialReason
from tests.bench.queue.people import Person

MIDNIGHT = datetime(2026, 3, 9, tzinfo=UTC)
"""Minute 0 of every run."""


def moment(minutes: float) -> datetime:
    """A minute of a run as an aware moment."""
    return MIDNIGHT + timedelta(minutes=minutes)


def as_waiting(person: Person) -> Waiting:
    """A person of a bench as the product's order sees them."""
    return Waiting(
        key=person.number,
        number=f"{person.number:08d}",
        arrived_at=moment(person.arrived_min),
        booked_for=None if person.booked_min is None else moment(person.booked_min),
        triage_level=person.level,
        special=SpecialReason.AGE if person.is_special else None,
    )


class Accumulating:
    """Ours: `QueueOrder` itself."""

    def __init__(self, policy: Policy) -> None:
        self._order = QueueOrder(policy)
        self._people: dict[int, Person] = {}

    def join(self, person: Person) -> None:
        """Take in somebody who has just come."""
        if self._order.insert(as_waiting(person)) is not None:
            raise ValueError("an emergency never queues")
        self._people[person.number] = person

    def next(self, now_min: float) -> Person | None:
        """The highest score at this moment."""
        chosen = self._order.pop(moment(now_min))
        return None if chosen is None else self._people.pop(chosen.key)


class FirstCome:
    """Who came first, first."""

    def __init__(self) -> None:
        self._people: deque[Person] = deque()

    def join(self, person: Person) -> None:
        """Take in somebody who has just come."""
        self._people.append(person)

    def next(self, now_min: float) -> Person | None:
        """Whoever has been there longest."""
        return self._people.popleft() if self._people else None


class StrictPriority:
    """By triage alone, and among equals who came first."""

    def __init__(self) -> None:
        self._people: list[tuple[int, int, Person]] = []

    def join(self, person: Person) -> None:
        """Take in somebody who has just come."""
        heappush(self._people, (person.level, person.number, person))

    def next(self, now_min: float) -> Person | None:
        """The most urgent."""
        return heappop(self._people)[2] if self._people else None


class CappedSum:
    """The usual toy: .5 urgency + .3 min(wait, 60) / 60 + .1 appointment + .1 special, scored anew at each choice."""

    def __init__(self) -> None:
        self._people: list[Person] = []

    def join(self, person: Person) -> None:
        """Take in somebody who has just come."""
        self._people.append(person)

    def next(self, now_min: float) -> Person | None:
        """The highest sum; of equals who came first."""
        if not self._people:
            return None
        chosen = max(self._people, key=_weighed(now_min))
        self._people.remove(chosen)
        return chosen


def _weighed(now_min: float) -> Callable[[Person], float]:
    def score(person: Person) -> float:
        # Urgency falls evenly from 1 at level 1 to 0 at level 5; the wait is counted from coming, as such sums do.
        urgency = (5 - person.level) / 4
        waited = min(max(now_min - person.arrived_min, 0.0), 60.0) / 60
        return 0.5 * urgency + 0.3 * waited + 0.1 * (person.booked_min is not None) + 0.1 * person.is_special

    return score
