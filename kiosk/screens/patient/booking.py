"""The way to an appointment: for what or with whom, which day and time, for whom; then `booking_check`."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QLocale, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.choices import ChoiceList, Choosable
from kiosk.screens.patient.screen import PatientScreen
from kiosk.screens.wording import clock_time
from server_sync.desk.self_service import BookingSaid, FreeDoctor, FreeTime

if TYPE_CHECKING:
    from kiosk.screens.patient.phone import PhoneScreen
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

STEPS = 7
"""From the doctor to the check; one more where the specialty is asked for before."""


def weekday(day: date, locale: QLocale) -> str:
    """The day of the week, as it begins a line."""
    name = locale.standaloneDayName(day.isoweekday())
    return name[:1].upper() + name[1:]


def day_and_month(day: date, locale: QLocale) -> str:
    """The day without its year."""
    if locale.language() is QLocale.Language.Chinese:
        return f"{day.month}月{day.day}日"
    return f"{day.day} {locale.monthName(day.month)}"


def specialties(doctors: tuple[FreeDoctor, ...]) -> tuple[str, ...]:
    """What there are doctors for, in the order of who is free soonest; without those who have no specialty."""
    return tuple(dict.fromkeys(one.specialty for one in doctors if one.specialty))


@QmlElement
class PickScreen(PatientScreen):
    """One question of the four: specialty, doctor, day or time. Lives as long as somebody may come back to it."""

    page_file = "booking/Pick.qml"
    uncertainChanged = Signal()

    @QEnum
    class Kind(IntEnum):
        """What is chosen."""

        DOCTOR = 0
        DAY = 1
        TIME = 2
        SPECIALTY = 3

    def __init__(self, shell: PatientShell, kind: Kind, *, before: int = 0) -> None:
        """`before` is how many questions came before the doctor."""
        super().__init__(shell)
        self._kind = kind
        self._before = before
        self._list = ChoiceList(())
        self.wordsChanged.connect(self._word_anew)
        self.set_step(*self._way(1 if kind is self.Kind.SPECIALTY else before + int(kind) + 1))

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

    def _way(self, step: int) -> tuple[int, int]:
        return step, STEPS + self._before

    def _rows(self) -> list[Choosable]:
        raise NotImplementedError

    def _chosen(self, key: int) -> None:
        raise NotImplementedError

    @Slot()
    def _word_anew(self) -> None:
        self._list.show(self._rows())


class SpecialtyPick(PickScreen):
    """For what somebody comes; the last tile, whose words the page has, is for who knows whom they want to see."""

    def __init__(self, shell: PatientShell, doctors: tuple[FreeDoctor, ...]) -> None:
        super().__init__(shell, self.Kind.SPECIALTY, before=1)
        self._doctors = doctors
        self._specialties = specialties(doctors)
        self._word_anew()

    def _rows(self) -> list[Choosable]:
        known = [Choosable(key, words) for key, words in enumerate(self._specialties)]
        return [*known, Choosable(len(known))]

    def _chosen(self, key: int) -> None:
        if key == len(self._specialties):
            self.shell.go(DoctorPick(self.shell, self._doctors, before=self._before))
            return
        theirs = tuple(one for one in self._doctors if one.specialty == self._specialties[key])
        alone = len(theirs) == 1
        pick = DayPick(self.shell, theirs[0], before=1) if alone else DoctorPick(self.shell, theirs, before=1)
        self.shell.go(pick)


class DoctorPick(PickScreen):
    """Who is to be seen."""

    def __init__(self, shell: PatientShell, doctors: tuple[FreeDoctor, ...], *, before: int = 0) -> None:
        super().__init__(shell, self.Kind.DOCTOR, before=before)
        self._doctors = doctors
        self._word_anew()

    def _rows(self) -> list[Choosable]:
        return [Choosable(key, one.name, one.specialty) for key, one in enumerate(self._doctors)]

    def _chosen(self, key: int) -> None:
        self.shell.go(DayPick(self.shell, self._doctors[key], before=self._before))


class DayPick(PickScreen):
    """On which day."""

    def __init__(self, shell: PatientShell, doctor: FreeDoctor, *, before: int = 0) -> None:
        super().__init__(shell, self.Kind.DAY, before=before)
        self._doctor = doctor
        self._word_anew()

    def _rows(self) -> list[Choosable]:
        locale = self.shell.interpreter.locale
        return [
            Choosable(key, weekday(day, locale), day_and_month(day, locale))
            for key, day in enumerate(self._doctor.days)
        ]

    def _chosen(self, key: int) -> None:
        ask_times(self, self._doctor, self._doctor.days[key], before=self._before)


class TimePick(PickScreen):
    """At what time."""

    def __init__(
        self, shell: PatientShell, doctor: FreeDoctor, times: tuple[FreeTime, ...], *, before: int = 0
    ) -> None:
        super().__init__(shell, self.Kind.TIME, before=before)
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

            phone = OwnPhoneScreen(self.shell, self._way(self._before + 5), lambda _number: reached(name, phone))
            self.shell.go(phone)

        def reached(name: str, phone: PhoneScreen) -> None:
            from kiosk.screens.patient.own_details import OwnBirthDateScreen

            def born(day: date) -> None:
                from kiosk.screens.patient.booking_check import BookingCheckScreen

                said = BookingSaid(self._doctor.doctor_id, wanted.starts_at, name, phone.number, day)
                self.shell.go(BookingCheckScreen(self.shell, self._doctor, said, before=self._before))

            self.shell.go(OwnBirthDateScreen(self.shell, phone, self._way(self._before + 6), born))

        self.shell.go(TextScreen(self.shell, TextScreen.Kind.FULL_NAME, self._way(self._before + 4), named))


def ask_doctors(screen: PatientScreen) -> None:
    """Ask who has time, and lead on; where nobody has, to the desk."""

    def told(doctors: tuple[FreeDoctor, ...]) -> None:
        from kiosk.screens.patient.notice import NoticeScreen

        shell = screen.shell
        if not doctors:
            shell.go(NoticeScreen(shell, NoticeScreen.Kind.NO_APPOINTMENT))
        elif len(specialties(doctors)) > 1:
            shell.go(SpecialtyPick(shell, doctors))
        else:
            shell.go(DoctorPick(shell, doctors))

    screen.shell.ask(screen, screen.shell.front_desk.free_doctors(), told)


def ask_times(screen: PatientScreen, doctor: FreeDoctor, day: date, *, before: int = 0, anew: bool = False) -> None:
    """Ask which times of a day are free, and lead on; `anew` where somebody was quicker than this person."""

    def told(times: tuple[FreeTime, ...]) -> None:
        shell = screen.shell
        pick = TimePick(shell, doctor, times, before=before) if times else DayPick(shell, doctor, before=before)
        (shell.instead if anew else shell.go)(pick)

    screen.shell.ask(screen, screen.shell.front_desk.free_times(doctor.doctor_id, day), told)
