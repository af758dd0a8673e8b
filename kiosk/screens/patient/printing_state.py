"""What a screen with a number says of the paper: sent, printed, or not to be had."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, QEnum, Signal
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import PatientScreen
from server_sync.desk.outcomes import PrintOutcome

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PrintingScreen(PatientScreen):
    """A screen whose number stands first, and whose paper follows if it can."""

    printingChanged = Signal()

    @QEnum
    class Printing(IntEnum):
        """How far the paper is. A printer whose state is unknown counts as failed to a patient."""

        NONE = 0
        UNDER_WAY = 1
        PRINTED = 2
        FAILED = 3

    def __init__(self, shell: PatientShell) -> None:
        super().__init__(shell)
        self._printing = self.Printing.NONE

    @Property(int, notify=printingChanged)
    def printing(self) -> int:
        """How far the paper is, a `Printing`."""
        return int(self._printing)

    def follow_print(self, print_job_uid: UUID | None) -> None:
        """Show what becomes of a print job, without keeping anybody waiting."""
        if print_job_uid is not None:
            self._set_printing(self.Printing.UNDER_WAY)
            request = self.shell.front_desk.print_outcome(print_job_uid)
            self.shell.follow(self, request, self._print_ended, lambda: self._print_ended(PrintOutcome.UNKNOWN))

    def _print_ended(self, outcome: PrintOutcome) -> None:
        printed = outcome is PrintOutcome.PRINTED
        self._set_printing(self.Printing.PRINTED if printed else self.Printing.FAILED)

    def _set_printing(self, printing: Printing) -> None:
        self._printing = printing
        self.printingChanged.emit()
