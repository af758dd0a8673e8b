"""What the images of a scope add up to, at the centre: hashes are kept beside their rows and made when asked for.

`image_hash` is of the row in its `image_version`; a row of another version has no image yet. Of patients, a million of
whom reception holds, `register_digests` keeps the sums: whatever changes a patient's `image_hash` changes them along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Integer,
    Table,
    Uuid,
    bindparam,
    case,
    func,
    literal_column,
    select,
    text,
    update,
)

from server_sync.protocol.digests import BUCKETS, Digest, Image, bucket_of
from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.among import among
from server_sync.records.feed.images import image_hash
from server_sync.records.feed.reading import Reader, rows_for
from server_sync.records.feed.scope import SENT_NOUNS, Scope, holds
from server_sync.records.feed.wire_rows import wire_rows
from server_sync.records.prepared import Prepared
from server_sync.records.tables import BY_NOUN, register, register_digests, register_heads

LOW_BITS = 31
_LOW = 2**LOW_BITS - 1

AT_ONCE = 1_000
"""Rows of which images are made in one short transaction."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Digests by bucket, and how many rows have no image of their present version yet."""

    buckets: Mapping[int, Digest]
    unmade: int

    @property
    def total(self) -> Digest:
        """Of all buckets."""
        held = self.buckets.values()
        return Digest(sum(one.count for one in held), sum(one.low for one in held), sum(one.high for one in held))


def keeps_images(reader: Reader) -> bool:
    """Whether this machine gets rows as they are hashed beside the tables: in today's version, and nothing hidden."""
    return reader.version == SCHEMA_VERSION and not reader.is_nameless


def sums(connection: Connection, reader: Reader, scope: Scope, noun: str) -> Sums:
    """What the images of a noun in a scope add up to."""
    if not keeps_images(reader):
        return _summed(images_now(connection, reader, scope, noun))
    if noun == "patient" and reader.has_register:
        return _register_sums(connection)
    query = _sums_of(noun, has_register=reader.has_register, is_postgres=_is_postgres(connection))
    rows = query.rows(connection, scope.parameters())
    held = {row["bucket"]: Digest(row["images"], int(row["low"] or 0), int(row["high"] or 0)) for row in rows}
    return Sums(held, sum(int(row["unmade"]) for row in rows))


def images(connection: Connection, reader: Reader, scope: Scope, noun: str, buckets: Iterable[int]) -> list[Image]:
    """The images of some buckets of a noun in a scope."""
    wanted = frozenset(buckets)
    if not keeps_images(reader):
        return [one for one in images_now(connection, reader, scope, noun) if bucket_of(one.uid) in wanted]
    table = BY_NOUN[noun]
    within = holds(noun, has_register=reader.has_register)
    bucket = _bucket(table, is_postgres=_is_postgres(connection))
    query = select(table.c.uid, table.c.version, table.c.image_hash).where(within, bucket.in_(sorted(wanted)))
    found = connection.execute(query, scope.parameters())
    return [Image(row.uid, row.version, row.image_hash or 0) for row in found]


def images_now(connection: Connection, reader: Reader, scope: Scope, noun: str) -> Iterable[Image]:
    """Images made of the rows as a machine gets them, and kept nowhere."""
    table = rows_for(reader, noun, is_postgres=_is_postgres(connection))
    version_at, last_id = table.columns.index("version"), 0
    while True:
        rows, last_id = table.after(connection, last_id, AT_ONCE, scope)
        for row in rows:
            version: Any = row[version_at]
            yield Image(UUID(str(row[table.uid_at])), version, image_hash(row))
        if len(rows) < AT_ONCE:
            return


def make_images(connection: Connection, scope: Scope, reader: Reader, noun: str) -> int:
    """Make up to AT_ONCE images that are wanting in a scope; how many. In a transaction that writes.

    Rows that somebody is changing just now are left for later: no commit waits for this one's but a moment.
    """
    wanting = _wanting(noun, has_register=reader.has_register).rows(connection, scope.parameters())
    return _make(connection, noun, [row["uid"] for row in wanting])


def count_register(connection: Connection) -> int:
    """Bring up to AT_ONCE patients' images into `register_digests`, in the register's order; how many were looked at.

    In a transaction that writes; two of them wait for each other.
    """
    _hold_digests(connection)
    behind = select(register_heads).where(register_heads.c.counted < register_heads.c.position).limit(1)
    head = connection.execute(behind).first()
    if head is None:
        return 0
    places = connection.execute(
        select(register.c.record_uid, register.c.position)
        .where(register.c.stripe == head.stripe, register.c.position > head.counted)
        .order_by(register.c.position)
        .limit(AT_ONCE)
    ).all()
    made = _make(connection, "patient", [place.record_uid for place in places])
    if made < len(places):  # somebody is changing one: it is counted once that is done
        return 0
    reached = places[-1].position if len(places) == AT_ONCE else head.position
    is_it = register_heads.c.stripe == head.stripe
    connection.execute(update(register_heads).where(is_it).values(counted=reached))
    return max(made, 1)


def _make(connection: Connection, noun: str, uids: Sequence[UUID]) -> int:
    """Images of these rows as they stand; how many of them. A record that is not there needs none."""
    if not uids:
        return 0
    if noun == "patient":
        _hold_digests(connection)
    table = BY_NOUN[noun]
    rows = {row["uid"]: row for row in _held(noun).rows(connection, {"uids": uids})}
    wire = wire_rows(noun, SCHEMA_VERSION, has_register=True, is_nameless=False, is_postgres=_is_postgres(connection))
    hashes = {uid: image_hash(row) for uid, row in wire.every(connection, list(rows)).items()}
    _remember(connection, table, [(uid, hashes[uid], row["version"]) for uid, row in rows.items()])
    if noun == "patient":
        _add_to_register(connection, [(uid, row["image_hash"], hashes[uid]) for uid, row in rows.items()])
    (there,) = _there(noun).rows(connection, {"uids": uids})
    return len(rows) + len(uids) - int(there["records"])


