"""Sets that wait for a quarantined one: what it was to make is what they change or refer to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, literal_column, select

from server_sync.central.sync.settling.joined_people import merged_into
from server_sync.central.sync.settling.offers import Settled
from server_sync.central.sync.settling.picture import Reference
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.faults import ProtocolFault
from server_sync.records.outbox import SyncStatus
from server_sync.records.prepared import Prepared
from server_sync.records.tables import offline_sync_logs

WAITS = "waits_for_another"

LOOKED_AT = 5_000
"""Quarantined sets that are looked through: there should be none."""

REFERENCES = {"patient_id": "patient", "appointment_id": "appointment", "queue_id": "queue"}

MAY_WAIT = frozenset({"unknown_record", "broken_rule", "other_location"})
"""Reasons that something missing may have."""


@dataclass(slots=True)
class Quarantine:
    """What quarantined sets were to make, by uid and by id. It is asked for when the first set fails, which is rare."""

    _by_uid: dict[Reference, ChangeSet] = field(default_factory=dict)
    _by_id: dict[tuple[str, Json], ChangeSet] = field(default_factory=dict)
    _is_read: bool = False

    def add(self, change_set: ChangeSet) -> None:
        """A set that was not applied."""
        for change in change_set.changes:
            if change.action is not Action.CREATE:
                continue
            self._by_uid[change.noun, change.uid] = change_set
            if type(change.fields.get("id")) is int:
                self._by_id[change.noun, change.fields["id"]] = change_set

    def explained(self, connection: Connection, change_set: ChangeSet, settled: Settled) -> Settled:
        """The answer to a set that failed; it waits where what it misses is what a quarantined one was to make."""
        if settled.status is SyncStatus.FAILED and settled.outcome in MAY_WAIT:
            self._read(connection)
            awaited = next(self._awaited(change_set), None)
            if awaited is not None:
                words = f"Waits for what was done before ({awaited.intent.replace('_', ' ')}) and could not be applied."
                settled = Settled(change_set.uid, SyncStatus.FAILED, WAITS, words)
        if settled.status is SyncStatus.FAILED:
            self.add(change_set)
        return settled

    def _awaited(self, change_set: ChangeSet) -> Iterator[ChangeSet]:
        own = {(change.noun, change.uid) for change in change_set.changes if change.action is Action.CREATE}
        for change in change_set.changes:
            reference = change.noun, change.uid
            if reference not in own and reference in self._by_uid:
                yield self._by_uid[reference]
            yield from self._referred(change_set, change)

    def _referred(self, change_set: ChangeSet, change: RecordChange) -> Iterator[ChangeSet]:
        standing = merged_into(change)
        if standing is not None and ("patient", standing) in self._by_uid:
            yield self._by_uid["patient", standing]
        for name, noun in REFERENCES.items():
            referred = change.fields.get(name)
            found = self._by_id.get((noun, referred)) if type(referred) is int else None
            if found is not None and found.uid != change_set.uid:
                yield found

    def _read(self, connection: Connection) -> None:
        if self._is_read:
            return
        self._is_read = True
        for row in _QUARANTINED.rows(connection, {}):
            read = _read_set(row["data"])
            if read is not None:
                self.add(read)


_QUARANTINED = Prepared(
    select(offline_sync_logs.c.data)
    .where(offline_sync_logs.c.sync_status == SyncStatus.FAILED.value)
    .order_by(offline_sync_logs.c.id.desc())
    .limit(literal_column(str(LOOKED_AT)))
)


def _read_set(body: Any) -> ChangeSet | None:  # Any: a JSON document of our own log
    try:
        return ChangeSet.from_json(body)
    except ProtocolFault:
        return None
