"""The lines of the queue board: one a doctor, each with its places, kept while it stands."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex
from PySide6.QtQml import QmlElement

from kiosk.screens.languages import USER_ROLE
from kiosk.screens.reception.queue_places import PlaceList
from server_sync.desk.queue.at_desk import DeskBoard, DeskLine

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex

FOR_WHOEVER = 0
"""Stands for the doctor of those who wait for whoever is free."""


class LineRole(IntEnum):
    """What a line says of itself."""

    DOCTOR = USER_ROLE + 1
    ROOM = USER_ROLE + 2
    IS_IN = USER_ROLE + 3
    WAITING = USER_ROLE + 4
    PLACES = USER_ROLE + 5


@QmlElement
class LineList(QAbstractListModel):
    """The doctors' lines by name, and last those who wait for whoever is free."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[DeskLine] = []
        self._places: dict[int, PlaceList] = {}

    def show(self, board: DeskBoard) -> None:
        """Become this board. Lines that stay keep their lists and where they were scrolled to."""
        wanted = {key_of(line): line for line in board.lines}
        for at in reversed(range(len(self._lines))):
            if key_of(self._lines[at]) not in wanted:
                self._remove(at)
        for at, line in enumerate(board.lines):
            self._put(at, line)
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        gone = self._lines.pop(at)
        self.endRemoveRows()
        self._places[key_of(gone)].show(())

    def _put(self, at: int, line: DeskLine) -> None:
        keys = [key_of(known) for known in self._lines]
        self._places.setdefault(key_of(line), PlaceList()).show(line.places)
        if key_of(line) not in keys:
            self.beginInsertRows(QModelIndex(), at, at)
            self._lines.insert(at, line)
            self.endInsertRows()
            return
        stood = keys.index(key_of(line))
        if stood != at:
            self.beginMoveRows(QModelIndex(), stood, stood, QModelIndex(), at)
            self._lines.insert(at, self._lines.pop(stood))
            self.endMoveRows()
        self._lines[at] = line

    def forget(self) -> None:
        """Show nobody any more, and remember nobody."""
        self.beginResetModel()
        self._lines = []
        for places in self._places.values():
            places.show(())
        self.endResetModel()

    @property
    def lines(self) -> list[DeskLine]:
        """As they were shown last."""
        return self._lines

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = 0) -> Any:  # Any: each role has a type of its own
        """One cell."""
        line = self._lines[index.row()]
        cells: dict[int, Any] = {
            LineRole.DOCTOR: line.doctor.name if line.doctor else "",
            LineRole.ROOM: line.doctor.room if line.doctor else "",
            LineRole.IS_IN: line.doctor is None or line.doctor.is_in,
            LineRole.WAITING: line.waiting,
            LineRole.PLACES: self._places[key_of(line)],
        }
        return cells.get(role)

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        names = {
            LineRole.DOCTOR: b"doctor",
            LineRole.ROOM: b"room",
            LineRole.IS_IN: b"isIn",
            LineRole.WAITING: b"waiting",
            LineRole.PLACES: b"places",
        }
        return {int(role): QByteArray(name) for role, name in names.items()}


def key_of(line: DeskLine) -> int:
    """The doctor's id, `FOR_WHOEVER` without one."""
    return FOR_WHOEVER if line.doctor is None else line.doctor.id
