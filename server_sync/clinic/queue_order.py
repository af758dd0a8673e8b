"""The order of the queue: accumulating priority by lane, a pure function of who waits, the policy and the moment.

Section 1 of the queue's design page (Stanford, Taylor and Ziedins 2014, doi 10.1007/s11134-013-9382-6): everybody's
score grows with their own wait, the faster the shorter their lane's target, so nobody starves and nobody is re-scored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from itertools import count
from typing import Any, NamedTuple, TypeAlias

from server_sync.clinic.queue_policy import (
    EMERGENCY_LEVEL,
    Channel,
    Lane,
    Policy,
    SpecialReason,
    Triage,
)
from server_sync.clinic.waits import reference_time

_MINUTE = timedelta(minutes=1)
_FEW = 64
"""So many dead entries cost less than to look for them."""
_ROUTINE = int(Triage.ROUTINE)


@dataclass(frozen=True, slots=True)
class Override:
    """Staff put somebody before the order: when (aware), who, and why."""

    at: datetime
    by: str
    reason: str


class Waiting(NamedTuple):
    """One person who waits. Times are aware, and already corrected by what is known of the clock that gave them.

    A tuple, as are the others here: a check-in makes one of each for everybody who waits.
    """

    key: int
    """The record's id."""
    number: str
    arrived_at: datetime
    booked_for: datetime | None = None
    """None for a walk-in."""
    triage_level: int | None = None
    """1 (emergency) to 5; None where nobody has judged it yet."""
    special: SpecialReason | None = None
    counted_from: datetime | None = None
    """From when the wait counts, where that is not what arrival and booked time say."""
    override: Override | None = None
    is_clock_verified: bool = True

    @property
    def is_emergency(self) -> bool:
        """Level 1 never queues."""
        return self.triage_level is not None and self.triage_level <= EMERGENCY_LEVEL


class Terms(NamedTuple):
    """What a lane's members share: target in minutes, score per minute of waiting, and beta beyond the target."""

    target_min: float
    per_minute: float
    beta: float


class Entry(NamedTuple):
    """Somebody in the line, with what their place follows from."""

    waiting: Waiting
    lane: Lane
    reference: datetime
    """From when their wait counts; aware."""
    terms: Terms
    is_late: bool
    """Their appointment was so long ago that they wait as a walk-in."""

    def waited_min(self, now: datetime) -> float:
        """Minutes waited at `now`; negative before their time."""
        return (now - self.reference) / _MINUTE

    def score(self, now: datetime) -> float:
        """100 * T_ref * W / T**2, and beyond the target times (1 + beta (x - 1)) / x with x = W / T."""
        return _score((now - self.reference) / _MINUTE, self.terms)

    @property
    def due_at(self) -> datetime:
        """When the target falls due; aware."""
        return self.reference + self.terms.target_min * _MINUTE


@dataclass(frozen=True, slots=True)
class Emergency:
    """They never queue: an alarm is raised, and the first free clinician sees them. There is no score."""

    key: int
    number: str


_Key: TypeAlias = tuple[Any, ...]  # Any: parts compare only with their like, as the first part says which they are


def lane_of(waiting: Waiting, policy: Policy) -> Lane:
    """The lane that somebody waits in; an appointment that comes too late is a walk-in of its level."""
    is_booked = waiting.booked_for is not None and not _is_late(waiting, policy)
    level = _ROUTINE if waiting.triage_level is None else waiting.triage_level
    return Lane(level, Channel.APPOINTMENT if is_booked else Channel.WALK_IN, waiting.special is not None)


def terms_of(lane: Lane, policy: Policy) -> Terms:
    """What the policy makes of a lane."""
    target = policy.target_min(lane)
    return Terms(target, 100 * policy.reference_min / target**2, policy.beta(lane))


def entries(waiting: Iterable[Waiting], policy: Policy) -> list[Entry]:
    """Everybody's lane and reference time, in no order. Emergencies are left out: they never queue."""
    known: dict[Lane, Terms] = {}
    return [_entry(one, policy, known) for one in waiting if not one.is_emergency]


def arranged(line: Iterable[Entry], now: datetime) -> tuple[Entry, ...]:
    """Those who wait as they are to be called at `now` (aware)."""
    return tuple(sorted(line, key=lambda entry: _global_key(entry, now)))


def ordered(waiting: Iterable[Waiting], policy: Policy, now: datetime) -> tuple[Entry, ...]:
    """Who is to be called, in order, from scratch. Emergencies are left out: they never queue."""
    return arranged(entries(waiting, policy), now)


