"""Receipts: what was settled, how, and the body as it came. By them the same question gets the same answer for ever."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Connection

from server_sync.central.sync.settling.columns import as_moment
from server_sync.central.sync.settling.offers import DeviceIdentity, Offered, Settled
from server_sync.central.sync.settling.picture import Picture
from server_sync.central.sync.settling.reading import Rows, Statement, among, ask, is_postgres, listed_uids
from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, to_unix_ms
from server_sync.merge.change_sets import RULES_VERSION
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import SCHEMA_VERSION, Action
from server_sync.protocol.push import UnreadableSet
from server_sync.records.erasure import UNREADABLE
from server_sync.records.outbox import SyncStatus
from server_sync.records.packed import packed_texts
from server_sync.records.prepared import told_as_sqlalchemy_tells
from server_sync.records.tables.types import format_moment

RULES = SCHEMA_VERSION * 1_000 + RULES_VERSION
"""Which rules, of which schema, a set was judged by."""

OTHER_NAME = "settled_under_another_name"

_COLUMNS = (
    "change_set_uid",
    "device_id",
    "sequence",
    "intent",
    "sync_type",
    "record_id",
    "action",
    "data",
    "hash",
    "sync_status",
    "outcome",
    "conflict_resolution",
    "rules",
    "sync_timestamp",
    "server_timestamp",
)
_KINDS = {
    "change_set_uid": "UUID",
    "sequence": "BIGINT",
    "record_id": "BIGINT",
    "data": "JSONB",
    "rules": "INTEGER",
    "sync_timestamp": "TIMESTAMPTZ",
    "server_timestamp": "TIMESTAMPTZ",
}
_WRITING = (
    f"INSERT INTO offline_sync_logs ({', '.join(_COLUMNS)}) "  # noqa: S608  # names of our own
    f"SELECT {', '.join(f'CAST({name} AS {_KINDS[name]})' if name in _KINDS else name for name in _COLUMNS)} "
    f"FROM unnest({', '.join(f'CAST(${place} AS TEXT[])' for place in range(1, len(_COLUMNS) + 1))}) "
    f"AS receipts ({', '.join(_COLUMNS)})"
)
"""For PostgreSQL: the columns come as arrays, which costs it what COPY costs, and can wait in line with the records."""
_ANSWER = ("change_set_uid", "hash", "sync_status", "outcome", "conflict_resolution")


@dataclass(frozen=True, slots=True)
class Known:
    """What the receipts say before a batch is judged."""

    last_sequence: int
    answers: dict[UUID, tuple[str, Settled]]
    """Hash and answer of those sets that were settled before."""
    made_by: dict[UUID, str]
    """Whose they were: the device's uid as text."""
    before: UUID | None = None
    """The set of this device that stands at the sequence that was asked for."""


def read_known(
    connection: Connection, device: DeviceIdentity, uids: Collection[UUID], *, after: int | None = None
) -> Known:
    """Hold the device, so that two requests of one never judge the same sequence side by side; and ask its receipts.

    `after`: a sequence, to be told whose receipt stands there.
    """
    postgres = is_postgres(connection)
    one = "$1" if postgres else "?"
    lock = " FOR NO KEY UPDATE" if postgres else ""
    place = "sequence = $2" if postgres else "sequence = ?"
    own = f"coalesce(outcome, '') <> '{OTHER_NAME}'"
    of_device = f"FROM offline_sync_logs WHERE device_id = {one}"
    among_these = among("change_set_uid", "UUID", 1, postgres=postgres)
    answers_of = f"SELECT {', '.join(_ANSWER)}, device_id FROM offline_sync_logs WHERE {among_these}"  # noqa: S608
    statements: list[Statement] = [
        (f"SELECT id FROM devices WHERE id = {one}{lock}", [device.id]),  # noqa: S608
        (f"SELECT max(sequence) {of_device}", [str(device.uid)]),
        (answers_of, [listed_uids(uids, postgres=postgres)]),
        (f"SELECT change_set_uid {of_device} AND {place} AND {own}", [str(device.uid), -1 if after is None else after]),
    ]
    _, ((last,),), rows, before = ask(connection, statements)
    answers = _answers([row[:-1] for row in rows])
    made_by = dict(zip(answers, (str(row[-1]) for row in rows), strict=True))
    at = [uid if isinstance(uid, UUID) else UUID(uid) for (uid,) in before]
    return Known(last or 0, answers, made_by, at[0] if at else None)


def read_answers(
    connection: Connection, device: DeviceIdentity, uids: Collection[UUID]
) -> dict[UUID, tuple[str, Settled]]:
    """Hash and answer of those sets that were settled for this device, as they stand just now; nothing is held."""
    postgres = is_postgres(connection)
    these, own = among("change_set_uid", "UUID", 1, postgres=postgres), "$2" if postgres else "?"
    sql = f"SELECT {', '.join(_ANSWER)} FROM offline_sync_logs WHERE {these} AND device_id = {own}"  # noqa: S608
    (rows,) = ask(connection, [(sql, [listed_uids(uids, postgres=postgres), str(device.uid)])])
    return _answers(rows)


def _answers(rows: Rows) -> dict[UUID, tuple[str, Settled]]:
    answers = {}
    for uid, hashed, status, outcome, words in rows:
        known = uid if isinstance(uid, UUID) else UUID(uid)
        answers[known] = hashed, Settled(known, SyncStatus(status), outcome or "", words or "")
    return answers


