"""A doctor's line as a list that changes where it changed: rows are moved, not made anew, so that nothing jumps."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QEnum, QModelIndex, QPersistentModelIndex, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.languages import USER_ROLE
from kiosk.screens.wording import clock_time
from server_sync.clinic.visits import HeldBack, QueueStatus
from server_sync.desk.queue.at_desk import DeskPlace

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex


class PlaceRole(IntEnum):
    """What a row says of a place. Ids are text: those that a device gives are too large for a number of QML's."""

    PLACE_ID = USER_ROLE + 1
    NUMBER = USER_ROLE + 2
    PERSON = USER_ROLE + 3
    STANDING = USER_ROLE + 4
    MINUTES = USER_ROLE + 5
    BOOKED = USER_ROLE + 6
    OVER = USER_ROLE + 7
    TRIAGE = USER_ROLE + 8
    FLAGS = USER_ROLE + 9
    ROOM = USER_ROLE + 10
    SHORTEST = USER_ROLE + 11
    LONGEST = USER_ROLE + 12
    RECALLS = USER_ROLE + 13


ROLE_NAMES = {
    PlaceRole.PLACE_ID: b"placeId",
    PlaceRole.NUMBER: b"number",
    PlaceRole.PERSON: b"person",
    PlaceRole.STANDING: b"standing",
    PlaceRole.MINUTES: b"minutes",
    PlaceRole.BOOKED: b"booked",
    PlaceRole.OVER: b"over",
    PlaceRole.TRIAGE: b"triage",
    PlaceRole.FLAGS: b"flags",
    PlaceRole.ROOM: b"room",
    PlaceRole.SHORTEST: b"shortest",
    PlaceRole.LONGEST: b"longest",
    PlaceRole.RECALLS: b"recalls",
}


class Standing(IntEnum):
    """Where somebody in the queue stands, as the screens say it."""

    INSIDE = 0
    CALLED = 1
    WAITING = 2
    PARKED = 3
    ABSENT = 4
    EMERGENCY = 5
    OVER = 6


class Flag(IntEnum):
    """What is to be known of somebody besides; added up."""

    LATE = 1
    NOT_VERIFIED = 2
    PUT_FIRST = 4
    MAY_NOT_WAIT = 8


def standing_of(place: DeskPlace) -> Standing:
    """In one word for all that a place holds."""
    if place.status in (QueueStatus.COMPLETED, QueueStatus.CANCELLED):
        return Standing.OVER
    if place.is_emergency and place.status is not QueueStatus.IN_CONSULTATION:
        return Standing.EMERGENCY
    if place.status is QueueStatus.WAITING and place.held_back is not None:
        return Standing.PARKED if place.held_back is HeldBack.PARKED else Standing.ABSENT
    known = {QueueStatus.IN_CONSULTATION: Standing.INSIDE, QueueStatus.CALLED: Standing.CALLED}
    return known.get(place.status, Standing.WAITING)


def flags_of(place: DeskPlace) -> int:
    """The flags of a place, added up."""
    flags = {
        Flag.LATE: place.is_late,
        Flag.NOT_VERIFIED: not place.is_verified,
        Flag.PUT_FIRST: bool(place.put_first),
        Flag.MAY_NOT_WAIT: place.special_reason is not None,
    }
    return sum(int(flag) for flag, stands in flags.items() if stands)


def row_of(place: DeskPlace) -> dict[int, Any]:  # Any: each role has a type of its own
    """What the delegates show of a place."""
    return {
        PlaceRole.PLACE_ID: str(place.id),
        PlaceRole.NUMBER: place.number,
        PlaceRole.PERSON: place.name,
        PlaceRole.STANDING: int(standing_of(place)),
        PlaceRole.MINUTES: place.minutes,
        PlaceRole.BOOKED: "" if place.booked_for is None else clock_time(place.booked_for),
        PlaceRole.OVER: place.over_target_min,
        PlaceRole.TRIAGE: place.triage_level or 0,
        PlaceRole.FLAGS: flags_of(place),
        PlaceRole.ROOM: place.room,
        PlaceRole.SHORTEST: -1 if place.wait is None else place.wait.lower_min,
        PlaceRole.LONGEST: -1 if place.wait is None else place.wait.upper_min,
        PlaceRole.RECALLS: place.recall_count,
    }


@QmlElement
class PlaceList(QAbstractListModel):
    """The places of one line, in the order in which they are shown."""

    @QEnum
    class Standing(IntEnum):
        """See `kiosk.screens.reception.queue_places.Standing`."""

        INSIDE = 0
        CALLED = 1
        WAITING = 2
        PARKED = 3
        ABSENT = 4
        EMERGENCY = 5
        OVER = 6

    @QEnum
    class Flag(IntEnum):
        """See `kiosk.screens.reception.queue_places.Flag`."""

        LATE = 1
        NOT_VERIFIED = 2
        PUT_FIRST = 4
        MAY_NOT_WAIT = 8

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[dict[int, Any]] = []

    @property
    def ids(self) -> list[str]:
        """The places' ids, from the top."""
        return [row[PlaceRole.PLACE_ID] for row in self._rows]

    @Slot(str, result=int)
    def rowOf(self, place_id: str) -> int:
        """Where a place stands in the list, from 0; -1 where it does not."""
        ids = self.ids
        return ids.index(place_id) if place_id in ids else -1

    def show(self, places: Sequence[DeskPlace]) -> None:
        """Become these places: what is gone is removed, what moved is moved, what is new is put in, the rest stays."""
        wanted = [row_of(place) for place in places]
        ids = {row[PlaceRole.PLACE_ID] for row in wanted}
        for at in reversed(range(len(self._rows))):
            if self._rows[at][PlaceRole.PLACE_ID] not in ids:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, row in enumerate(wanted):
            self._put(at, row)

    def _put(self, at: int, row: dict[int, Any]) -> None:
        known = self.ids
        if row[PlaceRole.PLACE_ID] not in known:
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
            return
        stood = known.index(row[PlaceRole.PLACE_ID])
        if stood != at:
            self.beginMoveRows(QModelIndex(), stood, stood, QModelIndex(), at)
            self._rows.insert(at, self._rows.pop(stood))
            self.endMoveRows()
        if self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:  # Any: each role has a type of its own
        """One cell."""
        return self._rows[index.row()].get(role)

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        return {int(role): QByteArray(name) for role, name in ROLE_NAMES.items()}
