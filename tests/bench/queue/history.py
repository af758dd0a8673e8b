"""What a simulated day clinic leaves behind: each visit, with what could be known as it began."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from server_sync.clinic.queue_policy import DAY_CLINIC
from tests.bench.queue import day_clinic
from tests.bench.queue.counters import AtArrival, Counters
from tests.bench.queue.people import EMERGENCY, Served
from tests.bench.queue.policies import Accumulating, moment


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who came, waited and was seen, on the day of that number (from 0)."""

    day: int
    at: AtArrival
    """Of what is in it, `service_min` of nobody could be known, nor when a service ends."""
    served: Served


def day(seed: int, number: int, load: float) -> list[Visit]:
    """One day of bench B under our order, in the order of coming; emergencies, who never queue, are left out."""
    seen: dict[int, AtArrival] = {}
    counters = Counters(
        Accumulating(DAY_CLINIC), day_clinic.ROTA, on_arrival=lambda at: seen.update({at.person.number: at})
    )
    served = counters.run(day_clinic.people(seed, number, load))
    visits = [Visit(number, seen[one.person.number], one) for one in served if one.person.level != EMERGENCY]
    return sorted(visits, key=lambda visit: visit.served.person.number)


def table(visits: Iterable[Visit]) -> dict[str, list[object]]:
    """Columns of a table of past waits; moments are aware, days follow each other from the ninth of March 2026."""
    columns: dict[str, list[object]] = {
        "arrived_at": [],
        "started_at": [],
        "ended_at": [],
        "lane": [],
        "counters_open": [],
        "left_without_service": [],
    }
    for visit in visits:
        midnight, one = timedelta(days=visit.day), visit.served
        columns["arrived_at"].append(moment(one.person.arrived_min) + midnight)
        columns["started_at"].append(moment(one.started_min) + midnight)
        columns["ended_at"].append(moment(one.ended_min) + midnight)
        columns["lane"].append(one.person.lane)
        columns["counters_open"].append(visit.at.counters_open)
        columns["left_without_service"].append(False)
    return columns
