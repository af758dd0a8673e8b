"""The screen that asks "Is this you?" and checks in."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import Pace, PatientScreen
from kiosk.screens.wording import clock_time, masked_birth_date, masked_phone
from server_sync.desk.outcomes import (
    AlreadyCheckedIn,
    Arrival,
    CheckedIn,
    CheckInOutcome,
    NoNumbersLeft,
    NotFound,
    TooEarly,
)

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ConfirmScreen(PatientScreen):
    """Shows one appointment, masked, and takes the yes."""

    page_file = "confirm/Confirm.qml"
    pace = Pace.INFORMATION
    bornChanged = Signal()

    def __init__(self, shell: PatientShell, arrival: Arrival, found_at: tuple[int, int]) -> None:
        super().__init__(shell)
        self.wordsChanged.connect(self.bornChanged)
        self._arrival = arrival
        step, steps = found_at
        self.set_step(step + 1, steps)

    @Property(str, constant=True)
    def starts(self) -> str:
        """The time of the appointment."""
        return clock_time(self._arrival.starts_at)

    @Property(str, constant=True)
    def initials(self) -> str:
        """The person's initials."""
        return self._arrival.initials

    @Property(str, notify=bornChanged)
    def born(self) -> str:
        """The date of birth with its year masked; empty where unknown."""
        born = self._arrival.birth_date
        return masked_birth_date(born, self.shell.interpreter.locale) if born else ""

    @Property(str, constant=True)
    def doctor(self) -> str:
        """The clinician."""
        return self._arrival.doctor_name

    @Property(str, constant=True)
    def room(self) -> str:
        """The room."""
        return self._arrival.room

    @Property(str, constant=True)
    def phone(self) -> str:
        """The phone number but for its ending; empty where unknown."""
        return masked_phone(self._arrival.phone_ending)

    @Slot()
    def yes(self) -> None:
        """Check in."""
        if not self.awake:
            return
        if self._arrival.due is None or self._arrival.checked_in:
            self._check_in(self)
        else:
            from kiosk.screens.patient.pay import PayScreen

            self.shell.go(PayScreen(self.shell, self._arrival.due, self._step, self._check_in))

    @Slot()
    def notMe(self) -> None:
        """Forget who was found, and ask anew."""
        from kiosk.screens.patient.booking_code import BookingCodeScreen

        if self.awake:
            self.shell.instead(BookingCodeScreen(self.shell))

    def _check_in(self, waiting: PatientScreen) -> None:
        request = self.shell.front_desk.check_in(self._arrival.appointment_uid, self.shell.interpreter.language.code)
        self.shell.ask(waiting, request, self._checked_in)

    def _checked_in(self, answer: CheckInOutcome) -> None:
        from kiosk.screens.patient.notice import NoticeScreen
        from kiosk.screens.patient.ticket import TicketScreen

        match answer:
            case CheckedIn(ticket=ticket):
                self.shell.instead(TicketScreen(self.shell, ticket, again=False))
            case AlreadyCheckedIn(ticket=ticket):
                self.shell.instead(TicketScreen(self.shell, ticket, again=True))
            case TooEarly():
                self.shell.instead(NoticeScreen(self.shell, NoticeScreen.Kind.TOO_EARLY, early=answer))
            case NotFound():
                self.shell.instead(NoticeScreen(self.shell, NoticeScreen.Kind.DESK))
            case NoNumbersLeft():
                self.shell.instead(NoticeScreen(self.shell, NoticeScreen.Kind.NO_NUMBERS, closed=answer))
            case _:
                assert_never(answer)
