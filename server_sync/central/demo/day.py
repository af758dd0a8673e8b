"""The demo's day of appointments, laid around the present so that somebody can check in whatever the hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

SLOT = timedelta(minutes=15)
SLOTS_A_DOCTOR = 40
FILLED = 0.8
OPENS, CLOSES = time(8), time(18)

_BEFORE, _AFTER = timedelta(hours=2), timedelta(hours=3)
_OVER = timedelta(minutes=75)
"""Whoever has not come by then is not expected any more."""


@dataclass(frozen=True, slots=True)
class Session:
    """A doctor's hours on one local day."""

    day: date
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """An appointment to be: when (aware), with which doctor (by place in the list), and what has become of it."""

    starts_at: datetime
    doctor: int
    status: str


def plan_sessions(now: datetime) -> tuple[Session, ...]:
    """The clinic's hours: its usual ones, and around `now` (aware, local) where that lies outside; up to two days."""
    first, last = (moment.astimezone(now.tzinfo) for moment in _hours(now))
    days = [first.date() + timedelta(days=more) for more in range((last.date() - first.date()).days + 1)]
    return tuple(
        Session(
            day,
            first.time() if day == first.date() else time(0),
            last.time() if day == last.date() else time(23, 59),
        )
        for day in days
        if day != last.date() or last.time() > time(0)
    )


def plan_visits(now: datetime, doctors: int, seed: int) -> tuple[PlannedVisit, ...]:
    """Most of the slots nearest to `now` (aware, local), in order of time."""
    random = Random(seed)  # noqa: S311 - an invented day, no secrets
    times = sorted(sorted(_slots(now), key=lambda slot: abs(slot - now))[:SLOTS_A_DOCTOR])
    return tuple(
        PlannedVisit(starts_at, doctor, _status(random, starts_at, now))
        for starts_at in times
        for doctor in range(doctors)
        if random.random() < FILLED
    )


def _status(random: Random, starts_at: datetime, now: datetime) -> str:
    if starts_at + _OVER > now:
        return "scheduled"
    return "completed" if random.random() < 0.85 else "no_show"


def _slots(now: datetime) -> Sequence[datetime]:
    first, last = _hours(now)
    return [first + place * SLOT for place in range((last - first) // SLOT)]


def _hours(now: datetime) -> tuple[datetime, datetime]:
    """When the day begins and ends, in UTC, so that a night on which the clocks change has no odd slot."""
    opens = now.replace(hour=OPENS.hour, minute=0, second=0, microsecond=0)
    closes = now.replace(hour=CLOSES.hour, minute=0, second=0, microsecond=0)
    quarter = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    return min(opens.astimezone(UTC), quarter.astimezone(UTC) - _BEFORE), max(
        closes.astimezone(UTC), quarter.astimezone(UTC) + _AFTER
    )
