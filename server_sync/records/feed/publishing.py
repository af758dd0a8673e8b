"""The centre's feed: for each location the records that changed, in commit order, each at its newest place only.

A plain sequence is not commit order: a lower number may become visible after a higher one was read, and is then never
seen. Here a position is taken under the lock of the location's head row, at the end of the transaction, and the lock is
held until COMMIT. So whoever reads up to a position has seen everything before it.

Patients belong to no location. The register holds each at its newest place in one of its stripes: a commit takes a
stripe that nobody holds just then, so that it waits for nobody, and a reader stands at a position in each stripe.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Connection,
    Integer,
    String,
    Uuid,
    bindparam,
    func,
    literal,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import sqlite

from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.among import among
from server_sync.records.batches import Call, run_together
from server_sync.records.feed.scope import (
    DAY_COLUMNS,
    LEAST_KEPT_DAYS,
    Ask,
    Touched,
    brought_along,
    locations_of,
    lock_scope,
    whole_visit,
)
from server_sync.records.prepared import Prepared
from server_sync.records.tables import (
    BY_NOUN,
    feed,
    feed_heads,
    register,
    register_heads,
    sent_columns,
)
from server_sync.records.tables.schema import SENT_DOWN, Travel
from server_sync.records.values import row_to_wire

_LET_GO = 0
"""For `feed.day`: whoever had the record has let it go, and must hear of it when it is brought along again."""

Reference = tuple[str, UUID]
"""A record by noun and uid."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where in a location's feed a reader of its events stands. Opaque on the wire.

    A restored server starts a new `epoch`; a cursor of another epoch, location or schema starts again.
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


def publish(
    connection: Connection,
    touched: Sequence[Touched],
    left: Iterable[int] = (),
    absent: Mapping[int, Iterable[Reference]] | None = None,
    *,
    today: date | None = None,
) -> frozenset[int]:
    """Put records at the end of the feed of every location in their scope, and of those that they have `left`.

    `absent` are more records by the location that must hear of them: as they stand there, that they have left its
    scope, or that the centre holds none. `today` (UTC) spares sending
    a patient anew with each visit. Called once, last before COMMIT: it takes each location's head lock, in order of
    their ids, then a stripe of the register. Returns the locations.
    """
    is_postgres = _is_postgres(connection)
    places, calls = publishing(lambda: connection, touched, left, absent, is_postgres=is_postgres, today=today)
    run_together(connection, calls)
    return places


def publishing(
    ask: Ask,
    touched: Sequence[Touched],
    left: Iterable[int] = (),
    absent: Mapping[int, Iterable[Reference]] | None = None,
    *,
    is_postgres: bool,
    today: date | None = None,
) -> tuple[frozenset[int], list[Call]]:
    """What `publish` does, for a caller who sends the statements together with its own."""
    day = None if today is None else today.toordinal()
    by_location = _by_location(ask, touched, frozenset(left), day)
    absent = {location_id: tuple(missing) for location_id, missing in (absent or {}).items()}
    for location_id, missing in absent.items():
        by_location.setdefault(location_id, _News()).moved.update(dict.fromkeys(missing))
    calls: list[Call] = []
    for location_id in sorted(by_location):
        calls += by_location[location_id].calls(location_id, is_postgres=is_postgres)
    told = [reference for missing in absent.values() for reference in missing]
    people = {one.uid for one in touched if one.noun == "patient"} | {uid for noun, uid in told if noun == "patient"}
    calls += _registering(people, is_postgres=is_postgres)
    return frozenset(by_location), calls


@dataclass(slots=True)
class _News:
    """What a location is to hear, in order: records that come along, if it has not heard of them, and changed ones.

    Each with the `day` to note at its place; None leaves that as it is.
    """

    brought: dict[tuple[str, int], int | None] = field(default_factory=dict)
    moved: dict[Reference, int | None] = field(default_factory=dict)

    def calls(self, location_id: int, *, is_postgres: bool) -> Iterable[Call]:
        """Take as many positions as are needed, under the head's lock, then give them out: `back` from the last one."""
        parameters: dict[str, Any] = {"location": location_id, "count": len(self.brought) + len(self.moved)}
        back = count(parameters["count"] - 1, -1)
        brought = [(noun, record_id, next(back), day) for (noun, record_id), day in self.brought.items()]
        moved = [(noun, uid, next(back), day) for (noun, uid), day in self.moved.items()]
        if not is_postgres:
            yield _ADVANCE, parameters
            for noun, record_id, place, day in brought:
                yield _bring(noun), {"location": location_id, "back": place, "record_id": record_id, "day_": day}
            for noun, uid, place, day in moved:
                yield _MOVE, {"location": location_id, "back": place, "noun_": noun, "uid_": uid, "day_": day}
            return
        everything = {**parameters, **_columns(brought, "brought"), **_columns(moved, "moved")}
        if {noun for noun, *_ in brought}.isdisjoint(noun for noun, *_ in moved):
            yield _PLACE_ALL, everything
        else:  # one record may be both: PostgreSQL writes no row twice in one statement
            yield _ADVANCE_AND_BRING, everything
            yield _MOVE_ALL, everything


