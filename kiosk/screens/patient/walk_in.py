"""The way of a person without an appointment: why they come, whether it cannot wait, what they need, their ticket."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.choices import ChoiceList, Choosable
from kiosk.screens.patient.screen import PatientScreen
from server_sync.desk.outcomes import CheckedIn
from server_sync.desk.self_service import Alarmed, AlarmOutcome, JoinedAlone, Need, WalkIn

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

STEPS = 5
AT_ONCE = 6
"""Reasons on one page (ux.md); the others follow on the next."""
REASONS = (
    "A cough, a cold or fever",
    "Pain",
    "An injury or a wound",
    "A prescription or medicine",
    "A test or its results",
    "A vaccination",
    "My child is ill",
    "Pregnancy",
    "Eyes or ears",
    "Mood, worries or sleep",
    "A certificate or a paper",
    "Something else",
)
"""As staff read them; the page says the same in the person's language, by place."""


@QmlElement
class ReasonScreen(PatientScreen):
    """Asks why somebody comes: six tiles, then those that are rarer."""

    page_file = "walkin/Reason.qml"
    pageChanged = Signal()

    def __init__(self, shell: PatientShell) -> None:
        super().__init__(shell)
        self._own = shell.clinic.reasons
        self._first = 0
        self._list = ChoiceList(self._rows())
        self.set_step(1, STEPS)

    @Property(ChoiceList, constant=True)
    def reasons(self) -> ChoiceList:
        """The tiles of this page."""
        return self._list

    @Property(bool, notify=pageChanged)
    def hasMore(self) -> bool:
        """Whether further reasons follow."""
        return self._first + AT_ONCE < len(self._words)

    @Slot(int)
    def choose(self, key: int) -> None:
        """Go on with a reason."""
        if self.awake:
            self.shell.go(RedFlagScreen(self.shell, WalkIn(self._words[key])))

    @Slot()
    def showMore(self) -> None:
        """Show the next six."""
        if self.awake and self._first + AT_ONCE < len(self._words):
            self._show(self._first + AT_ONCE)

    @Slot()
    def back(self) -> None:
        """Return to the six before, or to Home."""
        if self.awake and self._first:
            self._show(self._first - AT_ONCE)
        elif self.awake:
            self.shell.back()

    @property
    def _words(self) -> tuple[str, ...]:
        return self._own or REASONS

    def _rows(self) -> list[Choosable]:
        keys = range(self._first, min(self._first + AT_ONCE, len(self._words)))
        return [Choosable(key, self._own[key] if self._own else "") for key in keys]

    def _show(self, first: int) -> None:
        self._first = first
        self._list.show(self._rows())
        self.pageChanged.emit()


@QmlElement
class RedFlagScreen(PatientScreen):
    """Asks for what cannot wait. A yes tells staff at once, without a form."""

    page_file = "walkin/RedFlag.qml"
    stateChanged = Signal()

    @QEnum
    class State(IntEnum):
        """How far the alarm is. UNTOLD: it could not be raised, and the person is told to call out."""

        ASKING = 0
        TOLD = 1
        UNTOLD = 2

    def __init__(self, shell: PatientShell, said: WalkIn) -> None:
        super().__init__(shell)
        self._said = said
        self._state = self.State.ASKING
        self._number = ""
        self.set_step(2, STEPS)

    @Property(int, notify=stateChanged)
    def state(self) -> int:
        """How far the alarm is, a `State`."""
        return int(self._state)

    @Property(str, notify=stateChanged)
    def number(self) -> str:
        """The number under which they are called."""
        return self._number

    @Slot()
    def tellStaff(self) -> None:
        """Raise the alarm."""
        if self.awake and self._state is not self.State.TOLD:
            self.set_busy(True)
            self.shell.follow(self, self.shell.front_desk.raise_alarm(), self._told, lambda: self._ended(""))

    @Slot()
    def none(self) -> None:
        """Go on: nothing of it."""
        from kiosk.screens.patient.text import TextScreen

        if self.awake:
            self.shell.go(TextScreen(self.shell, TextScreen.Kind.FIRST_NAME, (3, STEPS), self._named))

    @Slot()
    def done(self) -> None:
        """End the session."""
        if self.awake:
            self.shell.reset()

    def _told(self, answer: AlarmOutcome) -> None:
        self._ended(answer.short_number if isinstance(answer, Alarmed) else "")

    def _ended(self, number: str) -> None:
        self.set_busy(False)
        self._number = number
        self._state = self.State.TOLD if number else self.State.UNTOLD
        self.stateChanged.emit()

    def _named(self, name: str) -> None:
        from kiosk.screens.patient.own_details import OwnPhoneScreen

        said = replace(self._said, first_name=name)
        self.shell.go(OwnPhoneScreen(self.shell, (4, STEPS), lambda phone: self._reached(replace(said, phone=phone))))

    def _reached(self, said: WalkIn) -> None:
        self.shell.go(NeedsScreen(self.shell, said))


@QmlElement
class NeedsScreen(PatientScreen):
    """Asks what should be considered, and takes the place in the queue."""

    page_file = "walkin/Needs.qml"

    def __init__(self, shell: PatientShell, said: WalkIn) -> None:
        super().__init__(shell)
        self._said = said
        self._chosen: set[Need] = set()
        self._list = ChoiceList(self._rows())
        self.set_step(5, STEPS)

    @Property(ChoiceList, constant=True)
    def needs(self) -> ChoiceList:
        """What may be asked for, in the order of `Need`."""
        return self._list

    @Slot(int)
    def toggle(self, key: int) -> None:
        """Ask for something, or no more."""
        if self.awake:
            self._chosen ^= {list(Need)[key]}
            self._list.show(self._rows())

    @Slot()
    def submit(self) -> None:
        """Take a place."""
        if self.awake:
            said = replace(self._said, needs=frozenset(self._chosen))
            request = self.shell.front_desk.join_queue(said, self.shell.interpreter.language.code)
            self.shell.ask(self, request, self._joined)

    def _rows(self) -> list[Choosable]:
        return [Choosable(key, chosen=need in self._chosen) for key, need in enumerate(Need)]

    def _joined(self, answer: JoinedAlone) -> None:
        from kiosk.screens.patient.notice import NoticeScreen
        from kiosk.screens.patient.ticket import TicketScreen

        if isinstance(answer, CheckedIn):
            self.shell.instead(TicketScreen(self.shell, answer.ticket, again=False))
        else:
            self.shell.instead(NoticeScreen(self.shell, NoticeScreen.Kind.NO_NUMBERS, closed=answer))
