"""The screen between "Is this you?" and the ticket where something is due. It never stands in the way of the number."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.choices import ChoiceList, Choosable
from kiosk.screens.patient.screen import PatientScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell
    from server_sync.desk.outcomes import Due

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PayScreen(PatientScreen):
    """Says what is due, and lets a person choose how to pay it."""

    page_file = "pay/Pay.qml"
    dueChanged = Signal()

    @QEnum
    class Method(IntEnum):
        """How it can be paid; what this machine cannot take yet is not offered."""

        DESK = 0

    def __init__(
        self, shell: PatientShell, due: Due, step: tuple[int, int], pay_at_desk: Callable[[PatientScreen], None]
    ) -> None:
        """`pay_at_desk` goes on with the visit; it is given the screen that waits."""
        super().__init__(shell)
        self._due = due
        self._pay_at_desk = pay_at_desk
        self._list = ChoiceList([Choosable(int(self.Method.DESK))])
        self.wordsChanged.connect(self.dueChanged)
        self.set_step(*step)

    @Property(str, notify=dueChanged)
    def amount(self) -> str:
        """What is due, with its currency, as people of that language write it."""
        written = self.shell.interpreter.locale.toString(float(self._due.amount), "f", 2)
        return f"{written} {self._due.currency}"

    @Property(ChoiceList, constant=True)
    def methods(self) -> ChoiceList:
        """How it can be paid; each key is a `Method`."""
        return self._list

    @Slot(int)
    def choose(self, method: int) -> None:
        """Go on by one of the ways to pay."""
        if self.awake and method == self.Method.DESK:
            self._pay_at_desk(self)
