"""A doctor's hours as slots: sessions, breaks, leave and capacity of a local day, through clock changes.

Hours are local, as doctors speak of them; slots are enumerated in elapsed time. Where clocks spring forward, a session
that begins in the gap begins at its end; where they fall back, an hour comes twice and has slots twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from server_sync.clinic.local_time import moment_of
from server_sync.clinic.recurrence import PatternError, check_pattern, falls_on

CELL_MIN = 5
"""Hours, breaks and slots begin and end on this grid; each cell of a doctor's day is counted on its own."""

LONGEST_SLOT_MIN = 480
MOST_PER_SLOT = 500

_MIDNIGHT = time(0)


@dataclass(frozen=True, slots=True)
class Rule:
    """Hours of a doctor at one location: open or, with `is_open` false, taken away by leave.

    On `day` only, or with `pattern` (RFC 5545) on the days that it falls on from then on. `ends` 00:00 is the day's
    end.
    """

    day: date
    starts: time
    ends: time
    slot_min: int = 30
    capacity: int = 1
    is_open: bool = True
    break_starts: time | None = None
    break_ends: time | None = None
    pattern: str | None = None

    def is_on(self, day: date) -> bool:
        """Whether these hours are those of `day`. A pattern that cannot be read falls on no day."""
        if self.pattern is None:
            return day == self.day
        try:
            return falls_on(self.pattern, self.day, day)
        except PatternError:
            return False


@dataclass(frozen=True, slots=True)
class Slot:
    """Time that can be booked, in UTC; `capacity` people may have it at once."""

    starts_at: datetime
    ends_at: datetime
    capacity: int


@dataclass(frozen=True, slots=True, eq=False)
class SlotDay:
    """The slots of one doctor's day at one location, in order of time. It is made once and shared, so it is compared
    by identity.

    `cells` are for each slot the cells that it touches (see `cell_of`), `span` all from the first slot to the last.
    `capacity` is that of every slot; None where they differ.
    """

    day: date
    time_zone: str
    slots: tuple[Slot, ...]
    cells: tuple[range, ...]
    span: range
    capacity: int | None

    def find(self, starts_at: datetime) -> Slot | None:
        """The slot that begins at `starts_at`, or None."""
        return next((slot for slot in self.slots if slot.starts_at == starts_at), None)


def cell_of(moment: datetime) -> int:
    """The number of the five minutes since 1970 in which `moment` (aware) lies."""
    return int(moment.timestamp()) // (CELL_MIN * 60)


