"""Clocks: the aware UTC time that everything is handed, and the hybrid logical clock that orders replicas.

The hybrid logical clock follows Kulkarni et al. 2014, "Logical Physical Clocks": it never runs backwards on one
replica, is later than everything the replica has seen, and stays within a bound of the wall clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

MAX_DRIFT_MS = 60_000
"""How far a stamp from elsewhere may lie ahead of our wall clock before it is clamped."""

_COUNTER_LIMIT = 0xFFFF
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Clock(Protocol):
    """Tells the time. Handed in everywhere, so that a simulation can own it."""

    def now(self) -> datetime:
        """The present as an aware UTC datetime."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present as an aware UTC datetime."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True, order=True)
class HybridTime:
    """One stamp of the hybrid logical clock: milliseconds since 1970 and a counter within them.

    Its text sorts as it does; the device's uid breaks ties where two replicas made the same stamp.
    """

    unix_ms: int
    counter: int

    def __str__(self) -> str:
        return f"{self.unix_ms:012x}.{self.counter:04x}"

    @classmethod
    def parse(cls, text: str) -> HybridTime:
        """Read what `str()` wrote. Raises ValueError for anything else."""
        unix_ms, _, counter = text.partition(".")
        if len(unix_ms) != 12 or len(counter) != 4:
            raise ValueError("not a hybrid time")
        return cls(int(unix_ms, 16), int(counter, 16))

    def tick(self, wall: datetime) -> HybridTime:
        """The stamp for an event here and now: later than this one, whatever the wall clock did."""
        wall_ms = to_unix_ms(wall)
        if wall_ms > self.unix_ms:
            return HybridTime(wall_ms, 0)
        if self.counter < _COUNTER_LIMIT:
            return HybridTime(self.unix_ms, self.counter + 1)
        return HybridTime(self.unix_ms + 1, 0)

    def observe(self, seen: HybridTime, wall: datetime) -> HybridTime:
        """The stamp after having seen another replica's; one too far ahead of our wall clock is clamped."""
        limit_ms = to_unix_ms(wall) + MAX_DRIFT_MS
        # Within its last millisecond it is believed whole, counter and all, as it is where sets are judged.
        return max(self, seen if seen.unix_ms <= limit_ms else HybridTime(limit_ms, 0))


def to_unix_ms(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware datetime, never negative (a dead clock battery may say 1960)."""
    return max(0, (moment - _EPOCH) // _MILLISECOND)


def from_unix_ms(unix_ms: int) -> datetime:
    """The aware datetime of so many milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=unix_ms)


def business_date(moment: datetime, time_zone: str) -> date:
    """The clinic's own local date at `moment` (aware); `time_zone` is an IANA name."""
    return moment.astimezone(ZoneInfo(time_zone)).date()
