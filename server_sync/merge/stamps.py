"""The stamp of a change set: when its device did it, as far as that is believed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache

from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, to_unix_ms
from server_sync.clinic.stamps import UNBELIEVED, stamp
from server_sync.protocol.changes import ChangeSet

_SIGNS = frozenset("0123456789abcdef.")
_LENGTH, _POINT = 17, 12


def stamp_of(change_set: ChangeSet, believed_now: datetime | None = None) -> str:
    """The stamp of everything that the set writes. A time that nobody can read is the earliest of all.

    With `believed_now` no later one than is believed: see `stamp_at_centre`.
    """
    made = _read(change_set.made_at)
    if believed_now is not None and made[:_POINT] > _latest(believed_now):
        made = f"{_latest(believed_now)}.0000"
    return stamp(made, change_set.uid)


def stamp_at_centre(
    change_set: ChangeSet, believed_now: datetime, next_time: Callable[[HybridTime], HybridTime]
) -> str:
    """`stamp_of`, as far as its clock is believed: who is more than a minute ahead goes by the server's own order.

    `next_time` gives the centre's next hybrid time, after the one that is given.
    """
    if not is_ahead(change_set, believed_now):
        return stamp_of(change_set)
    return stamp(next_time(HybridTime(to_unix_ms(believed_now) + MAX_DRIFT_MS, 0)), change_set.uid) + UNBELIEVED


def stamp_of_held(change_set: ChangeSet, believed_now: datetime) -> str:
    """The stamp of what a hub holds for others, in its own picture: marked as the centre will where it is ahead."""
    return stamp_of(change_set) + (UNBELIEVED if is_ahead(change_set, believed_now) else "")


def is_ahead(change_set: ChangeSet, believed_now: datetime) -> bool:
    """Whether the set's clock was further ahead than is believed."""
    return _read(change_set.made_at)[:_POINT] > _latest(believed_now)


@lru_cache(maxsize=8)
def _latest(believed_now: datetime) -> str:
    """The latest millisecond that is believed, as a hybrid time begins: a batch is settled at one moment."""
    return str(HybridTime(to_unix_ms(believed_now) + MAX_DRIFT_MS, 0))[:_POINT]


def _read(made_at: str) -> str:
    """The text of a hybrid time, which sorts as it is, and need not be taken apart."""
    is_one = len(made_at) == _LENGTH and made_at.find(".") == _POINT and _SIGNS.issuperset(made_at)
    return made_at if is_one and made_at.count(".") == 1 else str(HybridTime(0, 0))
