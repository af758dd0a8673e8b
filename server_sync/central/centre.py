"""What every endpoint of the central server shares: its records, its announcer, and the threads of its desk work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

import anyio
import anyio.to_thread

from server_sync.central.access.delays import GrowingDelays
from server_sync.central.access.link_post import LinkPost
from server_sync.central.access.rate_limits import RateLimits
from server_sync.central.access.recognition import Recognition
from server_sync.central.access.revocations import Revocations
from server_sync.central.access.strangers import Strangers
from server_sync.central.live.followers import Followers
from server_sync.central.live.live_feed import LiveFeed
from server_sync.central.metrics import Metrics
from server_sync.central.news.announcer import Announcer
from server_sync.central.presence import Presence
from server_sync.central.settings import ServerSettings
from server_sync.central.sync.turns import Turns
from server_sync.protocol.faults import StorageFault
from server_sync.records.replica import Replica

MOST_WAITING = 2_500
"""Some five seconds' worth of bookings."""

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Centre:
    """One server process. Made on its event loop."""

    replica: Replica
    settings: ServerSettings
    announcer: Announcer
    live: LiveFeed
    followers: Followers
    metrics: Metrics
    recognition: Recognition
    revocations: Revocations
    presence: Presence
    limits: RateLimits
    delays: GrowingDelays
    links: LinkPost
    secret: str = field(repr=False)
    """Signs access tokens; the same in every process of the server."""
    threads: anyio.CapacityLimiter = field(repr=False)
    strangers: Strangers = field(default_factory=Strangers)
    turns: Turns = field(default_factory=Turns)
    """In which pushes of one device are settled."""

    async def run(
        self, operation: Callable[Arguments, Answer], *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Answer:
        """Run a desk operation whole in one thread, so that the event loop never waits for the disk.

        Raises StorageFault `server_busy`, which is answered 503, where too many wait for a thread already: better a
        quick word to try again than an answer after its reader has gone.
        """
        if self.threads.available_tokens <= 0 and self.threads.statistics().tasks_waiting >= MOST_WAITING:
            raise StorageFault("server_busy", "too many wait already", retry_helps=True)
        return await anyio.to_thread.run_sync(lambda: operation(*args, **kwargs), limiter=self.threads)
