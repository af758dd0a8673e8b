"""The way of a person without an appointment: why they come, whether it cannot wait, what they need, their ticket."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.choices import ChoiceList, Choosable
from kiosk.screens.patient.screen import PatientScreen
from server_sync.clinic.visit_reasons import OWN_REASONS, VisitReason
from server_sync.desk.outcomes import CheckedIn
from server_sync.desk.self_service import Alarmed, AlarmOutcome, JoinedAlone, Need, WalkIn

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell
    from server_sync.clinic.consent import Answered

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

STEPS = 5
AT_ONCE = 6
"""Reasons on one page (ux.md); the others follow on the next."""


def ask_reasons(screen: PatientScreen) -> None:
    """Ask for the clinic's reasons, and lead on; where they cannot be read, to the program's own."""

    def told(reasons: tuple[VisitReason, ...] | None) -> None:
        screen.set_busy(False)
        screen.shell.go(ReasonScreen(screen.shell, reasons))

    screen.set_busy(True)
    screen.shell.follow(screen, screen.shell.front_desk.reasons(), told, lambda: told(None))


def offered(shell: PatientShell, reasons: tuple[VisitReason, ...] | None) -> tuple[WalkIn, ...]:
    """What people may choose from, as it is written down: the location's reasons, else this machine's, else our own."""
    if reasons is None and shell.clinic.reasons:
        return tuple(WalkIn(words) for words in shell.clinic.reasons)
    default = shell.clinic.default_language
    return tuple(
        WalkIn(one.said_in(default), needs=frozenset(map(Need, one.needs)), reason_code=one.code)
        for one in reasons or OWN_REASONS
    )


@QmlElement
class ReasonScreen(PatientScreen):
    """Asks why somebody comes: six tiles, then those that are rarer."""

    page_file = "walkin/Reason.qml"
    pageChanged = Signal()

    def __init__(self, shell: PatientShell, reasons: tuple[VisitReason, ...] | None = None) -> None:
        """`reasons` are those of the location; None where it has none of its own."""
        super().__init__(shell)
        self._offered = offered(shell, reasons)
        self._known = {one.code: one for one in reasons or OWN_REASONS}
        self._first = 0
        self._list = ChoiceList(self._rows())
        self.wordsChanged.connect(self._word_anew)
        self.set_step(1, STEPS)

    @Property(ChoiceList, constant=True)
    def reasons(self) -> ChoiceList:
        """The tiles of this page."""
        return self._list

    @Property(bool, notify=pageChanged)
    def hasMore(self) -> bool:
        """Whether further reasons follow."""
        return self._first + AT_ONCE < len(self._offered)

    @Slot(int)
    def choose(self, key: int) -> None:
        """Go on with a reason."""
        if self.awake:
            self.shell.go(RedFlagScreen(self.shell, self._offered[key]))

    @Slot()
    def showMore(self) -> None:
        """Show the next six."""
        if self.awake and self._first + AT_ONCE < len(self._offered):
            self._show(self._first + AT_ONCE)

    @Slot()
    def back(self) -> None:
        """Return to the six before, or to Home."""
        if self.awake and self._first:
            self._show(self._first - AT_ONCE)
        elif self.awake:
            self.shell.back()

    def _rows(self) -> list[Choosable]:
        return [self._row(key) for key in range(self._first, min(self._first + AT_ONCE, len(self._offered)))]

    def _row(self, key: int) -> Choosable:
        said = self._offered[key]
        reason = self._known.get(said.reason_code)
        if reason is None:
            return Choosable(key, said.reason)
        language, default = self.shell.interpreter.language.code, self.shell.clinic.default_language
        return Choosable(key, reason.said_in(language, default), reason.icon)

    @Slot()
    def _word_anew(self) -> None:
        self._list.show(self._rows())

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
        self._chosen: set[Need] = set(said.needs)
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
        """Take a place; where the clinic wants consent, it is asked for on the way."""
        from kiosk.screens.patient.consent import ask_consent

        if self.awake:
            ask_consent(self, None, self._join)

    def _join(self, waiting: PatientScreen, answered: Answered | None) -> None:
        said = replace(self._said, needs=frozenset(self._chosen), consent=answered)
        request = self.shell.front_desk.join_queue(said, self.shell.interpreter.language.code)
        self.shell.ask(waiting, request, self._joined)

    def _rows(self) -> list[Choosable]:
        return [Choosable(key, chosen=need in self._chosen) for key, need in enumerate(Need)]

    def _joined(self, answer: JoinedAlone) -> None:
        from kiosk.screens.patient.notice import NoticeScreen
        from kiosk.screens.patient.ticket import TicketScreen

        if isinstance(answer, CheckedIn):
            self.shell.instead(TicketScreen(self.shell, answer.ticket, again=False))
        else:
            self.shell.instead(NoticeScreen(self.shell, NoticeScreen.Kind.NO_NUMBERS, closed=answer))
