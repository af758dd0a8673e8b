"""What the admin's page of session templates asks: whom to plan for, what would change, the change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PlannedDoctor:
    """Somebody whose days can be planned."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class PlannedPlace:
    """This machine's location, and the doctors who work there, by name."""

    name: str
    doctors: tuple[PlannedDoctor, ...]


@dataclass(frozen=True, slots=True)
class SessionAsked:
    """A session of a doctor at this location on some days, which are local; `ends` 00:00 is the day's end.

    `mean_min` (minutes) and `no_show` (0 to 0.6) are None where the clinic's own past is to say them.
    """

    doctor_id: int
    first: date
    last: date
    starts: time
    ends: time
    weekdays: frozenset[int]
    """0 Monday to 6 Sunday."""
    mean_min: float | None = None
    no_show: float | None = None
    replaces: bool = False
    """Whether hours of those days that lie within the session give way."""


@dataclass(frozen=True, slots=True)
class TemplateTime:
    """A time of the template, as `08:10`, and how many are asked to come then."""

    time: str
    seats: int


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """What becomes of a day: `why` it keeps its hours (`past`, `leave`, `recurring_hours`, `elsewhere`, `other_hours`,
    `as_it_is`), or empty where it gets the template's.

    `removed` hours give way; of `booked` people, who all keep their time, `kept` times stand beside the template's.
    """

    day: date
    why: str
    removed: int
    booked: int
    kept: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A template and what becomes of each day. `mark` names exactly this; whoever applies it sends it along.

    The sources are `doctor`, `clinic`, `usual` or `asked`.
    """

    mark: str
    people: int
    interval_min: float
    mean_min: float
    mean_from: str
    no_show: float
    no_show_from: str
    times: tuple[TemplateTime, ...]
    days: tuple[PlannedDay, ...]


@dataclass(frozen=True, slots=True)
class NotPlanned:
    """Nothing was changed; `needs_server`, `sign_in_again`, `plan_changed`, `no_template`, or the server's own code."""

    code: str


class TemplatesDesk(Protocol):
    """Called on the UI thread. May raise `server_sync.protocol.faults.Fault`."""

    async def place(self) -> PlannedPlace:
        """Whom one may plan for, by this machine's records."""
        ...

    async def preview(self, asked: SessionAsked) -> Proposal | NotPlanned:
        """What would change, by the centre's records; nothing does."""
        ...

    async def apply(self, asked: SessionAsked, mark: str) -> Proposal | NotPlanned:
        """Change it, all of it or nothing; `plan_changed` where it is no longer what `mark` named."""
        ...
