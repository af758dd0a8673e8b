"""A typed list for QML whose rows are values: each field of a dataclass is a role, in camelCase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_ROLE = 0x0101
"""One behind Qt.ItemDataRole.UserRole."""
Index = QModelIndex | QPersistentModelIndex


@QmlElement
class Rows(QAbstractListModel):
    """Rows of one dataclass. Lives on the UI thread."""

    def __init__(self, kind: type[Any], key: str = "key") -> None:
        """`kind` is the dataclass; its field `key` says which row is which."""
        super().__init__()
        self._names = [field.name for field in fields(kind)]
        self._key = key
        self.rows: tuple[Any, ...] = ()

    def show(self, rows: Sequence[Any]) -> None:
        """Put these in the place of those before; where they are the same people, only what changed is told."""
        before, self_rows = self.rows, tuple(rows)
        if [getattr(row, self._key) for row in before] != [getattr(row, self._key) for row in self_rows]:
            self.beginResetModel()
            self.rows = self_rows
            self.endResetModel()
            return
        self.rows = self_rows
        for place, (old, new) in enumerate(zip(before, self_rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def fill(self, rows: Sequence[Any]) -> None:
        """Put others in the places of those before: for answers to each key of a search, whose rows are not made anew.

        What stands for a row on the screen stays, and says another name.
        """
        before, after = len(self.rows), tuple(rows)
        if len(after) < before:
            self.beginRemoveRows(QModelIndex(), len(after), before - 1)
            self.rows = self.rows[: len(after)]
            self.endRemoveRows()
        kept = len(self.rows)
        self.rows = after[:kept]
        if kept:
            self.dataChanged.emit(self.index(0), self.index(kept - 1))
        if len(after) > kept:
            self.beginInsertRows(QModelIndex(), kept, len(after) - 1)
            self.rows = after
            self.endInsertRows()

    @Slot(int, result=int)
    def placeOf(self, key: int) -> int:
        """Where the row of a key stands; -1 where it does not."""
        return next((place for place, row in enumerate(self.rows) if getattr(row, self._key) == key), -1)

    @Slot(str, result=int)
    def placeNamed(self, key: str) -> int:
        """Where the row of a key that is a word stands; -1 where it does not."""
        return next((place for place, row in enumerate(self.rows) if getattr(row, self._key) == key), -1)

    @Slot(int, result=int)
    def keyAt(self, place: int) -> int:
        """The key of the row that stands there. Raises IndexError where none does."""
        return int(getattr(self.rows[place], self._key))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = 0) -> object:
        """One field of one row."""
        place = role - FIRST_ROLE
        if not (0 <= index.row() < len(self.rows) and 0 <= place < len(self._names)):
            return None
        return getattr(self.rows[index.row()], self._names[place])

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        return {FIRST_ROLE + place: QByteArray(_camel(name).encode()) for place, name in enumerate(self._names)}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)
