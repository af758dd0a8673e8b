"""What the queue's screens say of the last step: done, with its way back, or not done, with the reason."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Property, QEnum, QObject, Signal
from PySide6.QtQml import QmlElement

from server_sync.desk.queue.at_desk import DeskPlace, Why

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QueueWord(QObject):
    """One sentence for whoever works with the queue; the page puts it into words."""

    changed = Signal()

    @QEnum
    class Said(IntEnum):
        """What is to be said of a number."""

        NOTHING = 0
        CALLED = 1
        RECALLED = 2
        ABSENT = 3
        MISSED = 4
        PARKED = 5
        BACK = 6
        STARTED = 7
        COMPLETED = 8
        LEFT = 9
        HANDED_OVER = 10
        TRIAGED = 11
        UNDONE = 12
        PRINTED = 13
        ALARMED = 14
        GONE = 20
        NO_DOCTOR = 21
        MOVED_ON = 22
        NOBODY_WAITS = 23
        NO_MORE_RECALLS = 24
        NOTHING_TO_UNDO = 25
        NOT_YOURS = 26
        NO_PRINTER = 27
        BROKEN = 28
        CALLED_TWICE = 29

    def __init__(self) -> None:
        super().__init__()
        self._said = self.Said.NOTHING
        self._place: DeskPlace | None = None
        self._undoable = False

    def say(self, said: Said, place: DeskPlace | None = None, *, undoable: bool = False) -> None:
        """Say something of a place; `undoable` offers the way back."""
        self._said, self._place, self._undoable = said, place, undoable
        self.changed.emit()

    def hush(self) -> None:
        """Say nothing."""
        self.say(self.Said.NOTHING)

    @Property(int, notify=changed)
    def said(self) -> int:
        """What is said, a `Said`."""
        return int(self._said)

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        """Whether nothing was done."""
        return self._said >= self.Said.GONE

    @Property(bool, notify=changed)
    def undoable(self) -> bool:
        """Whether it can be taken back from here."""
        return self._undoable

    @Property(str, notify=changed)
    def number(self) -> str:
        """Of whom."""
        return "" if self._place is None else self._place.number

    @Property(str, notify=changed)
    def room(self) -> str:
        """Where they were called to."""
        return "" if self._place is None else self._place.room

    @Property(str, notify=changed)
    def by(self) -> str:
        """Who called them."""
        return "" if self._place is None else self._place.called_by

    @Property(int, notify=changed)
    def standing(self) -> int:
        """Where they stand now, a `PlaceList.Standing`."""
        from kiosk.screens.reception.queue_places import Standing, standing_of

        return int(Standing.OVER if self._place is None else standing_of(self._place))


REFUSALS = {
    Why.GONE: QueueWord.Said.GONE,
    Why.NO_DOCTOR: QueueWord.Said.NO_DOCTOR,
    Why.MOVED_ON: QueueWord.Said.MOVED_ON,
    Why.NOBODY_WAITS: QueueWord.Said.NOBODY_WAITS,
    Why.NO_MORE_RECALLS: QueueWord.Said.NO_MORE_RECALLS,
    Why.NOTHING_TO_UNDO: QueueWord.Said.NOTHING_TO_UNDO,
    Why.NOT_YOURS: QueueWord.Said.NOT_YOURS,
    Why.NO_PRINTER: QueueWord.Said.NO_PRINTER,
}
