"""What those who wait are told, by the best layer that answers: learned, else simulated, else a counting of heads.

A layer that fails is written to the log once and left out; it never stops a queue (section 2 of the queue's design
page). What was told stands until the line changes, or a minute has passed.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import inf
from typing import Any
from weakref import WeakKeyDictionary

from server_sync.clinic.estimates.forward import simulated_quantiles
from server_sync.clinic.queue_policy import EMERGENCY_LEVEL, Triage
from server_sync.clinic.waits import Announced, Method, WaitEstimate, announced, counted_wait
from server_sync.desk.outcomes import WaitRange
from server_sync.desk.place import Location
from server_sync.desk.queue.line import booked_for, minutes_until_booked, true_now
from server_sync.desk.waits.course import Course, Prospect, Waits
from server_sync.desk.waits.kept import kept_file, kept_version
from server_sync.desk.waits.reading import Day, read_day, recent_history
from server_sync.desk.waits.site_history import SiteHistory
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.work import Work

log = logging.getLogger(__name__)

STANDS = timedelta(minutes=1)
"""How long what was told stands where nothing else happens."""
_PAST_STANDS = timedelta(minutes=10)
_MOST_ANNOUNCED = 5_000
MOST_SIMULATED = 150
"""In a longer line heads are counted: to play it forward would keep its people waiting."""
_MINUTE = timedelta(minutes=1)

Layer = Callable[[Course, SiteHistory], Sequence[WaitEstimate | None]]
"""Estimates of those who wait, in their order, without who is ahead; None where it can say nothing of one. It may raise
whatever it likes.
"""


@dataclass(frozen=True, slots=True)
class Told:
    """Of everybody who waits at a location, as it was at `at` (aware)."""

    at: datetime
    places: Mapping[int, WaitEstimate] = field(default_factory=dict)
    """By place; of who is not named, heads are counted."""
    newcomers: Mapping[Prospect, WaitEstimate] = field(default_factory=dict)
    """Of those who might come just then."""

    def stands(self, now: datetime) -> bool:
        """Whether it is not too old to say, where nothing else has happened."""
        return timedelta() <= now - self.at < STANDS

    def of(self, row: Row, ahead: int, counters: int, now: datetime) -> WaitEstimate | None:
        """Of a place that waits (a row with `LINE_COLUMNS`) with so many before it at `now`.

        None where no counter is open, and for an emergency. Nobody is promised to be seen before their own time.
        """
        if counters < 1 or row["triage_level"] == EMERGENCY_LEVEL:
            return None
        until_booked_min = minutes_until_booked(row, now)
        known = self.places.get(row["id"]) or self.newcomers.get(_prospect(row))
        if known is None:
            return counted_wait(ahead, until_booked_min, counters)
        left = known.after((now - self.at) / _MINUTE)
        p50, p90 = (max(minutes, until_booked_min) for minutes in (left.p50_min, left.p90_min))
        return replace(left, p50_min=p50, p90_min=p90, ahead=ahead)

    def of_newcomer(self, prospect: Prospect, ahead: int, counters: int) -> WaitEstimate | None:
        """Of somebody who comes at `at`; None where no counter is open."""
        known = self.newcomers.get(prospect) if counters else None
        return counted_wait(ahead, 0.0, counters) if known is None else replace(known, ahead=ahead)


@dataclass(frozen=True, slots=True)
class _Past:
    """What was known of a location's past at `read_at`, and the layers that it gives; `version` is of what is kept."""

    read_at: datetime
    history: SiteHistory
    version: str | None = None
    layers: tuple[Layer, ...] = ()


