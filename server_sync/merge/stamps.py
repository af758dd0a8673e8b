"""The stamp of a change set: when its device did it, as far as that is believed."""

from __future__ import annotations

from datetime import datetime

from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, to_unix_ms
from server_sync.clinic.stamps import stamp
from server_sync.protocol.changes import ChangeSet

_SEQUENCES = 0x10000


def stamp_of(change_set: ChangeSet, wall: datetime | None = None) -> str:
    """The stamp of everything that the set writes.

    With `wall`, the centre's own time, a set from further ahead than a minute counts as of a minute ahead, and its
    device's sequence keeps its sets in their order. A time that nobody can read is the earliest of all.
    """
    made = _read(change_set.made_at)
    if wall is not None:
        limit_ms = to_unix_ms(wall) + MAX_DRIFT_MS
        if made.unix_ms > limit_ms:
            made = HybridTime(limit_ms, change_set.sequence % _SEQUENCES)
    return stamp(made, change_set.uid)


def is_ahead(change_set: ChangeSet, wall: datetime) -> bool:
    """Whether the set's clock was further ahead of `wall` than is believed."""
    return _read(change_set.made_at).unix_ms > to_unix_ms(wall) + MAX_DRIFT_MS


def _read(made_at: str) -> HybridTime:
    try:
        made = HybridTime.parse(made_at)
    except ValueError:
        return HybridTime(0, 0)
    return made if made.unix_ms >= 0 and made.counter >= 0 else HybridTime(0, 0)
