"""A location's day up to a moment, as whoever estimates a wait sees it: who waits, who is seen, who is expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from server_sync.clinic.estimates.line_now import NOBODY, Arrivals, Booked, Counter, InLine, LineNow
from server_sync.clinic.queue_order import Entry, Terms, Waiting, entries, terms_of
from server_sync.clinic.queue_policy import Channel, Lane, Policy, SpecialReason, Triage
from server_sync.desk.waits.site_history import SiteHistory
from server_sync.records.reading import Row

_MINUTE = timedelta(minutes=1)
AT_ONCE = Terms(1.0, 1e6, 1.0)
"""Emergencies never queue: the next free doctor is theirs."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Somebody who waits and may be called."""

    place_id: int
    doctor_id: int | None
    """None waits for whoever is free."""
    entry: Entry | None
    """None is an emergency."""


class Prospect(NamedTuple):
    """Somebody who might come now."""

    doctor_id: int | None = None
    """None would wait for whoever is free."""
    booked_for: datetime | None = None
    is_special: bool = False
    triage_level: int | None = None

    def arrived(self, now: datetime) -> Waiting:
        """As if they had come at `now`."""
        special = SpecialReason.DISABILITY if self.is_special else None
        return Waiting(NEWCOMER, "", now, self.booked_for, self.triage_level, special)


@dataclass(frozen=True, slots=True)
class DoctorHere:
    """A doctor who is in today."""

    id: int
    busy_since: datetime | None
    """Since when somebody is called or with them."""
    away: tuple[tuple[datetime, datetime], ...] = ()
    """When nobody is called to them: before their hours, and in breaks. After their hours they see who still waits."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who is booked today and has not come."""

    at: datetime
    doctor_id: int


@dataclass(frozen=True, slots=True)
class Course:
    """A location at `now`; every moment is aware."""

    now: datetime
    midnight: datetime
    """When the location's day began."""
    policy: Policy
    waiting: tuple[Waits, ...]
    doctors: tuple[DoctorHere, ...]
    expected: tuple[Expected, ...] = ()
    rows: Sequence[Row] = ()
    """Everybody who has come today, as they were read."""

    @property
    def counters_open(self) -> int:
        """How many doctors call people at this moment."""
        return sum(not any(starts <= self.now < ends for starts, ends in doctor.away) for doctor in self.doctors)

    def with_newcomers(self, prospects: Sequence[Prospect]) -> Course:
        """The same with these people, none of them an emergency, who come now; they stand last, in their order."""
        came = entries([one.arrived(self.now) for one in prospects], self.policy)
        each = zip(prospects, came, strict=True)
        return replace(self, waiting=(*self.waiting, *(Waits(NEWCOMER, one.doctor_id, entry) for one, entry in each)))

    def line(self, history: SiteHistory) -> LineNow:
        """What the simulation plays; `waiting` and `doctors` keep their places."""
        counters = {doctor.id: place for place, doctor in enumerate(self.doctors)}
        return LineNow(
            [self._in_line(one, counters) for one in self.waiting],
            [self._counter(doctor, history) for doctor in self.doctors],
            [self._booked(one, counters, history.no_show) for one in self.expected if one.doctor_id in counters],
            list(self._arrivals(history, counters)),
            history.punctuality_min,
            late=(self.policy.late_after_min, terms_of(_ROUTINE, self.policy)),
        )

    def _in_line(self, one: Waits, counters: Mapping[int, int]) -> InLine:
        counter = None if one.doctor_id is None else counters.get(one.doctor_id, NOBODY)
        if one.entry is None:
            return InLine(0.0, AT_ONCE, is_first=True, counter=counter)
        return InLine(
            self._minutes(one.entry.reference), one.entry.terms, one.entry.waiting.override is not None, counter
        )

    def _counter(self, doctor: DoctorHere, history: SiteHistory) -> Counter:
        since = None if doctor.busy_since is None else min(0.0, self._minutes(doctor.busy_since))
        away = tuple((self._minutes(starts), self._minutes(ends)) for starts, ends in doctor.away)
        return Counter(history.service_of(doctor.id), since, tuple(one for one in away if one[1] > 0))

    def _booked(self, one: Expected, counters: Mapping[int, int], no_show: float) -> Booked:
        terms = terms_of(Lane(Triage.ROUTINE, Channel.APPOINTMENT, is_special=False), self.policy)
        return Booked(self._minutes(one.at), terms, no_show, counters[one.doctor_id])

    def _arrivals(self, history: SiteHistory, counters: Mapping[int, int]) -> Iterable[Arrivals]:
        for hour in history.arrivals:
            starts = self._minutes(self.midnight + timedelta(hours=hour.hour))
            if starts <= -60 or (hour.doctor_id is not None and hour.doctor_id not in counters):
                continue
            terms = AT_ONCE if hour.lane.level <= Triage.EMERGENCY else terms_of(hour.lane, self.policy)
            counter = None if hour.doctor_id is None else counters[hour.doctor_id]
            yield Arrivals(starts, starts + 60, hour.expected, terms, counter)

    def _minutes(self, moment: datetime) -> float:
        return (moment - self.now) / _MINUTE


_ROUTINE = Lane(Triage.ROUTINE, Channel.WALK_IN, is_special=False)
NEWCOMER = -1
"""The place of somebody who has none yet."""