class WaitMemory:
    """What one process remembers of a replica's waits. Threads may share it."""

    def __init__(self) -> None:
        self.layers: tuple[Layer, ...] = (simulated,)
        """The best first; what was learned comes before them."""
        self.most_simulated = MOST_SIMULATED
        self._told: dict[int, tuple[object, Told]] = {}
        self._announced: dict[int, Announced] = {}
        self._pasts: dict[int, _Past] = {}
        self._failed: set[str] = set()
        self._lock = threading.Lock()

    def told(self, reading: Reading, location: Location, newcomers: Iterable[Prospect] = ()) -> Told:
        """As the line stands, with these newcomers.

        A unit of work hears what was told last, within a minute: nobody is held up by a simulation (`foreseen`).
        """
        now, asked = true_now(reading), tuple(newcomers)
        if not self.layers:
            return Told(now)
        if isinstance(reading, Work):
            return self._last(location.id, now)
        day = read_day(reading, location)
        course = day.course(now)
        key = _key(day, course)
        with self._lock:
            before, told = self._told.get(location.id, (None, Told(now)))
        if before == key and told.stands(now) and told.newcomers.keys() >= set(asked):
            return told
        told = self._tell(course, self._past(reading, location, now), asked)
        with self._lock:
            self._told[location.id] = (key, told)
        return told

    def _last(self, location_id: int, now: datetime) -> Told:
        with self._lock:
            _, told = self._told.get(location_id, (None, Told(now)))
        return told if told.stands(now) else Told(now)

    def announced(self, place_id: int, estimate: WaitEstimate) -> Announced:
        """What its holder is told of an estimate: what they were told before, until that has moved by a step."""
        with self._lock:
            said = announced(estimate, self._announced.get(place_id))
            self._announced[place_id] = said
            # Whoever was told something longest ago has gone long since.
            while len(self._announced) > _MOST_ANNOUNCED:
                del self._announced[next(iter(self._announced))]
            return said

    def _past(self, reading: Reading, location: Location, now: datetime) -> _Past:
        """What is known of the location's past: learned where that can be read, else its last consultations."""
        with self._lock:
            known = self._pasts.get(location.id)
        if known is not None and timedelta() <= now - known.read_at < _PAST_STANDS:
            return known
        version = kept_version(reading, location.id)
        if known is not None and version is not None and known.version == version:
            known = replace(known, read_at=now)
        else:
            known = self._learned(reading, location, now, version) or _Past(
                now, recent_history(reading, location), version
            )
        with self._lock:
            self._pasts[location.id] = known
        return known

    def _learned(self, reading: Reading, location: Location, now: datetime, version: str | None) -> _Past | None:
        if version is None or not self.layers:
            return None
        # numpy and the model's own code: a kiosk's cold start must not pay for them.
        from server_sync.desk.waits.knowledge import UnreadableKnowledge, unpacked
        from server_sync.desk.waits.learned import Learned

        try:
            knowledge = unpacked(kept_file(reading, location.id) or b"")
        except UnreadableKnowledge as error:
            log.warning("what was learned of waits cannot be read", extra={"code": error.code, "version": version})
            return None
        layer = () if knowledge.model is None else (Learned(knowledge.model, knowledge.version),)
        return _Past(now, knowledge.history, version, layer)

    def _tell(self, course: Course, past: _Past, newcomers: tuple[Prospect, ...]) -> Told:
        if len(course.waiting) > self.most_simulated or not course.doctors:
            return Told(course.now)
        places = {waits.place_id: one for waits, one in self._answers(course, past)}
        coming: dict[Prospect, WaitEstimate] = {}
        # Whoever would wait for anybody stands in the way of those who come to one doctor, and they in theirs.
        bound = tuple(one for one in newcomers if one.doctor_id is not None)
        unbound = tuple(one for one in newcomers if one.doctor_id is None)
        for group in (bound, unbound):
            said = self._answer(course.with_newcomers(group), past)[len(course.waiting) :] if group else ()
            coming |= {prospect: one for prospect, one in zip(group, said, strict=True) if one is not None}
        return Told(course.now, places, coming)

    def _answers(self, course: Course, past: _Past) -> list[tuple[Waits, WaitEstimate]]:
        said = self._answer(course, past) if course.waiting else ()
        return [(waits, one) for waits, one in zip(course.waiting, said, strict=True) if one is not None]

    def _answer(self, course: Course, past: _Past) -> Sequence[WaitEstimate | None]:
        for layer in (*past.layers, *self.layers):
            try:
                return layer(course, past.history)
            except Exception:  # a queue goes on without this layer, whatever is wrong with it
                name = getattr(layer, "__name__", type(layer).__name__)
                if name not in self._failed:
                    self._failed.add(name)
                    log.exception("waits are estimated without a layer that failed", extra={"layer": name})
        return [None] * len(course.waiting)


def simulated(course: Course, history: SiteHistory) -> Sequence[WaitEstimate | None]:
    """By playing the line forward."""
    said = simulated_quantiles(course.line(history))
    if said is None:
        return [None] * len(course.waiting)
    return [WaitEstimate(p50, p90, Method.SIMULATED) if p90 < inf else None for _, p50, p90 in said.tolist()]


def memory_of(reading: Reading) -> WaitMemory:
    """This process's memory of the replica that is read; without a replica it remembers nothing."""
    if reading.replica is None:
        return WaitMemory()
    return memory_of_replica(reading.replica)


def memory_of_replica(replica: Replica) -> WaitMemory:
    """The one of this process."""
    with _making:
        return _known.setdefault(replica, WaitMemory())


def range_told(reading: Reading, row: Row, estimate: WaitEstimate | None) -> WaitRange | None:
    """The range that the holder of a place (a row with `LINE_COLUMNS`) is told; None where nothing honest can be said.

    Who is urgent is next, however long that takes: a number of minutes would be read as permission to go.
    """
    if estimate is None:
        return None
    said = memory_of(reading).announced(row["id"], estimate)
    level = row["triage_level"]
    return WaitRange(said.lower_min, said.upper_min, is_next=level is not None and level <= Triage.URGENT)


def newcomer_range(estimate: WaitEstimate | None) -> WaitRange | None:
    """The range for somebody who comes now."""
    if estimate is None:
        return None
    said = announced(estimate)
    return WaitRange(said.lower_min, said.upper_min)


def told_waits(reading: Reading, location: Location, newcomers: Iterable[Prospect] = ()) -> Told:
    """What everybody who waits there is told."""
    return memory_of(reading).told(reading, location, newcomers)


def _prospect(row: Row) -> Prospect:
    return Prospect(row["doctor_id"], booked_for(row), row["special_reason"] is not None, row["triage_level"])


def _key(day: Day, course: Course) -> object:
    """Two alike are the same line, but for the moment."""
    rows: tuple[Any, ...] = tuple(tuple(row[name] for name in _TELLING) for row in day.rows)
    booked = tuple((row["scheduled_date"], row["doctor_id"]) for row in day.booked)
    return rows, booked, course.policy.version, day.day, tuple(day.hours.items())


_TELLING = (
    "id",
    "doctor_id",
    "current_status",
    "triage_level",
    "special_reason",
    "held_back",
    "reference_time",
    "override_at",
    "check_in_time",
    "scheduled_date",
    "called_time",
    "consultation_start_time",
)
_known: WeakKeyDictionary[Replica, WaitMemory] = WeakKeyDictionary()
_making = threading.Lock()
