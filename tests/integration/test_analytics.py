"""What a clinic's days amount to, against days worked out by hand, on both of a centre's databases."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import delete

from server_sync.clinic.visits import QueueStatus
from server_sync.desk.analytics.period import Asked, period_of
from server_sync.desk.analytics.report_names import ReportName
from server_sync.desk.analytics.reports import REPORTS
from server_sync.desk.analytics.table import Cell, Table
from server_sync.desk.queue.calling import call_next
from server_sync.desk.queue.steps import set_status
from server_sync.desk.queue.undo import undo
from server_sync.records.database import DOOR, open_database
from server_sync.records.tables import appointments, feedback, locations, patients, payments, queue_management, users
from tests.clinics import MORNING, LittleClinic
from tests.integration.test_queue import Desk

DAY = MORNING.date()  # a Monday in winter: London's clocks show UTC
MINUTE = timedelta(minutes=1)


class Days:
    """A clinic whose past is written row by row."""

    def __init__(self, clinic: LittleClinic) -> None:
        self.clinic = clinic
        self.here = clinic.location["id"]
        self.okafor = clinic.doctor["id"]
        self._count = 0
        with clinic.centre.work("register", "system") as work:
            number = f"PAT-2026-{work.next_count('patient_number:2026'):05d}"
            self.patient = work.create(patients, patient_number=number, first_name="Jane")["id"]

    def doctor(self, name: str) -> int:
        with self.clinic.centre.work("hire", "system") as work:
            return int(work.create(users, display_name=name, role="doctor", location_id=self.here)["id"])

    def visit(
        self,
        arrived: datetime = MORNING,
        waited: float | None = None,
        lasted: float | None = None,
        *,
        doctor: int | None = 0,
        **values: Any,
    ) -> int:
        """A visit whose person was called after `waited` minutes and seen for `lasted`."""
        self._count += 1
        called = None if waited is None else arrived + waited * MINUTE
        ended = None if called is None or lasted is None else called + lasted * MINUTE
        status = (
            QueueStatus.WAITING if called is None else QueueStatus.CALLED if ended is None else QueueStatus.COMPLETED
        )
        times = {
            "check_in_time": arrived,
            "called_time": called,
            "consultation_start_time": called if ended else None,
            "consultation_end_time": ended,
        }
        place = {
            "token_number": f"T-{self._count:04d}",
            "patient_id": self.patient,
            "doctor_id": self.okafor if doctor == 0 else doctor,
            "location_id": self.here,
            "business_date": arrived.date(),
            "current_status": status.value,
        }
        with self.clinic.centre.work("past", "system") as work:
            return int(work.create(queue_management, **place, **times, **values)["id"])

    def booking(self, at: datetime, status: str = "completed", **values: Any) -> int:
        self._count += 1
        booked = {
            "appointment_number": f"APT-2026-{self._count:04d}",
            "patient_id": self.patient,
            "doctor_id": self.okafor,
            "location_id": self.here,
            "scheduled_date": at,
            "status": status,
        }
        with self.clinic.centre.work("past", "system") as work:
            return int(work.create(appointments, **{**booked, **values})["id"])

    def paid(self, amount: str, currency: str = "EUR", status: str = "paid", **values: Any) -> None:
        row = {"amount": Decimal(amount), "currency": currency, "status": status, "method": "card"}
        with self.clinic.centre.work("pay", "system") as work:
            work.create(payments, **{**row, **values})

    def said(self, visit: int, score: int) -> None:
        with self.clinic.centre.work("feedback", "system") as work:
            work.create(feedback, queue_id=visit, score=score)

    def report(self, name: ReportName, first: date = DAY, last: date = DAY, **only: Any) -> Table:
        with self.clinic.centre.read() as reading:
            period = period_of(reading, Asked(first, last, **only))
            assert period is not None
            return REPORTS[name](reading, period)

    def row(self, name: ReportName, *begins: Cell, **asked: Any) -> dict[str, Cell]:
        """The one row of a report that begins so."""
        table = self.report(name, **asked)
        (found,) = [row for row in table.rows if row[: len(begins)] == begins]
        return {column.key: cell for column, cell in zip(table.columns, found, strict=True)}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def little_clinic(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LittleClinic]:
    """One for all tests of this file, on each of a centre's databases: founding one costs more than all its reports."""
    folder = tmp_path_factory.mktemp("analytics")
    with contextlib.ExitStack() as stack:
        url = f"sqlite:///{folder / 'centre.db'}"
        if request.param == "postgresql":
            server = request.getfixturevalue("postgres_server")
            url = server.url(stack.enter_context(server.database()))
        database = open_database(url, enforce_references=True)
        stack.callback(database.close)
        yield LittleClinic(database, folder)


