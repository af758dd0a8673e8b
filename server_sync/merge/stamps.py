"""Who wrote a field last: stamps that sort as text, by hybrid time and then by change set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, to_unix_ms
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import ChangeSet

DOCUMENTS = frozenset({"medical_history", "communication_preferences"})
"""Columns that are merged key by key: each key has a stamp of its own."""

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


def stamp(made_at: HybridTime, change_set_uid: UUID) -> str:
    """`0189abcdef01.0003.9f8e7d6c`: the hybrid time and the end of the set's uid."""
    return f"{made_at}.{change_set_uid.hex[-8:]}"


def is_ahead(change_set: ChangeSet, wall: datetime) -> bool:
    """Whether the set's clock was further ahead of `wall` than is believed."""
    return _read(change_set.made_at).unix_ms > to_unix_ms(wall) + MAX_DRIFT_MS


def stamped(values: Mapping[str, Json], replaced: Mapping[str, Json], mark: str) -> dict[str, str]:
    """The stamps of what was changed: by column, and in documents by the keys that differ from what was replaced."""
    marks: dict[str, str] = {}
    for name, value in values.items():
        if name in DOCUMENTS:
            marks |= {key_of(name, key): mark for key in changed_keys(value, replaced.get(name))}
        else:
            marks[name] = mark
    return marks


def changed_keys(value: Json, was: Json) -> Iterable[str]:
    """The keys of a document that were added, changed or taken out."""
    now, before = _keys(value), _keys(was)
    return [key for key in now | before if now.get(key, _ABSENT) != before.get(key, _ABSENT)]


def key_of(name: str, key: str) -> str:
    """How a key of a document is called among the fields: `medical_history/allergies`."""
    return f"{name}/{key}"


def _keys(document: Json) -> dict[str, Json]:
    return document if isinstance(document, dict) else {}


def _read(made_at: str) -> HybridTime:
    try:
        made = HybridTime.parse(made_at)
    except ValueError:
        return HybridTime(0, 0)
    return made if made.unix_ms >= 0 and made.counter >= 0 else HybridTime(0, 0)


_ABSENT = object()
