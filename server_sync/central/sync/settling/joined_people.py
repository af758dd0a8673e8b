"""Merges of patients that come from devices, and changes of merged records: no circle, no dead end, nothing unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from uuid import UUID

from sqlalchemy import Connection, select

from server_sync.central.sync.settling.picture import Picture, Reference, Row
from server_sync.central.sync.settling.reading import read_conflicts, read_references
from server_sync.clinic.stamps import DOCUMENTS, changed_keys, key_of
from server_sync.merge.disputes import dispute_over
from server_sync.merge.fields import UNTOUCHABLE, Lost, listed, stamps_of
from server_sync.merge.stamps import stamp_of
from server_sync.merge.verdicts import Outcome, Quarantined, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.tables import patients

_LONGEST_CHAIN = 64


def refuse_dead_ends(connection: Connection, change_set: ChangeSet) -> None:
    """Raises Quarantined where somebody would lead to a record that was erased, or to one that never came."""
    own = {change.uid for change in change_set.changes if change.noun == "patient" and change.action is Action.CREATE}
    joined: dict[UUID, UUID] = {}
    for change in change_set.changes:
        target = merged_into(change)
        if target is not None:
            _refuse_dead_end(connection, change.uid, target, joined, own)
            joined[change.uid] = target


def _refuse_dead_end(
    connection: Connection, uid: UUID, target: UUID, joined: Mapping[UUID, UUID], own: Set[UUID]
) -> None:
    """`joined`: what the set itself has merged so far; `own`: whom it makes known."""
    end, is_known, is_erased = _followed(connection, target, uid, joined)
    if end != uid and not is_known and end not in own:
        # A server that went back may have lost it: the set waits until its device has offered it once more.
        raise Quarantined("unknown_record", "This says that somebody is a patient whose record never arrived.")
    if end != uid and is_erased:
        raise Quarantined("merged_into_erased", "Those data were erased meanwhile: an empty record stands for nobody.")


def circles_opened(connection: Connection, picture: Picture, verdicts: Iterable[Verdict]) -> list[Verdict]:
    """What opens the circles that these verdicts close, which `picture` holds: the oldest record stands.

    So of two merges that were made apart, each into the other's record, the same one stands whichever came first.
    """
    written = (one for one in verdicts if one.noun == "patient" and "merged_into_uid" in one.values)
    pointers = {one.uid: _uid_or_none(one.values["merged_into_uid"]) for one in written}
    opened: list[Verdict] = []
    for uid in list(pointers):
        circle = _circle(connection, uid, pointers)
        if circle:
            oldest = min(circle, key=str)
            pointers[oldest] = None
            opened.append(
                Verdict("patient", oldest, Outcome.DECIDED_TWICE, {"merged_into_uid": None}, resolution=_BOTH)
            )
    read_references(connection, picture, [("patient", one.uid) for one in opened if not _is_in(picture, one.uid)])
    return opened


def _circle(connection: Connection, uid: UUID, pointers: Mapping[UUID, UUID | None]) -> list[UUID]:
    """The records that lead to one another, and `uid` to them; none where it leads to one that stands."""
    way: list[UUID] = []
    at: UUID | None = uid
    while at is not None and at not in way and len(way) < _LONGEST_CHAIN:
        way.append(at)
        at = pointers[at] if at in pointers else _pointer(connection, at)
    return way[way.index(at) :] if at in way else []


def asked_of_who_stands(connection: Connection, picture: Picture, change_set: ChangeSet) -> list[Verdict]:
    """Whether what was changed of a record that leads to another holds for that other: the desk says so.

    Who changed it did not know of the merge, or who merged them nothing of that: readers look at the other record.
    """
    asked: list[Verdict] = []
    for change in change_set.changes:
        row = picture.rows.get(("patient", change.uid)) if change.noun == "patient" else None
        if row is None or row["merged_into_uid"] is None or change.action is not Action.UPDATE:
            continue
        standing = _standing_row(connection, picture, change.uid)
        said = _said_of(change, row, stamp_of(change_set))
        lost = {name: one for name, one in said.items() if one.value != _value_at(standing, name)}
        if lost and standing is not row and row["erased_at"] is None and standing["erased_at"] is None:
            asked.append(_asked(picture, standing, lost))
    return asked


def is_of_joined(change: RecordChange, rows: Mapping[Reference, Row]) -> bool:
    """Whether a change joins a patient's record with another, or is of one that was joined."""
    row = rows.get(("patient", change.uid)) if change.noun == "patient" else None
    leads = row is not None and row["merged_into_uid"] is not None
    return leads or (change.noun == "patient" and bool(change.fields.get("merged_into_uid")))


