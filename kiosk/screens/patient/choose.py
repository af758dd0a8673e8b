"""The screen for a person with several appointments: initials, time and clinician of each, never a name."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import PatientScreen
from kiosk.screens.wording import clock_time
from server_sync.desk.outcomes import Arrival

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex


class ArrivalRole(IntEnum):
    """What a row says of an appointment."""

    INITIALS = Qt.ItemDataRole.UserRole + 1
    STARTS = Qt.ItemDataRole.UserRole + 2
    DOCTOR = Qt.ItemDataRole.UserRole + 3


@QmlElement
class ArrivalList(QAbstractListModel):
    """One person's appointments, soonest first."""

    def __init__(self, arrivals: tuple[Arrival, ...]) -> None:
        super().__init__()
        self._rows = [
            {
                ArrivalRole.INITIALS: arrival.initials,
                ArrivalRole.STARTS: clock_time(arrival.starts_at),
                ArrivalRole.DOCTOR: arrival.doctor_name,
            }
            for arrival in arrivals
        ]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many appointments there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str:
        """One cell; empty for roles that are not ours."""
        return self._rows[index.row()].get(ArrivalRole(role), "") if role in set(ArrivalRole) else ""

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        return {
            ArrivalRole.INITIALS: QByteArray(b"initials"),
            ArrivalRole.STARTS: QByteArray(b"starts"),
            ArrivalRole.DOCTOR: QByteArray(b"doctor"),
        }


@QmlElement
class ChooseScreen(PatientScreen):
    """Asks which of several appointments the person comes for."""

    page_file = "choose/Choose.qml"

    def __init__(self, shell: PatientShell, arrivals: tuple[Arrival, ...], step: tuple[int, int]) -> None:
        super().__init__(shell)
        self._arrivals = arrivals
        self._list = ArrivalList(arrivals)
        self._found_at = step
        self.set_step(*step)

    @Property(ArrivalList, constant=True)
    def arrivals(self) -> ArrivalList:
        """The appointments to choose from."""
        return self._list

    @Slot(int)
    def choose(self, row: int) -> None:
        """Go on to confirm one of them."""
        from kiosk.screens.patient.confirm import ConfirmScreen

        if self.awake:
            self.shell.go(ConfirmScreen(self.shell, self._arrivals[row], self._found_at))
