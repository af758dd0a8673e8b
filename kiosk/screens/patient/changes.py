"""The screens behind "Something changed": a new phone number is typed here, all else becomes a word to the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.phone import PhoneScreen
from kiosk.screens.patient.screen import PatientScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChangesScreen(PatientScreen):
    """Asks what changed."""

    page_file = "changes/Changes.qml"

    def __init__(self, shell: PatientShell, phone: str, step: tuple[int, int], then: Callable[[str], None]) -> None:
        """`phone` is the old number, masked; `then` is given the new one, or nothing where something else changed."""
        super().__init__(shell)
        self._phone = phone
        self._then = then
        self.set_step(*step)

    @Property(str, constant=True)
    def phone(self) -> str:
        """The number that the clinic has, but for its ending; empty where it has none."""
        return self._phone

    @Slot()
    def changePhone(self) -> None:
        """Go on to type the new number."""
        if self.awake:
            self.shell.go(NewPhoneScreen(self.shell, self.on_the_way, self._then))

    @Slot()
    def tellDesk(self) -> None:
        """Leave it to the desk."""
        if self.awake:
            self._then("")


@QmlElement
class NewPhoneScreen(PhoneScreen):
    """Takes a new phone number, and hands it on."""

    page_file = "changes/NewPhone.qml"
    fewest_digits = 6
    """With fewer nobody is found again (`clinic.identity.phone_key`)."""

    def __init__(self, shell: PatientShell, step: tuple[int, int], then: Callable[[str], None]) -> None:
        super().__init__(shell)
        self._then = then
        self.set_step(*step)

    @Slot()
    def submit(self) -> None:
        """Hand the number on, if it may be one by which somebody is found again."""
        if self.awake and len(self.number.removeprefix("+")) >= self.fewest_digits:
            self._then(self.number)

    def scanned(self, text: str) -> None:
        """A code is no phone number."""
        self.clear()
