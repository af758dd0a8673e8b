"""A new incarnation: a device whose records went back in time, or were copied, goes on under another name.

What it did since the copy was taken never reached its server, which has other work under those sequences. It is made
anew under the new identity: each set keeps its id, so that the receipts let it in once at most, and gets another
sequence, and the records that it makes get other ids and numbers: the original has the old ones, or may give them yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, delete, select, update

from server_sync.records.database import Database
from server_sync.records.feed.leaving import count_nothing
from server_sync.records.prepared import Prepared
from server_sync.records.replica import Identity, Replica, read_identity
from server_sync.records.tables import base_images, lease_clocks, upstreams
from server_sync.records.tables import replica as replica_table
from server_sync.records.upstream.rebirth import MadeAnew
from server_sync.records.upstream.unsettled import Unsettled

_KEY_BYTES = 32
RESTORED = "restored"
"""What stands in `replica.becoming` before a name was chosen."""


@dataclass(frozen=True, slots=True)
class Becoming:
    """Who this machine is about to be. Its own choice, kept before it is told to anybody: so asking twice is once."""

    device_uid: UUID
    device_key: str


def becoming(database: Database) -> Becoming | None:
    """Whom this replica is about to become; None where it stays who it is."""
    with database.reading() as connection:
        row = _BECOMING.first(connection, {})
    kept = None if row is None else row["becoming"]
    return None if kept is None or RESTORED in kept else Becoming(UUID(kept["device_uid"]), kept["device_key"])


def mark_restored(database: Database, device_key: str = "") -> None:
    """Have this replica, which was put back from a copy, become another one as soon as its server can be asked.

    `device_key` is what the server knew it by when the copy was made, for whoever keeps the keys.
    """
    with database.writing() as connection:
        connection.execute(update(replica_table).values(becoming={RESTORED: device_key}))


def is_restored(database: Database) -> bool:
    """Whether it was put back from a copy, and has not begun yet to become another one."""
    return key_of_restored(database) is not None


def key_of_restored(database: Database) -> str | None:
    """The key that came with a copy; empty once it is kept where keys are, None where nothing was put back."""
    with database.reading() as connection:
        row = _BECOMING.first(connection, {})
    return None if row is None else (row["becoming"] or {}).get(RESTORED)


def begin_to_become(replica: Replica) -> Becoming:
    """Choose a new uid and key, once; what was chosen before stays."""
    chosen = becoming(replica.database)
    if chosen is None:
        chosen = Becoming(replica.new_uid(), replica.random_bytes(_KEY_BYTES).hex())
        kept = {"device_uid": str(chosen.device_uid), "device_key": chosen.device_key}
        with replica.database.writing() as connection:
            connection.execute(update(replica_table).values(becoming=kept))
    return chosen


def stay(database: Database) -> None:
    """Forget what was chosen: another device has that uid."""
    with database.writing() as connection:
        connection.execute(update(replica_table).values(becoming=None))


def become(replica: Replica, identity: Identity, lay_everything: Callable[[Connection, Unsettled], object]) -> int:
    """Be `identity` from now on, in one transaction; how many sets were made anew.

    Everything pending must have been offered under the old identity before: what its server knew is answered, and
    stays as it is. All rows are fetched anew, so that nothing from before the copy stays in doubt; `lay_everything`
    puts back what was made here and had to give way to the original's rows.
    """
    with replica.database.connected(to_write=True) as connection:
        with connection.begin():
            made = MadeAnew(connection, identity).run()
            connection.execute(delete(upstreams))
            connection.execute(delete(base_images))
            count_nothing(connection)
            # What was leased to the old one is its own: here nobody can prove what was sold from it.
            connection.execute(delete(lease_clocks))
            unsettled = Unsettled()
            unsettled.catch_up(connection, str(identity.device_uid), 0)
            lay_everything(connection, unsettled)
        # Still in turn: whoever writes next is the new one.
        replica.identity = read_identity(replica.database)
    return made


_BECOMING = Prepared(select(replica_table.c.becoming))
