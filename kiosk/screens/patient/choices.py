"""What a person may choose from on one page: a list of tiles, some of them chosen already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choosable:
    """One tile. `key` tells the page which words are meant, where `words` are not given."""

    key: int
    words: str = ""
    more: str = ""
    chosen: bool = False
    uncertain: bool = False


class ChoiceRole(IntEnum):
    """What a row says of a tile."""

    KEY = Qt.ItemDataRole.UserRole + 1
    WORDS = Qt.ItemDataRole.UserRole + 2
    MORE = Qt.ItemDataRole.UserRole + 3
    CHOSEN = Qt.ItemDataRole.UserRole + 4
    UNCERTAIN = Qt.ItemDataRole.UserRole + 5


@QmlElement
class ChoiceList(QAbstractListModel):
    """The tiles of one page, in their order."""

    def __init__(self, rows: Sequence[Choosable]) -> None:
        super().__init__()
        self._rows = tuple(rows)

    def show(self, rows: Sequence[Choosable]) -> None:
        """Put others in their place; where they are as many, the tiles stay and only their words change."""
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many tiles there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell; None for roles that are not ours."""
        if role not in set(ChoiceRole):
            return None
        return getattr(self._rows[index.row()], ChoiceRole(role).name.lower())

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        return {role: QByteArray(role.name.lower().encode()) for role in ChoiceRole}
