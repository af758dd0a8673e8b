"""What the screens that identify a person share: asking the front desk, and what each of its answers leads to."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, assert_never

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import PatientScreen
from server_sync.desk.outcomes import Found, Identified, NotFound, TooEarly, TooManyTries

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

TICKET_ADDRESS = "/t/"
"""What stands before the code in the address on a ticket, and in no booking code."""


@QmlElement
class IdentifyScreen(PatientScreen):
    """A screen whose answer is a person's appointment. Everything unreadable is answered like an unknown person."""

    notFoundChanged = Signal()

    def __init__(self, shell: PatientShell) -> None:
        super().__init__(shell)
        self._not_found = False

    @Property(bool, notify=notFoundChanged)
    def notFound(self) -> bool:
        """Whether the calm sentence stands on the page."""
        return self._not_found

    def set_not_found(self, not_found: bool) -> None:
        """Show the calm sentence, or take it away as soon as somebody types anew."""
        if not_found != self._not_found:
            self._not_found = not_found
            self.notFoundChanged.emit()

    def scanned(self, text: str) -> None:
        """Look up what a scanner read, whichever question stands on the page."""
        if self.awake:
            self.clear()
            if TICKET_ADDRESS in text:
                self._look_up_place(text)
                return
            self.identify(self.shell.front_desk.find_by_booking_code(text))

    def clear(self) -> None:
        """Empty the fields; each screen knows its own."""
        raise NotImplementedError

    def identify(self, request: Coroutine[Any, Any, Identified]) -> None:
        """Ask the front desk, and go where its answer leads."""
        self.shell.ask(self, request, self._identified)

    def _look_up_place(self, text: str) -> None:
        from kiosk.screens.patient.my_place import show_place

        self.shell.ask(self, self.shell.front_desk.place_by_ticket(text), lambda found: show_place(self, found))

    def _identified(self, answer: Identified) -> None:
        from kiosk.screens.patient.notice import NoticeScreen

        match answer:
            case Found(arrivals=(arrival,)):
                from kiosk.screens.patient.confirm import ConfirmScreen

                self.shell.go(ConfirmScreen(self.shell, arrival, self._step))
            case Found(arrivals=arrivals):
                from kiosk.screens.patient.choose import ChooseScreen

                self.shell.go(ChooseScreen(self.shell, arrivals, self._step))
            case TooEarly():
                self.shell.instead(NoticeScreen(self.shell, NoticeScreen.Kind.TOO_EARLY, early=answer))
            case NotFound():
                self.refuse()
            case TooManyTries():
                self.shell.instead(NoticeScreen(self.shell, NoticeScreen.Kind.DESK))
            case _:
                assert_never(answer)

    def refuse(self) -> None:
        """Say the calm sentence; the second time, call somebody."""
        from kiosk.screens.patient.shell import TRIES

        self.shell.tries += 1
        if self.shell.tries >= TRIES:
            from kiosk.screens.patient.help import HelpScreen

            self.shell.instead(HelpScreen(self.shell, not_found=True))
        else:
            self.say_not_found()

    def say_not_found(self) -> None:
        """Empty the fields and show the calm sentence."""
        self.clear()
        self.set_not_found(True)
