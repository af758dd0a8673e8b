"""What the screens have in common that offer the languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.languages import LanguageList
from kiosk.screens.patient.screen import PatientScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LanguageChoice(PatientScreen):
    """Offers every language in its own name; a choice is in force at once."""

    offers = "languages"

    chosenChanged = Signal()

    def __init__(self, shell: PatientShell) -> None:
        super().__init__(shell)
        self.wordsChanged.connect(self.chosenChanged)

    @Property(LanguageList, constant=True)
    def languages(self) -> LanguageList:
        """The languages that the clinic offers."""
        return self.shell.offered

    @Property(str, notify=chosenChanged)
    def chosen(self) -> str:
        """The code of the language in force."""
        return self.shell.interpreter.language.code

    @Slot(str)
    def choose(self, code: str) -> None:
        """Speak it."""
        if self.awake:
            self.shell.speak(code)
