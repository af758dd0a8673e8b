"""What a desk takes from each of two versions, or says itself, as the records want it. Runs on the records' thread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kiosk.app.reception.settling_told import can_be_typed
from kiosk.screens.reception.settling_desk import Taken, Which
from kiosk.screens.reception.typed import one_line, typed_date
from server_sync.protocol.canonical import Json

if TYPE_CHECKING:
    from server_sync.desk.conflicts.listing import Disagreement
    from server_sync.records.work import Work

LONGEST = 200
_OF_A_LINE: Mapping[str, tuple[str, ...]] = {
    "name": ("first_name", "last_name"),
    "date_of_birth": ("date_of_birth",),
    "phone": ("phone",),
}
"""The columns of what a list says of a person."""


def values_of(work: Work, conflict_id: int, location_id: int | None, taken: tuple[Taken, ...]) -> dict[str, Json]:
    """A value for each field of a conflict: what was taken, else what stands.

    Raises NotPossibleError where something typed is not fit for its field.
    """
    from server_sync.desk.conflicts.listing import conflict_row, disagreements_of, record_of

    row = conflict_row(work, conflict_id, location_id)
    if row is None:
        return {}
    named = {one.field: one for one in taken}
    sides = disagreements_of(row, record_of(work, row))
    return {side.name: _value(work, side, named.get(side.name)) for side in sides}


def two_of(work: Work, conflict_id: int, location_id: int | None) -> tuple[int, int] | None:
    """The ids of two records that may be of one person, as the list shows them; None for another conflict."""
    from server_sync.desk.conflicts.listing import conflict_row, other_of, record_of
    from server_sync.desk.patients.reading import row_by_uid

    row = conflict_row(work, conflict_id, location_id)
    if row is None or row["kind"] != "same_person":
        return None
    one, other_uid = record_of(work, row), other_of(row)
    other = None if other_uid is None else row_by_uid(work, other_uid)
    return None if one is None or other is None else (one["id"], other["id"])


def let_stand(work: Work, one_id: int, other_id: int, taken: tuple[Taken, ...]) -> None:
    """Give the record that stands for both what was taken from either. STANDING is the one's, OFFERED the other's."""
    from server_sync.desk.patients.reading import row_by_id, standing_of
    from server_sync.desk.patients.register import change_patient

    sides = {Which.STANDING: row_by_id(work, one_id), Which.OFFERED: row_by_id(work, other_id)}
    one = sides[Which.STANDING]
    if one is None or not taken:
        return
    standing = standing_of(work, one)
    details = {
        column: row[column]
        for choice in taken
        if (row := sides.get(choice.which)) is not None
        for column in _OF_A_LINE.get(choice.field, ())
        if row[column] != standing[column]
    }
    if details:
        change_patient(work, standing["id"], standing["version"], details)


def _value(work: Work, side: Disagreement, taken: Taken | None) -> Json:
    if taken is None or taken.which is Which.STANDING:
        return side.standing
    if taken.which is Which.OFFERED:
        return side.offered
    from server_sync.desk.conflicts.settling import NotPossibleError

    if not can_be_typed(side):
        raise NotPossibleError("Of this one side is right: say which.")
    if side.name == "date_of_birth":
        born = typed_date(taken.typed, work.now.date())
        if born is None:
            raise NotPossibleError("This is no date.")
        return born.isoformat()
    return one_line(taken.typed, LONGEST).strip() or None
