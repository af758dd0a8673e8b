"""The scenes of the patient's kiosk, for pictures of them and for whoever checks how they look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from kiosk.screens.patient.feedback import FeedbackScreen
from kiosk.screens.patient.screen import PatientScreen
from kiosk.screens.patient.service_desk import Contact
from kiosk.screens.surface import Ease
from server_sync.desk.outcomes import PrintOutcome
from server_sync.desk.self_service import WalkIn
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import AMARA, JOAN, JOAN_BORN, JOAN_PHONE, LIAN, PRIYA, TOMAS, FakeFrontDesk
from tests.screens.kiosk_window import KioskWindow
from tests.screens.looked_at import Look

Screen = TypeVar("Screen", bound=PatientScreen)
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080), "small": (1024, 768)}
EASES = {
    "contrast": Ease(high_contrast=True),
    "large": Ease(larger_text=True),
    "lowered": Ease(lowered=True),
}


def take(look: Look, language: str, width: int, height: int, ease: Ease | None = None) -> None:
    """Every screen in one language, size and mode; `look` is told of each."""
    window = KioskWindow(width, height, front_desk=FakeFrontDesk())
    window.shell.speak(language)
    try:
        for name in scenes(window, language, ease or Ease()):
            window.settle()
            look(window, name)
    finally:
        window.close()


def scenes(window: KioskWindow, language: str, ease: Ease) -> Iterator[str]:
    """Lead the window through everything that it can show; yields each scene's name while it stands."""
    from kiosk.screens.patient.birth_date import BirthDateScreen
    from kiosk.screens.patient.booking_code import BookingCodeScreen
    from kiosk.screens.patient.confirm import ConfirmScreen
    from kiosk.screens.patient.ease import EaseScreen
    from kiosk.screens.patient.help import HelpScreen
    from kiosk.screens.patient.language import LanguageScreen
    from kiosk.screens.patient.notice import NoticeScreen
    from kiosk.screens.patient.phone import PhoneScreen

    shell, desk = window.shell, window.front_desk

    def begin() -> None:
        shell.reset()
        window.settle()
        shell.speak(language)
        shell.set_ease(ease)

    def identified(code: str) -> None:
        begin()
        shell.current_screen.scanned(code)
        window.settle()

    def checked_in(code: str) -> None:
        identified(code)
        screen = shell.current_screen
        assert isinstance(screen, ConfirmScreen)
        screen.yes()
        window.settle()

    begin()
    yield "home"
    shell.set_connection(offline=True, pending=3)
    yield "home-offline"
    shell.set_connection(offline=False, pending=0)
    booking = BookingCodeScreen(shell)
    shell.go(booking)
    yield "booking-code"
    for digit in "1234567":
        booking.press(digit)
    yield "booking-code-typed"
    booking.press("0")
    booking.submit()
    yield "not-found"
    phone = PhoneScreen(shell)
    shell.go(phone)
    for digit in JOAN_PHONE:
        phone.press(digit)
    yield "phone"
    birth = BirthDateScreen(shell, phone)
    shell.go(birth)
    yield "birth-day"
    birth.press("1")
    birth.press("4")
    yield "birth-month"
    birth.chooseMonth(JOAN_BORN.month)
    yield "birth-year"
    identified(AMARA)
    yield "choose"
    identified(JOAN)
    yield "confirm"
    checked_in(PRIYA)
    yield "pay"
    desk.print_gate.clear()
    checked_in(JOAN)
    window.wait_until(lambda: getattr(shell.current_screen, "followModules", 0) > 0)
    yield "ticket-printing"
    desk.prints = PrintOutcome.FAILED
    desk.print_gate.set()
    yield "ticket-failed"
    checked_in(JOAN)
    window.wait_until(lambda: getattr(shell.current_screen, "followModules", 0) > 0)
    yield "ticket-again"
    desk.prints = PrintOutcome.PRINTED
    checked_in(LIAN)
    window.wait_until(lambda: getattr(shell.current_screen, "followModules", 0) > 0)
    yield "ticket-late"
    identified(TOMAS)
    yield "too-early"
    for kind in (
        NoticeScreen.Kind.DESK,
        NoticeScreen.Kind.NO_APPOINTMENT,
        NoticeScreen.Kind.NO_NUMBERS,
        NoticeScreen.Kind.FAULT,
    ):
        begin()
        shell.go(NoticeScreen(shell, kind))
        yield f"notice-{kind.name.lower().replace('_', '-')}"
    yield from self_service(window, begin)
    begin()
    call = HelpScreen(shell)
    shell.go(call)
    yield "help"
    call.call()
    yield "help-called"
    begin()
    shell.go(HelpScreen(shell, not_found=True))
    yield "help-not-found"
    begin()
    shell.go(EaseScreen(shell))
    yield "ease"
    begin()
    shell.go(LanguageScreen(shell))
    yield "language"
    yield from service(window, begin)
    begin()
    shell.go(BookingCodeScreen(shell))
    window.time.advance(61 * (3 if ease.more_time else 1))
    yield "more-time"
    desk.fault = Fault("disk_full", "no room")
    begin()


