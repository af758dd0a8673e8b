"""What this replica holds of its server's last images, as sums that two replicas compare."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from uuid import UUID

from sqlalchemy import Connection, func, select

from server_sync.records.prepared import Prepared
from server_sync.records.tables import BY_NOUN
from server_sync.records.tables.schema import Travel

LOW_BITS = 31

Sums = tuple[int, int, int]
"""How many images, and the sums of the lower 31 and of the upper bits of their hashes."""

COMPARED = tuple(noun for noun, table in BY_NOUN.items() if table.info["travel"] is not Travel.UP_ONLY)
"""Nouns that come down."""


def held_sums(connection: Connection) -> dict[str, Sums]:
    """Of each noun of which anything is held. Reads every row's hash: a second for a million."""
    found: dict[str, Sums] = {}
    for noun in COMPARED:
        (row,) = _sums_of(noun).rows(connection, {})
        if row["images"]:
            found[noun] = (row["images"], int(row["low"]), int(row["high"]))
    return found


def held_images(connection: Connection, noun: str) -> Mapping[UUID, int]:
    """Each record's image."""
    table = BY_NOUN[noun]
    rows = connection.execute(select(table.c.uid, table.c.image_hash).where(table.c.image_hash.is_not(None)))
    return {row.uid: row.image_hash for row in rows}


@cache
def _sums_of(noun: str) -> Prepared:
    hashed = BY_NOUN[noun].c.image_hash
    low, high = hashed.op("&")(2**LOW_BITS - 1), hashed.op(">>")(LOW_BITS)
    return Prepared(
        select(
            func.count(hashed).label("images"),
            func.coalesce(func.sum(low), 0).label("low"),
            func.coalesce(func.sum(high), 0).label("high"),
        )
    )