@pytest.fixture
def days(little_clinic: LittleClinic) -> Days:
    """Its past, wiped out."""
    with little_clinic.centre.database.writing() as connection:
        for table in (feedback, payments, queue_management, appointments):
            connection.execute(delete(table).execution_options(**DOOR))
        connection.execute(delete(users).where(users.c.id > little_clinic.doctor["id"]).execution_options(**DOOR))
    little_clinic.clock.move(MORNING - little_clinic.clock.now())
    return Days(little_clinic)


def test_days_on_which_nobody_came_make_empty_tables(days: Days) -> None:
    assert [days.report(name).rows for name in ReportName] == [()] * len(ReportName)


def test_a_location_that_does_not_exist_has_no_period(days: Days) -> None:
    with days.clinic.centre.read() as reading:
        assert period_of(reading, Asked(DAY, DAY, location_id=404)) is None


def test_waits_have_their_median_their_ninetieth_and_who_was_seen_in_time(days: Days) -> None:
    for waited in (10, 20, 30, 40, 50, 60, 70, 80, 90, 100):
        days.visit(waited=waited, lasted=5)

    routine = days.row(ReportName.WAITS, "Dr Okafor", "level_4")

    assert (routine["seen"], routine["median"], routine["p90"]) == (10, 50, 90)
    assert (routine["target"], routine["in_target"]) == (90, 0.9)


def test_a_minute_begun_counts_and_a_second_past_the_target_is_late(days: Days) -> None:
    days.visit(waited=15, triage_level=2)
    days.visit(waited=15 + 1 / 60, triage_level=2)

    urgent = days.row(ReportName.WAITS, None, "level_2")

    assert (urgent["median"], urgent["p90"], urgent["in_target"]) == (15, 16, 0.5)


def test_who_is_booked_waits_from_their_time_unless_they_came_too_late(days: Days) -> None:
    booked = days.booking(MORNING + 30 * MINUTE)
    days.visit(waited=45, appointment_id=booked)
    late = days.booking(MORNING - 30 * MINUTE)
    days.visit(waited=45, appointment_id=late, is_late=True)

    assert days.row(ReportName.WAITS, None, "appointment")["median"] == 15
    assert days.row(ReportName.WAITS, None, "level_4")["median"] == 45


def test_a_kiosk_whose_clock_was_behind_shortens_nobodys_wait(days: Days) -> None:
    days.visit(waited=30, clock_offset_ms=600_000)

    assert days.row(ReportName.WAITS, None, None)["median"] == 20


def test_who_was_called_before_their_time_did_not_wait(days: Days) -> None:
    days.visit(waited=5, appointment_id=days.booking(MORNING + 30 * MINUTE))

    assert days.row(ReportName.WAITS, None, None)["median"] == 0


def test_an_emergency_has_its_row_and_no_part_in_the_sums(days: Days) -> None:
    days.visit(waited=1, triage_level=1)
    days.visit(waited=20)

    emergency, everybody = days.row(ReportName.WAITS, None, "emergency"), days.row(ReportName.WAITS, None, None)

    assert (emergency["seen"], emergency["target"], emergency["in_target"]) == (1, None, None)
    assert (everybody["seen"], everybody["median"]) == (1, 20)


def test_somebody_special_is_held_to_the_shorter_target(days: Days) -> None:
    days.visit(waited=61, special_reason="pregnant")

    special = days.row(ReportName.WAITS, None, "level_4_special")

    assert (special["target"], special["in_target"]) == (60, 0)


def test_who_still_waits_left_or_has_a_second_number_is_nobody_who_was_seen(days: Days) -> None:
    days.visit()
    days.visit(alias_of="T-0001", waited=3)
    days.visit()
    with days.clinic.centre.work("leave", "system") as work:
        left = days.clinic.places()[-1]
        work.change(queue_management, left, current_status="cancelled", called_time=MORNING)

    assert days.report(ReportName.WAITS).rows == ()


def test_a_call_that_was_taken_back_is_no_call(days: Days) -> None:
    desk = Desk(days.clinic)
    place = desk.joined()
    days.clinic.clock.move(10 * MINUTE)
    desk.do(call_next, desk.location, desk.doctor)
    assert days.row(ReportName.WAITS, None, None)["median"] == 10
    desk.do(undo, place)
    assert days.report(ReportName.WAITS).rows == ()

    days.clinic.clock.move(10 * MINUTE)
    desk.do(call_next, desk.location, desk.doctor)
    desk.do(set_status, place, QueueStatus.IN_CONSULTATION)

    assert days.row(ReportName.WAITS, None, None)["median"] == 20