class QueueOrder:
    """The same order, kept: one heap a lane. To choose costs O(lanes); to insert, cancel or re-triage O(log n).

    Nothing is ever re-scored: within a lane the order is that of the reference times, whatever the moment.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._heaps: dict[Lane, list[tuple[_Key, int, Entry]]] = {}
        self._overridden: list[tuple[_Key, int, Entry]] = []
        self._serial = count()
        self._held: dict[int, Entry] = {}
        self._known: dict[Lane, Terms] = {}
        self._dead = 0

    def __len__(self) -> int:
        return len(self._held)

    def insert(self, waiting: Waiting) -> Emergency | None:
        """Take somebody in, or anew; an emergency is named and not queued."""
        self.remove(waiting.key)
        if waiting.is_emergency:
            return Emergency(waiting.key, waiting.number)
        entry = _entry(waiting, self._policy, self._known)
        self._held[waiting.key] = entry
        if waiting.override is None:
            heap, key = self._heaps.setdefault(entry.lane, []), _lane_key(entry)
        else:
            heap, key = self._overridden, _override_key(entry, waiting.override)
        heappush(heap, (key, next(self._serial), entry))
        return None

    def remove(self, key: int) -> None:
        """Cancel somebody, who may be unknown.

        Their entry stays in its heap until it comes up, or until more are dead than alive: a day of people who leave
        or are judged anew holds no more than twice those who wait.
        """
        if self._held.pop(key, None) is None:
            return
        self._dead += 1
        if self._dead > max(_FEW, len(self._held)):
            self._throw_away_the_dead()

    def retriage(self, key: int, level: int) -> Emergency | None:
        """Another level, the same reference time. Raises KeyError for who does not wait here."""
        return self.insert(self._held[key].waiting._replace(triage_level=level))

    def choose(self, now: datetime) -> Waiting | None:
        """Who is to be called at `now` (aware), still waiting here; None where nobody is."""
        if head := self._head(self._overridden):
            return head.waiting
        heads = [(_global_key(head, now), head) for heap in self._heaps.values() if (head := self._head(heap))]
        return min(heads)[1].waiting if heads else None

    def pop(self, now: datetime) -> Waiting | None:
        """`choose`, and take them out."""
        chosen = self.choose(now)
        if chosen is not None:
            self.remove(chosen.key)
        return chosen

    def _head(self, heap: list[tuple[_Key, int, Entry]]) -> Entry | None:
        while heap and not self._is_alive(heap[0][2]):
            heappop(heap)
            self._dead -= 1
        return heap[0][2] if heap else None

    def _is_alive(self, entry: Entry) -> bool:
        return self._held.get(entry.waiting.key) is entry

    def _throw_away_the_dead(self) -> None:
        for heap in (*self._heaps.values(), self._overridden):
            heap[:] = [item for item in heap if self._is_alive(item[2])]
            heapify(heap)
        self._dead = 0


def _entry(waiting: Waiting, policy: Policy, known: dict[Lane, Terms]) -> Entry:
    lane = lane_of(waiting, policy)
    terms = known.get(lane)
    if terms is None:
        terms = known[lane] = terms_of(lane, policy)
    is_late = waiting.booked_for is not None and lane.channel is Channel.WALK_IN
    booked = None if is_late else waiting.booked_for
    reference = waiting.counted_from or reference_time(waiting.arrived_at, booked)
    return Entry(waiting, lane, reference, terms, is_late)


def _is_late(waiting: Waiting, policy: Policy) -> bool:
    booked = waiting.booked_for
    return booked is not None and (waiting.arrived_at - booked) / _MINUTE > policy.late_after_min


def _global_key(entry: Entry, now: datetime) -> _Key:
    """Overridden, then those whose time has come by score, then those who came before their time, by that time.

    Before its time a score is negative and would put the less urgent first; nobody of them has waited yet.
    """
    waiting, lane, reference, terms, _ = entry
    tie = (reference, waiting.arrived_at, waiting.number, waiting.key)
    if waiting.override is not None:
        return (0, waiting.override.at, *tie)
    waited = (now - reference) / _MINUTE
    if waited < 0:
        return (2, reference, terms.target_min, lane.level, *tie)
    return (1, -_score(waited, terms), terms.target_min, lane.level, *tie)


def _score(waited_min: float, terms: Terms) -> float:
    score = waited_min * terms.per_minute
    if terms.beta == 1 or waited_min <= terms.target_min:
        return score
    part = waited_min / terms.target_min
    return score * (1 + terms.beta * (part - 1)) / part


def _lane_key(entry: Entry) -> _Key:
    """Whose wait began first; then who arrived first, then the number, which names its device's series."""
    waiting = entry.waiting
    return entry.reference, waiting.arrived_at, waiting.number, waiting.key


def _override_key(entry: Entry, override: Override) -> _Key:
    return override.at, *_lane_key(entry)
