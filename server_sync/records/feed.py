"""The centre's feed: for each location the records that changed, in commit order, each at its newest place only.

A plain sequence is not commit order: a lower number may become visible after a higher one was read, and is then never
seen. Here a position is taken under the lock of the location's head row, at the end of the transaction, and the lock is
held until COMMIT. So whoever reads up to a position has seen everything before it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite

from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import SCHEMA_VERSION
from server_sync.protocol.faults import ProtocolFault
from server_sync.records.schema import SENT_DOWN, Travel
from server_sync.records.scope import locations_of, lock_scope, named_by
from server_sync.records.tables import BY_NOUN, feed, feed_heads, offline_sync_logs, sent_columns
from server_sync.records.values import row_to_wire

_MOST_VARIABLES = 10_000
"""SQLite takes 250,000 parameters in a statement, PostgreSQL 65,535."""

Reference = tuple[str, UUID]
"""A record by noun and uid."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where in a location's feed a reader stands. Opaque on the wire.

    A restored server starts a new `epoch`; a cursor of another epoch, location or schema starts again from 0.
    """

    location_id: int
    position: int
    epoch: int
    schema_version: int = SCHEMA_VERSION

    def __str__(self) -> str:
        text = f"{self.schema_version}.{self.epoch}.{self.location_id}.{self.position}"
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str) -> Cursor:
        """Read what `str()` wrote. Raises ProtocolFault `bad_cursor`."""
        try:
            padded = text.encode("ascii") + b"=" * (-len(text) % 4)
            numbers = base64.urlsafe_b64decode(padded).decode("ascii").split(".")
            schema_version, epoch, location_id, position = (int(number) for number in numbers)
        except (ValueError, binascii.Error) as error:
            raise ProtocolFault("bad_cursor", "the cursor is not one of ours") from error
        if not 0 <= position < 2**63:
            raise ProtocolFault("bad_cursor", "the cursor is not one of ours")
        return cls(location_id, position, epoch, schema_version)


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as the centre holds it: whole, or absent (`row` None) where it holds none."""

    noun: str
    uid: UUID
    row: dict[str, Json] | None


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of the feed.

    `settled_through`: this device's sequences up to here are settled. What they changed stands in this page as settled,
    or comes with a later one; so a page's rows take only later changes laid over them. `centre_time` is the hybrid time
    that the reader has now seen, or empty.
    """

    entries: tuple[Entry, ...]
    cursor: Cursor
    is_last: bool
    settled_through: int
    centre_time: str = ""


def publish(
    connection: Connection,
    touched: Iterable[Reference],
    left: Iterable[int] = (),
    absent: Mapping[int, Iterable[Reference]] | None = None,
) -> frozenset[int]:
    """Put records at the end of the feed of every location in their scope, and of those that they have `left`.

    `absent` are records that the centre does not hold, by the location that must hear so. Called once, last before
    COMMIT: it takes each location's head lock, in order of their ids. Returns the locations.
    """
    by_location = _by_location(connection, touched, frozenset(left))
    for location_id, missing in (absent or {}).items():
        for reference in missing:
            by_location.setdefault(location_id, []).append(reference)
    for location_id in sorted(by_location):
        references = by_location[location_id]
        last = _advance_head(connection, location_id, len(references))
        rows = [
            {"location_id": location_id, "noun": noun, "record_uid": uid, "position": last - len(references) + place}
            for place, (noun, uid) in enumerate(references, start=1)
        ]
        _place(connection, rows)
    return frozenset(by_location)


def read_page(
    connection: Connection, location_id: int, cursor: Cursor | None, limit: int, device_uid: UUID | None = None
) -> Page:
    """Up to `limit` records after `cursor`, whole rows, in one consistent read."""
    head = connection.execute(_HEAD, {"location": location_id}).first()
    epoch, end = (1, 0) if head is None else (head.epoch, head.position)
    start = _start(cursor, Cursor(location_id, end, epoch))
    places = connection.execute(
        select(feed.c.noun, feed.c.record_uid, feed.c.position)
        .where(feed.c.location_id == location_id, feed.c.position > start)
        .order_by(feed.c.position)
        .limit(limit)
    ).all()
    references = [(place.noun, place.record_uid) for place in places]
    rows = read_rows(connection, references)
    return Page(
        entries=tuple(Entry(noun, uid, rows.get((noun, uid))) for noun, uid in references),
        cursor=Cursor(location_id, places[-1].position if places else start, epoch),
        is_last=len(places) < limit,
        settled_through=_settled_through(connection, device_uid),
    )


def _start(cursor: Cursor | None, end: Cursor) -> int:
    """A cursor of another place, time or schema, or from beyond the end (a restored server), starts again."""
    if cursor is None or cursor != Cursor(end.location_id, cursor.position, end.epoch):
        return 0
    return cursor.position if cursor.position <= end.position else 0


def read_rows(
    connection: Connection, references: Sequence[Reference], classes: frozenset[Travel] = SENT_DOWN
) -> dict[Reference, dict[str, Json]]:
    """The named records, in the columns of these classes, as on the wire; those that do not exist are left out."""
    uids: dict[str, list[UUID]] = {}
    for noun, uid in references:
        uids.setdefault(noun, []).append(uid)
    found: dict[Reference, dict[str, Json]] = {}
    for noun, wanted in uids.items():
        table = BY_NOUN[noun]
        columns = sent_columns(table, classes)
        query = select(*(table.c[name] for name in columns))
        for start in range(0, len(wanted), _MOST_VARIABLES):
            few = query.where(table.c.uid.in_(wanted[start : start + _MOST_VARIABLES]))
            for row in connection.execute(few).mappings():
                found[noun, row["uid"]] = row_to_wire(row, columns)
    return found


def _by_location(
    connection: Connection, touched: Iterable[Reference], left: frozenset[int]
) -> dict[int, list[Reference]]:
    by_location: dict[int, dict[Reference, None]] = {}
    for noun, uid in touched:
        if noun == "audit":
            continue
        lock_scope(connection, noun, uid)
        references = [*named_by(connection, noun, uid), (noun, uid)]
        for location_id in locations_of(connection, noun, uid) | left:
            for reference in references:
                by_location.setdefault(location_id, {})[reference] = None
    return {location_id: list(references) for location_id, references in by_location.items()}


def _settled_through(connection: Connection, device_uid: UUID | None) -> int:
    """Every receipt of a device is a settled set: they are judged in order, each in the transaction that answers."""
    if device_uid is None:
        return 0
    query = select(func.max(offline_sync_logs.c.sequence)).where(offline_sync_logs.c.device_id == str(device_uid))
    return connection.execute(query).scalar() or 0


def _advance_head(connection: Connection, location_id: int, count: int) -> int:
    statement = _advance(connection.dialect.name == "postgresql")
    return int(connection.execute(statement, {"location": location_id, "count": count}).scalar_one())


def _place(connection: Connection, rows: list[dict[str, Any]]) -> None:
    connection.execute(_upsert_places(connection.dialect.name == "postgresql"), rows)


_HEAD = select(feed_heads.c.epoch, feed_heads.c.position).where(feed_heads.c.location_id == bindparam("location"))


@cache
def _advance(is_postgres: bool) -> Any:  # Any: two dialects' INSERTs share no type with ON CONFLICT
    statement: Any = (postgresql if is_postgres else sqlite).insert(feed_heads)
    statement = statement.values(location_id=bindparam("location"), position=bindparam("count"))
    return statement.on_conflict_do_update(
        index_elements=[feed_heads.c.location_id], set_={"position": feed_heads.c.position + bindparam("count")}
    ).returning(feed_heads.c.position)


@cache
def _upsert_places(is_postgres: bool) -> Any:
    statement: Any = (postgresql if is_postgres else sqlite).insert(feed)
    names = ("location_id", "noun", "record_uid", "position")
    statement = statement.values({name: bindparam(name) for name in names})
    return statement.on_conflict_do_update(
        index_elements=[feed.c.location_id, feed.c.noun, feed.c.record_uid],
        set_={"position": statement.excluded.position},
    )
