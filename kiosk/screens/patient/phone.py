"""The screen that asks for the phone number that the appointment was made with."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.identify import IdentifyScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

FEWEST_DIGITS = 4
MOST_DIGITS = 15
"""The longest international number (ITU-T E.164)."""


@QmlElement
class PhoneScreen(IdentifyScreen):
    """Takes a phone number, and leads on to the date of birth."""

    page_file = "phone/Phone.qml"
    phoneChanged = Signal()
    fewest_digits: ClassVar[int] = FEWEST_DIGITS

    def __init__(self, shell: PatientShell) -> None:
        super().__init__(shell)
        self._phone = ""
        self.set_step(1, 4)

    @property
    def number(self) -> str:
        """The number as typed."""
        return self._phone

    @Property(str, notify=phoneChanged)
    def phone(self) -> str:
        """The number as typed, in groups of three for the eye.

        After a plus it stands as typed: groups of three would cut a country's code in two.
        """
        if self._phone.startswith("+"):
            return self._phone
        return " ".join(self._phone[start : start + 3] for start in range(0, len(self._phone), 3))

    @Property(bool, notify=phoneChanged)
    def complete(self) -> bool:
        """Whether it may be a phone number."""
        return len(self._phone.removeprefix("+")) >= self.fewest_digits

    @Slot(str)
    def press(self, key: str) -> None:
        """Add a digit, or a plus sign in front."""
        if not self.awake or (key == "+" and self._phone):
            return
        if len(self._phone.removeprefix("+")) < MOST_DIGITS:
            self._set(self._phone + key)

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        if self.awake:
            self._set(self._phone[:-1])

    @Slot()
    def submit(self) -> None:
        """Go on to the date of birth; whether the number is known is never said on its own."""
        from kiosk.screens.patient.birth_date import BirthDateScreen

        if self.awake and len(self._phone.removeprefix("+")) >= FEWEST_DIGITS:
            self.set_not_found(False)
            self.shell.go(BirthDateScreen(self.shell, self))

    def typed(self, text: str) -> None:
        """Take digits and the plus sign of a keyboard."""
        if text == "+" or (text.isascii() and text.isdigit()):
            self.press(text)

    def erased(self) -> None:
        """Take the last digit away."""
        self.erase()

    def clear(self) -> None:
        """Forget the number."""
        self._phone = ""
        self.phoneChanged.emit()

    def _set(self, phone: str) -> None:
        self._phone = phone
        self.set_not_found(False)
        self.phoneChanged.emit()
