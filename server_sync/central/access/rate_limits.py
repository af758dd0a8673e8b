"""How often a caller may ask: per device, user or address, by kind of operation; in memory, or in Redis where given."""

from __future__ import annotations

import ipaddress
import logging
import time
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from math import ceil
from types import MappingProxyType
from typing import Any

from limits import RateLimitItem, parse
from limits.aio.storage import RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter as SharedLimiter
from limits.errors import StorageError
from limits.strategies import SlidingWindowCounterRateLimiter

from server_sync.central.access.callers import Caller
from server_sync.central.access.limit_memory import BoundedMemory
from server_sync.clinic.roles import Role

log = logging.getLogger(__name__)

REDIS_TIMEOUT_S = 0.25
"""A slow Redis must not slow the clinic down: after this long the process counts for itself."""


class Kind(StrEnum):
    """Operations that share a limit."""

    ORDINARY = "ordinary"
    SEARCH = "search"
    PUBLIC_BOOKING = "public_booking"
    """Booking and asking for free times by whoever has not said who they are; for others it is ordinary."""
    SIGN_IN = "sign_in"
    ENROLMENT = "enrolment"
    SYNC = "sync"
    FOLLOW = "follow"
    """The page behind a ticket's code."""
    LINK = "link"
    """Links that are sent to one address or phone."""
    RECOGNITION = "recognition"
    """Credentials that have to be looked up, from one address: those that are remembered cost nothing."""
    UNLIMITED = "unlimited"
    """What supervisors ask."""


DEFAULTS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ORDINARY: "1200/minute",
        Kind.SEARCH: "600/minute",
        Kind.PUBLIC_BOOKING: "60/minute",
        Kind.SIGN_IN: "20/minute",
        Kind.ENROLMENT: "10/minute",
        Kind.SYNC: "6000/minute",
        Kind.FOLLOW: "300/minute",
        Kind.LINK: "3/hour",
        Kind.RECOGNITION: "1200/minute",
    }
)
"""A clinic's whole lobby may share one address; nobody types faster than ten searches a second."""

OFF = "off"


def parse_limits(text: str) -> dict[Kind, str]:
    """`ordinary=1200/minute;search=off` over the defaults; `off` alone for none at all. Raises ValueError in words."""
    if text.strip().lower() == OFF:
        return {}
    limits = dict(DEFAULTS)
    for part in filter(None, (part.strip() for part in text.split(";"))):
        name, _, amount = (word.strip() for word in part.partition("="))
        if name not in list(DEFAULTS):
            raise ValueError(f"{name!r} is none of {', '.join(DEFAULTS)}")
        if amount.lower() == OFF:
            limits.pop(Kind(name), None)
            continue
        try:
            parse(amount)
        except ValueError as error:
            raise ValueError(f"{name} should be like 60/minute, or off, not {amount!r}") from error
        limits[Kind(name)] = amount
    return limits


class RateLimits:
    """Counts what callers ask. On the event loop's thread."""

    def __init__(self, limits: Mapping[Kind, str], redis_url: str = "", memory: BoundedMemory | None = None) -> None:
        self._items = {kind: parse(text) for kind, text in limits.items()}
        self._own = SlidingWindowCounterRateLimiter(memory or BoundedMemory())
        self._shared = _shared_limiter(redis_url) if redis_url else None
        self._own_until = 0.0

    async def wait_s(self, kind: Kind, who: str) -> int:
        """Count a request of `who`: 0 where it may go on, else the whole seconds after which it may try again."""
        item = self._items.get(kind)
        if item is None:
            return 0
        if self._shared is not None and time.monotonic() >= self._own_until:
            try:
                if await self._shared.hit(item, kind, who):
                    return 0
                return _until(item, (await self._shared.get_window_stats(item, kind, who)).reset_time)
            except StorageError:
                log.warning("redis does not count: this process counts for itself")
                self._own_until = time.monotonic() + 10
        if self._own.hit(item, kind, who):
            return 0
        return _until(item, self._own.get_window_stats(item, kind, who).reset_time)

    async def close(self) -> None:
        """Leave Redis."""
        if self._shared is not None:
            storage: Any = self._shared.storage  # the library keeps its connections to itself
            await storage.bridge.storage.aclose()


def who_counts(caller: Caller, address: str) -> str:
    """Whose count a request goes to: the user's, the device's, else the address'."""
    if caller.user_id is not None:
        return f"user:{caller.user_id}"
    if caller.device is not None:
        return f"device:{caller.device.id}"
    return by_address(address)


@lru_cache(maxsize=4096)
def by_address(address: str) -> str:
    """An address' count; of IPv6 the network that a household is given, not each of its addresses."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return f"address:{address[:64]}"
    if parsed.version == 6 and parsed.ipv4_mapped is None:
        return f"address:{ipaddress.ip_network((parsed, 64), strict=False).network_address}"
    return f"address:{parsed}"


def kind_for(kind: Kind, caller: Caller) -> Kind:
    """Public booking is narrow for strangers only."""
    return Kind.ORDINARY if kind is Kind.PUBLIC_BOOKING and caller.role is not Role.PUBLIC else kind


def _until(item: RateLimitItem, reset_time: float) -> int:
    return max(1, min(item.get_expiry(), ceil(reset_time - time.time())))


def _shared_limiter(redis_url: str) -> SharedLimiter:
    storage = RedisStorage(
        f"async+{redis_url}",
        wrap_exceptions=True,
        implementation="redispy",
        socket_timeout=REDIS_TIMEOUT_S,
        socket_connect_timeout=REDIS_TIMEOUT_S,
    )
    return SharedLimiter(storage)
