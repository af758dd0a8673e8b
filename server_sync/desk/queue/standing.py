"""How a place stands among those who wait for the same doctor: who is before it, why, and how long it may still be."""

from __future__ import annotations

from dataclasses import dataclass

from server_sync.clinic.queue_explanation import Explanation, explain
from server_sync.clinic.waits import WaitEstimate
from server_sync.desk.appointments.availability import doctors_in, works_on
from server_sync.desk.outcomes import WaitRange
from server_sync.desk.place import Location
from server_sync.desk.queue.line import in_order, true_now, waiting_rows
from server_sync.desk.waits.told import range_told, told_waits
from server_sync.records.reading import Reading


@dataclass(frozen=True, slots=True)
class Standing:
    """A place among those who wait for the same doctor."""

    ahead: int
    explanation: Explanation | None = None
    """Why it stands there; None for who does not wait their turn, and where nobody asked."""
    estimate: WaitEstimate | None = None
    wait: WaitRange | None = None
    """What its holder is told of the estimate; both are None where nothing honest can be said."""


def standing(
    reading: Reading, location: Location, doctor_id: int | None, place_id: int, *, explained: bool = False
) -> Standing:
    """How many are to be called before the place, and how long that may be.

    Of somebody who is called already, held back or urgent, nobody is said to be ahead.
    """
    now = true_now(reading)
    rows = waiting_rows(reading, location, doctor_id)
    line = in_order(rows, location, now)
    ahead = next((place for place, entry in enumerate(line) if entry.waiting.key == place_id), None)
    if ahead is None:
        return Standing(0)
    row = next(row for row in rows if row["id"] == place_id)
    counters = counters_for(reading, location, doctor_id)
    estimate = told_waits(reading, location).of(row, ahead, counters, now) if counters else None
    why = explain(line, ahead, location.policy, now) if explained else None
    wait = range_told(reading, row, estimate)
    return Standing(0 if wait is not None and wait.is_next else ahead, why, estimate, wait)


def counters_for(reading: Reading, location: Location, doctor_id: int | None) -> int:
    """1 where the doctor sees patients there today, else 0; of none in particular, how many do."""
    if doctor_id is None:
        return len(doctors_in(reading, location))
    return int(works_on(reading, location, doctor_id))
