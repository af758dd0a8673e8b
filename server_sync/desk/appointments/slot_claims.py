"""Places in a doctor's day, counted by the database in cells of five minutes: the one too many is refused there.

A claim adds one to each cell that an appointment overlaps, under the row locks of these cells, and only where the
count stays within the capacity; a CHECK of the table says so once more. All changes of one operation are made in one
order of cells, so that two that want each other's places wait and never deadlock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, text

from server_sync.clinic.slots import CELL_MIN, cells_of
from server_sync.records.batches import Call, Rows
from server_sync.records.prepared import Prepared
from server_sync.records.tables.types import Moment, format_moment


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of a doctor's time that one appointment holds or wants. `capacity` counts only where it is wanted."""

    doctor_id: int
    starts_at: datetime
    ends_at: datetime
    capacity: int = 0


class SlotTakenError(Exception):
    """No place is left. The caller's transaction may hold a part of the claim and must be rolled back."""


def claim(connection: Connection, wanted: Claim) -> None:
    """Take a place in every cell. Raises SlotTakenError."""
    move(connection, held=None, wanted=wanted)


def claiming(wanted: Claim, *, is_postgres: bool) -> Call:
    """`claim` as a statement to be sent together with others: `was_taken` reads from its rows whether it succeeded."""
    bounds = _bounds(cells_of(wanted.starts_at, wanted.ends_at), is_postgres=is_postgres)
    return _taking(is_postgres), {"doctor": wanted.doctor_id, "capacity": wanted.capacity, **bounds}


def was_taken(wanted: Claim, rows: Rows) -> bool:
    """Whether every cell had room."""
    return wanted.capacity > 0 and len(rows) == len(cells_of(wanted.starts_at, wanted.ends_at))


def release(connection: Connection, held: Claim) -> None:
    """Give a place back."""
    move(connection, held=held, wanted=None)


def release_cells(connection: Connection, doctor_id: int, places: Mapping[int, int]) -> None:
    """Give back so many places in each cell (by its number), all of which somebody has."""
    for least in range(1, max(places.values(), default=0) + 1):
        for stretch in _stretches(sorted(cell for cell, count in places.items() if count >= least)):
            _give_back(connection, doctor_id, stretch)


def move(connection: Connection, *, held: Claim | None, wanted: Claim | None) -> None:
    """Give one place back and take another, in one order. Raises SlotTakenError.

    Cells of both stay as they are; a smaller capacity since does not turn anybody out.
    """
    given_back, taken = _cells(held), _cells(wanted)
    steps = [(cell, -1) for cell in given_back - taken] + [(cell, 1) for cell in taken - given_back]
    capacity = wanted.capacity if wanted else 0
    for (doctor_id, step), run in groupby(sorted(steps), key=lambda one: (one[0][0], one[1])):
        cells = [cell for (_, cell), _ in run]
        for stretch in _stretches(cells):
            if step < 0:
                _give_back(connection, doctor_id, stretch)
            elif _take(connection, doctor_id, stretch, capacity) < len(stretch):
                raise SlotTakenError


def _cells(claim: Claim | None) -> set[tuple[int, int]]:
    return set() if claim is None else {(claim.doctor_id, cell) for cell in cells_of(claim.starts_at, claim.ends_at)}


def _stretches(cells: Sequence[int]) -> Iterable[range]:
    """Cells without gaps between them."""
    for _, run in groupby(enumerate(cells), key=lambda placed: placed[1] - placed[0]):
        members = [cell for _, cell in run]
        yield range(members[0], members[-1] + 1)


def _take(connection: Connection, doctor_id: int, cells: range, capacity: int) -> int:
    """How many of the cells had room."""
    if capacity < 1:
        return 0
    is_postgres = connection.dialect.name == "postgresql"
    parameters = {"doctor": doctor_id, "capacity": capacity, **_bounds(cells, is_postgres=is_postgres)}
    return len(_taking(is_postgres).rows(connection, parameters))


def _give_back(connection: Connection, doctor_id: int, cells: range) -> None:
    statement = _RELEASE_ON_POSTGRESQL if connection.dialect.name == "postgresql" else _RELEASE_ON_SQLITE
    connection.execute(statement, {"doctor": doctor_id, "first": _moment(cells.start), "end": _moment(cells.stop)})


def _bounds(cells: range, *, is_postgres: bool) -> dict[str, Any]:
    if is_postgres:
        return {"first": _moment(cells.start), "count": len(cells)}
    return {"cells": "[" + ",".join(f'"{format_moment(_moment(cell))}"' for cell in cells) + "]"}


def _moment(cell: int) -> datetime:
    return datetime.fromtimestamp(cell * CELL_MIN * 60, UTC)


@cache
def _taking(is_postgres: bool) -> Prepared:
    if is_postgres:
        statement = text(
            "INSERT INTO slot_counts (doctor_id, starts_at, taken, capacity) "
            "SELECT CAST(:doctor AS BIGINT), CAST(:first AS TIMESTAMPTZ) + place * INTERVAL '5 min', 1, "
            "CAST(:capacity AS INTEGER) FROM generate_series(0, CAST(:count AS INTEGER) - 1) AS place "
            "ON CONFLICT (doctor_id, starts_at) DO UPDATE SET taken = slot_counts.taken + 1, "
            "capacity = excluded.capacity WHERE slot_counts.taken < excluded.capacity RETURNING taken"
        )
        return Prepared(statement.bindparams(bindparam("first", type_=Moment)).columns(taken=Integer))
    statement = text(
        "INSERT INTO slot_counts (doctor_id, starts_at, taken, capacity) "
        "SELECT :doctor, value, 1, :capacity FROM json_each(:cells) WHERE true "
        "ON CONFLICT (doctor_id, starts_at) DO UPDATE SET taken = slot_counts.taken + 1, "
        "capacity = excluded.capacity WHERE slot_counts.taken < excluded.capacity RETURNING taken"
    )
    return Prepared(statement.columns(taken=Integer))


# Locked in order of time: what an UPDATE alone would lock first is the planner's choice.
_RELEASE_ON_POSTGRESQL = text(
    "WITH held AS (SELECT starts_at FROM slot_counts WHERE doctor_id = :doctor AND starts_at >= :first "
    "AND starts_at < :end AND taken > 0 ORDER BY starts_at FOR UPDATE) "
    "UPDATE slot_counts SET taken = taken - 1 FROM held "
    "WHERE slot_counts.doctor_id = :doctor AND slot_counts.starts_at = held.starts_at"
).bindparams(bindparam("first", type_=Moment), bindparam("end", type_=Moment))
_RELEASE_ON_SQLITE = text(
    "UPDATE slot_counts SET taken = taken - 1 "
    "WHERE doctor_id = :doctor AND starts_at >= :first AND starts_at < :end AND taken > 0"
).bindparams(bindparam("first", type_=Moment), bindparam("end", type_=Moment))
