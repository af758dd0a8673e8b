"""At a device: which of its own sets a hub holds. They stay pending, and are not offered to it again meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, func, literal_column, select, text, update

from server_sync.records.database import Database
from server_sync.records.outbox import PendingSet, pending
from server_sync.records.prepared import Prepared
from server_sync.records.tables import offline_sync_logs, upstreams


@dataclass(frozen=True, slots=True)
class Holding:
    """What a hub has of this device's sets, as it said last. A hub that was never met holds nothing."""

    epoch: int | None = None
    """Which hub it is: one that was wiped begins another, and holds nothing any more."""
    held_through: int = 0
    settled_through: int = 0
    """Through which sequence the centre has settled, as the hub heard: it can give those final answers."""


def holding(database: Database, upstream: str) -> Holding:
    """As it was stored last."""
    query = select(upstreams.c.epoch, upstreams.c.held_through, upstreams.c.settled_through)
    with database.reading() as connection:
        row = connection.execute(query.where(upstreams.c.name == upstream)).first()
    return Holding() if row is None else Holding(*row)


def note_held(database: Database, upstream: str, through: int) -> None:
    """A hub holds these; before its first page that is not remembered, and they are offered to it once more."""
    held = update(upstreams).where(upstreams.c.name == upstream, upstreams.c.held_through < through)
    with database.writing() as connection:
        connection.execute(held.values(held_through=through))


def count_to_offer(database: Database, hub: Holding) -> int:
    """How many pending sets a hub does not hold yet, or can give a final answer to."""
    with database.reading() as connection:
        (row,) = _TO_OFFER.rows(connection, {"held": hub.held_through, "settled": hub.settled_through})
    return int(row["waiting"])


def count_held(database: Database) -> int:
    """How many pending sets some hub holds."""
    with database.reading() as connection:
        (row,) = _HELD.rows(connection, {})
    return int(row["waiting"])


def to_offer(database: Database, hub: Holding, limit: int, most_changes: int, *, after: int) -> tuple[PendingSet, ...]:
    """The oldest of these after a sequence; see `outbox.pending`."""
    if after < hub.settled_through:
        oldest = pending(database, limit, most_changes, after=after)
        settled = [one for one in oldest if one.change_set.sequence <= hub.settled_through]
        if settled:
            return tuple(settled)
    return pending(database, limit, most_changes, after=max(after, hub.held_through))


_LOG = offline_sync_logs.c
# In the words of the partial index, so that SQLite uses it.
_COUNTED = select(func.count().label("waiting")).select_from(offline_sync_logs).where(text("sync_status = 'pending'"))
_TO_OFFER = Prepared(_COUNTED.where((_LOG.sequence > bindparam("held")) | (_LOG.sequence <= bindparam("settled"))))
_FURTHEST = select(func.coalesce(func.max(upstreams.c.held_through), literal_column("0"))).scalar_subquery()
_HELD = Prepared(_COUNTED.where(_LOG.sequence <= _FURTHEST))
