"""The screen that asks for the date of birth: day, month and year, one after the other, never a spinner."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.identify import IdentifyScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.phone import PhoneScreen
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

OLDEST_YEARS = 130
"""The oldest person on record lived 122 years."""
DIGITS = (2, 2, 4)
"""How many digits day, month and year have at most."""


@QmlElement
class BirthDateScreen(IdentifyScreen):
    """Takes a date of birth, and looks the person up with their phone number."""

    page_file = "birthdate/BirthDate.qml"
    dateChanged = Signal()

    @QEnum
    class Part(IntEnum):
        """What is being asked for."""

        DAY = 0
        MONTH = 1
        YEAR = 2

    def __init__(self, shell: PatientShell, phone: PhoneScreen) -> None:
        super().__init__(shell)
        self._phone = phone
        self._part = self.Part.DAY
        self._typed = ["", "", ""]
        self.set_step(2, 4)

    @Property(int, notify=dateChanged)
    def part(self) -> int:
        """The part being asked for, a `Part`."""
        return int(self._part)

    @Property(str, notify=dateChanged)
    def day(self) -> str:
        """The day's digits so far."""
        return self._typed[self.Part.DAY]

    @Property(int, notify=dateChanged)
    def month(self) -> int:
        """The month from 1; 0 while unknown."""
        return int(self._typed[self.Part.MONTH] or 0)

    @Property(str, notify=dateChanged)
    def year(self) -> str:
        """The year's digits so far."""
        return self._typed[self.Part.YEAR]

    @Property(bool, notify=dateChanged)
    def complete(self) -> bool:
        """Whether the part being asked for is answered, so that one may go on."""
        return self._part_complete()

    @Slot(str)
    def press(self, digit: str) -> None:
        """Add a digit; a day of two digits leads on by itself."""
        part = self._part
        if not self.awake or part is self.Part.MONTH or len(self._typed[part]) >= DIGITS[part]:
            return
        self._typed[part] += digit
        if part is self.Part.DAY and len(self._typed[part]) == DIGITS[part]:
            self._part = self.Part.MONTH
        self._changed()

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        if self.awake:
            self._typed[self._part] = self._typed[self._part][:-1]
            self._changed()

    @Slot(int)
    def chooseMonth(self, month: int) -> None:
        """Take a month, from 1, and lead on to the year."""
        if self.awake:
            self._typed[self.Part.MONTH] = str(month)
            self._part = self.Part.YEAR
            self._changed()

    @Slot(int)
    def choosePart(self, part: int) -> None:
        """Return to one part to correct it; it is asked for anew."""
        if self.awake:
            self._part = self.Part(part)
            self._typed[part] = ""
            self._changed()

    @Slot()
    def submit(self) -> None:
        """Go on to the next part that is missing, or look the person up."""
        if not self.awake or not self._part_complete():
            return
        missing = [part for part in self.Part if not self._typed[part]]
        if missing:
            self._part = missing[0]
            self._changed()
        else:
            self._look_up()

    @Slot()
    def back(self) -> None:
        """Return to the part before, or to the phone number."""
        if not self.awake:
            return
        if self._part is self.Part.DAY:
            self.shell.back()
        else:
            self.choosePart(self._part - 1)

    def typed(self, text: str) -> None:
        """Take digits of a keyboard."""
        if text.isascii() and text.isdigit():
            self.press(text)

    def erased(self) -> None:
        """Take the last digit away."""
        self.erase()

    def clear(self) -> None:
        """Forget the date."""
        self._typed = ["", "", ""]
        self._part = self.Part.DAY
        self.dateChanged.emit()

    def _look_up(self) -> None:
        birth_date = self._date()
        if birth_date is None:
            self.say_not_found()
        else:
            self.identify(self.shell.front_desk.find_by_phone_and_birth_date(self._phone.number, birth_date))

    def _date(self) -> date | None:
        """The date, or None where no living person can have been born on it."""
        day, month, year = (int(typed) for typed in self._typed)
        today = self.shell.now().date()
        try:
            birth_date = date(year, month, day)
        except ValueError:
            return None
        return birth_date if today.year - OLDEST_YEARS <= year and birth_date <= today else None

    def _part_complete(self) -> bool:
        typed = self._typed[self._part]
        return len(typed) == DIGITS[self._part] if self._part is self.Part.YEAR else typed.strip("0") != ""

    def _changed(self) -> None:
        self.set_not_found(False)
        self.dateChanged.emit()
