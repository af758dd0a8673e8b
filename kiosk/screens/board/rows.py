"""The board's rows, as its page reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.screens.rows import Rows

if TYPE_CHECKING:
    from server_sync.desk.queue.board import Call, LineOnBoard

__all__ = ["CallRow", "LineRow", "Rows"]


@dataclass(frozen=True, slots=True)
class CallRow:
    """One of the calls before the newest."""

    key: str
    number: str
    room: str
    missed: bool

    @staticmethod
    def of(call: Call) -> CallRow:
        """From the desk's value."""
        return CallRow(call.uid.hex, call.short_number, call.room, call.is_missed)


@dataclass(frozen=True, slots=True)
class LineRow:
    """One doctor's line; the empty name waits for whoever is free."""

    key: int
    doctor: str
    room: str
    serving: str
    """Numbers that are with the doctor, or called."""
    waiting: int
    least: int
    most: int
    """Minutes; both -1 where nothing honest can be said."""

    @staticmethod
    def of(place: int, line: LineOnBoard) -> LineRow:
        """From the desk's value."""
        least, most = (line.wait.lower_min, line.wait.upper_min) if line.wait else (-1, -1)
        return LineRow(place, line.doctor_name, line.room, ", ".join(line.now_serving), line.waiting, least, most)