def _said_of(change: RecordChange, row: Row, stamp: str) -> dict[str, Lost]:
    """What a change says of a person and now stands in `row`; where it merges them, what was written after it."""
    if "merged_into_uid" in change.fields:
        later = {name: mark for name, mark in stamps_of(row).items() if mark > stamp and name not in _OF_THE_RECORD}
        return {name: Lost(_value_at(row, name), mark, None, False) for name, mark in later.items()}
    said: dict[str, Lost] = {}
    for column in (one for one in change.fields if one not in _OF_THE_RECORD):
        was = change.replaced.get(column)
        keys = changed_keys(change.fields[column], was) if column in DOCUMENTS else ()
        for name in [key_of(column, key) for key in keys] if column in DOCUMENTS else [column]:
            value, based_on = _value_at(change.fields, name), _value_at(change.replaced, name)
            if value == _value_at(row, name):
                said[name] = Lost(value, stamp, based_on, False)
    return said


def _asked(picture: Picture, standing: Row, lost: Mapping[str, Lost]) -> Verdict:
    uid = UUID(str(standing["uid"]))
    columns = {name.partition("/")[0] for name in lost}
    words = (
        f"This person's records were joined while {listed(columns)} changed in one of them. Please say which is right."
    )
    held = {name: _value_at(standing, name) for name in lost}
    dispute = dispute_over(Outcome.KEPT_FOR_A_PERSON, ("patient", uid), lost, held, words, picture.conflicts)
    kind = Outcome.KEPT_FOR_A_PERSON
    return Verdict("patient", uid, kind, resolution=words, needs_a_person=True, dispute=dispute)


def _standing_row(connection: Connection, picture: Picture, uid: UUID) -> Row:
    """The row at the end of a chain, in the picture with the conflicts that are open about it."""
    for _ in range(_LONGEST_CHAIN):
        if not _is_in(picture, uid):
            read_references(connection, picture, [("patient", uid)])
        following = _uid_or_none(picture.rows["patient", uid]["merged_into_uid"])
        if following is None:
            break
        uid = following
    if ("patient", uid) not in picture.conflicts:
        read_conflicts(connection, picture, [RecordChange("patient", Action.UPDATE, uid, {})])
    return picture.rows["patient", uid]


def _value_at(row: Mapping[str, Json], name: str) -> Json:
    """A field's value; a key of a document is a field of its own."""
    column, _, key = name.partition("/")
    value = row.get(column)
    return value if not key else value.get(key) if isinstance(value, dict) else None


def _is_in(picture: Picture, uid: UUID) -> bool:
    return ("patient", uid) in picture.rows


def _uid_or_none(value: Json) -> UUID | None:
    return None if value is None else UUID(str(value))


def merged_into(change: RecordChange) -> UUID | None:
    """The record that a change says stands for its patient; None where it says nothing of the kind that can be read."""
    given = change.fields.get("merged_into_uid") if change.noun == "patient" else None
    try:
        return UUID(given) if isinstance(given, str) else None
    except ValueError:
        return None


def _followed(connection: Connection, start: UUID, end: UUID, joined: Mapping[UUID, UUID]) -> tuple[UUID, bool, bool]:
    """The record that `start` leads to, or `end` as soon as it comes by it; whether it is held, and was erased."""
    uid, is_known, is_erased = start, False, False
    for _ in range(_LONGEST_CHAIN):
        if uid == end:
            break
        # Held, so that the opposite merge, judged at the same time, sees this one or is seen by it.
        row = connection.execute(_POINTER.where(patients.c.uid == uid).with_for_update()).first()
        is_known, is_erased = row is not None, row is not None and row.erased_at is not None
        following = joined.get(uid) or (None if row is None else row.merged_into_uid)
        if following is None:
            break
        uid = following
    return uid, is_known, is_erased


def _pointer(connection: Connection, uid: UUID) -> UUID | None:
    row = connection.execute(_POINTER.where(patients.c.uid == uid).with_for_update()).first()
    return None if row is None else row.merged_into_uid


_BOTH = "Two desks joined these records, each into the other. The older record stands for both."
_OF_THE_RECORD = UNTOUCHABLE | {"merged_into_uid", "deleted_at", "is_verified"}
"""What is said of a record, and not of the person."""
_POINTER = select(patients.c.merged_into_uid, patients.c.erased_at)
