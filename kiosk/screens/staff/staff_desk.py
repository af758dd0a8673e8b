"""What the frame asks of a desk: who works here, and whether a PIN is theirs; and nothing of how that is known.

`kiosk.app.staff` implements it; `tests.fakes` has one in memory. Both pass the same contract suite.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from server_sync.clinic.roles import Role


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works here. `uid` is what the log calls them."""

    user_id: int
    uid: str
    name: str
    role: Role


class Why(StrEnum):
    """Why somebody is not signed in."""

    WRONG = "wrong"
    """That is not their PIN, or they may sign in no more: nobody learns which."""
    WAIT = "wait"
    """Too many were wrong: the next one counts in so many seconds."""
    NEVER_HERE = "never_here"
    """They never signed in at this machine while the server could be reached, so that nothing here knows their PIN."""
    TRIED_OUT = "tried_out"
    """So many were wrong that the PIN counts here only once the server has vouched for it again."""


@dataclass(frozen=True, slots=True)
class NotSignedIn:
    """Nobody is signed in. `wait_s` goes with `Why.WAIT`."""

    why: Why
    wait_s: int = 0


SignInAnswer: TypeAlias = Member | NotSignedIn


class StaffDesk(Protocol):
    """Who works here. Every method may be called on the UI thread; each may raise `protocol.faults.Fault`."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Have `changed` called on the UI thread when the records may be others than they were."""
        ...

    async def members(self) -> tuple[Member, ...]:
        """Everybody who may sign in at this machine, by name."""
        ...

    async def sign_in(self, user_id: int, pin: str) -> SignInAnswer:
        """Try a PIN. It is on record that they came, or that they were refused, before the answer does."""
        ...

    async def sign_out(self, user_id: int) -> None:
        """They go, or nobody was there any more: that is on record as well."""
        ...
