"""What goes to a person: the conflict's row, and how a further value joins a conflict that is open already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any
from uuid import UUID

from server_sync.clinic.stamps import DOCUMENTS
from server_sync.merge.fields import Lost, Merging
from server_sync.merge.verdicts import Dispute, Held, Outcome
from server_sync.protocol.canonical import Json

OpenConflicts = Mapping[tuple[str, UUID], Iterable[Held]]
"""Conflicts that nobody has settled yet, by the noun and uid of the record that they are about."""


def dispute_over(
    kind: Outcome,
    reference: tuple[str, UUID],
    lost: Mapping[str, Lost],
    standing: Mapping[str, Json],
    words: str,
    open_conflicts: OpenConflicts,
) -> Dispute:
    """The dispute over values that gave way. It joins the open conflict of its kind over the same record.

    A change that was based on a value that lost follows it: the later value of the same hand takes its place.
    """
    joined = open_of(kind, reference, open_conflicts)
    known = None if joined is None else joined["fields"]
    fields: dict[str, Json] = dict(known) if isinstance(known, dict) else {}
    for name, one in lost.items():
        fields[name] = _with(fields.get(name), one, standing.get(name))
    joins = None if joined is None else UUID(str(joined["uid"]))
    return Dispute(kind.value, *reference, fields, words, joins)


def open_of(kind: Outcome, reference: tuple[str, UUID], open_conflicts: OpenConflicts) -> Held | None:
    """The open conflict of a kind over a record; None where there is none."""
    for conflict in open_conflicts.get(reference, ()):
        if conflict["kind"] == kind.value and conflict.get("decision") is None:
            return conflict
    return None


def standing_after(merging: Merging, held: Held, names: Iterable[str]) -> dict[str, Json]:
    """What a record says of these fields once the change is merged; keys of documents are fields of their own."""
    return {name: _value_at(name, merging.values, held) for name in names}


def conflict_row(
    dispute: Dispute,
    *,
    uid: UUID,
    location_id: Json,
    patient_id: Json,
    change_set_uid: UUID,
    created_at: str,
) -> dict[str, Json]:
    """A new conflict's row, values as on the wire, without its id."""
    return {
        "uid": str(uid),
        "location_id": location_id,
        "kind": dispute.kind,
        "noun": dispute.noun,
        "record_uid": str(dispute.record_uid),
        "patient_id": patient_id,
        "change_set_uid": str(change_set_uid),
        "words": dispute.words,
        "fields": dispute.fields or None,
        "alternatives": dispute.alternatives,
        "decision": None,
        "chosen": None,
        "decided_by": None,
        "decided_at": None,
        "created_at": created_at,
        "deleted_at": None,
    }


def remember(open_conflicts: MutableMapping[tuple[str, UUID], list[dict[str, Json]]], row: dict[str, Json]) -> None:
    """Let later sets of a batch join what an earlier one has opened or widened: replaces the row of the same uid."""
    reference = str(row["noun"]), UUID(str(row["record_uid"]))
    others = [one for one in open_conflicts.get(reference, ()) if one["uid"] != row["uid"]]
    open_conflicts[reference] = [*others, row]


def _with(known: Json, lost: Lost, standing: Json) -> Json:
    """A field's part of a conflict with one more value: `offered` is the latest that gave way, `others` came before."""
    offers = [one for one in _offers(known) if one["offered"] not in (lost.value, standing)]
    # Any: a JSON document of our own
    before: list[dict[str, Any]] = [one for one in offers if _follows(lost, one)]
    based_on = before[0]["based_on"] if before else lost.based_on
    offers = [one for one in offers if one not in before]
    offers.append({"offered": lost.value, "based_on": based_on, "stamp": lost.stamp})
    offers.sort(key=lambda one: str(one["stamp"]), reverse=True)
    return {"standing": standing, **offers[0], "others": offers[1:]}


def _follows(lost: Lost, one: Mapping[str, Any]) -> bool:
    """Whether the new value, or the one that now stands, was made from this one by the same hand."""
    return lost.based_on is not None and bool(one["offered"] == lost.based_on)


def _offers(known: Json) -> list[dict[str, Any]]:
    if not isinstance(known, dict):
        return []
    first = {name: known.get(name) for name in ("offered", "based_on", "stamp")}
    others = known.get("others")
    return [first, *(dict(one) for one in others if isinstance(one, dict))] if isinstance(others, list) else [first]


def _value_at(name: str, values: Mapping[str, Json], held: Held) -> Json:
    column, slash, key = name.partition("/")
    value = values[column] if column in values else held.get(column)
    if not slash or column not in DOCUMENTS:
        return value
    return value.get(key) if isinstance(value, dict) else None
