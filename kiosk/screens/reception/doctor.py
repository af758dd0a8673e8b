"""The doctor's view: who is with them, who comes next, and three keys for a whole visit."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.queue_desk import QueueDesk, Step
from kiosk.screens.reception.queue_person import QueuePerson
from kiosk.screens.reception.queue_places import PlaceList, Standing, standing_of
from kiosk.screens.reception.queue_word import QueueWord
from kiosk.screens.reception.queue_work import QueueWork
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.wording import clock_time
from server_sync.clinic.roles import Role
from server_sync.desk.queue.at_desk import ComingToday, DeskBoard, DeskLine, DeskPlace

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

WITH_THE_DOCTOR = (Standing.INSIDE, Standing.EMERGENCY, Standing.CALLED)
"""Where whoever is shown large stands, the first before the second."""


@QmlElement
class DoctorScreen(StaffSection):
    """One doctor's own line. Whoever is inside or called stands large; the rest wait beside them."""

    kind = "doctor"
    page_file = "reception/doctor/Doctor.qml"
    roles = frozenset({Role.DOCTOR})
    boardChanged = Signal()

    def __init__(self, shell: StaffShell, desk: QueueDesk) -> None:
        super().__init__(shell)
        self._work = QueueWork(desk, shell.time, self._ask, self._changed)
        self._person = QueuePerson()
        self._mine = PlaceList()
        self._line: DeskLine | None = None
        self._waiting = 0
        self._coming = ComingToday(None, 0)

    def shown(self) -> None:
        """See `StaffSection.shown`."""
        self._work.begin()

    def hidden(self) -> None:
        """See `StaffSection.hidden`."""
        self._work.end()

    def forget(self) -> None:
        """See `StaffSection.forget`."""
        self._person.choose(None)
        self._mine.show(())
        self._line, self._waiting, self._coming = None, 0, ComingToday(None, 0)
        self._work.forget()

    @Property(QueuePerson, constant=True)
    def person(self) -> QueuePerson:
        """Whoever is inside, or called."""
        return self._person

    @Property(PlaceList, constant=True)
    def mine(self) -> PlaceList:
        """Those who wait for this doctor in their order, and then those who wait for whoever is free."""
        return self._mine

    @Property(QueueWord, constant=True)
    def word(self) -> QueueWord:
        """What came of the last step."""
        return self._work.word

    @Property(str, notify=boardChanged)
    def room(self) -> str:
        """Where this doctor sees people."""
        return "" if self._line is None or self._line.doctor is None else self._line.doctor.room

    @Property(int, notify=boardChanged)
    def waiting(self) -> int:
        """How many wait, held back or not."""
        return self._waiting

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
        return "" if self._work.board is None else clock_time(self._work.board.at)

    @Property(str, notify=boardChanged)
    def nextStarts(self) -> str:
        """When the next appointment that has not come yet is; empty where there is none."""
        return "" if self._coming.next is None else clock_time(self._coming.next.starts_at)

    @Property(str, notify=boardChanged)
    def nextName(self) -> str:
        """Whose it is."""
        return "" if self._coming.next is None else self._coming.next.name

    @Property(str, notify=boardChanged)
    def nextReason(self) -> str:
        """What they come for."""
        return "" if self._coming.next is None else self._coming.next.reason

    @Property(int, notify=boardChanged)
    def appointmentsLeft(self) -> int:
        """How many appointments have not come yet today."""
        return self._coming.left

    @Property(str, notify=boardChanged)
    def lastStarts(self) -> str:
        """When the last of them begins; empty where nobody is expected."""
        return "" if self._coming.last_at is None else clock_time(self._coming.last_at)

    @Slot()
    def callNext(self) -> None:
        """Call whoever comes first."""
        member = self.shell.member
        if member is not None and not self._work.busy:
            self._work.step(self._work.desk.call_next(member.user_id), QueueWord.Said.CALLED)

    @Slot()
    def start(self) -> None:
        """They came in."""
        self._take(Step.START, lambda place: place.may_start)

    @Slot()
    def complete(self) -> None:
        """Their visit is over."""
        self._take(Step.COMPLETE, lambda place: place.may_be_completed)

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
        """To the laboratory, and back into the line later."""
        self._take(Step.PARK, lambda place: place.may_be_parked)

    @Slot(str)
    def call(self, place_id: str) -> None:
        """Call this one, who was held back and is there again."""
        member, board = self.shell.member, self._work.board
        place = None if board is None else board.place(int(place_id))
        if member is not None and place is not None and place.held_back is not None and not self._work.busy:
            self._work.step(self._work.desk.call(place.id, member.user_id, ""), QueueWord.Said.CALLED)

    @Slot()
    def undo(self) -> None:
        """Take back the last step that was taken here."""
        self._work.undo()

    @Slot()
    def hush(self) -> None:
        """The last word was read."""
        self._work.word.hush()

    @Slot()
    def readAgain(self) -> None:
        """Try to read the queue once more."""
        self._work.read()

    def _ask(
        self, request: Coroutine[Any, Any, Any], then: Callable[[Any], None], otherwise: Callable[[], None]
    ) -> None:  # Any: as `queue_work.Ask`
        self.shell.ask(self, request, then, otherwise)

    def _take(self, step: Step, is_offered: Callable[[DeskPlace], bool]) -> None:
        place = self._person.place
        if place is not None and is_offered(place) and not self._work.busy:
            self._work.take(step, place.id)

    def _changed(self) -> None:
        board, member = self._work.board, self.shell.member
        if board is not None and member is not None:
            self._show(board, member.user_id)
        self.boardChanged.emit()

    def _show(self, board: DeskBoard, doctor_id: int) -> None:
        lines = {None if line.doctor is None else line.doctor.id: line for line in board.lines}
        self._line = lines.get(doctor_id)
        own = () if self._line is None else self._line.places
        pool = lines[None].places if None in lines else ()
        with_them = sorted(
            (place for place in own if standing_of(place) in WITH_THE_DOCTOR),
            key=lambda place: WITH_THE_DOCTOR.index(standing_of(place)),
        )
        large = with_them[0] if with_them else None
        beside = [place for place in (*own, *pool) if large is None or place.id != large.id]
        self._mine.show(beside)
        self._waiting = sum(1 for place in beside if standing_of(place) not in WITH_THE_DOCTOR)
        self._person.choose(large, may_triage=True)
        self._read_more(board, doctor_id, large)

    def _read_more(self, board: DeskBoard, doctor_id: int, large: DeskPlace | None) -> None:
        desk, locale, today = self._work.desk, self.shell.interpreter.locale, board.at.date()

        def expected(coming: ComingToday) -> None:
            self._coming = coming
            self.boardChanged.emit()

        self._ask(desk.coming(doctor_id), expected, lambda: None)
        if large is not None:
            self._ask(desk.person(large.id), lambda one: self._person.know(one, locale, today), lambda: None)
