"""The first screen: what this machine does, in which languages, and the three ways on."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.language_choice import LanguageChoice
from kiosk.screens.wording import clock_time

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

NOON = 12
EVENING = 18


@QmlElement
class HomeScreen(LanguageChoice):
    """Greets, shows the clinic's clock, and takes what a scanner reads."""

    page_file = "home/Home.qml"
    clockChanged = Signal()

    @QEnum
    class PartOfDay(IntEnum):
        """When a greeting is said."""

        MORNING = 0
        AFTERNOON = 1
        EVENING = 2

    def __init__(self, shell: PatientShell) -> None:
        super().__init__(shell)
        shell.minuteChanged.connect(self.clockChanged)

    def scanned(self, text: str) -> None:
        """Look the code up as if it had been typed on the next screen."""
        from kiosk.screens.patient.booking_code import BookingCodeScreen

        if self.awake:
            screen = BookingCodeScreen(self.shell)
            self.shell.go(screen)
            screen.scanned(text)

    @Property(str, constant=True)
    def clinicName(self) -> str:
        """The clinic's name."""
        return self.shell.clinic.name

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        """Hours and minutes at the clinic."""
        return clock_time(self.shell.now())

    @Property(int, notify=clockChanged)
    def partOfDay(self) -> int:
        """Which greeting fits, a `PartOfDay`."""
        hour = self.shell.now().hour
        return int((hour >= NOON) + (hour >= EVENING))

    @Slot()
    def haveAppointment(self) -> None:
        """Go on to identify."""
        from kiosk.screens.patient.booking_code import BookingCodeScreen

        if self.awake:
            self.shell.go(BookingCodeScreen(self.shell))

    @Slot()
    def haveNone(self) -> None:
        """Go on to say why one comes."""
        from kiosk.screens.patient.walk_in import ask_reasons

        if self.awake:
            ask_reasons(self)

    @Slot()
    def bookOne(self) -> None:
        """Go on to book an appointment."""
        from kiosk.screens.patient.booking import ask_doctors

        if self.awake:
            ask_doctors(self)

    @Slot()
    def lookUpPlace(self) -> None:
        """Go on to find one's place in the queue."""
        from kiosk.screens.patient.my_place import PlacePhoneScreen

        if self.awake:
            self.shell.go(PlacePhoneScreen(self.shell))
