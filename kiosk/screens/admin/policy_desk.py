"""What the admin's page of the queue's order asks: the policy of this machine's location."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from server_sync.clinic.queue_policy import Policy


@dataclass(frozen=True, slots=True)
class StandingPolicy:
    """What orders the queue. `is_replaced`: this version can't read the location's own, so the day clinic's does."""

    policy: Policy
    is_replaced: bool = False


@dataclass(frozen=True, slots=True)
class PolicyNotChanged:
    """It was not changed; `needs_server`, `sign_in_again`, or the server's own code."""

    code: str


class PolicyDesk(Protocol):
    """Called on the UI thread. May raise `server_sync.protocol.faults.Fault`."""

    async def policy(self) -> StandingPolicy:
        """The one in force at this machine."""
        ...

    async def change(self, policy: Policy) -> StandingPolicy | PolicyNotChanged:
        """Order the queue by this one from now on, at every machine."""
        ...
