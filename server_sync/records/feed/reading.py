"""Reading what one machine is to hold: first the rows of its scope, table by table, then what its feed tells.

A machine without a cursor begins with the rows as they stand, and its cursor notes where the feed stood before them.
Each page is a transaction of its own, and may be interrupted for any time: what changes meanwhile stands in the feed
after that place. So what was read page by page is, once the feed has been read, one consistent picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Connection, String, bindparam, literal_column, select

from server_sync.protocol.pages import FeedPage, Progress, Reference, RowGroup
from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.among import among
from server_sync.records.batches import Call, run_together
from server_sync.records.feed.cursor import FeedCursor, Snapshot
from server_sync.records.feed.not_taken import not_taken
from server_sync.records.feed.scope import HOLDS_REGISTER, SENT_NOUNS, Scope, first_kept_day
from server_sync.records.feed.wire_rows import WireRow, WireRows, wire_rows
from server_sync.records.prepared import Prepared
from server_sync.records.tables import (
    BY_NOUN,
    feed,
    feed_heads,
    offline_sync_logs,
    patients,
    register,
    register_heads,
)

FIRST_EPOCH = 1


@dataclass(frozen=True, slots=True)
class Reader:
    """The machine that reads: who and what it is, and which version it speaks."""

    device_id: int
    device_uid: UUID
    location_id: int
    kind: str
    version: int = SCHEMA_VERSION

    @property
    def is_nameless(self) -> bool:
        """A board in the waiting room holds the same records, and nothing personal in them."""
        return self.kind == "board"

    def nouns(self) -> tuple[str, ...]:
        """The nouns that its version knows, those that others refer to first."""
        return tuple(noun for noun in SENT_NOUNS if BY_NOUN[noun].info["since"] <= self.version)

    @property
    def has_register(self) -> bool:
        """Whether it holds every patient of the clinic."""
        return self.kind in HOLDS_REGISTER

    def scope(self, cursor: FeedCursor) -> Scope:
        """What it holds once it stands at `cursor`."""
        return Scope(self.location_id, self.kind, self.device_id, cursor.kept_from)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the server stands for one machine, in one consistent look."""

    end: FeedCursor
    last_sequence: int
    """The highest of the machine's sequences of which there is a receipt: they are settled in order."""
    last_set: UUID | None = None
    """The set that stands there."""


def look(connection: Connection, reader: Reader, now: datetime) -> Standing:
    """The end of what there is for a machine at `now`, in one round trip."""
    calls: list[Call] = [
        (_HEAD, {"location": reader.location_id}),
        (_LAST_SEQUENCE, {"device": str(reader.device_uid)}),
    ]
    if reader.has_register:
        calls.append((_REGISTER_HEADS, {}))
    heads, sequences, *registers = run_together(connection, calls)
    epoch, position = (heads[0]["epoch"], heads[0]["position"]) if heads else (FIRST_EPOCH, 0)
    stripes = {row["stripe"]: row["position"] for row in registers[0]} if registers else {}
    kept_from = first_kept_day(reader.kind, now)
    end = FeedCursor(reader.version, epoch, reader.location_id, reader.kind, kept_from, position, stripes)
    if not sequences:
        return Standing(end, 0)
    return Standing(end, sequences[0]["sequence"], sequences[0]["change_set_uid"])


def went_back(cursor: FeedCursor | None, standing: Standing) -> bool:
    """Whether a machine has seen of this very epoch what is not there any more: the server was restored."""
    return cursor is not None and cursor.is_of(standing.end) and cursor.is_beyond(standing.end)


def read_page(
    connection: Connection, reader: Reader, cursor: FeedCursor | None, limit: int, standing: Standing
) -> FeedPage:
    """The page after `cursor`, of up to `limit` records; without one, or with one of another feed, the first."""
    found = _Found(connection, reader, limit)
    end = standing.end
    if cursor is None or not cursor.is_of(end) or cursor.is_beyond(end):
        cursor = replace(end, snapshot=Snapshot(total=found.count(reader.scope(end))))
        found.add_absent(not_taken(connection, reader.device_uid))
    at = replace(cursor, kept_from=max(cursor.kept_from, end.kept_from))
    if at.snapshot is not None:
        at = found.read_tables(at)
    if at.snapshot is None:
        at = found.read_feed(at, end)
    return found.page(at, end, standing)


def read_records(
    connection: Connection, reader: Reader, references: Iterable[Reference], standing: Standing
) -> FeedPage:
    """Named records as a machine should hold them now; the page has no cursor, as it is no place in the feed."""
    found = _Found(connection, reader, 0)
    found.add_named(references, reader.scope(standing.end))
    return replace(found.page(standing.end, standing.end, standing), cursor="")


