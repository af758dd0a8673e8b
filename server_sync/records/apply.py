"""The second door: what came from upstream is written uncaptured, with its cursor, in one transaction.

A replica never refuses what its upstream sends. Where a row's number is held by another local row, the local one steps
aside until the centre has settled it. Changes that this device made and that are not settled yet stay laid over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, delete, or_, select, update
from sqlalchemy.exc import IntegrityError

from server_sync.clinic.clocks import Clock, HybridTime, to_unix_ms
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.database import DOOR, Database
from server_sync.records.derivation import derived_values
from server_sync.records.erasure import blank_rows, prune_log, records_of
from server_sync.records.feed import Cursor, Page
from server_sync.records.schema import SENT_DOWN, SENT_UP
from server_sync.records.statements import insert_into, replacing
from server_sync.records.tables import BY_NOUN, devices, offline_sync_logs, replica, sent_columns
from server_sync.records.terms import forget_terms_of, refresh_terms_of
from server_sync.records.values import fields_from_wire

_NUMBERS = {
    "patient": "patient_number",
    "appointment": "appointment_number",
    "queue": "token_number",
    "help_call": "token_number",
    "location": "code",
}
"""Columns that are unique between records; the centre enforces it, a replica steps aside."""


_OWN = select(replica.c.device_uid, replica.c.cursor, replica.c.settled_through, replica.c.last_hybrid_time)


def apply_page(database: Database, page: Page, clock: Clock) -> frozenset[str]:
    """Store a page of the feed and its cursor; the nouns of which something was written.

    A row never goes backwards, but where a restored server starts a new epoch: then its rows are the truth, whatever
    their version. Raises StorageFault; then nothing changed.
    """
    with database.writing() as connection:
        own = connection.execute(_OWN).one()
        settled = max(own.settled_through, page.settled_through)
        only_older = own.cursor is not None and Cursor.parse(own.cursor).epoch == page.cursor.epoch
        for noun, rows in _by_noun(page).items():
            _write_rows(connection, noun, rows, only_older=only_older)
        _remove_absent(connection, page)
        touched = {(entry.noun, entry.uid) for entry in page.entries}
        _lay_over(connection, str(own.device_uid), settled, touched)
        _forget_the_erased(connection, page)
        refresh_terms_of(connection, (uid for noun, uid in touched if noun == "patient"))
        connection.execute(
            update(replica).values(
                cursor=str(page.cursor),
                settled_through=settled,
                last_pull_at=clock.now(),
                last_hybrid_time=_seen(own.last_hybrid_time, page.centre_time, clock),
                **_measured_offset(page.centre_time, clock),
            )
        )
    return frozenset(entry.noun for entry in page.entries)


def _seen(own: str, centre: str, clock: Clock) -> str:
    """Later than all this device has seen, so that what it does next is stamped after it, whatever its wall clock."""
    if not centre:
        return own
    # The centre is believed beyond the bound that holds between devices: a kiosk may well wake in 1970.
    return max(own, str(HybridTime.parse(centre)))


def _measured_offset(centre: str, clock: Clock) -> dict[str, int | None]:
    """How far this clock is behind the centre's, in ms; none where it is too far for the column, or no time came."""
    if not centre:
        return {}
    behind_ms = HybridTime.parse(centre).unix_ms - to_unix_ms(clock.now())
    return {"clock_offset_ms": behind_ms if abs(behind_ms) < 2**31 else None}


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


def _write_rows(connection: Connection, noun: str, rows: Sequence[dict[str, Any]], *, only_older: bool) -> None:
    table = BY_NOUN[noun]
    by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        by_columns.setdefault(tuple(row), []).append(row)
    is_postgres = connection.dialect.name == "postgresql"
    for columns, alike in by_columns.items():
        statement = replacing(table, columns, only_older=only_older, is_postgres=is_postgres)
        try:
            with connection.begin_nested():
                connection.execute(statement, alike)
        except IntegrityError:
            for row in alike:
                _step_aside(connection, noun, row)
                connection.execute(statement, row)


def _step_aside(connection: Connection, noun: str, row: Mapping[str, Any]) -> None:
    """Give a number (and an id) that another local record holds to the one that the centre says has it."""
    table, number = BY_NOUN[noun], _NUMBERS.get(noun)
    if number is not None:
        holder = select(table.c.uid).where(table.c[number] == row[number], table.c.uid != row["uid"])
        for uid in connection.execute(holder).scalars().all():
            moved = update(table).where(table.c.uid == uid).values({number: f"{row[number]}~{uid.hex[-8:]}"})
            connection.execute(moved.execution_options(**DOOR))
            if noun == "patient":
                refresh_terms_of(connection, [uid])
    # Nothing that this device made: its ids come from its own block, and only the centre makes devices.
    taken = table.c.id == row["id"]
    if noun == "device":
        same_series = and_(devices.c.location_id == row["location_id"], devices.c.series == row["series"])
        taken = or_(taken, devices.c.id_block == row["id_block"], same_series)
    connection.execute(delete(table).where(taken, table.c.uid != row["uid"]).execution_options(**DOOR))


def _remove_absent(connection: Connection, page: Page) -> None:
    for entry in page.entries:
        if entry.row is None and entry.noun in BY_NOUN:
            table = BY_NOUN[entry.noun]
            if entry.noun == "patient":
                forget_terms_of(connection, entry.uid)
            connection.execute(delete(table).where(table.c.uid == entry.uid).execution_options(**DOOR))


def _forget_the_erased(connection: Connection, page: Page) -> None:
    """Erasing beats this device's own edits, laid over or logged; what waits for its answer is pruned with that."""
    erased = [
        entry.row["id"]
        for entry in page.entries
        if entry.noun == "patient" and entry.row is not None and entry.row.get("erased_at") is not None
    ]
    ids = [patient_id for patient_id in erased if isinstance(patient_id, int)]
    if ids:
        blank_rows(connection, ids)
        prune_log(connection, records_of(connection, ids), is_settled=True)


def _lay_over(connection: Connection, device_id: str, settled: int, touched: set[tuple[str, UUID]]) -> None:
    """Put this device's unsettled changes of the touched records back on top, in their order."""
    log = offline_sync_logs.c
    query = select(log.data).where(log.device_id == device_id, log.sequence > settled).order_by(log.sequence)
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
