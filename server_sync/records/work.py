"""The unit of work: the door through which people's operations write.

Every record is created and changed through it, so the change set in the offline log says what actually changed and
no operation can forget it. Records, log entry, audit entry and local rows (counters, a print job) commit together.

On a device the set gets the next number of the gap-free sequence and waits in the log to be sent. At the centre it
is settled as it is written, and its records go straight into the feed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, select, update

from server_sync.clinic.clocks import HybridTime
from server_sync.clinic.ids import block_range, uuid7
from server_sync.clinic.stamps import round_of_place, stamp, stamped
from server_sync.protocol.canonical import Json, digest
from server_sync.protocol.changes import SCHEMA_VERSION, Action, ChangeSet, RecordChange
from server_sync.records.batches import Call, Rows, run_together
from server_sync.records.counting import counting, ids_used_up, next_count
from server_sync.records.database import UnguardedWriteError
from server_sync.records.derivation import derived_values
from server_sync.records.feed import publishing
from server_sync.records.feed.scope import Touched, locations_of
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.statements import prepared_insert, prepared_update
from server_sync.records.tables import BY_NOUN, SYNCED, audit_trail, offline_sync_logs, patient_terms, replica
from server_sync.records.tables.schema import SENT_DOWN, SENT_UP
from server_sync.records.terms import SEARCHED, adding_terms, refresh_terms, term_rows
from server_sync.records.values import to_wire

if TYPE_CHECKING:
    from server_sync.records.replica import Replica

_TOLD_BY_CENTRE = SENT_UP | SENT_DOWN
_ABSENT = object()
_SCOPE_COLUMNS = ("id", "location_id", "patient_id", "doctor_id", "scheduled_date", "business_date")
"""What decides who must hear of a record (`records.feed.scope`)."""
_STATE = Prepared(
    select(replica.c.last_sequence, replica.c.last_hybrid_time, replica.c.last_audit_hash, replica.c.last_id)
)
_ADVANCE = Prepared(
    update(replica).values(
        last_sequence=bindparam("sequence"),
        last_hybrid_time=bindparam("hybrid_time"),
        last_audit_hash=bindparam("audit_hash"),
        last_id=bindparam("last_id_"),
    )
)


class Work(Reading):
    """One operation in one transaction, on one thread. Made by `Replica.work`, which commits it."""

    replica: Replica

    def __init__(self, replica: Replica, connection: Connection, intent: str, actor: str) -> None:
        super().__init__(connection, replica.clock.now(), replica)
        self.identity = replica.identity
        self.intent = intent
        self.actor = actor
        self._changes: dict[UUID, _Change] = {}
        # Writes that no query has asked after yet: PostgreSQL gets them together, in one round trip.
        self._unsent: list[Call] = []
        # What this work has written so far, by record: a row that was read earlier does not know it.
        self._written: dict[UUID, dict[str, Any]] = {}
        self._left: set[int] = set()
        # Patients who can be found by other words from now on.
        self._renamed: set[int] = set()
        self._keeps_replaced = True
        # What this work is about where it changes nothing: a noun and a record.
        self._witnessed: tuple[str, UUID] | None = None
        self._audit_head: str | None = None
        self._set_uid: UUID | None = None
        # When the centre last stamped what this work writes.
        self._stamped: HybridTime | None = None
        # Of the visit that this work has made or moved.
        self._visit_round: int | None = None
        self._state = None if self.identity.is_centre else _DeviceState(connection, self.identity.id_block)

    @property
    def connection(self) -> Connection:
        """The connection, once all that was written so far is there: a query must see it."""
        self._send()
        return self._connection

    @property
    def is_postgres(self) -> bool:
        """Where others write at the same time, and each round trip counts."""
        return self.replica.database.is_postgres

    @property
    def changed_anything(self) -> bool:
        """Whether any record was really changed, in what leaves this replica."""
        return any(change.is_real for change in self._changes.values())

    def new_uid(self) -> UUID:
        """A fresh UUIDv7 of this moment."""
        return uuid7(self.now, self.replica.random_bytes)

    def next_count(self, name: str) -> int:
        """The next value of this replica's counter `name`, from 1; taken by this commit or not at all."""
        return next_count(self._connection, name)

    def together(self, *calls: Call) -> list[Rows]:
        """What several statements give, in one round trip: queries, `counted`, and writes of local tables.

        Raises UnguardedWriteError for a write of a synced table: the log would not know of it.
        """
        for statement, _ in calls:
            if statement.written in SYNCED:
                raise UnguardedWriteError(f"{statement.written} is written through the unit of work only")
        unsent, self._unsent = self._unsent, []
        return run_together(self._connection, [*unsent, *calls])[len(unsent) :]

    def counted(self, name: str) -> Call:
        """`next_count` as a statement for `together`: it gives one row, with the value as `last`."""
        return counting(name, is_postgres=self.is_postgres)

    def create(self, table: Table, **values: Any) -> Row:
        """Insert a record; the row as far as it is known, with its new `id` and `uid`."""
        noun = table.info["noun"]
        row = {"id": self._next_id(table), "uid": self.new_uid(), "created_at": self.now, **values}
        counted = {"version": 1} if self.identity.is_centre else {}
        self._insert(table, row | counted | derived_values(noun, row))
        self._changes[row["uid"]] = change = _Change(noun, Action.CREATE, row["id"], self._captured(table, row), {})
        change.row.update(row)
        if noun == "patient":
            self._add_terms(term_rows(row))
        elif noun == "queue":
            self._visit_round = round_of_place(row)
        return row

    def change(self, table: Table, row: Row, **values: Any) -> bool:
        """Change columns of a record as it was read; False where they already had these values.

        `row` must carry `id`, `uid` and the value of every column that is named, as it was read. A document is
        replaced by a new one, never changed in place: that could not be told from no change. Where `stamps` are among
        the values, they stand as they are given.
        """
        present = self._written.setdefault(row["uid"], {})
        differing = {name: value for name, value in values.items() if present.get(name, row[name]) != value}
        if not differing:
            return False
        noun = table.info["noun"]
        if "location_id" in differing and self.identity.is_centre:
            self._left |= locations_of(lambda: self.connection, Touched(noun, row["uid"]))
        if noun == "queue" and "step" in differing:
            self._visit_round = round_of_place(differing)
        marks = {} if "stamps" in values else self._stamps(table, row, differing)
        self._update(table, row["id"], differing, marks)
        self._remember_update(noun, row, differing)
        present.update(differing)
        if noun == "patient" and not SEARCHED.isdisjoint(differing):
            self._renamed.add(row["id"])
        return True

    def restate(self, table: Table, row: Row, *names: str) -> None:
        """Say in the log what these columns hold, changed or not: they go together with what this work changes."""
        change = self._change_of(table.info["noun"], row)
        present = self._written.get(row["uid"], {})
        said = {name: present.get(name, row[name]) for name in names}
        for name, value in self._captured(table, said).items():
            change.fields.setdefault(name, value)

    def knew(self, table: Table, row: Row, *names: str) -> None:
        """Say in the log what these columns held when this work changed others of the record: it was known here."""
        change = self._change_of(table.info["noun"], row)
        change.seen |= self._captured(table, {name: row[name] for name in names})

    def affirm(self, table: Table, row: Row, replaced: Mapping[str, Any]) -> None:
        """Say anew that these columns hold what they hold: stamped as of now, so that no earlier edit undoes it.

        `replaced` is what the log calls the values before: of a document that without its affirmed keys.
        """
        present = self._written.get(row["uid"], {})
        said = {name: present.get(name, row[name]) for name in replaced}
        change = self._change_of(table.info["noun"], row)
        for name, value in self._captured(table, said).items():
            change.fields[name] = value
            change.replaced[name] = to_wire(replaced[name])
        change.is_affirmed = True
        if self._state is None:
            marks = stamped(table.info["noun"], said, replaced, self._mark(), self._visit_round)
            self._update(table, row["id"], {}, marks)

    def delete(self, table: Table, row: Row) -> bool:
        """Mark a record as deleted. Deletions are rows: nothing is ever taken out.

        The log keeps as much of the row as was read: so a merge can tell whether its deletion knew of a change.
        """
        deleted = self.change(table, row, deleted_at=self.now)
        change = self._changes.get(row["uid"])
        if deleted and change is not None and change.action is Action.UPDATE:
            change.action = Action.DELETE
            seen = self._captured(table, {name: value for name, value in row.items() if name in table.columns})
            change.replaced = {**seen, **change.replaced}
        return deleted

    def add_local(self, table: Table, **values: Any) -> None:
        """Insert a row of a local table; it commits with the rest and is never logged."""
        if table.name in SYNCED:
            raise UnguardedWriteError(f"{table.name} is no local table")
        self._insert(table, values)

    def witness(self, noun: str, uid: UUID) -> None:
        """Have the audit trail say that this was done, though no record changes by it: somebody signed in, say."""
        self._witnessed = noun, uid

    def forget_replaced(self) -> None:
        """Log what this work changes without the values that it replaces: they are being erased for good."""
        self._keeps_replaced = False

    def seal(self) -> frozenset[int]:
        """Write the audit entry, the log entry and, at the centre, the feed. Called by `Replica.work` before COMMIT.

        Returns the locations whose feed has news.
        """
        self._changes = {uid: change for uid, change in self._changes.items() if change.is_real}
        if self._renamed:
            refresh_terms(self.connection, self._renamed)
        places: frozenset[int] = frozenset()
        if self._changes or self._witnessed:
            if self._state is None:
                places = self._seal_at_centre()
            else:
                self._seal_on_device(self._state)
        return places

    def commit(self) -> None:
        """Send what is left and, on PostgreSQL, COMMIT with it. Called by `Replica.work`, whose own finds it done."""
        unsent, self._unsent = self._unsent, []
        run_together(self._connection, unsent, then_commit=True)

    def committed(self) -> None:
        """Called by `Replica.work` after COMMIT, while the connection is still this work's own."""
        if self._audit_head is not None:
            self._connection.info["audit_hash"] = self._audit_head

    def _seal_on_device(self, state: _DeviceState) -> None:
        set_uid = self._own_uid()
        made_at = state.hybrid_time.tick(self.now)
        audit = self._audit(set_uid, str(self.identity.device_uid), state.audit_hash)
        change_set = self._change_set(set_uid, state.sequence + 1, made_at)
        self._log(change_set, status="pending", settled_at=None)
        _ADVANCE.rows(
            self._connection,
            {
                "sequence": change_set.sequence,
                "hybrid_time": str(made_at),
                "audit_hash": audit,
                "last_id_": state.last_id,
            },
        )

    def _seal_at_centre(self) -> frozenset[int]:
        set_uid = self._own_uid()
        # A chain per pooled connection: writers of one process never wait for each other's head.
        pool = self._connection.info
        writer = pool.setdefault("audit_writer", str(self.new_uid()))
        self._audit_head = self._audit(set_uid, writer, pool.get("audit_hash", ""))
        # As late as its stamps, and no later: whoever compares sets comes to what the records say.
        made_at = self._stamped or self.replica.centre_time()
        self._log(self._change_set(set_uid, 0, made_at), status="synced", settled_at=self.now)
        # Nothing is sent yet where the scope can be told without a question: it all goes in one round trip.
        touched = [change.touched(uid) for uid, change in self._changes.items()]
        places, calls = publishing.publishing(
            lambda: self.connection, touched, self._left, is_postgres=self.is_postgres, today=self.now.date()
        )
        self._unsent += calls
        return places

    def _change_set(self, uid: UUID, sequence: int, made_at: HybridTime) -> ChangeSet:
        return ChangeSet(
            uid=uid,
            device_uid=self.identity.device_uid,
            sequence=sequence,
            intent=self.intent,
            actor=self.actor,
            made_at=str(made_at),
            schema_version=SCHEMA_VERSION,
            changes=tuple(self._told(change.to_record(uid)) for uid, change in self._changes.items()),
        )

    def _told(self, change: RecordChange) -> RecordChange:
        return change if self._keeps_replaced else replace(change, replaced=dict.fromkeys(change.replaced))

    def _log(self, change_set: ChangeSet, *, status: str, settled_at: datetime | None) -> None:
        body = change_set.to_json()
        first = change_set.changes[0]
        self._insert(
            offline_sync_logs,
            {
                "change_set_uid": change_set.uid,
                "device_id": str(change_set.device_uid),
                "sequence": change_set.sequence or None,
                "intent": change_set.intent,
                "sync_type": first.noun,
                "record_id": self._changes[first.uid].record_id,
                "action": first.action.value,
                "data": body,
                "hash": digest(body),
                "sync_status": status,
                "outcome": None if settled_at is None else "applied",
                "sync_timestamp": self.now,
                "server_timestamp": settled_at,
            },
        )

    def _audit(self, set_uid: UUID, writer: str, previous_hash: str) -> str:
        """Append to the writer's chain; the new head. One entry a set: the set itself says what changed."""
        noun, uid = self._witnessed or next((change.noun, uid) for uid, change in self._changes.items())
        entry: dict[str, Any] = {
            "at": self.now,
            "writer": writer,
            "actor": self.actor,
            "intent": self.intent,
            "noun": noun,
            "record_uid": uid,
            "change_set_uid": set_uid,
            "previous_hash": previous_hash,
        }
        head = digest({name: to_wire(value) for name, value in entry.items()})
        self.create(audit_trail, **entry, hash=head)
        return head

    def _own_uid(self) -> UUID:
        """This work's change set's."""
        if self._set_uid is None:
            self._set_uid = self.new_uid()
        return self._set_uid

    def _mark(self) -> str:
        """The stamp of what the centre writes now: later than that of whoever held the row before."""
        self._stamped = self.replica.centre_time()
        return stamp(self._stamped, self._own_uid())

    def _stamps(self, table: Table, row: Row, differing: Mapping[str, Any]) -> dict[str, str]:
        """A device's are made at the centre, when its set is settled."""
        if self._state is not None or "stamps" not in table.columns:
            return {}
        sent = {name: value for name, value in differing.items() if table.columns[name].info["travel"] in SENT_UP}
        return stamped(table.info["noun"], sent, row, self._mark(), self._visit_round) if sent else {}

    def _update(self, table: Table, row_id: int, differing: Mapping[str, Any], stamps: Mapping[str, str]) -> None:
        written = {**differing, **derived_values(table.info["noun"], differing)}
        parameters = {f"new_{name}": value for name, value in written.items()} | {"row_id": row_id}
        if stamps:
            parameters["new_stamps"] = dict(stamps)
        # What never leaves the centre makes no new version: nobody would be told of it, and replicas would differ.
        leaves = bool(stamps) or any(table.columns[name].info["travel"] in _TOLD_BY_CENTRE for name in differing)
        counts = self.identity.is_centre and leaves
        self._write(prepared_update(table, tuple(written), counts=counts, stamps=bool(stamps)), parameters)

    def _next_id(self, table: Table) -> int:
        if self._state is not None:
            return self._state.next_id()
        return self.replica.centre_ids.next_id(self._connection, table.name)

    def _insert(self, table: Table, row: Mapping[str, Any]) -> None:
        self._write(prepared_insert(table, tuple(row)), row)

    def _write(self, statement: Prepared, parameters: Mapping[str, Any]) -> None:
        if self.is_postgres:
            self._unsent.append((statement, parameters))
        else:
            statement.rows(self._connection, parameters)

    def _add_terms(self, rows: Sequence[Mapping[str, Any]]) -> None:
        if self.is_postgres:
            self._unsent.append(adding_terms(rows))
            return
        for row in rows:
            self._insert(patient_terms, row)

    def _send(self) -> None:
        unsent, self._unsent = self._unsent, []
        if unsent:
            run_together(self._connection, unsent)

    def _remember_update(self, noun: str, row: Row, differing: Mapping[str, Any]) -> None:
        sent = self._captured(BY_NOUN[noun], differing)
        change = self._change_of(noun, row)
        change.row.update(differing)
        for name, value in sent.items():
            if change.action is not Action.CREATE:
                change.replaced.setdefault(name, to_wire(row[name]))
            change.fields[name] = value

    def _change_of(self, noun: str, row: Row) -> _Change:
        change = self._changes.setdefault(row["uid"], _Change(noun, Action.UPDATE, row["id"], {}, {}))
        known = {name: row[name] for name in _SCOPE_COLUMNS if name in row}
        change.row = known | change.row
        return change

    def _captured(self, table: Table, values: Mapping[str, Any]) -> dict[str, Json]:
        """What the log says of these columns: a device's is what it sends up, the centre's all that it tells."""
        told = _TOLD_BY_CENTRE if self.identity.is_centre else SENT_UP
        return {name: to_wire(value) for name, value in values.items() if table.columns[name].info["travel"] in told}


