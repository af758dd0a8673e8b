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

    DOCTOR_ID = USER_ROLE + 1
    DOCTOR = USER_ROLE + 2
    ROOM = USER_ROLE + 3
    IS_IN = USER_ROLE + 4
    WAITING = USER_ROLE + 5
    PLACES = USER_ROLE + 6


@QmlElement
class LineList(QAbstractListModel):
    """The doctors' lines by name, and last those who wait for whoever is free."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[DeskLine] = []
        self._places: dict[int, PlaceList] = {}

    def show(self, board: DeskBoard) -> None:
        """Become this board. Lines that stay keep their lists; a doctor more or fewer makes the columns anew."""
        stood, self._lines = [key_of(line) for line in self._lines], list(board.lines)
        keys = [key_of(line) for line in self._lines]
        if keys != stood:
            self.beginResetModel()
        for line in self._lines:
            self._places.setdefault(key_of(line), PlaceList()).show(line.places)
        for key in set(stood) - set(keys):
            self._places[key].show(())
        if keys != stood:
            self.endResetModel()
        elif keys:
            self.dataChanged.emit(self.index(0), self.index(len(keys) - 1))

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
            LineRole.DOCTOR_ID: key_of(line),
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
            LineRole.DOCTOR_ID: b"doctorId",
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
