"""The doctor's view: three keys lead through a visit, and whoever is there stands large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.screens import by_name
from kiosk.screens.reception.doctor import DoctorScreen
from server_sync.clinic.roles import Role
from server_sync.clinic.visits import HeldBack, QueueStatus
from server_sync.desk.queue.at_desk import ComingToday, Expected
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import at
from tests.fakes.queue_desk import HADDAD, LINDQVIST, FakeQueueDesk, someone
from tests.fakes.staff_desk import DOCTOR
from tests.screens.said import said
from tests.screens.staff_window import StaffWindow

OTIS, TOVE, YUKI = 14, 2, 20


class View:
    """The view of the doctor whose user id is 3: Dr Haddad."""

    def __init__(self) -> None:
        assert DOCTOR.user_id == HADDAD.id
        self.desk = FakeQueueDesk(role=Role.DOCTOR)
        self.desk.next_appointment = ComingToday(Expected(at(10, 40), "Tomas Eriksen", "Check-up"), 5, at(16, 20))
        self.desk.add(
            someone(OTIS, "Otis Mbeki", 40, HADDAD),
            someone(TOVE, "Tove Eriksen", 31, HADDAD),
            someone(YUKI, "Yuki Tanaka", 1, HADDAD, held_back=HeldBack.PARKED),
            someone(5, "Rana Haddad", 3, LINDQVIST),
        )
        self.window = StaffWindow(sections=lambda shell: (DoctorScreen(shell, self.desk),))

    def status(self, place: int) -> QueueStatus:
        return self.desk.places[place].status


@pytest.fixture
def view(asyncio_on_qt: None) -> Iterator[View]:
    view = View()
    view.window.sign_in(DOCTOR)
    yield view
    warnings = view.window.warnings
    view.window.close()
    assert warnings == []


def test_three_keys_lead_from_the_call_to_the_end_of_a_visit(view: View) -> None:
    view.window.press_key(Qt.Key.Key_1)
    assert view.status(OTIS) is QueueStatus.CALLED
    view.window.press_key(Qt.Key.Key_2)
    assert view.status(OTIS) is QueueStatus.IN_CONSULTATION
    view.window.press_key(Qt.Key.Key_3)

    assert view.status(OTIS) is QueueStatus.COMPLETED
    view.window.wait_for("A 14: visit completed")


def test_the_same_is_done_by_hand(view: View) -> None:
    for name in ("Call next", "Start", "Complete"):
        view.window.tap(name)
        view.window.settle()

    assert view.status(OTIS) is QueueStatus.COMPLETED


def test_whoever_is_called_stands_large_with_what_they_came_for(view: View) -> None:
    view.window.press_key(Qt.Key.Key_1)

    view.window.wait_for("Otis Mbeki")
    view.window.wait_for("Came for: Cough since Friday")
    view.window.wait_for("Called to Room 2  ·  0 min")


def test_a_key_that_has_nothing_to_do_does_nothing(view: View) -> None:
    view.window.press_key(Qt.Key.Key_3)
    view.window.press_key(Qt.Key.Key_2)

    assert view.desk.calls.count("complete") == view.desk.calls.count("start") == 0
    assert not by_name.find(view.window.window, "Complete").enabled


def test_only_ones_own_line_is_shown_and_who_waits_for_whoever_is_free(view: View) -> None:
    view.desk.add(someone(22, "Ines Duarte", 4, None))
    view.window.wait_for("A 22, Ines Duarte")

    assert not view.window.shows("A 5, Rana Haddad")


def test_the_next_appointment_and_how_many_come_after_it_are_said(view: View) -> None:
    view.window.wait_for("10:40  ·  Tomas Eriksen")
    view.window.wait_for("4 more today  ·  the last at 16:20")


def test_who_did_not_come_is_absent_and_the_next_is_called(view: View) -> None:
    view.window.press_key(Qt.Key.Key_1)
    view.window.press_key(Qt.Key.Key_R)
    view.window.press_key(Qt.Key.Key_A)
    assert view.desk.places[OTIS].held_back is HeldBack.ABSENT

    view.window.press_key(Qt.Key.Key_1)

    assert view.status(TOVE) is QueueStatus.CALLED


def test_who_is_back_from_the_laboratory_is_called_by_a_tap(view: View) -> None:
    view.window.tap("A 20, Yuki Tanaka")
    view.window.settle()

    assert view.status(YUKI) is QueueStatus.CALLED


def test_a_mistake_is_taken_back_with_one_key(view: View) -> None:
    view.window.press_key(Qt.Key.Key_1)
    view.window.press_key(Qt.Key.Key_U)

    assert view.status(OTIS) is QueueStatus.WAITING
    view.window.wait_for("Call the next person when you are ready")


def test_an_emergency_takes_the_place_of_whoever_was_called(view: View) -> None:
    view.window.press_key(Qt.Key.Key_1)
    view.desk.add(someone(77, "Ada Berg", 1, HADDAD, triage_level=1, status=QueueStatus.CALLED))

    view.window.wait_for("Emergency: see at once  ·  1 min")
    view.window.wait_for("Ada Berg")


def test_a_queue_that_cannot_be_read_says_so_and_keeps_what_it_showed(view: View) -> None:
    view.desk.fault = Fault("disk_full", "no room")
    view.desk.tell()

    view.window.wait_for("The queue cannot be read just now. This is how it stood at 09:41.")
    assert view.window.shows("A 2, Tove Eriksen")


def test_nothing_of_a_patient_remains_when_the_doctor_signs_out(view: View) -> None:
    view.window.press_key(Qt.Key.Key_1)

    view.window.shell.lock()
    view.window.settle()

    assert not any("Otis" in name or "Eriksen" in name for name in view.window.names())
    screen: Any = view.window.shell.sections[0]  # Any: mypy sees a property's descriptor
    assert screen.nextName == ""
    assert screen.mine.rowCount() == 0
    assert screen.person.place is None


def test_a_reason_of_the_clinics_is_read_in_the_desks_own_language(view: View) -> None:
    view.window.shell.speak("fr")
    view.window.press_key(Qt.Key.Key_1)

    view.window.wait_for(f"{said('fr', 'Came for')}: Toux depuis vendredi")