def _columns(entries: Sequence[tuple[str, Any, int, int | None]], name: str) -> dict[str, list[Any]]:
    """Entries as PostgreSQL's `unnest` takes them."""
    nouns, records, backs, days = zip(*entries, strict=True) if entries else ((), (), (), ())
    return {f"{name}_nouns": [*nouns], name: [*records], f"{name}_backs": [*backs], f"{name}_days": [*days]}


def _registering(uids: Iterable[UUID], *, is_postgres: bool) -> Iterable[Call]:
    ordered = sorted(uids)
    if not ordered:
        return
    backs = range(len(ordered) - 1, -1, -1)
    if is_postgres:
        yield _REGISTER_ALL, {"count": len(ordered), "uids": ordered, "backs": list(backs)}
        return
    yield _ADVANCE_REGISTER, {"count": len(ordered)}
    for uid, back in zip(ordered, backs, strict=True):
        yield _REGISTER, {"uid_": uid, "back": back}


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
        for row in _rows_of(noun, columns).rows(connection, {"uids": wanted}):
            found[noun, row["uid"]] = row_to_wire(row, columns)
    return found


@cache
def _rows_of(noun: str, columns: tuple[str, ...]) -> Prepared:
    table = BY_NOUN[noun]
    return Prepared(select(*(table.c[name] for name in columns)).where(among(table.c.uid, "uids")))


def _by_location(ask: Ask, touched: Sequence[Touched], left: frozenset[int], day: int | None) -> dict[int, _News]:
    by_location: dict[int, _News] = {}
    new = {(one.noun, one.row["id"]): (one.noun, one.uid) for one in touched if one.is_new}
    for one in (whole_visit(ask, each) for each in touched if each.noun != "audit"):
        lock_scope(ask, one)
        companions = dict.fromkeys(brought_along(ask, one))
        told = _told_on(one, day)
        now_in = locations_of(ask, one)
        for location_id in now_in | left:
            news = by_location.setdefault(location_id, _News())
            for noun, record_id in companions:
                made = new.get((noun, record_id))
                if made is not None:
                    news.moved[made] = told
                elif location_id in now_in:
                    before = news.brought.setdefault((noun, record_id), told)
                    if before and told:  # of two visits the later day's: so long the record stays
                        news.brought[noun, record_id] = max(before, told)
                else:  # whoever holds it for this record's sake alone is told that it has left as well
                    news.brought[noun, record_id] = _LET_GO
            news.moved.setdefault((one.noun, one.uid), None)
    return by_location


def _told_on(one: Touched, day: int | None) -> int | None:
    """The day to note for whom a visit brings along: its own, if that is past, for so much earlier it leaves again."""
    own = one.row.get(DAY_COLUMNS.get(one.noun, ""))
    if day is None or own is None:
        return day
    if isinstance(own, datetime):
        own = own.date()
    return min(day, (own if isinstance(own, date) else date.fromisoformat(own[:10])).toordinal())