def service(window: KioskWindow, begin: Callable[[], None]) -> Iterator[str]:
    """What stands behind the corner of the screen, and an admin's PIN."""
    from kiosk.screens.patient.service import ServiceScreen
    from kiosk.screens.patient.service_pin import ServicePinScreen

    shell, desk = window.shell, window.service_desk
    begin()
    desk.misses = 2
    pin = ServicePinScreen(shell, desk)
    shell.go(pin)
    for digit in "4027":
        pin.press(digit)
    pin.submit()
    yield "service-pin"
    begin()
    desk.state = replace(desk.state, printer="paper_out", contact=Contact.OFFLINE, pending=14)
    desk.outcome = "failed"
    page = ServiceScreen(shell, desk)
    shell.go(page)
    page.scanned("https://clinic.example/q/40718253")
    page.printTestPage()
    yield "service"
    page.askToClose()
    yield "service-closing"


def self_service(window: KioskWindow, begin: Callable[[], None]) -> Iterator[str]:
    """Walking in, booking, one's place in the queue, and what one thought of the visit."""
    from kiosk.screens.patient.home import HomeScreen
    from kiosk.screens.patient.my_place import PlacePhoneScreen
    from kiosk.screens.patient.text import TextScreen
    from kiosk.screens.patient.walk_in import ReasonScreen

    shell, desk = window.shell, window.front_desk

    def current(kind: type[Screen]) -> Screen:
        window.settle()
        screen = shell.current_screen
        assert isinstance(screen, kind), screen
        return screen

    begin()
    shell.go(ReasonScreen(shell))
    yield "walk-in-reason"
    current(ReasonScreen).showMore()
    yield "walk-in-more-reasons"
    current(ReasonScreen).choose(6)
    yield "walk-in-red-flag"
    yield from _after_the_red_flag(window, begin)
    desk.promises = False
    for kept in (True, False):
        desk.promises = kept
        begin()
        home = current(HomeScreen)
        home.bookOne()
        yield from _booking(window, "booking" if kept else "booking-provisional")
    desk.promises = True
    begin()
    shell.go(PlacePhoneScreen(shell))
    yield "place-phone"
    for code in ("waits", "called", "over"):
        begin()
        shell.go(PlacePhoneScreen(shell))
        current(PlacePhoneScreen).scanned(code)
        window.settle()
        yield f"place-{code}"
    current(FeedbackScreen).choose(4)
    current(TextScreen).submit()
    yield "feedback-thanks"


def _after_the_red_flag(window: KioskWindow, begin: Callable[[], None]) -> Iterator[str]:
    from kiosk.screens.patient.own_details import OwnPhoneScreen
    from kiosk.screens.patient.text import TextScreen
    from kiosk.screens.patient.walk_in import NeedsScreen, RedFlagScreen

    shell = window.shell
    flag = shell.current_screen
    assert isinstance(flag, RedFlagScreen)
    flag.none()
    yield "walk-in-name"
    name = shell.current_screen
    assert isinstance(name, TextScreen)
    for letter in "Mary":
        name.press(letter)
    name.submit()
    yield "walk-in-phone"
    phone = shell.current_screen
    assert isinstance(phone, OwnPhoneScreen)
    phone.submit()
    window.settle()
    needs = shell.current_screen
    assert isinstance(needs, NeedsScreen)
    needs.toggle(1)
    yield "walk-in-needs"
    needs.submit()
    window.settle()
    window.wait_until(lambda: getattr(shell.current_screen, "followModules", 0) > 0)
    yield "ticket-walk-in"
    begin()
    flag = RedFlagScreen(shell, WalkIn("Pain"))
    shell.go(flag)
    flag.tellStaff()
    yield "walk-in-alarm"


def _booking(window: KioskWindow, name: str) -> Iterator[str]:
    from kiosk.screens.patient.booking import PickScreen
    from kiosk.screens.patient.booking_check import BookingCheckScreen
    from kiosk.screens.patient.own_details import OwnBirthDateScreen, OwnPhoneScreen
    from kiosk.screens.patient.text import TextScreen

    shell = window.shell
    for question in ("doctor", "day", "time"):
        window.settle()
        pick = shell.current_screen
        assert isinstance(pick, PickScreen)
        if name == "booking" or question == "time":
            yield f"{name}-{question}"
        pick.choose(0)
    window.settle()
    text = shell.current_screen
    assert isinstance(text, TextScreen)
    text.typed("Wolfeschlegelsteinhausenbergerdorff Maria-Magdalena Anastasia")
    if name == "booking":
        yield "booking-name"
    text.submit()
    window.settle()
    phone = shell.current_screen
    assert isinstance(phone, OwnPhoneScreen)
    phone.submit()
    window.settle()
    birth = shell.current_screen
    assert isinstance(birth, OwnBirthDateScreen)
    birth.press("2")
    birth.press("9")
    birth.chooseMonth(2)
    for digit in "2000":
        birth.press(digit)
    birth.submit()
    window.settle()
    check = shell.current_screen
    assert isinstance(check, BookingCheckScreen)
    if name == "booking":
        yield "booking-check"
    check.yes()
    yield f"{name}-slip"
