"""Who read whose data: entries in the audit trail, durable before anything is shown, many in one commit.

Changes are audited by the unit of work that makes them. Readings come far more often and change nothing else, so those
that arrive while a commit is under way share the next one: whoever gets the pen writes for all that wait.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from server_sync.central.access.callers import Caller
from server_sync.protocol.canonical import Json, digest
from server_sync.records.replica import Replica
from server_sync.records.statements import insert_into
from server_sync.records.tables import audit_trail
from server_sync.records.values import to_wire

NOBODY = UUID(int=0)
"""In `record_uid` where several records were read, in `change_set_uid` where nothing was changed."""

HASHED = ("at", "writer", "actor", "intent", "noun", "record_uid", "change_set_uid", "previous_hash")
"""Of what an entry's hash is taken; and of its `details`, where it has some."""

MOST_IN_ONE_COMMIT = 200


def record_reading(replica: Replica, caller: Caller, intent: str, patient_uids: Iterable[UUID]) -> None:
    """Say in the audit trail that `caller` read these patients' data, doing `intent` (`search_patients`).

    Returns once that is durable: call it before the answer leaves, in the thread of the desk's work, outside any
    transaction. Nothing is written where `patient_uids` is empty. Raises StorageFault: then show nothing.
    """
    uids = sorted(set(patient_uids))
    if uids:
        subject = uids[0] if len(uids) == 1 else NOBODY
        details = {"uids": [str(uid) for uid in uids]}
        _trail_of(replica).add(replica, _Reading(caller.actor, intent, "patient", subject, details))


def record_log_reading(replica: Replica, actor: str, intent: str, asked: Mapping[str, Json]) -> None:
    """Say in the audit trail that `actor` looked through the sync log, and for what; otherwise as `record_reading`."""
    _trail_of(replica).add(replica, _Reading(actor, intent, "sync_log", NOBODY, dict(asked)))


def hash_of_entry(entry: Mapping[Any, Any]) -> str:
    """The hash of what an audit entry says, with its link to the one before it."""
    said = {name: to_wire(entry[name]) for name in HASHED}
    if entry.get("details") is not None:
        said["details"] = entry["details"]
    return digest(said)


class ReadingTrail:
    """One process's chain of readings of one replica. Threads may share it."""

    def __init__(self, writer: UUID) -> None:
        self._pen = threading.Lock()
        self._queue = threading.Lock()
        self._waiting: list[_Reading] = []
        self._writer = str(writer)
        self._head = ""

    def add(self, replica: Replica, reading: _Reading) -> None:
        """Returns once the entry is durable. Raises StorageFault."""
        with self._queue:
            self._waiting.append(reading)
        with self._pen:
            while not reading.is_written:  # who had the pen before us may have written ours with theirs
                self._write(replica, self._first_in_line())
        if reading.failure is not None:
            raise reading.failure

    def _first_in_line(self) -> Sequence[_Reading]:
        with self._queue:
            batch, self._waiting = self._waiting[:MOST_IN_ONE_COMMIT], self._waiting[MOST_IN_ONE_COMMIT:]
        return batch

    def _write(self, replica: Replica, batch: Sequence[_Reading]) -> None:
        failure: Exception | None = None
        try:
            with replica.database.writing() as connection:
                entries, head = self._entries(replica, connection, batch)
                connection.execute(insert_into(audit_trail, tuple(entries[0])), entries)
            self._head = head
        except Exception as error:  # noqa: BLE001 - raised again in each of the threads that wait for it
            # Whether it was committed is not known: a new chain cannot contradict what may stand in the old one.
            self._writer, self._head = str(replica.new_uid()), ""
            failure = error
        for reading in batch:
            reading.failure = failure
            reading.is_written = True

    def _entries(
        self, replica: Replica, connection: Connection, batch: Sequence[_Reading]
    ) -> tuple[list[dict[str, Any]], str]:
        now, head = replica.clock.now(), self._head
        entries: list[dict[str, Any]] = []
        for reading in batch:
            entry: dict[str, Any] = {
                "at": now,
                "writer": self._writer,
                "actor": reading.actor,
                "intent": reading.intent,
                "noun": reading.noun,
                "record_uid": reading.subject,
                "change_set_uid": NOBODY,
                "details": reading.details,
                "previous_hash": head,
            }
            head = hash_of_entry(entry)
            row_id = replica.centre_ids.next_id(connection, audit_trail.name)
            own = {"id": row_id, "uid": replica.new_uid(), "version": 1, "created_at": now, "hash": head}
            entries.append(entry | own)
        return entries, head


class _Reading:
    """What one caller read, until it is durable."""

    __slots__ = ("actor", "details", "failure", "intent", "is_written", "noun", "subject")

    def __init__(self, actor: str, intent: str, noun: str, subject: UUID, details: dict[str, Any]) -> None:
        self.actor = actor
        self.intent = intent
        self.noun = noun
        self.subject = subject
        self.details = details
        self.is_written = False
        self.failure: Exception | None = None


_trails: WeakKeyDictionary[Replica, ReadingTrail] = WeakKeyDictionary()
_making = threading.Lock()


def _trail_of(replica: Replica) -> ReadingTrail:
    with _making:
        trail = _trails.get(replica)
        if trail is None:
            trail = _trails[replica] = ReadingTrail(replica.new_uid())
        return trail
