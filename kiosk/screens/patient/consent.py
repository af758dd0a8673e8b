"""The screen that asks for the clinic's consent, where it wants one: either answer leads on to the number."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import PatientScreen
from server_sync.clinic.consent import Answered, Consent

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

Then = Callable[[PatientScreen, Answered | None], None]
"""Goes on with the visit; it is given the screen that waits, and what was said, where anything was asked."""


def ask_consent(screen: PatientScreen, appointment_uid: UUID | None, then: Then) -> None:
    """Ask for the clinic's consent whoever has not answered it yet, and go on; others go on at once."""

    def told(consent: Consent | None) -> None:
        if consent is None:
            then(screen, None)
        else:
            screen.shell.go(ConsentScreen(screen.shell, consent, screen.on_the_way, then))

    screen.shell.ask(screen, screen.shell.front_desk.consent_wanted(appointment_uid), told)


@QmlElement
class ConsentScreen(PatientScreen):
    """Shows the clinic's text, and takes a yes or the wish to speak with somebody first."""

    page_file = "consent/Consent.qml"
    textChanged = Signal()

    def __init__(self, shell: PatientShell, consent: Consent, step: tuple[int, int], then: Then) -> None:
        super().__init__(shell)
        self._consent = consent
        self._then = then
        self.wordsChanged.connect(self.textChanged)
        self.set_step(*step)

    @Property(str, notify=textChanged)
    def words(self) -> str:
        """The clinic's own text, in the person's language where it has one."""
        return self._consent.text_in(self.shell.interpreter.language.code)

    @Slot()
    def agree(self) -> None:
        """Go on with a yes."""
        self._answer(agreed=True)

    @Slot()
    def askFirst(self) -> None:
        """Go on without one: somebody at the desk will speak with them."""
        self._answer(agreed=False)

    def _answer(self, *, agreed: bool) -> None:
        if self.awake:
            shown_in = self._consent.shown_in(self.shell.interpreter.language.code)
            self._then(self, Answered(self._consent.version, agreed, shown_in))
