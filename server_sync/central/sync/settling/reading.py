"""What a batch is judged by, asked for at once and locked in one order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Connection

from server_sync.central.sync.settling.columns import columns_of
from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.central.sync.settling.ownership import OF_AN_APPOINTMENT
from server_sync.central.sync.settling.picture import Picture, Reference, Row
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.prepared import run_numbered, told_as_sqlalchemy_tells
from server_sync.records.tables import BY_NOUN

Statement = tuple[str, Sequence[Any]]
Rows = Sequence[Sequence[Any]]

MAY_BE_IN_CONFLICT = frozenset({"patient", "appointment", "queue"})


def ask(connection: Connection, statements: Sequence[Statement]) -> list[Rows]:
    """The rows that each statement gives, as the driver gives them: on PostgreSQL in one round trip.

    Each is written in PostgreSQL's form (`$1`) there, and with `?` on SQLite.
    """
    driver: Any = connection.connection.driver_connection
    with told_as_sqlalchemy_tells(driver, connection.dialect, "several statements"):
        if connection.dialect.name == "postgresql":
            return list(run_numbered(connection, statements)) if statements else []
        return [driver.execute(sql, values).fetchall() for sql, values in statements]


def is_postgres(connection: Connection) -> bool:
    """Where several write at once, and rows are locked."""
    return connection.dialect.name == "postgresql"


def read_picture(connection: Connection, device: DeviceIdentity, change_sets: Sequence[ChangeSet]) -> Picture:
    """Everything that these sets may be judged by, locked until COMMIT."""
    picture = Picture()
    changes = [change for one in change_sets for change in one.changes]
    read_rows(connection, picture, changes)
    appointment_ids = _checked_in(picture, changes)
    read_twins(connection, device, picture, appointment_ids)
    _read_displaced(connection, picture, changes)
    read_conflicts(connection, picture, changes)
    _read_locations(connection, picture, changes)
    return picture


def read_rows(connection: Connection, picture: Picture, changes: Iterable[RecordChange]) -> None:
    """The records that `changes` name."""
    postgres = is_postgres(connection)
    uids: dict[str, dict[UUID, None]] = {}
    edits_people = False
    referred: set[int] = set()
    for change in changes:
        if change.noun not in BY_NOUN or (change.noun == "audit" and change.action is Action.CREATE):
            continue  # that nobody has given an audit entry's uid twice, the database says
        uids.setdefault(change.noun, {})[change.uid] = None
        if change.noun == "patient":
            edits_people = edits_people or change.action is not Action.CREATE
        patient_id = change.fields.get("patient_id")
        if type(patient_id) is int and 0 < patient_id < 2**63:
            referred.add(patient_id)
    statements: list[Statement] = []
    if postgres and referred:
        statements.append(_held_people(uids.get("patient", ()), referred, edits_people=edits_people))
    nouns = [noun for noun in BY_NOUN if noun in uids]
    statements += [_by_uid(noun, uids[noun], postgres=postgres) for noun in nouns]
    answers = ask(connection, statements)[len(statements) - len(nouns) :]
    for noun, rows in zip(nouns, answers, strict=True):
        keep(picture, noun, rows, postgres=postgres)


def read_references(connection: Connection, picture: Picture, references: Iterable[Reference]) -> None:
    """Records that stand in the database by now."""
    postgres = is_postgres(connection)
    for noun, uid in references:
        (rows,) = ask(connection, [_by_uid(noun, [uid], postgres=postgres)])
        keep(picture, noun, rows, postgres=postgres)


def keep(picture: Picture, noun: str, rows: Rows, *, postgres: bool) -> list[Row]:
    """Put rows as the driver gave them into the picture."""
    columns = columns_of(noun)
    kept, at = [], columns.read.index("uid")
    for values in rows:
        row = columns.wire(values, is_postgres=postgres)
        uid = values[at]
        picture.rows[noun, uid if postgres else UUID(uid)] = row
        kept.append(row)
    return kept


def read_twins(
    connection: Connection, device: DeviceIdentity, picture: Picture, appointment_ids: Collection[int]
) -> None:
    """All places of these appointments at the device's location."""
    wanted = [one for one in appointment_ids if one not in picture.twins]
    if not wanted:
        return
    postgres = is_postgres(connection)
    columns = ", ".join(columns_of("queue").read)
    ids = among("appointment_id", "BIGINT", 1, postgres=postgres)
    place = "$2" if postgres else "?"
    sql = f"SELECT {columns} FROM queue_management WHERE {ids} AND location_id = {place} AND deleted_at IS NULL"  # noqa: S608
    lock = " ORDER BY id FOR NO KEY UPDATE" if postgres else " ORDER BY id"
    (rows,) = ask(connection, [(sql + lock, [listed(wanted, postgres=postgres), device.location_id])])
    for one in wanted:
        picture.twins[one] = []
    known = {reference[1] for reference in picture.rows if reference[0] == "queue"}
    for values in rows:
        row = columns_of("queue").wire(values, is_postgres=postgres)
        uid = UUID(str(row["uid"]))
        if uid not in known:
            picture.rows["queue", uid] = row
        picture.twins[row["appointment_id"]].append(picture.rows["queue", uid])