def test_only_the_asked_doctor_and_who_was_free_has_a_line_of_their_own(days: Days) -> None:
    other = days.doctor("Dr Sample")
    days.visit(waited=10)
    days.visit(waited=30, doctor=other)
    days.visit(waited=50, doctor=None)

    assert days.row(ReportName.WAITS, None, None)["seen"] == 3
    assert days.row(ReportName.WAITS, "", None)["median"] == 50
    assert days.row(ReportName.WAITS, None, None, doctor_id=other)["median"] == 30


def test_two_doctors_of_one_name_are_told_apart(days: Days) -> None:
    other = days.doctor("Dr Okafor")
    days.visit(waited=10)
    days.visit(waited=30, doctor=other)

    assert days.row(ReportName.WAITS, f"Dr Okafor ({other})", None)["median"] == 30


def test_days_are_the_clinics_own_and_both_ends_are_in(days: Days) -> None:
    for shift in (-1, 0, 1, 2):
        days.visit(MORNING + timedelta(days=shift), waited=10)

    table = days.report(ReportName.WAITS, DAY, DAY + timedelta(days=1))

    assert table.rows[0][2] == 2


def test_hours_are_those_of_the_clinics_clock_on_either_side_of_its_change(days: Days) -> None:
    # London's clocks go forward on 29 March 2026: 9:30 UTC is half past nine before, half past ten after.
    days.visit(datetime(2026, 3, 28, 9, 30, tzinfo=UTC), waited=5, lasted=40)
    days.visit(datetime(2026, 3, 30, 9, 30, tzinfo=UTC), waited=5, lasted=40)

    table = days.report(ReportName.FLOW, date(2026, 3, 28), date(2026, 3, 30))

    assert table.column("hour") == (9, 10, 11)
    assert table.column("arrived") == (1, 1, 0)
    assert table.column("completed") == (0, 1, 1)
    assert table.column("arrived_a_day") == (0.5, 0.5, 0.0)


def test_the_flow_tells_the_booked_from_those_who_walked_in(days: Days) -> None:
    days.visit(waited=5, appointment_id=days.booking(MORNING))
    days.visit(waited=5, appointment_id=days.booking(MORNING, appointment_type="walkin"))

    hour = days.row(ReportName.FLOW, 9)

    assert (hour["arrived"], hour["with_appointment"], hour["walked_in"], hour["called"]) == (2, 1, 1, 2)


def test_the_fullest_hours_of_the_week_come_first_by_the_mean_of_such_days(days: Days) -> None:
    for week in (0, 7):
        for _ in range(3):
            days.visit(MORNING + timedelta(days=week, hours=1))
    for _ in range(4):
        days.visit(MORNING + timedelta(days=1))

    table = days.report(ReportName.PEAKS, DAY, DAY + timedelta(days=13))

    assert table.rows == ((1, 9, 4, 1, 4.0), (0, 10, 6, 2, 3.0))


def test_a_doctor_who_sees_the_long_cases_is_not_called_slow(days: Days) -> None:
    long, short = days.okafor, days.doctor("Dr Sample")
    for _ in range(30):
        days.visit(waited=5, lasted=30, doctor=long, triage_level=2)
        days.visit(waited=5, lasted=10, doctor=short)

    one, other = days.row(ReportName.EFFICIENCY, "Dr Okafor"), days.row(ReportName.EFFICIENCY, "Dr Sample")

    assert [one["mean"], other["mean"]] == [30, 10]
    assert (one["expected"], other["expected"]) == (30, 10)
    assert (one["index"], other["index"]) == (1, 1)
    assert (one["an_hour"], other["an_hour"]) == (2, 6)


def test_the_fewer_visits_the_nearer_to_one_as_the_formula_says(days: Days) -> None:
    quick = days.doctor("Dr Sample")
    for _ in range(9):
        days.visit(waited=5, lasted=20)
    days.visit(waited=5, lasted=10, doctor=quick)

    # All are of one kind: m = (9 * 20 + 10) / 10 = 19; the index (10 + 20 * 19) / (19 + 20 * 19) = 390 / 399.
    told = days.row(ReportName.EFFICIENCY, "Dr Sample", doctor_id=quick)

    assert told["expected"] == pytest.approx(19)
    assert told["index"] == pytest.approx(390 / 399)


def test_a_visit_that_nobody_ended_tells_nothing_of_time(days: Days) -> None:
    days.visit(waited=5, lasted=20)
    days.visit(waited=5, lasted=600)

    told = days.row(ReportName.EFFICIENCY, "Dr Okafor")

    assert (told["visits"], told["mean"], told["forgotten"]) == (1, 20, 1)


