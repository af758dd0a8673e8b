"""An admin says what the clinic is called, to what people agree there, and why they may come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from kiosk.screens import by_name
from kiosk.screens.admin.clinic_desk import ClinicNotChanged
from kiosk.screens.admin.sections import sections
from server_sync.clinic.visit_reasons import OWN_REASONS
from tests.fakes.admin_desks import FakeAdmin
from tests.fakes.staff_desk import ADMIN
from tests.screens.staff_window import StaffWindow

Open = Callable[..., StaffWindow]
KEPT = "Kept. It stands everywhere as soon as each machine has heard of it."


@pytest.fixture
def admin() -> FakeAdmin:
    return FakeAdmin()


@pytest.fixture
def window(open_staff: Open, admin: FakeAdmin) -> StaffWindow:
    """Kim, an admin, has signed in and looks at the clinic."""
    window = open_staff(sections=lambda shell: sections(shell, admin.desks()), faces=("admin",))
    window.sign_in(ADMIN)
    window.shell.open("clinic")
    window.settle()
    return window


def write(window: StaffWindow, name: str, text: str) -> None:
    """Press into the field of that name, clear it, and type."""
    window.tap(name)
    window.key(Qt.Key.Key_A, "", Qt.KeyboardModifier.ControlModifier)
    window.key(Qt.Key.Key_Backspace)
    window.keys(text)
    window.settle()


def press(window: StaffWindow, *names: str) -> None:
    for name in names:
        window.tap(name)
        window.settle()


def tab_to(window: StaffWindow, name: str) -> None:
    """Press Tab until something of that name has the focus."""
    for _ in range(80):
        if any(item.name == name and item.focused for item in by_name.shown(window.window)):
            return
        window.press_key(Qt.Key.Key_Tab, "\t")
    raise AssertionError(f"no Tab leads to {name}")


def can_keep(window: StaffWindow) -> bool:
    return bool(by_name.find(window.window, "Keep it").enabled)


def test_new_hours_stand_once_they_are_kept(window: StaffWindow, admin: FakeAdmin) -> None:
    assert not can_keep(window)
    write(window, "Opening hours", "mon-sat 8-20")
    press(window, "Keep it")
    window.wait_for(KEPT)
    assert admin.clinic.stands.opening_hours == "mon-sat 8-20"
    assert not can_keep(window)


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("Name, as patients know it", "", "A clinic has a name."),
        (
            "Phone number that patients may ring",
            "call us",
            "A phone number has digits, blanks and ( ) . / - only, and at least 6 of them.",
        ),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(window: StaffWindow, field: str, typed: str, told: str) -> None:
    write(window, field, typed)
    assert by_name.find(window.window, field).description == told
    assert not can_keep(window)
    press(window, "Consent")
    assert window.shows("It can't be kept yet: look at “The place”.")
    press(window, "Back to what is in force", "The place")
    assert not window.shows("Back to what is in force")


def test_consent_is_asked_in_the_languages_that_it_is_written_in(window: StaffWindow, admin: FakeAdmin) -> None:
    press(window, "Consent", "Español")
    write(window, "What people are asked to agree to", "estoy de acuerdo")
    press(window, "Keep it")
    window.wait_for(KEPT)
    assert dict(admin.clinic.stands.consent)["es"] == "estoy de acuerdo"
    press(window, "English")
    write(window, "What people are asked to agree to", "")
    told = "Write it in the clinic's first language too: whoever speaks a language without a text reads that one."
    assert window.shows(told)
    press(window, "Español")
    write(window, "What people are asked to agree to", "")
    assert not window.shows(told)
    assert window.shows("While no language has a text, nobody is asked.")
    press(window, "Keep it")
    window.wait_for(KEPT)
    assert admin.clinic.stands.consent == ()


def test_reason_is_added_moved_up_and_offered(window: StaffWindow, admin: FakeAdmin) -> None:
    press(window, "Reasons to come", "Add a reason")
    assert not can_keep(window)
    write(window, "English", "a travel vaccination")
    for below in ("Picture: syringe", "Staff see it as said to be urgent", "A wheelchair"):
        by_name.press(window.window, below)
    press(window, "Up", "Keep it")
    window.wait_for(KEPT)
    reasons = admin.clinic.stands.reasons
    assert [reason.code for reason in reasons[-2:]] == ["own_1", "other"]
    assert (reasons[-2].words, reasons[-2].icon) == ((("en", "a travel vaccination"),), "syringe")
    assert (reasons[-2].urgent, reasons[-2].needs) == (True, ("wheelchair",))
    assert [one.code for one in reasons if one.code != "own_1"] == [one.code for one in OWN_REASONS]


def test_reason_is_offered_no_more_and_ours_come_back(window: StaffWindow, admin: FakeAdmin) -> None:
    press(window, "Reasons to come", "Pain", "Offer it no more", "Keep it")
    window.wait_for(KEPT)
    assert [one.code for one in admin.clinic.stands.reasons] == [one.code for one in OWN_REASONS if one.code != "pain"]
    press(window, "Take the program's own reasons", "Keep it")
    window.wait_for(KEPT)
    assert admin.clinic.stands.reasons == ()


def test_without_the_server_what_was_typed_stays_and_it_is_said(window: StaffWindow, admin: FakeAdmin) -> None:
    before = admin.clinic.stands
    admin.clinic.refusal = ClinicNotChanged("needs_server")
    write(window, "Where people wait", "first floor")
    press(window, "Keep it")
    window.wait_for("This needs the server, which can't be reached now. Nothing was changed.")
    assert admin.clinic.stands == before
    assert can_keep(window)


def test_hours_and_a_reason_are_kept_by_keyboard_alone(window: StaffWindow, admin: FakeAdmin) -> None:
    tab_to(window, "Opening hours")
    window.keys(" and saturday")
    window.key(Qt.Key.Key_Return)
    window.wait_for(KEPT)
    assert admin.clinic.stands.opening_hours == "Mon-Fri 8:00-17:00 and saturday"
    for name in ("Reasons to come", "Add a reason"):
        tab_to(window, name)
        window.key(Qt.Key.Key_Space, " ")
        window.settle()
    tab_to(window, "English")
    window.keys("acupuncture")
    window.key(Qt.Key.Key_Return)
    window.wait_for(KEPT)
    assert admin.clinic.stands.reasons[-1].words == (("en", "acupuncture"),)