def _read_displaced(connection: Connection, picture: Picture, changes: Iterable[RecordChange]) -> None:
    """Visits of a call that one of these changes may replace, or that give way with the change itself."""
    wanted: dict[int, None] = {}
    made: set[int] = set()
    for change in changes:
        if change.noun == "appointment" and type(own := change.fields.get("id")) is int:
            made.add(own)
        held = picture.rows.get(("queue", change.uid)) if "appointment_id" in change.fields else None
        both = () if held is None else (held["appointment_id"], change.fields["appointment_id"])
        if len(set(map(str, both))) > 1:
            wanted.update((one, None) for one in both if type(one) is int and 0 < one < 2**63)
    wanted = {one: None for one in wanted if one not in made}
    if not wanted:
        return
    postgres = is_postgres(connection)
    columns = ", ".join(columns_of("appointment").read)
    lock = " FOR NO KEY UPDATE" if postgres else ""
    sql = f"SELECT {columns} FROM appointments WHERE {among('id', 'BIGINT', 1, postgres=postgres)} ORDER BY id{lock}"  # noqa: S608
    (rows,) = ask(connection, [(sql, [listed(list(wanted), postgres=postgres)])])
    keep(picture, "appointment", rows, postgres=postgres)


def _checked_in(picture: Picture, changes: Iterable[RecordChange]) -> list[int]:
    """Appointments of which more than one place may tell."""
    wanted: list[Json] = []
    of_place: dict[UUID, set[str]] = {}
    for change in changes:
        if change.noun != "queue":
            continue
        named = change.fields.get("appointment_id")
        held = picture.rows.get(("queue", change.uid))
        if change.action is Action.CREATE:
            wanted.append(named)
        elif held is not None:
            if held["current_status"] == "cancelled" or change.replaced.get("current_status") == "cancelled":
                wanted.append(held["appointment_id"])
            if "appointment_id" in change.fields:
                ones = of_place.setdefault(change.uid, {str(held["appointment_id"])})
                ones.add(str(named))
                wanted += [named] * (len(ones) > 1)  # it may come to be of that one
    return list(dict.fromkeys(one for one in wanted if type(one) is int and 0 < one < 2**63))


def read_conflicts(connection: Connection, picture: Picture, changes: Iterable[RecordChange]) -> None:
    """The open conflicts about the records that `changes` edit."""
    about = {
        change.uid: None
        for change in changes
        if change.noun in MAY_BE_IN_CONFLICT and change.action is not Action.CREATE
    }
    if not about:
        return
    postgres = is_postgres(connection)
    columns = ", ".join(columns_of("conflict").read)
    uids = among("record_uid", "UUID", 1, postgres=postgres)
    sql = f"SELECT {columns} FROM conflicts WHERE {uids} AND decision IS NULL AND deleted_at IS NULL ORDER BY id"  # noqa: S608
    lock = " FOR NO KEY UPDATE" if postgres else ""
    (rows,) = ask(connection, [(sql + lock, [listed_uids(about, postgres=postgres)])])
    for row in keep(picture, "conflict", rows, postgres=postgres):
        reference: Reference = str(row["noun"]), UUID(str(row["record_uid"]))
        picture.conflicts.setdefault(reference, []).append(row)


