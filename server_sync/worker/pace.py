"""When to push, when to pull and when to rest: the worker's decisions, as a pure function of what happened when.

Times are seconds of one monotonic clock, handed in; so is randomness. Nothing here waits or does I/O.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from server_sync.protocol.faults import Fault, RefusedFault, StorageFault, TransportFault
from server_sync.worker.state import Link
from server_sync.worker.transport import UNREACHABLE

BASE_S = 0.5
CAP_S = 60.0
"""Full jitter: a pause of 0 to min(CAP_S, BASE_S * 2**n) after the n-th error in a row that a server answered."""

PROBE_S = 2.0
"""How often an unreachable server is tried, give or take a half, so that a lobby's machines don't all knock at once."""

POLL_LINKED_S = 60.0
POLL_ALONE_S = 5.0
"""How often to ask for news unasked: rarely where the live link would say so, often where some proxy forbids it."""

LONGEST_RETRY_AFTER_S = 3600.0

LEAST_REST_S = 0.001
"""An event loop wakes up to its clock's resolution early: what is left then is rested out, not asked for in circles."""


class Step(StrEnum):
    """What the worker does at a time."""

    PUSH = "push"
    PULL = "pull"


@dataclass(slots=True)
class _Lane:
    """One of the two directions: from when it is wanted, and until when it must hold back."""

    wanted_at: float = -inf
    not_before: float = -inf
    failures: int = 0
    trouble: Link | None = None
    cause: str | None = None

    @property
    def due_at(self) -> float:
        return max(self.wanted_at, self.not_before)

    def recover(self) -> None:
        self.not_before, self.failures, self.trouble, self.cause = -inf, 0, None, None


class Pace:
    """Decides the worker's next step. Not thread-safe: all on the worker's event loop."""

    def __init__(self, random: Callable[[], float]) -> None:
        """`random()` gives numbers from 0 up to 1."""
        self._random = random
        self._lanes = {Step.PUSH: _Lane(), Step.PULL: _Lane()}
        self._last = Step.PULL
        self._poll_s = POLL_ALONE_S
        self._refused: str | None = None
        self._has_answered = False

    def next(self, now: float) -> Step | float:
        """The step to take, or for how many seconds to rest unless something happens."""
        due = [step for step in self._fairly() if self._lanes[step].due_at <= now]
        if due:
            return due[0]
        return max(LEAST_REST_S, min(lane.due_at for lane in self._lanes.values()) - now)

    def begin(self, step: Step) -> None:
        """The step is being taken: what happens from now on wants another one."""
        self._last = step
        self._lanes[step].wanted_at = inf

    def nudge(self, now: float) -> None:
        """Something was committed here: offer it, at once even where the server could not be reached a moment ago."""
        self._want(Step.PUSH, now)
        self._probe_now()

    def news(self, now: float) -> None:
        """The server said that there is news: it can be reached."""
        self._want(Step.PULL, now)
        self._probe_now()

    def ask_now(self, now: float) -> None:
        """A person wants both directions tried at once, whatever was to be waited for."""
        for step, lane in self._lanes.items():
            lane.not_before = -inf
            self._want(step, now)

    def linked(self, now: float, *, is_linked: bool) -> None:
        """The live link came or went."""
        self._poll_s = POLL_LINKED_S if is_linked else POLL_ALONE_S
        if not is_linked:
            self._want(Step.PULL, now + self._jittered(self._poll_s))

    def pushed(self, now: float, *, more: bool, refused: str | None) -> None:
        """A push was answered. `more`: others wait; `refused`: code of a set that was not taken, to offer later."""
        self._succeeded(Step.PUSH)
        self._refused = refused
        if more:
            self._want(Step.PUSH, now)
        elif refused is not None:
            self._want(Step.PUSH, now + self._jittered(CAP_S))
        # What was settled comes back with the feed.
        self._want(Step.PULL, now)

    def nothing_to_push(self) -> None:
        """There was nothing to offer."""
        self._refused = None
        self._lanes[Step.PUSH].recover()

    def pulled(self, now: float, *, is_last: bool) -> None:
        """A page was stored."""
        self._succeeded(Step.PULL)
        self._want(Step.PULL, now if not is_last else now + self._jittered(self._poll_s))

    def failed(self, step: Step, fault: Fault, now: float) -> None:
        """A step failed. Unreachable concerns both directions; a bad answer the one that got it."""
        self._want(step, now)
        if isinstance(fault, TransportFault) and fault.code == UNREACHABLE:
            for lane in self._lanes.values():
                lane.trouble, lane.cause = Link.OFFLINE, fault.code
                lane.not_before = now + self._jittered(PROBE_S)
            return
        lane = self._lanes[step]
        lane.failures += 1
        lane.trouble, lane.cause = _trouble(fault), fault.code
        lane.not_before = now + self._pause_s(fault, lane.failures)

    @property
    def link(self) -> Link:
        """The worse of the two directions."""
        troubles = {lane.trouble for lane in self._lanes.values()}
        if Link.NEEDS_ATTENTION in troubles or self._refused is not None:
            return Link.NEEDS_ATTENTION
        for trouble in (Link.OFFLINE, Link.WAITING):
            if trouble in troubles:
                return trouble
        return Link.ONLINE if self._has_answered else Link.SYNCING

    @property
    def cause(self) -> str | None:
        """The code of what is wrong."""
        wrong = [lane.cause for lane in self._lanes.values() if lane.trouble is self.link]
        return wrong[0] if wrong else self._refused

    def _fairly(self) -> tuple[Step, Step]:
        """In turns where both are due, so that neither starves the other."""
        return (Step.PULL, Step.PUSH) if self._last is Step.PUSH else (Step.PUSH, Step.PULL)

    def _want(self, step: Step, at: float) -> None:
        lane = self._lanes[step]
        lane.wanted_at = min(lane.wanted_at, at)

    def _probe_now(self) -> None:
        for lane in self._lanes.values():
            if lane.trouble is Link.OFFLINE:
                lane.not_before = -inf

    def _succeeded(self, step: Step) -> None:
        self._has_answered = True
        self._lanes[step].recover()
        for lane in self._lanes.values():
            if lane.trouble is Link.OFFLINE:
                lane.recover()

    def _pause_s(self, fault: Fault, failures: int) -> float:
        pause_s = self._random() * min(CAP_S, BASE_S * 2.0 ** min(failures, 16))
        asked_s = fault.retry_after_s if isinstance(fault, TransportFault) else None
        return max(pause_s, min(asked_s or 0.0, LONGEST_RETRY_AFTER_S))

    def _jittered(self, seconds: float) -> float:
        return seconds * (0.5 + self._random())


def _trouble(fault: Fault) -> Link:
    return Link.NEEDS_ATTENTION if isinstance(fault, RefusedFault | StorageFault) else Link.WAITING
