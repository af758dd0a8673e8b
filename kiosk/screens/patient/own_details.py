"""Phone number and date of birth as a person gives them for themselves, where nobody is looked up with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.birth_date import BirthDateScreen
from kiosk.screens.patient.phone import FEWEST_DIGITS, PhoneScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OwnPhoneScreen(PhoneScreen):
    """Takes a phone number, or none, and hands it on."""

    page_file = "phone/OwnPhone.qml"

    def __init__(self, shell: PatientShell, step: tuple[int, int], then: Callable[[str], None]) -> None:
        super().__init__(shell)
        self._then = then
        self.set_step(*step)

    @Slot()
    def submit(self) -> None:
        """Hand the number on; none at all is an answer, half of one is not."""
        typed = len(self.number.removeprefix("+"))
        if self.awake and (self.number == "" or typed >= FEWEST_DIGITS):
            self._then(self.number)

    def scanned(self, text: str) -> None:
        """A code is no phone number."""
        self.clear()


@QmlElement
class OwnBirthDateScreen(BirthDateScreen):
    """Takes a date of birth and hands it on."""

    page_file = "birthdate/OwnBirthDate.qml"

    def __init__(
        self, shell: PatientShell, phone: PhoneScreen, step: tuple[int, int], then: Callable[[date], None]
    ) -> None:
        super().__init__(shell, phone)
        self._then = then
        self.set_step(*step)

    def scanned(self, text: str) -> None:
        """A code is no date."""
        self.clear()

    def _look_up(self) -> None:
        born = self._date()
        if born is None:
            self.say_not_found()
        else:
            self._then(born)
