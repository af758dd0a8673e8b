"""The screen for everything that ends a visit kindly: too early, please ask at the desk, no numbers left."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import Pace, PatientScreen
from kiosk.screens.wording import clock_time, day_and_time
from server_sync.desk.outcomes import NoNumbersLeft, TooEarly

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NoticeScreen(PatientScreen):
    """One sentence, and what to do now."""

    page_file = "notice/Notice.qml"
    pace = Pace.INFORMATION
    opensChanged = Signal()

    @QEnum
    class Kind(IntEnum):
        """What is to be told."""

        TOO_EARLY = 0
        DESK = 1
        NO_APPOINTMENT = 2
        NO_NUMBERS = 3
        FAULT = 4

    def __init__(
        self, shell: PatientShell, kind: Kind, *, early: TooEarly | None = None, closed: NoNumbersLeft | None = None
    ) -> None:
        super().__init__(shell)
        self.wordsChanged.connect(self.opensChanged)
        self._kind = kind
        self._early = early
        self._closed = closed

    @Property(int, constant=True)
    def kind(self) -> int:
        """What is to be told, a `Kind`."""
        return int(self._kind)

    @Property(str, notify=opensChanged)
    def opens(self) -> str:
        """From when they may check in."""
        if self._early is None:
            return ""
        return day_and_time(self._early.opens_at, self.shell.now().date(), self.shell.interpreter.locale)

    @Property(str, constant=True)
    def starts(self) -> str:
        """When their appointment is."""
        return clock_time(self._early.starts_at) if self._early else ""

    @Property(str, constant=True)
    def openingHours(self) -> str:
        """When the clinic is open."""
        return self._closed.opening_hours if self._closed else self.shell.clinic.opening_hours

    @Property(str, constant=True)
    def clinicPhone(self) -> str:
        """The clinic's phone number."""
        return self._closed.clinic_phone if self._closed else self.shell.clinic.phone

    @Property(bool, constant=True)
    def wantsHelp(self) -> bool:
        """Whether the way on is to call somebody, and not to come back later."""
        return self._kind not in (self.Kind.TOO_EARLY, self.Kind.NO_NUMBERS)

    @Slot()
    def callForHelp(self) -> None:
        """Lead to the screen that calls somebody."""
        self.shell.callForHelp()

    @Slot()
    def done(self) -> None:
        """End the session."""
        if self.awake:
            self.shell.reset()
