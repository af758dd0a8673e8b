"""The screen that shows a person's number, and with it where to go and how long it may take."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.printing_state import PrintingScreen
from kiosk.screens.patient.screen import Pace
from kiosk.screens.qr import QrPicture, qr_picture
from server_sync.desk.outcomes import Ticket

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

NEXT_WITHIN_MIN = 5
"""With nobody ahead and at most so many minutes to wait, a person is told that they are next."""


@QmlElement
class TicketScreen(PrintingScreen):
    """The number first; the paper and the code for the phone follow when they can."""

    page_file = "ticket/Ticket.qml"
    pace = Pace.RESULT
    on_festive_ground = True
    followChanged = Signal()

    def __init__(self, shell: PatientShell, ticket: Ticket, *, again: bool) -> None:
        """`again`: they had checked in before, and nothing was printed now."""
        super().__init__(shell)
        self._ticket = ticket
        self._again = again
        self._follow = QrPicture()

    def shown(self) -> None:
        """Follow the paper, and draw the code for the phone."""
        ticket, shell = self._ticket, self.shell
        self.follow_print(None if self._again else ticket.print_job_uid)
        if ticket.follow_url:
            shell.follow(self, asyncio.to_thread(qr_picture, ticket.follow_url), self._drawn, lambda: None)

    @Property(str, constant=True)
    def number(self) -> str:
        """The number as seen and spoken."""
        return self._ticket.short_number

    @Property(str, constant=True)
    def area(self) -> str:
        """Where to wait."""
        return self._ticket.waiting_area

    @Property(str, constant=True)
    def room(self) -> str:
        """Where the clinician will be."""
        return self._ticket.room

    @Property(str, constant=True)
    def doctor(self) -> str:
        """The clinician."""
        return self._ticket.doctor_name

    @Property(int, constant=True)
    def peopleAhead(self) -> int:
        """How many people are called before."""
        return self._ticket.people_ahead

    @Property(bool, constant=True)
    def next(self) -> bool:
        """Whether they are called next, and soon."""
        wait = self._ticket.wait
        if wait is None or wait.is_next:
            return wait is not None
        return self._ticket.people_ahead == 0 and wait.upper_min <= NEXT_WITHIN_MIN

    @Property(int, constant=True)
    def waitLower(self) -> int:
        """The shorter end of the wait in minutes."""
        return self._ticket.wait.lower_min if self._ticket.wait else 0

    @Property(int, constant=True)
    def waitUpper(self) -> int:
        """The longer end of the wait in minutes; 0 where nothing honest can be said."""
        return self._ticket.wait.upper_min if self._ticket.wait else 0

    @Property(bool, constant=True)
    def late(self) -> bool:
        """Whether the desk has been told that they came late."""
        return self._ticket.late

    @Property(bool, constant=True)
    def provisional(self) -> bool:
        """Whether the time that they booked is not confirmed yet."""
        return self._ticket.provisional

    @Property(bool, constant=True)
    def again(self) -> bool:
        """Whether they had checked in before."""
        return self._again

    @Property(bool, constant=True)
    def canFollow(self) -> bool:
        """Whether there is an address for the phone."""
        return bool(self._ticket.follow_url)

    @Property(str, notify=followChanged)
    def follow(self) -> str:
        """Address of the code for the phone, as a picture of one pixel a module; empty until drawn."""
        return self._follow.address

    @Property(int, notify=followChanged)
    def followModules(self) -> int:
        """How many modules the code has along a side; 0 until drawn."""
        return self._follow.modules

    @Slot()
    def printAgain(self) -> None:
        """Print a marked copy."""
        if self.awake and self._printing is not self.Printing.UNDER_WAY:
            request = self.shell.front_desk.print_again(self._ticket.queue_uid, self.shell.interpreter.language.code)
            self.shell.ask(self, request, self._sent_again)

    @Slot()
    def done(self) -> None:
        """End the session."""
        if self.awake:
            self.shell.reset()

    def _sent_again(self, print_job_uid: UUID | None) -> None:
        if print_job_uid is None:
            self._set_printing(self.Printing.FAILED)
        else:
            self.follow_print(print_job_uid)

    def _drawn(self, follow: QrPicture) -> None:
        self._follow = follow
        self.followChanged.emit()
