"""What waits of a machine that becomes another one, made anew under its new name: ids, numbers and audit chain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, update

from server_sync.clinic import numbers
from server_sync.clinic.ids import alarm_uid, block_range
from server_sync.protocol.canonical import Json, digest
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.records.counting import next_count
from server_sync.records.database import DOOR
from server_sync.records.replica import Identity
from server_sync.records.tables import BY_NOUN, offline_sync_logs, queue_management, sent_columns
from server_sync.records.tables import replica as replica_table
from server_sync.records.tables.schema import SENT_UP
from server_sync.records.upstream.base_images import NUMBERS
from server_sync.records.values import fields_from_wire

_OF_AUDIT_HASH = ("at", "writer", "actor", "intent", "noun", "record_uid", "change_set_uid", "previous_hash")


class MadeAnew:
    """The pending sets of a replica on their way into a new identity."""

    def __init__(self, connection: Connection, identity: Identity) -> None:
        self._connection = connection
        self._identity = identity
        self._next_id = block_range(identity.id_block).start
        self._ids: dict[tuple[str, int], int] = {}
        self._numbers: dict[str, str] = {}
        # As text: an alarm's uid follows from its number.
        self._uids: dict[str, str] = {}
        self._audit_head = ""

    def run(self) -> int:
        """Bring the log, the rows and who this replica is to the new identity; how many sets there were."""
        log = offline_sync_logs.c
        waiting = select(log.id, log.data).where(log.sync_status == "pending").order_by(log.sequence)
        sequence = 0
        for row in self._connection.execute(waiting).all():
            sequence += 1
            self._make_anew(row.id, ChangeSet.from_json(row.data), sequence)
        self._connection.execute(
            update(replica_table).values(
                device_uid=self._identity.device_uid,
                location_id=self._identity.location_id,
                series=self._identity.series,
                id_block=self._identity.id_block,
                kind=self._identity.kind,
                last_sequence=sequence,
                last_id=self._next_id - 1,
                last_audit_hash=self._audit_head,
                becoming=None,
            )
        )
        return sequence

    def _make_anew(self, log_id: int, old: ChangeSet, sequence: int) -> None:
        for change in old.changes:
            if change.action is Action.CREATE:
                self._give_new_id(change)
        changes = tuple(self._changed(change, old) for change in old.changes)
        new = replace(old, device_uid=self._identity.device_uid, sequence=sequence, changes=changes)
        for before, change in zip(old.changes, changes, strict=True):
            self._store(change, before.uid)
        body, first = new.to_json(), changes[0]
        values: dict[str, Any] = {
            "device_id": str(self._identity.device_uid),
            "sequence": sequence,
            "data": body,
            "hash": digest(body),
        }
        if first.action is Action.CREATE:
            values["record_id"] = first.fields["id"]
        self._connection.execute(update(offline_sync_logs).where(offline_sync_logs.c.id == log_id).values(values))

    def _give_new_id(self, change: RecordChange) -> None:
        old = change.fields.get("id")
        if isinstance(old, int):
            self._ids[change.noun, old] = self._next_id
            self._next_id += 1
        number = NUMBERS.get(change.noun)
        given = change.fields.get(number) if number is not None else None
        if isinstance(given, str) and number is not None and not self._is_of_a_visit(change.noun, given):
            # Also one that is still free: the original may have given it to somebody, and not have said so yet.
            plain, sign, beside = given.partition("~")
            new = self._numbers.get(plain, plain) if sign else self._new_number(change.noun, given)
            self._numbers[given] = new + sign + beside
        if change.noun == "help_call" and isinstance(given, str):
            self._give_new_uid(change, given)

    def _is_of_a_visit(self, noun: str, given: str) -> bool:
        """An alarm that was raised for somebody who waits goes by their number, whatever that is now."""
        if noun != "help_call" or given in self._numbers:
            return noun == "help_call"
        place = select(queue_management.c.id).where(queue_management.c.token_number == given)
        return self._connection.execute(place).first() is not None

    def _give_new_uid(self, change: RecordChange, given: str) -> None:
        """Else the original's alarm under that number would be taken for this one, and one of them be lost."""
        place = change.fields.get("location_id")
        if isinstance(place, int) and change.uid == alarm_uid(place, given):
            self._uids[str(change.uid)] = str(alarm_uid(place, self._numbers.get(given, given)))

    def _new_number(self, noun: str, given: str) -> str:
        if noun in ("queue", "help_call"):
            old = numbers.Token.parse(given)
            count = f"token:{old.day:%Y%m%d}:{self._identity.location_id}:{self._identity.series}"
            taken = next_count(self._connection, count)
            return str(numbers.token(old.day, old.location_code, self._identity.series, taken))
        _, year_text, *place = given.split("-")
        year, code = int(year_text), "-".join(place[:-1])
        taken = next_count(self._connection, f"{noun}_number:{year}")
        write = numbers.patient_number if noun == "patient" else numbers.appointment_number
        return write(year, numbers.series_at_place(code, self._identity.series), taken)

    def _changed(self, change: RecordChange, change_set: ChangeSet) -> RecordChange:
        fields = self._mapped(change.noun, change.fields)
        if change.noun == "audit":
            fields |= {"writer": str(self._identity.device_uid), "previous_hash": self._audit_head}
            if "hash" in fields:
                fields["hash"] = self._audit_head = digest({name: fields[name] for name in _OF_AUDIT_HASH})
        if "device_uid" in fields and fields["device_uid"] == str(change_set.device_uid):
            fields["device_uid"] = str(self._identity.device_uid)
        uid = UUID(self._uids.get(str(change.uid), str(change.uid)))
        return replace(change, uid=uid, fields=fields, replaced=self._mapped(change.noun, change.replaced))

    def _mapped(self, noun: str, values: Mapping[str, Json]) -> dict[str, Json]:
        """The same values with new ids wherever they name what was made anew, and new numbers."""
        mapped = dict(values)
        table = BY_NOUN.get(noun)
        for name, value in values.items():
            if isinstance(value, int) and table is not None and name in table.c:
                target = noun if name == "id" else _REFERS.get((noun, name))
                if target is not None:
                    mapped[name] = self._ids.get((target, value), value)
            elif isinstance(value, str) and value in self._numbers and name in _NUMBERED:
                mapped[name] = self._numbers[value]
            elif isinstance(value, str) and name in ("uid", "record_uid"):
                mapped[name] = self._uids.get(value, value)
        return mapped

    def _store(self, change: RecordChange, was: UUID) -> None:
        """Bring the row here to what the set says now: its id, its uid, its number, and whom it refers to."""
        table = BY_NOUN.get(change.noun)
        if table is None:
            return
        names = [name for name in change.fields if name == "id" or (change.noun, name) in _REFERS or name in _NUMBERED]
        if change.noun == "audit":
            names = [*names, "record_uid", "writer", "previous_hash", "hash"]
        values = fields_from_wire(table, change.fields, [name for name in names if name in _sent_here(change.noun)])
        if change.uid != was:
            values["uid"] = change.uid
        if values:
            here = update(table).where(table.c.uid == was).values(values)
            self._connection.execute(here.execution_options(**DOOR))


def _sent_here(noun: str) -> frozenset[str]:
    """The columns of a noun's table that a device may say anything of."""
    return frozenset(sent_columns(BY_NOUN[noun], SENT_UP))


def _referred() -> dict[tuple[str, str], str]:
    return {
        (noun, key.parent.name): key.column.table.info["noun"]
        for noun, table in BY_NOUN.items()
        for key in table.foreign_keys
        if "noun" in key.column.table.info
    }


_REFERS = _referred()
"""Columns that hold another record's id, with that record's noun."""
_NUMBERED = frozenset({*NUMBERS.values(), "queue_token", "alias_of"}) - {"code"}
