"""Session templates at an admin's desk: the one in memory and the one that asks a real centre answer alike."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.admin.local_templates import LocalTemplates
from kiosk.screens.admin.templates_desk import NotPlanned, PlannedDay, Proposal, SessionAsked, TemplatesDesk
from server_sync.desk.appointments.hours import add_hours, whole_day
from server_sync.records.database import open_database
from tests.admins_at_desks import KimsSession, Office
from tests.clinics import MORNING, LittleClinic
from tests.fakes.templates import FakeTemplates
from tests.sites import RunningServer

TUESDAY, WEDNESDAY, FRIDAY = date(2026, 3, 10), date(2026, 3, 11), date(2026, 3, 13)


@dataclass
class Admin:
    """An admin's desk, at a clinic whose day is 9 March 2026, and somebody else who gives the doctor a day off."""

    desk: TemplatesDesk
    alone: TemplatesDesk
    """The same where no server can be asked."""
    give_leave: Callable[[date], None]

    def asked(self) -> SessionAsked:
        doctor = asyncio.run(self.desk.place()).doctors[0]
        return SessionAsked(doctor.id, TUESDAY, FRIDAY, time(8), time(12), frozenset(range(5)), replaces=True)

    def preview(self, asked: SessionAsked | None = None) -> Proposal:
        plan = asyncio.run(self.desk.preview(asked or self.asked()))
        assert isinstance(plan, Proposal)
        return plan


@pytest.fixture
def remembered() -> Admin:
    desk = FakeTemplates(today=MORNING.date())

    def give_leave(day: date) -> None:
        desk.days[day] = PlannedDay(day, "leave", removed=0, booked=0, kept=0)

    return Admin(desk, FakeTemplates(refusal=NotPlanned("needs_server")), give_leave)


@pytest.fixture
def at_the_centre(tmp_path: Path) -> Iterator[Admin]:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    clinic = LittleClinic(database, tmp_path)
    device = clinic.enrol("D", 1)
    clinic.pull(device)
    office, server = Office(device.replica), RunningServer(clinic.centre)
    back_office: Callable[[], Any] = lambda: office  # noqa: E731 - a back office would bring a whole kiosk
    server.start()

    def give_leave(day: date) -> None:
        with clinic.centre.work("leave", "admin") as work:
            add_hours(work, clinic.doctor["id"], clinic.location["id"], whole_day(day), None)

    yield Admin(LocalTemplates(back_office, KimsSession(server, clinic)), LocalTemplates(back_office, None), give_leave)
    server.stop()
    device.database.close()
    database.close()


@pytest.fixture(params=["in memory", "at the centre"])
def admin(request: pytest.FixtureRequest) -> Admin:
    made: Admin = request.getfixturevalue("remembered" if request.param == "in memory" else "at_the_centre")
    return made


def test_a_plan_is_seen_then_made_and_is_there_the_next_time(admin: Admin) -> None:
    plan = admin.preview()

    assert admin.preview() == plan
    assert (plan.times[0].time, plan.times[0].seats, plan.mean_from, plan.no_show_from) == (
        "08:00",
        2,
        "usual",
        "usual",
    )
    assert sum(one.seats for one in plan.times) == plan.people
    assert [(day.day, day.why) for day in plan.days][::3] == [(TUESDAY, ""), (FRIDAY, "")]
    assert asyncio.run(admin.desk.apply(admin.asked(), plan.mark)) == plan
    assert {day.why for day in admin.preview().days} == {"as_it_is"}


def test_what_came_between_is_not_overruled(admin: Admin) -> None:
    plan = admin.preview()
    admin.give_leave(WEDNESDAY)

    assert asyncio.run(admin.desk.apply(admin.asked(), plan.mark)) == NotPlanned("plan_changed")
    assert [day.why for day in admin.preview().days] == ["", "leave", "", ""]


def test_what_an_admin_says_goes_before_the_past(admin: Admin) -> None:
    plan = admin.preview(replace(admin.asked(), mean_min=20.0, no_show=0.0))

    assert (plan.people, plan.mean_min, plan.mean_from, plan.no_show, plan.no_show_from) == (
        10,
        20,
        "asked",
        0,
        "asked",
    )


def test_what_cannot_be_planned_is_refused_by_its_code(admin: Admin) -> None:
    refused = {
        "no_template": replace(admin.asked(), ends=time(8, 5)),
        "unknown_doctor": replace(admin.asked(), doctor_id=404),
    }
    for code, asked in refused.items():
        assert asyncio.run(admin.desk.preview(asked)) == NotPlanned(code)
        assert asyncio.run(admin.desk.apply(asked, "0" * 16)) == NotPlanned(code)


def test_without_a_server_whom_to_plan_for_is_known_and_nothing_is_planned(admin: Admin) -> None:
    assert asyncio.run(admin.alone.place()).doctors
    assert asyncio.run(admin.alone.preview(admin.asked())) == NotPlanned("needs_server")
    assert asyncio.run(admin.alone.apply(admin.asked(), "0" * 16)) == NotPlanned("needs_server")
