"""Free slots kept in Redis for some seconds, where a clinic wants that; booking always asks the database.

Off by default. What is kept may offer a slot that was taken meanwhile: whoever books it is refused, with the nearest
free ones. A Redis that is slow or gone is left alone for a while, and nobody waits for it.
"""

from __future__ import annotations

import hashlib
import logging
import time
from functools import lru_cache
from typing import Any

from redis import Redis
from redis.exceptions import RedisError

from server_sync.central.desk.availability import NothingToTell, availability_text
from server_sync.desk.appointments.availability import SlotWish
from server_sync.records.replica import Replica

log = logging.getLogger(__name__)

TIMEOUT_S = 0.05
LEFT_ALONE_S = 10.0


class AvailabilityCache:
    """Answers by what was asked. Threads may share it."""

    def __init__(self, redis_url: str, kept_s: int) -> None:
        # Any: the library's own types differ between its versions
        url = redis_url.replace("redis+unix://", "unix://")  # as `limits` writes it
        self._redis: Any = Redis.from_url(url, socket_timeout=TIMEOUT_S, socket_connect_timeout=TIMEOUT_S)
        self._kept_s = kept_s
        self._alone_until = 0.0

    def get(self, key: str) -> bytes | None:
        """What was kept, if it still is."""
        if time.monotonic() < self._alone_until:
            return None
        try:
            kept: bytes | None = self._redis.get(key)
        except RedisError as error:
            self._leave_alone(error)
            return None
        return kept

    def keep(self, key: str, body: bytes) -> None:
        """Keep an answer for as long as is configured."""
        if time.monotonic() < self._alone_until:
            return
        try:
            self._redis.set(key, body, ex=self._kept_s)
        except RedisError as error:
            self._leave_alone(error)

    def _leave_alone(self, error: RedisError) -> None:
        log.warning("redis keeps no free slots just now", extra={"code": type(error).__name__})
        self._alone_until = time.monotonic() + LEFT_ALONE_S


@lru_cache(maxsize=4)
def cache_at(redis_url: str, kept_s: int) -> AvailabilityCache | None:
    """This process's way to a Redis; None where none is configured."""
    return AvailabilityCache(redis_url, kept_s) if redis_url and kept_s else None


def cached_availability(replica: Replica, cache: AvailabilityCache | None, wish: SlotWish) -> bytes | NothingToTell:
    """`availability_text`, from the cache where there is one and it knows."""
    if cache is None:
        return availability_text(replica, wish)
    key = _key(replica, wish)
    kept = cache.get(key)
    if kept is not None:
        return kept
    told = availability_text(replica, wish)
    if isinstance(told, bytes):
        cache.keep(key, told)
    return told


def _key(replica: Replica, wish: SlotWish) -> str:
    """Several centres may share one Redis."""
    asked = hashlib.sha256(repr(wish).encode()).hexdigest()
    return f"anteroom:{replica.identity.device_uid}:availability:{asked}"
