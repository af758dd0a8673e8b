"""Counters that open and close by a rota, and serve whom a policy chooses."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol, TypeAlias

from tests.bench.queue.people import EMERGENCY, Person, Served

Rota: TypeAlias = Sequence[tuple[float, int]]
"""From which minute on how many counters are open, by time. One that closes ends what it began."""


class Line(Protocol):
    """A way to choose who is next. Emergencies never come here."""

    def join(self, person: Person) -> None:
        """Take in somebody who has just come."""

    def next(self, now_min: float) -> Person | None:
        """Take out who is to be served at this moment; None where nobody waits."""


@dataclass(slots=True)
class Service:
    """What goes on at a counter."""

    person: Person
    started_min: float
    ends_min: float


@dataclass(frozen=True, slots=True)
class AtArrival:
    """What could be known as somebody came, before they joined the queue."""

    person: Person
    counters_open: int
    waiting: tuple[Person, ...]
    """In the order of their coming."""
    in_service: tuple[tuple[Person, float], ...]
    """Who is being served, and since when."""


class Counters:
    """One run of a clinic."""

    def __init__(
        self,
        line: Line,
        rota: Rota,
        *,
        interrupts: bool = False,
        on_arrival: Callable[[AtArrival], None] | None = None,
    ) -> None:
        """With `interrupts` an emergency takes over a busy counter, whose service goes on after it; else it is first
        at the next that is free.
        """
        self._line = line
        self._shifts = deque(rota)
        self._interrupts = interrupts
        self._on_arrival = on_arrival
        self._open = 0
        self._busy: list[Service] = []
        self._waiting: dict[int, Person] = {}
        self._emergencies: deque[Person] = deque()
        self._served: list[Served] = []

    def run(self, people: Iterable[Person]) -> list[Served]:
        """Serve all of them, who come in the order of their coming; they stand in the order of ending."""
        coming = deque(people)
        while (now := self._next_event(coming)) < inf:
            while self._shifts and self._shifts[0][0] <= now:
                self._open = self._shifts.popleft()[1]
            self._end(now)
            while coming and coming[0].arrived_min <= now:
                self._take_in(coming.popleft(), now)
            while len(self._busy) < self._open and (person := self._next(now)) is not None:
                self._start(person, now)
        return self._served

    def _next_event(self, coming: deque[Person]) -> float:
        next_end = min([service.ends_min for service in self._busy], default=inf)
        next_arrival = coming[0].arrived_min if coming else inf
        return min(next_end, next_arrival, self._shifts[0][0] if self._shifts else inf)

    def _end(self, now: float) -> None:
        for service in [service for service in self._busy if service.ends_min <= now]:
            self._busy.remove(service)
            self._served.append(Served(service.person, service.started_min, service.ends_min))

    def _take_in(self, person: Person, now: float) -> None:
        if self._on_arrival is not None:
            in_service = tuple((service.person, service.started_min) for service in self._busy)
            self._on_arrival(AtArrival(person, self._open, tuple(self._waiting.values()), in_service))
        if person.level == EMERGENCY:
            self._take_in_at_once(person, now)
        else:
            self._waiting[person.number] = person
            self._line.join(person)

    def _take_in_at_once(self, person: Person, now: float) -> None:
        interrupted = [service for service in self._busy if service.person.level != EMERGENCY]
        if not self._interrupts or len(self._busy) < self._open or not interrupted:
            self._emergencies.append(person)
            return
        # The least urgent waits, and their counter serves the emergency meanwhile.
        least_urgent = max(interrupted, key=lambda service: (service.person.level, service.person.number))
        least_urgent.ends_min += person.service_min
        self._served.append(Served(person, now, now + person.service_min))

    def _next(self, now: float) -> Person | None:
        if self._emergencies:
            return self._emergencies.popleft()
        person = self._line.next(now)
        if person is not None:
            del self._waiting[person.number]
        return person

    def _start(self, person: Person, now: float) -> None:
        self._busy.append(Service(person, now, now + person.service_min))
