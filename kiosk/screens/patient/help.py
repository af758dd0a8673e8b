"""The screen that calls somebody: one confirmation, then the number under which they will be called."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.printing_state import PrintingScreen
from kiosk.screens.patient.screen import Pace
from server_sync.desk.outcomes import HelpCalled, HelpOutcome

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HelpScreen(PrintingScreen):
    """Asks once, calls, and says that somebody comes."""

    offers = "help"
    page_file = "help/Help.qml"
    pace = Pace.INFORMATION
    stateChanged = Signal()

    @QEnum
    class State(IntEnum):
        """How far the call is."""

        ASKING = 0
        CALLED = 1

    def __init__(self, shell: PatientShell, *, not_found: bool = False) -> None:
        """`not_found`: the person could not be found twice, and need not ask for help themselves."""
        super().__init__(shell)
        self._not_found = not_found
        self._state = self.State.ASKING
        self._number = ""

    @Property(int, notify=stateChanged)
    def state(self) -> int:
        """How far the call is, a `State`."""
        return int(self._state)

    @Property(bool, constant=True)
    def notFound(self) -> bool:
        """Whether they are here because they could not be found."""
        return self._not_found

    @Property(str, notify=stateChanged)
    def number(self) -> str:
        """The number under which they will be called."""
        return self._number

    @Slot()
    def call(self) -> None:
        """Call somebody."""
        if self.awake and self._state is self.State.ASKING:
            request = self.shell.front_desk.call_for_help(self.shell.interpreter.language.code)
            self.shell.ask(self, request, self._called)

    @Slot()
    def done(self) -> None:
        """End the session."""
        if self.awake:
            self.shell.reset()

    def _called(self, answer: HelpOutcome) -> None:
        if not isinstance(answer, HelpCalled):
            from kiosk.screens.patient.notice import NoticeScreen

            self.shell.instead(NoticeScreen(self.shell, NoticeScreen.Kind.NO_NUMBERS, closed=answer))
            return
        self._number = answer.short_number
        self._state = self.State.CALLED
        self.stateChanged.emit()
        self.follow_print(answer.print_job_uid)
