"""The way to an appointment: with whom, on which day, at what time, for whom; then it is checked, and booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QLocale, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.choices import ChoiceList, Choosable
from kiosk.screens.patient.printing_state import PrintingScreen
from kiosk.screens.patient.screen import Pace, PatientScreen
from kiosk.screens.wording import clock_time, to_qdate
from server_sync.desk.self_service import BookedAlone, BookingSaid, FreeDoctor, FreeTime, Slip

if TYPE_CHECKING:
    from kiosk.screens.patient.phone import PhoneScreen
    from kiosk.screens.patient.shell import PatientShell
    from server_sync.clinic.consent import Answered

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

STEPS = 7


def long_day(day: date, locale: QLocale) -> str:
    """A day with its weekday, as people of that language write it."""
    return locale.toString(to_qdate(day), QLocale.FormatType.LongFormat)


def weekday(day: date, locale: QLocale) -> str:
    """The day of the week, as it begins a line."""
    name = locale.standaloneDayName(day.isoweekday())
    return name[:1].upper() + name[1:]


def day_and_month(day: date, locale: QLocale) -> str:
    """The day without its year."""
    if locale.language() is QLocale.Language.Chinese:
        return f"{day.month}月{day.day}日"
    return f"{day.day} {locale.monthName(day.month)}"


@QmlElement
class PickScreen(PatientScreen):
    """One question of the three: doctor, day or time. Lives as long as somebody may come back to it."""

    page_file = "booking/Pick.qml"
    uncertainChanged = Signal()

    @QEnum
    class Kind(IntEnum):
        """What is chosen."""

        DOCTOR = 0
        DAY = 1
        TIME = 2

    def __init__(self, shell: PatientShell, kind: Kind) -> None:
        super().__init__(shell)
        self._kind = kind
        self._list = ChoiceList(())
        self.wordsChanged.connect(self._word_anew)
        self.set_step(int(kind) + 1, STEPS)

    @Property(int, constant=True)
    def kind(self) -> int:
        """What is chosen, a `Kind`."""
        return int(self._kind)

    @Property(ChoiceList, constant=True)
    def choices(self) -> ChoiceList:
        """What there is to choose from."""
        return self._list

    @Property(bool, notify=uncertainChanged)
    def uncertain(self) -> bool:
        """Whether some of it can only be asked for, not promised."""
        return any(row.uncertain for row in self._rows())

    @Slot(int)
    def choose(self, key: int) -> None:
        """Go on with one of them."""
        if self.awake:
            self._chosen(key)

    def _rows(self) -> list[Choosable]:
        raise NotImplementedError

    def _chosen(self, key: int) -> None:
        raise NotImplementedError

    def _word_anew(self) -> None:
        self._list.show(self._rows())


class DoctorPick(PickScreen):
    """Who is to be seen."""

    def __init__(self, shell: PatientShell, doctors: tuple[FreeDoctor, ...]) -> None:
        super().__init__(shell, self.Kind.DOCTOR)
        self._doctors = doctors
        self._word_anew()

    def _rows(self) -> list[Choosable]:
        return [Choosable(key, one.name, one.specialty) for key, one in enumerate(self._doctors)]

    def _chosen(self, key: int) -> None:
        self.shell.go(DayPick(self.shell, self._doctors[key]))


class DayPick(PickScreen):
    """On which day."""

    def __init__(self, shell: PatientShell, doctor: FreeDoctor) -> None:
        super().__init__(shell, self.Kind.DAY)
        self._doctor = doctor
        self._word_anew()

    def _rows(self) -> list[Choosable]:
        locale = self.shell.interpreter.locale
        return [
            Choosable(key, weekday(day, locale), day_and_month(day, locale))
            for key, day in enumerate(self._doctor.days)
        ]

    def _chosen(self, key: int) -> None:
        ask_times(self, self._doctor, self._doctor.days[key])


class TimePick(PickScreen):
    """At what time."""

    def __init__(self, shell: PatientShell, doctor: FreeDoctor, times: tuple[FreeTime, ...]) -> None:
        super().__init__(shell, self.Kind.TIME)
        self._doctor = doctor
        self._times = times
        self._word_anew()

    def _rows(self) -> list[Choosable]:
        return [
            Choosable(key, clock_time(time.starts_at), uncertain=not time.is_promised)
            for key, time in enumerate(self._times)
        ]

    def _chosen(self, key: int) -> None:
        from kiosk.screens.patient.text import TextScreen

        wanted = self._times[key]

        def named(name: str) -> None:
            from kiosk.screens.patient.own_details import OwnPhoneScreen

            phone = OwnPhoneScreen(self.shell, (5, STEPS), lambda _number: reached(name, phone))
            self.shell.go(phone)

        def reached(name: str, phone: PhoneScreen) -> None:
            from kiosk.screens.patient.own_details import OwnBirthDateScreen

            def born(day: date) -> None:
                said = BookingSaid(self._doctor.doctor_id, wanted.starts_at, name, phone.number, day)
                self.shell.go(BookingCheckScreen(self.shell, self._doctor, said))

            self.shell.go(OwnBirthDateScreen(self.shell, phone, (6, STEPS), born))

        self.shell.go(TextScreen(self.shell, TextScreen.Kind.FULL_NAME, (4, STEPS), named))


def ask_doctors(screen: PatientScreen) -> None:
    """Ask who has time, and lead on; where nobody has, to the desk."""

    def told(doctors: tuple[FreeDoctor, ...]) -> None:
        from kiosk.screens.patient.notice import NoticeScreen

        shell = screen.shell
        shell.go(DoctorPick(shell, doctors) if doctors else NoticeScreen(shell, NoticeScreen.Kind.NO_APPOINTMENT))

    screen.shell.ask(screen, screen.shell.front_desk.free_doctors(), told)


def ask_times(screen: PatientScreen, doctor: FreeDoctor, day: date, *, anew: bool = False) -> None:
    """Ask which times of a day are free, and lead on; `anew` where somebody was quicker than this person."""

    def told(times: tuple[FreeTime, ...]) -> None:
        shell = screen.shell
        pick = TimePick(shell, doctor, times) if times else DayPick(shell, doctor)
        (shell.instead if anew else shell.go)(pick)

    screen.shell.ask(screen, screen.shell.front_desk.free_times(doctor.doctor_id, day), told)


@QmlElement
class BookingCheckScreen(PatientScreen):
    """Shows what is to be booked, and books it."""

    page_file = "booking/Check.qml"
    goneChanged = Signal()
    dayChanged = Signal()

    def __init__(self, shell: PatientShell, doctor: FreeDoctor, said: BookingSaid) -> None:
        super().__init__(shell)
        self._doctor = doctor
        self._said = said
        self._gone = False
        self.wordsChanged.connect(self.dayChanged)
        self.set_step(7, STEPS)

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
            ask_times(self, self._doctor, self._said.starts_at.date(), anew=True)
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