@dataclass(slots=True)
class _Found:
    """A page in the making."""

    connection: Connection
    reader: Reader
    limit: int
    rows: dict[str, dict[UUID, WireRow]] = field(default_factory=dict)
    absent: list[Reference] = field(default_factory=list)
    left: list[Reference] = field(default_factory=list)
    progress: Progress | None = None
    taken: int = 0

    @property
    def room(self) -> int:
        return self.limit - self.taken

    def count(self, scope: Scope) -> int:
        return sum(self._table(noun).count(self.connection, scope) for noun in self.reader.nouns())

    def read_tables(self, at: FeedCursor) -> FeedCursor:
        """As many of the tables' rows as there is room for; all of them read, the cursor goes on in the feed."""
        nouns, snapshot, scope = self.reader.nouns(), at.snapshot or Snapshot(), self.reader.scope(at)
        noun_at, last_id = snapshot.noun_at, snapshot.last_id
        while self.room > 0 and noun_at < len(nouns):
            table, room = self._table(nouns[noun_at]), self.room
            rows, last_id = table.after(self.connection, last_id, room, scope)
            self._add(table, rows)
            self.taken += len(rows)
            if len(rows) < room:
                noun_at, last_id = noun_at + 1, 0
        done = snapshot.done + self.taken
        self.progress = Progress(done, max(done, snapshot.total))
        is_whole = noun_at >= len(nouns)
        return replace(at, snapshot=None if is_whole else Snapshot(noun_at, last_id, done, snapshot.total))

    def read_feed(self, at: FeedCursor, end: FeedCursor) -> FeedCursor:
        """What the location's feed tells, then what the register tells, as far as there is room."""
        told: dict[Reference, None] = {}
        position = self._follow(at, end, told)
        stripes = self._follow_register(at, end, told)
        self.add_named(told, self.reader.scope(at))
        return replace(at, position=position, register=stripes)

    def page(self, at: FeedCursor, end: FeedCursor, standing: Standing) -> FeedPage:
        return FeedPage(
            entries=(),
            cursor=str(at),
            is_last=at.snapshot is None and at.stands_at(end),
            settled_through=standing.last_sequence,
            groups=tuple(
                RowGroup(noun, self._table(noun).columns, list(self.rows[noun].values()))
                for noun in SENT_NOUNS
                if noun in self.rows
            ),
            absent=tuple(self.absent),
            left=tuple(self.left),
            last_sequence=standing.last_sequence,
            last_set=standing.last_set,
            kept_from=at.kept_from,
            epoch=at.epoch,
            progress=self.progress,
        )

    def _follow(self, at: FeedCursor, end: FeedCursor, told: dict[Reference, None]) -> int:
        if self.room <= 0 or at.position >= end.position:
            return at.position
        given = {"location": at.location_id, "after": at.position, "most": self.room}
        places = _CHANGED.rows(self.connection, given)
        told.update(dict.fromkeys((place["noun"], place["record_uid"]) for place in places))
        is_whole = len(places) < self.room
        self.taken += len(places)
        return end.position if is_whole else places[-1]["position"]

    def _follow_register(self, at: FeedCursor, end: FeedCursor, told: dict[Reference, None]) -> dict[int, int]:
        stripes = dict(at.register)
        for stripe, last in end.register.items():
            after = stripes.get(stripe, 0)
            if self.room <= 0 or after >= last:
                continue
            places = _REGISTERED.rows(self.connection, {"stripe_": stripe, "after": after, "most": self.room})
            told.update(dict.fromkeys(("patient", place["record_uid"]) for place in places))
            stripes[stripe] = last if len(places) < self.room else places[-1]["position"]
            self.taken += len(places)
        return stripes

    def add_named(self, told: Iterable[Reference], scope: Scope) -> None:
        by_noun: dict[str, list[UUID]] = {}
        for noun, uid in told:
            by_noun.setdefault(noun, []).append(uid)
        known = self.reader.nouns()
        for noun, uids in by_noun.items():
            if noun in known:
                self._sort(noun, uids, scope)
            elif noun in BY_NOUN and noun not in SENT_NOUNS:
                self.absent += _not_held(self.connection, noun, uids)

    def add_absent(self, references: Iterable[Reference]) -> None:
        """Those of them that the server does not hold; nothing is said of the others."""
        by_noun: dict[str, list[UUID]] = {}
        for noun, uid in references:
            by_noun.setdefault(noun, []).append(uid)
        for noun, uids in by_noun.items():
            if noun in self.reader.nouns() or (noun in BY_NOUN and noun not in SENT_NOUNS):
                self.absent += _not_held(self.connection, noun, uids)

    def _sort(self, noun: str, uids: Sequence[UUID], scope: Scope) -> None:
        table = self._table(noun)
        found = table.named(self.connection, uids, scope)
        rows = [row for row in found.values() if row is not None]
        self._add(table, rows)
        if noun == "patient" and not self.reader.has_register:
            self._add_standing(table, rows, scope)
        left = [uid for uid in uids if uid in found and found[uid] is None]
        self.left += [(noun, uid) for uid in left]
        if left and noun in _OF_A_PERSON:
            self._add(table, self._erased(table, left))
        self.absent += [(noun, uid) for uid in uids if uid not in found]

    def _add_standing(self, table: WireRows, rows: Sequence[WireRow], scope: Scope) -> None:
        """With a record that was merged goes the one that stands for it: nobody tells of that otherwise."""
        at, held = table.columns.index("merged_into_uid"), self.rows.get("patient", {})
        while wanted := {UUID(str(row[at])) for row in rows if row[at] is not None} - held.keys():
            rows = [row for row in table.named(self.connection, sorted(wanted), scope).values() if row is not None]
            self._add(table, rows)

    def _erased(self, table: WireRows, left: Sequence[UUID]) -> list[WireRow]:
        """Of what left a machine's scope, what is of people who were erased: it may still keep what it knew of them.

        Such a row comes with its `left`: nothing personal is in it.
        """
        owner = table.columns.index("id" if table.noun == "patient" else "patient_id")
        rows = list(table.every(self.connection, left).values())
        if table.noun != "patient":
            place = table.columns.index("location_id")
            rows = [row for row in rows if row[place] == self.reader.location_id]
        owners = {row[owner] for row in rows if row[owner] is not None}
        erased = {row["id"] for row in _ERASED.rows(self.connection, {"ids": list(owners)})}
        return [row for row in rows if row[owner] in erased]

    def _add(self, table: WireRows, rows: Sequence[WireRow]) -> None:
        if rows:
            held = self.rows.setdefault(table.noun, {})
            held.update((UUID(str(row[table.uid_at])), row) for row in rows)

    def _table(self, noun: str) -> WireRows:
        return rows_for(self.reader, noun, is_postgres=self.connection.dialect.name == "postgresql")