def cells_of(starts_at: datetime, ends_at: datetime) -> range:
    """The cells that a stretch of time touches."""
    return range(cell_of(starts_at), -(-int(ends_at.timestamp()) // (CELL_MIN * 60)))


def rules_on(rules: Iterable[Rule], day: date) -> tuple[Rule, ...]:
    """Those of one doctor's rules at one location that concern `day`."""
    return tuple(rule for rule in rules if rule.is_on(day))


@lru_cache(maxsize=4096)
def slots_of_day(rules: tuple[Rule, ...], day: date, time_zone: str, duration_min: int | None = None) -> SlotDay:
    """The slots that `rules` (all of which are on `day`) leave open; `duration_min` asks for longer ones.

    A slot may be as long as a whole number of its session's slots. Two sessions that offer the same moment offer it
    once, with the larger capacity.
    """
    leave = tuple(_leave(rule, day, time_zone) for rule in rules if not rule.is_open)
    found: dict[datetime, Slot] = {}
    for rule in rules:
        for slot in _slots_of(rule, day, time_zone, duration_min) if rule.is_open else ():
            known = found.get(slot.starts_at)
            is_better = known is None or slot.capacity > known.capacity
            if is_better and not any(slot.starts_at < ends and starts < slot.ends_at for starts, ends in leave):
                found[slot.starts_at] = slot
    slots = tuple(found[moment] for moment in sorted(found))
    cells = tuple(cells_of(slot.starts_at, slot.ends_at) for slot in slots)
    span = range(cells[0].start, max(one.stop for one in cells)) if cells else range(0)
    capacities = {slot.capacity for slot in slots}
    return SlotDay(day, time_zone, slots, cells, span, capacities.pop() if len(capacities) == 1 else None)


def is_in(rules: Iterable[Rule], day: date, time_zone: str) -> bool:
    """Whether any of a doctor's hours on `day` are left by their leave."""
    return bool(slots_of_day(rules_on(rules, day), day, time_zone).slots)


def problems(rule: Rule) -> dict[str, str]:
    """What is wrong with hours that somebody wants to set, by the field's name on the wire; empty where nothing is."""
    found: dict[str, str] = {}
    times = {
        "start_time": rule.starts,
        "end_time": rule.ends,
        "break_start_time": rule.break_starts,
        "break_end_time": rule.break_ends,
    }
    for name, at in times.items():
        if at is not None and (at.minute % CELL_MIN or at.second or at.microsecond or at.tzinfo):
            found[name] = f"should be a multiple of {CELL_MIN} minutes, in local time"
    if _minutes(rule.starts) >= _end_minutes(rule.ends):
        found["end_time"] = "should be later than the start"
    if not CELL_MIN <= rule.slot_min <= LONGEST_SLOT_MIN or rule.slot_min % CELL_MIN:
        found["slot_duration_minutes"] = f"should be a multiple of {CELL_MIN} up to {LONGEST_SLOT_MIN}"
    elif rule.is_open and _end_minutes(rule.ends) - _minutes(rule.starts) < rule.slot_min:
        found["slot_duration_minutes"] = "should fit into the hours"
    if not 1 <= rule.capacity <= MOST_PER_SLOT:
        found["max_patients_per_slot"] = f"should be 1 to {MOST_PER_SLOT}"
    return found | _problems_of_break(rule) | _problems_of_pattern(rule)


def _problems_of_break(rule: Rule) -> dict[str, str]:
    starts, ends = rule.break_starts, rule.break_ends
    if starts is None and ends is None:
        return {}
    if starts is None or ends is None:
        return {"break_start_time" if starts is None else "break_end_time": "a break has a start and an end"}
    if not _minutes(rule.starts) <= _minutes(starts) < _minutes(ends) <= _end_minutes(rule.ends):
        return {"break_start_time": "a break should lie inside the hours"}
    return {}


def _problems_of_pattern(rule: Rule) -> dict[str, str]:
    if rule.pattern is None:
        return {}
    try:
        check_pattern(rule.pattern, rule.day)
    except PatternError as error:
        return {"recurrence_pattern": str(error)}
    return {}


def _slots_of(rule: Rule, day: date, time_zone: str, duration_min: int | None) -> Iterator[Slot]:
    if not 1 <= rule.slot_min <= 24 * 60 or rule.capacity < 1:  # a device may have sent anything
        return
    wanted = duration_min or rule.slot_min
    if wanted % rule.slot_min:
        return
    step, length = timedelta(minutes=rule.slot_min), timedelta(minutes=wanted)
    for starts_at, ends_at in _stretches(rule, day, time_zone):
        while starts_at + length <= ends_at:
            yield Slot(starts_at, starts_at + length, rule.capacity)
            starts_at += step


def _stretches(rule: Rule, day: date, time_zone: str) -> Iterator[tuple[datetime, datetime]]:
    """The hours before the break and those after it, or all of them."""
    starts_at, ends_at = moment_of(day, rule.starts, time_zone), _end(day, rule.ends, time_zone)
    if rule.break_starts is None or rule.break_ends is None:
        yield starts_at, ends_at
        return
    yield starts_at, moment_of(day, rule.break_starts, time_zone)
    yield moment_of(day, rule.break_ends, time_zone, later=True), ends_at


def _leave(rule: Rule, day: date, time_zone: str) -> tuple[datetime, datetime]:
    """What is taken away: where an hour comes twice, both times."""
    return moment_of(day, rule.starts, time_zone), _end(day, rule.ends, time_zone, later=True)


def _end(day: date, ends: time, time_zone: str, *, later: bool = False) -> datetime:
    if ends == _MIDNIGHT and day < date.max:
        return moment_of(day + timedelta(days=1), _MIDNIGHT, time_zone)
    return moment_of(day, ends, time_zone, later=later)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _end_minutes(at: time) -> int:
    return _minutes(at) or 24 * 60
