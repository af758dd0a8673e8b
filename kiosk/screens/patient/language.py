"""The screen to change the language in the midst of a visit."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.language_choice import LanguageChoice

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LanguageScreen(LanguageChoice):
    """A choice returns to where the person was."""

    page_file = "language/Language.qml"

    @Slot(str)
    def choose(self, code: str) -> None:
        """Speak it, and return."""
        if self.awake:
            self.shell.speak(code)
            self.shell.back()
