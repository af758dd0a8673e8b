"""What the queue board shows: every doctor's line as it was read, and whoever is chosen, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.queue_desk import QueueDesk
from kiosk.screens.reception.queue_lines import LineList
from kiosk.screens.reception.queue_person import QueuePerson
from kiosk.screens.reception.queue_places import Standing, standing_of
from kiosk.screens.reception.queue_word import QueueWord
from kiosk.screens.reception.queue_work import QueueWork
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.wording import clock_time
from server_sync.desk.queue.at_desk import DeskBoard, DeskPlace

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QueueBoard(StaffSection):
    """The board to look at and to choose from; what is done with the chosen one is `QueueScreen`'s."""

    boardChanged = Signal()
    chosenChanged = Signal()

    def __init__(self, shell: StaffShell, desk: QueueDesk) -> None:
        super().__init__(shell)
        self._work = QueueWork(desk, shell.time, self._ask, self._changed)
        self._lines = LineList()
        self._person = QueuePerson()
        self._chosen = 0
        self._column = 0
        self._row = 0

    def shown(self) -> None:
        """See `StaffSection.shown`."""
        self._work.begin()

    def hidden(self) -> None:
        """See `StaffSection.hidden`."""
        self._work.end()

    def forget(self) -> None:
        """See `StaffSection.forget`."""
        self._chosen = self._column = self._row = 0
        self._person.choose(None)
        self._lines.forget()
        self._work.forget()

    def chosen_left(self) -> None:
        """Another one is chosen now, or nobody: what was asked of the one before is asked no more."""

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

    @Property(str, notify=chosenChanged)
    def chosenId(self) -> str:
        """The chosen place; empty while nobody is chosen."""
        return str(self._chosen) if self._chosen else ""

    @Property(int, notify=chosenChanged)
    def column(self) -> int:
        """The line that keys act on, from 0."""
        return self._column

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

    @Property(int, notify=boardChanged)
    def columns(self) -> int:
        """How many lines there are."""
        return len(self._lines.lines)

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

    @Slot(str)
    def choose(self, place_id: str) -> None:
        """Choose somebody by the id of their card."""
        self.pick(int(place_id))

    def pick(self, place_id: int) -> None:
        """Choose somebody, and read what is to be known of them; 0 chooses nobody."""
        if place_id != self._chosen:
            self.chosen_left()
        self._chosen = place_id
        self._find_chosen()
        self._show_person()

    @Slot()
    def chooseAlarm(self) -> None:
        """Choose whoever must be seen at once."""
        emergency = self._emergency()
        if emergency is not None:
            self.pick(emergency.id)

    @Slot(int)
    def moveRow(self, by: int) -> None:
        """Choose the next in the same line."""
        places = self._places()
        if places:
            at = self._row + by if self._is_in_column() else 0
            self.pick(places[max(0, min(len(places) - 1, at))].id)

    @Slot(int)
    def moveColumn(self, by: int) -> None:
        """Go to the next doctor's line."""
        columns = len(self._lines.lines)
        if columns:
            self._column = max(0, min(columns - 1, self._column + by))
            places = self._places()
            self.pick(places[min(self._row, len(places) - 1)].id if places else 0)

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
            self.chosen_left()
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
            self._person.choose(None)
            return
        self._person.choose(place, may_triage=self.shell.member.role in board.triaged_by)
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
