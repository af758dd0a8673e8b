"""The policy of a location's queue, in memory; the server may be away."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.screens.admin.policy_desk import PolicyNotChanged, StandingPolicy
from server_sync.clinic.queue_policy import DAY_CLINIC, Policy


@dataclass
class FakePolicy:
    """Implements `kiosk.screens.admin.policy_desk.PolicyDesk`."""

    stands: StandingPolicy = field(default_factory=lambda: StandingPolicy(DAY_CLINIC))
    refusal: PolicyNotChanged | None = None

    async def policy(self) -> StandingPolicy:
        return self.stands

    async def change(self, policy: Policy) -> StandingPolicy | PolicyNotChanged:
        if self.refusal is None:
            self.stands = StandingPolicy(policy)
        return self.refusal or self.stands