class _Change:
    """What has happened to one record so far in this work."""

    __slots__ = ("action", "fields", "is_affirmed", "noun", "record_id", "replaced", "row", "seen")

    def __init__(
        self, noun: str, action: Action, record_id: int, fields: dict[str, Json], replaced: dict[str, Json]
    ) -> None:
        self.noun = noun
        self.action = action
        self.record_id = record_id
        self.fields = fields
        self.replaced = replaced
        # What is known of the record's columns that decide who must hear of it.
        self.row: dict[str, Any] = {}
        # What did not change was said anew.
        self.is_affirmed = False
        # What was known of columns that did not change.
        self.seen: dict[str, Json] = {}

    def touched(self, uid: UUID) -> Touched:
        """The record as the feed wants to know it."""
        return Touched(self.noun, uid, self.row, is_new=self.action is Action.CREATE)

    @property
    def is_real(self) -> bool:
        """Not there and back again, and not only in columns that never leave this replica."""
        return self.action is Action.CREATE or bool(self._differing())

    def to_record(self, uid: UUID) -> RecordChange:
        """The record's part of the change set."""
        if self.action is Action.CREATE:
            return RecordChange(self.noun, self.action, uid, self.fields)
        fields = self._differing()
        known = self.replaced if self.action is Action.DELETE else fields
        replaced = {name: self.replaced[name] for name in known if name in self.replaced}
        return RecordChange(self.noun, self.action, uid, fields, self.seen | replaced)

    def _differing(self) -> dict[str, Json]:
        if self.is_affirmed:
            return self.fields
        return {name: value for name, value in self.fields.items() if value != self.replaced.get(name, _ABSENT)}


class _DeviceState:
    """A device's own counts, read at the start of the work and written back once, at its end."""

    def __init__(self, connection: Connection, id_block: int) -> None:
        (row,) = _STATE.rows(connection, {})
        self.sequence: int = row["last_sequence"]
        self.hybrid_time = HybridTime.parse(row["last_hybrid_time"])
        self.audit_hash: str = row["last_audit_hash"]
        self._block = block_range(id_block)
        self.last_id: int = row["last_id"] or self._block.start - 1

    def next_id(self) -> int:
        self.last_id += 1
        if self.last_id not in self._block:
            raise ids_used_up()
        return self.last_id