def _is_postgres(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


_COLUMNS = ["location_id", "noun", "record_uid", "position", "day"]
_PLACES = [feed.c.location_id, feed.c.noun, feed.c.record_uid]
_PLACE_OF = feed_heads.c.location_id
_POSITION = feed_heads.c.position - bindparam("back", type_=BigInteger)
_DAY = bindparam("day_", type_=Integer)
_OF_HEAD = feed_heads.c.location_id == bindparam("location")

_ADVANCING = sqlite.insert(feed_heads).values(location_id=bindparam("location"), position=bindparam("count"))
_ADVANCE = Prepared(
    _ADVANCING.on_conflict_do_update(
        index_elements=[feed_heads.c.location_id], set_={"position": feed_heads.c.position + bindparam("count")}
    )
)
_MOVING = sqlite.insert(feed).from_select(
    _COLUMNS,
    select(_PLACE_OF, bindparam("noun_", type_=String), bindparam("uid_", type_=Uuid), _POSITION, _DAY).where(_OF_HEAD),
)
# A record to the end: its newest place is its only one.
_MOVE = Prepared(
    _MOVING.on_conflict_do_update(
        index_elements=_PLACES,
        set_={
            "position": _MOVING.excluded.position,
            "day": func.coalesce(_MOVING.excluded.day, feed.c.day),
        },
    )
)


@cache
def _bring(noun: str) -> Prepared:
    """A record that others name: whoever has heard of it lately need not hear it again."""
    table = BY_NOUN[noun]
    named = select(_PLACE_OF, literal(noun), table.c.uid, _POSITION, _DAY).where(
        _OF_HEAD, table.c.id == bindparam("record_id")
    )
    bringing = sqlite.insert(feed).from_select(_COLUMNS, named)
    told = bringing.excluded.day
    is_forgotten = or_(told.is_(None), told == _LET_GO, feed.c.day.is_(None), feed.c.day <= told - LEAST_KEPT_DAYS)
    return Prepared(
        bringing.on_conflict_do_update(
            index_elements=_PLACES, set_={"position": bringing.excluded.position, "day": told}, where=is_forgotten
        )
    )


# The same on PostgreSQL, for any number of records in one statement, or in two.
_HEAD_AND_NAMED = (
    "WITH head AS (INSERT INTO feed_heads (location_id, position) "
    "VALUES (CAST(:location AS BIGINT), CAST(:count AS BIGINT)) ON CONFLICT (location_id) "
    "DO UPDATE SET position = feed_heads.position + excluded.position RETURNING location_id, position), "
    "brought AS (SELECT * FROM unnest(CAST(:brought_nouns AS VARCHAR[]), CAST(:brought AS BIGINT[]), "
    "CAST(:brought_backs AS BIGINT[]), CAST(:brought_days AS INTEGER[])) AS brought (noun, id, back, day)), "
    "named AS (SELECT noun, patients.uid, back, day FROM brought JOIN patients USING (id) WHERE noun = 'patient' "
    "UNION ALL SELECT noun, users.uid, back, day FROM brought JOIN users USING (id) WHERE noun = 'user') "
)
_BRING_ALL = (
    "INSERT INTO feed (location_id, noun, record_uid, position, day) "  # noqa: S608  # numbers of our own
    "SELECT head.location_id, named.noun, named.uid, head.position - named.back, named.day FROM head, named "
    "ON CONFLICT (location_id, noun, record_uid) DO UPDATE SET position = excluded.position, day = excluded.day "
    f"WHERE excluded.day IS NULL OR excluded.day = {_LET_GO} OR feed.day IS NULL "
    f"OR feed.day <= excluded.day - {LEAST_KEPT_DAYS}"
)
_MOVE_ALL_AFTER = (
    "INSERT INTO feed (location_id, noun, record_uid, position, day) "
    "SELECT head.location_id, moved.noun, moved.uid, head.position - moved.back, moved.day "
    "FROM {head} AS head, unnest(CAST(:moved_nouns AS VARCHAR[]), CAST(:moved AS UUID[]), "
    "CAST(:moved_backs AS BIGINT[]), CAST(:moved_days AS INTEGER[])) AS moved (noun, uid, back, day) "
    "WHERE head.location_id = :location ON CONFLICT (location_id, noun, record_uid) "
    "DO UPDATE SET position = excluded.position, day = coalesce(excluded.day, feed.day)"
)
_ADVANCE_AND_BRING = Prepared(text(_HEAD_AND_NAMED + _BRING_ALL))
_MOVE_ALL = Prepared(text(_MOVE_ALL_AFTER.format(head="feed_heads")))
_PLACE_ALL = Prepared(
    text(_HEAD_AND_NAMED.rstrip() + f", come AS ({_BRING_ALL}) " + _MOVE_ALL_AFTER.format(head="head"))
)

# SQLite has one writer at a time: one stripe will do.
_ADVANCE_REGISTER = Prepared(
    update(register_heads)
    .where(register_heads.c.stripe == 0)
    .values(position=register_heads.c.position + bindparam("count"))
)
_REGISTERING = sqlite.insert(register).from_select(
    ["record_uid", "stripe", "position"],
    select(
        bindparam("uid_", type_=Uuid),
        register_heads.c.stripe,
        register_heads.c.position - bindparam("back", type_=BigInteger),
    ).where(register_heads.c.stripe == 0),
)
_REGISTER = Prepared(
    _REGISTERING.on_conflict_do_update(
        index_elements=[register.c.record_uid],
        set_={"stripe": _REGISTERING.excluded.stripe, "position": _REGISTERING.excluded.position},
    )
)
# Where all stripes are held, and only then, it waits: for one that others do not all choose as well.
_REGISTER_ALL = Prepared(
    text(
        "WITH free AS (SELECT stripe FROM register_heads ORDER BY stripe LIMIT 1 FOR UPDATE SKIP LOCKED), "
        "head AS (UPDATE register_heads SET position = position + CAST(:count AS BIGINT) "
        "WHERE stripe = coalesce((SELECT stripe FROM free), pg_backend_pid() % (SELECT count(*) FROM register_heads)) "
        "RETURNING stripe, position) "
        "INSERT INTO register (record_uid, stripe, position) "
        "SELECT named.uid, head.stripe, head.position - named.back "
        "FROM head, unnest(CAST(:uids AS UUID[]), CAST(:backs AS BIGINT[])) AS named (uid, back) "
        "ON CONFLICT (record_uid) DO UPDATE SET stripe = excluded.stripe, position = excluded.position"
    )
)