def _read_locations(connection: Connection, picture: Picture, changes: Iterable[RecordChange]) -> None:
    """Where the appointments are to which something belongs; most stand in the picture already, or are made here."""
    named: set[int] = set()
    made: set[int] = set()
    for change in changes:
        if change.noun == "appointment":
            held = picture.rows.get(("appointment", change.uid))
            if held is not None:
                picture.locations[held["id"]] = held["location_id"]
            elif type(own := change.fields.get("id")) is int:
                made.add(own)
        elif change.noun in OF_AN_APPOINTMENT:
            row = picture.rows.get((change.noun, change.uid), {})
            for given in (change.fields.get("appointment_id"), row.get("appointment_id")):
                if type(given) is int and 0 < given < 2**63:
                    named.add(given)
    wanted = named - made - picture.locations.keys()
    if not wanted:
        return
    postgres = is_postgres(connection)
    ids = among("id", "BIGINT", 1, postgres=postgres)
    sql = f"SELECT id, location_id FROM appointments WHERE {ids}"  # noqa: S608
    (rows,) = ask(connection, [(sql, [listed(wanted, postgres=postgres)])])
    picture.locations.update((row[0], row[1]) for row in rows)


def _held_people(uids: Iterable[UUID], ids: Iterable[int], *, edits_people: bool) -> Statement:
    """The people whom a batch changes and those whom it refers to, locked in one order.

    A reference takes a lock of its own at the end of each INSERT: two batches that each changed one person and
    referred to the other's would wait for each other.
    """
    strength = "FOR UPDATE" if edits_people else "FOR KEY SHARE"
    sql = (
        "SELECT id FROM patients WHERE id = ANY(CAST($1 AS BIGINT[])) OR uid = ANY(CAST($2 AS UUID[])) "  # noqa: S608
        f"ORDER BY id {strength}"
    )
    return sql, [listed(ids, postgres=True), listed_uids(uids if edits_people else (), postgres=True)]


def _by_uid(noun: str, uids: Iterable[UUID], *, postgres: bool) -> Statement:
    return _selecting(noun, postgres), [listed_uids(uids, postgres=postgres)]


@cache
def _selecting(noun: str, postgres: bool) -> str:
    columns = columns_of(noun)
    # Who books for a patient holds their row by a reference: only FOR UPDATE waits for that, so that nobody is
    # brought to another location between the question where they are and the COMMIT.
    strength = "FOR UPDATE" if noun == "patient" else "FOR NO KEY UPDATE"
    lock = f" ORDER BY id {strength}" if postgres else ""
    wanted = among("uid", "UUID", 1, postgres=postgres)
    return f"SELECT {', '.join(columns.read)} FROM {columns.table.name} WHERE {wanted}{lock}"  # noqa: S608


def among(column: str, kind: str, place: int, *, postgres: bool) -> str:
    """SQL: whether a column's value is one of those that `listed` wrote for the parameter at `place`."""
    if postgres:
        return f"{column} = ANY(CAST(${place} AS {kind}[]))"
    return f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608


def listed(values: Iterable[int], *, postgres: bool) -> str:
    """Numbers as one parameter."""
    if postgres:
        return "{" + ",".join(map(str, sorted(values))) + "}"
    return orjson.dumps(list(values)).decode()


def listed_uids(uids: Iterable[UUID], *, postgres: bool) -> str:
    """Uids as one parameter."""
    if postgres:
        return "{" + ",".join([uid.hex for uid in uids]) + "}"
    return orjson.dumps([uid.hex for uid in uids]).decode()
