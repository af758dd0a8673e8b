"""Staff who touch no glass and see none: the desk's flows through the accessibility tree alone, and by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt

from kiosk.screens import by_name
from kiosk.screens.admin.sections import sections
from kiosk.screens.admin.sync import SyncSection
from kiosk.screens.reception.doctor import DoctorScreen
from kiosk.screens.reception.people import PeopleScreen
from kiosk.screens.reception.people_desk import WalkIn
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import section_of
from kiosk.screens.staff.staff_desk import Member
from server_sync.clinic.roles import Role
from server_sync.clinic.visits import QueueStatus
from tests.fakes.admin_desks import FakeAdmin
from tests.fakes.people_desk import MEERA, OTIS, FakePeopleDesk
from tests.fakes.queue_desk import HADDAD, FakeQueueDesk, someone
from tests.fakes.staff_desk import ADMIN, DOCTOR, PIN, SAM
from tests.screens.staff_window import StaffWindow

Open = Callable[..., StaffWindow]


class Reader:
    """Somebody at a screen reader: presses and writes through the tree, and never taps or types."""

    def __init__(self, window: StaffWindow) -> None:
        self.window = window

    def press(self, name: str) -> None:
        self.window.wait_until(lambda: any(item.name == name and item.enabled for item in self._shown()))
        self.window.time.advance(0.5)
        self.window.frame()
        by_name.press(self.window.window, name)
        self.window.settle()

    def press_what_starts_with(self, start: str) -> None:
        self.window.wait_until(lambda: any(item.name.startswith(start) for item in self._shown()))
        self.press(next(item.name for item in self._shown() if item.name.startswith(start)))

    def write(self, name: str, text: str) -> None:
        """Put a text into a field, as dictation does."""
        by_name.write(self.window.window, name, text)
        self.window.settle()

    def sign_in(self, member: Member) -> None:
        self.press(member.name)
        for digit in PIN:
            self.press(digit)
        self.press("Sign in")
        self.window.wait_until(lambda: not self.window.shell.is_at_rest)

    def _shown(self) -> list[by_name.Shown]:
        return by_name.shown(self.window.window)


@pytest.fixture
def open_reader(open_staff: Open) -> Callable[..., Reader]:
    """Sit down before a window, and sign in."""

    def open_one(member: Member, **how: object) -> Reader:
        reader = Reader(open_staff(**how))
        reader.sign_in(member)
        return reader

    return open_one


Sit = Callable[..., Reader]


def test_somebody_known_is_found_and_waits(open_reader: Sit) -> None:
    people = FakePeopleDesk()
    reader = open_reader(SAM, sections=lambda shell: [PeopleScreen(shell, people)])
    reader.write("Find a person", "iye")
    reader.press_what_starts_with("Meera Iyer")
    reader.press("Add to the queue")
    reader.window.wait_for("Meera Iyer waits with number B 17.")
    assert people.joined == [(MEERA.id, WalkIn(None, "", "en"))]


def test_somebody_new_is_registered_and_waits(open_reader: Sit) -> None:
    people = FakePeopleDesk()
    reader = open_reader(SAM, sections=lambda shell: [PeopleScreen(shell, people)])
    reader.press("New person")
    fields = {"First name": "Lian", "Last name": "Chen", "Phone": "5550142", "Reason for the visit": "cough"}
    for name, text in fields.items():
        reader.write(name, text)
    reader.press("Register and add to the queue")
    reader.window.wait_for("Lian Chen waits with number B 17.")
    assert people.joined == [(OTIS.id + 1, WalkIn(None, "cough", "en"))]


def test_a_doctor_leads_a_visit_from_the_call_to_its_end(open_reader: Sit) -> None:
    desk = FakeQueueDesk(role=Role.DOCTOR)
    desk.add(someone(14, "Otis Mbeki", 40, HADDAD))
    reader = open_reader(DOCTOR, sections=lambda shell: (DoctorScreen(shell, desk),))
    for name in ("Call next", "Start", "Complete"):
        reader.press(name)
    assert desk.places[14].status is QueueStatus.COMPLETED


def test_an_admin_filters_the_log_and_takes_it_along(open_reader: Sit) -> None:
    admin = FakeAdmin()
    reader = open_reader(ADMIN, sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    reader.press("State: All states")
    reader.press("To look at")
    reader.window.wait_for("4 entries")
    reader.press("Export")
    reader.press("Table (CSV)")
    reader.window.wait_for("Written: /media/kim/ANTEROOM/sync-log-20261123-084100.csv")


def test_an_admin_filters_the_log_and_takes_it_along_by_keys_alone(open_staff: Open) -> None:
    admin = FakeAdmin()
    window = open_staff(sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    window.keys("kim")
    window.press_key(Qt.Key.Key_Return, "\r")
    window.wait_for("Your PIN")
    window.keys(PIN)
    window.press_key(Qt.Key.Key_Return, "\r")
    window.wait_for("120 entries")
    for name in ("State: All states", "To look at", "Export", "Table (CSV)"):
        window.press_until_focused(name)
        window.press_enter()
        window.settle()
    window.wait_for("Written: /media/kim/ANTEROOM/sync-log-20261123-084100.csv")


def test_a_list_opens_at_what_holds_and_a_key_down_goes_on_from_there(open_staff: Open) -> None:
    admin = FakeAdmin()
    window = open_staff(sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    window.sign_in(ADMIN)
    window.wait_for("120 entries")
    sync = section_of(window.shell.sections, "sync")
    assert isinstance(sync, SyncSection)
    lists = (cast("Rows", sync.devices), cast("Rows", sync.statuses))
    devices, statuses = ([row.key for row in rows.rows] for rows in lists)
    for label, keys in (("Machine: ", devices), ("State: ", statuses)):  # the machines are read later than the page
        for key in keys[1:3]:
            name = next(item.name for item in by_name.shown(window.window) if item.name.startswith(label))
            window.press_until_focused(name)
            window.press_enter()
            window.press_key(Qt.Key.Key_Down)
            window.press_enter()
            window.settle()
            assert (sync.device if label == "Machine: " else sync.status) == key
