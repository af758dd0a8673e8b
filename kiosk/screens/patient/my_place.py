"""The way of somebody who wants to know where they stand: by their ticket's code, or by phone and date of birth."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.birth_date import BirthDateScreen
from kiosk.screens.patient.identify import IdentifyScreen
from kiosk.screens.patient.phone import FEWEST_DIGITS, PhoneScreen
from kiosk.screens.patient.screen import Pace, PatientScreen
from server_sync.desk.self_service import MyPlace, PlaceFound, Stage

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


def show_place(screen: IdentifyScreen, found: PlaceFound) -> None:
    """Lead from a question to its answer: the place, the faces after a visit, or the calm sentence."""
    from kiosk.screens.patient.feedback import FeedbackScreen

    if not isinstance(found, MyPlace):
        screen.refuse()
    elif found.stage is Stage.OVER:
        screen.shell.instead(FeedbackScreen(screen.shell, found.follow_code))
    else:
        screen.shell.instead(MyPlaceScreen(screen.shell, found))


@QmlElement
class PlacePhoneScreen(PhoneScreen):
    """Asks for the phone number of somebody who waits, and takes their ticket's code."""

    page_file = "myplace/PlacePhone.qml"

    def __init__(self, shell: PatientShell) -> None:
        super().__init__(shell)
        self.set_step(1, 2)

    @Slot()
    def submit(self) -> None:
        """Go on to the date of birth."""
        if self.awake and len(self.number.removeprefix("+")) >= FEWEST_DIGITS:
            self.set_not_found(False)
            self.shell.go(PlaceBirthDateScreen(self.shell, self))

    def scanned(self, text: str) -> None:
        """Look the ticket up."""
        if self.awake:
            self.clear()
            self.shell.ask(self, self.shell.front_desk.place_by_ticket(text), lambda found: show_place(self, found))


@QmlElement
class PlaceBirthDateScreen(BirthDateScreen):
    """Asks for the date of birth of somebody who waits."""

    page_file = "myplace/PlaceBirthDate.qml"

    def __init__(self, shell: PatientShell, phone: PhoneScreen) -> None:
        super().__init__(shell, phone)
        self.set_step(2, 2)

    def _look_up(self) -> None:
        born = self._date()
        if born is None:
            self.say_not_found()
        else:
            request = self.shell.front_desk.place_by_phone(self._phone.number, born)
            self.shell.ask(self, request, lambda found: show_place(self, found))


@QmlElement
class MyPlaceScreen(PatientScreen):
    """Tells somebody how many are before them and how long it may take, or where they are called."""

    page_file = "myplace/MyPlace.qml"
    pace = Pace.RESULT

    @QEnum
    class Where(IntEnum):
        """Where they stand."""

        WAITING = 0
        NEXT = 1
        CALLED = 2

    def __init__(self, shell: PatientShell, place: MyPlace) -> None:
        super().__init__(shell)
        self._place = place

    @Property(int, constant=True)
    def where(self) -> int:
        """Where they stand, a `Where`."""
        if self._place.stage is Stage.CALLED:
            return int(self.Where.CALLED)
        return int(self.Where.WAITING if self._place.people_ahead else self.Where.NEXT)

    @Property(str, constant=True)
    def number(self) -> str:
        """Their number."""
        return self._place.short_number

    @Property(str, constant=True)
    def room(self) -> str:
        """Where they are called to."""
        return self._place.room

    @Property(str, constant=True)
    def area(self) -> str:
        """Where to wait."""
        return self._place.waiting_area

    @Property(int, constant=True)
    def peopleAhead(self) -> int:
        """How many are called before."""
        return self._place.people_ahead

    @Property(int, constant=True)
    def waitLower(self) -> int:
        """The shorter end of the wait in minutes."""
        return self._place.wait.lower_min if self._place.wait and not self._is_next else 0

    @Property(int, constant=True)
    def waitUpper(self) -> int:
        """The longer end of the wait in minutes; 0 where nothing honest can be said, and for the urgent."""
        return self._place.wait.upper_min if self._place.wait and not self._is_next else 0

    @property
    def _is_next(self) -> bool:
        return self._place.wait is not None and self._place.wait.is_next

    @Slot()
    def done(self) -> None:
        """End the session."""
        if self.awake:
            self.shell.reset()
