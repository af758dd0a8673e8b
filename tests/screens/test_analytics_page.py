"""An admin reads the clinic's reports, of any days, place and doctor, and takes them away as files."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from kiosk.screens import by_name
from kiosk.screens.admin.sections import sections
from tests.fakes.admin_desks import FakeAdmin
from tests.fakes.analytics import FakeAnalytics
from tests.fakes.staff_desk import ADMIN
from tests.screens.staff_window import StaffWindow

Open = Callable[..., StaffWindow]
ALL_WAITS = "Doctor: All doctors, Line: All, Seen: 840, Median: 21 min, 9 of 10: 58 min, Target: –, In target: 87 %"
NEEDS_SERVER = (
    "This needs the server, which can't be reached now: this machine's records hold neither other places, payments"
    " nor what patients say, and it draws no pictures."
)
Key = Qt.Key
ONE_DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
"""A picture."""


@pytest.fixture
def analytics() -> FakeAnalytics:
    return FakeAnalytics(png=ONE_DOT)


@pytest.fixture
def window(open_staff: Open, analytics: FakeAnalytics) -> StaffWindow:
    """Kim, an admin, has signed in and looks at the reports."""
    admin = FakeAdmin(analytics=analytics)
    window = open_staff(sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    window.sign_in(ADMIN)
    window.shell.open("analytics")
    window.settle()
    return window


def press(window: StaffWindow, *names: str) -> None:
    for name in names:
        window.tap(name)
        window.settle()


def retype(window: StaffWindow, name: str, text: str) -> None:
    window.tap(name)
    window.key(Key.Key_A, "", Qt.KeyboardModifier.ControlModifier)
    window.keys(text)
    window.settle()


def test_an_admin_reads_the_last_thirty_days_waits_first(window: StaffWindow, analytics: FakeAnalytics) -> None:
    assert window.shows("Waiting times, 25 Oct 2026 – 23 Nov 2026")
    assert window.shows("Counted by the server")
    assert window.shows(ALL_WAITS)
    (wanted,) = analytics.wanted
    assert (wanted.name, wanted.first, wanted.last) == ("waits", date(2026, 10, 25), date(2026, 11, 23))


def test_they_choose_report_days_place_and_doctor(window: StaffWindow, analytics: FakeAnalytics) -> None:
    press(window, "Appointments kept and missed", "Days: Last 30 days", "Last 7 days")
    press(window, "Place: All places", "Hilltop Clinic", "Doctor: All doctors", "Dr Sample")
    wanted = analytics.wanted[-1]
    assert (wanted.name, wanted.place_id, wanted.doctor_id) == ("attendance", 2, 7)
    assert (wanted.first, wanted.last) == (date(2026, 11, 17), date(2026, 11, 23))
    assert window.shows("Doctor: Dr Sample")
    press(window, "Doctor: Dr Sample", "All doctors", "Days: Last 7 days", "Today")
    assert (analytics.wanted[-1].doctor_id, analytics.wanted[-1].first) == (None, date(2026, 11, 23))


def test_own_days_are_judged_as_they_are_typed(window: StaffWindow, analytics: FakeAnalytics) -> None:
    press(window, "Days: Last 30 days", "Own days")
    for typed, said in (
        ("2026-02-31", "Not a day"),
        ("2026-10-01", "Before the first"),
        ("2040-01-01", "More than 3 years"),
    ):
        retype(window, "To day", typed)
        assert window.shows(said)
    assert len(analytics.wanted) == 1
    retype(window, "To day", "2026-10-31")
    assert not window.shows("More than 3 years")
    assert (analytics.wanted[-1].first, analytics.wanted[-1].last) == (date(2026, 10, 25), date(2026, 10, 31))


def test_it_is_drawn_and_written_to_the_chosen_folder(window: StaffWindow, analytics: FakeAnalytics) -> None:
    press(window, "As a picture")
    drawing = window.quick.findChild(QQuickItem, "drawing")
    assert drawing is not None
    window.wait_until(drawing.isVisible)
    press(window, "Export", "Where to: /media/kim/ANTEROOM", "ada", "All on paper (PDF)")
    window.wait_for("Written: /home/ada/clinic-report-2026-10-25-2026-11-23.pdf")


def test_without_the_server_this_machine_counts_and_says_what_it_lacks(open_staff: Open) -> None:
    admin = FakeAdmin(analytics=FakeAnalytics(is_away=True))
    window = open_staff(sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    window.sign_in(ADMIN)
    window.shell.open("analytics")
    window.settle()
    assert window.shows(ALL_WAITS)
    assert window.shows("Counted from this machine's records: Riverside Clinic only")
    press(window, "Days: Last 30 days", "Own days")
    retype(window, "From day", "2026-01-05")
    assert window.shows("Counted from this machine's records: Riverside Clinic only, kept here since 25 Aug 2026")
    press(window, "Revenue")
    assert window.shows(NEEDS_SERVER)
    press(window, "Waiting times", "As a picture")
    assert window.shows(NEEDS_SERVER)
    assert not window.shows("Counting …")
    press(window, "Export", "Table (CSV)")
    assert admin.analytics.files == ["waits-2026-01-05-2026-11-23.csv"]


def test_a_table_wider_than_its_room_says_so_and_is_moved_by_its_edge(open_staff: Open) -> None:
    admin = FakeAdmin(analytics=FakeAnalytics(is_away=True))
    window = open_staff(1024, 768, sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    window.sign_in(ADMIN)
    window.shell.speak("es")
    window.shell.open("analytics")
    window.settle()
    assert not window.shows("Más columnas")
    press(window, "Citas cumplidas y perdidas")
    assert len(edges(window)) == 1
    at_the_end = edges(window)[0]
    press(window, "Más columnas")
    assert edges(window)[0] < at_the_end - 400


def edges(window: StaffWindow) -> list[int]:
    """Where the table says that it goes on, from the left."""
    return sorted(item.rect.x() for item in by_name.shown(window.window) if item.name == "Más columnas")


def test_of_two_reports_that_are_under_way_the_later_one_is_shown(
    window: StaffWindow, analytics: FakeAnalytics
) -> None:
    slow, quick = analytics.gate, asyncio.Event()
    slow.clear()
    quick.set()
    window.tap("Revenue")
    window.wait_for("Counting …")
    analytics.gate = quick
    window.tap("Busiest hours")
    window.wait_for("Busiest hours, 25 Oct 2026 – 23 Nov 2026")
    slow.set()
    window.settle()
    assert window.shows("Busiest hours, 25 Oct 2026 – 23 Nov 2026")
    assert not window.shows("Revenue, 25 Oct 2026 – 23 Nov 2026")


def test_days_on_which_nothing_happened_say_so(window: StaffWindow, analytics: FakeAnalytics) -> None:
    analytics.is_empty = True
    press(window, "Popular times")
    assert window.shows("Nothing happened in these days.")


def test_by_keys_alone_a_report_is_chosen_read_and_exported(window: StaffWindow, analytics: FakeAnalytics) -> None:
    window.press_until_focused("Patients by hour")
    window.press_key(Key.Key_Down)
    window.press_key(Key.Key_Return)
    assert analytics.wanted[-1].name == "peaks"
    window.press_until_focused("Export")
    window.press_key(Key.Key_Return)
    window.press_key(Key.Key_Return)
    window.wait_until(lambda: bool(analytics.files))
    assert analytics.files == ["peaks-2026-10-25-2026-11-23.csv"]
