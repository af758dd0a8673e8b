"""The scenes of reception's people, for pictures of them and for whoever checks how they look."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from kiosk.screens.reception.alerts import AlertsScreen
from kiosk.screens.reception.people import PeopleScreen
from kiosk.screens.reception.settle import SettleScreen
from kiosk.screens.reception.today import TodayScreen
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.staff.shell import StaffShell
from tests.fakes.people_desk import BLOCK, MEERA, FakePeopleDesk, coming
from tests.fakes.settling_desk import LOST, PHONES, TAKEN, TWINS, FakeSettlingDesk
from tests.screens.looked_at import Look
from tests.screens.staff_window import StaffWindow

SIZES = {"landscape": (1920, 1080), "small": (1024, 768)}


def take(look: Look, language: str, width: int, height: int) -> None:
    """Every scene in one language and size."""
    people = FakePeopleDesk()
    people.day = [
        coming(1, 8, 30, "Joan Sample", "completed", "B 3"),
        coming(2, 9, 0, "Amara Diallo", "in_progress", "B 9"),
        coming(3, 9, 30, "Meera Iyer"),
        coming(4, 9, 45, "Lian Chen", "cancelled"),
        coming(7, 10, 20, "Wolfeschlegelsteinhausenbergerdorff, Maximiliana-Theodora"),
        coming(8, 14, 0, "Tomas Novak", "scheduled"),
    ]

    def sections(shell: StaffShell) -> list[StaffSection]:
        return [PeopleScreen(shell, people), TodayScreen(shell, people), SettleScreen(shell, settling)]

    settling = FakeSettlingDesk([PHONES, TAKEN, TWINS], lost=[LOST])
    window = StaffWindow(width, height, sections=sections, strip=lambda shell: AlertsScreen(shell, settling))
    window.shell.speak(language)
    try:
        for name in scenes(window, settling):
            window.settle()
            look(window, name)
    finally:
        window.close()


def scenes(window: StaffWindow, settling: FakeSettlingDesk) -> Iterator[str]:
    """Lead the window through everything; yields each scene's name while it stands."""
    shell = window.shell
    window.settle()
    yield "sign-in"
    shell.sign_in_screen.choose(1)
    window.keys("402")
    yield "pin"
    shell.sign_in_screen.press("9")
    shell.sign_in_screen.submit()
    window.settle()
    yield "pin-wrong"
    for digit in "402718":
        shell.sign_in_screen.press(digit)
    shell.sign_in_screen.submit()
    window.settle()
    screen = shell.sections[0]
    assert isinstance(screen, PeopleScreen)
    shell.open("people")
    yield "people-empty"
    screen.search("i")
    window.settle()
    yield "people-found"
    screen.choose(str(MEERA.id))
    window.settle()
    yield "person"
    shell.set_connection(offline=True, pending=14)
    screen.startChange()
    shell.set_keyboard(True)
    yield "change"
    screen.back()
    screen.search("Mira Iyer")
    screen.startNew()
    screen.person_form.type("born", "31 2 1990")
    screen.submit()
    yield "register"
    screen.person_form.type("born", "2 2 1948")
    screen.submit()
    window.settle()
    yield "alike"
    screen.isSomebodyElse()
    window.settle()
    yield "waits"
    screen.dismiss()
    settling.call(901)
    settling.call(902, cause="printer_paper_out")
    today, settle = shell.sections[1], shell.sections[2]
    assert isinstance(today, TodayScreen)
    assert isinstance(settle, SettleScreen)
    shell.open("today")
    shell.hear_news()
    window.settle()
    today.choose(str(BLOCK + 3))
    yield "today"
    today.askToCancel()
    yield "call-off"
    today.keep()
    shell.open("settle")
    window.settle()
    yield "settle"
    for key in ("conflict:1", "conflict:2", "conflict:3", "refused:9"):
        settle.choose(key)
        yield "settle-" + key.replace(":", "-")
    settle.choose("conflict:1")
    settle.take("medical_history/allergies", "offered")
    settle.typeOwn("phone", "07700 900018")
    yield "settle-as-chosen"
    window.key(Qt.Key.Key_Shift)
    window.time.advance(101)
    yield "still-there"
    window.key(Qt.Key.Key_Shift)
    shell.show_fault()
    yield "fault"
