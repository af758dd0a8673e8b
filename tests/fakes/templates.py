"""Session templates in memory, made by the clinic's own rule; the server may be away."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from zlib import crc32

from kiosk.screens.admin.templates_desk import (
    NotPlanned,
    PlannedDay,
    PlannedDoctor,
    PlannedPlace,
    Proposal,
    SessionAsked,
    TemplateTime,
)
from server_sync.clinic.session_templates import USUAL_NO_SHOW, Session, minute_of, template_for, time_of

OKAFOR = PlannedDoctor(7, "Dr Ada Okafor")


@dataclass
class FakeTemplates:
    """Implements `kiosk.screens.admin.templates_desk.TemplatesDesk`."""

    today: date = date(2026, 11, 23)
    here: PlannedPlace = field(
        default_factory=lambda: PlannedPlace("Riverside", (OKAFOR, PlannedDoctor(8, "Dr Sample")))
    )
    days: dict[date, PlannedDay] = field(default_factory=dict)
    """Those of which something is known."""
    mean: tuple[float, str] = (15.0, "usual")
    no_show: tuple[float, str] = (USUAL_NO_SHOW, "usual")
    refusal: NotPlanned | None = None
    asked: list[SessionAsked] = field(default_factory=list)

    async def place(self) -> PlannedPlace:
        return self.here

    async def preview(self, asked: SessionAsked) -> Proposal | NotPlanned:
        self.asked.append(asked)
        return self.refusal or self._proposal(asked)

    async def apply(self, asked: SessionAsked, mark: str) -> Proposal | NotPlanned:
        proposal = self._proposal(asked)
        if self.refusal or isinstance(proposal, NotPlanned):
            return self.refusal or proposal
        if proposal.mark != mark:
            return NotPlanned("plan_changed")
        for day in proposal.days:
            if not day.why:
                self.days[day.day] = replace(day, why="as_it_is", removed=0, kept=0)
        return proposal

    def _proposal(self, asked: SessionAsked) -> Proposal | NotPlanned:
        mean, mean_from = self.mean if asked.mean_min is None else (asked.mean_min, "asked")
        share, share_from = self.no_show if asked.no_show is None else (asked.no_show, "asked")
        if asked.doctor_id not in {doctor.id for doctor in self.here.doctors}:
            return NotPlanned("unknown_doctor")
        try:
            template = template_for(Session(asked.starts, asked.ends, mean, share))
        except ValueError:
            return NotPlanned("no_template")
        start = minute_of(asked.starts)
        places = template.places
        times = tuple(TemplateTime(f"{time_of(start + one.starts_min):%H:%M}", one.seats) for one in places)
        wanted = (asked.first + timedelta(more) for more in range((asked.last - asked.first).days + 1))
        days = tuple(self._day(day) for day in wanted if day.weekday() in asked.weekdays)
        mark = f"{crc32(repr((times, days)).encode()):016x}"
        interval = round(template.interval_min, 1)
        return Proposal(mark, template.count, interval, mean, mean_from, share, share_from, times, days)

    def _day(self, day: date) -> PlannedDay:
        why = "past" if day < self.today else ""
        return self.days.get(day, PlannedDay(day, why, removed=0, booked=0, kept=0))
