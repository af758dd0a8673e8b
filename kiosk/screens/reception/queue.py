"""The queue board at work: all that can be done with whoever is chosen, and what is asked before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.queue_board import QueueBoard
from kiosk.screens.reception.queue_desk import QueueDesk, Step
from kiosk.screens.reception.queue_lines import FOR_WHOEVER
from kiosk.screens.reception.queue_word import QueueWord
from kiosk.screens.rows import Rows
from server_sync.clinic.roles import DESK
from server_sync.desk.queue.at_desk import DeskDoctor, DeskPlace

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class DoctorRow:
    """A doctor to choose: to whom somebody is handed over, or who calls them."""

    key: str
    doctor: str
    room: str
    is_in: bool


@QmlElement
class QueueScreen(QueueBoard):
    """What a receptionist sees all day. Focus stays on the person, wherever the line takes them."""

    kind = "queue"
    page_file = "reception/queue/Queue.qml"
    roles = DESK
    askingChanged = Signal()

    @QEnum
    class Asking(IntEnum):
        """What the side panel asks before a step is taken."""

        NOTHING = 0
        REASON = 1
        CALLER = 2
        TRANSFER = 3
        TRIAGE = 4

    def __init__(self, shell: StaffShell, desk: QueueDesk) -> None:
        super().__init__(shell, desk)
        self._doctors = Rows(DoctorRow)
        self._asking = self.Asking.NOTHING
        self._caller = FOR_WHOEVER

    def hidden(self) -> None:
        """See `StaffSection.hidden`."""
        super().hidden()
        self.dismiss()

    def forget(self) -> None:
        """See `StaffSection.forget`."""
        self._doctors.show(())
        self.dismiss()
        super().forget()

    def chosen_left(self) -> None:
        """See `QueueBoard.chosen_left`."""
        self.dismiss()

    @Property(Rows, constant=True)
    def doctors(self) -> Rows:
        """Those to choose from while a doctor is asked for."""
        return self._doctors

    @Property(int, notify=askingChanged)
    def asking(self) -> int:
        """What the side panel asks, an `Asking`."""
        return int(self._asking)

    # Steps.

    @Slot(int)
    def callNextAt(self, column: int) -> None:
        """Call whoever comes first for the doctor of a line, from 0."""
        lines = self._lines.lines
        if 0 <= column < len(lines) and (doctor := lines[column].doctor) is not None:
            self._column = column
            self.chosenChanged.emit()
            if not self._work.busy:
                request = self._work.desk.call_next(doctor.id)
                # What comes next is done with whoever was called: they start, or are absent.
                self._work.step(request, QueueWord.Said.CALLED, lambda place: self.pick(place.id))

    @Slot()
    def callNext(self) -> None:
        """Call whoever comes first in the line that keys act on."""
        self.callNextAt(self._column)

    @Slot()
    def call(self) -> None:
        """Call the chosen one: at once where they come next, else after a reason; to whom, where that is open."""
        place = self._person.place
        if place is None or not place.may_be_called:
            return
        self._caller = place.doctor_id or FOR_WHOEVER
        if place.doctor_id is None:
            self._ask_for_doctor(self.Asking.CALLER, self._doctors_in())
        elif place.position is not None and place.position > 1:
            self._set_asking(self.Asking.REASON)
        else:
            self._call("")

    @Slot(str)
    def chooseDoctor(self, key: str) -> None:
        """Answer which doctor: who calls, or to whom somebody is handed over."""
        place = self._person.place
        if place is None:
            return
        if self._asking is self.Asking.TRANSFER:
            self.dismiss()
            self._work.step(self._work.desk.transfer(place.id, int(key)), QueueWord.Said.HANDED_OVER)
        elif self._asking is self.Asking.CALLER:
            self._caller = int(key)
            if place.position is not None and place.position > 1:
                self._set_asking(self.Asking.REASON)
            else:
                self._call("")

    @Slot(int)
    def chooseNthDoctor(self, nth: int) -> None:
        """Answer by a key, from 0."""
        if 0 <= nth < len(self._doctors.rows):
            self.chooseDoctor(self._doctors.rows[nth].key)

    @Slot(str)
    def because(self, reason: str) -> None:
        """Call the chosen one before the others, for this reason; without one nothing happens."""
        said = " ".join(reason.split())[:LONGEST_REASON]
        if said and self._asking is self.Asking.REASON:
            self._call(said)

    @Slot(int)
    def triageAs(self, level: int) -> None:
        """What was found, 1 to 5."""
        place = self._person.place
        if place is not None and self._asking is self.Asking.TRIAGE and 1 <= level <= 5:
            self.dismiss()
            self._work.step(self._work.desk.triage(place.id, level), QueueWord.Said.TRIAGED)

    @Slot()
    def recall(self) -> None:
        """Call their number again."""
        self._take(Step.RECALL, lambda place: place.may_be_recalled)

    @Slot()
    def absent(self) -> None:
        """They did not come."""
        self._take(Step.ABSENT, lambda place: place.may_be_absent)

    @Slot()
    def park(self) -> None:
        """Hold them back, or let them be called again."""
        place = self._person.place
        if place is not None:
            self._take(Step.PARK if place.held_back is None else Step.UNPARK, lambda place: not place.is_emergency)

    @Slot()
    def start(self) -> None:
        """They go in."""
        self._take(Step.START, lambda place: place.may_start)

    @Slot()
    def complete(self) -> None:
        """Their visit is over."""
        self._take(Step.COMPLETE, lambda place: place.may_be_completed)

    @Slot()
    def leave(self) -> None:
        """They left without being seen."""
        self._take(Step.LEAVE, lambda place: place.may_leave)

    @Slot()
    def undo(self) -> None:
        """Take back the last step of this desk."""
        self.dismiss()
        self._work.undo()

    @Slot()
    def printAgain(self) -> None:
        """Print a marked copy of their ticket."""
        if self._person.place is not None:
            self._work.print_again(self._person.place, self.shell.interpreter.language.code)

    @Slot()
    def askTransfer(self) -> None:
        """Ask to which doctor they go."""
        place = self._person.place
        if place is not None and place.may_be_transferred and self._work.board is not None:
            others = [doctor for doctor in self._work.board.doctors if doctor.id != place.doctor_id]
            self._ask_for_doctor(self.Asking.TRANSFER, others)

    @Slot()
    def askTriage(self) -> None:
        """Ask how ill they are, of whoever may judge it."""
        if self._person.mayTriage:
            self._set_asking(self.Asking.TRIAGE)

    @Slot()
    def dismiss(self) -> None:
        """Ask nothing any more."""
        self._set_asking(self.Asking.NOTHING)

    # How it works.

    def _take(self, step: Step, is_offered: Callable[[DeskPlace], bool]) -> None:
        place = self._person.place
        self.dismiss()
        if place is not None and is_offered(place) and not self._work.busy:
            self._work.take(step, place.id)

    def _call(self, reason: str) -> None:
        place = self._person.place
        self.dismiss()
        if place is not None and not self._work.busy:
            self._work.step(self._work.desk.call(place.id, self._caller, reason), QueueWord.Said.CALLED)

    def _ask_for_doctor(self, asking: Asking, doctors: Sequence[DeskDoctor]) -> None:
        rows = [DoctorRow(str(doctor.id), doctor.name, doctor.room, doctor.is_in) for doctor in doctors]
        self._doctors.show(sorted(rows, key=lambda row: not row.is_in))
        self._set_asking(asking)

    def _doctors_in(self) -> list[DeskDoctor]:
        return [line.doctor for line in self._lines.lines if line.doctor is not None]

    def _set_asking(self, asking: Asking) -> None:
        if asking is not self._asking:
            self._asking = asking
            self.askingChanged.emit()