def rows_for(reader: Reader, noun: str, *, is_postgres: bool) -> WireRows:
    """How a machine's rows of one noun are read."""
    return wire_rows(
        noun,
        reader.version,
        has_register=reader.has_register,
        is_nameless=reader.is_nameless,
        is_postgres=is_postgres,
    )


def _not_held(connection: Connection, noun: str, uids: Sequence[UUID]) -> list[Reference]:
    """Of records that no feed sends down: which a machine made, and the server did not take."""
    table = BY_NOUN[noun]
    held = set(connection.execute(select(table.c.uid).where(table.c.uid.in_(uids))).scalars())
    return [(noun, uid) for uid in uids if uid not in held]


_OF_A_PERSON = frozenset({"patient", "appointment", "queue"})
_ERASED = Prepared(select(patients.c.id).where(among(patients.c.id, "ids"), patients.c.erased_at.is_not(None)))
_HEAD = Prepared(
    select(feed_heads.c.epoch, feed_heads.c.position).where(feed_heads.c.location_id == bindparam("location"))
)
_REGISTER_HEADS = Prepared(select(register_heads).where(register_heads.c.position > 0))
_LAST_SEQUENCE = Prepared(
    select(offline_sync_logs.c.sequence, offline_sync_logs.c.change_set_uid)
    .where(
        offline_sync_logs.c.device_id == bindparam("device", type_=String), offline_sync_logs.c.sequence.is_not(None)
    )
    .order_by(offline_sync_logs.c.sequence.desc())
    .limit(literal_column("1"))
)
_MOST = bindparam("most", type_=BigInteger)
_CHANGED = Prepared(
    select(feed.c.noun, feed.c.record_uid, feed.c.position)
    .where(feed.c.location_id == bindparam("location"), feed.c.position > bindparam("after"))
    .order_by(feed.c.position)
    .limit(_MOST)
)
_REGISTERED = Prepared(
    select(register.c.record_uid, register.c.position)
    .where(register.c.stripe == bindparam("stripe_"), register.c.position > bindparam("after"))
    .order_by(register.c.position)
    .limit(_MOST)
)
