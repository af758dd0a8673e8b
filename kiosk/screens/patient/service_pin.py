"""The PIN pad before the service page: digits, of which only their number is ever shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import Pace, PatientScreen
from kiosk.screens.patient.service_desk import LetIn, NotLetIn, PinTried, ServiceDesk

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

FEWEST_DIGITS = 4
MOST_DIGITS = 12


@QmlElement
class ServicePinScreen(PatientScreen):
    """Says of a wrong PIN nothing but that it is wrong."""

    pace = Pace.INFORMATION
    page_file = "service/ServicePin.qml"
    leaves_silently = True
    offers = "service"

    pinChanged = Signal()
    problemChanged = Signal()

    def __init__(self, shell: PatientShell, desk: ServiceDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._pin = ""
        self._wrong = False
        self._wait_s = 0

    @Property(int, notify=pinChanged)
    def digits(self) -> int:
        """How many digits were typed."""
        return len(self._pin)

    @Property(bool, notify=pinChanged)
    def complete(self) -> bool:
        """Whether it may be a PIN."""
        return len(self._pin) >= FEWEST_DIGITS

    @Property(bool, notify=problemChanged)
    def wrong(self) -> bool:
        """Whether the last PIN let nobody in."""
        return self._wrong

    @Property(int, notify=problemChanged)
    def waitSeconds(self) -> int:
        """How long until the next try counts; 0 where it counts now."""
        return self._wait_s

    @Slot(str)
    def press(self, digit: str) -> None:
        """One digit more."""
        if self.awake and not self._wait_s and len(self._pin) < MOST_DIGITS:
            self._set_problem(wrong=False)
            self._set_pin(self._pin + digit)

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        if self.awake:
            self._set_pin(self._pin[:-1])

    @Slot()
    def submit(self) -> None:
        """Try the PIN, and forget it."""
        if not self.awake or self._wait_s or len(self._pin) < FEWEST_DIGITS:
            return
        pin = self._pin
        self._set_pin("")
        self.set_busy(True)
        self.shell.follow(self, self._desk.try_pin(pin), self._tried, self._failed)

    def typed(self, text: str) -> None:
        """Take digits of a keyboard."""
        if len(text) == 1 and text.isascii() and text.isdigit():
            self.press(text)

    def erased(self) -> None:
        """Take the last digit away."""
        self.erase()

    def scanned(self, text: str) -> None:
        """Nobody's PIN is on paper: what came in one go was typed by nobody."""
        self._set_pin("")

    @Slot()
    def leave(self) -> None:
        """Back to Home."""
        self.shell.reset()

    def _tried(self, answer: PinTried) -> None:
        from kiosk.screens.patient.service import ServiceScreen

        self.set_busy(False)
        match answer:
            case LetIn():
                self.shell.instead(ServiceScreen(self.shell, self._desk))
            case NotLetIn(wait_s=wait_s):
                self._set_problem(wrong=True, wait_s=wait_s)

    def _failed(self) -> None:
        """A broken world lets nobody in either, in the same words."""
        self._tried(NotLetIn())

    def _set_pin(self, pin: str) -> None:
        self._pin = pin
        self.pinChanged.emit()

    def _set_problem(self, *, wrong: bool, wait_s: int = 0) -> None:
        self._wrong, self._wait_s = wrong, wait_s
        if wait_s > 0:
            self.shell.time.after(1, self._count_down)
        self.problemChanged.emit()

    def _count_down(self) -> None:
        if self.shell.current_screen is self:
            self._set_problem(wrong=self._wait_s > 1, wait_s=self._wait_s - 1)
