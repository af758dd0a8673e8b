"""The screen that asks after a visit how it was: five faces, and words where somebody likes."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import Pace, PatientScreen
from server_sync.desk.self_service import Thanks

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FeedbackScreen(PatientScreen):
    """Asks, and thanks."""

    page_file = "feedback/Feedback.qml"
    pace = Pace.INFORMATION
    stateChanged = Signal()

    @QEnum
    class State(IntEnum):
        """How far it is."""

        ASKING = 0
        THANKED = 1
        SAID_BEFORE = 2

    def __init__(self, shell: PatientShell, follow_code: str, state: int = 0) -> None:
        """`state` is a `State`."""
        super().__init__(shell)
        self._follow_code = follow_code
        self._state = self.State(state)

    @Property(int, notify=stateChanged)
    def state(self) -> int:
        """How far it is, a `State`."""
        return int(self._state)

    @Slot(int)
    def choose(self, score: int) -> None:
        """Take a face, 1 to 5, and ask for words."""
        from kiosk.screens.patient.text import TextScreen

        if self.awake:
            shell = self.shell
            opinion = TextScreen(shell, TextScreen.Kind.OPINION, (0, 0), lambda words: self._say(opinion, score, words))
            shell.go(opinion)

    @Slot()
    def done(self) -> None:
        """End the session."""
        if self.awake:
            self.shell.reset()

    def _say(self, opinion: PatientScreen, score: int, words: str) -> None:
        request = self.shell.front_desk.say_of_visit(self._follow_code, score, words)
        self.shell.ask(opinion, request, self._said)

    def _said(self, answer: Thanks) -> None:
        state = self.State.SAID_BEFORE if answer is Thanks.SAID_BEFORE else self.State.THANKED
        self.shell.instead(FeedbackScreen(self.shell, self._follow_code, int(state)))
