"""An admin lays a session's template over a doctor's days: typed, looked at, and only then applied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from kiosk.screens.admin.sections import sections
from kiosk.screens.admin.templates_desk import NotPlanned, PlannedDay, SessionAsked
from kiosk.screens.admin.templates_form import TemplateForm, judged
from tests.fakes.admin_desks import FakeAdmin
from tests.fakes.staff_desk import ADMIN
from tests.screens.staff_window import StaffWindow

Open = Callable[..., StaffWindow]
LOOK, AWAY = (
    "Look at the plan",
    "A plan needs the server, which can't be reached now. Nothing was changed, and what you typed stays here.",
)
MONDAY = date(2026, 11, 30)


@pytest.fixture
def admin() -> FakeAdmin:
    return FakeAdmin()


@pytest.fixture
def window(open_staff: Open, admin: FakeAdmin) -> StaffWindow:
    """Kim, an admin, has signed in and looks at the templates."""
    window = open_staff(sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    enter(window)
    return window


def enter(window: StaffWindow) -> None:
    window.sign_in(ADMIN)
    window.shell.open("templates")
    window.settle()


def press(window: StaffWindow, name: str) -> None:
    window.tap(name)
    window.settle()


def write(window: StaffWindow, name: str, text: str) -> None:
    """Press into a field, clear it, and type."""
    window.tap(name)
    window.key(Qt.Key.Key_A, "", Qt.KeyboardModifier.ControlModifier)
    window.key(Qt.Key.Key_Backspace)
    window.keys(text)
    window.settle()


def choose_okafor(window: StaffWindow) -> None:
    press(window, "Doctor at Riverside: Nobody chosen yet")
    press(window, "Dr Ada Okafor")


def test_an_admin_sees_each_time_and_day_before_anything_changes_and_then_applies_it(
    window: StaffWindow, admin: FakeAdmin
) -> None:
    admin.templates.days[MONDAY] = PlannedDay(MONDAY, "leave", removed=0, booked=0, kept=0)
    tuesday = MONDAY.replace(day=1, month=12)
    admin.templates.days[tuesday] = PlannedDay(tuesday, "", removed=1, booked=3, kept=1)
    choose_okafor(window)
    press(window, LOOK)
    assert {"08:00, 2 people", "08:15, 1 person", "4 days get them, 1 day stays as it is"} <= set(window.names())
    assert window.shows("Monday, 30/11/2026, On leave: stays so")
    booked = "3 booked, who keep their time, in 1 time beside the template"
    assert window.shows(f"Tuesday, 01/12/2026, Gets these times, 1 entry of hours gives way, {booked}")
    assert admin.templates.days[tuesday].why == ""
    press(window, "Apply it to 4 days")
    window.wait_for("Done: 4 days have these times now, and can be booked.")
    assert admin.templates.days[tuesday].why == "as_it_is"
    assert not window.shows("Apply it to 4 days")


def test_what_the_past_proposes_is_said_and_may_be_changed(window: StaffWindow, admin: FakeAdmin) -> None:
    choose_okafor(window)
    press(window, LOOK)
    usual = "the usual share, as fewer than 50 appointments were kept or missed here in the last 90 days."
    assert any(name.endswith(usual) for name in window.names())
    assert window.shows("18.5 %")
    admin.templates.no_show = (0.12, "doctor")
    write(window, "Mean visit, min", "12,5")
    assert not window.shows("Times of a session")
    press(window, LOOK)
    assert {"12 %", "12.5 min"} <= set(window.names())
    own = "from their own appointments here in the last 90 days, drawn to everybody's."
    assert any(name.endswith(own) and "Mean visit: as you typed it." in name for name in window.names())
    assert admin.templates.asked[-1].mean_min == 12.5


def test_without_the_server_it_is_said_and_nothing_typed_is_lost_not_even_by_signing_in_again(
    window: StaffWindow, admin: FakeAdmin
) -> None:
    choose_okafor(window)
    write(window, "Ends at", "13")
    admin.templates.refusal = NotPlanned("needs_server")
    press(window, LOOK)
    window.wait_for(AWAY)
    window.shell.lock()
    enter(window)
    assert not window.shows(AWAY)
    admin.templates.refusal = None
    admin.templates.asked.clear()
    press(window, LOOK)
    assert (admin.templates.asked[-1].doctor_id, admin.templates.asked[-1].ends) == (7, time(13))


def test_what_came_between_is_shown_before_anything_is_applied(window: StaffWindow, admin: FakeAdmin) -> None:
    choose_okafor(window)
    press(window, LOOK)
    admin.templates.days[MONDAY] = PlannedDay(MONDAY, "other_hours", removed=0, booked=2, kept=0)
    press(window, "Apply it to 5 days")
    window.wait_for("Something changed since you looked, so nothing was done. This is how it would be now.")
    assert window.shows("Monday, 30/11/2026, Keeps the hours it has, 2 booked, who keep their time")
    assert set(admin.templates.days) == {MONDAY}
    press(window, "Apply it to 4 days")
    window.wait_for("Done: 4 days have these times now, and can be booked.")


def test_what_is_wrong_is_said_beside_its_field_and_nobody_is_asked(window: StaffWindow, admin: FakeAdmin) -> None:
    write(window, "Ends at", "7:00")
    assert not window.shows("A session ends after it begins.")
    press(window, LOOK)
    assert {"Choose a doctor first.", "A session ends after it begins."} <= set(window.names())
    choose_okafor(window)
    write(window, "Ends at", "12:00")
    assert not {"Choose a doctor first.", "A session ends after it begins."} & set(window.names())
    assert admin.templates.asked == []


def test_by_keyboard_alone_a_plan_is_made_and_applied(window: StaffWindow, admin: FakeAdmin) -> None:
    window.press_until_focused("Doctor at Riverside: Nobody chosen yet")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        window.key(key)
        window.turn()
    window.press_until_focused("Sunday")
    window.key(Qt.Key.Key_Space)
    window.press_until_focused("First day")
    window.key(Qt.Key.Key_Return)
    window.settle()
    asked = admin.templates.asked[-1]
    assert (asked.doctor_id, asked.weekdays) == (8, frozenset({0, 1, 2, 3, 4, 6}))
    window.press_until_focused("The plan")
    before = window.picture()
    window.key(Qt.Key.Key_PageDown)
    window.turn()
    assert window.picture() != before
    window.press_until_focused("Apply it to 5 days")
    window.key(Qt.Key.Key_Space)
    window.settle()
    assert window.shows("Done: 5 days have these times now, and can be booked.")


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"first": "2026-02-30"}, {"first": "no_day"}),
        ({"last": "2026-11-29"}, {"last": "before_first"}),
        ({"last": "2027-03-02"}, {"last": "too_many_days"}),
        ({"starts": "8:03"}, {"starts": "no_time"}),
        ({"ends": "25"}, {"ends": "no_time"}),
        ({"ends": "8:05", "mean": "15"}, {"ends": "shorter_than_visit"}),
        ({"mean": "2.9"}, {"mean": "no_mean"}),
        ({"mean": "nan"}, {"mean": "no_mean"}),
        ({"no_show": "60.1"}, {"no_show": "no_share"}),
        ({"weekdays": frozenset()}, {"weekdays": "no_weekday"}),
        ({"doctor_id": 0}, {"doctor": "no_doctor"}),
    ],
)
def test_a_form_that_no_template_can_be_made_of_says_which_field_is_wrong(
    changed: dict[str, object], wrong: dict[str, str]
) -> None:
    sound = TemplateForm(7, "2026-11-30", "2026-12-04")
    assert judged(replace(sound, **changed)) == wrong  # type: ignore[arg-type]  # each is of its own field


def test_times_and_numbers_are_read_as_people_write_them() -> None:
    asked = judged(TemplateForm(7, "٢٠٢٦-١١-٣٠", "2026-11-30", "8.30", "24:00", "12,5", "18.5 %", frozenset({0})))
    assert asked == SessionAsked(7, MONDAY, MONDAY, time(8, 30), time(0), frozenset({0}), 12.5, 0.185)
