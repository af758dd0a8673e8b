"""Q6: whatever is done to a queue, its heaps give the order that the rules give from scratch, and nobody is wronged.

A Hypothesis state machine: a short run of it is a test, the long one is part of `make bench-queue`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from math import prod

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from server_sync.clinic.queue_explanation import explain
from server_sync.clinic.queue_order import Entry, Override, QueueOrder, Waiting, ordered
from server_sync.clinic.queue_policy import DAY_CLINIC, Policy, SpecialReason
from tests.bench.queue.urgent_care import CTAS, CTAS_STEEP

OPENING = datetime(2026, 3, 9, 8, tzinfo=UTC)
STEPS = 60
"""Operations of one example, at most."""
_HAIR = timedelta(milliseconds=1)
"""Moments are whole microseconds, and a bound is not."""

levels = st.sampled_from([None, 1, 2, 3, 4, 5, 2, 3, 4])
reasons = st.sampled_from([None, None, SpecialReason.AGE, SpecialReason.PREGNANT])


class QueueMachine(RuleBasedStateMachine):
    """People who come, are judged, put first, parked, sent away and called, while a clock goes, and once back."""

    done = 0
    """Operations of all examples of this process."""

    def __init__(self) -> None:
        super().__init__()
        self.policy = DAY_CLINIC
        self.order = QueueOrder(DAY_CLINIC)
        self.now = OPENING
        self.held: dict[int, Waiting] = {}
        self.parked: list[Waiting] = []
        self.count = 0

    @initialize(policy=st.sampled_from([DAY_CLINIC, CTAS, CTAS_STEEP]))
    def opens(self, policy: Policy) -> None:
        """The clinic opens with this policy."""
        self.policy, self.order = policy, QueueOrder(policy)

    @rule(
        ago=st.integers(-5, 40),
        booked_in=st.none() | st.none() | st.integers(-60, 60),
        level=levels,
        special=reasons,
        is_verified=st.booleans(),
    )
    def comes(
        self, ago: int, booked_in: int | None, level: int | None, special: SpecialReason | None, is_verified: bool
    ) -> None:
        """Somebody whose machine tells of them now; its clock may be some minutes ahead."""
        self.count += 1
        arrived = self.now - timedelta(minutes=ago)
        booked = None if booked_in is None else arrived + timedelta(minutes=booked_in)
        one = Waiting(
            self.count,
            f"{self.count % 7}-{self.count:04d}",
            arrived,
            booked,
            level,
            special,
            is_clock_verified=is_verified,
        )
        self._insert(one)

    @rule(which=st.integers(0, 99), level=levels)
    def is_judged(self, which: int, level: int | None) -> None:
        """Triage, again or for the first time: the wait so far counts on."""
        if (one := self._pick(which)) is None or level is None:
            return
        before = self._entry(one)
        raised = self.order.retriage(one.key, level)
        assert (raised is not None) == (level == 1)
        del self.held[one.key]
        if raised is None:
            self.held[one.key] = one._replace(triage_level=level)
            assert before.is_late or one.booked_for is not None or self._entry(one).reference == before.reference

    @rule(which=st.integers(0, 99))
    def is_put_first(self, which: int) -> None:
        """By staff, who say why."""
        if (one := self._pick(which)) is not None:
            self._insert(one._replace(override=Override(self.now, "user:1", "Fainted at the desk")))

    @rule(which=st.integers(0, 99))
    def leaves(self, which: int) -> None:
        """Goes home."""
        if (one := self._pick(which)) is not None:
            self.order.remove(one.key)
            del self.held[one.key]

    @rule(which=st.integers(0, 99))
    def is_parked(self, which: int) -> None:
        """Held back; the wait counts on."""
        if (one := self._pick(which)) is not None:
            self.order.remove(one.key)
            self.parked.append(self.held.pop(one.key))

    @rule()
    def comes_back(self) -> None:
        """From the laboratory."""
        if self.parked:
            self._insert(self.parked.pop(0))

    @rule(minutes=st.sampled_from([0, 1, 5, 20, 90, -30]))
    def time_passes(self, minutes: int) -> None:
        """A clock may also be put back."""
        self.now += timedelta(minutes=minutes)

    @rule()
    def calls(self) -> None:
        """The next is called: the very one whom the rules put first, who passes nobody wrongly."""
        line = self._line()
        called = self.order.pop(self.now)
        assert (None if called is None else called.key) == (line[0].waiting.key if line else None)
        if called is not None:
            del self.held[called.key]
            self._passes_nobody_wrongly(line)

    @invariant()
    def heaps_and_rules_agree(self) -> None:
        """The next is the same from the heaps and from scratch, in whatever order the people are listed."""
        QueueMachine.done += 1
        line = self._line()
        chosen = self.order.choose(self.now)
        assert (None if chosen is None else chosen.key) == (line[0].waiting.key if line else None)
        assert len(self.order) == len(self.held) == len(line)
        assert ordered(reversed(self.held.values()), self.policy, self.now) == line

    @invariant()
    def level_1_never_queues(self) -> None:
        """Whatever was done before."""
        assert not any(entry.waiting.is_emergency for entry in self._line())

    @invariant()
    def factors_make_the_score(self) -> None:
        """Of everybody, to one part in a thousand million."""
        line = self._line()
        for place, entry in enumerate(line):
            told = explain(line, place, self.policy, self.now)
            product = 100 * prod(factor.value for factor in told.factors)
            assert abs(product - entry.score(self.now)) <= 1e-9 * max(1.0, abs(product))

    def teardown(self) -> None:
        """At the end all are called, in the order of the rules."""
        line = [entry.waiting.key for entry in self._line()]
        assert [one.key for one in iter(lambda: self.order.pop(self.now), None)] == line

    def _insert(self, one: Waiting) -> None:
        raised = self.order.insert(one)
        assert (raised is not None) == one.is_emergency
        if raised is None:
            self.held[one.key] = one

    def _pick(self, which: int) -> Waiting | None:
        return list(self.held.values())[which % len(self.held)] if self.held else None

    def _line(self) -> tuple[Entry, ...]:
        return ordered(self.held.values(), self.policy, self.now)

    def _entry(self, one: Waiting) -> Entry:
        return next(entry for entry in self._line() if entry.waiting.key == one.key)

    def _passes_nobody_wrongly(self, line: Sequence[Entry]) -> None:
        first, *others = line
        if first.waiting.override is not None or first.reference > self.now:
            return
        for other in others:
            assert not self._equals_but_more_urgent(first, other)
            assert first.reference <= self._bound(other) + _HAIR

    def _equals_but_more_urgent(self, first: Entry, other: Entry) -> bool:
        """Whether somebody of the same channel, no less special, waits as long and is more urgent."""
        mine, theirs = first.lane, other.lane
        return (
            other.reference <= first.reference
            and theirs.channel == mine.channel
            and theirs.is_special >= mine.is_special
            and self.policy.standing_level(theirs.level) < self.policy.standing_level(mine.level)
            and other.terms.target_min < first.terms.target_min
        )

    def _bound(self, other: Entry) -> datetime:
        """Nobody who comes later than this passes them: r + (1 - k) (now - r), with k = b / b_max.

        Beyond its target a lane may grow beta times as fast: b_max counts it, b does not.
        """
        steepest = max(terms.per_minute * terms.beta for terms in (entry.terms for entry in self._all_entries(other)))
        part = other.terms.per_minute / steepest
        return other.reference + (1 - part) * (self.now - other.reference)

    def _all_entries(self, other: Entry) -> list[Entry]:
        urgent = Waiting(-1, "", self.now, None, 2, SpecialReason.AGE)
        return [other, *ordered([urgent], self.policy, self.now)]


def run(examples: int, *, seed_is_fixed: bool) -> None:
    """So many examples of up to `STEPS` operations."""
    run_state_machine_as_test(
        QueueMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=seed_is_fixed,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def long_run(operations: int) -> int:
    """Examples, other ones each time, until at least so many operations were done; how many they were."""
    QueueMachine.done = 0
    while QueueMachine.done < operations:
        run(200, seed_is_fixed=False)
    return QueueMachine.done
