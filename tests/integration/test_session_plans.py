"""A session's template laid over a doctor's days, at the centre on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from server_sync.desk.appointments.availability import SlotWish, free_slots
from server_sync.desk.appointments.booking import BookingWish, FoundSlot, alternatives_to, find_slot
from server_sync.desk.appointments.hours import add_hours, stranded, whole_day
from server_sync.desk.appointments.outcomes import Declined
from server_sync.desk.appointments.session_plans import (
    ApplyOutcome,
    PlanChanged,
    PlanRefused,
    SessionPlan,
    SessionWish,
    Why,
    apply_session,
    plan_session,
)
from server_sync.desk.queue.outcomes import Joined
from server_sync.desk.queue.view import current_queue
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.records.database import Database
from server_sync.records.tables import availability, patients
from tests.clinics import MORNING, LittleClinic
from tests.integration.test_analytics import Days

TUESDAY = date(2026, 3, 10)  # on Monday the little clinic's doctor is in from 8 to 18
FRIDAY = date(2026, 3, 13)


class Planner:
    """An admin with a doctor to plan for."""

    def __init__(self, clinic: LittleClinic) -> None:
        self.clinic = clinic
        self.doctor, self.place = clinic.doctor["id"], clinic.location["id"]
        self.wish = SessionWish(self.doctor, self.place, TUESDAY, FRIDAY, time(8), time(12))

    def plan(self, **other: Any) -> SessionPlan:
        with self.clinic.centre.read() as reading:
            planned = plan_session(reading, replace(self.wish, **other))
        assert isinstance(planned, SessionPlan)
        return planned

    def apply(self, mark: str | None = None, **other: Any) -> ApplyOutcome:
        with self.clinic.centre.work("apply_session_template", "admin") as work:
            return apply_session(work, replace(self.wish, **other), mark)

    def free(self, day: date) -> list[tuple[str, int]]:
        with self.clinic.centre.read() as reading:
            (doctor,) = free_slots(reading, SlotWish(doctor_id=self.doctor, first=day))
        slots = (slot for free in doctor.days for slot in free.slots)
        return [(f"{slot.starts_at:%H:%M}", slot.capacity) for slot in slots]

    def hours(self) -> int:
        with self.clinic.centre.read() as reading:
            return len(reading.all(select(availability.c.id).where(availability.c.deleted_at.is_(None))))


@pytest.fixture
def admin(centre_database: Database, tmp_path: Path) -> Planner:
    return Planner(LittleClinic(centre_database, tmp_path))


def test_a_preview_says_what_would_come_and_changes_nothing(admin: Planner) -> None:
    before = admin.hours()

    plan = admin.plan()

    assert (plan.template.count, [day.day.weekday() for day in plan.days]) == (19, [1, 2, 3, 4])
    assert all(day.why is None and sum(rule.capacity for rule in day.added) for day in plan.days)
    assert admin.hours() == before
    assert (plan.expected.mean_from, plan.expected.no_show_from) == ("usual", "usual")


def test_what_was_applied_can_be_booked_two_first_and_then_one_by_one(admin: Planner) -> None:
    plan = admin.plan()

    assert admin.apply(plan.mark) == plan
    assert admin.free(TUESDAY)[:4] == [("08:00", 2), ("08:10", 1), ("08:25", 1), ("08:40", 1)]
    assert sum(seats for _, seats in admin.free(TUESDAY)) == 19
    # And once more is no more.
    assert {day.why for day in admin.plan(replaces=True).days} == {Why.AS_IT_IS}


def test_days_that_somebody_decided_about_keep_their_hours(admin: Planner) -> None:
    clinic = admin.clinic
    clinic.open_on(TUESDAY)
    with clinic.centre.work("leave", "admin") as work:
        add_hours(work, admin.doctor, admin.place, whole_day(FRIDAY), None)

    plan = admin.plan(first=MORNING.date())

    assert [day.why for day in plan.days] == [Why.PAST, Why.OTHER_HOURS, None, None, Why.LEAVE]
    # Hours that reach beyond the session are nothing for it to replace.
    assert admin.plan(replaces=True).days[0].why is Why.OTHER_HOURS


def test_hours_within_the_session_give_way_and_whoever_has_booked_keeps_their_time(admin: Planner) -> None:
    clinic = admin.clinic
    with clinic.centre.work("hours", "admin") as work:
        work.create(
            availability,
            doctor_id=admin.doctor,
            location_id=admin.place,
            date=TUESDAY,
            start_time=time(8),
            end_time=time(11),
        )
    clinic.book(datetime(2026, 3, 10, 9, 30, tzinfo=UTC))
    for code in ("1", "2", "3"):  # three at 8: more than a template has
        clinic.book(datetime(2026, 3, 10, 8, 0, tzinfo=UTC), code=code * 8)

    plan = admin.apply(replaces=True, last=TUESDAY)

    assert isinstance(plan, SessionPlan)
    (day,) = plan.days
    assert (len(day.removed), day.booked, day.kept_for_booked) == (1, 4, 1)
    with clinic.centre.read() as reading:
        assert stranded(reading, admin.doctor, admin.place) == ()


def test_what_came_between_the_preview_and_now_is_shown_before_anything_changes(admin: Planner) -> None:
    mark = admin.plan().mark
    admin.clinic.open_on(TUESDAY)
    before = admin.hours()

    outcome = admin.apply(mark)

    assert isinstance(outcome, PlanChanged)
    assert outcome.plan.days[0].why is Why.OTHER_HOURS
    assert admin.hours() == before


def test_a_site_is_planned_by_its_own_history(admin: Planner) -> None:
    days = Days(admin.clinic)
    past = MORNING - timedelta(days=10)
    other, another = days.doctor("Dr Sample"), days.doctor("Dr Example")
    for count in range(50):
        days.booking(past, "no_show" if count < 5 else "completed")
        days.booking(past, "no_show" if count < 15 else "completed", doctor_id=other)
    for _ in range(20):
        days.visit(past, waited=5, lasted=20)
    for _ in range(20):
        days.visit(past, waited=5, lasted=10, doctor=other)

    expected = admin.plan().expected

    # The clinic's mean is 15; (20 * 20 + 20 * 15) / 40 = 17.5.
    assert (expected.mean_min, expected.mean_from) == (17.5, "doctor")
    # The clinic's share is 20 of 100: (5 + 50 * 0.2) / (50 + 50) = 0.15.
    assert (expected.no_show, expected.no_show_from) == (0.15, "doctor")
    nobodys = admin.plan(doctor_id=another).expected
    assert (nobodys.no_show, nobodys.no_show_from) == (0.2, "clinic")
    assert admin.plan(mean_min=10.0, no_show=0.2).expected.mean_from == "asked"


@pytest.mark.parametrize("stays_away_joins_first", [True, False])
def test_whoever_stayed_away_before_is_offered_the_same_times_and_waits_in_the_same_order(
    admin: Planner, stays_away_joins_first: bool
) -> None:
    """What is known of people's past says how many are booked, of everybody alike; it is nothing to any one of them."""
    days, clinic = Days(admin.clinic), admin.clinic
    with clinic.centre.work("register", "system") as work:
        steady = work.create(patients, patient_number="PAT-2026-09999", first_name="Joan")["id"]
    for week in range(1, 9):
        before = MORNING - timedelta(weeks=week)
        days.booking(before, "no_show", appointment_number=f"APT-2025-{week:04d}")
        days.booking(before, patient_id=steady, appointment_number=f"APT-2025-{week + 50:04d}")
    admin.apply()

    with clinic.centre.read() as reading:
        at = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
        wishes = [BookingWish(admin.doctor, at, patient_id=one) for one in (days.patient, steady)]
        first, second = (find_slot(reading, wish) for wish in wishes)
        assert isinstance(first, FoundSlot)
        assert first == second
        others = [alternatives_to(reading, replace(wish, starts_at=at - timedelta(hours=1))) for wish in wishes]
        assert others[0] == others[1]
        assert others[0].alternatives

    joined = []
    for patient in (days.patient, steady) if stays_away_joins_first else (steady, days.patient):
        with clinic.centre.work("join_queue", "desk") as work:
            outcome = join(work, Joining(patient, admin.place, admin.doctor))
        assert isinstance(outcome, Joined)
        joined.append(outcome.place.place.id)
        clinic.clock.move(timedelta(minutes=1))
    with clinic.centre.read() as reading:
        (line,) = current_queue(reading, admin.place, admin.doctor)
    assert [one.id for one in line.places] == joined


def test_what_cannot_be_planned_is_refused_in_words(admin: Planner) -> None:
    refused: list[dict[str, Any]] = [
        {"ends": time(7)},
        {"last": date(2026, 3, 1)},
        {"last": date(2027, 3, 1)},
        {"mean_min": 0.5},
    ]
    with admin.clinic.centre.read() as reading:
        for wrong in refused:
            assert isinstance(plan_session(reading, replace(admin.wish, **wrong)), PlanRefused)
        assert isinstance(plan_session(reading, replace(admin.wish, doctor_id=404)), Declined)
        assert isinstance(plan_session(reading, replace(admin.wish, location_id=404)), Declined)
