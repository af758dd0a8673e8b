"""What must go when a person is erased, from the records and from our own logs of what was done to them.

What stays names nobody: ids, uids, numbers, times, states and amounts, so that the clinic's counts and its books stay
right, and each log entry's id and hash, so that a device that offers it again gets the same answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Connection, Text, and_, cast, func, or_, select, update
from sqlalchemy.dialects.postgresql import JSONPATH

from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.among import among
from server_sync.records.prepared import Prepared
from server_sync.records.tables import BY_NOUN, appointments, feedback, offline_sync_logs, patients, queue_management

PERSONAL: Mapping[str, tuple[str, ...]] = {
    "patient": (
        "first_name",
        "last_name",
        "date_of_birth",
        "gender",
        "phone",
        "email",
        "address",
        "emergency_contact_name",
        "emergency_contact_phone",
        "medical_history",
        "insurance_provider",
        "insurance_number",
        "communication_preferences",
    ),
    # With the codes, who finds an old confirmation or ticket can ask after them no more.
    "appointment": (
        "reason_for_visit",
        "symptoms",
        "special_requirements",
        "status_reason",
        "booking_code",
    ),
    "queue": ("notes", "claims", "special_reason", "override_reason", "follow_code"),
    "reminder": ("message_content", "delivery_status", "error_message"),
    "feedback": ("comment",),
    "conflict": ("fields", "chosen"),
}
"""Columns that hold what is known of a person, by noun. A payment's reference is its bank's, and stays."""

Reference = tuple[str, UUID]

UNREADABLE = "unreadable"
"""`sync_type` of what a device sent that nobody could read; it is kept as text."""

_UIDS_AT_ONCE = 20

_ANY_UID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")
_NOBODY = UUID(int=0)


def records_of(connection: Connection, patient_ids: Collection[int]) -> set[Reference]:
    """Every record with personal columns of these patients, their own rows included."""
    given = {"ids": list(patient_ids)}
    return {(noun, row["uid"]) for noun in PERSONAL for row in _of(noun).rows(connection, given)}


def blank_rows(connection: Connection, patient_ids: Collection[int]) -> None:
    """Empty the personal columns of these patients and of all that is about them, past the log: for a device."""
    for noun in PERSONAL:
        _blanking(noun).rows(connection, {"ids": list(patient_ids)})


def prune_log(connection: Connection, records: Collection[Reference], *, is_settled: bool) -> None:
    """Take these records' personal values out of the log, all of which it reads.

    Ids, hashes, outcomes and times stay. With `is_settled` entries that still wait for an answer stay whole: the
    server must be able to check their hash, and takes nothing personal out of them.
    """
    log = offline_sync_logs
    for names_one in _naming(connection, sorted(str(uid) for _, uid in records)):
        query = select(log.c.id, log.c.data).where(names_one)
        if is_settled:
            query = query.where(log.c.sync_status != "pending")
        for row in connection.execute(query).all():
            pruned: dict[str, Any] = {"data": pruned_body(row.data, records), "conflict_resolution": None}
            connection.execute(update(log).where(log.c.id == row.id).values(pruned))


def pruned_body(body: Any, records: Collection[Reference]) -> Json:  # Any: a JSON document of our own log
    """A logged change set without the personal values of `records`; nothing of one that could never be read."""
    items = body.get("sync_data") if isinstance(body, dict) else None
    if not isinstance(items, list):
        return {"erased": True}
    known = {(noun, str(uid)) for noun, uid in records}
    pruned: list[Json] = [_pruned_item(item) if _is_of(item, known) else item for item in items]
    return {**body, "sync_data": pruned}


def without_erased(connection: Connection, change_sets: Iterable[ChangeSet]) -> dict[UUID, ChangeSet]:
    """Those of `change_sets` that say something personal of somebody who was erased, without it, by their own uids.

    Erasing beats every edit that was made before a device heard of it.
    """
    sets = list(change_sets)
    erased = _erased_records(connection, [change for one in sets for change in one.changes])
    if not erased:
        return {}
    return {
        one.uid: replace(one, changes=tuple(_pruned(change, erased) for change in one.changes))
        for one in sets
        if any((change.noun, change.uid) in erased for change in one.changes)
    }


def erased_among(connection: Connection, change_sets: Iterable[ChangeSet]) -> set[Reference]:
    """The records in these sets that are of somebody who was erased."""
    return _erased_records(connection, [change for one in change_sets for change in one.changes])


def names_erased(connection: Connection, body: Json) -> bool:
    """Whether a body that nobody can read names somebody who was erased, or a record of theirs, wherever in it."""
    uids = [UUID(found) for found in dict.fromkeys(_ANY_UID.findall(json.dumps(body).lower()))]
    changes = [RecordChange(noun, Action.UPDATE, uid, {}) for uid in uids for noun in PERSONAL]
    changes += [RecordChange("appointment", Action.UPDATE, _NOBODY, fields) for fields in _said(body)]
    return bool(_erased_records(connection, changes))


def _said(body: Any) -> Iterator[dict[str, Json]]:
    items = body.get("sync_data") if isinstance(body, dict) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and isinstance(item.get("data"), dict):
            yield item["data"]


def _naming(connection: Connection, uids: list[str]) -> Iterator[ColumnElement[bool]]:
    """Conditions on log entries that name any of `uids`, or that could not be read and hold one."""
    log = offline_sync_logs.c
    if connection.dialect.name == "postgresql":
        # Measured: a document as text costs 100 us, the uids out of it 5 us.
        named = func.jsonb_path_query_array(log.data, cast("$.sync_data[*].uid", JSONPATH))
        yield named.op("?|")(cast(uids, ARRAY(Text)))
    for start in range(0, len(uids), _UIDS_AT_ONCE):
        text = func.lower(cast(log.data, Text))
        held = or_(*(text.contains(uid) for uid in uids[start : start + _UIDS_AT_ONCE]))
        yield and_(log.sync_type == UNREADABLE, held) if connection.dialect.name == "postgresql" else held


def _pruned(change: RecordChange, erased: Collection[Reference]) -> RecordChange:
    if (change.noun, change.uid) not in erased:
        return change
    # That something was taken out tells nothing, and must not stay because nobody heard of it.
    kept = {
        name: value for name, value in change.fields.items() if value is None or not _is_personal(change.noun, name)
    }
    replaced = {name: value for name, value in change.replaced.items() if not _is_personal(change.noun, name)}
    return replace(change, fields=kept, replaced=replaced)


def _is_personal(noun: str, name: str) -> bool:
    """Also what this version does not know: nobody can say what a newer device meant by it."""
    return name in PERSONAL[noun] or name not in BY_NOUN[noun].columns


def _is_of(item: Any, known: Collection[tuple[str, str]]) -> bool:
    return isinstance(item, dict) and (item.get("type"), item.get("uid")) in known


def _pruned_item(item: dict[str, Any]) -> dict[str, Any]:
    emptied = {
        part: {name: None if _is_personal(item["type"], name) else value for name, value in item[part].items()}
        for part in ("data", "replaced")
        if isinstance(item.get(part), dict)
    }
    return item | emptied


def _erased_records(connection: Connection, changes: list[RecordChange]) -> set[Reference]:
    """Of the records that `changes` name, those of erased patients: three small questions, whatever their number."""
    about = [change for change in changes if change.noun in PERSONAL]
    owners = {(change.noun, change.uid): owner for change, owner in _owners(connection, about)}
    if not owners:
        return set()
    uids = [uid for noun, uid in owners if noun == "patient"]
    ids = [owner for owner in owners.values() if owner is not None]
    rows = _ERASED.rows(connection, {"uids": uids, "ids": ids})
    erased_uids, erased_ids = {row["uid"] for row in rows}, {row["id"] for row in rows}
    return {
        reference
        for reference, owner in owners.items()
        if owner in erased_ids or (reference[0] == "patient" and reference[1] in erased_uids)
    }


def _owners(
    connection: Connection, about: list[RecordChange]
) -> Iterator[tuple[RecordChange, int | None]]:  # fmt: skip
    """Each change with the id of the patient it is about, as far as that is known; None for a patient's own row."""
    uids = {noun: [change.uid for change in about if change.noun == noun] for noun in PERSONAL}
    held: dict[Reference, int] = {}
    of_appointment: dict[Json, int] = {}
    for noun in ("appointment", "queue", "conflict"):
        wanted = [_whole(change.fields.get(f"{noun}_id")) for change in about]
        by_id = [one for one in wanted if one is not None]
        if not uids[noun] and not by_id:
            continue
        for row in _whose(noun).rows(connection, {"uids": uids[noun], "ids": by_id}):
            held[noun, row["uid"]] = row["patient_id"]
            of_appointment[f"{noun}:{row['id']}"] = row["patient_id"]
    for change in about:
        owner = held.get((change.noun, change.uid)) or _whole(change.fields.get("patient_id"))
        if owner is not None:  # what this stretch creates, a later set in it may change
            held[change.noun, change.uid] = owner
        for noun in ("appointment", "queue"):
            owner = owner or of_appointment.get(f"{noun}:{change.fields.get(f'{noun}_id')}")
        yield change, owner


