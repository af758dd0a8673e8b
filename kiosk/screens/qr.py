"""A QR code as runs of dark modules, so that a page can draw it crisply at any size, with rectangles alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby

from PySide6.QtCore import Property, QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class QrRuns:
    """Dark modules as (column, line, how many), without a quiet zone."""

    modules: int
    runs: tuple[tuple[int, int, int], ...]


def qr_runs(text: str) -> QrRuns:
    """Encode a text; takes some 20 ms of any thread."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return QrRuns(len(rows), tuple(run for line, row in enumerate(rows) for run in _runs(row, line)))


def _runs(row: list[bool], line: int) -> list[tuple[int, int, int]]:
    found, column = [], 0
    for dark, run in groupby(row):
        modules = len(list(run))
        if dark:
            found.append((column, line, modules))
        column += modules
    return found


class RunRole(IntEnum):
    """Where a run starts, and how long it is, in modules."""

    COLUMN = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2
    MODULES = Qt.ItemDataRole.UserRole + 3


@QmlElement
class QrDrawing(QAbstractListModel):
    """The runs for a page."""

    def __init__(self, runs: QrRuns) -> None:
        super().__init__()
        self.runs = runs

    @Property(int, constant=True)
    def modules(self) -> int:
        """How many modules the code has along a side; 0 before it is drawn."""
        return self.runs.modules

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many runs there are."""
        return 0 if parent.isValid() else len(self.runs.runs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> int:
        """One number of a run."""
        return self.runs.runs[index.row()][role - RunRole.COLUMN]

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        return {
            RunRole.COLUMN: QByteArray(b"column"),
            RunRole.LINE: QByteArray(b"line"),
            RunRole.MODULES: QByteArray(b"modules"),
        }
