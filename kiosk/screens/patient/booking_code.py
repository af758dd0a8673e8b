"""The screen that asks for the booking code: eight digits on a keypad, or the code held before the scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.identify import IdentifyScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

CODE_DIGITS = 8


@QmlElement
class BookingCodeScreen(IdentifyScreen):
    """Takes a booking code."""

    page_file = "bookingcode/BookingCode.qml"
    codeChanged = Signal()

    def __init__(self, shell: PatientShell) -> None:
        super().__init__(shell)
        self._code = ""
        self.set_step(1, 3)

    @Property(str, notify=codeChanged)
    def code(self) -> str:
        """The digits so far."""
        return self._code

    @Property(bool, notify=codeChanged)
    def complete(self) -> bool:
        """Whether eight digits stand there."""
        return len(self._code) == CODE_DIGITS

    @Slot(str)
    def press(self, digit: str) -> None:
        """Add a digit, while there is room."""
        if self.awake and len(self._code) < CODE_DIGITS:
            self._set(self._code + digit)

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        if self.awake:
            self._set(self._code[:-1])

    @Slot()
    def submit(self) -> None:
        """Look the code up."""
        if self.awake and len(self._code) == CODE_DIGITS:
            self.identify(self.shell.front_desk.find_by_booking_code(self._code))

    @Slot()
    def anotherWay(self) -> None:
        """Ask for phone and date of birth instead."""
        from kiosk.screens.patient.phone import PhoneScreen

        if self.awake:
            self.clear()
            self.shell.go(PhoneScreen(self.shell))

    def typed(self, text: str) -> None:
        """Take digits of a keyboard."""
        if text.isascii() and text.isdigit():
            self.press(text)

    def erased(self) -> None:
        """Take the last digit away."""
        self.erase()

    def clear(self) -> None:
        """Forget the code."""
        self._code = ""
        self.codeChanged.emit()

    def _set(self, code: str) -> None:
        self._code = code
        self.set_not_found(False)
        self.codeChanged.emit()
