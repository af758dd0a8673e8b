"""The stamp of a change set: when its device did it, as far as that is believed."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, to_unix_ms
from server_sync.clinic.stamps import stamp
from server_sync.protocol.changes import ChangeSet

_SEQUENCES = 0x10000
_SIGNS = frozenset("0123456789abcdef.")
_LENGTH, _POINT = 17, 12


def stamp_of(change_set: ChangeSet, wall: datetime | None = None) -> str:
    """The stamp of everything that the set writes.

    With `wall`, the centre's own time, a set from further ahead than a minute counts as of a minute ahead, and its
    device's sequence keeps its sets in their order. A time that nobody can read is the earliest of all.
    """
    made = _read(change_set.made_at)
    if wall is not None and made[:_POINT] > _latest(wall):
        made = f"{_latest(wall)}.{change_set.sequence % _SEQUENCES:04x}"
    return stamp(made, change_set.uid)


def is_ahead(change_set: ChangeSet, wall: datetime) -> bool:
    """Whether the set's clock was further ahead of `wall` than is believed."""
    return _read(change_set.made_at)[:_POINT] > _latest(wall)


@lru_cache(maxsize=8)
def _latest(wall: datetime) -> str:
    """The latest millisecond that is believed, as a hybrid time begins: a batch is settled at one moment."""
    return str(HybridTime(to_unix_ms(wall) + MAX_DRIFT_MS, 0))[:_POINT]


def _read(made_at: str) -> str:
    """The text of a hybrid time, which sorts as it is, and need not be taken apart."""
    is_one = len(made_at) == _LENGTH and made_at.find(".") == _POINT and _SIGNS.issuperset(made_at)
    return made_at if is_one and made_at.count(".") == 1 else str(HybridTime(0, 0))
