"""The screen that asks "Is this you?" and checks in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import Pace, PatientScreen
from kiosk.screens.wording import clock_time, masked_birth_date, masked_phone
from server_sync.clinic.identity import phone_ending
from server_sync.desk.outcomes import (
    AlreadyCheckedIn,
    Arrival,
    CheckedIn,
    CheckInOutcome,
    NoNumbersLeft,
    NotFound,
    TooEarly,
)
from server_sync.desk.self_service import SaidBesides

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell
    from server_sync.clinic.consent import Answered

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING_BESIDES = SaidBesides()


@QmlElement
class ConfirmScreen(PatientScreen):
    """Shows one appointment, masked, and takes the yes."""

    page_file = "confirm/Confirm.qml"
    pace = Pace.INFORMATION
    bornChanged = Signal()

    def __init__(
        self,
        shell: PatientShell,
        arrival: Arrival,
        found_at: tuple[int, int],
        besides: SaidBesides = NOTHING_BESIDES,
    ) -> None:
        """`besides` is what they said to have changed, on the way through here before."""
        super().__init__(shell)
        self.wordsChanged.connect(self.bornChanged)
        self._arrival = arrival
        self._besides = besides
        self._found_at = found_at
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
        return self._masked_phone()

    @Property(bool, constant=True)
    def phoneIsNew(self) -> bool:
        """Whether that is the number that they have just typed."""
        return self._besides.phone != ""

    @Property(bool, constant=True)
    def deskKnows(self) -> bool:
        """Whether the desk will hear that something else changed."""
        return self._besides.details_changed

    @Property(bool, constant=True)
    def mayChange(self) -> bool:
        """Whether there is still a place to be taken, with which a change is written down."""
        return not self._arrival.checked_in

    @Slot()
    def somethingChanged(self) -> None:
        """Ask what is not correct any more."""
        from kiosk.screens.patient.changes import ChangesScreen

        if self.awake and not self._arrival.checked_in:
            self.shell.go(ChangesScreen(self.shell, self._masked_phone(), self._step, self._changed))

    @Slot()
    def yes(self) -> None:
        """Check in; whoever has not answered the clinic's consent yet is asked on the way."""
        from kiosk.screens.patient.consent import ask_consent

        if not self.awake:
            return
        if self._arrival.checked_in:
            self._check_in(self, self._besides)
        else:
            ask_consent(self, self._arrival.appointment_uid, self._answered)

    @Slot()
    def notMe(self) -> None:
        """Forget who was found, and ask anew."""
        from kiosk.screens.patient.booking_code import BookingCodeScreen

        if self.awake:
            self.shell.instead(BookingCodeScreen(self.shell))

    def _masked_phone(self) -> str:
        return masked_phone(phone_ending(self._besides.phone) or self._arrival.phone_ending)

    def _changed(self, phone: str) -> None:
        besides = replace(self._besides, phone=phone) if phone else replace(self._besides, details_changed=True)
        self.shell.instead(ConfirmScreen(self.shell, self._arrival, self._found_at, besides))

    def _answered(self, waiting: PatientScreen, answered: Answered | None) -> None:
        besides = replace(self._besides, consent=answered)
        if self._arrival.due is None:
            self._check_in(waiting, besides)
        else:
            from kiosk.screens.patient.pay import PayScreen

            at_desk = partial(self._check_in, besides=besides)
            self.shell.go(PayScreen(self.shell, self._arrival.due, self._step, at_desk))

    def _check_in(self, waiting: PatientScreen, besides: SaidBesides) -> None:
        language = self.shell.interpreter.language.code
        request = self.shell.front_desk.check_in(self._arrival.appointment_uid, language, besides)
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
