"""How many people a session has room for, and when each should come: Bailey and Welch's rule with count overbooking.

Two come at the start, so that the doctor never waits for the first, then one after each constant interval (Bailey and
Welch 1952, doi 10.1016/S0140-6736(52)90763-0). Who does not come is made up for by the count alone, the same for
everybody: n = round(0.85 * L / (mu * (1 - p))) people for a session of L minutes, with a mean visit of mu minutes and a
share p of all booked people not coming. A person's own risk has no say in which place they get.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from server_sync.clinic.slots import CELL_MIN, MOST_PER_SLOT, Rule

LOAD = 0.85
"""Of the session's time that is expected to be used."""
AT_THE_START = 2
USUAL_NO_SHOW = 0.185
"""Where a site has no history of its own: the share of the queue page's day clinic."""

LEAST_MEAN_MIN, MOST_MEAN_MIN = 3.0, 120.0
MOST_NO_SHOW = 0.6
MOST_DAYS = 92
"""That one plan may reach over."""
HISTORY_DAYS = 90
"""Of a site's past, up to now, that say what is to be expected."""
LEAST_SETTLED = 50
"""Appointments that were kept or missed at a site before its own share of no-shows is believed."""

_A_DAY_MIN = 24 * 60


@dataclass(frozen=True, slots=True)
class Session:
    """Hours of a local day (`ends` 00:00 is the day's end), and what is known of those who come.

    Raises ValueError, in words for an admin, where no template can be made of it.
    """

    starts: time
    ends: time
    mean_min: float
    """A visit's mean, in minutes: 3 to 120."""
    no_show: float
    """The share of those booked who do not come: 0 to 0.6."""

    def __post_init__(self) -> None:
        if not LEAST_MEAN_MIN <= self.mean_min <= MOST_MEAN_MIN:
            raise ValueError("a mean visit takes 3 to 120 minutes")
        if not 0 <= self.no_show <= MOST_NO_SHOW:
            raise ValueError("the share of those who do not come is 0 to 0.6")
        if any(minute_of(at) % CELL_MIN or at.second or at.microsecond for at in (self.starts, self.ends)):
            raise ValueError(f"a session begins and ends on a multiple of {CELL_MIN} minutes")
        if self.length_min < self.mean_min:
            raise ValueError("a session is at least as long as a mean visit, and ends after it begins")

    @property
    def length_min(self) -> int:
        """L, in minutes; not above 0 where it ends before it begins."""
        return (minute_of(self.ends) or _A_DAY_MIN) - minute_of(self.starts)


@dataclass(frozen=True, slots=True)
class Place:
    """`seats` people are asked to come at a session's minute `starts_min`; the next time is `length_min` later."""

    starts_min: int
    length_min: int
    seats: int


@dataclass(frozen=True, slots=True)
class Template:
    """Times of one session. `interval_min` is what it would be without the five-minute grid."""

    session: Session
    count: int
    interval_min: float
    places: tuple[Place, ...]

    def rules_on(self, day: date) -> tuple[Rule, ...]:
        """The same as hours of `day`: neighbours of equal length and seats are one rule."""
        runs: list[list[Place]] = []
        for place in self.places:
            if runs and (runs[-1][0].length_min, runs[-1][0].seats) == (place.length_min, place.seats):
                runs[-1].append(place)
            else:
                runs.append([place])
        return tuple(self._rule(day, run) for run in runs)

    def _rule(self, day: date, run: Sequence[Place]) -> Rule:
        start = minute_of(self.session.starts)
        starts, ends = start + run[0].starts_min, start + run[-1].starts_min + run[-1].length_min
        return Rule(day, time_of(starts), time_of(ends), run[0].length_min, run[0].seats)


def template_for(session: Session) -> Template:
    """Bailey and Welch's times on the five-minute grid: each is the grid's last before its own, so nobody comes late.

    Where intervals are shorter than the grid, several people share a time.
    """
    count = people_for(session)
    apart = max(1, count - AT_THE_START + 1)
    interval = session.length_min / apart
    arrivals = Counter({0: min(AT_THE_START, count)})
    arrivals.update(int(number * interval // CELL_MIN) * CELL_MIN for number in range(1, apart))
    starts = [*sorted(arrivals), session.length_min]
    places = tuple(Place(one, after - one, min(arrivals[one], MOST_PER_SLOT)) for one, after in pairwise(starts))
    return Template(session, count, interval, places)


def people_for(session: Session) -> int:
    """n = round(0.85 * L / (mu * (1 - p))), and never nobody."""
    return max(1, round(LOAD * session.length_min / (session.mean_min * (1 - session.no_show))))


def shrunk_mean(total_min: float, count: int, clinic_mean_min: float, weight: int) -> float:
    """A doctor's mean visit in minutes, drawn to the clinic's as by `weight` visits of that mean beside their own."""
    return (total_min + weight * clinic_mean_min) / (count + weight)


def expected_no_show_rate(settled: int, missed: int, clinic_settled: int, clinic_missed: int) -> float | None:
    """The share of a doctor's booked people who will not come, 0 to 0.6; None where the site's past is too short.

    `settled` appointments of theirs were kept or missed; the clinic's counts are of everybody's there. Their own share
    is drawn to the clinic's as by `LEAST_SETTLED` appointments of that share beside it. It is of a session, never of a
    person: nobody's own risk enters it.
    """
    if clinic_settled < LEAST_SETTLED:
        return None
    clinic_share = clinic_missed / clinic_settled
    return min(MOST_NO_SHOW, (missed + LEAST_SETTLED * clinic_share) / (settled + LEAST_SETTLED))


def minute_of(at: time) -> int:
    """Minutes since the local midnight."""
    return at.hour * 60 + at.minute


def time_of(minute: int) -> time:
    """The local time so many minutes after midnight; 1440 is 00:00."""
    return time(minute // 60 % 24, minute % 60)