def test_what_became_of_appointments(days: Days) -> None:
    for status in ("completed", "completed", "completed", "no_show", "cancelled", "scheduled", "rescheduled"):
        days.booking(MORNING, status)
    days.booking(MORNING, appointment_type="walkin")

    told = days.row(ReportName.ATTENDANCE, "Dr Okafor")

    assert [told[key] for key in ("booked", "kept", "cancelled", "no_show", "open", "moved")] == [6, 3, 1, 1, 1, 1]
    assert told["cancelled_share"] == pytest.approx(1 / 6)
    assert told["no_show_share"] == 0.25


def test_the_times_that_people_want(days: Days) -> None:
    for hour, status in ((1, "completed"), (1, "cancelled"), (2, "no_show"), (1, "completed")):
        days.booking(MORNING + timedelta(hours=hour), status)

    table = days.report(ReportName.SLOTS)

    assert table.rows == ((0, 10, 3, 2, 1, 0, 0.75), (0, 11, 1, 0, 0, 1, 0.25))


def test_a_booking_late_at_night_belongs_to_its_local_day(days: Days) -> None:
    with days.clinic.centre.work("far", "system") as work:
        far = work.create(locations, name="Far", code="F", time_zone="Pacific/Auckland")["id"]
    days.booking(datetime(2026, 3, 8, 22, 0, tzinfo=UTC), location_id=far)  # 11:00 on Monday there

    assert days.report(ReportName.SLOTS).rows == ((0, 11, 1, 1, 0, 0, 1.0),)
    assert days.report(ReportName.SLOTS, location_id=days.here).rows == ()


def test_money_is_exact_and_currencies_are_never_added(days: Days) -> None:
    booked = days.booking(MORNING)
    for _ in range(3):
        days.paid("0.10", appointment_id=booked)
    days.paid("19.99", appointment_id=booked, status="refunded")
    days.paid("40.00", appointment_id=booked, status="pending", method="cash")
    days.paid("99.99", appointment_id=booked, status="failed")
    days.paid("7.00", "GBP")

    table = days.report(ReportName.REVENUE)

    zero = Decimal("0.00")
    assert table.rows == (
        ("EUR", None, None, 6, Decimal("0.30"), Decimal("40.00"), Decimal("19.99")),
        ("EUR", "Dr Okafor", "card", 5, Decimal("0.30"), zero, Decimal("19.99")),
        ("EUR", "Dr Okafor", "cash", 1, zero, Decimal("40.00"), zero),
        ("GBP", None, None, 1, Decimal("7.00"), zero, zero),
        ("GBP", "", "card", 1, Decimal("7.00"), zero, zero),
    )
    assert len(days.report(ReportName.REVENUE, location_id=days.here).rows) == 3


def test_what_people_said_and_how_many_said_anything(days: Days) -> None:
    visits = [days.visit(waited=5, lasted=10) for _ in range(4)]
    days.visit(waited=5)
    for visit, score in zip(visits, (5, 4, 1), strict=False):
        days.said(visit, score)

    told = days.row(ReportName.SATISFACTION, "Dr Okafor")

    assert [told["answers"], told["score"]] == [3, pytest.approx(10 / 3)]
    assert [told[f"score_{score}"] for score in range(1, 6)] == [1, 0, 0, 1, 1]
    assert [told["satisfied"], told["answered"]] == [pytest.approx(2 / 3), 0.75]


def test_a_doctor_without_a_past_has_reports_without_rows(days: Days) -> None:
    days.said(days.visit(waited=5, lasted=10), 4)
    days.paid("30.00", appointment_id=days.booking(MORNING))
    newcomer = days.doctor("Dr Newcomer")

    assert [days.report(name, doctor_id=newcomer).rows for name in ReportName] == [()] * len(ReportName)


def test_shares_of_nothing_are_unknown_and_no_zero(days: Days) -> None:
    days.booking(MORNING, "rescheduled")
    days.visit(waited=0, lasted=0)

    booked = days.row(ReportName.ATTENDANCE, None)
    assert (booked["booked"], booked["cancelled_share"], booked["no_show_share"]) == (0, None, None)
    told = days.row(ReportName.EFFICIENCY, "Dr Okafor")
    assert (told["visits"], told["mean"], told["index"], told["an_hour"]) == (1, 0, None, None)
    said = days.row(ReportName.SATISFACTION, None)
    assert (said["answers"], said["score"], said["satisfied"], said["answered"]) == (0, None, None, 0)


def test_a_visit_across_the_change_of_clocks_waits_as_long_as_it_did(days: Days) -> None:
    before = datetime(2026, 3, 29, 0, 50, tzinfo=UTC)  # ten minutes before London's clocks go on by an hour
    days.visit(before, waited=30, lasted=5)

    told = days.row(ReportName.WAITS, None, None, first=before.date(), last=before.date())
    assert told["median"] == 30