def _whole(value: Json) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**53 else None


@cache
def _of(noun: str) -> Prepared:
    return Prepared(select(BY_NOUN[noun].c.uid).where(_of_patients(noun)))


@cache
def _blanking(noun: str) -> Prepared:
    emptied: dict[str, Any] = dict.fromkeys((*PERSONAL[noun], *(["phone_key"] if noun == "patient" else [])))
    return Prepared(update(BY_NOUN[noun]).where(_of_patients(noun)).values(emptied))


@cache
def _whose(noun: str) -> Prepared:
    table = BY_NOUN[noun]
    named = or_(among(table.c.uid, "uids"), among(table.c.id, "ids"))
    return Prepared(select(table.c.id, table.c.uid, table.c.patient_id).where(named))


def _of_patients(noun: str) -> ColumnElement[bool]:
    """Whether a record is about one of the patients whose `ids` are given."""
    table = BY_NOUN[noun]
    if noun == "patient":
        return among(table.c.id, "ids")
    if noun in ("appointment", "queue", "conflict"):
        return among(table.c.patient_id, "ids")
    theirs = among(appointments.c.patient_id, "ids")
    if noun == "reminder":
        return table.c.appointment_id.in_(select(appointments.c.id).where(theirs))
    of_visits = select(queue_management.c.id).where(among(queue_management.c.patient_id, "ids"))
    uids = select(appointments.c.uid).where(theirs)
    return or_(feedback.c.queue_id.in_(of_visits), feedback.c.appointment_uid.in_(uids))


_ERASED = Prepared(
    select(patients.c.uid, patients.c.id).where(
        patients.c.erased_at.is_not(None), or_(among(patients.c.uid, "uids"), among(patients.c.id, "ids"))
    )
)
