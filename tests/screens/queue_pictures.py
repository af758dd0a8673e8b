"""The scenes of the queue board and the doctor's view, for pictures of them and for whoever checks how they look."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.screens.reception.doctor import DoctorScreen
from kiosk.screens.reception.queue import QueueScreen
from server_sync.clinic.roles import Role
from server_sync.clinic.visits import HeldBack, QueueStatus
from server_sync.desk.queue.at_desk import ComingToday, Expected
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import at
from tests.fakes.queue_desk import DESK, HADDAD, LINDQVIST, OKAFOR, FakeQueueDesk, someone
from tests.fakes.staff_desk import DOCTOR, NURSE
from tests.screens.looked_at import Look
from tests.screens.staff_window import StaffWindow

SIZES = {"landscape": (1920, 1080), "small": (1024, 768)}
NAMES = ("Meera Iyer", "Pavel Novak", "Lian Chen", "Otis Mbeki", "Yuki Tanaka", "Sol Abara", "Tove Eriksen")


def take(look: Look, language: str, width: int, height: int) -> None:
    """Every scene in one language and size."""
    desk = FakeQueueDesk(role=Role.NURSE)
    window = StaffWindow(width, height, sections=lambda shell: (QueueScreen(shell, desk), DoctorScreen(shell, desk)))
    board, doctor = window.shell.sections
    assert isinstance(board, QueueScreen)
    assert isinstance(doctor, DoctorScreen)
    try:
        window.sign_in(NURSE)
        window.shell.speak(language)
        for name in scenes(window, board, desk):
            window.settle()
            look(window, name)
        window.shell.reset()
        window.shell.speak("en")
        window.sign_in(DOCTOR)
        window.shell.speak(language)
        for name in visits(window, doctor, desk):
            window.settle()
            look(window, name)
    finally:
        window.close()


def few(desk: FakeQueueDesk) -> None:
    """An ordinary morning."""
    desk.places.clear()
    inside, called = QueueStatus.IN_CONSULTATION, QueueStatus.CALLED
    desk.add(
        someone(17, "Jo Sandoval", 12, status=inside, booked_for=at(9, 20)),
        someone(18, "Meera Iyer", 22, triage_level=3, special_reason="age"),
        someone(12, "Pavel Novak", 48, over_target_min=3, triage_level=4),
        someone(6, "Lian Chen", 9, booked_for=at(10, 40)),
        someone(5, "Rana Haddad", 2, LINDQVIST, status=called, called_by=DESK, booked_for=at(9, 45)),
        someone(19, "Sol Abara", 2, LINDQVIST, is_verified=False),
        someone(2, "Tove Eriksen-Bartholomew", 31, HADDAD, triage_level=3),
        someone(14, "Otis Mbeki", 27, HADDAD, booked_for=at(9, 30), special_reason="disability"),
        someone(20, "Yuki Tanaka", 1, HADDAD, held_back=HeldBack.PARKED),
        someone(21, "", 14, HADDAD, held_back=HeldBack.ABSENT, absent_count=1),
        someone(22, "Ines Duarte", 4, None),
    )


def scenes(window: StaffWindow, screen: QueueScreen, desk: FakeQueueDesk) -> Iterator[str]:
    """Lead the board through what it can show; yields each scene's name while it stands."""
    yield "empty"
    few(desk)
    window.settle()
    screen.pick(18)
    yield "few"
    screen.pick(12)
    screen.call()
    yield "reason"
    screen.dismiss()
    screen.askTransfer()
    yield "transfer"
    screen.askTriage()
    yield "triage"
    screen.dismiss()
    screen.callNextAt(2)
    window.settle()
    yield "called"
    screen.pick(12)
    screen.askTriage()
    screen.triageAs(1)
    window.settle()
    yield "alarm"
    desk.fault = Fault("disk_full", "no room")
    screen.readAgain()
    window.settle()
    yield "failed"
    desk.fault = None
    desk.places.clear()
    desk.add(*(someone(n, NAMES[n % len(NAMES)], 60 - n, (OKAFOR, HADDAD, LINDQVIST)[n % 3]) for n in range(1, 41)))
    window.settle()
    screen.pick(desk_last(desk))
    yield "many"


def visits(window: StaffWindow, screen: DoctorScreen, desk: FakeQueueDesk) -> Iterator[str]:
    """Lead the doctor's view through a visit."""
    desk.places.clear()
    desk.tell()
    window.settle()
    yield "doctor-empty"
    few(desk)
    desk.next_appointment = ComingToday(Expected(at(10, 40), "Tomas Eriksen", "Check of blood pressure"), 5, at(16, 20))
    desk.tell()
    window.settle()
    yield "doctor-ready"
    screen.callNext()
    window.settle()
    yield "doctor-called"
    screen.start()
    window.settle()
    yield "doctor-inside"


def desk_last(desk: FakeQueueDesk) -> int:
    """The last of the first doctor's line."""
    return max(place.id for place in desk.places.values() if place.doctor_id == OKAFOR.id)
