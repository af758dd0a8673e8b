"""The queue board: every doctor's line, whoever is chosen in it, and all that can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.queue_desk import QueueDesk, Step
from kiosk.screens.reception.queue_lines import FOR_WHOEVER, LineList
from kiosk.screens.reception.queue_person import QueuePerson
from kiosk.screens.reception.queue_places import Standing, standing_of
from kiosk.screens.reception.queue_word import QueueWord
from kiosk.screens.reception.queue_work import QueueWork
from kiosk.screens.staff.rows import Rows
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.wording import clock_time
from server_sync.clinic.roles import CLINICAL, DESK, Role
from server_sync.desk.queue.at_desk import DeskBoard, DeskDoctor, DeskPlace

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class DoctorRow:
    """A doctor to choose: to whom somebody is handed over, or who calls them."""

    key: int
    doctor: str
    room: str
    is_in: bool


@QmlElement
class QueueScreen(StaffSection):
    """What a receptionist sees all day. Focus stays on the person, wherever the line takes them."""

    kind = "queue"
    page_file = "reception/queue/Queue.qml"
    roles = DESK
    boardChanged = Signal()
    chosenChanged = Signal()
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
        super().__init__(shell)
        self._work = QueueWork(desk, shell.time, self._ask, self._changed)
        self._lines = LineList()
        self._person = QueuePerson()
        self._doctors = Rows(DoctorRow)
        self._chosen = 0
        self._column = 0
        self._row = 0
        self._asking = self.Asking.NOTHING
        self._caller = FOR_WHOEVER

    # The section's life.

    def shown(self) -> None:
        """See `StaffSection.shown`."""
        self._work.begin()

    def hidden(self) -> None:
        """See `StaffSection.hidden`."""
        self._work.end()
        self.dismiss()

    def forget(self) -> None:
        """See `StaffSection.forget`."""
        self._chosen = self._column = self._row = 0
        self._person.choose(None, Role.RECEPTIONIST)
        self._lines.forget()
        self._doctors.show(())
        self.dismiss()
        self._work.forget()

    # What the page shows.

    @Property(LineList, constant=True)
    def lines(self) -> LineList:
        """Every doctor's line."""
        return self._lines

    @Property(QueuePerson, constant=True)
    def person(self) -> QueuePerson:
        """Whoever is chosen."""
        return self._person

    @Property(QueueWord, constant=True)
    def word(self) -> QueueWord:
        """What came of the last step."""
        return self._work.word

    @Property(Rows, constant=True)
    def doctors(self) -> Rows:
        """Those to choose from while a doctor is asked for."""
        return self._doctors

    @Property(int, notify=chosenChanged)
    def chosenId(self) -> int:
        """The chosen place; 0 while nobody is chosen."""
        return self._chosen

    @Property(int, notify=chosenChanged)
    def column(self) -> int:
        """The line that keys act on, from 0."""
        return self._column

    @Property(int, notify=askingChanged)
    def asking(self) -> int:
        """What the side panel asks, an `Asking`."""
        return int(self._asking)

    @Property(bool, notify=boardChanged)
    def known(self) -> bool:
        """Whether the queue has been read since somebody signed in."""
        return self._work.board is not None

    @Property(bool, notify=boardChanged)
    def failed(self) -> bool:
        """Whether it could not be read the last time."""
        return self._work.failed

    @Property(str, notify=boardChanged)
    def readAt(self) -> str:
        """From when what is shown is."""
        board = self._work.board
        return "" if board is None else clock_time(board.at)

    @Property(bool, notify=boardChanged)
    def nobodyIn(self) -> bool:
        """Whether no doctor is in and nobody is in any line."""
        return self._work.board is not None and not self._work.board.lines

    @Property(bool, notify=boardChanged)
    def busy(self) -> bool:
        """Whether a step is under way."""
        return self._work.busy

    @Property(bool, notify=boardChanged)
    def mayUndo(self) -> bool:
        """Whether there is a step of this desk to take back."""
        return self._work.may_undo

    @Property(str, notify=boardChanged)
    def alarm(self) -> str:
        """The number of somebody who must be seen at once; empty where there is none."""
        emergency = self._emergency()
        return "" if emergency is None else emergency.number

    @Property(str, notify=boardChanged)
    def alarmName(self) -> str:
        """Their name."""
        emergency = self._emergency()
        return "" if emergency is None else emergency.name

    # Choosing.

    @Slot(int)
    def choose(self, place_id: int) -> None:
        """Choose somebody, and read what is to be known of them."""
        if place_id != self._chosen:
            self.dismiss()
        self._chosen = place_id
        self._find_chosen()
        self._show_person()

    @Slot()
    def chooseAlarm(self) -> None:
        """Choose whoever must be seen at once."""
        emergency = self._emergency()
        if emergency is not None:
            self.choose(emergency.id)

    @Slot(int)
    def moveRow(self, by: int) -> None:
        """Choose the next in the same line."""
        places = self._places()
        if places:
            at = self._row + by if self._is_in_column() else 0
            self.choose(places[max(0, min(len(places) - 1, at))].id)

    @Slot(int)
    def moveColumn(self, by: int) -> None:
        """Go to the next doctor's line."""
        columns = len(self._lines.lines)
        if columns:
            self._column = max(0, min(columns - 1, self._column + by))
            places = self._places()
            self.choose(places[min(self._row, len(places) - 1)].id if places else 0)

    # Steps.

    @Slot(int)
    def callNextOf(self, doctor_id: int) -> None:
        """Call whoever comes first for a doctor."""
        if not self._work.busy:
            self._work.step(self._work.desk.call_next(doctor_id), QueueWord.Said.CALLED)

    @Slot(int)
    def callNextAt(self, column: int) -> None:
        """Call whoever comes first for the doctor of a line, from 0."""
        lines = self._lines.lines
        if 0 <= column < len(lines) and (doctor := lines[column].doctor) is not None:
            self._column = column
            self.chosenChanged.emit()
            self.callNextOf(doctor.id)

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

    @Slot(int)
    def chooseDoctor(self, doctor_id: int) -> None:
        """Answer which doctor: who calls, or to whom somebody is handed over."""
        place = self._person.place
        if place is None:
            return
        if self._asking is self.Asking.TRANSFER:
            self.dismiss()
            self._work.step(self._work.desk.transfer(place.id, doctor_id), QueueWord.Said.HANDED_OVER)
        elif self._asking is self.Asking.CALLER:
            self._caller = doctor_id
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
        place, member = self._person.place, self.shell.member
        if place is not None and member is not None and member.role in CLINICAL:
            self._set_asking(self.Asking.TRIAGE)

    @Slot()
    def dismiss(self) -> None:
        """Ask nothing any more."""
        self._set_asking(self.Asking.NOTHING)

    @Slot()
    def hush(self) -> None:
        """The last word was read."""
        self._work.word.hush()

    @Slot()
    def readAgain(self) -> None:
        """Try to read the queue once more."""
        self._work.read()

    # How it works.

    def _ask(
        self, request: Coroutine[Any, Any, Any], then: Callable[[Any], None], otherwise: Callable[[], None]
    ) -> None:  # Any: as `queue_work.Ask`
        self.shell.ask(self, request, then, otherwise)

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
        rows = [DoctorRow(doctor.id, doctor.name, doctor.room, doctor.is_in) for doctor in doctors]
        self._doctors.show(sorted(rows, key=lambda row: not row.is_in))
        self._set_asking(asking)

    def _doctors_in(self) -> list[DeskDoctor]:
        return [line.doctor for line in self._lines.lines if line.doctor is not None]

    def _set_asking(self, asking: Asking) -> None:
        if asking is not self._asking:
            self._asking = asking
            self.askingChanged.emit()

    def _changed(self) -> None:
        board = self._work.board
        if board is not None:
            self._lines.show(board)
            self._follow_chosen(board)
        self.boardChanged.emit()

    def _follow_chosen(self, board: DeskBoard) -> None:
        """Whoever is chosen stays so, wherever they stand now; whose visit is over gives way to who stands there."""
        if self._chosen and board.place(self._chosen) is None:
            places = self._places()
            self._chosen = places[min(self._row, len(places) - 1)].id if places else 0
            self.dismiss()
        self._find_chosen()
        self._show_person()

    def _find_chosen(self) -> None:
        for column, line in enumerate(self._lines.lines):
            for row, place in enumerate(line.places):
                if place.id == self._chosen:
                    self._column, self._row = column, row
        self.chosenChanged.emit()

    def _show_person(self) -> None:
        board = self._work.board
        place = None if board is None else board.place(self._chosen)
        if board is None or place is None or self.shell.member is None:
            self._person.choose(None, Role.RECEPTIONIST)
            return
        self._person.choose(place, self.shell.member.role)
        locale, today = self.shell.interpreter.locale, board.at.date()
        self.shell.ask(
            self,
            self._work.desk.person(place.id),
            lambda person: self._person.know(person, locale, today),
            lambda: None,
        )

    def _places(self) -> tuple[DeskPlace, ...]:
        lines = self._lines.lines
        return lines[self._column].places if 0 <= self._column < len(lines) else ()

    def _is_in_column(self) -> bool:
        return any(place.id == self._chosen for place in self._places())

    def _emergency(self) -> DeskPlace | None:
        lines = [] if self._work.board is None else self._work.board.lines
        return next((place for line in lines for place in line.places if _is_alarming(place)), None)


def _is_alarming(place: DeskPlace) -> bool:
    return standing_of(place) is Standing.EMERGENCY