def _remember(connection: Connection, table: Table, made: Sequence[tuple[UUID, int, int]]) -> None:
    if not made:
        return
    uids, hashes, versions = map(list, zip(*made, strict=True))
    if _is_postgres(connection):
        _REMEMBER[table.name].rows(connection, {"uids": uids, "hashes": hashes, "versions": versions})
        return
    values = [{"of": uid, "made": made_hash, "at": version} for uid, made_hash, version in made]
    _remembering(table).many(connection, values)


def _add_to_register(connection: Connection, changed: Iterable[tuple[UUID, int | None, int]]) -> None:
    """Take what the images were out of the sums, and what they are into them."""
    more: dict[int, list[int]] = {}
    for uid, was, now in changed:
        sums_of = more.setdefault(bucket_of(uid), [0, 0, 0])
        for sign, hashed in ((-1, was), (1, now)):
            if hashed is not None:
                sums_of[0] += sign
                sums_of[1] += sign * (hashed & _LOW)
                sums_of[2] += sign * (hashed >> LOW_BITS)
    calls = [
        dict(zip(("of", "images_", "low_", "high_"), (bucket, *added), strict=True)) for bucket, added in more.items()
    ]
    _ADD_TO_BUCKET.many(connection, calls)


def _register_sums(connection: Connection) -> Sums:
    behind = select(func.coalesce(func.sum(register_heads.c.position - register_heads.c.counted), 0))
    rows = connection.execute(select(register_digests)).all()
    held = {row.bucket: Digest(row.images, row.low, row.high) for row in rows if row.images}
    return Sums(held, int(connection.execute(behind).scalar_one()))


def _summed(made: Iterable[Image]) -> Sums:
    held: dict[int, Digest] = {}
    for one in made:
        bucket = bucket_of(one.uid)
        so_far = held.get(bucket, Digest())
        held[bucket] = Digest(so_far.count + 1, so_far.low + (one.hash & _LOW), so_far.high + (one.hash >> LOW_BITS))
    return Sums(held, 0)


@cache
def _wanting(noun: str, *, has_register: bool) -> Prepared:
    table = BY_NOUN[noun]
    is_wanting = table.c.image_version.is_distinct_from(table.c.version)
    within = holds(noun, has_register=has_register)
    return Prepared(select(table.c.uid).where(within, is_wanting).limit(literal_column(str(AT_ONCE), Integer)))


@cache
def _held(noun: str) -> Prepared:
    columns = BY_NOUN[noun].c
    query = select(columns.uid, columns.version, columns.image_hash).where(among(columns.uid, "uids"))
    return Prepared(query.with_for_update(skip_locked=True))


@cache
def _there(noun: str) -> Prepared:
    table = BY_NOUN[noun]
    return Prepared(select(func.count().label("records")).select_from(table).where(among(table.c.uid, "uids")))


@cache
def _remembering(table: Table) -> Prepared:
    statement = update(table).where(table.c.uid == bindparam("of", type_=Uuid))
    return Prepared(statement.values(image_hash=bindparam("made"), image_version=bindparam("at")))


@cache
def _sums_of(noun: str, *, has_register: bool, is_postgres: bool) -> Prepared:
    table = BY_NOUN[noun]
    made = table.c.image_hash
    bucket = _bucket(table, is_postgres=is_postgres).label("bucket")
    is_wanting = case((table.c.image_version.is_distinct_from(table.c.version), 1), else_=0)
    query = select(
        bucket,
        func.count().label("images"),
        func.sum(made.op("&")(literal_column(str(_LOW), BigInteger)), type_=BigInteger).label("low"),
        func.sum(made.op(">>")(literal_column(str(LOW_BITS), Integer)), type_=BigInteger).label("high"),
        func.sum(is_wanting, type_=Integer).label("unmade"),
    )
    return Prepared(query.where(holds(noun, has_register=has_register)).group_by(bucket))


def _bucket(table: Table, *, is_postgres: bool) -> ColumnElement[int]:
    """The uid's last byte, modulo BUCKETS."""
    name = f"{table.name}.uid"
    if is_postgres:
        return literal_column(f"get_byte(uuid_send({name}), 15) % {BUCKETS}", Integer)
    digits = [f"(instr('0123456789abcdef', substr({name}, {place}, 1)) - 1)" for place in (31, 32)]
    return literal_column(f"({digits[0]} * 16 + {digits[1]}) % {BUCKETS}", Integer)


def _hold_digests(connection: Connection) -> None:
    connection.execute(select(register_digests.c.bucket).where(register_digests.c.bucket == 0).with_for_update())


def _is_postgres(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


_ADD_TO_BUCKET = Prepared(
    update(register_digests)
    .where(register_digests.c.bucket == bindparam("of"))
    .values({name: register_digests.c[name] + bindparam(f"{name}_") for name in ("images", "low", "high")})
)
_REMEMBER = {
    table.name: Prepared(
        text(
            f"UPDATE {table.name} SET image_hash = made.hash, image_version = made.version "  # noqa: S608  # our tables
            "FROM unnest(CAST(:uids AS UUID[]), CAST(:hashes AS BIGINT[]), CAST(:versions AS BIGINT[])) "
            f"AS made (uid, hash, version) WHERE {table.name}.uid = made.uid"
        )
    )
    for noun, table in BY_NOUN.items()
    if noun in SENT_NOUNS
}
