"""What a clinic's clock on the wall means: local days and times as moments, through the nights when clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_SECOND = timedelta(seconds=1)


@lru_cache(maxsize=8192)
def moment_of(day: date, at: time, time_zone: str, *, later: bool = False) -> datetime:
    """The moment (UTC) at which the clocks of `time_zone` (IANA) show that day and time.

    A time that is skipped becomes the end of the gap. One that comes twice is its first pass, or with `later` its
    second.
    """
    zone = ZoneInfo(time_zone)
    naive = datetime.combine(day, at)
    shown = naive.replace(tzinfo=zone, fold=int(later))
    moment = shown.astimezone(UTC)
    return _end_of_gap(naive, zone) if _shows(moment, zone) != naive else moment


def is_skipped(naive: datetime, time_zone: str) -> bool:
    """Whether no clock of the zone ever shows this local time: it lies where the clocks spring forward."""
    zone = ZoneInfo(time_zone)
    return _shows(naive.replace(tzinfo=zone).astimezone(UTC), zone) != naive


def _shows(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _end_of_gap(naive: datetime, zone: ZoneInfo) -> datetime:
    """Where the offset changes, to the second: it lies between what the old offset makes of the time and the new."""
    before, after = sorted(naive.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    offset = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // 2 // _SECOND * _SECOND
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
