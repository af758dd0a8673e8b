"""Taking back the last step of a visit, from what the offline log says that it replaced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, bindparam, func, select

from server_sync.clinic.visits import QueueStatus, next_statuses
from server_sync.desk.queue.intents import UNDOABLE
from server_sync.desk.queue.outcomes import NothingToUndo, StepOutcome, Unknown
from server_sync.desk.queue.places import HeldPlace, done, hold_place, take_back
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Row
from server_sync.records.tables import appointments, offline_sync_logs, queue_management, sent_columns
from server_sync.records.tables.schema import SENT_UP
from server_sync.records.values import fields_from_wire, row_to_wire
from server_sync.records.work import Work

_LOOKED_THROUGH = 50_000
"""Operations of this machine, back from the last one, among which the step is looked for."""

_STAYS = frozenset({"appointment_id"})
"""A visit that a step has made stays, and is taken on by whoever calls next."""


def undo(work: Work, place_id: int, *, location_id: int | None = None) -> StepOutcome | NothingToUndo:
    """Take back the last step of a place, where this machine knows it and nothing came after it.

    A step of another machine that has arrived here as a row cannot be told from two, and is not undone here.
    """
    held = hold_place(work, place_id, location_id)
    if isinstance(held, Unknown):
        return held
    steps = _last_steps(work, held)
    rows = [(_TABLES[step.noun], row, step) for step in steps if (row := _row_of(work, held, step)) is not None]
    if not steps or len(rows) < len(steps) or not all(_still_so(table, row, step) for table, row, step in rows):
        return NothingToUndo()
    for table, row, step in rows:
        replaced = {name: value for name, value in step.replaced.items() if name not in _STAYS}
        values = fields_from_wire(table, replaced, sent_columns(table, SENT_UP))
        if table is queue_management:
            take_back(work, row, values)
        else:
            work.change(table, row, **values)
            work.restate(table, row, *values)
    return done(work, place_id)


def _last_steps(work: Work, held: HeldPlace) -> Sequence[RecordChange]:
    """What the last logged operation on the place changed in it and its appointment; empty where it can't be undone."""
    entry = work.first(_LAST, {"id": held.row["id"]})
    if entry is None or entry["intent"] not in UNDOABLE:
        return ()
    changes = ChangeSet.from_json(entry["data"]).changes
    steps = [change for change in changes if change.action is Action.UPDATE and change.noun in _TABLES]
    place = next((step for step in steps if step.uid == held.row["uid"]), None)
    if place is None or not _is_legal(held, place):
        return ()
    return steps


def _is_legal(held: HeldPlace, step: RecordChange) -> bool:
    if "current_status" not in step.replaced:
        return True
    # By the state machine alone: a level of triage that is taken back with the state no longer forbids it.
    is_gone = held.status is QueueStatus.CANCELLED and (held.is_for_another_time or held.is_over_for_good)
    return not is_gone and QueueStatus(str(step.replaced["current_status"])) in next_statuses(held.status)


def _row_of(work: Work, held: HeldPlace, step: RecordChange) -> Row | None:
    return held.row if step.uid == held.row["uid"] else work.first(_WHOLE_APPOINTMENT, {"uid": step.uid})


def _still_so(table: Table, row: Row, step: RecordChange) -> bool:
    """Whether the record holds what the step wrote: else something came after it."""
    names = [name for name in sent_columns(table, SENT_UP) if name in step.fields]
    return row_to_wire(row, names) == {name: step.fields[name] for name in names}


_TABLES: dict[str, Table] = {"queue": queue_management, "appointment": appointments}
_NEWEST: Any = select(func.max(offline_sync_logs.c.id)).scalar_subquery()
_LAST = Prepared(
    select(offline_sync_logs.c.intent, offline_sync_logs.c.data)
    .where(
        offline_sync_logs.c.id > _NEWEST - _LOOKED_THROUGH,
        offline_sync_logs.c.sync_type == "queue",
        offline_sync_logs.c.record_id == bindparam("id"),
    )
    .order_by(offline_sync_logs.c.id.desc())
    .limit(1)
)
_WHOLE_APPOINTMENT = select(appointments).where(appointments.c.uid == bindparam("uid")).with_for_update()