def receipts_of(
    device: DeviceIdentity, offered: Sequence[Offered], answers: Mapping[UUID, Settled], picture: Picture, now: datetime
) -> list[dict[str, Any]]:
    """The receipts of sets that could be read."""
    device_id, settled_at = str(device.uid), format_moment(now)
    return [
        {
            **_receipt_of(one, picture, now),
            **_judged(answers[one.uid]),
            "device_id": device_id,
            "server_timestamp": settled_at,
        }
        for one in offered
    ]


def _receipt_of(offered: Offered, picture: Picture, now: datetime) -> dict[str, Any]:
    change_set = offered.change_set
    first = change_set.changes[0]
    return {
        "change_set_uid": str(change_set.uid),
        "sequence": change_set.sequence,
        "intent": change_set.intent[:64],
        "sync_type": first.noun[:32],
        "record_id": picture.rows.get((first.noun, first.uid), {}).get("id"),
        "action": first.action.value,
        "data": offered.body(),
        "hash": offered.hash,
        "sync_timestamp": _claimed_time(offered, now),
    }


def unreadable_receipt(
    device: DeviceIdentity, unreadable: UnreadableSet, settled: Settled, now: datetime
) -> dict[str, Any]:
    """The receipt of what nobody could read: it is kept as text, whole."""
    return {
        "change_set_uid": str(unreadable.uid),
        "device_id": str(device.uid),
        "sequence": unreadable.sequence,
        "intent": UNREADABLE,
        "sync_type": UNREADABLE,
        "record_id": None,
        "action": Action.UPDATE.value,
        # As ASCII within a text: no database keeps U+0000 or half a surrogate pair.
        "data": orjson.dumps({UNREADABLE: json.dumps(unreadable.body)}),
        "hash": unreadable.hash,
        **_judged(settled),
        "sync_timestamp": format_moment(now),
        "server_timestamp": format_moment(now),
    }


def receipt_of_another_name(
    device: DeviceIdentity, offered: Offered, as_settled: Settled, uid: UUID, now: datetime
) -> dict[str, Any]:
    """The place in this device's sequence of a set that its machine did under another name, by which it was settled.

    `uid` is the receipt's own: the set's stands at the one that counts.
    """
    return {
        **_receipt_of(offered, Picture(), now),
        **_judged(Settled(uid, SyncStatus.SYNCED, OTHER_NAME, f"Done once, and settled before: {as_settled.outcome}.")),
        "change_set_uid": str(uid),
        "device_id": str(device.uid),
        "server_timestamp": format_moment(now),
    }


def writing_receipts(receipts: Sequence[Mapping[str, Any]]) -> Statement:
    """What writes these on PostgreSQL, in their order; `data` is JSON already."""
    return _WRITING, [packed_texts([receipt[name] for receipt in receipts]) for name in _COLUMNS]


def write_receipts(connection: Connection, receipts: Sequence[dict[str, Any]]) -> None:
    """All receipts of a batch, in one statement; `data` is JSON already."""
    if not receipts:
        return
    if is_postgres(connection):
        ask(connection, [writing_receipts(receipts)])
        return
    names = ", ".join(_COLUMNS)
    driver: Any = connection.connection.driver_connection
    sql = f"INSERT INTO offline_sync_logs ({names}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
    values = [
        [
            receipt[name].decode()
            if name == "data"
            else receipt[name].replace("-", "")
            if name == _COLUMNS[0]
            else receipt[name]
            for name in _COLUMNS
        ]
        for receipt in receipts
    ]
    with told_as_sqlalchemy_tells(driver, connection.dialect, sql):
        driver.executemany(sql, values)


def judged_anew(connection: Connection, settled: Settled, now: datetime) -> None:
    """Change the answer of a receipt that stands: its set was quarantined, and was tried again."""
    said = {"uid": settled.change_set_uid, **_judged(settled), "server_timestamp": format_moment(now)}
    postgres = is_postgres(connection)
    names = [name for name in said if name != "uid"]
    kinds = {"rules": "INTEGER", "server_timestamp": "TIMESTAMPTZ"}
    if postgres:
        places = (f"{name} = CAST(${at} AS {kinds.get(name, 'VARCHAR')})" for at, name in enumerate(names, start=1))
        where = f"CAST(${len(names) + 1} AS UUID)"
    else:
        places, where = (f"{name} = ?" for name in names), "?"
    uid: Json = str(settled.change_set_uid) if postgres else settled.change_set_uid.hex
    sql = f"UPDATE offline_sync_logs SET {', '.join(places)} WHERE change_set_uid = {where}"  # noqa: S608
    ask(connection, [(sql, [*(said[name] for name in names), uid])])


def _judged(settled: Settled) -> dict[str, Any]:
    return {
        "sync_status": (settled.status or SyncStatus.FAILED).value,
        "outcome": str(settled.outcome)[:64],
        "conflict_resolution": settled.resolution or None,
        "rules": RULES,
    }


def _claimed_time(offered: Offered, now: datetime) -> str:
    """When the device says it happened; our own time where its clock makes no sense, or is ahead."""
    try:
        made_ms = HybridTime.parse(offered.change_set.made_at).unix_ms
        if made_ms <= to_unix_ms(now) + MAX_DRIFT_MS:
            return as_moment(datetime.fromtimestamp(made_ms / 1000, UTC))
    except (ValueError, OverflowError, OSError):
        pass
    return format_moment(now)
