"""The screen "Easier to see and reach": larger text, high contrast, a lower screen, more time, a voice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import PatientScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EaseScreen(PatientScreen):
    """Each choice is in force at once, and ends with the session."""

    offers = "ease"
    page_file = "ease/Ease.qml"
    easeChanged = Signal()

    def __init__(self, shell: PatientShell) -> None:
        super().__init__(shell)
        shell.easeChanged.connect(self.easeChanged)

    @Property(bool, notify=easeChanged)
    def largerText(self) -> bool:
        """Whether text stands at one and a half times its size."""
        return self.shell.ease.larger_text

    @Property(bool, notify=easeChanged)
    def highContrast(self) -> bool:
        """Whether yellow stands on black."""
        return self.shell.ease.high_contrast

    @Property(bool, notify=easeChanged)
    def lowered(self) -> bool:
        """Whether every control stands in the lower half."""
        return self.shell.ease.lowered

    @Property(bool, notify=easeChanged)
    def moreTime(self) -> bool:
        """Whether everything waits three times as long."""
        return self.shell.ease.more_time

    @Property(bool, notify=easeChanged)
    def readAloud(self) -> bool:
        """Whether the screens are read aloud."""
        return self.shell.ease.read_aloud

    @Property(bool, constant=True)
    def canReadAloud(self) -> bool:
        """Whether this machine has a voice."""
        return self.shell.can_read_aloud

    @Slot()
    def toggleReadAloud(self) -> None:
        """Turn it on or off."""
        self.shell.set_ease(replace(self.shell.ease, read_aloud=not self.shell.ease.read_aloud))

    @Slot()
    def toggleLargerText(self) -> None:
        """Turn it on or off."""
        self.shell.set_ease(replace(self.shell.ease, larger_text=not self.shell.ease.larger_text))

    @Slot()
    def toggleHighContrast(self) -> None:
        """Turn it on or off."""
        self.shell.set_ease(replace(self.shell.ease, high_contrast=not self.shell.ease.high_contrast))

    @Slot()
    def toggleLowered(self) -> None:
        """Turn it on or off."""
        self.shell.set_ease(replace(self.shell.ease, lowered=not self.shell.ease.lowered))

    @Slot()
    def toggleMoreTime(self) -> None:
        """Turn it on or off."""
        self.shell.set_ease(replace(self.shell.ease, more_time=not self.shell.ease.more_time))

    @Slot()
    def done(self) -> None:
        """Return to where they were, without losing what they chose."""
        if self.awake:
            self.shell.back()
