"""The second door: what came from upstream is written uncaptured, with its cursor, in one transaction.

A replica never refuses what its upstream sends. Where a row's number is held by another local row, the local one steps
aside until the centre has settled it. Changes that this device made and that are not settled yet stay laid over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError

from server_sync.clinic.clocks import Clock
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.database import DOOR, Database
from server_sync.records.derivation import derived_values
from server_sync.records.feed import Page
from server_sync.records.schema import SENT_DOWN, SENT_UP
from server_sync.records.statements import insert_into, upsert
from server_sync.records.tables import BY_NOUN, offline_sync_logs, replica, sent_columns
from server_sync.records.values import fields_from_wire

_NUMBERS = {
    "patient": "patient_number",
    "appointment": "appointment_number",
    "queue": "token_number",
    "help_call": "token_number",
}
"""Columns that are unique between records; the centre enforces it, a replica steps aside."""


def apply_page(database: Database, page: Page, clock: Clock) -> frozenset[str]:
    """Store a page of the feed and its cursor; the nouns of which something was written.

    A row never goes backwards: one older than what is here is passed over. Raises StorageFault; then nothing changed.
    """
    with database.writing() as connection:
        settled = _settled_through(connection, page.settled_through)
        for noun, rows in _by_noun(page).items():
            _write_rows(connection, noun, rows)
        _remove_absent(connection, page)
        _lay_over(connection, settled, {(entry.noun, entry.uid) for entry in page.entries})
        connection.execute(
            update(replica).values(cursor=str(page.cursor), settled_through=settled, last_pull_at=clock.now())
        )
    return frozenset(entry.noun for entry in page.entries)


def _settled_through(connection: Connection, reported: int) -> int:
    stored = connection.execute(select(replica.c.settled_through)).scalar_one()
    return max(int(stored), reported)


def _by_noun(page: Page) -> Mapping[str, list[dict[str, Any]]]:
    """Rows to write, by noun, those that others refer to first; nouns that this version does not know are left out."""
    rows: dict[str, list[dict[str, Any]]] = {noun: [] for noun in BY_NOUN}
    for entry in page.entries:
        if entry.row is not None and entry.noun in rows:
            rows[entry.noun].append(_values(entry.noun, entry.row))
    return {noun: found for noun, found in rows.items() if found}


def _values(noun: str, row: Mapping[str, Json]) -> dict[str, Any]:
    table = BY_NOUN[noun]
    values = fields_from_wire(table, row, sent_columns(table, SENT_DOWN))
    return values | derived_values(noun, values)


def _write_rows(connection: Connection, noun: str, rows: Sequence[dict[str, Any]]) -> None:
    table = BY_NOUN[noun]
    fresh = [row for row in rows if not _is_stale(connection, table, row)]
    by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in fresh:
        by_columns.setdefault(tuple(row), []).append(row)
    for columns, alike in by_columns.items():
        try:
            with connection.begin_nested():
                connection.execute(_replacing(connection, table, columns), alike)
        except IntegrityError:
            for row in alike:
                _step_aside(connection, noun, row)
                connection.execute(_replacing(connection, table, columns), row)


def _is_stale(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    held = connection.execute(select(table.c.version).where(table.c.uid == row["uid"])).scalar()
    return held is not None and held > row["version"]


def _replacing(connection: Connection, table: Table, columns: tuple[str, ...]) -> Any:  # Any: see `upsert`
    return upsert(table, columns, ("uid",), connection.dialect.name == "postgresql")


def _step_aside(connection: Connection, noun: str, row: Mapping[str, Any]) -> None:
    """Give a number (and an id) that another local record holds to the one that the centre says has it."""
    table, number = BY_NOUN[noun], _NUMBERS.get(noun)
    if number is not None:
        holder = select(table.c.uid).where(table.c[number] == row[number], table.c.uid != row["uid"])
        for uid in connection.execute(holder).scalars().all():
            moved = update(table).where(table.c.uid == uid).values({number: f"{row[number]}~{uid.hex[-8:]}"})
            connection.execute(moved.execution_options(**DOOR))
    same_id = delete(table).where(table.c.id == row["id"], table.c.uid != row["uid"])
    connection.execute(same_id.execution_options(**DOOR))


def _remove_absent(connection: Connection, page: Page) -> None:
    for entry in page.entries:
        if entry.row is None and entry.noun in BY_NOUN:
            table = BY_NOUN[entry.noun]
            connection.execute(delete(table).where(table.c.uid == entry.uid).execution_options(**DOOR))


def _lay_over(connection: Connection, settled: int, touched: set[tuple[str, UUID]]) -> None:
    """Put this device's unsettled changes of the touched records back on top, in their order."""
    log = offline_sync_logs.c
    own = str(connection.execute(select(replica.c.device_uid)).scalar_one())
    query = select(log.data).where(log.device_id == own, log.sequence > settled).order_by(log.sequence)
    for body in connection.execute(query).scalars():
        for change in _changes(body):
            if (change.noun, change.uid) in touched:
                _redo(connection, change)


def _changes(body: Any) -> Iterable[RecordChange]:  # Any: a JSON document of our own log
    return ChangeSet.from_json(body).changes


def _redo(connection: Connection, change: RecordChange) -> None:
    table = BY_NOUN[change.noun]
    values = fields_from_wire(table, change.fields, sent_columns(table, SENT_UP))
    values |= derived_values(change.noun, values)
    held = connection.execute(select(table.c.id).where(table.c.uid == change.uid)).scalar()
    if held is None and change.action is Action.CREATE:
        connection.execute(insert_into(table, tuple(values)), values)
    elif held is not None and change.action is not Action.CREATE and values:
        parameters: dict[str, Any] = {name: bindparam(f"new_{name}", value) for name, value in values.items()}
        statement = update(table).where(table.c.id == held).values(parameters)
        connection.execute(statement.execution_options(**DOOR))
