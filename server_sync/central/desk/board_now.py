"""The waiting room's board, read once for all who ask within a moment: a thousand displays hear of one call at once."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from weakref import WeakKeyDictionary

from server_sync.central.access.callers import Caller
from server_sync.desk.place import Location, location_of
from server_sync.desk.queue.board import Board, board_of
from server_sync.protocol.faults import StorageFault
from server_sync.records.replica import Replica

KEPT_S = 1.0


@dataclass(frozen=True, slots=True)
class BoardNow:
    """A location's board at `now`."""

    location: Location
    board: Board
    now: datetime


class _Kept:
    """The boards of one process's records, with when each was read."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.boards: dict[int, tuple[float, BoardNow]] = {}


def board_now(replica: Replica, caller: Caller, location_id: int) -> BoardNow | None:
    """The board at most `KEPT_S` old; None where there is no such location for this caller. Raises StorageFault."""
    if not caller.may_work_at(location_id):
        return None
    with _making:
        kept = _known.setdefault(replica, _Kept())
    with kept.lock:  # those who come together wait for one reading
        at_s, board = kept.boards.get(location_id, (-KEPT_S, None))
        if board is None or monotonic() - at_s >= KEPT_S:
            board = _read(replica, location_id)
            if board is not None:
                kept.boards[location_id] = monotonic(), board
        return board


def _read(replica: Replica, location_id: int) -> BoardNow | None:
    try:
        with replica.read() as reading:
            return BoardNow(location_of(reading, location_id), board_of(reading, location_id), reading.now)
    except StorageFault as fault:
        if fault.code == "no_location":
            return None
        raise


_known: WeakKeyDictionary[Replica, _Kept] = WeakKeyDictionary()
_making = threading.Lock()
