"""The end of the way to an appointment: what is to be booked is checked, and what was booked is shown and printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QLocale, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.booking import STEPS, ask_times
from kiosk.screens.patient.printing_state import PrintingScreen
from kiosk.screens.patient.screen import Pace, PatientScreen
from kiosk.screens.wording import clock_time, to_qdate
from server_sync.desk.self_service import BookedAlone, BookingSaid, FreeDoctor, Slip

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell
    from server_sync.clinic.consent import Answered

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


def long_day(day: date, locale: QLocale) -> str:
    """A day with its weekday, as people of that language write it."""
    return locale.toString(to_qdate(day), QLocale.FormatType.LongFormat)


@QmlElement
class BookingCheckScreen(PatientScreen):
    """Shows what is to be booked, and books it."""

    page_file = "booking/Check.qml"
    goneChanged = Signal()
    dayChanged = Signal()

    def __init__(self, shell: PatientShell, doctor: FreeDoctor, said: BookingSaid, *, before: int = 0) -> None:
        super().__init__(shell)
        self._before = before
        self._doctor = doctor
        self._said = said
        self._gone = False
        self.wordsChanged.connect(self.dayChanged)
        self.set_step(STEPS + before, STEPS + before)

    @Property(str, notify=dayChanged)
    def day(self) -> str:
        """The day."""
        return long_day(self._said.starts_at.date(), self.shell.interpreter.locale)

    @Property(str, constant=True)
    def starts(self) -> str:
        """The time."""
        return clock_time(self._said.starts_at)

    @Property(str, constant=True)
    def doctor(self) -> str:
        """The clinician."""
        return self._doctor.name

    @Property(str, constant=True)
    def specialty(self) -> str:
        """What they are there for."""
        return self._doctor.specialty

    @property
    def unsaid(self) -> frozenset[str]:
        """See `PatientScreen.unsaid`."""
        return frozenset({self._said.name, self._said.phone})

    @Property(str, constant=True)
    def name(self) -> str:
        """The person's name, as they wrote it."""
        return self._said.name

    @Property(str, constant=True)
    def phone(self) -> str:
        """Their number; empty where they have none."""
        return self._said.phone

    @Property(bool, notify=goneChanged)
    def gone(self) -> bool:
        """Whether somebody else has that time by now."""
        return self._gone

    @Slot()
    def yes(self) -> None:
        """Book, asking for the clinic's consent where it wants one; or, where the time is gone, choose another."""
        from kiosk.screens.patient.consent import ask_consent

        if not self.awake:
            return
        if self._gone:
            ask_times(self, self._doctor, self._said.starts_at.date(), before=self._before, anew=True)
        else:
            ask_consent(self, None, self._book)

    def _book(self, waiting: PatientScreen, answered: Answered | None) -> None:
        self._said = replace(self._said, consent=answered)
        request = self.shell.front_desk.book(self._said, self.shell.interpreter.language.code)
        self.shell.ask(waiting, request, self._booked)

    def _booked(self, answer: BookedAlone) -> None:
        if isinstance(answer, Slip):
            self.shell.instead(SlipScreen(self.shell, answer))
            return
        if self.shell.current_screen is not self:
            self.shell.back()
        self._gone = True
        self.goneChanged.emit()


@QmlElement
class SlipScreen(PrintingScreen):
    """The appointment and its code, first on the screen, then on paper."""

    page_file = "booking/Slip.qml"
    pace = Pace.INFORMATION
    dayChanged = Signal()

    def __init__(self, shell: PatientShell, slip: Slip) -> None:
        super().__init__(shell)
        self._slip = slip
        self.wordsChanged.connect(self.dayChanged)

    def shown(self) -> None:
        """Follow the paper."""
        self.follow_print(self._slip.print_job_uid)

    @Property(str, notify=dayChanged)
    def day(self) -> str:
        """The day."""
        return long_day(self._starts_at.date(), self.shell.interpreter.locale)

    @Property(str, constant=True)
    def starts(self) -> str:
        """The time."""
        return clock_time(self._starts_at)

    @Property(str, constant=True)
    def doctor(self) -> str:
        """The clinician."""
        return self._slip.doctor_name

    @Property(str, constant=True)
    def code(self) -> str:
        """The booking code, in two groups for the eye."""
        return f"{self._slip.booking_code[:4]} {self._slip.booking_code[4:]}"

    @Property(bool, constant=True)
    def provisional(self) -> bool:
        """Whether the time is asked for, not promised."""
        return self._slip.is_provisional

    @Slot()
    def done(self) -> None:
        """End the session."""
        if self.awake:
            self.shell.reset()

    @property
    def _starts_at(self) -> datetime:
        return self._slip.starts_at
