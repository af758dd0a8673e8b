"""An admin says how long each level should wait at most, and hears at once what would order people wrongly."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from kiosk.screens import by_name
from kiosk.screens.admin.policy_desk import PolicyNotChanged, StandingPolicy
from kiosk.screens.admin.sections import sections
from server_sync.clinic.policy_documents import preset_policy
from server_sync.clinic.queue_policy import DAY_CLINIC
from tests.fakes.admin_desks import FakeAdmin
from tests.fakes.staff_desk import ADMIN
from tests.screens.staff_window import StaffWindow

Open = Callable[..., StaffWindow]
CLOSE = "Two levels are too close: with a special reason the less urgent one would pass the other."


@pytest.fixture
def admin() -> FakeAdmin:
    return FakeAdmin()


@pytest.fixture
def window(open_staff: Open, admin: FakeAdmin) -> StaffWindow:
    """Kim, an admin, has signed in and looks at the queue's order."""
    window = open_staff(sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    window.sign_in(ADMIN)
    window.shell.open("policy")
    window.settle()
    return window


def field(window: StaffWindow, name: str, text: str) -> None:
    """Press into the field whose name begins so, clear it, and type."""
    window.tap(next(shown for shown in window.names() if shown.startswith(name)))
    window.key(Qt.Key.Key_A, "", Qt.KeyboardModifier.ControlModifier)
    window.key(Qt.Key.Key_Backspace)
    window.keys(text)
    window.settle()


def press(window: StaffWindow, name: str) -> None:
    window.tap(name)
    window.settle()


def test_an_admin_begins_from_a_preset_and_is_stopped_where_two_levels_are_too_close(
    window: StaffWindow, admin: FakeAdmin
) -> None:
    press(window, "CTAS, Canada: 15 · 30 · 60 · 120 min")
    field(window, "Level 3, urgent", "20")
    window.wait_for(CLOSE)
    assert not by_name.find(window.window, "Keep it").enabled
    assert admin.policy.stands.policy == DAY_CLINIC
    field(window, "Level 3, urgent", "24")
    assert not window.shows(CLOSE)
    assert window.shows("Level 3, urgent (special reason: 16)")
    press(window, "Keep it")
    window.wait_for("Kept. It orders the queue from now on.")
    kept = admin.policy.stands.policy
    assert (kept.name, kept.targets_min) == ("own", ((2, 15), (3, 24), (4, 60), (5, 120)))


def test_an_admin_lets_reception_set_the_level_without_changing_how_anybody_is_ordered(
    window: StaffWindow, admin: FakeAdmin
) -> None:
    press(window, "Reception may set the triage level too")
    press(window, "Keep it")
    window.wait_for("Kept. It orders the queue from now on.")
    kept = admin.policy.stands.policy
    assert kept.triage_by_reception
    assert (kept.name, kept.targets_alone) == ("day_clinic", DAY_CLINIC)
    press(window, "Manchester, MTS: 10 · 60 · 120 · 240 min")
    press(window, "Keep it")
    assert admin.policy.stands.policy.triage_by_reception


def test_preset_that_is_taken_as_it_is_keeps_its_name(window: StaffWindow, admin: FakeAdmin) -> None:
    press(window, "Manchester, MTS: 10 · 60 · 120 · 240 min")
    press(window, "Keep it")
    window.wait_for("Kept. It orders the queue from now on.")
    assert admin.policy.stands.policy == preset_policy("mts")


def test_whoever_goes_back_has_what_is_in_force(window: StaffWindow, admin: FakeAdmin) -> None:
    field(window, "Appointment", "soon")
    window.wait_for("A target is a number of minutes from 1 to 1440.")
    press(window, "Back to what is in force")
    assert window.shows("Appointment, from its time (special reason: 15)")
    assert not window.shows("Back to what is in force")


def test_without_the_server_nothing_changes_and_it_is_said(window: StaffWindow, admin: FakeAdmin) -> None:
    admin.policy.refusal = PolicyNotChanged("needs_server")
    press(window, "ATS, Australia: 10 · 30 · 60 · 120 min")
    press(window, "Keep it")
    window.wait_for("This needs the server, which can't be reached now. Nothing was changed.")
    assert admin.policy.stands == StandingPolicy(DAY_CLINIC)
