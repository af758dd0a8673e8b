"""Who wrote what of a record last: which of its columns carry a stamp of their own, and which go together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from server_sync.clinic.clocks import HybridTime
from server_sync.clinic.visits import round_of

DOCUMENTS = frozenset({"medical_history", "communication_preferences"})
"""Columns that are merged key by key: each key has a stamp of its own."""

STEP = "step"
"""The one stamp of a place's step."""

OF_A_STEP = (
    "current_status",
    "step",
    "called_time",
    "called_by",
    "called_room",
    "recall_count",
    "absent_count",
    "held_back",
    "reference_time",
    "consultation_start_time",
    "consultation_end_time",
    "doctor_id",
    "appointment_id",
)
"""What a step of a visit says beside the state it leads to: all of it is taken, or nothing."""

ROUND = "status/round"
"""Beside an appointment's stamps: the round of the visit with which its status came; none where it came by itself."""

DECISION = "decision"
"""The one stamp of what a desk decided about a conflict."""

OF_A_DECISION = ("decision", "chosen", "decided_by", "decided_at")
"""What a decision says: all of it is taken, or nothing."""

UNBELIEVED = "~"
"""Ends the stamp of what was done by a clock that was not believed: its time says when it was heard of."""

_TOGETHER: Mapping[str, tuple[str, frozenset[str]]] = {
    "queue": (STEP, frozenset(OF_A_STEP)),
    "conflict": (DECISION, frozenset(OF_A_DECISION)),
}


def stamp(made_at: HybridTime | str, change_set_uid: UUID) -> str:
    """`0189abcdef01.0003.9f8e7d6c`: the hybrid time and the end of the set's uid. Sorts as text, by time first."""
    return f"{made_at}.{change_set_uid.int & 0xFFFFFFFF:08x}"


def is_believed(mark: str) -> bool:
    """Whether a stamp says when something was done, and not when a server heard of it."""
    return not mark.endswith(UNBELIEVED)


def stamped(
    noun: str, values: Mapping[str, Any], replaced: Mapping[str, Any], mark: str, visit_round: int | None = None
) -> dict[str, str]:
    """The stamps of columns that were changed from `replaced` to `values`. Any: a column's value, as Python or as JSON.

    `visit_round` is that of the place in the queue that was moved with an appointment.
    """
    together, group = _TOGETHER.get(noun, ("", _NONE))
    marks: dict[str, str] = {}
    for name, value in values.items():
        if name in group:
            marks[together] = mark
        elif name in DOCUMENTS:
            marks |= {key_of(name, key): mark for key in changed_keys(value, replaced.get(name))}
        else:
            marks[name] = mark
    if noun == "appointment" and "status" in values and visit_round is not None:
        marks[ROUND] = round_mark(visit_round)
    return marks


def round_mark(visit_round: int) -> str:
    """A round as it stands among the stamps; sorts as text."""
    return f"{visit_round:07d}"


def round_of_place(place: Mapping[str, Any]) -> int:
    """The round in which a place stands, of what is known of it."""
    return round_of(place.get("step") or 0)


def changed_keys(value: Any, was: Any) -> Iterable[str]:
    """The keys of a document (Any: JSON) that were added, changed or taken out."""
    now, before = _keys(value), _keys(was)
    return [key for key in now | before if now.get(key, _ABSENT) != before.get(key, _ABSENT)]


def key_of(name: str, key: str) -> str:
    """How a key of a document is called among the fields: `medical_history/allergies`."""
    return f"{name}/{key}"


def _keys(document: Any) -> dict[str, Any]:
    return document if isinstance(document, dict) else {}


_ABSENT = object()
_NONE: frozenset[str] = frozenset()
